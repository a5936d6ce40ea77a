"""Times as reports give them: Stamp (when a report was published) and Interval (when something happened)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum


class Precision(StrEnum):
    """How finely a time is known, in the field's usual steps."""

    DAY = "day"
    DAYS = "days"
    """Two to six days, or a day that may be one of two (an ambiguous day/month order, "overnight")."""
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Interval:
    """The earliest and latest possible day of a happening, both inclusive; None where no bound is stated."""

    first: date | None
    last: date | None
    precision: Precision
    words: str | None = None
    """The words in the report that give the time; None where it follows from the report's date alone."""

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"An interval needs first <= last, got {self.first} and {self.last}.")

    @property
    def is_day(self) -> bool:
        """One exact day."""
        return self.first is not None and self.first == self.last

    def iso(self) -> str | None:
        """ISO 8601 day, month, year or interval; ".." for an open end; None where both ends are open."""
        if self.first is None and self.last is None:
            return None
        if self.first is None or self.last is None:
            return f"{self.first or '..'}/{self.last or '..'}"
        if self.first == self.last:
            return self.first.isoformat()
        if self._is_whole_month():
            return f"{self.first:%Y-%m}"
        if self._is_whole_year():
            return f"{self.first:%Y}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def _is_whole_month(self) -> bool:
        first, last = self.first, self.last
        if first is None or last is None or (first.year, first.month) != (last.year, last.month):
            return False
        return first.day == 1 and last.day == monthrange(last.year, last.month)[1]

    def _is_whole_year(self) -> bool:
        first, last = self.first, self.last
        if first is None or last is None or first.year != last.year:
            return False
        return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)

    def shifted(self, days: int) -> "Interval":
        """The same interval moved by a number of days (used by relative times)."""
        move = timedelta(days=days)
        return Interval(
            self.first + move if self.first else None,
            self.last + move if self.last else None,
            self.precision,
            self.words,
        )


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time that a report states about itself: when it was published or updated, in the outlet's own calendar."""

    first: date
    last: date
    """Equal to `first` unless the day/month order is ambiguous (3/4/2016): then both readings, earlier one first."""
    clock: time | None
    """Wall-clock time as stated; None where only a day is given."""
    offset_min: int | None
    """Minutes east of UTC; None where no zone is given."""
    zone: str | None
    """The zone as written ("AEDT", "+11:00", "Z"); None where none is given."""
    words: str
    """The words that were read."""
    found_in: str
    """Where the words stood: "text", "JSON-LD", "OpenGraph", "time element", "PDF metadata", "field", "given"."""

    @property
    def is_ambiguous(self) -> bool:
        """The day/month order could not be told."""
        return self.first != self.last

    @property
    def day(self) -> date | None:
        """The outlet's own calendar day; None where the day/month order is ambiguous."""
        return None if self.is_ambiguous else self.first

    def moment(self) -> datetime | None:
        """The instant with its zone; None where day, clock or zone is not known."""
        if self.is_ambiguous or self.clock is None or self.offset_min is None:
            return None
        return datetime.combine(self.first, self.clock, timezone(timedelta(minutes=self.offset_min)))

    def iso(self) -> str:
        """ISO 8601 as far as the report states it: day, day with clock, day with clock and offset, or day/day."""
        if self.is_ambiguous:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.clock is None:
            return self.first.isoformat()
        if self.offset_min is None:
            return datetime.combine(self.first, self.clock).isoformat(timespec="minutes")
        moment = self.moment()
        assert moment is not None  # noqa: S101  the three parts were checked above
        return moment.isoformat(timespec="minutes")
