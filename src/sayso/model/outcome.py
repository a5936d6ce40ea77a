"""Outcome: what the record would be if a person decided an open question against the present reading."""

from dataclasses import dataclass

from sayso.model.assessment import Assessment
from sayso.model.incident import Incident


@dataclass(frozen=True, slots=True)
class Outcome:
    """The incidents that would take the place of those in question."""

    incidents: tuple[Incident, ...]
    assessments: tuple[Assessment, ...]
    """Their sheets, in the same order."""
    is_whole: bool = True
    """False where it was worked out from the reports concerned alone: claims of others may move too."""
