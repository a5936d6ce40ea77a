"""Which group each figure counts; a number without a word of its own takes that of the people told before."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.counted import candidates
from sayso.claims.counted_types import Counted
from sayso.claims.figures import FigureRead
from sayso.claims.happening_rules import HURT
from sayso.claims.lexicon import lexicon
from sayso.claims.people import group_of, is_open, opening_group
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, Group

_PLAIN = frozenset({Group.CIVILIAN, Group.COMBATANT})
_SILENT = frozenset({Group.UNSPECIFIED, Group.CIVILIAN})
"""Groups that a number of the next sentence does not take over: it may count anybody."""
_BACK = 2
"""Sentences before in which the people counted may stand. Source: our choice."""
_OPENING = 3
"""Tokens of a sentence before its number, at most, where the number itself is what it tells of."""
_BEFORE, _AFTER = 70, 40
"""Code points around a number in which the side shows whose loss it is. Source: our choice."""


@dataclass(frozen=True)
class Grouped:
    """A group, why, and whose it is where another figure gave it."""

    group: Group
    reason: str
    like: int | None = None
    """Index of the figure that counts the same people."""


def groups_of(annotated: Annotated, figures: Sequence[FigureRead]) -> tuple[Grouped, ...]:
    """The group of each figure, in order."""
    found: list[Grouped] = []
    for at, figure in enumerate(figures):
        group, reason = group_of(annotated, figure.counted)
        told = Grouped(group, reason)
        if group is Group.UNSPECIFIED and is_open(annotated, figure.counted):
            told = _inherited(annotated, figures, found, at) or told
        if told.group is Group.UNSPECIFIED and figure.harm.measure in HURT:
            told = _own_loss(annotated, figure.counted) or told
        found.append(told)
    return tuple(found)


def _inherited(
    annotated: Annotated, figures: Sequence[FigureRead], found: Sequence[Grouped], at: int
) -> Grouped | None:
    """What is known of the people that an open number counts: told behind it, of its whole, beside it, or before."""
    figure = figures[at]
    counted = figure.counted
    behind = _told_behind(annotated, counted)
    if behind is not None:
        return behind
    here = [n for n in range(at) if figures[n].sentence.i == figure.sentence.i]
    wholes = [n for n in here if figures[n].whole is None]
    before = figure.whole if figure.whole is not None else wholes[-1] if wholes else here[-1] if here else None
    if before is None:
        opening = opening_group(annotated, counted)
        if opening is not Group.UNSPECIFIED:
            return Grouped(opening, "The sentence opens with who is counted.")
        return _told_here(annotated, counted) or _told_before(annotated, counted)
    group = found[before].group
    if group in _PLAIN or (
        group is not Group.UNSPECIFIED and _is_of(annotated, figure, figures[before], figure.whole == before)
    ):
        return Grouped(group, "It counts the people of the figure before.", before)
    return None


def _is_of(annotated: Annotated, figure: FigureRead, before: FigureRead, is_part: bool) -> bool:
    """ "Five children were hurt, two of them badly, one of them ...", "a nurse and another": fewer, or one more."""
    counted, low = figure.counted, figure.counted.figure.low or 0
    if counted.pronoun:
        return is_part
    if counted.noun is not None:
        return False
    if 0 < low < (before.counted.figure.low or 0):
        return True
    one_more = low == 1 == counted.figure.high
    return one_more and counted.span.of(annotated.text).lower().startswith(("a ", "another"))


def _told_behind(annotated: Annotated, counted: Counted) -> Grouped | None:
    """ "One, an infant, ...", "five in under-fives", "1 injured (a girl of 11)"."""
    sentence = annotated.sentences[annotated.tokens[counted.first].sentence]
    behind = word_pattern("people_patterns", "told_behind").match(annotated.text[counted.span.end : sentence.span.end])
    if behind is None:
        return None
    for word in reversed(behind.group().lower().replace("-", " ").split()):
        bare = word.strip("(),;.")
        group = Group.CHILD if bare in {"fives", "minors"} else lexicon().groups.get(bare)
        if group is not None and group is not Group.UNSPECIFIED:
            return Grouped(group, f'"{bare}" names the group.')
    return None


def _told_here(annotated: Annotated, counted: Counted) -> Grouped | None:
    """ "Six babies have been born, one has died": some of those whom a larger number counted in the sentence."""
    sentence = annotated.sentences[annotated.tokens[counted.first].sentence]
    ahead = [c for c in candidates(annotated, sentence) if c.last <= counted.first]
    if not ahead or not counted.figure.low or (ahead[-1].figure.low or 0) <= counted.figure.low:
        return None
    group = group_of(annotated, ahead[-1])[0]
    words = ahead[-1].span.of(annotated.text)
    return Grouped(group, f'It counts some of "{words}".') if group not in _SILENT else None


def _told_before(annotated: Annotated, counted: Counted) -> Grouped | None:
    """ "It took in 412 children. Thirty-one did not survive": a number that opens its sentence counts some of those
    whom a larger number counted just before."""
    sentence = annotated.sentences[annotated.tokens[counted.first].sentence]
    if counted.first - sentence.first > _OPENING and not counted.pronoun:
        return None
    low = counted.figure.low
    if not low:
        return None
    for i in range(sentence.i - 1, max(-1, sentence.i - 1 - _BACK), -1):
        larger = [c for c in candidates(annotated, annotated.sentences[i]) if (c.figure.low or 0) > low]
        if larger:
            group = group_of(annotated, larger[-1])[0]
            who = larger[-1].span.of(annotated.text)
            return Grouped(group, f'It counts some of "{who}".') if group not in _SILENT else None
    return None


def _own_loss(annotated: Annotated, counted: Counted) -> Grouped | None:
    """ "Its own losses were three", "the army lost four men": what a force says of its own, or of its enemy."""
    sentence = annotated.sentences[annotated.tokens[counted.first].sentence]
    start, end = (
        max(sentence.span.start, counted.span.start - _BEFORE),
        min(sentence.span.end, counted.span.end + _AFTER),
    )
    ahead, behind = annotated.text[start : counted.span.start], annotated.text[counted.span.start : end]
    told = _search("own_losses_before", ahead) or _search("own_losses_behind", behind)
    if told is None and _search("own_martyrs", behind) and _names_a_force(annotated, sentence.first, counted.first):
        told = "martyrs"
    return Grouped(Group.COMBATANT, f'"{told}": the losses of a force.') if told else None


def _search(pattern: str, text: str) -> str | None:
    found = word_pattern("people_patterns", pattern).search(text)
    return found.group().strip() if found else None


def _names_a_force(annotated: Annotated, first: int, last: int) -> bool:
    return any(t.lower in lexicon().armed and t.text[:1].isupper() for t in annotated.tokens[first:last])
