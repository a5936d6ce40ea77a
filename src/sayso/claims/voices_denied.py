"""Whose account it is that a text denies: "denied an assertion by the union that two men had died" is the union's."""

import re
from functools import cache

from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Attribution, Sentence, Span

LONGEST = 70
"""Characters of the words that name who made the claim."""


def who_claimed(text: str, attributions: tuple[Attribution, ...], figure: Span, sentence: Sentence) -> str | None:
    """The words that name who made the claim, by its fullest name; None where nobody is named."""
    before, after = text[sentence.span.start : figure.start], text[figure.end : sentence.span.end]
    found = [m["who"] for key in ("claim_by", "claim_of") for one in _each(key) for m in one.finditer(before)]
    found += [m["who"] for one in _each("claim_after") for m in one.finditer(after)]
    for words in found:
        who = words.rsplit(", ", 1)[-1].strip(" ,\"“”'‘’") if ", the " in words else words.strip(" ,\"“”'‘’")
        named = 2 < len(who) <= LONGEST and not word_pattern("denials", "nobody").fullmatch(who)
        if named and not _opens_with_number(who):
            return _fullest(who, attributions)
    return None


def _opens_with_number(who: str) -> bool:
    """ "its figure of thirteen dead and denies that": people counted, and nobody who claims."""
    first = who.split()[0].lower()
    return first[0].isdigit() or first in _number_words()


@cache
def _number_words() -> frozenset[str]:
    tables = [load_vocabulary("numbers")[key] for key in ("units", "tens", "vague")]
    return frozenset(str(word) for table in tables if isinstance(table, dict) for word in table)


@cache
def _each(key: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a list one by one, since each names its own group."""
    return tuple(re.compile(one, re.IGNORECASE) for one in word_list("denials", key))


def _fullest(who: str, attributions: tuple[Attribution, ...]) -> str:
    bare = who.lower().removeprefix("the ")
    names = [name for a in attributions for name in a.chain if name.lower().removeprefix("the ").startswith(bare)]
    return max(names, key=len, default=who)
