"""Each input that can't be read gets its line in the summary, and the rest goes on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.errors import UsageError

GOOD = "Ten people were killed in the flood at Marnek, the mayor said on Tuesday.\n"
runner = CliRunner()


def folder_with(tmp_path: Path, name: str, body: bytes) -> Path:
    case = tmp_path / "case"
    case.mkdir()
    (case / "good.txt").write_text(GOOD, encoding="utf-8")
    (case / name).write_bytes(body)
    return case


DAMAGED = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "blank.html": b"<html><body><script>x()</script></body></html>",
    "cut.pdf": b"%PDF-1.4\n1 0 obj\n<<",
    "lines.jsonl": b'{"id": "a", "text": 5}\n',
    "notjson.jsonl": b"this is no JSON\n",
    "missing.jsonl": b'{"id": "a", "title": "no text"}\n',
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_named_with_its_reason_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    case = folder_with(tmp_path, name, DAMAGED[name])
    result = runner.invoke(app, ["claims", str(case)])
    assert result.exit_code == 1
    assert name in result.stderr
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert any(record["low"] == 10 for record in records)


def test_a_path_that_is_not_there_is_an_input_not_read(tmp_path: Path) -> None:
    result = runner.invoke(app, ["claims", str(tmp_path / "nowhere.txt")])
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


def test_an_empty_folder_says_that_it_holds_nothing(tmp_path: Path) -> None:
    result = runner.invoke(app, ["claims", str(tmp_path)])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert str(tmp_path) in result.stderr


def test_a_symlink_loop_ends(tmp_path: Path) -> None:
    case = folder_with(tmp_path, "also.txt", GOOD.encode())
    (case / "again").symlink_to(case)
    result = runner.invoke(app, ["claims", str(case)])
    assert "again" in result.stderr
    assert len({json.loads(line)["article"] for line in result.stdout.splitlines()}) == 2


def test_a_date_that_does_not_exist_is_a_usage_error(tmp_path: Path) -> None:
    case = folder_with(tmp_path, "also.txt", GOOD.encode())
    result = runner.invoke(app, ["claims", str(case), "--published", "2016-02-31"])
    assert isinstance(result.exception, UsageError)
    assert "2016-02-31" in str(result.exception)


def test_an_output_folder_that_is_not_there_is_told_before_any_work(tmp_path: Path) -> None:
    result = runner.invoke(app, ["brief", str(tmp_path), "-o", str(tmp_path / "no" / "brief.html")])
    assert isinstance(result.exception, UsageError)
    assert "mkdir" in str(result.exception)


def test_no_path_is_a_usage_error() -> None:
    assert runner.invoke(app, ["claims"]).exit_code == 2


def test_where_nothing_is_read_an_earlier_output_stays(tmp_path: Path) -> None:
    kept = tmp_path / "brief.html"
    kept.write_text("of yesterday", encoding="utf-8")
    result = runner.invoke(app, ["brief", str(tmp_path / "typo.txt"), "-q", "-o", str(kept)])
    assert result.exit_code == 1
    assert "typo.txt" in result.stderr
    assert kept.read_text(encoding="utf-8") == "of yesterday"


@pytest.mark.parametrize("name", ["brief.html", "brief.md", "brief.json"])
def test_a_brief_that_lies_among_the_reports_is_not_read_as_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "fire.txt").write_text(
        "Ten people died in a fire in Halmsey, the coast guard said.\n", encoding="utf-8"
    )
    call = ["brief", str(tmp_path), "-o", str(tmp_path / name)]
    assert runner.invoke(app, call).exit_code == 0
    again = runner.invoke(app, call)
    assert again.exit_code == 1
    assert "1 report read" in again.stderr
    assert f"{name}: It is a brief that sayso wrote" in again.stderr.replace(str(tmp_path) + "/", "")
