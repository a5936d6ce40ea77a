"""Sources whose names a heading ran into, and initials, stand with whom they mean."""

import pytest

from sayso.knowledge.sources import load_registry
from sayso.link import link
from sayso.model import OriginGroup, OriginKind
from tests.link.cases import DAY, Case, on


def origins(*sources: str) -> list[OriginGroup]:
    case = Case()
    for n, source in enumerate(sources):
        case.add(f"r{n}", "A bomb killed 40 people in Marrow.", "40 people", 40, when=on(DAY), sources=(source,))
    (incident,) = link(case.claims, case.reports, (), load_registry())
    return list(incident.origins)


def test_a_heading_before_people_without_a_name_makes_no_origin() -> None:
    (origin,) = origins("GRIM HARVEST Local activists", "residents")
    assert origin.kind is OriginKind.UNNAMED
    assert any("heading" in join.reason for join in origin.joins)


def test_a_heading_before_a_name_leaves_the_name() -> None:
    (origin,) = origins("GRIM HARVEST Dario Quell", "Dario Quell")
    assert origin.kind is OriginKind.NAMED


def test_initials_of_a_body_that_the_incident_names_are_that_body() -> None:
    (origin,) = origins("the United Quarry Workers' Union", "UQWU")
    assert any("initials" in join.reason for join in origin.joins)


@pytest.mark.parametrize("other", ["UQXU", "ABC Dario Quell"])
def test_other_initials_stay_apart(other: str) -> None:
    assert len(origins("the United Quarry Workers' Union", other)) == 2
