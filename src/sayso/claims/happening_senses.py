"""Words of happening with more than one sense: which kind one names, if any, by the words around it and its report."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import EventKind, Span

_FILE = "events_senses"
_BESIDE = 40
"""Code points of "before" and "after". Source: our choice."""
_AROUND = 90
"""Code points of "around", on each side. Source: our choice."""
_NOTHING = "nothing"
_SCOPES = ("before", "after", "around", "sentence", "report")


@dataclass(frozen=True)
class Sense:
    """One sense of some words."""

    word: re.Pattern[str]
    kinds: frozenset[EventKind]
    """Under which the word was found."""
    reads: EventKind | None
    """What it then names; None for no happening."""
    where: Mapping[str, re.Pattern[str]]
    """By scope: all must be found."""
    unless: Mapping[str, re.Pattern[str]]
    """By scope: none may be found."""


@dataclass(frozen=True)
class Setting:
    """A word where it stands."""

    text: str
    """The report's text, or its title."""
    area: Span
    """The sentence."""
    word: Span
    report: str
    """Everything that the report says, the title too."""

    def holds(self, scope: str, pattern: re.Pattern[str]) -> bool:
        """The pattern is found in that scope."""
        if scope == "report":
            return _in_report(pattern, self.report)
        start, end = self._reach(scope)
        return pattern.search(self.text[start:end]) is not None

    def _reach(self, scope: str) -> tuple[int, int]:
        word, area = self.word, self.area
        if scope == "before":
            return max(area.start, word.start - _BESIDE), word.start
        if scope == "after":
            return word.end, min(area.end, word.end + _BESIDE)
        if scope == "around":
            return max(area.start, word.start - _AROUND), min(area.end, word.end + _AROUND)
        return area.start, area.end


def sense_of(kind: EventKind, setting: Setting) -> EventKind | None:
    """The kind that a word found under a kind names where it stands; None where it names no happening."""
    word = setting.word.of(setting.text)
    for sense in senses():
        if kind in sense.kinds and sense.word.fullmatch(word) and _fits(sense, setting):
            return sense.reads
    return kind


def _fits(sense: Sense, setting: Setting) -> bool:
    return all(setting.holds(*one) for one in sense.where.items()) and not any(
        setting.holds(*one) for one in sense.unless.items()
    )


@lru_cache(maxsize=512)
def _in_report(pattern: re.Pattern[str], report: str) -> bool:
    return pattern.search(report) is not None


@cache
def senses() -> tuple[Sense, ...]:
    """The senses as listed. Raises KnowledgeError where one is damaged."""
    listed = load_vocabulary(_FILE).get("senses")
    return tuple(_sense(one) for one in listed) if isinstance(listed, list) else ()


def _sense(row: object) -> Sense:
    try:
        if not isinstance(row, Mapping):
            raise TypeError(row)
        reads = str(row["reads"])
        return Sense(
            re.compile(str(row["word"]), re.IGNORECASE),
            frozenset(map(EventKind, row.get("of", EventKind))),
            None if reads == _NOTHING else EventKind(reads),
            _patterns(row.get("where")),
            _patterns(row.get("unless")),
        )
    except (KeyError, TypeError, ValueError, re.error) as fault:
        raise KnowledgeError(
            f"A sense of a word of happening is damaged ({fault!r}).",
            f"sayso/knowledge/vocab/{_FILE}.yaml",
            "Install sayso again, or mend the file if you have edited it.",
        ) from fault


def _patterns(rows: object) -> dict[str, re.Pattern[str]]:
    if not isinstance(rows, Mapping):
        return {}
    if unknown := set(rows) - set(_SCOPES):
        raise KeyError(*unknown)
    return {scope: re.compile(str(rows[scope]), re.IGNORECASE) for scope in _SCOPES if scope in rows}
