"""Every Casualty: the outcome of corroboration, what a record must hold at least, and what is done where sources
disagree.
"""

from collections.abc import Sequence

from sayso.assess.methods.basis import Basis, Stated, counted, listed, tells_harm, whole
from sayso.assess.methods.tolls import highest, lowest, tolls
from sayso.assess.ranges import compatible
from sayso.model import (
    Claim,
    Group,
    Judgement,
    JudgementId,
    Measure,
    Method,
    MethodAssessment,
    MethodTotal,
    OriginGroup,
    OriginKind,
    Part,
    SourceKind,
)

OUTCOMES = ("confirmed", "no conclusion possible", "rejected")


def assess(basis: Basis, method: Method) -> tuple[Part, ...]:
    """The outcome first, then its two steps, then what is missing, then the figure."""
    if not any(tells_harm(claim) for claim in basis.claims):
        return (scope(),)
    steps = (coherence(basis), cross_check(basis, method))
    result = outcome(basis, method, steps)
    return (
        result,
        *flag(result),
        *steps,
        disagreement(basis, method),
        minimum_per_incident(basis),
        *minimum_per_person(basis),
    )


def scope() -> Part:
    """A casualty record is about people killed or injured; other harm is recorded elsewhere."""
    return Part("Outcome", "no casualty record", "No claim says that people were killed or injured.", "scope")


def outcome(basis: Basis, method: Method, steps: tuple[Part, Part]) -> Part:
    """Confirmed where the account is coherent and independent sources corroborate it, else no conclusion is
    possible; only a person rejects.
    """
    found = judged(basis, method)
    if found:
        return found
    is_confirmed = all(step.shown == "yes" for step in steps)
    value = OUTCOMES[0] if is_confirmed else OUTCOMES[1]
    failing = [step.reason for step in steps if step.shown != "yes"]
    reason = " ".join(failing) if failing else " ".join(step.reason for step in steps)
    claims = tuple(dict.fromkeys(claim for step in steps for claim in step.claims))
    return Part("Outcome", value, reason, "outcome", claims, (("outcome", value),))


def judged(basis: Basis, method: Method) -> Part | None:
    """A person's outcome stands before the machine's, with the name and the reason of who judged."""
    found = basis.judged("outcome", method)
    value = (found.value or "").strip().casefold() if found else ""
    if found is None or value not in OUTCOMES:
        return None
    reason = f"Judged by {found.by} on {found.at.date().isoformat()}: {found.reason}"
    return Part("Outcome", value, reason, "judged", (), (("outcome", value),), found.id)


def flag(result: Part) -> list[Part]:
    """A record that is not corroborated may be published, and is visibly flagged."""
    if result.shown == OUTCOMES[0]:
        return []
    return [
        Part(
            "Flag",
            "UNCORROBORATED" if result.shown == OUTCOMES[1] else "REJECTED",
            "To be shown wherever the record is.",
            "flag",
        )
    ]


def coherence(basis: Basis) -> Part:
    """First step: the account does not contradict itself; no part is larger than its whole, and nothing happens
    after it was reported.
    """
    faults, claims = [], []
    for claim in basis.claims:
        whole_claim = basis.material.by_id.get(claim.subset_of) if claim.subset_of else None
        if whole_claim and _is_larger(claim, whole_claim):
            faults.append(f"“{claim.words}” is a part of “{whole_claim.words}” and larger")
            claims += [claim.id, whole_claim.id]
        report = basis.material.reports.get(claim.report)
        published = report.published if report else None
        if claim.date and claim.date.first and published and claim.date.first > published.last and tells_harm(claim):
            faults.append(f"“{claim.words}” is dated after its report")
            claims.append(claim.id)
    reason = f"{'; '.join(faults)}." if faults else "Nothing in the account contradicts itself."
    return Part("Coherent", "no" if faults else "yes", reason, "coherence", tuple(dict.fromkeys(claims)))


def _is_larger(part: Claim, whole_claim: Claim) -> bool:
    if part.figure is None or whole_claim.figure is None or part.measure is not whole_claim.measure:
        return False
    low, high = part.figure.low, whole_claim.figure.high
    return low is not None and high is not None and low > high


def cross_check(basis: Basis, method: Method) -> Part:
    """Second step: independent sources agree; articles from different outlets, by different authors, using
    different primary sources, or different kinds of source.
    """
    origins = basis.named
    kinds = sorted({kind for origin in origins if (kind := _kind(origin)) is not None})
    authors = _authors(basis, origins)
    articles = min(len(origins), len(authors))
    enough = len(origins) >= 2 and len(kinds) >= whole(method.setting("kinds_needed"))
    is_backed = enough or articles >= whole(method.setting("articles_needed"))
    named = listed([origin.name for origin in origins])
    if is_backed:
        told = (
            f"{len(kinds)} kinds of source ({listed(kinds)})" if enough else f"{articles} articles with different roots"
        )
        reason = f"Independent sources: {named}; {told}."
    elif len(origins) > 1:
        needed = method.setting("articles_needed")
        reason = f"{named}: not yet {needed} articles, and not known to be different kinds of source."
    elif origins:
        reason = f"All of it goes back to one source: {named}."
    else:
        reason = "No source with a name stands behind it."
    claims = tuple(claim for origin in origins for claim in origin.told if claim not in basis.accused)
    return Part("Cross-checked", "yes" if is_backed else "no", reason, "cross_check", claims)


def _kind(origin: OriginGroup) -> str | None:
    """The kind of source, where it is known."""
    if origin.kind is OriginKind.PARTY:
        return "party to the conflict"
    kinds = {source.kind for source in origin.sources} - {SourceKind.UNKNOWN, SourceKind.UNNAMED}
    return min(kinds).value if len(kinds) == 1 else None


def _authors(basis: Basis, origins: Sequence[OriginGroup]) -> set[tuple[str | None, str | None]]:
    """Outlet and author of the articles that carry the origins; two without either are taken for one."""
    carried = {claim for origin in origins for claim in origin.told}
    reports = {claim.report for claim in basis.claims if claim.id in carried}
    held = (basis.material.reports[report] for report in reports if report in basis.material.reports)
    return {(report.outlet, report.byline) for report in held}


CHOICES = ("prefer a source", "report the range", "call it unconfirmed", "keep it pending", "go back to the source")


def disagreement(basis: Basis, method: Method) -> Part:
    """Where sources disagree a recorder prefers a stated source, reports the range, calls it unconfirmed, keeps it
    pending, or goes back to the source; which one is recorded.
    """
    stated = tolls(basis, method).stated
    low, high = lowest(stated), highest(stated)
    if low is None or high is None:
        return _figure("unknown", "No number of deaths is stated.", stated, None, None)
    found = basis.judged("disagreement", method)
    if not _differ(stated):
        return _figure(
            _span(low[0], high[0]), f"The sources do not disagree: {_quoted(stated)}.", stated, low[0], high[0]
        )
    choice, source = _choice(found, method)
    why = f"Decided by {found.by}: {found.reason}" if found else "By the method’s setting"
    judgement = found.id if found else None
    if choice == "prefer a source":
        own = [
            one
            for one in stated
            if source and source.casefold() in (one.origin.id.casefold(), one.origin.name.casefold())
        ]
        if own and (first := lowest(own)) and (last := highest(own)):
            text = f"{why}: {own[0].origin.name} is preferred, {_quoted(own)}."
            return _figure(_span(first[0], last[0]), text, own, first[0], last[0], judgement)
        choice = "report the range"
        why = f"{why}; the preferred source “{source or 'none is set'}” states no figure here"
    text = f"{why}: {choice}. The sources say {_quoted(stated)}."
    if choice == "report the range":
        return _figure(_span(low[0], high[0]), text, stated, low[0], high[0], judgement)
    return _figure(_LEFT[choice], text, stated, None, None, judgement)


_LEFT = {
    "call it unconfirmed": "unconfirmed",
    "keep it pending": "pending",
    "go back to the source": "to be asked again",
}


def _choice(found: Judgement | None, method: Method) -> tuple[str, str]:
    """What to do, and the preferred source; a judgement says "prefer a source: the Relief Council"."""
    preferred = str(method.setting("preferred_source"))
    if found and found.value:
        wanted, _, source = found.value.partition(":")
        if wanted.strip().casefold() in CHOICES:
            return wanted.strip().casefold(), source.strip() or preferred
    return str(method.setting("disagreement")), preferred


def _differ(stated: Sequence[Stated]) -> bool:
    """Two origins' figures cannot both hold."""
    figures = [(one.origin.id, one.claim.figure) for one in stated if one.claim.figure]
    return any(compatible(a, b) is False for o, a in figures for p, b in figures if o != p)


def _figure(
    shown: str,
    reason: str,
    stated: Sequence[Stated],
    low: int | None,
    high: int | None,
    judgement: JudgementId | None = None,
) -> Part:
    claims = tuple(one.claim.id for one in stated)
    values = (("killed_low", low), ("killed_high", high))
    return Part("Killed", shown, reason, "disagreement", claims, values, judgement)


def _span(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _quoted(stated: Sequence[Stated]) -> str:
    return listed(list(dict.fromkeys(one.quoted for one in stated)))


def minimum_per_incident(basis: Basis) -> Part:
    """At least: location, date or time, source and its document, numbers killed, type of death or weapon, involved
    actors, perpetrator.
    """
    numbered = any(measure in (Measure.KILLED, Measure.EXECUTED) for measure, _ in basis.rows)
    blamed = any(claim.blamed for claim in basis.claims)
    victims = any(group is not Group.UNSPECIFIED for _, group in basis.rows)
    held = {
        "location": basis.incident.place is not None,
        "date": basis.incident.date is not None,
        "source": bool(basis.harm_origins),
        "document": bool(basis.reports()),
        "numbers killed": numbered,
        "type of death or weapon": basis.incident.event is not None,
        "involved actors": blamed or victims,
        "perpetrator": blamed,
    }
    missing = [name for name, is_there in held.items() if not is_there]
    shown = "complete" if not missing else f"{len(held) - len(missing)} of {len(held)}"
    reason = f"Missing: {listed(missing)}." if missing else "All that a record must hold at least is stated."
    return Part("Minimum record", shown, reason, "minimum_per_incident")


def minimum_per_person(basis: Basis) -> list[Part]:
    """At least for each person: name with its variants, age at the time, sex, type of death; the bare number is the
    least acceptable record.
    """
    if not basis.victims:
        return []
    whole_ones = sum(v.age is not None and v.sex is not None for v in basis.victims)
    lacking = [
        f"{counted(count, 'person')} without {what}"
        for what, count in (
            ("age", sum(v.age is None for v in basis.victims)),
            ("sex", sum(v.sex is None for v in basis.victims)),
        )
        if count
    ]
    shown = f"{whole_ones} of {len(basis.victims)} complete"
    reason = f"{listed(lacking)}." if lacking else "Name, age and sex are given for each person named."
    return [Part("Persons named", shown, reason, "minimum_per_person")]


def totals(assessments: Sequence[MethodAssessment], method: Method) -> list[MethodTotal]:
    """How many records have which outcome; numbers of people are not added up across outcomes."""
    found = []
    for name in OUTCOMES:
        ones = [one for one in assessments if one.value("outcome") == name]
        if ones:
            reason = (
                "A record without corroboration is flagged wherever it is shown."
                if name == OUTCOMES[1]
                else "By outcome."
            )
            found.append(
                MethodTotal(method.name, f"Records: {name}", f"{len(ones):,}", reason, tuple(o.incident for o in ones))
            )
    return found
