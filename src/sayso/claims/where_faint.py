"""Names that may be places though no grammar and no word for a place says so: the choice among places weighs them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.where_checks import LABELS, NameChecks
from sayso.claims.where_words import naming, occurrences
from sayso.model import Sentence, Span


@dataclass(frozen=True)
class FaintNames:
    """The faint names of one report."""

    checks: NameChecks
    speakers: Sequence[Span]

    def of(self, sentence: Sentence, taken: Sequence[Span]) -> Iterator[Span]:
        """Those of a sentence, in order, where nothing taken stands."""
        text, area = self.checks.annotated.text, sentence.span
        headline = self.checks.is_headline(sentence)
        for match in naming("one_name").finditer(text, area.start, area.end):
            span = self.checks.bare(Span(*match.span()))
            if not any(span.overlaps(other) for other in taken) and self._may_be(span, sentence, headline=headline):
                yield span

    def _may_be(self, span: Span, sentence: Sentence, *, headline: bool) -> bool:
        annotated, words = self.checks.annotated, span.of(self.checks.annotated.text)
        if not self._is_named(span) or naming("vessel_name").match(words) or self._is_vessel(words):
            return False
        if naming("no_place").match(annotated.text[span.end : span.end + 24]):
            return False
        spoken = any(speaker.overlaps(span) for speaker in self.speakers)
        if self._is_known(words):
            if self.checks.may_name(span, sure=False):
                return not spoken
            return self.checks.may_name(span, sure=False, whose=True)
        if not self.checks.may_name(span, sure=False):
            return False
        if naming("counted_beside").match(annotated.text, span.end):
            return not spoken and not any(name.isalpha() for name in self._named_as(span))
        return not headline and not spoken and self._is_put(span, sentence)

    def _is_named(self, span: Span) -> bool:
        """The grammar takes it for a name, or it stands in a list; short words in capitals may be anything."""
        annotated, words = self.checks.annotated, span.of(self.checks.annotated.text)
        first = annotated.token_at(span.start)
        if first is None or naming("abbreviation").fullmatch(words):
            return False
        if annotated.tokens[first].pos == "PROPN" or self._labels(span) & LABELS:
            return True
        if naming("counted_beside").match(annotated.text, span.end) or self.checks.is_inside(span):
            return True
        return " " in words and self._is_known(words)

    def _is_known(self, words: str) -> bool:
        """A gazetteer has it, and it is no other word."""
        found = self.checks.gazetteer.find_places(words)
        return any(len(span) == len(words) for span in found)

    def _is_vessel(self, words: str) -> bool:
        """The report names a vessel so."""
        text = self.checks.annotated.text
        return any(naming("vessel").search(text[max(0, at.start - 20) : at.start]) for at in occurrences(text, words))

    def _is_put(self, span: Span, sentence: Sentence) -> bool:
        """A word puts something there, or the grammar takes it for a place."""
        labels = self._labels(span)
        if labels & LABELS:
            return not self.checks.is_person(span)
        before = self.checks.annotated.text[max(sentence.span.start, span.start - 30) : span.start]
        if naming("put_before").search(before):
            return True
        return naming("meant_before").search(before) is not None and "PERSON" not in labels

    def _named_as(self, span: Span) -> tuple[str, ...]:
        """What the grammar's names that it stands in say."""
        annotated = self.checks.annotated
        return tuple(name.span.of(annotated.text) for name in annotated.names if name.span.overlaps(span))

    def _labels(self, span: Span) -> set[str]:
        return {name.label for name in self.checks.annotated.names if name.span.overlaps(span)}
