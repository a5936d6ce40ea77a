"""Joins tellings, the most alike first, while what they say agrees on the whole: one odd figure or place tears nothing.

Clusters are compared by the average of their members' pairs (of those that share a key, and of a few more), so a
chain of half-alike tellings does not pull two happenings into one.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sayso.link.blocking import candidate_pairs
from sayso.link.interface import Telling
from sayso.link.places import PlaceJudge
from sayso.link.weights import MOST, kind_of, points_of, readings

JOIN_AT = -0.5
"""Average points from which on two clusters are joined; set on the training reports, see `training/link_weights.py`."""
UNSURE = 0.5
"""Within so many points of `JOIN_AT` a link is a proposal: a person may read it the other way."""
BEST_SHARE, WORST_SHARE = 0.35, 0.2
"""Shares of the most and the least alike pair in what two clusters come to; the rest is the average of their pairs."""
_SAMPLE = 3
"""Tellings of each side that a join is checked with, whether or not they share a key."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two tellings that look like one happening, and what their clusters came to when they were joined."""

    points: float
    left: int
    right: int
    one: str
    """What speaks for one happening, in words."""
    two: str
    """What speaks for two."""

    @property
    def is_unsure(self) -> bool:
        """A person may read it the other way."""
        return abs(self.points - JOIN_AT) < UNSURE


@dataclass(frozen=True, slots=True)
class Cluster:
    """Tellings of one happening, and the joins that made it."""

    members: tuple[int, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What persons decided: tellings (indices) that belong together, and pairs of sets that stay apart."""

    together: tuple[tuple[int, ...], ...] = ()
    """None of them empty."""
    apart: tuple[tuple[frozenset[int], frozenset[int]], ...] = ()


@dataclass(slots=True)
class _Bond:
    """What is known between two clusters."""

    total: float
    pairs: int
    best: float
    left: int
    right: int
    """The two tellings of the most alike pair."""
    worst: float = MOST

    @property
    def points(self) -> float:
        average = self.total / self.pairs
        return average + BEST_SHARE * (self.best - average) + WORST_SHARE * (min(self.best, self.worst) - average)

    def add(self, other: "_Bond") -> None:
        self.total += other.total
        self.pairs += other.pairs
        self.worst = min(self.worst, other.worst, other.best)
        if other.best > self.best:
            self.worst = min(self.worst, self.best)
            self.best, self.left, self.right = other.best, other.left, other.right


@dataclass(slots=True)
class _Growing:
    members: list[int]
    edges: list[Edge] = field(default_factory=list)
    bonds: dict[int, _Bond] = field(default_factory=dict)
    sides: set[tuple[int, int]] = field(default_factory=set)
    """(number of a constraint, its side) that the members are on."""


Known: TypeAlias = dict[tuple[str, str, bool], float]
"""Points of pairs of tellings, by their keys and whether their reports are copies: they hold for every later batch."""


def cluster(
    tellings: Sequence[Telling],
    gazetteer: PlaceJudge | None,
    constraints: Constraints | None = None,
    known: Known | None = None,
) -> tuple[list[Cluster], list[Edge]]:
    """Clusters of tellings (indices), none dropped, and pairs that nearly joined; whatever the order of the reports.

    What pairs come to is looked up in `known`, and added to it, where it is given.
    """
    joiner = _Joiner(tellings, gazetteer, constraints or Constraints(), known)
    joiner.run()
    made = [Cluster(tuple(sorted(c.members)), tuple(c.edges)) for c in joiner.clusters.values()]
    return sorted(made, key=lambda c: c.members), joiner.nearly()


class _Joiner:
    """The work of one clustering."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        gazetteer: PlaceJudge | None,
        constraints: Constraints,
        known: Known | None,
    ) -> None:
        self._tellings = tellings
        self._gazetteer = gazetteer
        self._known = known
        self.clusters = {i: _Growing([i]) for i in range(len(tellings))}
        self._heap: list[tuple[float, int, int]] = []
        for n, sides in enumerate(constraints.apart):
            for side, members in enumerate(sides):
                for i in members:
                    self.clusters[i].sides.add((n, side))
        for i, j in candidate_pairs(tellings):
            if kind_of(tellings[i], tellings[j]) is None:
                continue
            points = self._points(i, j)
            self._bind(i, j, _Bond(points, 1, points, i, j))
        for first, *further in constraints.together:
            for i in further:
                self._unite(self._home(first), self._home(i), None)

    def _points(self, i: int, j: int) -> float:
        left, right = self._tellings[min(i, j)], self._tellings[max(i, j)]
        if self._known is None:
            return points_of(left, right, self._gazetteer)
        pair = left.key, right.key, left.copies is not None and left.copies == right.copies
        if pair not in self._known:
            self._known[pair] = points_of(left, right, self._gazetteer)
        return self._known[pair]

    def _bind(self, left: int, right: int, bond: _Bond) -> None:
        self.clusters[left].bonds[right] = bond
        self.clusters[right].bonds[left] = bond
        self._offer(left, right, bond)

    def _offer(self, left: int, right: int, bond: _Bond) -> None:
        if bond.points > JOIN_AT:
            heapq.heappush(self._heap, (-round(bond.points, 9), min(left, right), max(left, right)))

    def _home(self, telling: int) -> int:
        """The cluster that a telling is in."""
        return next(key for key, made in self.clusters.items() if telling in made.members)

    def run(self) -> None:
        """Join until nothing agrees well enough."""
        while self._heap:
            offered, left, right = heapq.heappop(self._heap)
            one, other = self.clusters.get(left), self.clusters.get(right)
            if one is None or other is None:
                continue
            bond = one.bonds.get(right)
            if bond is None or -round(bond.points, 9) != offered:
                continue
            self._check(one, other, bond)
            if bond.points > JOIN_AT and not self._kept_apart(one, other):
                self._unite(left, right, bond)

    def _check(self, one: _Growing, other: _Growing, bond: _Bond) -> None:
        """Compare a few tellings of both sides, whether or not they share a key; `bond` knows more afterwards."""
        if bond.pairs >= len(one.members) * len(other.members):
            return
        for i in one.members[:_SAMPLE]:
            for j in other.members[:_SAMPLE]:
                points = self._points(i, j)
                bond.add(_Bond(points, 1, points, i, j))

    def _kept_apart(self, one: _Growing, other: _Growing) -> bool:
        """A person decided that they are two."""
        return any((n, 1 - side) in other.sides for n, side in one.sides)

    def _unite(self, left: int, right: int, bond: _Bond | None) -> None:
        """Make one cluster of two: the one with fewer bonds goes into the other."""
        if left == right:
            return
        if (len(self.clusters[left].bonds), -left) < (len(self.clusters[right].bonds), -right):
            left, right = right, left
        kept, gone = self.clusters[left], self.clusters.pop(right)
        kept.members = sorted([*kept.members, *gone.members])
        kept.edges.extend(gone.edges)
        kept.sides |= gone.sides
        if bond is not None:
            kept.edges.append(self._edge(bond))
        kept.bonds.pop(right, None)
        for far, theirs in gone.bonds.items():
            if far == left:
                continue
            self.clusters[far].bonds.pop(right, None)
            mine = kept.bonds.get(far)
            if mine is None:
                mine = theirs
            else:
                mine.add(theirs)
            self._bind(left, far, mine)

    def _edge(self, bond: _Bond) -> Edge:
        left, right = sorted((bond.left, bond.right))
        told = readings(self._tellings[left], self._tellings[right], self._gazetteer)
        return Edge(bond.points, left, right, *told)

    def nearly(self) -> list[Edge]:
        """Pairs of clusters that a person may read as one, the nearest first."""
        found = [
            self._edge(bond)
            for key, made in self.clusters.items()
            for far, bond in made.bonds.items()
            if key < far and abs(bond.points - JOIN_AT) < UNSURE and not self._kept_apart(made, self.clusters[far])
        ]
        return sorted(found, key=lambda edge: (-round(edge.points, 9), edge.left, edge.right))
