"""Totals that figures told apart make up: "33 deaths: 20 in Lenda, seven in Moro, six in Quell"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.claims.counted_types import Counted
from sayso.claims.people import group_of
from sayso.claims.subsets import Read, same_harm
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Group, Measure, Modifier

_RUN = 8
"""Figures that may make up a sum."""
_LEAST = 2
_PAIR = 2
"""So few parts make up a total by chance more often than more of them do."""
_GAP = 3
"""Sentences from one part to the next. Source: our choice."""
_REACH = 2
"""Other figures of the harm between a total and the first of its parts. Source: our choice."""
_ADDED_UP = frozenset({Modifier.EXACT, Modifier.AT_LEAST})
_TOTALS = frozenset({*_ADDED_UP, Modifier.MORE_THAN, Modifier.ABOUT})
_ANYBODY = frozenset({Group.UNSPECIFIED, Group.CIVILIAN})
_BOTH = {Measure.KILLED_OR_INJURED: (Measure.KILLED, Measure.EXECUTED, Measure.INJURED)}
"""Measures that hold others."""
Summed = tuple[tuple[int, ...], int]
"""The parts and their total."""


def totals_made_up(annotated: Annotated, read: Sequence[Read], wholes: Sequence[int | None]) -> Iterator[Summed]:
    """Totals with the figures told apart that make them up exactly."""
    for total in range(len(read)):
        low = read[total][0].figure.low
        if low is None or low < _LEAST or wholes[total] is not None or not _may_hold(annotated, read, total):
            continue
        own = [n for n in range(len(read)) if n != total and _is_of(annotated, read, total, n, wholes)]
        found = _behind(annotated, read, own, total) or _ahead(annotated, read, own, total)
        if found:
            yield found, total


def _is_of(annotated: Annotated, read: Sequence[Read], total: int, n: int, wholes: Sequence[int | None]) -> bool:
    """A smaller whole number of the same harm that is no part of anything else."""
    whole, part = read[total][1].measure, read[n][1].measure
    figure, low = read[n][0].figure, read[total][0].figure.low or 0
    fits = same_harm(whole, part) or part in _BOTH.get(whole, ())
    added = figure.modifier in _ADDED_UP and 0 < (figure.low or 0) < low
    return fits and added and wholes[n] in (None, total) and _may_count(annotated, read[total][0], read[n][0])


def _may_count(annotated: Annotated, total: Counted, part: Counted) -> bool:
    """ "12 guards" count no women; "12 people" may count anybody."""
    whole, own = group_of(annotated, total)[0], group_of(annotated, part)[0]
    return whole in _ANYBODY or own in (whole, Group.UNSPECIFIED)


def _may_hold(annotated: Annotated, read: Sequence[Read], total: int) -> bool:
    """ "All three died", "the other five": those told of before, and no total."""
    counted = read[total][0]
    told = {t.lower for t in annotated.tokens[max(0, counted.first - 1) : counted.last]}
    return counted.figure.modifier in _TOTALS and not told & set(word_list("subsets_patterns", "no_total"))


def _behind(annotated: Annotated, read: Sequence[Read], own: Sequence[int], total: int) -> tuple[int, ...] | None:
    """The figures behind a total that make it up."""
    later = [n for n in own if n > total]
    for skipped in range(_REACH + 1):
        run = _run(read, later[skipped:], total)
        if run and _are_near(annotated, read, run, total) and (len(run) > 2 or not skipped):
            return run
    return None


def _ahead(annotated: Annotated, read: Sequence[Read], own: Sequence[int], total: int) -> tuple[int, ...] | None:
    """The figures before a total that make it up, where it stands beside them or is said to sum up."""
    run = _run(read, [n for n in reversed(own) if n < total], total)
    if not run or not _are_near(annotated, read, run, total):
        return None
    here = annotated.sentences[annotated.tokens[read[total][0].first].sentence]
    beside = annotated.tokens[read[run[0]][0].first].sentence == here.i
    words = annotated.text[here.span.start : here.span.end]
    return run if beside or word_pattern("subsets_patterns", "sums_up").search(words) else None


def _run(read: Sequence[Read], near: Sequence[int], total: int) -> tuple[int, ...] | None:
    """The first figures of a row, two or more, that sum to the total."""
    wanted, told = read[total][0].figure.low or 0, 0
    for count, n in enumerate(near[:_RUN], start=1):
        told += read[n][0].figure.low or 0
        if told >= wanted:
            return tuple(near[:count]) if told == wanted and count > 1 else None
    return None


def _are_near(annotated: Annotated, read: Sequence[Read], run: Sequence[int], total: int) -> bool:
    """Each of them stands a few sentences from the next, the total too; of two parts none is somebody's rival count."""
    told = sorted(annotated.tokens[read[n][0].first].sentence for n in (*run, total))
    gap = _GAP if len(run) > _PAIR else 1
    apart = any(right - left > gap for left, right in pairwise(told))
    return not apart and not (len(run) == _PAIR and any(is_rival(annotated, read[n][0]) for n in run))


def is_rival(annotated: Annotated, counted: Counted) -> bool:
    """ "The ministry, however, admits to three deaths"."""
    sentence = annotated.sentences[annotated.tokens[counted.first].sentence]
    before = annotated.text[sentence.span.start : counted.span.start]
    return word_pattern("subsets_patterns", "rival").search(before) is not None
