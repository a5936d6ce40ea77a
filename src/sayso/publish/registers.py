"""What stands across incidents: claims by kind, statements by speaker, victims, reports with their marked text."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from sayso.model import (
    Analysis,
    Attribution,
    BlockKind,
    Claim,
    ClaimId,
    ClaimKind,
    CopyGroup,
    Report,
    ReportId,
    Span,
)
from sayso.publish import wording
from sayso.publish.contexts import (
    KindSection,
    Link,
    NotReadRow,
    Reason,
    ReportSheet,
    SpeakerBox,
    TextBlock,
    VictimRow,
)
from sayso.publish.decisions import Decisions
from sayso.publish.excerpts import CUT_BLOCK, Excerpts
from sayso.publish.marked import Mark, marked
from sayso.publish.rows import Rows, anchor
from sayso.publish.versions import Versions

NO_SPEAKER = "No speaker named (“reportedly” and the like)"

SHOWN_AT_ONCE = 60
"""Statements; with more of them each speaker is opened on demand."""

KIND_SECTIONS = (
    (ClaimKind.DENIAL, "Denials", "Who is reported to deny what."),
    (ClaimKind.ADMISSION, "Admissions", "Who is reported to admit what."),
    (ClaimKind.SILENCE, "Silences", "Who is reported not to have commented."),
    (ClaimKind.VERIFICATION, "Remarks on verification", "What reports say could not be, or has been, verified."),
    (
        ClaimKind.MESSAGE,
        "Messages from the ground",
        "First-person words. Whether a report says that they could be verified is shown with each.",
    ),
    (ClaimKind.APPEAL, "Appeals and needs", "What is asked for, and by whom."),
    (ClaimKind.CONTROL, "Control of territory", "Who is said to hold or take what."),
    (ClaimKind.HARM, "Harm without a number", "People said to be harmed where no number is stated."),
    (ClaimKind.DAMAGE, "Damage", "What is said to be damaged or destroyed."),
    (ClaimKind.RECRUITMENT, "Forced recruitment", "Who is said to be forced to take up arms."),
    (ClaimKind.SUPPORT, "Who backs or opposes whom", "As reported; the words decide."),
    (ClaimKind.ACCESS, "Access to sources", "Who is said to have been reached, and who could not be."),
)

BLOCK_LABELS = {
    BlockKind.TITLE: "title",
    BlockKind.STANDFIRST: "standfirst",
    BlockKind.BYLINE: "byline",
    BlockKind.TIMES: "times",
    BlockKind.CREDIT: "credit",
    BlockKind.CAPTION: "caption",
    BlockKind.HEADING: "heading",
    BlockKind.PARAGRAPH: "",
    BlockKind.QUOTE: "quotation or post",
    BlockKind.BOILERPLATE: "not read for claims",
}


def kind_sections(analysis: Analysis, rows: Rows) -> tuple[KindSection, ...]:
    """Claims without a figure by kind, and figures that belong to no incident; statements go with their speakers."""
    by_kind: dict[ClaimKind, list[Claim]] = defaultdict(list)
    silences = told_as_silences(analysis)
    for claim in analysis.claims:
        if claim.id not in silences and (claim.kind is not ClaimKind.FIGURE or claim.id not in analysis.incident_of):
            by_kind[claim.kind].append(claim)
    figures = (ClaimKind.FIGURE, "Figures outside of incidents", "These could not be placed in an incident.")
    return tuple(
        KindSection(f"k-{kind.value.replace(' ', '-')}", heading, intro, rows.nested(by_kind[kind], "k"))
        for kind, heading, intro in (figures, *KIND_SECTIONS)
        if by_kind[kind]
    )


def told_as_silences(analysis: Analysis) -> frozenset[ClaimId]:
    """Remarks on access that begin where a silence begins ("could not be reached for comment"): told once."""
    starts = {(claim.report, claim.span.start) for claim in analysis.claims if claim.kind is ClaimKind.SILENCE}
    remarks = (claim for claim in analysis.claims if claim.kind is ClaimKind.ACCESS)
    return frozenset(claim.id for claim in remarks if (claim.report, claim.span.start) in starts)


def speakers(analysis: Analysis, rows: Rows) -> tuple[SpeakerBox, ...]:
    """Attributions by speaker, those who are heard most often first; statements without attribution with them."""
    said: dict[str, list[Attribution]] = defaultdict(list)
    stated: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, str] = {}
    for attribution in analysis.attributions:
        name = attribution.speaker_name or attribution.origin_name or NO_SPEAKER
        said[_same_name(name, names)].append(attribution)
    covered = {attribution.id for attribution in analysis.attributions}
    for claim in analysis.claims:
        if claim.kind is ClaimKind.STATEMENT and claim.attribution not in covered:
            name = claim.actor or (claim.sources[-1] if claim.sources else NO_SPEAKER)
            stated[_same_name(name, names)].append(claim)
    last = NO_SPEAKER.casefold()
    is_short = sum(map(len, said.values())) + sum(map(len, stated.values())) <= SHOWN_AT_ONCE
    return tuple(
        SpeakerBox(
            name=names[key],
            count=wording.count(len(said[key]) + len(stated[key]), "time"),
            rows=tuple(rows.attribution(attribution) for attribution in said[key]),
            claims=rows.nested(stated[key], "k"),
            is_open=is_short,
        )
        for key in sorted(names, key=lambda key: (key == last, -len(said[key]) - len(stated[key]), key))
    )


def _same_name(name: str, names: dict[str, str]) -> str:
    """The key under which a name is held: case, a leading "the" and the apostrophe's shape tell no speakers apart."""
    bare = name.strip()
    key = bare.casefold().replace("’", "'").removeprefix("the ")
    names.setdefault(key, bare[:1].upper() + bare[1:])
    return key


def victims(analysis: Analysis, rows: Rows) -> tuple[VictimRow, ...]:
    """People harmed, as reports name them."""
    return tuple(
        VictimRow(
            name=victim.name,
            age="not stated" if victim.age is None else str(victim.age),
            sex=victim.sex or "not stated",
            words=victim.words or victim.name,
            href=rows.words_href(victim.report, victim.span),
            report=rows.report_link(victim.report),
        )
        for victim in analysis.victims
    )


def not_read(analysis: Analysis) -> tuple[NotReadRow, ...]:
    """Inputs that gave no report."""
    return tuple(NotReadRow(wording.file_name(item.locator), item.what, item.do) for item in analysis.not_read)


class Library:
    """The reports with their texts, marked wherever something was read from them."""

    def __init__(
        self, analysis: Analysis, rows: Rows, *, excerpts: Excerpts | None = None, versions: Versions | None = None
    ) -> None:
        self._excerpts = excerpts
        self._versions = versions or Versions(analysis, rows, excerpts)
        self._analysis = analysis
        self._rows = rows
        self._decisions = Decisions(analysis, rows)
        self._copies: dict[ReportId, CopyGroup] = {r: group for group in analysis.copies for r in group.reports}
        self._attributions = {attribution.id for attribution in analysis.attributions}
        self._claims = Counter(claim.report for claim in analysis.claims)
        self._marks: dict[ReportId, dict[Span, Mark]] = defaultdict(dict)
        self._gather()

    def sheets(self) -> tuple[ReportSheet, ...]:
        """One sheet a report, in the order given."""
        return tuple(self._sheet(report) for report in self._analysis.reports)

    def _gather(self) -> None:
        silences = told_as_silences(self._analysis)
        for claim in (claim for claim in self._analysis.claims if claim.id not in silences):
            mark = self._mark(claim.report, claim.span, "figure" if claim.figure else "claim")
            mark.back.append(Link(f"#{self._row_id(claim)}", f"{wording.KINDS[claim.kind]} in the overview"))
        for attribution in self._analysis.attributions:
            for role in ("speaker", "cue", "content", "origin", "relay"):
                for span in getattr(attribution, role):
                    self._mark(attribution.report, span, role)
        for victim in self._analysis.victims:
            self._mark(victim.report, victim.span, "victim")
        for report, span, box in self._versions.marks():
            self._mark(report, span, "changed").back.append(Link(f"#{box}", "change between versions"))

    def _row_id(self, claim: Claim) -> str:
        """Where the overview shows the claim: in its incident, with its speaker, or among its kind."""
        if claim.id in self._analysis.incident_of:
            return f"c-{claim.id}"
        if claim.kind is ClaimKind.STATEMENT and claim.attribution in self._attributions:
            return f"a-{claim.attribution}"
        return f"k-{claim.id}"

    def _mark(self, report: ReportId, span: Span, role: str) -> Mark:
        marks = self._marks[report]
        if span not in marks:
            marks[span] = Mark(span, id=anchor(self._rows.number[report], span))
        marks[span].classes.add(f"m-{role}")
        return marks[span]

    def _sheet(self, report: Report) -> ReportSheet:
        copies, reasons, judged = self._same_text(report)
        return ReportSheet(
            id=f"r{self._rows.number[report.id]}",
            number=self._rows.number[report.id],
            title=report.title or "Title not known",
            outlet=wording.outlet(report),
            facts=_facts(report),
            url=report.url or "",
            safe_url=is_web_address(report.url),
            copies=copies,
            copy_reasons=reasons,
            copy_judged=judged,
            changes=self._versions.of(report.id),
            notes=report.notes,
            claims=wording.count(self._claims[report.id], "claim"),
            blocks=tuple(self._blocks(report)),
            language=report.language or "",
        )

    def _same_text(self, report: Report) -> tuple[tuple[Link, ...], tuple[str, ...], tuple[str, ...]]:
        group = self._copies.get(report.id)
        if group is None:
            return (), (), ()
        others = tuple(self._rows.report_link(other) for other in group.reports if other != report.id)
        reasons = (join.reason for join in group.joins if report.id in (join.left, join.right))
        told = dict.fromkeys((*reasons, *self._earliest(group)))
        return others, tuple(told), self._decisions.of_copies(group)

    def _earliest(self, group: CopyGroup) -> tuple[str, ...]:
        """Which copy is the earliest by the times that they state; nothing where the first states none."""
        first = self._rows.report(group.reports[0])
        if first.published is None:
            return ()
        link = self._rows.report_link(first.id)
        clock = f", {first.published.clock:%H:%M}" if first.published.clock else ""
        zone = f" {first.published.zone}" if clock and first.published.zone else ""
        return (
            f"By the times stated, the earliest is {link.text}, {wording.short_stamp(first.published)}{clock}{zone}",
        )

    def _blocks(self, report: Report) -> Iterator[TextBlock]:
        stretches = list(_stretches(report))
        starts = [within.start for _, _, within in stretches]
        touching: dict[int, list[Mark]] = defaultdict(list)
        for mark in self._marks[report.id].values():
            at = max(0, bisect_right(starts, mark.span.start) - 1)
            touching[at].append(mark)
            for later in range(at + 1, bisect_left(starts, mark.span.end)):
                touching[later].append(mark)
        last: TextBlock | None = None
        for i, (kind, label, within) in enumerate(stretches):
            if self._excerpts is None:
                yield TextBlock(kind, label, marked(report.text, within, touching[i]))
            elif kind != "gap":
                block = self._excerpts.block(report, TextBlock(kind, label, ()), within, touching[i])
                if block != CUT_BLOCK or last != CUT_BLOCK:
                    yield block
                last = block


def _stretches(report: Report) -> Iterator[tuple[str, str, Span]]:
    """The blocks and what stands between them: together the whole text, in order."""
    at = 0
    for block in sorted(report.blocks, key=lambda block: block.span):
        if block.span.start > at:
            yield "gap", "", Span(at, block.span.start)
        start = max(at, block.span.start)
        if block.span.end > start:
            yield block.kind.value, BLOCK_LABELS[block.kind], Span(start, block.span.end)
            at = block.span.end
    if at < len(report.text):
        yield "gap", "", Span(at, len(report.text))


def _facts(report: Report) -> tuple[Reason, ...]:
    stated = [
        ("Outlet", wording.outlet(report)),
        ("Published", wording.stamp(report.published)),
        ("Updated", wording.stamp(report.updated) if report.updated else "no update stated"),
        ("Byline", report.byline),
        ("Credit", wording.listed(report.credits) if report.credits else None),
        ("Language", report.language or "not known"),
        ("Id", report.id),
        ("File", wording.file_name(report.locator)),
        ("SHA-256", report.sha256),
    ]
    return tuple(Reason(label, value) for label, value in stated if value)


def is_web_address(url: str | None) -> bool:
    """A plain http or https address: anything else is shown as text and never becomes a link."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
