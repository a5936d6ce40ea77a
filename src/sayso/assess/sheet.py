"""The incident sheet, sayso's default method: what is agreed, disputed, single, denied, silent, unknown."""

from collections.abc import Mapping

from sayso.assess.accused import accused_claims
from sayso.assess.findings import comparisons, replaced, said_before, standing, stated, unknowns
from sayso.assess.interface import METHOD, VERSION, Material
from sayso.assess.ranges import countable, outdated, reported_range, superseded
from sayso.knowledge.sources import SourceRegistry
from sayso.model import Assessment, Claim, ClaimId, Finding, FindingKind, Incident, Report, ReportId

_ORDER = {kind: n for n, kind in enumerate(FindingKind)}


def incident_sheet(
    incident: Incident,
    claims: Mapping[ClaimId, Claim],
    reports: Mapping[ReportId, Report],
    registry: SourceRegistry,
) -> Assessment:
    """The sheet of one incident; the same whatever the order of claims and reports."""
    members = sorted((claims[c] for c in incident.claims if c in claims), key=lambda c: (c.report, c.span, c.id))
    material = Material(incident, tuple(members), reports)
    accused = accused_claims(material, registry)
    ranges, findings = [], standing(material, set(accused))
    for row, told in countable(material, set(accused)).items():
        grown = superseded(told, material)
        old = {s.earlier.id for s in grown}
        ranges.append(reported_range(row, told, material, old))
        findings.extend(comparisons(row, [claim for claim in told if claim.id not in old], material))
        findings.extend(replaced(grown))
    findings.extend(said_before(outdated(material, set(accused))))
    findings.extend(stated(material))
    findings.extend(unknowns(material))
    return Assessment(incident.id, METHOD, VERSION, tuple(ranges), _ordered(findings), accused)


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.kind]))
