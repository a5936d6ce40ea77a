"""Finds time expressions: basic ones by the grammar's rules, then ranges and "since", "until", "before" around them."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.times_forms import (
    Basic,
    Between,
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    EitherDay,
    Form,
    FromEvent,
    NearDay,
    Since,
    Unit,
    Until,
    UpTo,
    Weekday,
)
from sayso.knowledge.times_grammar import DAYS_IN_MONTH, rules_for
from sayso.knowledge.times_words import alternatives, capitalised, time_words, times_list
from sayso.model import Span

_MAY_HOLD_TIME = re.compile(
    r"\d|day|night|week|month|year|yesterday|tomorrow|hour|dawn|dusk|noon|[A-Z][a-z]{2}|[A-Z]{3}|since|recent|minute|decade"
)
REACH_BACK = 160
"""Characters before a time that are looked at for "since" and the like."""
_JOINT = re.compile(r"\s*(?:-|–|—|to|until|till|through)\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"\b(between|from)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE)
_OPENS_STRETCH = re.compile(
    r"\b(since|until|till|before|by|after)\s+(?:(?:early|late)\s+)?(?:on\s+|the\s+)?$", re.IGNORECASE
)
_BEGAN = re.compile(
    r"\b(?:began|begun|started|erupted|broke\s+out|raging|raged|ravaging)\s+(?:[\w-]+\s+){0,9}?(?:in|on)\s+$",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"day['’]?s$")
"""Some texts lose their apostrophes."""
_SINCE_FAR = re.compile(r"\bsince\s+((?:[\w'’-]+\s+)+?)(?:in|on|of)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class TimeExpression:
    """Words that give a time, and what they say before any calendar is asked."""

    span: Span
    words: str
    form: Form


@lru_cache(maxsize=256)
def find_times(text: str, within: Span | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions in a stretch of the text, in order and without overlap. Days that do not exist are none."""
    span = Span(0, len(text)) if within is None else within
    if not _MAY_HOLD_TIME.search(text, span.start, span.end):
        return ()
    found = _longest([*_day_ranges(text, span), *_basics(text, span)])
    return tuple(TimeExpression(at, at.of(text), form) for at, form in _stretched(text, span, _ranged(text, found)))


_Found = tuple[Span, Form]


def _basics(text: str, within: Span) -> list[_Found]:
    found: list[_Found] = []
    for rule in rules_for(text, within.start, within.end):
        for match in rule.pattern.finditer(text, within.start, within.end):
            form = rule.read(match)
            if form is not None:
                group = "keep" if "keep" in match.re.groupindex else 0
                found.append((Span(match.start(group), match.end(group)).trimmed(text, " \t\n.,"), form))
    return found


def _longest(found: list[_Found]) -> list[_Found]:
    """Of overlapping finds the longest, then the one found by the earlier rule; in order of the text."""
    kept: list[_Found] = []
    for span, form in sorted(found, key=lambda item: -len(item[0])):
        at = bisect_left(kept, span.start, key=lambda item: item[0].start)
        if not any(span.overlaps(other) for other, _ in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, (span, form))
    return kept


@cache
def _day_range_patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{capitalised(time_words().months)})(?!\w)\.?"
    nth = r"(?:st|nd|rd|th)?"
    ends = rf"(?P<one>\d{{1,2}}){nth}\s*(?P<joint>-|–|to|until|and|through)\s*(?P<two>\d{{1,2}}){nth}(?!\d)"
    year = r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
    return (
        re.compile(rf"(?<!\w)(?:(?P<lead>between|from)\s+(?:the\s+)?)?{ends}(?:\s+of)?\s+{month}{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:(?P<lead>between|from)\s+)?{month}\s+{ends}{year}", re.IGNORECASE),
    )


def _day_ranges(text: str, within: Span) -> list[_Found]:
    """ "June 16-18", "between 3 and 7 March": two days that share their month."""
    found: list[_Found] = []
    for pattern in _day_range_patterns():
        for match in pattern.finditer(text, within.start, within.end):
            month = time_words().months.get(match["month"].lower())
            one, two = int(match["one"]), int(match["two"])
            if not match["month"][0].isupper() or month is None or not 0 < one < two <= DAYS_IN_MONTH[month - 1]:
                continue
            year = int(match["year"]) if match["year"] else None
            form = Between(CalendarDay(month, one, year), CalendarDay(month, two, year))
            found.append((Span(match.start(), match.end()).trimmed(text, " \t\n.,"), form))
    return found


def _ranged(text: str, found: list[_Found]) -> list[_Found]:
    """Two neighbours joined by "to" or a dash, or by "and" after "between", become one range."""
    joined: list[_Found] = []
    for span, form in found:
        before = joined[-1] if joined else None
        start = _range_start(text, before, span, form) if before else None
        if before and start is not None and not isinstance(form, Since | Until | Between | UpTo):
            first = before[1]
            if not isinstance(first, Since | Until | Between | UpTo):
                joined[-1] = (Span(start, span.end), Between(_same_year(first, form), form))
                continue
        joined.append((span, form))
    return joined


def _range_start(text: str, before: _Found, span: Span, form: Form) -> int | None:
    """Where the range starts that ends in `span`; None where the two are not joined."""
    between = text[before[0].end : span.start]
    lead = _OPENS_RANGE.search(text, max(0, before[0].start - 20), before[0].start)
    if isinstance(form, NearDay):
        return None
    if _are_neighbours(text, before, span, form) and _AND.fullmatch(between):
        return before[0].start
    if _JOINT.fullmatch(between) and (lead or isinstance(before[1], CalendarYear | CalendarDay | EitherDay)):
        return lead.start() if lead else before[0].start
    if lead and lead[1].lower() == "between" and _AND.fullmatch(between):
        return lead.start()
    return None


def _are_neighbours(text: str, before: _Found, span: Span, form: Form) -> bool:
    """ "on Monday and Tuesday": one day after the other, and neither is a possessor ("Monday and Tuesday's raids")."""
    first = before[1]
    if not isinstance(first, Weekday) or not isinstance(form, Weekday) or first.which is not form.which:
        return False
    plain = not _POSSESSED.search(text, span.start, span.end) and not first.overnight and not form.overnight
    return plain and (form.number - first.number) % 7 == 1


def _same_year(first: Basic, last: Basic) -> Basic:
    """ "from 3 March to 7 April 2016": the year at the end counts for both."""
    match first, last:
        case CalendarDay(month, day, None), CalendarDay(year=int(year)):
            return CalendarDay(month, day, year - (month > last.month))
        case CalendarMonth(month, None, part), CalendarMonth(year=int(year)):
            return CalendarMonth(month, year - (month > last.month), part)
        case _:
            return first


def _stretched(text: str, within: Span, found: list[_Found]) -> list[_Found]:
    """ "since", "until", "before", "by" and "after" before a time make it one end of a stretch."""
    stretched: list[_Found] = []
    for span, form in found:
        if isinstance(form, Since | Until | Between | UpTo):
            stretched.append((span, form))
            continue
        floor = max([within.start, *(s.end for s, f in stretched[-2:] if not isinstance(f, FromEvent))])
        if isinstance(form, FromEvent) and form.since:
            stretched.append((span, form))
            continue
        floor = max(floor, span.start - REACH_BACK)
        counted = _counted_to(text, floor, span, form)
        if counted is not None:
            stretched.append(counted)
            continue
        near = _OPENS_STRETCH.search(text, floor, span.start)
        far = _SINCE_FAR.search(text, floor, span.start)
        if near and not _is_attributive(text, near[1], span, form):
            opened = Span(near.start(), span.end)
            stretched.append((opened, Since(form) if near[1].lower() in {"since", "after"} else Until(form)))
        elif far and len(far[1].split()) <= time_words().since_reach:
            stretched.append((Span(far.start(), span.end), Since(form)))
        elif _tells_a_start(text, floor, span):
            stretched.append((span, Since(form)))
        else:
            stretched.append((span, form))
    return _without_covered(stretched)


def _counted_to(text: str, floor: int, span: Span, form: Basic) -> _Found | None:
    """ "in the week to 18 May", with its end."""
    opened = word_pattern("times_patterns", "ends_stretch").search(text, floor, span.start)
    if opened is None:
        return None
    words, unit = (opened["count"] or "one").lower(), opened["unit"].lower()
    if words == "half" and unit == "year":
        return Span(opened.start(), span.end), UpTo(6, Unit.MONTH, form)
    if not (words.isdigit() or words in time_words().counts):
        return None
    fold, unit = (2, "week") if unit == "fortnight" else (1, unit)
    return Span(opened.start(), span.end), UpTo(time_words().count(words) * fold, Unit(unit), form)


@cache
def _year_noun_after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:\w+\s+)?{alternatives(times_list('year_nouns'))}\b", re.IGNORECASE)


def _is_attributive(text: str, lead: str, span: Span, form: Basic) -> bool:
    """ "hit by 2004 tsunami", "cracked by Sunday's quake": the time tells which happening, not by when."""
    if lead.lower() not in {"by", "after", "before"}:
        return False
    if isinstance(form, Weekday | NearDay) and _POSSESSED.search(text, span.start, span.end):
        return True
    return isinstance(form, CalendarYear) and _year_noun_after().match(text, span.end) is not None


@cache
def _lasting_thing() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(times_list('lasting_things'))}\b", re.IGNORECASE)


def _tells_a_start(text: str, floor: int, span: Span) -> bool:
    """ "the war that began in 2011": told of something that lasts, its start opens the stretch."""
    began = _BEGAN.search(text, floor, span.start)
    return bool(began and _lasting_thing().search(text, max(floor, began.start() - 60), began.start()))


def _without_covered(found: list[_Found]) -> list[_Found]:
    """Without what a longer find now covers ("since the war began" inside "since the war began in 2011").

    A stretch from a day wins over the words before it ("in the three weeks since New Year").
    """
    opened = [span for span, form in found if isinstance(form, Since)]
    kept = [
        (span, form)
        for span, form in found
        if not isinstance(form, FromEvent) or not any(span.overlaps(since) for since in opened)
    ]
    return _longest(kept)
