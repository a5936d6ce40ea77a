"""The places that one sentence names: found by their words, by the grammar's names, and by the gazetteer."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from sayso.claims.where_checks import LABELS, NameChecks
from sayso.claims.where_common import common_places
from sayso.claims.where_entries import Entry, entries
from sayso.claims.where_faint import FaintNames
from sayso.claims.where_words import naming
from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Annotated, Attribution, Place, Sentence, Span

RANK = {"point": 0, "neighbourhood": 1, "town": 2, "city": 3, "district": 3, "province": 4, "country": 6}
"""How wide a place is, by its precision."""
UNKNOWN = 2
"""Rank of a place that no gazetteer knows: most often a village."""
_LEAST = 4
"""Letters from which a name found in one sentence is looked for in the others."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a sentence names."""

    span: Span
    """The name itself."""
    place: Place
    """Its words are those of the text with the word for its kind and "near", "outside"."""
    rank: int
    sure: bool
    """The words say that it is a place ("the Salam district")."""
    extent: Span
    """The name with the word for its kind and for its nearness: where the place's words stand."""
    told: bool = False
    """It stands in the words for who speaks, or it is named by the way: no place of harm if there is another."""
    bare: bool = False
    """A country that no word puts anything in ("Utopia is counting its dead")."""
    entry: Span | None = None
    """The entry of a list that it heads."""
    faint: bool = False
    """Neither the grammar nor a word for a place says that it is one."""

    common: bool = False
    """It has no name ("the airport")."""

    @property
    def unsure(self) -> bool:
        """No gazetteer has it, and no word says what kind of place it is."""
        return self.place.name is None and not self.sure


@dataclass
class NamedPlaces:
    """The places that the sentences of one report name."""

    annotated: Annotated
    gazetteer: Gazetteer
    attributions: tuple[Attribution, ...]
    _read: dict[int, tuple[Named, ...]] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> tuple[Named, ...]:
        """The places of a sentence in order of position, without overlap."""
        if sentence.i not in self._read:
            first = self._first[sentence.i]
            again = [n for n in self._again(sentence) if not any(n.span.overlaps(f.span) for f in first)]
            found = _longest([*first, *again])
            self._read[sentence.i] = tuple(sorted([*found, *self._faint(sentence, found)], key=lambda n: n.span.start))
        return self._read[sentence.i]

    def common(self, sentence: Sentence) -> Iterator[Named]:
        """The places that a sentence speaks of without a name."""
        for span in common_places(self._checks, sentence, [n.extent for n in self.of(sentence)]):
            words = span.of(self.annotated.text)
            place = Place(words=words, reason="It has no name.")
            yield Named(span, place, self._rank(words, UNKNOWN), False, span, told=True, common=True)

    def _faint(self, sentence: Sentence, found: Sequence[Named]) -> Iterator[Named]:
        """Names that may be places though nothing says so."""
        for span in self._faint_names.of(sentence, [n.extent for n in found]):
            place = self.gazetteer.resolve(span.of(self.annotated.text), self.context)
            rank = RANK.get(place.precision or "", UNKNOWN)
            yield Named(span, place, rank, False, span, told=True, faint=True)

    @cached_property
    def _faint_names(self) -> FaintNames:
        return FaintNames(self._checks, self._speakers)

    @cached_property
    def _speakers(self) -> tuple[Span, ...]:
        return tuple(s for a in self.attributions for s in (*a.speaker, *a.relay, *a.origin))

    @cached_property
    def context(self) -> tuple[str, ...]:
        """The places that the report names most, by which ambiguous names are settled."""
        named = [n.span.of(self.annotated.text) for n in self.annotated.names if n.label == "GPE"]
        return tuple(words for words, _ in Counter(named).most_common(4))

    @cached_property
    def _checks(self) -> NameChecks:
        return NameChecks(self.annotated, self.gazetteer, self.context)

    @cached_property
    def entries(self) -> dict[tuple[int, int], Entry]:
        """The entries of the report, where it is a list of places, by where the names stand that head them."""
        return {(entry.head.start, entry.head.end): entry for entry in entries(self._checks)}

    @cached_property
    def _first(self) -> tuple[tuple[Named, ...], ...]:
        """The places of each sentence as it stands by itself."""
        return tuple(tuple(_longest(list(self._named(s, self._spans(s))))) for s in self.annotated.sentences)

    @cached_property
    def _elsewhere(self) -> re.Pattern[str] | None:
        """The names of which some sentence says that they are places and that no gazetteer has."""
        text = self.annotated.text
        listed = {
            n.span.of(text)
            for some in self._first
            for n in some
            if n.place.name is None and (n.sure or self._checks.is_inside(n.span))
        }
        names = sorted((w for w in map(_without_kind, listed) if len(w) >= _LEAST), key=lambda w: (-len(w), w))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None

    def _again(self, sentence: Sentence) -> Iterator[Named]:
        """Names that another sentence says are places."""
        if self._elsewhere is not None:
            found = self._elsewhere.finditer(self.annotated.text, sentence.span.start, sentence.span.end)
            yield from self._named(sentence, {m.span(): False for m in found}, again=True)

    def _named(self, sentence: Sentence, spans: dict[tuple[int, int], bool], *, again: bool = False) -> Iterator[Named]:
        text, checks = self.annotated.text, self._checks
        speakers = self._speakers
        for (start, end), sure in spans.items():
            entry = self.entries.get((start, end))
            span = checks.bare(Span(start, end))
            words = span.of(text)
            if naming("no_place").match(text[end : end + 24]) or not checks.may_name(span, sure=sure):
                continue
            if not entry and (any(span.covers(s) for s in speakers) or checks.names_a_body(span)):
                continue
            led = sure or again or bool(naming("led").search(text[max(sentence.span.start, start - 60) : start]))
            told = not led or (not entry and any(s.overlaps(span) for s in speakers))
            if words.endswith("s") and self.gazetteer.resolve(words[:-1]).precision == "country":
                span = Span(span.start, span.end - 1)
            place = self.gazetteer.resolve(span.of(text), self.context)
            dateline = start == 0 and not led and naming("dateline").match(text) is not None
            if self._is_doubtful(span, place, sure=sure, led=led, dateline=dateline):
                continue
            rank = RANK.get(place.precision or "", UNKNOWN)
            extent = self._extent(span, sentence)
            whole = extent.of(text)
            bare = place.precision == "country" and not led and not dateline
            within = entry.extent if entry else None
            yield Named(span, self._worded(place, whole), self._rank(whole, rank), sure, extent, told, bare, within)

    def _is_doubtful(self, span: Span, place: Place, *, sure: bool, led: bool, dateline: bool) -> bool:
        """Nothing but its capital makes it a place."""
        text = self.annotated.text
        if place.name is not None:
            return False
        if not led and not (dateline and span.of(text).isupper()):
            return True
        joined = " and " in span.of(text) and not self._checks.has_label(span)
        if joined and not sure and not naming("stretch_before").search(text[max(0, span.start - 30) : span.start]):
            return True
        return not sure and self._checks.is_person(span)

    def _rank(self, whole: str, rank: int) -> int:
        """The word for the kind makes a place finer ("Aleppo airport") or wider ("Aleppo province")."""
        if whole.removeprefix("the ") in word_list("places", "wide_regions"):
            return RANK["country"] + 1
        last = _kinds().get(whole.lower().split()[-1])
        first = next((_kinds()[w] for w in whole.lower().split()[:3] if w in _kinds()), None)
        return RANK.get(last or first or "", rank)

    def _worded(self, place: Place, whole: str) -> Place:
        if whole == place.words:
            return place
        again = self.gazetteer.resolve(whole, self.context)
        return again if again.name is not None else replace(place, words=whole)

    def _extent(self, span: Span, sentence: Sentence) -> Span:
        """The name with the words around it that say what and where it is: "near the village of Arda"."""
        text = self.annotated.text
        before = naming("before").search(text[max(sentence.span.start, span.start - 60) : span.start])
        words = before.group(1) if before else ""
        if not naming("telling").search(words):
            words = ""
        after = naming("after").match(text[span.end : min(sentence.span.end, span.end + 40)])
        start = span.start - len(words)
        end = span.end + (after.end() if after and not words.strip().endswith("of") else 0)
        return Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end)

    def _spans(self, sentence: Sentence) -> dict[tuple[int, int], bool]:
        """Where a name may stand, and whether the words say that it is one of a place."""
        text, area, checks = self.annotated.text, sentence.span, self._checks
        spans: dict[tuple[int, int], bool] = {}
        headline = checks.is_headline(sentence)
        for key in ("of_kind", "kind_after", "capital_kind"):
            for match in naming(key).finditer(text, area.start, area.end):
                if not headline or key != "capital_kind" or checks.is_inside(Span(*match.span(1))):
                    spans[match.span(1)] = True
        dateline = naming("dateline").match(text) if area.start == 0 else None
        if dateline:
            spans[dateline.span(1)] = False
        entry = naming("entry").match(area.of(text))
        if entry:
            spans[area.start + entry.start(1), area.start + entry.end(1)] = True
        for match in naming("between").finditer(text, area.start, area.end):
            spans[match.span(1)] = True
        spans.update({head: True for head in self.entries if area.covers(Span(*head))})
        for start, end in self._labelled(sentence, headline=headline):
            spans.setdefault((start, end), False)
        if not headline:
            for key in ("at_name", "rural", "home"):
                for match in naming(key).finditer(text, area.start, area.end):
                    if checks.is_strange(Span(*match.span(1))):
                        spans.setdefault(match.span(1), False)
            for span in self._in_rows(area):
                spans.setdefault((span.start, span.end), False)
        return {at: sure for at, sure in spans.items() if not _heads_a_table(text[at[0] : at[1]])}

    def _in_rows(self, area: Span) -> Iterator[Span]:
        """The further names of "in Arda, Besta and Corva"."""
        for row in naming("row").finditer(self.annotated.text, area.start, area.end):
            names = [Span(*m.span()) for m in naming("one_name").finditer(self.annotated.text, row.start(), row.end())]
            yield from (span for span in names[1:] if self._checks.is_strange(span, in_row=True))

    def _labelled(self, sentence: Sentence, *, headline: bool) -> Iterator[tuple[int, int]]:
        """The names that the grammar takes for places, and those that the gazetteer has."""
        text, area, checks = self.annotated.text, sentence.span, self._checks
        others = []
        for name in self.annotated.names:
            if not area.covers(name.span):
                continue
            if name.label in ("ORG", "PERSON"):
                others.append(_without_figures(name.span, text))
            elif name.label in LABELS and self._is_whole(name.span, headline=headline):
                yield name.span.start, name.span.end
        for span in self.gazetteer.find_places(text, area):
            if not any(o.covers(span) and o != span for o in others) or checks.is_led(span, area):
                yield span.start, span.end

    def _is_whole(self, span: Span, *, headline: bool) -> bool:
        """In a headline the gazetteer must know the name as it stands, or it may hold other words with capitals."""
        if not headline or " " not in span.of(self.annotated.text):
            return True
        known = self.gazetteer.resolve(span.of(self.annotated.text), self.context).name is not None
        return known or span in self.gazetteer.find_places(self.annotated.text, span)


def _heads_a_table(words: str) -> bool:
    """ "DECEASED BY MUNICIPALITY", "BY COUNTY": a heading in capitals."""
    return words.isupper() and not {"BY", "PER"}.isdisjoint(words.split())


def _without_figures(span: Span, text: str) -> Span:
    """ "Arda" of "Arda 12", as lists have it."""
    return Span(span.start, span.start + len(re.sub(r"[\s\d]+$", "", span.of(text))))


def _without_kind(words: str) -> str:
    """ "Arda" of "Arda village"."""
    listed = words.split()
    while listed and naming("kind_word").fullmatch(listed[-1]):
        listed.pop()
    return " ".join(listed)


@cache
def _kinds() -> dict[str, str]:
    listed = load_vocabulary("places").get("kinds")
    kinds = listed if isinstance(listed, dict) else {}
    return {
        str(word).lower(): kind
        for kind in ("district", "province", "city", "town", "neighbourhood", "point")
        for word in kinds.get(kind, ())
    }


def _longest(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for named in sorted(found, key=lambda n: (-len(n.span), n.span.start)):
        if not any(k.span.overlaps(named.span) for k in kept):
            kept.append(named)
    return sorted(kept, key=lambda n: n.span.start)
