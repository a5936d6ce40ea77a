"""Places that a sentence speaks of without a name: "the airport", "a village near the border"."""

from collections.abc import Iterator, Sequence

from sayso.claims.where_checks import NameChecks
from sayso.claims.where_words import naming
from sayso.model import Sentence, Span


def common_places(checks: NameChecks, sentence: Sentence, named: Sequence[Span]) -> Iterator[Span]:
    """Those of a sentence in order; words that belong to the name of a place are no place by themselves."""
    text, area = checks.annotated.text, sentence.span
    if checks.is_headline(sentence):
        return
    for match in naming("common_place").finditer(text, area.start, area.end):
        span = Span(*match.span(1))
        if not any(span.overlaps(other) for other in named) and not naming("named_after").match(text, span.end):
            yield span
