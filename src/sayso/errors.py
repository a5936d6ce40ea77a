"""The whole error tree on one screen.

SaysoError
├── ReadError          an input that cannot be read; becomes a NotRead in the stage loop
├── AnnotateError      the language pipeline is missing or is not the pinned one
├── KnowledgeError     a vocabulary or gazetteer file that is damaged
├── TypesettingError   a brief that cannot be set as PDF
└── UsageError         the call's own words are off (a date that does not exist, an unknown format)
"""

from typing import Self


class SaysoError(Exception):
    """Base of all. The message says what happened, to what, and what to do next."""

    def __init__(self, what: str, subject: str, do: str) -> None:
        super().__init__(f"{subject}: {what} {do}".strip())
        self.what = what
        """What happened, as a sentence."""
        self.subject = subject
        """The thing it is about: a path, a URL, a report id, a setting."""
        self.do = do
        """The next step, as a sentence."""

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str]]:
        """The three parts, so that an error of a worker process arrives as itself."""
        return type(self), (self.what, self.subject, self.do)


class ReadError(SaysoError):
    """An input cannot be read as a report."""


class AnnotateError(SaysoError):
    """The language pipeline is missing, broken, or not the one that was pinned."""


class KnowledgeError(SaysoError):
    """A vocabulary, registry or gazetteer file is damaged."""


class TypesettingError(SaysoError):
    """The brief could not be set as PDF."""


class UsageError(SaysoError):
    """What the user asked for does not fit."""
