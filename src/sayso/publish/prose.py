"""Sentences composed from claims, as an editor writes them: each with the words it rests on, and none stronger."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.knowledge.source_words import fold, proper_state_names, state_names
from sayso.knowledge.sources import SourceRegistry, load_registry
from sayso.model import (
    Analysis,
    Assessment,
    Claim,
    ClaimId,
    ClaimKind,
    EventKind,
    Finding,
    FindingKind,
    Incident,
    IncidentId,
    Measure,
    ReportId,
    Span,
    Status,
)
from sayso.publish import figure_words as figures
from sayso.publish import wording
from sayso.publish.contexts import Link, ProseBox, ProseLine
from sayso.publish.figure_words import opening
from sayso.publish.order import accused_in, ordered
from sayso.publish.origin_words import origin_inside
from sayso.publish.remarks import Remarks, name_spans
from sayso.publish.rows import Rows
from sayso.publish.tellings import Clause, Row, Telling, Tellings
from sayso.publish.voices import Voices, inside_name

WORDS = 2
"""Figures of one origin that a verdict gives in their words."""

ORIGINS = 6
"""Figures of one measure and group that a paragraph tells; the others are said to stand below."""

LINKS = 6
"""Reports that a sentence leads to at once."""

REMARKS = 4
"""Denials, and remarks of each other kind, that a paragraph tells."""

BLAMED = 3
"""Of those who are blamed in one incident, how many a paragraph names."""

SUMMARY = 5
"""Incidents in the summary of the whole."""

SHORT_ROWS = 3
"""Measures and groups that the summary tells of one incident."""

FEWEST_FOR_RANGE = 3
"""Figures; of two the sentence that tells both is enough."""

_OTHERS = (
    ClaimKind.DENIAL,
    ClaimKind.ADMISSION,
    ClaimKind.SILENCE,
    ClaimKind.VERIFICATION,
)
_WITHOUT_DOER = {
    Measure.DISPLACED,
    Measure.EVACUATED,
    Measure.TRAPPED,
    Measure.BESIEGED,
    Measure.AFFECTED,
    Measure.MISSING,
}
"""Of these nobody asks first who did it."""

_QUOTED = re.compile(r"[“‘]([^“”]{30,})[”’]\.$")
_PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "its", "his", "her", "their", "our", "my", "who", "which", "them", "us"]
)
LONGEST_FIRST = 200
"""Characters of a first clause that a second one may follow."""

_MORE = {
    ClaimKind.DENIAL: "denials",
    ClaimKind.ADMISSION: "admissions",
    ClaimKind.SILENCE: "silences",
    ClaimKind.VERIFICATION: "remarks on verification",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A place in a report's text that a sentence rests on."""

    report: ReportId
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the brief; `links` are the words to show, `cited` is all that it rests on."""

    text: str
    cited: tuple[Cited, ...]
    """Never empty: each number in the text occurs in the words of one of these."""
    links: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is reported of one incident."""

    incident: IncidentId
    label: str
    sentences: tuple[Sentence, ...]


class Prose:
    """Writes the paragraphs of one analysis."""

    def __init__(self, analysis: Analysis, rows: Rows) -> None:
        self._analysis = analysis
        self._rows = rows
        self._tellings = Tellings(analysis, rows)
        self._remarks = Remarks(analysis)
        self._voices = Voices(analysis)
        self._accused = accused_in(analysis)
        self._assessments: dict[IncidentId, list[Assessment]] = {}
        for assessment in analysis.assessments:
            self._assessments.setdefault(assessment.incident, []).append(assessment)

    def summary(self) -> tuple[Paragraph, ...]:
        """The first incidents in a few sentences each."""
        return tuple(self._short(incident) for incident in ordered(self._analysis)[:SUMMARY])

    def summary_boxes(self) -> tuple[ProseBox, ...]:
        """The summary with its links."""
        claims = self._analysis.claim_by_id
        return tuple(
            ProseBox(Link(f"#i-{box.incident}", box.label), shown(box, self._rows, claims)) for box in self.summary()
        )

    def _short(self, incident: Incident) -> Paragraph:
        told = [next(iter(sentences)) for sentences in self._figures(incident)[:SHORT_ROWS]]
        verdicts = self._verdicts(incident)
        remarks = [self._only(incident, kind) for kind in (ClaimKind.DENIAL, ClaimKind.ADMISSION, ClaimKind.SILENCE)]
        said = [*told, *verdicts[:1], *(one for one in remarks if one)]
        return Paragraph(incident.id, incident.label, _once_quoted(said))

    def _only(self, incident: Incident, kind: ClaimKind) -> Sentence | None:
        return next(iter(self._told_of(incident, kind)), None)

    def paragraph(self, incident: Incident) -> Paragraph:
        """Figures by origin, what can and cannot hold, who is named, denials and silences, what is not known."""
        sentences = [
            *(sentence for row in self._figures(incident) for sentence in row),
            *self._accused_account(incident),
            *self._verdicts(incident),
            *self._blamed(incident),
            *(one for kind in _OTHERS for one in self._told_of(incident, kind)),
            *self._rest(incident),
            *self._unknown(incident),
        ]
        return Paragraph(incident.id, incident.label, _once_quoted(sentences))

    def line(self, claim: Claim) -> Sentence:
        """One claim without a figure."""
        report = self._rows.report(claim.report)
        spans = [(claim, span) for span in name_spans(claim, report)]
        return self._sentence(self._remarks.text(claim), [claim], spans)

    def _held(self, claims: Iterable[ClaimId]) -> list[Claim]:
        return [self._analysis.claim_by_id[claim] for claim in claims if claim in self._analysis.claim_by_id]

    def _sentence(self, text: str, claims: Sequence[Claim], more: Iterable[tuple[Claim, Span]] = ()) -> Sentence:
        cited = [Cited(c.report, span) for c in claims for span in (c.span, c.sentence)]
        cited += [Cited(claim.report, span) for claim, span in more]
        return Sentence(text, tuple(dict.fromkeys(cited)), tuple(dict.fromkeys(claim.id for claim in claims)))

    def _figures(self, incident: Incident) -> list[list[Sentence]]:
        """For each measure and group its range and its figures by origin.

        Without a range where two figures say as much, and for running totals, whose periods and places differ.
        """
        claims = [claim for claim in self._held(incident.claims) if claim.id not in self._accused]
        found = []
        for row, tellings in self._tellings.rows(incident, claims):
            is_one_scope = incident.event is not EventKind.CUMULATIVE and len(tellings) >= FEWEST_FOR_RANGE
            ranges = self._ranges(incident, row) if is_one_scope else ()
            found.append([*ranges, *self._of_row(row, tellings)])
        return found

    def _of_row(self, row: Row, tellings: Sequence[Telling]) -> Iterable[Sentence]:
        for pair in self._pairs(tellings[:ORIGINS]):
            is_own = pair[0].is_own and len(pair) > 1
            clauses = [
                self._tellings.clause(telling, is_first=not i and not is_own, says_own=not is_own)
                for i, telling in enumerate(pair)
            ]
            text = "; ".join(clause.text for clause in clauses)
            if is_own:
                outlets = {name for telling in pair for name in telling.outlets}
                text = f"in {'their' if len(outlets) > 1 else 'its'} own voice, {text}"
            spans = [span for clause in clauses for span in clause.spans]
            yield self._sentence(opening(text) + ".", [claim for clause in clauses for claim in clause.claims], spans)
        rest = [claim for telling in tellings[ORIGINS:] for claim in (*telling.claims, *telling.parts)]
        if rest:
            yield self._sentence(f"Further figures for {figures.row(*row)} are listed below.", rest)

    def _pairs(self, tellings: Sequence[Telling]) -> list[list[Telling]]:
        """Two figures to a sentence where it stays short, outlets in their own voice apart from sources."""
        pairs: list[list[Telling]] = []
        for telling in tellings:
            last = pairs[-1] if pairs else []
            is_short = len(last) == 1 and len(self._tellings.clause(last[0], is_first=True).text) < LONGEST_FIRST
            if is_short and last[0].is_own == telling.is_own:
                last.append(telling)
            else:
                pairs.append([telling])
        return pairs

    def _ranges(self, incident: Incident, row: Row) -> Iterable[Sentence]:
        """The range of reports in the words of its ends, where it has two."""
        for assessment in self._assessments.get(incident.id, ()):
            for line in assessment.ranges:
                low, high = line.low, line.high
                if (line.measure, line.group) != row or low is None or high is None:
                    continue
                if low.words.casefold() == high.words.casefold() or any(
                    map(figures.is_further, (low.words, high.words))
                ):
                    continue
                claims = self._held((low.claim, high.claim))
                if len(claims) == len({low.claim, high.claim}) == 2:
                    ends = [
                        f"“{' '.join(end.words.split())}” ({self._by(claim)})"
                        for end, claim in zip((low, high), claims, strict=True)
                    ]
                    text = f"Figures for {figures.row(line.measure, line.group)} run from {ends[0]} to {ends[1]}."
                    yield self._sentence(text, claims, self._name_spans(claims))

    def _by(self, claim: Claim) -> str:
        voice = self._voices.of(claim)
        is_open = claim.status is Status.UNCONFIRMED
        if voice.is_outlet:
            return f"{voice.name}, in its own voice{' and as unconfirmed' if is_open else ''}"
        return f"{voice.name}{voice.tail}{', unconfirmed' if is_open else ''}"

    def _accused_account(self, incident: Incident) -> Iterable[Sentence]:
        claims = [claim for claim in self._held(incident.claims) if claim.id in self._accused]
        for _, tellings in self._tellings.rows(incident, claims):
            for telling in tellings:
                clause = self._tellings.clause(telling, is_first=True)
                text = f"By the accused party’s own account, {clause.text}."
                yield self._sentence(text, clause.claims, clause.spans)

    def _verdicts(self, incident: Incident) -> list[Sentence]:
        findings = [f for a in self._assessments.get(incident.id, ()) for f in a.findings]
        told = (self._verdict(incident, finding) for finding in findings)
        return [sentence for sentence in told if sentence]

    def _verdict(self, incident: Incident, finding: Finding) -> Sentence | None:
        claims = self._held(finding.claims) or self._held(incident.claims)
        if not claims:
            return None
        named = self._stated_by(incident, claims)
        names, what = wording.listed(list(named)), figures.row(claims[0].measure, claims[0].group)
        each = wording.listed([f"{name} (“{'”, “'.join(words[:WORDS])}”)" for name, words in named.items()])
        match finding.kind:
            case FindingKind.DISPUTED if len(named) > 1:
                text = f"The figures for {what} given by {each} cannot all hold."
            case FindingKind.AGREED if len(named) > 1:
                text = f"The figures for {what} given by {each} can all hold."
            case FindingKind.SINGLE_ORIGIN if named:
                text = f"The only named origin behind this is {names}."
            case FindingKind.NO_ORIGIN:
                text = "No named origin stands behind this."
            case _:
                return None
        return self._sentence(text, claims, self._name_spans(claims))

    def _stated_by(self, incident: Incident, claims: Sequence[Claim]) -> dict[str, list[str]]:
        """The words of the claims by the names of their origins."""
        origins = {claim: origin for origin in incident.origins for claim in origin.claims}
        named: dict[str, dict[str, None]] = {}
        for claim in claims:
            origin = origins.get(claim.id)
            if origin:
                reports = [self._rows.report(other.report) for other in self._held(origin.claims)]
                named.setdefault(origin_inside(origin, reports), {})[" ".join(claim.words.split())] = None
        return {name: list(words) for name, words in named.items()}

    def _name_spans(self, claims: Sequence[Claim]) -> list[tuple[Claim, Span]]:
        return [(claim, span) for claim in claims for span in self._voices.of(claim).spans]

    def _blamed(self, incident: Incident) -> Iterable[Sentence]:
        """Who is said to have done it, by whom; where several are blamed, each for what."""
        by: dict[str, list[Claim]] = {}
        for claim in self._held(incident.claims):
            blamed = " ".join((claim.blamed or "").split())
            if (
                claim.id not in self._accused
                and _is_name_like(blamed)
                and blamed in " ".join(self._words(claim).split())
            ):
                known = next((name for name in by if _is_same_party(blamed, name)), inside_name(blamed))
                by.setdefault(known, []).append(claim)
        clauses = [
            clause for blamed, claims in list(by.items())[:BLAMED] if (clause := self._blame(blamed, claims, by))
        ]
        if clauses:
            claims = [claim for clause in clauses for claim in clause.claims]
            text = opening("; ".join(clause.text for clause in clauses) + ".")
            yield self._sentence(text, claims, self._name_spans(claims))

    def _blame(self, blamed: str, claims: Sequence[Claim], by: Mapping[str, Sequence[Claim]]) -> Clause | None:
        names = dict.fromkeys(self._voices.of(claim).name for claim in claims)
        if len(names) > ORIGINS or blamed in names:
            return None
        deed = "this" if len(by) == 1 else figures.deed(claims[0])
        return Clause(f"{wording.listed(list(names))} attributed {deed} to {blamed}", tuple(claims), ())

    def _words(self, claim: Claim) -> str:
        return claim.sentence.of(self._rows.report(claim.report).text)

    def _told_of(self, incident: Incident, kind: ClaimKind) -> Iterable[Sentence]:
        claims = [c for c in self._rows.without_copies(self._held(incident.claims)) if c.kind is kind]
        same: dict[str, list[Claim]] = {}
        for claim in claims:
            same.setdefault(" ".join(claim.words.split()).casefold(), []).append(claim)
        for alike in list(same.values())[:REMARKS]:
            first = self.line(alike[0])
            yield self._sentence(first.text, alike, [(alike[0], cited.span) for cited in first.cited[2:]])
        if len(same) > REMARKS:
            yield self._sentence(f"Further {_MORE[kind]} are listed below.", claims)

    def _rest(self, incident: Incident) -> Iterable[Sentence]:
        """Other claims without a figure, those that read alike once."""
        lines: dict[str, Sentence] = {}
        for claim in self._rows.without_copies(self._held(incident.claims)):
            if claim.kind is not ClaimKind.FIGURE and claim.kind not in _OTHERS:
                line = self.line(claim)
                lines.setdefault(line.text, line)
        yield from list(lines.values())[:REMARKS]

    def _unknown(self, incident: Incident) -> Iterable[Sentence]:
        findings = [f for a in self._assessments.get(incident.id, ()) for f in a.findings]
        prefix = "The record does not state "
        reasons = [f.reason for f in findings if f.kind is FindingKind.UNKNOWN]
        parts = [r.removeprefix(prefix).rstrip(".") for r in reasons if r.startswith(prefix)]
        claims = self._held(incident.claims)
        if incident.event is EventKind.CUMULATIVE or {c.measure for c in claims if c.measure} <= _WITHOUT_DOER:
            parts = [part for part in parts if part != "who did it"]
        if parts and claims:
            listed = " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
            yield self._sentence(f"No report here states {listed}.", claims)


EACH = 2
"""Claims of a sentence that are led to one by one; of more the first of each report."""


def shown(paragraph: Paragraph, rows: Rows, claims: Mapping[ClaimId, Claim]) -> tuple[ProseLine, ...]:
    """The sentences of a paragraph with links to their words."""
    return tuple(_line(sentence, rows, claims) for sentence in paragraph.sentences)


def _line(sentence: Sentence, rows: Rows, claims: Mapping[ClaimId, Claim]) -> ProseLine:
    told = [claims[one] for one in sentence.links if one in claims]
    first: dict[ReportId, Claim] = {}
    for claim in told:
        first.setdefault(claim.report, claim)
    shown_claims = told if len(told) <= EACH else list(first.values())
    links = tuple(Link(rows.words_href(c.report, c.span), f"R{rows.number[c.report]}") for c in shown_claims)
    return ProseLine(sentence.text, links[:LINKS], max(0, len(links) - LINKS))


def _once_quoted(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """The sentences; words that two of them quote stand in the first, which rests on what both rest on."""
    kept: dict[str, Sentence] = {}
    for sentence in sentences:
        found = _QUOTED.search(sentence.text)
        key = found.group(1).casefold() if found else sentence.text
        held = kept.get(key)
        kept[key] = (
            replace(
                held,
                cited=tuple(dict.fromkeys((*held.cited, *sentence.cited))),
                links=tuple(dict.fromkeys((*held.links, *sentence.links))),
            )
            if held
            else sentence
        )
    return tuple(kept.values())


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name.casefold())


def _is_same_party(left: str, right: str) -> bool:
    """The same words, or words that hold each other ("rebels" and "the rebels of the hills"), or the same state's."""
    if _bare(left) in _bare(right) or _bare(right) in _bare(left):
        return True
    parties = [_registry().resolve(name).party for name in (left, right)]
    return parties[0] is not None and parties[0] == parties[1]


@cache
def _registry() -> SourceRegistry:
    return load_registry()


def _is_name_like(words: str) -> bool:
    """Short words that name somebody, and no pronoun whose meaning the sentence alone does not give."""
    first = words.split(" ", 1)[0].casefold()
    has_clause = re.search(r" (?:who|that|which|had|has|was|were|is|are|said|says|alleges?d?)\b", words)
    is_short = 0 < len(words) <= 60 and not any(c in words for c in "0123456789()–;:\n")
    folded = fold(words.removeprefix("a ").removeprefix("an "))
    is_adjective = any(
        tail in state_names() and tail not in proper_state_names() for tail in (folded[-1:], folded[-2:], folded)
    )
    return is_short and first not in _PRONOUNS and not has_clause and not is_adjective
