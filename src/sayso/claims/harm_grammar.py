"""Words of harm above a figure in the dependency tree, where nothing beside it tells."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_after import among_harmed
from sayso.claims.harm_frames import framed_by
from sayso.claims.harm_words import (
    NEGATION,
    Harm,
    Scope,
    joined_measure,
    life_lost,
    names_people,
    opens_object,
    phrase_at,
    undergoes,
)
from sayso.claims.lexicon import VerbForm, lexicon
from sayso.claims.person_words import is_person_word
from sayso.model import Annotated, Measure, Token

_NEGATED = 3
"""Tokens before a verb in which a set phrase with a negation may begin."""


def grammar_of(scope: Scope, counted: Counted) -> Harm | None:
    """Climbs the dependency tree from the figure to a word of harm."""
    tokens = scope.annotated.tokens
    head = _syntactic_head(scope.annotated, counted)
    below = _modifier_harm(scope, counted, head) or _left_so(scope, counted, head)
    if below is not None:
        return below
    node, steps = head, 0
    while steps < 8:
        token = tokens[node]
        if token.head == node:
            return None
        above = tokens[token.head]
        harm = _relation(scope, counted, token, above)
        if harm is not None:
            return harm
        if token.dep not in {
            "conj",
            "appos",
            "nummod",
            "amod",
            "compound",
            "quantmod",
            "poss",
            "nmod",
            "prep",
            "pobj",
            "dep",
            "attr",
            "nsubj",
            "npadvmod",
            "advmod",
        }:
            return None
        if token.dep == "pobj" and above.lower not in {"of", "including", "among", "like", "with", "between"}:
            return None
        if token.dep == "pobj" and above.lower == "of" and not _is_of_people(tokens[above.head]):
            return None
        if token.dep == "prep" and token.lower in {"with", "between"} and above.pos != "NOUN":
            return None
        if token.dep == "prep" and token.lower in {"to", "by", "in", "on", "at", "from", "against", "for"}:
            return None
        if token.dep == "nsubj" and above.pos in {"VERB", "AUX"}:
            return None
        if token.dep in {"nsubj", "attr"} and above.lemma != "be":
            return None
        if token.dep == "conj" and above.pos == "VERB":
            return None
        node, steps = above.i, steps + 1
    return None


def described(scope: Scope, counted: Counted) -> Harm | None:
    """What a clause or participle that hangs on the people counted says of them ("a man buried in the rubble")."""
    return _modifier_harm(scope, counted, _syntactic_head(scope.annotated, counted))


_LEFT = frozenset({"leave", "keep"})
_BEHIND_STATE = frozenset({"ADP", "PUNCT", "CCONJ", "ADV", "SCONJ"})


def _left_so(scope: Scope, counted: Counted, head: int) -> Harm | None:
    """ "leaving hundreds of drivers from both countries stranded": the state stands far behind the figure."""
    tokens, states = scope.annotated.tokens, lexicon().states
    verb = tokens[tokens[head].head]
    if tokens[head].dep != "dobj" or verb.lemma not in _LEFT or verb.i > counted.first:
        return None
    for i in range(counted.last, scope.sentence.last - 1):
        if tokens[i].text in ",;:" or (tokens[i].pos in {"VERB", "AUX"} and tokens[i].tag not in {"VBN", "VBG"}):
            return None
        compound = "-" in (tokens[i - 1].text, tokens[i + 1].text)
        if tokens[i].lower in states and tokens[i + 1].pos in _BEHIND_STATE and not compound:
            measure = joined_measure(scope.annotated, i, states[tokens[i].lower])
            return Harm(measure, i, f'"{verb.text} ... {tokens[i].text}" says it of the people counted.')
    return None


def _is_of_people(noun: Token) -> bool:
    """ "a group of 12", "members of 6 families": the noun stands for people, not for a population or a thing."""
    if noun.lower in {"population", "populations", "inhabitants"}:
        return False
    return is_person_word(noun) or noun.lower in {
        "total",
        "group",
        "groups",
        "number",
        "rest",
        "crew",
        "party",
        "team",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "bodies",
        "families",
        "convoy",
        "queue",
        "crowd",
        "line",
        "busload",
        "boatload",
        "handful",
    }


def _syntactic_head(annotated: Annotated, counted: Counted) -> int:
    """The token of the figure that hangs on a token outside of it, nearest to the number or noun."""
    tokens = annotated.tokens
    preferred = [counted.number, *([counted.noun] if counted.noun is not None else [])]
    inside = range(counted.first, counted.last)
    for i in [*preferred, *inside]:
        outside = tokens[i].head not in inside or tokens[i].head == i
        if outside and tokens[i].dep not in {"punct", "det", "cc"}:
            return int(i)
    return counted.noun if counted.noun is not None else counted.number


def _modifier_harm(scope: Scope, counted: Counted, head: int) -> Harm | None:
    """ "the 48 people who were executed", "a man shot dead": clauses and participles that hang on the figure."""
    annotated, lex = scope.annotated, lexicon()
    nodes = [head, *([counted.noun] if counted.noun is not None and counted.noun != head else [])]
    for node in nodes:
        for child in annotated.children(node):
            if child.dep not in {"acl", "relcl", "amod"} or child.i < counted.last:
                continue
            verb = lex.verbs.get(child.lower)
            if child.lower in lex.states and (verb is None or verb.form == "past") and child.dep != "relcl":
                return Harm(
                    joined_measure(annotated, child.i, lex.states[child.lower]),
                    child.i,
                    f'"{child.text}" describes the people counted.',
                )
            if verb is None:
                continue
            objects = [c for c in annotated.children(child.i) if c.dep == "dobj"]
            if child.dep == "relcl" and any(_is_of_another(annotated, c) for c in annotated.children(child.i)):
                continue
            passive = any(c.dep in {"auxpass", "nsubjpass"} for c in annotated.children(child.i))
            if verb.patient and verb.form == "past" and not objects and (child.dep == "acl" or passive):
                return Harm(
                    joined_measure(annotated, child.i, verb.patient),
                    child.i,
                    f'"{child.text}" describes the people counted.',
                    passive=True,
                )
            if verb.undergoer and not objects and child.dep == "relcl" and undergoes(scope, verb, child.i):
                return Harm(verb.undergoer, child.i, f'"{child.text}" is what the people counted did or suffered.')
    return None


def _is_of_another(annotated: Annotated, subject: Token) -> bool:
    """ "a driver, whose niece was crushed": the clause tells of somebody else."""
    if subject.dep not in {"nsubj", "nsubjpass"} or subject.pos not in {"NOUN", "PROPN"}:
        return False
    return any(c.dep == "poss" and c.lower == "whose" for c in annotated.children(subject.i))


def _relation(scope: Scope, counted: Counted, token: Token, above: Token) -> Harm | None:
    """The harm that the step from a token to its head states."""
    annotated, lex = scope.annotated, lexicon()
    if token.dep in {"nsubj", "nsubjpass"}:
        phrase = _phrase_before(scope, counted, above)
        active = token.dep == "nsubj" and lex.verbs.get(above.lower) is not None and opens_object(scope, above.i + 2)
        if phrase is not None and not active:
            return Harm(*phrase, f'"{above.text} ..." is said of the people counted.')
    far = framed_by(scope, counted, token, above)
    if far is not None:
        return far
    verb = lex.verbs.get(above.lower)
    if verb is not None and not _is_caught_in(annotated, verb, above):
        harm = _object_or_passive(scope, counted, token, above, verb) or _subject(scope, token, above, verb)
        if harm is not None:
            return harm
    has_object = any(c.dep == "dobj" for c in annotated.children(above.i))
    if token.dep in {"nsubj", "nsubjpass"} and above.lower in lex.states and not has_object:
        return Harm(lex.states[above.lower], above.i, f'"{above.text}" is said of the people counted.')
    if token.dep in {"attr", "nsubj"} and above.lemma == "be":
        return _copula(scope, counted, token, above)
    if token.dep == "pobj" and above.lower == "of":
        return _of_noun(scope, counted, annotated.tokens[above.head])
    return None


def _phrase_before(scope: Scope, counted: Counted, above: Token) -> tuple[Measure, int] | None:
    """A set phrase at a verb, or that begins with the negation before it: "from that boat has never been found"."""
    start = max(counted.last, above.i - _NEGATED)
    tokens = scope.annotated.tokens
    negated = (i for i in range(start, above.i) if {tokens[i].lower, tokens[i + 1].lower} & NEGATION)
    for i in (above.i, *negated):
        measure = phrase_at(scope.annotated, i, scope.sentence.last)
        if measure is not None:
            return measure, i if i == above.i or tokens[i].lower in NEGATION else i + 1
    return None


def _is_caught_in(annotated: Annotated, verb: VerbForm, above: Token) -> bool:
    """ "caught in the war" holds nobody captive."""
    if verb.lemma != "catch" or above.i + 1 >= len(annotated.tokens):
        return False
    return annotated.tokens[above.i + 1].lower in {"in", "up", "between"}


def _object_or_passive(scope: Scope, counted: Counted, token: Token, above: Token, verb: VerbForm) -> Harm | None:
    """ "killed 8 people", "8 people were killed"."""
    annotated = scope.annotated
    if verb.patient is None or (verb.needs_person and not names_people(counted)):
        return None
    kids = annotated.children(above.i)
    measure = joined_measure(annotated, above.i, verb.patient)
    if token.dep == "nsubjpass":
        why = f'The people counted are the subject of the passive "{above.text}".'
        return Harm(measure, above.i, why, passive=True)
    if token.dep != "dobj" or any(c.dep in {"auxpass", "nsubjpass"} for c in kids):
        return None
    if verb.lemma == "shoot" and any(c.lower in {"dead", "fatally"} for c in kids):
        measure = Measure.KILLED
    return Harm(measure, above.i, f'The people counted are the object of "{above.text}".')


def _subject(scope: Scope, token: Token, above: Token, verb: VerbForm) -> Harm | None:
    """ "8 people died"; and "8 people killed", which the parser takes for an active."""
    annotated = scope.annotated
    kids = annotated.children(above.i)
    if token.dep != "nsubj" or any(c.dep == "dobj" for c in kids):
        return None
    if verb.undergoer and undergoes(scope, verb, above.i):
        return Harm(verb.undergoer, above.i, f'The people counted are the subject of "{above.text}".')
    participle = verb.form == "past" and above.tag == "VBN" and not any(c.dep == "aux" for c in kids)
    if verb.patient is None or not participle:
        return None
    measure = joined_measure(annotated, above.i, verb.patient)
    return Harm(measure, above.i, f'"{above.text}" is said of the people counted.', passive=True)


def _copula(scope: Scope, counted: Counted, token: Token, above: Token) -> Harm | None:
    """ "12 were among the dead", "the dead were two women"."""
    annotated, lex = scope.annotated, lexicon()
    for child in annotated.children(above.i):
        if child.i == token.i:
            continue
        if child.lower in {"among", "amongst"}:
            return among_harmed(scope, child.i)
        if child.i < counted.first and child.dep in {"nsubj", "nsubjpass", "attr"}:
            named = lex.people.get(child.lower) or _described(annotated, child.i)
            if named:
                return Harm(named, child.i, f'They are "{child.text}".')
        state = lex.states.get(child.lower)
        if state and token.dep == "nsubj" and child.dep in {"acomp", "attr", "prep"}:
            return Harm(state, child.i, f'"{child.text}" is said of the people counted.')
    return None


def _of_noun(scope: Scope, counted: Counted, noun: Token) -> Harm | None:
    """ "the death of two men", "the bodies of 12 miners"."""
    lex, word = lexicon(), noun.lower
    if noun.pos not in {"NOUN", "PROPN", "VERB"} or noun.i in range(counted.first, counted.last):
        return None
    measure: Measure | None = lex.nouns.get(word)
    if measure is None and word in {"bodies", "body", "corpses"}:
        measure = lex.people.get(word)
    verb = lex.verbs.get(word)
    if measure is None and verb is not None and verb.form == "ing":
        measure = verb.patient
    if word == "loss" or (word in {"lives", "life"} and not life_lost(scope, noun.i)):
        measure = None
    if measure is None or not names_people(counted):
        return None
    measure = joined_measure(scope.annotated, noun.i, measure)
    return Harm(measure, noun.i, f'"{noun.text} of" says what happened to the people counted.')


def _described(annotated: Annotated, i: int) -> Measure | None:
    """ "those killed", "the people killed": a participle under a subject."""
    lex = lexicon()
    for child in annotated.children(i):
        verb = lex.verbs.get(child.lower)
        if child.dep == "acl" and verb is not None and verb.form == "past" and verb.patient:
            return verb.patient
    return None
