"""People aboard a boat, a plane or a bus that was hijacked or seized with them in it."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm, Scope
from sayso.knowledge.vocabulary import word_list
from sayso.model import Measure, Token

_INSIDE = frozenset({"aboard", "onboard", "inside"})
_HAVING = frozenset({"with", "had", "has", "have", "having", "of", "were", "was", "are", "been", "carried", "carrying"})
_NEAR = 6
"""Tokens between the carrier and those in it."""


def aboard(scope: Scope, counted: Counted) -> Harm | None:
    """ "hijacked a bus carrying 40 teachers", "the tanker was seized with 18 sailors on board"."""
    if counted.implied or counted.figure.high == 0 or not (counted.known or counted.noun is None):
        return None
    at = _carried(scope, counted) or _inside(scope, counted)
    if at is None:
        return None
    clause = _clause(scope, counted)
    taken = next((t for t in clause if t.lemma in word_list("harm", "taken")), None)
    carriers = word_list("harm", "carriers")
    if taken is None or not any(t.lower in carriers for t in clause):
        return None
    return Harm(Measure.ABDUCTED, at, f'They were in what was taken ("{taken.text}").')


def _clause(scope: Scope, counted: Counted) -> tuple[Token, ...]:
    """The words around the figure up to the semicolons."""
    tokens, first, last = scope.annotated.tokens, counted.first, counted.last
    while first > scope.sentence.first and tokens[first - 1].text != ";":
        first -= 1
    while last < scope.sentence.last and tokens[last].text != ";":
        last += 1
    return tokens[first:last]


def _carried(scope: Scope, counted: Counted) -> int | None:
    """ "a bus carrying 40 teachers"."""
    tokens, i = scope.annotated.tokens, counted.first - 1
    if i < scope.sentence.first or tokens[i].lower not in word_list("harm", "carrying"):
        return None
    carriers = word_list("harm", "carriers")
    return i if any(t.lower in carriers for t in tokens[max(scope.sentence.first, i - _NEAR) : i]) else None


def _inside(scope: Scope, counted: Counted) -> int | None:
    """ "with 130 people aboard", "20 people were on board"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    said = counted.first > scope.sentence.first and tokens[counted.first - 1].lower in _HAVING
    for i in range(counted.last, min(counted.last + 4, last)):
        if i in scope.starts or tokens[i].text in ",;:":
            return None
        on_board = tokens[i].lower == "on" and i + 1 < last and tokens[i + 1].lower == "board"
        if tokens[i].lower in _INSIDE or on_board:
            return i if said else None
        said = said or tokens[i].lower in _HAVING
    return None
