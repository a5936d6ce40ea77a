"""Tellings of one report that look like one happening lend each other the day and the place that they do not state."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings

from sayso.link.interface import Telling
from sayso.link.kin import with_kin
from sayso.link.signs import single_signs
from sayso.link.tellings import tell
from sayso.model import Interval
from tests.link.cases import DAY, Case, on
from tests.link.test_incidents import cases


def told(days: int) -> Interval:
    return replace(on(DAY + timedelta(days=days)), words="that day")


def two_reports(wounded: str, place: str = "Marrow") -> list[Telling]:
    """One report tells of the raid on its day, the other too, and further down of wounded on a later day."""
    case = Case()
    case.add("a", "A raid killed 87 people in Marrow that day.", "87 people", 87, when=told(0))
    case.add("b", "A raid killed 90 people in Marrow that day.", "90 people", 90, when=told(0))
    case.add("b", wounded, "300 wounded", 300, place=place, when=told(6))
    return tell(case.claims, case.reports, ())


def signs_of_wounded(tellings: list[Telling]) -> set[str]:
    first = next(t for t in tellings if t.report == "a")
    dead, hurt = sorted((t for t in tellings if t.report == "b"), key=lambda t: t.claims[0].span)
    return {sign.name for sign in single_signs(first, replace(hurt, kin=(dead,)), None)}


def test_a_day_that_no_sentence_states_may_be_that_of_like_tellings() -> None:
    assert "same_day" in signs_of_wounded(two_reports("The raid left 300 wounded."))


def test_a_day_that_a_sentence_states_stands() -> None:
    assert "same_day" not in signs_of_wounded(two_reports("The raid left 300 wounded that day."))


def test_a_place_that_no_sentence_names_may_be_that_of_like_tellings() -> None:
    assert "same_place" in signs_of_wounded(two_reports("The raid left 300 wounded.", place="Port Ilyan"))
    assert "same_place" not in signs_of_wounded(two_reports("In Port Ilyan were 300 wounded.", place="Port Ilyan"))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_kin_are_mutual_and_of_one_report_and_no_running_totals(case: Case) -> None:
    before = tell(case.claims, case.reports, ())
    after = with_kin(before, None)
    assert [replace(telling, kin=()) for telling in after] == before
    kin = {telling.key: {other.key for other in telling.kin} for telling in after}
    home = {telling.key: (telling.report, telling.cumulative) for telling in after}
    for key, others in kin.items():
        assert key not in others
        for other in others:
            assert key in kin[other]
            assert home[other] == home[key] == (home[key][0], False)
