"""What `claims` and `attributions` share: records in the format asked for, to a file or to standard output."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.options import TableFormat
from sayso.cli.run import write_whole
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.publish.records import Json


def check_format(fmt: TableFormat, out: Path | None) -> None:
    """Raise UsageError where the format can't go to a terminal."""
    if fmt is TableFormat.XLSX and out is None and sys.stdout.isatty():
        raise UsageError("A spreadsheet can't be shown in a terminal.", "--format xlsx", "Name a file: -o claims.xlsx")


def write(records: "Sequence[dict[str, Json]]", fmt: TableFormat, out: Path | None) -> None:
    """The records to the file, whole or not at all, or to standard output."""
    from sayso.publish import write_table

    if fmt is TableFormat.XLSX:
        body = io.BytesIO()
        write_table(records, "xlsx", body)
        _emit(body.getvalue(), out)
        return
    if out is None:
        write_table(records, fmt.value, sys.stdout)
        return
    text = io.StringIO(newline="")
    write_table(records, fmt.value, text)
    _emit(text.getvalue().encode("utf-8", "backslashreplace"), out)


def _emit(body: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(body)
    else:
        write_whole(out, body)
