"""The time line draws imprecise times as long as their imprecision and never invents a day."""

from dataclasses import replace
from datetime import date

import pytest

from sayso.model import Analysis, IncidentId, Interval, Precision
from sayso.publish.contexts import TimeLine
from sayso.publish.rows import Rows
from sayso.publish.timeline import time_line

from .factory import FOURTH, WAR, WEEK, siege


def analysis_of(*dates: Interval | None) -> Analysis:
    incident = siege().incidents[0]
    found = tuple(replace(incident, id=IncidentId(f"t{i}"), date=when) for i, when in enumerate(dates))
    return replace(siege(), incidents=found, assessments=())


def line_of(*dates: Interval | None) -> TimeLine:
    analysis = analysis_of(*dates)
    line = time_line(analysis, Rows(analysis))
    assert line is not None
    return line


def test_a_week_is_longer_than_a_day_and_marked_imprecise() -> None:
    week, day = line_of(WEEK, FOURTH).happenings
    assert float(week.width[:-1]) == pytest.approx(8 * float(day.width[:-1]), abs=0.1)
    assert "imprecise" in week.classes
    assert "imprecise" not in day.classes


def test_a_war_runs_off_the_edge_and_does_not_squeeze_the_rest() -> None:
    line = line_of(WAR, FOURTH)
    assert line.first == "4 March 2031"
    assert "from-before" in line.happenings[1].classes
    assert "goes-on" not in line.happenings[1].classes


def test_an_open_end_stays_open() -> None:
    since = Interval(date(2031, 3, 1), None, Precision.LONGER)
    bar = next(bar for bar in line_of(since, FOURTH).happenings if bar.href == "#i-t0")
    assert "goes-on" in bar.classes
    assert bar.when == "since 1 March 2031"


def test_what_has_no_day_is_listed_and_not_drawn() -> None:
    line = line_of(FOURTH, None)
    assert [link.href for link in line.not_drawn.links] == ["#i-t1"]
    assert [link.href for link in line.undated_reports.links] == ["#r4"]
    assert len(line.publications) == 3


def test_without_any_day_there_is_no_time_line() -> None:
    analysis = analysis_of(None)
    assert time_line(analysis, Rows(analysis)) is None


def test_a_day_years_off_is_drawn_at_the_edge() -> None:
    long_ago = Interval(date(2019, 1, 1), date(2019, 1, 1), Precision.DAY)
    line = line_of(FOURTH, long_ago)
    assert line.first == "4 March 2031"
    assert {"outside", "from-before"} <= set(line.happenings[0].classes.split())
    assert line.happenings[0].left == "0.00%"
