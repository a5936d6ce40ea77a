"""What holds for the claims of any report: bounds in order, spans that give back words, one number for one figure."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Claim
from tests.claims.test_figures import read

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "ashvelin" / "reports"
SENTENCES = (
    "Shelling killed {} people in Ostrel on Tuesday.",
    "At least {} passengers drowned when the ferry sank, the coast guard said.",
    "More than {} residents were injured in the quake.",
    "Police detained {} demonstrators after the riot.",
    "The hospital treated {} wounded miners, a doctor said.",
    "Some {} villagers were trapped under the snow.",
    "Gunmen kidnapped {} pupils from a school near Tarsk.",
    "Up to {} families were displaced by the fire, according to the mayor.",
    "The epidemic has infected {} people since May.",
    "Around {} sailors are missing after the collision.",
)
NUMBERS = st.integers(21, 1800)
Shape = tuple[int | None, int | None, str]


def shapes(claims: list[Claim]) -> list[Shape]:
    return [(c.figure.low, c.figure.high, str(c.measure)) for c in claims if c.figure]


@st.composite
def reports(draw: st.DrawFn) -> tuple[list[str], list[int]]:
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True))
    return chosen, draw(st.lists(NUMBERS, min_size=len(chosen), max_size=len(chosen), unique=True))


@given(reports(), st.data())
@settings(max_examples=25, deadline=None)
def test_changing_a_number_changes_exactly_that_claims_figure(
    report: tuple[list[str], list[int]], data: st.DataObject
) -> None:
    sentences, numbers = report
    at = data.draw(st.integers(0, len(sentences) - 1))
    other = data.draw(NUMBERS.filter(lambda n: n not in numbers))
    changed = [other if n == at else number for n, number in enumerate(numbers)]
    before, _ = read(" ".join(s.format(n) for s, n in zip(sentences, numbers, strict=True)))
    after, _ = read(" ".join(s.format(n) for s, n in zip(sentences, changed, strict=True)))
    first, second = shapes(before), shapes(after)
    assert len(first) == len(second) == len(sentences)
    assert [n for n, (old, new) in enumerate(zip(first, second, strict=True)) if old != new] == [at]
    move = other - numbers[at]
    low, high, measure = first[at]
    assert second[at] == (low and low + move, high and high + move, measure)


@given(reports())
@settings(max_examples=20, deadline=None)
def test_bounds_are_in_order_and_spans_give_back_the_words(report: tuple[list[str], list[int]]) -> None:
    text = " ".join(s.format(n) for s, n in zip(*report, strict=True))
    for claim in read(text)[0]:
        assert claim.span.of(text) == claim.words
        assert claim.sentence.covers(claim.span)
        if claim.figure and claim.figure.low is not None and claim.figure.high is not None:
            assert claim.figure.low <= claim.figure.high


def test_changing_a_number_in_the_example_reports_changes_exactly_that_claims_figure() -> None:
    tried = 0
    for path in sorted(EXAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        before = [c for c in read(text)[0] if c.figure]
        for n, claim in enumerate(before):
            digits = re.search(r"\d{2,}", claim.words)
            if not digits or claim.figure is None or int(digits[0]) not in (claim.figure.low, claim.figure.high):
                continue
            start, end = claim.span.start + digits.start(), claim.span.start + digits.end()
            other = str(int(digits[0]) + 1).zfill(len(digits[0]))
            if len(other) != len(digits[0]):
                continue
            after = [c for c in read(text[:start] + other + text[end:])[0] if c.figure]
            assert [m for m, (a, b) in enumerate(zip(shapes(before), shapes(after), strict=True)) if a != b] == [n], (
                claim.words
            )
            tried += 1
            if tried >= 8:
                return
    assert tried >= 3
