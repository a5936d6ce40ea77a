"""Where it happened: place names resolved against the seed and the user's own gazetteer files, with the reason kept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from math import acos, cos, inf, radians, sin
from pathlib import Path

from sayso.knowledge.place_compare import contains, same_place
from sayso.knowledge.place_entries import Entry
from sayso.knowledge.place_files import own_places
from sayso.knowledge.place_find import Known, find_names
from sayso.knowledge.place_names import LEAST_KEY, alikeness, fold, same_spelling, spelling_key
from sayso.knowledge.place_seed import (
    countries,
    country_names,
    demonyms,
    large_places,
    places_of,
    regions,
    transliterated,
)
from sayso.knowledge.place_words import Reading, Standing, names_several, readings, whole_names
from sayso.knowledge.vocabulary import word_list
from sayso.model import Place, Span

BY_FAR = 20
"""A large city wins over a namesake with so many times fewer inhabitants even where only the namesake's country is
named: "Paris" beside "American" is not the Paris of Texas. Source: our choice."""
SURE_CITY = 100_000
"""Inhabitants from which a city may be meant by a mere part of the words."""
LEAST_ALIKE = 0.7
"""Share of letters, as `difflib` counts it, that another spelling must have in common with the name it is taken for."""
MOST_COUNTRIES = 4
"""Countries of a report whose small places are looked at: those named first."""
ROOMY = ("district", "province", "country")
AROUND_KM = 75
"""How far a town may lie from the city that its words put around it ("Douma, Damascus")."""
MOST_LETTERS = 200
"""Longer words are a passage, no place."""
LARGE = 500_000
"""Inhabitants from which a city can win by far."""


class Gazetteer:
    """Place names to places. A look-up depends on its arguments alone, never on what was asked before."""

    def __init__(self, own: Sequence[Entry] = ()) -> None:
        self._own: dict[str, list[Entry]] = {}
        self._own_keys: dict[str, list[Entry]] = {}
        for entry in own:
            for name in dict.fromkeys((entry.name, *entry.spellings)):
                self._own.setdefault(fold(name), []).append(entry)
            self._own_keys.setdefault(spelling_key(entry.name), []).append(entry)
        self._countries_of = lru_cache(maxsize=4096)(self._find_countries_of)
        self._is_known = lru_cache(maxsize=4096)(self._find_known)
        self._resolved = lru_cache(maxsize=4096)(self._resolve)

    def resolve(self, words: str, context: Sequence[str] = ()) -> Place:
        """The place that the words mean; `context` holds other place names and countries of the report.

        Name None, with the reason, where the gazetteer does not know it. Countries and provinces never get
        coordinates from the seed.
        """
        return self._resolved(words, tuple(context))

    def _resolve(self, words: str, context: tuple[str, ...]) -> Place:
        refusal = self._refusal(words)
        if refusal:
            return Place(words=words, reason=refusal)
        is_own = fold(words) in self._own
        read = [Reading(words)] if is_own else readings(words, self._is_whole_name)
        found = [reading for reading in read if is_own or not _is_no_place(reading.name)]
        own_names = {fold(reading.name) for reading in found}
        stated = [
            word
            for word in (*whole_names(words, self._is_whole_name).split(), *own_names)
            if self._countries_of(word)[1]
        ]
        named = self._countries_named((*stated, *(name for name in context if fold(name) not in own_names)))
        place: Place | None = None
        outer: Entry | None = None
        missed: list[str] = []
        for reading in reversed(_widened(found)):
            candidates = [
                entry
                for entry in self._candidates(reading, named)
                if _lies_in(entry, outer) and _fits_kind(entry, reading, outer, named)
            ]
            if not candidates:
                missed.append(reading.name)
                continue
            missed.clear()
            outer, why = _settled(candidates, reading, named)
            place = self._placed(words, outer, reading, why)
        if place is None:
            return self._by_first_word(words, found, named)
        return _inside(place, missed[-1]) if missed else place

    def _refusal(self, words: str) -> str | None:
        """Why the words cannot be one place of the seed; None where they may be."""
        if len(words) > MOST_LETTERS:
            return f"Words of more than {MOST_LETTERS} letters are not looked up as a place."
        if fold(words) in self._own or (" " in words and self._is_whole_name(words)):
            return None
        if names_several(words):
            return f'"{words}" names several places.'
        if fold(words) in _folded("wide_regions"):
            return f'"{words}" is wider than a country.'
        features = set(word_list("places", "features"))
        if any(token in features for token in words.split()) and not self._own_readings(words):
            return f'"{words}" names waters or heights, which the gazetteer does not hold.'
        return None

    def _is_whole_name(self, name: str) -> bool:
        """A name of several words that means a country, a region, a large city or one of the user's own places as it
        stands."""
        folded = fold(name)
        if folded in countries() or folded in regions() or folded in self._own:
            return True
        found = large_places().entries(folded)
        return any(entry.population >= SURE_CITY and fold(entry.name) == folded for entry in found)

    def _own_readings(self, words: str) -> bool:
        return any(fold(reading.name) in self._own for reading in readings(words))

    def _by_first_word(self, words: str, found: Sequence[Reading], named: Sequence[str]) -> Place:
        """ "the Atlanta courthouse": placed at the large city that the name begins with; else unresolved."""
        for reading in found:
            first, _, rest = reading.name.partition(" ")
            is_compound = fold(rest) != " ".join(rest.casefold().replace("-", " ").split())  # "Bab al-Hawa"
            cities = large_places().entries(fold(first)) if rest and not is_compound else []
            known = [entry for entry in cities if _is_sure(entry, first, named)]
            if known:
                entry, why = _settled(known, Reading(first), named)
                return _inside(self._placed(words, entry, Reading(first, standing=Standing.PART), why), reading.name)
        return Place(words=words, reason=f'"{words}" is not in the gazetteer.')

    def country_of(self, words: str) -> str | None:
        """The country that a name or the word for its people stands for; the mark of "Syria's" may be lost."""
        for name in dict.fromkeys((words, words.removesuffix("'s").removesuffix("’s"), words.removesuffix("s"))):
            code, is_stated = self._countries_of(name)
            if code and is_stated:
                return country_names().get(code)
        return None

    def contains(self, outer: Place, inner: Place) -> bool | None:
        """The inner place lies in the outer one; None where it cannot be told."""
        return contains(outer, inner)

    def same_place(self, one: Place, other: Place) -> bool | None:
        """Both are the same place; None where it cannot be told, as where one may lie in the other."""
        return same_place(one, other)

    def find_places(self, text: str, within: Span | None = None) -> tuple[Span, ...]:
        """Names of known places in a stretch of the text, in order; names that are ordinary words too are left out."""
        return find_names(text, Span(0, len(text)) if within is None else within, self._is_known)

    def _find_known(self, name: str) -> Known:
        """How surely a run of capitalised words is a place's name."""
        folded = fold(name)
        if folded in self._own:
            return Known.SURELY
        if folded in countries():
            return Known.SURELY if len(name) > 3 else Known.NO
        if folded not in large_places():
            return Known.LIKELY if folded in regions() else Known.NO
        found = large_places().entries(folded)
        by_name = any(fold(entry.name) == folded for entry in found)
        if by_name or any(entry.country in transliterated() for entry in found):
            return Known.LIKELY
        return Known.NO

    def _candidates(self, reading: Reading, named: Sequence[str]) -> list[Entry]:
        """The entries that a name may mean: the user's own first, then by name, then by spelling."""
        folded = fold(reading.name)
        own = self._own.get(folded) or [
            entry
            for entry in self._own_keys.get(spelling_key(reading.name), ())
            if same_spelling(entry.name, reading.name)
        ]
        if own and reading.kind is None and all(entry.kind in ("province", "district") for entry in own):
            # "Aleppo" alone is rather the city than the governorate that a user's table of areas names after it
            cities = [entry for entry in large_places().entries(folded) if entry.country == own[0].country]
            return [*own, *cities]
        if own:
            return own
        country = countries().get(folded)
        if country and reading.kind in (None, "country"):
            return [country]
        as_regions = list(regions().get(folded, ()))
        if reading.kind in ("province", "district"):
            as_regions = as_regions or self._respelled_regions(reading, named)
            if as_regions:
                return as_regions
        # "Aleppos streets": the apostrophe of the possessive may be lost in the text.
        if folded.endswith("s") and len(folded) > LEAST_KEY and folded not in large_places():
            bare = [entry for entry in large_places().entries(folded[:-1]) if _is_sure(entry, folded[:-1], named)]
            if bare:
                return bare
        towns = {entry.id: entry for entry in large_places().entries(folded)}
        for code in named[:MOST_COUNTRIES]:
            towns.update((entry.id, entry) for entry in places_of(code).entries(folded))
        found = list(towns.values())
        if reading.kind in ("province", "district"):
            found = [entry for entry in found if same_spelling(entry.name, reading.name)]
        return found or self._respelled(reading, named) or as_regions

    def _respelled_regions(self, reading: Reading, named: Sequence[str]) -> list[Entry]:
        codes = [code for code in named[:MOST_COUNTRIES] if code in transliterated()]
        found = {
            entry.id: entry
            for entries in regions().values()
            for entry in entries
            if entry.country in codes and _is_respelling(entry.name, reading.name)
        }
        return list(found.values())

    def _respelled(self, reading: Reading, named: Sequence[str]) -> list[Entry]:
        """Another spelling of the name, in the countries that the report names."""
        codes = [code for code in named[:MOST_COUNTRIES] if code in transliterated()]
        return [entry for code in codes for entry in places_of(code).respelled(reading.name, alike=LEAST_ALIKE)]

    def _placed(self, words: str, entry: Entry, reading: Reading, why: str) -> Place:
        place = Place(
            words=words,
            name=entry.name,
            entry=entry.id,
            precision=entry.kind,
            latitude=entry.latitude,
            longitude=entry.longitude,
            within=tuple(self._within(entry)),
            reason=f"{entry.name}: {why}.",
        )
        if reading.standing is Standing.NEAR:
            return replace(place, reason=f"Near {entry.name}, not in it; placed at {entry.name}. {place.reason}")
        if reading.standing is Standing.PART or _names_smaller(reading, entry):
            within = (entry.name, *place.within)
            return replace(place, within=within, reason=f"A part of {entry.name}; placed at it. {place.reason}")
        return place

    def _within(self, entry: Entry) -> Iterator[str]:
        """The names around an entry, innermost first, through the user's own files up to the country."""
        seen = {entry.name}
        queue = list(entry.within)
        while queue:
            name = queue.pop(0)
            if name in seen:
                continue
            seen.add(name)
            yield name
            if not queue:
                queue.extend(outer for found in self._own.get(fold(name), ())[:1] for outer in found.within)
        country = country_names().get(entry.country)
        if country and entry.kind != "country" and country not in seen:
            yield country

    def _countries_named(self, context: Iterable[str]) -> tuple[str, ...]:
        """Codes of the countries that the report names, then of those where its unmistakable cities lie."""
        stated: dict[str, None] = {}
        implied: dict[str, None] = {}
        for name in context:
            code, is_stated = self._countries_of(name)
            if code:
                (stated if is_stated else implied)[code] = None
        return tuple(dict.fromkeys((*stated, *implied)))

    def _find_countries_of(self, name: str) -> tuple[str | None, bool]:
        """The country that a name stands for, and whether it is the country's own name or its people's."""
        folded = fold(name)
        if folded in countries():
            return countries()[folded].country, True
        if folded in demonyms():
            return demonyms()[folded], True
        if folded in self._own:
            outer = [fold(around) for around in self._within(self._own[folded][0])]
            codes = [countries()[around].country for around in outer if around in countries()]
            return (codes[-1] if codes else None), False
        entries = sorted(large_places().entries(folded), key=lambda entry: -entry.population)
        if entries and (len(entries) == 1 or entries[0].population > BY_FAR * entries[1].population):
            return entries[0].country, False
        codes = list({entry.country for entry in regions().get(folded, ())})
        return (codes[0] if len(codes) == 1 and not entries else None), False


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """The gazetteer with the user's own files; the seed loads at the first look-up.

    Raises KnowledgeError where one of the files cannot be read or has a damaged line.
    """
    return Gazetteer([entry for path in extra for entry in own_places(path)])


def _widened(found: Sequence[Reading]) -> list[Reading]:
    """ "the province of Arda, in Besta": what a province or district lies in is a region, if there is one so called."""
    wide: list[Reading] = []
    for reading in found:
        holds_area = any(inner.kind in ("province", "district") for inner in wide)
        is_region = reading.kind is None and fold(reading.name) in regions()
        wide.append(replace(reading, kind="province") if holds_area and is_region else reading)
    return wide


def _lies_in(entry: Entry, outer: Entry | None) -> bool:
    """The entry may lie in the outer one that the words put around it."""
    if outer is None or entry.own or outer.own:
        return True
    if entry.kind == "country" or entry.country != outer.country:
        return False
    if outer.kind not in ROOMY:
        return _distance_km(entry, outer) <= AROUND_KM
    # In the USA both sources code states alike; elsewhere regions have different codes, and the country must do.
    by_state = outer.kind == "province" and entry.country == "US" and entry.kind != "province"
    return entry.region == outer.region if by_state else True


def _distance_km(one: Entry, other: Entry) -> float:
    """Great-circle distance; infinite where one has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return inf
    north, south = radians(one.latitude), radians(other.latitude)
    turn = radians(one.longitude - other.longitude)
    return 6371 * acos(max(-1.0, min(1.0, sin(north) * sin(south) + cos(north) * cos(south) * cos(turn))))


def _settled(candidates: Sequence[Entry], reading: Reading, named: Sequence[str]) -> tuple[Entry, str]:
    """The best of the entries that share a name, and what settled it."""
    if len(candidates) == 1:
        return candidates[0], _alone(candidates[0])

    def weight(entry: Entry) -> tuple[bool, int, str]:
        return entry.kind == reading.kind, entry.population, entry.id

    largest = max(candidates, key=weight)
    fitting = [entry for entry in candidates if entry.country in named]
    if not fitting:
        return largest, f"the most populous of {len(candidates)} places of this name; the report settles no country"
    best = max(fitting, key=weight)
    if largest.population >= LARGE and largest.population > BY_FAR * best.population:
        return largest, f"by far the most populous of {len(candidates)} places of this name"
    country = country_names().get(best.country, best.country)
    return best, f"one of {len(candidates)} places of this name, and the report speaks of {country}"


def _is_sure(entry: Entry, name: str, named: Sequence[str]) -> bool:
    """A large city of a country that the report names, by its own name or in a country of many spellings."""
    if entry.population < SURE_CITY or entry.country not in named:
        return False
    return entry.country in transliterated() or fold(entry.name) == fold(name)


@cache
def _folded(key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("places", key))


def _is_no_place(name: str) -> bool:
    """The word for a people, or a region wider than a country."""
    return fold(name) in demonyms() or fold(name) in _folded("wide_regions")


def _alone(entry: Entry) -> str:
    return "a country" if entry.kind == "country" else "the only place of this name in the gazetteer"


def _fits_kind(entry: Entry, reading: Reading, outer: Entry | None, named: Sequence[str]) -> bool:
    """ "Zahra neighbourhood" is no town called Zahra, unless it has no city and is a city of the report's country."""
    if entry.own or reading.kind not in ("neighbourhood", "point") or entry.kind in ("neighbourhood", "point"):
        return True
    if outer is not None:
        return outer.kind in ROOMY
    return entry.country in named and (reading.kind == "point" or entry.population >= SURE_CITY)


def _is_respelling(name: str, other: str) -> bool:
    return same_spelling(name, other) and alikeness(name, other) >= LEAST_ALIKE


def _names_smaller(reading: Reading, entry: Entry) -> bool:
    """ "Aleppo airport": the words name a point or a neighbourhood, the entry is a whole town."""
    return reading.kind in ("point", "neighbourhood") and entry.kind in ("town", "city", "province", "country")


def _inside(place: Place, missed: str) -> Place:
    """A place that the gazetteer lacks, placed at the known one that its words give around it."""
    within = place.within if place.within[:1] == (place.name,) else (str(place.name), *place.within)
    where = f'"{missed}" is not in the gazetteer; placed at {place.name}, which the words give around it.'
    return replace(place, within=within, reason=f"{where} {place.reason}")
