"""People in hospital: ill where an illness is told of, hurt elsewhere."""

from functools import cache

from sayso.claims.harm_words import Harm, Scope, near_words
from sayso.knowledge.vocabulary import word_list

_AHEAD = 6
"""Tokens from the word of harm on in which the care stands."""
_NAMED = 3
"""So many words of illness in a report tell that it is about one. Source: our choice, on invented reports."""


def is_of_illness(scope: Scope, harm: Harm) -> bool:
    """ "17 were taken to hospital" in a report of an outbreak: they fell ill, and were not hurt."""
    tokens = scope.annotated.tokens
    told = {t.lower for t in tokens[max(scope.sentence.first, harm.trigger - 1) : harm.trigger + _AHEAD]}
    if not told & _words("care"):
        return False
    here = {t.lower for t in scope.annotated.tokens_of(scope.sentence)}
    if here & _words("hurts"):
        return False
    ill = _words("care_for") | _words("ailments")
    if near_words(scope) & _words("hurts"):
        return False
    every = [t.lower for t in tokens]
    named = sum(word in ill for word in every)
    hurt = sum(word in _words("hurts") for word in every)
    return (bool(here & ill) or named >= _NAMED) and named > hurt


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list("harm", key))
