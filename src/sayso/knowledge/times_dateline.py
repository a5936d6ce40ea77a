"""The date that a report's text gives for itself, at its very start."""

import re
from datetime import date, timedelta
from functools import cache

from sayso.knowledge.times_find import find_times
from sayso.knowledge.times_forms import CalendarDay, EitherDay, Weekday, Which
from sayso.knowledge.times_resolve import Setting, Unresolved, basic_days
from sayso.knowledge.times_words import alternatives, times_list
from sayso.model import Span, Stamp

REACH = 250
"""How far into the text a dateline may stand, in code points: a headline, a place and an agency may come before it."""
_HEADING = 120
"""Code points that the line of a heading may have."""
_HEADED_WITHIN = timedelta(days=7)
"""How long after the day in its heading a text may be published. Both: our choice."""
_PLACE_BEFORE = re.compile(r"^\W*(?:[A-Z][\w'’.-]*(?:[ ,/]+|$)){1,6}$")
_AFTER_YEARLESS = re.compile(r"\s*(?:\([^)]{2,40}\)\s*(?:[-–—:.]|$)|\.?\s*[-–—:|]|\.(?=\s+[A-Z“\"])|\n|$)")


def find_dateline(text: str, published: Stamp | None = None) -> Stamp | None:
    """The date at the very start of the text, as the report's own day; None where there is none.

    A full date counts where no word makes it part of a sentence ("on 3 May 2016"). A date without its year, or a
    weekday, counts only after a place, as agencies write it ("BEIRUT, Aug 21 (Reuters) -"), a date also at the end of a
    heading; it is the one nearest `published`.
    """
    head = Span(0, min(len(text), REACH))
    for expression in find_times(text, head):
        match expression.form:
            case CalendarDay(month, day, int(year)) if stands_alone(text, expression.span):
                return _stamp(_day(year, month, day), None, expression.words, published)
            case EitherDay(first, last) if stands_alone(text, expression.span):
                return _stamp(first, last, expression.words, published)
            case CalendarDay(month, day, None) if published and _follows_place(text, expression.span):
                return _stamp(_near(month, day, published.last), None, expression.words, published)
            case CalendarDay(month, day, None) if published and _ends_heading(text, expression.span):
                near = _near(month, day, published.last)
                if near and timedelta() <= published.last - near <= _HEADED_WITHIN:
                    return _stamp(near, None, expression.words, published)
            case Weekday(_, Which.NEAREST, False, None) if published and _is_weekday_line(text, expression.span):
                days = basic_days(expression.form, Setting(published.last, "past"))
                if not isinstance(days, Unresolved):
                    return _stamp(days[0], None, expression.words, published)
            case _:
                continue
    return None


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(times_list('not_a_dateline'))}\s+$", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(times_list('dateline_labels'))}[\s:|-]+$", re.IGNORECASE)


def stands_alone(text: str, span: Span) -> bool:
    """No word before the date makes it part of a sentence; a label ("Updated on") makes it a dateline."""
    return bool(_labels().search(text, 0, span.start)) or not _leads().search(text, 0, span.start)


def _follows_place(text: str, span: Span) -> bool:
    before = text[: span.start].rsplit("\n", 1)[-1]
    return bool(_PLACE_BEFORE.match(before)) and bool(_AFTER_YEARLESS.match(text, span.end))


def _is_weekday_line(text: str, span: Span) -> bool:
    """ "CORAVEL, MONDAY. —"; not so "On Monday — ..."."""
    return stands_alone(text, span) and _follows_place(text, span)


def _ends_heading(text: str, span: Span) -> bool:
    """ "Statement of the relief committee, 5 October", on a line of its own."""
    start = text.rfind("\n", 0, span.start) + 1
    ends = span.end == len(text) or text[span.end] == "\n"
    return ends and span.end - start <= _HEADING and not text[:start].strip() and stands_alone(text, span)


def _day(year: int, month: int, day: int) -> date | None:
    days = basic_days(CalendarDay(month, day, year), Setting(None, "past"))
    return None if isinstance(days, Unresolved) else days[0]


def _near(month: int, day: int, published: date) -> date | None:
    """The such day nearest to the publication: a story dated 31 December may be published on 1 January."""
    candidates = [_day(published.year + shift, month, day) for shift in (-1, 0, 1)]
    known = [candidate for candidate in candidates if candidate]
    return min(known, key=lambda candidate: abs(candidate - published), default=None)


def _stamp(first: date | None, last: date | None, words: str, published: Stamp | None) -> Stamp | None:
    """The stamp; of two orders of day and month the one that the publication day confirms."""
    if first is None:
        return None
    if last and published and not published.is_ambiguous:
        near = [day for day in (first, last) if abs(day - published.first) <= timedelta(days=2)]
        if len(near) == 1:
            first = last = near[0]
    return Stamp(first, last or first, None, None, None, words, "text")
