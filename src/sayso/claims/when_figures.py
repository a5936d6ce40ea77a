"""Whose time it is where a sentence holds several figures: rows of a list, and parts with a time of their own."""

from collections.abc import Iterable, Sequence

from sayso.claims.figures import FigureRead
from sayso.claims.when_happenings import happening_dated_by
from sayso.claims.when_read import Time
from sayso.model import Annotated, Span

_PARTING = frozenset({"VERB", "AUX", "PUNCT", "CCONJ"})


def is_of_part(annotated: Annotated, counted: Span, other: FigureRead, time: Span) -> bool:
    """ "13 deaths, ten of them in the slide of 8 June": the day of the ten, told within their own phrase."""
    span = other.counted.span
    if other.whole is None or not counted.end <= span.start or not span.end <= time.start:
        return False
    if "," not in annotated.text[counted.end : span.start] or happening_dated_by(annotated, time) is None:
        return False
    return not any(token.pos in _PARTING for token in annotated.tokens_in(Span(span.end, time.start)))


def is_of_another_row(text: str, sentence: Span, counted: Span, others: Iterable[Span], time: Span) -> bool:
    """ "Velm, 13 dead in the slide of 8 June; Orro, 11 dead": the time stands in another row, behind its figure."""
    first, last = sorted((counted.start, time.start))
    if ";" not in text[first:last]:
        return False
    row = max(text.rfind(";", sentence.start, time.start) + 1, sentence.start)
    return any(row <= other.start < time.start for other in others)


def without_other_rows(counted: Span, others: Iterable[FigureRead], times: Sequence[Time]) -> list[Time]:
    """ "17 died in Orro on Tuesday and six in Velm on Wednesday": each figure has the day behind it."""
    spans = [other.counted.span for other in others]
    between = (min((s.start for s in spans if s.start >= counted.end), default=None), counted.end)
    behind = [t for t in times if t.is_short and t.span.start >= between[1]]
    if not any(between[0] is None or t.span.end <= between[0] for t in behind):
        return list(times)
    return [t for t in times if not (t.is_short and _stands_between(spans, t.span, counted))]


def _stands_between(others: Iterable[Span], time: Span, counted: Span) -> bool:
    """The time stands before the figure and behind another one."""
    return time.end <= counted.start and any(other.end <= time.start for other in others)
