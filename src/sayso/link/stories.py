"""What stands for a whole report when two are compared: its telling words, its names, and what it tells most of."""

import math
import re
from collections.abc import Sequence

from sayso.knowledge.vocabulary import word_list
from sayso.link.interface import Story
from sayso.link.places import place_tokens
from sayso.link.rarity import rarity, rarity_words, stem_of
from sayso.link.totals import is_total
from sayso.model import READ_FOR_CLAIMS, Claim, ClaimId, Report

_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_INSIDE = re.compile(r"(?<![.!?:\"“] )(?<!^)\b[A-Z][^\W\d_]{3,}")
"""Capitalised words that begin no sentence."""
_WORDS = 40
"""The most telling words of a report that stand for it when two reports are compared."""
_RARE = 3.5
"""Weight from which on a name is held by few reports. Our own choice."""


def story_of(report: Report, tellings: Sequence[Sequence[Claim]]) -> Story:
    """What stands for a report; `tellings` are its claims, those of one event, place and time together."""
    text = "\n".join(b.span.of(report.text) for b in report.blocks if b.kind in READ_FOR_CLAIMS)
    telling = sorted(rarity_words(text), key=lambda word: (-rarity(word), word))[:_WORDS]
    single = [claims for claims in tellings if not is_total(claims[0])]
    told = [claim for claims in single for claim in claims]
    named = _names(text)
    return Story(
        words={w: rarity(w) for w in telling},
        weight=math.fsum(rarity(w) ** 2 for w in telling),
        named=frozenset(token for word in set(_CAPITAL.findall(text)) for token in place_tokens(word)),
        names={key: weight for key, (_, weight) in named.items()},
        spelt={key: word for key, (word, _) in named.items()},
        main=_main(single),
        days=frozenset(c.date.first for c in told if c.date and c.date.first and c.date.is_day),
        places=frozenset(place_tokens(c.place.words) for c in told if c.place),
    )


def _names(text: str) -> dict[str, tuple[str, float]]:
    """Names that few reports hold, with their weight, by a key in which spellings meet ("Saraqib", "Saraqeb")."""
    common = frozenset(word_list("link_words", "common"))
    found: dict[str, tuple[str, float]] = {}
    for word in sorted(set(_INSIDE.findall(text))):
        weight = rarity(stem_of(word))
        if weight >= _RARE and word.casefold() not in common:
            for key in place_tokens(word):
                found.setdefault(key, (word.capitalize() if word.isupper() else word, weight))
    return found


def _main(tellings: Sequence[Sequence[Claim]]) -> frozenset[ClaimId]:
    """The claims of the happening that most figures are told of; of several the one told first."""
    if not tellings:
        return frozenset()
    most = min(tellings, key=lambda claims: (-len(claims), min((c.span, c.id) for c in claims)))
    return frozenset(claim.id for claim in most)
