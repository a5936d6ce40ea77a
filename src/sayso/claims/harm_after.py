"""Words of harm right after a figure: "22 people were killed", "12 injured", "were among the dead"."""

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import (
    MODAL,
    NEGATION,
    POSSIBLY,
    Harm,
    Scope,
    counts_things,
    joined_measure,
    names_people,
    opens_object,
    phrase_at,
    takes_object,
    undergoes,
)
from sayso.claims.lexicon import lexicon
from sayso.knowledge.vocabulary import word_list
from sayso.model import Measure

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
        "lay",
        "lie",
        "lies",
        "lying",
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
        "aboard",
        "underground",
        "inside",
        "there",
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
_BEFORE_KILLING = frozenset(
    ["torture", "beat", "stab", "shoot", "abduct", "kidnap", "seize", "arrest", "capture", "detain", "maul", "bury"]
)
"""What is done to people before they are killed by the same hand: "tortured and killed" is one killing."""
_MORE = frozenset(["more", "others", "other", "people", "persons", "additional"])


def after_figure(scope: Scope, counted: Counted) -> tuple[Harm | None, bool]:
    """A participle, state or verb right after the figure; and whether it stands without an auxiliary."""
    tokens, sentence, lex = scope.annotated.tokens, scope.sentence, lexicon()
    i, aux = counted.last, False
    while i < sentence.last and i < counted.last + 7:
        word = tokens[i].lower
        spoken = phrase_at(scope.annotated, i, sentence.last)
        if spoken is not None and counts_things(scope, counted):
            return None, False
        if spoken is not None:
            return _phrase(scope, counted, i, spoken, aux=aux), not aux
        if _perhaps(scope, i):
            aux = True
            i += 2 + (tokens[i + 1].lower == "still")
            continue
        if word in MODAL or word in NEGATION:
            return None, False
        if word == "fatally" and (i + 1 >= sentence.last or tokens[i + 1].lower not in lex.verbs):
            return Harm(Measure.KILLED, i, '"fatally" is said of the people before it.'), not aux
        if aux and _goes_on(scope, i):
            i += 2
            continue
        if word in _AUX or word in _MORE or (tokens[i].pos == "ADV" and word not in lex.states):
            aux = aux or tokens[i].pos == "AUX" or word in {"were", "was", "are", "have", "has", "had", "been"}
            i += 1
            continue
        if word == "to" and tokens[i - 1].lower in _BEFORE_TO:
            aux = True
            i += 1
            continue
        if (word in {"who", "that", "which"} and i == counted.last) or _of_the_harmed(scope, counted, i):
            i += 1
            continue
        break
    if i >= sentence.last:
        return None, False
    token = tokens[i]
    if token.lower in {"among", "amongst"} and (aux or i + 1 in scope.starts):
        return among_harmed(scope, i), False
    harm = _predicate(scope, counted, i, aux=aux)
    return harm, not aux


def _of_the_harmed(scope: Scope, counted: Counted, i: int) -> bool:
    """ "hundreds of dead and injured people": the state of those counted, before a noun for people or none."""
    tokens = scope.annotated.tokens[i : min(i + 6, scope.sentence.last)]
    if i != counted.last or counted.noun is not None or len(tokens) < 2 or tokens[0].lower != "of":
        return False
    lex = lexicon()
    return tokens[1].lower in lex.states and not any(t.lower in lex.things for t in tokens[2:])


def _perhaps(scope: Scope, i: int) -> bool:
    """ "could still be trapped": said of people who are sought."""
    words = [t.lower for t in scope.annotated.tokens[i : min(i + 4, scope.sentence.last)]]
    if not words or words[0] not in POSSIBLY:
        return False
    rest = [word for word in words[1:] if word != "still"]
    return len(rest) > 1 and rest[0] == "be" and lexicon().states.get(rest[1]) in (Measure.TRAPPED, Measure.MISSING)


def _phrase(scope: Scope, counted: Counted, i: int, measure: Measure, *, aux: bool) -> Harm | None:
    """A set phrase after the figure; "a sniper shot dead an old man" says nothing of the sniper's own death."""
    tokens = scope.annotated.tokens
    token = tokens[i]
    verb = lexicon().verbs.get(token.lower)
    behind = i + 2
    active = verb is not None and verb.patient and (not aux or _perfect_active(scope, counted, i))
    if active and opens_object(scope, behind):
        return None
    return Harm(measure, i, f'"{token.text} ..." says it of the people before it.')


def _goes_on(scope: Scope, i: int) -> bool:
    """ "were ambushed and murdered", "was grazed or wounded": a participle that another of harm follows."""
    tokens, lex = scope.annotated.tokens, lexicon()
    if (
        i + 2 >= scope.sentence.last
        or tokens[i].tag not in {"VBN", "VBD"}
        or tokens[i + 1].lower not in {"and", "or", "then"}
    ):
        return False
    after = lex.verbs.get(tokens[i + 2].lower)
    if after is None or after.form != "past" or after.patient is None:
        return False
    own = lex.verbs.get(tokens[i].lower)
    return own is None or (after.patient in (Measure.KILLED, Measure.EXECUTED) and own.lemma in _BEFORE_KILLING)


def among_harmed(scope: Scope, i: int) -> Harm | None:
    """ "were among the dead", "was among those killed"."""
    tokens, lex = scope.annotated.tokens, lexicon()
    for j in range(i + 1, min(i + 9, scope.sentence.last)):
        word = tokens[j].lower
        measure = (
            lex.people.get(word) or lex.states.get(word) or (lex.verbs[word].patient if word in lex.verbs else None)
        )
        if measure is None and word in word_list("harm", "victims"):
            measure = Measure.KILLED
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
