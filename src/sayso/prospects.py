"""What would become of the record if open questions were decided the other way."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from sayso.knowledge.judgements import HAPPENINGS, JOIN, SPLIT, make_judgement
from sayso.model import (
    Analysis,
    Assessment,
    ClaimId,
    Incident,
    Judgement,
    Outcome,
    Proposal,
    ProposalKind,
    Report,
)

Relink = Callable[
    [Sequence[Report], Judgement, Mapping[ClaimId, None]], tuple[tuple[Incident, ...], tuple[Assessment, ...]]
]
"""The claims of these reports linked once more with one more judgement: the incidents that hold some of the given
claims, and their assessments."""
MOST = 60
"""Questions that are worked out."""
WHOLE = 30_000
"""Claims that are linked anew, over all questions; beyond that only the reports concerned are linked."""
_LAST = datetime.max.replace(tzinfo=UTC)
"""After every decision that a person made: the later one counts."""


def outcomes(analysis: Analysis, relink: Relink) -> tuple[Outcome | None, ...]:
    """By proposal, in their order; None for those beyond `MOST`, and where nothing would change."""
    foresight = _Foresight(analysis, relink)
    asked = analysis.proposals[:MOST]
    # what a split brings depends on all the rest, a join hardly: splits come first
    in_turn = sorted(range(len(asked)), key=lambda n: asked[n].kind is ProposalKind.MAY_BE_ONE)
    whole = set(in_turn[: WHOLE // max(1, len(analysis.claims))])
    worked_out = [foresight.outcome(proposal, is_whole=n in whole) for n, proposal in enumerate(asked)]
    return (*worked_out, *(None for _ in analysis.proposals[MOST:]))


class _Foresight:
    """Links the claims of one analysis as if a question had been decided."""

    def __init__(self, analysis: Analysis, relink: Relink) -> None:
        self._analysis = analysis
        self._relink = relink
        self._incidents = {incident.id: incident for incident in analysis.incidents}

    def outcome(self, proposal: Proposal, *, is_whole: bool) -> Outcome | None:
        """The incidents that hold the claims in question afterwards; None where they are those of now."""
        concerned = [self._incidents[incident] for incident in proposal.incidents]
        figures = _figures(concerned, self._analysis)
        reports = self._analysis.reports if is_whole else self._of(figures)
        made, sheets = self._relink(reports, _decision(proposal, figures), figures)
        if {frozenset(i.claims) for i in made} == {frozenset(i.claims) for i in concerned}:
            return None
        return Outcome(made, sheets, is_whole)

    def _of(self, figures: Mapping[ClaimId, None]) -> tuple[Report, ...]:
        """The reports that hold the claims in question."""
        ids = {self._analysis.claim_by_id[claim].report for claim in figures}
        return tuple(report for report in self._analysis.reports if report.id in ids)


def _figures(concerned: Sequence[Incident], analysis: Analysis) -> dict[ClaimId, None]:
    """The claims with a measure: those by which incidents are joined and split."""
    told = (claim for incident in concerned for claim in incident.claims)
    return {claim: None for claim in told if analysis.claim_by_id[claim].measure is not None}


def _decision(proposal: Proposal, figures: Mapping[ClaimId, None]) -> Judgement:
    """All of both incidents in one; or the two claims that the question hangs on apart."""
    is_one = proposal.kind is ProposalKind.MAY_BE_ONE
    act, about = (JOIN, tuple(figures)) if is_one else (SPLIT, proposal.claims)
    return make_judgement(act, about, by="nobody", reason="what would be", at=_LAST, value=HAPPENINGS)
