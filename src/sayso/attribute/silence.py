"""Silence and doubt: who declines to speak, has not spoken yet, or cannot confirm; what is said to be unclear."""

from dataclasses import dataclass

from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import (
    Phrase,
    child,
    has_child,
    is_time,
    noun_phrase,
    span_between,
    subject_of,
    verb_group,
)
from sayso.attribute.quotes import Quotes
from sayso.attribute.speakers import speakers_of
from sayso.attribute.vocabulary import words
from sayso.model import Act, Annotated, Sentence, Span, Token

UNVERIFIED = "Something that could not be verified."
GIVING = frozenset({"give", "provide", "offer", "release", "make", "claim", "name", "issue"})
ABOUT = frozenset({"on", "about", "of", "for", "from"})


@dataclass(frozen=True, slots=True)
class Held:
    """The verbs of a silence: the one with the subject and the one that is not done ("declined" "comment")."""

    top: int
    main: int
    act: Act
    reason: str


def silent_verb(a: Annotated, quotes: Quotes, token: Token) -> Found | None:
    """ "declined to comment", "has yet to respond", "did not say", "could not verify"."""
    reached = _unreached(a, token)
    if reached is not None:
        return reached
    held = _governed(a, token) or _without(a, token) or _negated(a, token)
    return _found(a, quotes, held) if held is not None else None


def _unreached(a: Annotated, token: Token) -> Found | None:
    """ "could not be reached for comment"."""
    below = a.children(token.i)
    subject = child(a, token.i, "nsubjpass")
    if token.lemma not in ("reach", "contact") or subject is None or not any(c.dep == "neg" for c in below):
        return None
    last = token.i + 1
    if last + 1 < len(a.tokens) and a.tokens[last].lower == "for" and a.tokens[last + 1].lower == "comment":
        last += 2
    cue = a.span_of(verb_group(a, token.i)[0], last)
    reason = "A speaker who could not be reached."
    return Found(Act.DECLINES, reason, [cue], [noun_phrase(a, subject.i)], [], verb=token.i)


def _governed(a: Annotated, token: Token) -> Held | None:
    """An infinitive under a word of refusing, waiting or being able."""
    vocabulary = words()
    governor = a.tokens[token.head]
    no_way = governor.lemma in ("way", "means") and any(c.lower == "no" for c in a.children(governor.i))
    if no_way and token.lemma in vocabulary["unable_verbs"]:
        be = a.tokens[governor.head]
        return Held(be.i if be.lemma == "be" else governor.i, token.i, Act.UNVERIFIED, UNVERIFIED)
    if token.dep != "xcomp":
        return None
    commenting = token.lemma in vocabulary["to_comment"]
    if governor.lemma in vocabulary["declining"] and commenting:
        return Held(governor.i, token.i, Act.DECLINES, "A speaker who declines to speak.")
    waiting = governor.lemma == "have" and any(t.lower == "yet" for t in a.tokens[governor.i : token.i])
    if waiting and commenting:
        return Held(governor.i, token.i, Act.DECLINES, "A speaker who has yet to speak.")
    available = governor.lemma in ("available", "reachable") and _is_negated(a, governor)
    if available and commenting:
        return Held(governor.i, token.i, Act.DECLINES, "A speaker who could not be reached.")
    able = governor.lemma in ("able", "unable", "possible", "impossible")
    if able and token.lemma in vocabulary["unable_verbs"] and _is_negated(a, governor):
        return Held(governor.i, token.i, Act.UNVERIFIED, UNVERIFIED)
    return None


def _without(a: Annotated, token: Token) -> Held | None:
    """ "without giving details"."""
    before = a.tokens[token.i - 1] if token.i else None
    if token.tag != "VBG" or before is None or before.lower != "without":
        return None
    if token.lemma not in words()["withheld_verbs"] or (token.lemma in GIVING and not _gives_nothing(a, token)):
        return None
    return Held(token.i, token.i, Act.DECLINES, "A speaker who does not say.")


def _is_negated(a: Annotated, adjective: Token) -> bool:
    around = (*a.children(adjective.i), *a.children(adjective.head))
    return adjective.lemma.startswith(("un", "im")) or any(c.dep == "neg" for c in around)


def _negated(a: Annotated, token: Token) -> Held | None:
    """A verb of saying or confirming with "not"."""
    vocabulary = words()
    below = a.children(token.i)
    subject = subject_of(a, token.i)
    nobody = subject is not None and a.tokens[a.subtree(subject.i)[0]].lower in ("neither", "none", "no")
    passive = has_child(a, token.i, "auxpass")
    if not any(c.dep == "neg" or c.lower in ("not", "n't", "cannot") for c in below) and not (nobody and passive):
        return None
    able = any(c.lower in ("could", "can", "ca", "cannot") for c in below)
    if able:
        unable = token.lemma in vocabulary["unable_verbs"]
        return Held(token.i, token.i, Act.UNVERIFIED, UNVERIFIED) if unable else None
    if nobody or (subject is not None and subject.lower in ("i", "you", "we")):
        return None
    if token.lemma == "know" and has_child(a, token.i, "ccomp"):
        return Held(token.i, token.i, Act.UNVERIFIED, "A speaker who does not know.")
    if token.lemma not in vocabulary["withheld_verbs"] or (token.lemma in GIVING and not _gives_nothing(a, token)):
        return None
    if token.lemma in ("confirm", "verify", "corroborate"):
        return Held(token.i, token.i, Act.UNVERIFIED, UNVERIFIED)
    return Held(token.i, token.i, Act.DECLINES, "A speaker who does not say.")


def _gives_nothing(a: Annotated, token: Token) -> bool:
    """What is not given is information."""
    given = child(a, token.i, "dobj")
    if given is None:
        return False
    return any(t.lemma in words()["withheld_objects"] for t in a.tokens[slice(*a.subtree(given.i))])


def _found(a: Annotated, quotes: Quotes, held: Held) -> Found:
    top, first = _top_of(a, held.top)
    if a.tokens[held.main - 1].lower == "without":
        first = held.main - 1
    last = held.main + 1
    speakers: list[Phrase] = []
    if has_child(a, held.main, "auxpass", "nsubjpass"):
        subject = subject_of(a, top)
        content = span_between(a, a.subtree(subject.i)[0], min(a.subtree(subject.i)[1], first)) if subject else ()
        if last < len(a.tokens) and a.tokens[last].lower == "independently":
            last += 1
    else:
        speakers = [] if _impersonal(a, held.top, top) else speakers_of(a, top)
        content = _what(a, held.main)
    cue = a.span_of(first, last)
    return Found(held.act, held.reason, [cue], speakers, fitted(a, quotes, held.main, content), verb=held.main)


def _top_of(a: Annotated, top: int) -> tuple[int, int]:
    """The verb that has the subject, and the first token of its group ("was not immediately able to ...")."""
    be = a.tokens[a.tokens[top].head]
    if a.tokens[top].pos == "ADJ" and be.lemma == "be" and be.i < top:
        return be.i, verb_group(a, be.i)[0]
    return top, verb_group(a, top)[0]


def _impersonal(a: Annotated, adjective: int, top: int) -> bool:
    """ "it was not possible to verify": nobody is said to have tried."""
    subject = subject_of(a, top)
    if subject is None or subject.lower == "there":
        return True
    return subject.lower == "it" and a.tokens[adjective].lemma in ("possible", "impossible")


def _what(a: Annotated, main: int) -> tuple[Span, ...]:
    """What is not said or not confirmed."""
    sentence = a.sentences[a.tokens[main].sentence]
    rest = [
        c
        for c in a.children(main)
        if c.i > main
        and c.dep in ("dobj", "ccomp", "xcomp", "prep", "advcl", "dative")
        and not is_time(a, c.i)
        and not (c.dep == "advcl" and c.tag == "VBG")
    ]
    if not rest:
        return ()
    begin = max(main + 1, a.subtree(rest[0].i)[0])
    if rest[0].dep == "prep" and rest[0].lower in ("on", "about", "to"):
        begin = rest[0].i + 1
    end = _before_medium(a, begin, min(a.subtree(rest[-1].i)[1], sentence.last))
    return span_between(a, begin, end)


def _before_medium(a: Annotated, first: int, last: int) -> int:
    """The end before "in state-run media": where the words would have stood, not what they are about."""
    for i in range(first + 1, last - 1):
        if (
            a.tokens[i].lower in ("in", "on", "through", "via")
            and a.tokens[last - 1].lower
            in (
                "media",
                "television",
                "tv",
            )
            and last - i <= 5
        ):
            return i
    return last


def silent_noun(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "There was no immediate comment from the ministry", "gave no details"."""
    verb = a.tokens[token.head]
    if token.dep not in ("dobj", "attr") or not verb.tag.startswith("VB") or verb.i > token.i:
        return None
    if not any(c.lower == "no" for c in a.children(token.i)):
        return None
    act = _act_of_noun(a, token, verb)
    if act is None:
        return None
    first = min(verb_group(a, verb.i)[0], *(c.i for c in a.children(verb.i) if c.dep == "expl"), verb.i)
    speakers = [] if verb.lemma == "be" else speakers_of(a, verb.i)
    by = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower in ("from", "by")), None)
    noun = child(a, by.i, "pobj") if by is not None else None
    if noun is not None and act is Act.DECLINES:
        speakers = [noun_phrase(a, noun.i)]
    last = _end_of_claim(a, token)
    content = _about(a, token, verb, last, sentence, by if speakers else None)
    reason = "Silence: nothing is said." if act is Act.DECLINES else "Nothing is known yet."
    return Found(act, reason, [a.span_of(first, last)], speakers, fitted(a, quotes, verb.i, content))


def _act_of_noun(a: Annotated, token: Token, verb: Token) -> Act | None:
    vocabulary = words()
    if verb.lemma in GIVING and token.lemma in vocabulary["withheld_objects"]:
        return Act.DECLINES
    there = verb.lemma == "be" and child(a, verb.i, "expl") is not None
    if not there and verb.lemma != "have":
        return None
    if token.lemma in vocabulary["silent_nouns"]:
        return Act.DECLINES
    return Act.UNVERIFIED if token.lemma in vocabulary["unverified_nouns"] else None


def _end_of_claim(a: Annotated, token: Token) -> int:
    """ "no claim of responsibility" is one cue."""
    of = next((c for c in a.children(token.i) if c.dep == "prep" and c.lower == "of"), None)
    noun = child(a, of.i, "pobj") if of is not None else None
    return noun.i + 1 if noun is not None and token.lemma == "claim" else token.i + 1


def _about(
    a: Annotated, token: Token, verb: Token, last: int, sentence: Sentence, said_by: Token | None
) -> tuple[Span, ...]:
    for prep in (*a.children(token.i), *a.children(verb.i)):
        if prep.i >= last and prep.dep == "prep" and prep.lower in ABOUT and prep is not said_by:
            return span_between(a, prep.i + 1, min(a.subtree(prep.i)[1], sentence.last))
    return ()


def unclear(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "it was not immediately clear whether ...", "the number was unclear"."""
    be = a.tokens[token.head]
    if be.lemma not in ("be", "remain") or (token.dep not in ("acomp", "attr", "oprd") and token.pos != "ADJ"):
        return None
    if not (any(c.dep == "neg" for c in a.children(be.i)) or token.lower.startswith("un")):
        return None
    subject = child(a, be.i, "nsubj", "expl", "csubj")
    if subject is None:
        return None
    first = min([be.i, *(c.i for c in a.children(be.i) if c.dep == "aux")])
    if subject.lower in ("it", "its"):
        content = _unclear_clause(a, sentence, be, token)
        first = subject.i if subject.i + 2 >= first else first
    else:
        content = span_between(a, *a.subtree(subject.i)) if a.subtree(subject.i)[1] <= first else ()
    if not content:
        return None
    cue = a.span_of(first, token.i + 1)
    reason = "Something that is said to be unclear."
    return Found(Act.UNVERIFIED, reason, [cue], [], fitted(a, quotes, token.i, content))


def _unclear_clause(a: Annotated, sentence: Sentence, be: Token, token: Token) -> tuple[Span, ...]:
    below = (*a.children(be.i), *a.children(token.i))
    clauses = [c for c in below if c.i > token.i and c.dep in ("ccomp", "csubj", "advcl", "xcomp")]
    if not clauses:
        return ()
    start = max(token.i + 1, a.subtree(clauses[0].i)[0])
    return span_between(a, start, min(sentence.last, a.subtree(clauses[-1].i)[1]))
