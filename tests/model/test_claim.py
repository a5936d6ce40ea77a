import pytest

from sayso.model import Figure, Modifier


def test_a_figure_whose_low_is_above_its_high_is_refused() -> None:
    with pytest.raises(ValueError, match="low <= high"):
        Figure(80, 60, Modifier.RANGE, "80 to 60")


def test_an_open_bound_is_none_and_not_zero() -> None:
    assert Figure(60, None, Modifier.AT_LEAST, "at least 60").high is None
