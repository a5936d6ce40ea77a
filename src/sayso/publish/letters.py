"""Letters of names: what begins with a capital in any Latin spelling, and passages in scripts that are not read."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.model import Span

_LAST = 0x1E95F
"""The last code point that has a case: Unicode 15, Adlam."""


def _ranges(points: Iterable[int]) -> str:
    """A character class of the code points, neighbours written as one range."""
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" if last > first else chr(first) for first, last in runs)


CAPITAL = f"[{_ranges(n for n in range(0x41, _LAST + 1) if unicodedata.category(chr(n)) in ('Lu', 'Lt'))}]"
"""A capital or title-case letter of any script, as a pattern: `[A-Z]` knows neither Ł nor Ö."""

MARKS = "\u0300-\u036f"
"""Accents that are written apart from their letter."""

INNER = rf"[\w’'‘ʼ{MARKS}-]"
"""What stands inside a word of a name."""

END = rf"\w[{MARKS}]*"
"""How such a word ends."""

_FORMS = "łl ŁL øo ØO đd ĐD ðd ÐD ħh ĦH ŧt ŦT ıi əe ƏE ’' ‘' ʼ' ʻ' `' ´' ‐- ‑-"
_STROKES = {form[0]: form[1] for form in _FORMS.split()} | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th"}
"""Letters that Unicode does not take apart, and the forms of apostrophes and hyphens."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without accents and invisible characters, and where each character of it stood."""

    text: str
    _at: tuple[int, ...] | None
    """Offsets in the original, by character, and its length at the end; None where both are the same."""
    _end: int

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original, with the accents that belong to its last letter."""
        if self._at is None:
            return Span(start, end)
        return Span(self._at[start], self._at[end] if end < len(self.text) else self._end)


@cache
def _plain(character: str) -> str:
    """The letter without its accents; nothing for a mark by itself and for what no reader sees."""
    if character in _STROKES:
        return _STROKES[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Cf"):
        return ""
    if not category.startswith("L"):
        return character
    parts = unicodedata.normalize("NFKD", character)
    return "".join(_STROKES.get(c, c) for c in parts if unicodedata.category(c) != "Mn") or character


def folded(text: str) -> Folded:
    """The text as names are compared: "Łukasz", "Lukasz" and "Lu\u00adkasz" are one name."""
    if text.isascii() and "`" not in text:
        return Folded(text, None, len(text))
    plain, at = [], []
    for offset, character in enumerate(text):
        for letter in _plain(character):
            plain.append(letter)
            at.append(offset)
    return Folded("".join(plain), (*at, len(text)), len(text))


# Starts of the blocks of Latin letters and of what all scripts share. Source: Unicode 15, Blocks.txt.
_LATIN = (
    *((0x0, 0x370), (0x1D00, 0x1D26), (0x1D2C, 0x1D5D), (0x1D62, 0x1D66), (0x1D6B, 0x1D78), (0x1D79, 0x1DBF)),
    *((0x1E00, 0x1F00), (0x2000, 0x2C00), (0x2C60, 0x2C80), (0xA700, 0xA800), (0xAB30, 0xAB65), (0xFB00, 0xFB07)),
    *((0xFF21, 0xFF3B), (0xFF41, 0xFF5B)),
)
_SIGNS = re.compile(r"[\u0370-\u03ff](?:[\W\d]+[\u0370-\u03ff])*")
"""Greek letters of which no two stand side by side."""
_STARTS = [first for first, _ in _LATIN]


def _is_other(character: str) -> bool:
    """A letter of another script than the Latin one."""
    if not character.isalpha():
        return False
    point = ord(character)
    at = bisect_right(_STARTS, point) - 1
    return point >= _LATIN[at][1]


def other_scripts(text: str) -> list[Span]:
    """Passages in other scripts than the Latin one, on one line each; a Greek letter by itself is a sign, no word."""
    if text.isascii():
        return []
    found: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        found += _in_line(text, Span(*line.span()))
    return found


def _in_line(text: str, line: Span) -> Iterable[Span]:
    start = end = -1
    for at in range(line.start, line.end):
        character = text[at]
        if _is_other(character) or (start >= 0 and end == at and unicodedata.category(character).startswith("M")):
            start, end = (at if start < 0 else start), at + 1
        elif character.isalpha() and start >= 0:
            yield from _passage(text, start, end)
            start = end = -1
    if start >= 0:
        yield from _passage(text, start, end)


def _passage(text: str, start: int, end: int) -> Iterable[Span]:
    """The passage with the Latin letters that touch it: a word of two scripts is one word."""
    if _SIGNS.fullmatch(text, start, end):
        return
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    yield Span(start, end)
