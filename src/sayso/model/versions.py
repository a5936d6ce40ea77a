"""What was changed between two versions of a text, word by word."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import ReportId
from sayso.model.span import Span


class ChangeKind(StrEnum):
    """What was done to the words."""

    ADDED = "added"
    REMOVED = "removed"
    ALTERED = "altered"
    MOVED = "moved"
    """The same words stand elsewhere."""


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of words that differs; spans point into the two reports' texts."""

    kind: ChangeKind
    earlier: Span
    """The words as they were; empty, at the place where they would stand, where they were added."""
    later: Span
    """The words as they are; empty, at the place where they would stand, where they were taken out."""
    figures: bool
    """A number differs."""


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """Two versions of one report, or a text and its copy, and all that was changed in what is read for claims."""

    earlier: ReportId
    later: ReportId
    reason: str
    """Why they are compared, in words."""
    changes: tuple[Change, ...]
    """In the order of the later text; empty where the words are the same."""
    is_whole: bool = True
    """False where stretches were too long to be compared word by word and are shown as a whole."""
