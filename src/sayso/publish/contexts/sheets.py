"""Incidents: their sheets, and the list above them."""

from dataclasses import dataclass

from sayso.publish.contexts.deciding import DecisionLine, QuestionBox
from sayso.publish.contexts.drawn import Chart
from sayso.publish.contexts.methods import MethodCard
from sayso.publish.contexts.rows import ClaimRow
from sayso.publish.contexts.words import Link, Reason


@dataclass(frozen=True, slots=True)
class OriginBox:
    """Claims of an incident that go back to one root."""

    name: str
    counted: bool
    note: str
    sources: tuple[str, ...]
    rows: tuple[ClaimRow, ...]
    joins: tuple[str, ...]
    judged: tuple[str, ...] = ()
    """What persons decided about it, as sentences."""


@dataclass(frozen=True, slots=True)
class RangeEndLine:
    """One end of a range, as it was said."""

    label: str
    words: str
    origin: str
    href: str


@dataclass(frozen=True, slots=True)
class StatedLine:
    """The figures of one origin, in its own words."""

    origin: str
    figures: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RangeLine:
    """The range of reports for one measure and group."""

    what: str
    ends: tuple[RangeEndLine, ...]
    """One or two; empty where no claim states a number."""
    note: str
    stated: tuple[StatedLine, ...]
    """Who stated which figures, side by side, in order of publication; each wording once; empty for a single figure."""
    is_short: bool
    """Few enough to be shown at once."""
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One line of the incident sheet."""

    kind: str
    slug: str
    reason: str
    claims: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BlamedLine:
    """Who is blamed, and by which origins."""

    words: str
    by: str


@dataclass(frozen=True, slots=True)
class ProseLine:
    """One composed sentence with the words that it rests on."""

    text: str
    links: tuple[Link, ...]
    """Never empty; the first of each report, long lists cut."""
    more: int
    """How many further places it rests on."""


@dataclass(frozen=True, slots=True)
class ProseBox:
    """What is reported of one incident, in sentences."""

    incident: Link
    lines: tuple[ProseLine, ...]


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """One incident."""

    id: str
    number: int
    label: str
    support: str
    """How many named origins, claims, reports, as a sentence."""
    prose: tuple[ProseLine, ...]
    facts: tuple[Reason, ...]
    blamed: tuple[BlamedLine, ...]
    ranges: tuple[RangeLine, ...]
    findings: tuple[FindingLine, ...]
    badges: tuple[FindingLine, ...]
    """The first finding of each kind."""
    accused: tuple[ClaimRow, ...]
    origins: tuple[OriginBox, ...]
    joins: tuple[str, ...]
    unknown: tuple[str, ...]
    is_single: bool
    """One claim: its line says what the sheet would say again."""
    methods: tuple[MethodCard, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    questions: tuple[QuestionBox, ...] = ()
    handle: str = ""
    """The id by which people decide about it; empty where nobody may."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One incident as a line of the list above the sheets."""

    incident: Link
    figures: tuple[str, ...]
    """What is reported, in the words of the ends."""
    origins: str
    findings: tuple[FindingLine, ...]
    """One of each kind."""
    is_decided: bool
    """A person decided something about it."""
    is_open: bool
    """It could be read another way."""
