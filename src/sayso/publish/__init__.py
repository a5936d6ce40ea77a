"""Incidents and assessments as briefs, tables and records; writers are loaded by the call that uses them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, TextIO

from sayso.model import Analysis
from sayso.publish.records import Json, attribution_record, claim_record

if TYPE_CHECKING:
    from sayso.knowledge.sources import SourceRegistry

__all__ = ["Json", "attribution_record", "brief_file", "brief_html", "claim_record", "summary_html", "write_table"]


def brief_html(analysis: Analysis, *, title: str | None = None, generated: datetime | None = None) -> str:
    """One self-contained HTML page over the analysis; see `sayso.publish.brief`."""
    from sayso.publish import brief

    return brief.brief_html(analysis, title=title, generated=generated)


def brief_file(
    analysis: Analysis,
    *,
    fmt: str = "html",
    audience: str = "internal",
    excerpts: bool = False,
    title: str | None = None,
    generated: datetime | None = None,
    registry: "SourceRegistry | None" = None,
) -> bytes:
    """The brief as the bytes of an "html", "md", "json", "docx" or "pdf" file; see `sayso.publish.formats`.

    `audience` "public" leaves out names of victims and private persons; `excerpts` keeps of the reports only what is
    cited; `registry` tells public bodies and officials from private persons.
    """
    from sayso.publish import formats, redact

    released = redact.release(analysis, redact.Audience(audience), title=title, registry=registry)
    return formats.brief_bytes(released, formats.BriefFormat(fmt), generated=generated, excerpts=excerpts)


def summary_html(analysis: Analysis) -> str:
    """A short HTML fragment for notebooks; see `sayso.publish.brief`."""
    from sayso.publish import brief

    return brief.summary_html(analysis)


def write_table(records: Iterable[Mapping[str, Json]], fmt: str, out: BinaryIO | TextIO) -> None:
    """The records as "jsonl", "table", "csv" or "xlsx"; see `sayso.publish.tables`."""
    from sayso.publish import tables

    tables.write_table(records, tables.checked_format(fmt), out)
