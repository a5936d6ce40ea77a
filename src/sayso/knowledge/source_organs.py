"""Organs of states: whose they are, and which of them an office, a ministry or its head is.

The id of an organ is "organ:<state>:<what it is>", and ":<words that tell it from others of its kind>" where there are
such ("organ:peru:police:northtown"). Whether the organs of a state count as one party is for the story to tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.source_names import PARTICLES, head_of
from sayso.knowledge.source_words import Word, find_phrase, fold, phrases, proper_state_names, state_names
from sayso.knowledge.vocabulary import load_vocabulary, word_list
from sayso.model import Source, SourceKind

UNKNOWN_GOVERNMENT = "government"
"""The party of a state's organs where neither their name nor the report tells which state ("the army said")."""
_MINISTRY = frozenset({"ministry", "minister", "ministers"})
_LEAD = frozenset({"of", "for", "in", "at"})
_PREFIX = "organ:"


@dataclass(frozen=True, slots=True)
class Organ:
    """What an organ's id tells."""

    state: str
    kind: str
    """ "police", "ministry health", "governor": what it is."""
    marks: frozenset[str]
    """Words that tell it from others of its kind."""

    @property
    def is_vague(self) -> bool:
        """ "Officials", "the authorities": people or a vague whole, no body."""
        return fold(self.kind) in phrases("sources_bodies", "vague")


def organ_of(source: Source) -> Organ | None:
    """What kind of organ of which state a source is; None for others."""
    if not source.id.startswith(_PREFIX):
        return None
    state, kind, *marks = source.id.removeprefix(_PREFIX).split(":")
    return Organ(state, kind, frozenset(mark.removesuffix("s") for mark in marks[0].split()) if marks else frozenset())


@cache
def _kinds() -> Mapping[tuple[str, ...], str]:
    """Words for offices and services of a state, folded, to what they are."""
    listed = load_vocabulary("sources_bodies")["organs"]
    if not isinstance(listed, Mapping):
        return {}
    return {
        fold(str(words)): kind
        for kind, spoken in listed.items()
        for words in (spoken if isinstance(spoken, list) else ())
    }


@cache
def _bodies() -> frozenset[tuple[str, ...]]:
    """Words that are a body of the state even where no country stands beside them."""
    return phrases("parties", "bare_organs") | (frozenset(_kinds()) - phrases("sources_bodies", "vague"))


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
    if not rest or states.get(rest) == state:
        speaks = bool(rest) or folded in proper_state_names() or folded in _possessives()
        return _organ(state, name, words) if speaks else None
    if _is_apart(rest):
        return None
    organ = find_phrase(rest, phrases("parties", "organs")) or find_phrase(rest, _kinds())
    if organ and (organ[1] > place[0] or place[0] < len(head_of(words)) or words[organ[0]].capital):
        return _organ(state, name, words)
    if organ and _is_seated(words, organ, place):
        return _organ(state, name, words)
    seat = folded[place[0] : place[1]] in proper_state_names() and place[0] == 0
    return _organ(state, name, words) if seat and rest[0].startswith("spokes") else None


def _is_seated(words: tuple[Word, ...], organ: tuple[int, int], place: tuple[int, int]) -> bool:
    """ "The foreign ministry in Madrid": the body and, directly behind "in" or "of", the state or its seat."""
    folded = tuple(word.folded for word in words)
    seat = folded[place[0] : place[1]] in proper_state_names()
    return (
        seat
        and organ[1] == place[0] - 1
        and folded[organ[1]] in {"in", "of"}
        and folded[organ[0] : organ[1]] in _bodies()
    )


def _is_apart(words: tuple[str, ...]) -> bool:
    """Words show that it is no organ of the state; those inside an office's own name do not ("civil protection")."""
    left = words
    while own := find_phrase(left, _kinds()):
        left = left[: own[0]] + left[own[1] :]
    if any((word,) in phrases("sources_bodies", key) for word in left for key in ("past", "rival")):
        return True
    return any((word,) in phrases("parties", "apart") for word in left)


def _possessives() -> frozenset[tuple[str, ...]]:
    return frozenset((*name[:-1], f"{name[-1]}s") for name in proper_state_names())


def bare_organ(words: tuple[Word, ...], name: str, country: str | None) -> Source | None:
    """An organ whose words name no state ("state television", "a source at the Northtown Police Command")."""
    folded = tuple(word.folded for word in words)
    if folded[-1:] in phrases("parties", "organs") and folded[:1] in phrases("parties", "peoples"):
        return Source(f"name:{' '.join(folded)}", name, SourceKind.OFFICIAL)
    if _is_apart(folded) or (folded[0],) in phrases("sources_bodies", "possessives"):
        return None
    head = head_of(words)
    indefinite = (folded[0],) in phrases("unnamed", "determiners") and folded[0] != "local"
    found = find_phrase(folded, _bodies())
    is_organ = (not indefinite and (_is_body(head) or _leads_on(words) or _is_held(words))) or (
        found is not None and (_is_proper(words, found) or _spokesman_of(folded, found))
    )
    if not is_organ:
        return None
    state = country_key(country) if country else None
    return _organ(state or UNKNOWN_GOVERNMENT, name, words)


def _is_body(head: tuple[Word, ...]) -> bool:
    """The noun is a body of the state by its own words, or a public body of some level ("the city's relief unit")."""
    folded = tuple(word.folded for word in head)
    if (
        folded[-1] in {"minister", "ministry"}
        or _is_secretary(folded)
        or any(folded[-n:] in _bodies() for n in range(1, min(4, len(folded)) + 1))
    ):
        return True
    levels = any((word,) in phrases("sources_bodies", "levels") for word in folded[:-1])
    return levels and folded[-1:] in phrases("sources_bodies", "public_bodies")


def _is_state_run(folded: tuple[str, ...]) -> bool:
    """ "State-run MRTV": a medium with a name, which the state runs."""
    return len(folded) > 2 and folded[:2] in phrases("sources_bodies", "state_run")


def _is_secretary(folded: tuple[str, ...]) -> bool:
    """ "The Defence Secretariat", "federal Security Secretary Ana Ruiz", "the Secretariat of Public Security"."""
    return _secretary_at(folded) is not None


def _secretary_at(folded: tuple[str, ...]) -> int | None:
    for at, word in enumerate(folded):
        if (word,) in phrases("sources_bodies", "secretaries"):
            behind = folded[at + 2 : at + 3] if folded[at + 1 : at + 2] in (("of",), ("for",)) else ()
            before = folded[max(0, at - 1) : at]
            if behind in phrases("sources_bodies", "topics") or before in phrases("sources_bodies", "topics"):
                return at
    return None


def _leads_on(words: tuple[Word, ...]) -> bool:
    """The body's own words hold the preposition ("the directorate of health in Northtown")."""
    folded = tuple(word.folded for word in words)
    if _is_secretary(folded) or _is_state_run(folded):
        return True
    found, noun = find_phrase(folded, _bodies()), len(head_of(words))
    return found is not None and found[0] < noun < found[1]


def _is_held(words: tuple[Word, ...]) -> bool:
    """An office with its holder's name behind, or written as a title ("governor Ina Tolvar", "Northtown Governor")."""
    head = head_of(words)
    folded = tuple(word.folded for word in head)
    found = find_phrase(folded, _bodies())
    end = found[1] if found else next((i + 1 for i, word in enumerate(folded) if word in _MINISTRY), None)
    if end is None:
        return False
    if all(word.capital or word.folded in PARTICLES for word in head) and len(head) > 1:
        return True
    behind = head[end:]
    return bool(behind) and all(word.capital or word.folded in PARTICLES for word in behind)


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


def _organ(state: str, name: str, words: tuple[Word, ...]) -> Source:
    party = state if state == UNKNOWN_GOVERNMENT else f"{state}-government"
    media = find_phrase(fold(name), phrases("sources_bodies", "media"))
    what, marks = _what(words)
    ending = f":{' '.join(marks)}" if marks else ""
    kind = SourceKind.PARTY_MEDIA if media or _is_state_run(fold(name)) else SourceKind.OFFICIAL
    return Source(f"{_PREFIX}{state}:{what}{ending}", name, kind, party)


def _what(words: tuple[Word, ...]) -> tuple[str, tuple[str, ...]]:
    """What an organ is, and the words that tell it from others of its kind."""
    folded = tuple(word.folded for word in words)
    states = find_phrase(folded, state_names())
    if states:
        words = words[: states[0]] + words[states[1] :]
        folded = tuple(word.folded for word in words)
    if not words or folded in state_names():
        return "government", ()
    at = next((i for i, word in enumerate(folded) if word in _MINISTRY), _secretary_at(folded))
    if at is not None and folded[max(0, at - 1) : at] not in phrases("sources_bodies", "first_ministers"):
        return _ministry(folded, at), ()
    found = find_phrase(folded, _kinds())
    if found:
        kind = _kinds()[folded[found[0] : found[1]]]
        return kind, _marks(words, found, kind)
    listed = find_phrase(folded, phrases("parties", "organs")) or find_phrase(folded, _bodies())
    if listed:
        return " ".join(folded[listed[0] : listed[1]]), _marks(words, listed, "")
    head = [word.folded for word in head_of(words)]
    neutral = phrases("sources_bodies", "neutral")
    return " ".join(word for word in head if (word,) not in neutral) or head[-1], ()


def _ministry(folded: tuple[str, ...], at: int) -> str:
    """ "ministry health" for "the Ministry of Public Health", "the health minister, Ana Ruiz"."""
    behind = folded[at + 1 : at + 2] in (("of",), ("for",))
    words = folded[at + 2 :] if behind else tuple(reversed(folded[:at]))
    topic = next((word for word in words if word not in word_list("sources_bodies", "around_topics")), "")
    return f"ministry {'defence' if topic == 'defense' else topic}".strip()


def _marks(words: tuple[Word, ...], found: tuple[int, int], kind: str) -> tuple[str, ...]:
    """Names of places before the office or behind "of"; the holder's name for an office of one holder."""
    neutral = phrases("sources_bodies", "neutral") | phrases("unnamed", "determiners") | phrases("unnamed", "titles")
    before = [w.folded for w in words[: found[0]] if w.capital and (w.folded,) not in neutral]
    behind = words[found[1] :]
    lead = next((i for i, w in enumerate(behind) if w.folded in _LEAD), None)
    if lead is None or any(w.breaks for w in behind[: lead + 1]):
        named = (
            [w.folded for w in behind if w.capital and (w.folded,) not in neutral]
            if kind in word_list("sources_bodies", "held_by_one")
            else []
        )
        return tuple(before or named)
    until = next((i for i in range(lead + 1, len(behind)) if behind[i].breaks), len(behind))
    return (*before, *(w.folded for w in behind[lead + 1 : until] if w.capital and (w.folded,) not in neutral))
