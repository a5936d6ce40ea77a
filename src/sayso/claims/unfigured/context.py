"""Where and when: the place and the time that the words of an assertion, or else its sentence, name."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.claims.tense import tense_of
from sayso.claims.unfigured.found import Found
from sayso.claims.unfigured.nouns import PLACE_LABELS, is_person, is_place
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

SMALL_WORDS = frozenset(
    {
        "as",
        "in",
        "at",
        "on",
        "of",
        "from",
        "to",
        "the",
        "a",
        "an",
        "and",
        "but",
        "near",
        "while",
        "when",
        "if",
        "for",
        "by",
    }
)
LOCATING = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "into",
        "inside",
        "outside",
        "around",
        "across",
        "through",
        "toward",
        "towards",
        "over",
        "of",
        "between",
        "within",
        "above",
        "on",
    }
)


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
            found = [self._without_small_words(span) for span in [*known, *filter(self._stands_as_place, more)]]
            self._by_sentence[within] = sorted(span for span in found if len(span) and not self._is_person(span))
        return self._by_sentence[within]

    def _without_small_words(self, span: Span) -> Span:
        """The name without the words before it that are none of it ("As Aleppo")."""
        for token in self.doc.tokens_in(span):
            if token.lower not in SMALL_WORDS:
                return Span(max(span.start, token.start), span.end)
        return Span(span.end, span.end)

    @cached_property
    def _persons(self) -> frozenset[str]:
        """The words of persons' full names, and those that a noun for a person stands before ("her mother Ana").

        A single word tagged as a person is as often a town.
        """
        tagged = {
            token.text
            for name in self.doc.names
            if name.label == "PERSON" and name.last - name.first > 1
            for token in self.doc.tokens[name.first : name.last]
            if token.pos == "PROPN" and len(token.text) > 2
        }
        beside = {t.text for t in self.doc.tokens if t.dep == "appos" and is_person(self.doc, self.doc.tokens[t.head])}
        return frozenset(tagged | beside)

    def _is_person(self, span: Span) -> bool:
        """The words stand inside a person's name, or are one that nothing here uses as a place."""
        inside = any(n.label == "PERSON" and n.span.overlaps(span) and n.span != span for n in self.doc.names)
        return inside or (self._is_known_person(span) and not self._stands_as_place(span))

    def _is_known_person(self, span: Span) -> bool:
        return all(token.text in self._persons for token in self.doc.tokens_in(span))

    def _stands_as_place(self, span: Span) -> bool:
        """A preposition or a noun for land stands at the name: "IN Marra", "the town OF Marra", "Marra DISTRICT"."""
        tokens = self.doc.tokens_in(span)
        if not tokens:
            return False
        head = self.doc.tokens[tokens[-1].head]
        return head.lower in LOCATING or is_place(self.doc, head)

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
        names = [span.of(self.doc.text) for span in named if not self._acts(span)]
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

    def _acts(self, span: Span) -> bool:
        """The name is the subject of a deed or a word: "Norland reported their deaths" happened elsewhere."""
        return any(
            token.dep == "nsubj" and self.doc.tokens[token.head].pos == "VERB" for token in self.doc.tokens_in(span)
        )

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
        read = resolve_time(inside[0], self.anchor, tense=tense_of(self.doc, inside[0].span))
        if near and (read.interval is None or read.interval.precision not in NARROW):
            return TimeReading(None, "No time is stated with it.")
        return read

    def _within(self, reach: tuple[Span, ...]) -> list[TimeExpression]:
        return [time for time in self._times if any(span.covers(time.span) for span in reach)]
