"""Invented incidents for the sheet, built by hand."""

from collections.abc import Sequence
from datetime import date

from sayso.assess import assess
from sayso.model import (
    NO_ORIGIN,
    UNNAMED_ORIGIN,
    Assessment,
    Claim,
    ClaimId,
    ClaimKind,
    EventKind,
    Figure,
    Finding,
    FindingKind,
    Group,
    Incident,
    IncidentId,
    Interval,
    Measure,
    Modifier,
    OriginGroup,
    OriginId,
    OriginKind,
    Place,
    Precision,
    Report,
    ReportId,
    Source,
    Span,
    Stamp,
    Status,
    digest,
)

DAY = date(2031, 5, 4)


def claim(
    name: str,
    low: int | None,
    high: int | None = None,
    *,
    words: str | None = None,
    modifier: Modifier = Modifier.EXACT,
    measure: Measure | None = Measure.KILLED,
    group: Group = Group.UNSPECIFIED,
    report: str = "report",
    kind: ClaimKind = ClaimKind.FIGURE,
    blamed: str | None = None,
    status: Status = Status.ASSERTED,
    subset_of: str | None = None,
    actor: str | None = None,
) -> Claim:
    """A claim; `high` is the low number for exact figures."""
    top = low if modifier is Modifier.EXACT and high is None else high
    said = words or f"{low} people"
    return Claim(
        id=ClaimId(name),
        report=ReportId(report),
        kind=kind,
        span=Span(0, len(said)),
        words=said,
        sentence=Span(0, len(said)),
        status=status,
        figure=Figure(low, top, modifier, said) if measure else None,
        measure=measure,
        group=group,
        subset_of=ClaimId(subset_of) if subset_of else None,
        event=EventKind.SHELLING,
        place=Place("Marrow"),
        date=Interval(DAY, DAY, Precision.DAY, "on Monday"),
        blamed=blamed,
        actor=actor,
    )


def origin(name: str, *claims: Claim) -> OriginGroup:
    """A named origin; "unnamed", "none" and "party:..." give the kinds of that name."""
    kind = OriginKind.NAMED
    if name in (UNNAMED_ORIGIN, NO_ORIGIN):
        kind = OriginKind.UNNAMED if name == UNNAMED_ORIGIN else OriginKind.NONE
    elif name.startswith("party:"):
        kind = OriginKind.PARTY
    source = Source(name, name, party=name.removeprefix("party:") if kind is OriginKind.PARTY else None)
    return OriginGroup(OriginId(name), kind, name, tuple(c.id for c in claims), (source,))


def sheet(
    origins: Sequence[OriginGroup], claims: Sequence[Claim], published: dict[str, date] | None = None
) -> Assessment:
    """The sheet of one incident that holds the claims."""
    reports = {}
    for name in {c.report for c in claims}:
        day = (published or {}).get(name)
        stamp = Stamp(day, day, None, None, None, str(day), "field") if day else None
        reports[name] = Report(name, "", (), "", "test", published=stamp)
    first = claims[0] if claims else None
    incident = Incident(
        IncidentId(digest(*sorted(c.id for c in claims))),
        "Shelling, Marrow, 4 May 2031",
        EventKind.SHELLING,
        first.place if first else None,
        first.date if first else None,
        tuple(c.id for c in claims),
        tuple(origins),
        (),
    )
    (made,) = assess((incident,), {c.id: c for c in claims}, reports)
    return made


def of_kind(made: Assessment, kind: FindingKind) -> list[Finding]:
    """The findings of one kind."""
    return [finding for finding in made.findings if finding.kind is kind]
