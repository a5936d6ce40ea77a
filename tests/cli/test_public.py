"""What leaves the house by any command with --for public holds no name that a public brief withholds."""

import io
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app

TEXT = (
    "Halim Qasdar, 41, was killed with at least 12 people when shells struck the market of Dorrin on Monday, the "
    "Dorrin Monitor said.\n"
    "“We counted 14 dead,” said his sister Maryam Qasdar. Governor Ann Lee called for calm.\n"
)
GIVEN = ["--published", "2024-05-08", "--workers", "1", "--for", "public"]
NAMES = ("halim", "qasdar", "maryam")
runner = CliRunner()


@pytest.fixture
def market(tmp_path: Path) -> Path:
    path = tmp_path / "market-halim-qasdar.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def words_of(path: Path) -> str:
    """All that a file holds; of a spreadsheet the words of its parts."""
    body = path.read_bytes()
    if path.suffix != ".xlsx":
        return body.decode("utf-8").casefold()
    book = zipfile.ZipFile(io.BytesIO(body))
    return " ".join(book.read(name).decode("utf-8") for name in book.namelist()).casefold()


@pytest.mark.parametrize("shape", ["airwars", "ucdp", "acled"])
def test_exported_tables_hold_no_names_and_read_back(market: Path, tmp_path: Path, shape: str) -> None:
    folder = tmp_path / "tables"
    result = runner.invoke(app, ["export", "--as", shape, str(market), "-o", str(folder), *GIVEN])
    assert result.exit_code == 0, result.output
    assert "check before release" in result.stderr
    assert "fits" in runner.invoke(app, ["export", "--check", str(folder)]).stdout
    files = sorted(folder.rglob("*.csv"))
    assert not [path for path in files if path.parent.name == "victims"]
    for path in files:
        assert not [name for name in NAMES if name in words_of(path)], path
    assert not [name for name in NAMES if name in result.output.casefold()]


@pytest.mark.parametrize("command", ["claims", "attributions"])
@pytest.mark.parametrize("fmt", ["jsonl", "csv", "xlsx", "table"])
def test_records_hold_no_names_in_any_format(market: Path, tmp_path: Path, command: str, fmt: str) -> None:
    out = tmp_path / f"out.{fmt}"
    more = ["--why"] if command == "claims" else []
    result = runner.invoke(app, [command, str(market), *GIVEN, "--format", fmt, "-o", str(out), *more])
    assert result.exit_code == 0, result.output
    held = words_of(out)
    assert "withheld" in held
    assert not [name for name in NAMES if name in held]


def test_without_the_option_names_stay_in(market: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    runner.invoke(app, ["claims", str(market), *GIVEN[:-2], "-o", str(out)])
    assert "qasdar" in words_of(out)


def test_who_checks_a_release_is_told_which_names_are_left_in(market: Path, tmp_path: Path) -> None:
    result = runner.invoke(app, ["brief", str(market), "-o", str(tmp_path / "b.md"), *GIVEN])
    assert result.exit_code == 0, result.output
    told = " ".join(result.stderr.split())
    assert "names left out, among them those of" in told
    assert "left in, with an office (1 name): Ann Lee." in told
    assert not [name for name in NAMES if name in result.stderr.casefold()]
