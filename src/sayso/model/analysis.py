"""Analysis: everything that one call found, as one value."""

from dataclasses import dataclass
from functools import cached_property

from sayso.model.annotated import Person
from sayso.model.assessment import Assessment
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Victim
from sayso.model.ids import ClaimId, IncidentId, OriginId, ReportId
from sayso.model.incident import CopyGroup, Incident, Proposal, SharedPassage
from sayso.model.judgement import Judgement
from sayso.model.method import Method, MethodAssessment, MethodTotal
from sayso.model.outcome import Outcome
from sayso.model.report import NotRead, Report
from sayso.model.versions import VersionDiff


@dataclass(frozen=True)
class Analysis:
    """Reports in the order given, and what was found in and across them. All of it is machine-read."""

    reports: tuple[Report, ...]
    not_read: tuple[NotRead, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    victims: tuple[Victim, ...]
    copies: tuple[CopyGroup, ...]
    incidents: tuple[Incident, ...]
    assessments: tuple[Assessment, ...]
    readers: tuple[tuple[str, str], ...]
    """(part, version) pairs of what made this reading, for example ("sayso", "0.1.0")."""
    people: tuple[Person, ...] = ()
    """Everybody whom the reports name, so that a brief for the public can leave out whoever is private."""
    methods: tuple[Method, ...] = ()
    """The published methods that the user chose to apply."""
    by_method: tuple[MethodAssessment, ...] = ()
    """By incident, in the order of `incidents`, then of `methods`."""
    totals: tuple[MethodTotal, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    """Uncertain links with both readings."""
    outcomes: tuple[Outcome | None, ...] = ()
    """By proposal, in their order: what the record would be if it were decided the other way; None where that was not
    worked out."""
    versions: tuple[VersionDiff, ...] = ()
    """What was changed between versions of a report, and between copies of one text."""
    passages: tuple[SharedPassage, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """What persons decided, in order of time."""
    notices: tuple[str, ...] = ()
    """What the user has to know about the judgements ("names a claim that is not among those read")."""

    @cached_property
    def report_by_id(self) -> dict[ReportId, Report]:
        return {report.id: report for report in self.reports}

    @cached_property
    def claim_by_id(self) -> dict[ClaimId, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def incident_of(self) -> dict[ClaimId, IncidentId]:
        """Claims outside of all incidents (statements, appeals ...) are not in it."""
        return {claim: incident.id for incident in self.incidents for claim in incident.claims}

    @cached_property
    def origin_of(self) -> dict[ClaimId, OriginId]:
        return {c: o.id for incident in self.incidents for o in incident.origins for c in o.claims}
