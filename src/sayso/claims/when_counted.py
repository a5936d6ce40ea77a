"""Times counted from one happening to another ("came a day after a bomb killed 14"), and counts of other times."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.claims.when_clause import follows
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.times_forms import Ago, Unit
from sayso.knowledge.times_resolve import Setting, Unresolved, basic_days, precision_of
from sayso.knowledge.times_words import alternatives, happening_nouns, time_words
from sayso.model import Annotated, Interval, Precision, Sentence, Span

_NEAR = 25
"""How far before a figure the words of comparing may begin, in code points."""
_TOLD_NEAR = 8
"""How far behind "two days after" the happening may be named, in words. Source: our choice."""
_DAYS = {"day": 1, "night": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Gap:
    """Words between a happening and the one that came before it: "two days after"."""

    span: Span
    words: str
    unit: str
    count: int | None
    within: bool
    """No more than that: "less than two weeks after"."""

    @classmethod
    def of(cls, text: str, span: Span) -> "Gap | None":
        """The gap that the words of a time give; None where they give none."""
        match = _after().fullmatch(span.of(text))
        if match is None:
            return None
        count = time_words().count(match["count"]) if match["count"] else None
        lead = text[max(0, span.start - _NEAR) : span.start]
        within = word_pattern("times_patterns", "within").search(lead) is not None
        return cls(span, match[0], match["unit"].lower(), count, within)

    @property
    def is_days(self) -> bool:
        """It counts days, nights or weeks."""
        return self.unit in _DAYS

    def before(self, day: Interval) -> Interval | None:
        """The days so long before that day; None where the words do not tell."""
        if day.first is None or day.last is None:
            return None
        if self.unit == "minute":
            return day
        if self.unit == "hour":
            return Interval(day.first - timedelta(days=1), day.last, Precision.DAYS)
        if self.count is None:
            return None
        step = _DAYS.get(self.unit)
        if step is None:
            back = basic_days(Ago(self.count, Unit(self.unit)), Setting(day.last, "past"))
            return None if isinstance(back, Unresolved) else Interval(*back, precision_of(*back))
        if self.within:
            days = timedelta(days=self.count * step)
            return Interval(day.first - days, day.last - timedelta(days=1), Precision.DAYS)
        return day.shifted(-self.count * step)


@cache
def _after() -> re.Pattern[str]:
    words = time_words()
    count = rf"(?P<count>\d{{1,3}}|(?:a\s+)?{alternatives(words.vague_counts)}|{alternatives(words.counts)})"
    return re.compile(rf"(?:{count}\s+)?(?P<unit>minute|hour|day|night|week|month|year)s?\s+after", re.IGNORECASE)


def or_the_day_before(day: Interval) -> Interval:
    """That day and the one before it: much of what is told without a time is from the evening before."""
    first = day.last if day.first is None else day.first
    if first is None or first != day.last or first == date.min:
        return day
    return Interval(first - timedelta(days=1), day.last, Precision.DAYS)


def tells_a_happening(annotated: Annotated, gap: Span, sentence: Sentence) -> bool:
    """ "Four days after the cyclone crossed": a happening is named right behind, and the sentence tells no other one
    ("two days after the truce, an ambush")."""
    ahead = annotated.tokens_in(Span(gap.end, max(gap.end, sentence.span.end)))
    near = next((n for n, token in enumerate(ahead) if token.text == ","), _TOLD_NEAR)
    told = [n for n, token in enumerate(ahead) if token.lemma.lower() in happening_nouns()]
    return bool(told) and told[0] < min(near, _TOLD_NEAR) and all(n < near for n in told)


def is_after_gap(annotated: Annotated, gap: Gap, *spans: Span) -> bool:
    """What stands there stands in what the gap counts from."""
    tokens = (annotated.tokens_in(span) for span in spans if gap.span.end <= span.start)
    return any(follows(annotated, gap.span, found[-1].i) for found in tokens if found)


def is_earlier_count(text: str, counted: Span) -> bool:
    """ "down from 14 a day before": what had been counted by then."""
    lead = text[max(0, counted.start - _NEAR) : counted.start]
    return word_pattern("times_patterns", "earlier_count").search(lead) is not None


def is_beside(text: str, counted: Span, time: Span) -> bool:
    """ "1,702 in the whole of 2024": the time follows the figure in its own phrase."""
    gap = text[counted.end : time.start] if time.start >= counted.end else None
    return gap is not None and word_pattern("times_patterns", "beside").fullmatch(gap) is not None


def is_later_death(text: str, harm: Span, sentence: Span) -> bool:
    """ "Another three died in hospital on Thursday": of what had happened before."""
    return word_pattern("times_patterns", "later_death").match(text, harm.start, sentence.end) is not None


def is_as_of(text: str, time: Span) -> bool:
    """ "as of Tuesday", "as at last night": the day of the counting."""
    return word_pattern("times_patterns", "as_of").search(text[max(0, time.start - _NEAR) : time.start]) is not None


def is_compared(text: str, counted: Span, time: Span) -> bool:
    """ "211 cases, up from 113 a week ago", "13, against 19 in June": the time is that of the number compared with."""
    between = text[counted.end : time.start] if counted.end <= time.start else ""
    return word_pattern("times_patterns", "compared").search(between) is not None


def is_of_earlier_count(text: str, time: Span) -> bool:
    """ "211 cases, up from 113 on Saturday": the day of the 113."""
    lead = text[max(0, time.start - 2 * _NEAR) : time.start]
    return word_pattern("times_patterns", "counted_before").search(lead) is not None


def opens_with_when(between: str) -> bool:
    """ "2014, when over sixty died": nothing but who died stands between."""
    return word_pattern("times_patterns", "when_clause").fullmatch(between) is not None
