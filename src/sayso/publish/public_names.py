"""Which names stay in what is made for the public: bodies, places, outlets, and persons who hold an office."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from sayso.knowledge.gazetteer import Gazetteer, load_gazetteer
from sayso.knowledge.source_words import phrases, proper_state_names, singular, state_names
from sayso.knowledge.sources import SourceRegistry
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Analysis, SourceKind
from sayso.publish.letters import CAPITAL, END, INNER, folded

PRIVATE = frozenset({SourceKind.EYEWITNESS, SourceKind.MEDIC, SourceKind.PERSON})
"""Kinds of named sources that are private persons unless an office is named with them."""

PUBLIC = frozenset(SourceKind) - PRIVATE - {SourceKind.UNNAMED, SourceKind.UNKNOWN}

_WORD = rf"{CAPITAL}{INNER}*{END}"
_PART = rf"(?:{_WORD}|(?:al|el|bin|ibn|bint|abu|umm|abd|de|van|von|der|da|dos)\b-?{CAPITAL}?{INNER}*)"
NAME = re.compile(rf"{_WORD}(?:[ \u00a0]{_PART}){{0,4}}")
"""A run of words with capitals that can be a person's name."""


def alternatives(vocabulary: str, key: str) -> str:
    """The words of a list as a pattern of alternatives, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(word_list(vocabulary, key), key=lambda w: (-len(w), w)))


_ROLES = alternatives("privacy", "public_roles")
_OFFICE = re.compile(rf"\b(?:{_ROLES})\b", re.IGNORECASE)
_STATE = rf"(?: (?:of|for) (?:the )?{CAPITAL}{INNER}+(?: {CAPITAL}{INNER}+)?)?"
_OFFICE_BEFORE = re.compile(
    rf"\b(?:{_ROLES}){_STATE},? (?:{CAPITAL}{INNER}+ )?(?:(?:al|el|bin|ibn|de|van|von)[- ])?$", re.IGNORECASE
)
_NOT_OFFICE = alternatives("privacy", "not_of_office")
_OFFICE_AFTER = re.compile(
    rf", (?:who (?:is|was) )?(?:(?!(?:{_NOT_OFFICE})\b){INNER}+ ){{0,5}}(?:{_ROLES})\b(?![’'])",
    re.IGNORECASE,
)
_TITLED_BEFORE = re.compile(
    rf"\b(?={CAPITAL})(?i:{_ROLES})(?: (?:of|for) (?:the )?{_WORD}(?: {_WORD}){{0,3}})? "
    rf"(?:{alternatives('privacy', 'learned_titles')})\.? $"
)
_RANKED = rf"(?:(?:{alternatives('privacy', 'office_ranks')}) (?:[a-z]+ )?)?"
_OFFICE_BEHIND = re.compile(rf" {_RANKED}(?:{alternatives('privacy', 'office_behind')}) (?:of|for|at) \w")
_RULES = re.compile(rf"[’']?s?’? (?:{alternatives('privacy', 'ruled')})\b")
_FAMILY = re.compile(rf" (?:{alternatives('privacy', 'families')})\b")
_WHERE = re.compile(rf"\b(?:{alternatives('privacy', 'where')})(?: the)? $", re.IGNORECASE)
_WHERE_AFTER = re.compile(rf"[’']?s? (?:{alternatives('privacy', 'where_after')})\b", re.IGNORECASE)
_MOST = 50
"""Places of one name that are looked at."""


def place_names(analysis: Analysis) -> frozenset[str]:
    """The places of the claims that the gazetteer holds, as written and as it calls them."""
    known = {claim.place for claim in analysis.claims if claim.place and claim.place.entry}
    stated = (name for place in known for name in (place.words, place.name or "", *place.within))
    written = {run for place in known for run in NAME.findall(place.words)}
    return frozenset((*filter(None, stated), *written))


class PublicNames:
    """What one analysis, the registry and the gazetteer know of names."""

    def __init__(self, analysis: Analysis, registry: SourceRegistry) -> None:
        self.registry = registry
        self._places = frozenset(map(_folded_words, place_names(analysis)))
        places = (claim.place for claim in analysis.claims if claim.place and not claim.place.entry)
        self._said_to_be_places = {_folded_words(run) for place in places for run in NAME.findall(place.words)}
        self._long_places = [name for name in place_names(analysis) if len(name.split()) > 1]
        self._outlets = {report.outlet.casefold() for report in analysis.reports if report.outlet}
        media = load_vocabulary("speakers")["media"]
        names = (name for names in media.values() for name in _strings(names)) if isinstance(media, Mapping) else ()
        self._media = {name.casefold() for name in (*names, *word_list("speakers", "platforms"))}
        self._text = "\n".join(report.text for report in analysis.reports)
        self._seen: dict[str, list[tuple[str, str]]] = {}
        self._bodies = {
            *word_list("speakers", "bodies"),
            *word_list("speakers", "body_names"),
            *word_list("privacy", "bodies"),
        }
        self._leading = phrases("unnamed", "titles") | phrases("unnamed", "nouns") | phrases("unnamed", "determiners")
        self._no_names = set(word_list("privacy", "no_names"))

    def name_in(self, words: str) -> str | None:
        """The first run of capitals that can be a person's name, titles and common nouns before it left off."""
        return next((name for name in map(self.stripped, NAME.findall(words)) if name), None)

    def stripped(self, name: str) -> str:
        """The name without titles, common nouns and peoples before it, and without what is no name behind it."""
        bare = self.bare(name)
        return "" if bare.isupper() and len(bare) < 6 else bare

    def bare(self, name: str) -> str:
        """As `stripped`, but short words in capitals stay too, which may be initials ("UN") or a name ("ALI")."""
        parts = name.split()
        while parts and (
            (parts[0].casefold(),) in self._leading
            or (singular(parts[0].casefold()),) in self._leading
            or parts[0].casefold() in self._no_names
            or (parts[0].casefold(),) in state_names()
        ):
            parts = parts[1:]
        while parts and parts[-1].casefold() in self._no_names:
            parts = parts[:-1]
        return " ".join(parts).removesuffix("’s").removesuffix("'s")

    def is_outlet(self, name: str) -> bool:
        """An outlet of one of the reports."""
        return name.casefold() in self._outlets

    def is_no_persons_word(self, word: str) -> bool:
        """A state, a people, or the whole name of a place that claims name."""
        forms = (word, word.removesuffix("s"))
        return any(_folded_words(f) in state_names() or _folded_words(f) in self._places for f in forms)

    def is_registered(self, name: str) -> bool:
        """The registry of sources holds it as a body, or as a person who speaks in public."""
        return self.registry.resolve(name).kind in PUBLIC

    def is_listed(self, name: str) -> bool:
        """The registry holds the very name, as that of a body or of a person who speaks in public."""
        found = self.registry.outlet(name)
        return found is not None and found.kind in PUBLIC

    def is_public(self, name: str) -> bool:
        """A place that claims name, a registered body, an outlet or a platform."""
        return self.is_place(name) or self.is_public_body(name)

    def is_place(self, name: str) -> bool:
        """A place that claims name and the gazetteer holds, or a state."""
        return _folded_words(name) in self._places or self.is_a_state(name) or self._is_in_places(name)

    def _is_in_places(self, name: str) -> bool:
        """Wherever it stands it is a part of the longer name of a place ("Lanka")."""
        longer = "|".join(re.escape(place) for place in self._long_places if name in place.split())
        if not longer:
            return False
        whole = sum(name in found.split() for found in re.findall(longer, self._text))
        return whole >= len(re.findall(rf"\b{re.escape(name)}\b", self._text))

    def is_a_state(self, name: str) -> bool:
        """States, their seats and their peoples."""
        return all((word,) in state_names() for word in _folded_words(name))

    def is_a_people(self, name: str) -> bool:
        """A people ("Syrians"), no state."""
        return _folded_words(name) not in proper_state_names()

    def is_public_body(self, name: str) -> bool:
        """A registered body, an outlet or a platform."""
        return self.is_registered(name) or self.is_outlet(name) or name.casefold() in self._media

    def is_body(self, name: str) -> bool:
        """A body by its name, or by the noun that a report puts before it ("the aid group Mercy Lanterns")."""
        if self.has_body_word(name):
            return True
        befores = ((before.rsplit(maxsplit=1)[-1:], after) for before, after in self.around(name))
        return any(
            word and (word[0] in self._bodies or (word[0] in ("the", "The") and not _FAMILY.match(after)))
            for word, after in befores
        )

    def has_body_word(self, name: str) -> bool:
        """A word of the name is one of those that bodies are called by."""
        return any(word.casefold() in self._bodies for word in re.findall(r"\w+", name))

    def is_only_of_bodies(self, name: str) -> bool:
        """Nothing but words that bodies are called by ("Network")."""
        return all(word.casefold() in self._bodies for word in re.findall(r"\w+", name))

    def has_office(self, words: str) -> bool:
        """The words hold an office ("Colonel Ann Lee")."""
        return bool(_OFFICE.search(words))

    def holds_office(self, name: str) -> bool:
        """Some report names the person with an office ("Governor Ann Lee", "Ann Lee, a spokeswoman for")."""
        around = self.around(name)
        if any(_OFFICE_BEFORE.search(before) or _TITLED_BEFORE.search(before) for before, _ in around):
            return True
        return any(_OFFICE_AFTER.match(after) or _OFFICE_BEHIND.match(after) for _, after in around)

    def rules(self, name: str) -> bool:
        """Some report calls an army or a state by the name ("Lee’s forces")."""
        return any(_RULES.match(after) for _, after in self.around(name))

    def around(self, name: str) -> list[tuple[str, str]]:
        """What stands before and after the name, wherever a report has it."""
        if name not in self._seen:
            found: list[tuple[str, str]] = []
            self._seen[name] = found
            at = self._text.find(name)
            while at >= 0 and len(found) < _MOST:
                end = at + len(name)
                found.append((self._text[max(0, at - 60) : at], self._text[end : end + 90]))
                at = self._text.find(name, end)
        return self._seen[name]

    def is_located(self, before: str, after: str) -> bool:
        """The words around a name say that it is a place's."""
        return bool(_WHERE.search(before) or _WHERE_AFTER.match(after))

    def is_where(self, name: str) -> bool:
        """A place by the words around it: all of them, most where a claim names it so, or some if it is on the map."""
        around = [*self.around(name), *(self.around(name.title()) if name.isupper() else ())]
        located = [self.is_located(before, after) for before, after in around]
        is_mostly = 2 * sum(located) > len(located) and _folded_words(name) in self._said_to_be_places
        return bool(located) and (all(located) or is_mostly or (any(located) and self.is_on_the_map(name)))

    def is_on_the_map(self, name: str) -> bool:
        """The gazetteer that comes with sayso holds a place of this name."""
        return any(len(span) == len(name) for span in _gazetteer().find_places(name))


@cache
def _gazetteer() -> Gazetteer:
    return load_gazetteer()


def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", folded(name).text.casefold()))


def _strings(names: object) -> Iterable[str]:
    return (str(name) for name in names) if isinstance(names, list) else ()
