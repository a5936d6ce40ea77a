"""Plain text: what its lines are, what it states about itself, and that its words are kept exactly."""

from pathlib import Path
from typing import TypedDict

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ReadError
from sayso.knowledge.stamps import require_stamp
from sayso.model import BlockKind, Report, Stamp
from sayso.read import ReadOptions, read_text


class Case(TypedDict, total=False):
    name: str
    text: str
    kinds: list[str]
    title: str | None
    byline: str
    credits: list[str]
    published: object
    updated: object


CASES: list[Case] = yaml.safe_load(Path(__file__).with_name("text_cases.yaml").read_text(encoding="utf-8"))


def _iso(stamp: Stamp | None) -> str | None:
    return stamp.iso() if stamp else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_lines_are_told_for_what_they_are(case: Case) -> None:
    report = read_text(case["text"])
    assert [(b.kind.value, report.words(b.span)) for b in report.blocks] == [
        (kind, report.words(b.span)) for kind, b in zip(case["kinds"], report.blocks, strict=False)
    ]
    assert len(report.blocks) == len(case["kinds"])
    for name in ("title", "byline"):
        if name in case:
            assert getattr(report, name) == case[name]
    if "credits" in case:
        assert list(report.credits) == case["credits"]
    for name in ("published", "updated"):
        if name in case:
            expected = case[name]  # type: ignore[literal-required]
            assert _iso(getattr(report, name)) == (str(expected) if expected else None)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_give_the_same_blocks(end: str) -> None:
    text = end.join(
        ["Rockets hit market", "", "Ilan Dorr / Reuters", "The ruins", "", "Two medics said that 34 people died."]
    )
    report = read_text(text)
    assert report.text == text
    assert [report.words(b.span) for b in report.blocks] == [part for part in text.split(end) if part]
    assert report.credits == ("Ilan Dorr / Reuters",)


def test_an_unknown_time_is_none_and_noted() -> None:
    report = read_text("Two medics said that 34 people had died in the attack on the market.")
    assert report.published is None
    assert any("No publication time" in note for note in report.notes)


def test_the_users_time_and_outlet_fill_only_what_the_text_does_not_tell() -> None:
    options = ReadOptions(published=require_stamp("2031-03-09"), outlet="The Harbour Ledger")
    silent = read_text("Two medics said that 34 people had died in the attack.", options)
    assert (_iso(silent.published), silent.outlet) == ("2031-03-09", "The Harbour Ledger")
    dated = read_text("Published 5 March 2031\n\nTwo medics said that 34 people had died in the attack.", options)
    assert _iso(dated.published) == "2031-03-05"


def test_text_in_another_language_is_read_with_a_note() -> None:
    report = read_text(
        "Zwei Ärzte sagten am Dienstag, dass bei dem Angriff auf den Markt 34 Menschen getötet worden seien."
    )
    assert report.language == "de"
    assert any("English only" in note for note in report.notes)


def test_marks_of_direction_are_kept_and_noted() -> None:
    report = read_text("Two medics said \u202ethat 34 people\u202c had died in the attack on the market.")
    assert "\u202e" in report.text
    assert any("direction" in note for note in report.notes)


def test_lone_surrogates_become_replacement_characters_in_place() -> None:
    report = read_text("Two medics \ud800 said that 34 people had died.")
    assert report.text == "Two medics \ufffd said that 34 people had died."
    assert report.notes


@pytest.mark.parametrize("text", ["", " \n\t", "...\n---"])
def test_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="no text"):
        read_text(text)


def test_a_text_that_is_too_long_is_refused_with_the_limit() -> None:
    with pytest.raises(ReadError, match="more than the 100 "):
        read_text("word " * 50, ReadOptions(max_chars=100))


def test_one_line_of_most_of_a_megabyte_is_read() -> None:
    report = read_text("Two medics said that 34 people had died. " * 20_000)
    assert len(report.blocks) == 1


def _holds_together(report: Report) -> None:
    last = 0
    for block in report.blocks:
        words = report.words(block.span)
        assert block.span.start >= last
        assert words
        assert words == words.strip()
        last = block.span.end
    covered = {at for block in report.blocks for at in range(block.span.start, block.span.end)}
    between = "".join(c for at, c in enumerate(report.text) if at not in covered)
    assert not any(c.isalnum() for c in between)


@given(st.lists(st.sampled_from(
    ["By Mira Tolan", "5 March 2031", "Ilan Dorr / Reuters", "Photo: AFP", "Related articles", "Share", "", "", "Rock",
     "Two medics said that 34 people had died in the attack on the town.", "> quoted", "Updated 03/04/2031 8 AM", "12",
     "«قتل 34 شخصا»", "Published March 4 2031 At least ten people died", "\u00a0", "(AP Photo/X)", "— A (@b)"]
), max_size=12), st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))  # fmt: skip
def test_blocks_are_in_order_apart_and_leave_no_word_out(lines: list[str], end: str) -> None:
    text = end.join([*lines, "Two medics said."])
    report = read_text(text)
    assert report.text == text
    _holds_together(report)


@given(st.text(min_size=1, max_size=200).filter(lambda t: any(c.isalnum() for c in t)))
def test_any_words_are_kept_exactly(text: str) -> None:
    report = read_text(text)
    assert report.text == text
    assert not report.segments
    assert all(isinstance(block.kind, BlockKind) for block in report.blocks)


def test_the_same_words_have_the_same_id() -> None:
    words = "Two medics said that 34 people had died."
    assert read_text(words).id == read_text(words, locator="elsewhere").id
    assert read_text(words).id != read_text(words + " ").id
