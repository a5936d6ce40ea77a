"""Versions side by side in every format: what was changed, the places of the words, figures marked."""

import re
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from sayso.dedupe import beside
from sayso.model import Analysis, ChangeKind, MapSegment, Report, ReportId, Span, Victim
from sayso.publish.brief import brief_html, page_html
from sayso.publish.content import content
from sayso.publish.contexts import VersionBox
from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.redact import Audience, release
from sayso.publish.versions import SHOWN, lines, original_span, records

from .factory import COPY, HERALD, report_of, siege, span_in, stamp
from .golden import docx_text
from .page import Page

REASON = "98 % of the shorter text is the same"


def edited(text: str) -> Report:
    """The second of the siege's copies, edited."""
    kinds = {n: block.kind for n, block in enumerate(HERALD.blocks)}
    return report_of("Valley Post", text, kinds=kinds, published=stamp(5), title="Edited", language="en")


@cache
def versions(text: str | None = None) -> Analysis:
    """The siege, in which the copy has another toll, and a paragraph more."""
    told = text or HERALD.text.replace("At least 60 people", "At least 66 people") + "\n\nRoads were <closed>."
    other = edited(told)
    analysis = siege()
    reports = (HERALD, other, *analysis.reports[2:])
    kept = tuple(claim for claim in analysis.claims if claim.report != other.id)
    return replace(
        analysis,
        reports=reports,
        claims=kept,
        attributions=tuple(a for a in analysis.attributions if a.report != other.id),
        incidents=analysis.incidents[:3],
        assessments=analysis.assessments[:3],
        versions=(beside(HERALD, other, REASON),),
    )


def whole_pdf(body: bytes) -> str:
    return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in pypdfium2.PdfDocument(body))


def boxes(analysis: Analysis, *, excerpts: bool = False) -> tuple[VersionBox, ...]:
    return content(release(analysis, Audience.INTERNAL), excerpts=excerpts).versions


def test_each_change_has_its_words_a_few_around_it_and_leads_to_both_texts() -> None:
    (box,) = boxes(versions())
    assert box.count == "2 changes, 1 of a figure."
    assert (box.earlier.text, box.later.text) == ("R1", "R2")
    toll, roads = box.changes
    assert (toll.old, toll.new, toll.figures) == ("60", "66", True)
    assert toll.before.endswith("At least ")
    assert toll.after.startswith(" people, including 13")
    assert (roads.kind, roads.old, roads.new, roads.old_href) == ("added", "", "Roads were <closed", "")


def test_the_words_are_marked_in_both_texts() -> None:
    page = Page(brief_html(versions()))
    (box,) = boxes(versions())
    for line in box.changes:
        for href, words in ((line.old_href, line.old), (line.new_href, line.new)):
            assert not href or " ".join(page.marked(href[1:]).split()) == words
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    assert "2 changes, 1 of a figure" in page.by_id("r1").text


def test_the_same_words_make_no_box() -> None:
    analysis = replace(siege(), versions=(beside(HERALD, COPY, REASON),))
    assert boxes(analysis) == ()
    assert "Versions and copies" not in brief_html(analysis)


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_every_format_tells_what_was_changed(fmt: BriefFormat) -> None:
    body = brief_bytes(release(versions(), Audience.INTERNAL), fmt)
    text = {BriefFormat.DOCX: docx_text, BriefFormat.PDF: whole_pdf}.get(fmt, lambda b: b.decode("utf-8"))(body)
    assert "66" in text
    assert REASON in text
    assert fmt is BriefFormat.JSON or "Versions and copies" in text


def test_a_copy_says_which_is_the_earliest_by_the_times_stated() -> None:
    told = [sheet.copy_reasons for sheet in content(release(siege(), Audience.INTERNAL)).reports if sheet.copies]
    assert [reasons[-1] for reasons in told] == [
        "By the times stated, the earliest is R1, 4 March 2031, 08:26 OVT",
        "By the times stated, the earliest is R1, 4 March 2031, 08:26 OVT",
    ]
    undated = replace(siege(), reports=tuple(replace(report, published=None) for report in siege().reports))
    sheets = content(release(undated, Audience.INTERNAL)).reports
    assert not any("earliest" in reason for sheet in sheets for reason in sheet.copy_reasons)


def test_of_many_changes_those_of_figures_are_shown_and_the_rest_is_counted() -> None:
    paragraphs = "\n\n".join(f"The road number{n}x was closed by snow early in the day." for n in "abcdefgh" * 8)
    before = report_of("Valley Post", f"{paragraphs}\n\nNine people died.", published=stamp(4))
    after = report_of("Hill Post", paragraphs.replace("snow", "rain") + "\n\nTen people died.", published=stamp(5))
    analysis = replace(
        Analysis((), (), (), (), (), (), (), (), ()),
        reports=(before, after),
        versions=(beside(before, after, REASON),),
    )
    (box,) = boxes(analysis)
    assert len(box.changes) == SHOWN
    assert box.changes[-1].figures
    assert box.more == f"{64 + 1 - SHOWN} more changes: sayso diff tells all."


def test_excerpts_show_no_words_that_are_not_cited() -> None:
    (box,) = boxes(versions(), excerpts=True)
    assert "sentences that are not cited here" in box.more
    assert "closed" not in repr(box)
    page = Page(page_html(content(release(versions(), Audience.INTERNAL), excerpts=True)))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)


def test_for_the_public_names_are_left_out_of_changes_and_a_changed_name_is_none() -> None:
    text = HERALD.text.replace("60 people", "66 people").replace("Lena, 9,", "Marta, 9,") + "\n\nMarta Orlo wept."
    other = edited(text)
    victim = Victim(other.id, "Marta Orlo", span_in(other, "Marta Orlo"))
    analysis = versions(text)
    public = release(replace(analysis, victims=(*analysis.victims, victim)), Audience.PUBLIC).analysis
    (diff,) = public.versions
    held = [(c.earlier.of(public.reports[0].text), c.later.of(public.reports[1].text)) for c in diff.changes]
    assert ("60", "66") in held
    assert not re.search(r"lena|marta|orlo", repr(held), re.IGNORECASE)
    assert all(before != after for before, after in held)


def test_lines_for_a_terminal_mark_figures_and_hide_nothing_that_reorders() -> None:
    told = "\n".join(lines(versions(HERALD.text.replace("60", "66") + "\n\nIt is\u202e over.")))
    assert "FIGURE altered: was " in told
    assert "At least [-60-] {+66+} people" in told
    assert "[U+202E]" in told
    assert "\u202e" not in told


def test_records_give_back_the_words_by_their_places() -> None:
    analysis = versions()
    (record,) = records(analysis)
    for change in record["changes"]:  # type: ignore[union-attr]
        for side, report in zip(("earlier", "later"), analysis.reports[:2], strict=True):
            held = change[side]  # type: ignore[index, call-overload]
            assert report.text[held["start"] : held["end"]] == held["words"]  # type: ignore[index, call-overload]


def test_places_lead_to_the_preserved_original() -> None:
    report = replace(
        report_of("Post", "One two three"),
        segments=(MapSegment(Span(0, 4), Span(100, 104)), MapSegment(Span(4, 13), Span(120, 129))),
    )
    assert original_span(report, Span(4, 7)) == Span(120, 123)
    assert original_span(report, Span(0, 7)) == Span(100, 123)
    assert original_span(report, Span(4, 4)) is not None
    assert original_span(report_of("Post", "One"), Span(1, 2)) == Span(1, 2)
    assert original_span(replace(report, segments=report.segments[:1]), Span(6, 7)) is None


def test_a_moved_paragraph_is_told_once() -> None:
    first, second = "The bakers of the old town opened late.", "A ferry crossed the river twice before noon."
    before = report_of("Valley Post", f"{first}\n\n{second}", published=stamp(4))
    after = report_of("Hill Post", f"{second}\n\n{first}", published=stamp(5))
    diff = beside(before, after, REASON)
    assert [change.kind for change in diff.changes] == [ChangeKind.MOVED]
    assert diff.earlier == ReportId("Valley Post")
