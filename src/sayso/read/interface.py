"""Bytes or text -> Report | NotRead: what the user can set, and how reading falls short.

A file, or a record in it, that cannot be read raises ReadError inside this folder; the loop in `inputs.py` turns it
into a NotRead and goes on with the rest.
"""

from dataclasses import dataclass

from sayso.model import NotRead, Stamp

MAX_BYTES = 50_000_000
"""Bytes: room for any article with its scripts; larger files are most often no reports."""
MAX_CHARS = 900_000
"""Code points: spaCy refuses texts of more than a million."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user gives for what a file does not tell, and how large an input may be."""

    published: Stamp | None = None
    """The publication time of reports that state none."""
    outlet: str | None = None
    """The outlet of reports that name none."""
    max_bytes: int = MAX_BYTES
    """Of one file; of one line where the file holds one report a line."""
    max_chars: int = MAX_CHARS
    """Code points of one report's text."""


def broke_us(locator: str, fault: Exception) -> NotRead:
    """The NotRead for an input that met a fault of ours."""
    return NotRead(
        locator,
        f"sayso failed on it ({type(fault).__name__}: {fault}).",
        "It is untouched. Please tell us, if you may share it, so that we can mend this.",
    )
