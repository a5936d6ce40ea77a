"""OCHA COD-AB admin tables as gazetteer entries: the names of each level with their P-codes."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from sayso.knowledge.place_entries import Entry, coordinate, damaged

LEVELS = ("country", "province", "district", "district", "town")
"""Our kind for each level, from the country down; lower ones are neighbourhoods. Source: levels of the COD-AB
(ADM0 to ADM4; the fourth holds communities, villages, barangays), data.humdata.org/dashboards/cod."""
_COLUMN = re.compile(r"^adm(?:in)?_?(?P<level>\d)_?(?P<what>.*)$", re.IGNORECASE)
_CODE = re.compile(r"p_?code", re.IGNORECASE)
_MAIN_NAME = re.compile(r"^(?:name)?_?(?:en|name|name_?en|)$", re.IGNORECASE)
_NAME = re.compile(
    r"^(?:name|ref|alt)?_?(?:name)?_?\d?_?(?:[a-z]{2,3}|name|ref(?:name)?|alt\d?_?[a-z]{2,3}|\d)?$", re.IGNORECASE
)
_LATITUDE = re.compile(r"^(?:center_|point_|centroid_)?(?:lat|latitude|y|y_?coord)$", re.IGNORECASE)
_LONGITUDE = re.compile(r"^(?:center_|point_|centroid_)?(?:lon|long|longitude|x|x_?coord)$", re.IGNORECASE)
_COUNTRY_LETTERS = 2
_Codes: TypeAlias = tuple[dict[str, str], set[str]]
"""Names by P-code, and the P-codes that have their entry."""


@dataclass(frozen=True)
class _Level:
    """The columns of one level."""

    level: int
    code: int
    name: int
    others: tuple[int, ...]


@dataclass(frozen=True)
class _Table:
    levels: tuple[_Level, ...]
    """From the widest to the finest."""
    latitude: int | None
    longitude: int | None
    width: int


def is_admin_table(header: Sequence[str]) -> bool:
    """The first line names columns of admin levels with their P-codes ("ADM1_EN", "admin1Pcode")."""
    return any(match and _CODE.search(match["what"]) for match in (_COLUMN.match(cell.strip()) for cell in header))


def admin_entries(lines: Sequence[str], path: Path) -> Iterator[Entry]:
    """One entry for each P-code of any level, in the order of the file; the finest level has the coordinates.

    Raises KnowledgeError for the first line that is damaged.
    """
    delimiter = max(",;\t", key=lines[0].count)
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    codes: _Codes = ({}, set())
    try:
        table = _table(next(reader), path)
        for row in reader:
            if not any(cell.strip() for cell in row) or row[0].startswith("#"):
                continue  # the second line of an HXL table holds tags
            if len(row) != table.width:
                raise damaged(
                    path,
                    reader.line_num,
                    f"{len(row)} columns instead of {table.width}.",
                    "Put names that hold a separator in quotation marks.",
                )
            yield from _row_entries([cell.strip() for cell in row], table, reader.line_num, path, codes)
    except csv.Error as fault:
        raise damaged(path, reader.line_num, f"{fault}.", "Close the quotation marks.") from fault


def _table(header: Sequence[str], path: Path) -> _Table:
    cells = [cell.strip() for cell in header]
    levels = []
    for number in range(10):
        columns = {at: match["what"] for at, cell in enumerate(cells) if (match := _at_level(cell, number))}
        code = next((at for at, what in columns.items() if _CODE.search(what)), None)
        names = [at for at, what in columns.items() if _NAME.match(what) and not _CODE.search(what)]
        if code is None and not names:
            continue
        if code is None or not names:
            lacks = "P-code" if code is None else "name"
            raise damaged(
                path, 1, f"level {number} has no column for the {lacks}.", "Keep both, such as ADM1_EN and ADM1_PCODE."
            )
        main = next((at for at in names if _MAIN_NAME.match(columns[at])), names[0])
        levels.append(_Level(number, code, main, tuple(at for at in names if at != main)))
    find = {
        key: next((at for at, cell in enumerate(cells) if pattern.match(cell)), None)
        for key, pattern in (("latitude", _LATITUDE), ("longitude", _LONGITUDE))
    }
    return _Table(tuple(levels), find["latitude"], find["longitude"], len(cells))


def _at_level(cell: str, level: int) -> re.Match[str] | None:
    match = _COLUMN.match(cell)
    return match if match and match["level"] == str(level) else None


def _row_entries(row: Sequence[str], table: _Table, number: int, path: Path, codes: _Codes) -> Iterator[Entry]:
    """The entries that a row adds: its own place, and the places around it where they are new."""
    around: list[str] = []
    seen, told = codes
    finest = [level for level in table.levels if row[level.code]][-1:]
    for level in table.levels:
        code, name = row[level.code], row[level.name] or next((row[at] for at in level.others if row[at]), "")
        if not code and not name:
            continue
        if not code or not name:
            lacks, has = ("P-code", name) if not code else ("name", code)
            raise damaged(path, number, f"{has!r} has no {lacks}.", "Give both, or take the line out.")
        if seen.setdefault(code, name) != name:
            raise damaged(
                path, number, f"the P-code {code} is that of {seen[code]!r} too.", "Correct one of the two lines."
            )
        entry = _entry(row, level, (code, name), tuple(reversed(around)))
        if level in finest:
            entry = _placed(entry, row, table, number, path)
        around.append(name)
        if level in finest or code not in told:
            yield entry
        told.add(code)


def _entry(row: Sequence[str], level: _Level, code_and_name: tuple[str, str], within: tuple[str, ...]) -> Entry:
    code, name = code_and_name
    kind = LEVELS[level.level] if level.level < len(LEVELS) else "neighbourhood"
    spellings = tuple(dict.fromkeys(row[at] for at in level.others if row[at] and row[at] != name))
    country = code[:_COUNTRY_LETTERS].upper() if code[:_COUNTRY_LETTERS].isalpha() else ""
    return Entry(
        id=f"pcode:{code}", name=name, kind=kind, country=country, within=within, spellings=spellings, own=True
    )


def _placed(entry: Entry, row: Sequence[str], table: _Table, number: int, path: Path) -> Entry:
    """The entry with the coordinates of its line; none for countries, whose centre is not a place."""
    if table.latitude is None or table.longitude is None or entry.kind == "country":
        return entry
    north = coordinate(row[table.latitude], 90, number, path)
    east = coordinate(row[table.longitude], 180, number, path)
    if (north is None) != (east is None):
        raise damaged(path, number, "only one of latitude and longitude is given.", "Give both or none.")
    return replace(entry, latitude=north, longitude=east)
