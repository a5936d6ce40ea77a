"""The brief of an invented siege: every line leads to its words, nothing is counted twice, nothing leaves the page."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise

import pytest

from sayso.model import Analysis, ClaimKind, Finding, FindingKind, OriginKind
from sayso.publish.brief import brief_html, summary_html

from .factory import ARABIC, COPY, HERALD, Case, report_of, siege
from .page import Element, Page

EMPTY = Analysis((), (), (), (), (), (), (), (), ())


@cache
def page() -> Page:
    return Page(brief_html(siege(), generated=datetime(2031, 3, 6, 9, tzinfo=UTC)))


def section(wanted: str) -> str:
    return " ".join(page().by_id(wanted).text.split())


def test_who_could_not_be_reached_for_comment_is_told_once_among_the_silences() -> None:
    words = "The mill's owner could not be reached for comment"
    report = report_of("Hill Gazette", f"{words} on Monday. The Gazette spoke to a miller by telephone.")
    case = Case()
    silence = case.claim(report, words, ClaimKind.SILENCE, actor="The mill's owner")
    remark = case.claim(report, f"{words} on Monday", ClaimKind.ACCESS, target="The mill's owner")
    reached = case.claim(report, "The Gazette spoke to a miller by telephone", ClaimKind.ACCESS)
    shown = Page(brief_html(replace(EMPTY, reports=(report,), claims=tuple(case.claims))))
    assert {f"k-{silence.id}", f"k-{reached.id}"} <= set(shown.ids)
    assert f"k-{remark.id}" not in shown.ids


def test_ids_are_unique() -> None:
    assert len(page().ids) == len(set(page().ids))


def test_every_link_leads_to_a_place_in_the_page_or_is_a_report_address() -> None:
    outside = {href for href in page().hrefs if not href.startswith("#")}
    assert outside == {"https://herald.example/karsun-mill", "https://wire.example/2031/03/05/karsun?a=1&b=2"}
    assert {href[1:] for href in page().hrefs if href.startswith("#")} <= set(page().ids)


def test_every_claim_leads_to_its_own_words() -> None:
    analysis = siege()
    numbers = {report.id: i for i, report in enumerate(analysis.reports, 1)}
    hrefs = set(page().hrefs)
    for claim in analysis.claims:
        anchor = f"r{numbers[claim.report]}-s{claim.span.start}-{claim.span.end}"
        assert page().marked(anchor) == claim.words
        assert f"#{anchor}" in hrefs


def test_every_attribution_leads_to_what_is_said() -> None:
    analysis = siege()
    numbers = {report.id: i for i, report in enumerate(analysis.reports, 1)}
    for attribution in analysis.attributions:
        report = analysis.report_by_id[attribution.report]
        for span in (*attribution.speaker, *attribution.cue, *attribution.content):
            assert page().marked(f"r{numbers[report.id]}-s{span.start}-{span.end}") == report.words(span)


def test_the_text_of_each_report_is_whole() -> None:
    texts = [element.text for element in page().classed("text")]
    assert texts == [report.text for report in siege().reports]


def test_no_claim_is_left_out() -> None:
    shown = {wanted.split("-", 1)[1] for wanted in page().ids if wanted[:2] in ("c-", "k-")}
    assert shown >= {claim.id for claim in siege().claims}


def test_the_page_says_that_it_is_internal_and_machine_read() -> None:
    text = page().by_id("main").text + "".join(header.text for header in page().tagged("header", "footer"))
    assert "INTERNAL — not for publication" in text
    assert "All of this was machine-read; nothing has been checked by a person." in text
    assert "sayso 0.1.0 and en_core_web_sm 3.8.0" in text
    assert "6 March 2031, 09:00 UTC" in text


def test_the_overview_counts_copies_and_named_origins() -> None:
    lead = page().classed("lead")[0].text
    assert lead == (
        "4 reports read (1 of them a copy of another): 28 claims about 4 incidents, with 3 named origins behind them; "
        "1 input could not be read."
    )
    assert "scan.pdf: The file holds no text. Run it through OCR first." in section("not-read")
    assert "/home/someone" not in page().root.text


def test_incidents_come_by_named_origins_and_then_by_highest_floor() -> None:
    order = [element.id for element in page().classed("incident")]
    assert order == ["i-i1", "i-i2", "i-i3", "i-i4"]


def test_a_range_is_in_the_words_of_its_ends() -> None:
    ranges = " ".join(page().classed("ranges")[0].text.split())
    assert "Lowest: “At least 60 people” (Relief Council)" in ranges
    assert "Highest: “a total of 80” (Karsun Monitor)" in ranges
    assert "People injured No number stated" in ranges
    for invented in ("140", "70", "105"):
        assert invented not in ranges


def test_copies_are_folded_and_parts_stand_below_their_whole() -> None:
    origin = next(e for e in page().classed("origin") if "Relief Council" in e.text)
    rows = [e for e in origin.walk() if "claim" in e.classes and e.tag == "li"]
    assert len(rows) == 2
    assert "“At least 60 people”, Valley Post (R2)" in rows[0].text
    assert rows[1] in rows[0].walk()
    assert "13 children" in rows[1].text


def test_what_is_not_counted_stands_apart() -> None:
    apart = {next(part.text for part in e.walk() if part.tag == "h4") for e in page().classed("apart")}
    assert apart == {"No source stated (1 outlet)", "No source stated (3 outlets)", "Unnamed sources"}


def test_the_accused_party_has_its_own_row() -> None:
    (accused,) = page().classed("accused")
    assert "Some 20 people" in accused.text
    others = [e for e in page().classed("origin") if "accused" not in e.classes]
    assert not any("“Some 20 people”" in e.text for e in others)


def test_an_accused_party_is_no_origin_of_what_it_is_accused_of() -> None:
    analysis = siege()
    party = next(o for i in analysis.incidents for o in i.origins if o.kind is OriginKind.PARTY)
    sheet = next(a for a in analysis.assessments if a.accused)
    others = tuple(a for a in analysis.assessments if a is not sheet)
    accused = replace(analysis, assessments=(replace(sheet, accused=party.claims), *others))
    assert "2 named origins; 13 claims" in Page(brief_html(accused)).by_id("i-i1").text


def test_findings_that_say_the_same_stand_once_with_all_their_claims() -> None:
    analysis = siege()
    sheet = next(a for a in analysis.assessments if a.accused)
    denials = [c.id for c in analysis.claims if c.kind is ClaimKind.DENIAL]
    twice = tuple(Finding(FindingKind.DENIED, "The army denies it.", (claim,)) for claim in denials)
    page = Page(brief_html(replace(analysis, assessments=(replace(sheet, findings=twice),))))
    (findings,) = page.classed("findings")
    assert findings.text.count("The army denies it.") == 1
    assert findings.text.count("denied that it had fired") == 2


def test_a_chain_reads_from_its_root_to_the_outlet() -> None:
    assert "a doctor on the ground > Relief Council > Orvania Herald R1" in section("i-i4")
    assert "source carried over from a sentence nearby" in section("i-i4")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("k-denial", "The Orvanian army denied that it had fired on the quarter."),
        ("k-admission", "A spokesman for the army admitted that one shell had gone astray."),
        ("k-silence", "has yet to comment"),
        ("k-message", "the same report says “could not be verified independently”, Orvania Herald (R1)"),
        ("k-damage", "Old Ford (not found in the gazetteer)"),
        ("k-control", "Insurgents hold the east bank"),
        ("k-forced-recruitment", "Men were forced to join the militia"),
        ("k-support", "backs the insurgents"),
        ("k-appeal", "called for a corridor"),
        ("k-access", "reached one doctor by telephone"),
        ("victims", "Tadeusz Orlo34maleTadeusz Orlo, 34, a baker"),
        ("speakers", "The Karsun Monitor 1 time"),
    ],
)
def test_each_kind_of_claim_has_its_section(wanted: str, words: str) -> None:
    assert words in section(wanted)


def test_a_report_shows_its_times_with_their_zone_and_its_hash() -> None:
    shown = section("r1")
    assert "4 March 2031, 08:26 OVT (UTC+03:00), from “4 March 2031” (text)" in shown
    assert HERALD.sha256 in shown
    assert "Taken to be the same text as R2. 100 % of the text is the same." in shown


def test_an_unknown_time_is_said_to_be_unknown() -> None:
    assert "Publishednot known" in section("r4")
    assert "17:05, zone not stated" in section("r3")


def test_right_to_left_text_sets_its_own_direction() -> None:
    blocks = [e for e in page().by_id("r4").walk() if "block" in e.classes]
    assert [block.attributes.get("dir") for block in blocks] == ["auto", "auto"]
    assert page().by_id("r4").text.count(ARABIC.text) == 1


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(element.tag[1]) for element in page().tagged("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_an_analysis_of_nothing_is_a_page_too() -> None:
    empty = Page(brief_html(EMPTY))
    assert "0 reports read: 0 claims about 0 incidents, with 0 named origins behind them." in empty.root.text
    assert "not recorded" in empty.root.text
    assert {href[1:] for href in empty.hrefs} <= set(empty.ids)


def test_the_same_analysis_gives_the_same_page() -> None:
    assert brief_html(siege()) == brief_html(siege())


def test_a_claim_whose_report_was_alone_has_no_copies() -> None:
    alone = replace(siege(), copies=())
    shown = Page(brief_html(alone))
    assert "The same words in copies" not in shown.root.text
    assert len([e for e in shown.by_id("i-i1").walk() if is_line_with(e, "At least 60 people")]) >= 2


def is_line_with(element: Element, words: str) -> bool:
    return "claim" in element.classes and words in element.text


def test_a_given_title_is_used() -> None:
    assert Page(brief_html(siege(), title="Karsun, morning")).tagged("h1")[0].text == "Karsun, morning"


def test_the_notebook_summary_is_short_and_has_no_links() -> None:
    short = Page(summary_html(siege()))
    assert short.hrefs == []
    assert "lowest “At least 60 people” (Relief Council); highest “a total of 80” (Karsun Monitor)" in short.root.text
    assert len(summary_html(siege())) < 4000


def test_figures_without_incident_are_shown() -> None:
    analysis = siege()
    lost = [c for c in analysis.claims if c.kind is ClaimKind.FIGURE and c.id not in analysis.incident_of]
    assert [claim.report for claim in lost] == [COPY.id]
    assert "around 100 children" in section("k-figure")
