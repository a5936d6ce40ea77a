"""Who is said to hold, take, lose or be cornered in which territory."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.claims.unfigured.factuality import stance
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import (
    child,
    doer,
    is_passive,
    key,
    patient,
    phrase,
    said_of,
    subject,
    under,
    words_of,
)
from sayso.claims.unfigured.nouns import are_people, base, is_armed, is_named, is_place, lemma, name_at
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Span, Status, Token

TOWARDS = ("into", "on", "onto", "toward", "towards", "to", "in", "through")
AWAY = ("from", "of")
SIDES = frozenset({"ORG", "NORP", "GPE", "PERSON"})
RULERS = frozenset({"government", "regime", "administration", "authority", "president", "leader", "ruler", "alliance"})
PARTS = frozenset(
    {
        "tenth",
        "third",
        "fifth",
        "percent",
        "cent",
        "half",
        "quarter",
        "wing",
        "section",
        "part",
        "rest",
        "most",
        "all",
        "bulk",
        "remainder",
        "floor",
    }
)


def control_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """Assertions about the control of territory in one sentence; attempts, plans and fears are left out."""
    for token in doc.tokens_of(sentence):
        found = None
        if token.pos in ("VERB", "AUX") or (token.tag == "VBN" and token.dep != "amod"):
            name = key(doc, token.i)
            found = _taken(doc, token, name) or _moved(doc, token, name) or _fell(doc, token, name)
        elif token.lemma in ("control", "hand", "siege") and token.pos == "NOUN":
            found = _in_control(doc, token)
        if found is None and token.lower in words("control_adjectives"):
            found = _held_area(doc, token)
        if found is not None:
            yield found


def _found(
    doc: Annotated, token: Token, actor: Token | None, place: Token | None, reason: str, near: Token | None
) -> Found | None:
    held = stance(doc, token.i)
    if held is None:
        return None
    return Found(
        ClaimKind.CONTROL,
        token.i,
        said_of(doc, token.i, near),
        reason,
        actor=words_of(doc, actor),
        target=words_of(doc, place),
        status=held.status,
        stance=held.reason,
    )


def _taken(doc: Annotated, token: Token, name: str) -> Found | None:
    strong = name in words("control_taken")
    if not strong and name not in words("control_weak"):
        return None
    place, by = patient(doc, token.i), doer(doc, token.i)
    if place is None:
        return None
    place = _whole(doc, base(doc, place))
    if token.lower == "surrounding":
        return None
    if not (is_place(doc, place) or (strong and _is_untagged(doc, place, name))):
        return None
    if strong:
        fits = (
            by is None
            or is_armed(doc, by)
            or is_named(doc, by, SIDES)
            or are_people(doc, by)
            or by.lower in ("they", "it", "he", "we", "who", "that", "which")
        )
        fits = fits and (_is_untagged(doc, place, name) or _is_land(doc, place, by))
    else:
        fits = is_armed(doc, by) and not _is_relief(doc, by) and _is_land(doc, place, by)
        if name == "run" and by is not None:
            fits = fits and lemma(by) in words("armed_targets") and lemma(by) not in RULERS
    if not fits:
        return None
    reason = f'Someone is said to take, hold or lose territory ("{name}").'
    found = _found(doc, token, by, place, reason, place if is_passive(doc, token.i) else by)
    if strong or token.dep != "acl" or found is None:
        return found
    # "a village held by the rebels": said in passing, kept where it names the place, once for each side
    side = by.lower if by is not None else ""
    return replace(found, topic=f"held by {side}") if _says_where(doc, place) else None


def _is_relief(doc: Annotated, by: Token | None) -> bool:
    """ "Aid convoys entered the town": nobody takes it."""
    return by is not None and any(
        t.lemma in ("aid", "food", "relief", "humanitarian", "medical", "rescue") for t in doc.children(by.i)
    )


def _whole(doc: Annotated, token: Token) -> Token:
    """The place in "nine tenths OF THE CITY", "two wings OF THE JAIL"."""
    if token.lemma not in PARTS:
        return token
    inner = under(doc, token.i, "of")
    return inner if inner is not None else token


def _is_untagged(doc: Annotated, token: Token, verb: str) -> bool:
    """A proper name that is taken as land is: persons are captured too, but they are not overrun or retaken.

    The tagger takes many towns for persons or peoples.
    """
    if token.pos != "PROPN":
        return False
    alone = not any(t.dep in ("compound", "appos") for t in doc.children(token.i))
    return name_at(doc, token) is None or alone or verb not in ("capture", "seize", "recover", "surround")


def _is_land(doc: Annotated, place: Token, by: Token | None) -> bool:
    """The place is land that changes hands: named, or a common noun in a phrase with a side that takes it."""
    if is_named(doc, place, frozenset({"GPE", "LOC", "FAC"})):
        return True
    first, last = doc.subtree(place.i)
    named = any(t.pos == "PROPN" for t in doc.tokens[first:last])
    return (
        named
        or is_armed(doc, by)
        or are_people(doc, by)
        or place.lemma in ("city", "town", "village", "district", "neighbourhood", "territory", "airbase")
    )


def _moved(doc: Annotated, token: Token, name: str) -> Found | None:
    if name not in words("control_motion"):
        return None
    cornered = name in words("control_cornering")
    who = patient(doc, token.i) if cornered else subject(doc, token.i)
    if not (is_armed(doc, who) or (who is not None and is_named(doc, who, frozenset({"NORP", "ORG"})))):
        return None
    where = under(doc, token.i, *TOWARDS) or under(doc, token.i, *AWAY)
    if where is None:
        outer = next((t for t in doc.children(token.i) if t.lower in ("out", "back")), None)
        where = under(doc, outer.i, *AWAY) if outer is not None else None
    if where is None or not (is_place(doc, where) or where.text[:1].isupper()):
        return None
    by = doer(doc, token.i) if cornered else None
    actor = by if by is not None else who
    reason = f'A side is said to move into, out of or be pressed into territory ("{name}").'
    return _found(doc, token, actor, where, reason, who)


def _fell(doc: Annotated, token: Token, name: str) -> Found | None:
    """ "The town fell to the rebels"."""
    if name not in words("control_falling"):
        return None
    place, to = subject(doc, token.i), under(doc, token.i, "to", "under", "into")
    if not is_place(doc, place) or to is None:
        return None
    if to.lemma in ("hand", "control"):
        to = child(doc, to.i, "poss") or under(doc, to.i, "of") or to
    if not (is_armed(doc, to) or is_named(doc, to, SIDES)):
        return None
    return _found(doc, token, to, place, "Territory is said to fall to a side.", place)


def _in_control(doc: Annotated, token: Token) -> Found | None:
    """ "took control of the bridge", "the town is under rebel control", "in the hands of the militia"."""
    of, head = under(doc, token.i, "of", "over"), doc.tokens[token.head]
    if token.lemma == "control" and token.dep == "dobj" and head.pos == "VERB" and is_place(doc, of):
        if head.lemma not in (
            "take",
            "seize",
            "gain",
            "regain",
            "have",
            "retain",
            "wrest",
            "assume",
            "maintain",
            "lose",
            "keep",
            "exert",
            "consolidate",
            "tighten",
            "cede",
            "retake",
        ):
            return None
        return _found(doc, head, doer(doc, head.i), of, f'"{head.lower} control of" territory.', subject(doc, head.i))
    if token.dep != "pobj" or head.lower not in ("in", "under", "into"):
        return None
    verb = doc.tokens[head.head]
    if head.lower == "in" and token.lemma == "control" and is_place(doc, of):
        return _found(
            doc, verb, subject(doc, verb.i), of, "A side is said to be in control of territory.", subject(doc, verb.i)
        )
    if token.lemma == "siege":
        place = subject(doc, verb.i)
        fits = is_place(doc, place) or (place is not None and place.pos == "PROPN")
        return _found(doc, verb, None, place, "A place is said to be under siege.", place) if fits else None
    place = verb if verb.pos in ("NOUN", "PROPN") else subject(doc, verb.i)
    side = of or child(doc, token.i, "poss", "compound", "amod", "nmod")
    if not is_place(doc, place) or side is None or not (is_armed(doc, side) or is_named(doc, side, SIDES)):
        return None
    if verb.pos in ("VERB", "AUX"):
        return _found(doc, verb, side, place, "Territory is said to be in the hands of a side.", place)
    return _standing(
        doc,
        token,
        place,
        words_of(doc, side),
        doc.span_of(doc.subtree(place.i)[0] if place else token.i, doc.subtree(token.i)[1]),
    )


def _held_area(doc: Annotated, token: Token) -> Found | None:
    """ "rebel-held areas of the north": who holds what, said in passing; kept once for each report."""
    i = token.i
    if token.dep != "amod" or i < 2 or doc.tokens[i - 1].text not in "-–‑":
        return None
    place = doc.tokens[token.head]
    if not is_place(doc, place) or place.i < i:
        return None
    side = doc.tokens[i - 2]
    if side.sentence != token.sentence or (token.lower in ("run", "besieged") and not is_armed(doc, side)):
        return None
    if side.lemma not in words("armed") and side.pos not in ("PROPN", "NOUN", "ADJ"):
        return None
    name = side.text
    if i >= 4 and doc.tokens[i - 3].text in "-–" and doc.tokens[i - 4].sentence == token.sentence:
        name = doc.text[doc.tokens[i - 4].start : side.end]
    return _standing(doc, token, place, name, phrase(doc, place)) if _says_where(doc, place) else None


def _says_where(doc: Annotated, place: Token) -> bool:
    """The phrase names a place: "rebel-held areas" alone says nothing about the situation."""
    first, last = doc.subtree(place.i)
    return any(t.pos == "PROPN" or is_named(doc, t, frozenset({"GPE", "LOC", "FAC"})) for t in doc.tokens[first:last])


def _standing(doc: Annotated, token: Token, place: Token | None, side: str | None, span: Span) -> Found | None:
    if place is None:
        return None
    target = words_of(doc, place)
    return Found(
        ClaimKind.CONTROL,
        token.i,
        span,
        "Said in passing: who holds the territory.",
        actor=side,
        target=target,
        status=Status.ASSERTED,
        topic="who holds territory",
    )
