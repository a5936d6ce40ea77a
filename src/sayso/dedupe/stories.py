"""The reports of one outlet as its stories: versions and reposts of one text are one, so that what is told again and
again is not taken for what an outlet prints under everything.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from zlib import crc32

from sayso.dedupe.order import published_key
from sayso.model import Report, ReportId

ONE_STORY = 0.5
"""Share of the shorter text that two reports of one outlet have in common when they are versions of one story ..."""
VERSION_DAYS = 2
"""... published no more days apart than that; what stands in half of a text for weeks is furniture."""
REPOST = 0.9
"""The same, whenever they were published."""
_KEYS = 8
"""Runs of words by which a version is looked up: those with the smallest hashes."""
_WINDOW = 12
"""Stories that a report is compared with for each of its keys, the latest: keeps the work linear."""


def stories(reports: Iterable[Report], shingles: Mapping[ReportId, frozenset[str]]) -> list[list[ReportId]]:
    """The reports of one outlet, those of one story together, whatever their order; a story is known by its first."""
    made: list[list[ReportId]] = []
    heads: list[Report] = []
    by_key: dict[int, deque[int]] = defaultdict(lambda: deque(maxlen=_WINDOW))
    for report in sorted(reports, key=lambda report: (published_key(report), report.id)):
        keys = nsmallest(_KEYS, {crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in shingles[report.id]})
        near = sorted({story for key in keys for story in by_key[key]})
        home = next((story for story in near if _is_one(heads[story], report, shingles)), None)
        if home is not None:
            made[home].append(report.id)
            continue
        for key in keys:
            by_key[key].append(len(made))
        made.append([report.id])
        heads.append(report)
    return made


def _is_one(head: Report, report: Report, shingles: Mapping[ReportId, frozenset[str]]) -> bool:
    one, other = shingles[head.id], shingles[report.id]
    share = len(one & other) / max(1, min(len(one), len(other)))
    if share >= REPOST:
        return True
    days = _days_apart(head, report)
    return share >= ONE_STORY and (days is None or days <= VERSION_DAYS)


def _days_apart(one: Report, other: Report) -> int | None:
    """Days between two publications, at the least; None where one is unknown."""
    first, last = sorted((one, other), key=published_key)
    if first.published is None or last.published is None:
        return None
    return max(0, (last.published.first - first.published.last).days)
