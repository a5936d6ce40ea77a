"""Spellings of place names: folding for look-ups, and a key that spellings of one transliterated name share."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache

from sayso.knowledge.vocabulary import word_list

_MARKS = str.maketrans(dict.fromkeys("'’‘`´ʿʾʼ\"“”.") | dict.fromkeys("-‐‑–_/,()", " "))
_ARABIC_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")
# English respellings of sounds, tried in order; each class is what spellings of one name mix up.
_SOUNDS = (
    (re.compile(r"tch|tsh|ch|sch|sh"), "S"),
    (re.compile(r"kh|ck|gh|[qgkx]"), "k"),
    (re.compile(r"dj|dzh|zh|j"), "j"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"v"), "w"),
    (re.compile(r"(?<=[aeiou])y(?=[aeiou])"), "Y"),
    (re.compile(r"(?<=[aeiou])w(?=[aeiou])|^w"), "W"),
    (re.compile(r"y{2}"), "Y"),
    (re.compile(r"m(?=b)"), "n"),
    (re.compile(r"(?<=[aeiouyw])h$"), ""),
    (re.compile(r"[aeiouyw]+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_GLUED_ARTICLE = re.compile(r"^(?:[aeu](?=([dnrstz])\1)|al(?=[^aeiouyl]\w{2}))")
"""The article in "Deir Ezzor" and "Abu Alduhour", which other spellings set apart."""
LEAST_KEY = 4
"""Characters of a spelling key below which two names are never called the same; at which their vowels must be close:
"Duma" is "Douma", but "Hama" is not "Homa"."""
_VOWEL_CLASSES = str.maketrans({"e": "a", "y": "i", "u": "o", "w": "o"})


@cache
def articles() -> frozenset[str]:
    """Words that spellings of one place put in or leave out."""
    return frozenset(word_list("places", "articles"))


def fold_latin(name: str) -> str:
    """`fold` without its memory, for the many names of a seed; quick for names in plain ASCII."""
    plain = name.casefold() if name.isascii() else _unaccented(name)
    plain = plain.translate(_MARKS)
    if " " not in plain:
        return plain
    tokens = plain.split()
    return " ".join([token for token in tokens if token not in articles()] or tokens)


def _unaccented(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold().translate(_ARABIC_FOLD))
    return _ARABIC_ARTICLE.sub("", "".join(mark for mark in parts if not unicodedata.combining(mark)))


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without case, accents, apostrophes, hyphens and articles; "" where nothing else is left."""
    return fold_latin(name)


@lru_cache(maxsize=65536)
def spelling_key(name: str) -> str:
    """What spellings of one transliterated name share: vowels, doubled letters, q/k/g/kh and the like fall together.

    "Hasakah", "Hassakeh" and "al-Hasaka" have one key. Meant for names carried over from another script.
    """
    first, *others = fold(name).split() or [""]
    return " ".join(_word_key(token) for token in (first, *(_GLUED_ARTICLE.sub("", token) for token in others)))


def _word_key(token: str) -> str:
    for pattern, sound in _SOUNDS:
        token = pattern.sub(sound, token)
    return token


def same_spelling(one: str, other: str) -> bool:
    """Two spellings are taken for one name: equal when folded, or equal in spelling keys that are long enough.

    Source: our own folding over the romanisations in use for Arabic, Persian, Turkish, Kurdish and Russian names
    (compare the BGN/PCGN systems with what wire agencies print). Conservative: at least `LEAST_KEY` characters, and
    vowels count where they stand alone ("Daraa" is not "Daraya").
    """
    if fold(one) == fold(other) != "":
        return True
    keys = [spelling_key(one).replace(" ", ""), spelling_key(other).replace(" ", "")]
    if min(map(len, keys)) < LEAST_KEY or not (fold(one).isascii() and fold(other).isascii()):
        return False
    if keys[0] == keys[1]:
        return len(keys[0]) > LEAST_KEY or _vowels(one) == _vowels(other)
    return _differ_by_one_vowel(*keys)


def _vowels(name: str) -> str:
    """The runs of vowels by class, a with e, i with y, o with u: of each run its first."""
    runs = re.findall(r"[aeiouyw]+", fold(name))
    return "".join(run[0].translate(_VOWEL_CLASSES) for run in runs)


def alikeness(one: str, other: str) -> float:
    """Share of letters that two folded names have in common, in order, from 0 to 1."""
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()


def _differ_by_one_vowel(one: str, other: str) -> bool:
    """Long keys with the same consonants of which one has a vowel more ("Deir Ezzor", "Deir al-Zor")."""
    if min(len(one), len(other)) < 7 or abs(len(one) - len(other)) != 1:
        return False
    return one.replace("a", "") == other.replace("a", "")
