"""What days a time expression means, counted from the report's own calendar day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from sayso.knowledge.times_forms import (
    Ago,
    Basic,
    Between,
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    DayOfMonth,
    EitherDay,
    Form,
    FromContext,
    FromEvent,
    LastFew,
    NearDay,
    Part,
    Period,
    Recent,
    Season,
    Since,
    TimeOfDay,
    Unit,
    Until,
    UpTo,
    Weekday,
    Which,
)
from sayso.knowledge.times_words import time_words
from sayso.model import Interval, Precision

Tense: TypeAlias = Literal["past", "future"]
Days: TypeAlias = tuple[date | None, date | None]
"""First and last day, inclusive; None where that end is open."""

NO_DATE = "Relative to a report that has no date"
NOT_STATED = "Counted from an event whose date these words do not give"
NO_CONTEXT = "Counted from another time in the text that is not known"
NO_DAY = "A time of day without a day"
PARTS_OF_MONTH = {
    Part.EARLY: (1, 10),
    Part.MID: (11, 20),
    Part.LATE: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
PARTS_OF_YEAR = {
    Part.EARLY: (1, 4),
    Part.MID: (5, 8),
    Part.LATE: (9, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
    Part.FIRST_QUARTER: (1, 3),
    Part.LAST_QUARTER: (10, 12),
}
PARTS_OF_DECADE = {
    Part.EARLY: (0, 3),
    Part.MID: (4, 6),
    Part.LATE: (7, 9),
    Part.FIRST_HALF: (0, 4),
    Part.SECOND_HALF: (5, 9),
}
"""Thirds: what "early", "mid" and "late" are taken to mean. Source: our convention, wide enough not to mislead."""
HALF_UNIT_DAYS = {Unit.WEEK: 3, Unit.MONTH: 15, Unit.YEAR: 182, Unit.DECADE: 1826}
"""How far "N weeks ago" may be off, in days: half a unit, as the words are rounded to whole units."""
UNIT_DAYS = {Unit.HOUR: 1, Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365, Unit.DECADE: 3652}


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why no day can be given."""

    reason: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the report's day, the tense, and the time that the text tells of."""

    day: date | None
    tense: Tense
    told: Interval | None = None


def days_of(form: Form, setting: Setting) -> Days | Unresolved:
    """First and last day of a form in its setting."""
    match form:
        case Since(start):
            return _since(start, setting)
        case Until(end):
            days = basic_days(end, setting)
            return days if isinstance(days, Unresolved) else (None, days[1])
        case Between(start, end):
            return _between(start, end, setting)
        case UpTo(count, unit, end):
            return _up_to(count, unit, end, setting)
        case _:
            return basic_days(form, setting)


def _since(start: Basic, setting: Setting) -> Days | Unresolved:
    days = basic_days(start, setting)
    if isinstance(days, Unresolved):
        return days
    first = days[0]
    if first and setting.day and first > setting.day:
        return first, None
    return first, setting.day


def _up_to(count: int, unit: Unit, end: Basic, setting: Setting) -> Days | Unresolved:
    days = basic_days(end, setting)
    if isinstance(days, Unresolved) or days[1] is None:
        return days
    return _last_few(count, unit, days[1], "past")


def _between(start: Basic, end: Basic, setting: Setting) -> Days | Unresolved:
    last = basic_days(end, setting)
    if isinstance(last, Unresolved):
        return last
    # Weekdays and year-less dates at the start are the nearest before the end, not before the report.
    first = basic_days(start, Setting(last[1], "past", setting.told) if last[1] else setting)
    if isinstance(first, Unresolved):
        return first
    if first[0] and last[1] and first[0] > last[1]:
        return Unresolved("The range ends before it starts")
    return first[0], last[1]


def basic_days(form: Basic, setting: Setting) -> Days | Unresolved:
    """First and last day of a form that is no range."""
    match form:
        case EitherDay(first, last):
            return _either(first, last, setting)
        case CalendarDay(month, day, int(year)):
            return _exact(year, month, day)
        case CalendarMonth(month, int(year), part):
            return _month_days(year, month, part)
        case CalendarYear():
            return _year_days(form)
        case Season(name, int(year)):
            return _season_days(name, year)
        case FromContext(days):
            return _from_context(days, setting.told)
        case FromEvent():
            return Unresolved(NOT_STATED)
        case TimeOfDay():
            return Unresolved(NO_DAY)
        case _ if setting.day is None:
            return Unresolved(NO_DATE)
        case _:
            return _relative(form, setting.day, setting.tense)


def _relative(form: Basic, today: date, tense: Tense) -> Days | Unresolved:
    match form:
        case CalendarDay(month, day, _, int(years)):
            return _exact(today.year + years, month, day)
        case CalendarMonth(month, _, part, _, int(years)):
            return _month_days(today.year + years, month, part)
        case CalendarDay(month, day):
            return _nearest_day(month, day, today, tense)
        case DayOfMonth(day):
            return _nearest_day_of_month(day, today, tense)
        case CalendarMonth(month, _, part, which):
            return _nearest_month(month, part, which, today, tense)
        case Season(name, _, which):
            return _nearest_season(name, which, today, tense)
        case Weekday():
            return _weekday(form, today, tense)
        case NearDay(first, last):
            return today + timedelta(days=first), today + timedelta(days=last)
        case Period():
            return _period(form, today)
        case Ago():
            return _ago(form, today)
        case LastFew(count, unit):
            return _last_few(count, unit, today, tense)
        case Recent(unit):
            back = time_words().recent_days.get(unit)
            return (today - timedelta(days=back) if back else None), today
        case _:
            return Unresolved("No rule for this expression")


def _exact(year: int, month: int, day: int) -> Days | Unresolved:
    try:
        found = date(year, month, day)
    except ValueError:
        return Unresolved("No such day in the calendar")
    return found, found


def _either(first: date, last: date, setting: Setting) -> Days:
    """Both orders of day and month, unless the report was out before the later one."""
    if setting.day and setting.tense == "past" and first <= setting.day < last:
        return first, first
    return first, last


def _month_days(year: int, month: int, part: Part | None) -> Days:
    first, last = PARTS_OF_MONTH.get(part, (1, 31)) if part else (1, 31)
    return date(year, month, first), date(year, month, min(last, monthrange(year, month)[1]))


def _year_days(form: CalendarYear) -> Days:
    last_year = form.year + form.years - 1
    if form.part is None:
        return date(form.year, 1, 1), date(last_year, 12, 31)
    if form.years > 1:
        first, last = PARTS_OF_DECADE.get(form.part, (0, 9))
        return date(form.year + first, 1, 1), date(form.year + last, 12, 31)
    first, last = PARTS_OF_YEAR[form.part]
    return date(form.year, first, 1), date(form.year, last, monthrange(form.year, last)[1])


def _season_days(name: str, year: int) -> Days:
    first, last = time_words().seasons[name]
    last_year = year if first <= last else year + 1
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


_MENDED_WITHIN = timedelta(days=3)
"""How long after its publication a page may still be mended. Source: our own reading of news pages."""


def _nearest_day(month: int, day: int, today: date, tense: Tense) -> Days | Unresolved:
    """The latest such day on or before today for the past, the first on or after it for the future.

    A page that was mended after its publication tells days that follow it: those are of this year.
    """
    step = -1 if tense == "past" else 1
    mended = _exact(today.year, month, day)
    if not isinstance(mended, Unresolved) and mended[0] and timedelta() < mended[0] - today <= _MENDED_WITHIN:
        return mended
    for back in range(9):  # 29 February comes at least every eighth year
        found = _exact(today.year + step * back, month, day)
        if isinstance(found, Unresolved):
            continue
        first = found[0]
        if first and (first <= today if tense == "past" else first >= today):
            return found
    return Unresolved("No such day in the calendar")


def _nearest_day_of_month(day: int, today: date, tense: Tense) -> Days | Unresolved:
    step = -1 if tense == "past" else 1
    for back in range(3):
        year, month = _months_off(today, step * back)
        found = _exact(year, month, day)
        if isinstance(found, Unresolved):
            continue
        first = found[0]
        if first and (first <= today if tense == "past" else first >= today):
            return found
    return Unresolved("No such day in the calendar")


def _months_off(day: date, months: int) -> tuple[int, int]:
    whole = day.year * 12 + day.month - 1 + months
    return whole // 12, whole % 12 + 1


def _nearest_month(month: int, part: Part | None, which: Which, today: date, tense: Tense) -> Days:
    year = today.year
    if which is Which.THIS:
        return _month_days(year, month, part)
    past = which is Which.LAST or (which is Which.NEAREST and tense == "past")
    if past and (month > today.month or (which is Which.LAST and month == today.month)):
        year -= 1
    if not past and (month < today.month or (which is Which.NEXT and month == today.month)):
        year += 1
    return _month_days(year, month, part)


def _nearest_season(name: str, which: Which, today: date, tense: Tense) -> Days:
    forward = which is Which.NEXT or (which is not Which.LAST and tense == "future")
    years = range(today.year - 2, today.year + 3)
    for year in years if forward else reversed(years):
        first, last = _season_days(name, year)
        if first and last and _season_fits(first, last, which, today, forward=forward):
            return first, last
    return _season_days(name, today.year)


def _season_fits(first: date, last: date, which: Which, today: date, *, forward: bool) -> bool:
    if which in (Which.LAST, Which.NEXT):
        return first > today if forward else last < today
    return last >= today if forward else first <= today


def _weekday(form: Weekday, today: date, tense: Tense) -> Days:
    if form.week:
        shift = {Which.LAST: -7, Which.NEXT: 7}.get(form.week, 0)
        day = today - timedelta(days=today.weekday()) + timedelta(days=form.number + shift)
    elif form.which is Which.NEXT or (form.which is not Which.LAST and tense == "future"):
        ahead = (form.number - today.weekday()) % 7
        day = today + timedelta(days=ahead or (7 if form.which is Which.NEXT else 0))
    else:
        back = (today.weekday() - form.number) % 7
        day = today - timedelta(days=back or (7 if form.which is Which.LAST else 0))
    if form.overnight:
        return day - timedelta(days=1), day
    return day, day


def _period(form: Period, today: date) -> Days:
    if form.weekend:
        return _weekend(form.which, today)
    step = {Which.LAST: -1, Which.NEXT: 1}.get(form.which, 0)
    first, last = _period_bounds(form.unit, step, today)
    if form.part is Part.EARLIER and form.unit is Unit.WEEK and first == today:
        return today - timedelta(days=6), today  # on a Monday the outlet's week began on another day
    if form.part is Part.EARLIER:
        return first, min(last, today)
    if form.part is Part.LATER:
        return max(first, today), last
    if form.part and form.unit is Unit.MONTH:
        return _month_days(first.year, first.month, form.part)
    if form.part and form.unit is Unit.YEAR:
        return _year_days(CalendarYear(first.year, form.part))
    if step == 0 and form.part is None:
        return first, max(first, min(last, today))
    return first, last


def _period_bounds(unit: Unit, step: int, today: date) -> tuple[date, date]:
    """The whole calendar week (from Monday), month, year or decade that lies `step` such units off."""
    if unit is Unit.WEEK:
        first = today - timedelta(days=today.weekday() - 7 * step)
        return first, first + timedelta(days=6)
    if unit is Unit.MONTH:
        year, month = _months_off(today, step)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if unit is Unit.DECADE:
        start = today.year // 10 * 10 + 10 * step
        return date(start, 1, 1), date(start + 9, 12, 31)
    return date(today.year + step, 1, 1), date(today.year + step, 12, 31)


def _weekend(which: Which, today: date) -> Days:
    """Saturday and Sunday; the weekend that has begun last, or with "last" and "next" its neighbours."""
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    if which is Which.NEXT:
        saturday += timedelta(days=7)
    if which is Which.LAST and today.weekday() >= 5:
        saturday -= timedelta(days=7)
    return saturday, saturday + timedelta(days=1)


def _ago(form: Ago, today: date) -> Days:
    if form.unit is Unit.HOUR:
        return today - timedelta(days=(form.count + 23) // 24), today
    middle = _back(today, form.count, form.unit)
    slack = HALF_UNIT_DAYS.get(form.unit, 1 if form.vague else 0)
    if form.vague and form.unit is not Unit.DAY:
        slack *= 2
    spread = timedelta(days=slack)
    return _moved(middle, -spread), min(today, _moved(middle, spread) or today)


def _last_few(count: int, unit: Unit, today: date, tense: Tense) -> Days:
    back = (count + 23) // 24 if unit is Unit.HOUR else count
    unit = Unit.DAY if unit is Unit.HOUR else unit
    if tense == "future":
        return today, _moved(today, timedelta(days=back * UNIT_DAYS[unit]))
    return _back(today, back, unit), today


def _back(today: date, count: int, unit: Unit) -> date | None:
    """The day so many units before today; None where that leaves the calendar."""
    if unit in (Unit.MONTH, Unit.YEAR, Unit.DECADE):
        months = count * {Unit.MONTH: 1, Unit.YEAR: 12}.get(unit, 120)
        year, month = _months_off(today, -months)
        return date(year, month, min(today.day, monthrange(year, month)[1])) if year >= 1 else None
    return _moved(today, -timedelta(days=count * UNIT_DAYS[unit]))


def _moved(day: date | None, by: timedelta) -> date | None:
    try:
        return day + by if day else None
    except OverflowError:
        return None


def _from_context(days: int | None, told: Interval | None) -> Days | Unresolved:
    if days is None or told is None or told.first is None or told.last is None:
        return Unresolved(NO_CONTEXT)
    moved = told.shifted(days)
    return moved.first, moved.last


def precision_of(first: date | None, last: date | None) -> Precision:
    """The field's step for a stretch of days; one day that may be either of two counts as DAYS."""
    if first is None or last is None:
        return Precision.LONGER
    length = (last - first).days + 1
    for most, precision in ((1, Precision.DAY), (6, Precision.DAYS), (7, Precision.WEEK), (31, Precision.MONTH)):
        if length <= most:
            return precision
    return Precision.YEAR if length <= 366 else Precision.LONGER
