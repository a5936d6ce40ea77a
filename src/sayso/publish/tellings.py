"""The figures of an incident as clauses: each origin's figures in the order in which they were published."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import (
    Analysis,
    BlockKind,
    Claim,
    ClaimId,
    Group,
    Incident,
    Measure,
    OriginId,
    ReportedRange,
    Span,
    Status,
)
from sayso.publish import figure_words as figures
from sayso.publish import wording
from sayso.publish.order import by_publication
from sayso.publish.remarks import quoted
from sayso.publish.rows import Rows
from sayso.publish.voices import Voice, Voices, tells

Row = tuple[Measure, Group]

_LETHAL = (Measure.KILLED, Measure.EXECUTED)
_MEASURES = {measure: i for i, measure in enumerate((*_LETHAL, *(m for m in Measure if m not in _LETHAL)))}
"""The dead come first, executed or otherwise."""
_GROUPS = {group: i for i, group in enumerate((Group.UNSPECIFIED, *(g for g in Group if g is not Group.UNSPECIFIED)))}


def row_order(line: ReportedRange) -> tuple[int, int]:
    """The place of a range among those of its incident: as its figures are told."""
    return _MEASURES[line.measure], _GROUPS[line.group]


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure of one origin: the claim whose words are used, and all the claims that say the same."""

    claim: Claim
    claims: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    origin: OriginId | None
    voices: tuple[Voice, ...]
    """Outlets where several give the figure in their own voice; the one speaker otherwise."""
    follows: str = ""
    """How it stands to the figure of the same origin before it: "in a later report", "also"; empty for the first."""

    @property
    def is_own(self) -> bool:
        """Outlets speak for themselves."""
        return self.voices[0].is_outlet

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who speaks, where outlets speak for themselves."""
        return tuple(voice.name for voice in self.voices) if self.is_own else ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with what it rests on."""

    text: str
    claims: tuple[Claim, ...]
    spans: tuple[tuple[Claim, Span], ...]
    """Names of speakers, each with a claim of its report."""


class Tellings:
    """Sorts the figures of an incident and puts them into words."""

    def __init__(self, analysis: Analysis, rows: Rows) -> None:
        self._analysis = analysis
        self._rows = rows
        self._voices = Voices(analysis)

    def rows(self, incident: Incident, claims: Iterable[Claim]) -> list[tuple[Row, list[Telling]]]:
        """By measure and group, and in each by origin; parts stand with their whole, copies with their first."""
        kept = [claim for claim in claims if claim.figure and claim.measure]
        held = {claim.id: claim for claim in kept}
        parts: dict[ClaimId, list[Claim]] = defaultdict(list)
        wholes: dict[Row, list[Claim]] = defaultdict(list)
        for claim in kept:
            whole = held.get(claim.subset_of) if claim.subset_of else None
            if whole and whole.report == claim.report and whole.subset_of is None and _can_be_part(claim, whole):
                parts[whole.id].append(claim)
            elif claim.measure:
                wholes[claim.measure, claim.group or Group.UNSPECIFIED].append(claim)
        origins = {claim: origin.id for origin in incident.origins for claim in origin.claims}
        ordered = sorted(wholes, key=lambda row: (_MEASURES[row[0]], _GROUPS[row[1]]))
        order = {origin.id: (not origin.is_counted, i) for i, origin in enumerate(incident.origins)}
        return [(row, self._row(wholes[row], parts, origins, order)) for row in ordered]

    def _row(
        self,
        claims: Sequence[Claim],
        parts: dict[ClaimId, list[Claim]],
        origins: dict[ClaimId, OriginId],
        order: dict[OriginId, tuple[bool, int]],
    ) -> list[Telling]:
        by_origin: dict[OriginId | None, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_origin[origins.get(claim.id)].append(claim)
        last = (True, len(order))

        def place(origin: OriginId | None) -> tuple[bool, date, int]:
            is_apart, i = order.get(origin, last) if origin else last
            return is_apart, min(self._day(claim) for claim in by_origin[origin]), i

        return [
            telling
            for origin in sorted(by_origin, key=place)
            for telling in self._of_origin(origin, by_origin[origin], parts)
        ]

    def _day(self, claim: Claim) -> date:
        published = self._rows.report(claim.report).published
        return published.first if published else date.max

    def _of_origin(
        self, origin: OriginId | None, claims: Sequence[Claim], parts: dict[ClaimId, list[Claim]]
    ) -> Iterable[Telling]:
        same: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=lambda claim: (by_publication(self._rows.report(claim.report)), claim.span)):
            figure = claim.figure
            who = claim.sources if origin == "unnamed" else ()
            if figure:
                same[figure.low, figure.high, figure.modifier, claim.status, who].append(claim)
        before: Claim | None = None
        spoke = ""
        for alike in same.values():
            claim = min(alike, key=lambda one: self._rank(one, parts))
            voices = self._speakers(claim, alike)
            is_same = len(voices) == 1 and _is_same_name(voices[0].name, spoke)
            follows = self._follows(before, claim) if is_same else ""
            yield Telling(claim, tuple(alike), tuple(parts.get(claim.id, ())), origin, voices, follows)
            before, spoke = claim, voices[0].name if len(voices) == 1 else ""

    def _follows(self, before: Claim | None, claim: Claim) -> str:
        if before is None:
            return ""
        if before.report == claim.report:
            return "also"
        first, then = self._day(before), self._day(claim)
        return "in a later report" if first < then < date.max else "in another report"

    def _rank(self, claim: Claim, parts: dict[ClaimId, list[Claim]]) -> tuple[bool, bool, bool, date]:
        """The fullest wording first: with its parts, outside of headlines, with whom it counts."""
        return claim.id not in parts, self._is_title(claim), figures.is_bare(claim), self._day(claim)

    def _is_title(self, claim: Claim) -> bool:
        blocks = self._rows.report(claim.report).blocks
        return any(block.kind is BlockKind.TITLE and block.span.covers(claim.span) for block in blocks)

    def _speakers(self, claim: Claim, alike: Sequence[Claim]) -> tuple[Voice, ...]:
        """The speaker; for outlets in their own voice all that give the figure, copies of one text once."""
        if claim.sources:
            return (self._voices.of(claim),)
        own = [one for one in self._rows.without_copies(alike) if not one.sources]
        found = {voice.name: voice for voice in (self._voices.of(one) for one in (claim, *own))}
        return tuple(found.values())

    def clause(self, telling: Telling, *, is_first: bool, says_own: bool = True) -> Clause:
        """The telling in words; a first clause may begin with the figure ("… were killed, the monitor said").

        Without `says_own` the sentence around it has said already that outlets speak in their own voice.
        """
        spans = tuple((telling.claim, span) for voice in telling.voices for span in voice.spans)
        own = _own(telling, says_own=says_own) if telling.is_own else ""
        text = (
            self._opened(telling, own)
            if is_first and self._takes_clause(telling)
            else self._told(telling, own, is_first=is_first)
        )
        if telling.claim.status is Status.UNCONFIRMED:
            text += ", which the report calls unconfirmed"
        return Clause(text, (*telling.claims, *telling.parts), spans)

    def _takes_clause(self, telling: Telling) -> bool:
        claim = telling.claim
        is_real = figures.is_said_to_have_happened(claim, self._rows.report(claim.report))
        words = figures.figure_words(claim)
        is_full = is_real and not words[:1].isdigit() and not figures.is_bare(claim) and not figures.counts_harm(claim)
        return is_full and claim.status is not Status.DENIED and not telling.follows

    def _opened(self, telling: Telling, own: str) -> str:
        """The figure, then who said so."""
        happened = self._happened(telling)
        voice = telling.voices[0]
        if not voice.is_outlet:
            return f"{happened}, {voice.said}"
        names = wording.listed([one.name for one in telling.voices])
        return f"{happened}, {names} {tells(self._rows.report(telling.claim.report))}{own}"

    def _happened(self, telling: Telling) -> str:
        claim = telling.claim
        verb = figures.happened(claim, self._rows.report(claim.report))
        return f"{figures.inside(figures.figure_words(claim))} {verb}{self._parts(telling)}"

    def _parts(self, telling: Telling) -> str:
        """The parts of the same people: "among them five children", "and at least 11 of them were children"; a part
        that somebody else tells, with who does: "among them five children (police)"."""
        among, apart = [], []
        for part in (one for one in telling.parts if not _says_the_same(one, telling.claim)):
            words = figures.inside(figures.figure_words(part))
            whose = self._whose(part, telling)
            group = wording.GROUPS[part.group] if part.group not in (None, Group.UNSPECIFIED) else ""
            has_verb = figures.has_verb(part, self._rows.report(part.report)) and not words.endswith("ed")
            if figures.is_part_of(part):
                were = "was" if figures.is_one(part) else "were"
                if group or (has_verb and self._verb(part) != self._verb(telling.claim)):
                    apart.append((f"{words} {were} {group}" if group else f"{words} {self._verb(part)}") + whose)
            elif group or (part.measure is telling.claim.measure and not figures.is_bare(part)):
                among.append((f"{words} {group}" if group and figures.is_bare(part) else words) + whose)
            elif has_verb:
                apart.append(f"{words} {self._verb(part)}{whose}")
        said = f", among them {wording.listed(among)}" if among else ""
        return said + "".join(f" and {one}" for one in apart)

    def _whose(self, part: Claim, telling: Telling) -> str:
        """Who tells a part, where it is not who tells the whole."""
        voice = self._voices.of(part)
        if voice.name in {one.name for one in telling.voices}:
            return ""
        return f" ({voice.name}, in its own voice)" if voice.is_outlet else f" ({voice.name})"

    def _verb(self, claim: Claim) -> str:
        return figures.happened(claim, self._rows.report(claim.report))

    def _told(self, telling: Telling, own: str, *, is_first: bool) -> str:
        """Who said so, then the figure."""
        claim, voice = telling.claim, telling.voices[0]
        report = self._rows.report(claim.report)
        if not figures.is_said_to_have_happened(claim, report):
            verb = "wrote" if voice.is_outlet else "said"
            return f"{voice.subject} {verb}{voice.tail}: {quoted(claim.sentence.of(report.text))}"
        words = figures.inside(figures.figure_words(claim))
        subject = wording.listed([one.name for one in telling.voices]) if voice.is_outlet else voice.subject
        if telling.follows and not is_first:
            subject = "the same outlet" if telling.is_own else "the same source"
        tail, follows = voice.tail, telling.follows
        lead = f"{follows}, {subject}" if follows and follows != "also" else subject
        also = " also" if follows == "also" else ""
        if claim.status is Status.DENIED:
            return f"{lead}{also} denied{own} that {self._happened(telling)}{tail}"
        is_claimed = claim.status is Status.ALLEGED and not voice.is_outlet
        if figures.counts_harm(claim):
            verb = "claimed" if is_claimed else "showed" if voice.verb == "showed" else "reported"
            return f"{lead}{also} {verb} {words}{self._parts(telling)}{own and f',{own}'}{tail}"
        if not figures.is_bare(claim):
            verb = tells(report) if telling.is_own else voice.verb
            return f"{lead}{also} {verb}{own} that {self._happened(telling)}{tail}"
        if is_claimed:
            return f"{lead}{also} claimed {figures.spoken(claim)}{self._parts(telling)}{tail}"
        if figures.is_plain(claim):
            at = words if words.startswith(("as high as", "as low as")) else f"at {words}"
            return f"{lead}{also} put {figures.counted(claim)} {at}{own and f',{own}'}{self._parts(telling)}{tail}"
        return f"{lead}{also} spoke{own} of {figures.spoken(claim)}{self._parts(telling)}{tail}"


def _says_the_same(part: Claim, whole: Claim) -> bool:
    """A part with the numbers of its whole tells nothing more."""
    if part.figure is None or whole.figure is None:
        return False
    return (part.figure.low, part.figure.high) == (whole.figure.low, whole.figure.high)


def _own(telling: Telling, *, says_own: bool) -> str:
    """That outlets speak for themselves, and that they keep their distance where they do."""
    is_reserved = telling.claim.status is Status.ALLEGED
    if not says_own:
        return " with reserve" if is_reserved else ""
    reserve = " with reserve and" if is_reserved else ""
    return f"{reserve} in {'their' if len(telling.voices) > 1 else 'its'} own voice"


def _is_same_name(name: str, before: str) -> bool:
    """One name holds the other ("the British-based monitor the Relief Watch" and "the Relief Watch")."""
    return bool(before) and (name.casefold() in before.casefold() or before.casefold() in name.casefold())


def _can_be_part(part: Claim, whole: Claim) -> bool:
    """Some of the people of the whole: no more than these, and not everybody where the whole is of one group."""
    open_groups = (None, Group.UNSPECIFIED)
    if whole.group not in open_groups and not figures.is_part_of(part):
        is_other = part.group in open_groups or (part.group is whole.group and part.measure is whole.measure)
        if is_other:
            return False
    low, high = (part.figure.low if part.figure else None), (whole.figure.high if whole.figure else None)
    return low is None or high is None or low <= high
