"""What changed between two versions of one report: the same page or id, updated later."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

from sayso.dedupe.texts import lines_of
from sayso.model import Report, ReportId


@dataclass(frozen=True, slots=True)
class VersionChange:
    """Lines that the later version took out and put in."""

    earlier: ReportId
    later: ReportId
    taken_out: tuple[str, ...]
    put_in: tuple[str, ...]

    @property
    def is_same_text(self) -> bool:
        """Nothing that is read for claims was changed."""
        return not (self.taken_out or self.put_in)


def changes(reports: Sequence[Report]) -> tuple[VersionChange, ...]:
    """The changes from each version of a report to the next: reports of one web address, in order of their times."""
    pages: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.url:
            pages[report.url].append(report)
    found = []
    for versions in pages.values():
        ordered = sorted(versions, key=lambda report: (_time(report), report.id))
        found += [_change(one, other) for one, other in pairwise(ordered) if one.id != other.id]
    return tuple(sorted(found, key=lambda change: (change.earlier, change.later)))


def _time(report: Report) -> tuple[date, str]:
    stamp = report.updated or report.published
    return (stamp.last, stamp.clock.isoformat() if stamp.clock else "") if stamp else (date.min, "")


def _change(earlier: Report, later: Report) -> VersionChange:
    before, after = lines_of(earlier), lines_of(later)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    out = tuple(_changed(matcher, before, "delete", "replace", left=True))
    put = tuple(_changed(matcher, after, "insert", "replace", left=False))
    return VersionChange(earlier.id, later.id, out, put)


def _changed(matcher: "SequenceMatcher[str]", lines: Sequence[str], *kinds: str, left: bool) -> Iterator[str]:
    for kind, first, last, other_first, other_last in matcher.get_opcodes():
        if kind in kinds:
            yield from lines[first:last] if left else lines[other_first:other_last]
