"""The number that a toll reaches: "the death toll rose to 35", "bringing to 49 the number killed"."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm, Scope, counts_things, joined_measure
from sayso.claims.lexicon import lexicon
from sayso.knowledge.vocabulary import word_list
from sayso.model import Measure


def toll_of(scope: Scope, counted: Counted, i: int) -> Harm | None:
    """The number that a toll reaches: "the death toll rose to 35", "put the toll at six"."""
    tokens, lex, first, last = scope.annotated.tokens, lexicon(), scope.sentence.first, scope.sentence.last
    word = tokens[i].lower
    if word not in {
        "to",
        "at",
        "of",
        "is",
        "was",
        "are",
        "were",
        "reached",
        "reaches",
        "reach",
        "stands",
        "stood",
        "hit",
        "passed",
        "topped",
        "exceeded",
        "exceeds",
        "surpassed",
        "from",
        ":",
        "reaching",
        "hits",
        "tops",
        "passes",
        "now",
        "than",
        "be",
        "estimated",
        "numbered",
        "number",
        "numbering",
        "totalled",
        "totaled",
        "totalling",
    }:
        return None
    if (
        (tokens[i].lower == "to" and tokens[i - 1].lower == "addition")
        or counted.implied
        or counts_things(scope, counted)
    ):
        return None
    moving = tokens[i].lower in {"to", "at"} and tokens[i - 1].lower in lex.toll_verbs
    start = i - 1 if word.startswith("number") else i
    near = range(start, first - 1 if moving else max(first - 1, i - 14), -1)
    if word == "of" and not tokens[i - 1].lower.startswith("toll"):
        return None
    toll = next((j for j in near if tokens[j].lower in lex.toll), None)
    if toll is None:
        toll = _the_dead(scope, near)
    verb = next((j for j in near if tokens[j].lower in lex.toll_verbs), None)
    ahead = False
    if toll is None:
        toll = next((j for j in range(counted.last, min(counted.last + 4, last)) if tokens[j].lower in lex.toll), None)
        ahead = toll is not None
    if toll is None or (verb is None and word != "of" and not word.startswith(("number", "total"))):
        return None
    measure = lex.people.get(tokens[toll].lower) or _toll_measure(scope, toll, ahead=ahead)
    if measure is None:
        return None
    return Harm(measure, toll, f'It is the "{tokens[toll].text}" of those harmed.')


def _the_dead(scope: Scope, near: range) -> int | None:
    """ "the dead numbered 15", "bringing the injured to 88": the people stand for their number."""
    tokens, lex = scope.annotated.tokens, lexicon()
    for j in near:
        if tokens[j].lower not in lex.people:
            continue
        counted = tokens[j].lower in {"casualties", "fatalities", "deaths", "injuries"}
        if counted or (j > scope.sentence.first and tokens[j - 1].lower == "the" and tokens[j].lower != "deceased"):
            return j
    return None


def _found_dead(scope: Scope, toll: int) -> Measure | None:
    """ "three more bodies, bringing to 13 the number recovered": those who are recovered are bodies."""
    told = {t.lower for t in scope.annotated.tokens[scope.sentence.first : toll]}
    return Measure.KILLED if told & {"bodies", "body", "corpses", "dead", "remains"} else None


def _toll_measure(scope: Scope, toll: int, *, ahead: bool) -> Measure | None:
    """What a toll counts: "death toll", "the number of injured", "the number killed"; a bare "toll" counts the dead."""
    tokens, lex, first, last = scope.annotated.tokens, lexicon(), scope.sentence.first, scope.sentence.last
    if toll > first:
        previous = tokens[toll - 1].lower
        found = lex.nouns.get(previous) or lex.people.get(previous)
        if found:
            return found
    j = toll + 1
    while j < min(toll + 10, last):
        word = tokens[j].lower
        if tokens[j].text == "," and any(toll < start < j for start in scope.starts):
            break  # "put the toll at 14, of whom eleven had bullet wounds"
        found = (
            lex.people.get(word)
            or lex.states.get(word)
            or lex.nouns.get(word)
            or (lex.verbs[word].patient or lex.verbs[word].undergoer if word in lex.verbs else None)
            or (Measure.KILLED if word in word_list("harm", "victims") else None)
            or (_found_dead(scope, toll) if word in word_list("harm", "found_dead") else None)
        )
        if found:
            return joined_measure(scope.annotated, j, found)
        if word in lex.toll_verbs and not ahead and word != "of":
            break
        j += 1
    return Measure.KILLED if tokens[toll].lower in {"toll", "tolls"} else None
