"""Methods on the command line: listed, shown, checked, applied, exported and read back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.assess.methods import NAMES, shipped
from sayso.cli import app
from sayso.errors import UsageError

TEXT = (
    "At least 12 people were killed when shells struck the market of Dorrin on Monday, the Dorrin Monitor said.\n"
    "Fourteen people were killed in the shelling of Dorrin on Monday, the Relief Council said.\n"
)
GIVEN = ["--published", "2024-05-08", "--workers", "1"]
runner = CliRunner()


@pytest.fixture
def market(tmp_path: Path) -> Path:
    path = tmp_path / "market.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def refused(*call: str) -> UsageError:
    result = runner.invoke(app, list(call))
    assert isinstance(result.exception, UsageError), result.output
    return result.exception


def test_methods_are_listed_with_their_sources() -> None:
    said = runner.invoke(app, ["methods"]).stdout
    for name in NAMES:
        assert shipped(name).title in said
        assert shipped(name).source in said


@pytest.mark.parametrize("name", NAMES)
def test_show_prints_every_rule_and_setting(name: str) -> None:
    said = runner.invoke(app, ["methods", "show", name]).stdout
    assert all(rule.says in said for rule in shipped(name).rules)
    assert all(setting.name in said and setting.note in said for setting in shipped(name).settings)


def test_check_says_what_a_file_changes_and_refuses_one_that_does_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "desk.yaml"
    path.write_text("based_on: airwars\nname: desk\nversion: '1'\nsettings: {unnamed_adds: 1}\n", encoding="utf-8")
    assert "unnamed_adds: 0 -> 1" in runner.invoke(app, ["methods", "check", str(path)]).stdout
    path.write_text("based_on: airwars\nname: desk\nversion: '1'\nsettings: {unnamed: 1}\n", encoding="utf-8")
    assert "line 4" in str(refused("methods", "check", str(path)))


def test_claims_and_history_by_method(market: Path, tmp_path: Path) -> None:
    kept = tmp_path / "history.jsonl"
    call = ["claims", str(market), *GIVEN, "--method", "airwars", "--history", str(kept)]
    result = runner.invoke(app, call)
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    assert all(record["methods"]["airwars"]["shown"] for record in records if record["incident"])
    size = kept.stat().st_size
    assert runner.invoke(app, call).exit_code == 0
    assert kept.stat().st_size == size
    told = runner.invoke(app, ["methods", "history", str(kept)]).stdout
    assert "first assessed" in told
    assert "none was changed" in told


def test_a_persons_judgement_discounts_and_one_about_nothing_is_named(market: Path, tmp_path: Path) -> None:
    plain = runner.invoke(app, ["claims", str(market), *GIVEN]).stdout
    claim = next(r["claim_id"] for r in map(json.loads, plain.splitlines()) if r["measure"])
    decided = tmp_path / "decided.jsonl"
    line = {"at": "2024-06-01T00:00:00+00:00", "by": "M. Orr", "act": "grade", "reason": "They were fighters."}
    rows = [{**line, "about": [claim], "value": "Discounted"}, {**line, "about": ["nowhere"], "value": "Weak"}]
    decided.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = runner.invoke(app, ["claims", str(market), *GIVEN, "--method", "airwars", "--judgements", str(decided)])
    assert "Discounted" in result.stdout
    assert "about nothing here (nowhere)" in result.stderr


@pytest.mark.parametrize("shape", ["airwars", "ucdp", "acled"])
def test_export_writes_tables_that_check_reads_back(market: Path, tmp_path: Path, shape: str) -> None:
    folder = tmp_path / "tables"
    result = runner.invoke(app, ["export", "--as", shape, str(market), "-o", str(folder), *GIVEN])
    assert result.exit_code == 0, result.output
    assert "fits" in runner.invoke(app, ["export", "--check", str(folder)]).stdout
    assert "not an empty folder" in str(refused("export", "--as", shape, str(market), "-o", str(folder)))


def test_calls_that_do_not_fit_are_refused_before_any_work(market: Path, tmp_path: Path) -> None:
    assert "no such method" in str(refused("claims", str(market), "--method", "nobody"))
    assert "none is chosen" in str(refused("brief", str(market), "--history", str(tmp_path / "h")))
    assert "needs reports" in str(refused("export", "--as", "ucdp"))
    assert "no such file" in str(refused("methods", "history", str(tmp_path / "absent")))
