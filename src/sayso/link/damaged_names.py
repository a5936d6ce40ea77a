"""Names of sources that a heading ran into, and initials that stand for a name: joined to whom they mean."""

from collections.abc import Mapping, Sequence

from sayso.knowledge.source_words import fold
from sayso.knowledge.sources import SourceRegistry
from sayso.link.roots import Root, root_of
from sayso.link.sides import Sides
from sayso.model import Claim, ClaimId, Join

_BARE = "name:"
"""How the id of a source starts that no list holds."""
_LEAST_WORDS, _LEAST_LETTERS = 2, 7
"""So many words in capitals, or one so long, are a heading; fewer may be the initials of a body."""
_LEAST_INITIALS = 3
_SMALL = frozenset({"of", "for", "the", "and", "in", "on", "to", "a", "de", "du", "des", "la", "le", "el"})


def through_headings(
    claims: Sequence[Claim], roots: Mapping[ClaimId, Root], registry: SourceRegistry, parties: Sides
) -> dict[ClaimId, tuple[Root, Join]]:
    """Claims whose source begins with words of a heading ("GRIM HARVEST Local activists") to who is left."""
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in claims:
        rest = _behind_heading(claim.sources[0]) if claim.sources and _is_bare(roots[claim.id]) else None
        if rest:
            reason = f'"{claim.sources[0]}" begins with a heading; what is left is "{rest}".'
            found[claim.id] = (root_of(registry.resolve(rest), parties), Join(claim.id, rest, reason))
    return found


def through_initials(claims: Sequence[Claim], roots: Mapping[ClaimId, Root]) -> dict[ClaimId, tuple[Root, Join]]:
    """Claims of bare initials ("UCWU") to the one source of the incident whose words they begin."""
    named = {claim.sources[0]: roots[claim.id] for claim in claims if claim.sources and roots[claim.id].has_name}
    found: dict[ClaimId, tuple[Root, Join]] = {}
    for claim in claims:
        if not claim.sources or not _is_bare(roots[claim.id]) or not _are_initials(claim.sources[0]):
            continue
        fuller = sorted(name for name in named if _initials(name) == "".join(fold(claim.sources[0])))
        if fuller and len({named[name].origin for name in fuller}) == 1:
            reason = f'"{claim.sources[0]}" are the initials of "{fuller[0]}".'
            found[claim.id] = (named[fuller[0]], Join(claim.id, fuller[0], reason))
    return found


def _is_bare(root: Root) -> bool:
    return root.source is not None and root.source.id.startswith(_BARE) and root.origin == root.source.id


def _behind_heading(name: str) -> str | None:
    """What follows the words in capitals that a name begins with; None where they are no heading."""
    words = name.split()
    count = next((n for n, word in enumerate(words) if not word.isupper()), len(words))
    is_heading = count >= _LEAST_WORDS or (count == 1 and len(words[0]) >= _LEAST_LETTERS)
    return " ".join(words[count:]) or None if is_heading else None


def _are_initials(name: str) -> bool:
    return name.isalpha() and name.isupper() and len(name) >= _LEAST_INITIALS


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold(name) if word not in _SMALL)
