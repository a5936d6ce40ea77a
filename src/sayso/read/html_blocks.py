"""The blocks of words of an HTML page, each with the elements that it stands in, and what its head says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.read.html_source import Data, Tag, decoded, scan

DEPTH = 256
"""Open elements that are kept track of; deeper ones count as their parents."""
_NO_END = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_CLOSED_BY_NEXT = frozenset(["p", "li", "td", "th", "tr", "dt", "dd", "option"])
_HIDDEN = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "math",
        "iframe",
        "noscript",
        "select",
        "button",
        "textarea",
        "object",
        "canvas",
        "audio",
        "video",
        "xmp",
        "noembed",
        "noframes",
        "map",
    ]
)
_ASIDE = frozenset(["nav", "footer", "aside", "form", "menu", "dialog"])
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CREDIT_CUE = re.compile(r"credit|copyright|photographer|attribution")
_CUES = ("class", "id", "itemprop", "role", "rel", "data-testid", "data-component", "aria-label")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block and their place in the source."""

    words: str
    start: int
    length: int | None
    """Characters in the source, where it is not the words' own length (an entity)."""


@dataclass(slots=True)
class PageBlock:
    """Words that no block element parts, with the elements around them."""

    pieces: list[Piece]
    tags: frozenset[str]
    """Names of the elements around it."""
    own: str
    """The innermost block element."""
    cues: str
    """Classes, ids and roles of the innermost elements around it, in lower case."""
    is_aside: bool
    """It stands in navigation, a footer, a form or an aside."""
    has_link: bool = False

    @property
    def words(self) -> str:
        """The words with white space folded."""
        return " ".join("".join(piece.words for piece in self.pieces).split())


@dataclass(frozen=True, slots=True)
class TimeElement:
    """A `<time>` element."""

    value: str
    """Its `datetime`, else its words."""
    cues: str
    is_aside: bool


@dataclass(slots=True)
class Page:
    """What one pass over the source finds."""

    blocks: list[PageBlock] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    """Names or properties in lower case, with their contents."""
    times: list[TimeElement] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    """The JSON-LD scripts."""
    canonical: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    cues: str
    is_hidden: bool
    is_aside: bool
    is_block: bool


_ROOT = _Open("", "", is_hidden=False, is_aside=False, is_block=True)


class _Builder:
    def __init__(self, source: str) -> None:
        self._source = source
        self._stack: list[_Open] = [_ROOT]
        self._pieces: list[Piece] = []
        self._keeps_script = False
        self._has_link = False
        self.page = Page()

    def take(self, item: Tag | Data) -> None:
        if isinstance(item, Data):
            self._take_data(item)
        elif item.is_end:
            self._take_end(item)
        else:
            self._take_start(item)

    def _take_data(self, data: Data) -> None:
        if data.inside == "script":
            if self._keeps_script:
                self.page.linked_data.append(self._source[data.start : data.end])
            return
        if self._stack[-1].is_hidden:
            return
        in_pre = any(o.name == "pre" for o in self._stack[-4:])
        for start, end, closes in _paragraphs(self._source, data) if in_pre else [(data.start, data.end, False)]:
            self._pieces.extend(Piece(*piece) for piece in decoded(self._source, Data(start, end)))
            if closes:
                self.flush()

    def _take_start(self, tag: Tag) -> None:
        name = tag.name
        self._keeps_script = name == "script" and "ld+json" in tag.attributes.get("type", "").lower()
        self._note_head(tag)
        above = self._stack[-1]
        cues = _cues(tag)
        is_credit = "figcaption" in (o.name for o in self._stack[-4:]) and bool(_CREDIT_CUE.search(cues))
        is_block = name in _BLOCKS or is_credit
        if is_block:
            self.flush()
        if name in _NO_END:
            return
        self._has_link = self._has_link or name == "a"
        if name in _CLOSED_BY_NEXT and above.name == name:
            self._stack.pop()
            above = self._stack[-1]
        if len(self._stack) < DEPTH:
            hidden = above.is_hidden or name in _HIDDEN or _is_hidden(tag)
            self._stack.append(_Open(name, cues, hidden, above.is_aside or name in _ASIDE, is_block))
        if name == "time" and not self._stack[-1].is_hidden:
            around = " ".join(o.cues for o in self._stack[-4:])
            self.page.times.append(TimeElement(tag.attributes.get("datetime", ""), around, self._stack[-1].is_aside))

    def _take_end(self, tag: Tag) -> None:
        for back in range(1, min(64, len(self._stack) - 1) + 1):
            if self._stack[-back].name == tag.name:
                if any(o.is_block for o in self._stack[-back:]):
                    self.flush()
                del self._stack[-back:]
                return
        if tag.name in _BLOCKS:
            self.flush()

    def flush(self) -> None:
        """End the block that is being gathered."""
        pieces, self._pieces = self._pieces, []
        has_link, self._has_link = self._has_link or any(o.name == "a" for o in self._stack[-4:]), False
        if not any(piece.words.strip() for piece in pieces):
            return
        inner = next((o.name for o in reversed(self._stack) if o.is_block), "")
        cues = " ".join(o.cues for o in self._stack[-5:] if o.cues)
        tags = frozenset(o.name for o in self._stack)
        self.page.blocks.append(PageBlock(pieces, tags, inner, cues, self._stack[-1].is_aside, has_link))

    def _note_head(self, tag: Tag) -> None:
        if tag.name == "meta":
            key = tag.attributes.get("property") or tag.attributes.get("name") or tag.attributes.get("itemprop") or ""
            content = tag.attributes.get("content", "").strip()
            if key and content:
                self.page.meta.append((key.strip().lower(), content))
        elif tag.name == "link" and "canonical" in tag.attributes.get("rel", "").lower().split():
            self.page.canonical = self.page.canonical or tag.attributes.get("href")
        elif tag.name == "html":
            self.page.language = tag.attributes.get("lang") or None


def _cues(tag: Tag) -> str:
    return " ".join(tag.attributes[name] for name in _CUES if tag.attributes.get(name)).lower() if tag.inside else ""


def _is_hidden(tag: Tag) -> bool:
    if not tag.inside:
        return False
    attributes = tag.attributes
    return "hidden" in attributes or _NOT_SHOWN.search(attributes.get("style", "")) is not None


def _paragraphs(source: str, data: Data) -> Iterator[tuple[int, int, bool]]:
    """The stretches of preformatted words between blank lines, and whether a blank line follows."""
    at = data.start
    for match in _BLANK_LINE.finditer(source, data.start, data.end):
        yield at, match.start(), True
        at = match.end()
    yield at, data.end, False


def page_of(source: str) -> Page:
    """The blocks and the head of a page, in one pass over its source."""
    builder = _Builder(source)
    for item in scan(source):
        builder.take(item)
    builder.flush()
    return builder.page
