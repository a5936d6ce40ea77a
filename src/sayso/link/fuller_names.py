"""Persons named barely, whom a report names elsewhere with their office ("Orlan"; "Interior Minister Ana Orlan")."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.knowledge.source_words import fold
from sayso.link.roots import Root
from sayso.model import Claim, ClaimId, Join, OriginKind

_BARE = "name:"
"""How the id of a source starts that no list holds."""
_FULL_NAME = 2
"""From so many words on a name means one person in all the reports of an incident, else in its own report only."""


def through_fuller_names(claims: Sequence[Claim], roots: Mapping[ClaimId, Root]) -> dict[ClaimId, tuple[Root, Join]]:
    """Claims of a bare name to the body or party of the one fuller name that holds it."""
    known = sorted({(c.report, c.sources[0]) for c in claims if c.sources and _is_placed(roots[c.id])})
    if not known:
        return {}
    homes = {(c.report, c.sources[0]): roots[c.id] for c in claims if c.sources and _is_placed(roots[c.id])}
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in claims:
        root = roots[claim.id]
        if root.source is None or not root.source.id.startswith(_BARE) or root.origin != root.source.id:
            continue
        name = fold(claim.sources[0])
        fuller = [
            key for key in known if (key[0] == claim.report or len(name) >= _FULL_NAME) and _holds(fold(key[1]), name)
        ]
        if len({homes[key].origin for key in fuller}) == 1:
            full = homes[fuller[0]]
            reason = f'"{claim.sources[0]}" is named "{fuller[0][1]}" too.'
            found[claim.id] = (full, Join(claim.id, fuller[0][1], reason))
    return found


def _is_placed(root: Root) -> bool:
    """The source is a listed one, or speaks for a party or a body."""
    return (
        root.kind in (OriginKind.NAMED, OriginKind.PARTY)
        and root.source is not None
        and not root.origin.startswith(_BARE)
    )


def _holds(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """The one name stands in the other as it is, with words beside it."""
    return bool(name) and len(name) < len(full) and name in _stretches(full, len(name))


def _stretches(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (words[n : n + length] for n in range(len(words) - length + 1))
