"""Finds the names of known places in a text: runs of capitalised words, the longest that the gazetteer knows."""

import re
from collections.abc import Callable
from functools import cache

from sayso.knowledge.place_names import fold
from sayso.knowledge.vocabulary import word_list
from sayso.model import Span

LONGEST = 4
"""Words that a name may have."""
LEAST_LETTERS = 4
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\"“”\n]\s*)$")


def find_names(text: str, within: Span, is_known: Callable[[str], bool]) -> tuple[Span, ...]:
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


def _known_from(text: str, words: list[Span], is_known: Callable[[str], bool]) -> int:
    """How many of the words make the longest known name; 0 where none does."""
    if not text[words[0].start].isupper():
        return 0
    for count in range(len(words), 0, -1):
        last = words[count - 1]
        name = text[words[0].start : last.end]
        if not text[last.start].isupper() or "\n" in name or any(mark in name for mark in '.,;:()"“”'):
            continue
        if len(name) >= LEAST_LETTERS and fold(name) not in _common() and is_known(name):
            return count
    return 0


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("places", "common_words"))
