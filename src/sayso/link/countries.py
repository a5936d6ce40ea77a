"""Which country a report is about: tells whose army "the army" is."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.knowledge.source_words import fold, proper_state_names, state_names
from sayso.knowledge.sources import SourceRegistry
from sayso.model import Claim, Report, ReportId

_WORD = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?")
_LEAST_LEAD = 2
"""The country named most must be named so many times, and more often than the next one."""


def countries(claims: Sequence[Claim], reports: Sequence[Report], registry: SourceRegistry) -> Mapping[ReportId, str]:
    """Reports to the country where what they tell happened; a report that does not show it is left out.

    A state's own outlet means its own state by "the army".
    """
    found: dict[ReportId, str] = {}
    placed: dict[ReportId, Counter[str]] = {}
    for claim in claims:
        country = _country_of(claim)
        if country:
            placed.setdefault(claim.report, Counter())[country] += 1
    for report in reports:
        told = placed.get(report.id)
        country = (_first(told, 1) if told else None) or _most_named(report.text) or _of_outlet(report, registry)
        if country:
            found[report.id] = country
    return found


def _of_outlet(report: Report, registry: SourceRegistry) -> str | None:
    """The state whose organ the outlet is."""
    source = registry.outlet(report.outlet) if report.outlet else None
    party = source.party if source else None
    state = (party or "").removesuffix("-government")
    return state.replace("-", " ") if state and state != party else None


def _country_of(claim: Claim) -> str | None:
    """The country that a claim's place lies in, as the gazetteer or its own words tell."""
    if claim.place is None:
        return None
    names = [*reversed(claim.place.within), claim.place.name or "", claim.place.words]
    for name in names:
        key = proper_state_names().get(fold(name))
        if key:
            return name
    return None


def _most_named(text: str) -> str | None:
    """The country whose name, demonym or seat the text uses most; None where none leads."""
    states = state_names()
    counts: Counter[str] = Counter()
    for found in _WORD.finditer(text):
        words = fold(found.group())
        key = states.get(words) or (states.get(words[:1]) if words else None) or states.get(words[1:])
        if key:
            counts[key] += 1
    return _first(counts, _LEAST_LEAD)


def _first(counts: Counter[str], least: int) -> str | None:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < least:
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0].replace("-", " ")
