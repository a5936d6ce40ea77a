"""Who is named beside a phrase or right before a pronoun: the subject of this sentence or of the one before."""

from sayso.attribute.grammar import Phrase, noun_phrase
from sayso.attribute.vocabulary import words
from sayso.model import Annotated, Sentence, Token


def person_just_named(a: Annotated, p: Phrase) -> Phrase | None:
    """ "Police chief R. Marlo went on record. Nine, he said": the chief; None where no name is the subject."""
    here = a.sentences[a.tokens[p.head].sentence]
    for sentence in (here, *a.sentences[max(0, here.i - 1) : here.i]):
        subject = _subject(a, sentence, p.first)
        if subject is None:
            continue
        whole = noun_phrase(a, subject.i)
        return whole if subject.pos != "PRON" and _is_person_named(a, whole) else None
    return None


def _subject(a: Annotated, sentence: Sentence, before: int) -> Token | None:
    """The subject of the sentence's main verb that stands before a token."""
    for token in a.tokens_of(sentence):
        if token.i < before and token.dep in ("nsubj", "nsubjpass") and a.tokens[token.head].dep == "ROOT":
            return token
    return None


def _is_person_named(a: Annotated, p: Phrase) -> bool:
    """One person by name, whether a tagger or a title tells it."""
    head = a.tokens[p.head]
    if head.tag == "NNPS" or head.pos != "PROPN" or head.lower in words()["bodies"] | words()["body_names"]:
        return False
    label = next((n.label for n in a.names if n.first <= p.head < n.last), "")
    titled = any(t.lemma in words()["people"] or t.lower in words()["people"] for t in a.tokens[p.first : p.head])
    return label == "PERSON" or (titled and label in ("", "ORG"))


def identified(a: Annotated, p: Phrase) -> str | None:
    """ "an activist identified as A B", "a nurse named A B": the name."""
    at = p.last
    if at + 1 < len(a.tokens) and a.tokens[at].lower in ("identified", "named", "called", "known"):
        at += 2 if a.tokens[at + 1].lower == "as" else 1
        for name in a.names:
            if name.first == at and name.label in ("PERSON", "ORG"):
                return name.span.of(a.text)
    return None


def is_field(a: Annotated, noun: Token, head: Token) -> bool:
    """ "Head of emergency", "manager of the port": what somebody is in charge of, no body."""
    bare = not any(c.dep in ("det", "poss", "compound", "amod") for c in a.children(noun.i))
    if head.lemma.startswith("spokes") or noun.pos != "NOUN":
        return False
    return bare or noun.lemma in words()["places_run"]
