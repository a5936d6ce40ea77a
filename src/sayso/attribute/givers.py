"""Givers of numbers in set phrases: "by the agency's latest count", "as the clinic tells us", "(NEMA)"."""

import re
from collections.abc import Iterable
from functools import cache

from sayso.attribute.content import fitted
from sayso.attribute.found import Found
from sayso.attribute.grammar import Phrase, body_start, noun_phrase, span_between
from sayso.attribute.outlets import is_own_outlet
from sayso.attribute.quotes import Quotes
from sayso.attribute.reckoning import end_of_account, is_number
from sayso.attribute.vocabulary import words
from sayso.knowledge.vocabulary import word_list
from sayso.model import Act, Annotated, Sentence, Span

LONGEST = 9
"""Tokens of a giver."""
BESIDE = 3
"""Tokens before a giver in brackets among which its number stands."""
CLAUSE = frozenset({"where", "when", "that", "and", "but", "while", "which", "whom", "because"})
"""Words behind which a phrase opens a clause ("where, by his count, nine ...")."""
HALF = 8
"""Tokens of the first half of a statement ("The raid has, by the mayor's account, cost nine lives")."""
AT_START = 4
"""Tokens before a phrase that opens its sentence ("• By the ministry's count")."""


def given_by_phrase(a: Annotated, quotes: Quotes, sentence: Sentence) -> list[Found]:
    """All of them in one sentence that states a number."""
    if not any(is_number(t) for t in a.tokens_of(sentence)):
        return []
    found: list[Found] = []
    floor = sentence.first
    for match in sorted(_matches(a, sentence), key=lambda m: m.start()):
        if quotes.at(match.start()) is None and (one := _one(a, quotes, sentence, match, floor)) is not None:
            found.append(one)
            floor = _behind(a, one.speakers[-1].last)
    return found


def _behind(a: Annotated, at: int) -> int:
    """The token behind a giver, past a closing bracket and what joins the next one."""
    while at < len(a.tokens) and (a.tokens[at].pos == "PUNCT" or a.tokens[at].lower in ("or", "and", "but")):
        at += 1
    return at


def _matches(a: Annotated, sentence: Sentence) -> list[re.Match[str]]:
    area = a.text[: sentence.span.end]
    return [m for pattern in _patterns() for m in pattern.finditer(area, sentence.span.start)]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    phrases = [re.compile(one, re.IGNORECASE) for one in word_list("accounts", "given")]
    return (*phrases, *(re.compile(one) for one in word_list("accounts", "bracketed")))


def _one(a: Annotated, quotes: Quotes, sentence: Sentence, match: re.Match[str], floor: int) -> Found | None:
    """The giver of a phrase; `floor`: the token behind the giver before it, whose numbers are his."""
    groups = match.groupdict()
    name = "its" if groups.get("its") else "who"
    inside = a.tokens_in(Span(match.start(name), match.end(name)))
    if not inside or len(inside) > LONGEST or inside[0].sentence != sentence.i:
        return None
    speaker = giver_in(a, inside[0].i, inside[-1].i + 1)
    if speaker is None or is_own_outlet(a, a.span_of(speaker.first, speaker.last).of(a.text)):
        return None
    first, last = a.tokens_in(Span(match.start(), match.end()))[0].i, inside[-1].i + 1
    start = body_start(a, sentence)
    before = span_between(a, max(floor, _clause_start(a, start, first)), first)
    if "beside" in groups and not _ends_in_number(a, before):
        return None
    opens = first - start < AT_START or "after" in groups or a.tokens[first - 1].lower in CLAUSE
    ends = a.tokens_in(Span(match.start(), match.end()))[-1].i + 1
    after = span_between(a, ends, end_of_account(a, sentence, ends))
    around = not opens and "beside" not in groups and not _numbers(a, before)
    if around and sum(len(a.tokens_in(s)) for s in before) > HALF:
        before = ()
    content = fitted(a, quotes, first, after if opens else (*before, *after) if around else before)
    cue = Span(match.start(), a.tokens[speaker.first].start).trimmed(a.text, " ,(")
    if not content or not _numbers(a, content):
        return None
    shown = cue if len(cue) else a.span_of(first, last)
    reason = "A set phrase that names who gives a number."
    return Found(Act.SAYS, reason, [shown], [speaker], content, sure=True)


def _numbers(a: Annotated, spans: Iterable[Span]) -> bool:
    return any(is_number(t) for s in spans for t in a.tokens_in(s))


def _ends_in_number(a: Annotated, spans: Iterable[Span]) -> bool:
    """A number stands right before the phrase, or its noun alone between them."""
    tokens = [t for s in spans for t in a.tokens_in(s)]
    return any(is_number(t) for t in tokens[-BESIDE:])


def _clause_start(a: Annotated, start: int, end: int) -> int:
    """The token after the last semicolon before the phrase."""
    return next((t.i + 1 for t in reversed(a.tokens[start:end]) if t.text == ";"), start)


def giver_in(a: Annotated, first: int, last: int) -> Phrase | None:
    """The noun phrase inside the words that can give numbers; None where they name nobody."""
    while first < last and a.tokens[first].pos in ("PUNCT", "SPACE", "ADP", "SCONJ"):
        first += 1
    if first >= last:
        return None
    tokens = a.tokens[first:last]
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[1:]) or tokens[-1].text == "'s":
        tokens = tuple(
            t for t in tokens if t.i < next((x.i for x in tokens[1:] if x.tag in ("VBD", "VBZ", "VBP", "MD")), last)
        )
    heads = [t for t in tokens if t.pos in ("NOUN", "PROPN", "PRON") or t.tag == "PRP$"]
    head = next((t for t in heads if not first <= t.head < last or t.head == t.i), heads[-1] if heads else None)
    if head is not None and not _can_give(a, head.i):
        bodies = words()["bodies"] | words()["body_names"]
        head = heads[-1] if heads[-1].lower in bodies and _can_give(a, heads[-1].i) else None
    if head is None:
        return None
    whole = noun_phrase(a, head.i)
    return Phrase(max(first, whole.first), max(min(whole.last, last), head.i + 1), head.i)


def _can_give(a: Annotated, i: int) -> bool:
    token, lists = a.tokens[i], words()
    if token.tag == "PRP$" or token.pos == "PRON":
        return token.lower in ("its", "his", "her", "their", "he", "she", "they", "it")
    label = next((n.label for n in a.names if n.first <= i < n.last), "")
    if token.pos == "PROPN" and token.lower not in lists["bodies"]:
        return label not in ("DATE", "TIME", "EVENT", "GPE", "LOC", "FAC")
    kept = {*word_list("accounts", "keepers"), *word_list("accounts", "finders")}
    named = token.lower in kept or any(
        token.lemma in lists[k] or token.lower in lists[k]
        for k in ("people", "bodies", "unnamed", "body_names", "headline_sources")
    )
    return named and token.lower not in lists["no_sources"]
