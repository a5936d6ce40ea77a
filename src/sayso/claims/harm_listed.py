"""People told of by lists and by what was done to a part of them: "the list of the missing has 52 people on it"."""

from functools import cache

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import NEGATION, Harm, Scope
from sayso.claims.lexicon import body_parts, lexicon, verb_forms
from sayso.knowledge.vocabulary import word_list
from sayso.model import Measure

_REACH = 9
"""Tokens between a list and the number on it, or between a denial and what it denies."""
_POSSESSIVES = frozenset({"his", "her", "their"})
_TRACES = frozenset({"trace", "traces", "sign", "word", "news"})
_HAVING = frozenset({"had", "has", "have", "having"})


def listed(scope: Scope, counted: Counted) -> Harm | None:
    """What a list, a vain search, an opening or a part of the body says of the people counted."""
    return (
        _on_a_roll(scope, counted)
        or _on_a_roll_behind(scope, counted)
        or _sought_in_vain(scope, counted)
        or among_the_lost(scope, counted)
        or _had_done(scope, counted)
        or _mourned(scope, counted)
        or _none_survived(scope, counted)
    )


def _on_a_roll(scope: Scope, counted: Counted) -> Harm | None:
    """ "the list of the missing that we keep now has 52 people on it"."""
    tokens, i = scope.annotated.tokens, counted.first - 1
    if i < scope.sentence.first or tokens[i].lower not in word_list("harm", "rolls_hold"):
        return None
    for j in range(i, max(scope.sentence.first, i - _REACH) - 1, -1):
        if tokens[j].lower in word_list("harm", "rolls"):
            return _of_the_harmed(scope, j)
    return None


def _on_a_roll_behind(scope: Scope, counted: Counted) -> Harm | None:
    """ "31 names on its list of the disappeared"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    for j in range(counted.last, min(counted.last + 4, last)):
        if tokens[j].lower in word_list("harm", "rolls") and tokens[counted.last].lower in {"on", "in"}:
            return _of_the_harmed(scope, j)
    return None


def _of_the_harmed(scope: Scope, roll: int) -> Harm | None:
    """What the people of a list are: "list of the missing", "register of missing persons"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    if tokens[min(roll + 1, scope.sentence.last - 1)].lower != "of":
        return None
    for j in range(roll + 2, min(roll + 5, scope.sentence.last)):
        measure = lex.people.get(tokens[j].lower) or lex.states.get(tokens[j].lower)
        if measure is not None:
            return Harm(measure, roll, f'They are on the "{tokens[roll].text}" of the "{tokens[j].text}".')
    return None


def _sought_in_vain(scope: Scope, counted: Counted) -> Harm | None:
    """ "nothing has been heard of the eight crew since Saturday"."""
    tokens, i = scope.annotated.tokens, counted.first - 2
    if i < scope.sentence.first or not counted.known:
        return None
    traced = tokens[i + 1].lower == "of" and {t.lower for t in tokens[max(scope.sentence.first, i - 5) : i]} & _TRACES
    if not traced and f"{tokens[i].lower} {tokens[i + 1].lower}" not in word_list("harm", "sought_in_vain"):
        return None
    before = {t.lower for t in tokens[max(scope.sentence.first, i - _REACH) : i]}
    if not before & (NEGATION | {"no", "nothing", "none", "nobody", "little"}):
        return None
    return Harm(
        Measure.MISSING, i, f'"{tokens[i].text} {tokens[i + 1].text}" with a denial says that they are missing.'
    )


def among_the_lost(scope: Scope, counted: Counted) -> Harm | None:
    """ "Among those we lost today: a mother and her four sons"."""
    tokens, lex, first = scope.annotated.tokens, lexicon(), scope.sentence.first
    opens = next(
        (i for i in range(first, min(first + 3, counted.first)) if tokens[i].lower in {"among", "amongst"}), None
    )
    stop = next((i for i in range(first, counted.first) if tokens[i].text == ":"), None)
    if opens is None or stop is None:
        return None
    for i in range(opens + 1, stop):
        word = tokens[i].lower
        verb = lex.verbs.get(word)
        measure = lex.people.get(word) or (verb.patient or verb.undergoer if verb and verb.form == "past" else None)
        if measure is not None:
            return Harm(measure, i, f'They are named among those of "{tokens[i].text}".')
    return None


def _had_done(scope: Scope, counted: Counted) -> Harm | None:
    """ "two women had their fingers cut off", "had his jaw broken"."""
    tokens, i, last = scope.annotated.tokens, counted.last, scope.sentence.last
    if i + 3 >= last or tokens[i].lower not in _HAVING or tokens[i + 1].lower not in _POSSESSIVES:
        return None
    for j in range(i + 2, min(i + 5, last - 1)):
        measure = body_parts().get(tokens[j].lower)
        if measure is not None and tokens[j + 1].lower in _done():
            return Harm(measure, j + 1, f'"{tokens[j].text} {tokens[j + 1].text}" was done to them.')
    return None


def _none_survived(scope: Scope, counted: Counted) -> Harm | None:
    """ "there were no survivors among the 61 on board"; "the mayor survived but her driver did not"."""
    tokens, i, last = scope.annotated.tokens, counted.first - 1, scope.sentence.last
    before = [t.lower for t in tokens[max(scope.sentence.first, i - 3) : i + 1]]
    if before[-3:-1] == ["no", "survivors"] and before[-1] in {"among", "from", "of"}:
        return Harm(Measure.KILLED, i - 1, '"no survivors" says it of all of them.')
    if before[-3:] == ["not", "one", "of"] or before[-2:] == ["none", "of"]:
        alive = next((i for i in range(counted.last, min(counted.last + 7, last)) if lived(scope, i)), None)
        if alive is not None:
            return Harm(Measure.KILLED, alive, f'"none ... {tokens[alive].text}" says it of all of them.')
    after = [t.lower for t in tokens[counted.last : min(counted.last + 3, last)]]
    stops = len(after) < 3 or after[2] in {".", ",", ";", "!"}
    survived = any(t.lemma in {"survive", "live"} for t in tokens[scope.sentence.first : counted.first])
    if after[:2] in (["did", "not"], ["did", "n't"]) and stops and survived:
        return Harm(Measure.KILLED, counted.last + 1, "Others survived, they did not.")
    return None


def lived(scope: Scope, i: int) -> bool:
    """A verb of whoever came through: "survived", "got out"."""
    tokens = scope.annotated.tokens
    if tokens[i].lemma == "get":
        return i + 1 < scope.sentence.last and tokens[i + 1].lower in word_list("harm", "ways_out")
    return tokens[i].lemma in word_list("harm", "living")


@cache
def _done() -> frozenset[str]:
    """The participles of what is done to a part of the body."""
    verbs = (*word_list("harm", "part_verbs"), *word_list("harm", "part_hurts"))
    return frozenset(form for verb in verbs for form, name in verb_forms(verb).items() if name == "past")


def _mourned(scope: Scope, counted: Counted) -> Harm | None:
    """ "the funerals of three farmers"."""
    tokens, i = scope.annotated.tokens, counted.first - 2
    if i < scope.sentence.first or not (counted.known or counted.noun is None):
        return None
    if f"{tokens[i].lower} {tokens[i + 1].lower}" not in word_list("harm", "mourned"):
        return None
    return Harm(Measure.KILLED, i, f'"{tokens[i].text} {tokens[i + 1].text}" is held for the dead.')
