"""A browser and briefs to open in it; everything here is skipped, with the reason, where no Chromium is found."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from sayso.dedupe import beside
from sayso.model import Analysis
from sayso.pipeline import analyse_paths, foreseen
from sayso.publish import brief_html
from sayso.settings import settings
from tests.publish.deciding import open_siege
from tests.publish.factory import HERALD, MONITOR, siege

from .visit import Visitor

CASE = Path(__file__).resolve().parents[2] / "examples" / "ashvelin"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium on the path: on Debian, apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visitor]:
    """Opens pages; afterwards no page may have asked for anything but its own file, or shown a dialog."""
    visitor = Visitor(browser)
    yield visitor
    visitor.close()
    assert visitor.requests == []
    assert visitor.dialogs == []
    assert visitor.errors == []


@pytest.fixture(scope="session")
def example_analysis() -> Analysis:
    """The example case, read by the real pipeline."""
    places, sources = CASE / "places.csv", CASE / "sources.yaml"
    chosen = settings().model_copy(update={"places": (places,), "sources": (sources,)})
    return foreseen(analyse_paths([CASE / "reports"], chosen=chosen), chosen)


@pytest.fixture(scope="session")
def example(browser: Browser, example_analysis: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's brief as a file; asks for the browser first, so that nothing is read where there is none."""
    path = tmp_path_factory.mktemp("example") / "brief.html"
    path.write_text(brief_html(example_analysis), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def siege_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of an analysis that was built by hand: it holds a report in Arabic, copies, parts and a chart."""
    path = tmp_path_factory.mktemp("siege") / "brief.html"
    path.write_text(brief_html(siege()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def open_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with open questions, with decisions of persons, and with a copy that was edited."""
    path = tmp_path_factory.mktemp("open") / "brief.html"
    analysis = replace(open_siege(), versions=(beside(HERALD, MONITOR, "Compared for the test."),))
    path.write_text(brief_html(analysis), encoding="utf-8")
    return path
