"""Versions and copies side by side: what was added, taken out, altered or moved, and which figures differ."""

from collections.abc import Iterator, Sequence

from sayso.model import Analysis, Change, ChangeKind, Report, ReportId, Span, VersionDiff
from sayso.publish import wording
from sayso.publish.contexts import ChangeLine, Link, VersionBox
from sayso.publish.excerpts import Excerpts
from sayso.publish.records import Json
from sayso.publish.rows import Rows

SHOWN = 40
"""Changes of one pair that a brief shows, those of figures first; `sayso diff` tells all."""
_AROUND = 60
"""Characters of the text around a change."""
_LONGEST = 400
"""Characters of changed words that are shown: the whole stands in the report."""


class Versions:
    """The pairs of one analysis between which something was changed."""

    def __init__(self, analysis: Analysis, rows: Rows, excerpts: Excerpts | None = None) -> None:
        self._analysis = analysis
        self._rows = rows
        self._excerpts = excerpts
        changed = [diff for diff in analysis.versions if diff.changes]
        self._shown = [(diff, *self._chosen(diff)) for diff in changed]

    def boxes(self) -> tuple[VersionBox, ...]:
        """One for each pair, in the order of the reports."""
        return tuple(self._box(n, *shown) for n, shown in enumerate(self._shown, 1))

    def marks(self) -> Iterator[tuple[ReportId, Span, str]]:
        """Where changed words stand in the reports' texts, with the box that tells of them."""
        for n, (diff, changes, _) in enumerate(self._shown, 1):
            for change in changes:
                yield from ((diff.earlier, change.earlier, f"v-{n}"),) if len(change.earlier) else ()
                yield from ((diff.later, change.later, f"v-{n}"),) if len(change.later) else ()

    def of(self, report: ReportId) -> tuple[Link, ...]:
        """To the boxes that tell of one report."""
        return tuple(
            Link(f"#v-{n}", f"{self._rows.report_link(other).text} ({counted(diff.changes)})")
            for n, (diff, *_) in enumerate(self._shown, 1)
            if report in (diff.earlier, diff.later)
            for other in (diff.later if report == diff.earlier else diff.earlier,)
        )

    def _chosen(self, diff: VersionDiff) -> tuple[tuple[Change, ...], str]:
        """The changes to show, in order, and what is not shown."""
        allowed = [change for change in diff.changes if self._is_cited(diff, change)]
        first = sorted(allowed, key=lambda change: not change.figures)[:SHOWN]
        shown = tuple(change for change in allowed if change in first)
        hidden, uncited = len(allowed) - len(shown), len(diff.changes) - len(allowed)
        told = []
        if hidden:
            told.append(f"{wording.count(hidden, 'more change')}: sayso diff tells all.")
        if uncited:
            told.append(f"{wording.count(uncited, 'change')} in sentences that are not cited here.")
        if not diff.is_whole:
            told.append("Some stretches were too long to be compared word by word, and are shown as a whole.")
        return shown, " ".join(told)

    def _is_cited(self, diff: VersionDiff, change: Change) -> bool:
        """Where only cited sentences are given, no other words are shown."""
        if self._excerpts is None:
            return True
        sides = ((diff.earlier, change.earlier), (diff.later, change.later))
        kept = ((span, self._excerpts.spans(self._rows.report(report))) for report, span in sides if len(span))
        return all(any(cited.covers(span) for cited in spans) for span, spans in kept)

    def _box(self, n: int, diff: VersionDiff, changes: Sequence[Change], more: str) -> VersionBox:
        one, other = self._rows.report(diff.earlier), self._rows.report(diff.later)
        return VersionBox(
            id=f"v-{n}",
            earlier=self._rows.report_link(diff.earlier),
            later=self._rows.report_link(diff.later),
            names=(name_of(one), name_of(other)),
            reason=diff.reason,
            count=f"{counted(diff.changes)}.",
            changes=tuple(self._line(diff, one, other, change) for change in changes),
            more=more,
        )

    def _line(self, diff: VersionDiff, one: Report, other: Report, change: Change) -> ChangeLine:
        before, after = around(one, other, change)
        whole = self._excerpts is None
        return ChangeLine(
            kind=change.kind.value,
            figures=change.figures,
            before=before if whole else "",
            old=_shown(one, change.earlier),
            old_href=self._rows.words_href(diff.earlier, change.earlier) if len(change.earlier) else "",
            new=_shown(other, change.later),
            new_href=self._rows.words_href(diff.later, change.later) if len(change.later) else "",
            after=after if whole else "",
        )


def name_of(report: Report) -> str:
    """The outlet and the time of a version ("Northern Wire, 5 March 2031, 17:05")."""
    updated = ", updated" if report.updated else ""
    return f"{wording.outlet(report)}{updated}, {wording.day_and_clock(report.updated or report.published)}"


def counted(changes: Sequence[Change]) -> str:
    """How many changes, and how many of them touch a figure ("3 changes, 1 of a figure")."""
    figures = sum(change.figures for change in changes)
    return wording.count(len(changes), "change") + (f", {figures:,} of a figure" if figures else "")


def around(one: Report, other: Report, change: Change) -> tuple[str, str]:
    """A few words before and after a change, from the later text; of what was taken out, from the earlier one."""
    report, span = (one, change.earlier) if change.kind is ChangeKind.REMOVED else (other, change.later)
    block = next((b.span for b in report.blocks if b.span.start <= span.start <= b.span.end), Span(0, len(report.text)))
    start, end = max(block.start, span.start - _AROUND), min(max(block.end, span.end), span.end + _AROUND)
    before, after = report.text[start : span.start], report.text[span.end : end]
    before = before if start == block.start else "… " + before.partition(" ")[2]
    after = after if end == max(block.end, span.end) else after.rpartition(" ")[0] + " …"
    return _one_line(before), _one_line(after)


def _shown(report: Report, span: Span) -> str:
    return wording.shortened(_one_line(report.words(span)), _LONGEST)


def _one_line(text: str) -> str:
    """The words on one line; a space at an end stays, so that words do not run into the change."""
    bare = " ".join(text.split())
    return f"{' ' if text[:1].isspace() and bare else ''}{bare}{' ' if text[-1:].isspace() and bare else ''}"


def lines(analysis: Analysis) -> Iterator[str]:
    """All changes as text for a terminal: [-words that were-] and {+words that are+}."""
    number = {report.id: n for n, report in enumerate(analysis.reports, 1)}
    for n, diff in enumerate(analysis.versions):
        one, other = analysis.report_by_id[diff.earlier], analysis.report_by_id[diff.later]
        yield from ([""] if n else [])
        yield wording.visible(f"--- R{number[one.id]} {name_of(one)}  [{one.id}]")
        yield wording.visible(f"+++ R{number[other.id]} {name_of(other)}  [{other.id}]")
        yield wording.visible(_closed(diff.reason))
        yield f"{counted(diff.changes)}." if diff.changes else "The words that are read for claims are the same."
        if not diff.is_whole:
            yield "Some stretches were too long to be compared word by word, and are shown as a whole."
        for change in diff.changes:
            yield ""
            yield from _told(one, other, change)


def _told(one: Report, other: Report, change: Change) -> Iterator[str]:
    spans = zip(("was", "is"), (change.earlier, change.later), strict=True)
    places = ", ".join(f"{told} {span.start}-{span.end}" for told, span in spans if len(span))
    yield f"{'FIGURE ' if change.figures else ''}{change.kind.value}: {places}"
    before, after = around(one, other, change)
    old, new = (_one_line(report.words(span)) for report, span in ((one, change.earlier), (other, change.later)))
    yield wording.visible(
        f"  {before}{f'[-{old}-]' if old else ''}{' ' if old and new else ''}{f'{{+{new}+}}' if new else ''}{after}"
    )


def _closed(reason: str) -> str:
    return reason if reason.endswith(".") else f"{reason}."


def records(analysis: Analysis) -> list[dict[str, Json]]:
    """Each pair with all of its changes, for programs: places in the reports' texts and in the preserved originals."""
    by_id = analysis.report_by_id
    return [
        {
            "earlier": diff.earlier,
            "later": diff.later,
            "reason": diff.reason,
            "word_by_word": diff.is_whole,
            "changes": [
                {
                    "kind": change.kind.value,
                    "figures": change.figures,
                    "earlier": _side(by_id[diff.earlier], change.earlier),
                    "later": _side(by_id[diff.later], change.later),
                }
                for change in diff.changes
            ],
        }
        for diff in analysis.versions
    ]


def _side(report: Report, span: Span) -> dict[str, Json]:
    original = original_span(report, span)
    return {
        "start": span.start,
        "end": span.end,
        "words": report.words(span),
        "original": [original.start, original.end] if original else None,
    }


def original_span(report: Report, span: Span) -> Span | None:
    """Where the words stand in the decoded original; None where none of them was read from it."""
    if not report.segments:
        return span
    met = [s for s in report.segments if s.text.overlaps(span) or (not len(span) and s.text.covers(span))]
    if not met:
        return None
    return Span(_placed(met[0].text, met[0].original, span.start), _placed(met[-1].text, met[-1].original, span.end))


def _placed(text: Span, original: Span, at: int) -> int:
    """The offset in the original; where a stretch has another length there, no further than its ends."""
    return min(original.end, original.start + max(0, at - text.start)) if at < text.end else original.end
