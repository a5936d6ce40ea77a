"""The entries of a list that a report is written as, each headed by its place: "RIGA: two dead", "* Arda - three"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.where_checks import NameChecks
from sayso.claims.where_words import naming, occurrences
from sayso.knowledge.vocabulary import word_list
from sayso.model import Span

_LEAST = 2
"""Headings that make a list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, by the place that heads it."""

    head: Span
    extent: Span
    """From the head to the end of the entry."""


def entries(checks: NameChecks) -> tuple[Entry, ...]:
    """The entries of the report in order; none where its headings name no places."""
    text = checks.annotated.text
    heads = [span for span in _heads(text) if _may_head(checks, span)]
    if len(heads) < _LEAST or sum(_is_place(checks, span) for span in heads) * 4 < len(heads):
        return ()
    return tuple(Entry(head, Span(head.start, end)) for head, end in zip(heads, _ends(text, heads), strict=True))


def _heads(text: str) -> Iterator[Span]:
    for match in naming("entry_head").finditer(text):
        group = 1 if match[1] else 2
        yield Span(*match.span(group))


def _ends(text: str, heads: list[Span]) -> Iterator[int]:
    """An entry goes to the next head, and no further than its paragraph; where the head has its line to itself, on to
    the next empty line."""
    for i, head in enumerate(heads):
        until = heads[i + 1].start if i + 1 < len(heads) else len(text)
        gap = re.compile(r"\n\s*\n").search(text, head.end, until)
        yield gap.start() if gap else until


def _may_head(checks: NameChecks, span: Span) -> bool:
    """A name: no word for what is counted, for a day, for a thing that the report names in small letters too."""
    words = span.of(checks.annotated.text)
    if any(word.lower() in word_list("places_names", "no_heads") for word in words.split()):
        return False
    if not checks.may_name(span, sure=True):
        return False
    return _is_place(checks, span) or not occurrences(checks.annotated.text, words.lower())


def _is_place(checks: NameChecks, span: Span) -> bool:
    """A gazetteer has it, or the report puts something in it."""
    words, text = span.of(checks.annotated.text), checks.annotated.text
    if checks.gazetteer.resolve(words.title() if words.isupper() else words, checks.context).name is not None:
        return True
    return any(checks.is_inside(at) for at in occurrences(text, words))
