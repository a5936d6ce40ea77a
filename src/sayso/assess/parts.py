"""Figures that their own words show to be a part, a further count, or one that no longer holds."""

import re
from functools import cache

from sayso.knowledge.vocabulary import word_list
from sayso.model import Claim, Measure, Report

_HARMED = {
    **dict.fromkeys((Measure.KILLED, Measure.EXECUTED), "wholes_killed"),
    **dict.fromkeys((Measure.INJURED, Measure.KILLED_OR_INJURED), "wholes_injured"),
}
_BEHIND = 40
"""Characters behind a figure in which "of the dead" is looked for."""
_AHEAD = 45
"""Characters before a figure in which "the previous toll was" is looked for."""
_BODIES = re.compile(r"\bbod(?:y|ies)\b")


def is_part_of_the_harmed(claim: Claim, report: Report | None) -> bool:
    """ "15 of the wounded", "two of them": some of those whom the report tells of."""
    if report is None:
        return False
    words = report.text[claim.span.start : claim.span.end + _BEHIND]
    return _of_whom(_HARMED.get(claim.measure) if claim.measure else None).search(" ".join(words.split())) is not None


@cache
def _of_whom(key: str | None) -> re.Pattern[str]:
    harmed = "|".join(map(re.escape, word_list("ranges_words", key))) if key else "(?!)"
    others = "|".join(map(re.escape, word_list("ranges_words", "wholes_any")))
    return re.compile(
        rf"^\S+(?: \S+)? of (?:(?:the|its|their|our) (?:\d+ )?(?:{harmed})|(?:{others}))\b", re.IGNORECASE
    )


def is_none_on_top(claim: Claim, report: Report | None) -> bool:
    """ "No bodies have been found since Thursday": none came on top, which says nothing of how many there are."""
    if report is None or claim.figure is None or claim.figure.high != 0:
        return False
    sentence = report.text[claim.sentence.start : claim.sentence.end].casefold()
    return _BODIES.search(claim.words.casefold()) is not None or _any("on_top").search(sentence) is not None


def is_said_before(claim: Claim, report: Report | None) -> bool:
    """ "The previous toll was 20", "up from 17": what the report gives as said before."""
    if report is None:
        return False
    start = max(claim.sentence.start, claim.span.start - _AHEAD)
    before = report.text[start : claim.span.start]
    return _earlier_count().search(before) is not None or _went_from().search(before) is not None


@cache
def _went_from() -> re.Pattern[str]:
    moved = "|".join(map(re.escape, word_list("ranges_words", "moved")))
    return re.compile(rf"\b(?:{moved})(?: \w+)? from (?:the |only |just |at least )?$", re.IGNORECASE)


@cache
def _earlier_count() -> re.Pattern[str]:
    before = "|".join(map(re.escape, word_list("ranges_words", "before")))
    counts = "|".join(map(re.escape, word_list("ranges_words", "counts")))
    return re.compile(rf"\b(?:{before})(?: \w+)?,? (?:{counts})\b[^.;]*$", re.IGNORECASE)


def is_corrected(claim: Claim, report: Report | None) -> bool:
    """The sentence says that the figure corrects an earlier one ("revised down to nine")."""
    return (
        report is not None
        and _any("corrected").search(report.text[claim.sentence.start : claim.sentence.end].casefold()) is not None
    )


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, word_list('ranges_words', key)))})\b")
