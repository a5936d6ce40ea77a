"""Persons named barely, whom a report names elsewhere with their office ("Orlan"; "Interior Minister Ana Orlan")."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.knowledge.source_names import institution_of
from sayso.knowledge.source_words import fold
from sayso.link.roots import Root
from sayso.model import Claim, ClaimId, Join

_BARE = "name:"
"""How the id of a source starts that no list holds."""
_FULL_NAME = 2
"""From so many words on a name means one person in all the reports of an incident, else in its own report only."""


def through_fuller_names(
    claims: Sequence[Claim], known: Sequence[Claim], roots: Mapping[ClaimId, Root]
) -> dict[ClaimId, tuple[Root, Join]]:
    """Claims of a bare name to the body, party or person of the one fuller name that holds it.

    The words of a body may stand in another order ("the disaster institute", "the Institute for Disaster Relief").

    `known` are the claims and others that name sources in the same reports and stories.
    """
    homes = {(c.report, c.sources[0]): roots[c.id] for c in known if c.sources and roots[c.id].has_name}
    words = {key: fold(key[1]) for key in sorted(homes)}
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in claims:
        root = roots[claim.id]
        if root.source is None or not root.source.id.startswith(_BARE) or root.origin != root.source.id:
            continue
        name = tuple(root.source.id.removeprefix(_BARE).split())
        is_body = len(name) >= _FULL_NAME and institution_of(root.source, claim.sources[0]) is not None
        fuller = [
            key
            for key, full in words.items()
            if (key[0] == claim.report or len(name) >= _FULL_NAME)
            and homes[key].origin != root.origin
            and (_holds(full, name, whole=_is_placed(homes[key])) or (is_body and set(name) < set(full)))
        ]
        if len({homes[key].origin for key in fuller}) == 1:
            first = fuller[0]
            reason = f'"{claim.sources[0]}" is named "{first[1]}" too.'
            found[claim.id] = (homes[first], Join(claim.id, first[1], reason))
    return found


def _is_placed(root: Root) -> bool:
    """The source is a listed one, or speaks for a party or a body."""
    return not root.origin.startswith(_BARE) or (root.source is not None and root.origin != root.source.id)


def _holds(full: tuple[str, ...], name: tuple[str, ...], whole: bool) -> bool:
    """The one name stands in the other as it is, with words beside it; at its end where that is no listed source."""
    if not name or len(name) >= len(full):
        return False
    return name in _stretches(full, len(name)) if whole else full[-len(name) :] == name


def _stretches(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (words[n : n + length] for n in range(len(words) - length + 1))
