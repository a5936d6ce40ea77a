"""Who is said to have done it: words for the blamed as parties that can be told apart."""

import re
from collections.abc import Mapping

from sayso.assess.methods.basis import Basis
from sayso.knowledge.source_words import fold, singular
from sayso.knowledge.sources import UNKNOWN_GOVERNMENT, SourceRegistry, country_key
from sayso.knowledge.vocabulary import word_list
from sayso.model import Claim, OriginId, SourceKind

ARMED_OPPOSITION = "armed opposition"
"""Those who fight the government, where the words name no group."""
_BETWEEN = re.compile(r"\s*(?:,|/|\band/or\b|\bor\b|\band\b)\s*")


def perpetrators(words: str, registry: SourceRegistry, country: str | None) -> frozenset[str]:
    """The parties that words for the blamed name; none for words that could mean anybody ("gunmen", "warplanes")."""
    parts = [part for part in _BETWEEN.split(words) if part]
    last = parts[-1].split()[-1] if parts else ""
    found = set()
    for i, part in enumerate(parts):
        tries = (part, f"{part} {last}") if i < len(parts) - 1 else (part,)
        found.add(next((key for one in tries if (key := _party(one, registry, country))), None))
    return frozenset(key for key in found if key)


def _party(words: str, registry: SourceRegistry, country: str | None) -> str | None:
    source = registry.resolve(words, country)
    if source.party:
        return source.party
    if source.kind is SourceKind.ARMED_ACTOR:
        return source.id
    opposing = set(word_list("methods/parties", "armed_opposition"))
    return ARMED_OPPOSITION if any(singular(word) in opposing or word in opposing for word in fold(words)) else None


def blamed_by_origin(basis: Basis) -> Mapping[OriginId, frozenset[str]]:
    """The parties that each origin blames; of the accused party's own account only what it says of others."""
    country = country_of(basis)
    found: dict[OriginId, set[str]] = {}
    for claim in basis.claims:
        for origin in basis.material.origins_of.get(claim.id, ()) if claim.blamed else ():
            blamed = perpetrators(claim.blamed or "", basis.registry, country)
            found.setdefault(origin.id, set()).update(blamed)
    return {origin: _one_government(frozenset(parties), basis) for origin, parties in found.items() if parties}


def country_of(basis: Basis) -> str | None:
    """The country that the incident's place lies in; None where unknown."""
    place = basis.incident.place
    return (
        place.within[-1] if place and place.within else place.name if place and place.precision == "country" else None
    )


def _one_government(parties: frozenset[str], basis: Basis) -> frozenset[str]:
    """ "Government forces" means the one government that the incident's country or other claims tell of."""
    if UNKNOWN_GOVERNMENT not in parties:
        return parties
    known = country_key(country_of(basis) or "")
    governments = {f"{known}-government"} if known else _governments(basis)
    if len(governments) != 1:
        return parties
    return (parties - {UNKNOWN_GOVERNMENT}) | governments


def _governments(basis: Basis) -> set[str]:
    """The governments that the incident's origins belong to or that its claims blame."""
    parties = {source.party for origin in basis.incident.origins for source in origin.sources}
    for claim in basis.claims:
        if claim.blamed:
            parties |= perpetrators(claim.blamed, basis.registry, None)
    return {party for party in parties if party and party.endswith("-government")}


def competing(left: frozenset[str], right: frozenset[str]) -> bool:
    """Both cannot mean the same party."""
    if not left or not right or left & right:
        return False
    groups = {left, right}
    if any(ARMED_OPPOSITION in one for one in groups):
        # "rebels" may be any named group, but never a government
        other = right if ARMED_OPPOSITION in left else left
        return all(party.endswith("-government") or party == UNKNOWN_GOVERNMENT for party in other)
    if any(UNKNOWN_GOVERNMENT in one for one in groups):
        other = right if UNKNOWN_GOVERNMENT in left else left
        return not any(party.endswith("-government") for party in other)
    return True


def party_words(party: str) -> str:
    """A party as a reader says it."""
    if party in (ARMED_OPPOSITION, UNKNOWN_GOVERNMENT):
        return f"the {party}"
    words = party.replace("-", " ")
    state = words.removesuffix(" government")
    if state == words:
        return words.title()
    return f"the government of {state.title()}" if country_key(state) else f"the {state.title()} government"


def admitting_party(claim: Claim, basis: Basis) -> str | None:
    """The party that admits in this claim; None where the words name none."""
    name = claim.actor or (claim.sources[0] if claim.sources else None)
    if name is None:
        return None
    parties = _one_government(perpetrators(name, basis.registry, country_of(basis)), basis)
    return min(parties) if parties else None
