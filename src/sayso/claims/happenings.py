# ruff: noqa: E501  word patterns are read in one go
"""What kind of happening did the harm: words around the figure, then the sentences before, then the report's title."""

import re
from functools import cache

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
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
    words = sentence.span.of(annotated.text)
    if _is_cumulative(words, counted):
        return EventKind.CUMULATIVE, "The toll covers a stretch of time, not one happening."
    near = _nearest(annotated.text, sentence.span, counted.span)
    if harm.measure in _TAKEN:
        kind = near[0] if near is not None and near[0] in (EventKind.CLASH, EventKind.SIEGE) else EventKind.OTHER
        return kind, "People were taken or held."
    if near is not None and near[0] not in _WEAK:
        return _air_or_ground(annotated, sentence, near), f'"{near[1]}" beside the figure.'
    elsewhere = _in_neighbours(annotated, sentence) or _in_title(annotated)
    if elsewhere is not None and elsewhere[0] is EventKind.EXECUTION:
        elsewhere = None
    if near is not None and (elsewhere is None or near[0] is EventKind.CLASH or elsewhere[0] in _WEAK):
        return near[0], f'"{near[1]}" beside the figure.'
    if elsewhere is not None and (near is None or _is_vague(near[1])):
        return _air_or_ground(annotated, sentence, elsewhere), f'"{elsewhere[1]}", where the report tells of it.'
    if near is not None:
        return near[0], f'"{near[1]}" beside the figure.'
    return EventKind.OTHER, "No word names the kind of happening."


_TAKEN = frozenset({Measure.DETAINED, Measure.ABDUCTED})
_WEAK = frozenset({EventKind.OTHER, EventKind.CLASH, EventKind.SIEGE})
_VAGUE = frozenset(
    [
        "murder",
        "capture",
        "captured",
        "detain",
        "detained",
        "arrest",
        "arrested",
        "storm",
        "flee",
        "fled",
        "displace",
        "displaced",
        "evacuate",
        "evacuated",
        "fire",
    ]
)
_AIR = re.compile(
    r"\b(?:air[ -]?(?:strikes?|raids?|force|attacks?|bombardments?)|airstrikes?|warplanes?|jets?|planes?|helicopters?|aircraft|aerial|drones?|bombers?(?= planes?)|air)\b",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"\b(?:car|truck|suicide|vehicle|belt|ied|improvised|booby|roadside|motorcycle|blast|explosions?|device|bomber|petrol|technician|squad|disposal|detonat\w+)\b",
    re.IGNORECASE,
)


def _is_vague(word: str) -> bool:
    return word.lower() in _VAGUE


def _air_or_ground(annotated: Annotated, sentence: Sentence, found: tuple[EventKind, str]) -> EventKind:
    """ "bombing" is from the air where the words around speak of aircraft and of no bomb on the ground."""
    if found[0] is not EventKind.BOMBING or not re.fullmatch(r"bomb(?:s|ed|ing|ings)?", found[1], re.IGNORECASE):
        return found[0]
    words = sentence.span.of(annotated.text)
    if _GROUND.search(words):
        return EventKind.BOMBING
    if _AIR.search(words) or re.search(r"\b(?:barrel|cluster)\b", words, re.IGNORECASE):
        return EventKind.AIRSTRIKE
    head = annotated.text[: annotated.sentences[min(3, len(annotated.sentences) - 1)].span.end]
    return EventKind.AIRSTRIKE if _AIR.search(head) and not _GROUND.search(head) else EventKind.BOMBING


def _in_neighbours(annotated: Annotated, sentence: Sentence) -> tuple[EventKind, str] | None:
    """The word of a plain kind in the sentence before, after, or at the report's head."""
    listed = annotated.sentences
    order = [sentence.i - 1, sentence.i + 1, sentence.i - 2, 0, 1]
    weak = None
    for i in order:
        if not 0 <= i < len(listed) or i == sentence.i:
            continue
        span = listed[i].span
        edge = span.end if i < sentence.i else span.start
        found = _nearest(annotated.text, span, Span(edge, edge))
        if found is not None and found[0] not in _WEAK:
            return found
        weak = weak or found
    return weak


def _in_title(annotated: Annotated) -> tuple[EventKind, str] | None:
    title = annotated.report.title or ""
    return _nearest(title, Span(0, len(title)), Span(0, 0))


def _is_cumulative(words: str, counted: Counted) -> bool:
    size = counted.figure.low or counted.figure.high or 0
    if _WAR.search(words) and (size >= 1000 or _SPAN.search(words)) and size >= 50:
        return True
    if _STRETCH.search(words) and size >= 10:
        return True
    return bool(_SPAN.search(words)) and size >= 100 and not re.search(r"\bhas (?:killed|left|claimed)\b", words)


_HANDICAP = {EventKind.OTHER: 80, EventKind.CLASH: 50, EventKind.SIEGE: 80}
_STRETCH = re.compile(
    r"\b(?:in|over|during|within|for|throughout) (?:the )?(?:past|last) (?:(?!24\b|48\b|few hours)[\w-]+ )?(?:days|weeks?|months?|years?)\b|\b(?:so far )?this (?:year|month)\b|\bin recent (?:days|weeks|months|years)\b"
    r"|\bsince (?:the )?(?:start|beginning|outbreak|onset|launch|began|it began|early|late|last|[A-Z][a-z]+ \d|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|\bin (?:one|two|three|four|five|six|a) (?:weeks?|months?|years?)\b|\b(?:bombing|air|military) campaign\b|\bthe month of\b|\bduring (?:the )?(?:first|last|month|war)\b",
    re.IGNORECASE,
)


def _nearest(text: str, area: Span, figure: Span) -> tuple[EventKind, str] | None:
    """The event word nearest to the figure; earlier kinds of the vocabulary win ties."""
    best: tuple[int, int, EventKind, str] | None = None
    for rank, (kind, pattern) in enumerate(_patterns()):
        for match in pattern.finditer(text, area.start, area.end):
            span = Span(match.start(), match.end())
            away = span.distance(figure)
            away += _HANDICAP.get(kind, 0)
            if best is None or (away, rank) < best[:2]:
                best = (away, rank, kind, match.group())
    return None if best is None else (best[2], best[3])


def vocabulary_words() -> tuple[str, ...]:
    """The words that make a toll cumulative, for the help texts."""
    return word_list("events", "cumulative")
