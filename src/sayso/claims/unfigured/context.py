"""Where and when: the place and the time that the words of an assertion, or else its sentence, name."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.nouns import PLACE_LABELS
from sayso.knowledge.times import Anchor, TimeExpression, TimeReading, find_dateline, find_times, resolve_time
from sayso.model import Annotated, ClaimKind, Place, Precision, Sentence, Span

if TYPE_CHECKING:
    from sayso.knowledge.gazetteer import Gazetteer

HAPPENINGS = frozenset(
    {
        ClaimKind.HARM,
        ClaimKind.DAMAGE,
        ClaimKind.CONTROL,
        ClaimKind.RECRUITMENT,
        ClaimKind.ACCESS,
        ClaimKind.MESSAGE,
    }
)
"""What happens somewhere at some time; the place and time of words are rarely those of what they speak of."""


NARROW = frozenset({Precision.DAY, Precision.DAYS, Precision.WEEK, Precision.MONTH})
"""How fine a time elsewhere in the sentence must be to be taken for the happening: "the four-year war" is not."""


@dataclass(frozen=True)
class Surroundings:
    """A report's own day and the gazetteer, for the places and times of its assertions."""

    doc: Annotated
    gazetteer: "Gazetteer | None" = None

    @cached_property
    def anchor(self) -> Anchor:
        """The report's own day."""
        published = self.doc.report.published
        return Anchor(published, find_dateline(self.doc.text, published))

    @cached_property
    def _times(self) -> tuple[TimeExpression, ...]:
        return find_times(self.doc.text)

    @cached_property
    def _context(self) -> tuple[str, ...]:
        """The place names of the report, each once: they settle which of several places of one name is meant."""
        return tuple(dict.fromkeys(n.span.of(self.doc.text) for n in self.doc.names if n.label == "GPE"))

    @cached_property
    def _by_sentence(self) -> dict[Span, list[Span]]:
        return {}

    def _places(self, sentence: Sentence) -> list[Span]:
        """The names of places in a sentence: those that the gazetteer knows, and those that were tagged."""
        within = sentence.span
        if within not in self._by_sentence:
            known = list(self.gazetteer.find_places(self.doc.text, within)) if self.gazetteer is not None else []
            tagged = [n.span for n in self.doc.names if n.label in PLACE_LABELS and within.covers(n.span)]
            more = [span for span in tagged if not any(span.overlaps(other) for other in known)]
            self._by_sentence[within] = sorted([*known, *more])
        return self._by_sentence[within]

    def place(self, found: Found, sentence: Sentence) -> Place | None:
        """The place that the assertion's own words name; for a happening, else the only one of its sentence."""
        if found.kind not in HAPPENINGS:
            return None
        here = self._places(sentence)
        named = [span for span in here if found.span.covers(span)]
        if not named:
            reach = self._reach(found, sentence)
            near = [span for span in here if any(piece.covers(span) for piece in reach)]
            named = near if len(near) == 1 else []
        names = [span.of(self.doc.text) for span in named]
        fitting = [name for name in names if not self._is_side(name, found)]
        if not fitting:
            return None
        in_target = [name for name in fitting if found.target and name in found.target]
        words = (in_target or fitting)[0]
        if self.gazetteer is None:
            return Place(words)
        return self.gazetteer.resolve(words, self._context)

    def _reach(self, found: Found, sentence: Sentence) -> tuple[Span, ...]:
        """Where else a place or time may stand: in the same speech, or in the same sentence of the outlet's own."""
        return found.attribution.content if found.attribution is not None else (sentence.span,)

    def _is_side(self, name: str, found: Found) -> bool:
        """The name is that of who acts ("Russia" in "Russia backs"), not of where."""
        return bool(found.actor and name in found.actor and not (found.target and name in found.target))

    def date(self, found: Found, sentence: Sentence) -> TimeReading:
        """The time that the assertion's own words give; for a happening, else the only one of its sentence."""
        inside = self._within((found.span,))
        near = not inside and found.kind in HAPPENINGS and found.topic is None
        if near:
            inside = self._within(self._reach(found, sentence))
        if len(inside) > 1:
            return TimeReading(None, "More than one time stands beside it, so none is taken.")
        if not inside:
            return TimeReading(None, "No time is stated with it.")
        read = resolve_time(inside[0], self.anchor)
        if near and (read.interval is None or read.interval.precision not in NARROW):
            return TimeReading(None, "No time is stated with it.")
        return read

    def _within(self, reach: tuple[Span, ...]) -> list[TimeExpression]:
        return [time for time in self._times if any(span.covers(time.span) for span in reach)]
