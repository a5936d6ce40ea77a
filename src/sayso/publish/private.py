"""Which names are left out of what is made for the public: victims, and private persons who speak or are spoken of."""

import re
from collections.abc import Iterable, Mapping

from sayso.knowledge.source_words import phrases, singular, state_names
from sayso.knowledge.sources import SourceRegistry
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Analysis, BlockKind, Claim, ClaimKind, SourceKind

PRIVATE = frozenset({SourceKind.EYEWITNESS, SourceKind.MEDIC, SourceKind.PERSON})
"""Kinds of named sources that are private persons unless an office is named with them."""

PUBLIC = frozenset(SourceKind) - PRIVATE - {SourceKind.UNNAMED, SourceKind.UNKNOWN}
_PART = r"(?:[A-Z][\w’'-]*\w|(?:al|el|bin|ibn|bint|abu|umm|abd|de|van|von|der|da|dos)\b-?[A-Z]?[\w’'-]*)"
_NAME = re.compile(rf"[A-Z][\w’'-]*\w(?:[ \u00a0]{_PART}){{0,4}}")
_AGED = re.compile(rf"({_NAME.pattern}), (?:aged )?(?:\d{{1,3}})(?=[,;.)])|({_NAME.pattern}) \((?:aged )?\d{{1,3}}\)")
_REACHED = re.compile(rf"\b(?:(?:speak|spoke|talk|talked) (?:to|with)|reached|interviewed) ({_NAME.pattern})")
_ROLES = "|".join(map(re.escape, word_list("privacy", "public_roles")))
_OFFICE = re.compile(rf"\b(?:{_ROLES})\b", re.IGNORECASE)
_OFFICE_BEFORE = re.compile(rf"\b(?:{_ROLES})(?: [A-Z][\w’'-]+)? $", re.IGNORECASE)
_OFFICE_AFTER = re.compile(rf", (?:[\w’'-]+ ){{0,5}}(?:{_ROLES})\b", re.IGNORECASE)
_KIN = re.compile(rf"(?:\b(?:{'|'.join(word_list('privacy', 'kin'))}),?|[ -]years?[ -]old) ({_NAME.pattern})")
_IDENTIFIED = re.compile(
    rf"\b(?:identified|named)\b[^.\n]{{0,60}}?\bas (?:[a-z][\w-]* ){{0,3}}({_NAME.pattern})"
    rf"|({_NAME.pattern}) (?:was|were|has been|had been) (?:killed|shot dead|executed|beheaded|murdered|hanged)\b"
)
"""The dead and the accused whom a sentence names: withheld whatever their rank."""
_MOST = 50
"""Places of one name that are looked at."""

_CAPITAL_KINDS = (ClaimKind.ACCESS, ClaimKind.MESSAGE)


def names_to_withhold(analysis: Analysis, registry: SourceRegistry) -> tuple[str, ...]:
    """The names, as written, of victims and of private persons; longest first. Bodies, officials and authors stay."""
    finder = _Finder(analysis, registry)
    names = {victim.name.strip(): None for victim in analysis.victims if victim.name.strip()}
    names |= dict.fromkeys(finder.private())
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


class _Finder:
    """Goes through the speakers and the texts of one analysis."""

    def __init__(self, analysis: Analysis, registry: SourceRegistry) -> None:
        self._analysis = analysis
        self._registry = registry
        self._places = {
            word.casefold()
            for place in (claim.place for claim in analysis.claims)
            if place
            for name in (place.words, place.name or "", *place.within)
            for word in re.findall(r"\w+", name)
        }
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

    def private(self) -> Iterable[str]:
        for name, is_known_private in self._speakers():
            person = self._person(name, is_known_private)
            if person:
                yield person
        for claim in self._analysis.claims:
            if claim.kind in _CAPITAL_KINDS:
                yield from self._in_claim(claim)
        for report in self._analysis.reports:
            for block in report.blocks:
                if block.kind not in (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.TIMES):
                    yield from self._in_text(block.span.of(report.text))

    def _speakers(self) -> Iterable[tuple[str, bool]]:
        """Names of those who speak, and whether a register says that they are private."""
        analysis = self._analysis
        for incident in analysis.incidents:
            for origin in incident.origins:
                for source in origin.sources:
                    yield source.name, source.kind in PRIVATE
        names: dict[str, None] = {}
        for attribution in analysis.attributions:
            stated = (attribution.speaker_name, attribution.origin_name, attribution.relay_name, *attribution.chain)
            names |= {name: None for name in stated if name}
        for claim in analysis.claims:
            names |= {name: None for name in (claim.actor, claim.blamed, *claim.sources) if name}
        for name in names:
            yield name, self._registry.resolve(name).kind in PRIVATE

    def _person(self, name: str, is_known_private: bool) -> str | None:
        """The person's name in the words for a source; None for bodies, officials and descriptions."""
        if self._registry.resolve(name).kind in PUBLIC or name.casefold() in self._outlets or self._has_office(name):
            return None
        found = self._name_in(name)
        if found is None or self._is_public(found) or self._holds_office(found):
            return None
        is_described = bool(self._after_kin(name)) or is_known_private
        return found if is_described or (" " in found and not self._is_body(found)) else None

    def _name_in(self, words: str) -> str | None:
        """The first run of capitals that can be a person's name, titles and common nouns before it left off."""
        for found in _NAME.finditer(words):
            name = self._stripped(found.group())
            if name:
                return name
        return None

    def _stripped(self, name: str) -> str:
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
        bare = " ".join(parts).removesuffix("’s").removesuffix("'s")
        return "" if bare.isupper() and len(bare) < 6 else bare

    def _is_public(self, name: str) -> bool:
        folded = name.casefold()
        words = tuple(re.findall(r"\w+", folded))
        is_place = all(word in self._places or (word,) in state_names() for word in words)
        is_listed = self._registry.resolve(name).kind in PUBLIC
        return is_place or is_listed or folded in self._outlets or folded in self._media

    def _is_body(self, name: str) -> bool:
        """A body by its name, or by the noun that a report puts before it ("the aid group Mercy Lanterns")."""
        if any(word.casefold() in self._bodies for word in re.findall(r"\w+", name)):
            return True
        befores = (before.rsplit(maxsplit=1)[-1:] for before, _ in self._around(name))
        return any(word and (word[0] in self._bodies or word[0] in ("the", "The")) for word in befores)

    def _has_office(self, words: str) -> bool:
        return bool(_OFFICE.search(words))

    def _holds_office(self, name: str) -> bool:
        """Some report names the person with an office ("Governor Ann Lee", "Ann Lee, a spokeswoman for")."""
        return any(_OFFICE_BEFORE.search(b) or _OFFICE_AFTER.match(a) for b, a in self._around(name))

    def _around(self, name: str) -> list[tuple[str, str]]:
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

    def _after_kin(self, text: str) -> list[str]:
        """Names that follow a word for kin or for a private calling ("her mother Fatma")."""
        found = _KIN.findall(text)
        return [name for name in map(self._stripped, found) if name]

    def _in_claim(self, claim: Claim) -> Iterable[str]:
        """Capitals in the words for whom a report reached, and for who wrote a message."""
        report = self._analysis.report_by_id[claim.report]
        titles = [block.span for block in report.blocks if block.kind is BlockKind.TITLE]
        if any(span.overlaps(claim.span) for span in titles):
            return
        words = [claim.actor or "", claim.target or ""]
        if claim.kind is ClaimKind.ACCESS:
            words.append(claim.words)
        for found in (name for text in words for name in _NAME.findall(text)):
            name = self._stripped(found)
            if name and not self._is_public(name) and not self._is_body(name) and not self._has_office(found):
                yield name

    def _in_text(self, text: str) -> Iterable[str]:
        aged = (first or second for first, second in _AGED.findall(text))
        for name in map(self._stripped, (*aged, *_REACHED.findall(text))):
            if name and not (self._is_public(name) or self._is_body(name) or self._holds_office(name)):
                yield name
        for name in map(self._stripped, (first or second for first, second in _IDENTIFIED.findall(text))):
            # a rank is no office here, but bodies, places and those whom a register knows in public stay
            if " " in name and not (self._is_public(name) or self._is_body(name)):
                yield name
        for name in self._after_kin(text):
            # what a gazetteer takes for a place is a person here, but never a state or a registered body
            is_body = self._registry.resolve(name).kind in PUBLIC or self._is_body(name)
            if not is_body and (name.casefold(),) not in state_names():
                yield name


def _strings(names: object) -> Iterable[str]:
    return (str(name) for name in names) if isinstance(names, list) else ()
