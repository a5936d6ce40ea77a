"""Wholes that only the rest of the report tells: "two were among nine killed", "bringing the toll to 40", sums."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.claims.subsets import Read, same_harm
from sayso.claims.subsets_sums import is_rival, totals_made_up
from sayso.claims.subsets_told import parts_told
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, Modifier

_FILE = "harm_patterns"
_NEAR_END = 60
"""Characters between a figure and the larger one that it is said to be among. Source: our choice."""
_RUN = 6
"""Figures that may make up a sum."""
_REACH = 6
"""Figures between the parts and their sum, half as many where the sum is small. Source: our choice."""
_SMALL = 12
_FURTHER = frozenset({"another", "additional", "further"})


@dataclass(frozen=True, slots=True)
class PartOf:
    """The whole that a figure is a part of, by its index, and why."""

    whole: int
    reason: str


def with_wholes_behind(annotated: Annotated, read: Sequence[Read]) -> tuple[PartOf | None, ...]:
    """The whole of each figure: told beside it, shown by words elsewhere in the report, or a total that it adds to."""
    wholes = [whole for _, _, whole in read]
    reasons = ["The words beside it make it a part of"] * len(read)

    def join(part: int, whole: int, reason: str) -> None:
        if wholes[part] is None and part != whole and not _leads_to(wholes, whole, part):
            wholes[part], reasons[part] = whole, reason

    told = (_among(annotated, read), _brought_to(annotated, read), _raised_by(annotated, read), _sums(annotated, read))
    for part, whole in chain.from_iterable(told):
        if wholes[whole] is None and part not in wholes:
            join(part, whole, "The report tells it as a part of")
    for part, whole, reason in parts_told(annotated, read, wholes):
        join(part, whole, f"It is a part, {reason}, of")
    for run, total in totals_made_up(annotated, read, wholes):
        if wholes[total] is None and all(wholes[n] in (None, total) for n in run):
            for n in run:
                join(n, total, f"With {len(run) - 1} more told apart it makes up")
    for part, whole in _told_again(annotated, read, wholes):
        if wholes[whole] is None and part not in wholes:
            join(part, whole, "It is told again, elsewhere as a part of")
    return tuple(
        PartOf(whole, f'{reason} "{read[whole][0].span.of(annotated.text)}".') if whole is not None else None
        for whole, reason in zip(wholes, reasons, strict=True)
    )


def _leads_to(wholes: Sequence[int | None], start: int, end: int) -> bool:
    """The whole of the whole, and so on, is that figure."""
    at: int | None = start
    for _ in range(len(wholes)):
        if at is None or at == end:
            break
        at = wholes[at]
    return at == end


def _among(annotated: Annotated, read: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """ "six nurses were among the 40 or more people hurt"."""
    for at in range(len(read) - 1):
        between = _between(annotated, read, at, at + 1)
        if between is None or not word_pattern(_FILE, "among_behind").match(between) or not _holds(read, at + 1, at):
            continue
        yield at, at + 1
        beside = _between(annotated, read, at - 1, at) if at else None
        if beside is not None and beside.strip() in {"and", ",", "and at least"} and _holds(read, at + 1, at - 1):
            yield at - 1, at + 1


def _brought_to(annotated: Annotated, read: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """ "killed 12 on Monday, bringing to 45 the number killed in a day"."""
    for at in range(1, len(read)):
        counted, harm, _ = read[at]
        sentence = annotated.sentences[annotated.tokens[counted.first].sentence]
        before = annotated.text[sentence.span.start : counted.span.start]
        brought = word_pattern(_FILE, "brought_to").search(before)
        if brought is None:
            continue
        start = sentence.span.start + brought.start()
        for part in range(at):
            here = read[part][0].first >= sentence.first and read[part][0].span.end <= start
            if here and same_harm(read[part][1].measure, harm.measure) and _holds(read, at, part):
                yield part, at


def _raised_by(annotated: Annotated, read: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """ "the death toll climbed to 20 after four pupils died overnight"."""
    tokens = annotated.tokens
    for at in range(len(read) - 1):
        harm, later = read[at][1], read[at + 1]
        tallied = tokens[harm.trigger].lower in lexicon().toll and same_harm(harm.measure, later[1].measure)
        between = _between(annotated, read, at, at + 1) if tallied else None
        if between is not None and word_pattern(_FILE, "raised_by").search(between) and _holds(read, at, at + 1):
            yield at + 1, at


def _sums(annotated: Annotated, read: Sequence[Read]) -> Iterator[tuple[int, int]]:
    """ "50 fighters and two civilians" beside "52 dead": the parts make up the figure before or behind them."""
    for first in range(len(read)):
        for last in range(first + 1, min(first + _RUN, len(read))):
            run = range(first, last + 1)
            if not _is_run(annotated, read, run):
                break
            total = sum(read[n][0].figure.low or 0 for n in run)
            whole = _with_total(annotated, read, run, total)
            if whole is not None:
                yield from ((n, whole) for n in run)


def _is_run(annotated: Annotated, read: Sequence[Read], run: range) -> bool:
    """Whole numbers of one harm, told in one sentence."""
    tokens = annotated.tokens
    measure, sentence = read[run[0]][1].measure, tokens[read[run[0]][0].first].sentence
    return all(
        read[n][1].measure is measure
        and read[n][2] is None
        and tokens[read[n][0].first].sentence == sentence
        and read[n][0].figure.low
        and read[n][0].figure.modifier in (Modifier.EXACT, Modifier.AT_LEAST)
        and not is_rival(annotated, read[n][0])
        for n in run
    )


def _with_total(annotated: Annotated, read: Sequence[Read], run: range, total: int) -> int | None:
    """The nearest figure of the same harm, outside of the parts, that is their sum."""
    reach = _REACH if total > _SMALL else _REACH // 2
    near = sorted(
        (n for n in range(run[0] - reach, run[-1] + reach + 1) if 0 <= n < len(read) and n not in run),
        key=lambda n: min(abs(n - run[0]), abs(n - run[-1])),
    )
    measure = read[run[0]][1].measure
    fitting = (n for n in near if read[n][0].figure.low == total and same_harm(read[n][1].measure, measure))
    told_anew = (n for n in fitting if not _sums_up(annotated, read[n][0]))
    return next((n for n in told_anew if not _goes_on(annotated, read, run[-1], n)), None)


def _sums_up(annotated: Annotated, counted: Counted) -> bool:
    """ "all three died": those told of before, and no total beside them."""
    tokens = annotated.tokens
    return bool({t.lower for t in tokens[max(0, counted.first - 1) : counted.number + 1]} & {"both", "all"})


def _goes_on(annotated: Annotated, read: Sequence[Read], last: int, n: int) -> bool:
    """ "a woman, her husband and two children": the next of a list is no sum of those before."""
    between = _between(annotated, read, last, n) if n == last + 1 else None
    return between is not None and between.strip() in {"and", ",", ", and", "as well as", "or"}


def _told_again(annotated: Annotated, read: Sequence[Read], wholes: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """A headline's "kills 7 commanders" of whom the text says "49 fighters, including seven commanders"."""
    for at, (counted, harm, _) in enumerate(read):
        low = counted.figure.low
        if low is None or low < 2 or counted.noun is None:
            continue
        for n, (other, harm_of_other, _) in enumerate(read):
            whole = wholes[n]
            alike = (
                other.figure.low == low
                and harm_of_other.measure is harm.measure
                and _same_people(annotated, counted, other)
            )
            if n != at and whole is not None and whole != at and alike and _holds(read, whole, at):
                yield at, whole


def _same_people(annotated: Annotated, left: Counted, right: Counted) -> bool:
    """Both figures name people by one noun, and none of them says "more" or "another"."""
    tokens = annotated.tokens
    if left.noun is None or right.noun is None or {tokens[left.first].lower, tokens[right.first].lower} & _FURTHER:
        return False
    also = {t.lower for t in tokens[left.last : left.last + 3]} & {"also", "too"}
    return not also and tokens[left.noun].lemma == tokens[right.noun].lemma


def _holds(read: Sequence[Read], whole: int, part: int) -> bool:
    """The figure is larger than the part, or its upper end is open."""
    low, size = read[whole][0].figure.low, read[part][0].figure.low
    return low is not None and size is not None and size < low


def _between(annotated: Annotated, read: Sequence[Read], left: int, right: int) -> str | None:
    """The words between two figures of one sentence."""
    tokens, one, other = annotated.tokens, read[left][0], read[right][0]
    if tokens[one.first].sentence != tokens[other.first].sentence or other.span.start - one.span.end > _NEAR_END:
        return None
    return annotated.text[one.span.end : other.span.start]
