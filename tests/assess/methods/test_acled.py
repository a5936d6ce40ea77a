"""Each rule of ACLED: where it fires, and where it must not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.assess.methods.acled import divide
from sayso.model import ClaimKind, EventKind, Figure, Group, Measure, Modifier, Place
from tests.assess.methods.cases import DAY, MARROW, assessed, claim, days, origin, parts, set_to, value

A, B = claim("a", 60), claim("b", 80)
TWO = [origin("monitor", A), origin("council", B)]


def test_conservative_figure_is_the_lowest_and_the_dispute_is_noted() -> None:
    found = assessed("acled", TWO, [A, B])
    assert value(found, "fatalities") == 60
    assert "“80 people” (council)" in str(value(found, "notes"))


def test_conservative_figure_is_not_the_accused_partys_unless_set_so() -> None:
    a, own = claim("a", 60, blamed="the Syrian army"), claim("own", 9)
    origins = [origin("monitor", a), origin("party:syria-government", own)]
    assert value(assessed("acled", origins, [a, own]), "fatalities") == 60
    assert value(assessed(set_to("acled", accused_counts=True), origins, [a, own]), "fatalities") == 9


@pytest.mark.parametrize(
    ("words", "low", "number"), [("tens", 20, 10), ("dozens", 24, 12), ("hundreds of people", 200, 100)]
)
def test_vague_words(words: str, low: int, number: int) -> None:
    a = claim("a", low, None, words=words, modifier=Modifier.VAGUE)
    found = assessed("acled", [origin("monitor", a)], [a])
    assert value(found, "fatalities") == number
    assert found.headline.rule == "vague_words"


def test_vague_words_not_in_a_stated_number() -> None:
    a = claim("a", 300, words="300 of the hundreds there")
    assert value(assessed("acled", [origin("monitor", a)], [a]), "fatalities") == 300


def test_no_number_is_three_and_ten_in_an_active_war_zone() -> None:
    harm = claim("h", None, measure=None, kind=ClaimKind.HARM, words="many villagers were killed")
    assert value(assessed("acled", [origin("monitor", harm)], [harm]), "fatalities") == 3
    assert value(assessed(set_to("acled", war_zone=True), [origin("monitor", harm)], [harm]), "fatalities") == 10


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Fatalities were feared among the crews", 3),
        ("the dead lay in the road", 3),
        ("families LOST THEIR LIVES", 3),
        ("several prisoners were executed", 3),
        ("skilled workers were hurt", None),
        ("executives of the company were injured", None),
        ("villagers were hurt after the deadline", None),
        ("players of the diehard club were hurt", None),
    ],
)
def test_whole_words_tell_of_deaths(words: str, number: int | None) -> None:
    harm = claim("h", None, measure=None, kind=ClaimKind.HARM, words=words)
    assert value(assessed("acled", [origin("monitor", harm)], [harm]), "fatalities") == number


def test_no_number_never_exceeds_a_ceiling_and_does_not_fire_beside_a_number() -> None:
    most = replace(claim("a", None, words="up to two"), figure=Figure(None, 2, Modifier.UP_TO, "up to two"))
    assert value(assessed("acled", [origin("monitor", most)], [most]), "fatalities") == 2
    assert assessed("acled", TWO, [A, B]).headline.rule != "no_number"


def test_casualties_alone_are_no_fatalities() -> None:
    hurt = claim("i", 30, measure=Measure.INJURED)
    found = assessed("acled", [origin("monitor", hurt)], [hurt])
    assert (value(found, "fatalities"), found.headline.rule) == (0, "casualties_alone")


def test_casualties_alone_not_where_nothing_or_deaths_are_stated() -> None:
    fled = claim("f", 900, measure=Measure.DISPLACED)
    assert value(assessed("acled", [origin("monitor", fled)], [fled]), "fatalities") is None
    hurt = claim("i", 30, measure=Measure.INJURED)
    assert value(assessed("acled", [origin("monitor", A, hurt)], [A, hurt]), "fatalities") == 60


@given(st.integers(0, 5000), st.integers(1, 40))
def test_joint_toll_is_divided_evenly_and_the_remainder_goes_to_the_first(total: int, number: int) -> None:
    shares = divide(total, number)
    assert sum(shares) == total
    assert len(set(shares[1:])) <= 1
    assert shares[0] >= max(shares)


def test_joint_toll_of_three_days() -> None:
    found = assessed("acled", TWO, [A, B], event=EventKind.CUMULATIVE, date=days(DAY, DAY + timedelta(days=3)))
    (divided,) = parts(found, "joint_toll")
    assert [str(v).partition("=")[2] for _, v in divided.values] == ["15", "15", "15", "15"]


def test_joint_toll_not_for_one_happening_whose_day_is_unsure_nor_for_a_war() -> None:
    assert not parts(assessed("acled", TWO, [A, B], date=days(DAY, DAY + timedelta(days=1))), "joint_toll")
    war = assessed("acled", TWO, [A, B], event=EventKind.CUMULATIVE, date=days(DAY, DAY + timedelta(days=400)))
    assert not parts(war, "joint_toll")


@pytest.mark.parametrize(("length", "code"), [(1, 1), (2, 2), (7, 2), (31, 3), (32, None)])
def test_time_precision(length: int, code: int | None) -> None:
    found = assessed("acled", TWO, [A, B], date=days(DAY, DAY + timedelta(days=length - 1)))
    assert value(found, "time_precision") == code


@pytest.mark.parametrize(
    ("words", "precision", "code"),
    [("Marrow", "town", 1), ("near Marrow", "town", 2), ("Marrow", "province", 3), ("Marrow", "country", None)],
)
def test_geo_precision(words: str, precision: str, code: int | None) -> None:
    place: Place = replace(MARROW, words=words, precision=precision)
    assert value(assessed("acled", TWO, [A, B], place=place), "geo_precision") == code


def test_event_type_is_blank_where_the_kind_has_none() -> None:
    assert value(assessed("acled", TWO, [A, B]), "sub_event_type") == "Shelling/artillery/missile attack"
    assert value(assessed("acled", TWO, [A, B], event=EventKind.SIEGE), "event_type") is None


def test_notes_say_nothing_of_a_dispute_where_there_is_none() -> None:
    assert "others" not in str(value(assessed("acled", [origin("monitor", A)], [A]), "notes"))


def test_scope_leaves_out_what_has_no_day_or_place() -> None:
    assert parts(assessed("acled", TWO, [A, B]), "scope")[0].shown == "yes"
    assert parts(assessed("acled", TWO, [A, B], date=None), "scope")[0].shown == "no"
    assert parts(assessed("acled", TWO, [A, B], place=None), "scope")[0].shown == "no"


def test_fatalities_of_civilians_and_fighters_counted_apart_are_added_up() -> None:
    civilians = claim("c", 14, group=Group.CIVILIAN, words="14 civilians")
    fighters = claim("f", 6, group=Group.COMBATANT, words="six fighters")
    found = assessed("acled", [origin("monitor", civilians, fighters)], [civilians, fighters])
    assert value(found, "fatalities") == 20
