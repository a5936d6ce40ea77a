"""Judgement: a person's decision on the record, never overwritten; a later one about the same thing takes its place."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

JudgementId = NewType("JudgementId", str)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of a file of judgements: who decided what about which things, when, and why."""

    id: JudgementId
    at: datetime
    """With its zone."""
    by: str
    """Who decided, as he or she wishes to be known."""
    act: str
    """What was decided: "split", "join", "grade", "reliability" ..."""
    about: tuple[str, ...]
    """Ids of what it is about: claims, incidents, origins, reports. An incident is found again by any of its claims."""
    reason: str
    value: str | None = None
    """What it decides for, where the act needs it ("Discounted", "B")."""
    method: str | None = None
    """The method that it speaks for; None where it speaks for all."""
