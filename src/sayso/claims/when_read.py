"""The times that the sentences of a report give: their days, and whether they tell of a happening or of the telling."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.claims.tense import tense_of
from sayso.claims.when_clause import (
    belongs_to_a_name,
    dates_a_telling,
    moves_a_toll,
    opens_sentence,
    says_when_it_was_told,
    stands_in_aside,
)
from sayso.claims.when_counted import is_as_of, is_of_earlier_count
from sayso.claims.when_happenings import Dated
from sayso.knowledge.times import Anchor, TimeExpression, find_dateline, find_times, resolve_time
from sayso.knowledge.times_dateline import stands_alone
from sayso.knowledge.times_forms import CalendarDay, FromContext, FromEvent, LastFew, Period, Since, TimeOfDay
from sayso.model import Annotated, Attribution, Interval, Precision, Sentence, Span

LONG = frozenset({Precision.MONTH, Precision.YEAR, Precision.LONGER})
CONTEXT_SENTENCES = 3
"""How far back "the next day" may count from."""
_OLD_DAYS = 3
"""A time in passing that is older is background. Source: our choice, after the training articles."""

_LAST = ("the ", "these ", "last ", "past ", "previous ", "preceding ")


@dataclass(frozen=True, slots=True)
class Time:
    """A time as read beside the report's day."""

    expression: TimeExpression
    interval: Interval
    reason: str
    speech: bool
    """It says when somebody spoke, not when it happened."""

    @property
    def span(self) -> Span:
        """Its words in the text."""
        return self.expression.span

    @property
    def is_open(self) -> bool:
        """An end of it is not told."""
        return self.interval.first is None or self.interval.last is None

    @property
    def is_short(self) -> bool:
        """Days, as a happening has them; no months, no years, nothing without an end."""
        return not self.is_open and self.interval.precision not in LONG

    @property
    def is_stretch(self) -> bool:
        """It lasts, or reaches up to the report."""
        return self.interval.precision in LONG or isinstance(self.expression.form, Since | LastFew)

    @property
    def is_up_to_now(self) -> bool:
        """So many days up to the report ("in three days")."""
        return isinstance(self.expression.form, LastFew) and not self.expression.words.lower().startswith(_LAST)


@dataclass
class ReadTimes:
    """The times of one report, read sentence by sentence."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]
    anchor: Anchor = field(init=False)
    dated: Dated = field(init=False)
    events: set[int] = field(default_factory=set)
    """Sentences with a time counted from an event whose day is not told ("two days after the truce")."""
    untold: dict[int, str] = field(default_factory=dict)
    """Sentences with a relative time that an undated report leaves open, and why."""
    _dateline: Span | None = field(init=False)
    _cues: list[Span] = field(init=False)
    _read: dict[int, tuple[Time, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        report = self.annotated.report
        dateline = find_dateline(report.text, report.published)
        self.anchor = Anchor(report.published, dateline)
        at = report.text.find(dateline.words) if dateline else -1
        self._dateline = Span(at, at + len(dateline.words)) if dateline and at >= 0 else None
        self.dated = Dated(self.annotated)
        self._cues = [cue for a in self.attributions for cue in a.cue]

    def of(self, sentence: Sentence, told: Interval | None) -> tuple[Time, ...]:
        """All times of the sentence; `told` is the day that "that day" counts from."""
        if sentence.i not in self._read:
            self._read[sentence.i] = ()
            self._read[sentence.i] = tuple(self._resolved(sentence, told))
        return self._read[sentence.i]

    def happening(self, sentence: Sentence, told: Interval | None) -> list[Time]:
        """Those with both ends that tell of what has happened, not of the telling."""
        return [t for t in self.of(sentence, told) if not t.speech and not t.is_open and self.is_past(t)]

    def main(self, sentences: tuple[Sentence, ...], told: Interval | None) -> Iterator[Time]:
        """The days told in the sentences, without the report's own stamps and what is old and told in passing."""
        for sentence in sentences:
            for time in self.happening(sentence, told):
                passing = self._is_old(time) and stands_in_aside(self.annotated, time.span)
                if time.is_short and not time.is_up_to_now and not self.is_own_day(time) and not passing:
                    yield time

    def is_past(self, time: Time) -> bool:
        """It does not begin after the report."""
        days = self.anchor.days
        return not days or time.interval.first is None or time.interval.first <= days[-1]

    def is_own_day(self, time: Time) -> bool:
        """The date of the report itself, as in a heading: it stamps the report and tells of no happening."""
        own = self.anchor.interval
        if not isinstance(time.expression.form, CalendarDay) or own is None:
            return False
        same = (time.interval.first, time.interval.last) == (own.first, own.last)
        return same and stands_alone(self.annotated.text, time.span)

    def is_stamp(self, time: Time) -> bool:
        """The report's own date with its year."""
        form = time.expression.form
        return isinstance(form, CalendarDay) and form.year is not None and self.is_own_day(time)

    def _is_old(self, time: Time) -> bool:
        days, last = self.anchor.days, time.interval.last
        return bool(days) and last is not None and (days[-1] - last).days > _OLD_DAYS

    def _resolved(self, sentence: Sentence, told: Interval | None) -> list[Time]:
        found: list[Time] = []
        before: TimeExpression | None = None
        for expression in find_times(self.annotated.text, sentence.span):
            at_dateline = self._dateline is not None and expression.span.overlaps(self._dateline)
            if at_dateline or belongs_to_a_name(self.annotated, expression.span) or _repeats(expression, before):
                continue
            if is_of_earlier_count(self.annotated.text, expression.span):
                continue
            before = expression
            from_context = isinstance(expression.form, FromContext)
            context = self._context(sentence, found, told) if from_context else told
            tense = tense_of(self.annotated, expression.span)
            reading = resolve_time(expression, self.anchor, tense=tense, told=context)
            if reading.interval is not None:
                speech = not isinstance(expression.form, Since) and self._is_speech(expression.span, sentence)
                found.append(Time(expression, reading.interval, reading.reason, speech))
                if not speech and reading.interval.precision not in LONG:
                    self.dated.keep(expression.span, reading.interval)
            elif isinstance(expression.form, FromEvent) and not expression.form.since:
                self.events.add(sentence.i)
            elif not self.anchor.days and not isinstance(expression.form, FromEvent | FromContext | TimeOfDay):
                self.untold.setdefault(sentence.i, reading.reason)
        return found

    def _context(self, sentence: Sentence, found: list[Time], told: Interval | None) -> Interval | None:
        """The time that "the next day" counts from: the last one told before it."""
        first = max(0, sentence.i - CONTEXT_SENTENCES)
        earlier = [t for s in self.annotated.sentences[first : sentence.i] for t in self.of(s, told)]
        short = [t for t in (*earlier, *found) if not t.speech and t.interval.precision not in LONG]
        return short[-1].interval if short else told

    def _is_speech(self, span: Span, sentence: Sentence) -> bool:
        """The time hangs on the words of speaking ("a monitor said on Sunday")."""
        if dates_a_telling(self.annotated, span) or is_as_of(self.annotated.text, span):
            return True
        if opens_sentence(self.annotated, span, sentence) and not moves_a_toll(self.annotated, span):
            return False
        if says_when_it_was_told(self.annotated, span):
            return True
        cues = [cue for cue in self._cues if cue.overlaps(sentence.span)]
        if not cues:
            return False
        if any(0 <= span.start - cue.end <= 6 or self._stands_before(span, cue) for cue in cues):
            inside = any(c.covers(span) for a in self.attributions for c in a.content)
            return not inside
        return False

    def _stands_before(self, span: Span, cue: Span) -> bool:
        """ "officials on Sunday said"; not so in "22 deaths this year, according to officials"."""
        return 0 <= cue.start - span.end <= 2 and "," not in self.annotated.text[span.end : cue.start]


def _repeats(expression: TimeExpression, before: TimeExpression | None) -> bool:
    """ "between 28 April and 2 May this year": the year only tells which April."""
    if before is None or not isinstance(expression.form, Period) or isinstance(before.form, Period | FromEvent):
        return False
    return 0 <= expression.span.start - before.span.end <= 1 and not isinstance(before.form, CalendarDay)
