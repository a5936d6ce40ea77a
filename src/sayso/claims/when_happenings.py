"""The happenings that a report dates ("Saturday's bombing", "a quake on Sunday"), to be met again without their day."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.knowledge.times_words import happening_nouns, times_set
from sayso.model import Annotated, Interval, Span, Token

_WITHIN = frozenset(["poss", "compound", "nmod", "amod", "prep", "pobj", "npadvmod", "advmod", "nummod", "det", "case"])
"""Relations that keep a time inside of the noun phrase that it dates."""
_POINTING = frozenset(["the", "that", "this"])
_CLIMB = 12


def happening_dated_by(annotated: Annotated, time: Span) -> Token | None:
    """The noun of a happening in whose phrase the time stands: "Saturday's bombing", "the floods of June"."""
    tokens = annotated.tokens_in(time)
    if not tokens:
        return None
    token = tokens[-1]
    for _ in range(_CLIMB):
        if token.pos == "NOUN" and token.lemma in happening_nouns():
            return token
        if token.head == token.i or token.dep not in _WITHIN:
            return None
        token = annotated.tokens[token.head]
    return None


@dataclass
class Dated:
    """The happenings of a report with their days, in the order of their telling."""

    annotated: Annotated
    _days: dict[str, list[Interval]] = field(default_factory=dict)
    _times: dict[int, Span] = field(default_factory=dict)
    """The time of each noun that was dated, by the noun's token."""

    def keep(self, time: Span, day: Interval) -> None:
        """Keep the day for the happening that the time dates: the noun around it, else the subject of its verb."""
        noun = happening_dated_by(self.annotated, time) or self._told_by_verb(time)
        if noun is not None:
            self._times[noun.i] = time
            days = self._days.setdefault(happening_nouns()[noun.lemma], [])
            if day not in days:
                days.append(day)

    def is_dated(self, noun: Token) -> bool:
        """The noun has a time of its own."""
        return noun.i in self._times

    def met_again(self, trigger: int, within: Span, is_anothers: Callable[[Span], bool]) -> tuple[Interval, str] | None:
        """The day of the happening that the clause of a harm points at ("the first quake"), and its words.

        `is_anothers` tells of a time in the sentence whether it belongs to another figure.
        """
        if not self._days:
            return None
        for token in self.annotated.tokens_in(within):
            if token.i in self._times and is_anothers(self._times[token.i]):
                continue
            kind = happening_nouns().get(token.lemma) if token.pos == "NOUN" else None
            if kind in self._days and self._is_near(token, trigger):
                day = self._chosen(token, self._days[kind])
                if day is not None:
                    return day, token.text
        return None

    def _told_by_verb(self, time: Span) -> Token | None:
        """ "a quake shook the valley on Sunday"."""
        tokens = self.annotated.tokens_in(time)
        verb = self._verb_above(tokens[-1]) if tokens else None
        if verb is None:
            return None
        for child in self.annotated.children(verb.i):
            if child.dep in {"nsubj", "nsubjpass"} and child.lemma in happening_nouns():
                return child
        return None

    def _verb_above(self, token: Token) -> Token | None:
        for _ in range(_CLIMB):
            if token.pos in {"VERB", "AUX"}:
                return token
            if token.head == token.i:
                return None
            token = self.annotated.tokens[token.head]
        return None

    def _is_near(self, noun: Token, trigger: int) -> bool:
        """The noun is pointed at as known, and its verb is that of the harm or one around it."""
        words = {child.lower for child in self.annotated.children(noun.i)}
        if not words & (_POINTING | times_set("earlier_ones") | times_set("later_ones")):
            return False
        verb = self._verb_above(noun)
        harm = self.annotated.tokens[trigger]
        if verb is None or self._verb_above(harm) is None:
            return False
        return verb == self._verb_above(harm) or verb.i in self._above(harm)

    def _above(self, token: Token) -> list[int]:
        found: list[int] = []
        while token.head != token.i and len(found) < _CLIMB:
            token = self.annotated.tokens[token.head]
            found.append(token.i)
        return found

    def _chosen(self, noun: Token, days: list[Interval]) -> Interval | None:
        """The day; of several the earliest or latest where a word tells which, else none."""
        words = {child.lower for child in self.annotated.children(noun.i)}
        ordered = sorted((d for d in days if d.first and d.last), key=lambda d: (d.first, d.last))
        if not ordered:
            return None
        if words & times_set("earlier_ones"):
            return ordered[0]
        if words & times_set("later_ones"):
            return ordered[-1]
        return ordered[0] if len(ordered) == 1 else None
