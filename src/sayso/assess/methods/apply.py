"""Applies methods to an analysis: one assessment for each incident and method, with a digest of what it was made
from.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.assess.methods import acled, admiralty, airwars, every_casualty, ucdp
from sayso.assess.methods.basis import Basis, bases
from sayso.knowledge.sources import SourceRegistry
from sayso.model import Analysis, Claim, Judgement, Method, MethodAssessment, MethodTotal, Part, digest

_ASSESS: dict[str, Callable[[Basis, Method], tuple[Part, ...]]] = {
    "airwars": airwars.assess,
    "ucdp": ucdp.assess,
    "acled": acled.assess,
    "every-casualty": every_casualty.assess,
    "admiralty": admiralty.assess,
}
_TOTALS: dict[str, Callable[[Sequence[MethodAssessment], Method], list[MethodTotal]]] = {
    "airwars": airwars.totals,
    "ucdp": ucdp.totals,
    "acled": acled.totals,
    "every-casualty": every_casualty.totals,
    "admiralty": admiralty.totals,
}
_ACTS = ("grade", "outcome", "disagreement", "reliability", "record")
"""Judgements that methods read; the others are for other parts."""

SomeAnalysis = TypeVar("SomeAnalysis", bound=Analysis)


def apply(
    analysis: SomeAnalysis, methods: Sequence[Method], registry: SourceRegistry, judgements: Sequence[Judgement] = ()
) -> SomeAnalysis:
    """The analysis with what each method makes of each incident, and the totals as the method makes them."""
    own = [judgement for judgement in judgements if judgement.act in _ACTS]
    found = [assess_one(basis, method) for basis in bases(analysis, registry, own) for method in methods]
    totals = [
        total
        for method in methods
        for total in _TOTALS[method.base]([a for a in found if a.method == method.name], method)
    ]
    return replace(analysis, methods=tuple(methods), by_method=tuple(found), totals=tuple(totals))


def assess_one(basis: Basis, method: Method) -> MethodAssessment:
    """What one method makes of one incident."""
    return MethodAssessment(
        incident=basis.incident.id,
        method=method.name,
        version=method.version,
        parts=_ASSESS[method.base](basis, method),
        claims=tuple(claim.id for claim in basis.claims),
        judgements=tuple(judgement.id for judgement in basis.judgements),
        inputs=_inputs(basis, method),
    )


def unread(judgements: Sequence[Judgement], analysis: Analysis) -> tuple[Judgement, ...]:
    """Judgements for methods that name what is not in this analysis, each with those names alone."""
    ids: set[str] = set()
    for incident in analysis.incidents:
        ids |= {str(incident.id), *map(str, incident.claims), *(str(origin.id) for origin in incident.origins)}
    lost = ((j, tuple(name for name in j.about if name not in ids)) for j in judgements if j.act in _ACTS)
    return tuple(replace(judgement, about=names) for judgement, names in lost if names)


def _inputs(basis: Basis, method: Method) -> str:
    """Changes whenever the method, a claim as read, an origin or a judgement changes."""
    parts: list[str | None] = [method.digest, basis.incident.label]
    for claim in basis.claims:
        parts += _read(claim)
    for origin in basis.incident.origins:
        parts += [origin.id, origin.name, *sorted(origin.told)]
    for victim in basis.victims:
        parts += [victim.name, str(victim.age), victim.sex]
    parts += sorted(basis.accused)
    parts += [judgement.id for judgement in basis.judgements]
    return digest(*parts)


def _read(claim: Claim) -> list[str | None]:
    """A claim as it was read: two readings of the same words may differ."""
    figure = claim.figure
    return [
        claim.id,
        claim.words,
        claim.kind.value,
        claim.status.value,
        claim.measure.value if claim.measure else None,
        claim.group.value if claim.group else None,
        f"{figure.low}-{figure.high}" if figure else None,
        claim.event.value if claim.event else None,
        claim.place.words if claim.place else None,
        claim.date.iso() if claim.date else None,
        claim.blamed,
        claim.subset_of,
        *claim.sources,
    ]
