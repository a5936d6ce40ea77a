"""Names in real passages put in place of by others of their kind, the same everywhere in one passage."""

import random
import re
from dataclasses import dataclass, field
from functools import cache

from training.augment.grammar import domains, lists, rules
from training.augment.markup import TAG, Edit, edited, pieces, spans, untag

_DEMONYM = re.compile(r"\w{2,}(?:ian|ish|ese|ch)s?")
_NAME = r"(?:(?:al|el)-)?[A-Z][\w’'-]*"
_RUN = re.compile(rf"\b{_NAME}(?:(?: (?:of|for|de|da|del|van|bin|ibn|al|and|the)){{0,2}} {_NAME})*")


@dataclass
class _Swaps:
    """What stands for what: whole names first, then the parts of a person's name that stand alone."""

    rng: random.Random
    new: dict[str, str] = field(default_factory=dict)

    def add(self, old: str, new: str) -> None:
        self.new.setdefault(old, new)


def swap_names(tagged: str, rng: random.Random) -> str:
    """The passage with other persons, outlets and bodies as speakers, origins and relays.

    A name is swapped everywhere it stands, in the `ref`s too; one that a tag divides somewhere is left as it is.
    Places, titles and what is named nowhere but in the narration stay.
    """
    text = untag(tagged)
    swaps = _Swaps(rng)
    for letter, _, start, end in spans(tagged):
        if letter in "sov":
            _look_at(text[start:end], swaps, relay=letter == "v")
    whole = _not_divided(tagged, text, swaps.new)
    if not whole:
        return tagged
    pattern = _pattern(whole)
    edits = [Edit(m.start(), m.end(), whole[m[0]]) for m in pattern.finditer(text)]
    changed = edited(tagged, edits)
    return TAG.sub(lambda tag: _ref_swapped(tag, pattern, whole), changed)


def _pattern(names: dict[str, str]) -> re.Pattern[str]:
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")


def _look_at(words: str, swaps: _Swaps, *, relay: bool) -> None:
    """Find the names in a speaker's words and give each another."""
    known = outlet_names()
    for run in _RUN.finditer(words):
        name = _without_titles(run[0])
        if not name or name in swaps.new:
            continue
        if name in known or (_has("outlets", name) and " " in name) or (relay and name.isupper()):
            swaps.add(name, _other(known, name, swaps.rng))
        elif _has("bodies", name):
            if len(name.split()) > 1:
                swaps.add(name, _body_like(name, swaps.rng))
        elif _is_person(name, run[0] != name) and not _is_thing(words, run):
            _add_person(name, swaps)


def _has(kind: str, name: str) -> bool:
    """Whether the name has a word that marks the kind."""
    return any(word in _words(kind) for word in name.lower().split())


@cache
def _words(kind: str) -> frozenset[str]:
    """One list of data/name_words.yaml."""
    return frozenset(word for _, line in rules("name_words")[kind] for word in line.split())


@cache
def _lines(kind: str) -> tuple[str, ...]:
    """One list of data/name_words.yaml whose entries have several words."""
    return tuple(line for _, line in rules("name_words")[kind])


def _without_titles(name: str) -> str:
    """The name without titles before it, and without linking words at its edges."""
    words = name.split()
    while words and (words[0].lower().strip(".'") in _words("titles") or words[0] in _words("links")):
        words.pop(0)
    while words and words[-1] in _words("links"):
        words.pop()
    return re.sub(r"['’]s?$", "", " ".join(words))


def _is_thing(words: str, run: re.Match[str]) -> bool:
    """Whether "the" before the capitals, or the noun after them, says that they name no person."""
    after_article = words[: run.start()].lower().endswith("the ") or run[0].startswith("The ")
    after = words[run.end() :].split(maxsplit=1)
    return after_article or bool(after and after[0] in _words("after_no_person"))


def _is_person(name: str, has_title: bool) -> bool:
    words = name.split()
    plain = all(word in ("de", "da", "del", "van", "bin", "ibn", "al") or word[0].isalpha() for word in words)
    if not plain or any(word in ("of", "for", "and", "the") for word in words) or name.isupper():
        return False
    if any(re.fullmatch(r"[A-Z]{2,}s?", word) for word in words):
        return False
    if any(_DEMONYM.fullmatch(word) or word.removesuffix("s") in _words("no_person") for word in words):
        return False
    return 2 <= len(words) <= 4 or (has_title and len(words) == 1 and len(name) > 3)


def _add_person(name: str, swaps: _Swaps) -> None:
    regions = lists("names")
    region = regions[swaps.rng.choice(sorted(regions))]
    given, surname = swaps.rng.choice(region["men"] + region["women"]), swaps.rng.choice(region["surnames"])
    words = name.split()
    if len(words) == 1:
        swaps.add(name, surname)
        return
    swaps.add(name, f"{given} {surname}")
    for at in range(1, len(words)):
        swaps.add(" ".join(words[at:]), surname)


def _other(names: tuple[str, ...], name: str, rng: random.Random) -> str:
    return rng.choice([one for one in names if one != name])


def _body_like(name: str, rng: random.Random) -> str:
    """Another body with the same noun ("Observatory"), so that the noun alone still stands for it."""
    nouns = [word for word in name.split() if word.lower() in _words("bodies") - _words("no_head")]
    noun = nouns[0] if nouns else ""
    if not noun[:1].isupper():
        return _other(body_names(), name, rng)
    regions = lists("names")
    place = rng.choice(regions[rng.choice(sorted(regions))]["places"])
    field = rng.choice(sorted(_lines("fields")))
    return f"{place} {noun} {field}" if rng.random() < 0.75 else f"{place} {noun}"


def _not_divided(tagged: str, text: str, new: dict[str, str]) -> dict[str, str]:
    """The names that no tag stands inside of, anywhere in the passage."""
    if not new:
        return {}
    edges = {piece.start for piece in pieces(tagged) if piece.is_tag}
    divided = {
        match[0]
        for match in _pattern(new).finditer(text)
        if any(at in edges for at in range(match.start() + 1, match.end()))
    }
    return {old: words for old, words in new.items() if not any(old in one or one in old for one in divided)}


def _ref_swapped(tag: re.Match[str], pattern: re.Pattern[str], new: dict[str, str]) -> str:
    ref = re.search(r' ref="([^"]*)"', tag[0])
    if ref is None:
        return tag[0]
    return tag[0].replace(ref[0], f' ref="{pattern.sub(lambda m: new[m[0]], ref[1])}"')


@cache
def outlet_names() -> tuple[str, ...]:
    """Outlets and agencies by name, without an article before them."""
    lines = [line for rule in ("agency", "outlet") for _, line in rules("outlets")[rule]]
    plain = [re.sub(r"^(?:the |The )", "", line) for line in lines if not re.search(r"[\[{]", line)]
    return tuple(sorted({name for name in plain if name[0].isupper()}))


@cache
def body_names() -> tuple[str, ...]:
    """Bodies by name, without an article before them."""
    found = set()
    for domain in domains():
        for _, line in rules(f"domains/{domain}")["bodies"]:
            name = re.sub(r"^the ", "", line.split("|")[0].strip())
            if name[0].isupper() and "{" not in name and "(" not in name and len(name.split()) > 1:
                found.add(name)
    return tuple(sorted(found))
