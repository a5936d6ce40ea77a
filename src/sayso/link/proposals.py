"""Uncertain links with both readings, for a person to decide."""

from collections.abc import Mapping, Sequence

from sayso.link.clusters import Cluster, Edge
from sayso.link.interface import Telling
from sayso.model import ClaimId, Incident, IncidentId, Proposal, ProposalKind

_MOST = 200
"""More open questions than a person reads in a day help nobody: those on which most hangs are kept."""


def proposals(
    incidents: Sequence[Incident], clusters: Sequence[Cluster], nearly: Sequence[Edge], tellings: Sequence[Telling]
) -> tuple[Proposal, ...]:
    """The calls that could have gone the other way: `incidents` stand in the order of their `clusters`."""
    home = {i: incident.id for incident, made in zip(incidents, clusters, strict=True) for i in made.members}
    asked: list[tuple[float, Proposal]] = []
    for made in clusters:
        asked.extend(
            (abs(e.points), _ask(ProposalKind.MAY_BE_TWO, e, home, tellings)) for e in made.edges if e.is_unsure
        )
    asked.extend((abs(e.points), _ask(ProposalKind.MAY_BE_ONE, e, home, tellings)) for e in nearly)
    made_of = {incident.id: incident for incident in incidents}
    asked = [item for item in asked if item[1].one and item[1].two]
    asked.sort(key=lambda item: (-_at_stake(item[1], made_of), item[0], item[1].kind, item[1].claims))
    return tuple(proposal for _, proposal in asked[:_MOST])


def _at_stake(proposal: Proposal, made_of: Mapping[IncidentId, Incident]) -> int:
    """How much hangs on it: the origins that would stand apart or together, then how many claims would move."""
    touched = [made_of[name] for name in proposal.incidents if name in made_of]
    named = {origin.id for incident in touched for origin in incident.origins if origin.is_counted}
    claims = [len(incident.claims) for incident in touched]
    return 1000 * min(len(named), 9) + min(min(claims, default=0), 999)


def _ask(kind: ProposalKind, edge: Edge, home: dict[int, IncidentId], tellings: Sequence[Telling]) -> Proposal:
    incidents = tuple(dict.fromkeys((home[edge.left], home[edge.right])))
    return Proposal(kind, incidents, (_first(tellings[edge.left]), _first(tellings[edge.right])), edge.one, edge.two)


def _first(telling: Telling) -> ClaimId:
    return telling.claims[0].id
