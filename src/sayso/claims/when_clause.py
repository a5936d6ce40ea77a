"""Which clause a time stands in: that of the harm, one around it, another one, or the words of telling."""

from sayso.claims.lexicon import lexicon
from sayso.model import Annotated, Sentence, Span

_TELLING = frozenset(
    [
        "announce",
        "say",
        "tell",
        "report",
        "publish",
        "release",
        "confirm",
        "declare",
        "hear",
        "unveil",
        "learn",
        "recall",
    ]
)
"""Verbs of telling and showing. What is told happened at another time, unless no other is given."""
_TOLD = frozenset(
    ["report", "reports", "statement", "statements", "tally", "count", "estimate", "survey", "hearing", "verdict"]
)
"""Nouns for what is told: "a February report"."""
_CONTENT = frozenset(["ccomp", "relcl", "acl", "pcomp"])
_CLIMB = 12
ELSEWHERE = 2
"""The rank of a time in a clause that has nothing to do with the harm."""


def clause_rank(annotated: Annotated, time: Span, trigger: int) -> int:
    """0: under the word of harm or its verb; 1: in a clause around it; 2: elsewhere; 3: around the telling of it."""
    tokens = annotated.tokens_in(time)
    if not tokens:
        return 2
    at = tokens[-1].i
    if _dates_another_thing(annotated, at, trigger):
        return ELSEWHERE
    if trigger in _above(annotated, at):
        return 0
    own = _verb_of(annotated, at)
    of_harm = _above(annotated, trigger)
    if own is None or own == _verb_of(annotated, trigger):
        return 0
    if own in of_harm:
        below = [annotated.tokens[i].dep for i in (trigger, *of_harm[: of_harm.index(own)])]
        return 3 if any(dep in _CONTENT for dep in below) else 1
    return 2


def _dates_another_thing(annotated: Annotated, at: int, trigger: int) -> bool:
    """ "a region struck by the floods of 2004": the time stands in a clause, or beside a noun, of its own."""
    above = _above(annotated, at)
    below_harm = above[: above.index(trigger)] if trigger in above else []
    own = (annotated.tokens[i] for i in below_harm)
    return any(token.dep in {"relcl", "acl"} and token.lower not in lexicon().verbs for token in own)


def tells_of(annotated: Annotated, time: Span, trigger: int) -> bool:
    """ "since a blast on Monday that killed three": the harm stands in a clause that says more of the time's words."""
    inside = {token.i for token in annotated.tokens_in(time)}
    return annotated.tokens[trigger].dep in {"relcl", "acl"} and any(i in inside for i in _above(annotated, trigger))


def _above(annotated: Annotated, at: int) -> list[int]:
    """The tokens above a token, nearest first."""
    found: list[int] = []
    while annotated.tokens[at].head != at and len(found) < _CLIMB:
        at = annotated.tokens[at].head
        found.append(at)
    return found


def _verb_of(annotated: Annotated, at: int) -> int | None:
    """The nearest verb above a token, or the token itself."""
    for i in (at, *_above(annotated, at)):
        if annotated.tokens[i].pos in {"VERB", "AUX"}:
            return i
    return None


def says_when_it_was_told(annotated: Annotated, time: Span) -> bool:
    """ "announced today the release", "a February report": the time of the telling."""
    tokens = annotated.tokens_in(time)
    if not tokens:
        return False
    last = tokens[-1].i
    ahead = annotated.tokens[last + 1] if last + 1 < len(annotated.tokens) else None
    if ahead is not None and ahead.lower in _TOLD and ahead.sentence == tokens[-1].sentence:
        return True
    verb = _verb_of(annotated, last)
    if verb is None or annotated.tokens[verb].lemma not in _TELLING:
        return False
    return abs(verb - tokens[0].i) <= 4 or abs(verb - last) <= 4


def opens_sentence(annotated: Annotated, time: Span, sentence: Sentence) -> bool:
    """ "On Tuesday the monitor said a strike killed 18": news tells the day of the strike so."""
    tokens = annotated.tokens_in(time)
    return bool(tokens) and tokens[0].i <= sentence.first + 2


def belongs_to_a_name(annotated: Annotated, time: Span) -> bool:
    """ "the Sunday Herald", "the Friday Street inn"."""
    tokens = annotated.tokens_in(time)
    if len(tokens) != 1 or tokens[0].i == 0 or tokens[0].i + 1 >= len(annotated.tokens):
        return False
    before, ahead = annotated.tokens[tokens[0].i - 1], annotated.tokens[tokens[0].i + 1]
    return before.lower == "the" and ahead.pos == "PROPN" and ahead.text[:1].isupper() and tokens[0].dep == "compound"
