"""Runs of places in a sentence of which each one holds the one before it: "a village in a province"."""

from collections.abc import Iterator, Sequence

from sayso.claims.where_names import Named
from sayso.claims.where_words import naming
from sayso.model import Annotated, Span

_ACTING = frozenset({"VERB", "AUX", "NUM"})
_LONG = 60
"""Letters between two places beyond which they are no run."""


def chains(annotated: Annotated, listed: Sequence[Named]) -> Iterator[tuple[Named, ...]]:
    """The runs of the places of one sentence, each with its innermost place first."""
    chain: tuple[Named, ...] = ()
    for named in listed:
        if chain:
            longer = _extended(annotated, chain, named)
            if longer is not None:
                chain = longer
                continue
            yield chain
        chain = (named,)
    if chain:
        yield chain


def _extended(annotated: Annotated, chain: tuple[Named, ...], named: Named) -> tuple[Named, ...] | None:
    """The run with the next place where it belongs; None where that place stands apart."""
    last = chain[-1]
    if named.extent.start <= last.extent.end:
        return (named, *chain) if _owns(annotated, last) else (*chain, named)
    between = annotated.text[last.extent.end : named.extent.start]
    if not naming("joined").match(between) or _acts_between(annotated, last.extent.end, named.extent.start):
        return None
    if naming("owner").match(between):
        return (named, *chain)
    led_by = annotated.text[last.extent.end : named.span.start]
    by_words = naming("inner_first").search(led_by) is not None
    inner_first = by_words and (named.rank >= last.rank - 1 or last.unsure)
    return (*chain, named) if inner_first or named.rank >= chain[0].rank else (named, *chain)


def _owns(annotated: Annotated, named: Named) -> bool:
    """ "Aleppo's quarter of Salam", the mark perhaps lost: what follows lies in it."""
    words, after = named.span.of(annotated.text), annotated.text[named.span.end : named.span.end + 2]
    return after in ("'s", "’s") or after[:1] == "s" or words.endswith("s")


def _acts_between(annotated: Annotated, start: int, end: int) -> bool:
    """A verb or a joint of clauses parts the two places."""
    if end - start > _LONG or naming("apart").search(annotated.text[start:end]):
        return True
    return any(t.pos in _ACTING for t in annotated.tokens_in(Span(start, max(start, end))))
