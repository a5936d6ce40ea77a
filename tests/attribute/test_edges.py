import pytest

from sayso.annotate import Annotator
from sayso.attribute.edges import bare_name, whole_name
from sayso.attribute.grammar import Phrase
from sayso.model import Annotated
from tests.conftest import make_report


def phrase(a: Annotated, words: str) -> Phrase:
    """The tokens of the words, which need not end where a name does."""
    start = a.text.index(words)
    first, last = a.token_at(start), a.token_at(start + len(words) - 1)
    assert first is not None
    assert last is not None
    return Phrase(first, last + 1, last)


@pytest.mark.parametrize(
    ("text", "read", "name"),
    [
        ("A driver told Al-Belden that the road was open.", "Al", "Al-Belden"),
        ("A driver told Belden Radio Sunday that the road was open.", "Belden Radio Sunday", "Belden Radio"),
        ("He told the Harbour Union on Friday that it was over.", "the Harbour Union on Friday", "the Harbour Union"),
        ("Nine were hurt on Friday Harbour Watch said.", "Friday Harbour Watch", "Harbour Watch"),
        ("In July Harbour Watch blamed the owners.", "In July Harbour Watch", "Harbour Watch"),
        ("Meanwhile Harbour Watch blamed the owners.", "Meanwhile Harbour Watch", "Harbour Watch"),
        ("SLEEPLESS TOWN Harbour workers said nine died.", "SLEEPLESS TOWN Harbour workers", "Harbour workers"),
        ("Officials at the Harbour Board in said nine died.", "the Harbour Board in", "the Harbour Board"),
        ("The Sunday Herald said nine people died.", "The Sunday Herald", "The Sunday Herald"),
        ("NATO and EU officials said nine died.", "NATO", "NATO"),
    ],
)
def test_a_name_ends_where_it_ends(annotator: Annotator, text: str, read: str, name: str) -> None:
    [a] = annotator.annotate([make_report(text)])
    whole = whole_name(a, phrase(a, read))
    assert a.span_of(whole.first, whole.last).of(text) == name
    assert whole.first <= whole.head < whole.last


def test_something_is_always_left(annotator: Annotator) -> None:
    [a] = annotator.annotate([make_report("On Friday Friday came.")])
    for first in range(len(a.tokens)):
        for last in range(first + 1, len(a.tokens) + 1):
            bare = bare_name(a, Phrase(first, last, last - 1))
            assert first <= bare.first < bare.last <= last
