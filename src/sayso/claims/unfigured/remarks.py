"""Remarks that need no "said": silence, denial, admission, needs, and since when a war lasts."""

from collections.abc import Iterator

from sayso.claims.unfigured.factuality import is_negated, stance
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
from sayso.claims.unfigured.nouns import is_named
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Status, Token


def remarks_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """Silence, denial, admission, appeal and background remarks of one sentence."""
    yield from _silence(doc, sentence)
    yield from _needs(doc, sentence)
    for token in doc.tokens_of(sentence):
        if token.pos not in ("VERB", "AUX"):
            continue
        found = _denied(doc, token) or _admitted(doc, token) or _needed(doc, token) or _lasted(doc, token)
        if found is not None:
            yield found


def _silence(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    text = prints(doc, sentence.first, sentence.last)
    if not any(p in text for p in words("silence_phrases")) and not _no_claim(text):
        return
    token = _silent_verb(doc, sentence)
    if token is None:
        return
    by = subject(doc, token.i)
    on = next(
        (
            found
            for t in doc.tokens[token.i : doc.subtree(token.i)[1]]
            if t.lower in ("on", "about", "for")
            for found in [child(doc, t.i, "pobj")]
            if found
        ),
        None,
    )
    yield Found(
        ClaimKind.SILENCE,
        token.i,
        said_of(doc, token.i, by),
        "Someone is said not to have commented, answered or claimed it.",
        words_of(doc, by) if by is not None and by.lower not in ("there", "it") else None,
        words_of(doc, on),
    )


def _no_claim(text: str) -> bool:
    return (
        "claim" in text
        and "responsibility" in text
        and any(w in f" {text}" for w in (" no ", " nobody ", " none ", " not ", " n't ", " neither "))
    )


def _silent_verb(doc: Annotated, sentence: Sentence) -> Token | None:
    """The verb that holds the comment, answer or claim that was not made."""
    lemmas = {
        "comment",
        "respond",
        "reply",
        "react",
        "response",
        "silent",
        "claim",
        "answer",
        "decline",
        "refuse",
        "reaction",
        "reach",
    }
    for token in doc.tokens_of(sentence):
        if token.lemma not in lemmas:
            continue
        at = token
        while at.pos not in ("VERB", "AUX") or at.dep in ("xcomp", "acl", "pcomp"):
            if at.head == at.i:
                break
            at = doc.tokens[at.head]
        if at.pos in ("VERB", "AUX") and (
            is_negated(doc, at.i)
            or is_negated(doc, token.i)
            or at.lemma in ("decline", "refuse", "have", "remain", "keep", "stay")
        ):
            return at
    return None


def _denied(doc: Annotated, token: Token) -> Found | None:
    if token.lemma not in words("denying"):
        return None
    what, by, inner = patient(doc, token.i), doer(doc, token.i), child(doc, token.i, "ccomp", "xcomp")
    accused = what is not None and what.lemma in words("accusations")
    if token.lemma != "deny" and not accused:
        return None
    if not (accused or inner is not None) or stance(doc, token.i) is None or is_negated(doc, token.i):
        return None
    about = inner if inner is not None else what
    return Found(
        ClaimKind.DENIAL,
        token.i,
        said_of(doc, token.i, by),
        f'Someone denies it ("{token.lower}").',
        words_of(doc, by),
        " ".join(doc.subtree_span(about.i).of(doc.text).split()) if about is not None else None,
        status=Status.DENIED,
        stance="What stands as the target is denied.",
    )


def _admitted(doc: Annotated, token: Token) -> Found | None:
    what, by = patient(doc, token.i), doer(doc, token.i)
    owned = token.lemma in words("owning") and what is not None and what.lemma == "responsibility"
    sorry = token.lemma in words("apologising")
    deed = under(doc, what.i, "for") if owned and what is not None else under(doc, token.i, "for") if sorry else None
    if not owned and not (sorry and deed is not None and deed.lemma in words("deeds") | words("deed_verbs")):
        return None
    held = stance(doc, token.i)
    if held is None or held.status is not Status.ASSERTED:
        return None
    return Found(
        ClaimKind.ADMISSION,
        token.i,
        said_of(doc, token.i, by),
        "Someone claims, accepts or apologises for the deed.",
        words_of(doc, by),
        words_of(doc, deed),
    )


def _needs(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    text = prints(doc, sentence.first, sentence.last)
    hit = next((p for p in sorted(words("need_phrases")) if f" {p} " in f" {text} "), None)
    if hit is None:
        return
    parts = hit.split()
    tokens = [t for t in doc.tokens_of(sentence) if t.text.strip()]
    at = next((n for n in range(len(tokens)) if [t.lower for t in tokens[n : n + len(parts)]] == parts), None)
    if at is None:
        return
    token = tokens[at + len(parts) - 1]
    what = child(doc, token.i, "pobj") or child(doc, token.i, "dobj")
    verb = _verb_above(doc, tokens[at])
    if verb is None or (
        hit.startswith(("lack", "shortage", "run", "ran")) and not (what is not None and what.lemma in words("needs"))
    ):
        return
    if hit.startswith(("appeal", "plea")) and not (what is not None and what.lemma in words("needs")):
        return
    yield Found(
        ClaimKind.APPEAL,
        verb.i,
        said_of(doc, verb.i, subject(doc, verb.i)),
        f'A need or a demand for help ("{hit}").',
        words_of(doc, subject(doc, verb.i)),
        words_of(doc, what),
    )


def _verb_above(doc: Annotated, token: Token) -> Token | None:
    for _ in range(6):
        if token.pos in ("VERB", "AUX"):
            return token
        if token.head == token.i:
            return None
        token = doc.tokens[token.head]
    return None


def _needed(doc: Annotated, token: Token) -> Found | None:
    """ "Help is needed", "the wounded need medicine"."""
    if token.lemma not in words("needing"):
        return None
    what = patient(doc, token.i)
    who = None if is_passive(doc, token.i) else subject(doc, token.i)
    if what is None or what.lemma not in words("needs") or is_negated(doc, token.i):
        return None
    held = stance(doc, token.i)
    if held is None:
        return None
    near = what if is_passive(doc, token.i) else who
    return Found(
        ClaimKind.APPEAL,
        token.i,
        said_of(doc, token.i, near),
        "Something is said to be needed.",
        words_of(doc, who),
        words_of(doc, what),
    )


def _lasted(doc: Annotated, token: Token) -> Found | None:
    """ "The battle has raged since 2012": the background in the outlet's own voice."""
    if key(doc, token.i) not in words("lasting"):
        return None
    what = subject(doc, token.i)
    if what is None or what.lemma not in words("war_nouns") or is_passive(doc, token.i) or stance(doc, token.i) is None:
        return None
    when = under(doc, token.i, "since", "in", "from", "until", "after", "for", "on")
    if when is None or not (
        is_named(doc, when, frozenset({"DATE"})) or when.pos == "NUM" or when.lower.startswith("mid-")
    ):
        return None
    return Found(
        ClaimKind.STATEMENT,
        token.i,
        said_of(doc, token.i, what),
        "Since when, or until when, a conflict or disaster lasts.",
        target=words_of(doc, what),
    )
