"""Gazetteer files of a user's own: OCHA admin tables with P-codes, and the folder that keeps files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer import load_gazetteer
from sayso.knowledge.place_files import add_places, files_in, kept_places, own_places

HEADER = "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,center_lat,center_lon\n"
ROWS = (
    "Syria,SY,Aleppo,حلب,SY02,Wadi Probe,وادي بروب,SY0298,36.3,37.1\n"
    "Syria,SY,Aleppo,حلب,SY02,Tal Sample,تل سامبل,SY0299,36.1,37.2\n"
)


def written(tmp_path: Path, text: str, name: str = "adm2.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_admin_table_gives_each_p_code_once_with_the_areas_around_it(tmp_path: Path) -> None:
    found = {entry.id: entry for entry in own_places(written(tmp_path, HEADER + ROWS))}
    assert sorted(found) == ["pcode:SY", "pcode:SY02", "pcode:SY0298", "pcode:SY0299"]
    probe = found["pcode:SY0298"]
    assert (probe.kind, probe.country, probe.within) == ("district", "SY", ("Aleppo", "Syria"))
    assert (probe.latitude, probe.longitude) == (36.3, 37.1)
    assert (found["pcode:SY02"].latitude, found["pcode:SY"].latitude) == (None, None)


@pytest.mark.parametrize("words", ["Wadi Probe", "the district of Wadi Probe", "وادي بروب", "وادي بروب "])
def test_a_place_of_the_table_is_found_in_every_script_with_its_p_code(tmp_path: Path, words: str) -> None:
    place = load_gazetteer([written(tmp_path, HEADER + ROWS)]).resolve(words)
    assert (place.name, place.entry) == ("Wadi Probe", "pcode:SY0298")


def test_a_bare_name_is_the_city_and_with_its_kind_the_area_of_the_table(tmp_path: Path) -> None:
    gazetteer = load_gazetteer([written(tmp_path, HEADER + ROWS)])
    assert gazetteer.resolve("Aleppo", ("Syria",)).precision == "city"
    assert gazetteer.resolve("Aleppo governorate", ("Syria",)).entry == "pcode:SY02"


@pytest.mark.parametrize(
    "header",
    ["admin1Name_en;admin1Pcode;admin2Name_en;admin2Pcode\n", "adm1_name\tadm1_pcode\tadm2_name\tadm2_pcode\n"],
)
def test_other_spellings_of_the_columns_and_other_separators_are_read(tmp_path: Path, header: str) -> None:
    separator = ";" if ";" in header else "\t"
    row = separator.join(("Dorrin", "XX01", "Halm", "XX0101")) + "\n"
    assert [entry.id for entry in own_places(written(tmp_path, header + row))] == ["pcode:XX01", "pcode:XX0101"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (HEADER + "Syria,SY,Aleppo\n", "Line 2 is damaged: 3 columns instead of 10"),
        (HEADER + ROWS + "Syria,SY,Aleppo,,SY02,Other,,SY0298,,\n", "Line 4 is damaged: the P-code SY0298"),
        (HEADER + "Syria,SY,Aleppo,,SY02,Probe,,,,\n", "'Probe' has no P-code"),
        (HEADER + "Syria,SY,Aleppo,,SY02,Probe,,SY0298,136,37\n", "'136' is no number of degrees"),
        (HEADER + "Syria,SY,Aleppo,,SY02,Probe,,SY0298,36,\n", "only one of latitude and longitude"),
        ("ADM1_EN,ADM2_EN,ADM2_PCODE\nA,B,XX0101\n", "level 1 has no column for the P-code"),
        (HEADER, "holds no place"),
    ],
)
def test_a_damaged_table_is_refused_with_its_line_and_nothing_is_kept(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(KnowledgeError, match=what):
        add_places(written(tmp_path, text), tmp_path / "kept")
    assert files_in(tmp_path / "kept") == ()


def test_added_files_are_kept_and_listed_with_what_they_hold(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    added = add_places(written(tmp_path, HEADER + ROWS), folder)
    assert kept_places(folder) == (added,)
    assert added.kinds == (("district", 2), ("country", 1), ("province", 1))
    assert added.spellings == 7


def test_another_file_of_the_same_name_is_only_replaced_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    add_places(written(tmp_path, HEADER + ROWS), folder)
    changed = written(tmp_path, HEADER + ROWS.replace("Probe", "Sonde"))
    with pytest.raises(KnowledgeError, match="another file of this name"):
        add_places(changed, folder)
    add_places(changed, folder, replace=True)
    assert "Wadi Sonde" in {entry.name for entry in own_places(folder / "adm2.csv")}


def test_a_spreadsheet_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"A \.xlsx file is not read.*Save the sheet as CSV"):
        add_places(written(tmp_path, "", "adm.xlsx"), tmp_path / "kept")


@given(st.lists(st.from_regex(r"XX[0-9]{2}", fullmatch=True), min_size=1, max_size=6, unique=True))
def test_every_p_code_of_a_table_comes_back(tmp_path_factory: pytest.TempPathFactory, codes: list[str]) -> None:
    lines = "".join(f"Place {code},{code}\n" for code in codes)
    path = written(tmp_path_factory.mktemp("adm"), "ADM1_EN,ADM1_PCODE\n" + lines)
    assert [entry.id for entry in own_places(path)] == [f"pcode:{code}" for code in codes]


def test_a_name_may_hold_what_looks_like_the_end_of_a_line(tmp_path: Path) -> None:
    text = "name,kind,latitude,longitude,within,also\nUpper\u2028Marrow,town,36.1,37.2,,Old\x85Marrow\n\n"
    (entry,) = own_places(written(tmp_path, text, "own.csv"))
    assert (entry.name, entry.spellings) == ("Upper\u2028Marrow", ("Old\x85Marrow",))
