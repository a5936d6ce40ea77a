# ruff: noqa: E501  word patterns are read in one go
"""What kind of happening did the harm: words around the figure, then the sentences before, then the report's title."""

import re
from collections import Counter
from functools import cache

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.lexicon import lexicon, plural, verb_forms
from sayso.claims.people import group_of
from sayso.knowledge.times import find_times
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, EventKind, Group, Measure, Sentence, Span

_WAR = re.compile(
    r"\b(?:war|conflict|uprising|revolt|revolution|insurgency|crackdown|unrest|crisis|civil war)\b", re.IGNORECASE
)
_SPAN = re.compile(
    r"\bsince\b|\bso far\b|\b(?:this|last|past) (?:year|month|week)\b|\b(?:in|over|during|within|for) the (?:past|last)\b(?! day\b| 24)|\bin (?:recent|two|three|four|five|six|seven|\d+) (?:days|weeks|months|years)\b"
    r"|\b(?:years|months|weeks|days) of\b|\b(?:year|month|week|day)-long\b|\bcampaign\b|\bin total\b|\b(?:\w+[- ]year(?:-old|-long)?|civil) (?:war|conflict)\b|\b(?:in|during|since|by|of) the (?:[\w-]+ ){0,2}(?:war|conflict|uprising)\b(?!-)"
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
    if _is_cumulative(words, counted, harm.measure):
        return EventKind.CUMULATIVE, "The toll covers a stretch of time, not one happening."
    near = _nearest(annotated.text, sentence.span, counted.span)
    if harm.measure in _GONE:
        return _of_the_gone(annotated, sentence, counted, harm.measure, near)
    if harm.measure in _TAKEN:
        kind = near[0] if near is not None and near[0] in (EventKind.CLASH, EventKind.SIEGE) else EventKind.OTHER
        return kind, "People were taken or held."
    if _SHOT_DOWN.search(words) and near is not None and near[0] in (EventKind.SHOOTING, EventKind.AIRSTRIKE):
        return EventKind.OTHER, "An aircraft came down."
    if near is not None and near[0] not in _WEAK:
        return _air_or_ground(annotated, sentence, near), f'"{near[1]}" beside the figure.'
    if near is not None and near[0] is EventKind.CLASH and _AIR_FORCE.search(words):
        return EventKind.AIRSTRIKE, "Aircraft are said to have done it."
    elsewhere = _in_neighbours(annotated, sentence) or _in_title(annotated)
    if elsewhere is None or elsewhere[0] in _WEAK:
        elsewhere = _in_title(annotated) or elsewhere or _throughout(annotated)
    if elsewhere is not None and elsewhere[0] is EventKind.EXECUTION:
        elsewhere = None
    if near is not None and (elsewhere is None or near[0] is EventKind.CLASH or elsewhere[0] in _WEAK):
        return near[0], f'"{near[1]}" beside the figure.'
    if elsewhere is not None and (near is None or _is_vague(near[1])):
        return _air_or_ground(annotated, sentence, elsewhere), f'"{elsewhere[1]}", where the report tells of it.'
    if near is not None:
        return near[0], f'"{near[1]}" beside the figure.'
    if group_of(annotated, counted)[0] is Group.COMBATANT and harm.measure in _HURT:
        return EventKind.CLASH, "Fighters were harmed, and no word names how."
    return EventKind.OTHER, "No word names the kind of happening."


_GONE = frozenset({Measure.DISPLACED, Measure.EVACUATED})
_DEAL = re.compile(
    r"\b(?:deal|agreement|besieged|siege|truce|ceasefire|surrender\w*|reconciliation|green buses)\b", re.IGNORECASE
)
_MANY = 200


def _of_the_gone(
    annotated: Annotated, sentence: Sentence, counted: Counted, measure: Measure, near: tuple[EventKind, str] | None
) -> tuple[EventKind, str]:
    """What people left for: a deal that ends a siege, a disaster, or a war that drove many out over time."""
    listed = annotated.sentences
    words = sentence.span.of(annotated.text)
    around = annotated.text[listed[max(0, sentence.i - 1)].span.start : sentence.span.end]
    if _DISASTER.search(words):
        return EventKind.OTHER, "A disaster drove them out."
    if _DEAL.search(around if measure is Measure.EVACUATED else words):
        return EventKind.SIEGE, "They left under a deal or out of a siege."
    if near is not None and near[0] is EventKind.SIEGE:
        return EventKind.SIEGE, f'"{near[1]}" beside the figure.'
    dated = bool(find_times(annotated.text, sentence.span)) and not _STRETCH.search(words)
    if (counted.figure.low or 0) >= _MANY and not dated and (near is None or near[0] in _WEAK):
        return EventKind.CUMULATIVE, "Many were driven out over a stretch of time."
    return (
        (near[0], f'"{near[1]}" beside the figure.')
        if near
        else (EventKind.OTHER, "No word names the kind of happening.")
    )


_TAKEN = frozenset({Measure.DETAINED, Measure.ABDUCTED})
_HURT = frozenset({Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED})
_AIR_FORCE = re.compile(
    r"\b(?:warplanes?|war ?planes|fighter jets?|air ?strikes?|air ?raids?|bombers|drones?|(?:air|aerospace) forces?)\b",
    re.IGNORECASE,
)
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


def _throughout(annotated: Annotated) -> tuple[EventKind, str] | None:
    """The plain kind that a report speaks of most."""
    counts: Counter[EventKind] = Counter()
    words: dict[EventKind, str] = {}
    for _, kind, span in _event_words(annotated.text, Span(0, len(annotated.text))):
        if kind not in _WEAK:
            counts[kind] += 1
            words.setdefault(kind, span.of(annotated.text))
    best = max(counts, key=lambda kind: (counts[kind], kind.value), default=None)
    return (best, words[best]) if best is not None else None


def _in_title(annotated: Annotated) -> tuple[EventKind, str] | None:
    title = annotated.report.title or ""
    return _nearest(title, Span(0, len(title)), Span(0, 0))


def _is_cumulative(words: str, counted: Counted, measure: Measure) -> bool:
    size = counted.figure.low or counted.figure.high or 0
    if _DISASTER.search(words):
        return False
    if size < _HUGE and _GAS.search(words) and not _STRETCH.search(words):
        return False
    if (size >= _HUGE and measure in _HURT) or (size >= _LARGE and _PERFECT.search(words)):
        return True
    if _WAR.search(words) and (size >= 1000 or _SPAN.search(words)) and size >= 50:
        return True
    if (_STRETCH.search(words) or _LASTING.search(words)) and size >= 10:
        return True
    return bool(_SPAN.search(words)) and size >= 100 and not re.search(r"\bhas (?:killed|left|claimed)\b", words)


_LASTING = re.compile(
    r"\b(?:battles?|campaign|offensive|violence|siege)\b[^.]{0,60}\b(?:has|have) (?:killed|left|claimed|cost|displaced|forced|taken)\b|\buntil now\b|\bsince (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:week|month|year)s?-(?:old|long)\b",
    re.IGNORECASE,
)
_GAS = re.compile(r"\b(?:gas|chemical|sarin|chlorine)\b", re.IGNORECASE)
_SHOT_DOWN = re.compile(r"\b(?:shot|shoot\w*|brought) down\b|\bdown(?:ed|ing)\b|\bcrash(?:ed|es)?\b", re.IGNORECASE)
_HUGE = 5000
"""Dead or wounded whom no single attack has made in the wars that the vocabulary is for. Source: our choice."""
_LARGE = 1000
_PERFECT = re.compile(
    r"\b(?:has|have) (?:\w+ )?(?:been |cost |claimed |taken |killed |left |lost |died)", re.IGNORECASE
)
_HANDICAP = {EventKind.OTHER: 80, EventKind.CLASH: 50, EventKind.SIEGE: 80, EventKind.SHELLING: 12}
_STRETCH = re.compile(
    r"\b(?:in|over|during|within|for|throughout) (?:the )?(?:past|last) (?:(?!24\b|48\b|few hours)[\w-]+ )?(?:days|weeks?|months?|years?)\b|\b(?:so far )?this (?:year|month)\b|\bin recent (?:days|weeks|months|years)\b"
    r"|\bsince (?:the )?(?:start|beginning|outbreak|onset|launch|began|it began|early|late|last|[A-Z][a-z]+ \d|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|\bin (?:one|two|three|four|five|six|a) (?:weeks?|months?|years?)\b|\b(?:bombing|air|military) campaign\b|\bsince (?:the )?[^.,]{0,60}\b(?:began|started|launched|erupted|broke out)\b|^In (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})? |\bthe month of\b|\bduring (?:the )?(?:first|last|month|war)\b",
    re.IGNORECASE,
)


def _nearest(text: str, area: Span, figure: Span) -> tuple[EventKind, str] | None:
    """The event word nearest to the figure; earlier kinds of the vocabulary win ties."""
    best: tuple[int, int, EventKind, str] | None = None
    for rank, kind, span in _event_words(text, area):
        away = span.distance(figure) + _HANDICAP.get(kind, 0)
        if best is None or (away, rank) < best[:2]:
            best = (away, rank, kind, span.of(text))
    return None if best is None else (best[2], best[3])


def _event_words(text: str, area: Span) -> list[tuple[int, EventKind, Span]]:
    """The words of happenings in a stretch; of those inside one another the longest ("rocket bomb", not "bomb")."""
    disaster = bool(_DISASTER.search(text, area.start, area.end))
    found = [
        (rank, kind, Span(match.start(), match.end()))
        for rank, (kind, pattern) in enumerate(_patterns())
        for match in pattern.finditer(text, area.start, area.end)
        if not (_STRIKE.fullmatch(match.group()) and (disaster or _NO_ATTACK.search(text[: match.start()][-24:])))
        and not _STRUCK.fullmatch(match.group())
    ]
    return [one for one in found if not any(o[2].covers(one[2]) and len(o[2]) > len(one[2]) for o in found)]


def kinds_in(text: str, area: Span) -> frozenset[EventKind]:
    """The plain kinds of happening that a stretch of text names."""
    return frozenset(kind for _, kind, _ in _event_words(text, area) if kind not in _WEAK)


_DISASTER = re.compile(
    r"\b(?:earthquakes?|quakes?|tremors?|tsunamis?|hurricanes?|cyclones?|typhoons?|floods?|flooding|tornado(?:es)?|storms?|landslides?|mudslides?|magnitude|aftershocks?|lightning|avalanches?|eruption|volcano)\b",
    re.IGNORECASE,
)
_STRIKE = re.compile(r"str(?:ikes?|iking|uck|icken)|hits?|blasts?|raids?", re.IGNORECASE)
_STRUCK = re.compile(r"str(?:uck|icken|iking)", re.IGNORECASE)
_NO_ATTACK = re.compile(r"\b(?:general|hunger|labou?r|rail|bus|teachers?['’]?|workers?['’]?|on) $", re.IGNORECASE)


def vocabulary_words() -> tuple[str, ...]:
    """The words that make a toll cumulative, for the help texts."""
    return word_list("events", "cumulative")
