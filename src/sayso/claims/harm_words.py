"""What the rules of harm share: the measure found, the sentence under reading, and words that act together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.claims.counted_types import Counted
from sayso.claims.lexicon import VerbForm, lexicon
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Measure, Sentence

MODAL = frozenset(["could", "may", "might", "would", "should", "can", "will", "shall", "must", "wo", "ca"])
POSSIBLY = frozenset(["could", "may", "might"])
"""Said of people who may be trapped or missing now, these state how many are sought."""
NEGATION = frozenset(["not", "n't", "never", "without"])


LIFE_TAKING = frozenset(
    [
        "claimed",
        "claims",
        "claiming",
        "claim",
        "took",
        "taken",
        "takes",
        "taking",
        "take",
        "cost",
        "costing",
        "costs",
        "lost",
        "loss",
    ]
)
"""Forms of verbs that take lives."""

_SAID_OF = frozenset(["ccomp", "xcomp", "oprd", "acomp", "acl", "advcl", "conj", "dobj", "prep", "pobj", "attr"])
"""How what is feared hangs on the word that says so."""


def is_feared(annotated: Annotated, i: int) -> bool:
    """Whether what a word tells is feared only: "are feared dead", "fears that nine drowned", "fear of 40 deaths"."""
    tokens, fears = annotated.tokens, word_list("harm", "fears")
    while tokens[i].dep in _SAID_OF and tokens[i].head != i:
        i = tokens[i].head
        if tokens[i].lemma in fears:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Harm:
    """A measure with the words that give it."""

    measure: Measure
    trigger: int
    """Index of the token that says what happened."""
    reason: str
    agent: int | None = None
    """Head token of who did it, where the grammar says so."""
    passive: bool = False


@dataclass
class Scope:
    """One sentence under reading: which triggers earlier figures have used."""

    annotated: Annotated
    sentence: Sentence
    used_after: set[int] = field(default_factory=set)
    """Triggers that followed an earlier figure ("8 dead")."""
    used_before: set[int] = field(default_factory=set)
    starts: frozenset[int] = frozenset()
    """First tokens of all candidates in the sentence."""
    found: tuple[Counted, ...] = ()
    """All candidates in the sentence, in order."""
    before: tuple[Counted, ...] = ()
    """Those of the sentence before it."""


def counts_things(scope: Scope, counted: Counted) -> bool:
    """ "seven hundred tickets": a noun that names nobody is counted."""
    noun = scope.annotated.tokens[counted.noun] if counted.noun is not None else None
    return noun is not None and not counted.known and noun.pos == "NOUN" and noun.lower not in lexicon().people


def near_words(scope: Scope) -> frozenset[str]:
    """The small-letter words of the sentence and of the one before it."""
    annotated, at = scope.annotated, scope.sentence.i
    first = annotated.sentences[at - 1].first if at else scope.sentence.first
    return frozenset(t.lower for t in annotated.tokens[first : scope.sentence.last])


def undergoes(scope: Scope, verb: VerbForm, i: int) -> bool:
    """Verbs that need a cause beside them ("fell to his death") count only with it; "evacuate" only without object."""
    tokens = scope.annotated.tokens
    near = {t.lower for t in tokens[i + 1 : min(i + 5, scope.sentence.last)]}
    if verb.lemma == "fall":
        return bool(near & {"death", "deaths"})
    if verb.lemma in {"drown", "suffocate", "starve"}:
        return not takes_object(scope, i)
    return verb.lemma != "evacuate" or (verb.form != "past" and not takes_object(scope, i))


def names_people(counted: Counted) -> bool:
    """The figure counts people for sure, or is a bare number."""
    return counted.known or counted.noun is None


def takes_object(scope: Scope, i: int) -> bool:
    """What follows a bare past form is its object: "two rebels killed five civilians"; not "2 killed 9 injured"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    j = i + 1
    while j < last and tokens[j].pos == "ADV" and j not in scope.starts:
        j += 1
    if j >= last:
        return False
    if tokens[j].lower in {"and", "or"} and j + 2 < last and tokens[j + 1].lower in lexicon().verbs:
        return takes_object(scope, j + 1)
    if j in scope.starts or (
        tokens[j].lower in {"at", "some", "more", "over", "about", "around", "nearly"}
        and any(k in scope.starts for k in range(j, j + 1))
    ):
        k = j
        while k < last and k < j + 9:
            word = tokens[k].lower
            if k > j and (
                word in lexicon().states or (word in lexicon().verbs and lexicon().verbs[word].form == "past")
            ):
                return False
            if tokens[k].text in ",;." or (k > j + 1 and tokens[k].pos in {"ADP", "VERB", "CCONJ"}):
                break
            k += 1
        return True
    return tokens[j].pos in {"DET", "PRON"} or (tokens[j].dep == "dobj" and tokens[j].head == i)


def opens_object(scope: Scope, i: int) -> bool:
    """An object begins at the token: "shot dead an old man"."""
    tokens = scope.annotated.tokens
    return i in scope.starts or (i < scope.sentence.last and tokens[i].pos in {"DET", "PRON", "PROPN"})


def joined_measure(annotated: Annotated, i: int, measure: Measure) -> Measure:
    """ "killed and wounded", "dead or injured": both at once."""
    lex, tokens = lexicon(), annotated.tokens
    for joint, other in ((i + 1, i + 2), (i - 1, i - 2)):
        if not (0 <= other < len(tokens) and tokens[joint].lower in {"and", "or", "&", "and/or", "/"}):
            continue
        if tokens[other].sentence != tokens[i].sentence:
            continue
        word = tokens[other].lower
        second = lex.states.get(word) or (lex.verbs[word].patient if word in lex.verbs else None)
        if second is None and tokens[i].pos != "VERB":
            second = lex.nouns.get(word)  # "claiming two lives and injuring three" joins nothing
        if second is not None and second is not measure:
            pair = {measure, second}
            if pair == {Measure.KILLED, Measure.EXECUTED}:
                return Measure.EXECUTED
            if pair <= {Measure.KILLED, Measure.INJURED, Measure.EXECUTED}:
                return Measure.KILLED_OR_INJURED
    for other in (i + 1, i - 1):
        if 0 <= other < len(tokens) and tokens[other].sentence == tokens[i].sentence:
            beside = lex.verbs.get(tokens[other].lower)
            second = beside.patient if beside else lex.states.get(tokens[other].lower)
            if second is not None and {measure, second} == {Measure.KILLED, Measure.INJURED}:
                return Measure.KILLED_OR_INJURED
    if (
        annotated.tokens[i].lower == "shot"
        and i + 2 < len(tokens)
        and tokens[i + 1].lower == "and"
        and tokens[i + 2].lower == "killed"
    ):
        return Measure.KILLED
    return measure


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], Measure]]]:
    """The set phrases of harm by their first word, in the order of the lexicon."""
    found: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
    for words, measure in lexicon().phrases:
        found.setdefault(words[0], []).append((words, measure))
    return found


def phrase_at(annotated: Annotated, at: int, last: int) -> Measure | None:
    """A set phrase of harm that starts at a token, with up to two words between its words."""
    tokens = annotated.tokens
    first = _full(tokens[at].lower)
    for words, measure in _phrases().get(first, ()):
        j, slack = at + 1, 2 if len(words) > 2 else 1
        for word in words[1:]:
            while j < last and _full(tokens[j].lower) != word and slack:
                j, slack = j + 1, slack - 1
            if j >= last or _full(tokens[j].lower) != word:
                break
            j += 1
        else:
            return measure
    return None


def _full(word: str) -> str:
    return "not" if word in {"n't", "n’t"} else word


def life_lost(scope: Scope, j: int) -> bool:
    """Right before token `j` the words say that lives were lost or taken."""
    near = {t.lower for t in scope.annotated.tokens[max(scope.sentence.first, j - 4) : j]}
    return bool(near & LIFE_TAKING)
