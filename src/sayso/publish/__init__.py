"""Incidents and assessments as briefs, tables and records; writers are loaded by the call that uses them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import BinaryIO, TextIO

from sayso.model import Analysis
from sayso.publish.records import Json, attribution_record, claim_record

__all__ = ["Json", "attribution_record", "brief_html", "claim_record", "summary_html", "write_table"]


def brief_html(analysis: Analysis, *, title: str | None = None, generated: datetime | None = None) -> str:
    """One self-contained HTML page over the analysis; see `sayso.publish.brief`."""
    from sayso.publish import brief

    return brief.brief_html(analysis, title=title, generated=generated)


def summary_html(analysis: Analysis) -> str:
    """A short HTML fragment for notebooks; see `sayso.publish.brief`."""
    from sayso.publish import brief

    return brief.summary_html(analysis)


def write_table(records: Iterable[Mapping[str, Json]], fmt: str, out: BinaryIO | TextIO) -> None:
    """The records as "jsonl", "table", "csv" or "xlsx"; see `sayso.publish.tables`."""
    from sayso.publish import tables

    tables.write_table(records, tables.checked_format(fmt), out)
