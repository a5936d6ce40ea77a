"""The days that an account has told of, to be met again by its later sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.claims.when_read import ReadTimes, Time
from sayso.knowledge.times_words import happening_nouns, times_set
from sayso.model import Annotated, EventKind, Interval, Measure, Sentence, Span

_PLAIN_TOLL = 4
"""Up to so many, the same number may well be another toll. Source: our choice."""

Toll = tuple[int | None, int | None, Measure]


@dataclass
class Told:
    """What has been told so far."""

    annotated: Annotated
    read: ReadTimes
    day: Interval | None = None
    """The day that the account last told of."""
    sentence: int = -1
    """The sentence that told it."""
    event: EventKind | None = None
    """The kind of happening that it told of."""
    _of_event: dict[EventKind, Interval] = field(default_factory=dict)
    """The day last told of each kind of happening."""
    _of_toll: dict[Toll, Interval] = field(default_factory=dict)
    _sentences: list[tuple[int, Interval]] = field(default_factory=list)
    """Sentences that dated a harm themselves."""
    _speakers: set[int] = field(init=False)

    def __post_init__(self) -> None:
        spans = [span for a in self.read.attributions for span in (*a.cue, *a.speaker)]
        self._speakers = {token.i for span in spans for token in self.annotated.tokens_in(span)}

    def tell(self, day: Interval, sentence: Sentence, event: EventKind) -> None:
        """The account goes on with this day."""
        self.day, self.sentence, self.event = day, sentence.i, event

    def keep(self, day: Interval, sentence: Sentence, event: EventKind, toll: Toll | None = None) -> None:
        """The sentence itself dates a harm: the account goes on with the day, and may come back to it."""
        self.tell(day, sentence, event)
        self._of_event[event] = day
        self._sentences.append((sentence.i, day))
        if toll is not None:
            self._of_toll.setdefault(toll, day)

    def of_toll(self, toll: Toll) -> Interval | None:
        """The day told of the same toll, where it is too large to be another one."""
        return self._of_toll.get(toll) if (toll[0] or 0) > _PLAIN_TOLL else None

    def of_kind(self, event: EventKind) -> Interval | None:
        """The day last told of this kind of happening, where the account has gone on to another kind."""
        return self._of_event.get(event) if self.event is not event else None

    def of_place(self, sentence: Sentence) -> Interval | None:
        """ "At the depot nine were hurt": the one day that was told of this place, where the last one was told of
        another."""
        if self.day is None or self.sentence == sentence.i:
            return None
        places = self._places(sentence)
        days = set(self._days_about(places, sentence)) if places else set()
        return next(iter(days)) if len(days) == 1 and self.day not in days else None

    def of_order(self, sentence: Sentence) -> Interval | None:
        """ "the first attack", "the second blast": the earliest or latest of several days told so far."""
        known = {day for _, day in self._sentences if day.first and day.last}
        ordered = sorted(known, key=lambda day: (day.first, day.last))
        if len(ordered) < 2:
            return None
        for token in self.annotated.tokens_in(sentence.span):
            if token.pos != "NOUN" or token.lemma not in happening_nouns() or self.read.dated.is_dated(token):
                continue
            words = {child.lower for child in self.annotated.children(token.i)}
            if "the" in words and words & times_set("first_ones"):
                return ordered[0]
            if "the" in words and words & times_set("second_ones"):
                return ordered[-1]
        return None

    def _days_about(self, places: set[str], before: Sentence) -> Iterable[Interval]:
        for sentence in self.annotated.sentences[: before.i]:
            if places & self._lemmas(sentence.span):
                days = {t.interval for t in self.read.happening(sentence, self.day) if self._is_day(t)}
                yield from days if len(days) == 1 else ()
        for i, day in self._sentences:
            if places & self._lemmas(self.annotated.sentences[i].span):
                yield day

    def _is_day(self, time: Time) -> bool:
        return time.is_short and not time.is_stretch and not self.read.is_own_day(time)

    def _places(self, sentence: Sentence) -> set[str]:
        """Nouns of what the sentence is set at: "at the depot", "in Lower Velm"; speakers are no places."""
        return {
            token.lemma
            for token in self.annotated.tokens_in(sentence.span)
            if token.dep == "pobj"
            and token.pos in {"NOUN", "PROPN"}
            and self.annotated.tokens[token.head].lower in times_set("place_words")
            and token.lemma not in times_set("plain_places")
            and token.i not in self._speakers
        }

    def _lemmas(self, span: Span) -> set[str]:
        return {token.lemma for token in self.annotated.tokens_in(span)}
