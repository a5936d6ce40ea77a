"""A place before a colon is what a headline is about, unless it stands for a government that speaks from afar."""

import pytest

from sayso.annotate import Annotator
from sayso.attribute import load
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase
from sayso.attribute.topics import without_topics
from sayso.model import Act, Span
from tests.conftest import make_report


def speakers(annotator: Annotator, text: str) -> set[str | None]:
    [annotated] = annotator.annotate([make_report(text)])
    readers = (load("model"), load("rules"))
    return {one.speaker_name for reader in readers for found in reader.attribute([annotated]) for one in found}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Ukraine: 7 killed in strike on market\nSeven people were killed in Kharkiv on Thursday, the mayor said.",
            "Ukraine",
        ),
        ("Omdurman: 65 dead after drone attack\nMedics in the city said that 65 people had died.", "Omdurman"),
        ("North Kivu: 12 villagers hacked to death\nA chief said that 12 villagers had been killed.", "North Kivu"),
    ],
)
def test_where_it_happened_is_no_speaker(annotator: Annotator, text: str, place: str) -> None:
    assert place not in speakers(annotator, text)


def test_a_government_that_speaks_of_another_country_is_one(annotator: Annotator) -> None:
    text = "Moscow: Truce broken three times in a day\nGunmen broke the truce near {town}, the centre said."
    for town, kept in (("Aleppo", True), ("Kazan", False)):
        (a,) = annotator.annotate([make_report(text.format(town=town))])
        told = Found(Act.SAYS, "", [a.tokens[1].span], [Phrase(0, 1, 0)], [Span(8, 41)])
        assert without_topics(a, [told]) == ([told] if kept else [])
