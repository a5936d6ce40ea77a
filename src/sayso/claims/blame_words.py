"""The vocabulary of blame, compiled once: who can have done harm, what they do, and how a text says so."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import load_vocabulary, word_list

_FILE = "events_blame"


def pattern(key: str) -> re.Pattern[str]:
    """One pattern of `events_blame`, as an alternative of all that its key lists."""
    return word_pattern(_FILE, key)


@cache
def words(key: str) -> frozenset[str]:
    """A list of words of `events_blame`."""
    return frozenset(word_list(_FILE, key))


@cache
def captures(key: str) -> tuple[re.Pattern[str], ...]:
    """Patterns whose first group is the one blamed, in order; as written, so that names keep their capitals."""
    phrase, of_phrase = (str(load_vocabulary(_FILE).get(name)) for name in ("noun_phrase", "noun_phrase_of"))
    listed = word_list(_FILE, key)
    return tuple(re.compile(one.replace("<NP-OF>", of_phrase).replace("<NP>", phrase)) for one in listed)


@cache
def actors() -> re.Pattern[str]:
    """Words for those who do harm; not where one only says where somebody sits ("a British-based monitor")."""
    listed = "|".join(map(re.escape, word_list("events_actors", "actors")))
    return re.compile(rf"\b(?:{listed})s?\b{load_vocabulary(_FILE).get('seated')}", re.IGNORECASE)


@cache
def states() -> frozenset[str]:
    """Names of states and of the seats that stand for their governments, in lower case."""
    countries = load_vocabulary("parties").get("countries")
    rows = countries.values() if isinstance(countries, Mapping) else ()
    listed = [row.get(key) for row in rows if isinstance(row, Mapping) for key in ("names", "seats")]
    return frozenset(str(name).lower() for names in listed if isinstance(names, list) for name in names)


@cache
def bodies() -> re.Pattern[str]:
    """Words for the organs of a state ("the coastguard", "prosecutors"): doers where the grammar makes them so."""
    listed = {one.lower() for key in ("organs", "bare_organs") for one in word_list("parties", key)}
    longest_first = sorted(map(re.escape, listed), key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(longest_first)})s?$", re.IGNORECASE)


@cache
def deeds() -> re.Pattern[str]:
    """Words for attacks and for the weapons that stand for them."""
    listed = "|".join(map(re.escape, word_list("events_actors", "deeds")))
    return re.compile(rf"\b(?:{listed})s?\b", re.IGNORECASE)
