"""Claims -> Incidents, across reports, with their origins and the reason for each join."""

from collections.abc import Sequence

from sayso.knowledge.sources import SourceRegistry
from sayso.link.interface import Evidence, Telling
from sayso.link.linker import Linker
from sayso.link.places import PlaceJudge
from sayso.model import Claim, CopyGroup, Incident, Report

__all__ = ["Evidence", "PlaceJudge", "Telling", "link"]


def link(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    copies: Sequence[CopyGroup],
    registry: SourceRegistry,
    gazetteer: PlaceJudge | None = None,
) -> tuple[Incident, ...]:
    """The incidents that the claims tell of; every claim with a measure is in exactly one.

    Denials, admissions, silences, remarks on verification and harm without a number go with the incident that they
    plainly speak of, else they are in none. Without a gazetteer places are compared by their words alone.
    """
    return Linker(registry, gazetteer).link(claims, reports, copies)
