"""A marked text keeps every character, and every mark gives back its own words."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.publish.contexts import Link, Piece
from sayso.publish.marked import Mark, marked

from .page import character

TEXTS = st.text(alphabet='ab <>&"\n\u0301\u0645\U0001f600\u202e', max_size=40)


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    offsets = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=8, unique_by=lambda pair: (min(pair), max(pair))))
    return text, [Mark(Span(min(p), max(p)), id=f"s{min(p)}-{max(p)}") for p in pairs]


def words_of(piece: Piece) -> str:
    return character(piece.text) if piece.kind == "control" else piece.text if piece.kind == "words" else ""


def words_by_mark(pieces: tuple[Piece, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    stack: list[str] = []
    for piece in pieces:
        if piece.kind == "open":
            stack.append(piece.id or piece.of)
            found.setdefault(stack[-1], "")
        elif piece.kind == "close":
            stack.pop()
        for name in stack:
            found[name] += words_of(piece)
    assert stack == []
    return found


@given(texts_with_marks())
def test_no_character_is_lost(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    pieces = marked(text, Span(0, len(text)), marks)
    assert "".join(map(words_of, pieces)) == text


@given(texts_with_marks())
def test_every_mark_gives_back_its_words_even_where_marks_cross(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    found = words_by_mark(marked(text, Span(0, len(text)), marks))
    for mark in marks:
        if len(mark.span):
            assert found[mark.id] == mark.span.of(text)


@given(texts_with_marks(), st.integers(0, 40))
def test_an_id_appears_once_over_all_blocks(case: tuple[str, list[Mark]], cut: int) -> None:
    text, marks = case
    cut = min(cut, len(text))
    blocks = (Span(0, cut), Span(cut, len(text)))
    ids = [piece.id for block in blocks for piece in marked(text, block, marks) if piece.id]
    assert len(ids) == len(set(ids))
    assert {mark.id for mark in marks if len(mark.span)} <= set(ids)


def test_a_way_back_follows_the_end_of_its_mark() -> None:
    mark = Mark(Span(0, 2), id="s0-2", classes={"figure"}, back=[Link("#c-1", "figure")])
    assert [piece.kind for piece in marked("80 dead", Span(0, 7), [mark])] == [
        "open",
        "words",
        "close",
        "back",
        "words",
    ]
