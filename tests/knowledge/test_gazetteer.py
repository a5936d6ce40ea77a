from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer import Gazetteer, load_gazetteer
from sayso.knowledge.place_files import own_places
from sayso.knowledge.place_names import fold, same_spelling
from sayso.model import Place, Span

HEADER = "name,kind,latitude,longitude,within,also\n"
OWN = (
    HEADER
    + "Veshta,city,41.5,63.25,Veshta Province,Weschta|Вешта|فشتا\n"
    + "Veshta Province,province,,,Karsland,\n"
    + "Lower Mill,neighbourhood,41.51,63.26,Veshta,Mill Quarter\n"
    + '"St. Orso, the hospital",point,41.52,63.27,Lower Mill,\n'
)
DUMP_LINE = (
    "7001\tTell Example\tTell Example\tTal Exampl,Tall Ikzambl\t35.5\t36.5\tP\tPPL\tSY\t\t06\t\t\t\t1200\t\t300\t"
    "Asia/Damascus\t2020-01-01"
)


@dataclass(frozen=True)
class Case:
    words: str
    context: tuple[str, ...]
    name: str | None
    precision: str | None
    within: tuple[str, ...]


def load_cases() -> list[Case]:
    raw = yaml.safe_load((Path(__file__).parent / "places_cases.yaml").read_text(encoding="utf-8"))
    return [
        Case(c["words"], tuple(c.get("context", ())), c["name"], c.get("precision"), tuple(c.get("within", ())))
        for c in raw
    ]


@cache
def seed() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def own(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "places.csv"
    path.write_text(OWN, encoding="utf-8")
    return load_gazetteer([path])


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: f"{case.words} {' '.join(case.context)}")
def test_golden_places(case: Case) -> None:
    place = seed().resolve(case.words, case.context)
    assert place.words == case.words
    assert (place.name, place.precision, place.within) == (case.name, case.precision, case.within)
    assert place.reason


@given(st.text(max_size=40) | st.sampled_from([case.words for case in load_cases()]))
def test_any_words_give_a_place_with_a_reason_and_coordinates_only_where_resolved(words: str) -> None:
    place = seed().resolve(words)
    assert place.words == words
    assert place.reason
    assert (place.latitude is None) == (place.longitude is None)
    if place.name is None or place.precision in ("country", "province"):
        assert place.latitude is None


@pytest.mark.parametrize("words", ["A" * 50_000, "of " * 5_000, "near " * 5_000, "Aleppo and " * 2_000])
def test_a_passage_is_no_place_and_costs_nothing(words: str) -> None:
    assert "not looked up" in seed().resolve(words).reason


def test_look_ups_do_not_depend_on_what_was_asked_before() -> None:
    fresh = load_gazetteer().resolve("Tripoli", ["Lebanon"])
    used = load_gazetteer()
    for words in ("Tripoli", "Paris", "Lebanon"):
        used.resolve(words, ["Libya", "United States"])
    assert used.resolve("Tripoli", ["Lebanon"]) == fresh


def test_own_file_is_found_by_every_spelling_and_script(own: Gazetteer) -> None:
    found = {own.resolve(words).entry for words in ("Veshta", "Weschta", "VESHTA", "al-Veshta", "Вешта", "فشتا")}
    assert len(found) == 1
    assert all(entry is not None and entry.startswith("own:") for entry in found)


def test_own_file_gives_the_chain_of_places_around(own: Gazetteer) -> None:
    assert own.resolve("St. Orso, the hospital").within == ("Lower Mill", "Veshta", "Veshta Province", "Karsland")


def test_own_place_wins_over_the_seed(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + "Paris,town,10,10,Karsland,\n", encoding="utf-8")
    place = load_gazetteer([path]).resolve("Paris")
    assert place.entry is not None
    assert place.entry.startswith("own:")
    assert place.latitude == 10


def test_a_place_of_ones_own_is_known_by_what_it_is_and_not_by_where_it_stands(tmp_path: Path) -> None:
    rows = (
        "Orlow,town,10,10,,",
        "Kestrin,town,50,50,,",
        "Orlow,town,10,20,,",
        "Orlow,city,10,10,,",
        "Orlow,town,10,10,Karsland,",
    )
    ids = []
    for n, row in enumerate(rows):
        path = tmp_path / str(n) / "places.csv"
        path.parent.mkdir()
        path.write_text(f"{HEADER}{row}\n", encoding="utf-8")
        ids += [entry.id for entry in own_places(path)]
    assert len(set(ids)) == len(rows), "files of one name in two folders hold different places"
    later = tmp_path / "other.csv"
    later.write_text(HEADER + "\n".join(reversed(rows)) + "\n", encoding="utf-8")
    assert [entry.id for entry in own_places(later)] == ids[::-1]
    both = load_gazetteer([tmp_path / "0" / "places.csv", tmp_path / "1" / "places.csv"])
    assert not both.same_place(both.resolve("Orlow"), both.resolve("Kestrin"))


def test_geonames_dump_is_read(tmp_path: Path) -> None:
    path = tmp_path / "SY.txt"
    path.write_text(DUMP_LINE + "\n", encoding="utf-8")
    place = load_gazetteer([path]).resolve("Tal Exampl")
    assert (place.entry, place.precision, place.latitude, place.within) == ("geonames:7001", "town", 35.5, ("Syria",))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "Line 1 is damaged"),
        ("name;kind\n", "Line 1 is damaged.*Make the first line name,kind"),
        (HEADER + "Veshta,city,41.5\n", "Line 2 is damaged: 3 columns"),
        (HEADER + ",city,,,,\n", "Line 2 is damaged: the name is empty"),
        (HEADER + "Veshta,metropolis,,,,\n", "'metropolis'.*Use one of point"),
        (HEADER + "Veshta,city,91,0,,\n", "'91' is no number of degrees"),
        (HEADER + "Veshta,city,nan,0,,\n", "'nan' is no number of degrees"),
        (HEADER + "Veshta,city,41,,,\n", "only one of latitude and longitude"),
        (HEADER + '"Veshta,city,41,1,,\n', "damaged.*Close the quotation marks"),
        (DUMP_LINE + "\n1\tTwo\n", "Line 2 is damaged: 2 columns instead of 19"),
    ],
)
def test_damaged_file_is_refused_with_file_line_and_next_step(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"places\.csv: .*{what}"):
        load_gazetteer([path])


def test_file_that_is_absent_or_no_utf8_is_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.csv"
    latin.write_bytes(HEADER.encode() + "Vésta,city,,,,\n".encode("latin-1"))
    for path in (tmp_path / "absent.csv", latin):
        with pytest.raises(KnowledgeError, match="cannot be read"):
            load_gazetteer([path])


def test_the_countryside_of_a_city_is_an_area_and_what_holds_a_province_is_a_region() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.resolve("rural Idlib", ("Syria",)).precision == "province"
    assert gazetteer.resolve("the province of Tarvosk, in Ayacucho", ("Peru",)).precision == "province"
    assert gazetteer.resolve("Ayacucho", ("Peru",)).precision == "city"


def test_what_lies_north_of_a_place_is_near_it_whatever_its_capital() -> None:
    for words in ("Northeast of Aleppo city", "60 km north of Aleppo"):
        place = load_gazetteer().resolve(words, ("Syria", "United States"))
        assert (place.name, place.reason.startswith("Near Aleppo")) == ("Aleppo", True)
    assert not load_gazetteer().resolve("the north of Aleppo", ("Syria",)).reason.startswith("Near")


SAME = [
    ("Hasakah", "Hassakeh"), ("al-Hasaka", "Hasakah"), ("Deir Ezzor", "Deir al-Zor"), ("Raqqa", "ar-Raqqah"),
    ("Khan Sheikhoun", "Khan Shaykhun"), ("Maarat al-Numan", "Ma'arrat al-Nu'man"), ("Kharkiv", "Kharkov"),
    ("Abu Aldhuhour", "Abu al-Duhur"),
]  # fmt: skip
OTHER = [
    ("Homs", "Hamas"),
    ("Daraa", "Daraya"),
    ("Kafr Hamra", "Kafr Hamza"),
    ("Hama", "Homa"),
    ("", ""),
    ("the", "al"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_recognised(one: str, other: str) -> None:
    assert same_spelling(one, other)
    assert same_spelling(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert not same_spelling(one, other)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more_for_latin_names(name: str) -> None:
    assert fold(name.upper()) == fold(name.upper().lower()) or not name.isascii()


def resolved(words: str, *context: str) -> Place:
    return seed().resolve(words, context)


def test_containment_is_yes_no_or_unknown() -> None:
    aleppo, syria, homs = resolved("Aleppo"), resolved("Syria"), resolved("Homs")
    part, village = resolved("Qaterji neighbourhood of Aleppo"), resolved("Nowhereville")
    assert seed().contains(syria, aleppo) is True
    assert seed().contains(aleppo, part) is True
    assert seed().contains(resolved("Aleppo province"), aleppo) is True
    assert seed().contains(resolved("Iraq"), aleppo) is False
    assert seed().contains(aleppo, syria) is False
    assert seed().contains(aleppo, homs) is False
    assert seed().contains(syria, village) is None
    assert seed().contains(village, syria) is None
    assert seed().contains(resolved("Idlib province"), homs) is None


def test_same_place_is_yes_no_or_unknown() -> None:
    same = seed().same_place
    assert same(resolved("Aleppo"), resolved("the city of Aleppo")) is True
    assert same(resolved("Aleppo"), resolved("Homs")) is False
    assert same(resolved("Aleppo"), resolved("eastern Aleppo")) is None
    assert same(resolved("Aleppo"), resolved("outside Aleppo")) is None
    assert same(resolved("Qaterji neighbourhood of Aleppo"), resolved("Aleppo's Katerji")) is True
    assert same(resolved("Qaterji neighbourhood of Aleppo"), resolved("Sukkari district of Aleppo")) is False
    assert same(resolved("Qaterji neighbourhood of Aleppo"), resolved("eastern Aleppo")) is None
    assert same(resolved("Tall Qubbah"), resolved("Tell Kubba")) is True
    assert same(resolved("Tall Qubbah"), resolved("Nowhereville")) is None
    assert same(resolved("Syria"), resolved("Aleppo")) is None


TEXT = "Shells fell on Aleppo and in Addis Ababa. Mr Hassan Reading had more. Nice day in the Orange tent near Mosul."


def test_places_are_found_and_ordinary_words_left_alone() -> None:
    assert [span.of(TEXT) for span in seed().find_places(TEXT)] == ["Aleppo", "Addis Ababa", "Mosul"]


def test_places_of_own_files_are_found_however_short(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(HEADER + "Oz,town,1,1,,\n", encoding="utf-8")
    text = "It rained in Oz."
    assert [span.of(text) for span in load_gazetteer([path]).find_places(text)] == ["Oz"]


@given(
    st.lists(st.sampled_from([*TEXT.split(), "\n", "New", "York", "حلب"]), max_size=12).map(" ".join),
    st.integers(0, 40),
)
def test_found_places_are_in_order_apart_and_inside_the_stretch(text: str, length: int) -> None:
    within = Span(0, min(length, len(text)))
    end = 0
    for span in seed().find_places(text, within):
        assert within.covers(span)
        assert span.start >= end
        end = span.end
