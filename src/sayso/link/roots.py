"""What a claim goes back to, while the origins of an incident are told."""

from dataclasses import dataclass

from sayso.model import OriginId, OriginKind, Source


@dataclass(frozen=True, slots=True)
class Root:
    """The origin of one claim, and the source that it names."""

    origin: OriginId
    kind: OriginKind
    source: Source | None
    judged: tuple[str, ...] = ()
    """What persons said about it."""
