"""Which remarks go with which happening, through the whole reading of invented reports."""

import pytest

from sayso.model import Claim, ClaimKind, Incident
from sayso.pipeline import Analysed, analyse_text
from sayso.read import ReadOptions

SHELLED = "Eleven people were killed by shelling in Ostrel on Tuesday, the mayor of the town said. "


def with_admission(text: str) -> tuple[Analysed, list[Incident]]:
    """What is read, and the happenings to which an admission is attached."""
    read = analyse_text(text, ReadOptions())
    admitted = {claim.id for claim in read.claims if claim.kind is ClaimKind.ADMISSION}
    assert admitted
    return read, [incident for incident in read.incidents if admitted & set(incident.claims)]


def killed(read: Analysed, incident: Incident) -> list[Claim]:
    return [c for c in read.claims if c.id in incident.claims and c.measure is not None and c.measure.value == "killed"]


@pytest.mark.parametrize(
    "boast",
    [
        "Russia's defence ministry said its forces had destroyed three tanks near Ostrel and captured 20 soldiers.",
        "Our fighters destroyed four tanks near the gate and captured 13 soldiers, said a commander of the Front.",
    ],
)
def test_a_boast_of_tanks_and_captives_admits_no_deaths(boast: str) -> None:
    read, incidents = with_admission(SHELLED + boast)
    assert not any(killed(read, incident) for incident in incidents)


def test_who_owns_up_to_the_shelling_admits_its_deaths() -> None:
    read, incidents = with_admission(SHELLED + "The army admitted that its gunners had shelled the town by mistake.")
    assert [claim.words for incident in incidents for claim in killed(read, incident)] == ["Eleven people"]
