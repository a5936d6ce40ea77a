"""What single sentences say about places and deeds, each thing looked up once for a report."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, Sentence

_DAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NO_COUNTS = ("DATE", "TIME", "PERCENT", "QUANTITY", "ORDINAL", "MONEY")


@dataclass(frozen=True)
class SentenceWords:
    """The words of one sentence, in lower case where the name does not say otherwise."""

    annotated: Annotated
    sentence: Sentence

    @cached_property
    def _words(self) -> str:
        return self.sentence.span.of(self.annotated.text)

    @cached_property
    def turns(self) -> bool:
        """It turns to another deed."""
        return word_pattern("places_patterns", "other_deed").match(self._words) is not None

    @cached_property
    def tells_again(self) -> bool:
        """It speaks of the deed as of one told before."""
        return word_pattern("places_patterns", "told_again").search(self._words) is not None

    @cached_property
    def kinds_again(self) -> tuple[str, ...]:
        """The kinds of places that it speaks of as of ones told before."""
        found = word_pattern("places_patterns", "kind_again").finditer(self._words)
        return tuple(match[1].lower() for match in found)

    @cached_property
    def unnamed_kinds(self) -> frozenset[str]:
        """The kinds of the places that it leaves without a name."""
        found = word_pattern("places_patterns", "unnamed").finditer(self._words)
        return frozenset(match[1].lower() for match in found)

    @cached_property
    def means_several(self) -> bool:
        """It speaks of several places at once."""
        return word_pattern("places_patterns", "several").search(self._words) is not None

    @cached_property
    def days(self) -> frozenset[str]:
        """The days of the week."""
        return frozenset(day.lower() for day in _DAYS.findall(self._words))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that are no part of a date, a sum or a measure."""
        first, last = self.sentence.first, self.sentence.last
        dated = [n for n in self.annotated.names if n.label in _NO_COUNTS and n.first < last and n.last > first]
        return frozenset(
            t.lower
            for t in self.annotated.tokens_of(self.sentence)
            if t.pos == "NUM" and not any(n.first <= t.i < n.last for n in dated)
        )


@dataclass
class ReportSentences:
    """The sentences of one report."""

    annotated: Annotated
    _read: dict[int, SentenceWords] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> SentenceWords:
        """The words of a sentence."""
        if sentence.i not in self._read:
            self._read[sentence.i] = SentenceWords(self.annotated, sentence)
        return self._read[sentence.i]
