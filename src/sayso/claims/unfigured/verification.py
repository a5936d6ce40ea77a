"""Remarks on what can and cannot be verified: "could not be confirmed", "appears to show", "it is unclear"."""

from collections.abc import Iterator

from sayso.claims.unfigured.factuality import is_negated, stance
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import (
    EDGES,
    child,
    clause,
    doer,
    is_passive,
    patient,
    said_of,
    subject,
    under,
    words_of,
)
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Status, Token

UNABLE = frozenset({"can", "could", "ca", "cannot", "unable", "impossible", "difficult", "hard", "yet"})


def verification_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """What one sentence says has been verified, cannot be, or is not known."""
    for token in doc.tokens_of(sentence):
        found = None
        if token.pos in ("VERB", "AUX"):
            found = _unverified(doc, token) or _appears(doc, token) or _unclear(doc, token)
        elif token.lower in words("unverified_adjectives"):
            found = _unverified_thing(doc, token)
        elif token.lemma in ("confirmation", "verification") and token.pos == "NOUN":
            found = _no_confirmation(doc, token)
        if found is not None:
            yield found


def _verification(doc: Annotated, token: Token, about: Token | None, by: Token | None, *, verified: bool) -> Found:
    inner = child(doc, token.i, "ccomp")
    clausal = inner is not None and (about is None or about.lower == "it")
    span = (
        doc.subtree_span(token.i).trimmed(doc.text, EDGES)
        if clausal
        else said_of(doc, token.i, about if is_passive(doc, token.i) else by)
    )
    return Found(
        ClaimKind.VERIFICATION,
        token.i,
        span,
        "A remark that something has been verified."
        if verified
        else "A remark that something cannot be, or has not been, verified.",
        words_of(doc, by),
        " ".join(doc.subtree_span(inner.i).of(doc.text).split())
        if clausal and inner is not None
        else words_of(doc, about),
        status=Status.ASSERTED if verified else Status.UNCONFIRMED,
        stance="" if verified else "The words say that it is not confirmed.",
    )


def _unverified(doc: Annotated, token: Token) -> Found | None:
    if token.lemma not in words("verifying"):
        return None
    about, by = patient(doc, token.i), doer(doc, token.i)
    governor = doc.tokens[token.head]
    unable = is_negated(doc, token.i) or (
        token.dep in ("xcomp", "acl", "ccomp", "advcl") and (governor.lower in UNABLE or is_negated(doc, governor.i))
    )
    strict = token.lemma in words("strictly_verifying")
    thing = about is not None and about.lemma in words("media_things")
    clausal = child(doc, token.i, "ccomp") is not None
    checked = token.lemma in ("check", "confirm") and about is not None and about.pos in ("NOUN", "PROPN")
    if unable and (
        strict or thing or clausal or checked or any(t.lower == "independently" for t in doc.children(token.i))
    ):
        passive = is_passive(doc, token.i) and token.dep != "xcomp"
        whole = governor if token.dep == "xcomp" and governor.i < token.i else token
        return _verification(doc, whole, about, by or (None if passive else subject(doc, whole.i)), verified=False)
    if unable or not (strict and thing) or about is None or about.pos == "PRON":
        return None
    held = stance(doc, token.i)
    if held is None or held.status is not Status.ASSERTED:
        return None
    return _verification(doc, token, about, by, verified=True)


def _appears(doc: Annotated, token: Token) -> Found | None:
    """ "The video appears to show ..." """
    if token.lemma not in ("appear", "seem", "purport"):
        return None
    inner, thing = child(doc, token.i, "xcomp"), subject(doc, token.i)
    if (
        inner is None
        or inner.lemma not in words("showing")
        or thing is None
        or thing.lemma not in words("media_things")
    ):
        return None
    target = child(doc, inner.i, "dobj", "ccomp")
    return Found(
        ClaimKind.VERIFICATION,
        token.i,
        said_of(doc, token.i, thing),
        f'The words only say what it "{token.lower}" to show.',
        target=words_of(doc, thing),
        who=words_of(doc, target),
        status=Status.UNCONFIRMED,
        stance="The outlet keeps its distance from what the recording shows.",
    )


def _unclear(doc: Annotated, token: Token) -> Found | None:
    """ "It was not immediately clear who fired", "it is not known if"."""
    asked = child(doc, token.i, "ccomp")
    if token.lemma == "know" and asked is not None and is_negated(doc, token.i) and not is_passive(doc, token.i):
        if (by := subject(doc, token.i)) is not None and by.lower in ("i", "you") and _is_past(doc, token):
            # "I did not know what was happening" tells of fear, not of what is unknown now
            return None
        opens = any(t.lower in ("if", "whether") or t.tag in ("WRB", "WP") for t in doc.children(asked.i))
        return _verification(doc, token, None, by, verified=False) if opens else None
    state = child(doc, token.i, "acomp") if token.lemma in ("be", "remain") else None
    lower = (
        state.lower if state is not None else token.lower if token.lemma == "know" and is_passive(doc, token.i) else ""
    )
    if lower not in words("unclear_adjectives"):
        return None
    open_question = is_negated(doc, token.i) != lower.startswith("un")
    holder = state if state is not None else token
    what = child(doc, token.i, "ccomp", "csubj") or child(doc, holder.i, "ccomp")
    subj = subject(doc, token.i)
    if what is not None and any(t.lower in ("will", "would", "'ll") and t.dep == "aux" for t in doc.children(what.i)):
        # what will come is open by nature
        return None
    it = subj is not None and subj.lower == "it"
    of_thing = subj is not None and subj.lemma in words("media_things") and not it
    if not open_question or not ((it and what is not None) or of_thing or (what is not None and subj is None)):
        return None
    span = doc.subtree_span(token.i) if len(doc.subtree_span(token.i)) < 300 else clause(doc, token.i)
    return Found(
        ClaimKind.VERIFICATION,
        token.i,
        span.trimmed(doc.text, ' ,.;:-–—"“”'),
        "The words say what is not known.",
        target=" ".join(doc.subtree_span(what.i).of(doc.text).split()) if what is not None else words_of(doc, subj),
        status=Status.UNCONFIRMED,
        stance="The words say that it is not known.",
    )


def _is_past(doc: Annotated, token: Token) -> bool:
    return token.tag == "VBD" or any(t.dep == "aux" and t.lower.startswith("did") for t in doc.children(token.i))


def _unverified_thing(doc: Annotated, token: Token) -> Found | None:
    noun = doc.tokens[token.head] if token.dep == "amod" else subject(doc, token.head)
    if noun is None or noun.lemma not in words("media_things") | {"rumour", "rumor"}:
        return None
    span = doc.subtree_span(noun.i) if token.dep == "amod" else clause(doc, token.head)
    return Found(
        ClaimKind.VERIFICATION,
        token.i,
        span,
        f'It is called "{token.lower}".',
        target=words_of(doc, noun),
        status=Status.UNCONFIRMED,
        stance="The words say that it is not confirmed.",
    )


def _no_confirmation(doc: Annotated, token: Token) -> Found | None:
    if not any(t.lower in ("no", "without", "any") for t in doc.children(token.i)):
        return None
    head = doc.tokens[token.head]
    if any(t.lower == "any" for t in doc.children(token.i)) and not is_negated(doc, head.i):
        return None
    about = under(doc, token.i, "of", "for", "on", "from")
    return Found(
        ClaimKind.VERIFICATION,
        token.i,
        clause(doc, head.i) if head.pos in ("VERB", "AUX") else doc.subtree_span(token.i),
        "A remark that there is no confirmation.",
        target=words_of(doc, about),
        status=Status.UNCONFIRMED,
        stance="The words say that it is not confirmed.",
    )
