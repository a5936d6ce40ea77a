"""Damage as scraped corpora have it."""

import random
import re

from training.augment.markup import Edit, edited, untag

_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?= )")
_COMMAS = re.compile(r"(?<!\d),(?=[ \n\"”’'])|(?<=\d),(?=\d{3})")


def lower_noise(tagged: str, rng: random.Random | None = None) -> str:
    """The passage with its apostrophes lost ("didnt", "the citys") and its commas with them.

    With `rng` only the one or the other, or both, may be lost.
    """
    text = untag(tagged)
    apostrophes, commas = (True, True) if rng is None else rng.choice([(True, True), (True, False), (False, True)])
    lost = list(_APOSTROPHES.finditer(text)) if apostrophes else []
    lost += list(_COMMAS.finditer(text)) if commas else []
    return edited(tagged, [Edit(mark.start(), mark.end(), "") for mark in lost])
