"""When it happened: time expressions in a report's words, and the days that they mean.

find_times(text, span)          the words that give times
Anchor(published, dateline)     the report's own calendar day
resolve_time(expression, ...)   the days, or the reason why they cannot be told
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from sayso.knowledge.times_dateline import find_dateline
from sayso.knowledge.times_find import TimeExpression, find_times
from sayso.knowledge.times_forms import EitherDay, FromContext
from sayso.knowledge.times_resolve import Days, Setting, Unresolved, days_of, precision_of
from sayso.model import Interval, Precision, Stamp

__all__ = ["Anchor", "TimeExpression", "TimeReading", "find_dateline", "find_times", "resolve_time"]


@dataclass(frozen=True)
class Anchor:
    """The report's own calendar day, which relative times count from. A dateline in the text wins over `published`."""

    published: Stamp | None = None
    dateline: Stamp | None = None

    @property
    def stamp(self) -> Stamp | None:
        """The stamp that counts; None for a report without a date."""
        return self.dateline or self.published

    @property
    def days(self) -> tuple[date, ...]:
        """The report's day; two where the day/month order is ambiguous, none where it is not known."""
        stamp = self.stamp
        if stamp is None:
            return ()
        return (stamp.first, stamp.last) if stamp.is_ambiguous else (stamp.first,)

    @property
    def interval(self) -> Interval | None:
        """The report's day as a time of happening, for what is told without a time of its own."""
        if not self.days:
            return None
        precision = Precision.DAY if len(self.days) == 1 else Precision.DAYS
        return Interval(self.days[0], self.days[-1], precision)


@dataclass(frozen=True, slots=True)
class TimeReading:
    """The days that an expression means; interval None where they cannot be told. The reason is for the user."""

    interval: Interval | None
    reason: str


def resolve_time(
    expression: TimeExpression,
    anchor: Anchor,
    *,
    tense: Literal["past", "future"] = "past",
    told: Interval | None = None,
) -> TimeReading:
    """The days that the expression means, counted from the report's day.

    `tense` settles "on Tuesday" and dates without a year: the latest on or before the report's day, or the first on or
    after it. `told` is the time that the text was telling of, for "the same day" and "a day earlier".
    """
    readings = [days_of(expression.form, Setting(day, tense, told)) for day in anchor.days or (None,)]
    settled = [days for days in readings if not isinstance(days, Unresolved)]
    if len(settled) < len(readings):
        reasons = [days.reason for days in readings if isinstance(days, Unresolved)]
        return TimeReading(None, f'"{expression.words}": {reasons[0]}.')
    first, last = _hull(settled)
    if first is None and last is None:
        return TimeReading(None, f'"{expression.words}" states no day.')
    precision = precision_of(first, last)
    if first != last and (len(set(settled)) > 1 or isinstance(expression.form, EitherDay)):
        precision = Precision.DAYS
    interval = Interval(first, last, precision, expression.words)
    return TimeReading(interval, _reason(expression, anchor, told))


def _hull(readings: list[Days]) -> Days:
    firsts = [first for first, _ in readings]
    lasts = [last for _, last in readings]
    known_firsts = [day for day in firsts if day]
    known_lasts = [day for day in lasts if day]
    return (
        min(known_firsts) if len(known_firsts) == len(firsts) else None,
        max(known_lasts) if len(known_lasts) == len(lasts) else None,
    )


def _reason(expression: TimeExpression, anchor: Anchor, told: Interval | None) -> str:
    if isinstance(expression.form, FromContext) and told:
        return f'"{expression.words}", counted from {told.iso()}.'
    if not anchor.days:
        return f'"{expression.words}", as stated.'
    stamp = anchor.stamp
    assert stamp is not None  # noqa: S101  there are days only where there is a stamp
    day = replace(stamp, clock=None).iso()
    where = "the dateline" if anchor.dateline else "the publication day"
    return f'"{expression.words}", read beside {where}, {day}.'
