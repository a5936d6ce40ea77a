"""Places before a headline's colon: what it is about, not who says so ("Syria: Airstrike kills 14 at school")."""

from sayso.attribute.found import Found
from sayso.attribute.vocabulary import words as vocabulary
from sayso.knowledge import source_words
from sayso.knowledge.place_names import fold
from sayso.knowledge.place_seed import countries, large_places, regions
from sayso.model import Annotated

_SURE = 100_000
"""Inhabitants from which a name alone is taken for the town: smaller ones share theirs with people and things."""


def without_topics(a: Annotated, found: list[Found]) -> list[Found]:
    """What was found, without statements that a place would make before a colon.

    A town or province is no speaker. A country or capital is its government ("Moscow: ceasefire breached"), unless the
    report tells of towns in that country.
    """
    return [one for one in found if not _is_topic(a, one)]


def _is_topic(a: Annotated, one: Found) -> bool:
    if len(one.speakers) != 1 or "".join(span.of(a.text) for span in one.cue).strip() != ":":
        return False
    words = a.span_of(one.speakers[0].first, one.speakers[0].last).of(a.text)
    name = fold(words)
    if name in vocabulary()["headline_sources"]:
        return False  # "UN" and "Police" are towns as well
    country = countries().get(name)
    if country is not None:
        return country.country in _countries_of_towns(a, name)
    main = [entry for entry in large_places().entries(name) if fold(entry.name) == name]
    if not main:
        return name in regions()
    is_seat = source_words.fold(words) in source_words.proper_state_names()
    return not is_seat or max(main, key=lambda entry: entry.population).country in _countries_of_towns(a, name)


def _countries_of_towns(a: Annotated, besides: str) -> set[str]:
    """The countries of the larger towns that a report names, by code."""
    named = {n.span.of(a.text) for n in a.names} | {t.text for t in a.tokens if t.pos == "PROPN"}
    names = {fold(name) for name in named} - {besides}
    found: set[str] = set()
    for name in names - set(countries()):
        entries = [e for e in large_places().entries(name) if fold(e.name) == name and e.population >= _SURE]
        if entries:
            found.add(max(entries, key=lambda entry: entry.population).country)
    return found
