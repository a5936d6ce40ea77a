"""What the trained head looks at to tell the kind of a happening: named signs between 0 and 1.

A sign that ends in ": <kind>" points at that kind; the head weighs all such signs alike whatever the kind, so that what
it learned of one war holds for a flood. No sign is a name of a place, a body or a person.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.counted_types import Counted
from sayso.claims.happening_rules import Ruling, is_cumulative, says
from sayso.claims.happening_words import HappeningWords, Hit, nearest
from sayso.claims.harm_words import Harm
from sayso.claims.people import group_of
from sayso.knowledge.times import find_times
from sayso.model import Sentence, Span

FRAMES = (
    "war",
    "span",
    "stretch",
    "lasting",
    "perfect",
    "one_deed",
    "gas",
    "deal",
    "disaster",
    "air_force",
    "air",
    "air_bomb",
    "ground",
    "shot_down",
)
"""Patterns of `events_patterns.yaml` that are signs of their own."""
_REACH = 40.0
"""Code points after which a word counts for about a third. Source: tried on the training articles."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the report with what the rules say of its happening."""

    counted: Counted
    harm: Harm
    sentence: Sentence
    ruling: Ruling


def signs_of(words: HappeningWords, told: Sequence[Told], at: int) -> dict[str, float]:
    """The signs of the figure at an index of `told`, by name; absent means 0."""
    hits = words.of_sentence(told[at].sentence.i)
    elsewhere = [*_around(words, told[at].sentence), *_others(told, at)]
    if all(hit.weak for hit in hits):
        elsewhere += [(f"silent {name}", value) for name, value in elsewhere if ": " in name]
    signs = {"always": 1.0}
    for name, value in (*_own(words, told[at]), *_beside(hits, told[at].counted.span), *elsewhere):
        signs[name] = max(signs.get(name, 0.0), value)
    return signs


def _own(words: HappeningWords, figure: Told) -> Iterator[tuple[str, float]]:
    """The figure, the word of harm, and how its sentence is framed."""
    annotated, counted, harm = words.annotated, figure.counted, figure.harm
    text = figure.sentence.span.of(annotated.text)
    yield f"rule: {figure.ruling.kind}", 1.0
    if figure.ruling.firm:
        yield f"firm rule: {figure.ruling.kind}", 1.0
    yield f"measure {harm.measure}", 1.0
    yield f"group {group_of(annotated, counted)[0]}", 1.0
    yield f"harm {annotated.tokens[harm.trigger].lemma}", 1.0
    yield f"size {_size(counted)}", 1.0
    yield f"sentence {min(figure.sentence.i, 6) // 2}", 1.0
    if is_cumulative(text, counted, harm.measure):
        yield "over time", 1.0
    if words.is_disaster:
        yield "disaster report", 1.0
    for frame in FRAMES:
        if says(frame, text):
            yield f"frame {frame}", 1.0
    times = find_times(annotated.text, figure.sentence.span)
    for form in {type(time.form).__name__ for time in times} or {"none"}:
        yield f"time {form}", 1.0


def _size(counted: Counted) -> str:
    """The number of digits; 0 for one person or none."""
    size = counted.figure.low if counted.figure.low is not None else counted.figure.high
    return "open" if size is None else str(len(str(size)) if size > 1 else 0)


def _beside(hits: tuple[Hit, ...], place: Span) -> Iterator[tuple[str, float]]:
    """The sentence's own words of happening: which, how near, before or after the figure."""
    best = nearest(hits, place)
    yield f"nearest: {best.kind if best else None}", 1.0
    for hit in hits:
        closeness = math.exp(-hit.span.distance(place) / _REACH)
        yield f"here: {hit.kind}", 1.0
        yield f"close: {hit.kind}", closeness
        yield f"{'before' if hit.span.start < place.start else 'after'}: {hit.kind}", closeness
        yield f"word {hit.word.lower()}", 0.5 + closeness / 2


def _around(words: HappeningWords, sentence: Sentence) -> Iterator[tuple[str, float]]:
    """The words of the title, of the report's head, of the sentences around, and of the whole report."""
    for where, hits in (
        ("title", words.of_title()),
        ("head", (*words.of_sentence(0), *words.of_sentence(1))),
        ("previous", words.of_sentence(sentence.i - 1)),
        ("earlier", words.of_sentence(sentence.i - 2)),
        ("next", words.of_sentence(sentence.i + 1)),
    ):
        for hit in hits:
            yield f"{where}: {hit.kind}", 1.0
            if where in ("title", "previous"):
                yield f"{where} word {hit.word.lower()}", 1.0
    counts = words.counts()
    for kind, count in counts.items():
        yield f"report: {kind}", count / counts.total()


def _others(told: Sequence[Told], at: int) -> Iterator[tuple[str, float]]:
    """What the rules say of the report's other figures."""
    own, others = told[at], [one for n, one in enumerate(told) if n != at]
    for kind, count in Counter(one.ruling.kind for one in others).items():
        yield f"others: {kind}", count / len(others)
    for step, name in ((-1, "told"), (1, "tells next")):
        if 0 <= at + step < len(told):
            beside = told[at + step]
            yield f"{name}: {beside.ruling.kind}", 1.0
            if beside.sentence.i == own.sentence.i:
                yield f"{name} here: {beside.ruling.kind}", 1.0
    if at:
        yield f"first told: {told[0].ruling.kind}", 1.0
    for one in others:
        if own.counted.figure.low not in (None, 1) and _same_toll(own, one):
            yield f"same toll: {one.ruling.kind}", 1.0


def _same_toll(left: Told, right: Told) -> bool:
    one, other = left.counted.figure, right.counted.figure
    return (one.low, one.high, left.harm.measure) == (other.low, other.high, right.harm.measure)
