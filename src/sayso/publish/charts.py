"""Figures over time by origin: by the day on which a report was published, never joined into one curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.publish import wording
from sayso.publish.contexts import Chart, ChartPoint, ChartTick
from sayso.publish.labels import Labels

WIDTH, HEIGHT = 760, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 24, 36
"""Units of the drawing, and its margins."""

MARKERS = 4
"""Different shapes; a fifth origin would not be told apart, so it starts over and its label tells."""

OPEN = 26
"""Length of the line for a bound that is not stated."""

FEWEST_POINTS, FEWEST_DAYS = 3, 2
"""Below this a chart shows nothing that the words do not."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as it goes into a chart."""

    origin: str
    day: date | None
    low: int | None
    high: int | None
    words: str

    @property
    def is_drawable(self) -> bool:
        """It has a day and at least one bound."""
        return self.day is not None and (self.low is not None or self.high is not None)


def chart(what: str, stated: Sequence[Stated]) -> Chart | None:
    """The chart, or None where too little is known for one."""
    drawn = [figure for figure in dict.fromkeys(stated) if figure.is_drawable]
    days = sorted({figure.day for figure in drawn if figure.day})
    if len(drawn) < FEWEST_POINTS or len(days) < FEWEST_DAYS:
        return None
    top = max(bound for figure in drawn for bound in (figure.low, figure.high) if bound is not None)
    frame = _Frame(days[0], days[-1], _nice(top))
    series = {origin: n for n, origin in enumerate(dict.fromkeys(figure.origin for figure in drawn))}
    labels = Labels(WIDTH)
    missing = len(set(stated)) - len(drawn)
    return Chart(
        width=str(WIDTH),
        height=str(HEIGHT),
        what=what,
        points=tuple(_point(figure, frame, series[figure.origin], labels) for figure in drawn),
        numbers=tuple(ChartTick(f"{frame.y(n):.1f}", f"{n:,}") for n in (0, frame.top // 2, frame.top)),
        days=tuple(ChartTick(f"{frame.x(day):.1f}", wording.day(day)) for day in (days[0], days[-1])),
        origins=tuple((n % MARKERS, _marker(n, 8, 8), origin) for origin, n in series.items()),
        left_out=f"Not drawn for want of a day or a number: {wording.count(missing, 'figure')}." if missing else "",
    )


class _Frame:
    """Days and numbers to units of the drawing."""

    def __init__(self, first: date, last: date, top: int) -> None:
        self._first = first
        self._days = (last - first).days
        self.top = top

    def x(self, day: date) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (day - self._first).days / self._days

    def y(self, number: int) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * number / self.top


def _point(figure: Stated, frame: _Frame, series: int, labels: Labels) -> ChartPoint:
    low, high = figure.low, figure.high
    number = low if low is not None else high or 0
    x, y = frame.x(figure.day or date.min), frame.y(number)
    path = _marker(series, x, y)
    if high is None:
        path += f"M{x:.1f} {y:.1f}v-{OPEN}m-4 6l4 -6l4 6"
    elif low is None:
        path += f"M{x:.1f} {y:.1f}v{OPEN}m-4 -6l4 6l4 -6"
    elif low < high:
        path += f"M{x:.1f} {y:.1f}V{frame.y(high):.1f}"
    label = wording.shortened(figure.words, 28)
    label_x, label_y, anchor = labels.place(label, x, y, 8.0) or (0.0, 0.0, "")
    return ChartPoint(
        path=path,
        series=series % MARKERS,
        label=label if anchor else "",
        label_x=f"{label_x:.1f}",
        label_y=f"{label_y:.1f}",
        label_anchor="end" if anchor == "end" else "start",
    )


def _marker(series: int, x: float, y: float) -> str:
    """A square, a diamond, a triangle up or a triangle down, told apart without colour."""
    start = f"M{x:.1f} {y:.1f}"
    shapes = ("m-5 -5h10v10h-10z", "m0 -6l6 6l-6 6l-6 -6z", "m0 -6l6 11h-12z", "m0 6l6 -11h-12z")
    return start + shapes[series % MARKERS]


def _nice(number: int) -> int:
    """The next of 2, 4, 6, 8 or 10 times a power of ten: half of it is a round number too."""
    power = int("1" + "0" * (len(str(number)) - 1))
    return next(step * power for step in (2, 4, 6, 8, 10) if step * power >= number)
