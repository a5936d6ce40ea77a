"""What would become of the record if open questions were decided the other way: linked and assessed once more."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sayso import assess, link
from sayso.knowledge.judgements import HAPPENINGS, JOIN, SPLIT, make_judgement
from sayso.knowledge.sources import SourceRegistry
from sayso.model import Analysis, Claim, ClaimId, Incident, Judgement, Outcome, Proposal, ProposalKind, ReportId

MOST = 60
"""Questions that are worked out: each links the reports concerned anew."""
_LAST = datetime.max.replace(tzinfo=UTC)
"""After every decision that a person made: the later one counts."""


def outcomes(
    analysis: Analysis, registry: SourceRegistry, gazetteer: link.PlaceJudge | None
) -> tuple[Outcome | None, ...]:
    """By proposal, in their order; None for those beyond `MOST`, and where nothing would change.

    Only the reports concerned are linked, so claims of further reports do not move with the decision.
    """
    by_report: dict[ReportId, list[Claim]] = {}
    for claim in analysis.claims:
        by_report.setdefault(claim.report, []).append(claim)
    incidents = {incident.id: incident for incident in analysis.incidents}
    worked_out: list[Outcome | None] = []
    for proposal in analysis.proposals[:MOST]:
        concerned = [incidents[incident] for incident in proposal.incidents]
        worked_out.append(_outcome(proposal, concerned, analysis, by_report, registry, gazetteer))
    return (*worked_out, *(None for _ in analysis.proposals[MOST:]))


def _outcome(
    proposal: Proposal,
    concerned: Sequence[Incident],
    analysis: Analysis,
    by_report: Mapping[ReportId, Sequence[Claim]],
    registry: SourceRegistry,
    gazetteer: link.PlaceJudge | None,
) -> Outcome | None:
    figures = _figures(concerned, analysis)
    reports = [r for r in analysis.reports if r.id in {analysis.claim_by_id[claim].report for claim in figures}]
    claims = [claim for report in reports for claim in by_report[report.id]]
    judgements = (*analysis.judgements, _decision(proposal, figures))
    linked = link.link_with(
        judgements, claims, reports, analysis.copies, registry, gazetteer, passages=analysis.passages
    )
    made = [incident for incident in linked.incidents if not figures.keys().isdisjoint(incident.claims)]
    if {frozenset(i.claims) for i in made} == {frozenset(i.claims) for i in concerned}:
        return None
    by_id = {claim.id: claim for claim in claims}
    return Outcome(tuple(made), assess.assess(made, by_id, {report.id: report for report in reports}, registry))


def _figures(concerned: Sequence[Incident], analysis: Analysis) -> dict[ClaimId, None]:
    """The claims with a measure: those by which incidents are joined and split."""
    told = (claim for incident in concerned for claim in incident.claims)
    return {claim: None for claim in told if analysis.claim_by_id[claim].measure is not None}


def _decision(proposal: Proposal, figures: Mapping[ClaimId, None]) -> Judgement:
    """All of both incidents in one; or the two claims that the question hangs on apart."""
    is_one = proposal.kind is ProposalKind.MAY_BE_ONE
    act, about = (JOIN, tuple(figures)) if is_one else (SPLIT, proposal.claims)
    return make_judgement(act, about, by="nobody", reason="what would be", at=_LAST, value=HAPPENINGS)
