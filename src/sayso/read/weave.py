"""Builds a report's text piece by piece and keeps, for each piece, where in the original it was read."""

import re

from sayso.model import Block, BlockKind, MapSegment, Span

_RUN = re.compile(r"\s+|[^\s\u00ad\x02\ufffe]+|[\u00ad\x02\ufffe]")
SOFT_HYPHENS = "\u00ad\x02\ufffe"
"""Marks of a break inside a word, as pages and PDFs hold them (PDFium gives U+0002 or U+FFFE): left out."""
BETWEEN = "\n\n"
"""What stands between two blocks; it maps to nothing."""


class Weave:
    """Blocks of text with white space folded, and the map back to the original.

    Segments whose text is as long as their original are equal to it character by character; others are one folded
    space or one decoded entity.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._segments: list[MapSegment] = []
        self._blocks: list[Block] = []
        self._start: int | None = None
        """Where the open block starts; None while none is open."""
        self._space: Span | None = None
        """White space seen and not yet needed."""

    @property
    def text(self) -> str:
        """All blocks so far."""
        return "".join(self._parts)

    @property
    def segments(self) -> tuple[MapSegment, ...]:
        """Text to original, in the order of the text."""
        return tuple(self._segments)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The closed blocks."""
        return tuple(self._blocks)

    def add(self, words: str, start: int, *, length: int | None = None) -> None:
        """Add words that stand at `start` of the original.

        `length` is theirs in the original where it is not that of the words (a decoded entity): then the words map
        to it as a whole.
        """
        for run in _RUN.finditer(words):
            piece = run[0]
            here = Span(start, start + length) if length is not None else Span(start + run.start(), start + run.end())
            if piece.isspace():
                self._space = self._space or here
            elif piece not in SOFT_HYPHENS:
                self._put(piece, here)

    def _put(self, piece: str, here: Span) -> None:
        if self._start is None:
            self._append(BETWEEN if self._parts else "")
            self._start = self._length
        elif self._space is not None:
            self._map(" ", self._space)
        self._space = None
        self._map(piece, here)

    def _map(self, words: str, original: Span) -> None:
        text = Span(self._length, self._length + len(words))
        self._append(words)
        last = self._segments[-1] if self._segments else None
        if (
            last
            and _is_exact(text, original)
            and _is_exact(last.text, last.original)
            and _touches(last, text, original)
        ):
            whole = MapSegment(Span(last.text.start, text.end), Span(last.original.start, original.end))
            self._segments[-1] = whole
        else:
            self._segments.append(MapSegment(text, original))

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def close(self, kind: BlockKind) -> None:
        """End the open block and say what it is; nothing happens where no words were added to it."""
        if self._start is not None:
            self._blocks.append(Block(kind, Span(self._start, self._length)))
        self._start = None
        self._space = None


def _is_exact(text: Span, original: Span) -> bool:
    return len(text) == len(original)


def _touches(last: MapSegment, text: Span, original: Span) -> bool:
    return last.text.end == text.start and last.original.end == original.start
