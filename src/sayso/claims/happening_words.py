"""The words of happenings in a report: which kinds each sentence and the title name, found once."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sayso.claims.happening_senses import Setting, sense_of
from sayso.claims.lexicon import lexicon, plural, verb_forms
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, EventKind, Span

WEAK = frozenset({EventKind.OTHER, EventKind.CLASH, EventKind.SIEGE})
"""Kinds whose words often only set the scene of another kind."""
_HANDICAP = {EventKind.OTHER: 80, EventKind.CLASH: 50, EventKind.SIEGE: 80, EventKind.SHELLING: 12}
"""How much farther off a word of that kind counts, in code points. Source: tried on the training articles."""
_CAUSE = 20
"""The same for a cause of harm that is no attack. Source: tried on the training articles."""
_HEAD = 3
"""Sentences of a report that tell what it is about. Source: our choice."""
_AROUND = 80
"""Code points around a word of attack in which its sense shows. Source: our choice."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that names a kind of happening."""

    kind: EventKind
    rank: int
    """Place of the kind in the vocabulary: earlier kinds win ties."""
    span: Span
    word: str
    """As written."""

    @property
    def weak(self) -> bool:
        """The word often only sets the scene of another kind; a cause of death that is no attack does not."""
        return self.kind in WEAK and not (self.kind is EventKind.OTHER and not _fits("scene", self.word))


@dataclass
class HappeningWords:
    """The words of happenings of one report, by sentence."""

    annotated: Annotated
    _by_sentence: dict[int, tuple[Hit, ...]] = field(default_factory=dict)
    _title: tuple[Hit, ...] | None = None
    _counts: Counter[EventKind] | None = None
    _disaster: bool | None = None

    def of_sentence(self, i: int) -> tuple[Hit, ...]:
        """The words in a sentence, given by its index; empty outside of the report."""
        if not 0 <= i < len(self.annotated.sentences):
            return ()
        if i not in self._by_sentence:
            self._by_sentence[i] = hits_in(self.annotated.text, self.annotated.sentences[i].span, self._said)
        return self._by_sentence[i]

    def of_title(self) -> tuple[Hit, ...]:
        """The words in the title; spans point into it."""
        if self._title is None:
            title = self.annotated.report.title or ""
            self._title = hits_in(title, Span(0, len(title)), self._said)
        return self._title

    @property
    def _said(self) -> str:
        return said_by(self.annotated)

    def counts(self) -> Counter[EventKind]:
        """How often the report names each kind."""
        if self._counts is None:
            self._counts = Counter(hit.kind for hit in self.everywhere())
        return self._counts

    @property
    def is_disaster(self) -> bool:
        """The report is on a disaster: its head or title names one, and it speaks of disaster more than of attacks."""
        if self._disaster is None:
            listed = self.annotated.sentences
            head = self.annotated.text[: listed[min(_HEAD, len(listed)) - 1].span.end] if listed else ""
            told = _holds("disaster", f"{self.annotated.report.title or ''} {head}")
            named = len(word_pattern("events_patterns", "disaster").findall(self.annotated.text)) if told else 0
            self._disaster = named > sum(hit.kind not in WEAK for hit in self.everywhere())
        return self._disaster

    def everywhere(self) -> Iterator[Hit]:
        """The words of all sentences, in order."""
        for i in range(len(self.annotated.sentences)):
            yield from self.of_sentence(i)


def nearest(hits: tuple[Hit, ...], place: Span) -> Hit | None:
    """The word nearest to a place; earlier kinds of the vocabulary win ties."""
    return min(hits, key=lambda hit: (hit.span.distance(place) + _handicap(hit), hit.rank), default=None)


def _handicap(hit: Hit) -> int:
    return _CAUSE if hit.kind is EventKind.OTHER and not hit.weak else _HANDICAP.get(hit.kind, 0)


def said_by(annotated: Annotated) -> str:
    """Title and text of a report, in which the senses of its words show."""
    return f"{annotated.report.title or ''}\n{annotated.text}"


def hits_in(text: str, area: Span, report: str) -> tuple[Hit, ...]:
    """The words of happenings in a stretch; of those inside one another the longest ("rocket bomb", not "bomb")."""
    lowered = _lowered(text)
    words = _WORD.findall(lowered, area.start, area.end)
    named = [one for one in _patterns() if not one.openers.isdisjoint(words)]
    if not named:
        return ()
    disaster = word_pattern("events_patterns", "disaster").search(text, area.start, area.end) is not None
    found = [
        (one.kind, one.rank, match)
        for one in named
        for match in one.pattern.finditer(lowered, area.start, area.end)
        if not _is_no_attack(text, match, disaster=disaster)
    ]
    longest = [one for one in found if not any(_is_inside(one[2], other) for _, _, other in found)]
    return tuple(_in_their_senses(longest, text, area, report))


def _is_inside(one: re.Match[str], other: re.Match[str]) -> bool:
    longer = other.end() - other.start() > one.end() - one.start()
    return longer and other.start() <= one.start() and one.end() <= other.end()


def _in_their_senses(
    found: list[tuple[EventKind, int, re.Match[str]]], text: str, area: Span, report: str
) -> Iterator[Hit]:
    for kind, rank, match in found:
        span = Span(match.start(), match.end())
        sense = sense_of(kind, Setting(text, area, span, report))
        if sense is not None:
            yield Hit(sense, rank, span, span.of(text))


def kinds_in(text: str, area: Span, report: str) -> frozenset[EventKind]:
    """The plain kinds of happening that a stretch of text names."""
    return frozenset(hit.kind for hit in hits_in(text, area, report) if hit.kind not in WEAK)


def _is_no_attack(text: str, match: re.Match[str], *, disaster: bool) -> bool:
    """ "A general strike", "a storm struck": a word of attack for something else."""
    if word_pattern("events_patterns", "participle").fullmatch(match.group()):
        return True
    if _fits("vessel", match.group()):
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        return _holds("idle_vessel", around) and not _holds("armed_vessel", around)
    if not _fits("ambiguous", match.group()):
        return False
    if _fits("strike", match.group()) and _holds("labour", _sentence_around(text, match)):
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    return disaster or _holds("no_attack", before)


def _sentence_around(text: str, match: re.Match[str]) -> str:
    return text[max(match.pos, match.start() - 2 * _AROUND) : min(match.endpos, match.end() + 2 * _AROUND)]


def _fits(pattern: str, word: str) -> bool:
    return word_pattern("events_patterns", pattern).fullmatch(word) is not None


def _holds(pattern: str, words: str) -> bool:
    return word_pattern("events_patterns", pattern).search(words) is not None


@dataclass(frozen=True, slots=True)
class _KindPattern:
    """The words of one kind of happening."""

    kind: EventKind
    rank: int
    pattern: re.Pattern[str]
    openers: frozenset[str]
    """The first word of each: where none of them stands, the pattern need not be tried."""


@cache
def _patterns() -> tuple[_KindPattern, ...]:
    words: dict[EventKind, set[str]] = {}
    for word, kind in lexicon().events:
        if kind is not EventKind.CUMULATIVE:
            words.setdefault(kind, set()).update(word_forms(word))
    return tuple(
        _KindPattern(kind, rank, _alternatives(forms), frozenset(_WORD.findall(form.lower())[0] for form in forms))
        for rank, (kind, forms) in enumerate(words.items())
    )


def word_forms(word: str) -> set[str]:
    """The written forms of a word of happening, which may be a noun or a verb."""
    return {word, plural(word)} | (set(verb_forms(word)) if word.isalpha() else set())


def _alternatives(words: set[str]) -> re.Pattern[str]:
    longest_first = sorted((re.escape(word.lower()) for word in words), key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(longest_first) + r")\b")


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    """The text in lower case, letter by letter at the same places: without a flag for case the patterns are fast."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
