"""A count told right behind one that covers a stretch of time, and that names no time of its own, covers it too."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.happening_rules import Ruling, says
from sayso.claims.happening_signs import Told
from sayso.claims.happening_words import HappeningWords
from sayso.knowledge.times import find_times
from sayso.model import EventKind

_LEAST = 2
"""Fewer people are told of by themselves. Source: our choice."""


def carried_over(words: HappeningWords, told: Sequence[Told]) -> list[Told]:
    """The figures with the rulings of those that only go on with a count over time."""
    found: list[Told] = []
    for figure in told:
        before = found[-1] if found else None
        goes_on = before is not None and _goes_on(words, before, figure)
        ruling = Ruling(EventKind.CUMULATIVE, "It goes on with a count over a stretch of time.", firm=False)
        found.append(replace(figure, ruling=ruling) if goes_on else figure)
    return found


def _goes_on(words: HappeningWords, before: Told, figure: Told) -> bool:
    """Of a disaster or epidemic, right behind, many, and with neither a time nor an addition of its own."""
    if before.ruling.kind is not EventKind.CUMULATIVE or figure.ruling.kind is not EventKind.OTHER:
        return False
    if figure.ruling.sure or figure.sentence.i - before.sentence.i > 1 or (figure.counted.figure.low or 0) < _LEAST:
        return False
    text = figure.sentence.span.of(words.annotated.text)
    if figure.sentence.i != before.sentence.i and find_times(words.annotated.text, figure.sentence.span):
        return False
    if says("added", f"{figure.counted.figure.words} {figure.counted.who or ''}"):
        return False
    return words.is_disaster or says("epidemic", text)
