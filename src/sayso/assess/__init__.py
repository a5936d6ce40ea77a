"""Incident -> Assessment: what the origins support, by the incident sheet."""

from collections.abc import Mapping, Sequence

from sayso.assess.sheet import incident_sheet
from sayso.knowledge.sources import SourceRegistry, load_registry
from sayso.model import Assessment, Claim, ClaimId, Incident, Report, ReportId

__all__ = ["assess"]


def assess(
    incidents: Sequence[Incident],
    claims_by_id: Mapping[ClaimId, Claim],
    reports_by_id: Mapping[ReportId, Report],
    registry: SourceRegistry | None = None,
) -> tuple[Assessment, ...]:
    """One sheet for each incident, in the same order; without a registry the one that comes with sayso is used."""
    known = registry or load_registry()
    return tuple(incident_sheet(incident, claims_by_id, reports_by_id, known) for incident in incidents)
