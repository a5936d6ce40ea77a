from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate import Annotator
from sayso.attribute import load
from sayso.attribute.trained.features import bands, branches, windows
from sayso.attribute.trained.network import WEIGHTS, Network
from sayso.errors import KnowledgeError
from sayso.model import Act, Attribution, Block, BlockKind, Span
from tests.conftest import make_report

PARTS = ("speaker", "cue", "content", "origin", "relay")


def read(annotator: Annotator, text: str, **fields: object) -> tuple[Attribution, ...]:
    [annotated] = annotator.annotate([make_report(text, **fields)])
    [found] = load().attribute([annotated])
    return found


def words(text: str, spans: Iterable[Span]) -> list[str]:
    return [span.of(text) for span in spans]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), min_size=1, max_size=4), st.randoms())
def test_neighbours_and_their_order_do_not_change_the_reading(
    annotator: Annotator, texts: list[str], order: object
) -> None:
    asked = ["Union leader Pedro Salas said nine men were trapped.", *texts]
    annotated = list(annotator.annotate([make_report(text) for text in asked]))
    alone = [next(iter(load().attribute([one]))) for one in annotated]
    assert list(load().attribute(annotated)) == alone
    assert list(load().attribute(annotated[::-1])) == alone[::-1]


def test_scores_of_a_window_do_not_depend_on_what_was_read_before(annotator: Annotator) -> None:
    network = Network()
    a, b = annotator.annotate([make_report("The mayor said nine men died."), make_report("Nobody spoke. " * 60)])
    [first], others = windows(a, network.tokenizer), windows(b, network.tokenizer)
    before = network.read(first)
    for other in others:
        network.read(other)
    assert np.array_equal(network.read(first).anchors, before.anchors)
    cue = 2
    seen = (branches(a, cue, 0, len(a.tokens)), bands(cue, 0, len(a.tokens)))
    marks = network.marks(before.narrow, before.narrow[cue], *seen)
    network.marks(before.narrow[:3], before.narrow[0], seen[0][:3], seen[1][:3])
    assert np.array_equal(network.marks(before.narrow, before.narrow[cue], *seen), marks)


def test_a_clause_after_the_verb_of_saying(annotator: Annotator) -> None:
    text = "The mayor of Belden said on Tuesday that 14 bodies had been pulled from the river."
    [one] = read(annotator, text)
    assert words(text, one.speaker) == ["The mayor of Belden"]
    assert words(text, one.cue) == ["said"]
    assert words(text, one.content) == ["14 bodies had been pulled from the river"]
    assert one.act is Act.SAYS
    assert '"said"' in one.reason


def test_nested_attributions_have_a_chain_root_first(annotator: Annotator) -> None:
    text = "The army said the rebels claimed that two villages had fallen."
    found = {words(text, one.cue)[0]: one for one in read(annotator, text)}
    assert found["claimed"].chain == ("the rebels", "The army")
    assert found["said"].chain == ("The army",)
    assert found["claimed"].hedged


def test_the_outlet_itself_is_no_relay(annotator: Annotator) -> None:
    text = "A witness told Reuters that the army had opened fire."
    assert read(annotator, text, outlet="Reuters")[0].relay == ()
    assert words(text, read(annotator, text, outlet="The Daily Belden")[0].relay) == ["Reuters"]


def test_a_quotation_runs_on_over_paragraphs(annotator: Annotator) -> None:
    text = '"We left at night," Ana Ruiz said. "The boats were full.\n"Nobody spoke until the morning came."'
    found = [one for one in read(annotator, text) if one.cue and one.act is Act.SAYS]
    assert "Nobody spoke until the morning came" in " ".join(words(text, found[0].content))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The governor denied that any prisoner had been hurt.", Act.DENIES),
        ("A spokeswoman for the railway declined to comment on the delay.", Act.DECLINES),
        ("The claim could not be independently verified.", Act.UNVERIFIED),
        ("The union urged the company to pay the crews.", Act.CALLS),
        ("Doctors fear that more patients will come.", Act.BELIEVES),
    ],
)
def test_acts(annotator: Annotator, text: str, act: Act) -> None:
    assert [one.act for one in read(annotator, text)] == [act]


def test_plain_narration_holds_no_attribution(annotator: Annotator) -> None:
    assert read(annotator, "The bus left the road near Belden at noon. Nine passengers were taken to hospital.") == ()


def test_boilerplate_is_not_read(annotator: Annotator) -> None:
    text = 'The mayor said nine died.\n"Read our best stories every single day."'
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, 25)), Block(BlockKind.BOILERPLATE, Span(26, len(text))))
    found = read(annotator, text, blocks=blocks)
    assert all(span.end <= 25 for one in found for part in PARTS for span in getattr(one, part))


def test_an_empty_report_has_no_attributions(annotator: Annotator) -> None:
    assert read(annotator, "") == ()


def test_missing_weights_are_named_with_the_way_out(tmp_path: Path, annotator: Annotator) -> None:
    [a] = annotator.annotate([make_report("The mayor said nine died.")])
    with pytest.raises(KnowledgeError, match="Install sayso again"):
        windows(a, Network(tmp_path).tokenizer)


def test_what_is_shipped_stays_under_25_megabytes() -> None:
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) <= 25_000_000


def test_a_name_never_runs_over_the_end_of_a_paragraph(annotator: Annotator) -> None:
    text = "Photo: Marek Oslin / Halyard\n\nNorthlight’s correspondent Tamsin Ferroway said the road was open."
    for one in read(annotator, text):
        assert not any(
            "\n" in span.of(text) for part in ("speaker", "cue", "origin", "relay") for span in getattr(one, part)
        )


@pytest.mark.parametrize(
    "text",
    [
        "The old man told jokes to the children.",
        "They said the rosary before dawn.",
        "The mayor observed a minute of silence.",
        "The maker recalled 40,000 cars.",
    ],
)
def test_deeds_with_verbs_of_saying_are_no_statements(annotator: Annotator, text: str) -> None:
    assert read(annotator, text) == ()
