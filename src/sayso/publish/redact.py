"""What may go to whom: an analysis for the public is another analysis, in whose texts the names are not.

Names are replaced before anything is rendered, and every span moves with its words; hashes stay those of the originals.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.knowledge.sources import SourceRegistry, load_registry
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
from sayso.publish.leave_out import CONTACT, PASSAGE, WITHHELD, LeftOut
from sayso.publish.moved import Moved, segments
from sayso.publish.private import withheld
from sayso.publish.public_names import PublicNames, place_names


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
    passages: int = 0
    """How many passages of the reports in another script than the Latin one were left out."""
    contacts: int = 0
    """How many numbers to call, addresses and handles were left out."""


def release(
    analysis: Analysis, audience: Audience, *, title: str | None = None, registry: SourceRegistry | None = None
) -> Release:
    """The analysis for the audience: as it is for internal use, without names of private persons for the public.

    `registry` tells public bodies and officials from private persons; None is the one that comes with sayso.
    """
    if audience is Audience.INTERNAL:
        return Release(audience, analysis, 0, 0, title)
    registry = registry or load_registry()
    found = withheld(analysis, registry)
    kept = (*_kept(analysis, found.names), *found.kept)
    left = LeftOut(found, kept, PublicNames(analysis, registry).is_public_body)
    told = left.text(title) if title else None
    gone = Counter(one.said for report in analysis.reports for one in left.gone(report.text))
    changed = _Redactor(left, analysis.judgements).analysis(analysis)
    return Release(audience, changed, len(found.names), len(analysis.victims), told, gone[PASSAGE], gone[CONTACT])


def left_out(release: Release) -> str:
    """What a release for the public leaves out, and what is to be done before it leaves the house."""
    names = wording.count(release.withheld, "name")
    victims = wording.count(release.victims, "victim")
    told = f"{names} left out, among them those of {victims}, and replaced by “{WITHHELD}” in every text; "
    if release.passages:
        passages = wording.count(release.passages, "passage")
        told += f"{passages} in other scripts than the Latin one left out, because sayso cannot tell names in them; "
    if release.contacts:
        told += f"{wording.count(release.contacts, 'contact')} (numbers, addresses, handles) left out; "
    return (
        f"{told}hashes are those of the originals. A machine finds only names that it reads as names: "
        "check before release."
    )


def _kept(analysis: Analysis, names: Sequence[str]) -> tuple[str, ...]:
    """Names of places and bodies that stay whole where a part of a withheld name stands in them."""
    withheld = {name.casefold() for name in names}
    stated = {*place_names(analysis), *(report.outlet for report in analysis.reports if report.outlet)}
    return tuple(
        sorted((n for n in stated if n and not any(w in n.casefold() for w in withheld)), key=lambda n: (-len(n), n))
    )


class _Redactor:
    """Replaces names everywhere in an analysis."""

    def __init__(self, left_out: LeftOut, judgements: Sequence[Judgement]) -> None:
        self._left_out = left_out
        self.text = left_out.text
        self._moved: dict[ReportId, Moved] = {}
        self._origins: dict[OriginId, OriginId] = {}
        self._ids: dict[ReportId, ReportId] = {}
        self._judges = Judges(judgements)

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
        return "[address withheld: it holds a name]" if self._left_out.is_named(url) else url

    def _report_id(self, report: ReportId) -> ReportId:
        return self._ids.get(report, report)

    def analysis(self, analysis: Analysis) -> Analysis:
        """The same findings without the names; who judged what, and why, stays inside."""
        self._moved = {report.id: Moved(report.text, self._left_out.gone(report.text)) for report in analysis.reports}
        self._ids = {
            report.id: ReportId(f"report-{i}")
            for i, report in enumerate(analysis.reports, 1)
            if self._left_out.is_named(report.id)
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
            segments=segments(report, moved),
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
            joint=self._all(attribution.joint),
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
            joint=self._all(claim.joint),
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
