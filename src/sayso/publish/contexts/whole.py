"""The reports with their texts, the overview, and the whole brief."""

from dataclasses import dataclass

from sayso.publish.contexts.deciding import DecisionLine, OpenQuestion
from sayso.publish.contexts.drawn import PlaceMap, TimeLine
from sayso.publish.contexts.methods import MethodNote
from sayso.publish.contexts.rows import KindSection, NotReadRow, SpeakerBox, VictimRow
from sayso.publish.contexts.sheets import IncidentSheet, IndexRow, ProseBox
from sayso.publish.contexts.versions import VersionBox
from sayso.publish.contexts.words import Link, Piece, Reason


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A stretch of a report's text with its marks; kind "gap" is what stands between blocks."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One report with its text."""

    id: str
    number: int
    title: str
    outlet: str
    facts: tuple[Reason, ...]
    url: str
    safe_url: bool
    """Only http and https addresses become links."""
    copies: tuple[Link, ...]
    copy_reasons: tuple[str, ...]
    copy_judged: tuple[str, ...]
    """What persons decided about the copies, as sentences."""
    changes: tuple[Link, ...]
    """To what was changed between it and other versions."""
    notes: tuple[str, ...]
    claims: str
    """How many claims were read from it, in words."""
    blocks: tuple[TextBlock, ...]
    language: str
    """Empty where unknown."""


@dataclass(frozen=True, slots=True)
class GlanceLine:
    """One number of the overview with what it counts."""

    count: str
    label: str
    meaning: str
    href: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The overview."""

    sentence: str
    totals: tuple[GlanceLine, ...]
    findings: tuple[GlanceLine, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief, whatever its format."""

    title: str
    audience: str
    marking: str
    """Whom it is for, in capitals."""
    caution: str
    """What has been left out; empty where nothing has."""
    generated: str
    readers: str
    methods: str
    glance: Glance
    summary: tuple[ProseBox, ...]
    """The first incidents in a few sentences each."""
    not_read: tuple[NotReadRow, ...]
    time_line: TimeLine | None
    place_map: PlaceMap | None
    index: tuple[IndexRow, ...]
    """The first incidents in order."""
    index_rest: str
    """How many more there are; empty where none."""
    incidents: tuple[IncidentSheet, ...]
    kinds: tuple[KindSection, ...]
    speakers: tuple[SpeakerBox, ...]
    victims: tuple[VictimRow, ...]
    reports: tuple[ReportSheet, ...]
    method_notes: tuple[MethodNote, ...] = ()
    read_by: str = "All of this was machine-read; nothing has been checked by a person."
    """What is machine-read, and what persons decided."""
    decisions: tuple[DecisionLine, ...] = ()
    """Every decision, with where it counts."""
    notices: tuple[str, ...] = ()
    """What decisions name that was not read."""
    questions: tuple[OpenQuestion, ...] = ()
    ids: str = ""
    """As JSON, the ids that decisions are made about; empty for the public."""
    versions: tuple[VersionBox, ...] = ()
    """Versions and copies between which something was changed."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A few lines for a notebook."""

    sentence: str
    incidents: tuple[IncidentSheet, ...]
    more: str
    not_read: tuple[NotReadRow, ...]
