"""Questions and versions in a browser: reached from a list, opened by link and by key, narrow enough for a phone."""

from pathlib import Path

import pytest

from .visit import DESK, PHONE, Visitor, open_all, overflow


def test_the_list_leads_to_the_question_and_opens_it(open_page: Path, visit: Visitor) -> None:
    page = visit.open(open_page, width=DESK)
    page.locator("#questions a[href^='#q-']").first.click()
    question = page.locator("#q-1-1")
    assert question.evaluate("box => box.open")
    assert "sayso judge join" in question.inner_text()


def test_a_question_opens_by_key(open_page: Path, visit: Visitor) -> None:
    page = visit.open(open_page, width=DESK)
    page.locator("#q-1-1 > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#q-1-1").evaluate("box => box.open")
    assert page.locator("#q-1-1 code").first.is_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_commands_and_readings_never_scroll_sideways(open_page: Path, visit: Visitor, width: int) -> None:
    page = visit.open(open_page, width=width)
    open_all(page)
    assert overflow(page) <= 0


def test_decisions_stand_above_the_range_that_they_changed(open_page: Path, visit: Visitor) -> None:
    page = visit.open(open_page, width=DESK)
    sheet = page.locator("article.incident:has(.ranges)").first
    decided, ranges = sheet.locator(".decided").bounding_box(), sheet.locator(".ranges").bounding_box()
    assert decided
    assert ranges
    assert decided["y"] < ranges["y"]


def test_a_changed_word_leads_to_its_place_in_the_text(open_page: Path, visit: Visitor) -> None:
    page = visit.open(open_page, width=DESK)
    page.locator("#versions summary").first.click()
    page.locator("#versions ins a").first.click()
    assert page.evaluate("document.querySelector(':target').tagName") == "MARK"
