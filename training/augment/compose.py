"""Passages of two to six sentences: narration, and attributions of every kind, in the gold's own tags."""

import random
import re
from collections.abc import Iterator

from training.augment.finish import finished
from training.augment.grammar import capitalised
from training.augment.markup import untag
from training.augment.world import World

MIX = {
    "narration": 30,
    "says": 12,
    "after": 10,
    "according": 6,
    "adding": 6,
    "quotes": 12,
    "paragraphs": 3,
    "partial": 3,
    "told": 9,
    "post": 4,
    "origin": 10,
    "nested": 8,
    "denies": 6,
    "declines": 7,
    "unverified": 6,
    "calls": 6,
    "believes": 6,
    "hedges": 5,
    "blame": 6,
    "saw": 3,
}
"""How often a sentence is of each kind."""
PLAIN = 0.05
"""How many passages have no attribution in their body at all."""
SHARED_WORDS = 0.6
"""No two passages share more of their words than this; the smaller one's distinct words are the whole."""
TRIES = 40


def passages(seed: int, count: int) -> Iterator[dict[str, str]]:
    """`count` passages as {"article": id, "tagged": text}; the same seed gives the same passages."""
    seen = Distinct()
    made = tried = 0
    while made < count:
        rng = random.Random(f"{seed}:{tried}")
        tried += 1
        if tried > TRIES * count:
            raise ValueError(f"Only {made} passages differ enough from each other; ask for fewer, or add templates.")
        tagged = passage(rng)
        if seen.is_new(untag(tagged)):
            made += 1
            yield {"article": f"aug{seed}-{made:05d}", "tagged": tagged}


def passage(rng: random.Random) -> str:
    """One passage, tagged."""
    world = World(rng)
    lines = [*_opening(world, rng), _body(world, rng)]
    if rng.random() < 0.05:
        lines.append(world.rule("closing"))
    return finished("\n".join(lines), rng)


def _opening(world: World, rng: random.Random) -> list[str]:
    return [world.headline()] if rng.random() < 0.2 else []


def _body(world: World, rng: random.Random) -> str:
    count = rng.choices(range(2, 7), (3, 5, 5, 3, 2))[0]
    kinds = rng.choices(list(MIX), list(MIX.values()), k=count)
    if rng.random() < PLAIN:
        kinds = ["narration"] * count
    sentences = [world.sentence(kind) for kind in kinds]
    dateline = world.dateline() if rng.random() < 0.2 else ""
    breaks = rng.random() < 0.25
    joined = dateline + capitalised(sentences[0])
    for sentence in sentences[1:]:
        joined += ("\n" if breaks and rng.random() < 0.6 else " ") + sentence
    return joined


class Distinct:
    """Passages seen, as sets of words in bits: counting what two share is then one operation."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._seen: list[tuple[int, int]] = []

    def is_new(self, text: str) -> bool:
        """Whether no passage so far shares more than SHARED_WORDS of its words; if so, it is kept."""
        words = set(re.findall(r"\w+", text.lower()))
        bits = sum(1 << self._numbers.setdefault(word, len(self._numbers)) for word in words)
        for other, size in self._seen:
            if (bits & other).bit_count() > SHARED_WORDS * min(size, len(words)):
                return False
        self._seen.append((bits, len(words)))
        return True
