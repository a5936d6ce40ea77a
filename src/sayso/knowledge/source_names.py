"""Names apart from descriptions: what in the words for a source makes it a named person or body, and under which id."""

import re
from collections.abc import Sequence
from itertools import pairwise

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

_PREPOSITIONS = {
    *("in", "at", "of", "for", "from", "with", "near", "on", "inside", "outside", "around", "across", "who", "whose"),
    *("which", "that", "to", "by", "about", "and", "close"),
}
PARTICLES = {
    *("al", "el", "ad", "as", "ash", "an", "ar", "at", "az", "abu", "abd", "bin", "ibn", "ben", "de", "la", "le"),
    *("von", "van", "der", "den", "da", "di", "dos", "du", "of"),
}
_SO_CALLED = frozenset({("so",), ("called",), ("its",), ("their",), ("his",), ("her",), ("own",)})
_PERSON_WORDS = range(2, 5)
"""How many words with capitals a person's name has where only an apposition tells that it is one."""


def head_of(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words up to the first preposition or comma: the noun and what stands before it."""
    for i, word in enumerate(words):
        if i and (word.breaks or (word.folded in _PREPOSITIONS and not word.capital)):
            return words[:i]
    return words


def speaks_for_self(words: tuple[Word, ...]) -> bool:
    """A witness, resident or photographer named with a body does not speak for it; a party's own reporter does."""
    own = phrases("unnamed", "own_voice")
    head = [word for i, word in enumerate(head_of(words)) if i == 0 or not word.capital]
    return any((singular(word.folded),) in own or (word.folded,) in own for word in head) and not any(
        (word.folded,) in phrases("unnamed", "speaks_for") and (singular(word.folded),) not in own for word in head
    )


def is_unnamed(words: tuple[Word, ...]) -> bool:
    """A description without a proper name in its head: "activists in the town", "a doctor", "local media"."""
    head = head_of(words)
    rest = [
        word
        for i, word in enumerate(head)
        if not is_qualifier(word) and not (i == 0 and _is_common(word)) and word.folded not in PARTICLES
    ]
    folded = tuple(word.folded for word in rest)
    states = find_phrase(folded, state_names())
    if states:
        rest = rest[: states[0]] + rest[states[1] :]
    names = [w for w in rest if w.capital and not _is_common(w)]
    if not names or (len(names) == 1 and names[0].capitals and speaks_for_self(words)):
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


def is_qualifier(word: Word) -> bool:
    """A word of number, place, side or belonging that makes no name ("two", "local", "rebel-held", "its")."""
    lists = (("unnamed", "determiners"), ("unnamed", "qualifiers"), ("sources_bodies", "possessives"))
    return any((word.folded,) in phrases(*one) for one in lists)


def apposed_person(words: tuple[Word, ...], name: str) -> Source | None:
    """The person whose name follows the description ("A survivor, Agnes Tolvar", "who gave the name Ivo")."""
    starts = [i for i, word in enumerate(words) if i and word.breaks and word.capital]
    if not starts:
        return _self_named(words, name)
    start = starts[0]
    until = next((i for i in range(start + 1, len(words)) if words[i].breaks), len(words))
    person = _untitled(words[start:until])
    told = any(word.folded == "name" for word in words[:start])
    fits = len(person) in _PERSON_WORDS or (told and len(person) == 1)
    noun = words[start - 1]
    many = words[0].folded.endswith("s") and (words[0].folded,) not in phrases("sources_bodies", "possessives")
    one = not noun.capital and not noun.folded.endswith("s") and not many
    if not (fits and one and _is_proper_name(person)) or words[0].capitals:
        return None
    return _person(person, name)


def _person(words: tuple[Word, ...], name: str) -> Source:
    return Source(f"name:{' '.join(w.folded for w in words)}", as_written(name, words), SourceKind.PERSON)


def _self_named(words: tuple[Word, ...], name: str) -> Source | None:
    """ "A baker who gave only the name Ivo"."""
    at = next((i for i, word in enumerate(words) if word.folded == "name"), None)
    if at is None:
        return None
    person = tuple(word for word in words[at + 1 :] if word.capital)
    if not person or words[-len(person) :] != person or not _is_proper_name(person):
        return None
    return _person(person, name)


def _untitled(words: tuple[Word, ...]) -> tuple[Word, ...]:
    while len(words) > 1 and (words[0].folded,) in phrases("unnamed", "titles"):
        words = words[1:]
    return words


def _is_proper_name(words: Sequence[Word]) -> bool:
    """Words with capitals, none of them a body's, an office's or a state's."""
    return all(
        (word.capital and not word.capitals and not _is_bodily(word)) or word.folded in PARTICLES for word in words
    )


def _is_bodily(word: Word) -> bool:
    one = (word.folded,)
    return (
        one in phrases("parties", "organs")
        or one in phrases("unnamed", "nouns")
        or one in phrases("sources_bodies", "institutions")
        or one in state_names()
    )


def as_written(name: str, words: Sequence[Word]) -> str:
    """The words of a name as they are written in it; folded where they are not found again."""
    wanted, pieces = tuple(word.folded for word in words), name.split()
    for start in range(len(pieces)):
        for end in range(start + 1, len(pieces) + 1):
            if fold(" ".join(pieces[start:end])) == wanted:
                return " ".join(pieces[start:end]).strip(' ,;:()[]"')
    return " ".join(wanted)


def institution(words: tuple[Word, ...], name: str) -> Source | None:
    """A definite body known by what it is ("the road safety agency", "Utania's rail committee"); None for others."""
    head = institution_head(words)
    if head is None:
        return None
    rest = words[len(_joined_head(words)) :]
    if sum(word.capital for word in rest[:4]) > 1 and rest[0].breaks and rest[0].capital:
        return named(rest, name)  # "the contractor, Marrow and Sons"
    place = _led_on(rest) if rest[:1] and rest[0].folded in {"of", "for"} else ()
    leading = phrases("sources_bodies", "levels") | _SO_CALLED
    kept = [word.folded for word in (*_without_state(head), *place) if (word.folded,) not in leading or len(head) == 1]
    return Source(f"name:{' '.join(kept) or head[-1].folded}", name, SourceKind.UNKNOWN)


def institution_head(words: tuple[Word, ...]) -> tuple[Word, ...] | None:
    """The words of a description whose noun is a kind of body, in the singular; None where they are indefinite."""
    head = _joined_head(words)
    while len(head) > 1 and head[-1].folded in {"there", "here", "itself"}:
        head = head[:-1]
    kinds, barred = phrases("sources_bodies", "institutions"), phrases("sources_bodies", "no_institutions")
    if not head or (head[0].folded,) in phrases("unnamed", "determiners"):
        return None
    if any((word.folded,) in barred for word in head) or any(word.capitals for word in head):
        return None
    folded = tuple(word.folded for word in head)
    if folded[-1:] not in kinds and folded[-2:] not in kinds:
        return None
    bare = len(head) == 1 and folded in phrases("sources_bodies", "too_bare")
    known = len(folded) > 1 and any(folded[n:] in phrases("unnamed", "nouns") for n in range(len(folded) - 1))
    return None if bare or known else head


def _joined_head(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The head, over an "and" inside a body's own words ("the search and rescue agency")."""
    head = head_of(words)
    rest = words[len(head) :]
    if not rest or rest[0].folded != "and" or len(rest) < 2 or any(map(_is_bodily, head)):
        return head
    return (*head, rest[0], *head_of(rest[1:]))


def _without_state(head: tuple[Word, ...]) -> tuple[Word, ...]:
    found = find_phrase(tuple(word.folded for word in head), state_names())
    return head[: found[0]] + head[found[1] :] if found and found[1] < len(head) else head


def _led_on(rest: tuple[Word, ...]) -> tuple[Word, ...]:
    """ "of Sandal district": the words behind the preposition, where they are a name."""
    until = next((i for i in range(1, len(rest)) if rest[i].breaks or rest[i].folded in _PREPOSITIONS), len(rest))
    inside = tuple(word for word in rest[1:until] if word.folded != "the")
    return inside if inside and inside[0].capital else ()


def named(words: tuple[Word, ...], name: str) -> Source:
    """A person or body that the registry does not hold, known by the folded name without titles and descriptions."""
    kept = list(words)
    if len(kept) > 2 and kept[0].folded.endswith("s") and (kept[0].folded[:-1],) in proper_state_names():
        kept = kept[1:]  # "Utania's Red Shield"
    while len(kept) > 1 and (
        (kept[0].folded,) in phrases("unnamed", "titles")
        or is_qualifier(kept[0])
        or (not kept[0].capital and kept[0].folded not in PARTICLES and not kept[0].folded[0].isdigit())
        or kept[0].folded in {"a", "an"}
    ):
        kept = kept[1:]
    for i, word in enumerate(kept):
        if i and (word.breaks or _ends_name(kept, i)):
            kept = kept[:i]
            break
    followers = phrases("sources_bodies", "followers")
    while len(kept) > 1 and not kept[-1].capital and (kept[-1].folded in PARTICLES or (kept[-1].folded,) in followers):
        kept = kept[:-1]
    core = tuple(word.folded for word in kept) or fold(name)
    kind = SourceKind.PERSON if _is_person(words, kept) else SourceKind.UNKNOWN
    return Source(f"name:{' '.join(core)}", name, kind)


def _ends_name(kept: Sequence[Word], i: int) -> bool:
    """A description starts here: an article, a preposition that leads to no capital, a relative clause."""
    word = kept[i]
    if word.capital or word.folded in PARTICLES:
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


def body_spoken_for(name: str) -> str | None:
    """The body, as written, for which one speaks who is named with a role at it; None where there is none.

    "Marrow Eye Hospital director Ina Tolvar", "the dean of Marrow College", "volunteers of the Marrow Relief
    Network": the body speaks through them.
    """
    words = words_of(name)
    if not words:
        return None
    spoken = _of_spokesman(words)
    if spoken:
        return as_written(name, spoken)
    if (words[0].folded,) in phrases("unnamed", "determiners"):
        return None
    body = _with_role_behind(words) or _with_role_before(words)
    return re.sub(r"['’]s$", "", as_written(name, body)) if body else None


def _of_spokesman(words: tuple[Word, ...]) -> tuple[Word, ...] | None:
    """ "A Marrow Front spokesman", "a spokesman for the rail union", "Ina Tolvar, spokeswoman of the company"."""
    at = next((i for i, word in enumerate(words) if word.folded.startswith("spokes")), None)
    if at is None:
        return None
    behind = words[at + 1 :]
    if behind[:1] and behind[0].folded in {"for", "of", "at", "from", "with"}:
        until = next((i for i in range(1, len(behind)) if behind[i].breaks), len(behind))
        return tuple(word for n, word in enumerate(behind[1:until]) if n or word.folded != "the") or None
    start = 1 if (words[0].folded,) in phrases("unnamed", "determiners") else 0
    before = words[start:at]
    return (
        before
        if before and not any(word.breaks for word in before) and before[-1].folded not in {"her", "his"}
        else None
    )


def _with_role_behind(words: tuple[Word, ...]) -> tuple[Word, ...] | None:
    kinds, heads = phrases("sources_bodies", "institutions"), phrases("sources_bodies", "heads")
    for k in reversed(range(len(words) - 1)):
        body, after = words[: k + 1], words[k + 1 : k + 4]
        noun = words[k].folded
        if not {(noun,), (noun.removesuffix("s"),)} & kinds or not any((word.folded,) in heads for word in after):
            continue
        generic = (k == 0 or (k == 1 and tuple(word.folded for word in body) in kinds)) and not {
            (noun,),
            (noun.removesuffix("s"),),
        } & phrases("sources_bodies", "too_bare")
        proper = k > 0 and all(word.capital for word in body)
        if (generic or proper) and not any(word.breaks for word in (*body, after[0])):
            return body
    return None


def _with_role_before(words: tuple[Word, ...]) -> tuple[Word, ...] | None:
    roles = phrases("sources_bodies", "heads") | phrases("sources_bodies", "members")
    at = next((i for i, w in enumerate(words) if i and w.folded in {"of", "for", "from", "with", "at"}), None)
    if at is None or not any((word.folded,) in roles for word in words[:at]):
        return None
    if words[at].folded == "at" and not any(
        (word.folded,) in phrases("sources_bodies", "heads") for word in words[:at]
    ):
        return None
    until = next((i for i in range(at + 1, len(words)) if words[i].breaks), len(words))
    body = tuple(word for word in words[at + 1 : until] if word.folded != "the")
    kinds = phrases("sources_bodies", "institutions")
    proper = len(body) > 1 and body[0].capital and (body[-1].folded,) in kinds and body[-1].capital
    return body if proper else None


def institution_of(source: Source, words: str = "") -> tuple[str, frozenset[str]] | None:
    """What kind of body an unlisted source is, and the words that tell it from others; None where it is none.

    `words` are those for a person, where they tell of a role at a body ("a union leader, Ina Tolvar").
    """
    if not source.id.startswith("name:"):
        return None
    kinds = phrases("sources_bodies", "institutions")
    if source.kind is SourceKind.PERSON:
        held = _role_at(words_of(words), kinds)
        return (held, frozenset()) if held else None
    folded = tuple(source.id.removeprefix("name:").split())
    spots = ((at, size) for size in (2, 1) for at in reversed(range(len(folded) - size + 1)))
    neutral = phrases("sources_bodies", "neutral")
    for at, size in spots:
        ends = at + size == len(folded) or folded[at + size] in {"of", "for", "in"} or size > 1
        if ends and folded[at : at + size] in kinds:
            rest = (*folded[:at], *folded[at + size :])
            return " ".join(folded[at : at + size]), frozenset(w.removesuffix("s") for w in rest if (w,) not in neutral)
    return None


def _role_at(words: tuple[Word, ...], kinds: frozenset[tuple[str, ...]]) -> str | None:
    """The kind of body beside a role in words for a person."""
    folded = tuple(word.folded for word in words)
    for at in range(len(folded)):
        for size in (2, 1):
            role = folded[at + size : at + size + 2]
            if folded[at : at + size] in kinds and any((word,) in phrases("sources_bodies", "heads") for word in role):
                return " ".join(folded[at : at + size])
    return None
