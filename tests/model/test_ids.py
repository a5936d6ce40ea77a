from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.model import digest

parts = st.lists(st.one_of(st.none(), st.text(max_size=6), st.integers(), st.binary(max_size=6)), max_size=4)


@given(parts, parts)
def test_different_parts_give_different_ids(left: list[str], right: list[str]) -> None:
    assume([(type(p), p) for p in left] != [(type(p), p) for p in right])
    assert digest(*left) != digest(*right)


def test_moving_a_boundary_changes_the_id() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", None) != digest("a", "") != digest("a")
