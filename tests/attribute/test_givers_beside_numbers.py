"""Givers in labels, lists and brackets, and words that only look like givers."""

import pytest

from sayso.annotate import Annotator
from tests.attribute.test_givers_of_numbers import roots


@pytest.mark.parametrize(
    ("text", "words", "giver"),
    [
        ("Eleven people drowned, by the count of the harbour guard.", "Eleven", "the harbour guard"),
        ("The flood killed 11 people, per the relief council. Some 2,000 fled.", "11", "the relief council"),
        (
            "The raid has, by committee chairman Ana Ruiz's account, cost nine soldiers their lives.",
            "nine",
            "committee chairman Ana Ruiz",
        ),
        ("The director of the clinic was calm. By her tally 14 nurses were hurt.", "14", "The director of the clinic"),
        (
            "The storm killed 12 people if one believes the mayor, nine if one goes by the ministry.",
            "nine",
            "the ministry",
        ),
        ("The camp shelters 8,000 (the Red Cross) or 9,000 displaced (the mayor of Belden).", "8,000", "the Red Cross"),
        (
            "The camp shelters 8,000 (the Red Cross) or 9,000 displaced (the mayor of Belden).",
            "9,000",
            "the mayor of Belden",
        ),
        ("Nobody agreed. The nurses of the clinic: upwards of 250 wounded.", "250", "The nurses of the clinic"),
        ("The bishop wept. The baker, on our phone-in: “Nine of us were shot at the mill.”", "Nine", "The baker"),
        ("Situation as of 9 June, ministry data:\nDead: 12\nInjured: 30\n\nThe rain has stopped.", "30", "ministry"),
        ("Operation update no. 6.\n\nDeaths: 19\nInjured: 106\n(Source of the above: NDMO, 8 October)", "106", "NDMO"),
        (
            "The outbreak killed 55 people. Nineteen nurses caught it.\n\nThose are the ministry's figures.",
            "55",
            "the ministry",
        ),
        ("Key figures (prefecture, 24 December): dead 39, seriously injured 124.", "124", "prefecture"),
        ("The mortuary man, Mr Kamara, entered 238 bodies in a book.", "238", "The mortuary man, Mr Kamara"),
    ],
)
def test_a_giver_beside_a_number_gives_it(annotator: Annotator, text: str, words: str, giver: str) -> None:
    assert roots(annotator, text, words) == {giver}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The district has recorded nine murders since January.", "nine"),
        ("We counted 12 bodies at the morgue.", "12"),
        ("Ten people (the police among them) were hurt.", "Ten"),
        ("The toll by category. Soldiers: 3 dead.", "3 dead"),
        ("Nine people died on the bridge. It was raining. (Source: Belden Relief)", "Nine"),
    ],
)
def test_places_ourselves_and_the_harmed_give_nothing(annotator: Annotator, text: str, words: str) -> None:
    assert roots(annotator, text, words) == set()


@pytest.mark.parametrize(
    ("text", "words", "giver"),
    [
        (
            "The army's media wing declared Belden cleared. Nine fighters were killed, it added.",
            "Nine",
            "The army's media wing",
        ),
        ("WHO condemned the raid; in a year, it noted, nine nurses lost their lives.", "nine nurses", "WHO"),
        ("Senior Chief Ekal Lowang says nine people were buried.", "nine", "Senior Chief Ekal Lowang"),
        ("Since May WHO has counted 22 nurses killed.", "22", "WHO"),
    ],
)
def test_pronouns_and_titles_stand_for_who_spoke(annotator: Annotator, text: str, words: str, giver: str) -> None:
    assert roots(annotator, text, words) == {giver}


def test_neither_of_two_speaks(annotator: Annotator) -> None:
    assert roots(annotator, "Neither the airline nor its insurer would discuss the crash.", "the crash") == {
        "the airline"
    }
