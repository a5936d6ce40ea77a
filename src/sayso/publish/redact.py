"""What may go to whom: an analysis for the public is another analysis, in whose texts the names are not.

Names are replaced before anything is rendered, and every span moves with its words; hashes stay those of the originals.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.knowledge.sources import SourceRegistry, load_registry
from sayso.knowledge.vocabulary import word_list
from sayso.model import (
    Analysis,
    Assessment,
    Attribution,
    ChangeKind,
    Claim,
    CopyGroup,
    Figure,
    Incident,
    Join,
    Judgement,
    MapSegment,
    MethodAssessment,
    MethodTotal,
    NotRead,
    OriginGroup,
    OriginId,
    Part,
    Place,
    RangeEnd,
    Report,
    ReportId,
    Source,
    Span,
    VersionDiff,
)
from sayso.publish import wording
from sayso.publish.judges import Judges
from sayso.publish.private import Withheld, withheld

WITHHELD = "[name withheld]"

_LETTERS = re.compile(r"[^\W_]+")
START, LONG = 3, 9
"""Letters by which the words of a text are looked up among the names; longer ones may hold a whole name."""


class Audience(StrEnum):
    """Whom a brief is for."""

    INTERNAL = "internal"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Release:
    """An analysis as it may be rendered for an audience."""

    audience: Audience
    analysis: Analysis
    withheld: int
    """How many different names were left out."""
    victims: int
    """How many named victims were left out."""
    title: str | None = None


def release(
    analysis: Analysis, audience: Audience, *, title: str | None = None, registry: SourceRegistry | None = None
) -> Release:
    """The analysis for the audience: as it is for internal use, without names of private persons for the public.

    `registry` tells public bodies and officials from private persons; None is the one that comes with sayso.
    """
    if audience is Audience.INTERNAL:
        return Release(audience, analysis, 0, 0, title)
    found = withheld(analysis, registry or load_registry())
    redactor = _Redactor(found, (*_kept(analysis, found.names), *found.kept), analysis.judgements)
    changed = redactor.analysis(analysis)
    return Release(audience, changed, len(found.names), len(analysis.victims), redactor.text(title) if title else None)


def left_out(release: Release) -> str:
    """What a release for the public leaves out, and what is to be done before it leaves the house."""
    names = wording.count(release.withheld, "name")
    victims = wording.count(release.victims, "victim")
    return (
        f"{names} left out, among them those of {victims}, and replaced by “{WITHHELD}” in every text; hashes are "
        "those of the originals. A machine finds only names that it reads as names: check before release."
    )


def _kept(analysis: Analysis, names: Sequence[str]) -> tuple[str, ...]:
    """Names of places and bodies that stay whole where a part of a withheld name stands in them."""
    withheld = {name.casefold() for name in names}
    places = (p for p in (claim.place for claim in analysis.claims) if p)
    stated = {name for place in places for name in (place.words, place.name or "", *place.within)}
    stated |= {report.outlet for report in analysis.reports if report.outlet}
    return tuple(
        sorted((n for n in stated if n and not any(w in n.casefold() for w in withheld)), key=len, reverse=True)
    )


class _Moved:
    """Where each character of a text goes when stretches of it are replaced."""

    def __init__(self, text: str, gone: Sequence[Span]) -> None:
        parts: list[str] = []
        old = new = 0
        self._pieces: list[tuple[Span, int, int]] = []
        for span in (*gone, Span(len(text), len(text))):
            if span.start > old:
                parts.append(text[old : span.start])
                self._pieces.append((Span(old, span.start), new, new + span.start - old))
                new += span.start - old
            if len(span):
                parts.append(WITHHELD)
                self._pieces.append((span, new, new + len(WITHHELD)))
                new += len(WITHHELD)
            old = span.end
        self.text = "".join(parts)
        self._gone = set(gone)
        self._begins = [piece.start for piece, _, _ in self._pieces]

    def offset(self, at: int, *, is_end: bool = False) -> int:
        """The new place of an offset; inside a replaced name its start or, for the end of a span, its end."""
        if not self._pieces:
            return at
        i = max(0, bisect_right(self._begins, at - 1 if is_end and at else at) - 1)
        piece, start, end = self._pieces[i]
        if piece in self._gone:
            return end if is_end else start
        return start + at - piece.start

    def span(self, span: Span) -> Span:
        """The span around the same words, or around what stands for them."""
        start = self.offset(span.start)
        return Span(start, max(start, self.offset(span.end, is_end=True)) if len(span) else start)

    def kept(self) -> Iterable[tuple[Span, Span]]:
        """Stretches that stay, in the new text and in the old one."""
        for piece, start, end in self._pieces:
            if piece not in self._gone:
                yield Span(start, end), piece


class _Redactor:
    """Replaces names everywhere in an analysis."""

    def __init__(self, found: Withheld, kept: Sequence[str], judgements: Sequence[Judgement]) -> None:
        names = found.names
        self._names = names
        self._tokens = tuple(dict.fromkeys(token for name in names for token in _tokens(name)))
        self._starts = _starts(names)
        keep = "|".join(rf"\b{re.escape(name)}\b" for name in kept)
        self._kept = re.compile(keep, re.IGNORECASE) if keep else None
        self._strict = {*word_list("privacy", "also_words"), *(word.casefold() for word in found.careful)}
        self._careful = found.careful
        self._patterns: dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]] = {}
        self._moved: dict[ReportId, _Moved] = {}
        self._origins: dict[OriginId, OriginId] = {}
        self._ids: dict[ReportId, ReportId] = {}
        self._judges = Judges(judgements)

    def _spans(self, text: str) -> list[Span]:
        """Stretches of the text that are names, those side by side as one."""
        found: list[Span] = []
        in_parts: set[Span] = set()
        for name in self._may_hold(text):
            whole, parts = self._patterns_for(name)
            found += [Span(*match.span()) for match in whole.finditer(text)]
            in_parts |= {Span(*match.span()) for match in parts.finditer(text)} if parts else set()
        if in_parts:
            kept = [Span(*match.span()) for match in self._kept.finditer(text)] if self._kept else []
            found += [span for span in in_parts if not any(keep.covers(span) for keep in kept)]
        merged: list[Span] = []
        for span in sorted(found):
            if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip(" \u00a0-")):
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        return merged

    def _may_hold(self, text: str) -> tuple[str, ...]:
        """The names of which the text may hold a part, by how its words start; long words may be several in one."""
        words = set(_LETTERS.findall(text.casefold()))
        starts = {word[:START] for word in words} | {
            word[at : at + START] for word in words if len(word) > LONG for at in range(len(word) - START + 1)
        }
        held = {name for start in starts & self._starts.keys() for name in self._starts[start]}
        return tuple(name for name in self._names if name in held)

    def _patterns_for(self, name: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        """Patterns for the whole name and for its parts; those that are words too only with a capital."""
        if name not in self._patterns:
            tokens = tuple(dict.fromkeys(_tokens(name)))
            loose = [re.escape(t) for t in tokens if t.casefold() not in self._strict]
            strict = [f"{re.escape(t)}|{re.escape(t.upper())}" for t in tokens if t.casefold() in self._strict]
            parts = "|".join([*([f"(?i:{'|'.join(loose)})"] if loose else []), *strict])
            pattern = re.compile(rf"(?<![^\W_])(?:{parts})(?![^\W_])") if parts else None
            flag = re.NOFLAG if name in self._careful else re.IGNORECASE
            self._patterns[name] = re.compile("|".join(_whole(name)), flag), pattern
        return self._patterns[name]

    def text(self, text: str) -> str:
        """The text with names replaced."""
        return _Moved(text, self._spans(text)).text

    def _reason(self, text: str) -> str:
        """Why something is so, without names, and without who judged it for what reason."""
        return self.text(self._judges.hidden(text))

    def _maybe(self, text: str | None) -> str | None:
        return self.text(text) if text else text

    def _all(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.text(text) for text in texts)

    def _address(self, url: str | None) -> str | None:
        """An address that may hold a name is withheld as a whole: slugs are made of names."""
        if not url:
            return url
        return "[address withheld: it holds a name]" if self._is_named(url) else url

    def _is_named(self, text: str) -> bool:
        """An address, a file's name or an id holds a part of a name, in whatever case."""
        words = set(re.findall(r"[^\W_]+", _folded(text)))
        return any(_folded(token) in words for token in self._tokens) or bool(self._spans(text))

    def _report_id(self, report: ReportId) -> ReportId:
        return self._ids.get(report, report)

    def analysis(self, analysis: Analysis) -> Analysis:
        """The same findings without the names; who judged what, and why, stays inside."""
        self._moved = {report.id: _Moved(report.text, self._spans(report.text)) for report in analysis.reports}
        self._ids = {
            report.id: ReportId(f"report-{i}")
            for i, report in enumerate(analysis.reports, 1)
            if self._is_named(report.id)
        }
        return Analysis(
            reports=tuple(self._report(report) for report in analysis.reports),
            not_read=tuple(self._not_read(item) for item in analysis.not_read),
            attributions=tuple(self._attribution(attribution) for attribution in analysis.attributions),
            claims=tuple(self._claim(claim) for claim in analysis.claims),
            victims=(),
            copies=tuple(self._copies(group) for group in analysis.copies),
            incidents=tuple(self._incident(incident) for incident in analysis.incidents),
            assessments=tuple(self._assessment(assessment) for assessment in analysis.assessments),
            readers=analysis.readers,
            versions=tuple(self._versions(diff) for diff in analysis.versions),
            methods=analysis.methods,
            by_method=tuple(self._by_method(assessment) for assessment in analysis.by_method),
            totals=tuple(self._total(total) for total in analysis.totals),
        )

    def _report(self, report: Report) -> Report:
        moved = self._moved[report.id]
        return replace(
            report,
            id=self._report_id(report.id),
            text=moved.text,
            blocks=tuple(replace(block, span=moved.span(block.span)) for block in report.blocks),
            segments=_segments(report, moved),
            locator=self._address(report.locator) or "",
            title=self._maybe(report.title),
            standfirst=self._maybe(report.standfirst),
            byline=self._maybe(report.byline),
            credits=self._all(report.credits),
            outlet=self._maybe(report.outlet),
            url=self._address(report.url),
            notes=self._all(report.notes),
        )

    def _not_read(self, item: NotRead) -> NotRead:
        return NotRead(self._address(item.locator) or "", self.text(item.what), self.text(item.do))

    def _attribution(self, attribution: Attribution) -> Attribution:
        moved = self._moved[attribution.report]

        def spans(old: tuple[Span, ...]) -> tuple[Span, ...]:
            return tuple(moved.span(span) for span in old)

        return replace(
            attribution,
            report=self._report_id(attribution.report),
            speaker=spans(attribution.speaker),
            cue=spans(attribution.cue),
            content=spans(attribution.content),
            origin=spans(attribution.origin),
            relay=spans(attribution.relay),
            speaker_name=self._maybe(attribution.speaker_name),
            origin_name=self._maybe(attribution.origin_name),
            relay_name=self._maybe(attribution.relay_name),
            chain=self._all(attribution.chain),
            reason=self.text(attribution.reason),
        )

    def _claim(self, claim: Claim) -> Claim:
        moved = self._moved[claim.report]
        span = moved.span(claim.span)
        figure = claim.figure
        return replace(
            claim,
            report=self._report_id(claim.report),
            span=span,
            words=span.of(moved.text),
            sentence=moved.span(claim.sentence),
            figure=Figure(figure.low, figure.high, figure.modifier, self.text(figure.words)) if figure else None,
            who=self._maybe(claim.who),
            place=self._place(claim.place),
            date=replace(claim.date, words=self._maybe(claim.date.words)) if claim.date else None,
            blamed=self._maybe(claim.blamed),
            sources=self._all(claim.sources),
            actor=self._maybe(claim.actor),
            target=self._maybe(claim.target),
            reasons=tuple((field, self.text(why)) for field, why in claim.reasons),
        )

    def _place(self, place: Place | None) -> Place | None:
        return replace(place, words=self.text(place.words), reason=self.text(place.reason)) if place else None

    def _copies(self, group: CopyGroup) -> CopyGroup:
        joins = tuple(
            replace(
                join,
                left=self._report_id(ReportId(join.left)),
                right=self._report_id(ReportId(join.right)),
                reason=self._reason(join.reason),
            )
            for join in group.joins
        )
        return replace(
            group, reports=tuple(self._report_id(report) for report in group.reports), joins=joins, judged=()
        )

    def _versions(self, diff: VersionDiff) -> VersionDiff:
        """The changes without those of names alone: what stands for two names is the same."""
        one, other = self._moved[diff.earlier], self._moved[diff.later]
        moved = [replace(c, earlier=one.span(c.earlier), later=other.span(c.later)) for c in diff.changes]
        told = (c for c in moved if c.kind is ChangeKind.MOVED or c.earlier.of(one.text) != c.later.of(other.text))
        return replace(
            diff,
            earlier=self._report_id(diff.earlier),
            later=self._report_id(diff.later),
            reason=self._reason(diff.reason),
            changes=tuple(told),
        )

    def _joins(self, joins: tuple[Join, ...]) -> tuple[Join, ...]:
        return tuple(replace(join, reason=self._reason(join.reason)) for join in joins)

    def _incident(self, incident: Incident) -> Incident:
        return replace(
            incident,
            label=self.text(incident.label),
            place=self._place(incident.place),
            date=replace(incident.date, words=self._maybe(incident.date.words)) if incident.date else None,
            origins=tuple(self._origin(origin) for origin in incident.origins),
            joins=self._joins(incident.joins),
            judged=(),
        )

    def _origin(self, origin: OriginGroup) -> OriginGroup:
        sources = tuple(self._source(source) for source in origin.sources)
        return replace(
            origin,
            id=self._origin_id(origin.id),
            name=self.text(origin.name),
            sources=sources,
            joins=self._joins(origin.joins),
            judged=(),
        )

    def _origin_id(self, origin: OriginId) -> OriginId:
        """The id, or a number for one that is made of a name: a hash of a name could be guessed."""
        if self.text(origin) == origin:
            return origin
        return self._origins.setdefault(origin, OriginId(f"withheld:{len(self._origins) + 1}"))

    def _source(self, source: Source) -> Source:
        return replace(source, id=self._origin_id(OriginId(source.id)), name=self.text(source.name))

    def _by_method(self, assessment: MethodAssessment) -> MethodAssessment:
        """What a method says, in its words and in the columns of its tables."""
        return replace(assessment, parts=tuple(self._part(part) for part in assessment.parts))

    def _part(self, part: Part) -> Part:
        values = tuple((name, self._reason(v) if isinstance(v, str) else v) for name, v in part.values)
        label, shown, reason = self.text(part.label), self.text(part.shown), self._reason(part.reason)
        return replace(part, label=label, shown=shown, reason=reason, values=values)

    def _total(self, total: MethodTotal) -> MethodTotal:
        return replace(
            total, label=self.text(total.label), shown=self.text(total.shown), reason=self._reason(total.reason)
        )

    def _assessment(self, assessment: Assessment) -> Assessment:
        return replace(
            assessment,
            ranges=tuple(
                replace(
                    line,
                    low=self._end(line.low),
                    high=self._end(line.high),
                    origins=tuple(self._origin_id(origin) for origin in line.origins),
                )
                for line in assessment.ranges
            ),
            findings=tuple(replace(f, reason=self.text(f.reason)) for f in assessment.findings),
        )

    def _end(self, end: RangeEnd | None) -> RangeEnd | None:
        return replace(end, words=self.text(end.words), origin=self._origin_id(end.origin)) if end else None


def _starts(names: Iterable[str]) -> dict[str, set[str]]:
    """Names by the first letters of each of their words, in whatever form they are composed."""
    found: dict[str, set[str]] = {}
    for name in names:
        for form in dict.fromkeys((name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))):
            for word in _LETTERS.findall(form.casefold()):
                found.setdefault(word[:START], set()).add(name)
    return found


def _whole(name: str) -> Iterable[str]:
    """The whole name however it is set: over a line break, with hyphens, run together in a tag, composed or not."""
    for form in dict.fromkeys((name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))):
        words = [re.escape(word) for word in re.split(r"[\s\-_.]+", form) if word]
        if len(words) > 1:
            yield r"[\s\u00a0\-_.]*".join(words)
        elif words:
            yield rf"(?<![^\W_]){words[0]}(?![^\W_])"


def _tokens(name: str) -> Iterable[str]:
    """The parts of a name that stand for the person by themselves."""
    particles = set(word_list("privacy", "particles"))
    for form in dict.fromkeys((name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))):
        for word in re.split(r"[\s\-_.,]+", form):
            if len(word) > 1 and word.casefold() not in particles and (word[:1].isupper() or word[:1] > "\u0590"):
                yield word


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _segments(report: Report, moved: _Moved) -> tuple[MapSegment, ...]:
    """Where the words that stay were read from in the original."""
    if not report.segments:
        return tuple(MapSegment(new, old) for new, old in moved.kept())
    return tuple(
        MapSegment(new, segment.original)
        for segment in report.segments
        if len(new := moved.span(segment.text)) == len(segment.text)
    )
