"""When the harm happened: the time that the sentence gives for it, or the time that the account is telling of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.claims.conflicts import conflict_since
from sayso.claims.counted_types import Counted
from sayso.claims.figures import FigureRead
from sayso.claims.harm_words import Harm
from sayso.claims.tense import tense_of
from sayso.claims.when_clause import (
    ELSEWHERE,
    OF_ANOTHER,
    OF_HAPPENING,
    clause_rank,
    counts_a_toll,
    finds_the_dead,
    tells_of,
)
from sayso.claims.when_counted import (
    Gap,
    is_after_gap,
    is_beside,
    is_compared,
    is_earlier_count,
    is_later_death,
    opens_with_when,
)
from sayso.claims.when_figures import is_of_another_row, is_of_part, without_other_rows
from sayso.claims.when_read import CONTEXT_SENTENCES, LONG, ReadTimes, Time
from sayso.claims.when_told import Told
from sayso.claims.when_untold import Answer, Untold
from sayso.knowledge.times import TimeExpression, find_times, resolve_time
from sayso.knowledge.times_forms import CalendarMonth, FromEvent, LastFew, NearDay, Period, Since
from sayso.knowledge.times_words import happening_nouns, times_set
from sayso.model import Annotated, Attribution, EventKind, Interval, Measure, Precision, Sentence, Span

_NARROWED_IN = 2
"""How many sentences later the day of a stretch may be told."""
_ENDED_WITHIN = 31
"""Days between the end of a stretch and a report that counts on. Source: our choice."""
_OF_THE_TOLD = frozenset({Measure.DISPLACED, Measure.EVACUATED, Measure.TRAPPED, Measure.MISSING, Measure.INJURED})
"""Harms that, without a time, are counted of what has just been told."""


@dataclass
class Times:
    """The times of one report's figures, asked for in their order."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]
    apart: set[Span] = field(default_factory=set)
    """Figures with a time that is theirs alone: "13 deaths, ten of them in the slide of 8 June"."""
    _read: ReadTimes = field(init=False)
    _told: Told = field(init=False)
    _untold: Untold = field(init=False)
    _figures: dict[int, list[FigureRead]] = field(default_factory=lambda: defaultdict(list))
    _gaps: dict[int, Interval] = field(default_factory=dict)
    """What a sentence's "a day after" comes to."""
    _stretch: tuple[int, Interval] | None = None
    """The stretch of time that a toll last covered, and in which sentence."""

    def __post_init__(self) -> None:
        self._read = ReadTimes(self.annotated, self.attributions)
        self._told = Told(self.annotated, self._read)
        self._untold = Untold(self.annotated, self._read, self._told)

    def tell(self, read: Sequence[FigureRead]) -> None:
        """Learn the report's figures, before any of them is asked for."""
        for figure in read:
            self._figures[figure.sentence.i].append(figure)

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> Answer:
        """The interval in which it happened and why; None with the reason where it cannot be told."""
        if event is EventKind.CUMULATIVE:
            interval, why = self._cumulative(counted, harm, sentence)
            if interval is not None:
                self._stretch = (sentence.i, interval)
            return interval, why
        own = self._own(counted, harm, sentence)
        before = self._before_it(counted, harm, sentence)
        if before is not None:
            if before[0].precision not in LONG:
                self._told.keep(before[0], sentence, event)
            return before
        if own is not None and self._is_told_before(sentence) and self._is_of_the_count(own, harm):
            own = None  # "searchers found three more bodies on Tuesday": they died in what was told before
        if own is not None and self._is_of_later(counted, harm, sentence):
            own = None
        again = self._read.dated.met_again(
            harm.trigger, sentence.span, lambda time: self._is_of_another(time, counted, sentence)
        )
        if again is not None and (own is None or self._is_elsewhere(own, harm)):
            return again[0], f'The day told before for the "{again[1]}".'
        toll = (counted.figure.low, counted.figure.high, harm.measure)
        if own is not None:
            lasting = own.interval.precision in LONG or own.is_up_to_now
            if not lasting and not self._is_part(counted, sentence):
                self._told.keep(own.interval, sentence, event, toll)
            own = self._narrowed(own, sentence)
            return own.interval, own.reason
        ordered = self._told.of_order(sentence)
        if ordered is not None:
            return ordered, "Of the days told before, that of the first or last such happening."
        same = self._told.of_toll(toll)
        if same is not None:
            return same, "The same toll was told before with its time."
        return self._untold.of(sentence, event)

    def _own(self, counted: Counted, harm: Harm, sentence: Sentence) -> Time | None:
        times = [t for t in self._happening(sentence) if not self._read.is_stamp(t)]
        times = [t for t in times if not self._is_of_another(t.span, counted, sentence)]
        times = without_other_rows(counted.span, self._others(counted, sentence), times)
        times = [t for t in times if not is_compared(self.annotated.text, counted.span, t.span)]
        if not times:
            return None
        best = min(times, key=lambda t: self._distance(t, counted, harm))
        is_stretch = best.interval.precision in LONG or isinstance(best.expression.form, LastFew)
        if is_stretch and clause_rank(self.annotated, best.span, harm.trigger) in {ELSEWHERE, OF_ANOTHER}:
            return None  # "a region hit by the floods of 2004", "a boat that had been adrift for five days"
        return self._at_its_start(best, harm) or best

    def _happening(self, sentence: Sentence) -> list[Time]:
        return self._read.happening(sentence, self._told.day)

    def _is_of_another(self, time: Span, counted: Counted, sentence: Sentence) -> bool:
        """The time is that of another figure of the sentence alone."""
        others = self._others(counted, sentence)
        part = next((f for f in others if is_of_part(self.annotated, counted.span, f, time)), None)
        if part is not None:
            self.apart.add(part.counted.span)
            return True
        rows = [f.counted.span for f in others]
        return is_of_another_row(self.annotated.text, sentence.span, counted.span, rows, time)

    def _others(self, counted: Counted, sentence: Sentence) -> list[FigureRead]:
        return [f for f in self._figures[sentence.i] if f.counted.span != counted.span]

    def _is_part(self, counted: Counted, sentence: Sentence) -> bool:
        return any(f.counted.span == counted.span and f.whole is not None for f in self._figures[sentence.i])

    def _is_of_the_count(self, time: Time, harm: Harm) -> bool:
        """The day when the dead were found, or one that another clause gives beside a count of them."""
        if finds_the_dead(self.annotated, time.span):
            return True
        return counts_a_toll(self.annotated, harm.trigger) and self._is_elsewhere(time, harm)

    def _is_of_later(self, counted: Counted, harm: Harm, sentence: Sentence) -> bool:
        """What the figure counts happened before the time beside it: an earlier count, a death in hospital."""
        if is_earlier_count(self.annotated.text, counted.span):
            return True
        told_before = self._is_told_before(sentence)
        if told_before and self._is_burial(harm):
            return True
        trigger = self.annotated.tokens[harm.trigger].span
        return told_before and is_later_death(self.annotated.text, trigger, sentence.span)

    def _is_told_before(self, sentence: Sentence) -> bool:
        """A day was told of before, for a harm or otherwise."""
        if self._told.day is not None:
            return True
        earlier = self.annotated.sentences[: sentence.i]
        return next(self._read.main(earlier, None), None) is not None

    def _is_burial(self, harm: Harm) -> bool:
        return self.annotated.tokens[harm.trigger].lemma in times_set("burying_verbs")

    def _is_elsewhere(self, time: Time, harm: Harm) -> bool:
        return clause_rank(self.annotated, time.span, harm.trigger) >= ELSEWHERE

    def _before_it(self, counted: Counted, harm: Harm, sentence: Sentence) -> tuple[Interval, str] | None:
        """ "came a day after a bomb killed 14": so long before what the rest of the sentence tells."""
        for expression in find_times(self.annotated.text, sentence.span):
            if not isinstance(expression.form, FromEvent):
                continue
            gap = Gap.of(self.annotated.text, expression.span)
            trigger = self.annotated.tokens[harm.trigger].span
            if gap is None or not (self._is_burial(harm) or is_after_gap(self.annotated, gap, trigger, counted.span)):
                continue
            if sentence.i not in self._gaps:
                day = self._counted_from(gap, sentence)
                before = gap.before(day) if day is not None else None
                if before is None:
                    return None
                self._gaps[sentence.i] = before
            return self._gaps[sentence.i], f'"{gap.words}", counted back from what happened after it.'
        return None

    def _counted_from(self, gap: Gap, sentence: Sentence) -> Interval | None:
        """The day that a gap counts back from; None where the harm's own clause gives a day."""
        short = [t for t in self._happening(sentence) if t.is_short]
        if any(gap.span.end < t.span.start and is_after_gap(self.annotated, gap, t.span) for t in short):
            return None
        outside = [t.interval for t in short if t.span.start < gap.span.start]
        just_told = self._untold.just_told(sentence)
        if outside or (just_told is not None and just_told.is_short):
            return outside[-1] if outside else just_told.interval if just_told else None
        main = next(self._read.main(self._untold.head(sentence), self._told.day), None)
        return self._told.day or (main.interval if main else None) or self._read.anchor.interval

    def _in_its_year(self, time: Time, harm: Harm) -> Time | None:
        """ "since 2014, when over sixty died": the harm tells which year."""
        between = self.annotated.text[time.span.end : self.annotated.tokens[harm.trigger].start]
        return self._at_its_start(time, harm) if opens_with_when(between) else None

    def _at_its_start(self, time: Time, harm: Harm) -> Time | None:
        """ "shut since a flood in 2017 trapped 28 men", "since a blast on Monday that killed 3": the harm opens it."""
        form, span = time.expression.form, time.span
        if not isinstance(form, Since) or self.annotated.tokens[harm.trigger].start < span.start:
            return None
        marked = any(c.lower in {"since", "after"} and c.dep == "mark" for c in self.annotated.children(harm.trigger))
        if not marked and not tells_of(self.annotated, span, harm.trigger):
            return None
        expression = TimeExpression(span, time.expression.words, form.start)
        tense = tense_of(self.annotated, span)
        reading = resolve_time(expression, self._read.anchor, tense=tense, told=self._told.day)
        return Time(expression, reading.interval, reading.reason, speech=False) if reading.interval else None

    def _narrowed(self, own: Time, sentence: Sentence) -> Time:
        """ "earlier this week", and then "The killings took place on Tuesday": that day."""
        if not isinstance(own.expression.form, Period) or own.interval.precision in {Precision.YEAR, Precision.LONGER}:
            return own
        for after in self.annotated.sentences[sentence.i + 1 : sentence.i + 1 + _NARROWED_IN]:
            if self._tells_when_it_was(after):
                days = (t for t in self._happening(after) if t.interval.precision is Precision.DAY)
                return next((day for day in days if _holds(own, day)), own)
        return own

    def _tells_when_it_was(self, sentence: Sentence) -> bool:
        """ "The killings took place ..."."""
        for token in self.annotated.tokens_in(sentence.span):
            if token.dep in {"nsubj", "nsubjpass"} and token.lemma in happening_nouns():
                words = {child.lower for child in self.annotated.children(token.i)}
                verb = self.annotated.tokens[token.head].lemma
                if words & {"the", "that", "this"} and verb in times_set("occurring_verbs"):
                    return True
        return False

    def _distance(self, time: Time, counted: Counted, harm: Harm) -> tuple[int, int, int, int, int]:
        """How little a time has to do with a harm: in a clause of its own, still running, then by clause and place; a
        time of the very happening comes first."""
        trigger = self.annotated.tokens[harm.trigger].span
        long = time.interval.precision in LONG
        rank = clause_rank(self.annotated, time.span, harm.trigger)
        days, last = self._read.anchor.days, time.interval.last
        overnight = isinstance(time.expression.form, NearDay) and time.interval.first != last
        running = int(long and (last is None or (bool(days) and last >= days[-1])))
        return (
            -1 if rank == OF_HAPPENING else int(rank >= ELSEWHERE or finds_the_dead(self.annotated, time.span)),
            running,
            rank,
            int(long) + int(overnight),
            min(time.span.distance(trigger), time.span.distance(counted.span)),
        )

    def _cumulative(self, counted: Counted, harm: Harm, sentence: Sentence) -> Answer:
        times = self._covering(counted, sentence)
        days = self._read.anchor.days
        last = days[-1] if days else None
        since = conflict_since(self.annotated, sentence, last)
        long = [t for t in times if t.interval.first != t.interval.last]
        if long:
            best = min(long, key=lambda t: self._distance(t, counted, harm)[2::2])
            if since is not None and last is not None and _holds_start(best, since[0]) and last >= since[0]:
                return Interval(since[0], last, Precision.LONGER), since[1]
            best = self._in_its_year(best, harm) or best
            return self._closed(best.interval), best.reason
        if since is not None and (last is None or last >= since[0]):
            return (Interval(since[0], last, Precision.LONGER) if last else None), since[1]
        if times:
            best = min(times, key=lambda t: self._distance(t, counted, harm)[2::2])
            return self._closed(best.interval), best.reason
        return self._going_on(sentence, harm, last)

    def _covering(self, counted: Counted, sentence: Sentence) -> list[Time]:
        """The times that a toll over a stretch may cover: where one follows the figure in its own phrase, that one."""
        times = [t for t in self._read.of(sentence, self._told.day) if self._read.is_past(t)]
        beside = [t for t in times if is_beside(self.annotated.text, counted.span, t.span)]
        return beside[:1] or [t for t in times if not t.speech]

    def _going_on(self, sentence: Sentence, harm: Harm, last: date | None) -> Answer:
        """The stretch that the sentences before speak of."""
        opener = self.annotated.tokens[sentence.first].lower
        if last is not None and sentence.i > 0 and opener in times_set("going_on"):
            since = conflict_since(self.annotated, self.annotated.sentences[sentence.i - 1], last)
            if since is not None and last >= since[0]:
                return Interval(since[0], last, Precision.LONGER), since[1]
        if self._stretch is not None and sentence.i - self._stretch[0] <= CONTEXT_SENTENCES:
            return self._stretch[1], "It goes on with the tolls of the stretch of time told just before."
        before = self._untold.stretch_before(sentence)
        if before is not None and self._is_going_on(before):
            return before.interval, f"The stretch of time that the report covers: {before.reason}"
        if self._told.day is not None and harm.measure in _OF_THE_TOLD:
            return self._told.day, "The sentence goes on with what happened at the time told before."
        return None, "The toll covers a stretch of time whose start is not stated."

    def _is_going_on(self, time: Time) -> bool:
        """It ends with the report, or not long before."""
        days, last = self._read.anchor.days, time.interval.last
        return not days or last is None or (days[-1] - last).days <= _ENDED_WITHIN

    def _closed(self, interval: Interval) -> Interval:
        """An interval "since" a day ends with the report's day."""
        days = self._read.anchor.days
        if interval.first is None or interval.last is not None or not days:
            return interval
        last = days[-1]
        return Interval(interval.first, last, Precision.LONGER, interval.words) if last >= interval.first else interval


def _holds(stretch: Time, day: Time) -> bool:
    first, last, at = stretch.interval.first, stretch.interval.last, day.interval.first
    return first is not None and last is not None and at is not None and first <= at <= last


def _holds_start(time: Time, start: date) -> bool:
    """The month or year is that in which the conflict began: its start, not the time of the toll."""
    first, last = time.interval.first, time.interval.last
    named = isinstance(time.expression.form, CalendarMonth) or time.interval.precision is Precision.YEAR
    return named and first is not None and last is not None and first <= start <= last
