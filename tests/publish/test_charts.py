"""Figures by origin and day: what is open is drawn open, what cannot be drawn is counted, nothing overlaps."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.charts import MOST_POINTS, ROW, WIDTH, Stated, chart
from sayso.publish.labels import LETTER_WIDTH

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
    assert len(drawn.rows) == 3
    assert drawn.left_out == "Not drawn for want of a day or a number: 2 figures."


def test_what_has_no_room_is_counted() -> None:
    many = [stated(n, n, FIFTH if n else FOURTH) for n in range(MOST_POINTS + 2)]
    drawn = chart("Killed", many)
    assert drawn is not None
    assert len(drawn.rows) == MOST_POINTS
    assert drawn.left_out == "Not drawn for want of room: 2 later figures."


def test_a_bound_that_is_not_stated_is_drawn_open() -> None:
    drawn = chart("Killed", [stated(60, None), stated(None, 50), stated(30, 30), stated(20, 25, FIFTH)])
    assert drawn is not None
    at_least, up_to, exact, between = (row.path for row in drawn.rows)
    assert "h26" in at_least
    assert "h-26" in up_to
    assert exact.endswith("z")
    assert between.rpartition("H")[1] == "H"


def test_each_origin_has_its_figures_below_its_name_by_day() -> None:
    figures = [stated(3, 3, FIFTH, "A"), stated(2, 2, origin="B"), stated(1, 1, origin="A")]
    drawn = chart("Killed", figures)
    assert drawn is not None
    assert [head.label for head in drawn.heads] == ["B", "A"]
    assert [(row.day, row.words) for row in drawn.rows] == [
        ("4 March 2031", "2 to 2"),
        ("4 March 2031", "1 to 1"),
        ("5 March 2031", "3 to 3"),
    ]


FIGURES = st.tuples(st.integers(0, 10**7), st.dates(FOURTH, date(2031, 12, 31)), st.sampled_from("AB"))


@given(st.lists(FIGURES, min_size=3, max_size=9), st.booleans())
def test_every_figure_lies_inside_the_drawing_on_a_line_of_its_own(
    figures: list[tuple[int, date, str]], is_open: bool
) -> None:
    words = "a number of people of some length"
    drawn = chart("Killed", [Stated(o, day, n, None if is_open else n, f"{n} {words}") for n, day, o in figures])
    if drawn is None:
        return
    heights = [float(row.y) for row in drawn.rows]
    assert all(later - earlier >= ROW for earlier, later in pairwise(heights))
    for row in drawn.rows:
        x, y = (float(part) for part in row.path[1:].split("m")[0].split())
        wide = len(row.words) * LETTER_WIDTH
        left = float(row.words_x) - (wide if row.words_anchor == "end" else 0)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= float(drawn.bottom)
        assert left >= 0
        assert left + wide <= WIDTH
