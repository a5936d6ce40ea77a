"""Remarks that need no "said": silence, denial, admission, needs, and since when a war lasts."""

from collections.abc import Iterator

from sayso.claims.unfigured.factuality import is_negated, stance
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import (
    child,
    clause,
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
from sayso.claims.unfigured.silence import silence_in
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Status, Token, hull

CONFESSION = 16
"""Tokens: how far behind "admitted" the deed must be named."""
CURRENCY = frozenset("$€£¥₹₽")


def remarks_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """Silence, denial, admission, appeal and background remarks of one sentence."""
    yield from silence_in(doc, sentence)
    yield from _needs(doc, sentence)
    for token in doc.tokens_of(sentence):
        if token.pos not in ("VERB", "AUX"):
            continue
        found = (
            _denied(doc, token)
            or _admitted(doc, token)
            or _needed(doc, token)
            or _asked(doc, token)
            or _lasted(doc, token)
        )
        if found is not None:
            yield found


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
    if key(doc, token.i) in words("owned_up"):
        return _owned_up(doc, token, by)
    if token.lemma in words("admitting"):
        return _confessed(doc, token, by)
    owned = token.lemma in words("owning") and what is not None and what.lemma in words("owned_nouns")
    owned = owned and what is not None and what.tag == "NN" and not _is_of_others(doc, token)
    sorry = token.lemma in words("apologising")
    deed = (
        under(doc, what.i, "for") or under(doc, token.i, "for")
        if owned and what is not None
        else under(doc, token.i, "for")
        if sorry
        else None
    )
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


def _is_of_others(doc: Annotated, token: Token) -> bool:
    """Responsibility demanded of someone, or pinned on them: "called on the world TO ASSUME its responsibility"."""
    return any(t.dep == "aux" and t.lower == "to" for t in doc.children(token.i)) or token.lemma == "bear"


def _confessed(doc: Annotated, token: Token, by: Token | None) -> Found | None:
    """ "... but admitted that its planes had struck the convoy": a second verb has no attribution of its own."""
    harmful = words("deed_verbs") | words("harm_done_to") | words("damage_done_to")
    below = doc.tokens[token.i + 1 : doc.subtree(token.i)[1]]
    past = (t for t in below[:CONFESSION] if t.tag in ("VBD", "VBN") and t.dep not in ("acl", "amod"))
    deed = next((t for t in past if t.lemma in harmful and child(doc, t.i, "dobj") is not None), None)
    held = stance(doc, token.i)
    if by is None or deed is None or held is None or held.status is not Status.ASSERTED or is_passive(doc, deed.i):
        return None
    span = hull((said_of(doc, token.i, by), clause(doc, deed.i)))
    return Found(
        ClaimKind.ADMISSION,
        token.i,
        span,
        "Someone admits the deed.",
        words_of(doc, by),
        " ".join(clause(doc, deed.i).of(doc.text).split()).removeprefix("that "),
    )


def _owned_up(doc: Annotated, token: Token, by: Token | None) -> Found | None:
    """ "Owned up to having ignored the cracks"."""
    held = stance(doc, token.i)
    if by is None and token.dep == "acl":
        # the parser takes "The owner owned up" for an owner that was owned
        by = doc.tokens[token.head]
    if by is None or held is None or held.status is not Status.ASSERTED:
        return None
    to = next((t for t in doc.children(token.i) if t.dep == "prep" and t.lower == "to"), None)
    deed = child(doc, to.i, "pobj", "pcomp") if to is not None else None
    return Found(
        ClaimKind.ADMISSION,
        token.i,
        said_of(doc, token.i, by),
        "Someone admits the deed.",
        words_of(doc, by),
        " ".join(doc.subtree_span(deed.i).of(doc.text).split()) if deed is not None else None,
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
    if what is not None and what.tag == "WP":
        what = _named_need(doc, token)
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


def _asked(doc: Annotated, token: Token) -> Found | None:
    """ "Asked donors FOR TENTS", "appealed for 40 million crowns"."""
    if token.lemma not in words("appealing") or is_passive(doc, token.i):
        return None
    by, what = subject(doc, token.i), under(doc, token.i, "for")
    held = stance(doc, token.i)
    if by is None or what is None or held is None or held.status is not Status.ASSERTED:
        return None
    money = what.lemma in words("money") or any(t.text in CURRENCY for t in doc.children(what.i))
    if not (money or what.lemma in words("needs")):
        return None
    return Found(
        ClaimKind.APPEAL,
        token.i,
        said_of(doc, token.i, by),
        "Someone asks for help or means.",
        words_of(doc, by),
        words_of(doc, what),
    )


def _named_need(doc: Annotated, token: Token) -> Token | None:
    """ "BLANKETS are what the town needs", "what the town needs is WATER"; the noun of the list that stands there."""
    above = doc.tokens[token.head]
    if above.lemma != "be":
        return None
    sides = [t for t in doc.children(above.i) if t.dep in ("nsubj", "attr") and t.i != token.i]
    nouns = [n for t in sides for n in (t, *(c for c in doc.children(t.i) if c.dep == "conj"))]
    listed = [n for n in nouns if n.lemma in words("needs")]
    return listed[0] if listed else None


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
