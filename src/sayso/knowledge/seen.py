"""What an encoder sees in the tokens of a report, for a stage that reads on from there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

from sayso.model import Annotated

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Seen:
    """One window of a report."""

    first: int
    """The token of the first vector."""
    core: range
    """The tokens that are looked up in this window: neighbouring windows overlap, their cores do not."""
    vectors: "Vectors"
    """Shape [tokens of the window, width]."""


@runtime_checkable
class TokenReader(Protocol):
    """Sees the tokens of a report in their context."""

    def seen(self, annotated: Annotated, /) -> tuple[Seen, ...]:
        """The windows of a report in the order of the text; each token is in the core of one."""
