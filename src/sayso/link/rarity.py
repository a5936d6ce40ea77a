"""How telling words are: rarer ones weigh more, by a list that was counted once."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.knowledge.vocabulary import load_vocabulary, word_list

_WORD = re.compile(r"\w{4,}")
_STEM = 7
"""Letters after which words are cut."""
UNLISTED = 6.0
"""Weight of a word that the list does not hold: less than one report in four hundred has it."""


def rarity_words(text: str) -> frozenset[str]:
    """The words that are long enough to mean something, shortened to their stems."""
    common = frozenset(word_list("link_words", "common"))
    return frozenset(w[:_STEM] for w in _WORD.findall(text.casefold()) if w not in common and not w.isdigit())


def stem_of(word: str) -> str:
    """A word as the list holds it."""
    return word.casefold()[:_STEM]


def rarity(stem: str) -> float:
    """How telling a word is: the logarithm of how seldom reports hold it, the same whatever else is read."""
    return _rarities().get(stem, UNLISTED)


@cache
def _rarities() -> Mapping[str, float]:
    told = load_vocabulary("link_rarity")["rarity"]
    if not isinstance(told, Mapping):
        return {}
    return {stem: float(weight) for weight, stems in told.items() for stem in str(stems).split()}
