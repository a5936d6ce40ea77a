"""A text's lines as spans, and the paragraphs that hard-wrapped lines make up."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
WRAP_WIDTH = 100
"""Characters: text wrapped wider than this is taken for one paragraph a line."""
WRAP_SHARE = 0.85
"""Of the line ends inside a group, how many must come where the next word no longer fitted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or the lines of one wrapped paragraph."""

    span: Span
    gap: int
    """Line ends between it and the unit before it: 2 or more is a blank line. 2 for the first."""


def units_of(text: str, within: Span | None = None) -> tuple[Unit, ...]:
    """The text's lines without white space at their ends; lines of wrapped paragraphs are put together."""
    lines = _lines(text, within or Span(0, len(text)))
    return _joined(lines, text) if _is_wrapped(lines, text) else lines


def _lines(text: str, within: Span) -> tuple[Unit, ...]:
    units: list[Unit] = []
    last = within.start
    for match in _LINE.finditer(text, within.start, within.end):
        span = _trimmed(text, *match.span())
        if not len(span):
            continue
        gap = len(_BREAK.findall(text, last, span.start)) if units else 2
        units.append(Unit(span, gap))
        last = span.end
    return tuple(units)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = len(words) - len(words.lstrip("\ufeff \t\u00a0\u3000\u200b"))
    right = len(words.rstrip("\ufeff \t\u00a0\u3000\u200b"))
    return Span(start + left, start + right) if left < right else Span(start, start)


def _is_wrapped(lines: tuple[Unit, ...], text: str) -> bool:
    """Blank lines part the paragraphs, and inside them lines end where the next word no longer fitted."""
    width = max((len(line.span) for line in lines), default=0)
    inner = [(a, b) for a, b in pairwise(lines) if b.gap == 1]
    if not 40 <= width <= WRAP_WIDTH or len(inner) < 4 or all(line.gap == 1 for line in lines[1:]):
        return False
    forced = sum(len(a.span) + 1 + len(b.span.of(text).split(maxsplit=1)[0]) > width - 4 for a, b in inner)
    return forced >= WRAP_SHARE * len(inner)


def _joined(lines: tuple[Unit, ...], text: str) -> tuple[Unit, ...]:
    joined: list[Unit] = []
    for line in lines:
        if line.gap == 1 and joined and len(joined[-1].span) and not _starts_anew(line.span.of(text)):
            joined[-1] = Unit(Span(joined[-1].span.start, line.span.end), joined[-1].gap)
        else:
            joined.append(line)
    return tuple(joined)


def _starts_anew(line: str) -> bool:
    return bool(re.match(r"[-*•–>]\s|\d{1,2}[.)]\s", line))
