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
OF_ONE_KIND = frozenset(
    {"agency", "company", "firm", "network", "institute", "association", "centre", "center", "foundation", "club"}
    | {"brigade", "militia", "coalition", "union", "ministry", "department", "society", "office", "authority"}
)
"""Nouns that say of what kind a body is; "group" and "organisation" fit any."""
KINDS_OF_MEDIA = frozenset({"news", "media", "press", "state", "wire"})
BROADCASTERS = frozenset({"television", "tv", "radio"})
ANYBODY = frozenset(["man", "woman", "official", "spokesman", "spokeswoman", "spokesperson", "leader", "activist"])
"""Nouns that fit almost any person who speaks."""
RANKS = frozenset(
    {"senior", "deputy", "acting", "vice", "assistant", "former", "first", "second", "interim", "co", "-"}
)
"""Words before a head that name no body ("Senior Chief A B")."""
MEDIA_NOUNS = frozenset(
    ["agency", "station", "channel", "newspaper", "paper", "outlet", "broadcaster", "website", "site", "daily"]
)
FAMILY_ANYWHERE = frozenset(
    {"monitor", "ngo", "monitoring group", "watchdog", "monitoring", "rescue service", "rights group", "observatory"}
)


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
