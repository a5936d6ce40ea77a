"""Assessment: what the record supports for an incident, by a named method, each part with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import Group, Measure
from sayso.model.ids import ClaimId, IncidentId, OriginId


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """One end of a range of reports: what was said, and whose figure sets it."""

    bound: int
    """For computing and ordering; what is printed is `words`."""
    words: str
    claim: ClaimId
    origin: OriginId


@dataclass(frozen=True, slots=True)
class ReportedRange:
    """The range of reports for one measure and group: never a confidence interval, never an average."""

    measure: Measure
    group: Group
    low: RangeEnd | None
    """The lowest stated figure; None where no claim states a number."""
    high: RangeEnd | None
    claims: tuple[ClaimId, ...]
    origins: tuple[OriginId, ...]
    """The origins that state a figure of this measure and group."""


class FindingKind(StrEnum):
    """The rows of the incident sheet."""

    AGREED = "agreed"
    """Two or more named origins state compatible figures."""
    DISPUTED = "disputed"
    """Origins state figures that cannot both hold."""
    SINGLE_ORIGIN = "single origin"
    NO_ORIGIN = "no named origin"
    DENIED = "denied"
    ADMITTED = "admitted"
    SILENT = "silent"
    UNVERIFIED = "unverified"
    SUPERSEDED = "superseded"
    """The same origin gave a later figure: a running total, no contradiction."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the sheet with its reason and the claims that it rests on."""

    kind: FindingKind
    reason: str
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The incident sheet."""

    incident: IncidentId
    method: str
    version: str
    ranges: tuple[ReportedRange, ...]
    findings: tuple[Finding, ...]
    accused: tuple[ClaimId, ...] = ()
    """The accused party's own account: a row of its own that never moves the range."""
