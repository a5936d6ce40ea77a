"""Claims and attributions as the JSON records that other programs and the scorers read.

Names and value lists are those of `GUIDELINES.md` and `score_attribution.py` of the gold.
"""

from collections.abc import Sequence
from typing import TypeAlias

from sayso.model import Analysis, Attribution, Claim, Span

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def _pairs(spans: Sequence[Span]) -> list[Json]:
    return [[span.start, span.end] for span in spans]


def attribution_record(attribution: Attribution) -> dict[str, Json]:
    """One attribution as `sayso attributions` prints it: spans are [start, end] in the report's text, end exclusive."""
    return {
        "article": attribution.report,
        "attribution_id": attribution.id,
        "act": attribution.act.value,
        "speaker": _pairs(attribution.speaker),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "origin": _pairs(attribution.origin),
        "relay": _pairs(attribution.relay),
        "speaker_name": attribution.speaker_name,
        "origin_name": attribution.origin_name,
        "relay_name": attribution.relay_name,
        "chain": list(attribution.chain),
        "hedged": attribution.hedged,
        "reason": attribution.reason,
    }


def claim_record(claim: Claim, analysis: Analysis) -> dict[str, Json]:
    """One claim as `sayso claims` prints it; `incident` and `origin` are None for claims outside of all incidents."""
    figure, place = claim.figure, claim.place
    return {
        "claim_id": claim.id,
        "article": claim.report,
        "kind": claim.kind.value,
        "start": claim.span.start,
        "end": claim.span.end,
        "words": claim.words,
        "sentence": [claim.sentence.start, claim.sentence.end],
        "measure": claim.measure.value if claim.measure else None,
        "low": figure.low if figure else None,
        "high": figure.high if figure else None,
        "modifier": figure.modifier.value if figure else None,
        "who": claim.who,
        "group": claim.group.value if claim.group else None,
        "subset_of": claim.subset_of,
        "event": claim.event.value if claim.event else None,
        "place": place.words if place else None,
        "place_name": place.name if place else None,
        "place_precision": place.precision if place else None,
        "place_id": place.entry if place else None,
        "date": claim.date.iso() if claim.date else None,
        "date_precision": claim.date.precision.value if claim.date else None,
        "blamed": claim.blamed,
        "sources": list(claim.sources),
        "carried": claim.carried,
        "attribution": claim.attribution,
        "status": claim.status.value,
        "actor": claim.actor,
        "target": claim.target,
        "incident": analysis.incident_of.get(claim.id),
        "origin": analysis.origin_of.get(claim.id),
        "reasons": dict(claim.reasons),
    }
