"""Whoever a report names is left out of a public brief, unless a report shows an office, a body or a place."""

from dataclasses import replace

import pytest

from sayso.knowledge.sources import load_registry
from sayso.model import Analysis, BlockKind, Person
from sayso.publish.leave_out import WITHHELD
from sayso.publish.private import withheld
from sayso.publish.redact import Audience, release

from .factory import report_of, span_in

EMPTY = Analysis((), (), (), (), (), (), (), (), ())


def naming(text: str, *people: str, kinds: dict[int, BlockKind] | None = None) -> Analysis:
    """An analysis of one report in which the annotator has tagged these as persons, at their first places."""
    report = report_of("Hill Gazette", text, kinds=kinds)
    tagged = tuple(Person(report.id, name, span_in(report, name)) for name in people)
    return replace(EMPTY, reports=(report,), people=tagged)


def left_out(text: str, *people: str) -> tuple[str, ...]:
    return withheld(naming(text, *people), load_registry()).names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on the house of Mira Tovel.", "Mira Tovel"),
        ("Mira Tovel told the Gazette that she had lost everything.", "Mira Tovel"),
        ("They carried Orla to the clinic.", "Orla"),
        ("The Tovel family fled at dawn.", "Tovel"),
        ("Sofia died in the cellar; the road to Sofia was closed.", "Sofia"),
        ("Among the dead were Ned Arlo, a brigade commander, and two guards.", "Ned Arlo"),
        ("Ms Ina Kell, a seamstress, waited at the gate.", "Ina Kell"),
        ("They told the director. Dr. Ina Kell wept.", "Ina Kell"),
        ("They told the director Dr. Ina Kell was dead.", "Ina Kell"),
        ("The sons of Ina Kell head for the border.", "Ina Kell"),
        ("Ina Kell met spokesmen of the army; Ina Kell told director of the camp Orm what she saw.", "Ina Kell"),
        ("Among the dead was Prime Minister Dr. Ina Kell, and two guards.", "Ina Kell"),
        ("Among the dead was Ina Kell spokeswoman for the council.", "Ina Kell"),
    ],
)
def test_a_person_without_an_office_is_left_out(text: str, name: str) -> None:
    assert name in left_out(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Governor Ann Lee urged calm.", "Ann Lee"),
        ("Secretary of State Ann Lee urged calm.", "Ann Lee"),
        ("The centre’s head, Ann Lee, gave no figure.", "Ann Lee"),
        ("Ann Lee, a spokeswoman for the council, gave no figure.", "Ann Lee"),
        ("Prime Minister Dr. Ann Lee urged calm.", "Ann Lee"),
        ("Director of Marl Health Directorate Dr. Ann Lee urged calm.", "Ann Lee"),
        ("Ann Lee spokesman for the relief agency gave no figure.", "Ann Lee"),
        ("Ann Lee deputy emergencies director at the group gave no figure.", "Ann Lee"),
        ("Lee’s forces shelled the quarter.", "Lee"),
        ("The town of Old Karsun was shelled.", "Old Karsun"),
        ("Clashes went on in Upper Marl countryside.", "Upper Marl"),
        ("The aid group Mercy Lanterns gave no figure.", "Mercy Lanterns"),
        ("Deadly Strikes went on; deadly, the strikes were.", "Deadly Strikes"),
    ],
)
def test_officials_bodies_places_and_headline_words_stay(text: str, name: str) -> None:
    assert name not in left_out(text, name)


def test_the_surname_of_an_official_stays() -> None:
    text = "President Ann Orlay spoke at noon. Orlay gave no figure."
    assert left_out(text, "Ann Orlay", "Orlay") == ()


def test_authors_stay() -> None:
    analysis = naming("By Ines Marrow\n\nShells fell.", "Ines Marrow", kinds={0: BlockKind.BYLINE})
    assert withheld(analysis, load_registry()).names == ()


def test_a_name_that_is_also_a_word_is_left_out_only_with_a_capital() -> None:
    analysis = naming("They carried Orchard home. The orchard burned.", "Orchard")
    shown = release(analysis, Audience.PUBLIC).analysis.reports[0].text
    assert shown == f"They carried {WITHHELD} home. The orchard burned."


def test_an_official_who_shares_a_name_with_a_private_person_stays_whole() -> None:
    analysis = naming("Minister Mira Dane spoke. Shells hit the house of Mira Tovel.", "Mira Dane", "Mira Tovel")
    assert withheld(analysis, load_registry()).kept == ("Mira Dane",)
    shown = release(analysis, Audience.PUBLIC).analysis.reports[0].text
    assert shown == f"Minister Mira Dane spoke. Shells hit the house of {WITHHELD}."


def test_who_is_named_is_not_kept_beside_the_text() -> None:
    assert release(naming("They carried Orla home.", "Orla"), Audience.PUBLIC).analysis.people == ()


def test_a_name_of_which_the_annotator_saw_the_first_word_is_left_out_whole() -> None:
    analysis = naming("A guest ran. Guest Anna Kowalska jumped.", "Guest")
    assert "Kowalska" not in release(analysis, Audience.PUBLIC).analysis.reports[0].text


def test_a_body_of_which_the_annotator_saw_the_end_stays() -> None:
    text = "Reporters Without Borders said so."
    assert release(naming(text, "Without Borders"), Audience.PUBLIC).analysis.reports[0].text == text
