"""How origins read: their names, who set an end of a range, how many stand behind an incident."""

import re
from collections.abc import Mapping, Sequence, Set

from sayso.model import (
    NO_ORIGIN,
    UNNAMED_ORIGIN,
    Claim,
    ClaimId,
    Incident,
    OriginGroup,
    OriginId,
    OriginKind,
    RangeEnd,
    Report,
    ReportedRange,
)
from sayso.publish import wording
from sayso.publish.rows import Rows
from sayso.publish.voices import inside_name, is_self, self_named, with_article

_STATES_BODY = re.compile(r"(.+) (Government|Opposition|Army)$")


def origin_name(origin: OriginGroup, outlets: int | None = None) -> str:
    """The origin's name; as a heading, with how many outlets speak in their own voice."""
    if origin.kind is OriginKind.NONE:
        return f"No source stated ({wording.count(outlets, 'outlet')})" if outlets else "no source stated"
    if origin.kind is OriginKind.UNNAMED:
        return "Unnamed sources" if outlets else "unnamed sources"
    return origin.name


def origin_inside(origin: OriginGroup, reports: Sequence[Report]) -> str:
    """The origin inside a sentence; who speaks as "we" by the first report, a side without a name by its organs."""
    if origin.kind is OriginKind.UNNAMED:
        return "unnamed sources"
    if origin.kind is OriginKind.NONE:
        return "outlets in their own voice"
    if origin.kind is OriginKind.PARTY and " " not in origin.name and origin.sources:
        return wording.listed(list(dict.fromkeys(inside_name(source.name) for source in origin.sources)))
    state = _STATES_BODY.match(origin.name) if origin.kind is OriginKind.PARTY else None
    if state:
        return f"the {state.group(2).casefold()} of {state.group(1)}"
    return self_named(origin.name, reports[0]) if reports and is_self(origin.name) else with_article(origin.name)


def said_by(origin: OriginId, claim: Claim | None, names: Mapping[OriginId, str], rows: Rows) -> str:
    """The origin; what has no name of its own by the words for the source, or by the outlet."""
    name = names.get(origin, origin)
    if claim and origin == UNNAMED_ORIGIN and claim.sources:
        return f"{claim.sources[0]}; not named"
    if claim and origin == NO_ORIGIN:
        return f"{wording.outlet(rows.report(claim.report))}; {name}"
    return name


def ends_of(line: ReportedRange) -> tuple[tuple[str, RangeEnd], ...]:
    """The ends of a range with their labels: one where a single claim sets both, none where no number is stated."""
    if line.low is None or line.high is None or line.low.claim == line.high.claim:
        end = line.low or line.high
        return (("Only figure" if len(line.claims) == 1 else "Stated", end),) if end else ()
    return ("Lowest", line.low), ("Highest", line.high)


def support(incident: Incident, claims: Sequence[Claim], accused: Set[ClaimId]) -> str:
    """How many named origins, claims and reports, as a sentence."""
    reports = wording.count(len({claim.report for claim in claims}), "report")
    number = len(incident.standing(frozenset(accused)))
    named = wording.count(number, "named origin") if number else "No named origin"
    return f"{named}; {wording.count(len(claims), 'claim')} in {reports}."
