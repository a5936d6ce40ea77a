"""Incidents -> Assessments: the material that a sheet is made of.

What it can fall short of: who is accused is known as far as the words for the blamed name a party that the registry
knows; figures of unnamed sources and of outlets' own voices set no agreement.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.model import Claim, ClaimId, Incident, OriginGroup, Report, ReportId

METHOD = "sayso incident sheet"
VERSION = "1"


@dataclass(frozen=True)
class Material:
    """An incident with its claims and their reports at hand."""

    incident: Incident
    claims: tuple[Claim, ...]
    reports: Mapping[ReportId, Report]

    @cached_property
    def origin_of(self) -> Mapping[ClaimId, OriginGroup]:
        """Claims to the origin group of their first source; denials, silences and the like have none."""
        return {claim: origin for origin in self.incident.origins for claim in origin.claims}

    @cached_property
    def origins_of(self) -> Mapping[ClaimId, tuple[OriginGroup, ...]]:
        """Claims to the origin groups of all who make them: several, where sources say a thing side by side."""
        found: dict[ClaimId, tuple[OriginGroup, ...]] = {}
        for origin in self.incident.origins:
            for claim in origin.told:
                found[claim] = (*found.get(claim, ()), origin)
        return found

    @cached_property
    def by_id(self) -> Mapping[ClaimId, Claim]:
        """The incident's claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def figures(self) -> tuple[Claim, ...]:
        """The claims that count people."""
        return tuple(claim for claim in self.claims if claim.measure is not None and claim.figure is not None)
