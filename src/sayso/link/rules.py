"""The rules by which two tellings are taken for one happening. Each returns its points and its reason.

Points add up; two tellings are joined from `JOIN_AT` on. The points were set on labelled reports of several wars and
disasters and are policy, not probability: a joined pair shows the reasons, never the sum.
"""

import math
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sayso.link.interface import LONG_DAYS, Evidence, Telling, length_days
from sayso.link.places import PlaceJudge, PlaceRelation, relation
from sayso.model import Claim, EventKind, Interval, Measure

JOIN_AT = 2.0
"""Points from which on two tellings are joined."""


@dataclass(frozen=True, slots=True)
class Points:
    """The points of all rules on one page."""

    day: float = 2.4
    days: float = 1.5
    overlap_3: float = 1.0
    overlap_8: float = 1.0
    overlap_long: float = 0.0
    overlap_period: float = 0.1
    next_day: float = -4.0
    next_days: float = -2.5
    place: float = 1.8
    wide_place: float = 0.6
    inside: float = -0.2
    near: float = -0.6
    apart: float = -6.0
    unrelated: float = -2.6
    event: float = 0.3
    event_other: float = 0.3
    other_and: float = -0.9
    near_events: float = -1.0
    events: float = -2.0
    number_20: float = 1.6
    number_5: float = 1.2
    number: float = 0.5
    numbers_close: float = 0.4
    numbers_differ: float = -0.4
    numbers_far: float = -1.5
    blamed: float = 0.3
    blamed_differ: float = -0.3
    words: float = 5.0
    words_most: float = 2.5
    words_base: float = -0.4
    report: float = 0.8
    part: float = 1.5


POINTS = Points()
NEVER = -100.0
"""Points that no other agreement outweighs."""
WAR_LONG_DAYS = 300
"""From this length on a running total is that of a war, and each harm has a total of its own."""

_VIOLENT = {EventKind.AIRSTRIKE, EventKind.SHELLING, EventKind.BOMBING, EventKind.CLASH, EventKind.SHOOTING}
_NEAR_KINDS = (
    {EventKind.AIRSTRIKE, EventKind.SHELLING},
    {EventKind.AIRSTRIKE, EventKind.CHEMICAL},
    {EventKind.SHELLING, EventKind.CHEMICAL},
    {EventKind.EXECUTION, EventKind.SHOOTING},
    {EventKind.EXECUTION, EventKind.CLASH},
    {EventKind.CLASH, EventKind.SHOOTING},
    {EventKind.CLASH, EventKind.BOMBING},
    {EventKind.BOMBING, EventKind.LANDMINE},
    {EventKind.CLASH, EventKind.SHELLING},
    {EventKind.BOMBING, EventKind.SHELLING},
)


def same_time(left: Telling, right: Telling) -> Evidence:
    """The days agree; an unknown day is compatible with any and equal to none."""
    mine, theirs = left.date, right.date
    if mine is None or theirs is None:
        return Evidence(None, "The day is unknown for at least one of them")
    gap = gap_days(mine, theirs)
    if gap > 1:
        return Evidence(NEVER, f"{_said(mine)} and {_said(theirs)} are {gap} days apart")
    if gap == 1:
        near = not (mine.is_day and theirs.is_day)
        return Evidence(
            POINTS.next_days if near else POINTS.next_day, f"{_said(mine)} and {_said(theirs)} follow each other"
        )
    if mine.is_day and theirs.is_day:
        return Evidence(POINTS.day, f"Both on {_said(mine)}")
    if (mine.first, mine.last) == (theirs.first, theirs.last):
        return Evidence(POINTS.days, f"Both in {_said(mine)}")
    longest = max(length_days(mine) or 400, length_days(theirs) or 400)
    return Evidence(_overlap(longest), f"{_said(mine)} and {_said(theirs)} overlap")


def _overlap(longest_days: int) -> float:
    if longest_days <= 3:
        return POINTS.overlap_3
    if longest_days <= 8:
        return POINTS.overlap_8
    return POINTS.overlap_long if longest_days <= LONG_DAYS else POINTS.overlap_period


def gap_days(left: Interval, right: Interval) -> int:
    """Days between two intervals; 0 where they share a day. An open end reaches any day on its side."""
    after = (right.first - left.last).days if right.first and left.last else 0
    before = (left.first - right.last).days if left.first and right.last else 0
    return max(0, after, before)


def _said(interval: Interval) -> str:
    return interval.iso() or "an unknown day"


def same_place(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Evidence:
    """The places agree, or one lies in the other."""
    told = relation(left.place, right.place, gazetteer)
    if left.place is None or right.place is None:
        return Evidence(None, "The place is unknown for at least one of them")
    pair = f'"{left.place.words}" and "{right.place.words}"'
    match told:
        case PlaceRelation.SAME:
            wide = left.place.precision in {"country", "province"} and not left.cumulative
            return Evidence(POINTS.wide_place if wide else POINTS.place, f"{pair} are one place")
        case PlaceRelation.INSIDE:
            return Evidence(POINTS.inside, f"{pair}: one lies in the other or is named in it")
        case PlaceRelation.NEAR:
            return Evidence(POINTS.near, f"{pair} share a part of their names")
        case PlaceRelation.APART:
            return Evidence(POINTS.apart, f"{pair} are two places")
        case PlaceRelation.UNRELATED:
            return Evidence(POINTS.unrelated, f"{pair} have no word in common")
    return Evidence(None, "The places cannot be compared")


def same_event(left: Telling, right: Telling) -> Evidence:
    """What happened is of one kind, or of kinds that reports mix up."""
    if left.event is None or right.event is None:
        return Evidence(None, "What happened is unknown for at least one of them")
    if left.event is right.event:
        return Evidence(
            POINTS.event_other if left.event is EventKind.OTHER else POINTS.event, f"Both: {left.event.value}"
        )
    kinds = {left.event, right.event}
    said = f"{left.event.value} and {right.event.value}"
    if EventKind.OTHER in kinds:
        return Evidence(POINTS.other_and, f"{said} need not differ")
    if kinds in _NEAR_KINDS:
        return Evidence(POINTS.near_events, f"{said} are told of one happening at times")
    return Evidence(POINTS.events, f"{said} are two kinds of happening")


def same_figures(left: Telling, right: Telling) -> Evidence:
    """Figures of one measure and group agree."""
    best: tuple[float, str] | None = None
    for mine in left.claims:
        for theirs in right.claims:
            found = _compare(mine, theirs)
            if found and (best is None or found[0] > best[0]):
                best = found
    return Evidence(best[0], best[1]) if best else Evidence(None, "No figures of one measure to compare")


def _compare(mine: Claim, theirs: Claim) -> tuple[float, str] | None:
    """Points for two figures; None where their measures or groups are not the same."""
    if _measure(mine) is not _measure(theirs) or mine.group is not theirs.group:
        return None
    if mine.figure is None or theirs.figure is None:
        return None
    ours, others = _number(mine), _number(theirs)
    if ours is None or others is None:
        return 0.0, "A figure without number"
    said = f'"{mine.words}" and "{theirs.words}"'
    if ours == others:
        return (
            POINTS.number_20 if ours >= 20 else POINTS.number_5 if ours >= 5 else POINTS.number
        ), f"{said}: the same number"
    ratio = max(ours, others) / max(1, min(ours, others))
    if ratio <= 1.25:
        return POINTS.numbers_close, f"{said} are close"
    return (POINTS.numbers_differ if ratio <= 3 else POINTS.numbers_far), f"{said} differ"


def _measure(claim: Claim) -> Measure | None:
    return Measure.KILLED if claim.measure is Measure.EXECUTED else claim.measure


def _number(claim: Claim) -> int | None:
    if claim.figure is None:
        return None
    return claim.figure.low if claim.figure.low is not None else claim.figure.high


def same_blamed(left: Telling, right: Telling) -> Evidence:
    """The same party is blamed."""
    mine = {word for claim in left.claims if claim.blamed for word in _plain(claim.blamed)}
    theirs = {word for claim in right.claims if claim.blamed for word in _plain(claim.blamed)}
    if not mine or not theirs:
        return Evidence(None, "Nobody is blamed in at least one of them")
    if mine & theirs:
        return Evidence(POINTS.blamed, f"Both blame {' '.join(sorted(mine & theirs))}")
    return Evidence(POINTS.blamed_differ, "Different words for who is blamed")


def _plain(words: str) -> set[str]:
    """The words of a name without endings: who is "pro-government" fights on the government's side, who is
    "anti-government" does not, so only the first is taken apart."""
    folded = words.casefold().replace("'", "").replace("’", "")
    return {w.removeprefix("pro-").strip("s") for w in folded.split() if len(w) > 2 and w != "the"}


def same_words(left: Telling, right: Telling) -> Evidence:
    """The sentences share words, rare ones above all."""
    shared = left.words.keys() & right.words.keys()
    if not left.words or not right.words:
        return Evidence(None, "No words to compare")
    norm = math.sqrt(left.weight * right.weight)
    likeness = math.fsum(left.words[word] ** 2 for word in shared) / norm if norm else 0.0
    rare = sorted(shared, key=lambda word: (-left.words[word], word))[:3]
    reason = f"Shared words: {', '.join(rare)}" if rare else "No word in common"
    return Evidence(min(POINTS.words_most, POINTS.words * likeness) + POINTS.words_base, reason)


def same_report(left: Telling, right: Telling) -> Evidence:
    """One report tells both: it mostly speaks of one happening, and states its place once."""
    if left.report != right.report:
        return Evidence(None, "Two reports")
    return Evidence(POINTS.report, "One report tells both")


def part_of(left: Telling, right: Telling) -> Evidence:
    """A figure of one is stated as a part of a figure of the other."""
    linked = not (left.wholes.isdisjoint(right.ids) and right.wholes.isdisjoint(left.ids))
    return (
        Evidence(POINTS.part, "One figure is a part of the other") if linked else Evidence(None, "No figure is a part")
    )


def same_text(left: Telling, right: Telling) -> Evidence:
    """Copies of one text tell the same figure in the same words."""
    if left.copies is None or left.copies != right.copies or left.report == right.report:
        return Evidence(None, "Not copies of one text")
    told = {(c.measure, c.words.casefold()) for c in left.claims} & {
        (c.measure, c.words.casefold()) for c in right.claims
    }
    return Evidence(2.5, "Copies of one text") if told else Evidence(0.0, "Copies of one text, other figures")


def compare(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> tuple[float, tuple[Evidence, ...]]:
    """All the evidence on two tellings and its sum."""
    if left.cumulative != right.cumulative:
        return NEVER, (Evidence(NEVER, "A running total and a single happening"),)
    if left.cumulative:
        rules: tuple[Callable[[Telling, Telling], Evidence], ...] = (same_period, same_count, same_text, same_report)
        evidence = (same_area(left, right, gazetteer), *(rule(left, right) for rule in rules))
        return _sum(evidence), evidence
    time = same_time(left, right)
    if time.points is not None and time.points <= NEVER:
        return NEVER, (time,)
    evidence = (
        time,
        same_place(left, right, gazetteer),
        same_event(left, right),
        same_figures(left, right),
        same_blamed(left, right),
        same_words(left, right),
        same_report(left, right),
        part_of(left, right),
        same_text(left, right),
    )
    return _sum(evidence), evidence


def _sum(evidence: tuple[Evidence, ...]) -> float:
    return sum(e.points for e in evidence if e.points is not None)


def same_period(left: Telling, right: Telling) -> Evidence:
    """Two running totals start at the same time; their ends differ as reports appear at different times."""
    mine, theirs = left.date, right.date
    if mine is None or theirs is None or mine.first is None or theirs.first is None:
        return Evidence(None, "The start of the count is unknown for at least one of them")
    if abs((mine.first - theirs.first).days) <= 1:
        return Evidence(1.5, f"Both count from {mine.first}")
    (ours, our_end), (others, other_end) = _start_window(mine.first), _start_window(theirs.first)
    if ours <= other_end and others <= our_end:
        return Evidence(0.8, f"Both count from about {max(mine.first, theirs.first)}")
    return Evidence(-5.0, f"They count from {mine.first} and {theirs.first}")


def _start_window(first: date) -> tuple[date, date]:
    """The days on which a count may have started: the first of a year or month often stands for all of it."""
    if (first.month, first.day) == (1, 1):
        return first, date(first.year, 12, 31)
    return first, first.replace(day=monthrange(first.year, first.month)[1]) if first.day == 1 else first


def same_area(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Evidence:
    """Two running totals count in one area; without a stated area only a whole country may be meant."""
    for mine, theirs in ((left.place, right.place), (right.place, left.place)):
        if mine is None and theirs is not None and theirs.entry is not None and theirs.precision != "country":
            return Evidence(-1.0, f'Only one of them says that it counts in "{theirs.words}"')
    found = same_place(left, right, gazetteer)
    if relation(left.place, right.place, gazetteer) is PlaceRelation.INSIDE:
        return Evidence(-1.0, found.reason)
    return found


def _is_long(interval: Interval) -> bool:
    return (length_days(interval) or WAR_LONG_DAYS) >= WAR_LONG_DAYS


def same_count(left: Telling, right: Telling) -> Evidence:
    """Two running totals count the same: over years each measure is a toll of its own."""
    if _measure(left.claims[0]) is not _measure(right.claims[0]):
        long = any(t.date is None or _is_long(t.date) for t in (left, right))
        apart = long or left.report != right.report
        return Evidence(-4.0 if apart else -0.2, "They count different harms")
    if part_of(left, right).points:
        return Evidence(1.5, "One count is a part of the other")
    mine, theirs = {c.group for c in left.claims}, {c.group for c in right.claims}
    if mine & theirs:
        return Evidence(0.9, "They count the same harm to the same people")
    return Evidence(-0.6, "They count the same harm to different people")
