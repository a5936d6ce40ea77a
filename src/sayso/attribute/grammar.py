"""What the rules ask of a parse: noun phrases, verb groups, subjects, and where a clause begins and ends."""

import re
from dataclasses import dataclass

from sayso.model import Annotated, Sentence, Span, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NOUNS = ("NOUN", "PROPN", "PRON")
TERMINAL = frozenset(".?!")
MARKS = frozenset("\"“”‘’'«»„")
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTH = rf"(?:{MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_WIRE = r"reuters|ap|afp|sputnik|xinhua|tass|cnn|upi|bbc"
DATELINE = re.compile(
    rf"(?:(?:(?i:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}),? (?:19|20)\d\d(?: at \d{{3,4}})?"
    rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d|\((?i:{_WIRE})\)(?: ?[-–—])?)[ ,:.–—-]+)(?=[\"“A-Z0-9])"
)
"""A full date or a wire's name in brackets, before what may be the first word of the report itself."""
TAGS = re.compile(
    r"\bTags (?:[\w'’&/.-]+ )+?(?=(?:At|A|An|The|In|On|More|Some|Dozens|Several|Nearly|About|Almost) [a-z\d])"
)
"""Key words of the page that were run together with its text."""
CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?::[0-5]\d)?(?: ?(?:[ap]\.?m\.?|[A-Z]{2,5}(?![a-z])))?[ ,:|–—-]+(?=[\"“'‘A-Z0-9])"
)
"""The time of day that opens an entry of a running report."""
TIME_WORD = re.compile(
    rf"(?i)^(mon|tues|wednes|thurs|fri|satur|sun)days?$|^{_MONTH}$"
    r"|^(today|yesterday|tomorrow|tonight|late|early|earlier|later|morning|evening|afternoon|night|week|month|year|day)$"
    r"|^(weekend|noon|midnight)$"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens first to last exclusive, and its head."""

    first: int
    last: int
    head: int


def noun_phrase(a: Annotated, head: int) -> Phrase:
    """The phrase under a noun with titles and appositions, without relative clauses, participles and coordination."""
    first, last = a.subtree(head)
    last = min(last, _right_cut(a, head, last))
    for child in a.children(head):
        if child.i < head and child.dep in ("punct", "cc", "preconj", "advcl", "mark", "prep", "parataxis"):
            first = max(first, a.subtree(child.i)[1])
    while last > head + 1 and (a.tokens[last - 1].pos in ("PUNCT", "SPACE", "CCONJ") or is_time(a, last - 1)):
        last -= 1
    last = _closed(a, first, last)
    while first < head and a.tokens[first].pos in ("PUNCT", "SPACE", "CCONJ", "SCONJ"):
        first += 1
    return Phrase(first, last, head)


def _closed(a: Annotated, first: int, last: int) -> int:
    """The end with the bracket that closes one inside the phrase ("Relief Watch (RW)")."""
    opened = sum(t.text == "(" for t in a.tokens[first:last]) - sum(t.text == ")" for t in a.tokens[first:last])
    return last + 1 if opened == 1 and last < len(a.tokens) and a.tokens[last].text == ")" else last


def _right_cut(a: Annotated, head: int, last: int) -> int:
    for child in a.children(head):
        if child.i < head:
            continue
        if child.dep in ("relcl", "acl", "advcl", "parataxis", "ccomp", "conj", "cc"):
            return a.subtree(child.i)[0]
        if child.dep == "appos":
            return min(last, max(child.i + 1, _right_cut(a, child.i, a.subtree(child.i)[1])))
        if child.dep == "prep":
            for below in a.children(child.i):
                if below.dep == "pobj":
                    inner = _right_cut(a, below.i, a.subtree(below.i)[1])
                    if inner < a.subtree(below.i)[1] and a.tokens[inner].dep not in ("cc", "conj"):
                        return inner
    return last


def coordinated(a: Annotated, head: int) -> list[int]:
    """The head and the nouns joined to it by "and"."""
    found = [head]
    at = head
    while True:
        joined = [c.i for c in a.children(at) if c.dep == "conj" and c.pos in NOUNS and c.i > at]
        if not joined:
            return found
        at = joined[0]
        found.append(at)


def is_time(a: Annotated, i: int) -> bool:
    """A word of a time adverbial."""
    return TIME_WORD.match(a.tokens[i].text) is not None


def verb_group(a: Annotated, verb: int) -> tuple[int, int]:
    """The verb with its auxiliaries and the adverbs between them; adverbs at its edges stay outside."""
    first = verb
    for child in a.children(verb):
        near = child.i < first and child.dep in ("aux", "auxpass", "neg") and verb - child.i <= 6
        if near and all(a.tokens[k].pos in ("AUX", "ADV", "PART", "VERB") for k in range(child.i, verb)):
            first = child.i
    while (
        first > 0 and first == verb and a.tokens[first - 1].text in ("'ve", "'s") and a.tokens[first - 1].head == verb
    ):
        first -= 1
    if a.tokens[first].tag == "TO" and first < verb:
        first += 1
        while first < verb and a.tokens[first].pos in ("ADV", "PART"):
            first += 1
    last = verb + 1
    for child in a.children(verb):
        if child.dep == "prt" and child.i == verb + 1:
            last = child.i + 1
    return first, last


def subject_of(a: Annotated, verb: int) -> Token | None:
    """The verb's own subject, else the one it shares with the verb it is joined to or depends on."""
    at, seen = verb, 0
    while seen < 4:
        subjects = [child for child in a.children(at) if child.dep in SUBJECTS]
        if subjects:
            before = [child for child in subjects if child.i < at]
            return before[-1] if before else subjects[0]
        token = a.tokens[at]
        if token.dep not in ("conj", "xcomp", "advcl", "acl", "dep") or token.head == at:
            return None
        if token.dep == "acl":
            return a.tokens[token.head]
        at, seen = token.head, seen + 1
    return None


def has_child(a: Annotated, i: int, *deps: str) -> bool:
    """A child with one of the labels hangs on the token."""
    return any(child.dep in deps for child in a.children(i))


def child(a: Annotated, i: int, *deps: str) -> Token | None:
    """The first child with one of the labels."""
    for below in a.children(i):
        if below.dep in deps:
            return below
    return None


def trim_tokens(a: Annotated, first: int, last: int, *, keep_marks: bool = True) -> tuple[int, int]:
    """The stretch without commas, dashes, stops and white space at its edges (quotation marks stay)."""

    def edge(i: int) -> bool:
        token = a.tokens[i]
        if token.pos == "SPACE" or not token.text.strip():
            return True
        if token.text[0] in MARKS:
            return not keep_marks
        return token.pos == "PUNCT" and token.text not in ("(", ")", "[", "]", "?", "!", "%")

    while first < last and edge(first):
        first += 1
    while last > first and edge(last - 1):
        last -= 1
    return first, last


def body_start(a: Annotated, sentence: Sentence) -> int:
    """The sentence's first token after a headline, byline and dateline ("... AFP Friday 23 Aug 2013 A bomb ...")."""
    clock = CLOCK.match(a.text, sentence.span.start, sentence.span.end)
    after = a.token_at(clock.end()) if clock else None
    if after is not None and sentence.first < after < sentence.last - 2:
        return after
    if sentence.first > 120:
        return sentence.first
    offset = sentence.span.start
    head = a.text[offset : min(sentence.span.end, offset + 420)]
    best = 0
    for match in DATELINE.finditer(head):
        best = match.end()
    tags = TAGS.search(head)
    best = max(best, tags.end()) if tags else best
    at = a.token_at(offset + best) if best else None
    if at is None or at + 3 >= sentence.last or at <= sentence.first:
        return sentence.first
    start = at if a.tokens[at].start >= offset + best else at + 1
    return start if a.tokens[start].text[:1].isupper() or a.tokens[start].text[0] in MARKS else sentence.first


def stops(a: Annotated, sentence: Sentence) -> bool:
    """The sentence ends in a full stop, question or exclamation mark, or a quotation mark after one."""
    last = sentence.last - 1
    while last > sentence.first and (
        a.tokens[last].pos == "SPACE" or a.tokens[last].text[0] in MARKS or a.tokens[last].text in ")]"
    ):
        last -= 1
    return a.tokens[last].text[-1:] in TERMINAL


def span_between(a: Annotated, first: int, last: int) -> tuple[Span, ...]:
    """The stretch as a span, trimmed; nothing where no word is left."""
    first, last = trim_tokens(a, first, last)
    if first >= last or not any(t.text[0].isalnum() for t in a.tokens[first:last]):
        return ()
    return (a.span_of(first, last),)
