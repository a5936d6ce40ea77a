"""The siege with what persons decided and with questions that are open, built by hand."""

from dataclasses import replace
from datetime import UTC, datetime

from sayso.knowledge.judgements import make_judgement, said
from sayso.model import (
    Analysis,
    Assessment,
    Incident,
    IncidentId,
    Judgement,
    Outcome,
    Proposal,
    ProposalKind,
    RangeEnd,
    ReportedRange,
)

from .factory import siege

AT = datetime(2031, 5, 6, 12, tzinfo=UTC)
BECAUSE = "The Mill Quarter and the cellar are one street."


def _outcome(analysis: Analysis, one: Incident, other: Incident) -> Outcome:
    """Both incidents in one, and its sheet."""
    made = replace(
        one, id=IncidentId("i9"), claims=(*one.claims, *other.claims), origins=(*one.origins, *other.origins)
    )
    sheet = next(a for a in analysis.assessments if a.incident == one.id)
    return Outcome((made,), (replace(sheet, incident=made.id),))


def _halved(analysis: Analysis, one: Incident) -> Outcome:
    """One incident as two, the second with the claims of its second origin."""
    council, monitor = one.origins[:2]
    sheet = next(a for a in analysis.assessments if a.incident == one.id)
    first = replace(one, id=IncidentId("i7"), claims=council.claims, origins=(council,))
    second = replace(one, id=IncidentId("i8"), claims=monitor.claims, origins=(monitor,), label="Shelling, Karsun mill")
    high = sheet.ranges[0].high
    assert high is not None
    line = _line(sheet.ranges[0], high)
    return Outcome(
        (first, second),
        (
            Assessment(first.id, "incident sheet", "1", (), ()),
            Assessment(second.id, "incident sheet", "1", (line,), ()),
        ),
    )


def _line(line: ReportedRange, end: RangeEnd) -> ReportedRange:
    return replace(line, low=end, high=end, claims=(end.claim,), origins=(end.origin,))


def open_siege() -> Analysis:
    """Two open questions; a split, a joined origin, copies, a grade, and a decision about nothing."""
    analysis = siege()
    by_id = {incident.id: incident for incident in analysis.incidents}
    shelling, trapped, fled = (by_id[IncidentId(name)] for name in ("i1", "i4", "i2"))
    council, monitor = shelling.origins[:2]
    first, second = council.claims[0], monitor.claims[0]

    judgements: list[Judgement] = []

    def decided(act: str, *about: str, value: str | None = None, minute: int = 0) -> str:
        at = AT.replace(minute=minute)
        judgements.append(make_judgement(act, about, by="A. Editor", reason=BECAUSE, at=at, value=value))
        return said(judgements[-1])

    split = decided("split", first, fled.claims[0], value="happenings")
    joined = decided("join", "Karsun Monitor", "karsun-monitor", value="origins", minute=1)
    copies = decided("join", *analysis.copies[0].reports, value="copies", minute=2)
    decided("grade", first, value="Discounted", minute=3)
    decided("reliability", "nobody-here", value="B", minute=4)
    judged = {
        shelling.id: replace(
            shelling,
            judged=(split,),
            origins=(council, replace(monitor, judged=(joined,)), *shelling.origins[2:]),
        ),
        fled.id: replace(fled, judged=(split,)),
    }
    one = Proposal(
        ProposalKind.MAY_BE_ONE,
        (shelling.id, trapped.id),
        (first, trapped.claims[0]),
        "“the Mill Quarter” lies in “Karsun”; Shared words: council, karsun",
        "No figures of one measure to compare; The day is unknown for one of them",
    )
    two = Proposal(ProposalKind.MAY_BE_TWO, (shelling.id,), (first, second), "Both on Tuesday", "60 and 45 differ")
    return replace(
        analysis,
        incidents=tuple(judged.get(incident.id, incident) for incident in analysis.incidents),
        copies=tuple(replace(group, judged=(copies,)) for group in analysis.copies),
        proposals=(one, two),
        outcomes=(_outcome(analysis, shelling, trapped), _halved(analysis, shelling)),
        judgements=tuple(judgements),
        notices=('What was judged names "nobody-here", which was not read.',),
    )
