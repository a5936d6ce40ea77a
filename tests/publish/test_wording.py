"""Days, times, counts and places read no more exactly than they are known."""

from datetime import date, time

import pytest

from sayso.model import Act, ClaimKind, FindingKind, Group, Interval, Measure, Place, Precision, Stamp, Status
from sayso.publish import wording


@pytest.mark.parametrize(
    ("first", "last", "precision", "expected"),
    [
        (date(2031, 3, 4), date(2031, 3, 4), Precision.DAY, "4 March 2031"),
        (date(2031, 3, 4), date(2031, 3, 5), Precision.DAYS, "4 to 5 March 2031 (one of these days, or both)"),
        (date(2031, 2, 25), date(2031, 3, 4), Precision.WEEK, "25 February to 4 March 2031 (day not exactly known)"),
        (date(2031, 3, 1), date(2031, 3, 31), Precision.MONTH, "in March 2031, day not known"),
        (date(2031, 1, 1), date(2031, 12, 31), Precision.YEAR, "in 2031, day not known"),
        (date(2029, 6, 1), date(2031, 3, 5), Precision.LONGER, "1 June 2029 to 5 March 2031"),
        (date(2029, 6, 1), None, Precision.LONGER, "since 1 June 2029"),
        (None, date(2031, 3, 5), Precision.LONGER, "until 5 March 2031"),
        (None, None, Precision.DAY, "not known"),
    ],
)
def test_an_interval_is_as_exact_as_it_is_known(
    first: date | None, last: date | None, precision: Precision, expected: str
) -> None:
    assert wording.interval(Interval(first, last, precision)) == expected


def test_no_interval_is_not_known() -> None:
    assert wording.interval(None) == "not known"


def test_an_ambiguous_stamp_shows_both_readings() -> None:
    stamp = Stamp(date(2031, 3, 4), date(2031, 4, 3), None, None, None, "3/4/2031", "text")
    assert wording.stamp(stamp).startswith("4 March 2031 or 3 April 2031 (order of day and month not clear)")
    assert wording.short_stamp(stamp) == "4 March 2031 or 3 April 2031"


def test_a_zone_given_as_an_offset_is_shown_once() -> None:
    day = date(2031, 3, 4)
    assert wording.stamp(Stamp(day, day, time(8, 26), 660, "+11:00", "x", "field")).startswith(
        "4 March 2031, 08:26 +11:00,"
    )
    assert "AEDT (UTC+11:00)" in wording.stamp(Stamp(day, day, time(8, 26), 660, "AEDT", "x", "text"))


@pytest.mark.parametrize(("number", "expected"), [(0, "0 copies"), (1, "1 copy"), (2000, "2,000 copies")])
def test_numbers_and_nouns_agree(number: int, expected: str) -> None:
    assert wording.count(number, "copy", "copies") == expected


def test_a_place_that_is_not_resolved_is_said_to_be_so() -> None:
    assert wording.place(Place("Old Ford")) == "Old Ford (not found in the gazetteer)"
    assert wording.place(None) == "not known"
    resolved = Place("the Mill Quarter", "Mill Quarter", "1", "neighbourhood", within=("Karsun",))
    assert wording.place(resolved) == "the Mill Quarter (Mill Quarter, Karsun; neighbourhood)"


def test_every_value_has_its_words() -> None:
    assert set(wording.MEASURES) == set(Measure)
    assert set(wording.GROUPS) == set(Group)
    assert set(wording.STATUSES) == set(Status)
    assert set(wording.ACTS) == set(Act)
    assert set(wording.KINDS) == set(ClaimKind)
    assert set(wording.FINDINGS) == set(FindingKind)


@pytest.mark.parametrize("locator", ["/home/me/case/a.html", "C:\\Users\\me\\a.html", "a.html", "/x/a.html/"])
def test_a_locator_shows_no_folder_of_the_machine(locator: str) -> None:
    assert wording.file_name(locator) == "a.html"
