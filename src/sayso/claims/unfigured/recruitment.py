"""People forced to fight or serve."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.claims.unfigured.factuality import PLAIN, Stance, stance
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import (
    child,
    doer,
    is_passive,
    key,
    patient,
    prints,
    said_of,
    subject,
    under,
    words_of,
)
from sayso.claims.unfigured.nouns import are_people
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Token

RECRUITMENT = ClaimKind.RECRUITMENT


def recruitment_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """Forced recruitment that a sentence speaks of; what is only feared or planned is left out."""
    for token in doc.tokens_of(sentence):
        found = _recruited(doc, token) if token.pos in ("VERB", "AUX") else _recruiting(doc, token)
        found = found or _pressed(doc, token)
        if found is not None:
            yield found


def _recruited(doc: Annotated, token: Token) -> Found | None:
    """ "Forced to take up arms", "conscripted villagers", "forced conscription"."""
    name = key(doc, token.i)
    if not any(name in words(listed) for listed in ("recruit_forced", "recruit_plain", "forcing")):
        return None
    whom, by, held = patient(doc, token.i), doer(doc, token.i), stance(doc, token.i)
    if held is None:
        return None
    if whom is None and by is not None and _is_joined_passive(doc, token):
        whom, by = by, None
    reason = f'People are said to be made to fight or serve ("{name}").'
    if name in words("recruit_forced") and whom is not None:
        return _found(doc, token, whom, reason, held, by)
    if name in words("recruit_plain"):
        forced = any(t.lower in ("forcibly", "forcefully") for t in doc.children(token.i))
        minors = whom is not None and whom.lemma in ("child", "boy", "girl", "minor", "teenager", "schoolchild")
        if forced or minors:
            return _found(doc, token, whom, reason, held, by)
    if name in words("forcing"):
        inner = child(doc, token.i, "xcomp", "ccomp")
        if inner is not None and _is_made_to_fight(doc, token, inner):
            return _found(doc, token, whom or child(doc, inner.i, "nsubj"), reason, held, by)
    return None


def _is_joined_passive(doc: Annotated, token: Token) -> bool:
    """ "Boys were taken AND MADE to fight": the parser sees no passive in the second verb."""
    head = doc.tokens[token.head]
    return token.dep == "conj" and is_passive(doc, head.i) and child(doc, token.i, "nsubj", "dobj", "aux") is None


def _is_made_to_fight(doc: Annotated, token: Token, inner: Token) -> bool:
    """The verb below is one of fighting, or one that is joined to it; being told to needs an "or else"."""
    told = token.lemma in ("tell", "order", "threaten", "press")
    joined = [t for t in doc.children(inner.i) if t.dep == "conj" and t.pos == "VERB"]
    if told and not any(t.lower == "or" for t in doc.children(inner.i)):
        return token.lemma == "order" and _is_fighting(doc, inner)
    return any(_is_fighting(doc, verb) for verb in (inner, *joined))


def _pressed(doc: Annotated, token: Token) -> Found | None:
    """ "The junta is press-ganging young men": the parser takes the verb for an adjective of those taken."""
    i = token.i
    if i < 2 or token.lemma != "gang" or doc.tokens[i - 1].text != "-" or doc.tokens[i - 2].lower != "press":
        return None
    above = doc.tokens[token.head]
    verb = doc.tokens[above.head] if token.dep == "amod" else token
    whom = above if token.dep == "amod" else patient(doc, i)
    held = stance(doc, verb.i)
    if held is None or whom is None:
        return None
    found = _found(doc, verb, whom, "People are said to be press-ganged.", held, subject(doc, verb.i))
    return replace(found, target=doc.text[doc.tokens[i + 1].start : whom.end]) if whom.i > i else found


def _found(doc: Annotated, token: Token, whom: Token | None, reason: str, held: Stance, by: Token | None) -> Found:
    return Found(
        RECRUITMENT,
        token.i,
        said_of(doc, token.i, whom if by is None or is_passive(doc, token.i) else by),
        reason,
        actor=words_of(doc, by),
        target=words_of(doc, whom),
        who=words_of(doc, whom) if are_people(doc, whom) else None,
        status=held.status,
        stance=held.reason,
    )


def _recruiting(doc: Annotated, token: Token) -> Found | None:
    """ "The forced conscription of boys"."""
    forced = any(t.lower in ("forced", "forcible", "forceful") for t in doc.children(token.i))
    if token.lemma not in words("recruiting_nouns") or not forced:
        return None
    above = doc.tokens[token.head]
    held = stance(doc, above.i) if above.pos == "VERB" else PLAIN
    if held is None:
        return None
    whom = under(doc, token.i, "of")
    return Found(
        RECRUITMENT,
        token.i,
        doc.subtree_span(token.i),
        "Forced recruitment is spoken of.",
        target=words_of(doc, whom),
        who=words_of(doc, whom),
        status=held.status,
        stance=held.reason,
    )


def _is_fighting(doc: Annotated, inner: Token) -> bool:
    if key(doc, inner.i) not in words("fighting") and inner.lemma not in words("fighting"):
        return False
    following = prints(doc, inner.i, min(doc.subtree(inner.i)[1], inner.i + 8))
    if inner.lemma in ("fight", "enlist"):
        return (
            "fight for" in following
            or "fight alongside" in following
            or "fight in" in following
            or inner.lemma == "enlist"
            or following == "fight"
        )
    aims = (
        "arms",
        "weapons",
        "army",
        "force",
        "militia",
        "ranks",
        "military",
        "group",
        "fighters",
        "front",
        "rebels",
        "troops",
        "rifle",
        "rifles",
        "gun",
        "guns",
        "uniform",
        "uniforms",
        "battalion",
        "brigade",
        "regiment",
        "trench",
        "trenches",
    )
    return any(aim in following for aim in aims)
