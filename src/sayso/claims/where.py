"""Where the harm happened: the mention, of all places that the report names, that trained weights rank first."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sayso.claims.counted_types import Counted
from sayso.claims.figures import FigureRead
from sayso.claims.harm_words import Harm
from sayso.claims.where_candidates import Candidate, Candidates, country_of, place_candidates
from sayso.claims.where_features import PlaceFeatures
from sayso.claims.where_head import place_weights, score, telling
from sayso.claims.where_told import Asked, Told, rank_of, sequel, unplaced
from sayso.knowledge.gazetteer import Gazetteer
from sayso.model import Annotated, Attribution, BlockKind, EventKind, Interval, Place, Sentence


@dataclass
class Places:
    """The places of one report, asked figure by figure in order."""

    annotated: Annotated
    gazetteer: Gazetteer
    attributions: tuple[Attribution, ...]
    candidates: Candidates = field(init=False)
    features: PlaceFeatures = field(init=False)
    _told: Told[Candidate] | None = None

    def __post_init__(self) -> None:
        self.candidates = place_candidates(self.annotated, self.gazetteer, self.attributions)
        self.features = PlaceFeatures(self.annotated, self.candidates, self.attributions)

    @cached_property
    def run_on(self) -> bool:
        """The report has no paragraphs, beside a title, a date or a name that stand above the first."""
        told = {s.block.span.start for s in self.annotated.sentences if s.block.kind is BlockKind.PARAGRAPH}
        return len(told) <= 1

    def tell(self, figures: Sequence[FigureRead]) -> None:
        """Take all figures of the report, in order, before the first of them is asked for."""
        self.features.report.tell(figures)

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Place | None, str]:
        """The place and why; None where the report names none."""
        listed = self.candidates.open_to(sentence, event)
        if not listed:
            return None, "The text gives no place for it."
        asked = Asked(counted, harm, sentence, event)
        weights = place_weights(run_on=self.run_on)
        read = [(c, self.described(c, asked)) for c in listed]
        ranked = sorted(read, key=lambda one: (-score(one[1], weights), one[0].named.span.start))
        chosen, features = ranked[0]
        others = [one for one in ranked if one[0].key != chosen.key]
        if score(self.described_nowhere(listed, asked), weights) > score(features, weights):
            self._told = replace(self._told, sentence=sentence.i, nowhere=True) if self._told else None
            return None, "None of the places that the text names seems to be the one of this."
        self.follow(chosen, sentence)
        against = f' Rather than "{others[0][0].named.place.words}"' if others else ""
        plain = telling(features, others[0][1], weights) if others else ()
        because = f"{against}: {', '.join(plain)}." if plain else ""
        place = _located(chosen, [one[0] for one in others])
        return place, _reason(place, chosen.sentence - sentence.i) + because

    def of_years(self, place: Place, reason: str, figure: FigureRead, day: Interval) -> tuple[Place, str]:
        """The place of a running total: a great one over years is a country's, not that of a town told of before."""
        country = country_of(place)
        great = max(figure.counted.figure.low or 0, figure.counted.figure.high or 0) >= _GREAT
        if not great or not _is_of_years(day) or country is None or place.precision == "country":
            return place, reason
        if place.words.casefold() in figure.sentence.span.of(self.annotated.text).casefold():
            return place, reason
        around = self.gazetteer.resolve(country)
        return around, f'The country of "{place.words}", as it counts over years and names no place. {around.reason}'

    def follow(self, chosen: Candidate, sentence: Sentence) -> None:
        """What the next figure is described by."""
        self._told = Told(chosen, sentence.i, self._told.first if self._told else chosen)

    def described_nowhere(self, listed: Sequence[Candidate], asked: Asked) -> tuple[str, ...]:
        """The features of the choice of none of the mentions."""
        own = self.features.has_own(asked)
        return (*self.features.nowhere.of(asked, listed, own=own), *unplaced(self._told, asked.sentence.i, own=own))

    def described(self, candidate: Candidate, asked: Asked) -> tuple[str, ...]:
        """The features of a mention, those included that tell how it fits the figures before."""
        own, rank = self.features.has_own(asked), rank_of(candidate)
        return (
            *self.features.of(candidate, asked),
            *sequel(candidate, rank, self._told, asked.sentence.i, own=own),
        )


_GREAT = 10_000
"""People from whom on a count over years is hardly a single town's. Source: our choice."""
_YEARS = 730
"""Days from which on a running total is not one of a single town's happening. Source: our choice."""


def _is_of_years(day: Interval) -> bool:
    return day.first is not None and day.last is not None and (day.last - day.first).days >= _YEARS


def _located(chosen: Candidate, others: Sequence[Candidate]) -> Place:
    """The place; one without a name is put where the likeliest place with one lies that is no narrower."""
    words = chosen.named.place.words
    if not chosen.named.common:
        return chosen.named.place
    around = next((o.named.place for o in others if o.named.place.name and o.named.rank >= chosen.named.rank), None)
    if around is None:
        return chosen.named.place
    return replace(around, words=words, reason=f'It has no name; taken to lie in "{around.words}".')


def _reason(place: Place, away: int) -> str:
    """`away`: how many sentences on the place is named."""
    if not away:
        return f'"{place.words}" in the sentence. {place.reason}'.strip()
    where = "where the account then places it" if away > 0 else "where the account places it"
    return f'"{place.words}", {where}. {place.reason}'.strip()
