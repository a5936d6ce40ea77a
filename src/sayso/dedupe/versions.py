"""Which reports are compared: versions of one report, and copies of one text, each pair with what was changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from sayso.dedupe.changes import compare
from sayso.dedupe.order import stamp_key
from sayso.model import CopyGroup, Report, ReportId, Stamp, VersionDiff


def version_diffs(reports: Sequence[Report], copies: Sequence[CopyGroup]) -> tuple[VersionDiff, ...]:
    """Each version of a report beside the one before it, and each copy beside the one that it is most like.

    Pairs with the same words have no changes; all are in order of the later report as given, whatever the order of
    the copy groups.
    """
    order = {report.id: n for n, report in enumerate(reports)}
    by_id = {report.id: report for report in reports}
    found: dict[frozenset[ReportId], VersionDiff] = {}
    versions = [*_versions(reports, _address, "Both stand at the same address.")]
    versions += _versions(reports, _given_id, "Both were given the same id.")
    joins = [pair for group in copies for pair in _joined(group, by_id)]
    pages = {frozenset((one.id, other.id)) for one, other, _ in versions}
    for one, other, reason in (*versions, *joins):
        is_same_page = _same(_address, one, other) or _same(_given_id, one, other)
        pair = frozenset((one.id, other.id))
        if pair not in found and not (is_same_page and pair not in pages):
            found[pair] = beside(one, other, reason)
    return tuple(sorted(found.values(), key=lambda diff: (order[diff.later], order[diff.earlier])))


def beside(one: Report, other: Report, reason: str) -> VersionDiff:
    """Two reports compared, the earlier first; where no times tell which that is, as given, and the reason says so."""
    first, second = (other, one) if _is_before(_stamp(other), _stamp(one)) else (one, other)
    if not _is_before(_stamp(first), _stamp(second)):
        reason = f"{reason} Which of them came first is not known.".lstrip()
    changes, is_whole = compare(first, second)
    return VersionDiff(first.id, second.id, reason, changes, is_whole)


def _joined(group: CopyGroup, by_id: Mapping[ReportId, Report]) -> Iterator[tuple[Report, Report, str]]:
    """Each two copies that were put together, in the order of the group."""
    for join in group.joins:
        one, other = (by_id[report] for report in group.reports if report in (join.left, join.right))
        yield one, other, join.reason


def _versions(
    reports: Iterable[Report], key: Callable[[Report], str | None], reason: str
) -> Iterator[tuple[Report, Report, str]]:
    """Each report with the next one of the same page or id, in order of their times."""
    pages: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if name := key(report):
            pages[name].append(report)
    for versions in pages.values():
        ordered = sorted(versions, key=lambda report: (_made(report), report.id))
        yield from ((one, other, reason) for one, other in pairwise(ordered))


def _address(report: Report) -> str | None:
    return report.url or None


def _given_id(report: Report) -> str | None:
    """The id as it was given: other words under the same one are read as a report of another name."""
    return str(report.given_id or report.id)


def _same(key: Callable[[Report], str | None], one: Report, other: Report) -> bool:
    return key(one) is not None and key(one) == key(other)


def _stamp(report: Report) -> Stamp | None:
    """When this version was made: by its update, else by its publication."""
    return report.updated or report.published


def _is_before(one: Stamp | None, other: Stamp | None) -> bool:
    """Surely earlier: by the moment where both state a zone, else by the day, on one day by clocks of one zone."""
    if one is None or other is None:
        return False
    moment, other_moment = one.moment(), other.moment()
    if moment and other_moment:
        return moment < other_moment
    if one.last < other.first:
        return True
    is_comparable = not one.is_ambiguous and not other.is_ambiguous and one.offset_min == other.offset_min
    if one.first != other.first or not is_comparable or one.clock is None or other.clock is None:
        return False
    return one.clock < other.clock


def _made(report: Report) -> tuple[int, date, str]:
    """For a line of versions, those of unknown time first."""
    stamp = _stamp(report)
    return (-1, date.min, "") if stamp is None else stamp_key(stamp)
