"""Span: where words stand in a report's text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Start and end in a report's `text`, in Unicode code points, end exclusive: `text[start:end]` IS the words."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"A span needs 0 <= start <= end, got {self.start} and {self.end}.")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is still a place in the text, so `within or default` must not skip it

    def of(self, text: str) -> str:
        """The words that this span marks in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Both spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """The other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: "Span") -> int:
        """Characters between the two spans; 0 where they touch or overlap."""
        return max(0, self.start - other.end, other.start - self.end)

    def trimmed(self, text: str, edges: str = " \t\r\n\u00a0") -> "Span":
        """The span without the given characters at its edges; empty at its start where nothing is left."""
        start, end = self.start, self.end
        while start < end and text[start] in edges:
            start += 1
        while end > start and text[end - 1] in edges:
            end -= 1
        return Span(start, end)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all the given ones; raises ValueError where there are none."""
    listed = list(spans)
    if not listed:
        raise ValueError("The hull of no spans is not defined.")
    return Span(min(s.start for s in listed), max(s.end for s in listed))
