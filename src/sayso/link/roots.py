"""What a claim goes back to, while the origins of an incident are told."""

from dataclasses import dataclass

from sayso.knowledge.source_organs import organ_of
from sayso.link.sides import Sides
from sayso.model import UNNAMED_ORIGIN, OriginId, OriginKind, Source


@dataclass(frozen=True, slots=True)
class Root:
    """The origin of one claim, and the source that it names."""

    origin: OriginId
    kind: OriginKind
    source: Source | None
    judged: tuple[str, ...] = ()
    """What persons said about it."""

    @property
    def has_name(self) -> bool:
        """A source that is named, or a party that speaks through one."""
        return self.kind in (OriginKind.NAMED, OriginKind.PARTY) and self.source is not None


def root_of(source: Source, sides: Sides) -> Root:
    """The origin that a source is: its party, its family, itself, or "unnamed".

    The organs of a state that is no party to what happened are bodies of their own; "officials" are no body.
    """
    if not source.is_named:
        return Root(UNNAMED_ORIGIN, OriginKind.UNNAMED, source)
    if source.party and sides.hold(source.party):
        return Root(OriginId(f"party:{source.party}"), OriginKind.PARTY, source)
    organ = organ_of(source)
    if organ and organ.is_vague:
        return Root(UNNAMED_ORIGIN, OriginKind.UNNAMED, source)
    return Root(OriginId(source.family or source.id), OriginKind.NAMED, source)
