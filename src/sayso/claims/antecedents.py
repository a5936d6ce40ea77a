"""Whom "six of them" means, where that is not the last count of people harmed."""

from collections.abc import Sequence

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_demonym, is_person_word
from sayso.claims.subsets import Read, fits
from sayso.model import Annotated

_PRONOUNS = frozenset({"them", "whom", "which"})
_PARTING = frozenset({",", "(", "–", "—", "-"})


def means_others(
    annotated: Annotated, counted: Counted, read: Sequence[Read], near: Sequence[Counted], sentence_start: int
) -> bool:
    """ "40 names, six of them new", "teachers in the ward, 48 of them": some of people of whom no harm was read.

    `near`: the quantities of the sentence and of the one before it.
    """
    tokens = annotated.tokens
    if not counted.pronoun or tokens[counted.last - 1].lower not in _PRONOUNS:
        return False
    told = [c for c, _, _ in read]
    named = [c for c in near if c.last <= counted.first and _are_several(c) and fits(c, counted)]
    if named and all(c.first != named[-1].first for c in told):
        return True
    parted = tokens[counted.first - 1].text in _PARTING
    here = any(c.first >= sentence_start for c in told)
    return parted and not here and _plural_before(annotated, counted, sentence_start) is not None


def plural_meant(annotated: Annotated, counted: Counted, sentence_start: int) -> Counted | None:
    """The plural that "six of them" means, as if it were counted: "the wounded, 22 of them, waited"."""
    at = _plural_before(annotated, counted, sentence_start)
    if at is None or annotated.tokens[counted.first - 1].text not in _PARTING:
        return None
    span = annotated.span_of(at, at + 1)
    return Counted(at, at + 1, span, counted.figure, at, at, span.of(annotated.text), known=True)


def _are_several(counted: Counted) -> bool:
    return not counted.implied and not counted.pronoun and counted.figure.high not in (0, 1)


def _plural_before(annotated: Annotated, counted: Counted, sentence_start: int) -> int | None:
    """The nearest plural noun for people in the sentence before the figure."""
    tokens, lex = annotated.tokens, lexicon()
    for i in range(counted.first - 2, sentence_start - 1, -1):
        token = tokens[i]
        harmed = token.lower in lex.people and tokens[i - 1].lower == "the"
        plural = token.tag in {"NNS", "NNPS"} and (is_person_word(token) or is_demonym(annotated, i))
        if harmed or plural:
            return i
    return None
