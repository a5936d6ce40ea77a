"""What everything in a brief is made of: links, marked words, reasons."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the same page and the words that lead there."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkList:
    """Several places in the page under one label; a long list is opened on demand."""

    label: str
    links: tuple[Link, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One step in a marked text: words, a control character, the start or end of a mark, a way back."""

    kind: Literal["words", "control", "open", "close", "back"]
    text: str = ""
    """The words; for a control character its name ("U+202E"); for a way back what it leads to."""
    id: str = ""
    """Of a mark that starts here; empty where a mark goes on after a break."""
    of: str = ""
    """The id of the mark that this one continues."""
    classes: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A field of a reading and why it has its value."""

    field: str
    why: str
