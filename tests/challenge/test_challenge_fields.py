"""Where it happened and who is blamed, on invented texts written by people who had not seen the program.

The cases check whether the rules hold for wars, disasters and ways of writing that nobody tuned them on; the shares
that they reach are pinned in `floors.json` and may only rise.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from sayso import annotate, attribute, claims
from sayso.model import Annotated, Attribution, Block, BlockKind, Claim, Report, ReportId, Span

HERE = Path(__file__).parent
FLOORS: Mapping[str, object] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
IDLE = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "for",
        "to",
        "by",
        "from",
        "and",
        "said",
        "his",
        "her",
        "its",
        "their",
        "some",
        "other",
        "s",
    ]
)
"""Words that two names may differ in. Source: the scorer of the project's own gold."""

Case = Mapping[str, str | None]


def cases_of(name: str) -> list[Case]:
    listed: list[Case] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return listed


def words_of(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.lower()) if word not in IDLE}


def similar(one: str | None, other: str | None) -> bool:
    """Both absent, or half of the shorter one's words in common."""
    if not one or not other:
        return not one and not other
    left, right = words_of(one), words_of(other)
    if not left or not right:
        return one.strip().lower() == other.strip().lower()
    return bool(left & right) and len(left & right) * 2 >= min(len(left), len(right))


def asked(case: Case, found: tuple[Claim, ...]) -> Claim | None:
    """The claim whose figure overlaps the figure that the case asks about most."""
    text, figure = str(case["text"]), str(case["figure"])
    start = text.index(figure)
    wanted = Span(start, start + len(figure))
    figures = [claim for claim in found if claim.figure is not None and claim.span.overlaps(wanted)]
    return max(figures, key=lambda c: min(c.span.end, wanted.end) - max(c.span.start, wanted.start), default=None)


def place_is_right(case: Case, claim: Claim) -> bool:
    return similar(case["place"], claim.place.words if claim.place else None)


def blame_is_right(case: Case, claim: Claim) -> bool:
    return similar(case["blamed"], claim.blamed) and claim.status.value == case["status"]


RIGHT = {"places": place_is_right, "blame": blame_is_right}


def report_of(number: str, text: str) -> Report:
    return Report(ReportId(number), text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "0" * 64, "challenge")


def read_all(listed: list[Case]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each case's text by the case's id: each text is read once."""
    reports = [report_of(str(case["id"]), str(case["text"])) for case in listed]
    annotated: list[Annotated] = list(annotate.load().annotate(reports))
    attributions: list[tuple[Attribution, ...]] = list(attribute.load().attribute(annotated))
    found = claims.load().read(zip(annotated, attributions, strict=True))
    return {str(case["id"]): one.claims for case, one in zip(listed, found, strict=True)}


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_share_of_right_answers_keeps_its_floor(name: str) -> None:
    listed = cases_of(name)
    found = read_all(listed)
    wrong = []
    for case in listed:
        claim = asked(case, found[str(case["id"])])
        if claim is None or not RIGHT[name](case, claim):
            wrong.append(str(case["id"]))
    share = 1 - len(wrong) / len(listed)
    assert share >= float(str(FLOORS[name])) - 1e-6, f"{share:.3f} of the cases are right; wrong: {' '.join(wrong)}"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Msasani quarter", "Msasani", True),
        (None, None, True),
        ("Namanga", None, False),
        ("Kadutu", "Bukavu", False),
        ("Its", "its", True),
    ],
)
def test_answers_are_compared_by_their_words(one: str | None, other: str | None, same: bool) -> None:
    assert similar(one, other) is same
