"""The time of a figure whose sentence gives none: that of the account, of its main day, or of the telling."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.when_clause import dates_a_thing, depth_of, stands_in_aside
from sayso.claims.when_counted import Gap, or_the_day_before, tells_a_happening
from sayso.claims.when_read import LONG, ReadTimes, Time
from sayso.claims.when_told import Told
from sayso.knowledge.times import find_times
from sayso.knowledge.times_forms import FromEvent
from sayso.model import Annotated, EventKind, Interval, Precision, Sentence, Span

_HEAD_SENTENCES = 4
"""How far into a report its main time may stand."""

Answer = tuple[Interval | None, str]


@dataclass
class Untold:
    """What stands in for a time that is not told, asked for in the order of the figures."""

    annotated: Annotated
    read: ReadTimes
    told: Told

    def of(self, sentence: Sentence, event: EventKind) -> Answer:
        """The time of a figure whose sentence gives none, and why it is taken."""
        if sentence.i in self.read.untold:
            return None, self.read.untold[sentence.i]
        there = self.told.of_place(sentence)
        if there is not None:
            return there, "The day told before of the same place."
        just_told = self.just_told(sentence)
        if just_told is not None:
            if just_told.interval.precision not in LONG and not just_told.is_up_to_now:
                self.told.tell(just_told.interval, sentence, event)
            return just_told.interval, f"The sentence before gives the time: {just_told.reason}"
        same_kind = self.told.of_kind(event)
        if same_kind is not None:
            return same_kind, f"The day told before for the same kind of happening, {event.value}."
        if self.told.day is not None:
            return self.told.day, "The sentence goes on with what happened at the time told before."
        main = next(self.read.main(self.head(sentence), None), None)
        if main is not None:
            return main.interval, f"The report's main time: {main.reason}"
        stretch = self.stretch_before(sentence)
        if stretch is not None:
            return stretch.interval, f"The stretch of time that the report covers: {stretch.reason}"
        return self._of_the_telling(sentence)

    def stretch_before(self, sentence: Sentence) -> Time | None:
        """ "Period covered: 3 to 17 March", and figures without a day below."""
        for told in self.annotated.sentences[: sentence.i + 1]:
            for time in self.read.happening(told, self.told.day):
                bounded = time.is_stretch and time.interval.precision is not Precision.LONGER
                if bounded and not time.is_up_to_now and not self._is_aside(time):
                    return time
        return None

    def _of_the_telling(self, sentence: Sentence) -> Answer:
        """No happening is dated: the day of a statement, else that of the report."""
        told_in = (sentence, *self.annotated.sentences[:_HEAD_SENTENCES])
        after = self._after_a_happening(told_in)
        if after is not None:
            return after
        speech = [t for s in told_in for t in self.read.of(s, None) if t.speech]
        if speech:
            told = or_the_day_before(speech[0].interval)
            return told, f"Only the time of the statement is given; that day or the one before it: {speech[0].reason}"
        if sentence.i in self.read.events:
            return None, "It is counted from an event whose day is not told."
        own = self.read.anchor.interval
        if own is not None:
            return or_the_day_before(own), "No time is given: taken for the report's day or the one before it."
        return None, "No time is given, and the report has no date."

    def _after_a_happening(self, sentences: Sequence[Sentence]) -> Answer | None:
        """ "Four days after the cyclone crossed the islands": so long before the report."""
        own = self.read.anchor.interval
        if own is None:
            return None
        for sentence in sentences:
            for expression in find_times(self.annotated.text, sentence.span):
                gap = Gap.of(self.annotated.text, expression.span) if isinstance(expression.form, FromEvent) else None
                if gap is None or not gap.is_days or not tells_a_happening(self.annotated, gap.span, sentence):
                    continue
                before = gap.before(own)
                if before is not None:
                    return or_the_day_before(before), f'"{gap.words}", counted back from the report.'
        return None

    def just_told(self, sentence: Sentence) -> Time | None:
        """The time that the sentence before tells of, where no figure has taken it yet; how long a war has gone on is
        no such time."""
        if sentence.i - 1 <= max(self.told.sentence, 0):
            return None
        told = self.read.happening(self.annotated.sentences[sentence.i - 1], self.told.day)
        told = [t for t in told if t.interval.precision is not Precision.LONGER and not self._is_aside(t)]
        told = [t for t in told if not dates_a_thing(self.annotated, t.span)]
        return min(told, key=lambda t: self._depth(t.span), default=None)

    def _is_aside(self, time: Time) -> bool:
        """ "a couple who had moved in only in September": a stretch that a clause about somebody tells in passing."""
        return time.is_stretch and stands_in_aside(self.annotated, time.span)

    def _depth(self, time: Span) -> int:
        """Steps from a time up to the verb of its sentence."""
        tokens = self.annotated.tokens_in(time)
        return depth_of(self.annotated, tokens[-1].i) if tokens else 0

    def head(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentences in which the main time may stand: those before it, four at least."""
        return self.annotated.sentences[: max(_HEAD_SENTENCES, sentence.i)]
