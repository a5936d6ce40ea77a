"""Which country a report is about: tells whose army "the army" is."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.knowledge.source_words import fold, proper_state_names, state_names
from sayso.knowledge.sources import SourceRegistry, country_key
from sayso.model import Claim, Report, ReportId

_WORD = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?")
_LEAST_LEAD = 2
"""Places of claims in it and mentions of it: the first country needs so many, and more than the next one."""
_DASH = re.compile(r" [-–—]+ |\) ?[-–—]+ ")
_DATELINE = 80
"""Characters at the start of a report that hold its dateline: among equals the country named there leads."""


def countries(claims: Sequence[Claim], reports: Sequence[Report], registry: SourceRegistry) -> Mapping[ReportId, str]:
    """Reports to the country where what they tell happened; a report that does not show it is left out.

    A state's own outlet means its own state by "the army".
    """
    found: dict[ReportId, str] = {}
    placed: dict[ReportId, dict[str, str]] = {}
    for claim in claims:
        country = _country_of(claim)
        if country and claim.place:
            placed.setdefault(claim.report, {})[claim.place.words] = country
    for report in reports:
        told = Counter(key for name in placed.get(report.id, {}).values() if (key := country_key(name)))
        named = _named(report.text)
        leading = _first(told + named, _LEAST_LEAD, _dateline(report.text))
        country = leading or _first(told, 1) or _of_outlet(report, registry)
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


def _named(text: str) -> Counter[str]:
    """How often the text uses the name, demonym or seat of each country, the first named first."""
    states = state_names()
    counts: Counter[str] = Counter()
    for found in _WORD.finditer(text):
        words = fold(found.group())
        key = states.get(words) or (states.get(words[:1]) if words else None) or states.get(words[1:])
        if key:
            counts[key] += 1
    return counts


def _dateline(text: str) -> tuple[str, ...]:
    """The country that a report's dateline names ("MARROW, Chad, 4 May - ")."""
    start = _DASH.split(text[:_DATELINE], maxsplit=1)
    return tuple(_named(start[0])) if len(start) > 1 else ()


def _first(counts: Counter[str], least: int, dateline: Sequence[str] = ()) -> str | None:
    """The country with the highest count; among equals the first that the dateline names, else none."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < least:
        return None
    equal = [key for key, count in ranked if count == ranked[0][1]]
    first = next((key for key in dateline if key in equal), None)
    if len(equal) > 1 and first is None:
        return None
    return (first or equal[0]).replace("-", " ")
