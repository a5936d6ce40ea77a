"""Compares resolved places: is one in the other, are they the same? Yes, no, or cannot tell."""

from sayso.knowledge.place_names import fold, same_spelling
from sayso.knowledge.place_words import Standing, readings
from sayso.model import Place

_ROOMY = ("district", "province", "country")


def contains(outer: Place, inner: Place) -> bool | None:
    """The inner place lies in the outer one; None where it cannot be told."""
    if outer.entry is None or outer.name is None:
        return None
    if outer.entry == inner.entry:
        return True if _is_part(inner) and not _is_part(outer) else None
    if _is_part(outer):
        return None
    if any(_is_name_of(outer, name) for name in inner.within):
        return True
    if inner.entry is None or inner.name is None:
        return None
    if outer.precision == "country":
        return False if inner.within or inner.precision == "country" else None
    if _country(outer) and _country(inner) and _country(outer) != _country(inner):
        return False
    if outer.precision == "province" and same_spelling(outer.name, inner.name):
        return True  # a province and the city it is named after
    if outer.precision not in _ROOMY and inner.precision in (*_ROOMY, "city", "town"):
        return False
    return None


def same_place(one: Place, other: Place) -> bool | None:
    """Both are the same place; None where it cannot be told, as where one may lie in the other."""
    if one.entry is None or other.entry is None:
        return True if _same_core(one, other) else None
    if one.entry == other.entry:
        return _same_within_entry(one, other)
    if contains(one, other) is False and contains(other, one) is False:
        return False
    return None


def _is_name_of(outer: Place, name: str) -> bool:
    return outer.name is not None and fold(outer.name) == fold(name)


def _is_part(place: Place) -> bool:
    """The words give a part of the entry, which the gazetteer does not hold itself."""
    return place.name is not None and place.within[:1] == (place.name,)


def _is_near(place: Place) -> bool:
    found = readings(place.words)
    return bool(found) and found[0].standing is Standing.NEAR


def _country(place: Place) -> str | None:
    if place.precision == "country":
        return place.name
    return place.within[-1] if place.within else None


def _core(place: Place) -> str | None:
    found = readings(place.words)
    return found[0].name if found else None


def _same_core(one: Place, other: Place) -> bool:
    cores = _core(one), _core(other)
    return cores[0] is not None and cores[1] is not None and same_spelling(cores[0], cores[1])


def _same_within_entry(one: Place, other: Place) -> bool | None:
    """Two places on one entry: the entry itself, parts of it, or its surroundings."""
    if _is_near(one) != _is_near(other) or _is_part(one) != _is_part(other):
        return None
    if not _is_part(one) or _same_core(one, other):
        return True
    return None if _core_is_entry(one) or _core_is_entry(other) else False


def _core_is_entry(place: Place) -> bool:
    """ "eastern Aleppo": the part has no name of its own, so that it may be any part."""
    core = _core(place)
    return core is None or not core[:1].isupper() or same_spelling(core, place.name or "")
