"""Times that reports state: every form, nothing invented."""

from datetime import date, datetime, time, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.knowledge.stamps import find_stamps, parse_stamp, require_stamp, zone_offset

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
CLOCKS = st.times().map(lambda t: t.replace(microsecond=0))
OFFSETS = st.integers(-14 * 60, 14 * 60)


def iso(words: str, *, day_first: bool | None = None) -> str | None:
    stamp = parse_stamp(words, found_in="text", day_first=day_first)
    return stamp.iso() if stamp else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2016-12-13", "2016-12-13"),
        ("2016/12/13", "2016-12-13"),
        ("2016-12-13T08:26:00+11:00", "2016-12-13T08:26+11:00"),
        ("2016-12-13T08:26:00.123Z", "2016-12-13T08:26+00:00"),
        ("2016-12-13 08:26", "2016-12-13T08:26"),
        ("20161213", "2016-12-13"),
        ("20161213T0928Z", "2016-12-13T09:28+00:00"),
        ("Tue, 13 Dec 2016 09:28:00 +0100", "2016-12-13T09:28+01:00"),
        ("Tue, 13 Dec 2016 09:28:00 +0000 (UTC)", "2016-12-13T09:28+00:00"),
        ("Tue Dec 13 2016 09:28:00 GMT+1100 (Australian Eastern Daylight Time)", "2016-12-13T09:28+11:00"),
        ("Tue Dec 13 09:28:00 +0000 2016", "2016-12-13T09:28+00:00"),
        ("13/12/2016 8:26 AM AEDT", "2016-12-13T08:26+11:00"),
        ("13 Dec 2016 - 08:26 (AEDT)", "2016-12-13T08:26+11:00"),
        ("Sun 16 Apr 2017", "2017-04-16"),
        ("April 16, 2017 14:05 GMT+3", "2017-04-16T14:05+03:00"),
        ("16 April 2017 at 0914", "2017-04-16T09:14"),
        ("August 13 2016 2037 UTC+3", "2016-08-13T20:37+03:00"),
        ("Dec. 13, 2016, 9:28 p.m. ET", "2016-12-13T21:28"),
        ("14:05 GMT, 16 April 2017", "2017-04-16T14:05+00:00"),
        ("9.28pm, 3rd of May 2016", "2016-05-03T21:28"),
        ("8:26\u202fAM 13\u00a0Dec 2016", "2016-12-13T08:26"),
        ("12:05 AM 13 Dec 2016", "2016-12-13T00:05"),
        ("12:05 PM 13 Dec 2016", "2016-12-13T12:05"),
        ("Last updated at Oct 032017", "2017-10-03"),
        ("D:20161213092800+11'00'", "2016-12-13T09:28+11:00"),
        ("D:20161213092800Z00'00'", "2016-12-13T09:28+00:00"),
        ("D:20161213", "2016-12-13"),
        ("28.05.2017", "2017-05-28"),
        ("04.07.2015", "2015-07-04"),
        ("12/31/2016", "2016-12-31"),
        ("05/05/2016", "2016-05-05"),
    ],
)
def test_a_time_is_read_as_far_as_it_is_stated(words: str, expected: str) -> None:
    assert iso(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "", "2016", "May 2016", "yesterday", "13 December", "2016-02-31", "31/02/2016", "30 February 2016",
        "29 Feb 2015",
        "2016-13-01", "13/13/2016", "00/00/2000", "13 Dec 2016 25:99", "2016-12-13T24:00", "2016-12-13T08:26+25:00",
        "13 Dec 2016 13:05 AM", "12 people on 13 Dec 2016", "D:201612", "x" * 500, "1.2.3.2016",
    ],
)  # fmt: skip
def test_words_that_state_no_existing_day_give_nothing(words: str) -> None:
    assert parse_stamp(words, found_in="text") is None


def test_an_order_that_nothing_settles_keeps_both_readings_earlier_first() -> None:
    stamp = parse_stamp("03/04/2016", found_in="text")
    assert stamp is not None
    assert (stamp.first, stamp.last, stamp.day) == (date(2016, 3, 4), date(2016, 4, 3), None)


def test_the_caller_the_weekday_or_a_neighbour_settle_the_order() -> None:
    assert iso("03/04/2016", day_first=True) == "2016-04-03"
    assert iso("03/04/2016", day_first=False) == "2016-03-04"
    assert iso("Sunday 03/04/2016") == "2016-04-03"
    found = find_stamps("03/04/2016 8:00 | Updated 13/04/2016 9:00")
    assert [stamp.iso() for _, stamp in found] == ["2016-04-03T08:00", "2016-04-13T09:00"]


def test_an_ambiguous_zone_keeps_its_words_without_an_offset() -> None:
    for zone in ("IST", "CST", "BST", "ET"):
        stamp = parse_stamp(f"13 January 2023 10:00 {zone}", found_in="text")
        assert stamp is not None
        assert (stamp.zone, stamp.offset_min, stamp.moment()) == (zone, None, None)
    assert zone_offset("AEDT") == 660
    assert zone_offset("UTC−3:30") == -210


def test_found_words_are_the_words_in_the_line() -> None:
    line = "15/11/2017 7:05 AM AEDT | Updated 15/11/2017 8:10 AM AEDT"
    found = find_stamps(line)
    assert [span.of(line) for span, _ in found] == ["15/11/2017 7:05 AM AEDT", "15/11/2017 8:10 AM AEDT"]
    assert all(stamp.words == span.of(line) for span, stamp in found)


def test_a_number_after_a_day_is_no_clock() -> None:
    [(span, stamp)] = find_stamps("On 13 Dec 2016 2000 people fled")
    assert stamp.clock is None
    assert len(span) == len("13 Dec 2016")


def test_what_the_user_typed_wrong_is_named_with_the_accepted_forms() -> None:
    with pytest.raises(UsageError, match="no such day") as refused:
        require_stamp("2016-02-31")
    assert "2016-12-13T08:26+11:00" in str(refused.value)
    with pytest.raises(UsageError, match="not a time"):
        require_stamp("next Tuesday")
    assert require_stamp("2016-12-13").found_in == "given"


@given(DAYS, CLOCKS, OFFSETS)
def test_iso_and_mail_times_come_back(day: date, clock: time, offset: int) -> None:
    moment = datetime.combine(day, clock, timezone(timedelta(minutes=offset)))
    for words in (moment.isoformat(), format_datetime(moment)):
        stamp = parse_stamp(words, found_in="field")
        assert stamp is not None
        assert stamp.moment() == moment


@given(
    DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A %d %b %Y", "%b. %d, %Y", "%Y-%m-%d", "%d.%m.%Y", "D:%Y%m%d"])
)
def test_days_come_back_in_every_form(day: date, form: str) -> None:
    stamp = parse_stamp(day.strftime(form), found_in="text")
    assert stamp is not None
    assert stamp.day == day


@given(DAYS)
def test_the_true_day_is_always_among_the_readings(day: date) -> None:
    stamp = parse_stamp(f"{day.day:02}/{day.month:02}/{day.year}", found_in="text")
    assert stamp is not None
    assert day in (stamp.first, stamp.last)


@given(st.text(alphabet="0123456789/-.: ,TZ+DecMayuapmGT|\n\u00a0٣", max_size=60))
def test_no_words_break_it_and_spans_hold_the_words(words: str) -> None:
    parse_stamp(words, found_in="text")
    for span, stamp in find_stamps(words):
        assert span.of(words) == stamp.words
        assert stamp.first <= stamp.last
