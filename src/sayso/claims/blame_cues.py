"""Who is blamed in so many words: "blamed it on X", "accused X of", "X claimed responsibility"."""

from collections.abc import Iterator
from functools import lru_cache

from sayso.claims.blame_words import captures, pattern
from sayso.model import Span

_NEAR = 40
"""Code points before a cue in which a negation turns it. Source: our choice."""


@lru_cache(maxsize=256)
def blamed_by_cue(text: str, area: Span) -> Span | None:
    """The one that a sentence blames in so many words; None where it blames nobody."""
    return next(_found(text, area), None)


def _found(text: str, area: Span) -> Iterator[Span]:
    words = area.of(text)
    for cue in captures("cues"):
        for match in cue.finditer(words):
            if not pattern("nobody").search(words, max(0, match.start() - _NEAR), match.start()):
                span = _stripped(text, area.start + match.start(1), area.start + match.end(1))
                if span is not None and not pattern("no_blamed").match(span.of(text)):
                    yield span
    for cue in captures("responsibility"):
        claimed = cue.search(words)
        if claimed and not pattern("nobody").search(words[: claimed.end()]):
            yield Span(area.start + claimed.start(1), area.start + claimed.end(1))


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " -":
        start += 1
    while end > start and text[end - 1] in " -":
        end -= 1
    return Span(start, end) if start < end else None
