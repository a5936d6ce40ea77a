"""Room for labels in a drawing: each is tried beside its point; one without room is left to the text."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom, in units of the drawing."""

HEIGHT, LETTER_WIDTH = 16.0, 7.4
"""Of the 13-unit sans serif that the drawings use; widths vary by font, so this is on the safe side."""


class Labels:
    """What is taken so far."""

    def __init__(self, width: float, taken: Sequence[Box] = ()) -> None:
        self._width = width
        self._taken = list(taken)

    def place(self, name: str, x: float, y: float, radius: float) -> tuple[float, float, str] | None:
        """Where the label goes (x, y, "start" or "end"), or None where there is no room."""
        wide = len(name) * LETTER_WIDTH
        off = min(radius, 10.0) * 0.7 + 4
        for label_x, label_y, anchor in _tries(x, y, off):
            left = label_x - wide if anchor == "end" else label_x
            box = (left, label_y - HEIGHT + 4, left + wide, label_y + 4)
            is_inside = box[0] >= 4 and box[1] >= 0 and box[2] <= self._width - 4
            if is_inside and not any(_overlap(box, taken) for taken in self._taken):
                self._taken.append(box)
                return label_x, label_y, anchor
        return None


def _tries(x: float, y: float, off: float) -> Iterable[tuple[float, float, str]]:
    for lift in (4.0, -10.0, 18.0, -24.0, 32.0):
        yield x + off, y + lift, "start"
        yield x - off, y + lift, "end"


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
