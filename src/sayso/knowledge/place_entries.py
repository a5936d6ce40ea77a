"""Gazetteer entries, and the users' own files of them: CSV, or a GeoNames dump."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import digest

KINDS = ("point", "neighbourhood", "town", "city", "district", "province", "country")
CITY_POPULATION = 50_000
"""Inhabitants from which a populated place counts as a city. Source: UN/OECD Degree of Urbanisation, urban centre."""
CSV_HEADER = ("name", "kind", "latitude", "longitude", "within", "also")
DUMP_COLUMNS = 19
"""Columns of a GeoNames dump. Source: download.geonames.org/export/dump/readme.txt."""
_ADMIN_KINDS = {"ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district", "PCLI": "country"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that the gazetteer knows."""

    id: str
    name: str
    kind: str
    """One of `KINDS`."""
    country: str
    """ISO 3166-1 alpha-2 code; "" where the file does not say."""
    region: str = ""
    """First-order division, as the source codes it (in the USA the state's letters); "" where not given."""
    latitude: float | None = None
    longitude: float | None = None
    """Degrees WGS 84; None where not given, and always for countries."""
    population: int = 0
    within: tuple[str, ...] = ()
    """Names of the places that contain it as the file gives them, innermost first; the country is added at look-up."""
    spellings: tuple[str, ...] = ()
    """Other names it is looked up by."""
    own: bool = False
    """From a file of the user, which wins over the seed."""


def damaged(path: Path, number: int, what: str, do: str) -> KnowledgeError:
    """What is wrong with a line of a user's file, and what to do about it."""
    return KnowledgeError(f"Line {number} is damaged: {what}", str(path), do)


def csv_entries(lines: Sequence[str], path: Path) -> Iterator[Entry]:
    """The entries of our own CSV. Raises KnowledgeError for the first line that is damaged."""
    reader = csv.reader(lines, strict=True)
    try:
        header = next(reader, [])
        if tuple(cell.strip().lower() for cell in header) != CSV_HEADER:
            raise damaged(
                path, 1, f"the header is {','.join(header)!r}.", f"Make the first line {','.join(CSV_HEADER)}."
            )
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _csv_entry(row, reader.line_num, path)
    except csv.Error as fault:
        raise damaged(path, reader.line_num, f"{fault}.", "Close the quotation marks.") from fault


def _csv_entry(row: Sequence[str], number: int, path: Path) -> Entry:
    if len(row) != len(CSV_HEADER):
        raise damaged(
            path, number, f"{len(row)} columns instead of 6.", "Put names that hold a comma in quotation marks."
        )
    name, kind, latitude, longitude, within, also = (cell.strip() for cell in row)
    if not name:
        raise damaged(path, number, "the name is empty.", "Give a name, or take the line out.")
    kind = own_kind(kind)
    if kind not in KINDS:
        raise damaged(path, number, f"the kind is {kind!r}.", f"Use one of {', '.join(KINDS)}, village, camp.")
    north = coordinate(latitude, 90, number, path)
    east = coordinate(longitude, 180, number, path)
    if (north is None) != (east is None):
        raise damaged(path, number, "only one of latitude and longitude is given.", "Give both or none.")
    return Entry(
        id=_own_id(name, kind, (north, east), _cells(within)),
        name=name,
        kind=kind,
        country="",
        latitude=None if kind == "country" else north,
        longitude=None if kind == "country" else east,
        within=_cells(within),
        spellings=_cells(also),
        own=True,
    )


def own_kind(word: str) -> str:
    """Our kind for a word that a user gives ("village" is a town), the word itself where it is none."""
    listed = load_vocabulary("places").get("own_kinds")
    kinds = listed if isinstance(listed, Mapping) else {}
    return str(kinds.get(word.casefold(), word.casefold()))


def _own_id(name: str, kind: str, point: tuple[float | None, float | None], within: Sequence[str]) -> str:
    """The id of a place that brings none: of what it is, so that it is the same in whatever file and line it stands."""
    north, east = (None if degrees is None else f"{degrees:.6f}" for degrees in point)
    return f"own:{digest('place', name, kind, north, east, *within)}"


def _cells(joined: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in joined.split("|") if cell.strip())


def coordinate(words: str, most: float, number: int, path: Path) -> float | None:
    """Degrees; None where the cell is empty. Raises KnowledgeError for what is no number in range."""
    if not words:
        return None
    try:
        degrees = float(words)
    except ValueError:
        degrees = most + 1
    if not -most <= degrees <= most:
        raise damaged(
            path,
            number,
            f"{words!r} is no number of degrees between -{most:g} and {most:g}.",
            "Write decimal degrees such as 36.2021, or leave it empty.",
        )
    return degrees


def dump_entry(line: str, number: int, path: Path) -> Entry:
    """The entry of one line of a GeoNames dump. Raises KnowledgeError where it is damaged."""
    cells = line.split("\t")
    if len(cells) != DUMP_COLUMNS:
        raise damaged(
            path, number, f"{len(cells)} columns instead of {DUMP_COLUMNS}.", "Download the GeoNames dump again."
        )
    identity, name, plain, alternates = cells[0], cells[1], cells[2], cells[3]
    population = int(cells[14]) if cells[14].isdigit() else 0
    if not identity.isdigit() or not name:
        raise damaged(path, number, "no GeoNames id and name at its start.", "Download the GeoNames dump again.")
    north, east = coordinate(cells[4], 90, number, path), coordinate(cells[5], 180, number, path)
    kind = _dump_kind(cells[6], cells[7], population)
    return Entry(
        id=f"geonames:{identity}",
        name=name,
        kind=kind,
        country=cells[8],
        region=cells[10],
        latitude=None if kind == "country" else north,
        longitude=None if kind == "country" else east,
        population=population,
        spellings=(plain, *(spelling for spelling in alternates.split(",") if spelling)),
        own=True,
    )


def _dump_kind(feature_class: str, feature: str, population: int) -> str:
    """Our kind for a GeoNames feature. Source: geonames.org/export/codes.html."""
    if feature in _ADMIN_KINDS:
        return _ADMIN_KINDS[feature]
    if feature == "PPLX":
        return "neighbourhood"
    if feature_class == "P":
        return "city" if population >= CITY_POPULATION else "town"
    return "district" if feature_class in ("A", "L") else "point"
