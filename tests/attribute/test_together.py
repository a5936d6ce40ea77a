import pytest

from sayso.annotate import Annotator
from sayso.attribute.grammar import Phrase
from sayso.attribute.together import each_source
from tests.conftest import make_report


def sources(annotator: Annotator, phrase: str) -> list[str]:
    """Those that the subject of "said" names, by the program's reading of it as one phrase."""
    [a] = annotator.annotate([make_report(f"{phrase} said on Monday that 14 people had died.")])
    said = next(t.i for t in a.tokens if t.text == "said")
    head = next(t.i for t in a.children(said) if t.dep == "nsubj")
    return [a.span_of(p.first, p.last).of(a.text) for p in each_source(a, Phrase(0, said, head))]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("A witness and a rebel official", ["A witness", "a rebel official"]),
        ("Medics, rescuers and a priest", ["Medics", "rescuers", "a priest"]),
        ("Activists and local residents", ["Activists", "local residents"]),
        ("Neither the airline nor its insurer", ["Neither the airline", "its insurer"]),
    ],
)
def test_sources_that_speak_together_are_told_apart(annotator: Annotator, phrase: str, expected: list[str]) -> None:
    assert sources(annotator, phrase) == expected


@pytest.mark.parametrize(
    "phrase",
    ["The mayor of Belden and the north", "The Ministry of Health and Welfare", "The owner of a mill and a barge"],
)
def test_what_a_preposition_governs_is_no_source_of_its_own(annotator: Annotator, phrase: str) -> None:
    assert sources(annotator, phrase) == [phrase]
