"""Invented reports and claims for linking: built by hand, the smallest that show a behaviour."""

from dataclasses import dataclass, field
from datetime import date

from sayso.model import (
    Block,
    BlockKind,
    Claim,
    ClaimId,
    ClaimKind,
    EventKind,
    Figure,
    Group,
    Interval,
    Measure,
    Modifier,
    Place,
    Precision,
    Report,
    ReportId,
    Span,
    Stamp,
    digest,
)

DAY = date(2031, 5, 4)


def on(day: date, last: date | None = None) -> Interval:
    """A day, or the days up to another one."""
    end = last or day
    return Interval(day, end, Precision.DAY if end == day else Precision.DAYS)


@dataclass
class Case:
    """Collects reports and claims; each claim stands in a sentence of its own in its report."""

    texts: dict[str, str] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def add(
        self,
        report: str,
        sentence: str,
        words: str,
        low: int | None,
        *,
        high: int | str | None = "same",
        modifier: Modifier = Modifier.EXACT,
        measure: Measure | None = Measure.KILLED,
        group: Group | None = Group.UNSPECIFIED,
        event: EventKind | None = EventKind.BOMBING,
        place: str | Place | None = "Marrow",
        when: Interval | None = None,
        sources: tuple[str, ...] = (),
        blamed: str | None = None,
        subset_of: ClaimId | None = None,
        joint: tuple[str, ...] = (),
        kind: ClaimKind = ClaimKind.FIGURE,
    ) -> ClaimId:
        """A claim whose words stand in the sentence; the id follows from the report and the position."""
        text = self.texts.get(report, "")
        start = len(text) + sentence.index(words)
        span = Span(start, start + len(words))
        whole = Span(len(text), len(text) + len(sentence))
        self.texts[report] = f"{text}{sentence}\n"
        upper = low if high == "same" else high
        assert not isinstance(upper, str)
        claim = Claim(
            id=ClaimId(digest(report, start)),
            report=ReportId(report),
            kind=kind,
            span=span,
            words=words,
            sentence=whole,
            figure=Figure(low, upper, modifier, words) if measure else None,
            measure=measure,
            group=group,
            subset_of=subset_of,
            joint=joint,
            event=event,
            place=Place(place) if isinstance(place, str) else place,
            date=when,
            blamed=blamed,
            sources=sources,
        )
        self.claims.append(claim)
        return claim.id

    @property
    def reports(self) -> list[Report]:
        """The reports as they now stand."""
        return [self._report(report, text) for report, text in self.texts.items()]

    def _report(self, report: str, text: str) -> Report:
        day = self.days.get(report)
        return Report(
            id=ReportId(report),
            text=text,
            blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
            sha256="",
            locator="test",
            outlet=self.outlets.get(report),
            published=Stamp(day, day, None, None, None, str(day), "field") if day else None,
        )
