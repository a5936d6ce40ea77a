"""Who stands by a number of people harmed: "the ministry sticks to nine dead", "reported missing by families"."""

from functools import cache

from sayso.attribute.bodies import bodies_of
from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, child, noun_phrase, span_between, subject_of, verb_group
from sayso.attribute.quotes import Quotes
from sayso.attribute.reckoning import can_count, counts_people, end_of_account, is_number
from sayso.attribute.speakers import speakers_of
from sayso.attribute.vocabulary import words
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Act, Annotated, Sentence, Token

NEAR = 8
"""Tokens behind a verb or its preposition among which the number stands."""
FAR = 16
"""Tokens behind a noun for a number among which "to 32" stands."""
RELATIVE = frozenset({"that", "which", "who", "what", "there", "this", "these", "those"})
FINITE = ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB")


def standing_by(a: Annotated, quotes: Quotes, sentence: Sentence) -> list[Found]:
    """All of them in one sentence; the grammar is enough to be sure of each."""
    found: list[Found] = []
    if not any(is_number(t) for t in a.tokens_of(sentence)):
        return found
    for token in a.tokens_of(sentence):
        if token.tag not in FINITE or quotes.at(token.start) is not None:
            continue
        one = (
            _sticks_to(a, quotes, sentence, token)
            or _puts_at(a, quotes, sentence, token)
            or _changes_figure(a, quotes, sentence, token)
            or _told_by(a, quotes, sentence, token)
        )
        if one is not None:
            one.sure = True
            found.append(one)
    return found


def _sticks_to(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "The ministry sticks to nine dead", "spoke at first of 26 deaths", "needed a day to admit to five bodies"."""
    wanted = _preposition_after("stands_by").get(token.lemma)
    if wanted is None:
        return None
    prep = _preposition(a, sentence, token, wanted)
    if prep is None or not (_number_soon(a, sentence, prep.i + 1) or _people_soon(a, sentence, token, prep.i + 1)):
        return None
    return _stated(a, quotes, sentence, token, prep.i + 1, cue_last=prep.i + 1)


def _people_soon(a: Annotated, sentence: Sentence, token: Token, first: int) -> bool:
    """ "Relatives speak of forty people who never came home": a number of people right behind the preposition."""
    area = a.tokens[first : min(first + 5, sentence.last - 1)]
    number = next((t for t in area if is_number(t)), None)
    people = a.tokens[number.i + 1].lower in word_list("accounts", "persons") if number is not None else False
    return people and token.lemma in ("speak", "talk", "tell", "know")


def _preposition(a: Annotated, sentence: Sentence, token: Token, wanted: frozenset[str]) -> Token | None:
    """The preposition right behind the verb, or behind adverbs and "at first"."""
    for t in a.tokens[token.i + 1 : min(token.i + 6, sentence.last)]:
        if t.lower in wanted:
            return t
        if t.pos not in ("ADV", "ADP", "PART") and t.lower not in ("first", "her", "his", "its", "their", "part"):
            return None
    return None


def _puts_at(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "put at 49 the number of the dead", "put it at nine", "give the toll as seven dead"."""
    links = _preposition_after("puts_at").get(token.lemma)
    if links is None:
        return None
    area = a.tokens[token.i + 1 : min(token.i + NEAR, sentence.last)]
    at = next((t for t in area if t.lower in links), None)
    if at is None or not _number_soon(a, sentence, at.i + 1, within=4):
        return None
    tolls = words()["number_nouns"] | words()["putting"]
    counted = any(t.lemma in tolls for t in a.tokens[token.i + 1 : min(at.i + NEAR, sentence.last)])
    pronoun = at.i == token.i + 2 and a.tokens[token.i + 1].lower in ("it", "them", "that", "this")
    if not (counted or pronoun):
        return None
    return _stated(a, quotes, sentence, token, token.i + 1)


def _changes_figure(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "maintains its figure of thirteen dead", "revised its toll down to 54"."""
    if token.lemma not in word_list("accounts", "figure_changed"):
        return None
    noun = child(a, token.i, "dobj")
    if noun is None or noun.i < token.i or noun.lemma not in words()["giving"] or noun.i > token.i + 5:
        return None
    own = child(a, noun.i, "poss") is not None and _number_soon(a, sentence, noun.i + 1)
    if not own and not _is_moved(a, sentence, token, noun):
        return None
    return _stated(a, quotes, sentence, token, token.i + 1)


def _is_moved(a: Annotated, sentence: Sentence, token: Token, noun: Token) -> bool:
    """ "raised the number of people killed by the fever to 32": a body or a person who moves a toll to a number."""
    subject = subject_of(a, token.i)
    if token.lemma not in word_list("accounts", "figure_moved") or subject is None or not _is_somebody(a, subject):
        return False
    area = a.tokens[noun.i + 1 : min(noun.i + FAR, sentence.last - 1)]
    return any(t.lower in ("to", "from") and is_number(a.tokens[t.i + 1]) for t in area)


def _is_somebody(a: Annotated, subject: Token) -> bool:
    """A body or a person by noun, name or initials; a blow that raised the toll is neither."""
    label = next((n.label for n in a.names if n.first <= subject.i < n.last), "")
    listed = words()["bodies"] | words()["people"] | words()["body_names"]
    formed = any(b.first <= subject.i < b.last for b in bodies_of(a))
    keeps = subject.lemma in listed or subject.lower in word_list("accounts", "keepers")
    return label in ("ORG", "PERSON") or formed or keeps


def _stated(
    a: Annotated, quotes: Quotes, sentence: Sentence, token: Token, first: int, *, cue_last: int | None = None
) -> Found | None:
    subject = subject_of(a, token.i)
    if subject is None or subject.i > token.i or not (subject.pos == "PRON" or can_count(a, subject)):
        return None
    if subject.lower in RELATIVE or (subject.lemma in words()["number_nouns"] and not _has_maker(a, subject)):
        return None
    speakers = speakers_of(a, token.i)
    content = fitted(a, quotes, token.i, span_between(a, first, end_of_account(a, sentence, first)))
    if not speakers or not content or speakers[0].first > token.i:
        return None
    cue = a.span_of(verb_group(a, token.i)[0], cue_last or token.i + 1)
    reason = f'A speaker who stands by a number with "{token.lower}".'
    return Found(Act.SAYS, reason, [cue], speakers, content, verb=token.i)


def _has_maker(a: Annotated, subject: Token) -> bool:
    """ "a tally kept by the union", "the clinic's count"."""
    kept = [c for c in a.children(subject.i) if c.dep == "acl"]
    return child(a, subject.i, "poss") is not None or any(x.lower == "by" for c in kept for x in a.children(c.i))


def _told_by(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "two cases were notified by the clinic", "some twenty are reported missing by those rescued"."""
    missing = token.lower in ("missing", "unaccounted") and a.tokens[token.i - 1].lemma == "report"
    if not missing and (token.tag != "VBN" or token.lemma not in word_list("accounts", "passive")):
        return None
    if not missing and not any(t.lemma in ("be", "have") for t in a.tokens[max(sentence.first, token.i - 4) : token.i]):
        return None
    by = next((t for t in a.children(token.i) if t.lower == "by" and t.i > token.i), None)
    source = child(a, by.i, "pobj", "pcomp") if by is not None else None
    if by is None or source is None or source.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    if not counts_people(a, sentence.first, token.i + 1):
        return None
    whole = noun_phrase(a, source.i)
    last = a.subtree(source.i)[1] if source.pos == "PRON" else whole.last
    speaker = Phrase(max(whole.first, by.i + 1), max(last, source.i + 1), source.i)
    first = a.subtree(token.i)[0] if not missing else sentence.first
    content = fitted(a, quotes, token.i, span_between(a, max(first, sentence.first), by.i))
    cue = a.span_of(verb_group(a, token.i - 1 if missing else token.i)[0], token.i + 1)
    reason = f'What is "{token.lower}" by somebody.'
    return Found(Act.SAYS, reason, [cue], [speaker], content, verb=token.i) if content else None


def _number_soon(a: Annotated, sentence: Sentence, first: int, within: int = NEAR) -> bool:
    """A number of people harmed, or one with no other noun behind it."""
    area = a.tokens[first : min(first + within, sentence.last)]
    number = next((t for t in area if is_number(t)), None)
    if number is None or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in area if t.i < number.i):
        return False
    rest = a.tokens[number.i + 1 : sentence.last]
    bare = not rest or (rest[0].pos in ("PUNCT", "CCONJ", "SPACE", "ADP", "SCONJ") and rest[0].text != "%")
    return bare or counts_people(a, number.i, min(number.i + NEAR, sentence.last)) or rest[0].lower in ("the", "when")


@cache
def _preposition_after(key: str) -> dict[str, frozenset[str]]:
    """Verbs of `vocab/accounts.yaml` to the prepositions behind which their number stands."""
    table = load_vocabulary("accounts")[key]
    rows = table.items() if isinstance(table, dict) else ()
    return {str(verb): frozenset(map(str, preps)) for verb, preps in rows if isinstance(preps, list)}
