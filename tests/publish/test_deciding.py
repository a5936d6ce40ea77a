"""Open questions and decisions of persons: told where a reader meets them, with both readings and the command."""

import json
import re
import shlex
from dataclasses import replace
from functools import cache

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.model import Analysis, ProposalKind, ReportId
from sayso.publish.brief import brief_html
from sayso.publish.content import content
from sayso.publish.contexts import Brief, IncidentSheet
from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.questions import commands
from sayso.publish.redact import Audience, release

from .deciding import BECAUSE, open_siege
from .golden import docx_text, pdf_text
from .page import Page


@cache
def brief() -> Brief:
    return content(release(open_siege(), Audience.INTERNAL))


def sheet(incident: str) -> IncidentSheet:
    return next(sheet for sheet in brief().incidents if sheet.id == f"i-{incident}")


def read_as(fmt: BriefFormat, analysis: Analysis, audience: Audience = Audience.INTERNAL) -> str:
    body = brief_bytes(release(analysis, audience), fmt)
    match fmt:
        case BriefFormat.DOCX:
            text = docx_text(body)
        case BriefFormat.PDF:
            text = pdf_text(body)
        case BriefFormat.HTML:
            text = Page(body.decode("utf-8")).root.text
        case _:
            text = body.decode("utf-8")
    return " ".join(text.split())


def test_a_question_stands_at_both_incidents_and_leads_to_the_other() -> None:
    (at_trapped,) = sheet("i4").questions
    assert [link.href for link in at_trapped.others] == ["#i-i1"]
    assert [link.href for link in sheet("i1").questions[0].others] == ["#i-i4"]
    assert at_trapped.asked == "May be the same happening as"


def test_both_readings_have_their_reasons_and_lead_to_the_words() -> None:
    (asked,) = sheet("i4").questions
    assert asked.for_one == ("“the Mill Quarter” lies in “Karsun”", "Shared words: council, karsun")
    assert asked.for_two == (
        "No figures of one measure to compare",
        "The day is unknown for one of them",
    )
    assert len(asked.hinges) == 2
    assert all(link.href.startswith("#r") for link in asked.hinges)


def test_what_would_become_of_range_and_origins_stands_beside_what_is() -> None:
    halved = sheet("i1").questions[1]
    assert [line.origins for line in halved.now] == ["Relief Council, Karsun Monitor and Orvanian government and army"]
    assert [line.origins for line in halved.then] == ["Relief Council", "Karsun Monitor"]
    assert halved.then[1].ranges == ("People killed: “a total of 80” (Karsun Monitor)",)
    assert halved.now[0].ranges[0] == (
        "People killed: “At least 60 people” (Relief Council) to “a total of 80” (Karsun Monitor)"
    )


def test_what_was_worked_out_in_part_says_so() -> None:
    partly = tuple(replace(outcome, is_whole=False) for outcome in open_siege().outcomes if outcome)
    page = brief_html(replace(open_siege(), outcomes=partly))
    assert "Worked out from the reports concerned alone" in page
    assert "Worked out from the reports concerned alone" not in brief_html(open_siege())


def test_what_was_not_worked_out_is_left_out() -> None:
    analysis = replace(open_siege(), outcomes=())
    sheets = content(release(analysis, Audience.INTERNAL)).incidents
    assert all(asked.then == () for sheet in sheets for asked in sheet.questions)


@pytest.mark.parametrize("proposal", open_siege().proposals, ids=lambda p: p.kind.value)
def test_the_commands_are_such_as_the_program_takes(proposal: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    for command in commands(proposal):  # type: ignore[arg-type]
        words = shlex.split(command.replace('"..."', '"Seen on a film."'))
        assert words.pop(0) == "sayso"
        kept = tmp_path_factory.mktemp("judged") / "decided.jsonl"
        result = CliRunner().invoke(app, [*words[:-1], str(kept)])
        assert result.exit_code == 0, result.output
        assert json.loads(kept.read_text(encoding="utf-8"))["act"] == words[1]


def test_the_command_for_two_incidents_joins_them_and_splits_their_claims() -> None:
    one, two = open_siege().proposals
    assert one.kind is ProposalKind.MAY_BE_ONE
    assert commands(one)[0].startswith("sayso judge join i1 i4 ")
    assert commands(one)[1].startswith(f"sayso judge split {' '.join(one.claims)} ")
    assert commands(two)[0].startswith(f"sayso judge split {' '.join(two.claims)} ")


def test_a_decision_shows_where_it_counts_with_who_when_and_why() -> None:
    told = f"by A. Editor on 2031-05-06: {BECAUSE}"
    words = [line.words for line in sheet("i1").decisions]
    assert words == [f"Split {told}", f"Joined {told}", f"Graded Discounted {told}"]
    assert [[link.text for link in line.about] for line in sheet("i1").decisions] == [
        ["“At least 60 people”, Orvania Herald (R1)", "“More than 10,000 people”, Northern Wire (R3)"],
        [],
        ["“At least 60 people”, Orvania Herald (R1)"],
    ]
    assert [line.words for line in sheet("i2").decisions] == [f"Split {told}"]
    assert sheet("i3").decisions == ()
    monitor = next(box for box in sheet("i1").origins if box.name == "Karsun Monitor")
    assert monitor.judged == (f"Joined {told}",)
    copies = [report.copy_judged for report in brief().reports if report.copies]
    assert copies == [(f"Joined {told}",)] * 2


def test_a_decision_that_no_method_reads_here_says_what_to_add() -> None:
    graded = sheet("i1").decisions[-1]
    assert graded.note == "Nothing here reads it: add --method airwars."


def test_all_decisions_stand_in_one_list_with_the_incidents_where_they_count() -> None:
    lines = brief().decisions
    assert [{link.href for link in line.about} for line in lines] == [
        {"#i-i1", "#i-i2"},
        {"#i-i1"},
        {"#r1", "#r2"},
        {"#i-i1"},
        set(),
    ]
    assert "about nothing that was read" in lines[-1].note


def test_the_list_of_incidents_marks_what_is_open_and_what_was_decided() -> None:
    marks = {row.incident.href: (row.is_decided, row.is_open) for row in brief().index}
    assert marks == {"#i-i1": (True, True), "#i-i2": (True, False), "#i-i3": (False, False), "#i-i4": (False, True)}


def test_the_brief_no_longer_says_that_nobody_decided_anything() -> None:
    assert "nothing has been checked by a person" not in brief().read_by
    assert "going by 5 decisions of persons" in brief().read_by


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_every_format_tells_questions_and_decisions(fmt: BriefFormat) -> None:
    text = read_as(fmt, open_siege())
    for words in (
        "What was judged names",
        "sayso judge join i1 i4",
        "Shared words: council, karsun",
        "Graded Discounted by A. Editor",
    ):
        assert words in text or (fmt is BriefFormat.JSON and words.startswith("Graded"))
    if fmt is not BriefFormat.JSON:
        assert text.index("Open questions") < text.index("Incident by incident")


@pytest.mark.parametrize("fmt", list(BriefFormat))
def test_for_the_public_there_is_neither(fmt: BriefFormat) -> None:
    text = read_as(fmt, open_siege(), Audience.PUBLIC)
    for words in ("sayso judge", "A. Editor", BECAUSE, "Open questions"):
        assert words not in text


def test_a_page_for_the_public_holds_no_ids_for_decisions() -> None:
    public = brief_bytes(release(open_siege(), Audience.PUBLIC), BriefFormat.HTML).decode("utf-8")
    assert "sayso-ids" not in public
    assert "sayso-ids" in brief_html(open_siege())


def test_links_and_ids_of_the_page_hold() -> None:
    page = Page(brief_html(open_siege()))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_page_holds_the_ids_that_decisions_are_made_about() -> None:
    hostile = "</div><script>&amp;r"
    analysis = open_siege()
    report = replace(analysis.reports[3], id=ReportId(hostile))
    page = brief_html(replace(analysis, reports=(*analysis.reports[:3], report)))
    held = re.search(r'<div id="sayso-ids" hidden>(.*?)</div>', page, re.DOTALL)
    assert held
    found = json.loads(held.group(1))
    assert hostile in found["reports"]
    assert found["origins"]["karsun-monitor"] == "Karsun Monitor"
    figures = {claim.id for claim in analysis.claims if claim.measure}
    assert set(found["incidents"]["i1"]) == figures & set(analysis.incidents[-1].claims)


def test_ids_to_decide_by_are_shown_inside_and_never_in_public() -> None:
    analysis = open_siege()
    inside = brief_html(analysis)
    assert "<code>i1</code>" in inside
    assert f"Claim id: {analysis.claims[0].id}" in inside
    public = brief_bytes(release(analysis, Audience.PUBLIC), BriefFormat.HTML).decode("utf-8")
    assert "<code>i1</code>" not in public
    assert "Claim id" not in public
