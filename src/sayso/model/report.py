"""Report: one item of reporting as it is shown and read, and NotRead: an input that gave none."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import ReportId, digest
from sayso.model.span import Span
from sayso.model.times import Stamp


class BlockKind(StrEnum):
    """What a stretch of a report's text is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    TIMES = "times"
    """The line that gives the publication and update times."""
    CREDIT = "credit"
    """Who took a picture or made a film ("Jane Doe / Reuters")."""
    CAPTION = "caption"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    """A block quotation or an embedded post."""
    BOILERPLATE = "boilerplate"
    """Related links, share bars, notices: kept where the original text is shown whole, never read for claims."""


READ_FOR_CLAIMS = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.STANDFIRST,
        BlockKind.CAPTION,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
    }
)
"""Blocks that hold sentences: the others are facts about the report."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of the text; sentences never run across two blocks."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class MapSegment:
    """A stretch of the text and the stretch of the decoded original that it was read from."""

    text: Span
    original: Span
    """Code points in the original, decoded as `Report.encoding` says (PDF: in the page texts joined by form feeds)."""


@dataclass(frozen=True, slots=True)
class Report:
    """One item of reporting: an article, a post, a statement, a situation report."""

    id: ReportId
    text: str
    """What is shown and what all spans point into."""
    blocks: tuple[Block, ...]
    """In order, without overlap; every character outside of them is white space or left out on purpose."""
    sha256: str
    """Of the preserved bytes: of the file, or of the one line of a JSON-lines file."""
    locator: str
    """Where the bytes came from, as the user gave it; a JSON-lines record adds ":line"."""
    media_type: str = "text/plain"
    encoding: str | None = "utf-8"
    segments: tuple[MapSegment, ...] = ()
    """Text to original, in order; empty means the text IS the decoded original (or the record's `text` field)."""
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: Stamp | None = None
    """None is unknown, never today."""
    updated: Stamp | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    """What could not be read of it, in words for the user ("No publication time found")."""
    given_id: ReportId | None = None
    """The id that it was handed in with, where another report of other words has that id; None where it is `id`."""

    def words(self, span: Span) -> str:
        """The words that a span marks in this report's text."""
        return span.of(self.text)

    def text_sha256(self) -> str:
        """The SHA-256 of the text, as hex digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def key(self) -> str:
        """What ids of claims and attributions begin with: the id as given, and these very words.

        A decision about them so never passes to other words under the same id, and stands when versions come in.
        """
        return digest("words", self.given_id or self.id, self.text_sha256())


@dataclass(frozen=True, slots=True)
class NotRead:
    """An input that gave no report: what happened to it, and what the user can do."""

    locator: str
    what: str
    """What happened, as a sentence ("The file holds no text.")."""
    do: str
    """The next step, as a sentence ("Check that the download is complete.")."""
