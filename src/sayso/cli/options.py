"""The options that all commands share, each once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


class TableFormat(StrEnum):
    """How `claims` and `attributions` are written."""

    JSONL = "jsonl"
    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"


class BriefFormat(StrEnum):
    """How `brief` is written."""

    HTML = "html"
    MD = "md"
    JSON = "json"
    DOCX = "docx"
    PDF = "pdf"


class Audience(StrEnum):
    """Whom a brief is for."""

    INTERNAL = "internal"
    PUBLIC = "public"


Paths: TypeAlias = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Text, HTML, PDF or JSON-lines files, or folders of these.",
        show_default=False,
    ),
]
Out: TypeAlias = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to this file, not to standard output."),
]
Published: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="When the reports were published, for those that do not say: 2016-12-13, '13 Dec 2016 8:26 AM AEDT'."
    ),
]
Outlet: TypeAlias = Annotated[str | None, typer.Option(help="Who published the reports, for those that do not say.")]
Places: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE", help="A gazetteer to add: CSV (name,kind,latitude,longitude,within,also) or a GeoNames dump."
    ),
]
Sources: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="A registry of sources to add: YAML (id, name, kind, party, family, also)."),
]
Workers: TypeAlias = Annotated[
    int | None,
    typer.Option(min=0, help="Processes that read side by side; 0 is one for each core. The result is the same."),
]
Quiet: TypeAlias = Annotated[bool, typer.Option("-q", "--quiet", help="No progress bar and no summary.")]
Format: TypeAlias = Annotated[
    TableFormat, typer.Option("--format", help="JSON lines for programs; a table, CSV or a spreadsheet for people.")
]
BriefAs: TypeAlias = Annotated[
    BriefFormat | None,
    typer.Option(
        "--format",
        help="One page for a browser, text, data, Word or PDF; else by the ending of the file.",
        show_default="html",
    ),
]
For: TypeAlias = Annotated[
    Audience,
    typer.Option("--for", help="Public leaves out the names of victims and of private persons, in every part."),
]
ExcerptsOnly: TypeAlias = Annotated[
    bool, typer.Option("--excerpts", help="Keep of each report only the sentences that are cited.")
]
Methods: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--method",
        metavar="NAME_OR_FILE",
        help="Apply a published method: airwars, ucdp, acled, every-casualty, admiralty, all, or your own file.",
    ),
]
Judgements: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        metavar="FILE",
        help="People's decisions to go by: JSON lines (at, by, act, about, reason, value).",
    ),
]
History: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--history", metavar="FILE", help="Add to this file what the methods make of it now, where that is new."
    ),
]
