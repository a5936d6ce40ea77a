"""`sayso claims --why`: a reason for each field."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app

TEXT = "Shelling killed at least 12 people in Dorrin on Monday, the coast guard said.\n"
FIELDS = ("figure", "measure", "group", "event", "place", "date", "blamed", "sources", "status")
runner = CliRunner()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_field_stands_with_its_value_and_its_reason_on_lines_to_read(report: Path) -> None:
    shown = runner.invoke(
        app, ["claims", str(report), "--why", "--format", "table", "--published", "2024-05-08"]
    ).stdout
    lines = {line.split()[0]: line for line in shown.splitlines() if line.startswith("  ") and line.split()}
    for field in FIELDS:
        assert field in lines
    assert "12 to no bound" in lines["figure"]
    assert "at least" in lines["figure"]
    assert "shelling" in lines["event"]
    assert "2024-05-06" in lines["date"]
    assert "Monday" in lines["date"]


def test_each_field_stands_with_its_value_and_its_reason_in_json(report: Path) -> None:
    lines = runner.invoke(app, ["claims", str(report), "--why", "--published", "2024-05-08"]).stdout.splitlines()
    [toll] = [record for record in map(json.loads, lines) if record["measure"]]
    assert toll["why"]["event"]["value"] == toll["event"] == "shelling"
    assert toll["why"]["figure"]["value"] == [12, None]
    assert all(toll["why"][field]["reason"] for field in FIELDS)


def test_reasons_go_to_a_file_too(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "why.txt"
    assert runner.invoke(app, ["claims", str(report), "--why", "--format", "table", "-o", str(out)]).exit_code == 0
    assert "measure" in out.read_text(encoding="utf-8")
