"""PDF: paragraphs out of lines, the map back to the pages, and files that cannot be read."""

import re
from collections.abc import Callable

import pypdfium2
import pytest

from sayso.errors import ReadError
from sayso.knowledge.stamps import require_stamp
from sayso.model import Report
from sayso.read import ReadOptions
from sayso.read.pdf import report_from_pdf

MakePdf = Callable[..., bytes]
LINES = [
    "Rockets struck the covered market of Varosh on Tuesday morning, killing at least 34",
    "people, two medics at the only hospital of the town said. It was the deadliest at-",
    "tack since the siege began in autumn. The attack came a day after talks ended in Port",
    "Almen.",
    "The Northern Command denied that its forces had fired on the town. A pro-",
    "government channel said that its guns had been silent on the 12-",
    "kilometre front.",
]
HEAD = ["Situation report No. 7: Varosh", "5 March 2031"]


def pdf(body: bytes, options: ReadOptions | None = None) -> Report:
    return report_from_pdf(body, options or ReadOptions(), "report.pdf")


def paragraphs(report: Report) -> list[str]:
    return [report.words(block.span) for block in report.blocks]


def test_lines_become_paragraphs_and_broken_words_whole(make_pdf: MakePdf) -> None:
    report = pdf(make_pdf([HEAD + LINES], "/Title (Situation report No. 7: Varosh)"))
    assert report.title == "Situation report No. 7: Varosh"
    assert report.published is not None
    assert (report.published.iso(), report.published.found_in) == ("2031-03-05", "text")
    assert paragraphs(report)[-2].endswith("the deadliest attack since the siege began in autumn. "
                                           "The attack came a day after talks ended in Port Almen.")  # fmt: skip
    assert paragraphs(report)[-1] == (
        "The Northern Command denied that its forces had fired on the town. A pro-government channel said that its "
        "guns had been silent on the 12-kilometre front."
    )


def test_the_text_maps_back_to_the_pages(make_pdf: MakePdf) -> None:
    body = make_pdf([HEAD + LINES, ["Page 2 of 2", *LINES]])
    report = pdf(body)
    document = pypdfium2.PdfDocument(body)
    original = "\f".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for segment in report.segments:
        shown, source = segment.text.of(report.text), segment.original.of(original)
        assert shown in (source, re.sub(r"\s+", " ", source), source.replace("\ufffe", "-"))
    assert "Page 2" not in report.text


def test_heads_and_feet_that_pages_repeat_are_left_out(make_pdf: MakePdf) -> None:
    pages = [["Valley Relief Network - Sitrep 7", f"On day {n} two people died in the shelling of the town.", f"{n}"]
             for n in (3, 4, 5)]  # fmt: skip
    report = pdf(make_pdf(pages))
    assert "Sitrep" not in report.text
    assert paragraphs(report) == [f"On day {n} two people died in the shelling of the town." for n in (3, 4, 5)]


def test_when_the_file_was_made_is_the_last_resort_and_said_to_be_so(make_pdf: MakePdf) -> None:
    body = make_pdf([LINES], "/CreationDate (D:20310306092800+11'00')")
    report = pdf(body)
    assert report.published is not None
    assert (report.published.iso(), report.published.found_in) == ("2031-03-06T09:28+11:00", "PDF metadata")
    assert any("when the PDF was made" in note for note in report.notes)
    given = pdf(body, ReadOptions(published=require_stamp("2031-03-05")))
    assert given.published is not None
    assert given.published.iso() == "2031-03-05"


def test_a_title_that_is_the_name_of_a_file_is_no_title(make_pdf: MakePdf) -> None:
    assert pdf(make_pdf([LINES], "/Title (Microsoft Word - sitrep7_final.docx)")).title is None


def test_a_scanned_pdf_is_refused_with_the_way_out(make_pdf: MakePdf) -> None:
    with pytest.raises(ReadError, match="scanned") as refused:
        pdf(make_pdf([[], []]))
    assert "OCR" in refused.value.do


def test_a_damaged_pdf_is_refused(make_pdf: MakePdf) -> None:
    with pytest.raises(ReadError, match="damaged"):
        pdf(b"%PDF-1.7 nothing follows")
    body = make_pdf([LINES])
    for cut in range(0, len(body), 97):
        try:
            pdf(body[:cut])
        except ReadError as refused:
            assert refused.do  # noqa: PT017  some cuts can be mended by the library, the others must be refused so
