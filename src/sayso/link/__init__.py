"""Claims -> Incidents, across reports, with their origins and the reason for each join."""

from collections.abc import Sequence

from sayso.knowledge.sources import SourceRegistry
from sayso.link.interface import Linked, Telling
from sayso.link.linker import Linker
from sayso.link.places import PlaceJudge
from sayso.model import Claim, CopyGroup, Incident, Judgement, Report, SharedPassage

__all__ = ["Linked", "PlaceJudge", "Telling", "link", "link_with"]


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
    return link_with((), claims, reports, copies, registry, gazetteer).incidents


def link_with(
    judgements: Sequence[Judgement],
    claims: Sequence[Claim],
    reports: Sequence[Report],
    copies: Sequence[CopyGroup],
    registry: SourceRegistry,
    gazetteer: PlaceJudge | None = None,
    *,
    passages: Sequence[SharedPassage] = (),
) -> Linked:
    """As `link`, with what persons decided, with the uncertain links, and with notices about the judgements."""
    return Linker(registry, gazetteer, judgements).link(claims, reports, copies, passages)
