"""`sayso places`: a gazetteer file is added once and used by every later call."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.settings import settings

runner = CliRunner()
TABLE = "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE\nUpper Dorrin,XX01,Halmsey,XX0101\n"
TEXT = "At least 12 people were killed in a fire in Halmsey on Monday, the coast guard said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_PLACES_FOLDER", str(tmp_path / "places"))
    settings.cache_clear()
    return tmp_path / "places"


@pytest.fixture(autouse=True)
def fresh_settings() -> Iterator[None]:
    yield
    settings.cache_clear()


def test_an_added_table_gives_later_claims_their_p_code(folder: Path, tmp_path: Path) -> None:
    table, report = tmp_path / "adm2.csv", tmp_path / "fire.txt"
    table.write_text(TABLE, encoding="utf-8")
    report.write_text(TEXT, encoding="utf-8")
    added = runner.invoke(app, ["places", "add", str(table)])
    assert added.exit_code == 0
    assert "adm2.csv  2 places" in added.stdout
    listed = runner.invoke(app, ["places", "list"]).stdout
    assert "adm2.csv" in listed
    assert str(folder) in listed
    [record] = [json.loads(line) for line in runner.invoke(app, ["claims", str(report)]).stdout.splitlines()]
    assert (record["place"], record["place_id"]) == ("Halmsey", "pcode:XX0101")


def test_a_village_and_a_camp_are_kinds_that_a_user_may_write(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "name,kind,latitude,longitude,within,also\nDorrin,Village,10,20,,\nEast Yard,camp,10,20,Dorrin,\n",
        encoding="utf-8",
    )
    assert "1 neighbourhood, 1 town" in runner.invoke(app, ["places", "add", str(table)]).stdout


def test_a_kind_that_is_none_is_refused_with_those_that_are(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("name,kind,latitude,longitude,within,also\nDorrin,blob,10,20,,\n", encoding="utf-8")
    said = str(runner.invoke(app, ["places", "add", str(table)]).exception)
    assert "Line 2" in said
    assert "point, neighbourhood, town, city, district, province, country, village, camp" in said


def test_listing_an_empty_folder_names_it(folder: Path) -> None:
    result = runner.invoke(app, ["places", "list"])
    assert result.exit_code == 0
    assert str(folder) in result.stdout
