"""Quotations by dependency rules, in the manner of the Gender Gap Tracker.

Written from the published description: Asr, Mazraeh, Lopes, Gautam, Gonzales, Rao, Taboada (2021), "The Gender Gap
Tracker: Using Natural Language Processing to measure gender bias in media", PLOS ONE 16(1) e0245533. Three kinds of
quotation, in this order: syntactic ones (the clausal complement of a verb of saying, with its subject; and "according
to"), floating ones (a quotation that stands alone after one whose speaker is known) and heuristic ones (quotation marks
with a verb of saying close by). What that system does afterwards (names to genders, coreference) is not in here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from sayso.model import Act, Annotated, Attribution, AttributionId, Sentence, Span, Token, digest

MIN_WORDS = 6
"""A shorter quotation is taken for a title or for scare quotes."""
NEAR = 5
"""Tokens between a quotation and a verb of saying that it may belong to."""
SUBJECTS = ("nsubj", "nsubjpass")
MARKS = frozenset('"“”«»')


@dataclass(frozen=True)
class Quotation:
    """Who (if anybody is named), by which words, says what."""

    speaker: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class GenderGapExtractor:
    """An attributor by dependency rules alone."""

    version = "dependency rules in the manner of the Gender Gap Tracker"

    def attribute(self, annotated: Iterable[Annotated]) -> Iterator[tuple[Attribution, ...]]:
        """One tuple for each report, in the same order."""
        for a in annotated:
            quotations = sorted(_quotations(a), key=lambda quotation: quotation.content[0].start)
            yield tuple(_attribution(a, quotation) for quotation in quotations)


def _quotations(a: Annotated) -> list[Quotation]:
    found: list[Quotation] = []
    for sentence in a.sentences:
        found += _syntactic(a, sentence)
        found += _according(a, sentence)
    marked = _marked(a)
    found = _with_floating(a, marked, found)
    return [*found, *_heuristic(a, marked, found)]


def _syntactic(a: Annotated, sentence: Sentence) -> Iterator[Quotation]:
    """The clausal complement of a verb of saying that has a subject."""
    for clause in a.tokens_of(sentence):
        verb = a.tokens[clause.head]
        if clause.dep != "ccomp" or verb.lemma not in quote_verbs() or verb.i == clause.i:
            continue
        subject = next((child for child in a.children(verb.i) if child.dep in SUBJECTS), None)
        content = _clause(a, clause, verb)
        if subject is not None and content is not None and len(a.tokens_in(content)) >= MIN_WORDS:
            yield Quotation(_noun_phrase(a, subject), verb.span, (content,))


def _clause(a: Annotated, clause: Token, verb: Token) -> Span | None:
    """The clause (its "that" with it) without the verb that governs it and without stops at its edges."""
    first, last = a.subtree(clause.i)
    if first <= verb.i < last:
        first, last = (first, verb.i) if clause.i < verb.i else (verb.i + 1, last)
    while first < last and a.tokens[first].text in (",", ":"):
        first += 1
    while first < last and a.tokens[last - 1].text in (",", "."):
        last -= 1
    if first >= last:
        return None
    return _with_marks(a, a.span_of(first, last), first, last)


def _with_marks(a: Annotated, span: Span, first: int, last: int) -> Span:
    """The span with quotation marks that stand next to it."""
    start, end = span.start, span.end
    if first > 0 and a.tokens[first - 1].text in MARKS:
        start = a.tokens[first - 1].start
    after = last + (last < len(a.tokens) and a.tokens[last].text in (",", "."))
    if after < len(a.tokens) and a.tokens[after].text in MARKS and start < span.start:
        end = a.tokens[after].end
    return Span(start, end)


def _noun_phrase(a: Annotated, head: Token) -> Span:
    """The whole subtree of a noun, without a comma at its end."""
    first, last = a.subtree(head.i)
    while last > first + 1 and a.tokens[last - 1].text in (",", "-", "–", "—"):
        last -= 1
    return a.span_of(first, last)


def _according(a: Annotated, sentence: Sentence) -> Iterator[Quotation]:
    """ "According to" somebody: the rest of the sentence is what is said."""
    tokens = a.tokens_of(sentence)
    for according, to in pairwise(tokens):
        if (according.lower, to.lower) != ("according", "to"):
            continue
        name = next((child for child in a.children(to.i) if child.dep == "pobj"), None)
        if name is None:
            continue
        speaker, cue = _noun_phrase(a, name), Span(according.start, to.end)
        after = a.token_at(speaker.end - 1)
        before = (sentence.first, according.i)
        rest = ((after or to.i) + 1, sentence.last)
        first, last = before if before[1] - before[0] >= MIN_WORDS else rest
        content = _trimmed(a, first, last)
        if content is not None and len(a.tokens_in(content)) >= MIN_WORDS:
            yield Quotation(speaker, cue, (content,))


def _trimmed(a: Annotated, first: int, last: int) -> Span | None:
    while first < last and a.tokens[first].text in (",", ":", ";"):
        first += 1
    while first < last and a.tokens[last - 1].text in (",", "."):
        last -= 1
    return a.span_of(first, last) if first < last else None


def _marked(a: Annotated) -> list[Span]:
    """Words between quotation marks, marks included, inside one block; a mark without a partner is passed over."""
    found: list[Span] = []
    opened: Token | None = None
    for token in a.tokens:
        if token.text not in MARKS:
            continue
        if opened is None or a.sentences[opened.sentence].block is not a.sentences[token.sentence].block:
            opened = token
            continue
        if token.i - opened.i - 1 >= MIN_WORDS:
            found.append(Span(opened.start, token.end))
        opened = None
    return found


def _heuristic(a: Annotated, marked: list[Span], found: list[Quotation]) -> Iterator[Quotation]:
    """Quotation marks with a verb of saying and its subject close by, where no rule has found the words yet."""
    for quote in marked:
        if any(_overlap(quote, content) for quotation in found for content in quotation.content):
            continue
        inside = a.tokens_in(quote)
        first, last = inside[0].i, inside[-1].i
        near = [*a.tokens[last + 1 : last + 1 + NEAR], *reversed(a.tokens[max(0, first - NEAR) : first])]
        for verb in near:
            subject = next((child for child in a.children(verb.i) if child.dep in SUBJECTS), None)
            if verb.lemma in quote_verbs() and verb.pos == "VERB" and subject is not None:
                yield Quotation(_noun_phrase(a, subject), verb.span, (quote,))
                break


def _with_floating(a: Annotated, marked: list[Span], found: list[Quotation]) -> list[Quotation]:
    """A marked sentence without a verb of saying goes on with the quotation before it."""
    for quote in marked:
        if any(_overlap(quote, content) for quotation in found for content in quotation.content):
            continue
        before = [q for q in found if _end(q) <= quote.start and not a.text[_end(q) : quote.start].strip(" .,\n")]
        if before:
            last = max(before, key=_end)
            found[found.index(last)] = Quotation(last.speaker, last.cue, (*last.content, quote))
    return found


def _end(quotation: Quotation) -> int:
    spans = [*quotation.content, quotation.speaker, quotation.cue]
    return max(span.end for span in spans if span is not None)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _attribution(a: Annotated, quotation: Quotation) -> Attribution:
    key = ",".join(f"{span.start}-{span.end}" for span in (quotation.cue, *quotation.content) if span is not None)
    name = quotation.speaker.of(a.text) if quotation.speaker else None
    return Attribution(
        id=AttributionId(digest("gender gap", a.report.id, key)),
        report=a.report.id,
        act=Act.SAYS,
        speaker=(quotation.speaker,) if quotation.speaker else (),
        cue=(quotation.cue,) if quotation.cue else (),
        content=quotation.content,
        origin=(),
        relay=(),
        speaker_name=name,
        origin_name=None,
        relay_name=None,
        chain=(name,) if name else (),
        reason="Dependency rules.",
    )


@cache
def quote_verbs() -> frozenset[str]:
    """Verbs of saying, as lemmas."""
    with (Path(__file__).parent / "quote_verbs.yaml").open(encoding="utf-8") as lines:
        read: dict[str, str] = yaml.safe_load(lines)
    return frozenset(read["verbs"].split())
