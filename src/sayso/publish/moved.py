"""Where the words of a text go when stretches of it are replaced."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.model import MapSegment, Report, Span


class Gone(NamedTuple):
    """A stretch that is left out, and what is printed for it."""

    span: Span
    said: str


class Moved:
    """A text in which stretches are replaced, and the way of each offset into it."""

    def __init__(self, text: str, gone: Sequence[Gone]) -> None:
        parts: list[str] = []
        old = new = 0
        self._pieces: list[tuple[Span, int, int]] = []
        for span, said in (*gone, Gone(Span(len(text), len(text)), "")):
            if span.start > old:
                parts.append(text[old : span.start])
                self._pieces.append((Span(old, span.start), new, new + span.start - old))
                new += span.start - old
            if len(span):
                parts.append(said)
                self._pieces.append((span, new, new + len(said)))
                new += len(said)
            old = span.end
        self.text = "".join(parts)
        self._gone = {span for span, _ in gone}
        self._begins = [piece.start for piece, _, _ in self._pieces]

    def offset(self, at: int, *, is_end: bool = False) -> int:
        """The new place of an offset; inside a replaced stretch its start or, for the end of a span, its end."""
        if not self._pieces:
            return at
        i = max(0, bisect_right(self._begins, at - 1 if is_end and at else at) - 1)
        piece, start, end = self._pieces[i]
        if piece in self._gone:
            return end if is_end else start
        return start + at - piece.start

    def span(self, span: Span) -> Span:
        """The span around the same words, or around what stands for them."""
        start = self.offset(span.start)
        return Span(start, max(start, self.offset(span.end, is_end=True)) if len(span) else start)

    def kept(self) -> Iterable[tuple[Span, Span]]:
        """Stretches that stay, in the new text and in the old one."""
        for piece, start, end in self._pieces:
            if piece not in self._gone:
                yield Span(start, end), piece


def segments(report: Report, moved: Moved) -> tuple[MapSegment, ...]:
    """Where the words that stay were read from in the original."""
    if not report.segments:
        return tuple(MapSegment(new, old) for new, old in moved.kept())
    return tuple(
        MapSegment(new, segment.original)
        for segment in report.segments
        if len(new := moved.span(segment.text)) == len(segment.text)
    )
