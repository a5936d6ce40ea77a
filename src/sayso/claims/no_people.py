"""Quantities that look like counts of people and are none: ages, things, tolls of which nothing is said."""

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import lexicon
from sayso.claims.person_words import is_person_word, is_singular
from sayso.model import Annotated, Sentence


def counts_no_people(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """The words around the number say that it counts no people, or nobody new."""
    return (
        _is_age(annotated, sentence, counted)
        or _is_thing(annotated, counted)
        or _describes_a_thing(annotated, sentence, counted)
        or _is_one_of_those(annotated, counted)
        or _opens_a_toll(annotated, sentence, counted)
        or _is_unseen(annotated, counted)
        or _is_supposed(annotated, sentence, counted)
    )


def _is_age(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "a girl of eight"."""
    tokens, at = annotated.tokens, counted.first
    if counted.noun is not None or at - 3 < sentence.first or tokens[at - 1].lower != "of":
        return False
    person = tokens[at - 2]
    return (
        is_person_word(person)
        and is_singular(person)
        and person.lower not in {"family", "group", "crew", "party", "team", "couple"}
    )


def _is_thing(annotated: Annotated, counted: Counted) -> bool:
    """ "four armored infantry vehicles": things, whatever the verb."""
    if counted.noun is None or counted.known:
        return False
    noun, lex = annotated.tokens[counted.noun], lexicon()
    if noun.lower in {"case", "cases"}:
        return False  # of an illness perhaps
    return noun.lower in lex.things and noun.lower not in lex.people


def _describes_a_thing(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "two besieged villages", "17 of the hijacked ships": the state is that of a thing."""
    if counted.noun is not None:
        return False
    tokens, lex = annotated.tokens, lexicon()
    for token in tokens[counted.last : min(counted.last + 7, sentence.last)]:
        if token.lower in lex.things and token.pos in {"NOUN", "PROPN"}:
            if token.tag in {"NNS", "NNPS"}:
                return True
            continue
        held = token.text == "-" or (token.i + 1 < sentence.last and annotated.tokens[token.i + 1].text == "-")
        state = (
            held
            or token.lower in lex.states
            or token.tag in {"VBN", "JJ", "NNP", "NNPS"}
            or token.pos in {"ADJ", "DET"}
        )
        if not state and token.lower != "of":
            return False
    return False


def _is_one_of_those(annotated: Annotated, counted: Counted) -> bool:
    """ "one of those killed", "every one of them": somebody counted elsewhere."""
    tokens = annotated.tokens
    if not counted.pronoun:
        return False
    if counted.first > 0 and tokens[counted.first - 1].lower in {"every", "each", "any", "not"}:
        return True
    return counted.figure.low == counted.figure.high == 1 and tokens[counted.last - 1].lower in {"those", "these"}


def _is_supposed(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "even if there are 5,000 of them"."""
    words = [t.lower for t in annotated.tokens[max(sentence.first, counted.first - 4) : counted.first]]
    return "if" in words and bool({"there", "were", "are"} & set(words[words.index("if") :]))


def _is_unseen(annotated: Annotated, counted: Counted) -> bool:
    """ "with no visible injuries": said of bodies, not of how many were hurt."""
    words = {t.lower for t in annotated.tokens[counted.first : counted.last]}
    return counted.figure.high == 0 and bool(words & {"visible", "apparent", "obvious", "external", "outward"})


def _opens_a_toll(annotated: Annotated, sentence: Sentence, counted: Counted) -> bool:
    """ "no immediate death toll": nothing is said of how many there were."""
    ahead = annotated.tokens[counted.last] if counted.last < sentence.last else None
    return (
        counted.figure.high == 0 and ahead is not None and ahead.lower in lexicon().toll | {"report", "reports", "word"}
    )
