"""What speaks for or against two tellings being one happening: each rule gives named signs with their reason.

A sign has no points of its own: `weights.py` gives them, learned from labelled reports of several wars and disasters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.link.interface import LONG_DAYS, Telling, length_days
from sayso.link.places import PlaceJudge, PlaceRelation, kilometres, opposed, relation
from sayso.model import Claim, EventKind, Group, Interval, Measure


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing seen in two tellings."""

    name: str
    """Key of its weight."""
    reason: str
    """In words, for the user."""
    value: float = 1.0
    """How strongly it is seen; 1 for what is seen or not."""


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
    {EventKind.BOMBING, EventKind.AIRSTRIKE},
    {EventKind.BOMBING, EventKind.SHOOTING},
)
_WIDE = {"country", "province"}
_WAR_DAYS = 300
"""From this length on a running total is that of a war, and each harm has a total of its own."""
_CLOSE_KM = 20.0
"""Two places nearer than this are mixed up by reports at times (a town and its suburb)."""


def time_sign(left: Telling, right: Telling) -> Sign:
    """How the days stand to each other; an unknown day is compared by when the reports appeared."""
    mine, theirs = left.date, right.date
    if mine is None or theirs is None:
        return _unknown_time(left, right)
    gap = gap_days(mine, theirs)
    pair = f"{_said(mine)} and {_said(theirs)}"
    if gap > 1:
        name = "gap_days" if gap <= 4 else "gap_week" if gap <= 14 else "gap_long"
        return Sign(name, f"{pair} are {gap} days apart")
    if gap == 1:
        return Sign("next_day" if mine.is_day and theirs.is_day else "next_days", f"{pair} follow each other")
    if mine.is_day and theirs.is_day:
        return Sign("same_day", f"Both on {_said(mine)}")
    if (mine.first, mine.last) == (theirs.first, theirs.last):
        short = (length_days(mine) or 400) <= LONG_DAYS
        return Sign("same_days" if short else "same_period", f"Both in {_said(mine)}")
    longest = max(length_days(mine) or 400, length_days(theirs) or 400)
    name = "overlap_3" if longest <= 3 else "overlap_8" if longest <= 8 else "overlap_month"
    return Sign(name if longest <= LONG_DAYS else "overlap_long", f"{pair} overlap")


def _unknown_time(left: Telling, right: Telling) -> Sign:
    """One day or both are unknown: the dates of publication tell a little."""
    known, other = (left, right) if left.date is not None else (right, left)
    if left.published is None or right.published is None:
        if known.date is None:
            return Sign("no_days", "The day is unknown for both")
        return Sign("one_day_unknown", "The day is unknown for one of them")
    if known.date is None:
        apart = abs((left.published - right.published).days)
        name = "out_same_days" if apart <= 2 else "out_same_week" if apart <= 7 else "out_apart"
        return Sign(name, f"No day is stated; the reports appeared {apart} days apart")
    last = known.date.last or known.date.first
    assert other.published is not None  # noqa: S101  checked above
    after = (other.published - last).days if last else 0
    if after < -1:
        return Sign("out_before", f"One report appeared before {_said(known.date)}")
    name = "out_soon" if after <= 3 else "out_later" if after <= 14 else "out_long_after"
    return Sign(name, f"One report states no day and appeared {after} days after {_said(known.date)}")


def gap_days(left: Interval, right: Interval) -> int:
    """Days between two intervals; 0 where they share a day. An open end reaches any day on its side."""
    after = (right.first - left.last).days if right.first and left.last else 0
    before = (left.first - right.last).days if left.first and right.last else 0
    return max(0, after, before)


def _said(interval: Interval) -> str:
    return interval.iso() or "an unknown day"


def place_sign(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Sign:
    """How the places stand to each other."""
    if left.place is None or right.place is None:
        both = left.place is None and right.place is None
        return Sign("no_places" if both else "one_place_unknown", "The place is unknown for at least one of them")
    pair = f'"{left.place.words}" and "{right.place.words}"'
    wide = left.place.precision in _WIDE or right.place.precision in _WIDE
    match relation(left.place, right.place, gazetteer):
        case PlaceRelation.SAME:
            return Sign("same_wide_place" if wide else "same_place", f"{pair} are one place")
        case PlaceRelation.INSIDE:
            return Sign("inside_wide" if wide else "inside", f"{pair}: one lies in the other or is named in it")
        case PlaceRelation.NEAR:
            return Sign("near_names", f"{pair} share a part of their names")
        case PlaceRelation.APART:
            if opposed(left.place.words, right.place.words):
                return Sign("opposed", f"{pair} lie on opposite sides")
            apart = kilometres(left.place, right.place)
            if apart is not None and apart <= _CLOSE_KM:
                return Sign("close_places", f"{pair} are {apart:.0f} km apart")
            return Sign("apart", f"{pair} are two places")
        case PlaceRelation.UNRELATED:
            known = left.place.entry is not None and right.place.entry is not None
            return Sign("unrelated_known" if known else "unrelated", f"{pair} have no word in common")
    return Sign("one_place_unknown", "The places cannot be compared")


def event_sign(left: Telling, right: Telling) -> Sign:
    """Whether what happened is of one kind, or of kinds that reports mix up."""
    if left.event is None or right.event is None:
        return Sign("event_unknown", "What happened is unknown for at least one of them")
    if left.event is right.event:
        name = "same_other" if left.event is EventKind.OTHER else "same_event"
        return Sign(name, f"Both: {left.event.value}")
    kinds, said = {left.event, right.event}, f"{left.event.value} and {right.event.value}"
    if EventKind.OTHER in kinds:
        return Sign("event_and_other", f"{said} need not differ")
    if kinds in _NEAR_KINDS:
        return Sign("near_events", f"{said} are told of one happening at times")
    return Sign("events_differ", f"{said} are two kinds of happening")


_FIGURE_RANK = ("number_20", "number_5", "number_few", "numbers_close", "numbers_differ", "numbers_far", "no_number")


def figure_sign(left: Telling, right: Telling) -> Sign:
    """How the figures of one measure stand to each other: the best agreement counts."""
    found = [sign for mine in left.claims for theirs in right.claims if (sign := _compare(mine, theirs))]
    if not found:
        return Sign("no_same_measure", "No figures of one measure to compare")
    return min(found, key=lambda sign: (_FIGURE_RANK.index(sign.name), sign.reason))


def other_figures_sign(left: Telling, right: Telling, best: Sign) -> Sign | None:
    """Whether, beside one number that is the same, others of one measure and group differ."""
    if not best.name.startswith("number_"):
        return None
    found = [sign for mine in left.claims for theirs in right.claims if (sign := _compare(mine, theirs))]
    same = sum(sign.name.startswith("number_") for sign in found)
    apart = [sign for sign in found if sign.name in ("numbers_differ", "numbers_far")]
    return Sign("other_numbers_differ", min(sign.reason for sign in apart)) if len(apart) >= same else None


def _compare(mine: Claim, theirs: Claim) -> Sign | None:
    """How two figures stand to each other; None where their measures or groups are not the same."""
    if measure_of(mine) is not measure_of(theirs) or mine.figure is None or theirs.figure is None:
        return None
    ours, others = _number(mine), _number(theirs)
    if ours is None or others is None:
        return Sign("no_number", "A figure without number")
    said = f'"{mine.words}" and "{theirs.words}"'
    if ours == others:
        name = "number_20" if ours >= 20 else "number_5" if ours >= 5 else "number_few"
        return Sign(name, f"{said}: the same number")
    if (mine.group or Group.UNSPECIFIED) is not (theirs.group or Group.UNSPECIFIED):
        return None
    ratio = max(ours, others) / max(1, min(ours, others))
    if ratio <= 1.25:
        return Sign("numbers_close", f"{said} are close")
    return Sign("numbers_differ" if ratio <= 3 else "numbers_far", f"{said} differ")


def measure_of(claim: Claim) -> Measure | None:
    """The claim's measure; who was executed was killed."""
    return Measure.KILLED if claim.measure is Measure.EXECUTED else claim.measure


def _number(claim: Claim) -> int | None:
    if claim.figure is None:
        return None
    return claim.figure.low if claim.figure.low is not None else claim.figure.high


def blamed_sign(left: Telling, right: Telling) -> Sign | None:
    """Whether the same party is blamed; None where nobody is in one of them."""
    if not left.blamed or not right.blamed:
        return None
    shared = left.blamed & right.blamed
    if shared:
        return Sign("same_blamed", f"Both blame {' '.join(sorted(shared))}")
    return Sign("blamed_differ", "Different words for who is blamed")


def word_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """How many telling words, and names, the sentences share."""
    shared = left.words.keys() & right.words.keys()
    if shared:
        norm = (left.weight * right.weight) ** 0.5
        likeness = sum(sorted(left.words[word] ** 2 for word in shared)) / norm if norm else 0.0
        rare = sorted(shared, key=lambda word: (-left.words[word], word))[:3]
        yield Sign("words", f"Shared words: {', '.join(rare)}", likeness**0.5)
    names = left.names & right.names
    if names:
        yield Sign("names", f"Shared names: {', '.join(sorted(names)[:3])}", min(3.0, len(names)) ** 0.5)


def story_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """Whether the two reports as wholes tell one story, and whether they open with these figures."""
    shared = left.story.words.keys() & right.story.words.keys()
    norm = (left.story.weight * right.story.weight) ** 0.5
    likeness = sum(sorted(left.story.words[word] ** 2 for word in shared)) / norm if norm else 0.0
    yield Sign("story", f"The reports share {likeness:.0%} of their telling words", likeness**0.5)
    leads = left.depth < 0.2, right.depth < 0.2
    if all(leads):
        yield Sign("both_lead", "Both reports open with it")
        yield Sign("lead_story", "Both reports open with it, and tell alike stories", likeness**0.5)
    elif any(leads):
        yield Sign("one_leads", "One report opens with it, the other has it further down")


def copy_sign(left: Telling, right: Telling) -> Sign | None:
    """Whether copies of one text tell the same figure in the same words."""
    if left.copies is None or left.copies != right.copies:
        return None
    told = {(c.measure, c.words.casefold()) for c in left.claims} & {
        (c.measure, c.words.casefold()) for c in right.claims
    }
    return Sign("copy_figure", "Copies of one text") if told else Sign("copy", "Copies of one text, other figures")


def position_sign(left: Telling, right: Telling) -> Sign:
    """How near to each other one report tells both."""
    if left.sentences & right.sentences:
        return Sign("one_sentence", "One sentence tells both")
    apart = min(a.distance(b) for a in left.sentences for b in right.sentences)
    if apart <= 3:
        return Sign("next_sentence", "One report tells both, in neighbouring sentences")
    name = "near_in_text" if apart <= 400 else "far_in_text"
    return Sign(name, "One report tells both")


def part_signs(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Iterator[Sign]:
    """Whether a figure of one is stated as a part of a figure of the other, and how the whole is made up."""
    for whole, part in ((left, right), (right, left)):
        if part.wholes.isdisjoint(whole.ids):
            continue
        inside = relation(whole.place, part.place, gazetteer) not in (PlaceRelation.SAME, PlaceRelation.UNKNOWN)
        if whole.spread > 1 and inside:
            yield Sign("part_of_many", "A joint figure over several places, and the part of one place")
        else:
            yield Sign("part_elsewhere" if inside else "part", "One figure is a part of the other")
        return
    if left.wholes & right.wholes:
        same = relation(left.place, right.place, gazetteer) in (PlaceRelation.SAME, PlaceRelation.UNKNOWN)
        yield Sign("parts" if same else "parts_elsewhere", "Both figures are parts of one")


def joint_sign(left: Telling, right: Telling) -> Sign | None:
    """One of them counts over several places, the other in one."""
    if left.joint != right.joint:
        return Sign("joint", "One of them counts over several places")
    return Sign("both_joint", "Both count over several places") if left.joint else None


_ONE_PLACE, _ONE_DAY = {"same_place"}, {"same_day", "same_days", "overlap_3"}
_HARDLY = 0.4
"""Likeness (square root of the shared weight) below which two texts have hardly a word in common."""
_OTHER_PLACE = {"apart", "unrelated", "unrelated_known", "opposed", "close_places"}


def together_signs(time: Sign, place: Sign, event: Sign, figure: Sign) -> Iterator[Sign]:
    """What place, day, kind and figure say together beyond what each says alone."""
    if place.name in _ONE_PLACE and time.name in _ONE_DAY:
        yield Sign("place_and_day", f"{place.reason}; {time.reason[:1].lower()}{time.reason[1:]}")
        if event.name == "same_event":
            yield Sign("place_day_event", "Place, day and kind agree")
    elif place.name in _ONE_PLACE and event.name == "same_event":
        yield Sign("place_and_event", "Place and kind agree")
    if place.name in _OTHER_PLACE and figure.name == "no_same_measure":
        yield Sign("other_place_and_harm", "Other places and other harms")
    elif place.name in _OTHER_PLACE and figure.name in {"number_20", "number_5"}:
        yield Sign("other_place_same_number", "Other places, the same number")


def single_signs(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> tuple[Sign, ...]:
    """All signs on two tellings of single happenings."""
    core = (
        time_sign(left, right),
        place_sign(left, right, gazetteer),
        event_sign(left, right),
        figure_sign(left, right),
    )
    found: list[Sign | None] = [
        *core,
        *together_signs(*core),
        other_figures_sign(left, right, core[-1]),
        blamed_sign(left, right),
        joint_sign(left, right),
        *word_signs(left, right),
    ]
    if left.report == right.report:
        found.extend((position_sign(left, right), *part_signs(left, right, gazetteer)))
    else:
        found.extend((copy_sign(left, right), *story_signs(left, right)))
        alike = max((sign.value for sign in found if sign and sign.name in ("words", "story")), default=0.0)
        if core[1].name in _OTHER_PLACE and alike < _HARDLY:
            found.append(Sign("strangers", "Other places, and hardly a word in common"))
    return tuple(sign for sign in found if sign)


def total_signs(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> tuple[Sign, ...]:
    """All signs on two running totals."""
    found: list[Sign | None] = [
        period_sign(left, right),
        area_sign(left, right, gazetteer),
        *count_signs(left, right),
        figure_sign(left, right),
        blamed_sign(left, right),
        *word_signs(left, right),
    ]
    if left.report == right.report:
        found.append(position_sign(left, right))
    else:
        found.extend((copy_sign(left, right), Sign("other_report", "Two reports")))
    return tuple(sign for sign in found if sign)


def period_sign(left: Telling, right: Telling) -> Sign:
    """Whether two running totals start at the same time; their ends differ as reports appear at different times."""
    mine, theirs = left.date, right.date
    if mine is None or theirs is None or mine.first is None or theirs.first is None:
        both = (mine is None or mine.first is None) and (theirs is None or theirs.first is None)
        return Sign("no_starts" if both else "one_start_unknown", "The start of a count is unknown")
    if abs((mine.first - theirs.first).days) <= 1:
        return Sign("same_start", f"Both count from {mine.first}")
    (ours, our_end), (others, other_end) = _start_window(mine), _start_window(theirs)
    if ours <= other_end and others <= our_end:
        return Sign("near_start", f"Both count from about {max(mine.first, theirs.first)}")
    return Sign("starts_differ", f"They count from {mine.first} and {theirs.first}")


def _start_window(counted: Interval) -> tuple[date, date]:
    """The days on which a count may have started: the first of a year often stands for all of it."""
    first = counted.first
    assert first is not None  # noqa: S101  checked by the caller
    if first.day == 1:
        return first, date(first.year, 12, 31) if first.month == 1 else date(first.year, first.month, 28)
    return first, first


def area_sign(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> Sign:
    """Whether two running totals count in one area; without a stated area a whole country may be meant."""
    if left.place is None and right.place is None:
        return Sign("no_places", "No area is stated")
    if left.place is None or right.place is None:
        stated = left.place or right.place
        wide = stated is not None and stated.precision == "country"
        return Sign("one_wide_area" if wide else "one_area", "Only one of them states an area")
    return place_sign(left, right, gazetteer)


def count_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """Whether two running totals count the same harm to the same people."""
    if measure_of(left.claims[0]) is not measure_of(right.claims[0]):
        long = any(t.date is None or (length_days(t.date) or _WAR_DAYS) >= _WAR_DAYS for t in (left, right))
        yield Sign("harms_of_war_differ" if long else "harms_differ", "They count different harms")
        return
    if not (left.wholes.isdisjoint(right.ids) and right.wholes.isdisjoint(left.ids)):
        yield Sign("part", "One count is a part of the other")
    same = {c.group for c in left.claims} & {c.group for c in right.claims}
    yield (
        Sign("same_group", "They count the same harm to the same people")
        if same
        else Sign("groups_differ", "They count the same harm to different people")
    )
