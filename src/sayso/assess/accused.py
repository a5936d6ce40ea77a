"""Which claims are the accused party's own account: they stand in their own row and never move a range."""

from collections.abc import Mapping, Set

from sayso.assess.interface import Material
from sayso.knowledge.source_words import fold
from sayso.knowledge.sources import UNKNOWN_GOVERNMENT, SourceRegistry
from sayso.model import Claim, ClaimId, ClaimKind, OriginKind

_ANSWERS = {ClaimKind.DENIAL, ClaimKind.ADMISSION}
"""Who denies or admits a deed is accused of it."""
_ACCOUNT_KINDS = {ClaimKind.DENIAL, ClaimKind.ADMISSION, ClaimKind.SILENCE}


def accused_claims(material: Material, registry: SourceRegistry) -> tuple[ClaimId, ...]:
    """The claims that go back to a party that any claim of the incident blames, and that party's denials."""
    parties = _party_of(material, registry)
    blamed = _blamed_parties(material, registry, set(parties.values()))
    return tuple(claim.id for claim in material.claims if parties.get(claim.id) in blamed)


def _party_of(material: Material, registry: SourceRegistry) -> Mapping[ClaimId, str]:
    """Claims to the party that they go back to, where there is one."""
    found: dict[ClaimId, str] = {}
    for claim in material.claims:
        origin = material.origin_of.get(claim.id)
        if origin and origin.kind is OriginKind.PARTY:
            found[claim.id] = origin.id.removeprefix("party:")
        elif claim.kind in _ACCOUNT_KINDS:
            party = _named_party(claim, registry)
            if party:
                found[claim.id] = party
    return found


def _named_party(claim: Claim, registry: SourceRegistry) -> str | None:
    """The party of whoever denies, admits or keeps silent."""
    name = claim.actor or (claim.sources[0] if claim.sources else None)
    return registry.resolve(name).party if name else None


def _blamed_parties(material: Material, registry: SourceRegistry, parties: Set[str]) -> frozenset[str]:
    """The parties that any claim blames, and those that deny or admit it.

    "Government forces" means the one government that speaks in the incident.
    """
    blamed = {registry.resolve(claim.blamed).party for claim in material.claims if claim.blamed}
    blamed |= {_named_party(claim, registry) for claim in material.claims if claim.kind in _ANSWERS}
    blamed |= {
        party for party in parties for claim in material.claims if claim.blamed and _is_named(party, claim.blamed)
    }
    governments = {party for party in (*parties, *blamed) if party and party.endswith("-government")}
    if UNKNOWN_GOVERNMENT in blamed and len(governments) == 1:
        blamed |= governments
    if UNKNOWN_GOVERNMENT in parties and len(governments & blamed) == 1:
        blamed.add(UNKNOWN_GOVERNMENT)
    return frozenset(party for party in blamed if party)


def _is_named(party: str, blamed: str) -> bool:
    """The words for the blamed hold the party's own name ("Quelmish jets" and "quelmish-government")."""
    words = {*fold(blamed), *(word.removesuffix("s") for word in fold(blamed))}
    name = party.removesuffix("-government").split("-")
    return party != UNKNOWN_GOVERNMENT and all(word in words for word in name)
