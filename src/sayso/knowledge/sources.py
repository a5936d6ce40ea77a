"""The registry of sources: which names mean the same person or body, what it is, and which party it belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

from sayso.knowledge.registry_file import Entry, read_builtin, read_file
from sayso.knowledge.source_names import (
    apposed_person,
    body_spoken_for,
    institution,
    is_unnamed,
    named,
    speaks_for_self,
)
from sayso.knowledge.source_organs import UNKNOWN_GOVERNMENT, bare_organ, country_key, state_organ
from sayso.knowledge.source_spelling import meant_by
from sayso.knowledge.source_words import Word, find_phrase, fold, phrases, state_names, words_of
from sayso.model import Source, SourceKind

__all__ = ["UNKNOWN_GOVERNMENT", "SourceRegistry", "country_key", "load_registry"]

_LONGEST_ALIAS = 9
_WITH_PARTS = {SourceKind.UN_BODY, SourceKind.NGO, SourceKind.MONITOR}
"""Kinds of bodies whose missions, offices and branches go by the body's short name and words of their own."""


def load_registry(extra: Sequence[Path] = ()) -> "SourceRegistry":
    """The registry that comes with sayso and the entries of further YAML files; later files win over earlier ones.

    Raises KnowledgeError, with the line, where a file is damaged.
    """
    entries = list(_builtin())
    for path in extra:
        entries.extend(read_file(path))
    return SourceRegistry(entries)


@lru_cache(maxsize=1)
def _builtin() -> tuple[Entry, ...]:
    return read_builtin()


class SourceRegistry:
    """Names to sources. What a name gives depends on the name, the hint and the entries alone."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self._known: dict[tuple[str, str | None], Source] = {}

    @cached_property
    def _aliases(self) -> Mapping[tuple[str, ...], tuple[Source, bool]]:
        """Folded name to source, and whether the name is an acronym that must stand in capitals."""
        found: dict[tuple[str, ...], tuple[Source, bool]] = {}
        possessives: dict[tuple[str, ...], tuple[Source, bool]] = {}
        for entry in self._entries:
            for name in (entry.source.name, *entry.aliases):
                words = words_of(name)
                if words:
                    acronym = len(words) == 1 and words[0].capitals and len(words[0].folded) <= 4
                    folded = fold(name)
                    found[folded] = (entry.source, acronym)
                    possessives[(*folded[:-1], f"{folded[-1]}s")] = (entry.source, acronym)
        return {**possessives, **found}

    @cached_property
    def _states(self) -> Mapping[tuple[str, ...], str]:
        """Names of states, and of those that a user's entries alone know by their party ("<name>-government")."""
        further = {}
        for entry in self._entries:
            state = (entry.source.party or "").removesuffix("-government")
            name = fold(state)
            if state != entry.source.party and name and name not in state_names():
                further[name] = state
        known = state_names().values()
        return {**state_names(), **{name: state for name, state in further.items() if state not in known}}

    def by_id(self, source_id: str) -> Source | None:
        """The entry with this id; None where there is none."""
        found = [entry.source for entry in self._entries if entry.source.id == source_id]
        return found[-1] if found else None

    def outlet(self, name: str) -> Source | None:
        """The entry for an outlet by its whole name, in capitals or not; None where the registry does not hold it."""
        found = self._aliases.get(fold(name))
        return found[0] if found else None

    def resolve(self, name: str, country: str | None = None) -> Source:
        """The person or body that a name means.

        `country` says which state "the army" or "state television" belong to; without it their party stays unknown.
        A name that the registry does not hold gives the id "name:" and the folded name; a description without a name
        gives an unnamed source that keeps its words.
        """
        key = (name, country)
        if key not in self._known:
            self._known[key] = self._resolve(name, country)
        return self._known[key]

    def _resolve(self, name: str, country: str | None) -> Source:
        words = words_of(name)
        if not words:
            return Source("unnamed:", name, SourceKind.UNNAMED)
        listed = self._listed(words)
        if listed and self._is_there(listed, country):
            return listed
        body = body_spoken_for(name)
        spoken_for = self._resolve(body, country) if body else None
        if spoken_for and spoken_for.is_named:
            return replace(spoken_for, name=name)
        organ = state_organ(words, name, self._states) or bare_organ(words, name, country)
        if organ:
            return organ
        if not is_unnamed(words):
            return named(words, name)
        told = apposed_person(words, name) or institution(words, name)
        return told or Source(f"unnamed:{' '.join(fold(name))}", name, SourceKind.UNNAMED)

    def _is_there(self, source: Source, country: str | None) -> bool:
        """The source is meant in reports about this country."""
        held = next((entry.country for entry in self._entries if entry.source == source), None)
        return country is None or held is None or fold(held) == fold(country)

    def _listed(self, words: tuple[Word, ...]) -> Source | None:
        folded = tuple(word.folded for word in words)
        whole = self._aliases.get(folded)
        if whole and (not whole[1] or words[0].capitals):
            return whole[0]
        inside = self._inside(words, folded) or self._part_of(words, folded) or self._misspelt(words)
        if inside and speaks_for_self(words):
            return inside if inside.kind is SourceKind.PARTY_MEDIA else None
        return inside

    def _part_of(self, words: tuple[Word, ...], folded: tuple[str, ...]) -> Source | None:
        """The body whose short name leads a longer one ("UN Mission in Utania", "IOM Tracking Unit")."""
        for size in (2, 1):
            found = self._aliases.get(folded[:size])
            behind = words[size : size + 1]
            if not found or found[0].kind not in _WITH_PARTS or not behind or not behind[0].capital:
                continue
            if (size == 1 and not words[0].capitals) or behind[0].breaks:
                continue
            whole = found[0]
            return replace(whole, id=f"name:{' '.join(folded)}") if whole.family else whole
        return None

    def _misspelt(self, words: tuple[Word, ...]) -> Source | None:
        """The source whose whole name the words spell with a slip of the pen."""
        meant = meant_by(words, self._aliases)
        return self._aliases[meant][0] if meant else None

    def _inside(self, words: tuple[Word, ...], folded: tuple[str, ...]) -> Source | None:
        """The source whose name is the longest inside the words."""
        for size in range(min(_LONGEST_ALIAS, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                found = self._aliases.get(folded[start : start + size])
                if found and _stands_as_name(words, start, start + size, found[1]):
                    return found[0]
        return None


def _stands_as_name(words: tuple[Word, ...], start: int, end: int, acronym: bool) -> bool:
    """The words at this place are written as a name, and what stands before them does not turn it round."""
    inside = words[start:end]
    if acronym and not inside[0].capitals:
        return False
    if start and words[start - 1].folded == "the" and len("".join(word.folded for word in inside)) > 8:
        return True
    if not inside[0].capital or sum(word.capital for word in inside) * 2 < len(inside):
        return inside[0].folded > "\u0590"  # scripts without capitals
    before = [word.folded for word in words[:start]]
    if before[-1:] and before[-1] in {"anti", "non", "former"}:
        return False
    if not before:
        return _follows_well(words, end)
    if (
        before[-1] in {"of", "for"}
        and (*before[-2:-1],) in phrases("sources_bodies", "institutions")
        and words[start - 2].capital
    ):
        return False
    towards = before[-1] == "to" or before[-2:] == ["to", "the"]
    return not (towards and find_phrase(tuple(before), state_names()))


def _follows_well(words: tuple[Word, ...], end: int) -> bool:
    """A name at the head may be followed by what speaks for it, never by further parts of a longer name."""
    if end >= len(words) or words[end].breaks:
        return True
    follower = words[end]
    if not follower.capital:
        return True
    rest = tuple(word.folded for word in words[end:])
    return any((word,) in phrases("unnamed", "speaks_for") or (word,) in phrases("unnamed", "titles") for word in rest)
