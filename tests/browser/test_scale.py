"""A brief of 200 reports stays small and opens; how fast is for `make bench` to say."""

from collections.abc import Set
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar

from sayso.model import Analysis
from sayso.publish import brief_html

from .visit import DESK, PHONE, Visitor

REPORTS = 200
LARGEST_BYTES = 10_000_000

T = TypeVar("T")


def renamed(value: T, ids: Set[str], suffix: str) -> T:
    """The value with the suffix behind each id in it."""
    if isinstance(value, str):
        return f"{value}{suffix}" if value in ids else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(renamed(part, ids, suffix) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: renamed(getattr(value, f.name), ids, suffix) for f in fields(value) if f.init})
    return value


def multiplied(analysis: Analysis, times: int) -> Analysis:
    """The analysis so many times over, each with reports, claims and incidents of its own."""
    held = (analysis.reports, analysis.claims, analysis.attributions, analysis.copies, analysis.incidents)
    ids = frozenset(item.id for group in held for item in group)
    again = [renamed(analysis, ids, f"-{n}") for n in range(times)]
    every = {name: tuple(item for one in again for item in getattr(one, name)) for name in _GROUPS}
    return Analysis(**every, readers=analysis.readers)


_GROUPS = ("reports", "not_read", "attributions", "claims", "victims", "copies", "incidents", "assessments")


def test_two_hundred_reports_stay_small_and_open(example_analysis: Analysis, visit: Visitor, tmp_path: Path) -> None:
    times = -(-REPORTS // len(example_analysis.reports))
    many = multiplied(example_analysis, times)
    assert len({report.id for report in many.reports}) >= REPORTS
    path = tmp_path / "brief.html"
    path.write_text(brief_html(many), encoding="utf-8")
    assert path.stat().st_size < LARGEST_BYTES
    for width in (DESK, PHONE):
        page = visit.open(path, width=width)
        assert page.locator("main").count() == 1
