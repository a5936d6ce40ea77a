"""Whom each figure counts, over invented reports."""

from pathlib import Path

import pytest
import yaml

from sayso import annotate, claims
from sayso.model import Block, BlockKind, Report, ReportId, Span

CASES = yaml.safe_load((Path(__file__).parent / "groups.yaml").read_text(encoding="utf-8"))
ANNOTATOR = annotate.load()
READER = claims.load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_each_figure_counts_the_people_that_a_reader_takes_it_for(case: dict[str, object]) -> None:
    text = str(case["text"])
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    report = Report(ReportId("groups"), text, (block,), "0" * 64, "test")
    (annotated,) = ANNOTATOR.annotate([report])
    (read,) = READER.read([(annotated, ())])
    figures = [claim for claim in read.claims if claim.figure and claim.group]
    assert [[claim.words, claim.group.value] for claim in figures if claim.group] == case["claims"]
    assert all(dict(claim.reasons)["group"] for claim in figures)
