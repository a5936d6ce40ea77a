"""Airwars: a grade, a minimum and a maximum for each group, and a row for each belligerent."""

import re
from collections.abc import Sequence

from sayso.assess.methods.basis import CIVILIANS, Basis, Stated, counted, floors, listed, words_in
from sayso.assess.methods.blame import admitting_party, blamed_by_origin, competing, party_words
from sayso.assess.methods.grades import grade
from sayso.model import (
    ClaimId,
    ClaimKind,
    Group,
    IncidentId,
    Measure,
    Method,
    MethodAssessment,
    MethodTotal,
    OriginKind,
    Part,
    Status,
)

CATEGORIES = {
    "children": (Group.CHILD,),
    "women": (Group.WOMAN,),
    "men": (),
    "journalists": (Group.JOURNALIST,),
    "healthcare": (Group.MEDIC,),
    "human_rights_defenders": (),
    "belligerents": (Group.COMBATANT,),
    "undetermined": (),
}
"""The categories of the tables and the groups that a report's words can put people into; none for those that
reports are not read for yet."""
_TOTAL = (Group.UNSPECIFIED, Group.CIVILIAN)
SHOWN = 2
"""Statements of a party that are quoted in its row; the table holds all."""
_HARMS = {"killed": "Killed", "injured": "Injured"}


def assess(basis: Basis, method: Method) -> tuple[Part, ...]:
    """The grade first, then the numbers, then who is said to have done it."""
    first = grade(basis, method)
    if first.rule == "scope":
        return (first,)
    return (first, *_numbers(basis, method), *belligerents(basis, first))


def _numbers(basis: Basis, method: Method) -> list[Part]:
    parts = []
    for harm in _HARMS:
        total = minimum_and_maximum(basis, method, harm)
        if harm == "killed" or total.claims:
            parts.append(total)
        for name, groups in CATEGORIES.items():
            stated = basis.stated(method, _measures(harm, method), groups)
            if stated:
                is_contested = name == "belligerents" and contested_status(basis, method, harm) is not None
                parts.append(_category(harm, name, stated, is_contested=is_contested))
    return parts


def _measures(harm: str, method: Method) -> tuple[Measure, ...]:
    if harm == "injured":
        return (Measure.INJURED,)
    return tuple(Measure(name) for name in words_in(method.setting("killed_measures")))


def minimum_and_maximum(basis: Basis, method: Method, harm: str) -> Part:
    """The minimum is the lowest credible claim, of sources with a name where any states a number, and the maximum the
    highest; what is denied, what the accused party
    says and an origin's own older totals are left out. Blank is unknown, and zero is not blank.
    """
    label = f"{_HARMS[harm]}, civilians"
    columns = (f"{harm}_min", f"{harm}_max")
    stated = civilian_unless_shown_otherwise(basis, method, harm)
    ends = _ends(stated)
    status = contested_status(basis, method, harm)
    if ends is None:
        reason = "No number is stated for civilians." if stated or not status else status
        return Part(
            label, shown_range(None, None), reason, "minimum_and_maximum", (), ((columns[0], None), (columns[1], None))
        )
    low, high, reason = ends
    if status:
        low, reason = 0, f"{status} {reason}"
    claims = tuple(one.claim.id for one in stated)
    values = ((columns[0], low), (columns[1], high))
    rule = "contested_status" if status else "minimum_and_maximum"
    return Part(label, shown_range(low, high), reason, rule, claims, values)


def civilian_unless_shown_otherwise(basis: Basis, method: Method, harm: str) -> tuple[Stated, ...]:
    """People are civilians unless there is evidence otherwise; a claim of militant status made only by the
    perpetrator is context, not evidence.
    """
    measures = _measures(harm, method)
    totals = basis.stated(method, measures, _TOTAL)
    if totals:
        return tuple(_without_fighters(one, basis, method) for one in totals)
    parts = basis.stated(method, measures, [g for g in CIVILIANS if g is not Group.CIVILIAN])
    most = max((one.lowest or 0 for one in parts), default=0)
    return tuple(one for one in parts if (one.lowest or 0) == most)


def _without_fighters(total: Stated, basis: Basis, method: Method) -> Stated:
    """A total less the fighters that the same words count among it ("20 people, eight of them fighters")."""
    within = [
        one
        for one in basis.stated(method, (total.claim.measure,) if total.claim.measure else (), (Group.COMBATANT,))
        if one.claim.subset_of == total.claim.id
    ]
    if not within:
        return total
    most, least = within[0].highest or 0, within[0].lowest or 0
    low = None if total.low is None else max(0, total.low - most)
    high = None if total.high is None else max(0, total.high - least)
    return Stated(total.claim, total.origin, low, high)


def contested_status(
    basis: Basis, method: Method, harm: str, measures: tuple[Measure, ...] | None = None
) -> str | None:
    """Where civilian status is contested, the minimum is 0 in both the civilian and the militant field."""
    measures = measures or _measures(harm, method)
    fighters = basis.stated(method, measures, (Group.COMBATANT,))
    others = basis.stated(method, measures, (*_TOTAL, *CIVILIANS))
    of_both = {one.origin.id for one in fighters} & {one.origin.id for one in others}
    for fighter in fighters:
        for other in others:
            own_voice = OriginKind.NONE in (fighter.origin.kind, other.origin.kind)
            if not own_voice and fighter.origin.id not in of_both and other.origin.id not in of_both:
                return f"Whether they were civilians is contested: {fighter.quoted} against {other.quoted}."
    return None


def _ends(stated: Sequence[Stated]) -> tuple[int, int, str] | None:
    """The lowest and the highest number, and whose words they are; None where no number is stated."""
    lows = [(one.lowest, one) for one in floors(stated) if one.lowest is not None]
    highs = [(one.highest, one) for one in stated if one.highest is not None]
    if not lows or not highs:
        return None
    low, first = min(lows, key=lambda item: (item[0], not item[1].origin.is_counted, item[1].claim.id))
    high, last = min(highs, key=lambda item: (-item[0], not item[1].origin.is_counted, item[1].claim.id))
    if first.claim.id == last.claim.id or first.quoted.casefold() == last.quoted.casefold():
        return low, high, f"Stated: {first.quoted}."
    return low, high, f"Lowest {first.quoted}, highest {last.quoted}."


def _category(harm: str, name: str, stated: Sequence[Stated], *, is_contested: bool) -> Part:
    label = f"{_HARMS[harm]}, {name.replace('_', ' ')}"
    ends = _ends(stated)
    low, high, reason = ends or (None, None, "No number is stated.")
    if is_contested and ends:
        low, reason = 0, f"Whether they were civilians is contested. {reason}"
    values = ((f"{name}_{harm}_min", low), (f"{name}_{harm}_max", high))
    rule = "contested_status" if is_contested else "minimum_and_maximum"
    return Part(label, shown_range(low, high), reason, rule, tuple(one.claim.id for one in stated), values)


def shown_range(low: int | None, high: int | None) -> str:
    """Both blank is "unknown", two equal numbers are one, else minimum–maximum."""
    if low is None and high is None:
        return "unknown"
    if low == high or high is None:
        return f"{low:,}"
    return f"up to {high:,}" if low is None else f"{low:,}–{high:,}"


def belligerents(basis: Basis, own_grade: Part) -> list[Part]:
    """Each party that is said to have done it has a row of its own with what it concedes: the accused party's
    position is a separate column and never votes in the range.
    """
    by_party: dict[str, list[str]] = {}
    for origin in basis.incident.origins:
        for party in sorted(blamed_by_origin(basis).get(origin.id, ())):
            by_party.setdefault(party, []).append(origin.name)
    admitted = _admissions(basis)
    for party in admitted:
        by_party.setdefault(party, [])
    ordered = sorted(by_party, key=lambda party: (party not in admitted, -len(by_party[party]), party))
    return [_belligerent(n, party, by_party[party], basis, own_grade) for n, party in enumerate(ordered, 1)]


def _admissions(basis: Basis) -> dict[str, ClaimId]:
    found: dict[str, ClaimId] = {}
    for claim in basis.claims:
        party = admitting_party(claim, basis) if claim.kind is ClaimKind.ADMISSION else None
        if party and claim.status is not Status.DENIED:
            found.setdefault(party, claim.id)
    return found


def _belligerent(number: int, party: str, blamers: list[str], basis: Basis, own_grade: Part) -> Part:
    admission = _admissions(basis).get(party)
    statements = _statements(party, basis)
    named = f"named by {listed(blamers)}" if blamers else "named by nobody else"
    more = f" and {len(statements) - SHOWN} more" if len(statements) > SHOWN else ""
    told = listed([text for text, _ in statements[:SHOWN]]) + more
    own = f"; its own account: {told}" if statements else "; no account of its own"
    at = f"belligerent_{number}_"
    values = (
        (f"{at}name", party_words(party)),
        (f"{at}type", "Known" if admission else "Suspected"),
        (f"{at}assessment", "Confirmed" if admission else dict(own_grade.values).get("civilian_harm_status")),
        *_conceded(party, basis, at, is_admitted=admission is not None),
        (f"{at}civcas_statements", " | ".join(text for text, _ in statements) or None),
    )
    kind = "known" if admission else "suspected"
    claims = tuple(dict.fromkeys([claim for _, claim in statements] + ([admission] if admission else [])))
    reason = f"{named}{own}."
    return Part(
        f"Belligerent {number}",
        f"{party_words(party)} ({kind})",
        f"{reason[:1].upper()}{reason[1:]}",
        "belligerents",
        claims,
        values,
    )


def _statements(party: str, basis: Basis) -> list[tuple[str, ClaimId]]:
    """What the party says of it, each wording once."""
    found: dict[str, tuple[str, ClaimId]] = {}
    for claim in basis.claims:
        if claim.id not in basis.accused or not _is_of(party, claim.id, basis):
            continue
        words = re.sub(r"\s+", " ", claim.words).strip()
        found.setdefault(words.casefold(), (f"“{words}”", claim.id))
    return list(found.values())


def _is_of(party: str, claim_id: ClaimId, basis: Basis) -> bool:
    """The claim is this party's own account."""
    claim = basis.material.by_id[claim_id]
    own = admitting_party(claim, basis)
    if own is None:
        origin = basis.material.origin_of.get(claim_id)
        own = origin.id.removeprefix("party:") if origin else None
    return own is not None and not competing(frozenset({own}), frozenset({party}))


def _conceded(party: str, basis: Basis, at: str, *, is_admitted: bool) -> list[tuple[str, int | None]]:
    """The deaths and injuries that the party itself gives; blank where it admits nothing."""
    columns: list[tuple[str, int | None]] = []
    for name, measure in (("deaths", Measure.KILLED), ("injuries", Measure.INJURED)):
        own = [
            Stated(claim, origin, claim.figure.low, claim.figure.high)
            for claim in basis.claims
            if claim.id in basis.accused
            and claim.measure is measure
            and claim.figure
            and _is_of(party, claim.id, basis)
            if (origin := basis.material.origin_of.get(claim.id))
        ]
        ends = _ends(own) if is_admitted else None
        columns.append((f"{at}{name}_conceded_min", ends[0] if ends else None))
        columns.append((f"{at}{name}_conceded_max", ends[1] if ends else None))
    return columns


def totals(assessments: Sequence[MethodAssessment], method: Method) -> list[MethodTotal]:
    """Totals add up the minimum, by grade, and the headline is Fair and Confirmed; a maximum is never added to a
    minimum. They are what is reported and recorded, not how many there were.
    """
    by_grade: dict[str, list[MethodAssessment]] = {}
    for one in assessments:
        name = one.value("civilian_harm_status")
        if isinstance(name, str):
            by_grade.setdefault(name, []).append(one)
    wanted = words_in(method.setting("headline_grades"))
    headline = [one for name in wanted for one in by_grade.get(name, [])]
    found = [_total(method, f"Civilians killed, minimum, {' and '.join(wanted)}", headline)]
    found += [_total(method, f"Civilians killed, minimum, {name}", ones) for name, ones in sorted(by_grade.items())]
    return found


def _total(method: Method, label: str, ones: Sequence[MethodAssessment]) -> MethodTotal:
    held = [(one.incident, number) for one in ones if isinstance(number := one.value("killed_min"), int)]
    silent = len(ones) - len(held)
    without = f"; {counted(silent, 'incident')} without a number left out" if silent else ""
    reason = f"Reported and recorded: the minimums of {counted(len(held), 'incident')}{without}."
    incidents: tuple[IncidentId, ...] = tuple(incident for incident, _ in held)
    shown = f"{sum(number for _, number in held):,}" if held else "unknown"
    return MethodTotal(method.name, label, shown, reason, incidents)
