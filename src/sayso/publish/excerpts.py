"""Reports cut down to the sentences that a brief cites, with "[…]" for the rest: for texts under copyright."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sayso.model import Analysis, BlockKind, Report, ReportId, Span, hull
from sayso.publish.contexts import Piece, TextBlock
from sayso.publish.marked import Mark, marked

CUT = "[…]"
CUT_BLOCK = TextBlock("paragraph", "", (Piece("words", CUT),))
"""Stands for one or more blocks of which nothing is cited."""
_ENDS = ".!?\n"


class Excerpts:
    """Knows which stretches of each report are cited."""

    def __init__(self, analysis: Analysis) -> None:
        cited: dict[ReportId, list[Span]] = defaultdict(list)
        for claim in analysis.claims:
            cited[claim.report].append(hull((claim.sentence, claim.span)))
        for said in analysis.attributions:
            spans = (*said.speaker, *said.cue, *said.content, *said.origin, *said.relay)
            cited[said.report] += spans
        for victim in analysis.victims:
            cited[victim.report].append(victim.span)
        self._kept = {
            report.id: _merged(_whole(report, span) for span in cited[report.id]) for report in analysis.reports
        }

    def spans(self, report: Report) -> tuple[Span, ...]:
        """The stretches of the report's text that are cited, in order."""
        return tuple(self._kept[report.id])

    def block(self, report: Report, block: TextBlock, within: Span, marks: Iterable[Mark]) -> TextBlock:
        """What is cited of a block; a title is given whole, and a block of which nothing is cited is one "[…]"."""
        kept = [within] if block.kind == BlockKind.TITLE.value else self._inside(report, within)
        if not kept:
            return CUT_BLOCK
        return TextBlock(block.kind, block.label, tuple(_pieces(report.text, within, kept, list(marks))))

    def _inside(self, report: Report, within: Span) -> list[Span]:
        touching = (span for span in self._kept[report.id] if span.overlaps(within))
        return [Span(max(span.start, within.start), min(span.end, within.end)) for span in touching]


def _pieces(text: str, within: Span, kept: list[Span], marks: list[Mark]) -> Iterator[Piece]:
    at = within.start
    for span in kept:
        if text[at : span.start].strip():
            yield Piece("words", f"{CUT} " if at == within.start else f" {CUT} ")
        elif at < span.start:
            yield Piece("words", " ")
        yield from marked(text, span, [mark for mark in marks if mark.span.overlaps(span)])
        at = span.end
    if text[at : within.end].strip():
        yield Piece("words", f" {CUT}")


def _whole(report: Report, span: Span) -> Span:
    """The span with the rest of its sentence, inside its block."""
    block = next((b.span for b in report.blocks if b.span.overlaps(span)), span)
    text = report.text
    start, end = max(span.start, block.start), span.end
    while start > block.start and not (text[start - 1].isspace() and text[max(0, start - 2)] in _ENDS):
        start -= 1
    limit = max(block.end, span.end)
    while end < limit and not (text[end - 1] in _ENDS and text[end].isspace()):
        end += 1
    return Span(min(start, span.start), end)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
