"""When the harm happened: the time that the sentence gives for it, or the time that the account is telling of."""

from dataclasses import dataclass, field

from sayso.claims.conflicts import conflict_since
from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm
from sayso.knowledge.times import Anchor, TimeExpression, find_dateline, find_times, resolve_time
from sayso.model import Annotated, Attribution, EventKind, Interval, Precision, Sentence, Span

_LONG = frozenset({Precision.MONTH, Precision.YEAR, Precision.LONGER})
_HEAD_SENTENCES = 4
"""How far into a report its main time may stand."""


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
    _told: Interval | None = None
    """The day that the account last told of."""
    _cues: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        report = self.annotated.report
        dateline = find_dateline(report.text, report.published)
        self.anchor = Anchor(report.published, dateline)
        at = report.text.find(dateline.words) if dateline else -1
        self._dateline = Span(at, at + len(dateline.words)) if dateline and at >= 0 else None
        self._cues = [cue for a in self.attributions for cue in a.cue]

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Interval | None, str]:
        """The interval in which it happened and why; None with the reason where it cannot be told."""
        if event is EventKind.CUMULATIVE:
            return self._cumulative(counted, sentence)
        own = self._own(counted, harm, sentence)
        if own is not None:
            if own.interval.precision not in _LONG:
                self._told = own.interval
            return own.interval, own.reason
        return self._inherited(sentence)

    def _own(self, counted: Counted, harm: Harm, sentence: Sentence) -> _Time | None:
        times = [t for t in self._times(sentence) if not t.speech and not _is_open(t.interval)]
        if not times:
            return None
        return min(times, key=lambda t: self._distance(t, counted, harm))

    def _distance(self, time: _Time, counted: Counted, harm: Harm) -> tuple[int, int]:
        trigger = self.annotated.tokens[harm.trigger].span
        span = time.expression.span
        long = time.interval.precision in _LONG
        return (int(long), min(span.distance(trigger), span.distance(counted.span)))

    def _inherited(self, sentence: Sentence) -> tuple[Interval | None, str]:
        if self._told is not None:
            return self._told, "The sentence goes on with what happened at the time told before."
        for ahead in self.annotated.sentences[: max(_HEAD_SENTENCES, sentence.i)]:
            for time in self._times(ahead):
                if not time.speech and time.interval.precision not in _LONG and not _is_open(time.interval):
                    return time.interval, f"The report's main time: {time.reason}"
        speech = [t for t in self._times(sentence) if t.speech]
        for ahead in self.annotated.sentences[:_HEAD_SENTENCES]:
            speech.extend(t for t in self._times(ahead) if t.speech)
        if speech:
            return speech[0].interval, f"Only the time of the statement is given: {speech[0].reason}"
        own = self.anchor.interval
        if own is not None:
            return own, "No time is given: told as of the report's day."
        return None, "No time is given, and the report has no date."

    def _cumulative(self, counted: Counted, sentence: Sentence) -> tuple[Interval | None, str]:
        times = [t for t in self._times(sentence) if not t.speech]
        long = [t for t in times if t.interval.first != t.interval.last]
        if long:
            best = min(long, key=lambda t: t.expression.span.distance(counted.span))
            return self._closed(best.interval), best.reason
        since = conflict_since(self.annotated, sentence)
        if since is not None:
            last = self.anchor.days[-1] if self.anchor.days else None
            if last is None or last >= since[0]:
                interval = Interval(since[0], last, Precision.LONGER)
                return (interval if last else None), since[1]
        if times:
            best = min(times, key=lambda t: t.expression.span.distance(counted.span))
            return self._closed(best.interval), best.reason
        return None, "The toll covers a stretch of time whose start is not stated."

    def _closed(self, interval: Interval) -> Interval:
        """An interval "since" a day ends with the report's day."""
        if interval.first is None or interval.last is not None or not self.anchor.days:
            return interval
        last = self.anchor.days[-1]
        return Interval(interval.first, last, Precision.LONGER, interval.words) if last >= interval.first else interval

    def _times(self, sentence: Sentence) -> tuple[_Time, ...]:
        if sentence.i not in self._read:
            self._read[sentence.i] = tuple(self._resolved(sentence))
        return self._read[sentence.i]

    def _resolved(self, sentence: Sentence) -> list[_Time]:
        found = []
        for expression in find_times(self.annotated.text, sentence.span):
            if self._dateline is not None and expression.span.overlaps(self._dateline):
                continue
            reading = resolve_time(expression, self.anchor, told=self._told)
            if reading.interval is not None:
                speech = self._is_speech(expression.span, sentence)
                found.append(_Time(expression, reading.interval, reading.reason, speech))
        return found

    def _is_speech(self, span: Span, sentence: Sentence) -> bool:
        """The time hangs on the words of speaking ("a monitor said on Sunday")."""
        cues = [cue for cue in self._cues if cue.overlaps(sentence.span)]
        if not cues:
            return False
        if any(0 <= span.start - cue.end <= 6 or 0 <= cue.start - span.end <= 2 for cue in cues):
            inside = any(c.covers(span) for a in self.attributions for c in a.content)
            return not inside
        return False


def _is_open(interval: Interval) -> bool:
    return interval.first is None or interval.last is None
