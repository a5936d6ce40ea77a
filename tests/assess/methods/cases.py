"""Invented incidents for the methods, built by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sayso.assess.methods import NAMES, apply, shipped
from sayso.knowledge.sources import load_registry
from sayso.model import (
    Analysis,
    Claim,
    ClaimId,
    EventKind,
    Incident,
    IncidentId,
    Interval,
    Judgement,
    JudgementId,
    Method,
    MethodAssessment,
    OriginGroup,
    Part,
    Place,
    Precision,
    Report,
    ReportId,
    Source,
    SourceKind,
    Stamp,
    Victim,
    digest,
)
from tests.assess.cases import DAY, claim, origin

__all__ = ["DAY", "assessed", "claim", "days", "judged", "kinds", "origin", "parts", "value"]

ON_DAY = Interval(DAY, DAY, Precision.DAY)
MARROW = Place("Marrow", "Marrow", "inv:1", "town", 10.0, 20.0, ("Tarn Province", "Orvania"))


def kinds(group: OriginGroup, kind: SourceKind) -> OriginGroup:
    """The origin with a source of this kind."""
    return replace(
        group, sources=tuple(replace(source, kind=kind) for source in group.sources) or (Source("x", "x", kind),)
    )


def days(first: date, last: date, precision: Precision = Precision.DAYS) -> Interval:
    return Interval(first, last, precision)


def judged(act: str, about: str, value: str, method: str | None = None) -> Judgement:
    at = datetime(2031, 6, 1, tzinfo=UTC)
    return Judgement(JudgementId(f"j-{act}"), at, "M. Orr", act, (about,), "I read the files.", value, method)


def analysis(
    origins: Sequence[OriginGroup],
    claims: Sequence[Claim],
    *,
    event: EventKind | None = EventKind.SHELLING,
    place: Place | None = MARROW,
    date: Interval | None = ON_DAY,
    published: date | None = None,
    victims: Sequence[Victim] = (),
) -> Analysis:
    """One incident that holds the claims."""
    stamp = Stamp(published, published, None, None, None, str(published), "field") if published else None
    names = sorted({c.report for c in claims})
    reports = tuple(Report(ReportId(n), "", (), "", "test", outlet=f"The {n}", published=stamp) for n in names)
    incident = Incident(
        IncidentId(digest(*sorted(c.id for c in claims))),
        "Shelling, Marrow",
        event,
        place,
        date,
        tuple(c.id for c in claims),
        tuple(origins),
        (),
    )
    return Analysis(reports, (), (), tuple(claims), tuple(victims), (), (incident,), (), ())


def assessed(
    method: str | Method,
    origins: Sequence[OriginGroup],
    claims: Sequence[Claim],
    *judgements: Judgement,
    **told: object,
) -> MethodAssessment:
    """What a method makes of the incident."""
    chosen = shipped(method) if isinstance(method, str) else method
    made = analysis(origins, claims, **told)  # type: ignore[arg-type]
    (found,) = apply(made, (chosen,), load_registry(), judgements).by_method
    return found


def parts(found: MethodAssessment, rule: str) -> list[Part]:
    return [part for part in found.parts if part.rule == rule]


def value(found: MethodAssessment, column: str) -> object:
    return found.value(column)


def set_to(name: str, **settings: object) -> Method:
    """A method with other settings."""
    assert name in NAMES
    method = shipped(name)
    return replace(
        method,
        settings=tuple(replace(s, value=settings.get(s.name, s.value)) for s in method.settings),  # type: ignore[arg-type]
    )


def ids(claims: Sequence[Claim]) -> list[ClaimId]:
    return [c.id for c in claims]
