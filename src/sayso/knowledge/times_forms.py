"""The forms that a time expression can take: what the words say, before any calendar is asked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class Unit(StrEnum):
    """Units that reports count time in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Which(StrEnum):
    """Which one of a row of days, weeks or months is meant."""

    NEAREST = "nearest"
    """No word says which: the nearest in the direction of the tense."""
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Part(StrEnum):
    """Which stretch of a month, a year or a period is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_QUARTER = "first quarter"
    LAST_QUARTER = "last quarter"
    EARLIER = "earlier"
    """From the start of the period to the report ("earlier this month")."""
    LATER = "later"
    """From the report to the end of the period ("later this week")."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """ "5 March 2016" and, without its year, "March 5"."""

    month: int
    day: int
    year: int | None = None
    years_off: int | None = None
    """Years from the report's own: -1 for "3 May last year"; None where no such words stand with it."""


@dataclass(frozen=True, slots=True)
class EitherDay:
    """ "3/4/2016": both orders of day and month, the earlier day first."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """ "the 3rd": neither month nor year is stated."""

    day: int


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """ "March 2016", "last March", "late October"."""

    month: int
    year: int | None = None
    part: Part | None = None
    which: Which = Which.NEAREST
    years_off: int | None = None
    """Years from the report's own: -1 for "March last year"; None where no such words stand with it."""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """ "2013", "mid-2012", "the 1990s"."""

    year: int
    part: Part | None = None
    years: int = 1
    """How many years from `year` on: 10 for a decade."""


@dataclass(frozen=True, slots=True)
class Season:
    """ "the summer of 2014", "last winter"."""

    name: str
    year: int | None = None
    which: Which = Which.NEAREST


@dataclass(frozen=True, slots=True)
class Weekday:
    """ "Tuesday", "last Friday", "Sunday night", "Friday of last week"."""

    number: int
    """0 is Monday."""
    which: Which = Which.NEAREST
    overnight: bool = False
    week: Which | None = None
    """The week that is named with it; None where none is."""


@dataclass(frozen=True, slots=True)
class NearDay:
    """ "yesterday" (-1), "today" (0), "tomorrow" (1), and nights that touch two days."""

    first: int
    last: int
    """Days from the report's day, inclusive."""


@dataclass(frozen=True, slots=True)
class Period:
    """ "last week", "earlier this month", "next year", "this weekend" (`weekend`)."""

    unit: Unit
    which: Which
    part: Part | None = None
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Ago:
    """ "two days ago", "a few weeks ago" (`vague`)."""

    count: int
    unit: Unit
    vague: bool = False


@dataclass(frozen=True, slots=True)
class LastFew:
    """A stretch up to the report: "in the past 48 hours", "over the last two weeks", "five years of war"."""

    count: int
    unit: Unit
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Recent:
    """ "in recent days": a stretch up to the report whose length is not stated."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class FromContext:
    """ "a day earlier", "the same day", "hours later": counted from another time that the text tells of."""

    days: int | None
    """Days from that other time; None where the words give no number of days."""


@dataclass(frozen=True, slots=True)
class FromEvent:
    """ "two days after the truce", "since the war began": counted from an event whose date is not stated there."""

    since: bool = False
    """It reaches from the event to the report."""


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """ "at dawn": a time of day without a day."""


Basic: TypeAlias = (
    CalendarDay
    | EitherDay
    | DayOfMonth
    | CalendarMonth
    | CalendarYear
    | Season
    | Weekday
    | NearDay
    | Period
    | Ago
    | LastFew
    | Recent
    | FromContext
    | FromEvent
    | TimeOfDay
)


@dataclass(frozen=True, slots=True)
class Since:
    """ "since 2012": from then to the report."""

    start: Basic


@dataclass(frozen=True, slots=True)
class Until:
    """ "until Friday", "before 2012", "by 3 May": some time up to then."""

    end: Basic


@dataclass(frozen=True, slots=True)
class Between:
    """ "from 3 to 7 March": first and last, both inclusive."""

    start: Basic
    end: Basic


@dataclass(frozen=True, slots=True)
class UpTo:
    """ "in the week to 18 May": so long, and the end of it."""

    count: int
    unit: Unit
    end: Basic


Form: TypeAlias = Basic | Since | Until | Between | UpTo
