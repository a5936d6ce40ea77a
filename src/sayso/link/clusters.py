"""Joins tellings pair by pair, strongest first, and refuses a join that would mix two happenings."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.link.blocking import candidate_pairs
from sayso.link.interface import Evidence, Telling
from sayso.link.places import PlaceJudge
from sayso.link.rules import JOIN_AT, compare

_CHECKED = 12
"""Tellings of each side that a join is checked against: enough to see a conflict, few enough to stay linear."""
REFUSE_BELOW = -1.5
"""Points of any pair across two clusters below which they stay apart."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two tellings that look like one happening."""

    points: float
    left: int
    right: int
    evidence: tuple[Evidence, ...]

    @property
    def reason(self) -> str:
        """The evidence that speaks for the join, strongest first."""
        speaking = sorted(
            (e for e in self.evidence if e.points and e.points > 0), key=lambda e: (-(e.points or 0), e.reason)
        )
        return "; ".join(e.reason for e in speaking) + "."


@dataclass(frozen=True, slots=True)
class Cluster:
    """Tellings of one happening, and the joins that made it."""

    members: tuple[int, ...]
    edges: tuple[Edge, ...]


def cluster(tellings: Sequence[Telling], gazetteer: PlaceJudge | None) -> list[Cluster]:
    """Clusters of tellings (indices), none dropped; the same whatever the order of the tellings' reports."""
    cache: dict[tuple[int, int], float] = {}
    edges = []
    for i, j in candidate_pairs(tellings):
        points, evidence = compare(tellings[i], tellings[j], gazetteer)
        cache[i, j] = points
        if points >= JOIN_AT:
            edges.append(Edge(points, i, j, evidence))
    edges.sort(key=lambda e: (-round(e.points, 6), tellings[e.left].key, tellings[e.right].key))
    group: dict[int, list[int]] = {i: [i] for i in range(len(tellings))}
    used: list[Edge] = []
    for edge in edges:
        left, right = group[edge.left], group[edge.right]
        if left is right or _conflict(left, right, tellings, gazetteer, cache):
            continue
        left.extend(right)
        for i in right:
            group[i] = left
        used.append(edge)
    return _made(group, used)


def _conflict(
    left: Sequence[int],
    right: Sequence[int],
    tellings: Sequence[Telling],
    gazetteer: PlaceJudge | None,
    cache: dict[tuple[int, int], float],
) -> bool:
    """A telling of one side cannot be the happening of the other."""
    for i in left[:_CHECKED]:
        for j in right[:_CHECKED]:
            pair = (i, j) if i < j else (j, i)
            if pair not in cache:
                cache[pair] = compare(tellings[pair[0]], tellings[pair[1]], gazetteer)[0]
            if cache[pair] < REFUSE_BELOW:
                return True
    return False


def _made(group: dict[int, list[int]], used: Sequence[Edge]) -> list[Cluster]:
    clusters = {id(members): members for members in group.values()}
    edges_of: dict[int, list[Edge]] = {key: [] for key in clusters}
    for edge in used:
        edges_of[id(group[edge.left])].append(edge)
    return [Cluster(tuple(sorted(members)), tuple(edges_of[key])) for key, members in clusters.items()]
