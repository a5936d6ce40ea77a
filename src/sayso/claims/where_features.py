"""What speaks for and against a place as the place of a harm, as named features of a mention."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from sayso.claims.where_candidates import BACK, Candidate, Candidates
from sayso.claims.where_names import RANK
from sayso.claims.where_nowhere import Nowhere
from sayso.claims.where_report import ReportPlaces
from sayso.claims.where_sentences import ReportSentences
from sayso.claims.where_told import LEAD, Asked, rank_of, step
from sayso.claims.where_words import naming
from sayso.knowledge.patterns import word_pattern
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Annotated, Attribution, EventKind, Span

_NEAR = 40
_FAR = 120


@dataclass(frozen=True, slots=True)
class _Aside:
    """How a mention stands by the way, by the words before it."""

    care: bool
    """Victims are treated there ..."""
    hit: bool
    """... though the words say that it was hit."""
    seat: bool
    """People speak there."""
    fronted: bool
    """It opens its sentence."""


@dataclass
class PlaceFeatures:
    """Features of the mentions of one report."""

    annotated: Annotated
    candidates: Candidates
    attributions: tuple[Attribution, ...]
    _still: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _own: dict[int, bool] = field(default_factory=dict)
    _aside: dict[int, _Aside] = field(default_factory=dict)
    report: ReportPlaces = field(init=False)
    nowhere: Nowhere = field(init=False)
    _sentences: ReportSentences = field(init=False)

    def __post_init__(self) -> None:
        self.report = ReportPlaces(self.annotated, self.candidates)
        self._sentences = ReportSentences(self.annotated)
        self.nowhere = Nowhere(self.annotated, self.candidates, self.report, self._sentences)

    def of(self, candidate: Candidate, asked: Asked) -> tuple[str, ...]:
        """Names of the features that hold, whatever stood before."""
        own = self.has_own(asked)
        found = [*self._standing(candidate), *self._distance(candidate, asked, own)]
        if candidate.sentence == asked.sentence.i:
            found += self._beside(candidate, asked)
        else:
            found += self._elsewhere(candidate, asked, own)
        found += self._unnamed(candidate, asked)
        if candidate.named.common:
            found += self._without_name(candidate, own=own)
        kind = "cumulative" if asked.event is EventKind.CUMULATIVE else "one"
        found.append(f"rank={rank_of(candidate)} & {kind}")
        found.append(f"rank={rank_of(candidate)} & same={candidate.sentence == asked.sentence.i} & {kind}")
        found += self._by_the_way(candidate, asked, own)
        found += self.report.of(candidate, asked, own=own)
        return tuple(found)

    def _without_name(self, candidate: Candidate, *, own: bool) -> Iterator[str]:
        """How words that are no name stand for a place."""
        article, *_, kind = candidate.named.place.words.lower().split()
        yield f"no name & own={own}"
        yield f"no name & article={article if article in ('the', 'a', 'an') else 'other'}"
        yield f"no name & own={own} & rank={rank_of(candidate)}"
        yield f"no name & kind={kind}"

    def _by_the_way(self, candidate: Candidate, asked: Asked, own: bool) -> Iterator[str]:
        """Places where victims are treated, people speak, or the report is written; places that open a sentence."""
        away = candidate.sentence - asked.sentence.i
        aside = self._stands_aside(candidate)
        if aside.care:
            yield "a place of care"
            yield f"a place of care & here={not away}"
            yield f"a place of care & hit={aside.hit}"
        if aside.seat:
            yield "a place of those who speak"
            yield f"a place of those who speak & here={not away}"
        if candidate.named.span.end <= self._head:
            yield "the dateline"
            yield f"the dateline & own={own}"
        if aside.fronted:
            yield "opens its sentence"
            yield f"opens its sentence & away={step(away)}"

    def _stands_aside(self, candidate: Candidate) -> _Aside:
        """What the words before it make of it, whatever is asked."""
        key = id(candidate)
        if key not in self._aside:
            text, sentence = self.annotated.text, self.annotated.sentences[candidate.sentence]
            start = candidate.named.extent.start
            before = text[max(sentence.span.start, start - 70) : start]
            words = candidate.named.place.words
            self._aside[key] = _Aside(
                care=_holds("care", words) or _holds("care_before", before),
                hit=_holds("hit", before) and not _holds("died_in", before),
                seat=_holds("seat", before),
                fronted=_pattern("fronted").fullmatch(text[sentence.span.start : start]) is not None,
            )
        return self._aside[key]

    @cached_property
    def _head(self) -> int:
        """Where the dateline ends."""
        head = naming("report_head").match(self.annotated.text)
        return head.end() if head else 0

    def _standing(self, candidate: Candidate) -> tuple[str, ...]:
        """What holds whatever is asked."""
        key = id(candidate)
        if key not in self._still:
            self._still[key] = tuple(self._of_mention(candidate))
        return self._still[key]

    def _of_mention(self, candidate: Candidate) -> Iterator[str]:
        named, text = candidate.named, self.annotated.text
        sentence = self.annotated.sentences[candidate.sentence]
        before = text[max(sentence.span.start, named.extent.start - 60) : named.extent.start]
        yield f"rank={rank_of(candidate)}"
        yield f"sure={named.sure}"
        yield f"known={named.place.name is not None}"
        if candidate.adjective:
            yield "adjective"
        if named.bare:
            yield "nothing is put in it"
        elif named.common:
            yield "no name"
        elif named.faint:
            yield "faint"
            yield f"faint & known={named.place.name is not None}"
        elif named.told:
            yield "told"
        if candidate.holds:
            yield "holds another"
        if candidate.lies_in:
            yield "lies in another"
        if _pattern("origin").search(before):
            yield "origin word before"
        if _pattern("hit").search(before):
            yield "hit word before"
        if _pattern("other_deed").match(sentence.span.of(text)):
            yield "in a sentence that turns to another deed"
        word = re.search(r"([\w-]+)(?: the)? $", before)
        preposition = word[1].lower() if word else "none"
        yield f"after={preposition if preposition in _prepositions() else 'other'}"
        yield from self._of_name(candidate)
        if candidate.sentence == 0 and named.span.start < 3:
            yield "opens the report"

    def _of_name(self, candidate: Candidate) -> Iterator[str]:
        """What holds of all mentions of the place."""
        text = self.annotated.text
        count = self.candidates.counts[candidate.key]
        yield f"mentions={min(count, 5)}"
        total = max(self.candidates.counts.values(), default=1)
        if count == total:
            yield "most mentioned"
        firsts = {c.key for i in range(LEAD + 1) for c in self.candidates.at(i)}
        if candidate.key in firsts:
            yield "named in the lead"
        if any(c.key == candidate.key for c in self.candidates.at(0)):
            yield "named in the headline"
        if any(
            c.key == candidate.key
            and _pattern("hit").search(text[max(0, c.named.extent.start - 60) : c.named.extent.start])
            for c in self.candidates.all()
        ):
            yield "hit somewhere"

    def _distance(self, candidate: Candidate, asked: Asked, own: bool) -> Iterator[str]:
        away = candidate.sentence - asked.sentence.i
        far = step(away)
        yield f"away={far}"
        yield f"away={far} & own={own}"
        yield f"away={far} & rank={rank_of(candidate)}"
        if asked.sentence.i <= 1:
            yield f"asked of the headline & away={far}"
        if asked.event in (EventKind.CUMULATIVE, EventKind.OTHER):
            yield f"away={far} & {asked.event.value}"

    def has_own(self, asked: Asked) -> bool:
        """The harm's sentence names a place narrower than a country."""
        at = asked.sentence.i
        if at not in self._own:
            self._own[at] = any(
                c.named.rank < RANK["country"] and not c.adjective and not c.named.told for c in self.candidates.at(at)
            )
        return self._own[at]

    def _beside(self, candidate: Candidate, asked: Asked) -> Iterator[str]:
        """In the sentence of the harm."""
        tokens = self.annotated.tokens
        trigger = tokens[asked.harm.trigger].span
        span = candidate.named.extent
        yield "after the harm" if span.start > trigger.start else "before the harm"
        yield "after the figure" if span.start > asked.counted.span.start else "before the figure"
        near = min(span.distance(trigger), span.distance(asked.counted.span))
        yield f"letters={0 if near < 12 else 1 if near < _NEAR else 2 if near < 80 else 3 if near < _FAR else 4}"
        others = [c for c in self.candidates.at(asked.sentence.i) if not c.adjective]
        if others:
            nearest = min(
                min(c.named.extent.distance(trigger), c.named.extent.distance(asked.counted.span)) for c in others
            )
            if nearest == near:
                yield "nearest"
            if rank_of(candidate) == min(map(rank_of, others)):
                yield "finest of the sentence"
            if len({c.key for c in others}) == 1:
                yield "only one of the sentence"
            after = [c for c in others if c.named.span.start > trigger.start]
            if after and after[0] is candidate:
                yield "first after the harm"
        yield from self._path(candidate, asked)
        if self._is_outside(candidate.named.span, asked.counted.span):
            yield "outside the words told"
        yield from self._between(span, asked)

    def _between(self, span: Span, asked: Asked) -> Iterator[str]:
        """What parts the place from the figure."""
        start = min(span.end, asked.counted.span.end)
        between = Span(start, max(start, span.start, asked.counted.span.start))
        figures = sum(t.pos == "NUM" for t in self.annotated.tokens_in(between)) if between.end > between.start else 0
        if figures > 1:
            yield "another number between"
        if any(
            t.lower in ("while", "meanwhile", "whereas", ";", "and") and t.pos in ("SCONJ", "CCONJ", "PUNCT")
            for t in self.annotated.tokens_in(between)
        ):
            yield "a joint between"

    def _path(self, candidate: Candidate, asked: Asked) -> Iterator[str]:
        """How the grammar ties the place to the words of harm."""
        tokens = self.annotated.tokens
        at = self.annotated.token_at(max(candidate.named.span.start, candidate.named.span.end - 1))
        if at is None:
            return
        up = self._above(at)
        harm = self._above(asked.harm.trigger)
        meet = next((i for i in up if i in harm), None)
        if meet is None:
            yield "no tie"
            return
        mine = sum(tokens[i].pos in ("VERB", "AUX") for i in up[: up.index(meet)])
        theirs = sum(tokens[i].pos in ("VERB", "AUX") for i in harm[: harm.index(meet)])
        yield f"tie={min(mine, 2)}/{min(theirs, 2)}"
        if meet == asked.harm.trigger:
            yield "under the harm"
        if any(asked.counted.first <= i < asked.counted.last for i in up):
            yield "under the figure"
        if any(tokens[i].dep == "nsubj" for i in up[: up.index(meet)]):
            yield "inside a subject"
        if any(tokens[i].dep == "dobj" for i in up[: up.index(meet)]):
            yield "inside an object"
        if any(tokens[i].dep in ("relcl", "acl") for i in up[: up.index(meet)]):
            yield "inside a relative clause"

    def _above(self, i: int) -> list[int]:
        tokens = self.annotated.tokens
        chain = [i]
        while tokens[chain[-1]].head != chain[-1] and len(chain) < 40:
            chain.append(tokens[chain[-1]].head)
        return chain

    def _is_outside(self, place: Span, figure: Span) -> bool:
        """The figure stands in what somebody says, the place does not."""
        holding = [a for a in self.attributions if any(c.covers(figure) for c in a.content)]
        return bool(holding) and not any(c.overlaps(place) for a in holding for c in a.content)

    def _elsewhere(self, candidate: Candidate, asked: Asked, own: bool) -> Iterator[str]:
        """In another sentence than the harm."""
        listed = self.annotated.sentences
        there, here = listed[candidate.sentence], asked.sentence
        if there.block == here.block:
            yield "same paragraph"
        first, last = sorted((there.i, here.i))
        if any(self._sentences.of(s).turns for s in listed[first + 1 : last + 1]):
            yield f"another deed between & own={own}"
        back = "after" if there.i > here.i else "before"
        yield from self._retold(candidate, asked, own)
        mine = self.candidates.at(here.i)
        if any(c.key in candidate.lies_in for c in mine):
            yield f"lies in a place of the harm's sentence & {back}"
        if any(c.key == candidate.key for c in mine):
            yield "also in the harm's sentence"
        nearer = [
            c
            for i in range(max(first + 1, last - BACK), last)
            for c in self.candidates.at(i)
            if c.named.rank < RANK["country"] and not c.named.told
        ]
        if not nearer and not own:
            yield f"no place nearer & {back}"

    def _retold(self, candidate: Candidate, asked: Asked, own: bool) -> Iterator[str]:
        """What the two sentences have in common, and how the place stands in its own."""
        there, here = self.annotated.sentences[candidate.sentence], asked.sentence
        words, theirs = self._sentences.of(here), self._sentences.of(there)
        back = "after" if there.i > here.i else "before"
        if words.tells_again:
            yield f"the deed is told of again & {back}"
        for kind in words.kinds_again:
            width = _widths().get(kind)
            if width is not None and there.i < here.i:
                fits = abs(rank_of(candidate) - width) <= (0 if width in (4, 6) else 1)
                yield f"the kind is named again & fits={fits}"
                if kind in candidate.named.place.words.lower():
                    yield "the very kind is named again"
        if theirs.numbers & self._numbers(asked):
            yield f"the number is told there too & own={own}"
        elif theirs.numbers:
            yield "other numbers there"
        if words.days and theirs.days:
            yield f"the day is the same={bool(words.days & theirs.days)}"
        beside = [c for c in self.candidates.at(there.i) if not c.adjective]
        if beside and rank_of(candidate) == min(map(rank_of, beside)):
            yield "finest of its sentence"
        if beside and beside[0].key == candidate.key:
            yield "first of its sentence"
        if beside and beside[-1].key == candidate.key:
            yield "last of its sentence"

    def _unnamed(self, candidate: Candidate, asked: Asked) -> Iterator[str]:
        """The harm's sentence speaks of a place without its name ("a village"), or of several."""
        words = self._sentences.of(asked.sentence)
        kinds = words.unnamed_kinds
        away = candidate.sentence - asked.sentence.i
        far = step(away)
        rank = rank_of(candidate)
        mine = [rank_of(c) for c in self.candidates.at(asked.sentence.i) if not c.adjective and not c.named.told]
        finer = "finer" if not mine or rank < min(mine) else "same" if rank == min(mine) else "wider"
        yield f"{finer} than the sentence's own & away={far}"
        if kinds:
            fits = any(_fits(kind, rank) for kind in kinds)
            yield f"a place is left unnamed & away={far}"
            yield f"a place is left unnamed & fits={fits} & away={far}"
            yield f"a place is left unnamed & fits={fits} & {finer}"
            told = candidate.named.place.words.lower()
            if any(kind in told for kind in kinds):
                yield f"the unnamed kind & here={away == 0}"
        elif words.means_several:
            yield f"several places are meant & {finer} & here={away == 0}"
        else:
            yield f"no place is left unnamed & {finer} & away={far}"
        if away:
            there = {c.key for c in self.candidates.at(candidate.sentence) if rank_of(c) <= rank and not c.adjective}
            yield f"places there={min(len(there), 4)} & {finer}"

    def _numbers(self, asked: Asked) -> set[str]:
        return {t.lower for t in self.annotated.tokens[asked.counted.first : asked.counted.last] if t.pos == "NUM"}


def _pattern(key: str) -> re.Pattern[str]:
    return word_pattern("places_patterns", key)


def _holds(key: str, words: str) -> bool:
    return _pattern(key).search(words) is not None


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(word_list("places_names", "prepositions"))


@cache
def _widths() -> dict[str, int]:
    """How wide the kinds of places are, as ranks."""
    widths = load_vocabulary("places_names").get("widths")
    return {str(kind): int(str(rank)) for kind, rank in widths.items()} if isinstance(widths, dict) else {}


def _fits(kind: str, rank: int) -> bool:
    width = _widths().get(kind, 0)
    return abs(rank - width) <= 1 if width else rank <= 2
