"""The same content in every format: each sentence is there, each link finds its words, no words become markup."""

import io
import json
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from time import sleep

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from sayso.model import Analysis, ReportId
from sayso.publish.blocks import Heading, Item, Paragraph
from sayso.publish.content import content
from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.order import ordered
from sayso.publish.outline import outline
from sayso.publish.prose import Prose
from sayso.publish.redact import Audience, release
from sayso.publish.rows import Rows

from . import golden
from .factory import report_of, siege

USAGE = (Path(__file__).resolve().parents[2] / "docs" / "usage.md").read_text(encoding="utf-8")
EMPTY = Analysis((), (), (), (), (), (), (), (), ())


@cache
def body(fmt: BriefFormat) -> bytes:
    return brief_bytes(release(siege(), Audience.INTERNAL), fmt)


def words_in(given: bytes, fmt: BriefFormat) -> str:
    """The visible words of a file, white space and what breaks lines folded."""
    if fmt is BriefFormat.DOCX:
        text = golden.docx_text(given)
    elif fmt is BriefFormat.PDF:
        text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(given))
    elif fmt is BriefFormat.JSON:
        text = json.dumps(json.loads(given), ensure_ascii=False)
    else:
        text = re.sub(r"<[^>]*>", "", given.decode("utf-8"))
    return re.sub(r"[\s\\*\ufffe-]+", "", text)


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_each_sentence_is_in_every_format(fmt: BriefFormat) -> None:
    analysis = siege()
    prose = Prose(analysis, Rows(analysis))
    shown = words_in(body(fmt), fmt)
    for incident in ordered(analysis):
        for sentence in prose.paragraph(incident).sentences:
            assert re.sub(r"[\s-]+", "", sentence.text) in shown


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_every_format_is_marked_internal_and_machine_read(fmt: BriefFormat) -> None:
    shown = words_in(body(fmt), fmt)
    assert "INTERNAL—notforpublication" in shown
    if fmt is not BriefFormat.JSON:
        assert "Allofthiswasmachineread;nothinghasbeencheckedbyaperson." in shown


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_the_same_content_gives_the_same_bytes(fmt: BriefFormat) -> None:
    first = body(fmt)
    sleep(2 if fmt is BriefFormat.DOCX else 0)  # the time of packing has a grain of two seconds
    assert brief_bytes(release(siege(), Audience.INTERNAL), fmt) == first


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_nothing_is_a_brief_in_every_format(fmt: BriefFormat) -> None:
    empty = words_in(brief_bytes(release(EMPTY, Audience.INTERNAL), fmt), fmt)
    assert "0reportsread" in empty


def test_each_claim_of_the_markdown_leads_to_an_anchor() -> None:
    text = body(BriefFormat.MD).decode("utf-8")
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(anchors) == len(set(anchors))
    links = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert len(links) > 20
    assert links <= set(anchors)


def test_each_link_of_the_word_document_leads_to_a_bookmark() -> None:
    root = Document(io.BytesIO(body(BriefFormat.DOCX))).element
    names = [mark.get(qn("w:name")) for mark in root.iter(qn("w:bookmarkStart"))]
    anchors = {link.get(qn("w:anchor")) for link in root.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))}
    assert len(names) == len(set(names))
    assert len(anchors) > 20
    assert anchors <= set(names)
    assert all(len(name) <= 40 for name in names)


def test_the_word_document_has_headings_tables_and_right_to_left_paragraphs() -> None:
    document = Document(io.BytesIO(body(BriefFormat.DOCX)))
    styles = {p.style.name for p in document.paragraphs if p.style}
    assert {"Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Quote"} <= styles
    assert len(document.tables) >= 3
    assert len(list(document.element.iter(qn("w:bidi")))) == 2
    assert document.core_properties.title == "What 4 reports say"


def test_the_pdf_has_links_and_its_title() -> None:
    pdf = pypdfium2.PdfDocument(body(BriefFormat.PDF))
    assert pdf.get_metadata_dict()["Title"] == "What 4 reports say"
    assert body(BriefFormat.PDF).startswith(b"%PDF-")
    assert len(pdf) >= 3


def test_every_field_of_the_json_is_explained() -> None:
    def fields(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {name for one in value.values() for name in fields(one)}
        return {name for one in value for name in fields(one)} if isinstance(value, list) else set()

    record = json.loads(body(BriefFormat.JSON))
    del record["claims"], record["attributions"]
    for field in fields(record) - {"part", "age", "sex"}:
        assert f"`{field}`" in USAGE, field


def test_json_sentences_quote_their_spans() -> None:
    record = json.loads(body(BriefFormat.JSON))
    texts = {report["id"]: report["text"] for report in record["reports"]}
    sentences = [s for incident in record["incidents"] for s in incident["sentences"]]
    assert len(sentences) > 10
    for sentence in sentences:
        assert sentence["spans"]
        for span in sentence["spans"]:
            assert texts[span["article"]][span["start"] : span["end"]] == span["words"]


HOSTILE = (
    '#[x] #eval("1") `code` $x$ <script>alert(1)</script> [a](javascript:alert(1)) *b* _c_ \\" "q" <r1> @ref = h\n\n'
    "# heading\n\n1. one\n\n- two\n\n| a | b |\n\n| --- | --- |\n\n> q\n\n\u202eevil\u202c \x07 \ud800 end\n\n"
    '#import "x"'
)


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_words_of_a_report_never_become_markup(fmt: BriefFormat) -> None:
    report = replace(report_of("Hostile", HOSTILE), title=HOSTILE.splitlines()[0], outlet='O"utlet #[x] *y*')
    analysis = replace(EMPTY, reports=(report,))
    given = brief_bytes(release(analysis, Audience.INTERNAL), fmt)
    shown = words_in(given, fmt)
    if fmt in (BriefFormat.DOCX, BriefFormat.PDF):
        assert "<script>alert(1)</script>" in shown
        assert '#eval("1")' in shown
    elif fmt is BriefFormat.MD:
        text = given.decode("utf-8")
        assert "<script>" not in text
        assert not re.search(r"^(?:> )?(?:# heading|1\. one|- two|\| a \|)", text, re.MULTILINE)
        assert not re.search(r"(?<!\\)\]\(javascript", text)
        assert "\u202e" not in text


def test_a_long_line_is_set() -> None:
    report = replace(report_of("Long", "word " * 40_000), id=ReportId("long"))
    assert brief_bytes(release(replace(EMPTY, reports=(report,)), Audience.INTERNAL), BriefFormat.PDF)


def test_the_outline_starts_with_its_marking_and_goes_down_one_heading_at_a_time() -> None:
    blocks = outline(content(release(siege(), Audience.INTERNAL)))
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].style == "marking"
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(isinstance(block, Item) or block for block in blocks)


def test_a_page_and_a_document_have_the_same_headings_in_the_same_order() -> None:
    html = body(BriefFormat.HTML).decode("utf-8")
    on_page = [re.sub(r"<[^>]*>", "", found) for found in re.findall(r"<h2[^>]*>(.*?)</h2>", html)]
    blocks = outline(content(release(siege(), Audience.INTERNAL)))
    in_document = ["".join(r.text for r in b.runs) for b in blocks if isinstance(b, Heading) and b.level == 2]
    assert on_page == ["Contents", *in_document]
