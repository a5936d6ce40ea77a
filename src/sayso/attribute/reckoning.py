"""Who counts people or puts a number about: "the charity has counted 40 dead", "a toll of 40 given by the guard"."""

from functools import cache

from sayso.attribute.content import cut, fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, child, has_child, noun_phrase, span_between, subject_of, verb_group
from sayso.attribute.quotes import Quotes
from sayso.attribute.speakers import speakers_of
from sayso.attribute.vocabulary import words
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Act, Annotated, Sentence, Token

REACH = 16
"""Tokens before "given by" among which the number's noun stands."""


def reckonings(a: Annotated, quotes: Quotes, sentence: Sentence) -> list[Found]:
    """All of them in one sentence; the grammar is enough to be sure of each."""
    found: list[Found] = []
    for token in a.tokens_of(sentence):
        one = _recorded(a, quotes, sentence, token) or _holds(a, quotes, sentence, token)
        one = one or _given_by(a, quotes, sentence, token)
        if one is not None:
            one.sure = True
            found.append(one)
    return found


def _recorded(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "The charity has counted 40 injured": a body or person who keeps count of people harmed."""
    if token.lemma not in _keeping_count() or token.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    verb = _read_as_adjective(a, token) or token
    if token.tag == "VBN" and verb is token and not any(c.lemma == "have" for c in a.children(token.i)):
        return None
    if has_child(a, verb.i, "auxpass", "nsubjpass") or quotes.at(token.start) is not None:
        return None
    thing = child(a, verb.i, "dobj")
    subject = subject_of(a, verb.i)
    if thing is None or thing.i < token.i or subject is None or not can_count(a, subject):
        return None
    if token.lemma in _come_upon() and not (_is_finder(subject) and subject.text[:1].isupper()):
        return None
    if token.lemma not in words()["counting"] and not _is_paper(subject) and token.lemma in FINDING:
        return None
    first, last = a.subtree(thing.i)
    if not counts_people(a, first, last):
        last = end_of_account(a, sentence, token.i + 1)
        if token.lemma not in ("verify", "document", "record", "register") or not counts_people(a, first, last):
            return None
    last = end_of_account(a, sentence, token.i + 1)
    speakers = speakers_of(a, verb.i)
    content = fitted(a, quotes, token.i, span_between(a, max(first, token.i + 1), min(last, sentence.last)))
    if not speakers or not content:
        return None
    cue = a.span_of(verb_group(a, verb.i)[0], token.i + 1)
    return Found(Act.SAYS, f'A speaker who "{token.lower}" people harmed.', [cue], speakers, content, verb=token.i)


def _holds(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "The agency has 16 dead, eight of them in one slide", "has 541 refugees on its books": its count."""
    if token.lemma != "have" or token.tag not in ("VBD", "VBZ", "VBP") or (token.pos == "AUX" and token.dep == "aux"):
        return None
    thing, subject = child(a, token.i, "dobj"), subject_of(a, token.i)
    if thing is None or subject is None or subject.i > token.i or quotes.at(token.start) is not None:
        return None
    first, last = a.subtree(thing.i)
    rest = a.tokens[token.i + 1 : min(last + REACH, sentence.last)]
    booked = any(t.lemma in word_list("accounts", "books") and child(a, t.i, "poss") is not None for t in rest)
    if not is_number(a.tokens[first]) and not is_number(a.tokens[min(first + 2, last - 1)]):
        return None
    if not booked and (thing.lower not in word_list("accounts", "counted_dead") or subject.lower in _own_losses()):
        return None
    listed = words()["bodies"] | words()["body_names"] | frozenset(word_list("accounts", "keepers"))
    if not can_count(a, subject) or not (subject.lemma in listed or subject.pos == "PROPN" or booked):
        return None
    content = fitted(a, quotes, token.i, span_between(a, first, end_of_account(a, sentence, token.i + 1)))
    speakers = speakers_of(a, token.i)
    if not speakers or not content:
        return None
    return Found(Act.SAYS, "A body that has so many dead in its count.", [token.span], speakers, content, verb=token.i)


def _own_losses() -> frozenset[str]:
    """Those who have dead of their own."""
    return frozenset(word_list("accounts", "own_losses"))


FINDING = frozenset({"find", "show", "give"})
"""Verbs that state a number only where a paper does it ("the agency's assessment finds 900 people displaced")."""


@cache
def _keeping_count() -> frozenset[str]:
    return words()["counting"] | FINDING | frozenset(word_list("accounts", "noted")) | _come_upon()


@cache
def _come_upon() -> frozenset[str]:
    return frozenset(word_list("accounts", "found"))


def _is_finder(subject: Token) -> bool:
    """A rescue service, a hospital, divers: who pulls bodies out or treats the wounded has counted them."""
    listed = word_list("accounts", "finders")
    return subject.lower in listed or subject.lemma in listed


def _is_paper(subject: Token) -> bool:
    return subject.lemma in words()["issued"] | words()["documents"] or subject.lower in words()["issued"]


def end_of_account(a: Annotated, sentence: Sentence, first: int) -> int:
    """Where an account of numbers ends: at a semicolon, a contrast, or a verb of saying of the same speaker."""
    ends = word_list("accounts", "rest_ends")
    for t in a.tokens[first : sentence.last]:
        after = a.tokens[t.i + 1] if t.i + 1 < sentence.last else None
        if t.text == ";" or (t.lower in ends and a.tokens[t.i - 1].text == ","):
            return t.i
        saying = after is not None and after.tag in ("VBD", "VBZ", "VBP") and words().act("clause", after.lemma)
        if saying and t.lower in ("and", "but"):
            return t.i
    return cut(a, first, sentence.last)


def _read_as_adjective(a: Annotated, token: Token) -> Token | None:
    """ "have so far registered 31 bodies", where the parse takes the participle for an adjective of its object."""
    noun = a.tokens[token.head]
    have = a.tokens[noun.head]
    adjective = token.dep == "amod" and noun.dep == "dobj" and have.lemma == "have" and have.i < token.i < noun.i
    return have if adjective and not any(t.pos in ("DET", "NUM") for t in a.tokens[have.i + 1 : token.i]) else None


def can_count(a: Annotated, subject: Token) -> bool:
    """A body, a person or a document; no place that was struck, no happening, no pronoun."""
    if len(subject.text) > 2 and subject.text.isupper():
        return True
    if subject.pos == "PRON" or subject.lemma in words()["happenings"]:
        return False
    label = next((n.label for n in a.names if n.first <= subject.i < n.last), "")
    return label not in ("GPE", "LOC", "DATE", "EVENT", "NORP") or subject.lemma in words()["bodies"]


def counts_people(a: Annotated, first: int, last: int) -> bool:
    """A number, or an unstated one, of the dead, the injured, the displaced ..."""
    tokens = a.tokens[first:last]
    numbers = any(is_number(t) for t in tokens)
    return numbers and any(t.lemma in _harmed() or t.lower in _harmed() for t in tokens)


def _given_by(a: Annotated, quotes: Quotes, sentence: Sentence, token: Token) -> Found | None:
    """ "a toll of 40 given by the guard", "the figure of 70 dead circulated by associations abroad"."""
    if token.tag not in ("VBN", "VBD") or token.lemma not in words()["circulating"]:
        return None
    by = next((t for t in a.tokens[token.i + 1 : token.i + 3] if t.lower == "by"), None)
    source = next((t for t in a.tokens[by.i + 1 : sentence.last] if t.pos in ("NOUN", "PROPN")), None) if by else None
    noun = _number_noun(a, sentence, token)
    if by is None or source is None or noun is None:
        return None
    head = child(a, by.i, "pobj") or source
    whole = noun_phrase(a, head.i)
    speaker = Phrase(max(whole.first, by.i + 1), max(whole.last, head.i + 1), head.i)
    content = fitted(a, quotes, token.i, span_between(a, a.subtree(noun.i)[0], token.i))
    if not content:
        return None
    reason = f'A "{noun.lower}" that somebody has "{token.lower}".'
    return Found(Act.SAYS, reason, [a.span_of(token.i, by.i + 1)], [speaker], content, verb=token.i)


def _number_noun(a: Annotated, sentence: Sentence, token: Token) -> Token | None:
    """The noun for a number, with the number behind it, before which no other verb stands."""
    for t in reversed(a.tokens[max(sentence.first, token.i - REACH) : token.i]):
        if t.lemma in words()["number_nouns"] and t.pos == "NOUN":
            return t if counts_people(a, t.i, token.i) or _is_toll(a, t, token) else None
        if t.tag in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def _is_toll(a: Annotated, noun: Token, token: Token) -> bool:
    return noun.lemma in words()["putting"] and any(t.pos == "NUM" for t in a.tokens[noun.i : token.i])


@cache
def _harmed() -> frozenset[str]:
    """Words for people harmed, of `knowledge/vocab/harm.yaml`."""
    listed: set[str] = {*word_list("harm", "victims"), *word_list("accounts", "harmed")}
    for key in ("nouns", "people", "state"):
        groups = load_vocabulary("harm")[key]
        if isinstance(groups, dict):
            listed.update(str(word) for group in groups.values() if isinstance(group, list) for word in group)
    return frozenset(listed)


def is_number(t: Token) -> bool:
    """A number in digits or words, or one that is not stated ("dozens")."""
    return t.pos == "NUM" or t.text[:1].isdigit() or t.lower in _number_words()


@cache
def _number_words() -> frozenset[str]:
    tables = [load_vocabulary("numbers")[key] for key in ("units", "tens", "vague")]
    listed = {str(word) for table in tables if isinstance(table, dict) for word in table}
    return frozenset(listed - {"one"})
