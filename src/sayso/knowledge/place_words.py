# ruff: noqa: E501  a pattern is one line
"""Reads the words of a place: which name they turn on, and how the place stands to that name."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary, word_list


class Standing(StrEnum):
    """How the place stands to the name that its words turn on."""

    IS = "is"
    PART = "part"
    """In it: "Qaterji neighbourhood of Aleppo", "eastern Aleppo"."""
    NEAR = "near"
    """Beside it: "outside Aleppo"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One name to look up, with the kind that the words give it."""

    name: str
    kind: str | None = None
    """neighbourhood, point, town, city, district, province, country; None where the words do not say."""
    standing: Standing = Standing.IS


@dataclass(frozen=True)
class _Words:
    kind_of: dict[str, tuple[str, ...]]
    kind_after: re.Pattern[str]
    kind_before: re.Pattern[str]
    kind_only: re.Pattern[str]
    near: re.Pattern[str]
    before_near: re.Pattern[str]
    part: re.Pattern[str]
    filler: re.Pattern[str]


_JOINTS = re.compile(r"(\s*,\s*|\s+(?:of|in|inside|within|at)\s+)", re.IGNORECASE)
_SEVERAL = re.compile(r"[A-Z][\w'’-]*(?:\s+\w+)?\s+(?:and|&)\s+(?:(?:[a-z]+-)?[A-Z]|(?:several|many|some|other)\b)")
_GENITIVE = re.compile(r"^(?P<outer>[A-Z]\w+?)(?:['’]s\s+|s\s+(?=(?:[a-z]+\s+)*[A-Z]))(?P<inner>\w.*)$")
"""With its apostrophe lost ("Aleppos Qaterji") only before another name."""


@cache
def kind_words() -> dict[str, tuple[str, ...]]:
    """Words for kinds of places ("town", "province"), by kind, in lower case."""
    kinds = load_vocabulary("places").get("kinds")
    if not isinstance(kinds, dict):
        raise KnowledgeError(
            '"kinds" must be a mapping of kinds to words.',
            "sayso/knowledge/vocab/places.yaml",
            "Compare it with the file that sayso ships.",
        )
    return {
        kind: tuple(str(word).lower() for word in listed) for kind, listed in kinds.items() if isinstance(listed, list)
    }


@cache
def _words() -> _Words:
    kind_of: dict[str, tuple[str, ...]] = {}
    for kind, listed in kind_words().items():
        for word in listed:
            kind_of[word] = (*kind_of.get(word, ()), kind)
    noun = _any(tuple(kind_of))
    return _Words(
        kind_of=kind_of,
        kind_after=re.compile(rf"^(?P<name>.*\S)\s+(?P<kind>{noun})$", re.IGNORECASE),
        kind_before=re.compile(rf"^(?:the\s+)?(?:[a-z-]+\s+){{0,2}}(?P<kind>{noun})\s+(?:of\s+)?(?P<name>(?-i:[A-Z]).*)$", re.IGNORECASE),
        kind_only=re.compile(rf"^(?:[\w-]+\s+){{0,3}}(?P<kind>{noun})$", re.IGNORECASE),
        near=re.compile(rf"^(?:(?-i:[a-z])[\w-]*\s+){{0,4}}?(?:{_any(word_list('places', 'nearness'))})\s+(?P<name>.+)$", re.IGNORECASE),
        before_near=re.compile(rf"(?<=\w)(?<!\bthe)\s+(?=(?:{_any(word_list('places', 'nearness'))})\s)", re.IGNORECASE),
        part=re.compile(rf"^(?:{_any(word_list('places', 'parts'))})(?:\s+|-(?=[A-Z]))(?P<name>.+)$", re.IGNORECASE),
        filler=re.compile(rf"^(?:(?:{_any(word_list('places', 'fillers'))})\s+)+", re.IGNORECASE),
    )  # fmt: skip


def _any(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def readings(words: str, is_name: Callable[[str], bool] = lambda _: False) -> tuple[Reading, ...]:
    """The names to look up, the innermost first; the later ones contain the earlier ones.

    `is_name` tells the names of several words that stay whole ("South Sudan" is no part of Sudan).
    """
    found: list[Reading] = []
    for piece in _pieces(whole_names(words, is_name)):
        standing, rest = _standing(piece)
        reading = _named(rest, standing)
        if reading:
            found.append(replace(reading, name=reading.name.replace(_GLUE, " ")))
    if _is_cased(words):
        return tuple(reading for reading in found if _is_cased(reading.name))
    return tuple(found)


_LONGEST_NAME = 6
_GLUE = "_"
"""Stands for the spaces of a name that stays whole."""


def whole_names(words: str, is_name: Callable[[str], bool]) -> str:
    """The words with each name of several words glued into one, the longest first."""
    tokens = words.split()
    at = 0
    while at < len(tokens) - 1:
        for length in range(min(_LONGEST_NAME, len(tokens) - at), 1, -1):
            name = " ".join(tokens[at : at + length])
            bare = re.sub(r"(?:['’]s)?[.,;:]*$", "", name)
            if tokens[at][:1].isupper() and not re.search(r"[,;:]", bare) and is_name(bare):
                tokens[at : at + length] = [name.replace(" ", _GLUE)]
                break
        at += 1
    return " ".join(tokens)


def _is_cased(words: str) -> bool:
    """It holds a capital, or a letter of a script without capitals."""
    return any(letter.isalpha() and not letter.islower() for letter in words)


def names_several(words: str) -> bool:
    """ "Aleppo and Idlib": no one place is meant."""
    return bool(_SEVERAL.search(words))


def _pieces(words: str) -> list[str]:
    """ "Qaterji neighbourhood of Aleppo, Syria" in pieces; "Aleppo's Qaterji" turned inside out."""
    whole = " ".join(words.split()).strip(" .,;:")
    pieces: list[str] = []
    for piece in (part for joined in _words().before_near.split(whole) for part in _split(joined)):
        genitive = _GENITIVE.match(piece)
        if genitive and genitive["outer"].lower() not in _words().kind_of:
            pieces.extend((genitive["inner"], genitive["outer"]))
        elif piece:
            pieces.append(piece)
    return pieces


def _split(words: str) -> list[str]:
    """At commas, "of", "in", "at"; but "the Syrian city of Homs" and "north of Homs" stay whole: their first part names nothing."""
    cells = _JOINTS.split(words)
    pieces = [cells[0]]
    for joint, piece in zip(cells[1::2], cells[2::2], strict=True):
        if joint.strip().lower() == "of" and _is_bare_kind(pieces[-1]):
            pieces[-1] = f"{pieces[-1].split()[-1]} of {piece}"
        elif joint.strip().lower() == "of" and _is_beside(f"{pieces[-1]} of {piece}"):
            pieces[-1] = f"{pieces[-1]} of {piece}"
        else:
            pieces.append(piece)
    return pieces


def _is_beside(words: str) -> bool:
    """ "north of Homs" is not in it; "the north of Homs" is."""
    return not words.lower().startswith("the ") and _words().near.fullmatch(words) is not None


def _is_bare_kind(piece: str) -> bool:
    tokens = piece.split()
    names = [token for token in tokens if token[:1].isupper() and token.lower() not in _nationalities()]
    return bool(tokens) and tokens[-1].lower() in _words().kind_of and not [n for n in names if n not in ("The", "A")]


@cache
def _nationalities() -> frozenset[str]:
    listed = load_vocabulary("places").get("demonyms")
    names = listed.values() if isinstance(listed, dict) else ()
    return frozenset(str(name).lower() for some in names if isinstance(some, list) for name in some)


def _standing(piece: str) -> tuple[Standing, str]:
    words = _words()
    near = words.near.match(piece)
    if near:
        return Standing.NEAR, near["name"]
    bare = words.filler.sub("", piece)
    part = words.part.match(bare)
    if part and part["name"][:1].isupper():
        return Standing.PART, part["name"]
    return Standing.IS, bare


def _named(piece: str, standing: Standing) -> Reading | None:
    words = _words()
    bare = words.filler.sub("", piece).strip()
    after = words.kind_after.match(bare)
    before = words.kind_before.match(bare)
    for match in (after, before):
        if match and any(letter.isupper() or letter > "\u0590" for letter in match["name"]):
            kind = _kind(match["kind"])
            name = words.filler.sub("", match["name"]).strip()
            return Reading(name, None, Standing.PART) if kind == "part" else Reading(name, kind, standing)
    if words.kind_only.match(bare) and not any(letter.isupper() for letter in bare):
        return None
    return Reading(bare, None, standing) if any(letter.isalpha() for letter in bare) else None


def _kind(word: str) -> str:
    """The kind for a word; of several the first in the vocabulary."""
    return _words().kind_of[" ".join(word.lower().split())][0]
