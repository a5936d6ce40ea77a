"""What a document is made of, whatever its format: headings, paragraphs, lists, tables, drawings, and runs of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sayso.publish.contexts import Link


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look and lead alike."""

    text: str
    href: str = ""
    """"#id" of a place in the same document, or a web address; empty where the words lead nowhere."""
    id: str = ""
    """The place that the words are, for links; empty where nothing leads here."""
    bold: bool = False
    marked: bool = False


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    level: int
    runs: Runs
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; "marking" says whom the document is for, "block" is a stretch of a report's text."""

    runs: Runs
    style: Literal["plain", "note", "marking", "block"] = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; level 0 is the outermost."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, and the table that says the same where a format has no drawings."""

    svg: str
    alt: str
    table: Table


Block: TypeAlias = Heading | Paragraph | Item | Table | Drawing


def plain(text: str) -> Runs:
    """Words that lead nowhere."""
    return (Run(text),)


def heading(level: int, text: str, at: str = "") -> Heading:
    """A heading; `at` is the place that links lead to."""
    return Heading(level, plain(text), at)


def note(text: str) -> Paragraph:
    """A paragraph that explains."""
    return Paragraph(plain(text), "note")


def link(to: Link) -> Run:
    """Words that lead somewhere."""
    return Run(to.text, to.href)


def links(to: Sequence[Link], between: str = "; ") -> Iterator[Run]:
    """Several of them in a row."""
    for i, one in enumerate(to):
        if i:
            yield Run(between)
        yield link(one)
