"""A name or speaker in a text, and the words that tell one name from others."""

import re
from dataclasses import dataclass

STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "to",
        "by",
        "from",
        "s",
        "'s",
        "its",
        "his",
        "her",
        "their",
        "mr",
        "mrs",
        "ms",
        "dr",
    ]
)
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
SINGULAR = frozenset({"he", "she", "him", "her", "his", "i", "me", "my"})
PLURAL = frozenset({"they", "them", "their", "we", "us", "our"})
THING = frozenset({"it", "its"})
MEMORY = 60
"""Mentions; a reader does not look further back for what a pronoun or a common noun stands for."""
LEAD = 90
"""Tokens at the head of a report, in which a source is often kept back that is named further down."""
LONGEST_NAME = 9
"""Words; longer runs of capitals are glued together by lost punctuation."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or speaker in the text."""

    at: int
    """Token index of its head."""
    text: str
    words: frozenset[str]
    person: bool
    body: bool
    female: bool | None
    plural: bool
    proper: bool
    spoke: bool
    """It is the speaker of an attribution."""


def content_words(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(w for w in WORD.findall(text.lower().replace("’", "'").replace("'s", "")) if w not in STOP)
