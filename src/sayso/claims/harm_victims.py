"""People said to be those whom it befell: "the victims, six cleaners", "a search for five hikers", "dead: 12"."""

from functools import cache

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm, Scope
from sayso.claims.lexicon import body_parts, lexicon, verb_forms
from sayso.knowledge.vocabulary import word_list
from sayso.model import Group, Measure

_OPENERS = frozenset({",", ":", "-", "–", "—", "--", "("})
_CELLS = frozenset({"(", "|", ":", "-", "–", "=", "\t"})
"""Between the head of a cell and its number."""
_LINES = frozenset({":", ",", ";", "•", "-", "–", "|", "/", "(", ")", "*", ".", "·"})
_CLOSING = frozenset({",", ".", ";", "|", ")", "(", "/", "and", "-", "–", "•", "*"})
_QUALIFIED = frozenset({"new", "total", "confirmed", "further"})
_BE = frozenset({"were", "was", "are", "is", "include", "includes", "included"})


def named_victims(scope: Scope, counted: Counted) -> Harm | None:
    """What befell people whom the words right before them call victims, or say are sought."""
    return (
        told_apart(scope, counted) or _are_victims(scope, counted) or _owner(scope, counted) or _sought(scope, counted)
    )


def told_apart(scope: Scope, counted: Counted) -> Harm | None:
    """ "The victims, six cleaners, ...", "the dead: two women and a boy", "Dead: 12; missing: four"."""
    tokens, i = scope.annotated.tokens, counted.first - 2
    headed = _heading(scope, counted)
    if headed is not None:
        return headed
    if i < scope.sentence.first or tokens[i + 1].text not in _OPENERS:
        return None
    measure = _victims(tokens[i].lower)
    heads = {"the", "all", ";", ",", "and", "other", "•", "*", "-", "–", "|"} | _QUALIFIED
    opens = i == scope.sentence.first or tokens[i - 1].lower in heads
    dashed = tokens[i + 1].text in {"-", "–", "—"} and i == scope.sentence.first
    if dashed and counted.noun is None:
        return _state_or_people(scope, i)
    if measure is None and tokens[i + 1].text == ":" and (opens or tokens[i - 1].text in "•*-–"):
        headed = _state_or_people(scope, i)
        measure, opens = headed.measure if headed else None, True
    if measure is None or not opens or (counted.noun is None and tokens[i + 1].text != ":"):
        return None
    return Harm(measure, i, f'They are "{tokens[i].text}".')


def _state_or_people(scope: Scope, i: int) -> Harm | None:
    word = scope.annotated.tokens[i].lower
    measure = lexicon().states.get(word) or lexicon().people.get(word)
    return Harm(measure, i, f'"{scope.annotated.tokens[i].text}" heads the number.') if measure else None


def _heading(scope: Scope, counted: Counted) -> Harm | None:
    """ "Casualties so far: dead 12, wounded 40": the state stands before the number, as in a table."""
    tokens, i, last = scope.annotated.tokens, counted.first - 1, scope.sentence.last
    if i > scope.sentence.first and tokens[i].text in _CELLS:
        i -= 1
    if counted.noun is not None or i < scope.sentence.first:
        return None
    word = tokens[i].lower
    verb = lexicon().verbs.get(word)
    participle = verb.patient if verb is not None and verb.form == "past" and not verb.needs_person else None
    measure = lexicon().states.get(word) or lexicon().people.get(word) or participle
    if word in {"cases", "infections"} and tells_of_illness(scope):
        measure = Measure.AFFECTED
    opens = (
        i == scope.sentence.first
        or tokens[i - 1].text in _LINES
        or tokens[i - 1].lower in word_list("harm", "counted_as")
        or tokens[i - 1].lower in {"and", "total"}
    )
    closed = counted.last >= last or tokens[counted.last].text in _CLOSING or "\n" in _gap(scope, counted)
    if measure is None or not opens or not closed:
        return None
    return Harm(measure, i, f'"{tokens[i].text}" heads the number.')


def _gap(scope: Scope, counted: Counted) -> str:
    """What stands between the figure and the token behind it."""
    annotated = scope.annotated
    return annotated.text[counted.span.end : annotated.tokens[counted.last].start]


def _are_victims(scope: Scope, counted: Counted) -> Harm | None:
    """ "The victims were two brothers", "among the victims are six infants"."""
    tokens, i = scope.annotated.tokens, counted.first - 1
    if i - 1 < scope.sentence.first or tokens[i].lower not in _BE:
        return None
    for at in range(i - 1, max(scope.sentence.first, i - 4) - 1, -1):
        measure = _victims(tokens[at].lower)
        if measure is not None and tokens[at - 1].lower in {"the", "all", "its", "their", "other"}:
            return Harm(measure, at, f'They are among "{tokens[at].text}".')
    return None


def _victims(word: str) -> Measure | None:
    if word in word_list("harm", "victims"):
        return lexicon().people.get(word, Measure.KILLED)
    return lexicon().people.get(word) if word in {"wounded", "injured", "missing", "hostages", "captives"} else None


def _owner(scope: Scope, counted: Counted) -> Harm | None:
    """ "cut the throats of two guards", "tore the legs off a recruit"."""
    tokens, i = scope.annotated.tokens, counted.first - 2
    if i < scope.sentence.first or tokens[i + 1].lower not in {"of", "off", "from"}:
        return None
    measure = body_parts().get(tokens[i].lower)
    near = range(i - 1, max(scope.sentence.first - 1, i - 5), -1)
    verb = next((j for j in near if tokens[j].lower in _part_verbs()), None)
    if measure is None or verb is None or not counted.known:
        return None
    return Harm(measure, verb, f'"{tokens[verb].text} ... {tokens[i].text} {tokens[i + 1].text}" is done to them.')


@cache
def _part_verbs() -> frozenset[str]:
    return frozenset(form for verb in word_list("harm", "part_verbs") for form in verb_forms(verb))


def _sought(scope: Scope, counted: Counted) -> Harm | None:
    """ "the search for five hikers", "no trace of three boys", "lost contact with eight soldiers"."""
    tokens, i = scope.annotated.tokens, counted.first - 2
    if i < scope.sentence.first:
        return None
    lost = tokens[i].lower in {"contact", "fate", "whereabouts"}
    if not (counted.known or (lost and counted.noun is None)):
        return None
    if f"{tokens[i].lower} {tokens[i + 1].lower}" not in word_list("harm", "sought"):
        return None
    words = {t.lower for t in tokens[counted.first : counted.last]}
    armed = any(lexicon().groups.get(word) is Group.COMBATANT for word in words)
    if words & set(word_list("harm", "wanted_by_police")) and "police" in {
        t.lower for t in tokens[max(scope.sentence.first, i - 5) : i]
    }:
        return None
    if words & set(word_list("harm", "hunted")) or (armed and not lost):
        return None
    return Harm(Measure.MISSING, i, f'"{tokens[i].text} {tokens[i + 1].text}" says that they are missing.')


def cases(scope: Scope, counted: Counted) -> Harm | None:
    """ "300 cases of cholera", "29 suspected cases": patients."""
    tokens, noun = scope.annotated.tokens, counted.noun
    if noun is None or tokens[noun].lower not in {"cases", "case"}:
        return None
    last = scope.sentence.last
    before = {t.lower for t in tokens[counted.first : noun]}
    of_disease = noun + 1 < last and tokens[noun + 1].lower == "of"
    near = before | ({t.lower for t in tokens[noun + 2 : min(noun + 6, last)]} if of_disease else set())
    if near & set(word_list("harm", "ailments_of_injury")):
        return Harm(Measure.INJURED, noun, f'"{tokens[noun].text}" are people who were hurt.')
    described = before & set(word_list("harm", "cases"))
    told = (described and tells_of_illness(scope)) or (not of_disease and tells_of_illness(scope, here=True))
    if not told and not near & set(word_list("harm", "ailments")):
        return None
    return Harm(Measure.AFFECTED, noun, f'"{tokens[noun].text}" are people who fell ill.')


def tells_of_illness(scope: Scope, *, here: bool = False) -> bool:
    """The report, or with `here` the sentence itself, names an illness."""
    annotated, ailments = scope.annotated, word_list("harm", "ailments")
    return any(t.lower in ailments for t in (annotated.tokens_of(scope.sentence) if here else annotated.tokens))
