"""Signs of number: how the figures of two tellings stand to each other, and how telling it is that they agree."""

import math
from collections.abc import Iterable, Iterator

from sayso.link.interface import Telling
from sayso.link.sign import Sign
from sayso.model import Claim, Group, Measure, Modifier

_FIGURE_RANK = (
    *("number_20", "number_5", "number_few", "numbers_close", "numbers_open"),
    *("numbers_differ", "numbers_far", "no_number"),
)


def figure_sign(left: Telling, right: Telling) -> Sign:
    """How the figures of one measure stand to each other: the best agreement counts."""
    found = [sign for mine in left.claims for theirs in right.claims if (sign := _compare(mine, theirs))]
    if not found:
        return Sign("no_same_measure", "No figures of one measure to compare")
    return min(found, key=lambda sign: (_FIGURE_RANK.index(sign.name), sign.reason))


def other_figures_sign(left: Telling, right: Telling, best: Sign) -> Sign | None:
    """Whether, beside one number that is the same, others of one measure and group differ."""
    if not best.name.startswith("number_"):
        return None
    found = [sign for mine in left.claims for theirs in right.claims if (sign := _compare(mine, theirs))]
    same = sum(sign.name.startswith("number_") for sign in found)
    apart = [sign for sign in found if sign.name in ("numbers_differ", "numbers_far")]
    return Sign("other_numbers_differ", min(sign.reason for sign in apart)) if len(apart) >= same else None


_GREAT = 100
"""A toll from which on few happenings come into question."""
_MOST_NUMBERS = 3.0
"""What several numbers that agree can count at most."""


def rare_signs(left: Telling, right: Telling) -> Iterator[Sign]:
    """Numbers that few happenings share: great tolls, several at once, one that is not round, one of one source."""
    if min(left.greatest, right.greatest) >= _GREAT:
        yield Sign("great_tolls", "Both tolls are great")
    shared = sorted(left.numbers & right.numbers, key=lambda n: (-telling_number(n[1]), n[0].value, n[1]))
    if shared:
        first, *more = (telling_number(number) for _, number in shared)
        yield Sign("telling_number", f"Few happenings have the number {shared[0][1]}", first)
        if more:
            said = ", ".join(str(number) for _, number in shared[:3])
            yield Sign("several_numbers", f"Several numbers agree ({said})", min(_MOST_NUMBERS, math.fsum(more)))
    sources = left.sources & right.sources
    if sources:
        name = "same_source_number" if shared else "same_source_other_number"
        yield Sign(name, f"Both name {min(sources)}, with {'one number' if shared else 'other numbers'}")


def greatest(claims: Iterable[Claim]) -> int:
    """The greatest number of people killed that claims state; 0 where they state none."""
    return max((number_of(c) or 0 for c in claims if measure_of(c) is Measure.KILLED), default=0)


_LEAST = 3
"""Who tells of one or two dead may tell of anything."""


def stated_numbers(claims: Iterable[Claim]) -> frozenset[tuple[Measure, int]]:
    """The numbers that claims state, by measure; vague words state none."""
    found = set()
    for claim in claims:
        measure, number = measure_of(claim), number_of(claim)
        if measure and number and number >= _LEAST and claim.figure and claim.figure.modifier is not Modifier.VAGUE:
            found.add((measure, number))
    return frozenset(found)


def telling_number(number: int) -> float:
    """How telling it is that two reports state one number: 429 is rarer than 400, and 400 than 4. Our own choice."""
    if number < 10:
        return 0.3
    if number < 100:
        return 0.5 if number % 10 == 0 else 1.0
    return 0.7 if number % 100 == 0 else 1.0 if number % 50 == 0 else 2.0


def _compare(mine: Claim, theirs: Claim) -> Sign | None:
    """How two figures stand to each other; None where their measures or groups are not the same."""
    if measure_of(mine) is not measure_of(theirs) or mine.figure is None or theirs.figure is None:
        return None
    ours, others = number_of(mine), number_of(theirs)
    if ours is None or others is None:
        return Sign("no_number", "A figure without number")
    said = f'"{mine.words}" and "{theirs.words}"'
    if ours == others:
        name = "number_20" if ours >= 20 else "number_5" if ours >= 5 else "number_few"
        return Sign(name, f"{said}: the same number")
    if (mine.group or Group.UNSPECIFIED) is not (theirs.group or Group.UNSPECIFIED):
        return None
    ratio = max(ours, others) / max(1, min(ours, others))
    if ratio <= 1.25:
        return Sign("numbers_close", f"{said} are close")
    if _leaves_room(mine, others) or _leaves_room(theirs, ours):
        return Sign("numbers_open", f"{said} can both hold")
    return Sign("numbers_differ" if ratio <= 3 else "numbers_far", f"{said} differ")


def _leaves_room(claim: Claim, number: int) -> bool:
    """The figure states no end on the side where the number lies ("hundreds" and 1,400)."""
    assert claim.figure is not None  # noqa: S101  checked by the caller
    if claim.figure.high is None:
        return claim.figure.low is not None and number >= claim.figure.low
    return claim.figure.low is None and number <= claim.figure.high


def measure_of(claim: Claim) -> Measure | None:
    """The claim's measure; who was executed was killed."""
    return Measure.KILLED if claim.measure is Measure.EXECUTED else claim.measure


def number_of(claim: Claim) -> int | None:
    """The lower number that a claim states, else the upper one; None where it states none."""
    if claim.figure is None:
        return None
    return claim.figure.low if claim.figure.low is not None else claim.figure.high


def contradict(mine: Claim, theirs: Claim) -> bool:
    """Exact numbers of one measure and group that differ, and none a part of the other."""
    if measure_of(mine) is not measure_of(theirs) or mine.group is not theirs.group:
        return False
    if mine.subset_of == theirs.id or theirs.subset_of == mine.id or not mine.figure or not theirs.figure:
        return False
    exact = mine.figure.modifier is Modifier.EXACT and theirs.figure.modifier is Modifier.EXACT
    return exact and mine.figure.low != theirs.figure.low
