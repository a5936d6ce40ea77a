"""What links claims across reports: CopyGroup, OriginGroup, Incident."""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import EventKind, Place
from sayso.model.ids import ClaimId, CopyGroupId, IncidentId, OriginId, ReportId
from sayso.model.source import Source
from sayso.model.span import Span
from sayso.model.times import Interval


@dataclass(frozen=True, slots=True)
class Join:
    """Why the machine put two things together. It only joins; splitting is a person's judgement."""

    left: str
    right: str
    reason: str
    """In words ("94 % of the shorter text is the same")."""


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports that are the same text: syndication, reposts, lightly edited copies."""

    id: CopyGroupId
    reports: tuple[ReportId, ...]
    """Earliest published first; those without a time last, by id."""
    joins: tuple[Join, ...]
    judged: tuple[str, ...] = ()
    """What persons decided about it ("split by A. Editor on 2031-05-06: ...")."""


class OriginKind(StrEnum):
    """How an origin group is shown and whether it counts."""

    NAMED = "named"
    """A named body or person, or a family of bodies: counted."""
    PARTY = "party"
    """The organs of one party to the conflict: counted once, and never for that party's own deeds."""
    UNNAMED = "unnamed"
    """Sources without a name: at most one for each incident."""
    NONE = "none"
    """Outlets in their own voice: "no source stated (N outlets)", never counted."""


NO_ORIGIN = OriginId("none")
UNNAMED_ORIGIN = OriginId("unnamed")


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Claims of one incident that go back to the same root: the unit that corroboration counts."""

    id: OriginId
    kind: OriginKind
    name: str
    """What is shown: the source's name, "unnamed", "no source stated"."""
    claims: tuple[ClaimId, ...]
    sources: tuple[Source, ...] = ()
    joins: tuple[Join, ...] = ()
    judged: tuple[str, ...] = ()
    """What persons decided about it ("joined by A. Editor on 2031-05-06: ...")."""
    joint: tuple[ClaimId, ...] = ()
    """Claims that a source of this origin makes together with another one, whose group holds them in `claims`."""

    @property
    def told(self) -> tuple[ClaimId, ...]:
        """All claims that a source of this origin makes, alone or together with others."""
        return (*self.claims, *self.joint)

    @property
    def is_counted(self) -> bool:
        """Named origins and parties are counted; "unnamed" and "no source stated" are shown apart."""
        return self.kind in (OriginKind.NAMED, OriginKind.PARTY)


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims, across reports, about the same happening; for a cumulative toll, about the same period and place."""

    id: IncidentId
    label: str
    """What, where and when, for a heading ("Shelling, Aleppo, 6 October 2016"); unknown parts are said to be so."""
    event: EventKind | None
    place: Place | None
    """The most specific place that the claims agree on; None where unknown."""
    date: Interval | None
    claims: tuple[ClaimId, ...]
    """In order of reports as given, then of position."""
    origins: tuple[OriginGroup, ...]
    """Named first, then "unnamed", then "no source stated"."""
    joins: tuple[Join, ...]
    """Why these claims were put together."""
    judged: tuple[str, ...] = ()
    """What persons decided about it ("split by A. Editor on 2031-05-06: ...")."""

    def standing(self, accused: Set[ClaimId] = frozenset()) -> tuple[OriginGroup, ...]:
        """The named origins that stand behind it.

        `accused` are the claims that an assessment takes for an accused party's own account: an origin that has
        nothing else to say is not counted.
        """
        return tuple(origin for origin in self.origins if origin.is_counted and not accused >= {*origin.told})


class ProposalKind(StrEnum):
    """What a person may decide otherwise."""

    MAY_BE_ONE = "may be one"
    """Two incidents that may be one happening."""
    MAY_BE_TWO = "may be two"
    """One incident that may be two happenings."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An uncertain link with both readings, for a person to decide."""

    kind: ProposalKind
    incidents: tuple[IncidentId, ...]
    """Both incidents, or the one that may be two."""
    claims: tuple[ClaimId, ClaimId]
    """The pair that the question hangs on: one claim of each side."""
    one: str
    """What speaks for one happening, in words."""
    two: str
    """What speaks for two, in words."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A paragraph of one report that stands in another that is no copy as a whole."""

    earlier: ReportId
    """By publication; where that is unknown or the same, the smaller id."""
    later: ReportId
    earlier_span: Span
    later_span: Span
    reason: str
