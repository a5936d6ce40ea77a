"""Small builders that all tests share."""

from pathlib import Path

import pytest

from sayso.annotate import Annotator, load
from sayso.model import Block, BlockKind, Report, ReportId, Span, digest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def make_report(text: str, **fields: object) -> Report:
    """A report with one paragraph for each line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    given = {"id": ReportId(digest(text)), "blocks": tuple(blocks), "sha256": "0" * 64, "locator": "test", **fields}
    return Report(text=text, **given)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The real annotator; its weights load once for the whole test run."""
    return load()


@pytest.fixture
def shared() -> Path:
    """The folder with gold, seeds and corpus; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder with gold, seeds and corpus is not beside this checkout")
    return SHARED
