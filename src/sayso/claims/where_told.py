"""What is asked about a place, and how a mention of one fits the places that were found before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.where_candidates import Candidate
from sayso.model import EventKind, Sentence

LEAD = 3
"""Sentences after the first that still belong to the lead, and distances that are told apart one by one."""
Mention = TypeVar("Mention", bound="Stands")


@dataclass(frozen=True, slots=True)
class Asked:
    """The harm whose place is sought."""

    counted: Counted
    harm: Harm
    sentence: Sentence
    event: EventKind


class Stands(Protocol):
    """A mention as the figures around it see it."""

    @property
    def key(self) -> str:
        """The name in one spelling."""

    @property
    def sentence(self) -> int:
        """Number of its sentence."""

    @property
    def holds(self) -> tuple[str, ...]:
        """Keys of the places that lie in it."""

    @property
    def lies_in(self) -> tuple[str, ...]:
        """Keys of the places around it."""


@dataclass(frozen=True, slots=True)
class Told(Generic[Mention]):
    """What the figures before were placed at."""

    candidate: Mention
    sentence: int
    first: Mention
    """The place of the report's first figure."""
    nowhere: bool = False
    """The last figure had no place."""


def sequel(mention: Stands, rank: int, told: Told[Mention] | None, sentence: int, *, own: bool) -> Iterator[str]:
    """How a mention fits the places of the figures before; `sentence` is that of the figure."""
    if told is None:
        yield "no place before"
        return
    before, gap = told.candidate, min(sentence - told.sentence, 4)
    if mention.key == before.key:
        yield "same as before"
        yield f"same as before & gap={gap}"
        yield f"same as before & own={own}"
        if gap == 0:
            yield f"same as before, same sentence & rank={rank}"
    elif mention.key in before.holds:
        yield f"in the place before & gap={gap}"
    elif mention.key in before.lies_in:
        yield f"around the place before & gap={gap}"
    elif mention.sentence == before.sentence:
        yield "beside the place before"
    if mention.key == told.first.key:
        yield "same as the first and before" if before.key == told.first.key else "same as the first"


def unplaced(told: Told[Mention] | None, sentence: int, *, own: bool) -> tuple[str, ...]:
    """How no place fits the places of the figures before."""
    if told is None:
        return (f"nowhere & no place before & own={own}",)
    gap = min(sentence - told.sentence, 4)
    before = "nowhere" if told.nowhere else "a place"
    return (f"nowhere & {before} before & gap={gap}", f"nowhere & {before} before & own={own}")


def rank_of(candidate: Candidate) -> int:
    """How wide the place is, all that is wider than a country alike."""
    return min(candidate.named.rank, 7)


def step(away: int) -> str:
    """How many sentences on a mention stands, the far ones together."""
    if away == 0:
        return "0"
    near = str(abs(away)) if abs(away) <= LEAD else "4-6" if abs(away) <= 6 else "far"
    return f"{'+' if away > 0 else '-'}{near}"
