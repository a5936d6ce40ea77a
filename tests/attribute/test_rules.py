from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.annotate import Annotator
from sayso.attribute import load
from sayso.model import Act, Attribution, Block, BlockKind, Span
from tests.conftest import make_report

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
PARTS = ("speaker", "cue", "content", "origin", "relay")


def read(annotator: Annotator, text: str, **fields: object) -> tuple[Attribution, ...]:
    [annotated] = annotator.annotate([make_report(text, **fields)])
    [found] = load("rules").attribute([annotated])
    return found


def words(text: str, spans: Iterable[Span]) -> list[str]:
    return [span.of(text) for span in spans]


def fits(text: str, one: Attribution, expected: dict[str, Any]) -> bool:
    for part, value in expected.items():
        given = getattr(one, part)
        shown = words(text, given) if part in PARTS else list(given) if part == "chain" else given
        if shown != value:
            return False
    return True


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_golden_case(annotator: Annotator, case: dict[str, Any]) -> None:
    text = case["text"]
    found = read(annotator, text)
    shown = [
        (one.act.value, *(words(text, getattr(one, part)) for part in PARTS), one.speaker_name, one.chain)
        for one in found
    ]
    for expected in case.get("found", ()):
        assert any(fits(text, one, expected) for one in found), (expected, shown)
    for cue in case.get("absent", ()):
        assert not any(cue in " ".join(words(text, one.cue)) for one in found), shown
    if "count" in case:
        assert len(found) == case["count"], shown


def test_neighbours_do_not_change_the_reading(annotator: Annotator) -> None:
    reports = [make_report("Union leader Pedro Salas said nine men were trapped."), make_report("He said it was over.")]
    annotated = list(annotator.annotate(reports))
    together = list(load("rules").attribute(annotated))
    apart = [next(load("rules").attribute([one])) for one in annotated]
    assert together == apart
    assert together[1][0].speaker_name == "He"


def test_an_unresolved_pronoun_keeps_its_own_word(annotator: Annotator) -> None:
    [one] = read(annotator, "She said the road was open.")
    assert one.speaker_name == "She"


def test_the_outlet_itself_is_no_relay(annotator: Annotator) -> None:
    text = "A witness told Reuters that the army had opened fire."
    assert read(annotator, text, outlet="Reuters")[0].relay == ()
    assert words(text, read(annotator, text, outlet="The Daily Belden")[0].relay) == ["Reuters"]


def test_the_outlet_itself_is_left_out_of_the_chain(annotator: Annotator) -> None:
    text = "The mayor said nine people died, the Daily Belden reported."
    chains = {name for one in read(annotator, text, outlet="The Daily Belden") for name in one.chain}
    assert chains == {"The mayor"}


def test_unnamed_staff_of_an_outlet_are_the_outlet(annotator: Annotator) -> None:
    text = "SANA's correspondent in the city said nine people were killed."
    assert [one.chain for one in read(annotator, text, outlet="The Daily Belden")] == [("SANA",)]
    assert [one.chain for one in read(annotator, text, outlet="sana")] == [()]


def test_a_quotation_runs_on_over_paragraphs(annotator: Annotator) -> None:
    text = '"We left at night," Ana Ruiz said. "The boats were full.\n"Nobody spoke until the morning came."'
    found = [one for one in read(annotator, text) if one.cue and one.act is Act.SAYS]
    assert "Nobody spoke until the morning came" in " ".join(words(text, found[0].content))


def test_boilerplate_is_not_read(annotator: Annotator) -> None:
    text = 'The mayor said nine died.\n"Read our best stories every single day."'
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 25)), Block(BlockKind.BOILERPLATE, Span(26, len(text))))
    found = read(annotator, text, blocks=blocks)
    assert all(span.end <= 25 for one in found for part in PARTS for span in getattr(one, part))


def test_an_empty_report_has_no_attributions(annotator: Annotator) -> None:
    assert read(annotator, "") == ()
