from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Interval, Precision, Stamp


@pytest.mark.parametrize(
    ("first", "last", "iso"),
    [
        (date(2016, 6, 5), date(2016, 6, 5), "2016-06-05"),
        (date(2016, 6, 1), date(2016, 6, 30), "2016-06"),
        (date(2016, 2, 1), date(2016, 2, 28), "2016-02-01/2016-02-28"),
        (date(2016, 2, 1), date(2016, 2, 29), "2016-02"),
        (date(2013, 1, 1), date(2013, 12, 31), "2013"),
        (date(2011, 3, 1), date(2016, 6, 18), "2011-03-01/2016-06-18"),
        (date(2011, 3, 1), None, "2011-03-01/.."),
        (None, None, None),
    ],
)
def test_an_interval_prints_as_coarsely_as_it_is_known(first: date | None, last: date | None, iso: str | None) -> None:
    assert Interval(first, last, Precision.LONGER).iso() == iso


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400), st.integers(-400, 400))
def test_shifting_moves_both_ends_alike(first: date, length: int, days: int) -> None:
    interval = Interval(first, date.fromordinal(first.toordinal() + length), Precision.LONGER)
    moved = interval.shifted(days)
    assert moved.first is not None
    assert moved.last is not None
    assert (moved.last - moved.first).days == length
    assert (moved.first - first).days == days


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="first <= last"):
        Interval(date(2016, 6, 5), date(2016, 6, 4), Precision.DAYS)


def test_an_ambiguous_stamp_has_no_day_and_no_instant() -> None:
    both = Stamp(date(2016, 3, 4), date(2016, 4, 3), time(8, 26), 0, "GMT", "03/04/2016", "text")
    assert both.day is None
    assert both.moment() is None
    assert both.iso() == "2016-03-04/2016-04-03"


def test_a_stamp_without_zone_is_no_instant_but_keeps_its_clock() -> None:
    local = Stamp(date(2016, 12, 13), date(2016, 12, 13), time(8, 26), None, None, "13/12/2016 8:26 AM", "text")
    assert local.moment() is None
    assert local.iso() == "2016-12-13T08:26"


def test_a_stamp_with_offset_prints_it() -> None:
    sydney = Stamp(date(2016, 12, 13), date(2016, 12, 13), time(8, 26), 660, "AEDT", "13/12/2016 8:26 AM AEDT", "text")
    assert sydney.iso() == "2016-12-13T08:26+11:00"
