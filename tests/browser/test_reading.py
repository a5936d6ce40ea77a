"""The example's brief in a browser: widths, schemes, zoom, links to the words, keyboard, print, no script."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from .visit import DESK, NARROW, PHONE, Scheme, Visitor, open_all, overflow, wait_until, words_of

MANY = 300
"""Presses of a key."""

LINES = 8
"""Lines to click through; all of them would take too long."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_opens_at_desk_and_phone_width_in_light_and_dark(
    example: Path, visit: Visitor, width: int, scheme: Scheme
) -> None:
    page = visit.open(example, width=width, scheme=scheme)
    assert page.locator("h1").is_visible()
    assert "INTERNAL" in page.locator(".marking").first.inner_text()
    assert page.locator("#glance").is_visible()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)")
    assert (sum(ground) > 384) == (scheme == "light")


@pytest.mark.parametrize("width", [NARROW, PHONE, 640, 768, DESK])
def test_never_scrolls_sideways(example: Path, siege_page: Path, visit: Visitor, width: int) -> None:
    for path in (example, siege_page):
        page = visit.open(path, width=width)
        assert overflow(page) <= 0
        open_all(page)
        assert overflow(page) <= 0


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_letters_of_twice_the_size_fit(example: Path, visit: Visitor, width: int) -> None:
    page = visit.open(example, width=width)
    before = float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.note')).fontSize)"))
    page.add_style_tag(content="html { font-size: 200%; }")
    open_all(page)
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.note')).fontSize)") == 2 * before
    assert overflow(page) <= 0


def test_a_window_of_half_the_size_fits_as_at_200_percent(example: Path, visit: Visitor) -> None:
    page = visit.open(example, width=DESK // 2, height=450)
    open_all(page)
    assert overflow(page) <= 0
    assert page.locator("#filter-words").is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_figure_leads_to_its_highlighted_words(example: Path, visit: Visitor, width: int, scripts: bool) -> None:
    page = visit.open(example, width=width, scripts=scripts)
    figures = page.locator(".incident .claim a.figure")
    assert figures.count() >= LINES
    for line in range(LINES):
        _leads_to_words(page, figures.nth(line))


def _leads_to_words(page: Page, figure: Locator) -> None:
    anchor = (figure.get_attribute("href") or "").removeprefix("#")
    told = " ".join((figure.text_content() or "").strip("“”").split())
    figure.click()
    wait_until(page, "anchor => location.hash === '#' + anchor", anchor)
    assert words_of(page, anchor) == told
    target = page.locator(f'[id="{anchor}"]')
    wait_until(page, _IN_VIEW, anchor)
    assert target.evaluate("mark => getComputedStyle(mark).outlineStyle") == "solid"
    assert target.evaluate("mark => mark.closest('.report') !== null")


_IN_VIEW = """anchor => {
    const box = document.getElementById(anchor).getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
}"""


_FOCUS_IN_VIEW = """() => {
    const box = document.activeElement.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
}"""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_way_back_opens_what_is_folded_away(example: Path, visit: Visitor, scripts: bool) -> None:
    page = visit.open(example, scripts=scripts)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = false; })")
    anchor = page.evaluate(
        """() => [...document.querySelectorAll('a.back')].map(link => link.hash.slice(1))
            .find(anchor => document.getElementById(anchor).closest('details'))"""
    )
    assert anchor, "no line of the overview is folded away"
    page.locator(f'a.back[href="#{anchor}"]').first.click()
    wait_until(page, _IN_VIEW, anchor)


def test_every_link_within_the_page_leads_somewhere(example: Path, visit: Visitor) -> None:
    page = visit.open(example)
    lost = page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href').slice(1))
            .filter(anchor => !document.getElementById(anchor))"""
    )
    assert lost == []


def test_the_keyboard_reaches_everything_and_shows_where_it_is(example: Path, visit: Visitor) -> None:
    page = visit.open(example)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    wanted = {"A", "filter-words", "SUMMARY"}
    reached: set[str] = set()
    for _ in range(MANY):
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "solid" in outline, outline
        assert page.evaluate("document.activeElement.matches(':focus-visible')")
        wait_until(page, _FOCUS_IN_VIEW)
        if reached >= wanted:
            break
        page.keyboard.press("Tab")
    assert reached >= wanted


def test_the_skip_link_leads_past_the_contents(example: Path, visit: Visitor) -> None:
    page = visit.open(example)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_filter_shows_only_lines_with_the_words(example: Path, visit: Visitor) -> None:
    page = visit.open(example)
    lines = page.locator(".claims:not(.parts) > .claim")
    every = lines.count()
    page.locator("#filter-words").fill("children")
    wait_until(page, "() => document.getElementById('filter-count').textContent !== ''")
    shown = page.locator(".claims:not(.parts) > .claim:not([hidden])").all_text_contents()
    assert 0 < len(shown) < every
    assert all("children" in line.lower() for line in shown)
    page.locator("#filter-words").fill("")
    wait_until(page, "() => document.getElementById('filter-count').textContent === ''")
    assert page.locator(".claim[hidden]").count() == 0


def test_without_scripts_all_is_there_but_the_filter(example: Path, visit: Visitor) -> None:
    page = visit.open(example, scripts=False)
    assert not page.locator("#filter").is_visible()
    assert page.locator(".incident").first.is_visible()
    closed = page.locator("details:not([open])").count()
    page.locator("details:not([open]) > summary").first.click()
    assert page.locator("details:not([open])").count() == closed - 1


def test_prints_in_black_on_white_with_everything_open(example: Path, visit: Visitor) -> None:
    page = visit.open(example, scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    closed = page.locator("details:not([open])").count()
    unseen = page.evaluate(
        """() => [...document.querySelectorAll('details:not([open], .why) > :not(summary)')]
            .filter(part => !part.getBoundingClientRect().height).length"""
    )
    assert closed > 0
    assert unseen == 0
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_right_to_left_text_runs_from_the_right(siege_page: Path, visit: Visitor) -> None:
    page = visit.open(siege_page)
    blocks = page.evaluate(
        """() => [...document.querySelectorAll('.text .block, blockquote')].map(block =>
            [block.textContent, block.getAttribute('dir'), getComputedStyle(block).direction])"""
    )
    assert all(given == "auto" for _, given, _ in blocks)
    arabic = [direction for text, _, direction in blocks if "\u0600" <= text.strip()[:1] <= "\u06ff"]
    latin = [direction for text, _, direction in blocks if text.strip()[:1].isascii()]
    assert arabic
    assert set(arabic) == {"rtl"}
    assert set(latin) == {"ltr"}
    assert page.evaluate("getComputedStyle(document.querySelector('bdi')).unicodeBidi") == "isolate"
