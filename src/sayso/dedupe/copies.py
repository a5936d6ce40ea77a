"""Finds reports that are the same text: near pairs by their signatures, each confirmed word by word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.dedupe.interface import Parameters, Signature, Signer
from sayso.dedupe.order import published_key
from sayso.dedupe.texts import own_shingles, wires_credited
from sayso.model import CopyGroup, CopyGroupId, Join, Report, ReportId, digest

COPY_SHARE = 0.5
"""Share of the shorter text that two reports have in common when they are copies; half lets an edited, cut or
extended copy through, and two reports that quote one statement stay apart."""
COPY_SHARE_WITH_WIRE = 0.3
"""The same where both credit one wire service."""
LEAST_SHARED = 12
"""Shared runs of words below which nothing is a copy, unless the texts are equal."""
LEAST_WORDS_RUNS = 3
"""Texts with fewer runs of words than this are too short to be told apart from a stock phrase."""
_WINDOW = 12
"""Neighbours that each member of a bucket is compared with: keeps the work linear where a text has many copies."""


@dataclass(frozen=True, slots=True)
class _Overlap:
    share: float
    left: ReportId
    right: ReportId
    wire: str | None


@dataclass(slots=True)
class _Part:
    """A group in the making."""

    members: list[ReportId]
    joins: list[_Overlap]


def find_copies(reports: Sequence[Report], signer: Signer, parameters: Parameters) -> tuple[CopyGroup, ...]:
    """Groups of two or more reports that are the same text, whatever the order of the reports."""
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    shingles = own_shingles(list(by_id.values()), parameters.shingle_words)
    compared = [rid for rid in by_id if len(shingles[rid]) >= LEAST_WORDS_RUNS]
    signatures = signer.sign([sorted(shingles[rid]) for rid in compared], parameters)
    wires = {rid: wires_credited(by_id[rid]) for rid in compared}
    overlaps = []
    for left, right in _near(compared, signatures):
        overlap = _overlap(left, right, shingles, wires)
        if overlap:
            overlaps.append(overlap)
    overlaps.sort(key=lambda o: (-o.share, o.left, o.right))
    return _grouped(overlaps, by_id)


def _near(ids: Sequence[ReportId], signatures: Sequence[Signature]) -> Iterator[tuple[ReportId, ReportId]]:
    """Pairs whose signatures agree in at least one band; each pair once."""
    buckets: dict[tuple[int, tuple[int, ...]], list[ReportId]] = defaultdict(list)
    for rid, signature in zip(ids, signatures, strict=True):
        rows = signature.parameters.permutations // signature.parameters.bands
        for band in range(signature.parameters.bands):
            buckets[band, signature.values[band * rows : (band + 1) * rows]].append(rid)
    seen: set[tuple[ReportId, ReportId]] = set()
    for members in buckets.values():
        for i, left in enumerate(members):
            for right in members[i + 1 : i + 1 + _WINDOW]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right


def _overlap(
    left: ReportId,
    right: ReportId,
    shingles: Mapping[ReportId, frozenset[str]],
    wires: Mapping[ReportId, frozenset[str]],
) -> _Overlap | None:
    """How much of the shorter text stands in the other one; None where it is too little for a copy."""
    shared = len(shingles[left] & shingles[right])
    shorter = min(len(shingles[left]), len(shingles[right]))
    if shared < LEAST_SHARED and shingles[left] != shingles[right]:
        return None
    common = sorted(wires[left] & wires[right])
    share = shared / shorter
    if share < (COPY_SHARE_WITH_WIRE if common else COPY_SHARE):
        return None
    return _Overlap(share, left, right, common[0] if common else None)


def _grouped(overlaps: Sequence[_Overlap], by_id: Mapping[ReportId, Report]) -> tuple[CopyGroup, ...]:
    """Union of the overlaps, strongest first; a join is kept for each step that brought two parts together."""
    home: dict[ReportId, _Part] = {}
    for overlap in overlaps:
        left = home.setdefault(overlap.left, _Part([overlap.left], []))
        right = home.setdefault(overlap.right, _Part([overlap.right], []))
        if left is right:
            continue
        larger, smaller = (left, right) if len(left.members) >= len(right.members) else (right, left)
        larger.members += smaller.members
        larger.joins += [*smaller.joins, overlap]
        home.update(dict.fromkeys(smaller.members, larger))
    parts = {id(part): part for part in home.values()}.values()
    rank = {id(overlap): n for n, overlap in enumerate(overlaps)}
    made = [
        group_of(
            in_order(part.members, by_id),
            [_join(overlap, by_id) for overlap in sorted(part.joins, key=lambda overlap: rank[id(overlap)])],
        )
        for part in parts
    ]
    return tuple(sorted(made, key=lambda group: group.id))


def group_of(ordered: Sequence[ReportId], joins: Sequence[Join], judged: tuple[str, ...] = ()) -> CopyGroup:
    """The copy group of these reports; its id follows from them alone."""
    return CopyGroup(CopyGroupId(digest("copies", *sorted(ordered))), tuple(ordered), tuple(joins), judged)


def in_order(members: Iterable[ReportId], by_id: Mapping[ReportId, Report]) -> tuple[ReportId, ...]:
    """Earliest published first; those without a time last, by id."""
    return tuple(sorted(members, key=lambda rid: (published_key(by_id[rid]), rid)))


def _join(overlap: _Overlap, by_id: Mapping[ReportId, Report]) -> Join:
    times = [_said_time(by_id[rid]) for rid in (overlap.left, overlap.right)]
    wire = f"; both credit {overlap.wire.upper()}" if overlap.wire else ""
    percent = min(99, int(overlap.share * 100)) if overlap.share < 1 else 100
    reason = f"{percent} % of the shorter text is the same ({times[0]}; {times[1]}){wire}."
    return Join(overlap.left, overlap.right, reason)


def _said_time(report: Report) -> str:
    name = report.outlet or report.id
    return f"{name}: published {report.published.iso()}" if report.published else f"{name}: time unknown"
