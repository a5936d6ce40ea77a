"""Words of harm right before a figure: "killing 8", "the death of one person", "left 37 dead"."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_tolls import toll_of
from sayso.claims.harm_words import LIFE_TAKING, Harm, Scope, joined_measure, life_lost, names_people, phrase_at
from sayso.claims.lexicon import lexicon
from sayso.model import Measure

_NOUNS_TOO = frozenset(["gas", "poison", "stone", "club", "knife", "spear", "round", "net", "bus", "gun", "whip"])
"""Verbs whose base form is a thing ("sarin gas")."""


def before_figure(scope: Scope, counted: Counted) -> Harm | None:
    """A verb or noun of harm right before the figure: "killing 8", "death of one person", "left 37 dead"."""
    tokens, first, lex = scope.annotated.tokens, scope.sentence.first, lexicon()
    i = counted.first - 1
    if i < first:
        return None
    word = tokens[i].lower
    cost = _lives(scope, counted, i) or _fatal_for(scope, i) or _together_with(scope, i)
    if cost is not None:
        return cost
    left = _left_in_state(scope, counted, i)
    if left is not None:
        return left
    if word == "of" and i > first:
        return _genitive(scope, counted, i)
    if word in {"included", "include", "includes"}:
        return _of_those_included(scope, i)
    toll = toll_of(scope, counted, i)
    if toll is not None:
        return toll
    if tokens[i].pos == "ADV" or word in {":", "-", "off", "up", "down", "out", "dead"}:
        i -= 1
    if i < first:
        return None
    verb = lex.verbs.get(tokens[i].lower)
    if verb is None or verb.patient is None or (verb.needs_person and not names_people(counted)):
        return None
    if tokens[i].pos == "NOUN" and verb.form == "base" and verb.lemma in _NOUNS_TOO:
        return None
    if (
        verb.needs_person
        and counted.noun is None
        and not counted.pronoun
        and verb.patient
        not in (
            Measure.DETAINED,
            Measure.INJURED,
            Measure.ABDUCTED,
            Measure.EVACUATED,
            Measure.EXECUTED,
            Measure.TRAPPED,
            Measure.DISPLACED,
        )
    ):
        return None
    if (
        i > first
        and verb.form == "past"
        and tokens[i - 1].lower in {"were", "was", "been", "be", "being", "are", "is"}
        and not tokens[i - 1].text.isupper()
    ):
        return None
    if word == "dead" and verb.lemma != "shoot":
        return None
    measure = Measure.KILLED if word == "dead" else joined_measure(scope.annotated, i, verb.patient)
    if verb.lemma == "shoot" and {t.lower for t in tokens[counted.last : counted.last + 1]} & {"dead"}:
        measure = Measure.KILLED
    if verb.lemma == "shoot" and {t.lower for t in tokens[max(first, i - 2) : i]} & {"fatally"}:
        measure = Measure.KILLED
    return Harm(measure, i, f'The people counted are the object of "{tokens[i].text}".')


def _lives(scope: Scope, counted: Counted, i: int) -> Harm | None:
    """ "claimed 14 lives", "cost 86 lives", "claimed 16 victims"."""
    tokens = scope.annotated.tokens
    if counted.noun is None or tokens[counted.noun].lower not in {"life", "lives", "victims", "souls"}:
        return None
    verb = i - 1 if tokens[i].pos == "ADV" else i
    if tokens[verb].lower not in LIFE_TAKING:
        return None
    return Harm(Measure.KILLED, verb, f'"{tokens[verb].text} ... {tokens[counted.noun].text}" counts the dead.')


def _fatal_for(scope: Scope, i: int) -> Harm | None:
    """ "proved fatal for a welder"."""
    tokens = scope.annotated.tokens
    if tokens[i].lower not in {"for", "to"} or i <= scope.sentence.first:
        return None
    too_late = tokens[i].lower == "for" and tokens[i - 1].lower == "late" and tokens[i - 2].lower == "too"
    if tokens[i - 1].lower not in {"fatal", "deadly", "lethal"} and not too_late:
        return None
    return Harm(Measure.KILLED, i - 1, f'It was "{tokens[i - 1].text}" to the people counted.')


def _together_with(scope: Scope, i: int) -> Harm | None:
    """ "had kidnapped along with three novices", "were killed along with six teachers"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    if tokens[i].lower != "with" or tokens[i - 1].lower not in {"along", "together"}:
        return None
    for j in range(i - 2, max(scope.sentence.first, i - 8) - 1, -1):
        verb = lex.verbs.get(tokens[j].lower)
        if verb is not None and verb.form == "past" and verb.patient:
            return Harm(verb.patient, j, f'"{tokens[j].text} along with" says it of the people counted too.')
        if tokens[j].text in ",;":
            return None
    return None


def _left_in_state(scope: Scope, counted: Counted, i: int) -> Harm | None:
    """ "left at least 37 dead", "leaving dozens of people injured", "took 12 people hostage"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    if tokens[i].lower not in {
        "left",
        "leaving",
        "leaves",
        "leave",
        "took",
        "taken",
        "take",
        "taking",
        "takes",
        "hold",
        "holding",
        "held",
        "forced",
        "forcing",
        "made",
        "find",
        "found",
        "with",
    }:
        return None
    for j in range(counted.last, min(counted.last + 5, scope.sentence.last)):
        word = tokens[j].lower
        if j in scope.starts or tokens[j].text in ",;":
            break
        if phrase_at(scope.annotated, j, scope.sentence.last):
            break
        measure = lex.states.get(word) or {
            "hostage": Measure.ABDUCTED,
            "hostages": Measure.ABDUCTED,
            "captive": Measure.ABDUCTED,
            "prisoner": Measure.DETAINED,
        }.get(word)
        if measure is None and word in lex.verbs and lex.verbs[word].form == "past":
            measure = lex.verbs[word].patient
        if word == "custody":
            measure = Measure.DETAINED
        if measure:
            return Harm(
                joined_measure(scope.annotated, j, measure), j, f'They were "{tokens[i].text} ... {tokens[j].text}".'
            )
    if tokens[i].lower in {"held", "holding", "hold"} and counted.known and counted.noun is not None:
        return None
    return None


def _of_those_included(scope: Scope, i: int) -> Harm | None:
    """ "the dead included two medics", "those arrested include 12 sailors"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    if i - 2 < scope.sentence.first or tokens[i - 2].lower not in {"the", "those"}:
        return None
    word = tokens[i - 1].lower
    verb = lex.verbs.get(word)
    participle = verb.patient if verb is not None and verb.form == "past" else None
    measure = participle or lex.states.get(word) or lex.people.get(word)
    return Harm(measure, i - 1, f'They are among "{tokens[i - 2].text} {tokens[i - 1].text}".') if measure else None


def _genitive(scope: Scope, counted: Counted, i: int) -> Harm | None:
    """ "the death of one person", "the killing or wounding of several militants", "the lives of 40 people"."""
    tokens, lex, first = scope.annotated.tokens, lexicon(), scope.sentence.first
    j = i - 1
    while j > first and tokens[j].lower in {")", "(", "'s"}:
        j -= 1
    word = tokens[j].lower
    toll = toll_of(scope, counted, i) if word in lex.toll else None
    if toll is not None:
        return toll
    if word in lex.verbs and lex.verbs[word].form == "ing" and lex.verbs[word].patient:
        measure = lex.verbs[word].patient
    elif word in {"body", "bodies", "corpse", "corpses", "remains"}:
        measure = Measure.KILLED
    else:
        measure = lex.nouns.get(word)
        if word in {"toll", "tolls"}:
            measure = Measure.INJURED if j > first and tokens[j - 1].lower in {"injury", "injured"} else Measure.KILLED
        lost = word == "loss" and counted.noun is not None and counted.known
        if (word in {"loss", "losses"} and not lost) or (word == "life" and not life_lost(scope, j)):
            measure = None
        if word == "lives" and not life_lost(scope, j):
            measure = None
    if measure is Measure.KILLED_OR_INJURED and tokens[j - 1].lower in {"fatal", "deadly"}:
        measure = Measure.KILLED
    if measure is None or (
        not counted.known and counted.noun is not None and measure not in (Measure.KILLED, Measure.INJURED)
    ):
        return None
    return Harm(
        joined_measure(scope.annotated, j, measure),
        j,
        f'"{tokens[j].text} of" says what happened to the people counted.',
    )
