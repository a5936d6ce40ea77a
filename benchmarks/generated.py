"""A made-up corpus with known answers, claims already read: copies, edited copies, citation chains, look-alikes.

Everything follows from the seed. Names of places, bodies and outlets are invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sayso.knowledge.registry_file import Entry
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
    Source,
    SourceKind,
    Span,
    Stamp,
    digest,
)

START = date(2030, 1, 1)
SYLLABLES = [c + v for c in "bdfghklmnprstvz" for v in ("a", "e", "i", "o", "u", "ar", "en", "il", "or", "un")]
KINDS = (EventKind.AIRSTRIKE, EventKind.SHELLING, EventKind.BOMBING, EventKind.CLASH, EventKind.SHOOTING)
VERBS = {
    EventKind.AIRSTRIKE: "an air raid hit",
    EventKind.SHELLING: "shells struck",
    EventKind.BOMBING: "a bomb went off in",
    EventKind.CLASH: "fighting broke out at",
    EventKind.SHOOTING: "gunmen opened fire in",
}
BODIES = 40
OUTLETS = 60


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports and claims, and what is true of them."""

    reports: list[Report]
    claims: list[Claim]
    copy_of: dict[ReportId, str]
    """Report to the text that it has: equal for copies."""
    incident_of: dict[ClaimId, str]
    origin_of: dict[ClaimId, str]
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Happening:
    key: str
    place: str
    day: date
    event: EventKind
    killed: int
    injured: int
    words: tuple[str, ...]
    """What only this happening is told with: names, streets, what stood there."""
    body: int

    @property
    def when(self) -> str:
        """The day as its reports state it."""
        return f"{self.day.day} {self.day:%B %Y}"


class Maker:
    """Makes one corpus."""

    def __init__(self, reports: int, seed: int = 20300101) -> None:
        self._wanted = reports
        self._random = Random(seed)
        self._lexicon = [self._word(3) for _ in range(6000)]
        self._places = sorted({self._word(3).capitalize() for _ in range(max(60, reports // 40))})
        self._bodies = [f"{self._word(3).capitalize()} Relief Watch" for _ in range(BODIES)]
        self._outlets = [f"{self._word(2).capitalize()} Gazette" for _ in range(OUTLETS)]
        self._footers = [self._prose(25) for _ in range(OUTLETS)]
        self.corpus = Corpus([], [], {}, {}, {}, self._entries())

    def _word(self, syllables: int) -> str:
        return "".join(self._random.choice(SYLLABLES) for _ in range(syllables))

    def _prose(self, words: int) -> str:
        return " ".join(self._random.choice(self._lexicon) for _ in range(words)).capitalize() + "."

    def _entries(self) -> list[Entry]:
        bodies = [Entry(Source(f"body-{n}", name, SourceKind.NGO), ()) for n, name in enumerate(self._bodies)]
        outlets = [
            Entry(Source(f"outlet-{n}", name, SourceKind.INDEPENDENT_MEDIA), ()) for n, name in enumerate(self._outlets)
        ]
        return [*bodies, *outlets]

    def make(self) -> Corpus:
        """The corpus; of every happening a few look-alikes follow it."""
        for happening in self._happenings():
            if len(self.corpus.reports) >= self._wanted:
                break
            self._tell(happening)
        return self.corpus

    def _happenings(self) -> Iterator[Happening]:
        n = 0
        while True:
            first = self._happening(n, self._random.choice(self._places), self._random.randrange(730))
            yield first
            n += 1
            if self._random.random() < 0.4:  # the same town and kind of event some days later
                later = (first.day - START).days + self._random.randint(2, 6)
                yield self._happening(n, first.place, later, first.event)
                n += 1
            if self._random.random() < 0.3:  # the same day and toll in another town
                town = self._random.choice(self._places)
                if town != first.place:
                    yield self._happening(n, town, (first.day - START).days, first.event, first.killed)
                    n += 1

    def _happening(
        self, n: int, place: str, day: int, event: EventKind | None = None, killed: int | None = None
    ) -> Happening:
        return Happening(
            key=f"happening-{n}",
            place=place,
            day=START + timedelta(days=day),
            event=event or self._random.choice(KINDS),
            killed=killed or self._random.randint(2, 60),
            injured=self._random.randint(3, 150),
            words=tuple(self._word(4) for _ in range(8)),
            body=self._random.randrange(BODIES),
        )

    def _tell(self, happening: Happening) -> None:
        """One to fourteen reports: own texts, copies of the first, edited copies, and citations of its outlet."""
        count = min(14, 1 + int(self._random.expovariate(0.25)))
        first_text, first_source = self._text(happening), self._first_source(happening)
        first_outlet = self._random.randrange(OUTLETS)
        self._add(happening, first_outlet, first_text, first_source, 0, key=0)
        for n in range(1, count):
            outlet, chance = self._random.randrange(OUTLETS), self._random.random()
            if chance < 0.25:
                self._add(happening, outlet, first_text, first_source, n, key=0)
            elif chance < 0.4:
                self._add(happening, outlet, self._edited(first_text), first_source, n, key=0)
            elif chance < 0.55 and first_source in self._bodies and outlet != first_outlet:
                self._add(happening, outlet, self._text(happening), self._outlets[first_outlet], n, key=n)
            else:
                self._add(happening, outlet, self._text(happening), self._source(happening), n, key=n)

    def _text(self, happening: Happening) -> str:
        told = self._random.sample(happening.words, 5)
        words = " ".join(f"{word} {self._prose(3)[:-1].lower()}" for word in told)
        lead = f"In {happening.place} {VERBS[happening.event]} the {told[0]} quarter."
        toll = (
            f"{happening.killed} people were killed and {happening.injured} injured near {told[1]} on {happening.when}."
        )
        return f"{lead}\n{toll}\n{words.capitalize()}.\n{self._prose(30)}"

    def _edited(self, text: str) -> str:
        """The text with one word in twelve replaced below the figures, and its last lines cut at times."""
        lead, toll, *rest = text.split("\n")
        changed = [
            " ".join(w if self._random.random() > 1 / 12 else self._random.choice(self._lexicon) for w in line.split())
            for line in rest
        ]
        return "\n".join([lead, toll, *changed])

    def _first_source(self, happening: Happening) -> str:
        return self._bodies[happening.body] if self._random.random() < 0.7 else self._source(happening)

    def _source(self, happening: Happening) -> str:
        """The body that counts this happening, another body, people without a name, or nobody."""
        chance = self._random.random()
        if chance < 0.45:
            return self._bodies[happening.body if chance < 0.3 else self._random.randrange(BODIES)]
        return "activists" if chance < 0.7 else ""

    def _add(self, happening: Happening, outlet: int, body: str, source: str, n: int, *, key: int) -> None:
        text = f"{body}\n{self._footers[outlet]}"
        report_id = ReportId(digest("generated", len(self.corpus.reports)))
        day = happening.day + timedelta(days=min(n // 3, 3))
        blocks, at = [], 0
        for line in text.split("\n"):
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
            at += len(line) + 1
        self.corpus.reports.append(
            Report(
                id=report_id,
                text=text,
                blocks=tuple(blocks),
                sha256="",
                locator="generated",
                outlet=self._outlets[outlet],
                published=Stamp(day, day, None, None, None, str(day), "field"),
            )
        )
        self.corpus.copy_of[report_id] = f"{happening.key}:{key}"
        self._claims(happening, report_id, text, source)

    def _claims(self, happening: Happening, report: ReportId, text: str, source: str) -> None:
        """The toll and the injured; now and then the day or the place was not read, or the kind only as "other"."""
        place = None if self._random.random() < 0.06 else Place(happening.place, precision="town")
        stated = Interval(happening.day, happening.day, Precision.DAY, happening.when)
        day = None if self._random.random() < 0.06 else stated
        event = EventKind.OTHER if self._random.random() < 0.06 else happening.event
        start = text.index("\n") + 1
        sentence = Span(start, text.index("\n", start))
        told = (
            (Measure.KILLED, happening.killed, f"{happening.killed} people"),
            (Measure.INJURED, happening.injured, str(happening.injured)),
        )
        for measure, number, words in told:
            at = text.index(words, start)
            claim = Claim(
                id=ClaimId(digest(report, measure.value)),
                report=report,
                kind=ClaimKind.FIGURE,
                span=Span(at, at + len(words)),
                words=words,
                sentence=sentence,
                figure=Figure(number, number, Modifier.EXACT, words),
                measure=measure,
                group=Group.UNSPECIFIED,
                event=event,
                place=place,
                date=day,
                sources=(source,) if source else (),
            )
            self.corpus.claims.append(claim)
            self.corpus.incident_of[claim.id] = happening.key
            self.corpus.origin_of[claim.id] = self._origin(happening, source)

    def _origin(self, happening: Happening, source: str) -> str:
        """Who cites the first outlet goes back to the body that the first outlet names."""
        if source in self._outlets:
            return f"body-{happening.body}"
        if not source:
            return "none"
        return "unnamed" if source == "activists" else f"body-{self._bodies.index(source)}"
