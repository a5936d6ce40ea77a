"""Which states are parties to what happened: only then do all their organs speak with one voice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.knowledge.source_words import fold, phrases
from sayso.knowledge.sources import UNKNOWN_GOVERNMENT, SourceRegistry
from sayso.model import Claim, EventKind, ReportId

_ARMED = {
    *(EventKind.AIRSTRIKE, EventKind.SHELLING, EventKind.CLASH, EventKind.CHEMICAL, EventKind.SIEGE),
    *(EventKind.BOMBING, EventKind.LANDMINE, EventKind.EXECUTION),
}
"""Kinds of happening in which a state stands on one side."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of one incident."""

    armed: bool
    """An armed conflict or attack: each state is a party."""
    blamed: frozenset[str] = frozenset()
    """Parties that are blamed for the harm, whatever happened."""

    def hold(self, party: str) -> bool:
        """The party is one to what happened; armed groups and oppositions always are."""
        is_state = party == UNKNOWN_GOVERNMENT or party.endswith("-government")
        if self.armed or not is_state or party in self.blamed:
            return True
        return party == UNKNOWN_GOVERNMENT and any(one.endswith("-government") for one in self.blamed)


@dataclass(frozen=True, slots=True)
class Told:
    """How many claims tell of arms, and of how many the kind of happening is told; and which parties are blamed."""

    armed: int = 0
    all: int = 0
    blamed: frozenset[str] = frozenset()

    @property
    def is_armed(self) -> bool:
        """Half of it or more tells of an armed conflict."""
        return self.armed * 2 >= max(1, self.all)

    def __add__(self, other: "Told") -> "Told":
        return Told(self.armed + other.armed, self.all + other.all, self.blamed | other.blamed)


def told_of_arms(
    claims: Sequence[Claim], countries: Mapping[ReportId, str], registry: SourceRegistry
) -> Mapping[ReportId, Told]:
    """For each report, how much of it tells of armed conflict."""
    found: dict[ReportId, Told] = {}
    for claim in claims:
        if claim.measure is not None:
            one = _told(claim, countries.get(claim.report), registry)
            found[claim.report] = found.get(claim.report, Told()) + one
    return found


def by_country(reports: Mapping[ReportId, Told], countries: Mapping[ReportId, str]) -> Mapping[str, Told]:
    """The same for all reports about a country together."""
    found: dict[str, Told] = {}
    for report, told in reports.items():
        if report in countries:
            found[countries[report]] = found.get(countries[report], Told()) + told
    return found


def sides(
    claims: Sequence[Claim],
    reports: Mapping[ReportId, Told],
    lands: Mapping[str, Told],
    countries: Mapping[ReportId, str],
    registry: SourceRegistry,
) -> Sides:
    """The parties of an incident: told by its claims, its reports, all reports about the country, and who is blamed."""
    figures = [claim for claim in claims if claim.measure is not None]
    members = sorted({claim.report for claim in figures})
    own = sum((_told(claim, countries.get(claim.report), registry) for claim in figures), Told())
    around = sum((reports[report] for report in members if report in reports), Told())
    there = [lands[land] for land in {countries[r] for r in members if r in countries} if land in lands]
    armed = own.is_armed or around.is_armed or any(land.is_armed for land in there)
    return Sides(armed, own.blamed | around.blamed)


def _told(claim: Claim, country: str | None, registry: SourceRegistry) -> Told:
    party = registry.resolve(claim.blamed, country).party if claim.blamed else None
    armed = claim.event in _ARMED or party is not None or _names_armed_group(claim)
    return Told(int(armed), 1, frozenset({party}) if party else frozenset())


def _names_armed_group(claim: Claim) -> bool:
    """Whoever is blamed is a group under arms ("gunmen", "bandits"), no single killer."""
    words = fold(claim.blamed) if claim.blamed else ()
    return any((word,) in phrases("sources_bodies", "armed_groups") for word in words)
