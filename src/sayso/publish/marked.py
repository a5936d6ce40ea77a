"""A text with marks as a flat run of pieces: nested where spans nest, cut where they cross. No character is lost."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.model import Span
from sayso.publish.contexts import Link, Piece
from sayso.publish.wording import CONTROL, code_point


@dataclass(slots=True)
class Mark:
    """What is to be marked at one span: merged where several readings share it."""

    span: Span
    id: str = ""
    classes: set[str] = field(default_factory=set)
    back: list[Link] = field(default_factory=list)


def words(text: str) -> Iterator[Piece]:
    """The text as pieces, with characters that reorder or cannot be shown written out as such."""
    at = 0
    for found in CONTROL.finditer(text):
        if found.start() > at:
            yield Piece("words", text[at : found.start()])
        yield Piece("control", code_point(found.group()))
        at = found.end()
    if at < len(text):
        yield Piece("words", text[at:])


def marked(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The words of `within` with the marks that touch it.

    A mark that started before `within`, or that crosses the end of one it started in, goes on in a piece of its own
    (`of` names it). An id appears once: on the piece that holds the mark's start.
    """
    return tuple(_Run(text, within).pieces(marks))


@dataclass(frozen=True, slots=True)
class _Part:
    """A mark, or what is left of it after a cut."""

    start: int
    end: int
    is_first: bool
    mark: Mark


class _Run:
    """Walks through the parts in order, with the open ones on a stack."""

    def __init__(self, text: str, within: Span) -> None:
        self._text = text
        self._within = within
        self._open: list[_Part] = []
        self._at = within.start
        self._queue: list[tuple[int, int, int, _Part]] = []
        self._pushed = 0

    def pieces(self, marks: Iterable[Mark]) -> Iterator[Piece]:
        for mark in marks:
            self._enqueue(mark)
        while self._queue:
            part = heapq.heappop(self._queue)[-1]
            yield from self._close_until(part.start)
            yield from self._start(part)
        yield from self._close_until(self._within.end)
        yield from self._advance(self._within.end)

    def _enqueue(self, mark: Mark) -> None:
        within, span = self._within, mark.span
        start, end = max(span.start, within.start), min(span.end, within.end)
        starts_here = within.start <= span.start < within.end
        if start < end or (starts_here and not len(span)):
            self._push(_Part(start, end, starts_here, mark))

    def _push(self, part: _Part) -> None:
        self._pushed += 1
        heapq.heappush(self._queue, (part.start, -part.end, self._pushed, part))

    def _start(self, part: _Part) -> Iterator[Piece]:
        yield from self._advance(part.start)
        end = part.end
        if self._open and self._open[-1].end < end:
            end = self._open[-1].end
            self._push(_Part(end, part.end, is_first=False, mark=part.mark))
        self._open.append(_Part(part.start, end, part.is_first, part.mark))
        yield Piece(
            "open",
            id=part.mark.id if part.is_first else "",
            of="" if part.is_first else part.mark.id,
            classes=" ".join(sorted(part.mark.classes)),
        )

    def _close_until(self, offset: int) -> Iterator[Piece]:
        while self._open and self._open[-1].end <= offset:
            yield from self._close()

    def _close(self) -> Iterator[Piece]:
        part = self._open.pop()
        yield from self._advance(part.end)
        yield Piece("close")
        if part.end == part.mark.span.end:
            for link in part.mark.back:
                yield Piece("back", link.text, href=link.href)

    def _advance(self, offset: int) -> Iterator[Piece]:
        if offset > self._at:
            yield from words(self._text[self._at : offset])
            self._at = offset
