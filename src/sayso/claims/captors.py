"""Who holds people: what outlaws do is abduction, whatever the verb."""

from functools import cache

from sayso.claims.harm_words import Harm
from sayso.claims.lexicon import plural
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated


def taken_by_outlaws(annotated: Annotated, harm: Harm) -> bool:
    """ "rioters seized nine guards", "captured by pirates"."""
    tokens = annotated.tokens
    verb = tokens[harm.trigger]
    if verb.lemma not in _taking():
        return False
    for child in annotated.children(harm.trigger):
        agent = child.dep == "nsubj" and not harm.passive
        by = child.lower == "by" and child.dep in {"agent", "prep"}
        heads = [child] if agent else list(annotated.children(child.i)) if by else []
        if any(head.lower in _outlaws() for head in heads):
            return True
    return False


def held_by_captors(annotated: Annotated, harm: Harm, first: int, last: int) -> bool:
    """ "are being held", "in custody", where the sentence speaks of kidnappers; `first`, `last`: the words counted."""
    tokens = annotated.tokens
    trigger = tokens[harm.trigger]
    if trigger.lower not in {"being", "held", "in"} and trigger.lemma not in {"free", "release", "rescue"}:
        return False
    sentence = annotated.sentences[tokens[harm.trigger].sentence]
    words = {t.lower for t in tokens[sentence.first : sentence.last] if not first <= t.i < last}
    return bool(words & frozenset(word_list("harm", "captors")))


@cache
def _taking() -> frozenset[str]:
    return frozenset(word_list("events_blame", "taking"))


@cache
def _outlaws() -> frozenset[str]:
    words = word_list("people", "outlaws")
    return frozenset(words) | {plural(word) for word in words}
