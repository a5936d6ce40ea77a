"""One sheet of an XLSX file: text stays text, nothing is a formula or a link."""

from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from sayso.errors import UsageError

Cell: TypeAlias = str | int | float | bool | None

ROWS = 1_048_576
CHARACTERS = 32_767
"""Source: Excel specifications and limits, Microsoft Support."""

WIDEST = 60
NARROWEST = 8
"""Characters."""

MADE = datetime(2000, 1, 1)  # noqa: DTZ001  the format has no zone
"""Written as the time of creation, so that the same records give the same bytes."""


def write_sheet(columns: Sequence[str], rows: Sequence[Sequence[Cell]], out: BinaryIO) -> None:
    """Write a workbook with one sheet: a header that stays in view, a filter, widths that fit.

    Raises UsageError where there are more rows than a sheet holds.
    """
    if len(rows) >= ROWS:
        what = f"A sheet holds {ROWS - 1:,} lines, these are {len(rows):,}."
        raise UsageError(what, "xlsx", "Write csv or jsonl instead.")
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, options)
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("sayso")
    bold, top = book.add_format({"bold": True}), book.add_format({"valign": "top", "text_wrap": False})
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column, bold)
        sheet.set_column(at, at, _width(column, [row[at] for row in rows]), top)
    for line, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            _write(sheet, line, at, cell)
    sheet.freeze_panes(1, 0)
    if columns:
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    book.close()


def _write(sheet: Worksheet, line: int, at: int, cell: Cell) -> None:
    match cell:
        case None:
            return
        case bool():
            sheet.write_boolean(line, at, cell)
        case int() | float():
            sheet.write_number(line, at, cell)
        case _:
            sheet.write_string(line, at, _fitting(cell))


def _fitting(text: str) -> str:
    """The text as far as a cell holds it, with a note on what is missing."""
    if len(text) <= CHARACTERS:
        return text
    note = f" … [cut: {len(text):,} characters in all, see the JSON lines]"
    return text[: CHARACTERS - len(note)] + note


def _width(column: str, cells: Sequence[Cell]) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return min(WIDEST, max(NARROWEST, len(column) + 2, longest + 1))
