"""Where a text holds a name as a whole word."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.where_words import occurrences


def test_names_inside_of_other_words_are_none() -> None:
    text = "Arda, Ardavan and arda; Arda's mayor of Arda"
    assert [text[span.start : span.end + 1] for span in occurrences(text, "Arda")] == ["Arda,", "Arda'", "Arda"]
    assert occurrences(text, "") == ()


@given(st.text("Aab _", max_size=12), st.text("Aab", min_size=1, max_size=3))
def test_what_is_found_are_the_words_between_no_letters(text: str, words: str) -> None:
    found = occurrences(text, words)
    assert all(span.of(text) == words for span in found)
    assert (words in text.split()) <= bool(found)
