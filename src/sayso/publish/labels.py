"""Room for labels in a drawing: each is tried beside its point; one without room is left to the text."""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom, in units of the drawing."""

Placed: TypeAlias = tuple[float, float, Literal["start", "middle", "end"]]
"""Where a label stands and which of its ends is there."""

HEIGHT, LETTER_WIDTH = 16.0, 7.4
"""Of the 13-unit sans serif that the drawings use; widths vary by font, so this is on the safe side."""


NEAR = (4.0, -10.0, 18.0, -24.0, 32.0)
"""How far a label may stand above or below its point and still be seen to belong to it."""

FAR = (*NEAR, -38.0, 46.0, -52.0, 60.0)
"""The same where a line leads from the label to its point."""


class Labels:
    """What is taken so far."""

    def __init__(self, width: float, taken: Sequence[Box] = (), lifts: Sequence[float] = NEAR) -> None:
        self._width = width
        self._taken = list(taken)
        self._lifts = lifts

    def place(self, name: str, x: float, y: float, radius: float) -> Placed | None:
        """Where the label goes (x, y, "start" or "end"), or None where there is no room."""
        wide = len(name) * LETTER_WIDTH
        off = min(radius, 60.0) + 4
        for label_x, label_y, anchor in self._tries(x, y, off):
            left = label_x - wide if anchor == "end" else label_x
            if self._take(left, label_y, wide):
                return label_x, label_y, anchor
        return None

    def centre(self, name: str, x: float, y: float) -> Placed | None:
        """The label in the middle of a line at this height (x, y, "middle"), or None where there is no room."""
        wide = len(name) * LETTER_WIDTH
        return (x, y, "middle") if self._take(x - wide / 2, y, wide) else None

    def _take(self, left: float, bottom: float, wide: float) -> bool:
        """Whether the room was free; it is taken now."""
        box = (left, bottom - HEIGHT + 4, left + wide, bottom + 4)
        is_inside = box[0] >= 4 and box[1] >= 0 and box[2] <= self._width - 4
        is_free = is_inside and not any(_overlap(box, taken) for taken in self._taken)
        if is_free:
            self._taken.append(box)
        return is_free

    def _tries(self, x: float, y: float, off: float) -> Iterable[Placed]:
        for lift in self._lifts:
            yield x + off, y + lift, "start"
            yield x - off, y + lift, "end"


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
