"""What is drawn: charts, the time line, the map; every number in the units of its drawing."""

from dataclasses import dataclass
from typing import Literal

from sayso.publish.contexts.words import Link, LinkList


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
