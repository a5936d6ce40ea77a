"""Attaches denials, admissions, silences and harm without a number to the incident that they plainly speak of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.link.places import PlaceJudge, PlaceRelation, relation
from sayso.link.rules import gap_days
from sayso.model import Claim, ClaimKind, EventKind, ReportId

ATTACHED = {ClaimKind.HARM, ClaimKind.DENIAL, ClaimKind.ADMISSION, ClaimKind.SILENCE, ClaimKind.VERIFICATION}
"""Kinds of claim without figure that may belong to an incident."""
_NEAR_CHARACTERS = 400
"""A remark within a few sentences of an incident's figures is taken to speak of them."""


def attach(
    claims: Sequence[Claim], told: Sequence[Sequence[Claim]], gazetteer: PlaceJudge | None
) -> Mapping[int, list[Claim]]:
    """Index of the incident to the claims without measure that go with it; doubtful ones are left out."""
    in_report: dict[ReportId, list[int]] = defaultdict(list)
    for i, members in enumerate(told):
        for report in sorted({claim.report for claim in members}):
            in_report[report].append(i)
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure is None and claim.kind in ATTACHED:
            chosen = _choose(claim, [(i, told[i]) for i in in_report.get(claim.report, ())], gazetteer)
            if chosen is not None:
                found[chosen].append(claim)
    return found


def _choose(claim: Claim, options: Sequence[tuple[int, Sequence[Claim]]], gazetteer: PlaceJudge | None) -> int | None:
    """The one incident of the report that fits: by place and day, else the nearest in the text."""
    fitting = []
    for i, members in options:
        mine = [m for m in members if m.report == claim.report and m.event is not EventKind.CUMULATIVE]
        if mine and any(_fits(claim, member, gazetteer) for member in mine):
            fitting.append((min(claim.span.distance(m.span) for m in mine), i))
    if not fitting:
        return None
    fitting.sort()
    if len(fitting) == 1 and (claim.place is not None or fitting[0][0] <= 3 * _NEAR_CHARACTERS):
        return fitting[0][1]
    if fitting[0][0] > _NEAR_CHARACTERS:
        return None
    return fitting[0][1]


def _fits(claim: Claim, member: Claim, gazetteer: PlaceJudge | None) -> bool:
    """Nothing that both state speaks against it."""
    if claim.date and member.date and gap_days(claim.date, member.date) > 0:
        return False
    if claim.event and member.event and claim.event is not member.event and EventKind.OTHER is not claim.event:
        return False
    return relation(claim.place, member.place, gazetteer) not in (PlaceRelation.APART, PlaceRelation.UNRELATED)
