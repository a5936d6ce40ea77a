"""One thing seen in two tellings that speaks for or against their being one happening."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing seen in two tellings."""

    name: str
    """Key of its weight."""
    reason: str
    """In words, for the user."""
    value: float = 1.0
    """How strongly it is seen; 1 for what is seen or not."""
