"""The invented case keeps its promises: plainly marked, of the stated shapes, read word by word in expected.yaml."""

import csv
import json
import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import NotRequired, TypedDict, cast

import pytest
import yaml

from sayso.model import ClaimKind, EventKind, Group, Measure, Modifier, SourceKind, Status

CASE = Path(__file__).resolve().parents[2] / "examples" / "ashvelin"
MARK = "INVENTED EXAMPLE"
UNCOUNTED = {"unnamed", "none"}
PLACE_KINDS = {"point", "neighbourhood", "town", "city", "district", "province", "country"}
REAL = """
    Aleppo Syria Syrian Damascus Homs Idlib Palmyra Raqqa Iraq Mosul Baghdad Ukraine Kyiv Mariupol Kharkiv Russia
    Russian Moscow Gaza Israel Palestine Lebanon Beirut Yemen Aden Sudan Khartoum Darfur Libya Tripoli Ethiopia
    Tigray Afghanistan Kabul Iran Turkey Sarajevo Bosnia Grozny Chechnya Myanmar Kosovo Assad Putin Unicef UN
    UNHCR WHO Unesco NATO Reuters AFP BBC CNN SANA TASS Sputnik Interfax Xinhua Bloomberg Guardian Telegraph
    Aljazeera Twitter Facebook Instagram Telegram YouTube Bellingcat Airwars Amnesty Oxfam MSF ICRC Hezbollah
    Hamas Wagner Bana
""".split()  # noqa: SIM905  a list of words reads better as words


class FigureRead(TypedDict):
    words: str
    context: NotRequired[str]
    measure: str
    low: int | None
    high: int | None
    modifier: str
    group: str
    subset_of: int | None
    sources: list[str]
    origin: str
    status: str
    event: str
    date: str | None
    place: str | None
    incident: str


class OtherRead(TypedDict):
    kind: str
    words: str
    sources: list[str]


class ReportRead(TypedDict):
    report: str
    copy_group: str | None
    published: str | None
    updated: str | None
    figures: list[FigureRead]
    others: list[OtherRead]
    not_claims: list[str]


class IncidentRead(TypedDict):
    incident: str
    named_origins: int
    origins: list[str]
    accused: list[str]
    unnamed: bool


class Expected(TypedDict):
    reports: list[ReportRead]
    incidents: list[IncidentRead]


class SourceEntry(TypedDict):
    id: str
    name: str
    kind: str
    party: str | None
    family: str | None
    also: list[str]


class _Visible(HTMLParser):
    """Collects the words of a page that a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style", "title")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def visible(page: str) -> str:
    parser = _Visible()
    parser.feed(page)
    return "".join(parser.parts)


def records() -> list[dict[str, str | None]]:
    lines = (CASE / "reports" / "10-posts-and-wire.jsonl").read_text(encoding="utf-8").splitlines()
    return [cast("dict[str, str | None]", json.loads(line)) for line in lines]


@cache
def texts() -> dict[str, str]:
    """The text of each report by its id: the file's name, or the record's id."""
    found = {str(record["id"]): str(record["text"]) for record in records()}
    for path in sorted((CASE / "reports").iterdir()):
        if path.suffix == ".txt":
            found[path.name] = path.read_text(encoding="utf-8")
        elif path.suffix == ".html":
            found[path.name] = visible(path.read_text(encoding="utf-8"))
    return found


@cache
def expected() -> Expected:
    return cast("Expected", yaml.safe_load((CASE / "expected.yaml").read_text(encoding="utf-8")))


@cache
def registry() -> list[SourceEntry]:
    return cast("list[SourceEntry]", yaml.safe_load((CASE / "sources.yaml").read_text(encoding="utf-8")))


def places() -> list[dict[str, str]]:
    with (CASE / "places.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def every_file() -> list[Path]:
    return sorted(path for path in CASE.rglob("*") if path.is_file())


EACH_READING = pytest.mark.parametrize("reading", expected()["reports"], ids=lambda reading: reading["report"])


def test_every_report_is_read_once() -> None:
    assert sorted(reading["report"] for reading in expected()["reports"]) == sorted(texts())
    assert 12 <= len(texts()) <= 14


@EACH_READING
def test_expected_words_stand_in_the_report_and_can_be_found(reading: ReportRead) -> None:
    text = texts()[reading["report"]]
    for figure in reading["figures"]:
        place = figure.get("context", figure["words"])
        assert figure["words"] in place
        assert text.count(place) == 1, place
    for other in reading["others"]:
        assert other["words"] in text


@EACH_READING
def test_numbers_that_are_no_claims_stand_in_the_report_and_in_no_figure(reading: ReportRead) -> None:
    for words in reading["not_claims"]:
        assert words in texts()[reading["report"]]
        assert words not in [figure["words"] for figure in reading["figures"]]


@EACH_READING
def test_expected_values_are_of_the_vocabulary(reading: ReportRead) -> None:
    for figure in reading["figures"]:
        assert Measure(figure["measure"])
        assert Modifier(figure["modifier"])
        assert Group(figure["group"])
        assert Status(figure["status"])
        assert EventKind(figure["event"])
        if figure["low"] is not None and figure["high"] is not None:
            assert figure["low"] <= figure["high"]
    for other in reading["others"]:
        assert ClaimKind(other["kind"]) is not ClaimKind.FIGURE


@EACH_READING
def test_a_subset_points_at_a_larger_figure_of_the_same_incident(reading: ReportRead) -> None:
    for figure in reading["figures"]:
        if figure["subset_of"] is None:
            continue
        whole = reading["figures"][figure["subset_of"]]
        assert (whole["incident"], whole["measure"]) == (figure["incident"], figure["measure"])
        assert (whole["low"] or 0) > (figure["low"] or 0)


def test_origins_are_registered() -> None:
    known = UNCOUNTED | {f"party:{entry['party']}" for entry in registry() if entry["party"]}
    known |= {entry["family"] or entry["id"] for entry in registry() if not entry["party"]}
    for reading in expected()["reports"]:
        assert {figure["origin"] for figure in reading["figures"]} <= known


def test_incidents_count_the_origins_of_their_figures() -> None:
    behind: dict[str, set[str]] = {}
    for reading in expected()["reports"]:
        for figure in reading["figures"]:
            behind.setdefault(figure["incident"], set()).add(figure["origin"])
    assert sorted(behind) == sorted(incident["incident"] for incident in expected()["incidents"])
    for incident in expected()["incidents"]:
        origins = behind[incident["incident"]]
        assert incident["named_origins"] == len(incident["origins"])
        assert origins - UNCOUNTED - set(incident["accused"]) == set(incident["origins"])
        assert incident["unnamed"] == ("unnamed" in origins)


def test_copies_share_the_words_of_the_wire() -> None:
    copies = [reading["report"] for reading in expected()["reports"] if reading["copy_group"] == "lime-market-wire"]
    assert len(copies) == 3
    wire = [paragraph for paragraph in texts()["hal-0402"].split("\n\n") if MARK not in paragraph]
    assert all(paragraph in texts()["01-saltmarsh-courier.html"] for paragraph in wire)
    assert not all(paragraph in texts()["02-quillon-times.invented.txt"] for paragraph in wire)


def test_stated_times_are_those_of_the_records() -> None:
    readings = {reading["report"]: reading for reading in expected()["reports"]}
    for record in records():
        reading = readings[str(record["id"])]
        assert (reading["published"], reading["updated"]) == (record["published"], record["updated"])


def test_the_monitors_toll_for_the_market_grows() -> None:
    market = "ashvelin-2019-04-02-lime-market-shelling"
    by_report = {reading["report"]: reading["figures"] for reading in expected()["reports"]}

    def key(figure: FigureRead) -> tuple[str, str, str]:
        return figure["origin"], figure["incident"], figure["measure"]

    tolls = [
        max(f["low"] or 0 for f in by_report[report] if key(f) == ("icd", market, "killed"))
        for report in ("hal-0402", "icd-post", "hal-0405")
    ]
    assert all(earlier < later for earlier, later in pairwise(tolls))


@pytest.mark.parametrize("path", every_file(), ids=lambda path: path.name)
def test_every_file_is_marked_as_invented(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert MARK in text
    if path.suffix == ".html":
        assert f'<meta name="description" content="{MARK}' in text
        assert MARK in visible(text)
    if path.suffix == ".txt":
        assert path.name.endswith(".invented.txt")
    if path.suffix == ".jsonl":
        assert all(str(record["notice"]).startswith(MARK) and MARK in str(record["text"]) for record in records())


@pytest.mark.parametrize("path", every_file(), ids=lambda path: path.name)
def test_no_real_body_place_or_outlet_is_named(path: Path) -> None:
    words = set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    the_kind_un_body = {"UN"} if path.name == "sources.yaml" else set()
    assert words & set(REAL) <= the_kind_un_body


def test_reports_are_short() -> None:
    for report, text in texts().items():
        assert 80 <= len(text.split()) <= 330, report


def test_places_have_the_stated_shape() -> None:
    rows = places()
    names = [row["name"] for row in rows]
    assert list(rows[0]) == ["name", "kind", "latitude", "longitude", "within", "also"]
    assert len(set(names)) == len(names)
    for row in rows:
        assert row["kind"] in PLACE_KINDS
        assert (row["within"] in names) != (row["kind"] == "country")
        assert -52 < float(row["latitude"]) < -46, "open South Pacific"
        assert -130 < float(row["longitude"]) < -120, "open South Pacific"


def test_expected_places_are_in_the_gazetteer() -> None:
    known = {name for row in places() for name in (row["name"], *row["also"].split("|"))} | {"the Joravin road"}
    for reading in expected()["reports"]:
        assert {figure["place"] for figure in reading["figures"]} <= known | {None}


def test_sources_have_the_stated_shape() -> None:
    keys = [entry["id"] for entry in registry()]
    assert len(set(keys)) == len(keys)
    for entry in registry():
        assert list(entry) == ["id", "name", "kind", "party", "family", "also"]
        assert SourceKind(entry["kind"])
        assert entry["family"] is None or entry["family"] in keys
        assert all(isinstance(name, str) for name in entry["also"])


@pytest.mark.parametrize("spelling", ["Ashvelin", "Ashvilin", "Achveline", "أشفلين"])
def test_the_city_appears_in_each_spelling(spelling: str) -> None:
    city = next(row for row in places() if row["name"] == "Ashvelin")
    assert spelling in (city["name"], *city["also"].split("|"))
    assert any(spelling in text for text in texts().values())


@pytest.mark.parametrize("spelling", ["Oskar Nadeem", "Oskar Nadim", "Oscar Nadeem", "أوسكار نديم"])
def test_the_monitors_head_appears_in_each_spelling(spelling: str) -> None:
    head = next(entry for entry in registry() if entry["id"] == "oskar-nadeem")
    assert spelling in (head["name"], *head["also"])
    assert any(spelling in text for text in texts().values())
