"""A hostile report does nothing in the reader's browser: it runs nothing, loads nothing, hides and reorders nothing."""

import json
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Page

from sayso.model import Analysis
from sayso.pipeline import analyse_paths
from sayso.publish import brief_html
from tests.publish.factory import report_of
from tests.publish.test_hostile import analysis_of

from .visit import PHONE, Visitor, open_all, overflow

OPENS_WITHIN_S = 60.0
"""So long that only a page that hangs takes longer, whatever else the machine does; speed is for the bench."""
MARKER = "pwned"
SCRIPT = f"<script>window.{MARKER}=1;alert(1)</script>"
IMAGE = f'"><img src=https://evil.example/x.png onerror="window.{MARKER}=1">'
STYLE = "</style><style>body{display:none!important;background:url(https://evil.example/s)}</style>"
LINK = f"javascript:window.{MARKER}=1"
BIDI = "\u202e7 erew delik\u202c \u2066\u2067hidden\u2069"
TEXT = f"""{SCRIPT}
At least 12 people {IMAGE} were killed in Karsun on Monday, {STYLE} a doctor {BIDI} said.
The {SCRIPT} army denied that it had shelled Karsun. <a href="{LINK}">Read on</a>
"I saw it," said Ada {IMAGE} Renn. <svg/onload=window.{MARKER}=1> <iframe srcdoc="{SCRIPT}"></iframe>
<meta http-equiv=refresh content="0;url=https://evil.example/"> <base href=https://evil.example/>
<details open ontoggle=window.{MARKER}=1> </main></body></html> <plaintext>
"""


def opened(visit: Visitor, folder: Path, analysis: Analysis, title: str | None = None, width: int = PHONE) -> Page:
    """The brief of the analysis in the browser; it must open, and whole."""
    path = folder / "brief.html"
    path.write_text(brief_html(analysis, title=title), encoding="utf-8")
    start = monotonic()
    page = visit.open(path, width=width)
    assert monotonic() - start < OPENS_WITHIN_S
    open_all(page)
    assert page.evaluate(f"typeof window.{MARKER}") == "undefined"
    assert page.url == path.as_uri()
    assert page.locator("footer").count() == 1
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    assert overflow(page) <= 0
    return page


def test_a_hostile_report_read_by_the_pipeline_does_nothing(visit: Visitor, tmp_path: Path) -> None:
    record = {"id": SCRIPT, "title": STYLE, "outlet": IMAGE, "url": LINK, "published": "2031-03-04", "text": TEXT}
    given = tmp_path / "hostile.jsonl"
    given.write_text(json.dumps(record), encoding="utf-8")
    analysis = analyse_paths([given])
    assert analysis.claims
    page = opened(visit, tmp_path, analysis, title=SCRIPT + BIDI)
    assert page.locator("h1").inner_text().startswith(SCRIPT)
    assert IMAGE in page.locator(".text").inner_text()
    assert page.locator(".text .control").count() >= 4
    assert page.locator("script").count() == 1
    assert page.locator("iframe, img, base, svg[onload]").count() == 0
    for line in page.locator("a.figure, a.back, nav a").all()[:6]:
        line.click()
    assert page.evaluate(f"typeof window.{MARKER}") == "undefined"


def test_links_of_a_report_lead_nowhere_but_to_web_addresses(visit: Visitor, tmp_path: Path) -> None:
    page = opened(visit, tmp_path, analysis_of(report_of("r", TEXT, url=LINK), TEXT))
    schemes = page.evaluate("[...new Set([...document.querySelectorAll('a')].map(link => link.protocol))]")
    assert schemes == ["file:"]


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "dead " * 200_000, "<div>" * 10_000 + "deep" + "</div>" * 10_000, "\u202e" * 5_000],
    ids=["a word of 1 MB", "a line of 1 MB", "10,000 nested tags", "5,000 overrides"],
)
def test_a_monstrous_report_opens_in_time(visit: Visitor, tmp_path: Path, text: str) -> None:
    page = opened(visit, tmp_path, analysis_of(report_of("r", text), "a name"))
    assert len(page.locator(".text").text_content() or "") >= len(text)
    tags = page.evaluate("[...new Set([...document.querySelectorAll('.text *')].map(element => element.tagName))]")
    assert set(tags) <= {"P", "MARK", "A", "SPAN"}
