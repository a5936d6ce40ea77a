"""Verbs that say what happened only with more words: "took 12 people hostage", "were driven from their homes"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.claims.counted_types import Counted
from sayso.claims.harm_words import Harm, Scope, opens_object
from sayso.claims.lexicon import verb_forms
from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.model import Annotated, Measure, Token

_BESIDE = 3
"""Words that may stand between a verb and its complement, or a figure and the complement behind it."""
_GAP = 3
"""Words that "*" may stand for."""
_PASSIVE = frozenset(["were", "was", "are", "is", "be", "been", "being", "got", "get"])
_PARTICLES = frozenset(["out", "off", "up", "down", "away", "in", "back", "along"])
_NO_HARM = frozenset(["rubble", "debris", "wreckage", "water"])
"""What people are pulled out of: they were trapped, not evacuated."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with the complements that make it say what happened."""

    measure: Measure
    complements: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Frames:
    """The frames by verb form; those of any verb under the empty word."""

    objects: Mapping[str, tuple[Frame, ...]]
    subjects: Mapping[str, tuple[Frame, ...]]
    past: frozenset[str]
    """Forms that may be participles."""


@cache
def frames() -> Frames:
    """The frames of the vocabulary. Raises KnowledgeError where the file is damaged."""
    past: set[str] = set()
    return Frames(_by_form("object", past), _by_form("subject", past), frozenset(past))


def _by_form(key: str, past: set[str]) -> dict[str, tuple[Frame, ...]]:
    listed = load_vocabulary("harm").get(key)
    if not isinstance(listed, list):
        raise KnowledgeError(
            f'"{key}" must be a list of frames.',
            "sayso/knowledge/vocab/harm.yaml",
            "Install sayso again, or mend the file if you have edited it.",
        )
    found: dict[str, list[Frame]] = {}
    for row in listed:
        if not isinstance(row, Mapping):
            continue
        frame = Frame(
            Measure(str(row["measure"])), tuple(tuple(words.lower().split()) for words in _words(row["with"]))
        )
        if row["verbs"] == "any":
            found.setdefault("", []).append(frame)
            continue
        for verb in _words(row["verbs"]):
            for form, name in verb_forms(verb).items():
                found.setdefault(form, []).append(frame)
                if name == "past":
                    past.add(form)
    return {form: tuple(of_form) for form, of_form in found.items()}


def _words(entry: object) -> list[str]:
    return [str(word) for word in entry] if isinstance(entry, list) else []


def framed(scope: Scope, counted: Counted) -> Harm | None:
    """What a verb and its complement together say of the people counted."""
    if not counted.known and counted.noun is not None:
        return None
    return _active(scope, counted) or _passive(scope, counted) or _subject(scope, counted)


def _active(scope: Scope, counted: Counted) -> Harm | None:
    """ "took 12 people hostage", "locked up 30 people", "driven millions from their homes"."""
    tokens, first = scope.annotated.tokens, scope.sentence.first
    verb = counted.first - 1
    while (
        verb >= first
        and verb >= counted.first - 3
        and (tokens[verb].pos == "ADV" or tokens[verb].lower in _PARTICLES | {"away"})
    ):
        verb -= 1
    if verb < first or not _may_act(tokens, verb, first):
        return None
    places = (*range(verb + 1, counted.first), *_behind(scope, counted))
    return _fit(scope, counted, frames().objects, verb, places, "are the object of")


def _may_act(tokens: Sequence[Token], verb: int, first: int) -> bool:
    """The form before the figure may be an active verb: no passive auxiliary stands before it."""
    if tokens[verb].pos not in {"VERB", "AUX", "NOUN", "PROPN", "ADJ"}:
        return False
    return verb == first or tokens[verb - 1].lower not in _PASSIVE or tokens[verb].tag == "VBG"


def _behind(scope: Scope, counted: Counted) -> range:
    return range(counted.last, min(counted.last + 1 + _BESIDE, scope.sentence.last))


def _passive(scope: Scope, counted: Counted) -> Harm | None:
    """ "12 people were taken to hospital", "the 30 people led to safety"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    for verb in _verbs_after(scope, counted):
        auxiliary = {t.lower for t in tokens[counted.last : verb]} & _PASSIVE
        reduced = verb == counted.last and tokens[verb].tag == "VBN"
        participle = tokens[verb].lower in frames().past or tokens[verb].tag in {"VBN", "VBD"}
        if not (auxiliary or reduced) or not participle:
            continue
        places = range(verb + 1, min(verb + 2 + _BESIDE, last))
        harm = _fit(scope, counted, frames().objects, verb, places, "are the subject of", passive=True)
        if harm is not None and (auxiliary or not opens_object(scope, verb + 2)):
            return harm
    return None


def _subject(scope: Scope, counted: Counted) -> Harm | None:
    """ "12 people suffered burns", "thousands lost their homes"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    for verb in _verbs_after(scope, counted):
        if {t.lower for t in tokens[counted.last : verb]} & {"were", "was", "are", "is"} and tokens[verb].tag != "VBG":
            continue
        places = range(verb + 1, min(verb + 2, last))
        harm = _fit(scope, counted, frames().subjects, verb, places, "are the subject of")
        if harm is not None:
            return harm
    return None


def framed_by(scope: Scope, counted: Counted, token: Token, above: Token) -> Harm | None:
    """The same where the grammar ties the figure to the verb over some distance."""
    if not counted.known or token.dep not in {"nsubjpass", "dobj"} or above.pos != "VERB":
        return None
    passive = token.dep == "nsubjpass"
    start = above.i + 1 if passive else max(above.i + 1, counted.last)
    places = range(start, min(start + 1 + _BESIDE, scope.sentence.last))
    role = "are the subject of" if passive else "are the object of"
    return _fit(scope, counted, frames().objects, above.i, places, role, passive=passive)


def framed_participle(scope: Scope, counted: Counted, verb: int) -> Harm | None:
    """The same for a participle that is told of the people counted: "after being ordered out of their flats"."""
    places = range(verb + 1, min(verb + 2 + _BESIDE, scope.sentence.last))
    return _fit(scope, counted, frames().objects, verb, places, "are the subject of", passive=True)


def _verbs_after(scope: Scope, counted: Counted) -> Iterator[int]:
    """The verbs right after the figure, behind auxiliaries, adverbs and "aboard"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    for i in range(counted.last, min(counted.last + 6, last)):
        word = tokens[i].lower
        if i in scope.starts or tokens[i].text in ",;:" or word in {"not", "n't", "never"}:
            return
        if tokens[i].pos in {"VERB", "AUX"}:
            yield i
        elif tokens[i].pos not in {"ADV", "PART"} and word not in {
            "who",
            "that",
            "aboard",
            "inside",
            "to",
            "had",
            "have",
        }:
            return


def _fit(
    scope: Scope,
    counted: Counted,
    by_form: Mapping[str, tuple[Frame, ...]],
    verb: int,
    places: Sequence[int],
    role: str,
    *,
    passive: bool = False,
) -> Harm | None:
    tokens = scope.annotated.tokens
    of_verb = (*by_form.get("", ()), *by_form.get(tokens[verb].lower, ()))
    if tokens[verb].pos != "VERB" and tokens[verb].lower not in by_form:
        return None
    for frame in of_verb:
        for at in places:
            end = next((end for words in frame.complements if (end := _ends(scope, at, words))), None)
            if end is None or _is_taken_up(scope, counted, at, end):
                continue
            measure = _outcome(scope, frame.measure, end)
            words = scope.annotated.span_of(at, end).of(scope.annotated.text)
            why = f'The people counted {role} "{tokens[verb].text} ... {words}".'
            return None if measure is None else Harm(measure, verb, why, passive=passive)
    return None


def _is_taken_up(scope: Scope, counted: Counted, at: int, end: int) -> bool:
    """Another figure or a comma stands between the figure and the complement."""
    tokens = scope.annotated.tokens
    between = range(min(at, counted.last), at) if at >= counted.last else range(0)
    return any(i in scope.starts or tokens[i].text in ",;" for i in between) or end > scope.sentence.last


def _outcome(scope: Scope, measure: Measure, end: int) -> Measure | None:
    """People brought out dead were killed; people pulled out of rubble were not evacuated."""
    near = {t.lower for t in scope.annotated.tokens[end - 1 : min(end + 4, scope.sentence.last)]}
    if measure is Measure.EVACUATED and near & {"dead", "lifeless"}:
        return Measure.KILLED
    if measure is Measure.EVACUATED and near & _NO_HARM:
        return Measure.TRAPPED
    return measure


def _ends(scope: Scope, at: int, words: tuple[str, ...]) -> int | None:
    """Where the words of a complement end that start at a token; None where they do not stand there."""
    return _match(scope.annotated, at, words, scope.sentence.last)


def _match(annotated: Annotated, at: int, words: tuple[str, ...], last: int) -> int | None:
    if not words:
        return at
    if words[0] == "*":
        ends = (_match(annotated, at + skip, words[1:], last) for skip in range(1 if at else 0, _GAP + 1))
        return next((end for end in ends if end is not None), None)
    if at >= last:
        return None
    token = annotated.tokens[at]
    fits = token.pos == "PROPN" if words[0] == "<name>" else token.lower == words[0]
    return _match(annotated, at + 1, words[1:], last) if fits else None
