from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.times import Anchor, TimeExpression, find_dateline, find_times, resolve_time
from sayso.knowledge.times_grammar import rules
from sayso.model import Interval, Precision, Span, Stamp

WEDNESDAY = date(2018, 3, 14)


@dataclass(frozen=True)
class Case:
    why: str
    text: str
    expect: Mapping[str, str | None]
    published: bool


def load_cases() -> list[Case]:
    raw = yaml.safe_load((Path(__file__).parent / "times_cases.yaml").read_text(encoding="utf-8"))
    return [Case(c["why"], c["text"], c["expect"], c.get("published", WEDNESDAY) is not None) for c in raw]


def stamp(first: date, last: date | None = None) -> Stamp:
    return Stamp(first, last or first, None, None, None, first.isoformat(), "field")


def read(text: str, anchor: Anchor, told: Interval | None = None) -> dict[str, str | None]:
    readings = {e.words: resolve_time(e, anchor, told=told).interval for e in find_times(text)}
    return {words: interval.iso() if interval else None for words, interval in readings.items()}


def only(text: str) -> TimeExpression:
    (expression,) = find_times(text)
    return expression


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.why)
def test_golden_sentences(case: Case) -> None:
    anchor = Anchor(stamp(WEDNESDAY) if case.published else None)
    assert read(case.text, anchor) == dict(case.expect)


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.why)
def test_the_hint_of_a_rule_stands_in_all_that_it_matches(case: Case) -> None:
    for rule in rules():
        for match in rule.pattern.finditer(case.text):
            assert rule.hint.search(match.group()), rule.pattern.pattern


WORDS = [
    "Monday", "Fridays", "May", "may", "march", "March", "since", "2012", "the", "war", "began", "in", "last", "week",
    "5", "12/03/2016", "two", "days", "ago", "between", "and", "to", "-", "mid-", "3rd", "on", "overnight", "yesterday",
    ",", "recent", "hours", "later", "until", "31", "February", "حلب", "e\u0301", "\U0001f600", "year", "of", "for",
    "a", "few",
]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


@given(texts | st.text(max_size=60), days)
def test_expressions_give_back_their_words_in_order_and_first_is_never_after_last(text: str, day: date) -> None:
    end = 0
    for expression in find_times(text):
        assert expression.span.of(text) == expression.words
        assert expression.words.strip()
        assert expression.span.start >= end
        end = expression.span.end
        for tense in ("past", "future"):
            interval = resolve_time(
                expression, Anchor(stamp(day)), tense="past" if tense == "past" else "future"
            ).interval
            if interval and interval.first and interval.last:
                assert interval.first <= interval.last


@given(texts, st.integers(0, 30), st.integers(0, 30))
def test_only_the_given_stretch_is_read(text: str, start: int, length: int) -> None:
    within = Span(min(start, len(text)), min(start + length, len(text)))
    assert all(within.covers(expression.span) for expression in find_times(text, within))


RELATIVE = [
    "Tuesday",
    "yesterday",
    "two days ago",
    "overnight",
    "in the last day",
    "in the past 48 hours",
    "three weeks ago",
]


@given(st.sampled_from(RELATIVE), days, st.integers(0, 60))
def test_relative_days_move_with_the_report(words: str, day: date, weeks: int) -> None:
    shift = 7 * weeks if words == "Tuesday" else weeks
    expression = only(f"It happened {words}.")
    here = resolve_time(expression, Anchor(stamp(day))).interval
    there = resolve_time(expression, Anchor(stamp(day + timedelta(days=shift)))).interval
    assert here is not None
    assert here.shifted(shift) == there


@given(
    st.sampled_from([*RELATIVE, "on 3 May", "last month", "this week", "in late October", "on the 3rd", "this weekend"])
)
def test_undated_report_has_no_relative_day(words: str) -> None:
    reading = resolve_time(only(f"It happened {words}."), Anchor())
    assert reading.interval is None
    assert "a report that has no date" in reading.reason


@given(st.sampled_from(["Monday", "Sunday", "3 May", "on the 9th", "last Friday"]), days)
def test_past_days_never_lie_after_the_report(words: str, day: date) -> None:
    interval = resolve_time(only(f"It happened {words}."), Anchor(stamp(day))).interval
    assert interval is not None
    assert interval.last is not None
    mended = timedelta(days=3) if words == "3 May" else timedelta()  # a page may be mended after its publication
    assert interval.last <= day + mended


def test_future_tense_looks_ahead() -> None:
    expression = only("They will meet on Tuesday.")
    future = resolve_time(expression, Anchor(stamp(WEDNESDAY)), tense="future").interval
    assert future is not None
    assert future.iso() == "2018-03-20"


def test_ambiguous_publication_day_gives_both_readings() -> None:
    reading = resolve_time(only("A shell fell yesterday."), Anchor(stamp(date(2016, 3, 4), date(2016, 4, 3))))
    assert reading.interval == Interval(date(2016, 3, 3), date(2016, 4, 2), Precision.DAYS, "yesterday")


def test_dateline_wins_over_publication_field() -> None:
    anchor = Anchor(stamp(date(2020, 1, 1)), stamp(WEDNESDAY))
    assert read("It fell on Tuesday.", anchor) == {"Tuesday": "2018-03-13"}


def test_same_day_and_day_earlier_count_from_the_time_the_text_tells_of() -> None:
    told = Interval(date(2018, 3, 9), date(2018, 3, 9), Precision.DAY)
    found = read(
        "The same day a bus burnt; a day earlier, a house; two days later, a barn.", Anchor(stamp(WEDNESDAY)), told
    )
    assert found == {"The same day": "2018-03-09", "a day earlier": "2018-03-08", "two days later": "2018-03-11"}


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("on Tuesday", Precision.DAY),
        ("overnight", Precision.DAYS),
        ("last week", Precision.WEEK),
        ("in March 2016", Precision.MONTH),
        ("in 2012", Precision.YEAR),
        ("since 2012", Precision.LONGER),
    ],
)
def test_precision_follows_the_words(words: str, precision: Precision) -> None:
    interval = resolve_time(only(f"It burnt {words}."), Anchor(stamp(WEDNESDAY))).interval
    assert interval is not None
    assert interval.precision is precision


DATELINES = [
    ("Sun 16 Apr 2017 Death toll rises in harbour town", "2017-04-16"),
    ("Published March 3 2018 A blast shook the port.", "2018-03-03"),
    ("Last updated at Jan 202015 The port burnt.", "2015-01-20"),
    ("Date of publication 7 July 2016 The port burnt.", "2016-07-07"),
    ("HARBOUR TOWN, Mar 13 (Wire) - A blast shook the port.", "2018-03-13"),
    ("Harbour Town, 13 March\nA blast shook the port.", "2018-03-13"),
    ("Blast shakes port - Wire\nMonday 12 Mar 2018\nTen died.", "2018-03-12"),
    ("A blast shook the port on 3 May 2016, killing ten.", None),
    ("The port, rebuilt in March 2016, burnt again.", None),
    ("A blast shook the port.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_dateline_is_a_date_that_stands_alone_at_the_start(text: str, day: str | None) -> None:
    found = find_dateline(text, stamp(WEDNESDAY))
    assert (found.iso() if found else None) == day


@pytest.mark.parametrize("text", ["Port Alba, 12 March. The army has", "Coravel, March 12 (NPA). The president came"])
def test_dateline_may_end_with_a_full_stop(text: str) -> None:
    found = find_dateline(text, stamp(WEDNESDAY))
    assert found is not None
    assert found.day == date(2018, 3, 12)


def test_a_page_mended_after_its_publication_tells_days_of_this_year() -> None:
    found = read("Correction, 16 March: the toll was lower.", Anchor(stamp(WEDNESDAY), None))
    assert found == {"16 March": "2018-03-16"}


def test_dateline_without_year_needs_a_publication_day() -> None:
    assert find_dateline("HARBOUR TOWN, Mar 13 (Wire) - A blast.") is None


def test_dateline_of_december_in_a_report_of_january_keeps_the_old_year() -> None:
    found = find_dateline("HARBOUR TOWN, Dec 31 (Wire) - A blast.", stamp(date(2018, 1, 1)))
    assert found is not None
    assert found.day == date(2017, 12, 31)


def test_ambiguous_dateline_is_settled_by_the_publication_day_or_stays_open() -> None:
    text = "04-06-2016 Five killed in port"
    settled = cast("Stamp", find_dateline(text, stamp(date(2016, 6, 4))))
    assert settled.day == date(2016, 6, 4)
    assert cast("Stamp", find_dateline(text)).is_ambiguous


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Coravel, Monday. — Two men were shot last night.", date(2018, 3, 12)),
        ("CORAVEL, MONDAY. A bomb fell on the market.", date(2018, 3, 12)),
        ("Statement of the relief committee, 11 March\n\nWe mourn two colleagues.", date(2018, 3, 11)),
        ("On Monday. A bomb fell on the market.", None),
        ("A look back at the storm of 11 January\n\nTwo years of work are lost.", None),
    ],
)
def test_dateline_may_be_a_weekday_after_a_place_or_end_a_heading(text: str, day: date | None) -> None:
    found = find_dateline(text, stamp(WEDNESDAY))
    assert (found.day if found else None) == day


def test_a_stretch_from_a_day_wins_over_the_words_before_it() -> None:
    found = read("In the nine days since 5 March the clinic took in 40 children.", Anchor(stamp(WEDNESDAY), None))
    assert found == {"since 5 March": "2018-03-05/2018-03-14"}
