"""A user's own gazetteer files: read and checked, and kept in a folder that later calls look into."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.place_admin import admin_entries, is_admin_table
from sayso.knowledge.place_entries import DUMP_COLUMNS, Entry, csv_entries, dump_entry

_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class PlacesFile:
    """One file of the user's places folder."""

    path: Path
    kinds: tuple[tuple[str, int], ...]
    """(kind, number of places) pairs, the most frequent first."""
    spellings: int
    """Names by which its places are found, all spellings and scripts counted."""


def own_places(path: Path) -> tuple[Entry, ...]:
    """The entries of a user's file: CSV (name,kind,latitude,longitude,within,also), GeoNames dump or COD-AB table.

    Raises KnowledgeError where the file cannot be read, or for the first line that is damaged.
    """
    lines = _text(path).split("\n")  # not splitlines: a name may hold U+2028
    first = lines[0]
    if is_admin_table(_cells(first)):
        return tuple(admin_entries(lines, path))
    if first.count("\t") == DUMP_COLUMNS - 1:
        return tuple(dump_entry(line, number, path) for number, line in enumerate(lines, 1) if line.strip())
    return tuple(csv_entries(lines, path))


def add_places(path: Path, folder: Path, *, replace: bool = False) -> PlacesFile:
    """Check a file to its last line and keep a copy in the folder.

    Raises KnowledgeError where the file is damaged or holds no place, or where the folder has another file of its name.
    """
    if path.suffix.lower() in (".xlsx", ".xls", ".zip", ".shp", ".gdb"):
        raise KnowledgeError(
            f"A {path.suffix} file is not read.",
            str(path),
            "Save the sheet as CSV (UTF-8), or unpack it, and add that.",
        )
    found = own_places(path)
    if not found:
        raise KnowledgeError("The file holds no place.", str(path), "Check that it has lines below the first one.")
    kept = folder / path.name
    text = _text(path)
    if kept.exists() and not replace and _text(kept) != text:
        raise KnowledgeError(
            "The places folder has another file of this name.", str(kept), "Rename yours, or add it with --replace."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise KnowledgeError(
            f"The places folder cannot be written ({fault}).",
            str(folder),
            "Set SAYSO_PLACES_FOLDER to a folder of yours.",
        ) from fault
    return _described(kept, found)


def kept_places(folder: Path) -> tuple[PlacesFile, ...]:
    """The files of the folder by name; none where it is not there. Raises KnowledgeError where one is damaged."""
    return tuple(_described(path, own_places(path)) for path in files_in(folder))


def files_in(folder: Path) -> tuple[Path, ...]:
    """The paths of the files in the folder by name; none where it is not there."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")))


def _described(path: Path, entries: Sequence[Entry]) -> PlacesFile:
    kinds = Counter(entry.kind for entry in entries)
    names = sum(len({entry.name, *entry.spellings}) for entry in entries)
    return PlacesFile(path, tuple(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))), names)


def _cells(line: str) -> list[str]:
    return next(csv.reader([line], delimiter=max(_SEPARATORS, key=line.count)), [])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise KnowledgeError(
            f"The gazetteer file cannot be read ({fault}).", str(path), "Check the path, and save it as UTF-8 text."
        ) from fault
