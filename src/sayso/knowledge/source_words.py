"""The words of a source's name, folded so that spellings of one name meet, and the lists that names are judged by."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.vocabulary import load_vocabulary, word_list

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_MARKS = re.compile(r"['’‘`´ʼ]")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: folded for comparing, and whether it was written with a capital or in capitals."""

    folded: str
    capital: bool
    capitals: bool
    breaks: bool
    """A comma, a bracket or a dash set between spaces stands before it."""


def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name without leading article; case, accents, apostrophes, initials' full stops folded away."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _INITIALS.sub(lambda found: found.group().replace(".", ""), _MARKS.sub("", plain))
    words: list[Word] = []
    last = 0
    for found in _WORD.finditer(plain):
        text = found.group()
        between = plain[last : found.start()]
        breaks = bool(words) and (any(c in between for c in ",;:()") or " - " in between or "–" in between)
        capitals = len(text) > 1 and (text.isupper() or (len(text) > 2 and text[:-1].isupper() and text[-1] == "s"))
        words.append(Word(text.casefold(), text[0].isupper(), capitals, breaks))
        last = found.end()
    while words and words[0].folded in _ARTICLES:
        words = words[1:]
    return tuple(words)


def fold(name: str) -> tuple[str, ...]:
    """The folded words of a name: equal for spellings that differ in case, articles, accents and punctuation."""
    return tuple(word.folded for word in words_of(name))


@cache
def phrases(vocabulary: str, key: str) -> frozenset[tuple[str, ...]]:
    """A word list as folded phrases."""
    return frozenset(fold(word) for word in word_list(vocabulary, key))


def find_phrase(
    words: tuple[str, ...], wanted: frozenset[tuple[str, ...]] | Mapping[tuple[str, ...], str], longest: int = 6
) -> tuple[int, int] | None:
    """First and, exclusive, last index of the longest and then first phrase of `wanted` in `words`; None if absent."""
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            if words[start : start + size] in wanted:
                return start, start + size
    return None


def singular(word: str) -> str:
    """The word without a plural ending, as far as the lists need it."""
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child", "spokesmen": "spokesman"}
    if word in irregular:
        return irregular[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def state_names() -> Mapping[tuple[str, ...], str]:
    """Names, demonyms and seats of states, folded, with and without the -s of a lost apostrophe, to the state's key."""
    found: dict[tuple[str, ...], str] = {}
    for part in ("seats", "demonyms", "names"):
        for key, names in _states(part):
            for name in names:
                folded = fold(name)
                found[folded] = key
                found[(*folded[:-1], f"{folded[-1]}s")] = key
    return found


@cache
def proper_state_names() -> Mapping[tuple[str, ...], str]:
    """Names and seats of states, folded: words that speak for a state by themselves ("Washington said")."""
    return {fold(name): key for part in ("seats", "names") for key, names in _states(part) for name in names}


def _states(part: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    countries = load_vocabulary("parties")["countries"]
    if not isinstance(countries, Mapping):
        return
    for key, entry in countries.items():
        names = entry.get(part) if isinstance(entry, Mapping) else None
        yield key, tuple(str(name) for name in names) if isinstance(names, list) else ()
