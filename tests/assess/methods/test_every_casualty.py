"""Each rule of Every Casualty: where it fires, and where it must not."""

from datetime import timedelta

import pytest

from sayso.model import Group, Measure, ReportId, SourceKind, Span, Victim
from tests.assess.methods.cases import DAY, assessed, claim, judged, kinds, origin, parts, set_to, value

A, B, C = claim("a", 60), claim("b", 80, report="two"), claim("c", 70, report="three")
NGO, MONITOR = kinds(origin("council", A), SourceKind.NGO), kinds(origin("monitor", B), SourceKind.MONITOR)
METHOD = "every-casualty"


def test_outcome_is_confirmed_where_coherent_and_corroborated() -> None:
    found = assessed(METHOD, [NGO, MONITOR], [A, B])
    assert found.headline.shown == "confirmed"
    assert not parts(found, "flag")


def test_outcome_is_open_for_one_source_and_never_rejected_by_a_machine() -> None:
    found = assessed(METHOD, [origin("council", A)], [A])
    assert found.headline.shown == "no conclusion possible"
    assert "one source: council" in found.headline.reason


def test_judged_by_a_person_it_can_be_rejected() -> None:
    found = assessed(METHOD, [NGO, MONITOR], [A, B], judged("outcome", "a", "rejected"))
    assert (found.headline.shown, found.headline.judgement) == ("rejected", "j-outcome")
    strange = assessed(METHOD, [NGO, MONITOR], [A, B], judged("outcome", "a", "true"))
    assert strange.headline.shown == "confirmed"


def test_flag_is_on_every_record_that_is_not_corroborated() -> None:
    (flag,) = parts(assessed(METHOD, [origin("council", A)], [A]), "flag")
    assert flag.shown == "UNCORROBORATED"


def test_coherence_fails_where_a_part_is_larger_than_its_whole_or_dated_after_its_report() -> None:
    part = claim("p", 90, words="90 of them", subset_of="a")
    assert parts(assessed(METHOD, [origin("council", A, part)], [A, part]), "coherence")[0].shown == "no"
    early = assessed(METHOD, [NGO, MONITOR], [A, B], published=DAY - timedelta(days=3))
    assert (parts(early, "coherence")[0].shown, early.headline.shown) == ("no", "no conclusion possible")


def test_coherence_holds_for_a_smaller_part() -> None:
    part = claim("p", 9, words="nine of them", subset_of="a")
    assert parts(assessed(METHOD, [origin("council", A, part)], [A, part]), "coherence")[0].shown == "yes"


def test_cross_check_by_different_kinds_of_source_or_three_articles_with_roots_of_their_own() -> None:
    assert parts(assessed(METHOD, [NGO, MONITOR], [A, B]), "cross_check")[0].shown == "yes"
    three = [origin("x", A), origin("y", B), origin("z", C)]
    assert parts(assessed(METHOD, three, [A, B, C]), "cross_check")[0].shown == "yes"


def test_cross_check_not_by_two_of_one_kind_nor_by_three_articles_with_one_root() -> None:
    same = [kinds(origin("x", A), SourceKind.NGO), kinds(origin("y", B), SourceKind.NGO)]
    assert parts(assessed(METHOD, same, [A, B]), "cross_check")[0].shown == "no"
    assert parts(assessed(METHOD, [origin("x", A, B, C)], [A, B, C]), "cross_check")[0].shown == "no"


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        ("report the range", "60–80"),
        ("call it unconfirmed", "unconfirmed"),
        ("keep it pending", "pending"),
        ("go back to the source", "to be asked again"),
        ("prefer a source: monitor", "80"),
    ],
)
def test_disagreement_can_be_met_in_each_of_the_five_ways_and_is_recorded(choice: str, shown: str) -> None:
    found = assessed(METHOD, [NGO, MONITOR], [A, B], judged("disagreement", "a", choice))
    (part,) = parts(found, "disagreement")
    assert (part.shown, part.judgement) == (shown, "j-disagreement")
    assert "M. Orr" in part.reason


def test_disagreement_by_setting_and_none_where_figures_can_hold_together() -> None:
    method = set_to(METHOD, disagreement="prefer a source", preferred_source="council")
    assert parts(assessed(method, [NGO, MONITOR], [A, B]), "disagreement")[0].shown == "60"
    same = claim("s", 60, report="two")
    found = assessed(METHOD, [NGO, origin("monitor", same)], [A, same])
    assert "do not disagree" in parts(found, "disagreement")[0].reason
    assert (
        value(assessed(METHOD, [NGO, MONITOR], [A, B], judged("disagreement", "a", "keep it pending")), "killed_low")
        is None
    )


def test_minimum_per_incident_names_what_is_missing() -> None:
    (part,) = parts(assessed(METHOD, [origin("council", A)], [A], place=None), "minimum_per_incident")
    assert part.reason == "Missing: location, involved actors and perpetrator."
    whole = claim("w", 60, blamed="gunmen")
    assert parts(assessed(METHOD, [origin("council", whole)], [whole]), "minimum_per_incident")[0].shown == "complete"


def test_minimum_per_person_counts_what_is_missing_and_says_nothing_without_names() -> None:
    victims = [
        Victim(ReportId("report"), "Ana Mirel", Span(0, 1), 34, "female", A.id),
        Victim(ReportId("report"), "T. Orlo", Span(0, 1), None, "male", A.id),
    ]
    (part,) = parts(assessed(METHOD, [origin("council", A)], [A], victims=victims), "minimum_per_person")
    assert (part.shown, part.reason) == ("1 of 2 complete", "1 person without age.")
    assert not parts(assessed(METHOD, [origin("council", A)], [A]), "minimum_per_person")


def test_scope_leaves_out_harm_that_killed_and_injured_nobody() -> None:
    fled = claim("f", 900, measure=Measure.DISPLACED, group=Group.CIVILIAN)
    assert [part.rule for part in assessed(METHOD, [origin("council", fled)], [fled]).parts] == ["scope"]
    assert assessed(METHOD, [origin("council", A)], [A]).headline.rule != "scope"
