"""Whether witnesses and places could be reached."""

from collections.abc import Iterator

from sayso.claims.unfigured.factuality import is_negated
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
from sayso.claims.unfigured.nouns import is_named, is_person, is_place
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Span, Token

REMOTE = frozenset({"phone", "telephone", "skype", "whatsapp", "internet", "messenger", "satellite", "radio", "email"})
LINKS = REMOTE | {"link", "line", "call", "chat"}
CARRIERS = frozenset({"aid", "convoy", "ambulance"})
UNABLE = frozenset({"unable", "difficult", "impossible", "hard", "difficulty", "inability", "trouble", "problem"})
ENTRY = frozenset({"into", "enter", "access", "in", "visit", "reach"})
OUTLETS = frozenset({"ORG"})


def access_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """A witness, source or place that was reached, or could not be, as one sentence says."""
    for token in doc.tokens_of(sentence):
        if token.pos != "VERB":
            continue
        found = _reached(doc, token) or _barred(doc, token)
        if found is not None:
            yield found


def _reached(doc: Annotated, token: Token) -> Found | None:
    if token.dep == "acl" and token.lemma == "interview":
        return None
    if token.lemma not in words("reaching") or key(doc, token.i) != token.lemma:
        return None
    by, whom = doer(doc, token.i), patient(doc, token.i)
    by = None if by is not None and by.lemma in REMOTE else by
    if token.lemma == "reach" and _is_hindered(doc, token) and is_place(doc, whom) and _is_watcher(by):
        return Found(
            ClaimKind.ACCESS,
            token.i,
            said_of(doc, doc.tokens[token.head].i if token.dep == "xcomp" else token.i, by),
            "A place could not be reached, or hardly.",
            words_of(doc, by),
            words_of(doc, whom),
        )
    if token.lemma in ("speak", "talk"):
        whom = _spoken_to(doc, token)
    told = _is_remote(doc, token) or token.lemma == "interview"
    called = told and whom is not None and whom.pos == "NOUN" and not is_place(doc, whom)
    known = _is_press(doc, by) or _managed(doc, token)
    if not (_is_contact(doc, whom) or called or (known and _is_name(doc, whom))):
        return None
    remote = told
    hindered = _is_hindered(doc, token)
    managed = _managed(doc, token) and by is not None and (by.pos == "PROPN" or by.lower in ("we", "i"))
    if not (remote or hindered or managed or _is_press(doc, by)):
        return None
    if token.lemma in ("reach", "locate", "visit", "meet") and not (remote or hindered or _managed(doc, token)):
        return None
    head = doc.tokens[token.head]
    anchor = head if token.dep in ("xcomp", "pcomp") and head.pos in ("VERB", "AUX") else token
    span = said_of(doc, anchor.i, subject(doc, anchor.i))
    if hindered and token.dep == "pcomp":
        span = _with_governor(doc, token)
    if hindered:
        return Found(
            ClaimKind.ACCESS,
            token.i,
            span,
            "A source could not be reached, or hardly.",
            words_of(doc, by),
            words_of(doc, whom),
        )
    return Found(
        ClaimKind.ACCESS, token.i, span, "A witness or source was reached.", words_of(doc, by), words_of(doc, whom)
    )


def _spoken_to(doc: Annotated, token: Token) -> Token | None:
    """ "Spoke WITH A MEDIC", "spoke over a satellite link WITH A MEDIC"."""
    inner = next(
        (
            found
            for t in doc.children(token.i)
            for found in [under(doc, token.i, t.lower)]
            if found and found.lemma in LINKS
        ),
        None,
    )
    return under(doc, token.i, "to", "with") or (under(doc, inner.i, "to", "with") if inner is not None else None)


def _with_governor(doc: Annotated, token: Token) -> Span:
    noun = doc.tokens[doc.tokens[token.head].head]
    return doc.subtree_span(noun.i)


def _is_watcher(by: Token | None) -> bool:
    return by is not None and ((by.lemma in words("watchers") and by.lemma not in CARRIERS) or by.lower == "we")


def _is_contact(doc: Annotated, whom: Token | None) -> bool:
    return whom is not None and (whom.lemma in words("contacts") or is_person(doc, whom))


def _is_name(doc: Annotated, whom: Token | None) -> bool:
    """A proper name that is no place and no body: the tagger misses names of persons from many countries."""
    if whom is None or whom.pos != "PROPN":
        return False
    beside = child(doc, whom.i, "conj")
    with_person = beside is not None and beside.lemma in words("contacts")
    return with_person or not is_named(doc, whom, frozenset({"GPE", "LOC", "ORG", "FAC"}))


def _is_press(doc: Annotated, by: Token | None) -> bool:
    return by is not None and (by.lemma in words("press") or is_named(doc, by, OUTLETS))


def _is_remote(doc: Annotated, token: Token) -> bool:
    for below in doc.children(token.i):
        if below.dep in ("prep", "agent") and below.lower in ("by", "via", "over", "on", "through", "from"):
            inner = child(doc, below.i, "pobj")
            if inner is not None and inner.lemma in REMOTE:
                return True
    return False


def _managed(doc: Annotated, token: Token) -> bool:
    return token.dep == "xcomp" and doc.tokens[token.head].lemma == "manage"


def _is_hindered(doc: Annotated, token: Token) -> bool:
    if is_negated(doc, token.i):
        return True
    first = doc.sentences[token.sentence].first
    before = doc.tokens[max(first, token.i - 4) : token.i]
    return any(t.lemma in UNABLE for t in before)


def _barred(doc: Annotated, token: Token) -> Found | None:
    """ "Monitors were denied access to the camp"."""
    refused = token.lemma in ("allow", "permit", "let") and is_negated(doc, token.i)
    if key(doc, token.i) not in words("barring") and not refused:
        return None
    whom = patient(doc, token.i)
    if refused:
        inner = child(doc, token.i, "ccomp")
        whom = whom or (child(doc, inner.i, "nsubj") if inner is not None else None)
        fits = any(t.lower in ENTRY for t in doc.tokens[token.i : token.i + 8])
    elif token.lemma == "deny" and is_passive(doc, token.i):
        entry = child(doc, token.i, "dobj", "oprd")
        fits = entry is not None and entry.lemma in ("access", "entry", "permission")
    elif token.lemma == "deny":
        receiver = child(doc, token.i, "dative")
        fits = whom is not None and whom.lemma in ("access", "entry") and receiver is not None
        whom = receiver or whom
    else:
        inside = prints(doc, token.i, min(doc.subtree(token.i)[1], token.i + 12))
        fits = any(
            w in inside
            for w in ("from entering", "from reaching", "from visiting", "access", "entry", "from reporting")
        )
    if not fits or whom is None or not (whom.lemma in words("watchers") or is_named(doc, whom, OUTLETS)):
        return None
    where = next((t for t in doc.tokens[token.i : doc.subtree(token.i)[1]] if is_place(doc, t)), None)
    return Found(
        ClaimKind.ACCESS,
        token.i,
        said_of(doc, token.i, subject(doc, token.i)),
        "Observers are said to be kept out.",
        words_of(doc, whom),
        words_of(doc, where),
    )
