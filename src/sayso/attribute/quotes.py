"""Quotations in a text: any marks, over several sentences and paragraphs, with marks lost or out of balance."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from sayso.model import READ_FOR_CLAIMS, Annotated, Span

PAIRS = {"“": "”", "„": "“", "«": "»", "‘": "’", "‹": "›", "「": "」"}
"""Opening mark to the mark that closes it. Source: Unicode General Punctuation; „...“ as in German."""
OPENERS = ('"', "“")
"""Marks that begin each paragraph of a quotation of several paragraphs."""
LONGEST = 2500
"""Characters; an opening mark without its partner inside them is taken for a stray one."""
RUNNING_ON = 700
"""Characters that an unclosed paragraph of a quotation may have before the next one opens."""
SPACES = " \t\r\n\u00a0"
_MARK = re.compile("[" + re.escape("".join({*PAIRS, *PAIRS.values(), *"\"'`"})) + "]")
"""Whatever opens or closes a quotation."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks."""

    span: Span
    inner: Span
    """The words between the marks."""


def quotes_of(annotated: Annotated) -> tuple[Quote, ...]:
    """The outermost quotations in order, without overlap."""
    found: list[Quote] = []
    text = annotated.text
    spans = [block.span for block in annotated.report.blocks if block.kind in READ_FOR_CLAIMS]
    for position, span in enumerate(spans):
        following = spans[position + 1].trimmed(text, SPACES) if position + 1 < len(spans) else None
        goes_on = following is not None and text[following.start : following.start + 1] in OPENERS
        found.extend(_in_block(text, span, goes_on=goes_on))
    return tuple(found)


def _in_block(text: str, block: Span, *, goes_on: bool) -> list[Quote]:
    """The block's quotations; one that is not closed runs to its end where the next block goes on with it."""
    found: list[Quote] = []
    opened: int | None = None
    mark = ""
    for match in _MARK.finditer(text, block.start, block.end):
        at, char = match.start(), match.group()
        if opened is not None and at - opened > LONGEST:
            opened = None
        if opened is None:
            if _opens(text, at, block):
                opened, mark = at, char
            continue
        if _closes(text, at, block, mark):
            found.append(Quote(Span(opened, at + 1), Span(opened + 1, at)))
            opened = None
        elif char == mark and mark != "'" and _opens(text, at, block) and not _new_paragraph(text, opened, at):
            opened = at  # the partner of the earlier mark is lost
    if opened is not None and block.end - opened > LONGEST + 1:
        opened = None
    running = opened is not None and opened == Span(block.start, block.end).trimmed(text, SPACES).start
    if opened is not None and (running or goes_on) and mark in OPENERS:
        end = Span(opened, block.end).trimmed(text, SPACES).end
        found.append(Quote(Span(opened, end), Span(opened + 1, end)))
    return found


def _new_paragraph(text: str, opened: int, at: int) -> bool:
    """A mark that only begins the next paragraph of a quotation that runs on (line breaks may be lost)."""
    return at - opened <= RUNNING_ON and _before_spaces(text, at) in ".!?"


def _before_spaces(text: str, at: int) -> str:
    while at > 0 and text[at - 1] in SPACES:
        at -= 1
    return text[at - 1] if at > 0 else " "


def _side(text: str, at: int, block: Span) -> tuple[str, str]:
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return before, after


def _opens(text: str, at: int, block: Span) -> bool:
    char = text[at]
    if char in PAIRS and char not in "‘„":
        return True
    if char == "„":
        return True
    if char not in "\"'‘`":
        return False
    before, after = _side(text, at, block)
    free = before in SPACES or before in "([{—–-:/"
    if char in "'‘`":
        return free and (after.isalnum() or after in "…[") and _has_single_partner(text, at, block)
    return (free and after not in SPACES and after not in ",.;:!?)") or (
        free and after in SPACES and _lone(text, at, block)
    )


def _lone(text: str, at: int, block: Span) -> bool:
    """A straight mark between two spaces opens only where a word with a capital follows."""
    following = text[at + 1 : min(at + 4, block.end)].lstrip()
    return bool(following) and following[0].isupper()


def _has_single_partner(text: str, at: int, block: Span) -> bool:
    end = min(block.end, at + 600)
    return any(text[other] in "'’" and _closes(text, other, block, "'") for other in range(at + 2, end))


def _closes(text: str, at: int, block: Span, mark: str) -> bool:
    char = text[at]
    before, after = _side(text, at, block)
    if mark == '"':
        if char == "”":
            return True
        if char != '"':
            return False
        if before in SPACES and after.isalnum():
            earlier = _before_spaces(text, at)
            return earlier in ",.?!" and (after.islower() or earlier == ",")
        return True
    if mark in "'‘`":
        if char not in "'’":
            return False
        if after.isalnum() or before in SPACES:
            return False
        return before in '.,?!…”"' or not (before == "s" and after == " " and _more_single(text, at, block))
    if mark == "“" and char == '"':
        return before not in SPACES
    return char == PAIRS.get(mark, mark)


def _more_single(text: str, at: int, block: Span) -> bool:
    """Another closing mark follows soon, so this one is the apostrophe of a plural ("the rebels' side")."""
    for other in range(at + 1, min(block.end, at + 200)):
        if text[other] in "'’":
            after = text[other + 1] if other + 1 < block.end else " "
            return not after.isalnum()
    return False


class Quotes:
    """The quotations of a report, for looking up by position."""

    def __init__(self, annotated: Annotated) -> None:
        self.all = quotes_of(annotated)
        self._ends = [quote.span.end for quote in self.all]

    def at(self, offset: int) -> Quote | None:
        """The quotation that covers the character at the offset."""
        position = bisect_left(self._ends, offset + 1)
        if position < len(self.all) and self.all[position].span.start <= offset:
            return self.all[position]
        return None

    def ending(self, start: int, end: int) -> Quote | None:
        """The quotation whose last character lies in the stretch."""
        position = bisect_left(self._ends, start + 1)
        if position < len(self.all) and self.all[position].span.end <= end:
            return self.all[position]
        return None
