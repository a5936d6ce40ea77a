"""What a noun phrase is about: people without a number, an armed side, an actor, a place, a site."""

from functools import cache

from sayso.claims.unfigured.vocabulary import words
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Annotated, Name, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PARTY_LABELS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
COUNTING = frozenset(
    {
        "dozen",
        "hundred",
        "thousand",
        "million",
        "score",
        "several",
        "few",
        "number",
        "couple",
        "ten",
        "numerous",
        "no",
        "another",
    }
)
"""Words that make a noun phrase a figure, which the claims with a figure cover."""
NUMBER_WORDS = frozenset(
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    }
)  # fmt: skip
PARTITIVES = frozenset(
    {
        "group",
        "many",
        "some",
        "most",
        "crowd",
        "family",
        "rest",
        "majority",
        "all",
        "lot",
        "body",
        "part",
        "much",
        "half",
    }
)

PERSON_ENDINGS = ("ist", "eer", "ian", "man", "woman", "men", "women", "worker", "fighter", "smith", "ologist")


def lemma(token: Token) -> str:
    """The base form, also of a plural that a capital letter has made a proper name ("Detainees were ...")."""
    if token.tag == "NNPS" and token.lemma.endswith("s"):
        return token.lemma[:-3] + "y" if token.lemma.endswith("ies") else token.lemma[:-1]
    if token.tag == "NNP" and token.text[1:].islower() and token.lemma[:-1] in words("people"):
        # "Guerrillas" at the head of a sentence is taken for a name
        return token.lemma[:-1]
    return token.lemma


def name_at(doc: Annotated, token: Token) -> Name | None:
    """The tagged name that holds the token."""
    return next((name for name in doc.names if name.first <= token.i < name.last), None)


def is_named(doc: Annotated, token: Token, labels: frozenset[str]) -> bool:
    """The token belongs to a name with one of the labels."""
    name = name_at(doc, token)
    return name is not None and name.label in labels


def has_number(doc: Annotated, token: Token) -> bool:
    """The noun phrase counts: a numeral, "dozens of", "several", "a man" (one)."""
    for below in doc.children(token.i):
        if below.dep in ("nummod", "quantmod") or below.pos == "NUM" or below.lemma in COUNTING:
            return True
        if below.i < token.i and below.tag in ("CD", "NNP") and below.lower in NUMBER_WORDS:
            return True
    before = doc.tokens[max(doc.sentences[token.sentence].first, token.i - 3) : token.i]
    if any(t.text[:1].isdigit() and t.dep != "npadvmod" for t in before if t.head in (token.i, *(b.i for b in before))):
        return True
    first = max(doc.subtree(token.i)[0], token.i - 10)
    if any(t.pos == "NUM" and t.text[0].isdigit() and t.dep == "nummod" for t in doc.tokens[first : token.i]):
        return True
    if token.pos == "NUM" or token.lemma in COUNTING:
        return True
    head = doc.tokens[token.head]
    return token.dep == "pobj" and head.lower == "of" and doc.tokens[head.head].lemma in COUNTING


def base(doc: Annotated, token: Token) -> Token:
    """The noun in "many OF THE RESIDENTS", "most OF THE STRIP" that says who or what they are."""
    if token.lemma in PARTITIVES or token.lemma in COUNTING:
        for below in doc.children(token.i):
            if below.lower == "of":
                for inner in doc.children(below.i):
                    if inner.dep == "pobj":
                        return inner
    return token


def are_people(doc: Annotated, token: Token | None) -> bool:
    """People in the plural or as a mass, without a number; pronouns and single persons are not."""
    if token is None or has_number(doc, token):
        return False
    noun = base(doc, token)
    if has_number(doc, noun) or not (lemma(noun) in words("people") or _is_person_noun(noun)):
        return False
    plural = noun.tag in ("NNS", "NNPS") or noun.lower in words("plural_people")
    return plural and not (noun.pos == "PRON" and noun.lower not in words("plural_people"))


@cache
def _person_words() -> frozenset[str]:
    """The nouns for people of every group, without those that as well mean a thing or a count."""
    groups = [key for key in load_vocabulary("people") if key != "things" and not key.endswith("_phrases")]
    listed = {word for key in groups for word in word_list("people", key)}
    return frozenset(listed - words("no_people"))


def _is_person_noun(token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN") or lemma(token) in words("no_people"):
        return False
    return lemma(token) in _person_words() or (len(token.lemma) > 5 and lemma(token).endswith(PERSON_ENDINGS))


def is_person(doc: Annotated, token: Token | None) -> bool:
    """One person or several, by a noun or a tagged name; pronouns are not."""
    if token is None or token.pos not in ("NOUN", "PROPN"):
        return False
    if is_named(doc, token, frozenset({"PERSON"})):
        return True
    known = any(lemma(token) in words(listed) for listed in ("people", "civilians", "contacts", "officials"))
    return known or _is_person_noun(token)


def is_armed(doc: Annotated, token: Token | None) -> bool:
    """An army, a rebel group, a government's forces, or a name of a body or people."""
    if token is None:
        return False
    return lemma(token) in words("armed") or is_named(doc, token, frozenset({"ORG", "NORP"})) or _is_acronym(token)


def _is_acronym(token: Token) -> bool:
    return token.pos == "PROPN" and len(token.text) > 2 and token.text.isupper()


def is_actor(doc: Annotated, token: Token | None) -> bool:
    """A state, side, body or leader that can back or oppose another."""
    if token is None:
        return False
    return (
        lemma(token) in words("actors")
        or is_named(doc, token, PARTY_LABELS)
        or (token.pos == "PROPN" and name_at(doc, token) is None)
        or token.lower in ("they", "those", "it", "who", "he", "she", "we")
    )


def is_party(doc: Annotated, token: Token | None) -> bool:
    """A side in a conflict that can be backed: fighters, a government, a named group or leader."""
    if token is None:
        return False
    if lemma(token) in words("armed_targets"):
        return True
    return is_named(doc, token, PARTY_LABELS) or (token.pos == "PROPN" and name_at(doc, token) is None)


def is_place(doc: Annotated, token: Token | None, *, strict: bool = False) -> bool:
    """A named place or a noun for a stretch of land; `strict` asks for a name or an inhabited place."""
    if token is None:
        return False
    if is_named(doc, token, PLACE_LABELS):
        return True
    if strict:
        return token.lemma in words("inhabited") and _has_name(doc, token)
    return lemma(token) in words("territory")


def _has_name(doc: Annotated, token: Token) -> bool:
    """The noun phrase holds a proper name ("the town of Marra", "eastern districts of Marra")."""
    first, last = doc.subtree(token.i)
    return any(t.pos == "PROPN" for t in doc.tokens[first:last])


def is_site(token: Token | None) -> bool:
    """A building, works or another thing that can be damaged."""
    return token is not None and lemma(token) in words("sites")
