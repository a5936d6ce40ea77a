"""Incidents as sheets: ranges in the words of their ends, claims by origin, findings, what is not known."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import (
    Analysis,
    Assessment,
    Claim,
    ClaimId,
    ClaimKind,
    Finding,
    FindingKind,
    Incident,
    OriginGroup,
    OriginId,
    OriginKind,
    RangeEnd,
    ReportedRange,
    Source,
    SourceKind,
)
from sayso.publish import wording
from sayso.publish.by_method import cards
from sayso.publish.charts import Stated, chart
from sayso.publish.contexts import (
    BlamedLine,
    FindingLine,
    IncidentSheet,
    Link,
    OriginBox,
    RangeEndLine,
    RangeLine,
    Reason,
    StatedLine,
)
from sayso.publish.decisions import Decisions
from sayso.publish.figure_words import opening, row
from sayso.publish.order import ordered
from sayso.publish.origin_words import ends_of, origin_name, said_by, support
from sayso.publish.prose import Prose, shown
from sayso.publish.questions import Questions
from sayso.publish.rows import Rows, is_day_of
from sayso.publish.tellings import row_order

STATED = 12
"""Figures of one measure that are shown at once."""


def sheets(analysis: Analysis, rows: Rows) -> tuple[IncidentSheet, ...]:
    """All incidents in the order that the brief explains."""
    assessments: dict[str, list[Assessment]] = {}
    for assessment in analysis.assessments:
        assessments.setdefault(assessment.incident, []).append(assessment)
    tools = _Tools(Prose(analysis, rows), Decisions(analysis, rows), Questions(analysis, rows))
    return tuple(
        _Sheet(analysis, rows, incident, assessments.get(incident.id, []), tools).sheet(number)
        for number, incident in enumerate(ordered(analysis), 1)
    )


@dataclass(frozen=True, slots=True)
class _Tools:
    """What all sheets share."""

    prose: Prose
    decisions: Decisions
    questions: Questions


class _Sheet:
    """One incident with its assessments."""

    def __init__(
        self, analysis: Analysis, rows: Rows, incident: Incident, assessments: list[Assessment], tools: _Tools
    ) -> None:
        self._analysis = analysis
        self._claims = analysis.claim_by_id
        self._rows = rows
        self._tools = tools
        self._incident = incident
        self._assessments = assessments
        self._origin_names = {origin.id: origin_name(origin) for origin in incident.origins}
        self._origin_of = {claim: origin.id for origin in incident.origins for claim in origin.claims}
        self._accused = tuple(dict.fromkeys(claim for a in assessments for claim in a.accused))

    def sheet(self, number: int) -> IncidentSheet:
        incident = self._incident
        findings = self._findings()
        return IncidentSheet(
            id=f"i-{incident.id}",
            number=number,
            label=incident.label,
            support=self._support(),
            prose=shown(self._tools.prose.paragraph(incident), self._rows, self._claims),
            facts=self._facts(),
            blamed=self._blamed(),
            ranges=tuple(self._range(line) for a in self._assessments for line in sorted(a.ranges, key=row_order)),
            findings=findings,
            badges=tuple({line.kind: line for line in findings}.values()),
            accused=self._rows.nested(self._held(self._accused), "c"),
            origins=tuple(self._origins()),
            joins=_reasons(join.reason for join in incident.joins),
            unknown=self._unknown(),
            is_single=len(incident.claims) == 1,
            methods=cards(self._analysis, incident, self._rows),
            decisions=self._tools.decisions.of_incident(incident),
            questions=self._tools.questions.of(incident),
            handle=incident.id if self._rows.with_ids else "",
        )

    def _held(self, claims: Iterable[ClaimId]) -> list[Claim]:
        return [self._claims[claim] for claim in claims if claim in self._claims]

    def _support(self) -> str:
        return support(self._incident, self._held(self._incident.claims), frozenset(self._accused))

    def _facts(self) -> tuple[Reason, ...]:
        incident = self._incident
        event = incident.event.value if incident.event else "not known"
        return (
            Reason("Event", event),
            Reason("When", wording.interval(incident.date, self._of_report())),
            Reason("Where", wording.place(incident.place)),
        )

    def _of_report(self) -> str:
        """That the day is that of the reports, where none of them states another."""
        dated = [claim for claim in self._held(self._incident.claims) if claim.date and claim.measure]
        is_own = all(is_day_of(self._rows.report(claim.report), claim.date) for claim in dated)
        return wording.OWN_DAY if dated and is_own else ""

    def _blamed(self) -> tuple[BlamedLine, ...]:
        by: dict[str, dict[str, None]] = {}
        for origin in self._incident.origins:
            for claim in self._held(origin.claims):
                if claim.blamed:
                    by.setdefault(claim.blamed, {})[self._origin_names[origin.id]] = None
        return tuple(BlamedLine(words, wording.listed(list(names))) for words, names in by.items())

    def _range(self, line: ReportedRange) -> RangeLine:
        what = opening(row(line.measure, line.group))
        lines = tuple(self._end(label, end) for label, end in ends_of(line))
        note = f"{wording.count(len(line.claims), 'claim')}, {wording.count(len(line.origins), 'origin')}"
        note = note if lines else f"No number stated ({note})"
        stated = self._stated(line.claims)
        figures = sum(len(origin.figures) for origin in stated)
        drawn = chart(what, self._points(line.claims))
        return RangeLine(what, lines, note, stated if figures > len(lines) else (), figures <= STATED, drawn)

    def _points(self, claims: Iterable[ClaimId]) -> list[Stated]:
        points = []
        for claim in self._rows.without_copies(self._held(claims)):
            published = self._rows.report(claim.report).published
            origin = self._origin_names.get(self._origin_of.get(claim.id, OriginId("")), "origin not worked out")
            low, high = (claim.figure.low, claim.figure.high) if claim.figure else (None, None)
            points.append(Stated(origin, published.day if published else None, low, high, claim.words))
        return points

    def _stated(self, claims: Iterable[ClaimId]) -> tuple[StatedLine, ...]:
        by: dict[str, dict[str, Link]] = {}
        for claim in sorted(self._held(claims), key=self._published):
            origin = self._origin_names.get(self._origin_of.get(claim.id, OriginId("")), "origin not worked out")
            link = Link(self._rows.words_href(claim.report, claim.span), claim.words)
            by.setdefault(origin, {}).setdefault(claim.words.casefold(), link)
        return tuple(StatedLine(origin, tuple(links.values())) for origin, links in by.items())

    def _published(self, claim: Claim) -> tuple[date, int]:
        published = self._rows.report(claim.report).published
        return (published.first if published else date.max, claim.span.start)

    def _end(self, label: str, end: RangeEnd) -> RangeEndLine:
        claim = self._claims.get(end.claim)
        href = self._rows.words_href(claim.report, claim.span) if claim else ""
        return RangeEndLine(label, end.words, said_by(end.origin, claim, self._origin_names, self._rows), href)

    def _findings(self) -> tuple[FindingLine, ...]:
        """A sheet with one claim need not say which claim its findings rest on."""
        is_single = len(self._incident.claims) == 1
        findings = [finding for assessment in self._assessments for finding in assessment.findings]
        told = [finding for finding in findings if finding.kind is not FindingKind.UNKNOWN]
        lines = [
            _finding_line(f.kind, _once_named(f.reason), () if is_single else self._rests_on(f)) for f in _merged(told)
        ]
        unknown = " ".join(finding.reason for finding in findings if finding.kind is FindingKind.UNKNOWN)
        return (*lines, _finding_line(FindingKind.UNKNOWN, unknown, ())) if unknown else tuple(lines)

    def _rests_on(self, finding: Finding) -> tuple[Link, ...]:
        """To the words of its claims; words that the finding holds already are not said once more."""
        claims = self._held(finding.claims)
        if all(claim.words.casefold() in finding.reason.casefold() for claim in claims):
            return tuple(Link(self._rows.words_href(c.report, c.span), self._rows.outlet(c.report)) for c in claims)
        return self._rows.links(finding.claims)

    def _origins(self) -> Iterable[OriginBox]:
        shown = set(self._accused)
        for origin in self._incident.origins:
            claims = [claim for claim in self._held(origin.claims) if claim.id not in shown]
            joint = [claim for claim in self._held(origin.joint) if claim.id not in self._accused]
            shown.update(origin.claims)
            if claims or joint:
                yield self._origin(origin, claims, joint)
        rest = [claim for claim in self._held(self._incident.claims) if claim.id not in shown]
        figures = [claim for claim in rest if claim.kind is ClaimKind.FIGURE]
        others = [claim for claim in rest if claim.kind is not ClaimKind.FIGURE]
        if others:
            yield self._apart("Denials, admissions, silences, remarks", "Shown apart: no count of origins.", others)
        if figures:
            yield self._apart("Origin not worked out", "Shown apart and not counted.", figures)

    def _apart(self, name: str, note: str, claims: list[Claim]) -> OriginBox:
        return OriginBox(name, False, note, (), self._rows.nested(claims, "c"), ())

    def _origin(self, origin: OriginGroup, claims: list[Claim], joint: list[Claim]) -> OriginBox:
        """`joint` are claims that it makes together with another origin, in whose box they stand too."""
        outlets = len({self._rows.report(claim.report).outlet or claim.report for claim in claims})
        beside = self._rows.nested(joint, f"j{self._incident.origins.index(origin)}") if joint else ()
        sources = tuple(dict.fromkeys(_source(source) for source in origin.sources))
        return OriginBox(
            name=origin_name(origin, outlets),
            counted=origin.is_counted,
            note=_NOTES[origin.kind],
            sources=sources,
            rows=(*self._rows.nested(claims, "c"), *beside),
            joins=_reasons(join.reason for join in origin.joins),
            judged=self._tools.decisions.of_origin(origin),
        )

    def _unknown(self) -> tuple[str, ...]:
        """What is not known, where no assessment says so already."""
        if any(finding.kind is FindingKind.UNKNOWN for a in self._assessments for finding in a.findings):
            return ()
        claims = self._held(self._incident.claims)
        gaps = (
            (self._incident.date is None, "the day (no report gives one that could be worked out)"),
            (self._incident.place is None, "the place (the claims agree on none)"),
            (not any(claim.blamed for claim in claims), "who did it (no claim here blames anyone)"),
            (not any(claim.kind is ClaimKind.FIGURE for claim in claims), "how many (no claim here states a number)"),
            (not self._assessments, "what the record supports (not assessed)"),
        )
        return tuple(sentence for is_missing, sentence in gaps if is_missing)


def _source(source: Source) -> str:
    """The name, with the kind of source where it is known."""
    return source.name if source.kind is SourceKind.UNKNOWN else f"{source.name} ({source.kind.value})"


def _merged(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Findings that say the same (copies repeat a denial) as one that rests on all of their claims."""
    same: dict[tuple[FindingKind, str], Finding] = {}
    for finding in findings:
        key = (finding.kind, finding.reason.casefold())
        held = same.get(key)
        same[key] = replace(held, claims=(*held.claims, *finding.claims)) if held else finding
    return same.values()


def _once_named(reason: str) -> str:
    """The reason without the name in front of it where the words after it start with the same name."""
    name, colon, rest = reason.partition(": ")
    return rest if colon and rest.casefold().startswith(name.casefold()) else reason


def _finding_line(kind: FindingKind, reason: str, claims: tuple[Link, ...]) -> FindingLine:
    return FindingLine(kind.value, kind.value.replace(" ", "-"), reason, claims)


_NOTES = {
    OriginKind.NAMED: "Counted as one named origin.",
    OriginKind.PARTY: "All organs of one government or armed side: one origin together, and never for their own deeds.",
    OriginKind.UNNAMED: "Shown apart and not counted: sources without a name.",
    OriginKind.NONE: "Shown apart and not counted: outlets in their own voice.",
}


def _reasons(reasons: Iterable[str]) -> tuple[str, ...]:
    """The reasons, each once, with how often where it is more than once."""
    times: dict[str, int] = {}
    for reason in reasons:
        times[reason] = times.get(reason, 0) + 1
    return tuple(reason if n == 1 else f"{reason} ({n} times)" for reason, n in times.items())
