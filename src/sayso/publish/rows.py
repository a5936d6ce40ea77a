"""Claims and attributions as lines of the brief, each with a way to its words in the report's text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.model import (
    Analysis,
    Attribution,
    Claim,
    ClaimId,
    ClaimKind,
    CopyGroupId,
    Group,
    IncidentId,
    Interval,
    Report,
    ReportId,
    Span,
    hull,
)
from sayso.publish import wording
from sayso.publish.contexts import AttributionRow, ClaimRow, CopyLine, Link, LinkList, Piece, Reason
from sayso.publish.marked import Mark, marked, words

EXCERPT = 400
"""Characters shown on each side of the words where the sentence is longer: the whole stands in the report's text."""


def anchor(number: int, span: Span) -> str:
    """The id of a span in the text of the report with this number ("r3-s120-145")."""
    return f"r{number}-s{span.start}-{span.end}"


def excerpt(text: str, around: Span, of: Span) -> tuple[Piece, ...]:
    """The words of `around` with `of` marked, cut with "…" where they run on for too long."""
    whole = hull((around, of)) if around.overlaps(of) else of
    shown = Span(max(whole.start, of.start - EXCERPT), min(whole.end, of.end + EXCERPT))
    if len(of) > 2 * EXCERPT:
        shown = Span(of.start, of.start + 2 * EXCERPT)
    pieces = marked(text, shown, [Mark(of, classes={"said"})])
    before = (Piece("words", "… "),) if shown.start > whole.start else ()
    after = (Piece("words", " …"),) if shown.end < whole.end else ()
    return (*before, *pieces, *after)


QUOTES = "\"'“”‘’«», "
"""Left off the ends of words that are quoted once more as a label."""

SHORT = 8
"""Links that are shown without folding them away."""


def link_list(label: str, links: Sequence[Link]) -> LinkList:
    """The links under their label and number."""
    return LinkList(f"{label} ({len(links):,})", tuple(links), len(links) <= SHORT)


class Rows:
    """Builds lines for one analysis: knows the reports' numbers, their copies, and where each claim is shown."""

    def __init__(self, analysis: Analysis, *, with_ids: bool = False) -> None:
        self._analysis = analysis
        self.with_ids = with_ids
        """Ids are shown, for people to decide about."""
        self.number = {report.id: i for i, report in enumerate(analysis.reports, 1)}
        self._copies: dict[ReportId, CopyGroupId] = {r: group.id for group in analysis.copies for r in group.reports}
        self._used: Counter[str] = Counter()
        self._incidents = {incident.id: incident for incident in analysis.incidents}
        self._remarks: dict[ReportId, list[Claim]] = defaultdict(list)
        for claim in analysis.claims:
            if claim.kind is ClaimKind.VERIFICATION:
                self._remarks[claim.report].append(claim)

    def _once(self, wanted: str) -> str:
        """The id, or the id with a number behind it where the page already holds it."""
        self._used[wanted] += 1
        return wanted if self._used[wanted] == 1 else f"{wanted}-{self._used[wanted]}"

    def report(self, report: ReportId) -> Report:
        """The report with this id."""
        return self._analysis.report_by_id[report]

    def report_link(self, report: ReportId) -> Link:
        """To the report's section ("R3")."""
        number = self.number[report]
        return Link(f"#r{number}", f"R{number}")

    def words_href(self, report: ReportId, span: Span) -> str:
        """To the span in the report's text."""
        return f"#{anchor(self.number[report], span)}"

    def claim_link(self, claim: Claim) -> Link:
        """To the claim's words, labelled with them and their report."""
        label = f"“{_short(claim.words.strip(QUOTES) or claim.words)}”, {self.outlet(claim.report)}"
        return Link(self.words_href(claim.report, claim.span), label)

    def links(self, claims: Iterable[ClaimId]) -> tuple[Link, ...]:
        """To the words of these claims; ids that the analysis does not hold are left out."""
        found = self._analysis.claim_by_id
        return tuple(self.claim_link(found[claim]) for claim in claims if claim in found)

    def outlet(self, report: ReportId) -> str:
        """The outlet with the report's number ("Northern Wire (R3)")."""
        return f"{wording.outlet(self.report(report))} (R{self.number[report]})"

    def nested(self, claims: Sequence[Claim], prefix: str) -> tuple[ClaimRow, ...]:
        """Lines in order: copies folded into the first, parts below their whole. `prefix` keeps ids apart."""
        kept, copies = self._folded(claims)
        listed = {claim.id for claim in kept}
        below: dict[ClaimId, list[Claim]] = defaultdict(list)
        for claim in kept:
            if claim.subset_of in listed and claim.subset_of != claim.id and not self._is_circular(claim):
                below[claim.subset_of].append(claim)
        placed = {claim.id for parts in below.values() for claim in parts}
        return tuple(self._tree(c, prefix, below, copies) for c in kept if c.id not in placed)

    def _tree(
        self,
        claim: Claim,
        prefix: str,
        below: dict[ClaimId, list[Claim]],
        copies: dict[ClaimId, list[Claim]],
        *,
        is_below: bool = False,
    ) -> ClaimRow:
        parts = tuple(self._tree(part, prefix, below, copies, is_below=True) for part in below.get(claim.id, ()))
        folded = tuple(
            CopyLine(self._once(f"{prefix}-{copy.id}"), self.claim_link(copy)) for copy in copies.get(claim.id, ())
        )
        return self.claim(claim, prefix, parts=parts, copies=folded, is_below=is_below)

    def _is_circular(self, claim: Claim) -> bool:
        seen = {claim.id}
        above = claim.subset_of
        while above is not None:
            if above in seen:
                return True
            seen.add(above)
            whole = self._analysis.claim_by_id.get(above)
            above = whole.subset_of if whole else None
        return False

    def without_copies(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims, those that copies repeat word for word once."""
        return self._folded(claims)[0]

    def _folded(self, claims: Sequence[Claim]) -> tuple[list[Claim], dict[ClaimId, list[Claim]]]:
        """The first of each set of claims that copies share word for word, and the others under its id."""
        first: dict[tuple[object, ...], Claim] = {}
        kept: list[Claim] = []
        copies: dict[ClaimId, list[Claim]] = defaultdict(list)
        for claim in claims:
            group = self._copies.get(claim.report)
            key = (group, claim.kind, claim.measure, claim.group, claim.words.casefold(), claim.sources)
            original = first.get(key) if group else None
            if original is None or original.report == claim.report:
                first[key] = claim
                kept.append(claim)
            else:
                copies[original.id].append(claim)
        return kept, copies

    def claim(
        self,
        claim: Claim,
        prefix: str,
        *,
        parts: tuple[ClaimRow, ...] = (),
        copies: tuple[CopyLine, ...] = (),
        is_below: bool = False,
    ) -> ClaimRow:
        """One claim as a line; `is_below` where it stands right below its whole."""
        report = self.report(claim.report)
        is_figure = claim.kind is ClaimKind.FIGURE
        incident = self._incidents.get(self._analysis.incident_of.get(claim.id, IncidentId("")))
        is_event_known = prefix == "c" and incident is not None and incident.event is claim.event
        measure = wording.MEASURES[claim.measure] if claim.measure else wording.KINDS[claim.kind]
        return ClaimRow(
            id=self._once(f"{prefix}-{claim.id}"),
            kind=claim.kind.value,
            words=wording.shortened(claim.words),
            measure=measure,
            group=wording.GROUPS[claim.group] if claim.group not in (None, Group.UNSPECIFIED) else "",
            actor="" if is_figure else claim.actor or claim.who or "",
            status="" if claim.kind is ClaimKind.DENIAL else wording.STATUSES[claim.status],
            carried=claim.carried,
            sentence=excerpt(report.text, claim.sentence, claim.span),
            href=self.words_href(claim.report, claim.span),
            chain=told_together(claim.sources, claim.joint),
            outlet=wording.outlet(report),
            report=self.report_link(claim.report),
            published=wording.short_stamp(report.published),
            facts=tuple(_figure_facts(claim, report, is_event_known) if is_figure else _other_facts(claim, report)),
            reasons=tuple(Reason(field.replace("_", " "), why) for field, why in (*claim.reasons, *self._id(claim))),
            part_of=None if is_below else self._whole(claim),
            incident=Link(f"#i-{incident.id}", incident.label) if incident and prefix != "c" else None,
            copies=copies,
            remarks=self._remarks_for(claim),
            parts=parts,
        )

    def _id(self, claim: Claim) -> Iterable[tuple[str, str]]:
        return [("claim id", claim.id)] if self.with_ids else []

    def _whole(self, claim: Claim) -> Link | None:
        whole = self._analysis.claim_by_id.get(claim.subset_of) if claim.subset_of else None
        return self.claim_link(whole) if whole else None

    def _remarks_for(self, claim: Claim) -> tuple[Link, ...]:
        if claim.kind is not ClaimKind.MESSAGE:
            return ()
        return tuple(self.claim_link(remark) for remark in self._remarks[claim.report])

    def attribution(self, attribution: Attribution) -> AttributionRow:
        """One attribution as a line; where it has no content its cue, speaker or source leads to the words."""
        text = self.report(attribution.report).text
        spans = attribution.content or attribution.cue or attribution.speaker or attribution.origin
        return AttributionRow(
            id=self._once(f"a-{attribution.id}"),
            act=wording.ACTS[attribution.act],
            hedged=attribution.hedged,
            content=tuple(_cut(text, span) for span in attribution.content),
            href=self.words_href(attribution.report, spans[0]) if spans else f"#r{self.number[attribution.report]}",
            chain=told_together(attribution.chain, attribution.joint),
            outlet=wording.outlet(self.report(attribution.report)),
            report=self.report_link(attribution.report),
            reason=attribution.reason,
        )


def _cut(text: str, span: Span) -> tuple[Piece, ...]:
    if len(span) <= 2 * EXCERPT:
        return tuple(words(span.of(text)))
    return (*words(text[span.start : span.start + 2 * EXCERPT]), Piece("words", " …"))


def _short(text: str, limit: int = 60) -> str:
    """The words on one line, cut with "…" where they are long."""
    return wording.shortened(" ".join(text[: limit * 4].split()), limit)


def is_day_of(report: Report, when: Interval | None) -> bool:
    """The day of the report stands for that of the happening: no words state one."""
    day = report.published
    return bool(when and day and not when.words and (when.first, when.last) == (day.first, day.last))


def _when(claim: Claim, report: Report) -> str:
    said = claim.date.words if claim.date else None
    own = wording.OWN_DAY if is_day_of(report, claim.date) else ""
    return wording.interval(claim.date, f"“{said}”" if said else own)


def _figure_facts(claim: Claim, report: Report, is_event_known: bool) -> list[Reason]:
    facts = [Reason("When", _when(claim, report)), Reason("Where", wording.short_place(claim.place))]
    if claim.who and claim.who.casefold() not in claim.words.casefold():
        facts.insert(0, Reason("Who", claim.who))
    if claim.event and not is_event_known:
        facts.append(Reason("Event", claim.event.value))
    if claim.blamed:
        facts.append(Reason("Blamed", claim.blamed))
    return facts


def _is_shown(target: str | None, claim: Claim) -> bool:
    """Whether the marked words or the actor say it already."""
    return target is None or target == claim.actor or target.casefold() in claim.words.casefold()


def _other_facts(claim: Claim, report: Report) -> list[Reason]:
    stated = [
        ("Who", claim.who if claim.actor and claim.who != claim.actor else None),
        ("About", claim.target if not _is_shown(claim.target, claim) else None),
        ("When", _when(claim, report) if claim.date else None),
        ("Where", wording.short_place(claim.place) if claim.place else None),
        ("Blamed", claim.blamed),
    ]
    return [Reason(label, value) for label, value in stated if value]


def told_together(chain: tuple[str, ...], joint: tuple[str, ...]) -> tuple[str, ...]:
    """The chain to show: sources that say a thing side by side are one step of it ("activists and lawyers")."""
    beside = 1
    while beside < len(chain) and chain[beside] in joint:
        beside += 1
    return chain if beside == 1 else (wording.listed(list(chain[:beside])), *chain[beside:])
