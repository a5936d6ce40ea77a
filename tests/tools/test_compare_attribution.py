"""The readers that ours is compared with read as their descriptions say; the table tells what could not be read."""

from collections.abc import Iterable, Iterator

import pytest

import compare_attribution
from compare.gender_gap import GenderGapExtractor
from sayso.annotate import Annotator
from sayso.attribute.rules import RuleAttributor
from sayso.model import Annotated, Attribution
from tests.conftest import make_report


def read(annotator: Annotator, text: str) -> list[tuple[list[str], list[str], list[str]]]:
    """Speaker, cue and content of each attribution, as words."""
    [annotated] = annotator.annotate([make_report(text)])
    [found] = GenderGapExtractor().attribute([annotated])
    return [
        ([s.of(text) for s in one.speaker], [s.of(text) for s in one.cue], [s.of(text) for s in one.content])
        for one in found
    ]


def test_a_clause_after_a_verb_of_saying_is_what_is_said(annotator: Annotator) -> None:
    [(speaker, cue, content)] = read(annotator, "The harbour master said the barge had sunk in shallow water.")
    assert (speaker, cue) == (["The harbour master"], ["said"])
    assert content == ["the barge had sunk in shallow water"]


def test_according_to_takes_the_rest_of_the_sentence(annotator: Annotator) -> None:
    [(speaker, cue, content)] = read(annotator, "According to the fire service, four sheds near the mill burned down.")
    assert (speaker, cue) == (["the fire service"], ["According to"])
    assert content == ["four sheds near the mill burned down"]


def test_a_marked_sentence_goes_on_with_the_speech_before_it(annotator: Annotator) -> None:
    text = '"We have waited for a road since spring," Oda Brandt said. "Nobody has come to see how we live."'
    [(speaker, _, content)] = read(annotator, text)
    assert speaker == ["Oda Brandt"]
    assert content[-1] == '"Nobody has come to see how we live."'


def test_narration_gives_nothing(annotator: Annotator) -> None:
    assert read(annotator, "The barge sank in shallow water on Monday. Nobody was on board.") == []


class Other:
    """An attributor that is not the rules."""

    version = "model 9"

    def attribute(self, annotated: Iterable[Annotated]) -> Iterator[tuple[Attribution, ...]]:
        for _ in annotated:
            yield ()


def test_what_is_shipped_is_a_row_of_its_own_once_it_is_not_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.attribute.load", RuleAttributor)
    rules_alone = len(compare_attribution.readers())
    monkeypatch.setattr("sayso.attribute.load", Other)
    assert len(compare_attribution.readers()) == rules_alone + 1


def test_a_reader_that_could_not_read_has_a_note_and_no_scores() -> None:
    rows = [compare_attribution.Row("a reader", note="not installed")]
    assert compare_attribution.table(rows).splitlines()[-1].startswith("| a reader | not installed |")
    assert "0.0" not in compare_attribution.table(rows)


def test_without_textacy_its_row_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_attribution, "is_installed", lambda: False)
    part = compare_attribution.Part("dev", [], [], 0.0, compare_attribution.PAGE)
    assert "pip install textacy" in compare_attribution.with_textacy(part, compare_attribution.PAGE).note


def test_a_model_held_out_for_no_known_part_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["compare_attribution.py", "--held-out", "fk=somewhere"])
    with pytest.raises(SystemExit):
        compare_attribution.main()
    assert "no such part; there are dev, wn, ecb" in capsys.readouterr().err
