"""What persons decided about origins: sources that stand for one root, or that do not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.knowledge.judgements import JOIN, said
from sayso.knowledge.source_organs import UNKNOWN_GOVERNMENT, organ_of
from sayso.knowledge.source_words import fold
from sayso.knowledge.sources import SourceRegistry
from sayso.link.decisions import missing
from sayso.link.roots import Root
from sayso.model import ClaimId, Judgement, OriginId, OriginKind, Source


class Rulings:
    """Judgements about origins, by the names, origins or claims that they are about; it notes which were met."""

    def __init__(self, judgements: Sequence[Judgement], registry: SourceRegistry) -> None:
        self._judgements = tuple(judgements)
        self._registry = registry
        self._met: set[tuple[str, str]] = set()

    def __bool__(self) -> bool:
        return bool(self._judgements)

    def rule(self, claim: ClaimId, origin: OriginId, source: Source | None) -> tuple[OriginId, tuple[str, ...]]:
        """The origin that persons give to a claim, and their words; what was found where nobody decided anything."""
        words: list[str] = []
        for judgement in self._judgements:
            at = self._place(judgement, claim, origin, source)
            if at is None:
                continue
            if judgement.act == JOIN:
                origin = self._first(judgement)
            elif at > 0:
                origin = OriginId(f"{origin}/{judgement.id[:8]}")
            words.append(said(judgement))
        return origin, tuple(words)

    def _place(self, judgement: Judgement, claim: ClaimId, origin: OriginId, source: Source | None) -> int | None:
        """Where the judgement names the claim, its origin or its source; None where it does not."""
        found = None
        for n, name in reversed(list(enumerate(judgement.about))):
            if name in (claim, origin) or (source is not None and self._means(name, source)):
                self._met.add((judgement.id, name))
                found = n
        return found

    def _means(self, name: str, source: Source) -> bool:
        if name == source.id or fold(name) == fold(source.name):
            return True
        told = self._registry.resolve(name)
        return told.is_named and (told.id == source.id or _is_that_organ(told, source))

    def _first(self, judgement: Judgement) -> OriginId:
        """The one origin of all that a judgement joins."""
        told = self._registry.resolve(judgement.about[0])
        return OriginId(told.id if told.is_named else f"judged/{judgement.id[:8]}")

    def notices(self) -> list[str]:
        """One notice for each name that no claim answers to."""
        return [
            missing(judgement, name)
            for judgement in self._judgements
            for name in judgement.about
            if (judgement.id, name) not in self._met
        ]


def _is_that_organ(told: Source, source: Source) -> bool:
    """Both are the same organ, and the one is named without its state."""
    left, right = organ_of(told), organ_of(source)
    if left is None or right is None or left.state != UNKNOWN_GOVERNMENT:
        return False
    return (left.kind, left.marks) == (right.kind, right.marks)


def ruled(roots: Mapping[ClaimId, Root], rulings: Rulings, real: Mapping[ClaimId, ClaimId]) -> dict[ClaimId, Root]:
    """The roots after what persons decided; who is joined to a named source is named.

    `real` gives the claim of each voice: a claim that several make together has one for each of them.
    """
    found: dict[ClaimId, Root] = {}
    for voice, root in roots.items():
        origin, words = rulings.rule(real[voice], root.origin, root.source)
        party = root.kind is OriginKind.PARTY and origin != root.origin
        kind = OriginKind.NAMED if party else root.kind
        found[voice] = replace(root, origin=origin, kind=kind, judged=words) if words else root
    named = {root.origin for root in found.values() if root.kind is OriginKind.NAMED}
    return {
        voice: replace(root, kind=OriginKind.NAMED) if root.judged and root.origin in named else root
        for voice, root in found.items()
    }
