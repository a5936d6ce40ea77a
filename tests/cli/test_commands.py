"""What a user gets from each command."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from sayso.cli import app

TEXT = (
    "At least 12 people were killed when a ferry sank off Dorrin on Monday, the coast guard said.\n"
    "The operator has yet to comment.\n"
)
runner = CliRunner()


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_claims_are_json_lines_whose_offsets_give_back_the_words(ferry: Path) -> None:
    result = runner.invoke(app, ["claims", str(ferry), "--published", "2024-05-08"])
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    [toll] = [r for r in records if r["measure"] == "killed"]
    assert TEXT[toll["start"] : toll["end"]] == toll["words"] == "At least 12 people"
    assert (toll["low"], toll["high"], toll["date"]) == (12, None, "2024-05-06")
    assert toll["sources"] == ["the coast guard"]
    assert [r["kind"] for r in records if r["kind"] == "silence"] == ["silence"]


def test_attributions_are_what_the_scorer_reads(ferry: Path) -> None:
    result = runner.invoke(app, ["attributions", str(ferry)])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [TEXT[slice(*r["speaker"][0])] for r in records] == ["the coast guard", "The operator"]
    assert [r["act"] for r in records] == ["says", "declines"]


def test_csv_and_spreadsheet_hold_the_same_rows(ferry: Path, tmp_path: Path) -> None:
    text = runner.invoke(app, ["claims", str(ferry), "--format", "csv"]).stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    book = tmp_path / "claims.xlsx"
    assert runner.invoke(app, ["claims", str(ferry), "--format", "xlsx", "-o", str(book)]).exit_code == 0
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    cells = list(sheet.iter_rows(values_only=True))
    assert len(rows) == len(cells) - 1 > 0
    assert list(rows[0]) == list(cells[0])


def test_the_table_for_people_shows_words_and_source(ferry: Path) -> None:
    shown = runner.invoke(app, ["claims", str(ferry), "--format", "table"]).stdout
    assert "At least 12" in shown
    assert "coast guard" in shown


def test_the_brief_is_one_page_written_whole(ferry: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    result = runner.invoke(app, ["brief", str(ferry), "-o", str(page)])
    assert result.exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert html.lower().startswith("<!doctype html>")
    assert "At least 12 people" in html
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == []


def test_the_order_of_inputs_does_not_change_a_claim(ferry: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Three miners were injured in a blast at Tolva, the union said.\n", encoding="utf-8")
    one = runner.invoke(app, ["claims", str(ferry), str(other)]).stdout.splitlines()
    two = runner.invoke(app, ["claims", str(other), str(ferry)]).stdout.splitlines()
    assert sorted(one) == sorted(two)


def test_two_processes_read_as_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        json.dumps({"id": f"r{n}", "text": f"The mayor said {n + 3} people were injured in the fire at Ostrel."})
        for n in range(20)
    ]
    reports = tmp_path / "reports.jsonl"
    reports.write_text("\n".join(lines), encoding="utf-8")
    alone = runner.invoke(app, ["claims", str(reports), "--workers", "1"]).stdout
    monkeypatch.setenv("SAYSO_SIDE_BY_SIDE", "4")
    from sayso.settings import settings

    settings.cache_clear()
    together = runner.invoke(app, ["claims", str(reports), "--workers", "2"]).stdout
    settings.cache_clear()
    assert together == alone
    assert alone.count("\n") >= 20
