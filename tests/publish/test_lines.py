"""Every line leads to its words, in every format that has sentences: in the hand-built case and in the example case."""

import json
import re
from functools import cache

import pytest

from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.redact import Audience, Release, release

from . import golden
from .example import released
from .factory import siege
from .page import Page
from .test_prose import NUMBER

CASES = ["siege", "example"]


@cache
def given(case: str) -> Release:
    return released() if case == "example" else release(siege(), Audience.INTERNAL)


@cache
def body(case: str, fmt: BriefFormat) -> bytes:
    return brief_bytes(given(case), fmt)


@cache
def sentences(case: str) -> list[str]:
    record = json.loads(body(case, BriefFormat.JSON))
    told = [one for box in (*record["summary"], *record["incidents"]) for one in box["sentences"]]
    return list(dict.fromkeys(one["text"] for one in told))


def plain(text: str) -> str:
    return re.sub(r"[\s\\\ufffe-]+", "", text)


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_of_the_json_has_spans_that_hold_its_numbers(case: str) -> None:
    record = json.loads(body(case, BriefFormat.JSON))
    texts = {report["id"]: report["text"] for report in record["reports"]}
    claims = {claim["claim_id"] for claim in record["claims"]}
    for box in (*record["summary"], *record["incidents"]):
        for one in box["sentences"]:
            assert one["spans"], one["text"]
            assert set(one["claims"]) <= claims
            assert all(span["words"] == texts[span["article"]][span["start"] : span["end"]] for span in one["spans"])
            said = set(NUMBER.findall(" ".join(span["words"] for span in one["spans"]).casefold()))
            assert set(NUMBER.findall(one["text"].casefold())) <= said, one["text"]


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_of_the_page_leads_to_marked_words(case: str) -> None:
    page = Page(body(case, BriefFormat.HTML).decode("utf-8"))
    marks = {element.id for element in page.elements if element.tag == "mark" and element.id}
    lines = [element for element in page.elements if "told" in element.classes]
    found = {plain(line.text) for line in lines}
    for line in lines:
        links = [element for element in line.walk() if element.tag == "a"]
        assert links, line.text
        assert {(link.attributes.get("href") or "")[1:] for link in links} <= marks
    assert all(any(words.startswith(plain(sentence)) for words in found) for sentence in sentences(case))


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_of_the_markdown_leads_to_an_anchor(case: str) -> None:
    text = body(case, BriefFormat.MD).decode("utf-8")
    anchors = set(re.findall(r'<a id="([^"]+)">', text))
    bare = plain(text)
    for sentence in sentences(case):
        after = bare.partition(plain(sentence))[2]
        link = re.match(r"\(\[R\d+\]\(#([^)]+)\)", after)
        assert link, sentence
        assert link.group(1) in {plain(anchor) for anchor in anchors}


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_of_the_word_document_leads_to_a_bookmark(case: str) -> None:
    bare = plain(golden.docx_text(body(case, BriefFormat.DOCX)))
    for sentence in sentences(case):
        assert re.match(r"\(R\d+<r\d+_s\d+_\d+>", bare.partition(plain(sentence))[2]), sentence


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_of_the_pdf_names_its_reports(case: str) -> None:
    import pypdfium2

    pages = pypdfium2.PdfDocument(body(case, BriefFormat.PDF))
    shown = "".join(re.sub(r"\d+ / \d+\s*$", "", page.get_textpage().get_text_range()) for page in pages)
    bare = plain(shown).replace(plain("INTERNAL — not for publication"), "")
    for sentence in sentences(case):
        assert re.match(r"\(R\d+", bare.partition(plain(sentence))[2]), sentence
