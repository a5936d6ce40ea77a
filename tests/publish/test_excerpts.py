"""Excerpts keep the cited sentences and nothing else of a report."""

from dataclasses import replace

from sayso.publish.brief import page_html
from sayso.publish.content import content
from sayso.publish.redact import Audience, release

from .factory import siege
from .page import Page


def page() -> Page:
    return Page(page_html(content(release(siege(), Audience.INTERNAL), excerpts=True)))


def test_every_line_still_leads_to_its_words() -> None:
    analysis, shown = siege(), page()
    numbers = {report.id: i for i, report in enumerate(analysis.reports, 1)}
    assert {href[1:] for href in shown.hrefs if href.startswith("#")} <= set(shown.ids)
    for claim in analysis.claims:
        assert shown.marked(f"r{numbers[claim.report]}-s{claim.span.start}-{claim.span.end}") == claim.words


def test_what_is_not_cited_is_a_mark_of_omission() -> None:
    texts = [element.text for element in page().classed("text")]
    assert "Residents carry water" not in texts[0]
    assert "[…]" in texts[0]
    assert "[…][…]" not in texts[0].replace(" ", "")
    assert texts[3].strip() == "[…]"


def test_a_cited_sentence_is_whole() -> None:
    analysis = siege()
    texts = [" ".join(element.text.split()) for element in page().classed("text")]
    for claim in analysis.claims:
        i = [report.id for report in analysis.reports].index(claim.report)
        sentence = " ".join(claim.sentence.of(analysis.reports[i].text).split())
        assert sentence in texts[i]


def test_a_report_without_claims_keeps_only_its_title() -> None:
    bare = replace(siege(), claims=(), attributions=(), victims=(), incidents=(), assessments=())
    texts = [e.text for e in Page(page_html(content(release(bare, Audience.INTERNAL), excerpts=True))).classed("text")]
    assert "Dozens feared dead as shells hit Karsun mill" in texts[0]
    assert "killed" not in texts[0]


def test_the_page_says_that_it_gives_excerpts() -> None:
    assert "Of each report only the sentences that are cited are given" in page().root.text
