"""Quantities in text: digits, words and vague words with what bounds them ("at least two dozen"), and what is no count.

Dates, ages, money, distances, percentages, ordinals and model numbers are left out here; whether a quantity counts
people is for the reader of claims to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.knowledge.numbers_bounds import bounds_of, modifiers
from sayso.knowledge.numbers_cores import as_range, core_at
from sayso.knowledge.numbers_pieces import Core, Piece, cut
from sayso.knowledge.numbers_uncounted import may_count
from sayso.knowledge.numbers_words import number_words
from sayso.model import Modifier, Span

_AHEAD = 12
"""Code points read beyond the part asked about: a month there makes its last number a date."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text states it, with its bounds."""

    span: Span
    """With the modifier: "at least 22"."""
    number: Span
    """The number words alone: "22"."""
    low: int | None
    high: int | None
    modifier: Modifier

    @property
    def is_none(self) -> bool:
        """The words say that there was nobody ("no", "none", "no one")."""
        return self.low == 0 and self.high == 0


def find_quantities(text: str, within: Span | None = None) -> tuple[Quantity, ...]:
    """The quantities in a text, or in a part of it, in order and without overlap; spans point into `text`."""
    area = within or Span(0, len(text))
    ahead = min(len(text), area.end + _AHEAD)
    pieces = cut(text, area.start, ahead)
    found: list[Quantity] = []
    at = 0
    while at < len(pieces):
        core = core_at(pieces, at)
        if core is None:
            at += 1
            continue
        core = as_range(pieces, core) or core
        if pieces[core.first].start >= area.end:
            break
        quantity = _bounded(pieces, core) if may_count(pieces, core) else None
        if (
            quantity is not None
            and quantity.span.end <= area.end
            and (not found or quantity.span.start >= found[-1].span.end)
        ):
            found.append(quantity)
        at = core.last
    return tuple(found)


def read_number(words: str) -> int | None:
    """The number that a text spells ("twenty-two", "1,500", "half a million"); None where it is anything else."""
    pieces = cut(words)
    core = core_at(pieces, 0)
    if core is None or core.last != len(pieces) or core.low != core.high:
        return None
    return core.low


def spell(number: int) -> str:
    """A number from 0 to 999,999,999 in English words; raises ValueError outside of that."""
    if not 0 <= number < 1_000_000_000:
        raise ValueError(f"Only numbers from 0 to 999,999,999 can be spelled, got {number}.")
    words = number_words()
    small = {value: word for word, value in words.units.items()}
    tens = {value: word for word, value in words.tens.items() if word != "fourty"}
    if number < 20:
        return small[number]
    if number < 100:
        return tens[number - number % 10] + (f"-{small[number % 10]}" if number % 10 else "")
    for scale, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if scale == 100 else " "
            return f"{spell(number // scale)} {name}" + (f"{joint}{spell(rest)}" if rest else "")
    raise AssertionError(number)


def _bounded(pieces: Sequence[Piece], core: Core) -> Quantity | None:
    first, last, bound = modifiers(pieces, core)
    span = Span(pieces[first].start, pieces[last - 1].end)
    number = Span(pieces[core.first].start, pieces[core.last - 1].end)
    low, high, modifier = core.low, core.high, core.modifier
    if bound is None or modifier is Modifier.RANGE or core.low == 0:
        return Quantity(span, number, low, high, modifier)
    if modifier is Modifier.VAGUE:
        capped = bound in (Modifier.UP_TO, Modifier.FEWER_THAN)
        return Quantity(span, number, None if capped else low, high, modifier)
    low, high = bounds_of(bound, int(high or 0))
    return Quantity(span, number, low, high, bound)
