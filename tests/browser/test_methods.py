"""The methods' block of the brief on a phone."""

from pathlib import Path

from sayso.assess.methods import NAMES, apply, shipped
from sayso.knowledge.sources import load_registry
from sayso.publish import brief_html
from tests.publish.factory import siege

from .visit import NARROW, PHONE, Visitor, overflow

SCREEN = 844
"""Height of a phone's screen, CSS pixels."""


def test_a_grade_with_its_reasons_fits_on_a_phone_screen(visit: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    analysis = apply(siege(), [shipped(name) for name in NAMES], load_registry())
    path.write_text(brief_html(analysis), encoding="utf-8")
    for width in (PHONE, NARROW):
        page = visit.open(path, width=width, height=SCREEN)
        heights = page.evaluate(
            "[...document.querySelectorAll('.methods .card')].map(card => card.getBoundingClientRect().height)"
        )
        assert len(heights) == len(analysis.by_method)
        assert max(heights) < SCREEN
        assert overflow(page) <= 0
