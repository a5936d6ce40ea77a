import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, hull

texts = st.text(alphabet='ab" \u0301\u0645\U0001f600', max_size=30)


@given(texts, st.data())
def test_trimming_only_takes_edge_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert span.trimmed(text, ' "').of(text) == span.of(text).strip(' "') or not span.of(text).strip(' "')
    assert span.covers(span.trimmed(text))


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="start <= end"):
        Span(3, 2)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).distance(Span(3, 5)) == 0
    assert Span(0, 3).distance(Span(5, 6)) == 2


def test_the_hull_covers_all_and_of_nothing_is_an_error() -> None:
    assert hull([Span(4, 6), Span(1, 2)]) == Span(1, 6)
    with pytest.raises(ValueError, match="no spans"):
        hull([])


def test_an_empty_span_is_still_a_place() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0
