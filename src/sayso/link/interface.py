"""Claims -> Incidents: the values that linking works with, and its limits.

What it can fall short of: a claim without place and date joins others only by its figure and its words, so it often
stays an incident of its own; that is shown as it is and never guessed away.
"""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sayso.model import (
    Claim,
    ClaimId,
    CopyGroupId,
    EventKind,
    Incident,
    Interval,
    Measure,
    Place,
    Proposal,
    ReportId,
    Span,
)

LONG_DAYS = 45
"""From this length on an interval is a period, and tells little about a single happening."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking gives: incidents, uncertain links for a person to decide, and notices about judgements."""

    incidents: tuple[Incident, ...]
    proposals: tuple[Proposal, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The most telling words of a whole report."""

    words: Mapping[str, float]
    weight: float
    """The words' weights, squared and summed."""
    named: frozenset[str] = frozenset()
    """Keys of all capitalised words, by which a place that the report names is found."""
    names: Mapping[str, float] = field(default_factory=dict)
    """Names that few reports hold, by a key in which spellings meet, with their weight."""
    spelt: Mapping[str, str] = field(default_factory=dict)
    """Each of these names as the report spells it."""
    main: frozenset[ClaimId] = frozenset()
    """The claims of the happening that most of its figures are told of."""
    days: frozenset[datetime.date] = frozenset()
    """The days of the happenings that it tells of."""
    places: frozenset[frozenset[str]] = frozenset()
    """Their places, by key."""


@dataclass(frozen=True)
class Telling:
    """The claims of one report about one event, place and time: the unit that is compared across reports."""

    key: str
    """From the claims' ids: the same whatever the order."""
    report: ReportId
    copies: CopyGroupId | None
    claims: tuple[Claim, ...]
    event: EventKind | None
    place: Place | None
    date: Interval | None
    published: datetime.date | None
    cumulative: bool
    words: Mapping[str, float]
    """Words of the sentences and their weight, rarer words weigh more."""
    names: frozenset[str]
    """Capitalised words of the sentences that are no part of a place's name."""
    blamed: frozenset[str]
    """The words for who is blamed, without endings."""
    story: Story
    depth: float
    """Where in the report the first claim stands: 0 at its start, 1 at its end."""
    spread: int = 0
    """In how many places the parts of its figures lie."""
    joint: bool = False
    """Its place lists several ("Northtown and Southtown")."""
    day_told: bool = True
    """A claim's own sentence states the day; else it is taken from elsewhere in the report, or from its date."""
    deed_dated: bool = False
    """No sentence of it states the day, but another of the report does, and not as one on which somebody spoke."""
    place_told: bool = True
    """A claim's own sentence names the place."""
    another: bool = False
    """A claim's sentence says that it tells of a further happening ("another", "elsewhere")."""
    numbers: frozenset[tuple[Measure, int]] = frozenset()
    """The numbers that its claims state, by measure."""
    greatest: int = 0
    """The greatest number of killed that it states."""
    sources: frozenset[str] = frozenset()
    """Roots that the claims name, folded; empty for the outlet's own voice."""
    kin: tuple["Telling", ...] = ()
    """Tellings of its report that look like the same happening; see `kin.py`."""

    @property
    def by_day(self) -> tuple["Telling", ...]:
        """It, and where no sentence of it states the day its kin, whose days may be meant."""
        return (self,) if self.day_told else (self, *self.kin)

    @property
    def by_place(self) -> tuple["Telling", ...]:
        """It, and where no sentence of it names the place its kin, whose places may be meant."""
        return (self,) if self.place_told else (self, *self.kin)

    @cached_property
    def is_main(self) -> bool:
        """It is what its report tells most figures of."""
        return not self.story.main.isdisjoint(self.ids)

    @cached_property
    def is_day_assumed(self) -> bool:
        """No words give the day: it follows from the report's date alone."""
        return self.date is not None and not any(claim.date and claim.date.words for claim in self.claims)

    @cached_property
    def ids(self) -> frozenset[ClaimId]:
        """The claims' ids."""
        return frozenset(claim.id for claim in self.claims)

    @cached_property
    def wholes(self) -> frozenset[ClaimId]:
        """The claims that a claim of this telling is a part of."""
        return frozenset(claim.subset_of for claim in self.claims if claim.subset_of)

    @cached_property
    def sentences(self) -> frozenset[Span]:
        """The claims' sentences."""
        return frozenset(claim.sentence for claim in self.claims)

    @cached_property
    def weight(self) -> float:
        """The words' weights, squared and summed; exact, so that their order does not matter."""
        return math.fsum(weight**2 for weight in self.words.values())


def length_days(interval: Interval) -> int | None:
    """Days that an interval covers; None where an end is open."""
    if interval.first is None or interval.last is None:
        return None
    return (interval.last - interval.first).days + 1
