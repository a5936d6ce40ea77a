"""A page for the public holds no withheld name: not on the screen, not in its source, not in any attribute."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sayso.knowledge.sources import load_registry
from sayso.model import Analysis
from sayso.publish import brief_file
from sayso.publish.private import withheld

from .conftest import CASE
from .visit import DESK, PHONE, Visitor, open_all

PRIVATE = ("Lio Sandrel", "Marit", "Tomasz", "Emeric", "Davit Osmore", "Hana Querrel", "Tamsin Ferroway")
"""A child who posts and those she names, a baker, a nurse, a reporter at the scene."""
OFFICIALS = ("Pavle Ostrander", "Ardan Weir", "Rune Calloway")
REGISTRY = load_registry((CASE / "sources.yaml",))
EVERYTHING = """() => [...document.querySelectorAll('*')].flatMap(
    element => [...element.attributes].map(attribute => attribute.value)).join('\\n')"""


def holds(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", text, re.IGNORECASE))


@pytest.fixture(scope="module")
def public(browser: Browser, example_analysis: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("public") / "brief.html"
    path.write_bytes(brief_file(example_analysis, audience="public", registry=REGISTRY))
    return path


def test_those_who_hold_no_office_are_withheld(example_analysis: Analysis) -> None:
    found = withheld(example_analysis, REGISTRY)
    assert set(PRIVATE) <= set(found.names)
    assert not set(OFFICIALS) & set(found.names)


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_no_withheld_name_is_in_the_page(public: Path, example_analysis: Analysis, visit: Visitor, width: int) -> None:
    names = {*withheld(example_analysis, REGISTRY).names, *(part for name in PRIVATE for part in name.split())}
    page = visit.open(public, width=width)
    open_all(page)
    source = public.read_text(encoding="utf-8")
    for text in (page.locator("html").inner_text(), page.evaluate(EVERYTHING), page.content(), source):
        assert [name for name in names if holds(text, name)] == []
    assert "FOR PUBLICATION" in page.locator(".marking").first.inner_text()
    assert [name for name in OFFICIALS if not holds(source, name)] == []
    assert "INTERNAL" not in source


@pytest.mark.parametrize("fmt", ["json", "md"])
def test_no_withheld_name_is_in_other_formats(example_analysis: Analysis, fmt: str) -> None:
    body = brief_file(example_analysis, audience="public", fmt=fmt, registry=REGISTRY).decode("utf-8")
    assert [n for n in withheld(example_analysis, REGISTRY).names if holds(body.replace("\\", ""), n)] == []


def test_with_excerpts_only_cited_sentences_go_to_the_public(
    example_analysis: Analysis, visit: Visitor, tmp_path: Path
) -> None:
    path = tmp_path / "brief.html"
    path.write_bytes(brief_file(example_analysis, audience="public", excerpts=True, registry=REGISTRY))
    page = visit.open(path)
    texts = page.locator(".report .text").all_text_contents()
    assert any("[…]" in text for text in texts)
    whole = [report.text for report in example_analysis.reports]
    assert sum(map(len, texts)) < 0.9 * sum(map(len, whole))
    assert not [text for text in whole if len(text) > 1500 and text in texts]
