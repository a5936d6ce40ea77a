"""Signs of time: how the days of two tellings, or the periods of two running totals, stand to each other."""

from datetime import date

from sayso.link.interface import LONG_DAYS, Telling, length_days
from sayso.link.sign import Sign
from sayso.model import EventKind, Interval

UNKNOWN_DAY = {
    *("no_days", "one_day_unknown"),
    *("out_same_days", "out_same_week", "out_apart", "out_before", "out_soon", "out_later", "out_long_after"),
}
"""Signs that a day is not known."""


def time_sign(left: Telling, right: Telling) -> Sign:
    """How the days stand to each other; an unknown day is compared by when the reports appeared."""
    mine, theirs = left.date, right.date
    if mine is None or theirs is None:
        return _unknown_time(left, right)
    gap = gap_days(mine, theirs)
    pair = f"{_said(mine)} and {_said(theirs)}"
    sure = _how_sure(left, right, gap) if gap else ""
    if gap > 1:
        name = "gap_days" if gap <= 4 else "gap_week" if gap <= 14 else "gap_long"
        return Sign(name + sure, f"{pair} are {gap} days apart")
    if gap == 1:
        name = "next_day" if mine.is_day and theirs.is_day else "next_days"
        return Sign(name + sure, f"{pair} follow each other")
    if mine.is_day and theirs.is_day:
        return Sign("same_day", f"Both on {_said(mine)}")
    if (mine.first, mine.last) == (theirs.first, theirs.last):
        short = (length_days(mine) or 400) <= LONG_DAYS
        return Sign("same_days" if short else "same_period", f"Both in {_said(mine)}")
    longest = max(length_days(mine) or 400, length_days(theirs) or 400)
    name = "overlap_3" if longest <= 3 else "overlap_8" if longest <= 8 else "overlap_month"
    return Sign(name if longest <= LONG_DAYS else "overlap_long", f"{pair} overlap")


_RANK = (
    *("same_day", "same_days", "overlap_3", "overlap_8", "next_day_assumed", "out_same_days", "next_days_assumed"),
    *("next_day_late", "next_days_late", "next_days_unsure", "overlap_month", "same_period", "out_soon"),
    *("next_day_unsure", "out_same_week", "overlap_long", "no_days", "one_day_unknown", "out_later", "gap_days_late"),
    *("next_days", "next_day", "out_apart", "out_before", "out_long_after", "gap_week_late", "gap_days_unsure"),
    *("gap_days_assumed", "gap_days", "gap_long_late", "gap_week_unsure", "gap_week_assumed", "gap_week"),
    *("gap_long_unsure", "gap_long_assumed", "gap_long"),
)
"""How the days may stand to each other, what speaks most for one happening first."""


def best_time_sign(left: Telling, right: Telling) -> Sign:
    """How the days stand to each other; for days that are not stated those of the reports' like tellings count too."""
    found = (time_sign(mine, theirs) for mine in left.by_day for theirs in right.by_day)
    return min(found, key=lambda sign: (_RANK.index(sign.name), sign.reason))


_DAILY = {EventKind.AIRSTRIKE, EventKind.SHELLING, EventKind.BOMBING, EventKind.CLASH}
"""Kinds of happening of which a place at war may see one every day."""


def _how_sure(left: Telling, right: Telling, gap: int) -> str:
    """What speaks against reading much into days that differ.

    A day that follows from the report's date alone is assumed; one that stands elsewhere in a later report, and is
    that of its publication, may be the day on which the toll was told; of what a war sees every day, two days and more
    on, only where the report has that day beside nothing but who speaks.
    """
    if left.is_day_assumed or right.is_day_assumed:
        return "_assumed"
    if left.day_told and right.day_told:
        return ""
    early, late = sorted((left, right), key=lambda telling: _first(telling.date))
    if late.day_told or late.published is None or early.published is None or late.date is None:
        return "_unsure"
    fresh = late.date.last is not None and (late.published - late.date.last).days <= 1
    daily = gap > 1 and left.event in _DAILY and right.event in _DAILY
    told_late = fresh and late.published > early.published and not (daily and late.deed_dated)
    return "_late" if told_late else "_unsure"


def _first(interval: Interval | None) -> date:
    return (interval.first if interval else None) or date.min


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
    if _years_long(mine) and _years_long(theirs) and abs((mine.first - theirs.first).days) <= _ABOUT_DAYS:
        return Sign("about_start", f"Years of war, counted from about {mine.first} and {theirs.first}")
    return Sign("starts_differ", f"They count from {mine.first} and {theirs.first}")


_ABOUT_DAYS = 330
"""By so many days the start of a count may be off where a report only says that a war is in its fifth year."""
_LONG_COUNT_DAYS = 730


def _years_long(counted: Interval) -> bool:
    return (length_days(counted) or 0) > _LONG_COUNT_DAYS


def _start_window(counted: Interval) -> tuple[date, date]:
    """The days on which a count may have started: the first of a year often stands for all of it."""
    first = counted.first
    assert first is not None  # noqa: S101  checked by the caller
    if first.day == 1:
        return first, date(first.year, 12, 31) if first.month == 1 else date(first.year, first.month, 28)
    return first, first
