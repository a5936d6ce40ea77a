"""Which words name people, and which say what happened to them."""

from collections.abc import Iterator

from sayso.claims.lexicon import lexicon
from sayso.model import Annotated, Name, Token

_SUFFIXES = (
    "ists",
    "ist",
    "eers",
    "eer",
    "ians",
    "workers",
    "worker",
    "fighters",
    "fighter",
    "men",
    "women",
    "ees",
    "man",
    "woman",
)


def is_compound(annotated: Annotated, i: int) -> bool:
    """The word is the first half of a compound: "rebel-held"."""
    tokens = annotated.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text != "-" or tokens[i + 1].start != tokens[i].end:
        return False
    return tokens[i + 2].start == tokens[i + 1].end and not is_person_word(tokens[i + 2])


def is_person_word(token: Token) -> bool:
    """The word names people in the vocabulary, or by its ending."""
    lex = lexicon()
    word = token.lower
    if word in lex.things:
        return False
    if word in lex.groups or token.lemma in lex.groups or word in lex.people:
        return True
    if token.pos not in {"NOUN", "PROPN"} or len(word) < 6:
        return False
    return word.endswith(_SUFFIXES) or (word.endswith(("ers", "ors")) and word not in lex.devices)


def is_demonym(annotated: Annotated, i: int) -> bool:
    """The token stands in a name for people ("Somalis", "Syrian")."""
    token = annotated.tokens[i]
    if not token.text[:1].isupper():
        return False
    return any(name.label == "NORP" and name.first <= i < name.last for name in _names_near(annotated, i)) or (
        token.lower.endswith(("is", "ians", "ese", "ish", "ans")) and token.pos in {"PROPN", "ADJ", "NOUN"}
    )


def _names_near(annotated: Annotated, i: int) -> Iterator[Name]:
    token = annotated.tokens[i]
    return (n for n in annotated.names if n.span.start <= token.start < n.span.end)


def is_trigger(annotated: Annotated, i: int) -> bool:
    """The word is a state or verb of harm rather than a modifier or noun ("22 dead", "40 wounded")."""
    lex, token = lexicon(), annotated.tokens[i]
    word = token.lower
    verb = lex.verbs.get(word)
    if word in lex.people and word not in lex.states and (verb is None or verb.form in {"base", "s"}):
        return False
    return word in lex.states or (word in lex.verbs and word != "fall")


def is_singular(token: Token) -> bool:
    """The noun names one person."""
    word = token.lower
    if word in {
        "people",
        "men",
        "women",
        "children",
        "police",
        "staff",
        "personnel",
        "troops",
        "militia",
        "population",
        "household",
        "toll",
        "elderly",
        "wounded",
        "injured",
        "dead",
        "crew",
        "fighters",
        "militiamen",
        "families",
        "family",
        "gunmen",
        "servicemen",
        "fishermen",
        "youths",
        "couple",
        "generation",
        "opposition",
        "others",
        "other",
        "death",
        "fatality",
        "casualty",
        "general",
        "regular",
        "minor",
        "female",
        "male",
        "national",
        "native",
        "local",
        "human",
        "head",
        "elder",
        "body",
    }:
        return word in {"body", "minor", "native"}
    return token.tag in {"NN", "NNP"} or (token.tag not in {"NNS", "NNPS"} and not word.endswith("s"))
