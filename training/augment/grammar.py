"""Templates out of YAML: rules are lists of lines, a line has choices in [a|b|] and slots in {braces}."""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import yaml

from training.augment.markup import TAG, shifted

DATA = Path(__file__).resolve().parent / "data"
ACTS = ("denies", "declines", "unverified", "calls", "believes")
_WEIGHT = re.compile(r"(\d+)\* ?")
_ACT = re.compile(rf"<(q\d+) ({'|'.join(ACTS)})>")
Rules = Mapping[str, tuple[tuple[int, str], ...]]
"""Lines with their weights, by the rule's name."""


@cache
def rules(name: str) -> Rules:
    """The rules of one file under data/ ("frames", "domains/court")."""
    with (DATA / f"{name}.yaml").open(encoding="utf-8") as lines:
        read: dict[str, str] = yaml.safe_load(lines)
    return {rule: tuple(_weighted(line) for line in text.splitlines()) for rule, text in read.items()}


@cache
def lists(name: str) -> dict[str, dict[str, list[str]]]:
    """The plain lists of one file under data/ ("names")."""
    with (DATA / f"{name}.yaml").open(encoding="utf-8") as lines:
        read: dict[str, dict[str, list[str]]] = yaml.safe_load(lines)
    return read


@cache
def domains() -> tuple[str, ...]:
    """The names of the domains, in order."""
    return tuple(sorted(path.stem for path in (DATA / "domains").glob("*.yaml")))


def _weighted(line: str) -> tuple[int, str]:
    weight = _WEIGHT.match(line)
    words = line[weight.end() :] if weight else line
    return int(weight[1]) if weight else 1, _ACT.sub(r'<\1 act="\2">', words)


def capitalised(words: str) -> str:
    """The words with their first letter in upper case, whatever tags and marks stand before it."""
    at = 0
    while at < len(words):
        tag = TAG.match(words, at)
        if tag:
            at = tag.end()
        elif words[at] in MARKERS:
            at = words.index(MARKERS[words[at]], at) + 1
        elif words[at].isalnum():
            return words[:at] + words[at].upper() + words[at + 1 :]
        else:
            at += 1
    return words


MARKERS = {"⟦": "⟧"}
"""What stands between these belongs to the generator, not to the passage."""


class Expander:
    """Expands templates with one random source; a slot is asked of `special` first, then of the rules in turn."""

    def __init__(
        self, rng: random.Random, sources: list[Rules], special: Callable[[str, random.Random], str | None]
    ) -> None:
        self.rng = rng
        self.sources = sources
        self.special = special
        self.used: set[str] = set()
        """Lines of `once` rules that stand in this passage already."""
        self._tags = 0

    def expand(self, template: str) -> str:
        """The template with its choices made and its slots filled."""
        words, at = self._sequence(template, 0, "")
        if at != len(template):
            raise ValueError(f"A bracket closes nothing in: {template}")
        return words

    def rule(self, name: str) -> str:
        """One line of a rule, expanded; raises KeyError where no source has the rule."""
        for source in self.sources:
            if name in source:
                return self.expand(self.numbered(self.line(name, source[name])))
        raise KeyError(f"No rule named {name}.")

    def line(self, name: str, lines: tuple[tuple[int, str], ...]) -> str:
        """A line of a rule by weight; clauses, quotations and narration come only once in a passage."""
        if name not in ONCE:
            return self.rng.choices([line for _, line in lines], [weight for weight, _ in lines])[0]
        fresh = [(weight, line) for weight, line in lines if line not in self.used] or list(lines)
        chosen = self.rng.choices([line for _, line in fresh], [weight for weight, _ in fresh])[0]
        self.used.add(chosen)
        return chosen

    def numbered(self, words: str) -> str:
        """A template with tag numbers that no other template of the passage has."""
        if not TAG.search(words):
            return words
        self._tags += 100
        return shifted(words, self._tags)

    def _sequence(self, template: str, at: int, stop: str) -> tuple[str, int]:
        out: list[str] = []
        while at < len(template) and template[at] not in stop:
            if template[at] == "[":
                words, at = self._choice(template, at + 1)
                out.append(words)
            elif template[at] == "{":
                end = template.index("}", at)
                out.append(self._slot(template[at + 1 : end]))
                at = end + 1
            else:
                out.append(template[at])
                at += 1
        return "".join(out), at

    def _choice(self, template: str, at: int) -> tuple[str, int]:
        starts, depth, end = [at], 1, at
        while depth:
            mark = template[end]
            depth += (mark == "[") - (mark == "]")
            if mark == "|" and depth == 1:
                starts.append(end + 1)
            end += 1
        start = self.rng.choice(starts)
        words, _ = self._sequence(template, start, "|]")
        return words, end

    def _slot(self, name: str) -> str:
        words = self.special(name, self.rng)
        if words is not None:
            return words
        if name[0].isupper():
            return capitalised(self._slot(name[0].lower() + name[1:]))
        return self.rule(name)


ONCE = frozenset({"clause", "quote", "statement", "narr", "narr_common", "common", "head", "np"})
