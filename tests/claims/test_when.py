"""When a harm happened, through the whole reader of claims."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Interval
from tests.claims.test_figures import read

MONDAY = date(2021, 6, 7)
DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))
RELATIVE = (
    "Yesterday {n} people were killed in the flood.",
    "A fire killed {n} people two days ago.",
    "The ferry sank overnight and {n} passengers drowned.",
    "In the past 48 hours shelling has wounded {n} people.",
    "Three days ago gunmen abducted {n} villagers.",
    "A quake killed {n} people. Another nine were injured in the town.",
    "On Tuesday a blast killed {n} people.",
    "Since last Friday {n} villagers have been detained.",
)


def days_of(text: str, published: date) -> list[Interval]:
    return [claim.date for claim in read(text, published=published)[0] if claim.figure and claim.date]


@pytest.mark.parametrize("template", RELATIVE)
@settings(max_examples=4, deadline=None)
@given(published=DAYS, weeks=st.integers(-60, 60), days=st.integers(-6, 6), number=st.integers(5, 900))
def test_relative_days_move_with_the_report(template: str, published: date, weeks: int, days: int, number: int) -> None:
    by_weekday = "Tuesday" in template or "Friday" in template
    move = 7 * weeks + (0 if by_weekday else days)
    text = template.format(n=number)
    before, after = days_of(text, published), days_of(text, published + timedelta(days=move))
    assert before
    assert [interval.shifted(move) for interval in before] == after


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In April last year a quake killed 31 people.", "2020-04"),
        ("On 3 May last year a quake killed 31 people.", "2020-05-03"),
        ("A mudslide killed 14 people in a valley devastated by the floods of 2004.", "2021-06-07"),
        ("A blast left 40 soldiers dead on Sunday in a blow to an advance launched earlier this month.", "2021-06-06"),
        ("It was the first death since a blast on Friday that killed 14 people.", "2021-06-04"),
        ("A raid killed 31 people. Envoys will meet on Friday.", "2021-06-07"),
        ("Envoys who are due to meet on Friday deplored a raid that killed 31 people.", "2021-06-07"),
        ("On Friday 150 people were evacuated from the valley.", "2021-06-04"),
    ],
)
def test_day_of_a_harm(text: str, day: str) -> None:
    found = [interval.iso() for interval in days_of(text, MONDAY)]
    assert day in found


def test_the_day_told_for_the_same_kind_of_happening_is_taken() -> None:
    text = (
        "On Sunday a car bomb killed 14 people in Ostrel. On Friday soldiers shelled the port and killed 9 people. "
        "The driver of the car bomb killed two women."
    )
    assert [interval.iso() for interval in days_of(text, MONDAY)] == ["2021-06-06", "2021-06-04", "2021-06-06"]


def test_the_same_toll_happened_on_the_same_day() -> None:
    text = "A blast killed 57 people on Sunday. A fire hurt 8 people on Friday. That blast killed 57 people in all."
    assert [interval.iso() for interval in days_of(text, MONDAY)] == ["2021-06-06", "2021-06-04", "2021-06-06"]
