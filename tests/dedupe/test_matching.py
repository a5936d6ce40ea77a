"""Two rows compared: as difflib does where the steps suffice, else by the fewest changes, else not at all."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from sayso.dedupe.matching import Gap, Steps, gaps

ROWS = st.lists(st.sampled_from("abcd"), max_size=14)


def unchanged(one: list[str], other: list[str], found: list[Gap]) -> tuple[list[str], list[str]]:
    """What stands outside of the gaps, in both."""
    kept: tuple[list[str], list[str]] = ([], [])
    at, other_at = 0, 0
    for first, last, other_first, other_last in (*found, (len(one), 0, len(other), 0)):
        kept[0].extend(one[at:first])
        kept[1].extend(other[other_at:other_first])
        at, other_at = last, other_last
    return kept


def longest_common(one: list[str], other: list[str]) -> int:
    """The most words that two rows can have in common, in order."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = row
        row = [0]
        for at, held in enumerate(other):
            row.append(before[at] + 1 if word == held else max(before[at + 1], row[at]))
    return row[-1]


@given(ROWS, ROWS)
def test_the_longest_runs_are_those_of_difflib(one: list[str], other: list[str]) -> None:
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    assert gaps(one, other, Steps()) == [code[1:] for code in codes if code[0] != "equal"]


@given(ROWS, ROWS)
def test_without_steps_for_that_the_changes_are_the_fewest(one: list[str], other: list[str]) -> None:
    found = gaps(one, other, Steps(longest=0))
    assert found is not None
    left, right = unchanged(one, other, found)
    assert left == right
    assert len(left) == longest_common(one, other)


@given(ROWS, ROWS, st.integers(0, 40))
def test_a_comparison_stops_where_its_steps_end(one: list[str], other: list[str], most: int) -> None:
    steps = Steps(most, most)
    found = gaps(one, other, steps)
    if found is None:
        assert (steps.longest, steps.shortest) == (0, 0)
    else:
        left, right = unchanged(one, other, found)
        assert left == right


def test_a_word_before_a_long_row_of_one_word_is_all_that_differs() -> None:
    assert gaps(["no"] * 50_000, ["so", *["no"] * 50_000], Steps()) == [(0, 0, 0, 1)]
