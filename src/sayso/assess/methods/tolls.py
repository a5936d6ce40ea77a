"""The deaths of one incident as one number with its ends, for methods that count everybody killed together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.assess.methods.airwars import contested_status
from sayso.assess.methods.basis import CIVILIANS, Basis, Stated, floors
from sayso.knowledge.vocabulary import word_list
from sayso.model import ClaimKind, Group, Measure, Method, Status

DEATHS = (Measure.KILLED, Measure.EXECUTED)
"""What counts as deaths: the first that has figures; figures of the two are never mixed."""


@dataclass(frozen=True, slots=True)
class Tolls:
    """The figures that count everybody killed, or the largest group that is counted."""

    stated: tuple[Stated, ...]
    what: str
    """Whom they count, in words."""


def tolls(basis: Basis, method: Method) -> Tolls:
    """Figures for all killed where there are any; else civilians, fighters, or the largest group of civilians."""
    mixed = _people_and_civilians(basis, method)
    if mixed:
        return Tolls(mixed, "people")
    for groups, what in (
        ((Group.UNSPECIFIED,), "people"),
        ((Group.CIVILIAN,), "civilians"),
        ((Group.COMBATANT,), "fighters"),
    ):
        stated = basis.stated(method, DEATHS, groups)
        if stated:
            return Tolls(stated, what)
    parts = [basis.stated(method, DEATHS, (group,)) for group in CIVILIANS if group is not Group.CIVILIAN]
    held = [part for part in parts if part]
    if not held:
        return Tolls((), "people")
    largest = max(held, key=lambda part: (max(one.lowest or 0 for one in part), part[0].claim.id))
    return Tolls(largest, f"{(largest[0].claim.group or Group.UNSPECIFIED).value}s".replace("childs", "children"))


def _people_and_civilians(basis: Basis, method: Method) -> tuple[Stated, ...]:
    """Where nobody speaks of fighters, "40 civilians" of one origin and "35 people" of another count the same dead."""
    people = basis.stated(method, DEATHS, (Group.UNSPECIFIED,))
    if not people or basis.stated(method, DEATHS, (Group.COMBATANT,)):
        return people
    told = {one.origin.id for one in people}
    civilians = basis.stated(method, DEATHS, (Group.CIVILIAN,))
    return (*people, *(one for one in civilians if one.origin.id not in told and one.claim.subset_of is None))


def both_sides(basis: Basis, method: Method) -> tuple[tuple[Stated, ...], tuple[Stated, ...]] | None:
    """Civilians and fighters that are counted apart, with no figure for all; None where that is not so.

    Where different origins call the same people the one and the other, they are not added up.
    """
    civilians = basis.stated(method, DEATHS, (Group.CIVILIAN,))
    fighters = basis.stated(method, DEATHS, (Group.COMBATANT,))
    if not civilians or not fighters or basis.stated(method, DEATHS, (Group.UNSPECIFIED,)):
        return None
    return None if contested_status(basis, method, "killed", DEATHS) else (civilians, fighters)


def lowest(stated: Sequence[Stated]) -> tuple[int, Stated] | None:
    """The least number that the figures allow, and that figure; "up to 470" counts only where nothing else does."""
    held = floors(stated)
    firm = [one for one in held if one.low is not None]
    found = [(one.lowest, one) for one in firm or held if one.lowest is not None]
    return min(found, key=lambda item: (item[0], not item[1].origin.is_counted, item[1].claim.id), default=None)


def highest(stated: Sequence[Stated]) -> tuple[int, Stated] | None:
    """The greatest number that any of the figures states, and that figure."""
    found = [(one.highest, one) for one in stated if one.highest is not None]
    return min(found, key=lambda item: (-item[0], not item[1].origin.is_counted, item[1].claim.id), default=None)


def says_deaths(basis: Basis) -> bool:
    """Some claim says that people were killed, with a number or without."""
    return any(_is_death(basis, kind) for kind in (ClaimKind.FIGURE, ClaimKind.HARM))


def _is_death(basis: Basis, kind: ClaimKind) -> bool:
    for claim in basis.claims:
        if claim.kind is not kind or claim.id in basis.accused or claim.status is Status.DENIED:
            continue
        if claim.measure in DEATHS or (kind is ClaimKind.HARM and _speaks_of_death(claim.words)):
            return True
    return False


def _speaks_of_death(words: str) -> bool:
    """Harm without a number has no measure: its words tell."""
    return _death_words().search(words) is not None


@cache
def _death_words() -> re.Pattern[str]:
    listed = "|".join(re.escape(words) for words in word_list("methods/deaths", "deaths"))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def no_deaths_stated(basis: Basis) -> bool:
    """Casualties or injured are stated, by whomever, and deaths by nobody."""
    harmed = {Measure.INJURED, Measure.KILLED_OR_INJURED}
    stated = [claim.measure for claim in basis.claims if claim.figure and claim.status is not Status.DENIED]
    return not says_deaths(basis) and not set(DEATHS) & {*stated} and any(measure in harmed for measure in stated)


def only_the_accused_number(basis: Basis) -> bool:
    """The one number of deaths is the accused party's own."""
    return any(claim.id in basis.accused and claim.measure in DEATHS and claim.figure for claim in basis.claims)
