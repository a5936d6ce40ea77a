"""Whether the words before a phrase make it an origin or a relay: "citing residents", "released by the ministry"."""

from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase
from sayso.attribute.relays import is_medium, is_platform
from sayso.attribute.vocabulary import words
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Token

NEAR = 3
"""Tokens before a phrase among which the word that introduces it stands."""


def introduced(a: Annotated, one: Found) -> None:
    """Take away what nothing introduces as an origin or relay, and tell the two apart by their prepositions."""
    origin, relay = list(one.origin), [p for p in one.relay if not _is_no_relay(a, p)]
    for p in one.origin:
        verdict = _is_no_origin(a, one, p)
        carries = verdict == "through" and _can_carry(a, p)
        if verdict == "other" or carries:
            origin.remove(p)
        if carries and not relay:
            relay.append(p)
    one.origin, one.relay = origin, relay


def _is_no_origin(a: Annotated, one: Found, p: Phrase) -> str:
    """What the words before an origin make of it instead; nothing where they leave it an origin."""
    before = a.tokens[p.first - 1] if p.first else None
    if before is None or one.standing:
        return ""
    if before.lower in word_list("citing", "through"):
        relied = any(t.lemma in word_list("citing", "relying") for t in a.tokens[max(0, p.first - NEAR) : p.first])
        return "" if relied else "through"
    if before.lemma in ("tell", "inform") or before.lower in word_list("citing", "no_origin"):
        return "other"
    if before.lower == "by" and _governor(a, before).lemma in word_list("citing", "no_issuing"):
        return "other"
    if before.lower in ("from", "by", "of") and _is_object(a, before, one):
        return "other"
    if before.lower == "by" and _governor(a, before).pos in ("DET", "PRON", "NUM"):
        return "other"
    return "other" if _is_cut(a, p) or _is_shown(a, p) else ""


def _governor(a: Annotated, prep: Token) -> Token:
    return a.tokens[prep.head]


def _is_object(a: Annotated, prep: Token, one: Found) -> bool:
    """ "confirmed a report by the agency", "dismissed the reports from activists": what is confirmed or dismissed."""
    noun = _governor(a, prep)
    verb = a.tokens[noun.head]
    if noun.dep != "dobj" or noun.pos != "NOUN" or verb.lemma not in word_list("citing", "judging"):
        return False
    return not any(q.first <= noun.i < q.last for q in one.speakers)


def _is_shown(a: Annotated, p: Phrase) -> bool:
    """ "posted a video", "released a statement": what is shown or put out, and nobody who is quoted."""
    head = a.tokens[p.head]
    return head.dep == "dobj" and a.tokens[head.head].lemma in word_list("citing", "showing")


def _is_cut(a: Annotated, p: Phrase) -> bool:
    """ "a tribal | council statement": the words break off before the noun that they belong to."""
    after = a.tokens[p.last] if p.last < len(a.tokens) else None
    last = a.tokens[p.last - 1]
    return (
        after is not None
        and last.dep in ("compound", "amod", "nmod")
        and p.last <= last.head < p.last + NEAR
        and a.tokens[last.head].pos == "NOUN"
    )


def _is_no_relay(a: Annotated, p: Phrase) -> bool:
    """A place that somebody wrote from, a listener, who is behind a paper: none of them passes words on."""
    before = a.tokens[p.first - 1] if p.first else None
    if before is None or is_platform(a, p) or (p.first > 1 and a.tokens[p.first - 2].lower == "according"):
        return False
    if before.lower in word_list("citing", "no_relay"):
        return True
    medium = is_medium(a, p)
    if before.lower == "by" and not medium:
        return _governor(a, before).lemma in word_list("citing", "making")
    place = any(n.first <= p.head < n.last and n.label in ("GPE", "LOC", "DATE") for n in a.names)
    return not medium and place and before.lower in ("in", "at", "to")


def _can_carry(a: Annotated, p: Phrase) -> bool:
    """A medium or a platform, or somebody's own channel, page or account."""
    head = a.tokens[p.head]
    owned = a.tokens[p.first].tag == "PRP$"
    listed = words()["platform_nouns"] | words()["media_words"]
    return is_medium(a, p) or is_platform(a, p) or (owned and head.lemma in listed)
