"""The drawings stand in the PDF, and what they say stands in tables in every format without drawings."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sayso.model import Analysis
from sayso.publish.blocks import Drawing, Table
from sayso.publish.content import content
from sayso.publish.drawings import chart_svg, map_svg, time_svg
from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.outline import outline
from sayso.publish.redact import Audience, release

from .factory import siege
from .test_formats import words_in

HOSTILE = '</text><script>alert(1)</script> & "quoted" \x00\u202e'


def renamed(analysis: Analysis) -> Analysis:
    """Every incident under a hostile label."""
    return replace(analysis, incidents=tuple(replace(i, label=HOSTILE) for i in analysis.incidents))


def drawn(analysis: Analysis) -> list[str]:
    brief = content(release(analysis, Audience.INTERNAL))
    assert brief.time_line
    assert brief.place_map
    charts = [line.chart for sheet in brief.incidents for line in sheet.ranges if line.chart]
    found = [chart_svg(chart) for chart in charts]
    found += [map_svg(drawing, brief.place_map) for drawing in brief.place_map.drawings]
    return [*found, time_svg(brief.time_line, (*brief.time_line.happenings, *brief.time_line.publications))]


@pytest.mark.parametrize("analysis", [siege(), renamed(siege())], ids=["siege", "hostile labels"])
def test_each_drawing_is_plain_svg_without_scripts_or_addresses(analysis: Analysis) -> None:
    found = drawn(analysis)
    assert len(found) >= 2
    for svg in found:
        root = ElementTree.fromstring(svg)  # noqa: S314  made by us a line ago
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "path", "circle", "text"}
        assert "href" not in svg
        assert "\u202e" not in svg


def test_the_tables_beside_the_drawings_hold_each_incident_report_and_place() -> None:
    brief = content(release(siege(), Audience.INTERNAL))
    blocks = outline(brief)
    tables = [
        block.table if isinstance(block, Drawing) else block for block in blocks if isinstance(block, Drawing | Table)
    ]
    said = {run.text for table in tables for row in table.rows for cell in row for run in cell}
    assert {sheet.label for sheet in brief.incidents} <= said
    assert brief.time_line
    assert {bar.label for bar in brief.time_line.publications} <= said
    assert brief.place_map
    assert {row.name for row in (*brief.place_map.places, *brief.place_map.not_drawn)} <= said


@pytest.mark.parametrize("fmt", [BriefFormat.MD, BriefFormat.DOCX, BriefFormat.PDF])
def test_time_line_and_places_are_in_every_document(fmt: BriefFormat) -> None:
    shown = words_in(brief_bytes(release(siege(), Audience.INTERNAL), fmt), fmt)
    for words in ("Timeline", "4March2031", "Whenthereportswerepublished", "Places", "neighbourhood"):
        assert words in shown


def test_hostile_labels_are_set_as_words_in_the_pdf() -> None:
    shown = words_in(brief_bytes(release(renamed(siege()), Audience.INTERNAL), BriefFormat.PDF), BriefFormat.PDF)
    assert "<script>alert(1)</script>" in shown
