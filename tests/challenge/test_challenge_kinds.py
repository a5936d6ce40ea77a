"""Claims without a figure on texts by someone who had not seen the program; the reached share cannot drop unnoticed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from sayso import annotate, attribute
from sayso.claims.unfigured import unfigured_claims
from sayso.knowledge.gazetteer import load_gazetteer
from sayso.model import Block, BlockKind, Claim, Report, ReportId, Span

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "kinds.yaml").read_text(encoding="utf-8"))
SMALL = frozenset({"the", "a", "an", "of", "in", "at", "its", "their", "his", "her", "s"})


@dataclass(frozen=True)
class Outcome:
    """What came of one case."""

    case: str
    wrong: tuple[str, ...]
    """Kinds that are missing, and forbidden ones that came out."""
    asked: int
    """Actors and targets that were asked for."""
    misnamed: tuple[str, ...]
    """Actors and targets that came out otherwise, or not at all."""


@cache
def outcomes() -> tuple[Outcome, ...]:
    reports = [
        Report(
            ReportId(case["id"]),
            case["text"],
            (Block(BlockKind.PARAGRAPH, Span(0, len(case["text"]))),),
            "",
            "test",
        )
        for case in CASES
    ]
    annotator, attributor, gazetteer = annotate.load(), attribute.load(), load_gazetteer()
    annotated = list(annotator.annotate(reports))
    found = attributor.attribute(annotated)
    return tuple(
        outcome(case, unfigured_claims(doc, spoken, gazetteer))
        for case, doc, spoken in zip(CASES, annotated, found, strict=True)
    )


def outcome(case: dict[str, object], claims: tuple[Claim, ...]) -> Outcome:
    expected, forbidden = case["expect"], case["forbid"]
    assert isinstance(expected, list)
    assert isinstance(forbidden, list)
    wrong = [f"{claim.kind.value} came out" for claim in claims if claim.kind.value in forbidden]
    misnamed: list[str] = []
    asked = 0
    for wanted in expected:
        fitting = [claim for claim in claims if fits(str(case["text"]), claim, wanted)]
        if not fitting:
            wrong.append(f"{wanted['kind']} is missing")
        for field in ("actor", "target"):
            if wanted[field] is not None:
                asked += 1
                if not any(shares_words(getattr(claim, field), wanted[field]) for claim in fitting):
                    misnamed.append(f"{field} {wanted[field]!r}")
    return Outcome(str(case["id"]), tuple(wrong), asked, tuple(misnamed))


def fits(text: str, claim: Claim, wanted: dict[str, str]) -> bool:
    start = text.index(wanted["words"])
    return claim.kind.value == wanted["kind"] and claim.span.overlaps(Span(start, start + len(wanted["words"])))


def shares_words(got: str | None, wanted: str) -> bool:
    return got is not None and bool(set(content_words(got)) & set(content_words(wanted)))


def content_words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"\w+", text.lower()) if word not in SMALL or text.lower() == word)


def floor(name: str) -> float:
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return float(floors["kinds"][name])


def test_kinds_do_not_fall_below_what_was_reached() -> None:
    wrong = {one.case: one.wrong for one in outcomes() if one.wrong}
    assert 1 - len(wrong) / len(CASES) >= floor("cases"), wrong


def test_actors_and_targets_do_not_fall_below_what_was_reached() -> None:
    misnamed = {one.case: one.misnamed for one in outcomes() if one.misnamed}
    asked = sum(one.asked for one in outcomes())
    assert 1 - sum(map(len, misnamed.values())) / asked >= floor("actors_and_targets"), misnamed


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_set_itself_is_sound(case: dict[str, object]) -> None:
    text, expected = str(case["text"]), case["expect"]
    assert isinstance(expected, list)
    assert all(text.count(wanted["words"]) == 1 for wanted in expected)
