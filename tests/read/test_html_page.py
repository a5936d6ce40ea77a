"""HTML: the article's words and facts, their map to the source, and that nothing else gets in."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ReadError
from sayso.model import BlockKind, Report
from sayso.read import ReadOptions
from sayso.read.html_page import report_from_html

LD = '<script type="application/ld+json">{}</script>'
PAGE = Path(__file__).with_name("pages") / "news.html"
BODY = "<p>Two medics said on Tuesday that at least 34 people had died in the attack on the market of the town.</p>"


def page(head: str = "", body: str = BODY) -> Report:
    shown = f"<article><h1>Rockets hit market</h1>{body}</article>"
    source = f"<!doctype html><html><head>{head}</head><body>{shown}</body></html>"
    return report_from_html(source.encode(), ReadOptions(), "page.html")


def maps_back(report: Report, source: str) -> None:
    """Every segment equals its original up to entities and white space; together they hold all words of the blocks."""
    for segment in report.segments:
        shown, original = segment.text.of(report.text), segment.original.of(source)
        if len(shown) != len(original):
            original = html.unescape(original)
            if len(shown) != len(original):
                original = re.sub(r"\s+", " ", original)
        assert re.sub(r"\s", " ", shown) == re.sub(r"\s", " ", original)
    mapped = {at for s in report.segments for at in range(s.text.start, s.text.end)}
    held = {at for block in report.blocks for at in range(block.span.start, block.span.end)}
    assert mapped == held


@pytest.fixture(scope="module")
def news() -> Report:
    return report_from_html(PAGE.read_bytes(), ReadOptions(), str(PAGE))


def test_the_page_gives_its_parts_in_order(news: Report) -> None:
    kinds = [block.kind.value for block in news.blocks]
    assert kinds == [
        "title", "standfirst", "byline", "times", "caption", "credit", "paragraph", "paragraph", "paragraph",
        "paragraph", "heading", "paragraph", "paragraph", "quote", "quote", "paragraph",
    ]  # fmt: skip
    assert news.title == "Shelling kills dozens in Varosh, medics say"
    assert news.standfirst == "At least 34 people died when rockets hit the covered market of the besieged town."
    assert (news.byline, news.credits) == ("Mira Tolan in Port Almen", ("Ilan Dorr/AFP",))
    assert (news.outlet, news.url) == ("The Harbour Ledger", "https://ledger.example/world/varosh-shelling")
    assert news.notes == ()


def test_the_outlets_own_zone_wins_over_the_same_instant_in_utc(news: Report) -> None:
    assert news.published is not None
    assert news.updated is not None
    assert news.published.iso() == "2031-03-05T08:26+11:00"
    assert news.updated.iso() == "2031-03-05T09:28+11:00"


def test_the_pages_words_map_to_its_source(news: Report) -> None:
    maps_back(news, PAGE.read_text(encoding="utf-8"))


def test_scripts_handlers_hidden_words_and_furniture_stay_out(news: Report) -> None:
    for words in ("9,999", "8,888", "7,777", "6,666", "alert", "handler", "alt words", "cookies", "Share", "Aid convoy",
                  "newsletter", "ADVERTISEMENT", "Read more", "Sport"):  # fmt: skip
        assert words not in news.text


def test_entities_soft_hyphens_and_folded_white_space(news: Report) -> None:
    assert (
        "at least 34 people, two medics at the town’s only hospital said—the deadliest attack since the siege began"
        in news.text
    )
    assert "“Our guns were silent <all day>,” a spokesman said." in news.text


@pytest.mark.parametrize(
    ("head", "body", "expected", "found_in"),
    [
        (LD.format('{"@type":"NewsArticle","datePublished":"2031-03-05T08:26:00+11:00"}'), BODY,
         "2031-03-05T08:26+11:00", "JSON-LD"),
        (LD.format('[{"@type":["Report"],"datePublished":"2031-03-05"}]')
         + '<meta property="article:published_time" content="2031-03-05T08:26Z">',
         BODY, "2031-03-05T08:26+00:00", "OpenGraph"),
        ('<meta content="2031-03-05T08:26Z" name="parsely-pub-date">', BODY, "2031-03-05T08:26+00:00", "meta"),
        ("", '<time datetime="2031-03-05T08:26+03:00" pubdate>today</time>' + BODY,
         "2031-03-05T08:26+03:00", "time element"),
        ("", '<div class="date">Published 5 March 2031 at 08:26 GMT</div>' + BODY, "2031-03-05T08:26+00:00", "text"),
    ],
)  # fmt: skip
def test_times_are_found_with_clock_and_zone(head: str, body: str, expected: str, found_in: str) -> None:
    published = page(head, body).published
    assert published is not None
    assert (published.iso(), published.found_in) == (expected, found_in)


def test_damaged_or_deep_linked_data_and_impossible_days_are_noted() -> None:
    broken = page('<script type="application/ld+json">{"@type": oops</script>')
    assert broken.published is None
    assert any("JSON-LD is damaged" in note for note in broken.notes)
    deep = page('<script type="application/ld+json">' + "[" * 50_000 + "</script>")
    assert any("JSON-LD is damaged" in note for note in deep.notes)
    never = page('<meta property="article:published_time" content="2031-02-31">')
    assert never.published is None
    assert any("no day that exists" in note for note in never.notes)


def test_times_that_lie_apart_are_noted() -> None:
    report = page(
        '<meta property="article:published_time" content="2031-03-05"><meta name="pubdate" content="2029-01-01">'
    )
    assert report.published is not None
    assert report.published.iso() == "2031-03-05"
    assert any("two publication times" in note for note in report.notes)


def test_only_web_addresses_become_the_reports_address() -> None:
    assert page('<link rel="canonical" href="javascript:alert(1)">').url is None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "cp1252"), ("utf-8", "cp1251"), ("no-such-charset", "utf-8"), ("utf-16", "utf-8"), ("ascii", "utf-8"),
     ("base64", "utf-8")],
)  # fmt: skip
def test_a_wrong_charset_is_noted_and_never_breaks(declared: str, encoding: str) -> None:
    words = "Мэр города сказал, что погибли люди" if encoding == "cp1251" else "The café near the “old” market was hit"
    head = f'<head><meta charset="{declared}"><title>Market</title></head>'
    source = f"<html>{head}<body><h1>Hit</h1>{BODY}<p>{words} on Tuesday.</p></body></html>"
    report = report_from_html(source.encode(encoding), ReadOptions(), "page.html")
    assert "Two medics said" in report.text
    assert any(declared in note for note in report.notes)
    assert report.encoding is not None
    maps_back(report, source.encode(encoding).decode(report.encoding, errors="replace"))


def test_a_declared_charset_is_used() -> None:
    source = f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><h1>خبر</h1>{BODY}'
    report = report_from_html(source.encode("cp1256"), ReadOptions(), "page.html")
    assert "خبر" in report.text
    assert report.encoding == "cp1256"


def test_a_page_without_an_article_keeps_its_paragraphs_and_says_so() -> None:
    source = "<html><body><div><p>Two people said that the bridge at Lemn was hit.</p></div></body></html>"
    report = report_from_html(source.encode(), ReadOptions(), "page.html")
    assert "the bridge at Lemn" in report.text


@pytest.mark.parametrize("source", ["<html></html>", "<script>9 people died</script>", "<!-- nothing", "<p></p>"])
def test_a_page_without_words_is_refused(source: str) -> None:
    with pytest.raises(ReadError, match="no text"):
        report_from_html(source.encode(), ReadOptions(), "page.html")


@pytest.mark.parametrize(
    "unit",
    ["<", "<!--", "<a ", "<a '", "</", "&", "<p>", "<div>", "<script>", '<a "> " ', "<p>word ", "&amp", "<b class=x>"],
)
def test_damaged_markup_in_bulk_is_read_with_its_map_or_refused(unit: str) -> None:
    source = unit * 20_000 + "<p>Nine people died in the flood, the mayor said.</p>"
    try:
        report = report_from_html(source.encode(), ReadOptions(), "page.html")
    except ReadError:
        return
    assert report.blocks
    assert all(block.span.end <= len(report.text) for block in report.blocks)
    assert all(segment.original.end <= len(source) for segment in report.segments)


WORDS = st.text(alphabet="ab é“”&;<>\"'\n\t\u00a0ما\u00ad0.", max_size=30)
TAGS = st.sampled_from(["p", "div", "b", "li", "blockquote", "h2", "figcaption", "script", "span", "br", "title"])


@st.composite
def sources(draw: Callable[[st.SearchStrategy[object]], object]) -> str:
    parts = []
    for _ in range(int(str(draw(st.integers(0, 8))))):
        tag, words = str(draw(TAGS)), str(draw(WORDS))
        shown = html.escape(words) if draw(st.booleans()) else words
        end = f"</{tag}>" if draw(st.booleans()) else ""
        parts.append(f"<{tag}>{shown}{end}")
    return "".join(parts)


@settings(max_examples=60, deadline=None)
@given(sources())
def test_whatever_the_markup_every_segment_maps_back(source: str) -> None:
    full = f"<html><body><h1>Rockets hit market</h1>{BODY}{source}</body></html>"
    report = report_from_html(full.encode(), ReadOptions(), "page.html")
    maps_back(report, full)
    assert any(block.kind is not BlockKind.TITLE for block in report.blocks)


def parts(name: str) -> tuple[Report, list[tuple[str, str]]]:
    path = PAGE.with_name(name)
    report = report_from_html(path.read_bytes(), ReadOptions(), name)
    maps_back(report, path.read_text(encoding="utf-8"))
    return report, [(block.kind.value, report.words(block.span)) for block in report.blocks]


def test_an_old_page_without_metadata_gives_title_author_and_time() -> None:
    report, blocks = parts("blog.html")
    assert (report.title, report.byline) == ("Notes from Lemn - Day 12", "Petra Anwil")
    assert report.published is not None
    assert report.published.iso() == "2031-03-06T21:40"
    assert [kind for kind, _ in blocks] == ["title", "byline", "paragraph", "paragraph", "paragraph", "paragraph"]
    assert blocks[-1][1] == "If you read this abroad: please, tell somebody"


def test_an_agency_page_keeps_its_main_points_its_short_quote_and_its_own_clock() -> None:
    report, blocks = parts("wire.html")
    assert [kind for kind, _ in blocks] == [
        "times", "title", "byline", "standfirst", "standfirst", "paragraph", "caption", "paragraph", "paragraph",
        "paragraph", "byline",
    ]  # fmt: skip
    assert ("paragraph", '"This is a massacre," said Dana Orsk, the mayor.') in blocks
    assert report.published is not None
    assert report.published.iso() == "2031-03-05T08:26+11:00"
    assert report.published.day is not None
    assert "Our Standards" not in report.text
    assert "Aid convoy" not in report.text


def test_what_a_page_does_not_give_is_noted() -> None:
    table = page(
        body=BODY + "<table><tr><th>Day</th></tr><tr><td>34 killed</td></tr></table>" + BODY.replace("34", "35")
    )
    assert any("table" in note for note in table.notes)
    assert "34 killed" not in table.text
    empty = page("<title>Rockets hit market</title>", '<div id="app"></div>')
    assert any("No paragraph" in note for note in empty.notes)


def test_blank_lines_part_preformatted_paragraphs() -> None:
    source = "<pre>Two medics said that 34 died.\nA nurse agreed.\n\n&ldquo;It is so,&rdquo; the mayor said.</pre>"
    report = report_from_html(source.encode(), ReadOptions(), "page.html")
    assert [report.words(block.span) for block in report.blocks] == [
        "Two medics said that 34 died. A nurse agreed.",
        "“It is so,” the mayor said.",
    ]
    maps_back(report, source)
