"""Verbs that say what happened only with more words: "took 12 people hostage", "were driven from their homes"."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.claims.counted_types import Counted
from sayso.claims.doers import doers_of
from sayso.claims.harm_frame_words import Frame, frames
from sayso.claims.harm_words import Harm, Scope, joined_measure, near_words, opens_object
from sayso.claims.lexicon import lexicon
from sayso.knowledge.vocabulary import word_list
from sayso.model import Annotated, Group, Measure, Token

_BESIDE = 3
"""Words that may stand between a verb and its complement, or a figure and the complement behind it."""
_BETWEEN = 7
"""Tokens in which a verb that comes upon people is looked for before them."""
_GAP = 3
"""Words that "*" may stand for."""
_PASSIVE = frozenset(["were", "was", "are", "is", "be", "been", "being", "got", "get"])
_PARTICLES = frozenset(["free", "out", "off", "up", "down", "away", "in", "back", "along"])
_SUBJECT = "are the subject of"
_MEANWHILE = frozenset(["still", "now", "also", "already"])
"""Adverbs between a verb and what completes it."""
_NO_HARM = frozenset(["rubble", "debris", "wreckage", "water"])
"""What people are pulled out of: they were trapped, not evacuated."""
_AFLOAT = frozenset(["sea", "water", "waters", "river", "lake", "waves"])
"""Who is pulled alive out of these was not trapped."""


def framed(scope: Scope, counted: Counted) -> Harm | None:
    """What a verb and its complement together say of the people counted."""
    if not counted.known and counted.noun is not None:
        return None
    return _active(scope, counted) or _passive(scope, counted) or _subject(scope, counted)


def _active(scope: Scope, counted: Counted) -> Harm | None:
    """ "took 12 people hostage", "locked up 30 people", "driven millions from their homes"."""
    tokens, first = scope.annotated.tokens, scope.sentence.first
    enclosed = _behind_complement(scope, counted)
    if enclosed is not None:
        return enclosed
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


def _behind_complement(scope: Scope, counted: Counted) -> Harm | None:
    """ "put out of action up to 70 gunmen": a complement of several words stands before the figure."""
    tokens = scope.annotated.tokens
    for verb in range(counted.first - 3, max(scope.sentence.first, counted.first - 6) - 1, -1):
        if any(verb < start < counted.first for start in scope.starts):
            return None
        for frame in frames().objects.get(tokens[verb].lower, ()):
            if any(len(words) > 1 and _ends(scope, verb + 1, words) == counted.first for words in frame.complements):
                return _told(scope, counted, frame, verb, counted.first, "are the object of")
    return None


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
        if not _agrees(scope, counted, auxiliary):
            continue
        participle = tokens[verb].lower in frames().past or tokens[verb].tag in {"VBN", "VBD"}
        if not (auxiliary or reduced) or not participle:
            continue
        places = range(verb + 1, min(verb + 2 + _BESIDE, last))
        harm = _fit(scope, counted, frames().objects, verb, places, _SUBJECT, passive=True)
        if harm is not None and (auxiliary or not opens_object(scope, verb + 2)):
            return harm
    return None


def _agrees(scope: Scope, counted: Counted, auxiliary: set[str]) -> bool:
    """ "a lorry carrying 12 men was destroyed": several men do not go with "was"."""
    noun = scope.annotated.tokens[counted.noun] if counted.noun is not None else None
    return not (auxiliary == {"was"} and noun is not None and noun.tag == "NNS" and counted.figure.low != 1)


def _subject(scope: Scope, counted: Counted) -> Harm | None:
    """ "12 people suffered burns", "thousands lost their homes"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    for verb in _verbs_after(scope, counted):
        if {t.lower for t in tokens[counted.last : verb]} & {"were", "was", "are", "is"} and tokens[verb].tag != "VBG":
            continue
        start = verb + 2 if verb + 1 < last and tokens[verb + 1].lower in _MEANWHILE else verb + 1
        places = range(start, min(start + 1, last))
        harm = _fit(scope, counted, frames().subjects, verb, places, _SUBJECT)
        if harm is not None:
            return harm
    return None


def come_upon(scope: Scope, counted: Counted) -> Harm | None:
    """ "a wall fell on four clerks", "the lorry ploughed into a group of nine cyclists"."""
    tokens, first, by_form = scope.annotated.tokens, scope.sentence.first, frames().upon
    for verb in range(counted.first - 2, max(first, counted.first - 2 - _BETWEEN) - 1, -1):
        if tokens[verb].pos not in {"VERB", "AUX"}:
            continue
        at = verb + 2 if tokens[verb + 1].pos == "ADV" and tokens[verb + 1].lower not in _PARTICLES else verb + 1
        for frame in by_form.get(tokens[verb].lower, ()):
            if any(_ends(scope, at, words) == counted.first for words in frame.complements):
                harm = _told(scope, counted, frame, verb, counted.first, "are those it came upon:")
                if harm is not None:
                    return harm
        return None
    return None


def framed_by(scope: Scope, counted: Counted, token: Token, above: Token) -> Harm | None:
    """The same where the grammar ties the figure to the verb over some distance."""
    if not (counted.known or counted.noun is None) or above.pos not in {"VERB", "AUX"}:
        return None
    if token.dep == "nsubj" and counted.known:
        return _fit(scope, counted, frames().subjects, above.i, range(above.i + 1, above.i + 2), _SUBJECT, far=True)
    if not counted.known or token.dep not in {"nsubjpass", "dobj"} or above.pos != "VERB":
        return None
    passive = token.dep == "nsubjpass"
    start = above.i + 1 if passive else max(above.i + 1, counted.last)
    places = range(start, min(start + 1 + _BESIDE, scope.sentence.last))
    role = _SUBJECT if passive else "are the object of"
    return _fit(scope, counted, frames().objects, above.i, places, role, passive=passive, far=passive)


def framed_participle(scope: Scope, counted: Counted, verb: int) -> Harm | None:
    """The same for a participle that is told of the people counted: "after being ordered out of their flats"."""
    places = range(verb + 1, min(verb + 2 + _BESIDE, scope.sentence.last))
    return _fit(scope, counted, frames().objects, verb, places, _SUBJECT, passive=True, far=True)


def framed_deed(scope: Scope, counted: Counted, verb: int) -> Harm | None:
    """The same for another verb that the people counted are the subject of: "fell and broke two ribs"."""
    places = range(verb + 1, min(verb + 2, scope.sentence.last))
    return _fit(scope, counted, frames().subjects, verb, places, _SUBJECT, far=True)


def _verbs_after(scope: Scope, counted: Counted) -> Iterator[int]:
    """The verbs right after the figure, behind auxiliaries, adverbs and "aboard"."""
    tokens, last = scope.annotated.tokens, scope.sentence.last
    for i in range(counted.last, min(counted.last + 6, last)):
        word = tokens[i].lower
        if i in scope.starts or tokens[i].text in ",;:" or word in {"not", "n't", "never"}:
            return
        if i == counted.last and word in lexicon().states and tokens[i].tag != "VBD":
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
    far: bool = False,
) -> Harm | None:
    tokens = scope.annotated.tokens
    of_verb = (*by_form.get("", ()), *by_form.get(tokens[verb].lower, ()))
    if tokens[verb].pos != "VERB" and tokens[verb].lower not in by_form:
        return None
    if tokens[verb].lemma in word_list("harm", "sentencing"):
        return None
    for frame in of_verb:
        if () in frame.complements:
            harm = _told(scope, counted, frame, verb, verb + 1, role, passive=passive)
            if harm is not None and (counted.known or _stands_alone(scope, counted, frame)):
                if tokens[verb].pos != "VERB":
                    continue
                return harm
            continue
        for at in places:
            end = next((end for words in frame.complements if (end := _ends(scope, at, words))), None)
            if end is None or _is_taken_up(scope, verb if far else counted.last, at, end):
                continue
            harm = _told(scope, counted, frame, verb, end, role, passive=passive)
            if harm is not None:
                return harm
    return None


def _stands_alone(scope: Scope, counted: Counted, frame: Frame) -> bool:
    """ "the village buried 17": a number alone, where it matters who did it, and no state follows."""
    if not frame.by or counted.last >= scope.sentence.last:
        return False
    return scope.annotated.tokens[counted.last].lower not in lexicon().states


def _told(
    scope: Scope, counted: Counted, frame: Frame, verb: int, end: int, role: str, *, passive: bool = False
) -> Harm | None:
    """The harm of a frame whose words stand there, where who did it and whom it befell fit too."""
    annotated = scope.annotated
    if frame.by or frame.not_by:
        doers = doers_of(annotated, verb, passive=passive)
        if doers & frame.not_by or (frame.by and not doers & frame.by):
            return None
    if _is_withdrawal(annotated, counted, frame, verb):
        return None
    if (frame.unarmed and _bears_arms(annotated, counted)) or not _fits_around(scope, counted, frame):
        return None
    if _died_of_it(scope, frame, verb, end):
        return None
    told = {t.lower for t in annotated.tokens[verb : min(end + 4, scope.sentence.last)]}
    if "alive" in told and told & _AFLOAT:
        return None
    state = lexicon().states.get(annotated.tokens[min(counted.last, scope.sentence.last - 1)].lower)
    if state is Measure.KILLED and frame.measure in (Measure.TRAPPED, Measure.EVACUATED):
        return None
    measure = _outcome(scope, frame.measure, end)
    if measure is None:
        return None
    if measure is Measure.KILLED and {"for", "dead"} <= told and "left" in told:
        measure = Measure.INJURED  # "a ninth was left for dead"
    if end > verb + 1 and annotated.tokens[end - 1].lower in lexicon().states:
        measure = joined_measure(annotated, end - 1, measure)
    words = annotated.span_of(verb, max(verb + 1, end)).of(annotated.text)
    return Harm(measure, verb, f'The people counted {role} "{words}".', passive=passive)


def _is_withdrawal(annotated: Annotated, counted: Counted, frame: Frame, verb: int) -> bool:
    """ "pulling out 13,000 troops": an army moves its own."""
    moved = frame.measure is Measure.EVACUATED and annotated.tokens[verb].lemma in {"pull", "withdraw", "move", "bring"}
    return moved and bool({t.lower for t in annotated.tokens[counted.first : counted.last]} & {"troops", "forces"})


def _died_of_it(scope: Scope, frame: Frame, verb: int, end: int) -> bool:
    """ "had died of serious injuries": between verb and complement stands that they were killed."""
    if frame.measure in (Measure.KILLED, Measure.EXECUTED):
        return False
    verbs = (lexicon().verbs.get(t.lower) for t in scope.annotated.tokens[verb + 1 : end])
    return any(v is not None and v.undergoer is Measure.KILLED and v.lemma != "fall" for v in verbs)


def _fits_around(scope: Scope, counted: Counted, frame: Frame) -> bool:
    """So many people are counted as the frame asks for, and its words stand near."""
    size = counted.figure.low or counted.figure.high or 0
    if size < frame.least:
        return False
    if frame.of and not frame.of & {t.lower for t in scope.annotated.tokens[counted.first : counted.last]}:
        return False
    if not frame.near and not frame.not_near:
        return True
    words = near_words(scope)
    return not frame.not_near & words and (not frame.near or bool(frame.near & words))


def _bears_arms(annotated: Annotated, counted: Counted) -> bool:
    groups = lexicon().groups
    return any(groups.get(t.lower) is Group.COMBATANT for t in annotated.tokens[counted.first : counted.last])


def _is_taken_up(scope: Scope, start: int, at: int, end: int) -> bool:
    """Another figure or a comma stands before the complement."""
    tokens = scope.annotated.tokens
    between = range(start, at) if at >= start else range(0)
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
