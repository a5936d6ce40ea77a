"""What happened to the people counted: small rules over the words around a figure, then over its grammar."""

from dataclasses import replace

from sayso.claims.captors import taken_by_outlaws
from sayso.claims.counted_types import Counted
from sayso.claims.harm_after import after_figure
from sayso.claims.harm_before import before_figure
from sayso.claims.harm_frames import framed
from sayso.claims.harm_further import further_on, second_verb
from sayso.claims.harm_grammar import grammar_of
from sayso.claims.harm_siege import is_under_siege
from sayso.claims.harm_words import MODAL, NEGATION, Harm, Scope
from sayso.claims.lexicon import lexicon
from sayso.model import Annotated, Measure

_ROLES = frozenset({Measure.EVACUATED, Measure.DISPLACED, Measure.DETAINED, Measure.ABDUCTED})
"""What people were before the sentence: another harm told of them comes first."""
_IMAGINED = frozenset(
    [
        "simulate",
        "imagine",
        "predict",
        "depict",
        "model",
        "rehearse",
        "project",
        "forecast",
        "assume",
        "prevent",
        "avert",
        "avoid",
        "envisage",
        "foresee",
        "anticipate",
        "threaten",
    ]
)
"""Verbs whose object did not happen."""


def harm_of(scope: Scope, counted: Counted) -> Harm | None:
    """What happened to the people counted; None where the sentence does not say that they were harmed."""
    harm = _words_around(scope, counted)
    if harm is None and not is_opened_part(scope, counted):
        harm = grammar_of(scope, counted) or further_on(scope, counted)
    if harm is None or _is_unreal(scope.annotated, harm):
        return None
    if harm.measure is Measure.TRAPPED and is_under_siege(scope, counted):
        return replace(harm, measure=Measure.BESIEGED)
    if harm.measure is Measure.DETAINED and taken_by_outlaws(scope.annotated, harm):
        return replace(harm, measure=Measure.ABDUCTED)
    return harm


def is_opened_part(scope: Scope, counted: Counted) -> bool:
    """ "including" right before the figure: what happened is told of the whole."""
    i = counted.first - 1
    earlier = any(start < counted.first for start in scope.starts)
    return earlier and i >= scope.sentence.first and scope.annotated.tokens[i].lower in {"including", "includes"}


def _words_around(scope: Scope, counted: Counted) -> Harm | None:
    own = _own_noun(scope, counted)
    if own is not None and own.trigger == counted.noun:
        return own
    told = framed(scope, counted)
    if told is not None and told.measure in (Measure.AFFECTED, Measure.INJURED):
        told = second_verb(scope, counted) or told
    if told is not None or own is not None:
        return told or own
    after, bare = after_figure(scope, counted)
    before = before_figure(scope, counted)
    if after and before and bare and before.trigger not in scope.used_after:
        after = None
    chosen = after or before
    if chosen is None:
        return None
    (scope.used_after if chosen is after else scope.used_before).add(chosen.trigger)
    return chosen


def _own_noun(scope: Scope, counted: Counted) -> Harm | None:
    """ "35 deaths", "120 wounded", "8 injured civilians": the counted words themselves say it."""
    lex, tokens = lexicon(), scope.annotated.tokens
    if counted.noun is None or (counted.implied and tokens[counted.noun].lower in lex.nouns):
        return None
    if counted.pronoun and tokens[counted.noun].lower in lex.people:
        word = tokens[counted.noun].lower
        return Harm(lex.people[word], counted.noun, f'They are among the "{word}".')
    for i in range(counted.last - 1, counted.first - 1, -1):
        word = tokens[i].lower
        if (
            i == counted.noun
            and word in lex.people
            and not (counted.implied and word in {"death", "prisoner", "captive", "evacuee", "refugee", "detainee"})
        ):
            stronger = after_figure(scope, counted)[0] or before_figure(scope, counted)
            if stronger is None and lex.people[word] in _ROLES:
                stronger = grammar_of(scope, counted)
            if stronger is not None and (word not in {"death", "deaths", "casualties", "fatalities"}):
                return stronger
            return Harm(lex.people[word], i, f'"{tokens[i].text}" names what happened to the people counted.')
        if (
            i < counted.noun
            and word in lex.states
            and i >= (counted.first if counted.implied else counted.number)
            and not (counted.implied and word in {"ill", "sick", "lost"})
        ):
            stronger = after_figure(scope, counted)[0] or before_figure(scope, counted)
            if stronger is not None:
                return stronger
            return Harm(lex.states[word], i, f'"{tokens[i].text}" describes the people counted.')
    return None


def _is_unreal(annotated: Annotated, harm: Harm) -> bool:
    """Modal, future, conditional or negated harm is no claim ("could kill hundreds", "threatened to kill ten")."""
    tokens = annotated.tokens
    trigger = tokens[harm.trigger]
    verb = trigger if trigger.pos in {"VERB", "AUX"} else tokens[trigger.head]
    if verb.sentence != trigger.sentence:
        return False
    if trigger.pos not in {"VERB", "AUX"} and verb.lemma in _IMAGINED and trigger.dep == "dobj":
        return True
    kids = annotated.children(verb.i)
    if any(c.dep in {"aux", "neg"} and (c.lower in MODAL - {"can"} or c.lower in NEGATION) for c in kids):
        return trigger.lower not in lexicon().toll
    if (
        trigger.pos in {"VERB", "AUX"}
        and any(c.dep == "aux" and c.lower == "to" for c in kids)
        and verb.dep in {"xcomp", "advcl", "acl"}
    ):
        above = tokens[verb.head]
        return above.lemma not in {
            "manage",
            "succeed",
            "appear",
            "seem",
            "have",
            "continue",
            "begin",
            "start",
            "say",
            "know",
            "believe",
            "report",
            "lead",
            "understand",
            "think",
            "come",
            "go",
            "use",
            "cause",
        }
    return False
