"""Which clause a time stands in: that of the harm, one around it, another one, or the words of telling."""

from sayso.claims.lexicon import lexicon
from sayso.claims.when_happenings import happening_dated_by
from sayso.knowledge.times_words import happening_nouns, times_set
from sayso.model import Annotated, Sentence, Span

_CONTENT = frozenset(["ccomp", "relcl", "acl", "pcomp"])
_CLIMB = 12
_NEAR = 4
"""Words between a verb of telling and its time."""
OF_HAPPENING, ELSEWHERE, OF_ANOTHER = -1, 2, 4
"""The rank of a time that dates the happening of the harm, of one that has nothing to do with the harm, and of one that
dates another happening."""


def clause_rank(annotated: Annotated, time: Span, trigger: int) -> int:
    """-1: beside the noun of the happening that did the harm; 0: under the word of harm or its verb; 1: in a clause
    around it; 2: elsewhere; 3: around the telling of it; 4: beside another happening."""
    tokens = annotated.tokens_in(time)
    if not tokens:
        return 2
    at = tokens[-1].i
    if _dates_its_happening(annotated, time, trigger):
        return OF_HAPPENING
    if _dates_another_doer(annotated, time, trigger):
        return OF_ANOTHER
    if _dates_another_thing(annotated, at, trigger):
        return ELSEWHERE
    if trigger in _above(annotated, at):
        return 0
    own = _verb_of(annotated, at)
    of_harm = _above(annotated, trigger)
    if own is None or own == _verb_of(annotated, trigger):
        return 0
    if own in of_harm:
        below = [annotated.tokens[i].dep for i in (trigger, *of_harm[: of_harm.index(own)])]
        return 3 if any(dep in _CONTENT for dep in below) else 1
    return 2


def _dates_its_happening(annotated: Annotated, time: Span, trigger: int) -> bool:
    """ "the toll from Saturday's bombing rose", "the floods of June killed nine": the happening shares the harm's verb
    or holds the harm."""
    noun = happening_dated_by(annotated, time)
    if noun is None or noun.dep == "conj":
        return False
    of_harm = (trigger, *_above(annotated, trigger))
    verb = _verb_of(annotated, noun.i)
    return noun.i in of_harm or verb == _verb_of(annotated, trigger)


def _dates_another_thing(annotated: Annotated, at: int, trigger: int) -> bool:
    """ "a region struck by the floods of 2004": the time stands in a clause, or beside a noun, of its own."""
    above = _above(annotated, at)
    below_harm = above[: above.index(trigger)] if trigger in above else []
    own = (annotated.tokens[i] for i in below_harm)
    return any(
        token.dep in {"relcl", "acl"}
        and token.lower not in lexicon().verbs
        and not _tells_of_the_doer(annotated, token.head, trigger)
        for token in own
    )


def _dates_another_doer(annotated: Annotated, time: Span, trigger: int) -> bool:
    """ "walls cracked by Sunday's quake fell and killed four": what that quake did is told in passing."""
    noun = happening_dated_by(annotated, time)
    agent = annotated.tokens[noun.head] if noun is not None else None
    if agent is None or agent.dep != "agent":
        return False
    done = annotated.tokens[agent.head]
    return done.i != trigger and done.dep in {"acl", "relcl"} and done.lower not in lexicon().verbs


def _tells_of_the_doer(annotated: Annotated, noun: int, trigger: int) -> bool:
    """ "the storm that struck the islands in 2013 killed 600": the clause tells when the happening came."""
    token = annotated.tokens[noun]
    return token.lemma in happening_nouns() and token.dep in {"nsubj", "nsubjpass"} and token.head == trigger


def tells_of(annotated: Annotated, time: Span, trigger: int) -> bool:
    """ "since a blast on Monday that killed three": the harm stands in a clause that says more of the time's words."""
    inside = {token.i for token in annotated.tokens_in(time)}
    return annotated.tokens[trigger].dep in {"relcl", "acl"} and any(i in inside for i in _above(annotated, trigger))


def _above(annotated: Annotated, at: int) -> list[int]:
    """The tokens above a token, nearest first."""
    found: list[int] = []
    while annotated.tokens[at].head != at and len(found) < _CLIMB:
        at = annotated.tokens[at].head
        found.append(at)
    return found


def depth_of(annotated: Annotated, at: int) -> int:
    """How many tokens stand above a token, twelve at most."""
    return len(_above(annotated, at))


def stands_in_aside(annotated: Annotated, time: Span) -> bool:
    """The time stands in a relative clause or a participle that says more of a noun."""
    tokens = annotated.tokens_in(time)
    above = _above(annotated, tokens[-1].i) if tokens else []
    return any(annotated.tokens[i].dep in {"relcl", "acl"} for i in above)


def _verb_of(annotated: Annotated, at: int) -> int | None:
    """The nearest verb above a token, or the token itself."""
    for i in (at, *_above(annotated, at)):
        if annotated.tokens[i].pos in {"VERB", "AUX"}:
            return i
    return None


def says_when_it_was_told(annotated: Annotated, time: Span) -> bool:
    """ "announced today the release", "a February report", "rose to 112 on Monday": the time of the telling."""
    tokens = annotated.tokens_in(time)
    if not tokens or happening_dated_by(annotated, time) is not None:
        return False
    last = tokens[-1].i
    if dates_a_telling(annotated, time) or _dates_a_paper(annotated, last):
        return True
    verb = _verb_of(annotated, last)
    if verb is None:
        return False
    if _moves_a_toll(annotated, verb):
        return True
    lemma = annotated.tokens[verb].lemma
    if lemma in times_set("telling_verbs") and min(abs(verb - tokens[0].i), abs(verb - last)) <= _NEAR:
        return True
    between = annotated.tokens[verb + 1 : tokens[0].i]
    return lemma in times_set("telling_far") and not any(token.pos == "VERB" for token in between)


def dates_a_telling(annotated: Annotated, time: Span) -> bool:
    """ "a February report", "Monday's bulletin"."""
    tokens = annotated.tokens_in(time)
    last = tokens[-1] if tokens else None
    ahead = annotated.tokens[last.i + 1] if last is not None and last.i + 1 < len(annotated.tokens) else None
    if last is None or ahead is None or ahead.sentence != last.sentence:
        return False
    return ahead.lower in times_set("told_nouns")


def _dates_a_paper(annotated: Annotated, at: int) -> bool:
    """ "a letter of 30 October", "its bulletin for Tuesday"."""
    papers = times_set("papers")
    for i in _above(annotated, at):
        token = annotated.tokens[i]
        if token.lemma in papers and token.pos != "VERB":
            return True
        if token.dep not in {"prep", "pobj", "nmod", "compound", "npadvmod", "appos"}:
            return False
    return False


def counts_a_toll(annotated: Annotated, trigger: int) -> bool:
    """The word of harm is that of a count ("the toll stood at 48"), which is told later than the harm."""
    token = annotated.tokens[trigger]
    return token.lower in lexicon().toll or _moves_a_toll(annotated, trigger)


def _moves_a_toll(annotated: Annotated, verb: int) -> bool:
    """ "the number of dead climbed on Tuesday to 48": its subject is a count, and the day is that of counting."""
    if annotated.tokens[verb].lower not in lexicon().toll_verbs:
        return False
    subjects = (child for child in annotated.children(verb) if child.dep in {"nsubj", "nsubjpass"})
    return any(subject.lower in lexicon().toll for subject in subjects)


def moves_a_toll(annotated: Annotated, time: Span) -> bool:
    """ "On Tuesday the number of dead climbed to 48": the time of the counting."""
    tokens = annotated.tokens_in(time)
    verb = _verb_of(annotated, tokens[-1].i) if tokens else None
    return verb is not None and _moves_a_toll(annotated, verb)


def follows(annotated: Annotated, words: Span, token: int) -> bool:
    """The token stands in what the last of the words opens: "a day after a bomb killed 14"."""
    opener = annotated.tokens_in(words)[-1]
    above = (token, *_above(annotated, token))
    if (opener.head if opener.dep == "mark" else opener.i) in above:
        return True
    clause = annotated.tokens[annotated.tokens[opener.head].head]
    return clause.dep == "advcl" and clause.i > opener.i and clause.i in above


def finds_the_dead(annotated: Annotated, time: Span) -> bool:
    """ "divers recovered nine bodies on Tuesday": the day of the finding."""
    tokens = annotated.tokens_in(time)
    verb = _verb_of(annotated, tokens[-1].i) if tokens else None
    if verb is None or annotated.tokens[verb].lemma not in times_set("finding_verbs"):
        return False
    found = (child for child in annotated.children(verb) if child.dep in {"dobj", "nsubjpass"})
    return any(child.lemma in times_set("the_dead") for child in found)


def dates_a_thing(annotated: Annotated, time: Span) -> bool:
    """ "Wednesday's market", "the Friday prayers": the time names a thing that is no happening."""
    tokens = annotated.tokens_in(time)
    owner = next((token for token in tokens if token.dep == "poss"), None)
    return owner is not None and happening_dated_by(annotated, time) is None


def opens_sentence(annotated: Annotated, time: Span, sentence: Sentence) -> bool:
    """ "On Tuesday the monitor said a strike killed 18": news tells the day of the strike so; "Speaking on Tuesday, the
    monitor said" tells no such day."""
    tokens = annotated.tokens_in(time)
    return bool(tokens) and tokens[0].i <= sentence.first + 2 and annotated.tokens[sentence.first].tag != "VBG"


def belongs_to_a_name(annotated: Annotated, time: Span) -> bool:
    """ "the Sunday Herald", "the Friday Street inn"."""
    tokens = annotated.tokens_in(time)
    if len(tokens) != 1 or tokens[0].i == 0 or tokens[0].i + 1 >= len(annotated.tokens):
        return False
    before, ahead = annotated.tokens[tokens[0].i - 1], annotated.tokens[tokens[0].i + 1]
    return before.lower == "the" and ahead.pos == "PROPN" and ahead.text[:1].isupper() and tokens[0].dep == "compound"
