"""When the harm happened: the time that the sentence gives for it, or the time that the account is telling of."""

from dataclasses import dataclass, field
from datetime import date

from sayso.claims.conflicts import conflict_since
from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.claims.tense import tense_of
from sayso.claims.when_clause import (
    ELSEWHERE,
    belongs_to_a_name,
    clause_rank,
    counts_a_toll,
    depth_of,
    finds_the_dead,
    opens_sentence,
    says_when_it_was_told,
    stands_in_aside,
    tells_of,
)
from sayso.claims.when_happenings import Dated
from sayso.knowledge.times import Anchor, TimeExpression, find_dateline, find_times, resolve_time
from sayso.knowledge.times_forms import (
    CalendarDay,
    CalendarMonth,
    FromContext,
    FromEvent,
    LastFew,
    NearDay,
    Period,
    Since,
    TimeOfDay,
)
from sayso.model import Annotated, Attribution, EventKind, Interval, Measure, Precision, Sentence, Span

_LONG = frozenset({Precision.MONTH, Precision.YEAR, Precision.LONGER})
_HEAD_SENTENCES = 4
"""How far into a report its main time may stand."""
_PLAIN_TOLL = 4
"""Up to so many, the same number may well be another toll. Source: our choice."""
_CONTEXT_SENTENCES = 3
"""How far back "the next day" may count from."""


@dataclass(frozen=True, slots=True)
class _Time:
    expression: TimeExpression
    interval: Interval
    reason: str
    speech: bool
    """It says when somebody spoke, not when it happened."""


@dataclass
class Times:
    """The times of one report, read sentence by sentence in order."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]
    anchor: Anchor = field(init=False)
    _dateline: Span | None = field(init=False)
    _read: dict[int, tuple[_Time, ...]] = field(default_factory=dict)
    _events: set[int] = field(default_factory=set)
    """Sentences with a time counted from an event whose day is not told ("two days after the truce")."""
    _untold: dict[int, str] = field(default_factory=dict)
    """Sentences with a relative time that an undated report leaves open, and why."""
    _told: Interval | None = None
    """The day that the account last told of."""
    _told_in: int = -1
    """The sentence that told it."""
    _told_of: dict[EventKind, tuple[int, Interval]] = field(default_factory=dict)
    """The day last told of each kind of happening, and in which sentence."""
    _told_event: EventKind | None = None
    """The kind of happening last told of with its day."""
    _tolls: dict[tuple[int | None, int | None, Measure], Interval] = field(default_factory=dict)
    """The day told of each toll."""
    _stretch: tuple[int, Interval] | None = None
    """The stretch of time that a toll last covered, and in which sentence."""
    _cues: list[Span] = field(init=False)
    _dated: Dated = field(init=False)

    def __post_init__(self) -> None:
        report = self.annotated.report
        dateline = find_dateline(report.text, report.published)
        self.anchor = Anchor(report.published, dateline)
        at = report.text.find(dateline.words) if dateline else -1
        self._dateline = Span(at, at + len(dateline.words)) if dateline and at >= 0 else None
        self._dated = Dated(self.annotated)
        self._cues = [cue for a in self.attributions for cue in a.cue]

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Interval | None, str]:
        """The interval in which it happened and why; None with the reason where it cannot be told."""
        if event is EventKind.CUMULATIVE:
            interval, why = self._cumulative(counted, harm, sentence)
            if interval is not None:
                self._stretch = (sentence.i, interval)
            return interval, why
        toll = (counted.figure.low, counted.figure.high, harm.measure)
        own = self._own(counted, harm, sentence)
        again = self._dated.met_again(harm.trigger, sentence.span)
        if own is not None and self._told is not None and self._is_of_the_count(own, harm):
            own = None  # "searchers found three more bodies on Tuesday": they died in what was told before
        if again is not None and (own is None or self._is_elsewhere(own, harm)):
            return again[0], f'The day told before for the "{again[1]}".'
        if own is not None:
            if own.interval.precision not in _LONG:
                self._told, self._told_in, self._told_event = own.interval, sentence.i, event
                self._told_of[event] = (sentence.i, own.interval)
                self._tolls.setdefault(toll, own.interval)
            return own.interval, own.reason
        if toll in self._tolls and (counted.figure.low or 0) > _PLAIN_TOLL:
            return self._tolls[toll], "The same toll was told before with its time."
        return self._inherited(sentence, event)

    def _own(self, counted: Counted, harm: Harm, sentence: Sentence) -> _Time | None:
        times = [t for t in self._times(sentence) if not t.speech and not _is_open(t.interval) and self._is_past(t)]
        if not times:
            return None
        best = min(times, key=lambda t: self._distance(t, counted, harm))
        is_stretch = best.interval.precision in _LONG or isinstance(best.expression.form, LastFew)
        if is_stretch and clause_rank(self.annotated, best.expression.span, harm.trigger) == ELSEWHERE:
            return None  # "a region hit by the floods of 2004", "a boat that had been adrift for five days"
        return self._at_its_start(best, harm) or best

    def _is_of_the_count(self, time: _Time, harm: Harm) -> bool:
        """The day when the dead were found, or one that another clause gives beside a count of them."""
        if finds_the_dead(self.annotated, time.expression.span):
            return True
        return counts_a_toll(self.annotated, harm.trigger) and self._is_elsewhere(time, harm)

    def _is_elsewhere(self, time: _Time, harm: Harm) -> bool:
        return clause_rank(self.annotated, time.expression.span, harm.trigger) >= ELSEWHERE

    def _is_past(self, time: _Time) -> bool:
        days = self.anchor.days
        return not days or time.interval.first is None or time.interval.first <= days[-1]

    def _at_its_start(self, time: _Time, harm: Harm) -> _Time | None:
        """ "shut since a flood in 2017 trapped 28 men", "since a blast on Monday that killed 3": the harm opens it."""
        form, span = time.expression.form, time.expression.span
        if not isinstance(form, Since) or self.annotated.tokens[harm.trigger].start < span.start:
            return None
        marked = any(c.lower in {"since", "after"} and c.dep == "mark" for c in self.annotated.children(harm.trigger))
        if not marked and not tells_of(self.annotated, span, harm.trigger):
            return None
        expression = TimeExpression(time.expression.span, time.expression.words, form.start)
        tense = tense_of(self.annotated, expression.span)
        reading = resolve_time(expression, self.anchor, tense=tense, told=self._told)
        return _Time(expression, reading.interval, reading.reason, speech=False) if reading.interval else None

    def _distance(self, time: _Time, counted: Counted, harm: Harm) -> tuple[int, int, int, int, int]:
        """How little a time has to do with a harm: in a clause of its own, still running, then by clause and place."""
        trigger = self.annotated.tokens[harm.trigger].span
        span = time.expression.span
        long = time.interval.precision in _LONG
        rank = clause_rank(self.annotated, span, harm.trigger)
        apart = int(rank >= ELSEWHERE)
        days, last = self.anchor.days, time.interval.last
        overnight = isinstance(time.expression.form, NearDay) and time.interval.first != last
        running = int(long and (last is None or (bool(days) and last >= days[-1])))
        return (
            apart,
            running,
            rank,
            int(long) + int(overnight),
            min(span.distance(trigger), span.distance(counted.span)),
        )

    def _inherited(self, sentence: Sentence, event: EventKind) -> tuple[Interval | None, str]:
        if sentence.i in self._untold:
            return None, self._untold[sentence.i]
        just_told = self._just_told(sentence)
        if just_told is not None:
            if just_told.interval.precision not in _LONG:
                self._told, self._told_in, self._told_event = just_told.interval, sentence.i, event
            return just_told.interval, f"The sentence before gives the time: {just_told.reason}"
        if self._told is not None and self._told_event is not event and event in self._told_of:
            return self._told_of[event][1], f"The day told before for the same kind of happening, {event.value}."
        if self._told is not None:
            return self._told, "The sentence goes on with what happened at the time told before."
        for ahead in self.annotated.sentences[: max(_HEAD_SENTENCES, sentence.i)]:
            for time in self._times(ahead):
                short = time.interval.precision not in _LONG and not _is_open(time.interval)
                if not time.speech and short and self._is_past(time):
                    return time.interval, f"The report's main time: {time.reason}"
        speech = [t for t in self._times(sentence) if t.speech]
        for ahead in self.annotated.sentences[:_HEAD_SENTENCES]:
            speech.extend(t for t in self._times(ahead) if t.speech)
        if speech:
            return speech[0].interval, f"Only the time of the statement is given: {speech[0].reason}"
        if sentence.i in self._events:
            return None, "It is counted from an event whose day is not told."
        own = self.anchor.interval
        if own is not None:
            return own, "No time is given: told as of the report's day."
        return None, "No time is given, and the report has no date."

    def _just_told(self, sentence: Sentence) -> _Time | None:
        """The time that the sentence before tells of, where no figure has taken it yet; how long a war has gone on is
        no such time."""
        if sentence.i - 1 <= max(self._told_in, 0):
            return None
        before = self._times(self.annotated.sentences[sentence.i - 1])
        told = [t for t in before if not t.speech and not _is_open(t.interval) and self._is_past(t)]
        told = [t for t in told if t.interval.precision is not Precision.LONGER and not self._is_aside(t)]
        return min(told, key=lambda t: self._depth(t.expression.span), default=None)

    def _is_aside(self, time: _Time) -> bool:
        """ "a couple who had moved in only in September": a stretch that a clause about somebody tells in passing."""
        stretch = time.interval.precision in _LONG or isinstance(time.expression.form, Since | LastFew)
        return stretch and stands_in_aside(self.annotated, time.expression.span)

    def _depth(self, time: Span) -> int:
        """Steps from a time up to the verb of its sentence."""
        tokens = self.annotated.tokens_in(time)
        return depth_of(self.annotated, tokens[-1].i) if tokens else 0

    def _cumulative(self, counted: Counted, harm: Harm, sentence: Sentence) -> tuple[Interval | None, str]:
        times = [t for t in self._times(sentence) if not t.speech and self._is_past(t)]
        long = [t for t in times if t.interval.first != t.interval.last]
        since = conflict_since(self.annotated, sentence)
        last = self.anchor.days[-1] if self.anchor.days else None
        if long:
            best = min(long, key=lambda t: self._distance(t, counted, harm)[2::2])
            if since is not None and last is not None and _holds_start(best, since[0]) and last >= since[0]:
                return Interval(since[0], last, Precision.LONGER), since[1]
            return self._closed(best.interval), best.reason
        if since is not None and (last is None or last >= since[0]):
            interval = Interval(since[0], last, Precision.LONGER)
            return (interval if last else None), since[1]
        if times:
            best = min(times, key=lambda t: self._distance(t, counted, harm)[2::2])
            return self._closed(best.interval), best.reason
        if self._stretch is not None and sentence.i - self._stretch[0] <= _CONTEXT_SENTENCES:
            return self._stretch[1], "It goes on with the tolls of the stretch of time told just before."
        return None, "The toll covers a stretch of time whose start is not stated."

    def _closed(self, interval: Interval) -> Interval:
        """An interval "since" a day ends with the report's day."""
        if interval.first is None or interval.last is not None or not self.anchor.days:
            return interval
        last = self.anchor.days[-1]
        return Interval(interval.first, last, Precision.LONGER, interval.words) if last >= interval.first else interval

    def _times(self, sentence: Sentence) -> tuple[_Time, ...]:
        if sentence.i not in self._read:
            self._read[sentence.i] = ()
            self._read[sentence.i] = tuple(self._resolved(sentence))
        return self._read[sentence.i]

    def _resolved(self, sentence: Sentence) -> list[_Time]:
        found: list[_Time] = []
        before: TimeExpression | None = None
        for expression in find_times(self.annotated.text, sentence.span):
            at_dateline = self._dateline is not None and expression.span.overlaps(self._dateline)
            if at_dateline or belongs_to_a_name(self.annotated, expression.span) or _repeats(expression, before):
                continue
            before = expression
            context = self._context(sentence, found) if isinstance(expression.form, FromContext) else self._told
            tense = tense_of(self.annotated, expression.span)
            reading = resolve_time(expression, self.anchor, tense=tense, told=context)
            if reading.interval is not None:
                speech = self._is_speech(expression.span, sentence)
                found.append(_Time(expression, reading.interval, reading.reason, speech))
                if not speech and reading.interval.precision not in _LONG:
                    self._dated.keep(expression.span, reading.interval)
            elif isinstance(expression.form, FromEvent) and not expression.form.since:
                self._events.add(sentence.i)
            elif not self.anchor.days and not isinstance(expression.form, FromEvent | FromContext | TimeOfDay):
                self._untold.setdefault(sentence.i, reading.reason)
        return found

    def _context(self, sentence: Sentence, found: list[_Time]) -> Interval | None:
        """The time that "the next day" counts from: the last one told before it."""
        first = max(0, sentence.i - _CONTEXT_SENTENCES)
        earlier = [t for s in self.annotated.sentences[first : sentence.i] for t in self._times(s)]
        short = [t for t in (*earlier, *found) if not t.speech and t.interval.precision not in _LONG]
        return short[-1].interval if short else self._told

    def _is_speech(self, span: Span, sentence: Sentence) -> bool:
        """The time hangs on the words of speaking ("a monitor said on Sunday")."""
        if opens_sentence(self.annotated, span, sentence):
            return False
        if says_when_it_was_told(self.annotated, span):
            return True
        cues = [cue for cue in self._cues if cue.overlaps(sentence.span)]
        if not cues:
            return False
        if any(0 <= span.start - cue.end <= 6 or 0 <= cue.start - span.end <= 2 for cue in cues):
            inside = any(c.covers(span) for a in self.attributions for c in a.content)
            return not inside
        return False


def _holds_start(time: _Time, start: date) -> bool:
    """The month or year is that in which the conflict began: its start, not the time of the toll."""
    first, last = time.interval.first, time.interval.last
    named = isinstance(time.expression.form, CalendarMonth) or time.interval.precision is Precision.YEAR
    return named and first is not None and last is not None and first <= start <= last


def _repeats(expression: TimeExpression, before: TimeExpression | None) -> bool:
    """ "between 28 April and 2 May this year": the year only tells which April."""
    if before is None or not isinstance(expression.form, Period) or isinstance(before.form, Period | FromEvent):
        return False
    return 0 <= expression.span.start - before.span.end <= 1 and not isinstance(before.form, CalendarDay)


def _is_open(interval: Interval) -> bool:
    return interval.first is None or interval.last is None
