"""Records for other programs (JSON lines) and for people (terminal table, CSV, XLSX)."""

import csv
import io
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from typing import BinaryIO, Literal, TextIO, TypeAlias, cast

from sayso.errors import UsageError
from sayso.model import Analysis, Report, Span
from sayso.publish.records import Json, attribution_record, claim_record

Format: TypeAlias = Literal["jsonl", "table", "csv", "xlsx"]
Record: TypeAlias = Mapping[str, Json]
FORMATS: tuple[Format, ...] = ("jsonl", "table", "csv", "xlsx")

CLAIM_TABLE = ("article", "outlet", "kind", "words", "measure", "group", "status", "sources", "place", "date", "blamed")
ATTRIBUTION_TABLE = ("article", "outlet", "act", "chain", "content_words", "hedged", "reason")
"""What fits a terminal; columns that no record has are left out."""
WHOLE = {"article": 16, "date": 11, "measure": 9}
"""Characters of a column that a terminal keeps on one line: those of an id, of a day."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""Source: OWASP, CSV Injection."""


def checked_format(fmt: str) -> Format:
    """The format by its name; raises UsageError where there is none of that name."""
    for known in FORMATS:
        if fmt == known:
            return known
    raise UsageError("This is not an output format.", repr(fmt), f"Choose one of {', '.join(FORMATS)}.")


def claim_rows(analysis: Analysis) -> list[dict[str, Json]]:
    """Claims for people: the record of each, with its outlet, day of publication and sentence in words."""
    rows = []
    for claim in analysis.claims:
        report = analysis.report_by_id[claim.report]
        rows.append(_about(report) | claim_record(claim, analysis) | {"sentence_words": report.words(claim.sentence)})
    return rows


def attribution_rows(analysis: Analysis) -> list[dict[str, Json]]:
    """Attributions for people: the record of each, with its outlet and the words of every span."""
    rows = []
    for attribution in analysis.attributions:
        report = analysis.report_by_id[attribution.report]
        words: dict[str, Json] = {
            "speaker_words": _said(report, attribution.speaker),
            "cue_words": _said(report, attribution.cue),
            "content_words": _said(report, attribution.content),
        }
        rows.append(_about(report) | attribution_record(attribution) | words)
    return rows


def _about(report: Report) -> dict[str, Json]:
    published = report.published.iso() if report.published else None
    return {"article": report.id, "outlet": report.outlet, "published": published}


def _said(report: Report, spans: Sequence[Span]) -> str | None:
    return " … ".join(report.words(span) for span in spans) or None


def write_table(records: Iterable[Record], fmt: Format, out: BinaryIO | TextIO) -> None:
    """Write the records; text goes to a text stream as it is, to a binary one as UTF-8. XLSX needs a binary stream.

    In CSV and XLSX a list reads root first, joined by " > "; nothing in either can run as a formula.
    Raises UsageError where the stream or the number of records does not suit the format.
    """
    held = [dict(record) for record in records]
    if fmt == "xlsx":
        if _is_text(out):
            raise UsageError("A spreadsheet cannot go to a text stream.", "xlsx", "Name a file to write to.")
        from sayso.publish.xlsx import write_sheet

        columns = _columns(held)
        write_sheet(
            columns, [[_cell(record.get(column)) for column in columns] for record in held], cast("BinaryIO", out)
        )
        return
    for text in {"jsonl": _jsonl, "table": _terminal, "csv": _csv}[fmt](held):
        if _is_text(out):
            cast("TextIO", out).write(text)
        else:
            cast("BinaryIO", out).write(text.encode("utf-8"))


def _is_text(out: BinaryIO | TextIO) -> bool:
    return isinstance(out, io.TextIOBase) or hasattr(out, "encoding")


def _jsonl(records: list[dict[str, Json]]) -> Iterable[str]:
    for record in records:
        line = json.dumps(record, ensure_ascii=False)
        yield (line if _is_encodable(line) else json.dumps(record)) + "\n"


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _columns(records: list[dict[str, Json]]) -> list[str]:
    """Every field that any record has, in the order in which they come up."""
    return list(dict.fromkeys(field for record in records for field in record))


def _cell(value: Json) -> str | int | float | bool | None:
    """A value for one cell: lists in words, chains root first, pairs of offsets as "12-40", fields as "a: b"."""
    match value:
        case list():
            return _pairs(value) or " > ".join(_plain(item) for item in value)
        case dict():
            return "; ".join(f"{field}: {_plain(item)}" for field, item in value.items())
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
    return value


def _plain(value: Json) -> str:
    cell = _cell(value)
    return "" if cell is None else str(cell)


def _pairs(value: list[Json]) -> str | None:
    """Offsets as "12-40", several joined by "; "; None for other lists."""
    if len(value) == 2 and all(isinstance(item, int) for item in value):
        return f"{value[0]}-{value[1]}"
    if value and all(isinstance(item, list) for item in value):
        return "; ".join(_plain(item) for item in value)
    return None


def _harmless(value: str | float | bool | None) -> str | float | bool | None:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _csv(records: list[dict[str, Json]]) -> Iterable[str]:
    columns = _columns(records)
    if not columns:
        return
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(columns)
    for record in records:
        writer.writerow([_harmless(_cell(record.get(column))) for column in columns])
    yield page.getvalue()


def _terminal(records: list[dict[str, Json]]) -> Iterable[str]:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from sayso.publish.wording import visible

    held = set(_columns(records))
    wanted = CLAIM_TABLE if "claim_id" in held else ATTRIBUTION_TABLE if "attribution_id" in held else sorted(held)
    columns = [column for column in wanted if column in held]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    rows = [[_terminal_cell(column, record.get(column)) for column in columns] for record in records]
    for at, column in enumerate(columns):
        longest = max((len(line) for row in rows for line in row[at].split("\n")), default=0)
        least = min(longest, WHOLE.get(column, 1))
        table.add_column(column.removesuffix("_words").replace("_", " "), overflow="fold", min_width=least)
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    page = io.StringIO()
    Console(file=page, width=_terminal_width(), color_system=None, legacy_windows=False).print(table)
    yield page.getvalue()


def _terminal_cell(column: str, value: Json) -> str:
    """The value; both days of an interval each on a line of its own."""
    cell = _plain(value)
    return cell.replace("/", "/\n") if column == "date" else cell


def _terminal_width() -> int:
    return max(80, shutil.get_terminal_size((140, 50)).columns)
