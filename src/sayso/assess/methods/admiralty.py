"""Admiralty code: a letter for the source and a digit for the item, judged apart and never combined into a score."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.assess.methods.basis import Basis, Stated, counted, listed, names_of, numbers, shown_origin
from sayso.assess.ranges import compatible
from sayso.model import (
    Claim,
    Figure,
    Group,
    Judgement,
    Measure,
    Method,
    MethodAssessment,
    MethodTotal,
    OriginGroup,
    OriginId,
    OriginKind,
    Part,
)

LETTERS = ("A", "B", "C", "D", "E", "F")
_GROUP = {Group.CHILD: "children", Group.WOMAN: "women", Group.UNSPECIFIED: "people"}


@dataclass(frozen=True, slots=True)
class Item:
    """What one origin says of one measure and group: what a digit is given to."""

    origin: OriginGroup
    measure: Measure
    group: Group
    stated: tuple[Stated, ...]

    @property
    def what(self) -> str:
        """The measure and group in words."""
        group = _GROUP.get(self.group, f"{self.group.value}s")
        return f"{group} {self.measure.value.replace('_', ' ')}"


def assess(basis: Basis, method: Method) -> tuple[Part, ...]:
    """All codes in one line first, then each item with the reasons for its letter and for its digit."""
    items = items_of(basis, method)
    parts = [_coded(item, items, basis, method) for item in items]
    if not parts:
        return (Part("Codes", "no item", "No figure of people killed or harmed is stated.", "no_citation"),)
    count: dict[str, int] = {}
    for part in parts:
        count[part.shown] = count.get(part.shown, 0) + 1
    shown = ", ".join(f"{code} ({times})" if times > 1 else code for code, times in sorted(count.items()))
    reason = f"{counted(len(parts), 'item')}, each by itself; letters stay F until a person judges a source."
    return (Part("Codes", shown, reason, "letter", (), (("codes", shown),)), *parts)


def items_of(basis: Basis, method: Method) -> list[Item]:
    """What each origin says, by measure and group; the accused party's own figures are items like others."""
    found: dict[tuple[OriginId, Measure, Group], list[Stated]] = {}
    for claim in [*(c for claims in basis.rows.values() for c in claims), *_of_the_accused(basis)]:
        origin = basis.material.origin_of.get(claim.id)
        if origin and claim.measure:
            key = (origin.id, claim.measure, claim.group or Group.UNSPECIFIED)
            found.setdefault(key, []).append(Stated(claim, origin, *numbers(claim, method)))
    return [Item(told[0].origin, measure, group, tuple(told)) for (_, measure, group), told in found.items()]


def _of_the_accused(basis: Basis) -> list[Claim]:
    return [claim for claim in basis.claims if claim.id in basis.accused and claim.measure and claim.figure]


def _coded(item: Item, items: Sequence[Item], basis: Basis, method: Method) -> Part:
    mark, why = letter(item.origin, basis.judgements)
    number, rule, because = digit(item, items, basis, method)
    code = f"{mark}{number}"
    words = listed(list(dict.fromkeys(one.quoted for one in item.stated)))
    reason = f"{words}. Source: {why} Item: {because}"
    judgement = next((j.id for j in reversed(_about(item.origin, basis.judgements))), None)
    claims = tuple(one.claim.id for one in item.stated)
    values = tuple((f"code:{claim}", code) for claim in claims)
    label = f"{shown_origin(item.origin)}, {item.what}"
    return Part(label[:1].upper() + label[1:], code, reason, rule, claims, values, judgement)


def _about(origin: OriginGroup, judgements: Sequence[Judgement]) -> list[Judgement]:
    return [
        j
        for j in judgements
        if j.act == "reliability" and origin.id in j.about and (j.value or "").strip().upper() in LETTERS
    ]


def letter(origin: OriginGroup, judgements: Sequence[Judgement]) -> tuple[str, str]:
    """The letter belongs to whoever a statement originates from, never to a host, a platform or a document; it is
    F, cannot be judged, until a person judges the source. F does not mean bad.
    """
    found = _about(origin, judgements)
    if not found:
        return "F", "not judged by a person."
    last = found[-1]
    return (last.value or "").strip().upper(), f"judged by {last.by} on {last.at.date().isoformat()}: {last.reason}"


def digit(item: Item, items: Sequence[Item], basis: Basis, method: Method) -> tuple[int, str, str]:
    """The first of these that applies: no citation, contradicted, confirmed by others, a record, a soft conflict,
    alone.
    """
    others = [
        other
        for other in items
        if (other.measure, other.group) == (item.measure, item.group) and other.origin.id != item.origin.id
    ]
    independent = [o for o in others if o.origin.is_counted and not _is_own_account(o, basis)]
    share = float(str(method.setting("soft_share")))
    return (
        no_citation(item)
        or contradicted(item, independent, share)
        or confirmed_by_others(item, independent, share, basis)
        or consistent_with_record(item, basis)
        or soft_conflict(item, others, share)
        or alone()
    )


def _is_own_account(item: Item, basis: Basis) -> bool:
    return all(one.claim.id in basis.accused for one in item.stated)


Digit = tuple[int, str, str]


def no_citation(item: Item) -> Digit | None:
    """6, cannot be judged: it is not said who the information comes from."""
    return (6, "no_citation", "no source is stated.") if item.origin.kind is OriginKind.NONE else None


def contradicted(item: Item, others: Sequence[Item], share: float) -> Digit | None:
    """5, improbable: an independent origin's figure cannot hold beside it. A party's denial alone is no
    contradiction.
    """
    against = [other.origin for other in others if _verdict(item, other, share) == "contradicts"]
    return (5, "contradicted", f"contradicted by {names_of(against)}.") if against else None


def confirmed_by_others(item: Item, others: Sequence[Item], share: float, basis: Basis) -> Digit | None:
    """1, confirmed by other independent sources: two origins or more and no contradiction. A party does not
    corroborate its own account.
    """
    agreeing = [other.origin for other in others if _verdict(item, other, share) == "agrees"]
    own = 1 if item.origin.is_counted and not _is_own_account(item, basis) else 0
    if _is_own_account(item, basis) or len(agreeing) + own < 2:
        return None
    return 1, "confirmed_by_others", f"{names_of(agreeing)} can hold beside it."


def consistent_with_record(item: Item, basis: Basis) -> Digit | None:
    """2, probably true: one origin, consistent with an authoritative record that a person names."""
    claims = {one.claim.id for one in item.stated}
    found = [j for j in basis.judgements if j.act == "record" and claims.intersection(j.about)]
    if not found:
        return None
    return 2, "consistent_with_record", f"{found[-1].by} names a record that it fits: {found[-1].reason}"


def soft_conflict(item: Item, others: Sequence[Item], share: float) -> Digit | None:
    """3, possibly true: one origin, and figures that differ little or come from sources that do not count."""
    near = [other.origin for other in others if _verdict(item, other, share) in ("is near", "contradicts")]
    if not near:
        return None
    return 3, "soft_conflict", f"differs from {listed([shown_origin(origin) for origin in near])}."


def alone() -> Digit:
    """4, doubtful: one origin alone."""
    return 4, "alone", "one origin alone."


def _verdict(item: Item, other: Item, share: float) -> str:
    """How another origin's figures stand to an item's: "agrees", "is near", "contradicts", or "cannot tell"."""
    verdicts = [
        _between(a, b, share)
        for one in item.stated
        for two in other.stated
        if (a := one.claim.figure) and (b := two.claim.figure)
    ]
    return next((v for v in ("agrees", "is near", "contradicts") if v in verdicts), "cannot tell")


def _between(left: Figure, right: Figure, share: float) -> str:
    verdict = compatible(left, right)
    if verdict is not False:
        return "agrees" if verdict else "cannot tell"
    lows = [figure.low for figure in (left, right) if figure.low is not None]
    highs = [figure.high for figure in (left, right) if figure.high is not None]
    gap = max(lows) - min(highs) if lows and highs else 0
    return "is near" if lows and gap <= share * max(lows) else "contradicts"


def totals(_assessments: Sequence[MethodAssessment], _method: Method) -> list[MethodTotal]:
    """Codes are not added up and not averaged."""
    return []
