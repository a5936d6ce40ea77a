"""The range of reports for each measure and group, and which figures a later one of the same origin replaces."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sayso.assess.interface import Material
from sayso.assess.parts import is_corrected, is_none_on_top, is_part_of_the_harmed, is_said_before
from sayso.knowledge.vocabulary import word_list
from sayso.model import (
    Claim,
    ClaimId,
    Figure,
    Group,
    Measure,
    Modifier,
    OriginGroup,
    OriginId,
    RangeEnd,
    ReportedRange,
    Stamp,
    Status,
)

ABOUT_SHARE = 0.1
"""Two numbers of which one is "about" can both hold when they differ by no more than this share. For comparing only."""
FEW_SHARE = 0.5
"""People named more narrowly are some of those of a larger figure up to this share of it. Source: our choice."""
_ANYBODY = (None, Group.UNSPECIFIED, Group.CIVILIAN)
_WORD = re.compile(r"[\w-]+")
_COUNTS_ONE = frozenset({"1", "one", "single"})
"""Words that count to one; without them "a guard" is one of those harmed."""
_MEASURES = {measure: n for n, measure in enumerate(Measure)}
_GROUPS = {group: n for n, group in enumerate((Group.UNSPECIFIED, *(g for g in Group if g is not Group.UNSPECIFIED)))}


@dataclass(frozen=True, slots=True)
class Superseded:
    """An earlier figure and the later one of the same origin: higher, or said to correct it."""

    earlier: Claim
    later: Claim
    origin: OriginGroup

    @property
    def grew(self) -> bool:
        """The later figure is the higher one."""
        return _is_more(self.later, self.earlier)


def countable(material: Material, accused: Set[ClaimId]) -> dict[tuple[Measure, Group], list[Claim]]:
    """The figures that a range is made of, by measure and group.

    Left out: what is denied, what the accused say, parts of a whole of the same measure and group (one district), and
    who is singled out beside a larger figure ("the two sons of a neighbour", "a guard", "another nine", "15 of the
    wounded", "no bodies since Thursday", "four teachers" beside the same source's "21 people"), and what a report that
    states a newer figure gives as said before.
    """
    rows = _rows(material, accused)
    ordered = sorted(rows, key=lambda row: (_MEASURES[row[0]], _GROUPS[row[1]]))
    return {row: [c for c in rows[row] if _is_of_all(c, rows[row], material)] for row in ordered}


def _rows(material: Material, accused: Set[ClaimId]) -> dict[tuple[Measure, Group], list[Claim]]:
    """The figures by measure and group; without what is denied, what the accused say, and parts of a row's whole."""
    rows: dict[tuple[Measure, Group], list[Claim]] = defaultdict(list)
    for claim in material.figures:
        if claim.measure is None or claim.id in accused or claim.status is Status.DENIED or _is_part(claim, material):
            continue
        rows[claim.measure, claim.group or Group.UNSPECIFIED].append(claim)
    return rows


def _is_of_all(claim: Claim, row: Sequence[Claim], material: Material) -> bool:
    """It counts all whom the row is about, as things stand now."""
    some = _is_singled_out(claim, row, material) or _is_narrower(claim, row, material)
    return not some and _newer(claim, row, material) is None


def _is_part(claim: Claim, material: Material) -> bool:
    """A part of a whole that is counted in the same row."""
    whole = material.by_id.get(claim.subset_of) if claim.subset_of else None
    return whole is not None and (whole.measure, whole.group) == (claim.measure, claim.group)


def _newer(claim: Claim, row: Sequence[Claim], material: Material) -> Claim | None:
    """The figure that a report states, where it gives this one as said before."""
    report = material.reports.get(claim.report)
    if not is_said_before(claim, report):
        return None
    told = [c for c in row if c.id != claim.id and c.report == claim.report and not is_said_before(c, report)]
    return max(told, key=_key, default=None)


def outdated(material: Material, accused: Set[ClaimId]) -> list[tuple[Claim, Claim]]:
    """Figures that their own report gives as said before, each with the one that it states now."""
    rows = _rows(material, accused)
    pairs = ((claim, _newer(claim, row, material)) for row in rows.values() for claim in row)
    return [(claim, newer) for claim, newer in pairs if newer is not None]


def _is_singled_out(claim: Claim, row: Sequence[Claim], material: Material) -> bool:
    """Some of the harmed, not all: relatives, one person, those added to others; beside a larger figure of the row."""
    own = highest(claim.figure) if claim.figure else None
    words = _WORD.findall(claim.words.casefold())
    relatives = {*word_list("kin", "relatives"), *word_list("kin", "near")}
    is_one = own == 1 and _COUNTS_ONE.isdisjoint(words)
    if relatives.isdisjoint(words) and not is_one and not _is_added(words) and not _tells_of_some(claim, material):
        return False
    others = [lowest(other.figure) for other in row if other.figure and other.id != claim.id]
    return own is not None and any(number is not None and number > own for number in others)


def _is_narrower(claim: Claim, row: Sequence[Claim], material: Material) -> bool:
    """ "Four teachers", where the same report has a far larger figure of people from nobody else: some of them."""
    own = highest(claim.figure) if claim.figure else None
    if own is None or claim.group not in _ANYBODY or _names_anybody(claim):
        return False
    mine = {origin.id for origin in material.origins_of.get(claim.id, ())}
    for other in row:
        size = lowest(other.figure) if other.figure and other.report == claim.report else None
        theirs = {origin.id for origin in material.origins_of.get(other.id, ())}
        if size is not None and own <= FEW_SHARE * size and _names_anybody(other) and mine & theirs:
            return True
    return False


def _names_anybody(claim: Claim) -> bool:
    """ "People", "bodies", or a bare number: no word narrows whom it counts."""
    words = _WORD.findall((claim.who or "").casefold())
    return not words or words[-1] in word_list("ranges_words", "anybody")


def _tells_of_some(claim: Claim, material: Material) -> bool:
    report = material.reports.get(claim.report)
    whole = material.by_id.get(claim.subset_of) if claim.subset_of else None
    apart = whole is not None and whole.group is claim.group
    return apart or is_part_of_the_harmed(claim, report) or is_none_on_top(claim, report)


def _is_added(words: Sequence[str]) -> bool:
    """ "Another nine", "five others": they come on top of those told before."""
    if not words:
        return False
    return words[0] in word_list("link_words", "added_first") or words[-1] in word_list("link_words", "added_last")


def superseded(claims: Sequence[Claim], material: Material) -> list[Superseded]:
    """Figures that the same named origin raised, or said to correct, in a later report: no contradiction."""
    by_origin: dict[OriginId, list[tuple[Stamp, Claim]]] = defaultdict(list)
    for claim in claims:
        stamp = _stamp(claim, material)
        for origin in material.origins_of.get(claim.id, ()):
            if origin.is_counted and stamp and claim.figure and lowest(claim.figure) is not None:
                by_origin[origin.id].append((stamp, claim))
    found = []
    groups = {origin.id: origin for origin in material.incident.origins}
    for name, told in by_origin.items():
        for stamp, claim in told:
            after = [(s, c) for s, c in told if _is_after(s, stamp)]
            later = [(s, c) for s, c in after if _is_more(c, claim) or _corrects(c, claim, material)]
            if later:
                _, last = max(later, key=lambda item: (item[0].last, _key(item[1])))
                found.append(Superseded(claim, last, groups[name]))
    return sorted(found, key=lambda s: (s.origin.id, s.earlier.id))


def _key(claim: Claim) -> tuple[int, str]:
    return (lowest(claim.figure) or 0) if claim.figure else 0, claim.id


def _is_more(later: Claim, earlier: Claim) -> bool:
    if later.figure is None or earlier.figure is None:
        return False
    now, before = lowest(later.figure), highest(earlier.figure)
    return now is not None and before is not None and now > before


def _corrects(later: Claim, earlier: Claim, material: Material) -> bool:
    """A later, lower figure whose own sentence says that it is a correction."""
    return _is_more(earlier, later) and is_corrected(later, material.reports.get(later.report))


def _stamp(claim: Claim, material: Material) -> Stamp | None:
    """When the claim's report was published or updated; None where unknown."""
    report = material.reports.get(claim.report)
    return (report.updated or report.published) if report else None


def _is_after(later: Stamp, earlier: Stamp) -> bool:
    """The one is of a later day at the least, or of a later hour where both state hour and zone."""
    if later.last != earlier.last:
        return later.last > earlier.last
    now, before = later.moment(), earlier.moment()
    return now is not None and before is not None and now > before


def lowest(figure: Figure) -> int | None:
    """The lower number that the words state or imply; the upper one where no lower is stated."""
    return figure.low if figure.low is not None else figure.high


def highest(figure: Figure) -> int | None:
    """The upper number that the words state; the lower one where no upper is stated."""
    return figure.high if figure.high is not None else figure.low


def reported_range(
    row: tuple[Measure, Group], claims: Sequence[Claim], material: Material, replaced: Set[ClaimId]
) -> ReportedRange:
    """The lowest and the highest stated figure with the words and the origin of each; replaced figures set no end.

    Vague words ("several bodies") set the low end only where nobody states a number.
    """
    ends = [end for claim in claims if claim.id not in replaced for end in _ends(claim, material)]
    vague = {c.id for c in claims if c.figure and c.figure.modifier is Modifier.VAGUE}
    if any(end.claim not in vague for end, _ in ends):
        ends = [(end, is_low) for end, is_low in ends if not is_low or end.claim not in vague]
    low = min((e for e, is_low in ends if is_low), key=lambda e: (e.bound, _rank(e, material), e.claim), default=None)
    high = min(
        (e for e, is_low in ends if not is_low), key=lambda e: (-e.bound, _rank(e, material), e.claim), default=None
    )
    stated = {origin.id for c in claims for origin in material.origins_of.get(c.id, ())}
    ordered = tuple(origin.id for origin in material.incident.origins if origin.id in stated)
    return ReportedRange(row[0], row[1], low, high, tuple(claim.id for claim in claims), ordered)


def _ends(claim: Claim, material: Material) -> list[tuple[RangeEnd, bool]]:
    """Both ends that a claim could set."""
    origin = material.origin_of.get(claim.id)
    if claim.figure is None or origin is None:
        return []
    found = []
    for bound, is_low in ((lowest(claim.figure), True), (highest(claim.figure), False)):
        if bound is not None:
            found.append((RangeEnd(bound, claim.figure.words, claim.id, origin.id), is_low))
    return found


def _rank(end: RangeEnd, material: Material) -> int:
    """Among equal figures that of a named origin is shown first."""
    return 0 if material.origin_of[end.claim].is_counted else 1


def compatible(left: Figure, right: Figure) -> bool | None:
    """Both figures can hold at once; None where one of them states no number.

    "At least 60" and 80 can, 60 and 80 cannot; "about" leaves a tenth of room.
    """
    if lowest(left) is None or lowest(right) is None:
        return None
    low = max(left.low or 0, right.low or 0)
    highs = [high for high in (left.high, right.high) if high is not None]
    if not highs or low <= min(highs):
        return True
    about = Modifier.ABOUT in (left.modifier, right.modifier)
    return about and low - min(highs) <= ABOUT_SHARE * low


def by_origin(claims: Sequence[Claim], origins: Mapping[ClaimId, Sequence[OriginGroup]]) -> dict[OriginId, list[Claim]]:
    """The claims that have an origin, by it; a claim that several make together stands with each of them."""
    found: dict[OriginId, list[Claim]] = defaultdict(list)
    for claim in claims:
        for origin in origins.get(claim.id, ()):
            found[origin.id].append(claim)
    return dict(found)
