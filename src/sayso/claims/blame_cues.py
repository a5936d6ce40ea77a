# ruff: noqa: E501  word patterns are read in one go
"""Who is blamed in so many words: "blamed it on X", "accused X of", "X claimed responsibility"."""

import re
from collections.abc import Iterator

from sayso.model import Span

_END = r"(?=,|;|\.(?:\s|$)|\"|$| (?:for|of|over|in|on|at|as|after|when|who|which|that|during|while|to|said|saying)\b)"
_NP = rf"((?:the |a |an )?[^\s,.;\"][^,.;\"\n]{{1,60}}?){_END}"
_OF_NP = r"((?:the |a |an )?[^\s,.;\"][^,.;\"\n]{1,70}?)(?=,|;|\.(?:\s|$)|\"|$| (?:for|in|on|at|as|after|when|who|which|that|during|while|to|said|saying)\b)"
_CUES = (
    re.compile(rf"\b(?:blam(?:e|ed|es|ing)|pin(?:s|ned)?)\b[^.;\"]{{0,60}}? on {_OF_NP}"),
    re.compile(rf"\bblam(?:ed|es|ing) (?!by\b|for\b|the (?:attack|blast|explosion|deaths?|killing|shelling|strike)){_NP}"),
    re.compile(rf"\baccus(?:e|ed|es|ing) {_NP} of\b"),
    re.compile(rf"\b(?:put down to|attributed to|the work of|the handiwork of|point(?:s|ed|ing)? the finger at) {_OF_NP}"),
    re.compile(rf"\b(?:hold|holds|held|holding) {_NP} responsible\b"),
    re.compile(r"\bholds? ((?:the |a |an )?[\w' ’-]{3,60}?) responsible\b"),
    re.compile(r"\bnam(?:es|ed) ((?:the |a |an )?[\w' ’-]{3,60}?) as (?:having|the (?:culprit|attacker|perpetrator|killer))"),
    re.compile(r"\bsuspects? (?:that )?((?:the |a |an )?[\w' ’-]{3,50}?) (?:of|derailed|planted|fired|lit|set|attacked|shot|bombed|placed)\b"),
    re.compile(r"\b(?:was|were|been) (?:lit|set|planted|started|caused|fired|launched|staged|carried out|perpetrated|committed|dropped) by ((?:the |a |an )?[\w' ’.-]{3,60}?)(?=,|;|\.(?:\s|$)|$| (?:in|on|at|as|after|when|who|which|that|during|while|to|said|killed|hit|struck|tore|left)\b)"),
)  # fmt: skip
_CLAIMED = re.compile(
    r"((?:the |The |a |A |an |An )?[\w'’-]+(?: [\w'’-]+){0,4}?),?(?: has| have| had)?(?: since| later| quickly)? (?:claimed|took|taken|admitted|accepted) (?:full )?responsibility\b(?! yet)"
)
_NOBODY = re.compile(r"\b(?:no|not|nobody|none|yet to|neither|without|denied|denies|denying|nor)\b", re.IGNORECASE)
_NO_DOER = re.compile(
    r"^(?:it|him|her|them|each other|one another|he|she|they|who|which|that|this|both sides|lack|weather|bad|poor|rain|heavy rain|human error|a technical)\b",
    re.IGNORECASE,
)


def blamed_by_cue(text: str, area: Span) -> str | None:
    """The one that a sentence blames in so many words; None where it blames nobody."""
    return next(_found(text, area), None)


def _found(text: str, area: Span) -> Iterator[str]:
    words = area.of(text)
    for cue in _CUES:
        for match in cue.finditer(words):
            if not _NOBODY.search(words[max(0, match.start() - 40) : match.start()]):
                doer = match[1].strip(" -")
                if doer and not _NO_DOER.match(doer):
                    yield doer
    claimed = _CLAIMED.search(words)
    if claimed and not _NOBODY.search(words[: claimed.end()]):
        yield claimed[1]
