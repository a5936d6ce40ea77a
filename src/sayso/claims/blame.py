"""Who is said to have done it: the agent of the words of harm, or whose attack it was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.claims.blame_agents import Agents
from sayso.claims.blame_cues import blamed_by_cue
from sayso.claims.blame_deeds import Deeds
from sayso.claims.blame_names import Names
from sayso.claims.blame_suspects import Suspects
from sayso.claims.blame_words import actors, pattern, words
from sayso.claims.counted_types import Counted
from sayso.claims.happening_words import WEAK, kinds_in, said_by
from sayso.claims.harm_words import Harm
from sayso.claims.people import group_of
from sayso.model import Annotated, EventKind, Group, Interval, Measure, Sentence, Span

_NOBODY = "Nobody is blamed for it."
_BESIDE = 2
"""Sentences after which an account of what is no attack still goes on. Source: tried on the training articles."""
_SIDES = frozenset({"ORG", "NORP", "GPE"})
_HEAD = 4
"""Sentences of a report that tell what it is about. Source: our choice."""


class _Told(NamedTuple):
    """The last deed whose doer a sentence named."""

    event: EventKind
    sentence: int
    measure: Measure
    doer: Span
    day: Interval | None


@dataclass
class Blame:
    """Who is blamed in one report, figure by figure in order."""

    annotated: Annotated
    _last: _Told | None = None
    _by_kind: dict[EventKind, _Told] = field(default_factory=dict)
    _harmed: tuple[Span, ...] = ()
    _day: Interval | None = None
    """When the harm happened that is being asked about."""
    _agents: Agents = field(init=False)
    _deeds: Deeds = field(init=False)
    _suspects: Suspects = field(init=False)
    _names: Names = field(init=False)

    def __post_init__(self) -> None:
        self._names = Names(self.annotated)
        self._suspects = Suspects(self.annotated, self._names)
        self._deeds = Deeds(self.annotated, self._names)
        self._agents = Agents(self.annotated, self._names, self._deeds)

    def tell(self, figures: Iterable[tuple[Counted, Harm]]) -> None:
        """Take all figures of the report before the first is asked for: whoever is counted as harmed did no harm.

        Those who are held may have done it.
        """
        self._harmed = tuple(counted.span for counted, harm in figures if harm.measure is not Measure.DETAINED)

    def of(
        self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind, day: Interval | None = None
    ) -> tuple[str | None, str]:
        """The words for who did it and why; None where nobody is blamed. `day`: when it happened, if known."""
        self._day = day
        if self.annotated.tokens[harm.trigger].lower in words("helped"):
            captor = self._first(counted, iter([self._agents.captor(counted)]))
            if captor is None:
                return None, "They were helped: nobody is blamed."
            return captor.of(self.annotated.text), "They were freed from those who held them."
        found, why = self._found(counted, harm, sentence, event)
        if found is None:
            return None, why
        told, named = (span.of(self.annotated.text) for span in (found, self._suspects.named(found)))
        if named != told:
            return named, f'"{named}" is charged with it; "{told}" {why}'
        return told, f'"{told}" {why}'

    def _found(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Span | None, str]:
        direct = self._first(counted, self._in_sentence(counted, harm, sentence))
        if direct is not None and event is EventKind.OTHER and self._is_accident(direct):
            return None, "A hazard or a vehicle: nobody is blamed."
        if self._is_apart(sentence):
            self._last, self._by_kind = None, {}
        if direct is not None:
            self._last = self._by_kind[event] = _Told(event, sentence.i, harm.measure, direct, self._day)
            return direct, "is said to have done it."
        found, why = self._elsewhere(counted, harm, sentence, event)
        if found is None and (found := self._spoken_of(counted, sentence, event)) is not None:
            return found, "is spoken of beside it as the one who did it."
        return found, why

    def _is_accident(self, doer: Span) -> bool:
        """ "Cyclone Maru", "a helicopter that came down": no attack was made with it."""
        told = doer.of(self.annotated.text)
        sided = any(n.label in _SIDES and n.span.overlaps(doer) for n in self.annotated.names)
        return pattern("named_hazard").search(told) is not None or (
            not sided and pattern("vehicle").search(told) is not None
        )

    def _is_apart(self, sentence: Sentence) -> bool:
        """ "Elsewhere", "in a separate attack": what was told before happened apart from it."""
        return pattern("apart_happening").search(sentence.span.of(self.annotated.text)) is not None

    def _spoken_of(self, counted: Counted, sentence: Sentence, event: EventKind) -> Span | None:
        """ "The mob", "the gunman": whom this sentence or one beside it speaks of as the doers."""
        if event is EventKind.CUMULATIVE or self._is_unknown(sentence):
            return None
        beside = self.annotated.sentences[sentence.i : sentence.i + 2]
        return self._first(counted, (self._agents.perpetrator(one) for one in beside))

    def _is_unknown(self, sentence: Sentence) -> bool:
        """The sentence or the next one says that nobody knows who did it."""
        near = self.annotated.sentences[sentence.i : sentence.i + 2]
        return any(pattern("unknown_doer").search(s.span.of(self.annotated.text)) for s in near)

    def _elsewhere(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Span | None, str]:
        """The doer whom the report names in other sentences, and why it is taken over."""
        if self._is_unknown(sentence):
            return None, "The report says that it is not known who did it."
        if event in (EventKind.CUMULATIVE, EventKind.OTHER):
            return self._of_others(counted, harm, sentence, event)
        if self._last is not None and self._goes_on(self._last, sentence, event):
            return self._unless_own(counted, self._last.doer)
        if event in self._by_kind and self._same_day(self._by_kind[event]):
            return self._unless_own(counted, self._by_kind[event].doer)
        if self._is_apart(sentence):
            return None, _NOBODY
        for other in self._told_elsewhere(sentence, event):
            found = self._first(counted, self._beside(other, counted))
            if found is not None:
                return found, "is blamed where the report tells of it."
        return None, _NOBODY

    def _unless_own(self, counted: Counted, doer: Span) -> tuple[Span | None, str]:
        """Whoever did what was told before, unless those harmed now serve them ("two soldiers died")."""
        harmed = pattern("servants").search(counted.span.of(self.annotated.text))
        if harmed is not None and pattern("masters").fullmatch(doer.of(self.annotated.text)):
            return None, "Those harmed are of the side that did what was told before."
        return doer, "is blamed where the account tells of it."

    def _of_others(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Span | None, str]:
        """For tolls over time, and what is no attack (captives were taken in one): only from the sentences beside."""
        last = self._last
        if event is EventKind.CUMULATIVE:
            return None, _NOBODY
        if last and last.event is event and last.measure is harm.measure and sentence.i - last.sentence <= _BESIDE:
            return last.doer, "is blamed where the account tells of it."
        if last and harm.measure is Measure.ABDUCTED and sentence.i - last.sentence <= _BESIDE:
            return self._unless_own(counted, last.doer)
        after = self.annotated.sentences[sentence.i + 1 : sentence.i + 2]
        cued = self._first(counted, (blamed_by_cue(self.annotated.text, s.span) for s in after))
        return (cued, "is blamed for it in the next sentence.") if cued is not None else (None, _NOBODY)

    def _goes_on(self, last: _Told, sentence: Sentence, event: EventKind) -> bool:
        """The account of the deed before goes on to this figure."""
        beside = sentence.i - last.sentence <= 1 and (last.event in WEAK or event in WEAK)
        return (last.event is event or beside) and self._same_day(last)

    def _same_day(self, told: _Told) -> bool:
        """Nothing says that the two happened at different times."""
        if told.day is None or self._day is None:
            return True
        (a, b), (c, d) = (told.day.first, told.day.last), (self._day.first, self._day.last)
        return not (a and d and a > d) and not (b and c and b < c)

    def _in_sentence(self, counted: Counted, harm: Harm, sentence: Sentence) -> Iterator[Span | None]:
        yield blamed_by_cue(self.annotated.text, sentence.span)
        yield self._agents.of(harm, counted)
        yield self._agents.by_after(harm, sentence)
        yield self._deeds.nearest(sentence, counted)
        yield self._agents.attacker(sentence, counted)
        yield self._deeds.of_pronoun(sentence, (counted.span, *self._harmed))
        if group_of(self.annotated, counted)[0] is Group.COMBATANT:
            yield self._agents.opponent(sentence)

    def _beside(self, sentence: Sentence, counted: Counted) -> Iterator[Span | None]:
        yield blamed_by_cue(self.annotated.text, sentence.span)
        yield self._agents.attacker(sentence, counted)
        yield self._deeds.nearest(sentence, None)

    def _first(self, counted: Counted, found: Iterator[Span | None]) -> Span | None:
        """The first that says whose deed it was: no weapon, no place, no bomber without a side."""
        for span in found:
            cut = self._names.cut(span) if span is not None else None
            if cut is None:
                continue
            told = cut.of(self.annotated.text)
            if pattern("no_doer").search(told) or pattern("no_event_doer").search(told) or self._is_weapon(cut):
                continue
            if not self._is_victim(cut, counted):
                return cut
        return None

    def _is_weapon(self, span: Span) -> bool:
        """ "fierce artillery": a weapon, and no word for the side that it belongs to."""
        told = span.of(self.annotated.text)
        if not pattern("weapons").fullmatch(told.split()[-1]):
            return False
        sides = [m for m in actors().finditer(told) if not pattern("weapons").fullmatch(m.group())]
        named = any(n.label in _SIDES and n.span.overlaps(span) for n in self.annotated.names)
        return not sides and not named and not any(word[:1].isupper() for word in told.split()[1:])

    def _is_victim(self, span: Span, counted: Counted) -> bool:
        """The words count or name those who were harmed ("killing ten terrorists" blames no terrorists)."""
        if span.overlaps(counted.span) or any(span.overlaps(harmed) for harmed in self._harmed):
            return True
        if counted.who is None or group_of(self.annotated, counted)[0] is not Group.COMBATANT:
            return False
        head = span.of(self.annotated.text).lower().split()[-1]
        return head.removesuffix("s") in {word.removesuffix("s") for word in counted.who.lower().split()}

    def _told_elsewhere(self, sentence: Sentence, event: EventKind) -> Iterator[Sentence]:
        """The sentences beside it and the report's first ones, where they speak of the same kind of happening."""
        listed = self.annotated.sentences
        for i in dict.fromkeys((sentence.i - 1, sentence.i + 1, *range(_HEAD))):
            if 0 <= i < len(listed) and i != sentence.i:
                kinds = kinds_in(self.annotated.text, listed[i].span, said_by(self.annotated))
                if event in kinds or (abs(i - sentence.i) == 1 and not kinds):
                    yield listed[i]
