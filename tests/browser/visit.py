"""Opens a page as a reader would, and keeps count of what a brief must never do."""

from pathlib import Path
from time import monotonic
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, Route

DESK, PHONE, NARROW = 1280, 390, 320
"""Widths in CSS pixels; the last is what WCAG 1.4.10 asks for."""

PATIENCE_S = 5.0

Scheme = Literal["light", "dark"]


class Visitor:
    """Opens pages and collects requests, dialogs and errors over all of them."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.requests: list[str] = []
        """Addresses asked for, the pages themselves left out."""
        self.dialogs: list[str] = []
        self.errors: list[str] = []

    def open(
        self, path: Path, *, width: int = DESK, height: int = 900, scheme: Scheme = "light", scripts: bool = True
    ) -> Page:
        """The page after its load event, in a browser profile of its own."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts
        )
        self._contexts.append(context)
        page = context.new_page()
        address = path.as_uri()

        def note(request: Request) -> None:
            if request.url.partition("#")[0] != address:
                self.requests.append(request.url)

        def stop(route: Route) -> None:
            if route.request.url.partition("#")[0] == address:
                route.continue_()
            else:
                route.abort()

        def refuse(dialog: Dialog) -> None:
            self.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("request", note)
        page.on("dialog", refuse)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("popup", lambda popup: self.requests.append(popup.url))
        page.route("**/*", stop)
        page.goto(address)
        return page

    def close(self) -> None:
        """End all that was opened."""
        for context in self._contexts:
            context.close()


def overflow(page: Page) -> float:
    """CSS pixels by which the page is wider than its window."""
    return float(page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth"))


def open_all(page: Page) -> None:
    """Opens what is folded away and draws what is off the screen."""
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    page.add_style_tag(content="* { content-visibility: visible !important; }")


def wait_until(page: Page, condition: str, argument: str | None = None) -> None:
    """Waits for a condition; Playwright's own waiting evaluates strings, which the page's policy forbids."""
    end = monotonic() + PATIENCE_S
    while not page.evaluate(condition, argument):
        assert monotonic() < end, f"never came true: {condition} ({argument})"
        page.wait_for_timeout(20)


def words_of(page: Page, anchor: str) -> str:
    """The words of a mark with what it goes on with after breaks, on one line, without the ways back."""
    return str(
        page.evaluate(
            """anchor => [...document.querySelectorAll(`mark[id="${anchor}"], mark[data-of="${anchor}"]`)]
                .map(mark => mark.textContent).join('').replace(/\\s+/g, ' ').trim()""",
            anchor,
        )
    )
