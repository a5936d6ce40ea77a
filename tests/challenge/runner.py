"""Reads the invented texts of a challenge set with the real stages, and holds pass rates to their pinned floors."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from sayso import annotate, attribute, claims
from sayso.knowledge.stamps import parse_stamp
from sayso.model import Attribution, Claim, ClaimKind, Report
from tests.conftest import make_report

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
EPSILON = 0.0005
"""Half of the last digit that is pinned."""
Case = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages make of one text."""

    report: Report
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]

    @property
    def figures(self) -> list[Claim]:
        """The claims with a figure, in order."""
        return [claim for claim in self.claims if claim.kind is ClaimKind.FIGURE]


@cache
def cases_of(name: str) -> tuple[Case, ...]:
    """The cases of one challenge set, by the name of its file."""
    return tuple(yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


@cache
def readings_of(name: str) -> tuple[Reading, ...]:
    """Each case of a set read once by the real stages, all texts in one pass."""
    reports = [_report(case) for case in cases_of(name)]
    annotated = list(annotate.load().annotate(reports))
    attributions = list(attribute.load().attribute(annotated))
    found = claims.load().read(zip(annotated, attributions, strict=True))
    return tuple(
        Reading(report, said, told.claims) for report, said, told in zip(reports, attributions, found, strict=True)
    )


def _report(case: Case) -> Report:
    fields: dict[str, object] = {}
    if case.get("published"):
        fields["published"] = parse_stamp(str(case["published"]), found_in="given")
    if case.get("outlet"):
        fields["outlet"] = str(case["outlet"])
    return make_report(str(case["text"]), **fields)


def check_floor(key: str, passed: Sequence[bool]) -> None:
    """Print the pass rate; fail where it is below the floor pinned under this key in floors.json."""
    rate = sum(passed) / len(passed)
    floors = cast("Mapping[str, float]", json.loads(FLOORS.read_text(encoding="utf-8")))
    print(f"{key}: {rate:.3f} ({sum(passed)} of {len(passed)}), floor {floors[key]:.3f}")  # noqa: T201  shown by pytest -s
    assert rate >= floors[key] - EPSILON, f"{key}: {rate:.3f} is below its floor {floors[key]:.3f}"


Days = tuple[date, date]


def days_of(words: str | None) -> Days | None:
    """First and last day of an ISO day, month, year or interval; None where there is none or an end is open."""
    if not words or ".." in words:
        return None
    first, _, last = words.partition("/")
    return _edge(first, end=False), _edge(last or first, end=True)


def _edge(words: str, *, end: bool) -> date:
    parts = [int(part) for part in words.split("-")]
    if len(parts) == 3:
        return date(*parts)
    if len(parts) == 1:
        return date(parts[0], 12, 31) if end else date(parts[0], 1, 1)
    year, month = parts
    if not end:
        return date(year, month, 1)
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


def same_days(left: Days | None, right: Days | None) -> bool:
    """Exact for days; intervals, months and years agree when they overlap by half of the shorter."""
    if left is None or right is None:
        return left is right
    if left[0] == left[1] and right[0] == right[1]:
        return left == right
    overlap = (min(left[1], right[1]) - max(left[0], right[0])).days + 1
    shorter, longer = sorted((last - first).days + 1 for first, last in (left, right))
    return overlap * 2 >= shorter and longer <= 4 * shorter
