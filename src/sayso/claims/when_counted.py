"""Times counted from one happening to another ("came a day after a bomb killed 14"), and counts of other times."""

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from sayso.claims.when_clause import follows
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.times_words import alternatives, time_words
from sayso.model import Annotated, Interval, Precision, Span

_NEAR = 25
"""How far before a figure the words of comparing may begin, in code points."""
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

    def before(self, day: Interval) -> Interval | None:
        """The days so long before that day; None where the words do not tell."""
        if day.first is None or day.last is None:
            return None
        if self.unit == "minute":
            return day
        if self.unit == "hour":
            return Interval(day.first - timedelta(days=1), day.last, Precision.DAYS)
        step = _DAYS.get(self.unit)
        if step is None or self.count is None:
            return None
        if self.within:
            days = timedelta(days=self.count * step)
            return Interval(day.first - days, day.last - timedelta(days=1), Precision.DAYS)
        return day.shifted(-self.count * step)


@cache
def _after() -> re.Pattern[str]:
    words = time_words()
    count = rf"(?P<count>\d{{1,3}}|(?:a\s+)?{alternatives(words.vague_counts)}|{alternatives(words.counts)})"
    return re.compile(rf"(?:{count}\s+)?(?P<unit>minute|hour|day|night|week|month|year)s?\s+after", re.IGNORECASE)


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
