"""Passages that one report lifted from another: a paragraph of a wire in a report of one's own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, pairwise

from sayso.dedupe.order import published_key
from sayso.dedupe.texts import words_of
from sayso.model import READ_FOR_CLAIMS, CopyGroup, CopyGroupId, Report, ReportId, SharedPassage, Span

_LEAST_WORDS = 20
"""A paragraph shorter than this is too likely to be a stock phrase or one quoted sentence."""
_SAME = 0.7
"""Share of the shorter paragraph's runs of words that the other holds when one is lifted from the other."""
_RUN = 4
_KEYS = 4
"""Runs of words by which a paragraph is looked up: those with the smallest hashes."""
_FEW = 30
"""Paragraphs with one run of words up to which each is compared with each; of more, as of a text that everybody lifts,
each with the earliest and with the one before it, which keeps the work linear."""
_OWN = 3
"""A paragraph that stands in so many stories of one outlet is that outlet's boilerplate; versions of one count once."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    report: Report
    span: Span
    runs: frozenset[str]


def shared_passages(reports: Sequence[Report], copies: Sequence[CopyGroup]) -> tuple[SharedPassage, ...]:
    """Paragraphs that stand in two reports which are no copies as wholes; an outlet's boilerplate is left out."""
    group_of = {report: group.id for group in copies for report in group.reports}
    ordered = sorted(reports, key=lambda report: (published_key(report), report.id))
    paragraphs = [p for report in ordered for p in _paragraphs(report)]
    found: dict[tuple[str, Span, str], SharedPassage] = {}
    for one, other in _near(paragraphs, group_of):
        same_group = group_of.get(one.report.id) is not None and group_of.get(one.report.id) == group_of.get(
            other.report.id
        )
        share = len(one.runs & other.runs) / min(len(one.runs), len(other.runs))
        if same_group or share < _SAME:
            continue
        first, second = sorted((one, other), key=lambda p: (published_key(p.report), p.report.id))
        key = (second.report.id, second.span, first.report.id)
        found.setdefault(key, _passage(first, second, share))
    return tuple(found[key] for key in sorted(found))


def _paragraphs(report: Report) -> Iterator[_Paragraph]:
    for block in report.blocks:
        if block.kind in READ_FOR_CLAIMS:
            words = words_of(block.span.of(report.text))
            if len(words) >= _LEAST_WORDS:
                runs = frozenset(" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
                yield _Paragraph(report, block.span, runs)


def _near(
    paragraphs: Sequence[_Paragraph], group_of: Mapping[ReportId, CopyGroupId]
) -> Iterator[tuple[_Paragraph, _Paragraph]]:
    """Pairs of paragraphs of two reports that share a key, each once; an outlet's boilerplate is no key of its own."""
    buckets: dict[bytes, list[int]] = defaultdict(list)
    for n, paragraph in enumerate(paragraphs):
        for key in sorted(blake2b(run.encode(), digest_size=8).digest() for run in paragraph.runs)[:_KEYS]:
            buckets[key].append(n)
    seen: set[tuple[int, int]] = set()
    for held in buckets.values():
        repeating = _repeating((paragraphs[n].report for n in held), group_of)
        members = [n for n in held if _outlet(paragraphs[n].report) not in repeating]
        for n, m in _pairs(members):
            if (n, m) not in seen and paragraphs[n].report.id != paragraphs[m].report.id:
                seen.add((n, m))
                yield paragraphs[n], paragraphs[m]


def _pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(members) <= _FEW:
        yield from combinations(members, 2)
        return
    yield from ((members[0], other) for other in members[1:])
    yield from pairwise(members)


def _repeating(reports: Iterable[Report], group_of: Mapping[ReportId, CopyGroupId]) -> frozenset[str]:
    """The outlets that have it in several stories."""
    told: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if outlet := _outlet(report):
            told[outlet].add(group_of.get(report.id) or report.id)
    return frozenset(outlet for outlet, stories in told.items() if len(stories) >= _OWN)


def _outlet(report: Report) -> str:
    return (report.outlet or "").casefold()


def _passage(first: _Paragraph, second: _Paragraph, share: float) -> SharedPassage:
    said = f"{min(99, int(share * 100)) if share < 1 else 100} % of a paragraph"
    names = [p.report.outlet or p.report.id for p in (first, second)]
    known = first.report.published is not None and second.report.published is not None
    reason = f"{said} is the same in {names[0]} and {names[1]}" + (", which appeared later." if known else ".")
    return SharedPassage(first.report.id, second.report.id, first.span, second.span, reason)
