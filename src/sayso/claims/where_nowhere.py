"""What speaks for a harm that the report puts in no place that it names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.where_candidates import Candidate, Candidates
from sayso.claims.where_names import RANK
from sayso.claims.where_report import ReportPlaces, size_of
from sayso.claims.where_sentences import ReportSentences
from sayso.claims.where_told import LEAD, Asked, rank_of
from sayso.knowledge.patterns import word_pattern
from sayso.model import Annotated, EventKind

NOWHERE = ""
"""The key of the choice of no place."""


@dataclass(frozen=True)
class Nowhere:
    """Features of the choice of no place, in one report."""

    annotated: Annotated
    candidates: Candidates
    report: ReportPlaces
    sentences: ReportSentences

    def of(self, asked: Asked, listed: Sequence[Candidate], *, own: bool) -> Iterator[str]:
        """Names of the features that hold, whatever stood before."""
        yield "nowhere"
        yield f"nowhere & own={own}"
        yield f"nowhere & event={asked.event.value}"
        yield f"nowhere & measure={asked.harm.measure.value}"
        size = size_of(asked)
        whole = asked.event is EventKind.CUMULATIVE
        yield f"nowhere & size={size} & own={own}"
        yield f"nowhere & size={size} & whole={whole}"
        yield f"nowhere & width here={self._width_here(asked)} & whole={whole}"
        yield f"nowhere & names={min(len({c.key for c in listed}), 5)}"
        country = any(c.named.rank >= RANK["country"] and not c.adjective for c in listed)
        yield f"nowhere & a country is named={country} & own={own}"
        yield f"nowhere & a country is named={country} & whole={whole}"
        yield f"nowhere & lead={min(asked.sentence.i, LEAD)}"
        yield from self._by_words(asked, own=own)

    def _by_words(self, asked: Asked, *, own: bool) -> Iterator[str]:
        words = asked.sentence.span.of(self.annotated.text)
        for key in ("national", "national_body", "among_them", "long_total", "on_list"):
            if word_pattern("places_patterns", key).search(words):
                yield f"nowhere & {key}"
                yield f"nowhere & {key} & own={own}"
        there = self.sentences.of(asked.sentence)
        if there.unnamed_kinds:
            yield f"nowhere & a place is left unnamed & own={own}"
        if there.means_several:
            yield f"nowhere & several places are meant & own={own}"
        if there.tells_again:
            yield f"nowhere & the deed is told of again & own={own}"
        if asked.counted.pronoun or asked.counted.noun is None:
            yield f"nowhere & counted by a number alone & own={own}"

    def _width_here(self, asked: Asked) -> str:
        """The finest place of the sentence that is not named by the way."""
        here = [rank_of(c) for c in self.candidates.at(asked.sentence.i) if not c.adjective and not c.named.told]
        return str(min(here)) if here else "none"
