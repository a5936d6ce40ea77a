"""Where two rows of words or sentences differ, found in a bounded number of steps whatever they hold."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

Run = tuple[int, int, int]
"""A run of the same: where it starts in the one, where in the other, and how long it is."""
Gap = tuple[int, int, int, int]
"""A stretch that differs: from and to in the one, from and to in the other."""


class _NoStepsLeftError(Exception):
    """More steps than a comparison may take."""


@dataclass(slots=True)
class Steps:
    """How many steps may still be taken; about a million of them take a second."""

    longest: int = 2_000_000
    """Places looked at for the longest runs, which read best: two other texts of 6,000 words take half a million. Rows
    of few words often repeated would take as many as the cube of their length."""
    shortest: int = 1_000_000
    """Places looked at for the fewest changes: enough for rows of any words that differ in about a thousand."""


def gaps(one: Sequence[Hashable], other: Sequence[Hashable], steps: Steps) -> list[Gap] | None:
    """The stretches that differ, in order; None where the steps do not suffice to tell. Steps taken are counted off.

    By the longest run that both hold, then the longest before and after it, as difflib does (Ratcliff and Obershelp);
    where that takes too long by the fewest words added and taken out (Myers 1986, "An O(ND) difference algorithm").
    """
    numbers: dict[Hashable, int] = {}
    left, right = ([numbers.setdefault(key, len(numbers)) for key in row] for row in (one, other))
    try:
        runs = sorted(_longest_runs(left, right, steps))
    except _NoStepsLeftError:
        steps.longest = 0
        try:
            runs = _fewest_changes(left, right, steps)
        except _NoStepsLeftError:
            steps.shortest = 0
            return None
    return list(_between(runs, len(left), len(right)))


def _between(runs: Sequence[Run], size: int, other_size: int) -> Iterator[Gap]:
    at, other_at = 0, 0
    for start, other_start, length in (*runs, (size, other_size, 0)):
        if start > at or other_start > other_at:
            yield at, start, other_at, other_start
        at, other_at = start + length, other_start + length


def _longest_runs(one: Sequence[int], other: Sequence[int], steps: Steps) -> Iterator[Run]:
    places: dict[int, list[int]] = defaultdict(list)
    for at, key in enumerate(other):
        places[key].append(at)
    open_areas: list[Gap] = [(0, len(one), 0, len(other))]
    while open_areas:
        first, last, other_first, other_last = open_areas.pop()
        run = _longest(one, places, (first, last, other_first, other_last), steps)
        at, other_at, length = run
        if not length:
            continue
        yield run
        if first < at and other_first < other_at:
            open_areas.append((first, at, other_first, other_at))
        if at + length < last and other_at + length < other_last:
            open_areas.append((at + length, last, other_at + length, other_last))


def _longest(one: Sequence[int], places: dict[int, list[int]], area: Gap, steps: Steps) -> Run:
    """The longest run in an area, of equal ones the first; of length 0 where nothing is the same."""
    first, last, other_first, other_last = area
    best: Run = (first, other_first, 0)
    lengths: dict[int, int] = {}
    for at in range(first, last):
        found: dict[int, int] = {}
        held = places.get(one[at], [])
        from_here = range(bisect_left(held, other_first), len(held))
        for other_at in takewhile(lambda place: place < other_last, (held[n] for n in from_here)):
            length = found[other_at] = lengths.get(other_at - 1, 0) + 1
            if length > best[2]:
                best = (at - length + 1, other_at - length + 1, length)
        lengths = found
        steps.longest -= 1 + len(found)
        if steps.longest < 0:
            raise _NoStepsLeftError
    return best


def _fewest_changes(one: Sequence[int], other: Sequence[int], steps: Steps) -> list[Run]:
    size, other_size = len(one), len(other)
    levels: list[array[int]] = []
    for changes in range(size + other_size + 1):
        level = array("q")
        for diagonal in range(-changes, changes + 1, 2):
            start, _ = _step(levels, changes, diagonal)
            at = start
            while at < size and at - diagonal < other_size and one[at] == other[at - diagonal]:
                at += 1
            level.append(at)
            steps.shortest -= 1 + at - start
            if at >= size and at - diagonal >= other_size:
                levels.append(level)
                return list(_way_back(levels, size, other_size))
        if steps.shortest < 0:
            raise _NoStepsLeftError
        levels.append(level)
    return []


def _step(levels: Sequence["array[int]"], changes: int, diagonal: int) -> tuple[int, int]:
    """Where the best way with so many changes comes into a diagonal, and the diagonal that it came from.

    A level holds the furthest places of the diagonals -changes, -changes + 2 ... changes.
    """
    if not changes:
        return 0, 0
    before = levels[changes - 1]
    at = (diagonal + changes) // 2
    taken_out = before[at - 1] if at > 0 else -1
    added = before[at] if at < len(before) else -1
    return (added, diagonal + 1) if taken_out < added else (taken_out + 1, diagonal - 1)


def _way_back(levels: Sequence["array[int]"], size: int, other_size: int) -> Iterator[Run]:
    """The runs of the way with the fewest changes, in order."""
    runs: list[Run] = []
    at, other_at = size, other_size
    for changes in range(len(levels) - 1, -1, -1):
        start, diagonal = _step(levels, changes, at - other_at)
        if at > start:
            runs.append((start, start - (at - other_at), at - start))
        if changes:
            at = levels[changes - 1][(diagonal + changes - 1) // 2]
            other_at = at - diagonal
    return reversed(runs)
