"""Figures that stand in a passage lifted from another report: they go back to whom that report names for them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.model import Claim, ClaimId, ReportId, SharedPassage


def lifted(claims: Sequence[Claim], passages: Sequence[SharedPassage]) -> Mapping[ClaimId, tuple[ClaimId, ...]]:
    """Claims inside the later of two passages to the same figures inside the earlier one."""
    if not passages:
        return {}
    in_report: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure is not None:
            in_report[claim.report].append(claim)
    found: dict[ClaimId, tuple[ClaimId, ...]] = {}
    for passage in passages:
        first = [c for c in in_report.get(passage.earlier, ()) if passage.earlier_span.covers(c.span)]
        for claim in in_report.get(passage.later, ()):
            if passage.later_span.covers(claim.span):
                same = tuple(sorted(c.id for c in first if _told_alike(c, claim)))
                if same:
                    found[claim.id] = (*found.get(claim.id, ()), *same)
    return found


def _told_alike(left: Claim, right: Claim) -> bool:
    return left.measure is right.measure and left.words.casefold() == right.words.casefold()
