"""A text cut into the pieces that numbers are read from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Modifier

_WORD = re.compile(
    r"(?P<date>(?<![\w-])\d{1,4}([-/.])\d{1,2}\2\d{2,4}(?!\d))"
    r"|(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 12,500; 3,12,500
    r"|\d{1,3}, 000(?!\d)|\d{1,3}(?: \d{3})* 000(?!\d)|\d+(?:\.\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?(?=[^\W\d_]|\b)|[^\W\d_]+)|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a row of digits, a date or a mark, with its offsets in the text."""

    start: int
    end: int
    text: str
    kind: str

    @property
    def lower(self) -> str:
        """The piece in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Core:
    """A number before its modifier: pieces `first` to `last` exclusive."""

    first: int
    last: int
    low: int | None
    high: int | None
    modifier: Modifier


def lower_at(pieces: Sequence[Piece], at: int) -> str:
    """The piece at an index in small letters; empty outside of the text."""
    return pieces[at].lower if 0 <= at < len(pieces) else ""


def matches(pieces: Sequence[Piece], at: int, phrase: tuple[str, ...]) -> bool:
    """The pieces from an index on are those of the phrase."""
    return all(lower_at(pieces, at + n) == word for n, word in enumerate(phrase))


def cut(text: str, start: int = 0, end: int | None = None) -> list[Piece]:
    """The pieces between two offsets: dates, digits, words and single marks."""
    area = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Piece(m.start(), m.end(), m.group(), str(m.lastgroup)) for m in area]
