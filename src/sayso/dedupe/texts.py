"""A report's own words as shingles, and the wire that it credits."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.dedupe.stories import stories
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import READ_FOR_CLAIMS, Report, ReportId

_WORD = re.compile(r"\w+")
_EDGE_CHARACTERS = 160
"""How far from the start and the end of a text a wire's credit stands."""
_FEW_STORIES = 4
"""An outlet's own boilerplate stands in at least so many of its stories ..."""
_SHARE = 0.1
"""... and in this share of them."""
_LEFT = 0.3
"""Where less than this share of a text would be left, the text is a repost, not boilerplate."""


def words_of(text: str) -> list[str]:
    """The words of a text, without case and marks."""
    return _WORD.findall(text.casefold())


def shingles_of(report: Report, size: int) -> frozenset[str]:
    """All runs of `size` words in the blocks that hold sentences; a shorter text is one run."""
    words: list[str] = []
    for block in report.blocks:
        if block.kind in READ_FOR_CLAIMS:
            words.extend(words_of(block.span.of(report.text)))
    if not words:
        return frozenset()
    return frozenset(" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))


def own_shingles(reports: Sequence[Report], size: int) -> dict[ReportId, frozenset[str]]:
    """Each report's shingles without those that its outlet repeats from report to report."""
    all_shingles = {report.id: shingles_of(report, size) for report in reports}
    by_outlet: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.outlet:
            by_outlet[report.outlet.casefold()].append(report)
    for members in by_outlet.values():
        repeated = _repeated(members, all_shingles)
        for member in members if repeated else ():
            left = all_shingles[member.id] - repeated
            if len(left) >= _LEFT * len(all_shingles[member.id]):
                all_shingles[member.id] = left
    return all_shingles


def _repeated(members: Sequence[Report], shingles: Mapping[ReportId, frozenset[str]]) -> frozenset[str]:
    """What stands in many different stories of an outlet; versions and reposts of one story count once."""
    told = [[member.id] for member in members]
    if not _in_many(told, shingles):
        return frozenset()
    return _in_many(stories(members, shingles), shingles)


def _in_many(told: Sequence[Sequence[ReportId]], shingles: Mapping[ReportId, frozenset[str]]) -> frozenset[str]:
    if len(told) < _FEW_STORIES:
        return frozenset()
    limit = max(_FEW_STORIES, _SHARE * len(told))
    counts = Counter(shingle for story in told for shingle in frozenset().union(*(shingles[one] for one in story)))
    return frozenset(shingle for shingle, count in counts.items() if count >= limit)


def wires_credited(report: Report) -> frozenset[str]:
    """The wire services that a byline, a credit, or brackets at the edges of the text name."""
    lines = (report.byline or "", *report.credits)
    edges = f"{report.text[:_EDGE_CHARACTERS]}\n{report.text[-_EDGE_CHARACTERS:]}"
    return frozenset(
        wire
        for wire, in_line, in_text in _credits()
        if in_text.search(edges) or any(in_line.search(line) for line in lines)
    )


@cache
def _credits() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """For each wire: its name as a word of a byline; and in brackets, after a dash, or before one in a text."""
    wires = load_vocabulary("wires")["wires"]
    found = []
    for wire, names in wires.items() if isinstance(wires, Mapping) else ():
        listed = "|".join(re.escape(str(name)) for name in names) if isinstance(names, list) else re.escape(wire)
        in_text = rf"\((?:{listed})\b[^)\n]{{0,20}}\)|[—–-]\s*(?:{listed})\s*$|\b(?:{listed})\s*[—–-]\s|^(?:{listed})$"
        found.append((wire, re.compile(rf"\b(?:{listed})\b"), re.compile(in_text, re.MULTILINE)))
    return tuple(found)
