"""Figures by day and origin: what is open is drawn open, what cannot be drawn is counted."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.charts import HEIGHT, WIDTH, Stated, chart

FOURTH, FIFTH = date(2031, 3, 4), date(2031, 3, 5)


def stated(low: int | None, high: int | None, day: date | None = FOURTH, origin: str = "Monitor") -> Stated:
    return Stated(origin, day, low, high, f"{low} to {high}")


def test_too_little_gives_no_chart() -> None:
    assert chart("Killed", [stated(1, 1), stated(2, 2)]) is None
    assert chart("Killed", [stated(1, 1), stated(2, 2), stated(3, 3)]) is None
    assert chart("Killed", [stated(1, 1), stated(2, 2, FIFTH), stated(3, 3, None)]) is None


def test_what_has_no_day_or_number_is_counted() -> None:
    drawn = chart("Killed", [stated(1, 1), stated(2, 2), stated(3, 3, FIFTH), stated(4, 4, None), stated(None, None)])
    assert drawn is not None
    assert len(drawn.points) == 3
    assert drawn.left_out == "Not drawn for want of a day or a number: 2 figures."


def test_a_bound_that_is_not_stated_is_drawn_open() -> None:
    drawn = chart("Killed", [stated(60, None), stated(None, 50), stated(20, 25, FIFTH), stated(30, 30)])
    assert drawn is not None
    at_least, up_to, between, exact = (point.path for point in drawn.points)
    assert "v-26" in at_least
    assert "v26" in up_to
    assert between.rpartition("V")[1] == "V"
    assert exact.endswith("z")


def test_each_origin_has_its_own_marker() -> None:
    drawn = chart("Killed", [stated(1, 1, origin="A"), stated(2, 2, origin="B"), stated(3, 3, FIFTH, "A")])
    assert drawn is not None
    assert [(series, name) for series, _, name in drawn.origins] == [(0, "A"), (1, "B")]
    assert [point.series for point in drawn.points] == [0, 1, 0]


@given(st.lists(st.tuples(st.integers(0, 10**7), st.dates(FOURTH, date(2031, 12, 31))), min_size=3, max_size=9))
def test_every_figure_lies_inside_the_drawing(figures: list[tuple[int, date]]) -> None:
    drawn = chart("Killed", [Stated("A", day, n, n, str(n)) for n, day in figures])
    for point in drawn.points if drawn else ():
        x, y = (float(part) for part in point.path[1:].split("m")[0].split())
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
