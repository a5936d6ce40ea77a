"""What single words and idioms of the vocabulary are read as, over invented sentences."""

from pathlib import Path

import pytest
import yaml

from sayso import annotate, claims
from sayso.model import Block, BlockKind, Report, ReportId, Span

CASES = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
ANNOTATOR = annotate.load()
READER = claims.load()


def found_in(text: str) -> list[list[str]]:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    report = Report(ReportId("words"), text, (block,), "0" * 64, "test")
    (annotated,) = ANNOTATOR.annotate([report])
    (read,) = READER.read([(annotated, ())])
    return [[c.figure.words, c.measure.value, c.group.value] for c in read.claims if c.figure and c.measure and c.group]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_words_of_harm_and_people_are_read_as_what_they_mean(case: dict[str, object]) -> None:
    found = found_in(str(case["text"]))
    wanted = case["claims"]
    assert isinstance(wanted, list)
    assert len(found) == len(wanted), found
    for (words, *rest), (told, *read) in zip(wanted, found, strict=True):
        assert told.startswith(words) or words.startswith(told)
        assert read == rest
