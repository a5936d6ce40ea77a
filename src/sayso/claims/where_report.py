"""What the report as a whole says of its places: what lies in what, in which country, which sentences hang together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.claims.figures import FigureRead
from sayso.claims.where_candidates import Candidate, Candidates, country_of, key_of
from sayso.claims.where_names import RANK
from sayso.claims.where_told import LEAD, Asked, rank_of, step
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, EventKind, Measure, Sentence

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_FILE = "places_patterns"
_DISASTER = 2
"""Words of a natural disaster from which a report is about one."""


@dataclass
class ReportPlaces:
    """The places of one report, seen together."""

    annotated: Annotated
    candidates: Candidates
    _measures: dict[int, set[Measure]] = field(default_factory=dict)
    """What happened to the people counted, by sentence."""
    _words: dict[int, frozenset[str]] = field(default_factory=dict)
    _finer: dict[str, frozenset[str]] = field(default_factory=dict)
    _long: dict[int, bool] = field(default_factory=dict)

    def tell(self, figures: Sequence[FigureRead]) -> None:
        """Take all figures of the report before the first of them is asked for."""
        for figure in figures:
            self._measures.setdefault(figure.sentence.i, set()).add(figure.harm.measure)

    def of(self, candidate: Candidate, asked: Asked, *, own: bool) -> Iterator[str]:
        """Names of the features that hold of a mention."""
        yield from self._of_country(candidate, asked, own=own)
        yield from self._of_entry(candidate, asked)
        yield f"size={size_of(asked)} & {_width(rank_of(candidate))}"
        yield f"size={size_of(asked)} & {_width(rank_of(candidate))} & {asked.event is EventKind.CUMULATIVE}"
        if self._is_disaster:
            here = candidate.sentence == asked.sentence.i
            yield f"a disaster & rank={rank_of(candidate)}"
            yield f"a disaster & rank={rank_of(candidate)} & here={here}"
            yield f"a disaster & {'same' if here else _back(candidate.sentence - asked.sentence.i)} & own={own}"
        if candidate.sentence == asked.sentence.i:
            yield f"places that lie in it elsewhere={min(len(self._within(candidate.key)), 4)}"
            return
        yield from self._lying(candidate, asked, own=own)
        yield from self._shared(candidate, asked, own=own)
        yield from self._figures_there(candidate, asked)
        if candidate.sentence < asked.sentence.i:
            yield from self._since(candidate, asked, own=own)

    def _of_country(self, candidate: Candidate, asked: Asked, *, own: bool) -> Iterator[str]:
        """The country the report is about; a toll of a whole war or season belongs to it."""
        mine, rank = country_of(candidate.named.place), rank_of(candidate)
        here = candidate.sentence == asked.sentence.i
        main = rank == RANK["country"] and mine == self._country
        if mine is not None and mine != self._country:
            yield "of another country"
            yield f"of another country & here={here}"
            yield f"of another country & country={rank >= RANK['country']}"
        elif main:
            yield "the country of the report"
            yield f"the country of the report & own={own}"
        for key in ("national", "national_body"):
            if word_pattern(_FILE, key).search(asked.sentence.span.of(self.annotated.text)):
                width = "the country of the report" if main else _width(rank)
                yield f"{key} & {width} & here={here}"
                yield f"{key} & {width} & own={own}"
        if self._is_long(asked.sentence):
            whole = asked.event is EventKind.CUMULATIVE
            width = "the country of the report" if main else _width(rank)
            yield f"a long time is told & {width} & whole={whole}"
            yield f"a long time is told & {width} & here={here}"
            yield f"a long time is told & {width} & own={own} & whole={whole}"

    def _of_entry(self, candidate: Candidate, asked: Asked) -> Iterator[str]:
        """In a list of places each entry tells of the place that heads it."""
        mine = candidate.named.entry
        if mine is not None:
            yield "heads the entry of the figure" if mine.covers(asked.counted.span) else "heads another entry"
        for entry in self.candidates.names.entries.values():
            if entry.extent.covers(asked.counted.span) and entry.extent != mine:
                within = entry.extent.covers(candidate.named.span)
                yield f"the entry has a head & in the entry={within}"

    def _lying(self, candidate: Candidate, asked: Asked, *, own: bool) -> Iterator[str]:
        """How the place lies to those of the harm's sentence, by all that the report and the gazetteer say."""
        away = candidate.sentence - asked.sentence.i
        mine = {c.key for c in self.candidates.at(asked.sentence.i) if not c.adjective and not c.named.told}
        around = mine & self._containers.get(candidate.key, set())
        if around:
            finer = min(len(set().union(*(self._within(key) for key in around))), 4)
            yield "lies in a place of the sentence"
            yield f"lies in a place of the sentence & with others={finer}"
            yield f"lies in a place of the sentence & away={step(away)}"
        elif own and candidate.key not in mine:
            if any(candidate.key in self._containers.get(key, ()) for key in mine):
                yield "around a place of the sentence"
            else:
                yield f"apart from the places of the sentence & {_back(away)}"

    def _shared(self, candidate: Candidate, asked: Asked, *, own: bool) -> Iterator[str]:
        """How many words the two sentences have in common: they may tell of one happening."""
        here, there = self._words_of(asked.sentence.i), self._words_of(candidate.sentence)
        both = min(len(here & there), 5)
        share = len(here & there) / max(1, min(len(here), len(there)))
        yield f"words in common={both}"
        yield f"share of words in common={0 if share < 0.1 else 1 if share < 0.2 else 2 if share < 0.35 else 3}"
        yield f"words in common={both} & own={own}"
        yield f"words in common={both} & {_back(candidate.sentence - asked.sentence.i)}"

    def _figures_there(self, candidate: Candidate, asked: Asked) -> Iterator[str]:
        """A sentence that counts people of its own tells of its own happening."""
        away = candidate.sentence - asked.sentence.i
        there = self._measures.get(candidate.sentence, set())
        kind = "same" if asked.harm.measure in there else "other" if there else "none"
        yield f"figures there={kind} & {_back(away)}"
        yield f"figures there={kind} & away={step(away)}"
        lead = asked.sentence.i <= LEAD - 1
        yield f"figures there={kind} & {_back(away)} & in the lead={lead}"
        yield f"in the lead={lead} & away={step(away)}"
        first, last = sorted((candidate.sentence, asked.sentence.i))
        between = sum(i in self._measures for i in range(first + 1, last))
        yield f"sentences with figures between={min(between, 3)} & {_back(away)}"

    def _since(self, candidate: Candidate, asked: Asked, *, own: bool) -> Iterator[str]:
        """How many other places the report has named since."""
        since = {
            c.key
            for i in range(candidate.sentence + 1, asked.sentence.i + 1)
            for c in self.candidates.at(i)
            if not c.adjective and not c.named.told
        }
        count = min(len(since - {candidate.key}), 4)
        yield f"places named since={count}"
        yield f"places named since={count} & own={own}"

    def _is_long(self, sentence: Sentence) -> bool:
        """It speaks of a war, a season or years as a whole."""
        if sentence.i not in self._long:
            words = sentence.span.of(self.annotated.text)
            self._long[sentence.i] = word_pattern(_FILE, "long_total").search(words) is not None
        return self._long[sentence.i]

    @cached_property
    def _is_disaster(self) -> bool:
        """The report tells of a quake, a flood or a storm, which strikes a whole region."""
        text = self.annotated.text
        return len(word_pattern("events_patterns", "disaster").findall(text)) >= _DISASTER

    @cached_property
    def _containers(self) -> dict[str, set[str]]:
        """For each place those around it."""
        around: dict[str, set[str]] = {}
        for c in self.candidates.all():
            mine = around.setdefault(c.key, set())
            mine.update(c.lies_in)
            mine.update(key_of(name) for name in c.named.place.within)
            for held in c.holds:
                around.setdefault(held, set()).add(c.key)
        return around

    def _within(self, key: str) -> frozenset[str]:
        """The report's places that lie in a place."""
        if key not in self._finer:
            self._finer[key] = frozenset(
                c.key
                for c in self.candidates.all()
                if c.key != key and not c.adjective and key in self._containers.get(c.key, ())
            )
        return self._finer[key]

    @cached_property
    def _country(self) -> str | None:
        """The country of most of the report's places."""
        totals = Counter(name for c in self.candidates.all() if (name := country_of(c.named.place)))
        return min(totals, key=lambda name: (-totals[name], name), default=None)

    def _words_of(self, sentence: int) -> frozenset[str]:
        """The words of a sentence that say something, without its places."""
        if sentence not in self._words:
            spans = [c.named.extent for c in self.candidates.at(sentence)]
            self._words[sentence] = frozenset(
                t.lemma.lower()
                for t in self.annotated.tokens_of(self.annotated.sentences[sentence])
                if t.pos in _CONTENT and not any(s.overlaps(t.span) for s in spans)
            )
        return self._words[sentence]


def size_of(asked: Asked) -> int:
    """How many people were harmed, by the digits of their number."""
    return min(len(str(asked.counted.figure.low or 0)), 5)


def _width(rank: int) -> str:
    if rank >= RANK["country"]:
        return "country"
    return "wide" if rank >= RANK["province"] else "city" if rank == RANK["city"] else "fine"


def _back(away: int) -> str:
    return "after" if away > 0 else "before"
