"""Each rule of UCDP GED: where it fires, and where it must not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import EventKind, Figure, Group, Modifier, Place
from tests.assess.methods.cases import DAY, MARROW, assessed, claim, days, origin, parts, set_to, value

A, B = claim("a", 60), claim("b", 80)
TWO = [origin("monitor", A), origin("council", B)]


def estimates(found: object) -> tuple[object, ...]:
    return tuple(value(found, name) for name in ("low", "best", "high"))  # type: ignore[arg-type]


def test_low_best_high_is_the_range_of_reports() -> None:
    assert estimates(assessed("ucdp", TWO, [A, B])) == (60, 60, 80)
    number = claim("n", None, words="a number of people", modifier=Modifier.VAGUE)
    assert estimates(assessed("ucdp", [origin("monitor", number)], [number])) == (None, None, None)


@given(st.lists(st.tuples(st.integers(0, 500), st.sampled_from(list(Group))), min_size=1, max_size=5))
def test_low_best_high_always_rises_and_best_is_the_sum_of_its_parts(told: list[tuple[int, Group]]) -> None:
    claims = [claim(f"c{n}", number, group=group) for n, (number, group) in enumerate(told)]
    found = assessed("ucdp", [origin(f"o{n}", one) for n, one in enumerate(claims)], claims)
    low, best, high = estimates(found)
    assert isinstance(low, int)
    assert isinstance(best, int)
    assert isinstance(high, int)
    assert low <= best <= high
    held = [value(found, f"deaths_{name}") for name in ("a", "b", "civilians", "unknown")]
    assert sum(part for part in held if isinstance(part, int)) == best


def test_low_best_high_takes_a_ceiling_for_the_high_end_alone() -> None:
    most = replace(claim("c", None, words="as high as 470"), figure=Figure(None, 470, Modifier.UP_TO, "as high as 470"))
    assert estimates(assessed("ucdp", [origin("monitor", most), origin("council", B)], [most, B])) == (80, 80, 470)


def test_reliable_leaves_out_a_partys_figure_for_its_enemys_dead() -> None:
    fighters = claim("f", 300, group=Group.COMBATANT, words="300 fighters")
    found = assessed("ucdp", [origin("party:orvania-government", fighters)], [fighters])
    assert estimates(found) == (0, 0, 300)
    assert parts(found, "reliable")
    assert parts(found, "event_threshold")[0].shown == "yes"


def test_reliable_keeps_a_partys_figure_for_civilians_and_all_where_set_so() -> None:
    civilians = claim("c", 12, group=Group.CIVILIAN, words="12 civilians")
    assert estimates(assessed("ucdp", [origin("party:orvania-government", civilians)], [civilians])) == (12, 12, 12)
    fighters = claim("f", 300, group=Group.COMBATANT, words="300 fighters")
    method = set_to("ucdp", exclude_party_claims=False)
    assert estimates(assessed(method, [origin("party:orvania-government", fighters)], [fighters])) == (300, 300, 300)


def test_best_when_split_is_the_lower_unless_set_otherwise() -> None:
    assert value(assessed(set_to("ucdp", best_when_split="higher"), TWO, [A, B]), "best") == 80
    assert value(assessed("ucdp", TWO, [A, B]), "best") == 60


def test_better_informed_are_sources_with_a_name() -> None:
    floor = claim("u", 11, modifier=Modifier.AT_LEAST, words="at least 11")
    assert estimates(assessed("ucdp", [*TWO, origin("unnamed", floor)], [A, B, floor])) == (60, 60, 80)
    assert estimates(assessed("ucdp", [origin("unnamed", floor)], [floor])) == (11, 11, 11)


def test_event_threshold_needs_a_death_a_place_and_a_time() -> None:
    assert parts(assessed("ucdp", TWO, [A, B]), "event_threshold")[0].shown == "yes"
    none = claim("z", 0, words="no casualties")
    for found in (
        assessed("ucdp", [origin("monitor", none)], [none]),
        assessed("ucdp", TWO, [A, B], place=None),
        assessed("ucdp", TWO, [A, B], date=None),
        assessed("ucdp", TWO, [A, B], event=EventKind.CUMULATIVE, date=days(DAY, DAY + timedelta(days=900))),
    ):
        assert parts(found, "event_threshold")[0].shown == "no"


def test_deaths_by_side_are_blank_where_unknown() -> None:
    child = claim("c", 13, group=Group.CHILD, words="13 children", subset_of="a")
    found = assessed("ucdp", [origin("monitor", A, child)], [A, child])
    assert (value(found, "deaths_civilians"), value(found, "deaths_unknown")) == (13, 47)
    assert value(found, "deaths_a") is None
    assert value(assessed("ucdp", TWO, [A, B]), "deaths_civilians") is None


@pytest.mark.parametrize(("length", "code"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5)])
def test_date_precision(length: int, code: int) -> None:
    found = assessed("ucdp", TWO, [A, B], date=days(DAY, DAY + timedelta(days=length - 1)))
    assert value(found, "date_prec") == code


def test_date_precision_of_a_day_that_no_report_states_is_not_exact() -> None:
    undated = [replace(one, date=replace(one.date, words=None) if one.date else None) for one in (A, B)]
    found = assessed("ucdp", [origin("monitor", undated[0]), origin("council", undated[1])], undated)
    assert value(found, "date_prec") == 2
    assert "publication" in parts(found, "date_precision")[0].reason


def test_date_precision_is_blank_where_the_day_is_not_known() -> None:
    assert value(assessed("ucdp", TWO, [A, B], date=None), "date_prec") is None


@pytest.mark.parametrize(
    ("words", "precision", "code"),
    [
        ("Marrow", "town", 1),
        ("near Marrow", "town", 2),
        ("Marrow district", "district", 3),
        ("Marrow", "province", 4),
        ("northern Marrow", "province", 5),
        ("Marrow", "country", 6),
        ("off the coast of Marrow", "town", 7),
    ],
)
def test_place_precision(words: str, precision: str, code: int) -> None:
    place = replace(MARROW, words=words, precision=precision)
    assert value(assessed("ucdp", TWO, [A, B], place=place), "where_prec") == code


def test_place_precision_is_blank_where_not_found_and_a_name_is_no_bearing() -> None:
    assert value(assessed("ucdp", TWO, [A, B], place=Place("Old Ford")), "where_prec") is None
    east = replace(MARROW, words="East Coast", name="East Coast")
    assert value(assessed("ucdp", TWO, [A, B], place=east), "where_prec") == 1


def test_clarity_is_two_for_an_aggregate_and_nothing_is_split() -> None:
    assert value(assessed("ucdp", TWO, [A, B]), "event_clarity") == 1
    found = assessed("ucdp", TWO, [A, B], event=EventKind.CUMULATIVE, date=days(DAY, DAY + timedelta(days=5)))
    assert value(found, "event_clarity") == 2
    assert value(found, "best") == 60


def test_kind_of_violence_is_told_only_where_the_reports_tell_who_acted_against_whom() -> None:
    shot = claim("s", 9, group=Group.CIVILIAN, blamed="the Taliban")
    found = assessed("ucdp", [origin("monitor", shot)], [shot], event=EventKind.EXECUTION)
    assert (value(found, "type_of_violence"), value(found, "side_b")) == (3, "Civilians")
    assert value(assessed("ucdp", TWO, [A, B]), "type_of_violence") is None


def test_sourcing_keeps_who_published_apart_from_whom_it_comes_from() -> None:
    found = assessed("ucdp", TWO, [A, B])
    assert value(found, "source_original") == "monitor and council"
    assert "Published by The report" in parts(found, "sourcing")[0].reason
    assert value(assessed("ucdp", [origin("none", A)], [A]), "source_original") is None
