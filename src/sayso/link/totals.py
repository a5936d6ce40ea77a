"""Signs on two running totals: whether they count the same harm, to the same people, in one area and from one day."""

from collections.abc import Iterator

from sayso.link.interface import Telling, length_days
from sayso.link.numbers import figure_sign, measure_of, number_of
from sayso.link.places import PlaceJudge
from sayso.link.sign import Sign
from sayso.link.signs import blamed_sign, copy_sign, position_sign, word_signs
from sayso.link.when import period_sign
from sayso.link.where import area_sign
from sayso.model import Claim, EventKind, Measure

_WAR_DAYS = 300
"""From this length on a running total is that of a war, and each harm has a total of its own."""
_OF_A_WAR = 50_000
"""A total from which on it is hardly that of one town, whatever place is named beside it."""
_KINDS_OF_HARM = (
    frozenset({Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED, Measure.EXECUTED, Measure.MISSING}),
    frozenset({Measure.DISPLACED, Measure.EVACUATED}),
    frozenset({Measure.DETAINED, Measure.ABDUCTED, Measure.TRAPPED, Measure.BESIEGED}),
)
"""Harms that one total may count together ("killed 40 and wounded 90 in a week"); across these, none does."""


_DEEDS = frozenset(EventKind) - {EventKind.OTHER, EventKind.CUMULATIVE, EventKind.SIEGE}
"""Kinds of happening that take days, not years."""
_OF_MANY_DEEDS = 20_000
"""More dead than one deed of such a kind leaves, where no day is stated. Our own choice."""
_MANY_DAYS = 200
"""A stretch of days that no one deed takes. Our own choice."""


def is_total(claim: Claim) -> bool:
    """It counts over many happenings: as read, or as its length or its size tell where the kind was misread."""
    if claim.event is EventKind.CUMULATIVE:
        return True
    if claim.event not in _DEEDS:
        return False
    days = length_days(claim.date) if claim.date else None
    stretch = claim.date is not None and "/" in (claim.date.iso() or "") and days is not None and days > _MANY_DAYS
    great = measure_of(claim) is Measure.KILLED and (number_of(claim) or 0) >= _OF_MANY_DEEDS
    return stretch or (great and not (claim.date and claim.date.is_day and claim.date.words))


def total_signs(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> tuple[Sign, ...]:
    """All signs on two running totals."""
    period, area = period_sign(left, right), area_sign(left, right, gazetteer)
    found: list[Sign | None] = [
        period,
        area,
        *count_signs(left, right),
        figure_sign(left, right),
        blamed_sign(left, right, period, area),
        *word_signs(left, right),
    ]
    if left.report == right.report:
        found.append(position_sign(left, right))
    else:
        found.extend((copy_sign(left, right), Sign("other_report", "Two reports")))
    return tuple(sign for sign in found if sign)


def count_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """Whether two running totals count the same harm to the same people."""
    ours, theirs = measure_of(left.claims[0]), measure_of(right.claims[0])
    if ours is not theirs:
        alike = any({ours, theirs} <= kind for kind in _KINDS_OF_HARM)
        long = any(t.date is None or (length_days(t.date) or _WAR_DAYS) >= _WAR_DAYS for t in (left, right))
        overlap = alike and Measure.KILLED_OR_INJURED in (ours, theirs)
        differ = "harms_differ" if alike and (overlap or not long) else "harms_of_war_differ"
        yield Sign(differ, "They count different harms")
        return
    if not (left.wholes.isdisjoint(right.ids) and right.wholes.isdisjoint(left.ids)):
        yield Sign("part", "One count is a part of the other")
    if min(left.greatest, right.greatest) >= _OF_A_WAR:
        yield Sign("great_totals", "Totals so great that few wars come into question")
    same = {c.group for c in left.claims} & {c.group for c in right.claims}
    yield (
        Sign("same_group", "They count the same harm to the same people")
        if same
        else Sign("groups_differ", "They count the same harm to different people")
    )
