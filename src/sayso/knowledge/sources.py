"""The registry of sources: which names mean the same person or body, what it is, and which party it belongs to."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from sayso.knowledge.registry_file import Entry, read_builtin, read_file
from sayso.knowledge.source_spelling import meant_by
from sayso.knowledge.source_words import (
    Word,
    find_phrase,
    fold,
    phrases,
    proper_state_names,
    singular,
    state_names,
    words_of,
)
from sayso.model import Source, SourceKind

UNKNOWN_GOVERNMENT = "government"
"""The party of a state's organs where neither their name nor the report tells which state ("the army said")."""
_LONGEST_ALIAS = 9
_PREPOSITIONS = {
    *("in", "at", "of", "for", "from", "with", "near", "on", "inside", "outside", "around", "across", "who", "whose"),
    *("which", "that", "to", "by", "about", "and", "close"),
}
_PARTICLES = {
    *(
        "al",
        "el",
        "ad",
        "as",
        "ash",
        "an",
        "ar",
        "at",
        "az",
        "abu",
        "abd",
        "bin",
        "ibn",
        "ben",
        "de",
        "la",
        "le",
        "von",
    ),
    *("van", "der", "den", "da", "di", "dos", "du", "of"),
}


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
        if listed:
            return listed
        organ = state_organ(words, name, self._states) or bare_organ(words, name, country)
        if organ:
            return organ
        if is_unnamed(words):
            return Source(f"unnamed:{' '.join(fold(name))}", name, SourceKind.UNNAMED)
        return named(words, name)

    def _listed(self, words: tuple[Word, ...]) -> Source | None:
        folded = tuple(word.folded for word in words)
        whole = self._aliases.get(folded)
        if whole and (not whole[1] or words[0].capitals):
            return whole[0]
        inside = self._inside(words, folded) or self._misspelt(words)
        if inside and _speaks_for_self(words):
            return inside if inside.kind is SourceKind.PARTY_MEDIA else None
        return inside

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


def _speaks_for_self(words: tuple[Word, ...]) -> bool:
    """A witness, resident or photographer named with a body does not speak for it; a party's own reporter does."""
    own = phrases("unnamed", "own_voice")
    head = [word for i, word in enumerate(_head(words)) if i == 0 or not word.capital]
    return any((singular(word.folded),) in own or (word.folded,) in own for word in head) and not any(
        (word.folded,) in phrases("unnamed", "speaks_for") and (singular(word.folded),) not in own for word in head
    )


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


def _head(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words up to the first preposition or comma: the noun and what stands before it."""
    for i, word in enumerate(words):
        if i and (word.breaks or (word.folded in _PREPOSITIONS and not word.capital)):
            return words[:i]
    return words


def state_organ(words: tuple[Word, ...], name: str, states: Mapping[tuple[str, ...], str]) -> Source | None:
    """An organ of a state that the words name ("the Russian defence ministry", "Ankara"), or its opposition."""
    folded = tuple(word.folded for word in words)
    place = find_phrase(folded, states)
    if place is None or not words[place[0]].capital:
        return None
    state = states[folded[place[0] : place[1]]]
    rest = folded[: place[0]] + folded[place[1] :]
    if rest in phrases("parties", "opposition"):
        return Source(f"{state}-opposition", name, SourceKind.OFFICIAL, f"{state}-opposition")
    if any((word,) in phrases("parties", "apart") for word in rest):
        return None
    if not rest:
        speaks = folded in proper_state_names() or folded in _possessives()
        return _organ(state, name) if speaks else None
    seat = folded[place[0] : place[1]] in proper_state_names() and place[0] == 0
    organ = find_phrase(rest, phrases("parties", "organs"))
    if organ and (organ[1] > place[0] or place[0] < len(_head(words)) or words[organ[0]].capital):
        return _organ(state, name)
    return _organ(state, name) if seat and rest[0].startswith("spokes") else None


def _possessives() -> frozenset[tuple[str, ...]]:
    return frozenset((*name[:-1], f"{name[-1]}s") for name in proper_state_names())


def _organ(state: str, name: str) -> Source:
    party = state if state == UNKNOWN_GOVERNMENT else f"{state}-government"
    media = {"television", "tv", "media", "radio", "broadcaster", "agency", "channel"} & set(fold(name))
    kind = SourceKind.PARTY_MEDIA if media else SourceKind.OFFICIAL
    return Source(f"organ:{state}:{' '.join(fold(name))}", name, kind, party)


def bare_organ(words: tuple[Word, ...], name: str, country: str | None) -> Source | None:
    """An organ whose words name no state ("state television", "a source at the Northtown Police Command")."""
    folded = tuple(word.folded for word in words)
    if folded[-1:] in phrases("parties", "organs") and folded[:1] in phrases("parties", "peoples"):
        return Source(f"name:{' '.join(folded)}", name, SourceKind.OFFICIAL)
    if any((word,) in phrases("parties", "apart") for word in folded):
        return None
    organs = phrases("parties", "bare_organs")
    head = tuple(word.folded for word in _head(words))
    indefinite = (folded[0],) in phrases("unnamed", "determiners") and folded[0] != "local"
    whole = not indefinite and any(head[-size:] in organs for size in range(1, min(4, len(head)) + 1))
    titled = not indefinite and find_phrase(head, phrases("parties", "bare_organs")) is not None and _title_first(words)
    found = find_phrase(folded, organs)
    proper = found is not None and _is_proper(words, found)
    spokesman = found is not None and _spokesman_of(folded, found)
    if not (whole or titled or proper or spokesman):
        return None
    state = country_key(country) if country else None
    return _organ(state or UNKNOWN_GOVERNMENT, name)


def _title_first(words: tuple[Word, ...]) -> bool:
    """An office with a person's name behind or a place before it ("Governor Jane Doe", "Northtown Governor")."""
    head = _head(words)
    return all(word.capital or word.folded in _PARTICLES for word in head) and len(head) > 1


def _is_proper(words: tuple[Word, ...], found: tuple[int, int]) -> bool:
    """The organ is written as a name of two or more words ("Defence Ministry", "Police Command")."""
    start, end = found
    return end - start > 1 and all(word.capital for word in words[start:end])


def _spokesman_of(folded: tuple[str, ...], found: tuple[int, int]) -> bool:
    before = folded[: found[0]]
    return any(word.startswith("spokes") for word in (*before, *folded[found[1] :]))


def country_key(country: str) -> str | None:
    """The registry's key for a country's name ("Syria" -> "syria"); None where it is no state that we know."""
    return proper_state_names().get(fold(country))


def is_unnamed(words: tuple[Word, ...]) -> bool:
    """A description without a proper name in its head: "activists in the town", "a doctor", "local media"."""
    head = _head(words)
    rest = [
        word
        for i, word in enumerate(head)
        if not _is_qualifier(word) and not (i == 0 and _is_common(word)) and word.folded not in _PARTICLES
    ]
    folded = tuple(word.folded for word in rest)
    states = find_phrase(folded, state_names())
    if states:
        rest = rest[: states[0]] + rest[states[1] :]
    names = [w for w in rest if w.capital and not _is_common(w)]
    if not names or (len(names) == 1 and names[0].capitals and _speaks_for_self(words)):
        return True
    if head[0].folded in {"a", "an"}:
        return not any(a.capital and b.capital for a, b in pairwise(names)) and _is_common(head[-1])
    if all(w.capital for w in head) and len(head) > 2:
        return False
    return len(names) == 1 and _is_common(head[-1]) and head[-1].folded.endswith("s") and not head[-1].capital


def _is_common(word: Word) -> bool:
    nouns = phrases("unnamed", "nouns")
    return (
        (word.folded,) in nouns or (singular(word.folded),) in nouns or (word.folded,) in phrases("unnamed", "titles")
    )


def _is_qualifier(word: Word) -> bool:
    return (word.folded,) in phrases("unnamed", "determiners") or (word.folded,) in phrases("unnamed", "qualifiers")


def named(words: tuple[Word, ...], name: str) -> Source:
    """A person or body that the registry does not hold, known by the folded name without titles and descriptions."""
    kept = list(words)
    while len(kept) > 1 and (
        (kept[0].folded,) in phrases("unnamed", "titles")
        or _is_qualifier(kept[0])
        or (not kept[0].capital and kept[0].folded not in _PARTICLES)
        or kept[0].folded in {"a", "an"}
    ):
        kept = kept[1:]
    for i, word in enumerate(kept):
        if i and (word.breaks or _ends_name(kept, i)):
            kept = kept[:i]
            break
    while len(kept) > 1 and not kept[-1].capital and kept[-1].folded in _PARTICLES:
        kept = kept[:-1]
    core = tuple(word.folded for word in kept) or fold(name)
    kind = SourceKind.PERSON if _is_person(words, kept) else SourceKind.UNKNOWN
    return Source(f"name:{' '.join(core)}", name, kind)


def _ends_name(kept: Sequence[Word], i: int) -> bool:
    """A description starts here: an article, a preposition that leads to no capital, a relative clause."""
    word = kept[i]
    if word.capital or word.folded in _PARTICLES:
        return False
    leads_on = word.folded in {"for", "and", "on", "in"} and i + 1 < len(kept) and kept[i + 1].capital
    if leads_on and word.folded != "in":
        return False
    return word.folded in {"a", "an", "the", "and"} or word.folded in _PREPOSITIONS


def _is_person(words: tuple[Word, ...], kept: Sequence[Word]) -> bool:
    after = words[words.index(kept[-1]) + 1 :] if kept else ()
    described = bool(after) and (after[0].breaks or after[0].folded in {"a", "an", "the"})
    titled = (words[0].folded,) in phrases("unnamed", "titles")
    bodies = phrases("parties", "organs") | phrases("unnamed", "nouns")
    return (titled or described) and 2 <= len(kept) <= 4 and not any((word.folded,) in bodies for word in kept)
