"""Report text is untrusted: nothing in it can run, load, reorder the page or break out of its place."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from sayso.model import (
    Act,
    Analysis,
    Attribution,
    AttributionId,
    BlockKind,
    Claim,
    ClaimId,
    ClaimKind,
    NotRead,
    Report,
    Span,
    Victim,
)
from sayso.publish.brief import brief_html
from sayso.publish.registers import is_web_address

from .factory import report_of
from .page import Page

HOSTILE = (
    "<script>alert('ran')</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "<a href='javascript:alert(1)'>here</a>",
    "</p></article></main><!-- <div",
    "</style></title><plaintext>",
    "{{ 7*7 }} {% raw %} ${x}",
    "&lt;b&gt; &#x202e; ]]>",
    "<link rel=stylesheet href=https://evil.example/x.css><iframe src=//evil.example>",
    "safe \u202ednuor eht yaw gnorw\u202c \u2066isolated\u2069 \x00 \x1b[31m \ud800 \uffff",
)


def analysis_of(report: Report, words: str, span: Span | None = None) -> Analysis:
    """Every field that takes text from a report holds the words."""
    span = span or Span(0, len(words))
    claim = Claim(
        ClaimId("c1"),
        report.id,
        ClaimKind.STATEMENT,
        span,
        report.words(span),
        span,
        actor=words,
        target=words,
        who=words,
        blamed=words,
        sources=(words,),
        reasons=(("place", words),),
    )
    attribution = Attribution(
        AttributionId("a1"), report.id, Act.SAYS, content=(span,), speaker_name=words, chain=(words,), reason=words
    )
    return Analysis(
        (report,),
        (NotRead(words, words, words),),
        (attribution,),
        (claim, replace(claim, id=ClaimId("c2"), kind=ClaimKind.MESSAGE)),
        (Victim(report.id, words, span, words=words),),
        (),
        (),
        (),
        ((words, words),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(words: str) -> None:
    report = report_of(
        "r", words, title=words, outlet=words, byline=words, credits=(words,), url=words, notes=(words,), language=words
    )
    html = brief_html(analysis_of(report, words), title=words)
    page = Page(html)
    plain = Page(brief_html(analysis_of(report_of("r", "words"), "words")))
    assert {e.tag for e in page.elements} <= {e.tag for e in plain.elements}
    assert len(page.tagged("script")) == len(page.tagged("style")) == 1
    assert not any(name.startswith("on") for element in page.elements for name in element.attributes)
    assert all(href.startswith("#") for href in page.hrefs)
    assert page.classed("text")[0].text == words
    assert page.marked(f"r1-s0-{len(words)}") == words
    html.encode("utf-8")


def test_characters_that_reorder_are_written_out_everywhere() -> None:
    words = HOSTILE[-1]
    html = brief_html(analysis_of(report_of("r", words, title=words, outlet=words), words), title=words)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b\ud800\uffff]", html)
    assert "U+202E" in html


def test_nothing_in_the_page_can_load() -> None:
    page = Page(brief_html(analysis_of(report_of("r", "words", url="https://example.org/"), "words")))
    for element in page.elements:
        assert element.tag not in {"img", "iframe", "object", "embed", "link", "audio", "video", "source", "base"}
        assert "src" not in element.attributes
        assert "srcset" not in element.attributes
    style = page.tagged("style")[0].text
    assert "url(" not in style
    assert "@import" not in style
    links = [e for e in page.tagged("a") if not (e.attributes["href"] or "").startswith("#")]
    assert [link.attributes["href"] for link in links] == ["https://example.org/"]
    assert "noreferrer" in (links[0].attributes["rel"] or "")


def test_the_policy_allows_the_one_script_and_nothing_else() -> None:
    page = Page(brief_html(analysis_of(report_of("r", "words"), "words")))
    policy = next(e for e in page.tagged("meta") if e.attributes.get("http-equiv") == "Content-Security-Policy")
    script = page.tagged("script")[0].text
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("https:", False),
        ("https://exa mple.org", False),
        ("https://example.org/\u202egpj.exe", False),
        ("https://[broken", False),
        ("java\nscript:alert(1)", False),
        (None, False),
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, is_link: bool) -> None:
    assert is_web_address(url) is is_link


def test_a_line_of_a_million_characters_is_kept_and_cut_only_in_overviews() -> None:
    words = "dead " * 200_000
    html = brief_html(analysis_of(report_of("r", words), "name", Span(0, len(words))))
    assert Page(html).classed("text")[0].text == words
    assert len(html) < 1_100_000


def test_blocks_that_hide_nothing_between_them() -> None:
    report = report_of("r", "first\n\n<b>left out</b>\n\nlast", kinds={1: BlockKind.BOILERPLATE})
    gapped = replace(report, blocks=(report.blocks[0], report.blocks[2]))
    page = Page(brief_html(analysis_of(gapped, "first")))
    assert page.classed("text")[0].text == gapped.text
