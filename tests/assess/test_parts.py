"""Parts, further counts and outdated figures by the words around them: none sets an end of a range."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.assess import assess
from sayso.model import (
    Assessment,
    Claim,
    EventKind,
    FindingKind,
    Incident,
    IncidentId,
    Measure,
    Report,
    ReportId,
    Span,
    Stamp,
)
from tests.assess.cases import DAY, claim, of_kind, origin

TOLL = ("On Monday 30 people were hurt in Marrow.", "30 people", 30)


def told(
    *sentences: tuple[str, str, int],
    measure: Measure = Measure.INJURED,
    days: tuple[date, ...] = (),
    hours: tuple[int, ...] = (),
) -> Assessment:
    """The sheet of an incident; each (sentence, words, number) stands in one report, or in one for each day."""
    reports: dict[ReportId, Report] = {}
    claims: list[Claim] = []
    for n, (sentence, words, number) in enumerate(sentences):
        name = ReportId(f"r{n}" if days else "r")
        before = reports[name].text if name in reports else ""
        text = f"{before}{sentence}\n"
        clock, offset = (time(hours[n]), 0) if hours else (None, None)
        stamp = Stamp(days[n], days[n], clock, offset, None, str(days[n]), "field") if days else None
        reports[name] = Report(name, text, (), "", "test", published=stamp)
        start = len(before) + sentence.index(words)
        made = claim(f"c{n}", number, words=words, measure=measure, report=name)
        span, whole = Span(start, start + len(words)), Span(len(before), len(text) - 1)
        claims.append(replace(made, span=span, sentence=whole, who=words.split(" ", 1)[1] if " " in words else None))
    ids = tuple(one.id for one in claims)
    group = origin("monitor", *claims)
    incident = Incident(IncidentId("i"), "Fire", EventKind.OTHER, None, None, ids, (group,), ())
    (sheet,) = assess((incident,), {one.id: one for one in claims}, reports)
    return sheet


def ends(sheet: Assessment) -> tuple[int, int]:
    (line,) = sheet.ranges
    assert line.low
    assert line.high
    return line.low.bound, line.high.bound


@pytest.mark.parametrize(
    ("sentence", "words", "number"),
    [
        ("Doctors said 15 of the wounded were in a critical state.", "15 of the wounded", 15),
        ("Two of them were flown out.", "Two", 2),
        ("Four of whom were children.", "Four", 4),
        ("Three of the 30 injured went home.", "Three", 3),
    ],
)
def test_some_of_the_harmed_set_no_end(sentence: str, words: str, number: int) -> None:
    assert ends(told(TOLL, (sentence, words, number))) == (30, 30)


def test_some_of_the_harmed_alone_are_what_is_known() -> None:
    assert ends(told(("Two of them were flown out.", "Two", 2))) == (2, 2)


def test_some_of_another_whole_are_no_part_of_this_one() -> None:
    dead = ("Three of the wounded died.", "Three of the wounded", 3)
    assert ends(told(("In all 20 people died.", "20 people", 20), dead, measure=Measure.KILLED)) == (3, 20)


def test_none_found_since_is_no_toll_of_none() -> None:
    none = ("No bodies have been found since Thursday.", "No bodies", 0)
    assert ends(told(("The fire killed 12 people.", "12 people", 12), none, measure=Measure.KILLED)) == (12, 12)


def test_nobody_killed_is_a_toll_of_none() -> None:
    none = ("The army said nobody was killed.", "nobody", 0)
    assert ends(told(("The fire killed 12 people.", "12 people", 12), none, measure=Measure.KILLED)) == (0, 12)


def test_what_a_report_gives_as_said_before_sets_no_end() -> None:
    now = ("The toll rose to 26.", "26", 26)
    assert ends(told(now, ("The previous death toll was 20.", "20", 20), measure=Measure.KILLED)) == (26, 26)
    assert ends(told(("The previous death toll was 20.", "20", 20), measure=Measure.KILLED)) == (20, 20)


@pytest.mark.parametrize("moved", ["rose from 17 to 35", "climbed slowly from 17 to 35", "stood at 35, up from 17"])
def test_the_sheet_says_what_a_later_count_replaced(moved: str) -> None:
    sentence = f"The toll {moved}."
    both = told((sentence, "17", 17), (sentence, "35", 35), measure=Measure.KILLED)
    assert ends(both) == (35, 35)
    (line,) = of_kind(both, FindingKind.SUPERSEDED)
    assert line.reason == 'A report gives "17" as said before, and states "35".'


@pytest.mark.parametrize(("few", "low"), [(4, 21), (15, 15)])
def test_a_few_named_narrowly_are_some_of_the_toll_of_the_same_report(few: int, low: int) -> None:
    toll = ("The fire killed 21 people.", "21 people", 21)
    named = (f"The school mourned {few} weavers.", f"{few} weavers", few)
    assert ends(told(toll, named, measure=Measure.KILLED)) == (low, 21)
    assert ends(told(toll, named, measure=Measure.KILLED, days=(DAY, DAY))) == (few, 21)


def test_the_same_source_replaces_its_figure_within_a_day_where_hours_are_known() -> None:
    first = ("The monitor counted 12 people.", "12 people", 12)
    then = ("The monitor counted 19 people.", "19 people", 19)
    sheet = told(first, then, measure=Measure.KILLED, days=(DAY, DAY), hours=(8, 17))
    assert ends(sheet) == (19, 19)
    assert of_kind(sheet, FindingKind.SUPERSEDED)
    assert ends(told(first, then, measure=Measure.KILLED, days=(DAY, DAY))) == (12, 19)


def test_a_source_that_lowers_its_own_figure_corrects_itself() -> None:
    first = ("The monitor put the toll at 38 people.", "38 people", 38)
    then = ("It revised its toll to 36 people.", "36 people", 36)
    sheet = told(first, then, measure=Measure.KILLED, days=(DAY, DAY + timedelta(days=1)))
    assert ends(sheet) == (36, 36)
    assert "a correction of its own figure" in of_kind(sheet, FindingKind.SUPERSEDED)[0].reason


def test_a_lower_figure_without_a_word_of_correction_stands_beside_the_higher() -> None:
    first = ("The monitor put the toll at 38 people.", "38 people", 38)
    then = ("It put the toll at 36 people.", "36 people", 36)
    assert ends(told(first, then, measure=Measure.KILLED, days=(DAY, DAY + timedelta(days=1)))) == (36, 38)


@given(st.lists(st.integers(min_value=1, max_value=29), max_size=4))
def test_however_many_parts_the_whole_sets_both_ends(parts: list[int]) -> None:
    sentences = [(f"At night {n} of the injured went home.", f"{n} of the injured", n) for n in parts]
    assert ends(told(TOLL, *sentences)) == (30, 30)
