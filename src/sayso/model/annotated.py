"""Annotated: a report with its tokens, sentences and names, as plain values that no engine owns."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from sayso.model.ids import ReportId
from sayso.model.report import Block, Report
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its part of speech and its place in the dependency tree."""

    i: int
    start: int
    """Offset in the report's text, code points."""
    end: int
    text: str
    lemma: str
    """Lower-cased base form."""
    pos: str
    """Universal part of speech (NOUN, VERB, PROPN ...)."""
    tag: str
    """Penn Treebank tag (NNS, VBD ...)."""
    dep: str
    """ClearNLP dependency label (nsubj, ccomp, prep ...)."""
    head: int
    """Index of the head token in the report; its own index for the root of a sentence."""
    sentence: int
    """Index of the sentence in the report."""

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens, first to last exclusive, inside one block."""

    i: int
    first: int
    last: int
    """Index after the last token."""
    span: Span
    block: Block


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as the annotator tagged it."""

    span: Span
    label: str
    """OntoNotes label: PERSON, ORG, GPE, LOC, NORP, FAC, DATE, TIME, CARDINAL ..."""
    first: int
    last: int
    """Token indices, last exclusive."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a report names, as the annotator tagged it: victims, officials and bystanders alike."""

    report: ReportId
    name: str
    """As written, on one line."""
    span: Span


@dataclass(frozen=True)
class Annotated:
    """A report with tokens, sentences and names; offsets are those of the report's text."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = field(default=())

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def _below(self) -> tuple[tuple[Token, ...], ...]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token)
        return tuple(tuple(below) for below in children)

    @cached_property
    def _edges(self) -> tuple[tuple[int, int], ...]:
        """Leftmost token and the index after the rightmost token of each token's subtree."""
        left = list(range(len(self.tokens)))
        right = [i + 1 for i in left]
        for sentence in self.sentences:
            order: list[int] = []
            stack = [t.i for t in self.tokens_of(sentence) if t.head == t.i]
            while stack:
                i = stack.pop()
                order.append(i)
                stack.extend(child.i for child in self._below[i])
            for i in reversed(order):
                head = self.tokens[i].head
                if left[i] < left[head]:
                    left[head] = left[i]
                if right[i] > right[head]:
                    right[head] = right[i]
        return tuple(zip(left, right, strict=True))

    @property
    def text(self) -> str:
        return self.report.text

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who is named, in order of the text."""
        persons = (name.span for name in self.names if name.label == "PERSON")
        return tuple(Person(self.report.id, " ".join(span.of(self.text).split()), span) for span in persons)

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The sentence's tokens in order."""
        return self.tokens[sentence.first : sentence.last]

    def children(self, i: int) -> tuple[Token, ...]:
        """The tokens that hang directly on token `i`, in order."""
        return self._below[i]

    def subtree(self, i: int) -> tuple[int, int]:
        """Token indices of the leftmost and, exclusive, rightmost token of the subtree under `i`."""
        return self._edges[i]

    def span_of(self, first: int, last: int) -> Span:
        """The span from token `first` up to, not including, token `last`; raises ValueError where it is empty."""
        if first >= last:
            raise ValueError(f"No token lies between {first} and {last}.")
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def subtree_span(self, i: int) -> Span:
        """The span of the whole subtree under token `i`."""
        return self.span_of(*self.subtree(i))

    def token_at(self, offset: int) -> int | None:
        """Index of the token that covers or, between tokens, precedes the offset; None before the first token."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 else None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that share at least one character with the span."""
        at = bisect_right(self._starts, span.start) - 1
        found = []
        for token in self.tokens[max(at, 0) :]:
            if token.start >= span.end:
                break
            if token.end > span.start:
                found.append(token)
        return tuple(found)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence around an offset; None where the offset lies outside all tokens' sentences."""
        at = self.token_at(offset)
        return None if at is None else self.sentences[self.tokens[at].sentence]
