"""axe-core finds nothing against WCAG 2.2 A and AA, whatever is opened, in light and dark, wide and narrow."""

from importlib.resources import files
from pathlib import Path

import pytest

from .visit import DESK, PHONE, Scheme, Visitor, open_all

AXE = files("axe_playwright_python").joinpath("axe.min.js")
RUN = """async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '));
}"""


@pytest.mark.parametrize(("width", "scheme"), [(DESK, "light"), (PHONE, "dark")])
def test_the_example_has_no_violation(example: Path, visit: Visitor, width: int, scheme: Scheme) -> None:
    _has_no_violation(example, visit, width, scheme)


@pytest.mark.parametrize(("width", "scheme"), [(DESK, "dark"), (PHONE, "light")])
def test_arabic_copies_and_charts_have_no_violation(
    siege_page: Path, visit: Visitor, width: int, scheme: Scheme
) -> None:
    _has_no_violation(siege_page, visit, width, scheme)


@pytest.mark.parametrize(("width", "scheme"), [(DESK, "light"), (PHONE, "dark")])
def test_questions_and_decisions_have_no_violation(open_page: Path, visit: Visitor, width: int, scheme: Scheme) -> None:
    _has_no_violation(open_page, visit, width, scheme)


def _has_no_violation(path: Path, visit: Visitor, width: int, scheme: Scheme) -> None:
    page = visit.open(path, width=width, scheme=scheme)
    open_all(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN) == []
