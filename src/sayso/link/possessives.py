"""Who speaks for a body named just before ("The union counts nine dead. Its chairman, Ina Tolvar, ...")."""

from collections.abc import Mapping, Sequence

from sayso.knowledge.source_words import fold, phrases
from sayso.link.roots import Root
from sayso.model import Claim, ClaimId, Join, OriginKind, SourceKind

_OWNERS = frozenset({"its", "their"})
_ROLE_WITHIN = 4
"""Words behind "its" in which the role stands."""


def through_possessives(
    claims: Sequence[Claim], known: Sequence[Claim], roots: Mapping[ClaimId, Root]
) -> dict[ClaimId, tuple[Root, Join]]:
    """Claims of "its president" to the body that the same report names last before them."""
    found: dict[ClaimId, tuple[Root, Join]] = {}
    bodies = [claim for claim in known if _is_body(roots[claim.id])]
    for claim in claims:
        if not claim.sources or not _is_owned(claim.sources[0]) or not _is_free(roots[claim.id]):
            continue
        before = [one for one in bodies if one.report == claim.report and one.span.start < claim.span.start]
        if before:
            last = max(before, key=lambda one: (one.span, one.id))
            reason = f'"{claim.sources[0]}" speaks for whom the report names before ({last.sources[0]}).'
            found[claim.id] = (roots[last.id], Join(claim.id, last.sources[0], reason))
    return found


def _is_owned(name: str) -> bool:
    words = name.split()
    if len(words) < 2 or words[0].casefold() not in _OWNERS:
        return False
    heads = phrases("sources_bodies", "heads")
    return any((word,) in heads for word in fold(" ".join(words[1 : 1 + _ROLE_WITHIN])))


def _is_free(root: Root) -> bool:
    """Nothing tells yet for whom the person speaks."""
    return root.kind is OriginKind.UNNAMED or (root.source is not None and root.source.kind is SourceKind.PERSON)


def _is_body(root: Root) -> bool:
    return root.has_name and root.source is not None and root.source.kind is not SourceKind.PERSON
