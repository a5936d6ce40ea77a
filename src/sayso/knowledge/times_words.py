"""The words of the time grammar, from `vocab/times.yaml`, as fragments of regular expressions and as numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary, word_list

_FILE = "sayso/knowledge/vocab/times.yaml"


@dataclass(frozen=True)
class TimeWords:
    """Names to numbers (in lower case), and the fragments that match them."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    counts: Mapping[str, int]
    vague_counts: Mapping[str, int]
    ordinals: Mapping[str, int]
    parts: Mapping[str, str]
    feasts: Mapping[str, tuple[int, int]]
    seasons: Mapping[str, tuple[int, int]]
    recent_days: Mapping[str, int]
    since_reach: int

    def count(self, words: str) -> int:
        """The number that a count's words give ("two", "48", "a few")."""
        plain = " ".join(words.lower().split())
        if plain.isdigit():
            return int(plain)
        bare = plain.removeprefix("a ") if plain != "a" else plain
        return self.counts.get(plain) or self.vague_counts.get(bare) or self.counts[bare]

    def is_vague(self, words: str) -> bool:
        """The count is not a number ("several")."""
        return " ".join(words.lower().split()).removeprefix("a ") in self.vague_counts


@cache
def time_words() -> TimeWords:
    """The words of `vocab/times.yaml`; raises KnowledgeError where one is damaged."""
    return TimeWords(
        months=_numbered("months"),
        weekdays=_numbered("weekdays"),
        counts=_counts("counts"),
        vague_counts=_counts("vague_counts"),
        ordinals=_counts("ordinals"),
        parts={words: str(part) for words, part in _mapping("parts").items()},
        feasts=_pairs("feasts"),
        seasons=_pairs("seasons"),
        recent_days=_counts("recent_days"),
        since_reach=_whole("since_reach", load_vocabulary("times").get("since_reach")),
    )


def alternatives(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """A group that matches any of the words, longest first, white space in them being any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def capitalised(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """A group that matches the words with a capital first letter, or all in capitals."""
    return alternatives(tuple({form for word in words for form in (word.capitalize(), word.upper())}))


def times_list(key: str) -> tuple[str, ...]:
    """A list of `vocab/times.yaml`."""
    return word_list("times", key)


@cache
def times_set(key: str) -> frozenset[str]:
    """The same list, to look single words up in."""
    return frozenset(times_list(key))


@cache
def happening_nouns() -> Mapping[str, str]:
    """Each noun for a happening, to the one that stands for all of its meaning ("earthquake" to "quake")."""
    found: dict[str, str] = {}
    for noun, also in _mapping("happening_nouns").items():
        if not isinstance(also, list):
            raise KnowledgeError(
                f'"happening_nouns: {noun}" must be a list of nouns.',
                _FILE,
                "Compare it with the file that sayso ships.",
            )
        found.update(dict.fromkeys((noun, *map(str, also)), noun))
    return found


def _mapping(key: str) -> Mapping[str, object]:
    entry = load_vocabulary("times").get(key)
    if not isinstance(entry, dict):
        raise KnowledgeError(f'"{key}" must be a mapping.', _FILE, "Compare it with the file that sayso ships.")
    return {str(name): value for name, value in entry.items()}


def _whole(key: str, value: object) -> int:
    if not isinstance(value, int):
        raise KnowledgeError(
            f'"{key}" needs a whole number, got {value!r}.', _FILE, "Compare it with the file that sayso ships."
        )
    return value


def _numbered(key: str) -> Mapping[str, int]:
    """Name to number, from a mapping of number to names."""
    found: dict[str, int] = {}
    for number, names in _mapping(key).items():
        if not isinstance(names, list) or not number.isdigit():
            raise KnowledgeError(
                f'"{key}: {number}" must be a number with a list of names.',
                _FILE,
                "Compare it with the file that sayso ships.",
            )
        found.update({str(name).lower(): int(number) for name in names})
    return found


def _counts(key: str) -> Mapping[str, int]:
    return {name.lower(): _whole(f"{key}: {name}", value) for name, value in _mapping(key).items()}


def _pairs(key: str) -> Mapping[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for name, pair in _mapping(key).items():
        if not isinstance(pair, list) or len(pair) != 2:
            raise KnowledgeError(
                f'"{key}: {name}" needs two whole numbers.', _FILE, "Compare it with the file that sayso ships."
            )
        found[name.lower()] = (_whole(f"{key}: {name}", pair[0]), _whole(f"{key}: {name}", pair[1]))
    return found
