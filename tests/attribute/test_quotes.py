import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribute.quotes import Quotes
from sayso.model import Annotated
from tests.conftest import make_report


def quoted(text: str) -> list[str]:
    return [quote.span.of(text) for quote in Quotes(Annotated(make_report(text), (), ())).all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go" and "stay".', ['"go"', '"stay"']),
        ("“We wait,” she said.", ["“We wait,”"]),
        ("„Wir warten“, sagte sie.", ["„Wir warten“"]),
        ("Sie sagte «nichts» mehr.", ["«nichts»"]),
        ("'We wait for the boats,' she said.", ["'We wait for the boats,'"]),
        ("The rebels' side of the town isn't lit.", []),
        ('"We hear two more, "he said.', ['"We hear two more, "']),
        ('He paid 3" pipes.', []),
    ],
)
def test_marks_of_many_kinds(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab .,\"'“”‘’«»„\n\u0301\u0645\U0001f600", max_size=80))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    quotes = Quotes(Annotated(make_report(text), (), ())).all
    for earlier, later in itertools.pairwise(quotes):
        assert earlier.span.end <= later.span.start
    for quote in quotes:
        assert quote.span.covers(quote.inner)
