"""Reads exported tables back: columns, numbers, days and what a method promises, each fault with its line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.errors import UsageError
from sayso.model import Value
from sayso.publish.exports import columns
from sayso.publish.tables import FORMULA_STARTS

_DECIMALS = {"latitude", "longitude"}
_CODES = {
    "date_prec": 5,
    "where_prec": 7,
    "event_clarity": 2,
    "type_of_violence": 3,
    "time_precision": 3,
    "geo_precision": 3,
}
_NUMBERS = {
    *("year", "number_of_sources", "best", "low", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("fatalities", "timestamp", "age", "exact_age", "num_sources", "num_victims", "num_victims_named", *_CODES),
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table as read: a blank is None, never 0."""

    path: Path
    kind: str
    rows: tuple[Mapping[str, Value], ...]


def read_tables(folder: Path) -> tuple[Table, ...]:
    """All tables in the folder; raises UsageError with file and line where one does not fit."""
    paths = sorted(folder.rglob("*.csv"))
    if not paths:
        raise UsageError("There is no table here.", str(folder), "Name a folder that sayso export has written.")
    return tuple(_table(path) for path in paths)


def _table(path: Path) -> Table:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise UsageError(f"The table cannot be read ({fault}).", str(path), "Export it again.") from fault
    if not lines:
        raise UsageError("The table is empty.", str(path), "Export it again.")
    kind = _kind(tuple(lines[0]), path)
    rows = []
    for number, line in enumerate(lines[1:], 2):
        where = f"{path}, line {number}"
        if len(line) != len(lines[0]):
            raise UsageError(f"The line has {len(line)} cells, the head {len(lines[0])}.", where, "Export it again.")
        row = {name: _value(name, cell, where) for name, cell in zip(lines[0], line, strict=True)}
        for what in _faults(row):
            raise UsageError(what, where, "Correct the line, or export it again.")
        rows.append(row)
    return Table(path, kind, tuple(rows))


def _kind(head: Sequence[str], path: Path) -> str:
    known = {"ucdp": columns.UCDP, "acled": columns.ACLED, "airwars victims": columns.AIRWARS_VICTIMS}
    known["airwars sources"] = columns.AIRWARS_SOURCES
    for kind, names in known.items():
        if head == names:
            return kind
    parties = sum(name.startswith("belligerent_") and name.endswith("_name") for name in head)
    if head == columns.airwars(parties):
        return "airwars"
    near = min((*known.values(), columns.airwars(parties)), key=lambda names: len(set(names) ^ set(head)))
    wrong = sorted(set(near) ^ set(head))
    what = f"missing or strange: {', '.join(wrong[:6])}" if wrong else "they stand in another order"
    raise UsageError(f"The columns are those of no method ({what}).", str(path), "Export it again.")


def _value(name: str, cell: str, where: str) -> Value:
    if cell == "":
        return None
    if name in _DECIMALS or _is_number(name):
        try:
            return float(cell) if name in _DECIMALS else int(cell)
        except ValueError as fault:
            raise UsageError(f"{name} is “{cell}”, no number.", where, "Leave it blank where unknown.") from fault
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA_STARTS else cell


def _is_number(name: str) -> bool:
    return name in _NUMBERS or name.endswith(("_min", "_max")) or name.startswith("num_")


def _faults(row: Mapping[str, Value]) -> Iterator[str]:
    """What cannot be, by the method's own promises."""
    low, best, high = (row.get(name) for name in ("low", "best", "high"))
    if isinstance(low, int) and isinstance(best, int) and isinstance(high, int) and not low <= best <= high:
        yield f"low {low}, best {best}, high {high}: they must rise."
    parts = [row.get(f"deaths_{name}") for name in ("a", "b", "civilians", "unknown")]
    if isinstance(best, int) and any(part is not None for part in parts):
        whole = sum(part for part in parts if isinstance(part, int))
        if whole != best:
            yield f"The deaths by status make {whole}, best is {best}."
    for name, most in _CODES.items():
        code = row.get(name)
        if isinstance(code, int) and not 1 <= code <= most:
            yield f"{name} is {code}, and goes from 1 to {most}."
    for name in row:
        least, greatest = row[name], row.get(f"{name.removesuffix('_min')}_max")
        if name.endswith("_min") and isinstance(least, int) and isinstance(greatest, int) and least > greatest:
            yield f"{name} is {least}, and the maximum {greatest}."
    for name in ("date_start", "date_end", "event_date"):
        day = row.get(name)
        if isinstance(day, str) and not _is_day(day):
            yield f"{name} is “{day}”, no day."


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
