"""Reports -> CopyGroups: what signs texts, and what the signatures were made with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a signature was made with: signatures of other parameters are never compared with it."""

    shingle_words: int = 4
    permutations: int = 120
    bands: int = 60
    """Two values a band: a pair that shares a fifth of all its shingles (a third of the shorter text, say) is found in
    91 cases of 100; one that shares a hundredth is compared in vain in 6 cases of 1,000."""
    seed: int = 20161213


@dataclass(frozen=True, slots=True)
class Signature:
    """A text as numbers that agree the more the texts agree."""

    parameters: Parameters
    maker: str
    """Name and version of what made it."""
    values: tuple[int, ...]


class Signer(Protocol):
    """Makes signatures; the signature of a text depends on that text and the parameters alone."""

    def sign(self, shingle_sets: Iterable[Sequence[str]], parameters: Parameters) -> list[Signature]:
        """One signature for each set of shingles, in the same order."""
