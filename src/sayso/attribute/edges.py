"""Where a name begins and ends: not inside a hyphenated word, nor with a day, a heading or a wire's mark beside it."""

from dataclasses import replace

from sayso.attribute.grammar import Phrase, noun_phrase
from sayso.attribute.vocabulary import words
from sayso.knowledge.times_words import time_words
from sayso.model import Annotated, Token

LOOSE = frozenset({"ADP", "DET", "CCONJ", "SCONJ"})
"""What no name ends with."""
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
BEFORE_TIME = frozenset({"on", "in", "for", "by", "since", "until", "late", "early"})
OPENING = frozenset({"at", "to", "in", "on", "by", "from", "with", "after", "of", "for"})
"""Prepositions that no name begins with; "under" and "over" are left to titles ("Under Secretary")."""
HEADING = 5
"""Letters of the longest word in capitals from which two of them are a heading and no pair of acronyms."""


def whole_name(a: Annotated, p: Phrase) -> Phrase:
    """The phrase grown to the end of a word or name that it cuts, without what only stands beside it."""
    return bare_name(a, _grown(a, p))


def bare_name(a: Annotated, p: Phrase) -> Phrase:
    """The phrase without what only stands beside it; the phrase itself where nothing else would be left."""
    first, last = _begin(a, p.first, p.last), p.last
    while (end := _end(a, first, last, p.head)) < last:
        last = end
    if (first, last) == (p.first, p.last) or not any(_names(t) for t in a.tokens[first:last]):
        return p
    return Phrase(first, last, p.head if first <= p.head < last else _head(a, first, last))


def _names(t: Token) -> bool:
    return t.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X")


def _head(a: Annotated, first: int, last: int) -> int:
    nouns = [t for t in a.tokens[first:last] if t.pos in ("NOUN", "PROPN", "PRON")]
    outside = [t for t in nouns if not first <= t.head < last or t.head == t.i]
    return (outside or nouns or [a.tokens[last - 1]])[0].i


def _grown(a: Annotated, p: Phrase) -> Phrase:
    alone = a.tokens[p.first]
    owns = p.last - p.first == 1 and alone.tag == "PRP$" and alone.head > alone.i and alone.dep == "poss"
    if owns and not any(t.lemma in words()["issued"] for t in a.tokens[p.last : alone.head + 1]):
        p = noun_phrase(a, alone.head)
    first, last = p.first, p.last
    while _hyphenated(a, first - 1):
        first -= 2
    while _hyphenated(a, last) or (last - first > 1 and _goes_on(a, last)):
        last += 2 if _hyphenated(a, last) else 1
    return replace(p, first=first, last=last)


def _hyphenated(a: Annotated, at: int) -> bool:
    """The token is a hyphen inside of a word ("Al-Manar")."""
    if not 0 < at < len(a.tokens) - 1 or a.tokens[at].text != "-":
        return False
    before, hyphen, after = a.tokens[at - 1 : at + 2]
    tight = before.end == hyphen.start and hyphen.end == after.start
    return tight and before.sentence == after.sentence and before.text[-1].isalnum() and after.text[0].isalnum()


def _goes_on(a: Annotated, at: int) -> bool:
    """The word before belongs to the name that this one ends ("the White | Helmets")."""
    if not 0 < at < len(a.tokens):
        return False
    before, after = a.tokens[at - 1], a.tokens[at]
    further = [t for t in a.tokens[at + 1 : at + 2] if t.text[:1].isupper()]
    whole = before.text.istitle() and after.text.istitle() and not _is_weekday(after) and not further
    return whole and any(n.first < at < n.last and n.label in ("PERSON", "ORG", "FAC") for n in a.names)


def _begin(a: Annotated, first: int, last: int) -> int:
    """The first token behind an adverb, a time, a preposition or a heading in capitals."""
    while first < last - 1:
        token, following = a.tokens[first], a.tokens[first + 1]
        if token.lower in words()["before_names"] and (following.text[:1].isupper() or following.pos == "DET"):
            first += 1
        elif token.lower in BEFORE_TIME and _is_time(following) and first + 2 < last:
            first += 2
        elif (_is_day_or_month(token) and _after_time(a, first)) or (token.pos == "ADP" and token.lower in OPENING):
            first += 1
        else:
            return _after_heading(a, first, last)
    return first


def _after_time(a: Annotated, at: int) -> bool:
    return at > 0 and a.tokens[at - 1].lower in BEFORE_TIME


def _after_heading(a: Annotated, first: int, last: int) -> int:
    """ "LATE NIGHT Harbour workers": two or more words in capitals, then one that only begins with one."""
    at = first
    while at < last and a.tokens[at].text.isalpha() and a.tokens[at].text.isupper() and len(a.tokens[at].text) > 2:
        at += 1
    heading = a.tokens[first:at]
    if len(heading) < 2 or at >= last or not a.tokens[at].text.istitle():
        return first
    return at if max(len(t.text) for t in heading) >= HEADING else first


def _end(a: Annotated, first: int, last: int, head: int) -> int:
    """One step back from a loose end; the end itself where there is none."""
    if last - first < 2:
        return last
    token, before = a.tokens[last - 1], a.tokens[last - 2]
    if _is_time(token) and before.lower in BEFORE_TIME and last - first > 2:
        return last - 2
    if token.i == head and token.pos not in LOOSE:
        return last - 1 if _is_weekday(token) and before.pos == "PROPN" and not _is_weekday(before) else last
    whose = a.tokens[token.head].lower if first <= token.head < token.i else ""
    participle = token.dep == "acl" and token.tag in ("VBG", "VBN") and whose not in ("", "those", "one")
    if participle or token.pos in LOOSE or (token.lower in RELATIVE and token.tag in ("WP", "WDT", "IN")):
        return last - 1
    if _is_weekday(token) and before.pos == "PROPN" and not _is_weekday(before):
        return last - 1
    if token.text in words()["wire_marks"] and before.pos in ("NOUN", "PROPN") and _is_no_medium(before):
        return last - 1
    return last


def _is_no_medium(t: Token) -> bool:
    return t.lower not in words()["media_words"] and t.lower not in words()["staff"]


def _is_weekday(t: Token) -> bool:
    return t.text[:1].isupper() and t.lower in time_words().weekdays


def _is_day_or_month(t: Token) -> bool:
    return _is_weekday(t) or (t.text.istitle() and t.lower in time_words().months)


def _is_time(t: Token) -> bool:
    return _is_weekday(t) or (t.text[:1].isupper() and t.lower in time_words().months)
