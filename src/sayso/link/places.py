"""How two places as named in reports stand to each other: the same, one inside the other, apart, or not to be told."""

import math
import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from sayso.knowledge.place_names import fold
from sayso.knowledge.vocabulary import word_list
from sayso.model import Place

_WORD = re.compile(r"[^\W\d_]+|\d+")
_VOWELS = re.compile(r"[aeiouy]+")
_LATIN = re.compile(r"[a-z]+")
_KM_PER_DEGREE = 111.2


class PlaceRelation(StrEnum):
    """How two places stand to each other."""

    SAME = "same"
    INSIDE = "one inside the other"
    NEAR = "partly the same words"
    PERHAPS = "one may lie in the other"
    """The one is a province or district of the other's country, and no gazetteer tells whether it holds it."""
    APART = "apart"
    UNRELATED = "different words"
    """No gazetteer tells: two names of one place, or two places."""
    UNKNOWN = "unknown"


class PlaceJudge(Protocol):
    """What a gazetteer can say about two places; None where it cannot tell."""

    def same_place(self, one: Place, other: Place, /) -> bool | None:
        """Both are one place."""

    def contains(self, outer: Place, inner: Place, /) -> bool | None:
        """The inner place lies in the outer one."""


def relation(left: Place | None, right: Place | None, gazetteer: PlaceJudge | None = None) -> PlaceRelation:
    """How two places stand to each other; UNKNOWN where one of them is not stated."""
    if left is None or right is None:
        return PlaceRelation.UNKNOWN
    by_words = _by_words(left, right)
    if by_words is PlaceRelation.SAME and not _are_two_entries(left, right, gazetteer):
        return by_words
    told = _by_entry(left, right, gazetteer)
    if told is None or (by_words is PlaceRelation.INSIDE and told in (PlaceRelation.APART, PlaceRelation.PERHAPS)):
        return by_words
    return told


def _are_two_entries(left: Place, right: Place, gazetteer: PlaceJudge | None) -> bool:
    """The gazetteer holds both, as two: "Daraa" and "Darayya", "Niger" and "Nigeria" share their consonants only."""
    if not (left.entry and right.entry) or left.entry == right.entry or fold(left.words) == fold(right.words):
        return False
    return gazetteer is None or not gazetteer.same_place(left, right)


def _by_entry(left: Place, right: Place, gazetteer: PlaceJudge | None) -> PlaceRelation | None:
    """What the gazetteer tells, or what it wrote into the places; None where neither tells."""
    if gazetteer is not None:
        same = gazetteer.same_place(left, right)
        if same:
            return PlaceRelation.SAME
        if gazetteer.contains(left, right) or gazetteer.contains(right, left):
            return PlaceRelation.INSIDE
        if same is False:
            return PlaceRelation.APART
    if left.entry and left.entry == right.entry:
        return PlaceRelation.INSIDE if _is_part(left) or _is_part(right) else PlaceRelation.SAME
    if (left.name and left.name in right.within) or (right.name and right.name in left.within):
        return PlaceRelation.INSIDE
    if not (left.entry and right.entry):
        return None
    if _may_be_beside(left, right) or _may_be_beside(right, left):
        return None
    return PlaceRelation.PERHAPS if _may_hold(left, right) or _may_hold(right, left) else PlaceRelation.APART


_AROUND_KM = 75.0
"""How far from the town that its words put around it a place may lie that no gazetteer has. Our own choice."""


def _may_be_beside(vague: Place, other: Place) -> bool:
    """The gazetteer lacks the vague place and only knows what is around it, and the other lies around there too."""
    if not _is_part(vague) or vague.name is None or place_tokens(vague.words) <= place_tokens(vague.name):
        return False
    if vague.precision in _WIDTHS:
        return vague.within[-1:] == other.within[-1:]
    apart = kilometres(vague, other)
    return apart is not None and apart <= _AROUND_KM


_WIDTHS = {"district": 1, "province": 2}
"""Kinds of area that hold towns which the gazetteer files under their country only."""


def _may_hold(outer: Place, inner: Place) -> bool:
    """The outer place is an area of the inner one's country, and what lies between the two is not known."""
    width = _WIDTHS.get(outer.precision or "", 0)
    if width <= _WIDTHS.get(inner.precision or "", 0) or inner.precision == "country":
        return False
    return bool(inner.within) and outer.within[-1:] == inner.within[-1:] and len(inner.within) == 1


def _is_part(place: Place) -> bool:
    """The words give a part of the entry that the gazetteer does not hold itself."""
    return place.name is not None and place.within[:1] == (place.name,)


def _by_words(left: Place, right: Place) -> PlaceRelation:
    mine, theirs = place_tokens(left.words), place_tokens(right.words)
    if not mine or not theirs:
        return PlaceRelation.UNKNOWN
    if opposed(left.words, right.words):
        return PlaceRelation.APART
    if mine == theirs:
        return PlaceRelation.SAME
    if mine < theirs or theirs < mine:
        return PlaceRelation.INSIDE
    return PlaceRelation.NEAR if mine & theirs else PlaceRelation.UNRELATED


@lru_cache(maxsize=65536)
def place_tokens(words: str) -> frozenset[str]:
    """The telling words of a place by a key in which spellings meet ("the town of Tell Hafer" -> t*l, hfr)."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘`ʼʿʾ")
    found = [word for word in _WORD.findall(plain) if word not in _generic()]
    return frozenset(_skeleton(word) for word in found)


_ROMANISED = (
    *(("kh", "k"), ("gh", "g"), ("sh", "s"), ("zh", "z"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ch", "s")),
    *(("ou", "u"), ("q", "k"), ("c", "k"), ("dj", "j"), ("w", "v")),
)
"""Letters that romanisations of Arabic, Hebrew, Persian or Cyrillic names use for one another."""


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    """A Latin word without vowels, doubled letters and a final -s, as romanised names vary in them.

    Where fewer than three consonants are left, a star keeps the place of each run of vowels ("Foua", "Fuaa" -> f*), so
    that short names stay apart.
    """
    if not _LATIN.fullmatch(word) or len(word) < 3:
        return word
    trimmed = word.removesuffix("s") if len(word) > 5 else word
    for written, kept in _ROMANISED:
        trimmed = trimmed.replace(written, kept)
    trimmed = re.sub(r"([^aeiouy])\1+", r"\1", trimmed)
    trimmed = trimmed.removesuffix("h") if len(trimmed) > 3 else trimmed
    bare = trimmed[0] + _VOWELS.sub("", trimmed[1:])
    return bare if len(bare) > 2 else trimmed[0] + _VOWELS.sub("*", trimmed[1:])


def kilometres(left: Place, right: Place) -> float | None:
    """Distance of two places on the ground; None where one has no coordinates."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    north = left.latitude - right.latitude
    east = (left.longitude - right.longitude) * math.cos(math.radians((left.latitude + right.latitude) / 2))
    return math.hypot(north, east) * _KM_PER_DEGREE


def opposed(left: str, right: str) -> bool:
    """One is the east, the other the west of it."""
    mine, theirs = _directions(left), _directions(right)
    return any(a in mine and b in theirs for a, b in _OPPOSITES)


_OPPOSITES = (("east", "west"), ("west", "east"), ("north", "south"), ("south", "north"))


@lru_cache(maxsize=65536)
def _directions(words: str) -> frozenset[str]:
    found = set()
    for word in _WORD.findall(words.casefold()):
        stem = word.removesuffix("ern")
        if stem in {"east", "west", "north", "south"}:
            found.add(stem)
    return frozenset(found)


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(word_list("link_words", "place_generic"))
