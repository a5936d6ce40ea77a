"""Which words of a sentence may name a place: no bodies, vessels, peoples, days, offices."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.claims.where_words import naming, occurrences
from sayso.knowledge.gazetteer import Gazetteer
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Annotated, Sentence, Span

CAPITALS = 0.6
"""Share of capitalised words from which a sentence reads as a headline, where a capital tells nothing."""
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "X", "VERB"})
LABELS = frozenset({"GPE", "LOC", "FAC"})
"""What the grammar calls places."""
_OTHER_LABELS = frozenset(
    ["ORG", "PERSON", "NORP", "DATE", "TIME", "MONEY", "EVENT", "LANGUAGE", "WORK_OF_ART", "PRODUCT", "LAW", "QUANTITY"]
)
_MISTAKEN = frozenset(["ORG", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"])
"""What the grammar often calls places that it does not know."""
_ABBREVIATION = 5


@dataclass(frozen=True)
class NameChecks:
    """What is asked of words before they count as the name of a place."""

    annotated: Annotated
    gazetteer: Gazetteer
    context: tuple[str, ...]

    def may_name(self, span: Span, *, sure: bool, whose: bool = False) -> bool:
        """Nothing says that the words are no name of a place; `whose` also takes "Arda" of "Arda police"."""
        text = self.annotated.text
        words = span.of(text)
        first = self.annotated.token_at(span.start)
        if first is None or not words or not (sure or self.annotated.tokens[first].pos in _NAMING):
            return False
        if not any(letter.isupper() or letter > "\u0590" for letter in words):
            return False
        listed = [word.lower() for word in words.split()]
        if words.lower() in _words("no_names") or listed[0] in _words("no_openers"):
            return False
        before = text[max(0, span.start - 20) : span.start]
        if naming("office").match(text[span.end : span.end + 24]) or self._is_storm(words) or self._is_illness(words):
            return False
        if naming("vessel").search(before) or naming("told_before").search(before):
            return False
        if not whose and self._heads_a_body(span):
            return False
        if first and self.annotated.tokens[first - 1].lower in word_list("kin", "relatives"):
            return False
        if self._is_no_name(words, listed):
            return False
        return not (self.is_adjective(span) if sure else self._is_demonym(words))

    def _is_storm(self, words: str) -> bool:
        """ "Cyclone Arda" somewhere in the report: Arda is a storm."""
        text = self.annotated.text
        return " " not in words and any(
            naming("storm_before").search(text[max(0, at.start - 24) : at.start]) for at in occurrences(text, words)
        )

    def _is_illness(self, words: str) -> bool:
        """ "the Arda virus" somewhere in the report: Arda is an illness."""
        text = self.annotated.text
        return " " not in words and any(
            naming("illness_after").match(text[at.end : at.end + 24]) for at in occurrences(text, words)
        )

    def _is_no_name(self, words: str, listed: list[str]) -> bool:
        """Kinds of places, peoples, days, bodies and operations are no names of places."""
        bare = [
            w for w in words.split() if not naming("kind_word").fullmatch(w) and w.lower() not in _words("no_names")
        ]
        if not bare or naming("describing").search(words):
            return True
        if len(bare) < len(listed) and self._describes(" ".join(bare), named=naming("district_of_name").search(words)):
            return True
        if any(naming("time_words").match(word) for word in listed) or words.casefold() in not_places():
            return True
        return listed[-1] in bodies() or " for " in words

    def _describes(self, word: str, *, named: re.Match[str] | None = None) -> bool:
        """ "the Yemeni port", "an ISIS-held town": whose place it is, not its name."""
        if word.casefold() in _demonyms() or word.casefold() in not_places() or naming("describing").search(word):
            return True
        unknown = not named and " " not in word and naming("people_ending").search(word) is not None
        return unknown and self.gazetteer.resolve(word, self.context).name is None and not self._is_proper(word)

    def _is_proper(self, word: str) -> bool:
        """Straight after "in" or "at", without an article, before one place ("in Manyan market"): its name."""
        return any(
            naming("inside_bare").search(self.annotated.text[max(0, at.start() - 14) : at.start()])
            for at in re.finditer(rf"\b{re.escape(word)} (?!\w+s\b)", self.annotated.text)
        )

    def _heads_a_body(self, span: Span) -> bool:
        """ "the Coimbra brigade", "Aleppo Police Command": whose, not where."""
        after = re.match(
            r" ([^\W\d_]+)(?! (?:station|post|barracks|headquarters|academy)\b)",
            self.annotated.text[span.end : span.end + 40],
        )
        return after is not None and after[1].casefold() in bodies()

    def _is_demonym(self, words: str) -> bool:
        return " " not in words and self.gazetteer.resolve(words).name is None and words.casefold() in _demonyms()

    def is_adjective(self, span: Span) -> bool:
        """ "Syrian", "Russias": says whose, not where."""
        words = span.of(self.annotated.text)
        if words.casefold() in _demonyms():
            return True
        if " " in words or "-" in words or words.isupper():
            return False
        if naming("district_after").match(self.annotated.text, span.end):
            return False
        if self.gazetteer.resolve(words, self.context).name is not None:
            return words.endswith("s") and self.gazetteer.resolve(words[:-1]).precision == "country"
        if naming("people_ending").search(words) is None:
            return False
        named = naming("named_before").search(self.annotated.text[max(0, span.start - 40) : span.start])
        return not named and not self._is_proper(words)

    def names_a_body(self, span: Span) -> bool:
        """ "the Islamic State in Iraq", "the Army of Arda": part of the name of a party or body."""
        before = naming("body_before").search(self.annotated.text[max(0, span.start - 60) : span.start])
        return before is not None and (before[1] == "State" or before[1].casefold() in bodies())

    def is_person(self, span: Span) -> bool:
        """The report uses the word as a person's name elsewhere."""
        words = span.of(self.annotated.text)
        if self.is_inside(span) and self.has_label(span):
            return False
        return any(
            n.label == "PERSON"
            and words in n.span.of(self.annotated.text).split()
            and not n.span.overlaps(span)
            and not self.is_inside(n.span)
            for n in self.annotated.names
        )

    def has_label(self, span: Span) -> bool:
        """The grammar takes it for a place."""
        return any(n.label in LABELS and n.span.overlaps(span) for n in self.annotated.names)

    def is_strange(self, span: Span, *, in_row: bool = False) -> bool:
        """A capitalised name that no list has, which the grammar takes for a name but for no person, body or day."""
        first = self.annotated.token_at(span.start)
        if first is None or self.annotated.tokens[first].pos != "PROPN":
            return False
        words = span.of(self.annotated.text)
        taken = {n.label for n in self.annotated.names if n.span.overlaps(span)}
        if (self.is_inside(span) or self.is_home(span)) and not (words.isupper() and len(words) <= _ABBREVIATION):
            taken -= _MISTAKEN
            if not any(letter.isdigit() for letter in words):
                taken.discard("DATE")
        elif in_row:
            taken.discard("ORG")
        return not taken & _OTHER_LABELS

    def is_inside(self, span: Span) -> bool:
        """Straight after "in", "at", "near", "raids on"."""
        return bool(naming("inside").search(self.annotated.text[max(0, span.start - 30) : span.start]))

    def is_home(self, span: Span) -> bool:
        """Straight after people and the place they are of: "residents of", "missing from"."""
        return bool(naming("home_before").search(self.annotated.text[max(0, span.start - 50) : span.start]))

    def is_led(self, span: Span, area: Span) -> bool:
        """Straight after a word of place ("attack on Qalamoun"), whatever the grammar takes it for."""
        return bool(naming("straight_after").search(self.annotated.text[max(area.start, span.start - 14) : span.start]))

    def is_headline(self, sentence: Sentence) -> bool:
        """Most words have a capital."""
        words = [t for t in self.annotated.tokens[sentence.first : sentence.last] if t.text[:1].isalpha()]
        capitals = sum(t.text[:1].isupper() for t in words)
        return len(words) > 3 and capitals / len(words) > CAPITALS

    def _is_common(self, words: str) -> bool:
        """ "Ocean" of "Indian Ocean", "County" of "Gaines County": no name without the word before it."""
        features = word_list("places", "features")
        return all(word in features or naming("kind_word").fullmatch(word) for word in words.split())

    def bare(self, span: Span) -> Span:
        """Without a leading country or adjective that a lost apostrophe left: "Syrias Aleppo" -> "Aleppo"."""
        text = self.annotated.text
        match = naming("leading").match(span.of(text))
        if match and match.end() < len(span) and not self._is_common(span.of(text)[match.end() :]):
            span = Span(span.start + match.end(), span.end)
        words = span.of(text)
        after = naming("trailing").search(words)
        if after is None or not after.start():
            after = next((m for m in re.finditer(r" ([A-Z][\w-]+)\b", words) if m[1].casefold() in _demonyms()), None)
        return Span(span.start, span.start + after.start()) if after and after.start() else span


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list("places_names", key))


@cache
def not_places() -> frozenset[str]:
    """Names of parties, in small letters."""
    return frozenset(word.casefold() for word in word_list("events_actors", "actors"))


@cache
def bodies() -> frozenset[str]:
    """Last words of the names of bodies: "Free Arda Front" is a party, not a place."""
    return frozenset(word.casefold() for word in (*word_list("places", "bodies"), *_words("operations")))


@cache
def _demonyms() -> frozenset[str]:
    listed = load_vocabulary("places").get("demonyms")
    names = listed.values() if isinstance(listed, dict) else ()
    return frozenset(str(name).casefold() for some in names if isinstance(some, list) for name in some)
