"""Linking that grows with each batch of reports: what two tellings came to once is not worked out again."""

from collections.abc import Sequence

from sayso.knowledge.sources import SourceRegistry
from sayso.link.interface import Linked
from sayso.link.linker import Linker
from sayso.link.places import PlaceJudge
from sayso.model import Claim, ClaimId, CopyGroup, Judgement, Report, ReportId, SharedPassage


class Growing:
    """All that was read so far, and its incidents; the same whatever the batches and their order.

    A report that is handed in again takes the place of the earlier one with its id.
    """

    def __init__(
        self, registry: SourceRegistry, gazetteer: PlaceJudge | None = None, judgements: Sequence[Judgement] = ()
    ) -> None:
        self._linker = Linker(registry, gazetteer, judgements)
        self._reports: dict[ReportId, Report] = {}
        self._claims: dict[ClaimId, Claim] = {}

    def add(
        self,
        claims: Sequence[Claim],
        reports: Sequence[Report],
        copies: Sequence[CopyGroup],
        passages: Sequence[SharedPassage] = (),
    ) -> Linked:
        """The incidents after one more batch; `copies` and `passages` are those of all the reports so far."""
        again = {report.id for report in reports} & self._reports.keys()
        self._claims = {claim.id: claim for claim in self._claims.values() if claim.report not in again}
        self._reports.update({report.id: report for report in reports})
        self._claims.update({claim.id: claim for claim in claims})
        ordered = sorted(self._reports.values(), key=lambda report: report.id)
        return self._linker.link(list(self._claims.values()), ordered, copies, passages)
