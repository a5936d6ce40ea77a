"""The noun phrase after a number: where it ends, and whom it names."""

from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_compound, is_demonym, is_person_word, is_trigger
from sayso.model import Annotated, Token

_BREAK = frozenset(
    [
        "were",
        "was",
        "are",
        "is",
        "be",
        "been",
        "had",
        "have",
        "has",
        "who",
        "which",
        "that",
        "whom",
        "while",
        "as",
        "in",
        "on",
        "at",
        "by",
        "from",
        "for",
        "to",
        "with",
        "and",
        "or",
        "but",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        '"',
        "'",
        "--",
        "when",
        "where",
        "after",
        "before",
        "during",
        "into",
        "near",
        "since",
        "until",
        "than",
        "last",
        "next",
        "this",
    ]
)


_STUFF = frozenset({"money", "food", "aid", "fuel", "water", "land", "equipment", "ammunition", "time", "way", "area"})
"""Singular nouns of which so many are no people."""
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_OF_DETERMINERS = frozenset(["the", "these", "those", "their", "its", "his", "her", "our", "them", "whom", "which"])


def noun_after(annotated: Annotated, at: int, limit: int) -> tuple[int, int | None, bool, bool]:
    """Where the figure's noun phrase ends, its noun, whether that names people for sure, and "of them"."""
    tokens, lex = annotated.tokens, lexicon()
    j, best, noun, known = at, at, None, False
    if j < limit and tokens[j].text in _QUOTES:
        j += 1
    if j < limit and tokens[j].lower == "of":
        j += 1
        if j < limit and tokens[j].lower in {"them", "whom", "which", "those", "these"}:
            return j + 1, None, True, True
        if j < limit and tokens[j].lower in _OF_DETERMINERS:
            j += 1
            if j < limit and tokens[j].lower in lex.people and not (j + 1 < limit and is_person_word(tokens[j + 1])):
                return j + 1, j, True, True
    elif j < limit and tokens[j].lower == "the":
        return at, None, False, False
    if j < limit and j == at and tokens[j].pos == "NUM" and (tokens[j].text.isdigit() or tokens[j].text.islower()):
        return at, None, False, False  # "38 two days earlier"
    if j < limit and j == at > 0 and tokens[j].text == "-" and tokens[j].start > tokens[j - 1].end:
        return at, None, False, False  # "at least 126 - Observatory"
    fallback = None
    while j < limit and j < at + 10:
        token = tokens[j]
        word = token.lower
        if word in {
            "more",
            "others",
            "other",
            "additional",
            "further",
            "new",
            "alleged",
            "suspected",
            "-",
            "severely",
            "seriously",
            "'s",
            "’s",
            "s",
            "critically",
        }:
            if word == "others" or (word == "more" and noun is None):
                best, known = j + 1, known or word == "others"
                noun = j if word == "others" else noun
                if word == "others":
                    break
            j += 1
            continue
        if is_compound(annotated, j):
            j += 3
            continue
        if word in lex.things and noun is None and token.tag in {"NNS", "NNPS"}:
            return j + 1, j, False, False
        if (is_person_word(token) or is_demonym(annotated, j)) and not is_trigger(annotated, j):
            if not _names_a_thing(annotated, j, limit):
                best, noun, known = j + 1, j, True
            j += 1
            continue
        if word in {"and", "&", "or", "/"}:
            stop = _coordinated(annotated, j, limit)
            if stop is None:
                break
            best, j, known = stop, stop, True
            noun = noun if noun is not None else stop - 1
            continue
        if word == "of" and noun is not None and tokens[noun].lower in lex.headed:
            stop = _complement(annotated, j, limit)
            best = stop
            break
        if _breaks(token) or (
            not _is_acronym(token)
            and token.pos in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ", "PRON", "DET", "CCONJ"}
            and not _modifies(annotated, j, limit)
        ):
            break
        if is_trigger(annotated, j) and not _modifies(annotated, j, limit):
            break
        if (token.pos in {"NOUN", "PROPN"} and fallback is None and noun is None) or (
            token.pos == "NOUN" and noun is None
        ):
            fallback = j
        j += 1
    if noun is None and fallback is not None and best == at:
        if tokens[at].lower == "of" and tokens[at + 1].lower in _OF_DETERMINERS and _is_body(annotated, fallback):
            return at, None, False, False
        return fallback + 1, fallback, False, False
    return best, noun, known, False


def _is_body(annotated: Annotated, i: int) -> bool:
    """ "nine of the movement", "some 1,000 of the village's 5,000 people": one body, of which so many are told."""
    tokens = annotated.tokens
    owner = i + 1 < len(tokens) and tokens[i + 1].tag == "POS"
    return owner or (tokens[i].tag in {"NN", "NNP"} and tokens[i].lower not in _STUFF)


def _names_a_thing(annotated: Annotated, i: int, limit: int) -> bool:
    """A word for people before a noun for a thing: "60 Kurdish villages", "two merchant vessels"."""
    tokens, things = annotated.tokens, lexicon().things
    plural = tokens[i].tag in {"NNS", "NNPS"} and tokens[i].lower != "personnel"
    if plural or tokens[i].lower in {"people", "children", "men", "women"}:
        return False
    ahead = tokens[i + 1 : min(i + 3, limit)]
    return any(
        t.lower in things and t.pos in {"NOUN", "PROPN"} and not is_trigger(annotated, t.i) for t in ahead[:1]
    ) or (
        len(ahead) > 1
        and ahead[0].pos in {"NOUN", "PROPN"}
        and ahead[0].lower not in lexicon().groups
        and ahead[1].lower in things
    )


def _breaks(token: Token) -> bool:
    """A word that ends a noun phrase; "IS" and "US" are names."""
    return token.lower in _BREAK and not _is_acronym(token)


def _is_acronym(token: Token) -> bool:
    return len(token.text) == 2 and token.text.isupper() and token.text.isalpha()


def _modifies(annotated: Annotated, i: int, limit: int) -> bool:
    """A participle or state right before a noun for people: "8 injured civilians"."""
    tokens = annotated.tokens
    if i + 1 >= limit:
        return False
    after = tokens[i + 1]
    return (
        (tokens[i].lower in lexicon().states or tokens[i].tag in {"VBN", "VBG", "JJ"})
        and is_person_word(after)
        and not is_trigger(annotated, i + 1)
    )


def _coordinated(annotated: Annotated, at: int, limit: int) -> int | None:
    """The end of "and allied militia" after "25 soldiers": bare nouns that share the number."""
    tokens = annotated.tokens
    j = at + 1
    while j < limit and j <= at + 4:
        token = tokens[j]
        if is_person_word(token) and not is_trigger(annotated, j):
            while j + 1 < limit and is_person_word(tokens[j + 1]) and not is_trigger(annotated, j + 1):
                j += 1
            plural = (
                tokens[j].tag in {"NNS", "NNPS"}
                or tokens[j].lower.endswith("s")
                or tokens[j].lower in {"crew", "militia", "people", "children", "staff", "women", "men"}
            )
            return j + 1 if plural else None
        if token.pos not in {"ADJ", "NOUN", "PROPN"} or token.lower in _BREAK:
            return None
        j += 1
    return None


def _complement(annotated: Annotated, at: int, limit: int) -> int:
    """The end of "of a pro-government militia" after "three members"."""
    tokens = annotated.tokens
    j = at + 1
    last = at
    while j < limit and j <= at + 8:
        token = tokens[j]
        if (
            token.pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
            or token.lower in {"'s", "-", "’s"}
            or token.tag == "POS"
        ):
            if is_trigger(annotated, j):
                break
            last = j if token.pos in {"NOUN", "PROPN"} else last
            j += 1
            continue
        break
    return last + 1 if last > at else at
