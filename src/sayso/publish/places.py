"""The map: where incidents are said to have happened, each place drawn as large as it is imprecise."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, floor, hypot, log10, radians
from statistics import median

from sayso.model import Analysis, Place
from sayso.publish.contexts import Link, MapDrawing, MapShape, PlaceMap, PlaceRow
from sayso.publish.labels import FAR, LETTER_WIDTH, Labels, Placed
from sayso.publish.order import ordered
from sayso.publish.rows import SHORT, link_list

RADIUS_KM = {"neighbourhood": 1.0, "town": 2.0, "city": 5.0, "district": 20.0, "province": 60.0}
"""Half widths to draw. No gazetteer gives extents for all places, so these are conventions, and the page says so."""

COARSE = ("district", "province")
WIDTH, HEIGHT, EDGE = 760, 460, 60
"""Units of the drawing."""

KM_PER_DEGREE = 111.32
"""Of latitude. Source: mean Earth radius 6,371 km (IUGG), rounded; enough for a drawing."""

SMALLEST_KM = 4.0
"""A map narrower than this says more than the gazetteer knows."""

FAR_KM, FAR_TIMES = 300.0, 4.0
"""Farther from the middle than both: one place abroad must not shrink a country to a spot. Left out by name."""

LABELS = 24
WIDE, BESIDE = 40.0, 15.0
"""Units: an area from this radius on bears its name inside; a label farther up or down needs a line to its place."""

CROWDED, FEWEST_CROWDED = 45.0, 3
"""Units, and places: this many that close together are drawn once more on a larger scale."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place that can be drawn, in kilometres east and north of the first one."""

    place: Place
    name: str
    east: float
    north: float
    radius: float
    links: tuple[Link, ...]


def place_map(analysis: Analysis) -> PlaceMap | None:
    """The incidents' places; None where no incident has one. A single place has no neighbours to be drawn among."""
    by_place: dict[str, list[Link]] = {}
    places: dict[str, Place] = {}
    nowhere = []
    for incident in ordered(analysis):
        link = Link(f"#i-{incident.id}", incident.label)
        if incident.place is None:
            nowhere.append(link)
            continue
        key = incident.place.entry or f"words:{incident.place.words.casefold()}"
        places.setdefault(key, incident.place)
        by_place.setdefault(key, []).append(link)
    if not places:
        return None
    spots = _spots([(place, tuple(by_place[key])) for key, place in places.items() if _can_draw(place)])
    drawn = _together(spots)
    far = [spot for spot in spots if spot not in drawn]
    return PlaceMap(
        width=str(WIDTH),
        height=str(HEIGHT),
        drawings=_drawings(drawn) if len(drawn) > 1 else (),
        places=tuple(PlaceRow(spot.name, spot.place.precision or "", spot.links) for spot in drawn),
        not_drawn=(
            *(PlaceRow(spot.name, "far from the others: off the map", spot.links) for spot in far),
            *(
                PlaceRow(_name(place), _why_not(place), tuple(by_place[key]))
                for key, place in places.items()
                if not _can_draw(place)
            ),
        ),
        is_short=len(places) <= SHORT,
        nowhere=link_list("No place known", nowhere),
    )


def _can_draw(place: Place) -> bool:
    return place.latitude is not None and place.longitude is not None and place.precision != "country"


def _why_not(place: Place) -> str:
    if place.name is None:
        return "not found in the gazetteer"
    return "only the country is known" if place.precision == "country" else "no position in the gazetteer"


def _name(place: Place) -> str:
    return ", ".join(dict.fromkeys((place.name or place.words, *place.within[:1])))


def _spots(places: Sequence[tuple[Place, tuple[Link, ...]]]) -> list[_Spot]:
    middle = sum(place.latitude or 0.0 for place, _ in places) / max(1, len(places))
    shrink = cos(radians(middle))
    return [
        _Spot(
            place,
            _name(place),
            (place.longitude or 0.0) * KM_PER_DEGREE * shrink,
            (place.latitude or 0.0) * KM_PER_DEGREE,
            RADIUS_KM.get(place.precision or "", 0.0),
            links,
        )
        for place, links in places
    ]


def _together(spots: Sequence[_Spot]) -> list[_Spot]:
    """The places that lie close enough to be told apart on one map."""
    if len(spots) <= 2:
        return list(spots)
    east, north = median(spot.east for spot in spots), median(spot.north for spot in spots)
    distance = {id(spot): hypot(spot.east - east, spot.north - north) for spot in spots}
    limit = max(FAR_KM, FAR_TIMES * median(distance.values()))
    return [spot for spot in spots if distance[id(spot)] <= limit]


def _drawings(spots: Sequence[_Spot]) -> tuple[MapDrawing, ...]:
    """All places, and those that crowd together once more on a scale of their own."""
    whole = _draw("Map of the places", spots)
    crowd = _crowd(spots, _frame(spots)[1])
    return (whole, _draw("The places that lie close together", crowd)) if crowd else (whole,)


def _crowd(spots: Sequence[_Spot], scale: float) -> list[_Spot]:
    """The most places that lie within a small part of the drawing; empty where they can be told apart."""
    exact = [spot for spot in spots if spot.place.precision not in COARSE]
    near = [
        [other for other in exact if hypot(other.east - spot.east, other.north - spot.north) * scale <= CROWDED]
        for spot in exact
    ]
    most = max(near, key=len, default=[])
    return most if FEWEST_CROWDED <= len(most) < len(spots) else []


def _frame(spots: Sequence[_Spot]) -> tuple[tuple[float, float], float]:
    """The middle, in kilometres east and north, and the units of the drawing in a kilometre."""
    west = min(spot.east - spot.radius for spot in spots)
    east = max(spot.east + spot.radius for spot in spots)
    south = min(spot.north - spot.radius for spot in spots)
    north = max(spot.north + spot.radius for spot in spots)
    across, down = max(east - west, SMALLEST_KM), max(north - south, SMALLEST_KM)
    scale = min((WIDTH - 2 * EDGE) / across, (HEIGHT - 2 * EDGE) / down)
    return ((west + east) / 2, (south + north) / 2), scale


def _draw(name: str, spots: Sequence[_Spot]) -> MapDrawing:
    """The shapes, largest first so that none hides another."""
    middle, scale = _frame(spots)
    label_of = _labels(spots, middle, scale)
    shapes = []
    for spot in sorted(spots, key=lambda spot: -spot.radius):
        x, y, radius = _at(spot, middle, scale)
        label_x, label_y, anchor = label_of.get(id(spot)) or (0.0, 0.0, None)
        is_area = spot.radius > 0
        shapes.append(
            MapShape(
                x=f"{x:.1f}",
                y=f"{y:.1f}",
                radius=f"{radius:.1f}",
                classes=("area coarse" if spot.place.precision in COARSE else "area") if is_area else "spot",
                label=_label(spot, spots) if anchor else "",
                label_x=f"{label_x:.1f}",
                label_y=f"{label_y:.1f}",
                label_anchor=anchor or "start",
                leader=_leader(x, y, label_x, label_y) if anchor in ("start", "end") else "",
            )
        )
    scale_km = _round_down(160 / scale)
    return MapDrawing(name, tuple(shapes), f"{scale_km * scale:.1f}", f"{scale_km:g} km")


def _labels(spots: Sequence[_Spot], middle: tuple[float, float], scale: float) -> dict[int, Placed]:
    """Room for the names of the places with most incidents: small ones beside, wide areas inside at the top."""
    at = {id(spot): _at(spot, middle, scale) for spot in spots}
    dots = [(x - 5, y - 5, x + 5, y + 5) for x, y, radius in at.values() if radius < WIDE]
    labels = Labels(WIDTH, [(0, HEIGHT - 46, 200, HEIGHT), *dots], FAR)
    found = {}
    for spot in sorted(spots, key=lambda spot: (-len(spot.links), spot.name))[:LABELS]:
        x, y, radius = at[id(spot)]
        name = _label(spot, spots)
        is_wide = radius >= WIDE and len(name) * LETTER_WIDTH < 1.6 * radius
        placed = labels.centre(name, x, y - radius * 0.6) if is_wide else None
        placed = placed or labels.place(name, x, y, radius)
        if placed:
            found[id(spot)] = placed
    return found


def _label(spot: _Spot, spots: Sequence[_Spot]) -> str:
    """The place's own name; what it lies in only where two places share it."""
    own = spot.place.name or spot.place.words
    return own if sum((other.place.name or other.place.words) == own for other in spots) == 1 else spot.name


def _leader(x: float, y: float, label_x: float, label_y: float) -> str:
    return f"M{x:.1f} {y:.1f}L{label_x:.1f} {label_y - 4:.1f}" if abs(label_y - 4 - y) > BESIDE else ""


def _at(spot: _Spot, middle: tuple[float, float], scale: float) -> tuple[float, float, float]:
    x = WIDTH / 2 + (spot.east - middle[0]) * scale
    y = HEIGHT / 2 - (spot.north - middle[1]) * scale
    return x, y, max(5.0, spot.radius * scale)


def _round_down(km: float) -> float:
    """The largest of 1, 2 or 5 times a power of ten that is not above."""
    power = 10.0 ** floor(log10(km))
    return max(step * power for step in (1, 2, 5) if step * power <= km)
