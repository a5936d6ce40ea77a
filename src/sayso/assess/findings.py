"""The rows of the incident sheet: each a small function whose finding carries its reason."""

from collections.abc import Mapping, Sequence, Set
from itertools import combinations

from sayso.assess.interface import Material
from sayso.assess.ranges import Superseded, by_origin, compatible
from sayso.model import (
    Claim,
    ClaimId,
    ClaimKind,
    Finding,
    FindingKind,
    Group,
    Measure,
    OriginGroup,
    OriginId,
    OriginKind,
    Status,
)

Row = tuple[Measure, Group]
_STATED = {
    ClaimKind.DENIAL: FindingKind.DENIED,
    ClaimKind.ADMISSION: FindingKind.ADMITTED,
    ClaimKind.SILENCE: FindingKind.SILENT,
    ClaimKind.VERIFICATION: FindingKind.UNVERIFIED,
}


def standing(material: Material, accused: Set[ClaimId]) -> list[Finding]:
    """How many named origins stand behind the incident, where it is fewer than two."""
    counted = material.incident.standing(accused)
    if len(counted) == 1:
        origin = counted[0]
        claims = tuple(claim for claim in origin.told if claim not in accused)
        return [
            Finding(FindingKind.SINGLE_ORIGIN, f"All named reporting goes back to one origin: {origin.name}.", claims)
        ]
    if counted:
        return []
    apart = [o.name for o in material.incident.origins if not o.is_counted]
    told = f" ({' and '.join(apart)})" if apart else ""
    own = " The accused party's own account is not counted." if accused else ""
    left = tuple(claim.id for claim in material.figures if claim.id not in accused)
    return [Finding(FindingKind.NO_ORIGIN, f"No named origin stands behind it{told}.{own}", left)]


def comparisons(row: Row, claims: Sequence[Claim], material: Material) -> list[Finding]:
    """Which origins' figures of one measure and group can both hold, and which cannot."""
    told = by_origin(claims, material.origins_of)
    names = {origin.id: origin for origin in material.incident.origins}
    compared = [origin for origin in told if names[origin].kind is not OriginKind.NONE]
    agreeing: set[OriginId] = set()
    apart: list[tuple[OriginId, OriginId]] = []
    for left, right in combinations(compared, 2):
        verdict = _can_both_hold(told[left], told[right])
        if verdict is False:
            apart.append((left, right))
        elif verdict and names[left].is_counted and names[right].is_counted:
            agreeing |= {left, right}
    found = []
    if agreeing:
        found.append(_finding(FindingKind.AGREED, row, [o for o in compared if o in agreeing], told, names))
    if apart:
        differing = [o for o in compared if any(o in pair for pair in apart)]
        found.append(_finding(FindingKind.DISPUTED, row, differing, told, names))
    return found


def _can_both_hold(left: Sequence[Claim], right: Sequence[Claim]) -> bool | None:
    """Some figure of the one can hold beside some figure of the other; None where nothing can be compared."""
    verdicts = [compatible(a.figure, b.figure) for a in left for b in right if a.figure and b.figure]
    if True in verdicts:
        return True
    return False if False in verdicts else None


def _finding(
    kind: FindingKind,
    row: Row,
    origins: Sequence[OriginId],
    told: Mapping[OriginId, Sequence[Claim]],
    names: Mapping[OriginId, OriginGroup],
) -> Finding:
    said = ", ".join(f"{names[origin].name}: {_words(told[origin])}" for origin in origins)
    verb = "can all hold" if kind is FindingKind.AGREED else "cannot all hold"
    reason = f"The figures for {row_words(row)} {verb} ({said})."
    return Finding(kind, reason, tuple(claim.id for origin in origins for claim in told[origin]))


def _words(claims: Sequence[Claim]) -> str:
    """Each different wording once, as said."""
    return " / ".join(dict.fromkeys(f'"{claim.words}"' for claim in claims))


def row_words(row: Row) -> str:
    """A measure and group as a reader says them ("children killed")."""
    plural = {Group.CHILD: "children", Group.WOMAN: "women", Group.UNSPECIFIED: "people"}
    return f"{plural.get(row[1], f'{row[1].value}s')} {row[0].value.replace('_', ' ')}"


def replaced(found: Sequence[Superseded]) -> list[Finding]:
    """Running totals that grew: one row for each origin and last figure."""
    rows: dict[tuple[OriginId, str], list[Superseded]] = {}
    for one in found:
        rows.setdefault((one.origin.id, one.later.words), []).append(one)
    findings = []
    for told in rows.values():
        earlier, later = _words([one.earlier for one in told]), told[0].later
        grew = all(one.grew for one in told)
        what = "a total that grew" if grew else "a correction of its own figure"
        reason = f'{told[0].origin.name} said {earlier}, and in a later report "{later.words}": {what}.'
        findings.append(Finding(FindingKind.SUPERSEDED, reason, (*(one.earlier.id for one in told), later.id)))
    return findings


def said_before(found: Sequence[tuple[Claim, Claim]]) -> list[Finding]:
    """What a report gives as said before: no end of today's range."""
    findings = []
    for earlier, now in found:
        reason = f'A report gives "{earlier.words}" as said before, and states "{now.words}".'
        findings.append(Finding(FindingKind.SUPERSEDED, reason, (earlier.id, now.id)))
    return findings


def stated(material: Material) -> list[Finding]:
    """Who denies, admits, keeps silent, or cannot verify: one row for each who and what, however often repeated."""
    rows: dict[tuple[FindingKind, str], list[tuple[str, ClaimId]]] = {}
    for claim in material.claims:
        kind = _STATED.get(claim.kind) or _by_status(claim)
        if kind:
            who = claim.actor or (claim.sources[0] if claim.sources else "the report itself")
            reason = f"{_capital(who)}: {claim.words}"
            rows.setdefault((kind, reason.casefold()), []).append((reason, claim.id))
    return [Finding(kind, told[0][0], tuple(claim for _, claim in told)) for (kind, _), told in rows.items()]


def _by_status(claim: Claim) -> FindingKind | None:
    if claim.status is Status.DENIED:
        return FindingKind.DENIED
    return FindingKind.UNVERIFIED if claim.status is Status.UNCONFIRMED else None


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def unknowns(material: Material) -> list[Finding]:
    """What the record leaves open."""
    open_parts = []
    if material.incident.date is None:
        open_parts.append("the day")
    if material.incident.place is None:
        open_parts.append("the place")
    if not any(claim.blamed for claim in material.claims):
        open_parts.append("who did it")
    if not any(c.figure and (c.figure.low is not None or c.figure.high is not None) for c in material.figures):
        open_parts.append("any number")
    return [Finding(FindingKind.UNKNOWN, f"The record does not state {part}.") for part in open_parts]
