"""What the brief's templates get: typed frozen values in which everything is decided; templates only place them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sayso.publish.method_contexts import MethodCard, MethodNote


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the same page and the words that lead there."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkList:
    """Several places in the page under one label; a long list is opened on demand."""

    label: str
    links: tuple[Link, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A claim that is folded into another because a copy of the same text makes it."""

    id: str
    link: Link


@dataclass(frozen=True, slots=True)
class Piece:
    """One step in a marked text: words, a control character, the start or end of a mark, a way back."""

    kind: Literal["words", "control", "open", "close", "back"]
    text: str = ""
    """The words; for a control character its name ("U+202E"); for a way back what it leads to."""
    id: str = ""
    """Of a mark that starts here; empty where a mark goes on after a break."""
    of: str = ""
    """The id of the mark that this one continues."""
    classes: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A field of a reading and why it has its value."""

    field: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as a line of the brief."""

    id: str
    kind: str
    words: str
    measure: str
    """What the figure counts ("killed"), or what kind of claim it is."""
    group: str
    actor: str
    """For kinds without figure: who says, denies, holds; empty where not stated."""
    status: str
    """A badge where the text is anything but a plain assertion; empty otherwise."""
    carried: bool
    sentence: tuple[Piece, ...]
    href: str
    """To the words in the report's text."""
    chain: tuple[str, ...]
    """Names, root first; empty for the outlet's own voice."""
    outlet: str
    report: Link
    published: str
    facts: tuple[Reason, ...]
    """When, where, blamed and the like: only what is stated."""
    reasons: tuple[Reason, ...]
    part_of: Link | None
    incident: Link | None
    copies: tuple[CopyLine, ...]
    remarks: tuple[Link, ...]
    """For messages: what the same report says about verification."""
    parts: tuple["ClaimRow", ...] = ()
    """Claims that count a part of the same people."""


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One place where a report lets someone else speak."""

    id: str
    act: str
    hedged: bool
    content: tuple[tuple[Piece, ...], ...]
    href: str
    chain: tuple[str, ...]
    outlet: str
    report: Link
    reason: str


@dataclass(frozen=True, slots=True)
class SpeakerBox:
    """What one speaker is reported to have said."""

    name: str
    count: str
    rows: tuple[AttributionRow, ...]
    claims: tuple[ClaimRow, ...]
    """Statements that no attribution covers."""
    is_open: bool
    """Shown at once: there are few enough to read on."""


@dataclass(frozen=True, slots=True)
class OriginBox:
    """Claims of an incident that go back to one root."""

    name: str
    counted: bool
    note: str
    sources: tuple[str, ...]
    rows: tuple[ClaimRow, ...]
    joins: tuple[str, ...]


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
class ChartRow:
    """One figure with the day of its report; numbers in the units of the drawing."""

    y: str
    day: str
    path: str
    """The marker, and an arrow, or a line between the bounds, where the words leave the number open."""
    words: str
    words_x: str
    words_anchor: Literal["start", "end"]
    origin: str


@dataclass(frozen=True, slots=True)
class ChartTick:
    """A number or a day on an axis."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures of one measure and group by origin, and by day of publication within it."""

    width: str
    height: str
    bottom: str
    """Where the rows end and the axis begins."""
    what: str
    heads: tuple[ChartTick, ...]
    """The origins, each above its rows."""
    rows: tuple[ChartRow, ...]
    numbers: tuple[ChartTick, ...]
    left_out: str
    """How many figures could not be drawn, and why; empty where none."""


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
    methods: "tuple[MethodCard, ...]" = ()


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One incident as a line of the list above the sheets."""

    incident: Link
    figures: tuple[str, ...]
    """What is reported, in the words of the ends."""
    origins: str
    findings: tuple[FindingLine, ...]
    """One of each kind."""


@dataclass(frozen=True, slots=True)
class KindSection:
    """Claims of one kind across all reports."""

    id: str
    heading: str
    intro: str
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class TimeBar:
    """One incident, or one report, on the time line; positions in percent of its width."""

    href: str
    label: str
    when: str
    """What the label does not say already."""
    told: str
    """When, in full."""
    left: str
    width: str
    classes: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Happenings as bars as long as their imprecision, publication times as points below."""

    first: str
    ticks: tuple[ChartTick, ...]
    """Days at equal steps, in percent of the width."""
    step: str
    """Between two ticks, in percent of the width."""
    last: str
    happenings: tuple[TimeBar, ...]
    """The first incidents of the brief's order, by day."""
    more: tuple[TimeBar, ...]
    """The other incidents, by day."""
    publications: tuple[TimeBar, ...]
    not_drawn: LinkList
    """Incidents without a date."""
    undated_reports: LinkList


@dataclass(frozen=True, slots=True)
class MapShape:
    """A place on the map, as large as it is imprecise; numbers in the units of the drawing."""

    x: str
    y: str
    radius: str
    classes: str
    label: str
    """Empty where there is no room."""
    label_x: str
    label_y: str
    label_anchor: Literal["start", "middle", "end"]
    leader: str
    """A path from the place to a label that does not stand right beside it; empty otherwise."""


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """One scale: all places, or those that crowd together drawn closer."""

    name: str
    shapes: tuple[MapShape, ...]
    scale_width: str
    scale_label: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with the incidents that are said to have happened there."""

    name: str
    precision: str
    incidents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """Where the incidents are said to have happened."""

    width: str
    height: str
    drawings: tuple[MapDrawing, ...]
    """The whole first; empty where there are no two places to draw."""
    places: tuple[PlaceRow, ...]
    not_drawn: tuple[PlaceRow, ...]
    """Not found in the gazetteer, or known too coarsely to draw."""
    is_short: bool
    """Few enough not to be folded away."""
    nowhere: LinkList
    """Incidents without a place."""


@dataclass(frozen=True, slots=True)
class VictimRow:
    """A person harmed, as a report names him or her."""

    name: str
    age: str
    sex: str
    words: str
    href: str
    report: Link


@dataclass(frozen=True, slots=True)
class NotReadRow:
    """An input that gave no report."""

    locator: str
    what: str
    do: str


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
    method_notes: "tuple[MethodNote, ...]" = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A few lines for a notebook."""

    sentence: str
    incidents: tuple[IncidentSheet, ...]
    more: str
    not_read: tuple[NotReadRow, ...]
