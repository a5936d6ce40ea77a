"""Bodies that the text names by their form ("the Valley Centre for Relief"), whether or not a tagger marked them."""

import re
from functools import cache

from sayso.attribute.edges import bare_name
from sayso.attribute.grammar import Phrase
from sayso.attribute.vocabulary import words
from sayso.model import Annotated

_NAME = r"[A-Z][\w’'-]*"
_LINK = r"(?:of|for|on|against|without)(?: the)?"


@cache
def _pattern() -> re.Pattern[str]:
    """Up to five capitalised words, a noun that names bodies, and what follows with "of" or "for"."""
    nouns = "|".join(sorted((noun.capitalize() for noun in words()["body_names"]), key=len, reverse=True))
    return re.compile(
        rf"\b(?:[Tt]he )?(?:{_NAME} ){{0,5}}(?:{nouns})(?! {_NAME}(?:ed|ing)\b)"
        rf"(?: {_LINK}(?: {_NAME})+(?: and {_NAME})*)*"
    )


_last: list[tuple[Annotated, tuple[Phrase, ...]]] = []
"""The report last asked about; by identity, since hashing a whole report costs more than reading it again."""


def bodies_of(a: Annotated) -> tuple[Phrase, ...]:
    """`named_bodies`, looked up once for each report."""
    if not _last or _last[0][0] is not a:
        _last[:] = [(a, named_bodies(a))]
    return _last[0][1]


def named_bodies(a: Annotated) -> tuple[Phrase, ...]:
    """The phrases, in order, each inside one sentence; single capitalised nouns ("the Centre") are left out."""
    found: list[Phrase] = []
    for match in _pattern().finditer(a.text):
        if len(match[0].removeprefix("the ").removeprefix("The ").split()) < 2:
            continue
        first, last = a.token_at(match.start()), a.token_at(match.end() - 1)
        if first is None or last is None or a.tokens[first].start != match.start():
            continue
        if a.tokens[first].sentence == a.tokens[last].sentence and a.tokens[last].end == match.end():
            found.append(bare_name(a, Phrase(first, last + 1, last)))
    return tuple(p for p in found if p.last - p.first > 1)
