"""Airwars' grades: each rule is a function whose docstring is what the reader is told."""

from datetime import timedelta

from sayso.assess.methods.basis import Basis, counted, listed, names_of, tells_harm, whole, words_in
from sayso.assess.methods.blame import admitting_party, blamed_by_origin, competing, party_words
from sayso.model import ClaimKind, Judgement, Method, OriginGroup, OriginKind, Part, Status

GRADES = ("Discounted", "Confirmed", "Contested", "Fair", "Weak")
_LABEL = "Grade"


def grade(basis: Basis, method: Method) -> Part:
    """The first rule that fires, in the order: a person's decision, Confirmed, Contested, Fair, Weak."""
    for rule in (discounted, judged, scope, confirmed, contested, fair, weak):
        part = rule(basis, method)
        if part:
            return part
    return ungraded(basis, method)


def _part(value: str, reason: str, rule: str, origins: tuple[OriginGroup, ...], basis: Basis) -> Part:
    held = {claim for origin in origins for claim in origin.told} - basis.accused
    claims = tuple(claim.id for claim in basis.claims if claim.id in held and tells_harm(claim))
    return Part(_LABEL, value, reason, rule, claims, (("civilian_harm_status", value),))


def scope(basis: Basis, _method: Method) -> Part | None:
    """An incident is one moment in time and space where sources alleged harm: a toll of a campaign or a month is
    none, and neither is harm that killed and injured nobody.
    """
    if basis.is_aggregate:
        reason = "It is the toll of a campaign, a month, a battle or a war."
    elif not any(tells_harm(claim) for claim in basis.claims):
        reason = "No claim says that people were killed or injured."
    else:
        return None
    return Part(_LABEL, "no incident by this method", reason, "scope")


def discounted(basis: Basis, method: Method) -> Part | None:
    """Discounted: those killed were combatants, or another party was most likely responsible; a person decides so,
    with a reason, never a machine.
    """
    found = basis.judged("grade", method)
    return _by_a_person(found, "discounted") if found and _value(found) == "Discounted" else None


def judged(basis: Basis, method: Method) -> Part | None:
    """A person's grade stands before any that the rules give, with the name and the reason of who judged."""
    found = basis.judged("grade", method)
    return _by_a_person(found, "judged") if found and _value(found) in GRADES else None


def _value(judgement: Judgement) -> str:
    return (judgement.value or "").strip().capitalize()


def _by_a_person(judgement: Judgement, rule: str) -> Part:
    value, day = _value(judgement), judgement.at.date().isoformat()
    reason = f"Judged by {judgement.by} on {day}: {judgement.reason}"
    return Part(_LABEL, value, reason, rule, (), (("civilian_harm_status", value),), judgement.id)


def confirmed(basis: Basis, _method: Method) -> Part | None:
    """Confirmed: a specific belligerent has accepted responsibility for the civilian harm."""
    for claim in basis.claims:
        if claim.kind is not ClaimKind.ADMISSION or claim.status is Status.DENIED:
            continue
        party = admitting_party(claim, basis)
        blamed = frozenset[str]().union(*blamed_by_origin(basis).values())
        if party and (not blamed or not competing(frozenset({party}), blamed)):
            who = claim.actor or party_words(party)
            reason = f"{who[:1].upper()}{who[1:]}: “{' '.join(claim.words.split())}”."
            return Part(_LABEL, "Confirmed", reason, "confirmed", (claim.id,), (("civilian_harm_status", "Confirmed"),))
    return None


def contested(basis: Basis, method: Method) -> Part | None:
    """Contested: competing claims of responsibility, two perpetrators or more named by independent origins."""
    blamed = blamed_by_origin(basis)
    origins = [origin for origin in _voices(basis, method) if origin.id in blamed]
    if method.setting("accused_may_contest"):
        origins += [
            o for o in basis.incident.origins if o not in origins and o.id in blamed and basis.accused & {*o.told}
        ]
    for i, left in enumerate(origins):
        for right in origins[i + 1 :]:
            if competing(blamed[left.id], blamed[right.id]):
                reason = f"{_blames(left, blamed[left.id])}; {_blames(right, blamed[right.id])}."
                return _part("Contested", reason, "contested", (left, right), basis)
    return None


def _blames(origin: OriginGroup, parties: frozenset[str]) -> str:
    return f"{origin.name} blames {listed(sorted(party_words(party) for party in parties))}"


def _voices(basis: Basis, method: Method) -> tuple[OriginGroup, ...]:
    """The origins that add to the count of sources, by the settings."""
    adds = {OriginKind.UNNAMED: method.setting("unnamed_adds"), OriginKind.NONE: method.setting("own_voice_adds")}
    return tuple(o for o in basis.harm_origins if o.is_counted or adds.get(o.kind))


def fair(basis: Basis, method: Method) -> Part | None:
    """Fair: two or more credible sources that do not go back to one root, and likely or confirmed action by a
    belligerent nearby that day.
    """
    voices = _voices(basis, method)
    action = _action(basis, method)
    if len(voices) < whole(method.setting("sources_for_fair")) or action is None:
        return None
    reason = f"{counted(len(voices), 'independent source')} ({names_of(voices)}); {action}."
    return _part("Fair", reason, "fair", voices, basis)


def _action(basis: Basis, method: Method) -> str | None:
    """What the reports say of an action by a belligerent that day; None where they say nothing of one."""
    event, date = basis.incident.event, basis.incident.date
    if date is None or date.first is None or date.last is None:
        return None
    if date.last - date.first >= timedelta(days=whole(method.setting("action_days"))):
        return None
    if event and event.value in words_in(method.setting("strike_events")):
        return f"{event.value} reported {date.iso()}"
    blamed = sorted({party_words(party) for parties in blamed_by_origin(basis).values() for party in parties})
    return f"{listed(blamed)} said to have acted {date.iso()}" if blamed else None


def weak(basis: Basis, method: Method) -> Part | None:
    """Weak: one source only, even if it carries significant detail; unnamed sources and outlets that state no
    source are one at most.
    """
    voices = _voices(basis, method)
    if len(voices) > 1 or not basis.harm_origins:
        return None
    if voices:
        reason = f"All of it goes back to one source: {voices[0].name}."
        return _part("Weak", reason, "weak", voices, basis)
    apart = basis.harm_origins
    told = listed(
        ["sources without a name" if o.kind is OriginKind.UNNAMED else "outlets in their own voice" for o in apart]
    )
    return _part("Weak", f"No source is named: {told}, taken together as one.", "weak", apart, basis)


def ungraded(basis: Basis, method: Method) -> Part:
    """Not graded: no rule fits; several sources but no action by a belligerent that day, or only the accused party
    speaks.
    """
    voices = _voices(basis, method)
    if not voices:
        reason = "Only the accused party speaks of it; its position never grades its own deed."
    elif basis.incident.date is None:
        reason = f"{counted(len(voices), 'source')}, but the day is not known, so that no action that day can be told."
    elif _action(basis, method) is None:
        reason = f"{counted(len(voices), 'source')}, but nothing says that a belligerent acted nearby on a known day."
    else:
        needed = method.setting("sources_for_fair")
        reason = f"{counted(len(voices), 'source')}: more than one, and fewer than the {needed} that Fair needs."
    return Part(_LABEL, "not graded", reason, "ungraded")
