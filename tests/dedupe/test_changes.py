"""Versions word by word: what differs, where it stands in both texts, and whether a number does."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dedupe.changes import compare
from sayso.dedupe.matching import Steps
from sayso.model import Block, BlockKind, Change, ChangeKind, Report, ReportId, Span

A = "Divers found nine people alive under the bridge on Tuesday."
B = "The bridge had been closed to lorries since the spring flood."
C = "A meeting about the price of diesel will be held on Friday evening."


def report(name: str, *paragraphs: str, title: str = "") -> Report:
    text = "\n".join([title, *paragraphs] if title else paragraphs)
    kinds = [BlockKind.BOILERPLATE] if title else []
    blocks = tuple(
        Block(kinds[0] if kinds and n == 0 else BlockKind.PARAGRAPH, Span(*found.span()))
        for n, found in enumerate(re.finditer(r"[^\n]+", text))
    )
    return Report(ReportId(name), text, blocks, "", "test")


def changes(before: str | tuple[str, ...], after: str | tuple[str, ...]) -> list[tuple[str, str, str, bool]]:
    one = report("a", *([before] if isinstance(before, str) else before))
    other = report("b", *([after] if isinstance(after, str) else after))
    found, is_whole = compare(one, other)
    assert is_whole
    return [(c.kind.value, c.earlier.of(one.text), c.later.of(other.text), c.figures) for c in found]


def test_the_same_words_have_no_changes() -> None:
    assert changes(A, A) == []


def test_case_spacing_and_the_shape_of_an_apostrophe_are_no_change_of_words() -> None:
    assert changes("The mayor’s office  said so.", "the Mayor's office said so") == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("nine people", "eleven people", ("altered", "nine", "eleven", True)),
        ("12 people", "14 people", ("altered", "12", "14", True)),
        ("at least 12 people", "12 people", ("removed", "at least", "", True)),
        ("12 people", "more than 12 people", ("added", "", "more than", True)),
        ("1,200 people", "1200 people", ("altered", "1,200", "1200", False)),
        ("9 people", "nine people", ("altered", "9", "nine", False)),
        ("9 people in boats", "9 people on boats", ("altered", "in", "on", False)),
    ],
)
def test_a_figure_is_told_by_its_value_and_its_bounds(
    before: str, after: str, expected: tuple[str, str, str, bool]
) -> None:
    text = "Police found {} at the pier."
    assert changes(text.format(before), text.format(after)) == [expected]


def test_two_figures_near_each_other_are_two_changes() -> None:
    told = "killed {} people and wounded {} others"
    found = changes(told.format(12, 5), told.format(14, 6))
    assert [(c[1], c[2]) for c in found] == [("12", "14"), ("5", "6")]


def test_a_number_that_is_set_elsewhere_is_no_change_of_a_figure() -> None:
    found = changes("At least 17 people died when a bridge fell.", "A bridge fell and at least 17 people died then.")
    assert [figures for *_, figures in found] == [False] * len(found)


def test_two_numbers_that_change_places_are_changes_of_figures() -> None:
    found = changes("12 people died and 14 were hurt.", "14 people died and 12 were hurt.")
    assert [(old, new, figures) for _, old, new, figures in found] == [("12", "14", True), ("14", "12", True)]


def test_a_sentence_written_anew_is_one_change() -> None:
    found = changes("The boats of the old harbour sank.", "All ships of the new port burnt.")
    assert [c[0] for c in found] == ["altered"]


def test_a_paragraph_is_added_taken_out_and_moved() -> None:
    assert changes((A, B), (A, C, B)) == [("added", "", C.rstrip("."), False)]
    assert changes((A, C, B), (A, B)) == [("removed", C.rstrip("."), "", False)]
    assert changes((A, B, C), (B, C, A)) == [("moved", A.rstrip("."), A.rstrip("."), False)]


def test_a_paragraph_that_brings_a_number_changes_a_figure() -> None:
    assert changes(B, (B, "Six people are missing."))[0][3]


def test_sentences_that_change_places_are_told_once() -> None:
    assert changes(f"{A} {B} {C}", f"{B} {C} {A}") == [("moved", A.rstrip("."), A.rstrip("."), False)]


def test_a_long_text_in_one_piece_is_compared_word_by_word_where_it_differs() -> None:
    whole = " ".join(f"Boat{n} left pier {n % 7} before noon." for n in range(1500))
    found = changes(whole, whole.replace("Boatx", "x").replace("pier 3 before", "pier 33 before", 1))
    assert [(old, new) for _, old, new, _ in found] == [("3", "33")]


def test_two_new_paragraphs_are_two_changes() -> None:
    assert changes(B, (A, C, B)) == [("added", "", A.rstrip("."), True), ("added", "", C.rstrip("."), False)]


def test_no_change_runs_over_what_stands_between_two_paragraphs() -> None:
    found = changes(("Marrow, Monday.", B), (A, "Ilyan, Friday.", B))
    assert [(kind, old, new) for kind, old, new, _ in found] == [
        ("added", "", A.rstrip(".")),
        ("altered", "Marrow, Monday", "Ilyan, Friday"),
    ]


def test_what_is_not_read_for_claims_is_not_compared() -> None:
    found, _ = compare(report("a", A, title="Read more"), report("b", A, title="Sign up"))
    assert found == ()


def test_words_that_were_added_say_where_they_would_stand() -> None:
    one, other = report("a", A, B), report("b", A, f"{B} It is open now.")
    (change,) = compare(one, other)[0]
    assert (change.earlier.start, change.earlier.end) == (len(one.text) - 1, len(one.text) - 1)
    (change,) = compare(report("a", A, B), report("b", A, C, B))[0]
    assert change.earlier == Span(len(A) - 1, len(A) - 1)


def test_a_stretch_too_long_for_words_is_told_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.dedupe.changes.Steps", lambda: Steps(4, 4))
    one, other = report("a", A), report("b", C)
    (change,), is_whole = compare(one, other)
    assert not is_whole
    assert change.kind is ChangeKind.ALTERED
    assert change.earlier.of(one.text) == A.rstrip(".")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("no yes " * 2_000, "yes yes no " * 2_000),
        ("He said no. " * 4_000, "Intro here. " + "He said no. " * 4_000 + "And so. "),
        ("no " * 5_000 + "alpha", "beta " + "no " * 5_000),
        ("7 " * 5_000, "8 " * 5_000),
    ],
)
def test_long_rows_of_few_words_are_compared_in_a_bounded_time(before: str, after: str) -> None:
    one, other = report("a", before), report("b", after)
    started = time.process_time()
    found, _ = compare(one, other)
    assert time.process_time() - started < 20, "it took minutes to hours where the steps were not bounded"
    kept = left_over(one, [c.earlier for c in found if len(c.earlier)])
    assert kept == left_over(other, [c.later for c in found if len(c.later)])


WORDS = st.sampled_from(["boats", "nine", "12", "people", "the", "of", "sank", "mayor’s", "Ärger", "سفن"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=5)


def left_over(text: Report, spans: list[Span]) -> list[str]:
    """The words that no change holds."""
    found = re.finditer(r"\S+", text.text)
    return [f.group() for f in found if not any(span.overlaps(Span(*f.span())) for span in spans)]


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_what_no_change_holds_is_the_same_in_both(before: list[str], after: list[str]) -> None:
    one, other = report("a", *before), report("b", *after)
    found: tuple[Change, ...] = compare(one, other)[0]
    assert left_over(one, [c.earlier for c in found]) == left_over(other, [c.later for c in found])
    for change in found:
        assert len(change.earlier) or len(change.later)
        assert (change.kind is ChangeKind.ADDED) == (not len(change.earlier))
        assert (change.kind is ChangeKind.REMOVED) == (not len(change.later))
    assert compare(one, one) == ((), True)
