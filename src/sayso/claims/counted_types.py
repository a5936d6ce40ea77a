"""Counted: a quantity with the words that it counts."""

from dataclasses import dataclass

from sayso.model import Figure, Span


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with the words that it counts; tokens `first` to `last` exclusive make the figure."""

    first: int
    last: int
    span: Span
    figure: Figure
    number: int
    """Index of the first token of the number (of the noun where there is no number)."""
    noun: int | None
    """Index of the noun that says who is counted; None for a bare number."""
    who: str | None
    known: bool
    """The words name people for sure."""
    implied: bool = False
    """ "a man": a count of one without a number."""
    pronoun: bool = False
    """ "of them", "of whom": who is counted stands before."""
