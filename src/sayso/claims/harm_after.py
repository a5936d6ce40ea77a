"""Words of harm right after a figure: "22 people were killed", "12 injured", "were among the dead"."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import (
    MODAL,
    NEGATION,
    Harm,
    Scope,
    joined_measure,
    names_people,
    phrase_at,
    takes_object,
    undergoes,
)
from sayso.claims.lexicon import lexicon

_AUX = frozenset(
    [
        "were",
        "was",
        "are",
        "is",
        "be",
        "been",
        "being",
        "had",
        "have",
        "has",
        "got",
        "get",
        "getting",
        "'d",
        "'ve",
        "'s",
        "also",
        "reportedly",
        "thought",
        "known",
        "understood",
        "presumed",
        "confirmed",
        "reported",
        "officially",
        "said",
        "remain",
        "remained",
        "remains",
        "went",
        "gone",
        "found",
        "still",
        "now",
        "later",
        "all",
        "already",
        "allegedly",
        "both",
        "each",
        "critically",
        "seriously",
        "severely",
        "slightly",
        "badly",
        "believed",
        "left",
        "themselves",
        "either",
        "temporarily",
        "currently",
        "fatally",
        "summarily",
        "brutally",
        "tragically",
    ]
)


_BEFORE_TO = frozenset(
    ["had", "have", "has", "believed", "thought", "known", "understood", "presumed", "reported", "said", "confirmed"]
)
_MORE = frozenset(["more", "others", "other", "people", "persons", "additional"])


def after_figure(scope: Scope, counted: Counted) -> tuple[Harm | None, bool]:
    """A participle, state or verb right after the figure; and whether it stands without an auxiliary."""
    tokens, sentence, lex = scope.annotated.tokens, scope.sentence, lexicon()
    i, aux = counted.last, False
    while i < sentence.last and i < counted.last + 7:
        word = tokens[i].lower
        if word in MODAL or word in NEGATION:
            return None, False
        if word in _AUX or word in _MORE or (tokens[i].pos == "ADV" and word not in lex.states):
            aux = aux or tokens[i].pos == "AUX" or word in {"were", "was", "are", "have", "has", "had", "been"}
            i += 1
            continue
        if word == "to" and tokens[i - 1].lower in _BEFORE_TO:
            aux = True
            i += 1
            continue
        if word in {"who", "that", "which"} and i == counted.last:
            i += 1
            continue
        break
    if i >= sentence.last:
        return None, False
    phrase = phrase_at(scope.annotated, i, sentence.last)
    if phrase is not None:
        return Harm(phrase, i, f'"{tokens[i].text} ..." says it of the people before it.'), not aux
    token = tokens[i]
    if token.lower in {"among", "amongst"} and (aux or i + 1 in scope.starts):
        return among_harmed(scope, i), False
    harm = _predicate(scope, counted, i, aux=aux)
    return harm, not aux


def among_harmed(scope: Scope, i: int) -> Harm | None:
    """ "were among the dead", "was among those killed"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    for j in range(i + 1, min(i + 9, scope.sentence.last)):
        word = tokens[j].lower
        measure = (
            lex.people.get(word) or lex.states.get(word) or (lex.verbs[word].patient if word in lex.verbs else None)
        )
        if measure:
            return Harm(measure, j, f'They are counted among the "{tokens[j].text}".')
    return None


def _predicate(scope: Scope, counted: Counted, i: int, *, aux: bool) -> Harm | None:
    tokens, lex = scope.annotated.tokens, lexicon()
    token = tokens[i]
    word = token.lower
    verb = lex.verbs.get(word)
    if (
        verb is not None
        and verb.lemma == "catch"
        and i + 1 < len(tokens)
        and tokens[i + 1].lower in {"in", "up", "between"}
    ):
        return None
    if verb is None or (word in lex.states and verb.form != "past"):
        if word in lex.states:
            joined = joined_measure(scope.annotated, i, lex.states[word])
            return Harm(joined, i, f'"{token.text}" is said of the people before it.')
        if word in {"dead", "injured"}:
            return Harm(lex.states[word], i, "")
        return None
    if verb.undergoer and verb.form in {"past", "base", "s", "ing"} and undergoes(scope, verb, i):
        return Harm(verb.undergoer, i, f'"{token.text}" is what the people before it did or suffered.')
    if verb.patient is None or verb.form != "past" or (verb.needs_person and not names_people(counted)):
        return None
    if not aux and takes_object(scope, i):
        return None
    if aux and _perfect_active(scope, counted, i):
        return None
    joined = joined_measure(scope.annotated, i, verb.patient)
    return Harm(joined, i, f'The people before "{token.text}" are those it happened to.', passive=True)


def _perfect_active(scope: Scope, counted: Counted, i: int) -> bool:
    """ "have killed", "had wounded": active although an auxiliary stands before it."""
    tokens = scope.annotated.tokens
    before = [t.lower for t in tokens[counted.last : i]]
    passive = {"were", "was", "are", "is", "be", "been", "being", "got", "get", "left"}
    return bool({"have", "has", "had"} & set(before)) and not passive & set(before)
