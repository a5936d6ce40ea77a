"""Numbers that go on with a count given before: "the ministry sticks to 27", "up from 38", "19 were found by dawn"."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.subsets import Read
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, Measure, Sentence

_FILE = "harm_patterns"
_REACH = 3
"""Sentences back in which the count must stand that a number goes on with. Source: our choice."""
_COUNTED = frozenset({Measure.KILLED, Measure.INJURED, Measure.KILLED_OR_INJURED, Measure.EXECUTED, Measure.MISSING})


def rival_count(annotated: Annotated, counted: Counted, read: list[Read], sentence: Sentence) -> Harm | None:
    """What a number without a word of harm counts where it goes on with an earlier count; None where it does not."""
    if counted.pronoun or counted.implied or counted.figure.high == 0:
        return None
    text = annotated.text
    before = text[sentence.span.start : counted.span.start]
    after = text[counted.span.end : sentence.span.end]
    bare = counted.noun is None and word_pattern(_FILE, "ends").match(after) is not None
    if not bare and not (counted.noun is None and word_pattern(_FILE, "found").match(after)) and not counted.known:
        return None
    here = [n for n, (c, _, _) in enumerate(read) if c.first >= sentence.first]
    told = _compared(text, before, counted, read, here) if bare else None
    return told or _by_another(annotated, before, after, counted, read, sentence) or _found(annotated, after, sentence)


def _compared(text: str, before: str, counted: Counted, read: list[Read], here: list[int]) -> Harm | None:
    """ "47, up from 38", "31 dead, the army 12": the measure of the figure before it in the sentence."""
    if not here:
        return None
    near = read[here[-1]]
    between = text[near[0].span.end : counted.span.start]
    compared = word_pattern(_FILE, "compared").search(before)
    if not compared and not any(word_pattern(_FILE, key).match(between) for key in ("from_before", "elided")):
        return None
    if near[0].implied:
        return None
    return _like(near, text)


def _by_another(
    annotated: Annotated, before: str, after: str, counted: Counted, read: list[Read], sentence: Sentence
) -> Harm | None:
    """ "The ministry speaks of 27": the measure of the count that was given last."""
    named = counted.noun is not None
    said = word_pattern(_FILE, "rival").search(before)
    if said is None and word_pattern(_FILE, "in_a_bulletin").match(after):
        said = word_pattern(_FILE, "rival_bulletin").search(before)
    if said is None or (named and not said.group().lower().startswith(("speak", "spoke", "talk"))):
        return None
    if not named and word_pattern(_FILE, "ends").match(after) is None:
        return None
    first = annotated.sentences[max(0, sentence.i - _REACH)].first
    wholes = [r for r in read if r[2] is None and r[0].first >= first and not r[0].implied and r[0].figure.high != 0]
    if wholes:
        last = annotated.tokens[wholes[-1][0].first].sentence
        beside = [r for r in wholes if annotated.tokens[r[0].first].sentence == last]
        return _like(next((r for r in beside if r[1].measure in _COUNTED), beside[-1]), annotated.text)
    question = word_pattern(_FILE, "how_many_dead").search(_around(annotated, sentence))
    return Harm(Measure.KILLED, counted.number, f'It answers "{question.group()}".') if question else None


def _found(annotated: Annotated, after: str, sentence: Sentence) -> Harm | None:
    """ "The dead keep washing up. 34 were found by dawn"."""
    found = word_pattern(_FILE, "found").match(after)
    dead = word_pattern(_FILE, "the_dead").search(_around(annotated, sentence))
    if not found or not dead:
        return None
    at = annotated.tokens_in(sentence.span)[0].i
    return Harm(Measure.KILLED, at, f'"{dead.group()}" says who "{found.group().strip()}".')


def _around(annotated: Annotated, sentence: Sentence) -> str:
    """The sentence with the one before it."""
    first = annotated.sentences[sentence.i - 1] if sentence.i else sentence
    return annotated.text[first.span.start : sentence.span.end]


def _like(told: Read, text: str) -> Harm:
    words = told[0].span.of(text)
    return Harm(
        told[1].measure, told[1].trigger, f'It goes on with the count of "{words}".', told[1].agent, told[1].passive
    )
