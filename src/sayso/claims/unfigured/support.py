"""Who is said to back or oppose whom."""

from collections.abc import Iterator

from sayso.claims.unfigured.factuality import PLAIN, Stance, stance
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import (
    child,
    doer,
    is_passive,
    key,
    listed,
    patient,
    phrase,
    said_of,
    under,
    words_of,
)
from sayso.claims.unfigured.nouns import PARTY_LABELS, is_actor, is_named, is_party, is_person
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Span, Token, hull


def support_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """One actor backs, opposes or no longer backs another, as one sentence says."""
    for token in doc.tokens_of(sentence):
        found = None
        if token.pos == "VERB":
            found = _backed(doc, token) or _ended(doc, token)
        elif token.lemma in words("allies") and token.pos == "NOUN":
            found = _ally(doc, token)
        if found is None and token.lower in words("support_adjectives"):
            found = _backed_side(doc, token)
        if found is not None:
            yield found


def _found(token: Token, span: Span, reason: str, actor: str | None, target: str | None, held: Stance) -> Found:
    return Found(
        ClaimKind.SUPPORT, token.i, span, reason, actor=actor, target=target, status=held.status, stance=held.reason
    )


def _backed(doc: Annotated, token: Token) -> Found | None:
    name = key(doc, token.i)
    if name in words("support_given"):
        whom = patient(doc, token.i)
    elif token.lemma in words("support_with") or name == "side with":
        whom, name = under(doc, token.i, "with"), "side with"
    elif token.lemma in ("fight", "throw", "put", "rally", "march"):
        whom, name = _beside(doc, token), "fight alongside"
    else:
        return None
    by = doer(doc, token.i)
    if whom is None or by is None or not _are_sides(doc, by, whom, plainly=name in words("support_plain")):
        return None
    held = stance(doc, token.i)
    if held is None:
        return None
    near = whom if is_passive(doc, token.i) else by
    span = hull((said_of(doc, token.i, near), listed(doc, near)))
    verb = "oppose" if token.lemma in words("opposing") else "back"
    return _found(
        token,
        span,
        f'One actor is said to {verb} another ("{name}").',
        words_of(doc, by),
        words_of(doc, whom),
        held,
    )


def _beside(doc: Annotated, token: Token) -> Token | None:
    """ "Fights ALONGSIDE the rebels", "threw its weight BEHIND the government"."""
    if token.lemma == "fight":
        return under(doc, token.i, "alongside", "beside")
    what = child(doc, token.i, "dobj")
    if token.lemma in ("throw", "put") and (what is None or what.lemma not in ("weight", "support")):
        return None
    outer = [what] if what is not None else []
    return under(doc, token.i, "behind") or next((under(doc, t.i, "behind") for t in outer), None)


def _are_sides(doc: Annotated, by: Token, whom: Token, *, plainly: bool) -> bool:
    """Two that can back or oppose each other; where the words leave no doubt, any people or names."""
    if is_party(doc, whom) and is_actor(doc, by):
        return True
    both = (is_actor(doc, by) or is_person(doc, by)) and (is_party(doc, whom) or is_person(doc, whom))
    return plainly and both


def _ended(doc: Annotated, token: Token) -> Found | None:
    """ "Two capitals withdrew their support for the rebels"."""
    if key(doc, token.i) not in words("support_ended"):
        return None
    what = patient(doc, token.i)
    if what is None or what.lemma not in words("support_nouns") or what.lemma in ("help", "assistance"):
        return None
    for_whom = under(doc, what.i, "for", "to", "of")
    pointing = any(t.lower in ("this", "that", "its", "their", "his", "her") for t in doc.children(what.i))
    held = stance(doc, token.i)
    if held is None or not (pointing or is_party(doc, for_whom)):
        return None
    by = doer(doc, token.i)
    reason = f'Support is said to have ended ("{token.lower}").'
    return _found(token, said_of(doc, token.i, by), reason, words_of(doc, by), words_of(doc, for_whom or what), held)


def _ally(doc: Annotated, token: Token) -> Found | None:
    """ "Russia, an ally of the president", "the president's main ally"."""
    of, owner = under(doc, token.i, "of"), child(doc, token.i, "poss")
    whom = of or owner
    if whom is None or not is_named(doc, whom, PARTY_LABELS):
        return None
    if token.dep in ("appos", "attr"):
        head = doc.tokens[token.head]
        who = child(doc, head.i, "nsubj") if token.dep == "attr" else head
        held = stance(doc, head.i) if token.dep == "attr" else PLAIN
    else:
        who = next((t for t in doc.children(token.i) if t.dep == "appos"), None)
        held = PLAIN
    if who is None or held is None or not is_named(doc, who, PARTY_LABELS):
        return None
    first, last = min(who.i, token.i), max(who.i, token.i)
    span = phrase(doc, doc.tokens[first])
    end = phrase(doc, doc.tokens[last]).end
    return _found(
        token,
        Span(span.start, max(end, span.end)),
        f'One actor is called another\'s "{token.lower}".',
        words_of(doc, who),
        words_of(doc, whom),
        held,
    )


def _backed_side(doc: Annotated, token: Token) -> Found | None:
    """ "Norland-backed fighters": said in passing, kept once for each report."""
    i = token.i
    if i < 2 or doc.tokens[i - 1].text not in "-–‑" or doc.tokens[i - 2].sentence != token.sentence:
        return None
    head = doc.tokens[token.head]
    side = doc.tokens[i - 2]
    if token.dep not in ("amod", "acl") or head.i < i or not is_party(doc, head):
        return None
    if not (side.pos == "PROPN" or is_named(doc, side, PARTY_LABELS) or side.lemma in words("armed_targets")):
        return None
    if token.lower == "led" and head.lemma not in words("armed_targets"):
        return None
    target = doc.text[doc.tokens[i + 1].start : head.end] if head.i > i else head.text
    words_ = phrase(doc, head)
    found = _found(
        token,
        words_,
        f'Said in passing ("{side.text}-{token.lower}").',
        side.text,
        " ".join(target.split()),
        PLAIN,
    )
    return Found(
        **{name: getattr(found, name) for name in found.__slots__ if name != "topic"},
        topic=f"{side.lower}-{token.lower} {head.lower}",
    )
