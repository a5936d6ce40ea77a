"""Exported tables have exactly the columns of the methods, blank where unknown, and read back as they were."""

import csv
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sayso.assess.methods import apply, shipped
from sayso.errors import UsageError
from sayso.knowledge.sources import load_registry
from sayso.model import Analysis, EventKind, IncidentId, ReportId, Span, Victim
from sayso.publish.exports import export, read_tables
from sayso.publish.exports.tables import Exported
from tests.assess.methods.cases import DAY, analysis, claim, days, origin

MADE = datetime(2031, 6, 1, tzinfo=UTC)
UCDP = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
    "side_a_new_id,side_a,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
    "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,"
    "geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,"
    "deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
)
ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
A, B = claim("a", 60, blamed="the Syrian army"), claim("b", 80)
CASE = analysis([origin("monitor", A), origin("council", B)], [A, B], published=date(2031, 5, 5))


def exported(name: str, found: Analysis = CASE) -> Exported:
    return export(apply(found, (shipped(name),), load_registry()), name, name, MADE)


def rows(made: Exported, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(dict(made.files)[name].splitlines()))


def written(folder: Path, made: Exported) -> Path:
    for name, text in made.files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.mark.parametrize(("name", "columns"), [("ucdp", UCDP), ("acled", ACLED)])
def test_columns_are_exactly_those_of_the_method(name: str, columns: str) -> None:
    assert dict(exported(name).files)["events.csv"].splitlines()[0] == columns


def test_airwars_columns_hold_every_field_of_its_exporter() -> None:
    head = dict(exported("airwars").files)["incidents.csv"].splitlines()[0].split(",")
    for name in (
        "killed_min",
        "injured_max",
        "children_killed_min",
        "belligerents_injured_max",
        "civilian_harm_status",
    ):
        assert name in head
    assert [n for n in head if n.startswith("belligerent_1_")][:3] == [
        "belligerent_1_name",
        "belligerent_1_type",
        "belligerent_1_assessment",
    ]
    sources = next(text for name, text in exported("airwars").files if name.startswith("sources/"))
    assert sources.splitlines()[0] == "name,url,archive_url,language,media,date"


def test_unknown_is_blank_and_zero_is_not() -> None:
    (row,) = rows(exported("ucdp"), "events.csv")
    assert (row["deaths_a"], row["gwnoa"], row["low"], row["high"]) == ("", "", "60", "80")
    none = claim("z", 0, words="no casualties")
    (zero,) = rows(exported("acled", analysis([origin("monitor", none)], [none])), "events.csv")
    assert zero["fatalities"] == "0"


def test_what_is_no_event_is_left_out_and_said() -> None:
    made = exported("ucdp", analysis([origin("monitor", A)], [A], place=None))
    assert rows(made, "events.csv") == []
    assert "No place" in made.left_out[0]


def test_a_joint_toll_has_a_row_for_each_day() -> None:
    joint = analysis([origin("monitor", B)], [B], event=EventKind.CUMULATIVE, date=days(DAY, DAY + timedelta(days=2)))
    held = rows(exported("acled", joint), "events.csv")
    assert [row["fatalities"] for row in held] == ["28", "26", "26"]
    assert [row["event_date"] for row in held] == ["2031-05-04", "2031-05-05", "2031-05-06"]


def test_who_published_and_whom_it_comes_from_stand_apart() -> None:
    (row,) = rows(exported("ucdp"), "events.csv")
    assert (row["source_office"], row["source_original"]) == ("The report", "monitor and council")


@pytest.mark.parametrize("name", ["airwars", "ucdp", "acled"])
def test_tables_read_back_as_they_were_written(tmp_path: Path, name: str) -> None:
    victim = Victim(ReportId("report"), "=cmd()", Span(0, 1), 34, "female", A.id)
    made = exported(name, replace(CASE, victims=(victim,)))
    tables = read_tables(written(tmp_path, made))
    assert len(tables) == len(made.files)
    whole = {str(table.path.relative_to(tmp_path)): table for table in tables}
    for file, text in made.files:
        for row, read in zip(csv.DictReader(text.splitlines()), whole[file].rows, strict=True):
            assert {key: None if cell == "" else cell for key, cell in row.items()} == {
                key: None
                if value is None
                else "'=cmd()"
                if value == "=cmd()"
                else f"{value:g}"
                if isinstance(value, float)
                else str(value)
                for key, value in read.items()
            }


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (",60,80,60,", ",90,80,60,", "they must rise"),
        (",monitor and council,1,", ",monitor and council,9,", "goes from 1 to 7"),
        ("2031-05-04,2031-05-04", "4 May,2031-05-04", "no day"),
        (",60,80,60,", ",many,80,60,", "no number"),
        ("gwnob", "gwno", "columns are those of no method"),
    ],
)
def test_a_table_that_breaks_a_promise_is_named_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    folder = written(tmp_path, exported("ucdp"))
    path = folder / "events.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UsageError, match=words) as raised:
        read_tables(folder)
    assert "events.csv" in str(raised.value)


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table"):
        read_tables(tmp_path)


def test_a_table_of_many_incidents_takes_no_square_of_time() -> None:
    (incident,) = CASE.incidents
    (assessed,) = apply(CASE, (shipped("airwars"),), load_registry()).by_method
    names = [IncidentId(f"i{n:05}") for n in range(20_000)]
    many = replace(
        CASE,
        incidents=tuple(replace(incident, id=name) for name in names),
        by_method=tuple(replace(assessed, incident=name) for name in names),
        victims=tuple(Victim(A.report, "Ana Vell", Span(0, 4), claim=A.id) for _ in range(500)),
    )
    started = time.process_time()
    made = export(many, "airwars", "airwars", MADE)
    assert time.process_time() - started < 12
    assert len(rows(made, "incidents.csv")) == len(names)
