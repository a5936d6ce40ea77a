"""How a text stands to a figure: asserted, alleged, unconfirmed or denied."""

import re

from sayso.knowledge.patterns import word_pattern
from sayso.model import Act, Annotated, Attribution, Sentence, Span, Status

_NEAR = 40
_BEHIND = 30
_AFTER = 160
"""Characters of the next sentence in which a remark on the figure may stand. Source: our choice."""


def _words(key: str) -> re.Pattern[str]:
    return word_pattern("status_patterns", key)


def status_of(annotated: Annotated, holding: list[Attribution], figure: Span, sentence: Sentence) -> tuple[Status, str]:
    """The status of the words of a figure and why; `holding`: the attributions whose content holds it."""
    text = annotated.text
    if any(a.act is Act.DENIES for a in holding):
        return Status.DENIED, "The words that hold the figure are a denial."
    if _is_denied(annotated, figure, sentence):
        return Status.DENIED, "The words around the figure call what states it false."
    if _is_corrected(annotated, figure, sentence):
        return Status.DENIED, "The outlet takes back what an earlier version of it said."
    unsure = any(a.act is Act.UNVERIFIED for a in holding) and not _of_their_fate(text, figure)
    if unsure or _is_unverified(annotated, figure, sentence):
        return Status.UNCONFIRMED, "The report says that it could not be verified."
    if any(_keeps_distance(a, text) for a in holding):
        return Status.ALLEGED, "The outlet keeps its distance from the statement."
    if _is_hedged(text, figure, sentence.span):
        return Status.ALLEGED, "The words beside the figure keep their distance."
    return Status.ASSERTED, "Stated without distance."


def is_of_guilt(attribution: Attribution, text: str) -> bool:
    """ "denied responsibility for the strike that killed nine": nobody disputes that nine were killed."""
    denies = attribution.act is Act.DENIES and bool(attribution.cue)
    return denies and _words("denied_guilt").match(text[attribution.cue[-1].end :]) is not None


def _is_denied(annotated: Annotated, figure: Span, sentence: Sentence) -> bool:
    """ "dismissed as invented a tally of 61", "messages that speak of 100 dead are false", "... This is a lie."."""
    text = annotated.text
    before, after = text[sentence.span.start : figure.start], text[figure.end : sentence.span.end]
    if _words("denied_before").search(before) or _words("denied_after").match(after):
        return True
    return bool(_words("denied_next").match(_beside(annotated, sentence, 1)))


def _is_corrected(annotated: Annotated, figure: Span, sentence: Sentence) -> bool:
    """ "An earlier version said that nine", "We got it wrong. On Friday we wrote that nine"."""
    before = annotated.text[sentence.span.start : figure.start]
    if _words("corrected_before").search(before):
        return True
    owns_up = _words("corrected_sentence").match(before) or _words("corrected_sentence").match(
        _beside(annotated, sentence, -1)
    )
    return bool(owns_up and _words("corrected_next").search(before))


def _beside(annotated: Annotated, sentence: Sentence, step: int) -> str:
    """The words of the sentence before or after it; none where there is none."""
    at = sentence.i + step
    return annotated.sentences[at].span.of(annotated.text) if 0 <= at < len(annotated.sentences) else ""


def _is_unverified(annotated: Annotated, figure: Span, sentence: Sentence) -> bool:
    """The sentence says that the figure is not verified or only feared, or the next one says so of the account."""
    text = annotated.text
    before, own = text[sentence.span.start : figure.start], sentence.span.of(text)
    if _words("unverified_before").search(before) or _words("feared").search(before) or _remarks(own):
        return True
    following = _beside(annotated, sentence, 1)[:_AFTER]
    return _remarks(following) and not _is_another_matter(following)


def _of_their_fate(text: str, figure: Span) -> bool:
    """ "The fate of 40 sailors is unknown": their number is not in doubt."""
    return _words("fate").search(text[max(0, figure.start - _NEAR) : figure.start]) is not None


def _is_another_matter(words: str) -> bool:
    """ "It has not been able to verify a count of nine": not the account before."""
    found = _words("unverified").search(words)
    if found is None:
        return False
    if _words("own_matter").search(words[: found.start()]):
        return True
    return _words("another_matter").match(words[found.end() :]) is not None


def _remarks(words: str) -> bool:
    """A remark that something could not be verified, other than who did it or why."""
    found = _words("unverified").search(words)
    if found is None or not _words("negated").search(found.group()):
        return False
    return not _words("cause").search(words[max(0, found.start() - 60) : found.start()])


def _is_hedged(text: str, figure: Span, sentence: Span) -> bool:
    """ "apparently", "reports that", "claims to have" before or right beside the figure."""
    area = text[max(sentence.start, figure.start - _NEAR) : min(sentence.end, figure.end + _BEHIND)]
    before, after = text[sentence.start : figure.start], text[figure.end : sentence.end]
    return bool(
        _words("hedge").search(area) or _words("leading_hedge").search(before) or _words("trailing_hedge").search(after)
    )


def _keeps_distance(attribution: Attribution, text: str) -> bool:
    """The outlet hedges the words; who claims responsibility claims the deed, and a war that claims lives nothing."""
    for cue in attribution.cue:
        if _words("claims_deed").search(cue.of(text)) and _words("no_allegation").match(text[cue.end :]):
            return False
        if _words("plain_report").match(cue.of(text)):
            return False
    return attribution.hedged
