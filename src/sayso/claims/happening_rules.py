"""What kind of happening did the harm, by rules: words by the figure, then in the sentences around, then the title."""

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from sayso.claims.counted_types import Counted
from sayso.claims.doers import doers_of
from sayso.claims.happening_words import HappeningWords, Hit, nearest
from sayso.claims.harm_words import Harm
from sayso.claims.lexicon import lexicon
from sayso.claims.people import group_of
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.times import find_times
from sayso.model import Annotated, EventKind, Group, Measure, Sentence, Span

_CARRIERS = frozenset({EventKind.AIRSTRIKE, EventKind.SHELLING, EventKind.BOMBING})
_ONLY_HURT = frozenset({EventKind.LANDMINE, EventKind.EXECUTION})
_FOUGHT = frozenset({EventKind.CLASH, EventKind.SIEGE})
GONE = frozenset({Measure.DISPLACED, Measure.EVACUATED})
TAKEN = frozenset({Measure.DETAINED, Measure.ABDUCTED})
HURT = frozenset({Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED})
_UNNAMED = "No word names the kind of happening."
_HUGE = 5000
"""Dead or wounded whom no single attack has made in the wars that the vocabulary is for. Source: our choice."""
_LARGE = 1000
_SEVERAL = 10
"""Fewer have been harmed at once more often than over weeks. Source: our choice."""
_FEW = 2
"""From so many on, a count kept for a year or season is no single happening. Source: our choice."""
_MANY = 200
"""From so many on, people who left without a day were driven out over time. Source: our choice."""
_BY_MINES = 50
"""More than the dead and wounded of one mine. Source: our choice; a vehicle full of people is the worst case."""


class Ruling(NamedTuple):
    """The kind of a happening by rule."""

    kind: EventKind
    reason: str
    firm: bool = True
    """The figure's own sentence gives it."""
    sure: bool = False
    """What such a happening is called is settled: nothing else is weighed."""


def event_by_rule(words: HappeningWords, counted: Counted, harm: Harm, sentence: Sentence) -> Ruling:
    """The kind and why."""
    annotated = words.annotated
    text = sentence.span.of(annotated.text)
    if harm.measure is Measure.EXECUTED and not is_cumulative(text, counted, harm.measure):
        return Ruling(EventKind.EXECUTION, "People were executed.", sure=True)
    if harm.measure is Measure.BESIEGED:
        return Ruling(EventKind.SIEGE, "People were besieged.", sure=True)
    if is_cumulative(text, counted, harm.measure, disaster=words.is_disaster):
        return Ruling(EventKind.CUMULATIVE, "The toll covers a stretch of time, not one happening.")
    near = nearest(_open_to(harm, words.of_sentence(sentence.i)), counted.span)
    if near is not None and near.kind is EventKind.LANDMINE and (counted.figure.low or 0) >= _BY_MINES:
        return Ruling(EventKind.CUMULATIVE, "So many are not hurt by one mine.", sure=True)
    if harm.measure in GONE:
        return _of_the_gone(words, sentence, counted, harm.measure, near)
    if harm.measure in TAKEN:
        fought = near is not None and near.kind in _FOUGHT and not says("raid", near.word)
        kind = near.kind if near is not None and fought else EventKind.OTHER
        return Ruling(kind, "People were taken or held.", sure=True)
    if says("shot_down", text) and near is not None and near.kind in (EventKind.SHOOTING, EventKind.AIRSTRIKE):
        return Ruling(EventKind.OTHER, "An aircraft came down.")
    gas = _gas_beside(words, sentence, harm, near)
    if gas is not None:
        return Ruling(EventKind.CHEMICAL, _beside(gas))
    if (near is None or near.weak) and _are_at_war(annotated, counted, harm):
        return Ruling(EventKind.CLASH, "Armed forces are said to have done it to fighters.")
    if near is not None and not near.weak:
        return Ruling(_air_or_ground(annotated, sentence, near), _beside(near))
    if near is not None and near.kind is EventKind.CLASH and says("air_force", text):
        return Ruling(EventKind.AIRSTRIKE, "Aircraft are said to have done it.")
    return _from_elsewhere(words, counted, harm, sentence, near)


def _open_to(harm: Harm, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Mines and executions kill and wound: they hold nobody and drive nobody out."""
    return hits if harm.measure in HURT else tuple(hit for hit in hits if hit.kind not in _ONLY_HURT)


def _gas_beside(words: HappeningWords, sentence: Sentence, harm: Harm, near: Hit | None) -> Hit | None:
    """A word of poison in the sentence: what shells and aircraft carry, whichever of them stands nearer."""
    if harm.measure not in HURT or near is None or near.kind not in _CARRIERS:
        return None
    hits = words.of_sentence(sentence.i)
    return next((hit for hit in hits if hit.kind is EventKind.CHEMICAL), None)


def _are_at_war(annotated: Annotated, counted: Counted, harm: Harm) -> bool:
    """ "The army killed 30 militants": both sides are armed, and no weapon is named."""
    if harm.measure not in HURT or group_of(annotated, counted)[0] is not Group.COMBATANT:
        return False
    doers = doers_of(annotated, harm.trigger, passive=harm.passive)
    return any(lexicon().groups.get(doer) is Group.COMBATANT or says("forces", doer) for doer in doers)


@lru_cache(maxsize=1024)
def says(pattern: str, text: str) -> bool:
    """The words hold the named pattern of `events_patterns`."""
    return word_pattern("events_patterns", pattern).search(text) is not None


def _beside(hit: Hit) -> str:
    return f'"{hit.word}" beside the figure.'


def _from_elsewhere(
    words: HappeningWords, counted: Counted, harm: Harm, sentence: Sentence, near: Hit | None
) -> Ruling:
    """The kind where the sentence names none, or only a weak one."""
    elsewhere = _in_neighbours(words, sentence) or _in_title(words)
    if elsewhere is not None and not _open_to(harm, (elsewhere,)):
        elsewhere = None
    if elsewhere is None or elsewhere.weak:
        title = _in_title(words)
        elsewhere = title if title is not None and not title.weak else _throughout(words) or title or elsewhere
    if elsewhere is not None and elsewhere.kind is EventKind.EXECUTION:
        elsewhere = None
    if near is not None and (elsewhere is None or near.kind is EventKind.CLASH or elsewhere.weak):
        return Ruling(near.kind, _beside(near))
    vague = near is None or word_pattern("events_patterns", "vague").fullmatch(near.word) is not None
    if elsewhere is not None and vague:
        kind = _air_or_ground(words.annotated, sentence, elsewhere, around=True)
        return Ruling(kind, f'"{elsewhere.word}", where the report tells of it.', firm=False)
    if near is not None:
        return Ruling(near.kind, _beside(near))
    if group_of(words.annotated, counted)[0] is Group.COMBATANT and harm.measure in HURT:
        return Ruling(EventKind.CLASH, "Fighters were harmed, and no word names how.", firm=False)
    return Ruling(EventKind.OTHER, _UNNAMED, firm=False)


def _of_the_gone(
    told: HappeningWords, sentence: Sentence, counted: Counted, measure: Measure, near: Hit | None
) -> Ruling:
    """What people left for: a deal that ends a siege, a disaster, or a war that drove many out over time."""
    annotated = told.annotated
    listed = annotated.sentences
    words = sentence.span.of(annotated.text)
    around = annotated.text[listed[max(0, sentence.i - 1)].span.start : sentence.span.end]
    if says("disaster", words) or told.is_disaster:
        return Ruling(EventKind.OTHER, "A disaster drove them out.")
    if says("deal", around if measure is Measure.EVACUATED else words):
        return Ruling(EventKind.SIEGE, "They left under a deal or out of a siege.", sure=True)
    if near is not None and near.kind is EventKind.SIEGE:
        return Ruling(EventKind.SIEGE, _beside(near))
    elsewhere = _in_neighbours(told, sentence) if near is None or near.weak else None
    if elsewhere is not None and elsewhere.kind in _ONLY_HURT:
        elsewhere = None
    over_time = any(says(frame, words) for frame in ("war", "span", "lasting"))
    if elsewhere is not None and not elsewhere.weak and not over_time:
        return Ruling(elsewhere.kind, f'"{elsewhere.word}", where the report tells of it.', firm=False)
    dated = bool(find_times(annotated.text, sentence.span)) and not says("stretch", words)
    if says("camps", words) and (near is None or near.weak):
        return Ruling(EventKind.OTHER, "They live in camps or shelters.", firm=False)
    if (counted.figure.low or 0) >= _MANY and not dated and (near is None or near.weak):
        return Ruling(EventKind.CUMULATIVE, "Many were driven out over a stretch of time.")
    return Ruling(near.kind, _beside(near)) if near else Ruling(EventKind.OTHER, _UNNAMED, firm=False)


def _air_or_ground(annotated: Annotated, sentence: Sentence, found: Hit, *, around: bool = False) -> EventKind:
    """ "bombing" is from the air where the words around speak of aircraft and of no bomb on the ground; `around`: those
    of the sentences beside it too."""
    if found.kind is not EventKind.BOMBING:
        return found.kind
    if not word_pattern("events_patterns", "plain_bomb").fullmatch(found.word):
        return found.kind
    listed = annotated.sentences
    first, last = (max(0, sentence.i - 1), min(len(listed) - 1, sentence.i + 1)) if around else (sentence.i, sentence.i)
    words = annotated.text[listed[first].span.start : listed[last].span.end]
    if says("ground", words):
        return EventKind.BOMBING
    if says("air", words) or says("air_bomb", words):
        return EventKind.AIRSTRIKE
    head = annotated.text[: annotated.sentences[min(3, len(annotated.sentences) - 1)].span.end]
    return EventKind.AIRSTRIKE if says("air", head) and not says("ground", head) else EventKind.BOMBING


def _in_neighbours(words: HappeningWords, sentence: Sentence) -> Hit | None:
    """The word of a plain kind in the sentence before, after, or at the report's head."""
    weak = None
    for i in (sentence.i - 1, sentence.i + 1, sentence.i - 2, 0, 1):
        hits = words.of_sentence(i)
        if not hits or i == sentence.i:
            continue
        span = words.annotated.sentences[i].span
        edge = span.end if i < sentence.i else span.start
        found = nearest(hits, Span(edge, edge))
        if found is not None and not found.weak:
            return found
        weak = weak or found
    return weak


def _throughout(words: HappeningWords) -> Hit | None:
    """The plain kind that a report speaks of most, by its first word."""
    counts: Counter[EventKind] = Counter()
    first: dict[EventKind, Hit] = {}
    for hit in words.everywhere():
        if not hit.weak:
            counts[hit.kind] += 1
            first.setdefault(hit.kind, hit)
    best = max(counts, key=lambda kind: (counts[kind], kind.value), default=None)
    return first[best] if best is not None else None


def _in_title(words: HappeningWords) -> Hit | None:
    return nearest(words.of_title(), Span(0, 0))


def is_cumulative(sentence: str, counted: Counted, measure: Measure, *, disaster: bool = False) -> bool:
    """The toll is that of a campaign, season, month, battle or war, by the words of its sentence and its size."""
    size = counted.figure.low or counted.figure.high or 0
    words = word_pattern("events_patterns", "superlative").sub(" ", sentence)
    words = word_pattern("events_patterns", "dated_deed").sub(" ", words)
    if size >= _SEVERAL and (says("long_stretch", words) or says("monthly", words)):
        return True
    if _is_kept_count(words, counted, size):
        return True
    if disaster or says("disaster", words):
        return False
    stretch = says("stretch", words)
    if size < _HUGE and says("gas", words) and not stretch:
        return False
    if (size >= _HUGE and measure in HURT) or (size >= _LARGE and says("perfect", words)):
        return True
    if says("war", words) and (size >= _LARGE or says("span", words)) and size >= 50:
        return True
    if (stretch or says("lasting", words)) and size >= _SEVERAL:
        return True
    return says("span", words) and size >= 100 and not says("one_deed", words)


def _is_kept_count(words: str, counted: Counted, size: int) -> bool:
    """A count kept for months, or the growing toll of an epidemic, however small; what is added to it is none."""
    own = counted.figure.words
    if size < _FEW or says("added", own + " " + (counted.who or "")) or says("one_deed", words):
        return False
    if says("tallied", words):
        return True
    ahead, _, _ = words.partition(own)
    return says("epidemic", words) and says("running", ahead)
