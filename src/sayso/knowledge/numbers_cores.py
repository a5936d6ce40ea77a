"""Numbers as words and digits spell them, before any modifier."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sayso.knowledge.numbers_bounds import modifier_before
from sayso.knowledge.numbers_pieces import Core, Piece, lower_at
from sayso.knowledge.numbers_words import number_words
from sayso.model import Modifier

_NEEDS_OF = re.compile(r"(?:number|numbers|tens|handful|pair)$")


_ROUND = frozenset({"hundred", "thousand", "million", "dozen", "lakh", "crore"})
_LARGEST = 10_000_000_000
"""More than all people: a longer row of digits is no count."""
_LONGEST = 20
"""Digits, those after the point too: no count is written with more, and a row of any length may stand in a text."""
Number = int | Fraction

YEARS = range(1900, 2101)


def core_at(pieces: Sequence[Piece], at: int) -> Core | None:
    """The number that starts at a piece; None where none does."""
    if pieces[at].kind != "digits" and pieces[at].lower not in number_words().openers:
        return None
    return _set_phrase(pieces, at) or cardinal(pieces, at)


def _set_phrase(pieces: Sequence[Piece], at: int) -> Core | None:
    """The longest vague, exact or "none" phrase that starts here."""
    words = number_words()
    first = pieces[at].lower
    for size in range(min(words.longest, len(pieces) - at), 0, -1):
        phrase = tuple(p.lower for p in pieces[at : at + size])
        after = lower_at(pieces, at + size)
        after = lower_at(pieces, at + size + 1) if after in {'"', "“", "”"} else after
        if phrase in words.vague:
            if _NEEDS_OF.search(phrase[-1]) and after != "of":
                return None
            return Core(at, at + size, words.vague[phrase], None, Modifier.VAGUE)
        longer = cardinal(pieces, at + 1, opened=True) if first == "a" and phrase[-1] in words.scales else None
        if longer is not None and longer.last > at + size:
            return replace(longer, first=at)
        if phrase in words.exact and not (phrase[-1] in words.scales and after in words.scales):
            number = words.exact[phrase]
            return Core(at, at + size, number, number, Modifier.EXACT)
        if phrase in words.none and not (first == "no" and size == 1 and _no_is_no_count(pieces, at)):
            return Core(at, at + size, 0, 0, Modifier.VAGUE)
    return None


def _no_is_no_count(pieces: Sequence[Piece], at: int) -> bool:
    """ "No. 5", "no longer", "no fewer than" ... are no zeros."""
    return lower_at(pieces, at + 1) in {".", "longer", "fewer", "less", "more", "doubt", "matter", ","} or (
        at + 1 < len(pieces) and pieces[at + 1].kind == "digits"
    )


def cardinal(pieces: Sequence[Piece], at: int, *, opened: bool = False) -> Core | None:
    """A number in digits or words, with scales ("1.5 million", "two hundred and five"); `opened`: an article makes a
    scale at its head one of them ("a hundred and five")."""
    words = number_words()
    total: Number = 0
    current: Number = 0
    seen = False
    place = at
    while place < len(pieces):
        piece, lower = pieces[place], pieces[place].lower
        if piece.kind == "digits" and not seen:
            written = _written(piece.text)
            if written is None:
                return None
            current, seen = written, True
        elif not seen and lower in _ROUND and (opened or _stands_for_one(pieces, place)):
            scale = words.scales[lower]
            total, current, seen = (scale, 0, True) if scale >= 1000 else (0, scale, True)
        elif lower in words.units and (not seen or _unit_fits(current, words.units[lower], pieces, place)):
            current, seen = current + words.units[lower], True
        elif lower in words.tens and (not seen or current % 100 == 0) and not _is_digits(pieces, place - 1):
            current, seen = current + words.tens[lower], True
        elif seen and lower in words.scales:
            scaled = max(current, 1) * words.scales[lower]
            total, current = (total, scaled) if words.scales[lower] == 100 else (total + scaled, 0)
        elif not (seen and _joins(pieces, place, current, total)):
            break
        if total + current > _LARGEST:
            return None
        place += 1
    number = total + current
    if not seen or number.denominator != 1:
        return None
    return Core(at, place, int(number), int(number), Modifier.EXACT)


def _stands_for_one(pieces: Sequence[Piece], at: int) -> bool:
    """ "over hundred people", "another dozen"."""
    another = lower_at(pieces, at - 1) == "another"
    return another or (pieces[at].lower != "dozen" and modifier_before(pieces, at) is not None)


def _written(digits: str) -> Number | None:
    """The number that a row of digits writes; None for what is no count ("007", a row of hundreds of digits)."""
    bare = re.sub(r"[,\s]", "", digits)
    if len(bare) > _LONGEST or (bare.startswith("0") and len(bare) > 1 and "." not in bare):
        return None
    return Fraction(bare) if "." in bare else int(bare)


def _is_digits(pieces: Sequence[Piece], at: int) -> bool:
    return 0 <= at < len(pieces) and pieces[at].kind == "digits"


def _unit_fits(current: Number, unit: int, pieces: Sequence[Piece], at: int) -> bool:
    if _is_digits(pieces, at - 1):
        return False
    return (current % 100 == 0) or (current % 10 == 0 and 20 <= current % 100 <= 90 and 0 < unit < 10)


def _joins(pieces: Sequence[Piece], at: int, current: Number, total: Number) -> bool:
    """ "and" after a hundred or thousand, a hyphen between tens and units, before another number word."""
    words = number_words()
    after = lower_at(pieces, at + 1)
    if pieces[at].lower == "and":
        small = after in words.units or after in words.tens
        hundred = lower_at(pieces, at - 1) in words.scales and lower_at(pieces, at - 1) != "dozen"
        return small and hundred and (current % 100 == 0) and (current or total) > 0
    if pieces[at].text in "-‐‑":
        return after in words.units and 0 < words.units[after] < 10 and lower_at(pieces, at - 1) in words.tens
    return False


def as_range(pieces: Sequence[Piece], core: Core) -> Core | None:
    """ "20 to 25", "20-25", "between 20 and 25", "six or seven"; not "rose from 17 to 35"."""
    if core.low is None or core.low != core.high or core.low == 0:
        return None
    before, at = lower_at(pieces, core.first - 1), core.last
    perhaps = lower_at(pieces, at) == "," and lower_at(pieces, at + 1) in {"or", "maybe", "perhaps", "possibly"}
    at += perhaps
    joint = "or" if perhaps else lower_at(pieces, at)
    between = before == "between" and joint == "and"
    if not between and (joint not in {"to", "-", "–", "or"} or before in {"from", "by"}):
        return None
    if joint == "to" and before.rstrip(".") in number_words().months:
        return None  # "since August 8 to 194"
    other = cardinal(pieces, at + 1) if at + 1 < len(pieces) else None
    if other is None or other.high is None or other.high <= core.low:
        return None
    if other.high in YEARS and core.low in YEARS:
        return None
    if joint == "or" and other.high > core.low * 2:
        return None
    return Core(core.first - between, other.last, core.low, other.high, Modifier.RANGE)
