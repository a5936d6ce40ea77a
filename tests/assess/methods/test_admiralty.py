"""Each rule of the Admiralty code: where it fires, and where it must not."""

import inspect

from sayso.assess.methods.admiralty import digit, letter
from sayso.model import MethodAssessment, Modifier
from tests.assess.methods.cases import assessed, claim, judged, origin

A, B = claim("a", 60), claim("b", 80)
FLOOR = claim("f", 60, None, words="at least 60", modifier=Modifier.AT_LEAST)


def code(found: MethodAssessment, of: str) -> object:
    return found.value(f"code:{of}")


def test_letter_stays_f_until_a_person_judges_the_source() -> None:
    origins = [origin("monitor", A)]
    assert code(assessed("admiralty", origins, [A]), "a") == "F4"
    assert code(assessed("admiralty", origins, [A], judged("reliability", "monitor", "B")), "a") == "B4"


def test_letter_belongs_to_the_originator_and_to_nothing_else() -> None:
    origins = [origin("monitor", A)]
    for about in ("council", "a", "report"):
        assert code(assessed("admiralty", origins, [A], judged("reliability", about, "B")), "a") == "F4"
    assert code(assessed("admiralty", origins, [A], judged("reliability", "monitor", "good")), "a") == "F4"


def test_the_code_that_sets_the_one_does_not_read_the_other() -> None:
    assert "digit" not in inspect.signature(letter).parameters
    assert "letter(" not in inspect.getsource(digit)
    with_letter = assessed("admiralty", [origin("monitor", A)], [A], judged("reliability", "monitor", "E"))
    assert code(with_letter, "a") == "E4"


def test_no_citation_is_six() -> None:
    assert code(assessed("admiralty", [origin("none", A)], [A]), "a") == "F6"
    assert code(assessed("admiralty", [origin("unnamed", A)], [A]), "a") == "F4"


def test_contradicted_is_five() -> None:
    found = assessed("admiralty", [origin("monitor", A), origin("council", B)], [A, B])
    assert (code(found, "a"), code(found, "b")) == ("F5", "F5")


def test_contradicted_not_by_a_partys_own_account_of_its_own_deed() -> None:
    a, own = claim("a", 60, blamed="the Syrian army"), claim("own", 9)
    found = assessed("admiralty", [origin("monitor", a), origin("party:syria-government", own)], [a, own])
    assert code(found, "a") == "F3"
    assert code(found, "own") == "F5"


def test_confirmed_by_others_is_one() -> None:
    found = assessed("admiralty", [origin("monitor", FLOOR), origin("council", B)], [FLOOR, B])
    assert (code(found, "f"), code(found, "b")) == ("F1", "F1")


def test_confirmed_by_others_not_by_the_same_origin_nor_by_sources_that_do_not_count() -> None:
    assert code(assessed("admiralty", [origin("monitor", FLOOR, B)], [FLOOR, B]), "f") == "F4"
    found = assessed("admiralty", [origin("monitor", FLOOR), origin("unnamed", B)], [FLOOR, B])
    assert code(found, "f") == "F4"


def test_consistent_with_record_is_two_where_a_person_names_one() -> None:
    found = assessed("admiralty", [origin("monitor", A)], [A], judged("record", "a", "hospital register"))
    assert code(found, "a") == "F2"
    assert code(assessed("admiralty", [origin("monitor", A)], [A], judged("record", "z", "a register")), "a") == "F4"


def test_soft_conflict_is_three() -> None:
    near = claim("n", 62)
    found = assessed("admiralty", [origin("monitor", A), origin("council", near)], [A, near])
    assert code(found, "a") == "F3"


def test_soft_conflict_not_where_figures_differ_much() -> None:
    assert code(assessed("admiralty", [origin("monitor", A), origin("council", B)], [A, B]), "a") == "F5"


def test_alone_is_four_and_not_where_others_speak() -> None:
    assert code(assessed("admiralty", [origin("monitor", A)], [A]), "a") == "F4"
    found = assessed("admiralty", [origin("monitor", FLOOR), origin("council", B)], [FLOOR, B])
    assert code(found, "f") != "F4"


def test_codes_are_listed_and_never_made_one_score() -> None:
    found = assessed("admiralty", [origin("monitor", A), origin("council", B)], [A, B])
    assert found.headline.shown == "F5 (2)"
