"""What a rule of the time grammar cannot do without: found fast, it spares most sentences most of the rules."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.knowledge.times_words import alternatives, capitalised, time_words

_ANYTHING = re.compile("")
_DIGIT = re.compile(r"\d")
_ON_THE = re.compile(r"\bon\s+the\b", re.IGNORECASE)
_UNIT = re.compile(r"\b(?:minute|hour|day|night|week|fortnight|month|year|decade)", re.IGNORECASE)
_TIME = re.compile(
    r"day|night|week|month|year|hour|minute|morning|afternoon|evening|tomorrow|dawn|dusk|noon|sunset|sunrise|since",
    re.IGNORECASE,
)
"""A part of some word of every rule that names no fragment of `_by_fragment`."""


def hint_for(pattern: str) -> re.Pattern[str]:
    """The hint of a rule as written, its fragments not yet filled in: stands wherever the rule matches."""
    return next((hint for fragment, hint in _by_fragment() if fragment in pattern), _TIME)


@cache
def _by_fragment() -> Sequence[tuple[str, re.Pattern[str]]]:
    """The hint of a fragment; of those in a rule the first counts."""
    words = time_words()
    months = re.compile(capitalised(words.months))
    return (
        ("<MONTH>", months),
        ("<CLEAR_MONTH>", months),
        ("<WEEKDAY>", re.compile(capitalised(words.weekdays))),
        ("<UNIT>", _UNIT),
        ("(?P<unit>", _UNIT),
        ("<SEASON>", re.compile(alternatives(words.seasons), re.IGNORECASE)),
        ("<FEAST>", _ANYTHING),
        ("<ORDINAL_WORD>", _ON_THE),
        ("<YEAR>", _DIGIT),
        ("<ORDINAL>", _DIGIT),
        (r"\d", _DIGIT),
    )
