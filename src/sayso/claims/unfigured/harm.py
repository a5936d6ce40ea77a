"""Harm to people without a number, and damage to places and things."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.claims.unfigured.factuality import Stance, stance
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.grammar import (
    child,
    doer,
    is_passive,
    key,
    patient,
    said_of,
    subject,
    under,
    words_of,
)
from sayso.claims.unfigured.nouns import are_people, base, has_number, is_armed, is_named, is_person, is_place, is_site
from sayso.claims.unfigured.vocabulary import words
from sayso.model import Annotated, ClaimKind, Sentence, Status, Token, hull

HARM, DAMAGE = ClaimKind.HARM, ClaimKind.DAMAGE


def harm_in(doc: Annotated, sentence: Sentence) -> Iterator[Found]:
    """Harm and damage that a sentence speaks of; what is only feared or planned is left out."""
    for token in doc.tokens_of(sentence):
        found = None
        if token.pos in ("VERB", "AUX"):
            found = _of_verb(doc, token)
        elif token.pos in ("NOUN", "ADJ") or token.tag == "VBN":
            found = _of_state(doc, token) or _of_noun(doc, token)
        if found is not None:
            yield found


def _of_verb(doc: Annotated, token: Token) -> Found | None:
    if token.dep == "amod":
        return None
    name = key(doc, token.i)
    return (
        _harmed(doc, token, name)
        or _undergone(doc, token, name)
        or _sickened(doc, token)
        or _rained(doc, token, name)
        or _damaged(doc, token, name)
        or _of_state(doc, token)
    )


def _found(
    doc: Annotated,
    token: Token,
    kind: ClaimKind,
    noun: Token | None,
    reason: str,
    held: Stance | None,
    by: Token | None = None,
) -> Found | None:
    if held is None or (held.status is Status.DENIED and token.dep in ("relcl", "acl")):
        return None
    return Found(
        kind,
        token.i,
        said_of(doc, token.i, noun if by is None or is_passive(doc, token.i) else by),
        reason,
        actor=words_of(doc, by),
        target=words_of(doc, noun),
        who=words_of(doc, noun) if are_people(doc, noun) else None,
        status=held.status,
        stance=held.reason,
    )


def _harmed(doc: Annotated, token: Token, name: str) -> Found | None:
    weak = name in words("harm_needs_force")
    if not weak and name not in words("harm_done_to"):
        return None
    whom, by = patient(doc, token.i), doer(doc, token.i)
    if not are_people(doc, whom) or whom is None or whom.lemma in words("wrongdoers"):
        return None
    if whom.lower == "those" and token.dep in ("acl", "relcl"):
        return None
    if token.dep == "acl" and not (by is not None or name in words("lethal") or child(doc, token.i, "auxpass")):
        # "the civilians trapped inside": who is spoken of, no assertion
        return None
    if weak and is_armed(doc, whom):
        return None
    if name == "bury" and not is_passive(doc, token.i) and (by is None or are_people(doc, by)):
        return None
    if weak and not (is_passive(doc, token.i) or _is_force(doc, token, by, whom)):
        return None
    return _found(
        doc, token, HARM, whom, f'People are said to be harmed ("{name}"), without a number.', stance(doc, token.i), by
    )


def _is_force(doc: Annotated, token: Token, by: Token | None, whom: Token) -> bool:
    """What can strike is armed or a weapon; people beat those who cannot well be their rivals in a game."""
    if by is None:
        return False
    beaten = token.lemma == "beat" and are_people(doc, by) and whom.lemma in words("civilians")
    return is_armed(doc, by) or by.lemma in words("weapons") or beaten


def _sickened(doc: Annotated, token: Token) -> Found | None:
    """ "Nurses fell ill"."""
    if token.lemma not in ("fall", "become", "take"):
        return None
    state = next((t for t in doc.children(token.i) if t.lower in ("ill", "sick", "unconscious", "unwell")), None)
    whom = patient(doc, token.i) if token.lemma == "take" else subject(doc, token.i)
    if state is None or not are_people(doc, whom):
        return None
    reason = f'People are said to have fallen "{state.lower}", without a number.'
    return _found(doc, token, HARM, whom, reason, stance(doc, token.i))


def _undergone(doc: Annotated, token: Token, name: str) -> Found | None:
    if name not in words("harm_undergone") or is_passive(doc, token.i):
        return None
    whom = subject(doc, token.i)
    spoken_of = token.dep == "acl" or (token.tag == "VBG" and whom is not None and whom.i == token.i - 1)
    if not are_people(doc, whom) or spoken_of or (name == "flee" and is_armed(doc, whom)):
        return None
    return _found(
        doc, token, HARM, whom, f'People are said to come to harm ("{name}"), without a number.', stance(doc, token.i)
    )


def _of_state(doc: Annotated, token: Token) -> Found | None:
    """ "Families are trapped", "residents left homeless"."""
    if token.lower not in words("harm_states"):
        return None
    if token.dep in ("acomp", "oprd", "conj", "attr"):
        verb = doc.tokens[token.head]
        if token.dep == "conj":
            if verb.dep not in ("acomp", "oprd", "attr"):
                return None
            verb = doc.tokens[verb.head]
        whom = patient(doc, verb.i) if token.dep == "oprd" else subject(doc, verb.i)
        held = stance(doc, verb.i)
    else:
        return None
    if not are_people(doc, whom) or held is None or whom is None:
        return None
    return Found(
        HARM,
        token.i,
        said_of(doc, verb.i, whom),
        f'People are said to be "{token.lower}", without a number.',
        target=words_of(doc, whom),
        who=words_of(doc, whom),
        status=held.status,
        stance=held.reason,
    )


def _of_noun(doc: Annotated, token: Token) -> Found | None:
    """ "The raid caused casualties", "butcheries are carried out"."""
    if token.lemma not in words("harm_nouns") or token.tag not in ("NNS", "NN") or has_number(doc, token):
        return None
    if token.dep not in ("dobj", "nsubjpass", "attr", "nsubj"):
        return None
    verb = doc.tokens[token.head]
    if verb.lemma in ("suffer", "sustain") and not are_people(doc, subject(doc, verb.i)):
        return None
    there = token.dep == "attr" and any(t.dep == "expl" for t in doc.children(verb.i))
    if not there and verb.lemma not in words("harm_causing"):
        return None
    if token.dep == "nsubj" and verb.lemma not in ("occur", "happen", "continue", "mount"):
        return None
    if token.dep == "attr" and not there:
        return None
    if token.lemma in ("death", "killing", "injury", "execution", "torture", "rape") and token.tag == "NN":
        return None
    return _found(
        doc,
        verb,
        HARM,
        token,
        f'Harm to people is spoken of ("{token.lower}"), without a number.',
        stance(doc, verb.i),
        None,
    )


def _rained(doc: Annotated, token: Token, name: str) -> Found | None:
    """ "Shells rained down on the market"."""
    if name not in words("falling_verbs"):
        return None
    what = subject(doc, token.i)
    if what is None or what.lemma not in words("falling_weapons") or is_passive(doc, token.i):
        return None
    where = under(doc, token.i, "on", "onto", "upon", "in", "into", "near", "at")
    if name in ("fall", "explode", "land") and not (is_site(where) or is_place(doc, where) or are_people(doc, where)):
        return None
    kind = DAMAGE if is_site(where) and not are_people(doc, where) else HARM
    held = stance(doc, token.i)
    if held is None:
        return None
    return Found(
        kind,
        token.i,
        said_of(doc, token.i, what),
        "Fire is said to fall where people live; whom it hit is not said."
        if kind is HARM
        else "Fire is said to fall on a site.",
        actor=words_of(doc, under(doc, token.i, "from", "by")),
        target=words_of(doc, where),
        status=held.status,
        stance=held.reason,
    )


def _damaged(doc: Annotated, token: Token, name: str) -> Found | None:
    what, by = patient(doc, token.i), doer(doc, token.i)
    what = base(doc, what) if what is not None else None
    if name in words("damage_undergone") and not is_passive(doc, token.i) and what is None:
        what, by = subject(doc, token.i), None
        fits = is_site(what) and what is not None and what.lemma not in ("market", "system", "government")
    elif name in words("damage_turning") and _turned_to_rubble(doc, token):
        fits = what is not None
    elif name in words("damage_done_to"):
        fits = is_site(what) or _is_thing_in(doc, what, name)
    elif name in words("damage_by_fire"):
        fits = _under_fire(doc, token, what, by)
    else:
        return None
    if not fits:
        return None
    found = _found(
        doc, token, DAMAGE, what, f'A place or thing is said to be hit or damaged ("{name}").', stance(doc, token.i), by
    )
    end = _turned_to_rubble(doc, token) if name in words("damage_turning") else None
    if found is not None and by is not None and name == "hit" and by.lemma in words("forces_of_nature"):
        # "the quake that hit the province": the same event in every other sentence
        return replace(found, topic=f"{by.lemma} hit")
    return replace(found, span=hull((found.span, end.span))) if found is not None and end is not None else found


def _is_thing_in(doc: Annotated, what: Token | None, name: str) -> bool:
    """A named place, or, after a verb that only things undergo ("torched"), any noun for no person and no idea."""
    if what is None:
        return False
    if is_named(doc, what, frozenset({"GPE", "FAC", "LOC"})):
        return True
    thing = what.pos == "NOUN" and what.lemma not in words("no_things") and not is_person(doc, what)
    return thing and name in words("damage_plain")


def _turned_to_rubble(doc: Annotated, token: Token) -> Token | None:
    """The word in "blew the district to RUBBLE"; None where there is none."""
    first, last = doc.subtree(token.i)
    following = doc.tokens[token.i : min(last, token.i + 14)]
    marks = ("to", "into", "in", "of")
    return next(
        (t for t in following if t.lemma in words("rubble") and t.i > first and doc.tokens[t.i - 1].lower in marks),
        None,
    )


def _under_fire(doc: Annotated, token: Token, what: Token | None, by: Token | None) -> bool:
    if what is None or not (is_site(what) or is_place(doc, what, strict=True)):
        return False
    strong = token.lemma in ("bomb", "shell", "bombard")
    nature = by is not None and by.lemma in words("forces_of_nature") and under(doc, by.i, "of") is None
    by_force = by is not None and (by.lemma in words("weapons") or nature or is_armed(doc, by))
    if by_force or strong:
        return True
    return by is None and is_passive(doc, token.i) and is_site(what) and what.lemma not in words("inhabited")
