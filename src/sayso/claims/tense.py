"""Whether a time belongs to what has been or to what is to come."""

from functools import cache
from typing import Literal

from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Span

_CLIMB = 12


def tense_of(annotated: Annotated, time: Span) -> Literal["past", "future"]:
    """ "will leave on Friday", "is due to meet on Friday": to come; everything else has been."""
    tokens = annotated.tokens_in(time)
    if not tokens:
        return "past"
    at = tokens[-1].i
    for _ in range(_CLIMB):
        token = annotated.tokens[at]
        if token.pos in {"VERB", "AUX"}:
            return "future" if _is_to_come(annotated, at) else "past"
        if token.head == at:
            break
        at = token.head
    return "past"


def _is_to_come(annotated: Annotated, verb: int) -> bool:
    """A verb with "will", or one that hangs with "to" on a word of expecting ("expected to", "due to")."""
    token = annotated.tokens[verb]
    below = annotated.children(verb)
    if any(child.dep == "aux" and child.lower in _words("future_marks") for child in below):
        return True
    if not any(child.lower == "to" and child.dep == "aux" for child in below):
        return False
    above = annotated.tokens[token.head]
    beside = (above, annotated.tokens[above.head], *annotated.children(above.i))
    present = any(token.lower in {"is", "are"} for token in beside)
    return token.head != verb and present and (above.lower in _words("future_heads") or above.pos == "AUX")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list("times", key))
