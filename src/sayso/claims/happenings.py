"""What kind of happening did the harm: words around the figure, then the sentences before, then the report's title."""

import re
from functools import cache

from sayso.claims.counted import Counted
from sayso.claims.harm import Harm
from sayso.claims.lexicon import lexicon, plural, verb_forms
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, EventKind, Measure, Sentence, Span

_WAR = re.compile(
    r"\b(?:war|conflict|uprising|revolt|revolution|insurgency|crackdown|unrest|crisis|civil war)\b", re.IGNORECASE
)
_SPAN = re.compile(
    r"\bsince\b|\bso far\b|\b(?:this|last|past) (?:year|month|week)\b|\b(?:in|over|during|within|for) the (?:past|last)\b(?! day\b| 24)|\bin (?:recent|two|three|four|five|six|seven|\d+) (?:days|weeks|months|years)\b"
    r"|\b(?:years|months|weeks|days) of\b|\b(?:year|month|week|day)-long\b|\bcampaign\b|\bin total\b|\b(?:\w+[- ]year(?:-old|-long)?|civil) (?:war|conflict)\b|\bthe (?:war|conflict|uprising)\b"
    r"|\bhas (?:killed|left|claimed|displaced|forced)\b",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[tuple[EventKind, re.Pattern[str]], ...]:
    order: list[EventKind] = []
    words: dict[EventKind, set[str]] = {}
    for word, kind in lexicon().events:
        if kind is EventKind.CUMULATIVE:
            continue
        if kind not in order:
            order.append(kind)
        forms = {word, plural(word)} | (set(verb_forms(word)) if word.isalpha() else set())
        words.setdefault(kind, set()).update(forms)
    return tuple(
        (
            kind,
            re.compile(
                r"\b(?:" + "|".join(sorted(map(re.escape, words[kind]), key=len, reverse=True)) + r")\b", re.IGNORECASE
            ),
        )
        for kind in order
    )


def event_of(annotated: Annotated, counted: Counted, harm: Harm, sentence: Sentence) -> tuple[EventKind, str]:
    """The kind and why."""
    if harm.measure is Measure.EXECUTED:
        return EventKind.EXECUTION, "People were executed."
    text = annotated.text
    words = sentence.span.of(text)
    if _is_cumulative(words, counted):
        return EventKind.CUMULATIVE, "The toll covers a stretch of time, not one happening."
    near = _nearest(text, sentence.span, counted.span)
    if near is not None and near[0] is not EventKind.OTHER:
        return near[0], f'"{near[1]}" beside the figure.'
    for back in (1, 2):
        if sentence.i - back < 0:
            break
        before = annotated.sentences[sentence.i - back].span
        found = _nearest(text, before, Span(before.end, before.end))
        if found is not None and (near is None or found[0] is not EventKind.OTHER) and near is None:
            return found[0], f'"{found[1]}" in the sentence before.'
    if near is not None:
        return near[0], f'"{near[1]}" beside the figure.'
    lead = annotated.sentences[0].span if annotated.sentences else sentence.span
    found = _nearest(text, lead, Span(lead.start, lead.start))
    if found is not None:
        return found[0], f'"{found[1]}" at the head of the report.'
    title = annotated.report.title or ""
    found = _nearest(title, Span(0, len(title)), Span(0, 0))
    if found is not None:
        return found[0], f'"{found[1]}" in the title.'
    return EventKind.OTHER, "No word names the kind of happening."


def _is_cumulative(words: str, counted: Counted) -> bool:
    size = counted.figure.low or counted.figure.high or 0
    if _WAR.search(words) and (size >= 1000 or _SPAN.search(words)) and size >= 50:
        return True
    return bool(_SPAN.search(words)) and size >= 100 and not re.search(r"\bhas (?:killed|left|claimed)\b", words)


def _nearest(text: str, area: Span, figure: Span) -> tuple[EventKind, str] | None:
    """The event word nearest to the figure; earlier kinds of the vocabulary win ties."""
    best: tuple[int, int, EventKind, str] | None = None
    for rank, (kind, pattern) in enumerate(_patterns()):
        for match in pattern.finditer(text, area.start, area.end):
            span = Span(match.start(), match.end())
            away = span.distance(figure)
            if kind is EventKind.OTHER:
                away += 60
            if best is None or (away, rank) < best[:2]:
                best = (away, rank, kind, match.group())
    return None if best is None else (best[2], best[3])


def vocabulary_words() -> tuple[str, ...]:
    """The words that make a toll cumulative, for the help texts."""
    return word_list("events", "cumulative")
