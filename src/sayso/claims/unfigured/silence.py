"""Silence: who did not comment, answer, discuss or claim it."""

from collections.abc import Iterator

from sayso.claims.unfigured.factuality import is_negated
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import child, clause, patient, prints, said_of, subject, under, words_of
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Span, Token, hull


def silence_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """Who is said not to comment, answer or claim it, as one sentence says."""
    text = prints(doc, sentence.first, sentence.last)
    told = any(p in text for p in words("silence_phrases")) or _no_claim(text)
    if not told and not _unwilling(doc, sentence):
        return
    token = _silent_verb(doc, sentence)
    if token is None:
        return
    by = _silent(doc, token)
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
        _silence_span(doc, token, by),
        "Someone is said not to have commented, answered or claimed it.",
        words_of(doc, by) if by is not None and by.lower not in ("there", "it") else None,
        words_of(doc, on),
    )


def _silent(doc: Annotated, token: Token) -> Token | None:
    """Who keeps silent: the subject, or whom the unanswered calls went to, or who was asked before."""
    by = subject(doc, token.i)
    if by is not None and by.lemma in (
        "call",
        "message",
        "request",
        "email",
        "e-mail",
        "question",
        "inquiry",
        "enquiry",
    ):
        return under(doc, by.i, "to", "with")
    if token.lemma in ("receive", "get", "have") and token.dep == "conj":
        asked = doc.tokens[token.head]
        return patient(doc, asked.i) if asked.lemma in ("ask", "contact", "approach", "call", "request") else by
    return by


def _silence_span(doc: Annotated, token: Token, by: Token | None) -> Span:
    """The clause, with the one before it where that says who was asked."""
    asked = doc.tokens[token.head]
    if token.dep == "conj" and by is not None and asked.i < by.i < token.i:
        return hull((said_of(doc, asked.i, subject(doc, asked.i)), clause(doc, token.i)))
    return said_of(doc, token.i, by)


def _unwilling(doc: Annotated, sentence: Sentence) -> bool:
    """ "Neither the airline nor its insurer would discuss it": refusing, in other words than those of the list."""
    return any(
        t.lemma in ("comment", "discuss", "answer", "respond", "reply")
        and t.pos == "VERB"
        and any(c.lower in ("would", "did") and c.dep == "aux" for c in doc.children(t.i))
        and is_negated(doc, t.i)
        for t in doc.tokens_of(sentence)
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
        "unanswered",
        "return",
        "discuss",
        "say",
        "silence",
        "draw",
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
            or at.lemma in ("decline", "refuse", "have", "remain", "keep", "stay", "receive", "get")
            or token.lower == "unanswered"
        ):
            return at
    return None
