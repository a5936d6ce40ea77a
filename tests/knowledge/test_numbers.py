"""Quantities in text: what counts, with which bounds, and what does not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.numbers import find_quantities, spell
from sayso.model import Modifier


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "modifier"),
    [
        ("At least 22 people", "At least 22", 22, None, Modifier.AT_LEAST),
        ("22 or more people", "22 or more", 22, None, Modifier.AT_LEAST),
        ("no fewer than two hundred and five men", "no fewer than two hundred and five", 205, None, Modifier.AT_LEAST),
        ("more than 40 men", "more than 40", 41, None, Modifier.MORE_THAN),
        ("over 40 men", "over 40", 41, None, Modifier.MORE_THAN),
        ("more than a dozen men", "more than a dozen", 13, None, Modifier.MORE_THAN),
        ("up to 50 men", "up to 50", None, 50, Modifier.UP_TO),
        ("as many as 50 men", "as many as 50", None, 50, Modifier.UP_TO),
        ("fewer than 50 men", "fewer than 50", None, 49, Modifier.FEWER_THAN),
        ("about 100 men", "about 100", 100, 100, Modifier.ABOUT),
        ("some 80 men", "some 80", 80, 80, Modifier.ABOUT),
        ("nearly 70 men", "nearly 70", 70, 70, Modifier.ABOUT),
        ("20 to 25 men", "20 to 25", 20, 25, Modifier.RANGE),
        ("20-25 men", "20-25", 20, 25, Modifier.RANGE),
        ("between 20 and 25 men", "between 20 and 25", 20, 25, Modifier.RANGE),
        ("a dozen men", "a dozen", 12, 12, Modifier.EXACT),
        ("a hundred and five men", "a hundred and five", 105, 105, Modifier.EXACT),
        ("a hundred thousand people", "a hundred thousand", 100_000, 100_000, Modifier.EXACT),
        ("over a hundred and ten people", "over a hundred and ten", 111, None, Modifier.MORE_THAN),
        ("over 2.5 lakh people", "over 2.5 lakh", 250_001, None, Modifier.MORE_THAN),
        ("3,12,500 people", "3,12,500", 312_500, 312_500, Modifier.EXACT),
        ("eighty, or ninety, people", "eighty, or ninety", 80, 90, Modifier.RANGE),
        ("five, maybe six, men", "five, maybe six", 5, 6, Modifier.RANGE),
        ("not a single child", "not a single", 0, 0, Modifier.VAGUE),
        ("since May 8 to 194", "194", 194, 194, Modifier.EXACT),
        ("half a million men", "half a million", 500_000, 500_000, Modifier.EXACT),
        ("over a quarter of a million men", "over a quarter of a million", 250_001, None, Modifier.MORE_THAN),
        ("one and a half million men", "one and a half million", 1_500_000, 1_500_000, Modifier.EXACT),
        ("many hundreds of thousands", "many hundreds of thousands", 200_000, None, Modifier.VAGUE),
        ("1.5 million men", "1.5 million", 1_500_000, 1_500_000, Modifier.EXACT),
        ("twenty-two men", "twenty-two", 22, 22, Modifier.EXACT),
        ("200 000 men", "200 000", 200_000, 200_000, Modifier.EXACT),
        ("dozens of men", "dozens", 24, None, Modifier.VAGUE),
        ("scores of men", "scores", 40, None, Modifier.VAGUE),
        ("tens of thousands of men", "tens of thousands", 20_000, None, Modifier.VAGUE),
        ("several dozen men", "several dozen", 36, None, Modifier.VAGUE),
        ("several men", "several", 3, None, Modifier.VAGUE),
        ("untold thousands", "untold thousands", 2000, None, Modifier.VAGUE),
        ("millions of men", "millions", 2_000_000, None, Modifier.VAGUE),
        ("a number of men", "a number", None, None, Modifier.VAGUE),
        ("no one was hurt", "no one", 0, 0, Modifier.VAGUE),
        ("no casualties", "no", 0, 0, Modifier.VAGUE),
        ("a couple of men", "a couple", 2, 2, Modifier.EXACT),
    ],
)
def test_a_quantity_has_the_bounds_that_its_words_state(
    text: str, words: str, low: int | None, high: int | None, modifier: Modifier
) -> None:
    found = find_quantities(text)
    assert [(q.span.of(text), q.low, q.high, q.modifier) for q in found] == [(words, low, high, modifier)]


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old boy",
        "aged 12",
        "12 March 2016",
        "on March 12, they",
        "in 2014 the",
        "5sq km",
        "5 km away",
        "30 percent",
        "$30 paid",
        "an AK-47",
        "a T-72 tank",
        "the 12th man",
        "23-09-2013",
        "a magnitude 7 quake",
        "at 7:30 they",
        "three days later",
        "a four-year war",
        "children under 5",
        "a 36 - year - old",
    ],
)
def test_dates_ages_money_distances_and_models_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_rise_is_no_range() -> None:
    text = "rose from 17 to 35"
    assert [q.span.of(text) for q in find_quantities(text)] == ["17", "35"]


@given(st.integers(0, 999_999_999))
def test_spelling_and_reading_a_number_give_it_back(number: int) -> None:
    for words in (spell(number), f"{number:,}"):
        [quantity] = find_quantities(f"{words} people")
        assert (quantity.low, quantity.high) == (number, number), words


@given(st.text(alphabet="0123456789 ,.-abdehnorstwy\u0661\u0301\n%$", max_size=60))
def test_any_text_gives_ordered_spans_and_ordered_bounds(text: str) -> None:
    found = find_quantities(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    for quantity in found:
        assert quantity.span.covers(quantity.number)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@pytest.mark.parametrize(
    "digits", ["9" * 21, "12" * 400, "9" * 5_000, "1," * 500 + "1", "0." + "3" * 800, "1.5" + "0" * 400]
)
def test_a_row_of_digits_that_is_no_count_is_passed_over(digits: str) -> None:
    found = find_quantities(f"{digits} people came, and at least 12 people were killed.")
    assert [(q.low, q.high) for q in found if q.low == 12] == [(12, None)]
    assert all(q.low is None or q.low <= 10_000_000_000 for q in found)


@pytest.mark.parametrize(
    ("text", "number"),
    [("2.3 million people", 2_300_000), ("1.1 billion people", 1_100_000_000), ("4.35 million", 4_350_000)],
)
def test_decimals_are_read_exactly(text: str, number: int) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.high) == (number, number)


def test_scales_without_end_are_no_count() -> None:
    assert not [q for q in find_quantities("one" + " hundred" * 3_000) if (q.low or 0) > 10_000_000_000]
