"""Figures over time by origin: each origin's figures below each other by day of publication, never one curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.publish import wording
from sayso.publish.contexts import Chart, ChartRow, ChartTick
from sayso.publish.labels import LETTER_WIDTH

WIDTH, LEFT, RIGHT, TOP = 760, 124, 190, 8
"""Units of the drawing: room for the days on the left and for the words on the right."""

ROW, HEAD, AXIS = 22, 26, 30
"""Heights of a figure, of an origin's name and of the numbers below."""

OPEN = 26
"""Length of the line for a bound that is not stated."""

FEWEST_POINTS, FEWEST_DAYS, MOST_POINTS = 3, 2, 40
"""Below the first two a chart shows nothing that the words do not; above the last it is no overview."""

WORDS = 40
"""Characters of a figure's words."""


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
    each = {(f.origin, f.day, f.low, f.high, f.words.casefold()): f for f in reversed(stated)}
    can = sorted((figure for figure in reversed(each.values()) if figure.is_drawable), key=_day)
    if len(can) < FEWEST_POINTS or len({figure.day for figure in can}) < FEWEST_DAYS:
        return None
    drawn = can[:MOST_POINTS]
    top = _nice(max(bound for figure in drawn for bound in (figure.low, figure.high) if bound is not None))
    heads: list[ChartTick] = []
    rows: list[ChartRow] = []
    y = float(TOP)
    for origin in dict.fromkeys(figure.origin for figure in drawn):
        y += HEAD
        heads.append(ChartTick(f"{y - 7:.0f}", wording.shortened(origin, 80)))
        for figure in drawn:
            if figure.origin == origin:
                y += ROW
                rows.append(_row(figure, y - ROW / 2, top))
    return Chart(
        width=str(WIDTH),
        height=f"{y + AXIS:.0f}",
        bottom=f"{y:.0f}",
        what=what,
        heads=tuple(heads),
        rows=tuple(rows),
        numbers=tuple(ChartTick(f"{_x(number, top):.1f}", f"{number:,}") for number in (0, top // 2, top)),
        left_out=_left_out(len(each) - len(can), len(can) - len(drawn)),
    )


def _day(figure: Stated) -> date:
    return figure.day or date.max


def _x(number: int, top: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * number / top


def _row(figure: Stated, y: float, top: int) -> ChartRow:
    low, high = figure.low, figure.high
    x = _x(low if low is not None else high or 0, top)
    path = f"M{x:.1f} {y:.1f}m-5 0l5 -5l5 5l-5 5z"
    start, end = x, x
    if high is None:
        path += f"M{x:.1f} {y:.1f}h{OPEN}m-6 -4l6 4l-6 4"
        end = x + OPEN
    elif low is None:
        path += f"M{x:.1f} {y:.1f}h-{OPEN}m6 -4l-6 4l6 4"
        start = x - OPEN
    elif low < high:
        end = _x(high, top)
        path += f"M{x:.1f} {y:.1f}H{end:.1f}"
    words = wording.shortened(figure.words, WORDS)
    fits = end + 12 + len(words) * LETTER_WIDTH <= WIDTH
    return ChartRow(
        y=f"{y:.1f}",
        day=wording.day(_day(figure)),
        path=path,
        words=words,
        words_x=f"{end + 12 if fits else start - 12:.1f}",
        words_anchor="start" if fits else "end",
        origin=figure.origin,
    )


def _left_out(missing: int, further: int) -> str:
    without = f"Not drawn for want of a day or a number: {wording.count(missing, 'figure')}." if missing else ""
    more = f"Not drawn for want of room: {wording.count(further, 'later figure')}." if further else ""
    return " ".join(part for part in (without, more) if part)


def _nice(number: int) -> int:
    """The next of 2, 4, 6, 8 or 10 times a power of ten: half of it is a round number too."""
    power = int("1" + "0" * (len(str(number)) - 1))
    return next(step * power for step in (2, 4, 6, 8, 10) if step * power >= number)
