"""Quotations that no cue of their own introduces: they go on with the speech before them."""

import re
from bisect import bisect_left

from sayso.attribute.found import Found
from sayso.attribute.quotes import Quotes
from sayso.model import Act, Annotated, Span

STOP = re.compile(r"[.!?](?=\s|$)")
NEAR = 240
"""Characters between the end of one part of a speech and a quotation that goes on with it."""
NEIGHBOURS = 16
"""Attributions on either side of a quotation that may own it."""
SPOKEN = 4
"""Words; shorter quotations without a cue are scare quotes or titles."""


def with_floating_quotes(a: Annotated, quotes: Quotes, found: list[Found]) -> list[Found]:
    """The attributions, their content grown by the quotations that follow without a cue."""
    found = sorted(found, key=lambda one: one.at)
    for quote in quotes.all:
        span = quote.span
        at = bisect_left(found, span.start, key=lambda one: one.at)
        near = found[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
        taken = [covered for one in near for covered in one.content]
        if not _is_speech(quote.inner.of(a.text)) or any(t.overlaps(span) and not quote.inner.covers(t) for t in taken):
            continue
        if not _stands_alone(a, span):
            continue
        owner = _owner(a, near, span)
        if owner is not None:
            owner.content.append(span)
    return found


def _is_speech(words: str) -> bool:
    """A sentence of its own, however short, or enough words not to be a scare quote."""
    count = len(words.split())
    return count >= SPOKEN or (count >= 2 and words.rstrip().endswith((".", "!", "?")))


def _stands_alone(a: Annotated, span: Span) -> bool:
    """The quotation begins a sentence of its own."""
    before = a.text[max(0, span.start - 12) : span.start].rstrip()
    return not before or before[-1] in ".!?\"”:’'»" or "\n" in a.text[max(0, span.start - 3) : span.start]


def _next_to(a: Annotated, ends: int, start: int) -> bool:
    """No whole sentence lies between the end of a speech and the quotation."""
    between = a.text[ends:start]
    return start - ends <= NEAR and len(STOP.findall(between.rstrip())) <= 1


def _owner(a: Annotated, found: list[Found], span: Span) -> Found | None:
    best: Found | None = None
    for one in found:
        if one.act is Act.UNVERIFIED or one.act is Act.DECLINES or not one.speakers or span.start <= one.at < span.end:
            continue
        ends = max(s.end for s in [*one.content, *one.cue])
        for p in one.speakers:
            ends = max(ends, a.tokens[p.last - 1].end)
        if ends <= span.start and _next_to(a, ends, span.start):
            best = one
    return best
