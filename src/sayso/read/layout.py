"""What the stretches of a plain text are: title, standfirst, byline, times, credit, caption, paragraph, furniture.

When in doubt a line is a paragraph, because paragraphs are read and furniture is not.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.model import Block, BlockKind, Span, Stamp
from sayso.read.furniture import byline_of, closing_credit, credit_of, ends_as_sentence, is_boilerplate, opens_links
from sayso.read.lines import Unit, units_of
from sayso.read.times_line import lead_of, times_of

PROSE_LENGTH = 160
"""Characters: a longer line is body text."""
TITLE_LENGTH = 200
STANDFIRST_LENGTH = 300
CAPTION_LENGTH = 400
HEADING_LENGTH = 80
_POST_SIGNATURE = re.compile(r"[—–-]\s?\S.{0,80}\(@\w{1,20}\)")
_WIRE_TRAILER = re.compile(r"\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled) by [^.]{3,300}\)?\.?")
_DATELINE_ALONE = re.compile(r"[A-Z][A-Z .,/'’-]{2,40}\s?\((?P<agency>[A-Za-z -]{2,30})\)\s?[-–—]?")
_QUOTED = re.compile(r"[\"'“‘«].+[\"'”’»][.!?]?")


@dataclass(slots=True)
class Layout:
    """The blocks of a text and what they say about the report; filled while the lines are gone through."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    credits: list[str] = field(default_factory=list)
    published: Stamp | None = None
    updated: Stamp | None = None


@dataclass(slots=True)
class _Line:
    unit: Unit
    words: str
    kind: BlockKind | None = None
    """None until something tells."""

    @property
    def is_prose(self) -> bool:
        """Body text, going by its length and its end."""
        if self.kind is not None:
            return False
        return len(self.words) > PROSE_LENGTH or (ends_as_sentence(self.words) and len(self.words.split()) >= 9)


def lay_out(text: str, *, title: str | None = None) -> Layout:
    """The blocks of a text and the facts that they state. `title` is the title where something else gives it."""
    lines = [_Line(unit, unit.span.of(text)) for unit in units_of(text)]
    layout = Layout(title=title)
    for line in lines:
        line.kind = _kind(line.words)
    body = next((n for n, line in enumerate(lines) if line.is_prose), len(lines))
    _keep_times_near_the_top(lines, body)
    _find_title(lines, body, title)
    _find_standfirst(lines, body)
    _find_captions(lines)
    _find_links_and_headings(lines, body)
    for line in lines:
        _add(layout, line, text)
    return layout


def _kind(words: str) -> BlockKind | None:
    if is_boilerplate(words):
        return BlockKind.BOILERPLATE
    if times := times_of(words):
        return BlockKind.BYLINE if times.byline else BlockKind.TIMES
    if credit_of(words):
        return BlockKind.CREDIT
    if byline_of(words) or _WIRE_TRAILER.fullmatch(words) or _DATELINE_ALONE.fullmatch(words):
        return BlockKind.BYLINE
    if len(words) <= CAPTION_LENGTH and closing_credit(words):
        return BlockKind.CAPTION
    if words.startswith(">") or (_POST_SIGNATURE.search(words) and len(words) <= 600):
        return BlockKind.QUOTE
    return None


def _keep_times_near_the_top(lines: list[_Line], body: int) -> None:
    """A line with a time further down is an entry of a live page, not the report's time."""
    for n, line in enumerate(lines):
        if line.kind is BlockKind.TIMES and body + 1 < n < len(lines) - 2:
            line.kind = None


def _find_title(lines: list[_Line], body: int, given: str | None) -> None:
    for n, line in enumerate(lines[: max(body, 1) + 1][:8]):
        if line.kind is not None:
            continue
        is_given = given is not None and _folded(line.words[: 2 * len(given) + 9]) == _folded(given)
        if is_given or (given is None and n < body < len(lines) and _is_title(line, lines[n + 1])):
            line.kind = BlockKind.TITLE
        return


def _is_title(line: _Line, below: _Line) -> bool:
    words = line.words
    if (
        len(words) > TITLE_LENGTH
        or not 2 <= len(words.split()) <= 30
        or words[-1] in ".,:;"
        or _QUOTED.fullmatch(words)
    ):
        return False
    return below.unit.gap >= 2 or below.kind is not None or below.is_prose


def _folded(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _find_standfirst(lines: list[_Line], body: int) -> None:
    """The line after the title, where furniture parts it from the body, or that is a quotation by itself."""
    at = next((n for n, line in enumerate(lines) if line.kind is BlockKind.TITLE), None)
    below = [n for n in range(at + 1, len(lines)) if lines[n].kind is None] if at is not None else []
    if len(below) < 2:
        return
    line, after = lines[below[0]], lines[below[0] + 1]
    apart = after.kind in (BlockKind.TIMES, BlockKind.BYLINE) or (
        after.kind is BlockKind.CREDIT and below[0] < body and after.unit.gap >= 2
    )
    quoted = _QUOTED.fullmatch(line.words) is not None and len(line.words.split()) < 30 and after.unit.gap >= 2
    if len(line.words) <= STANDFIRST_LENGTH and (apart or quoted):
        line.kind = BlockKind.STANDFIRST


def _find_captions(lines: list[_Line]) -> None:
    """The line that stands right under or over a credit."""
    has_gaps = any(line.unit.gap >= 2 for line in lines[1:])
    for above, below in pairwise(lines):
        if below.unit.gap >= 2:
            continue
        for credit, other in ((above, below), (below, above)):
            short = len(other.words) <= CAPTION_LENGTH if has_gaps else not ends_as_sentence(other.words)
            if credit.kind is BlockKind.CREDIT and other.kind is None and short and len(other.words) <= CAPTION_LENGTH:
                other.kind = BlockKind.CAPTION


def _find_links_and_headings(lines: list[_Line], body: int) -> None:
    in_links = False
    for n, line in enumerate(lines):
        if n >= body and opens_links(line.words):
            in_links, line.kind = True, BlockKind.BOILERPLATE
        elif line.is_prose or (in_links and line.kind not in (None, BlockKind.TIMES, BlockKind.BOILERPLATE)):
            in_links = False
        elif in_links and len(line.words) <= PROSE_LENGTH and not ends_as_sentence(line.words):
            line.kind = BlockKind.BOILERPLATE
        elif n > body and n + 1 < len(lines) and _is_heading(line, lines[n + 1]):
            line.kind = BlockKind.HEADING


def _is_heading(line: _Line, below: _Line) -> bool:
    words = line.words
    if line.kind is not None or len(words) > HEADING_LENGTH or len(words.split()) > 12:
        return False
    starts, ends = words[0].isupper(), words[-1].isalnum() or words[-1] == "?"
    return starts and ends and line.unit.gap >= 2 and below.unit.gap >= 2 and below.is_prose


def _add(layout: Layout, line: _Line, text: str) -> None:
    """Add the line's block, or the two or three that its words run together, and keep what it states."""
    span, kind = line.unit.span, line.kind
    if kind is None:
        _add_prose(layout, span, text)
        return
    words = " ".join(line.words.split())
    layout.blocks.append(Block(kind, span))
    if kind is BlockKind.TITLE:
        layout.title = layout.title or words
    elif kind is BlockKind.STANDFIRST:
        layout.standfirst = words
    elif kind in (BlockKind.TIMES, BlockKind.BYLINE):
        _keep_times(layout, line.words)
    elif kind in (BlockKind.CREDIT, BlockKind.CAPTION):
        credited = credit_of(words) or closing_credit(words)
        layout.credits.extend([credited] if credited else [])


def _keep_times(layout: Layout, words: str) -> None:
    times = times_of(words)
    name = times.byline if times else byline_of(words)
    layout.byline = layout.byline or name
    if times:
        layout.published = layout.published or times.published
        layout.updated = layout.updated or times.updated


def _add_prose(layout: Layout, span: Span, text: str) -> None:
    """The paragraph; where it is the first, the title and the times that run into it become blocks of their own."""
    if not any(block.kind is BlockKind.PARAGRAPH for block in layout.blocks):
        for _ in range(2):
            span = _without_times(layout, span, text)
            span = _without_title(layout, span, text)
    if len(span):
        layout.blocks.append(Block(BlockKind.PARAGRAPH, span))


def _without_times(layout: Layout, span: Span, text: str) -> Span:
    lead = lead_of(span.of(text))
    if lead is None:
        return span
    layout.published = layout.published or lead.times.published
    layout.updated = layout.updated or lead.times.updated
    return _cut(layout, BlockKind.TIMES, span, lead.cut, text) if 0 < lead.cut < len(span) else span


def _without_title(layout: Layout, span: Span, text: str) -> Span:
    title = layout.title
    if not title or any(block.kind is BlockKind.TITLE for block in layout.blocks):
        return span
    words = span.of(text)
    if not words.startswith(title) or len(words) - len(title) < 40:
        return span
    at = len(title)
    at += len(words[at:]) - len(words[at:].lstrip(". "))
    return _cut(layout, BlockKind.TITLE, span, at, text) if words[at : at + 1] and not words[at].islower() else span


def _cut(layout: Layout, kind: BlockKind, span: Span, length: int, text: str) -> Span:
    layout.blocks.append(Block(kind, Span(span.start, span.start + length).trimmed(text)))
    return Span(span.start + length, span.end).trimmed(text)
