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
            names |= {name: None for name in (claim.actor, *claim.sources) if name}
        for name in names:
            yield name, self._registry.resolve(name).kind in PRIVATE

    def _person(self, name: str, is_known_private: bool) -> str | None:
        """The person's name in the words for a source; None for bodies, officials and descriptions."""
        if self._registry.resolve(name).kind in PUBLIC or name.casefold() in self._outlets or self._has_office(name):
            return None
        found = self._name_in(name)
        if found is None or self._is_public(found):
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
        leading = phrases("unnamed", "titles") | phrases("unnamed", "nouns") | phrases("unnamed", "determiners")
        while parts and (
            (parts[0].casefold(),) in leading
            or (singular(parts[0].casefold()),) in leading
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
        bodies = {*word_list("speakers", "bodies"), *word_list("speakers", "body_names")}
        if any(word.casefold() in bodies for word in re.findall(r"\w+", name)):
            return True
        before = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, bodies))})|\b[Tt]he) {re.escape(name)}\b")
        return any(before.search(report.text) for report in self._analysis.reports)

    def _has_office(self, words: str) -> bool:
        roles = word_list("privacy", "public_roles")
        return bool(re.search(rf"\b(?:{'|'.join(map(re.escape, roles))})\b", words, re.IGNORECASE))

    def _after_kin(self, text: str) -> list[str]:
        """Names that follow a word for kin or for a private calling ("her mother Fatma")."""
        kin = "|".join(word_list("privacy", "kin"))
        found = re.findall(rf"(?:\b(?:{kin}),?|[ -]years?[ -]old) ({_NAME.pattern})", text)
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
            if name and not self._is_public(name) and not self._is_body(name):
                yield name
        for name in self._after_kin(text):
            # what a gazetteer takes for a place is a person here, but never a state or a registered body
            is_body = self._registry.resolve(name).kind in PUBLIC or self._is_body(name)
            if not is_body and (name.casefold(),) not in state_names():
                yield name


def _strings(names: object) -> Iterable[str]:
    return (str(name) for name in names) if isinstance(names, list) else ()
