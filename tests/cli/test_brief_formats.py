"""`sayso brief` in its formats and for its audiences, as a user calls it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.model import NotRead
from sayso.read import read

TEXT = (
    "At least 12 people were killed when a ferry sank off Dorrin on Monday, the coast guard said.\n"
    "Nine-year-old Mira Tovel was among the dead, her mother Oda told the Dorrin Times.\n"
)
runner = CliRunner()


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


STARTS = {
    "html": b"<!doctype html>",
    "md": b"<!-- sayso-brief -->",
    "json": b"{",
    "docx": b"PK",
    "pdf": b"%PDF-",
}


@pytest.mark.parametrize("ending", list(STARTS))
def test_the_ending_of_the_file_chooses_the_format(ferry: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"brief.{ending}"
    assert runner.invoke(app, ["brief", str(ferry), "-o", str(out)]).exit_code == 0
    assert out.read_bytes().lstrip()[:20].startswith(STARTS[ending])
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@pytest.mark.parametrize("ending", ["html", "md", "json", "pdf"])
def test_a_brief_among_the_reports_is_refused_by_name(ferry: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"brief.{ending}"
    assert runner.invoke(app, ["brief", str(ferry), "-o", str(out)]).exit_code == 0
    [outcome] = read([out])
    assert isinstance(outcome, NotRead)
    assert outcome.what == "It is a brief that sayso wrote, and no report."


def test_a_format_without_file_goes_to_standard_output(ferry: Path) -> None:
    shown = runner.invoke(app, ["brief", str(ferry), "--format", "json", "-q"])
    assert json.loads(shown.stdout)["format"] == "sayso-brief"


def test_for_the_public_no_name_of_a_private_person_is_written(ferry: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.md"
    result = runner.invoke(app, ["brief", str(ferry), "--for", "public", "--title", "Mira Tovel", "-o", str(out)])
    assert result.exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "FOR PUBLICATION" in text
    for name in ("Mira", "Tovel", "Oda"):
        assert name not in text
    assert "coast guard" in text


def test_excerpts_keep_what_is_cited(ferry: Path) -> None:
    ferry.write_text(f"{TEXT}The weather had been fair all week.\n", encoding="utf-8")
    shown = runner.invoke(app, ["brief", str(ferry), "--excerpts", "--format", "md", "-q"]).stdout
    assert "the coast guard" in shown
    assert "weather" not in shown


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "pdf", "-o", "brief.md"], "The ending of the file asks for md, --format for pdf."),
        (["-o", "brief.odt"], "A brief is not written in this format."),
    ],
)
def test_a_call_that_does_not_fit_is_said_to_in_words(
    ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = runner.invoke(app, ["brief", str(ferry), *arguments])
    assert words in str(result.exception)
    assert not (tmp_path / arguments[-1]).exists()


def test_a_brief_that_fails_leaves_what_stood_there(ferry: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    out.write_bytes(b"yesterday")
    assert runner.invoke(app, ["brief", str(ferry), "--published", "no day at all", "-o", str(out)]).exit_code != 0
    assert out.read_bytes() == b"yesterday"


def test_an_ending_that_no_format_has_is_refused(tmp_path: Path) -> None:
    report, out = tmp_path / "a.txt", tmp_path / "brief.xyz"
    report.write_text("Two men were injured in a fire at Oskel.", encoding="utf-8")
    result = CliRunner().invoke(app, ["brief", str(report), "-o", str(out)])
    assert result.exit_code != 0
    assert not out.exists()
    assert CliRunner().invoke(app, ["brief", str(report), "-o", str(out), "--format", "md"]).exit_code == 0
