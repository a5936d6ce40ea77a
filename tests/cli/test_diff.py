"""`sayso diff`: two reports, the versions in a folder, two reports by id; calls that do not fit."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.errors import UsageError

STORY = (
    "The river police of Port Ilyan found nine people alive under the collapsed footbridge on Tuesday morning. "
    "Divers worked through the night with lamps borrowed from the ferry company, a spokeswoman said.\n"
)
LATER = STORY.replace("nine people", "eleven people").replace(", a spokeswoman said", "")
runner = CliRunner()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    held = tmp_path / "reports"
    held.mkdir()
    (held / "a.jsonl").write_text(
        json.dumps({"id": "a", "text": STORY, "published": "2031-02-01", "outlet": "Valley Post"})
        + "\n"
        + json.dumps({"id": "b", "text": LATER, "published": "2031-02-02", "outlet": "Hill Post"})
        + "\n",
        encoding="utf-8",
    )
    (held / "c.txt").write_text("Plums will be late this year, farmers in the upper valley say.\n", encoding="utf-8")
    return held


def test_versions_in_a_folder_are_found_and_compared(folder: Path) -> None:
    result = runner.invoke(app, ["diff", str(folder)])
    assert result.exit_code == 0, result.output
    assert "--- R1 Valley Post, 1 February 2031  [a]" in result.stdout
    assert "FIGURE altered" in result.stdout
    assert "[-nine-] {+eleven+} people alive" in result.stdout
    assert "[-a spokeswoman said-]" in result.stdout
    assert "3 reports read, 1 pair of versions or copies, 1 with changes" in result.stderr


def test_two_files_are_compared_whatever_they_hold(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(STORY, encoding="utf-8")
    result = runner.invoke(app, ["diff", str(folder / "c.txt"), str(other)])
    assert "They are no copies of one text" in result.stdout
    assert "first is not known" in result.stdout


def test_two_reports_by_id(folder: Path) -> None:
    result = runner.invoke(app, ["diff", str(folder), "--between", "a", "b", "--format", "jsonl"])
    (record,) = map(json.loads, result.stdout.splitlines())
    assert (record["earlier"], record["later"]) == ("a", "b")
    change = record["changes"][0]
    assert change["figures"]
    assert STORY[change["earlier"]["start"] : change["earlier"]["end"]] == "nine"
    assert LATER[change["later"]["start"] : change["later"]["end"]] == "eleven"


def test_two_reports_by_their_number_in_a_brief(folder: Path) -> None:
    result = runner.invoke(app, ["diff", str(folder), "--between", "R2", "r3", "--format", "jsonl"])
    (record,) = map(json.loads, result.stdout.splitlines())
    assert record["earlier"] == "b"
    assert record["later"] not in ("a", "b")


def test_a_report_is_not_compared_with_itself(folder: Path) -> None:
    result = runner.invoke(app, ["diff", str(folder), "--between", "R1", "a"])
    assert "two different reports" in str(result.exception)


def test_an_id_that_was_not_read_is_named(folder: Path) -> None:
    result = runner.invoke(app, ["diff", str(folder), "--between", "a", "z"])
    assert isinstance(result.exception, UsageError)
    assert "'z'" in str(result.exception)
    assert "Read were R1 a, R2 b" in str(result.exception)


def test_one_report_has_nothing_to_be_compared_with(folder: Path) -> None:
    result = runner.invoke(app, ["diff", str(folder / "c.txt")])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "no two of them" in result.stderr


def test_the_output_is_a_file_and_for_the_public_it_holds_no_names(folder: Path, tmp_path: Path) -> None:
    named = "Halim Qasdar, 41, was among the dead, his sister said.\n"
    (folder / "d.txt").write_text(LATER + named, encoding="utf-8")
    out = tmp_path / "changes.txt"
    assert runner.invoke(app, ["diff", str(folder), "-o", str(out)]).exit_code == 0
    assert "Qasdar" in out.read_text(encoding="utf-8")
    assert runner.invoke(app, ["diff", str(folder), "--for", "public", "-o", str(out)]).exit_code == 0
    assert "Qasdar" not in out.read_text(encoding="utf-8")
    assert "withheld" in out.read_text(encoding="utf-8")


def test_for_the_public_no_name_that_only_reading_finds_is_shown(tmp_path: Path) -> None:
    for name, told in (("one", "at least 12"), ("two", "at least 14")):
        text = f"Shells killed {told} people in Dorrin. Nadezhda Ivanivna recalled how {told} windows broke.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    result = runner.invoke(app, ["diff", str(tmp_path), "--for", "public"])
    assert result.exit_code == 0, result.output
    assert "name withheld" in result.stdout
    assert "Ivanivna" not in result.output
