"""The places of a report among which the place of a harm is chosen: every mention, with the run that it stands in."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sayso.claims.where_chains import chains
from sayso.claims.where_names import RANK, Named, NamedPlaces
from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.place_names import fold
from sayso.model import Annotated, Attribution, EventKind, Place, Sentence, Span

LEAD, BACK, AHEAD = 3, 40, 15
"""Sentences of the lead, and before and after a figure, whose places may be its own: a long report costs no more."""
_LONGEST = 80
"""Characters of a run of places that is taken as one: longer ones are sentences."""
_PEOPLE_WORD = re.compile(r"\b(?!The\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:['’]s)?\b(?!-)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One mention of a place."""

    named: Named
    sentence: int
    key: str
    """The name in one spelling: mentions of one place share it."""
    holds: tuple[str, ...] = ()
    """Keys of the places that lie in it, by the run it stands in."""
    lies_in: tuple[str, ...] = ()
    """Keys of the places around it, by the run it stands in."""
    adjective: bool = False
    """A country that the sentence names by the word for its people only."""
    foreign: bool = False
    """A country in which no word puts anything, and that the report is not about: open to its own sentence only."""


@dataclass
class Candidates:
    """All mentions of places in one report."""

    annotated: Annotated
    names: NamedPlaces
    _all: tuple[Candidate, ...] | None = None
    _foreign: tuple[Candidate, ...] = ()
    _by_sentence: dict[int, list[Candidate]] = field(default_factory=dict)
    _unnamed: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def all(self) -> tuple[Candidate, ...]:
        """In order of position."""
        if self._all is None:
            listed = self._set_apart(tuple(c for s in self.annotated.sentences for c in self._of(s)))
            self._all = tuple(c for c in listed if not c.foreign)
            self._foreign = tuple(c for c in listed if c.foreign)
            self.counts.update(c.key for c in self._all if not c.adjective)
            for candidate in self._all:
                self._by_sentence.setdefault(candidate.sentence, []).append(candidate)
        return self._all

    def _set_apart(self, listed: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """A country in which no word puts anything counts everywhere only if most places of the report lie in it."""
        if not any(c.named.bare for c in listed):
            return listed
        totals = Counter(name for c in listed if not c.named.bare and (name := country_of(c.named.place)))
        main = min(totals, key=lambda name: (-totals[name], name), default=None)
        return tuple(replace(c, foreign=c.named.bare and c.named.place.name != main) for c in listed)

    def at(self, sentence: int) -> list[Candidate]:
        """The mentions of one sentence."""
        self.all()
        return self._by_sentence.get(sentence, [])

    def near(self, sentence: int) -> Iterator[Candidate]:
        """The mentions that may be meant in a sentence: those of the lead, those before it, a few after it."""
        for candidate in self.all():
            if candidate.sentence <= LEAD or -BACK <= candidate.sentence - sentence <= AHEAD:
                yield candidate
        yield from (candidate for candidate in self._foreign if candidate.sentence == sentence)
        yield from self._common(sentence)

    def _common(self, sentence: int) -> tuple[Candidate, ...]:
        """Places without a name, open to their own sentence only."""
        if sentence not in self._unnamed:
            listed = self.names.common(self.annotated.sentences[sentence])
            words = self.annotated.text
            self._unnamed[sentence] = tuple(Candidate(n, sentence, key_of(n.span.of(words))) for n in listed)
        return self._unnamed[sentence]

    def open_to(self, sentence: Sentence, event: EventKind) -> tuple[Candidate, ...]:
        """The mentions among which the place of a figure of a sentence is chosen, in order of position but for foreign
        countries, which come last; empty where none is named. A country told by its people alone is open only where
        the toll is that of a war or campaign."""
        listed = tuple(self.near(sentence.i))
        named = {candidate.key for candidate in listed if not candidate.adjective}
        whole = event is EventKind.CUMULATIVE
        open_ones = tuple(c for c in listed if whole or not c.adjective or c.key in named)
        # a running total counts more than the one market or quarter told of before
        wide = tuple(c for c in open_ones if c.sentence == sentence.i or c.named.rank >= RANK["town"])
        return wide if whole and wide else open_ones

    def _of(self, sentence: Sentence) -> Iterator[Candidate]:
        named = self.names.of(sentence)
        text = self.annotated.text
        keys = []
        for run in chains(self.annotated, named):
            chain = _widening(run)
            names = [key_of(n.span.of(text)) for n in chain]
            for i, one in enumerate(chain):
                keys.append(names[i])
                yield Candidate(
                    self._within(one, chain[i:]), sentence.i, names[i], tuple(names[:i]), tuple(names[i + 1 :])
                )
        yield from self._by_adjective(sentence, keys)

    def _within(self, named: Named, chain: tuple[Named, ...]) -> Named:
        """The place with the places around it, as the text writes them in one run."""
        spans = [n.extent for n in chain]
        extent = Span(min(s.start for s in spans), max(s.end for s in spans))
        words = extent.of(self.annotated.text)
        if len(chain) == 1 or len(words) > _LONGEST or "\n" in words:
            return named
        place = self.names.gazetteer.resolve(words, self.names.context)
        if place.name is None or (named.place.name is not None and named.rank < RANK["country"]):
            place = replace(named.place, words=words)
        return replace(named, place=place)

    def _by_adjective(self, sentence: Sentence, named: list[str]) -> Iterator[Candidate]:
        """Countries that the sentence names by the words for their people."""
        seen = set(named)
        for match in _PEOPLE_WORD.finditer(self.annotated.text, sentence.span.start, sentence.span.end):
            for name in dict.fromkeys((match.group(), *match.group().split())):
                country = self.names.gazetteer.country_of(name)
                if country is not None and key_of(country) not in seen:
                    seen.add(key_of(country))
                    span = Span(match.start(), match.end())
                    place = self.names.gazetteer.resolve(country)
                    yield Candidate(
                        Named(span, place, RANK["country"], False, span), sentence.i, key_of(country), adjective=True
                    )


def place_candidates(annotated: Annotated, gazetteer: Gazetteer, attributions: tuple[Attribution, ...]) -> Candidates:
    """The mentions of places in a report; `open_to` lists those of a figure, `named.span` is where each stands."""
    return Candidates(annotated, NamedPlaces(annotated, gazetteer, attributions))


def country_of(place: Place) -> str | None:
    """The name of the country that a place is or lies in; None where the gazetteer does not say."""
    if place.precision == "country":
        return place.name
    return place.within[-1] if place.within else None


def _widening(chain: tuple[Named, ...]) -> tuple[Named, ...]:
    """What holds a place is no narrower than it: the "district" around a hamlet is no quarter of a town."""
    wide = [chain[0]]
    for named in chain[1:]:
        wide.append(replace(named, rank=max(named.rank, min(wide[-1].rank + 1, RANK["province"]))))
    return tuple(wide)


def key_of(words: str) -> str:
    """One spelling for a name: without article, case and a lost apostrophe's s."""
    folded = fold(words)
    return folded[:-1] if folded.endswith("s") and len(folded) > 4 else folded
