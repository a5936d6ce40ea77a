"""Finds the names of known places in a text: runs of capitalised words, the longest that the gazetteer knows."""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache

from sayso.knowledge.place_names import fold
from sayso.knowledge.place_words import kind_words
from sayso.knowledge.vocabulary import word_list
from sayso.model import Span

LONGEST = 4
"""Words that a name may have."""
LEAST_LETTERS = 4
REACH_BACK = 40
"""Characters before a name that are looked at for a word it may belong to."""
LONGEST_ABBREVIATION = 5
"""Letters of a word in capitals that is rather the short name of a body ("SANA")."""
_NO_EDGE = frozenset({"The", "A", "An", "As", "In", "At", "On", "From", "And", "Of"})
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_BREAK = re.compile(r"[\n.,;:()\"“”!?]")
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:,;\n] )\b(?!The |In |At |On |From |Near |Outside )[A-Z][\w'’-]*[a-z] $")
_CAPITAL_AFTER = re.compile(r" ([A-Z][\w'’-]*)")


class Known(Enum):
    """How surely a run of capitalised words is the name of a place."""

    NO = "no"
    LIKELY = "likely"
    """The seed has it, but it may be another word or part of a longer name."""
    SURELY = "surely"


def find_names(text: str, within: Span, is_known: Callable[[str], Known]) -> tuple[Span, ...]:
    """The longest known names among capitalised words, in order, without overlap."""
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, within.start, within.end)]
    found: list[Span] = []
    at = 0
    while at < len(words):
        taken = _known_from(text, words[at : at + LONGEST], is_known)
        if taken:
            found.append(Span(words[at].start, words[at + taken - 1].end))
        at += taken or 1
    return tuple(found)


def _known_from(text: str, words: list[Span], is_known: Callable[[str], Known]) -> int:
    """How many of the words make the longest known name; 0 where none does."""
    if not text[words[0].start].isupper():
        return 0
    for count in range(len(words), 0, -1):
        name = text[words[0].start : words[count - 1].end]
        if not text[words[count - 1].start].isupper() or _BREAK.search(name):
            continue
        if name.split()[0] in _NO_EDGE or name.split()[-1] in _NO_EDGE:
            continue
        known = is_known(name)
        if known is Known.SURELY or (
            known is Known.LIKELY and _is_clear(text, name, Span(words[0].start, words[count - 1].end))
        ):
            return count
    return 0


def _is_clear(text: str, name: str, span: Span) -> bool:
    """A name of the seed that cannot well be another word: long enough, no common word, no part of a longer name."""
    if len(name) < LEAST_LETTERS or fold(name) in _common():
        return False
    if name.isupper() and len(name) <= LONGEST_ABBREVIATION:
        return False
    if " " in name:
        return True
    before, after = (
        _CAPITAL_BEFORE.search(text, max(0, span.start - REACH_BACK), span.start),
        _CAPITAL_AFTER.match(text, span.end),
    )
    return not before and not (after and after[1].lower() not in _kind_words())


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(word for words in kind_words().values() for word in words)


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("places", "common_words"))
