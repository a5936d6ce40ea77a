"""MinHash signatures by rensa."""

from collections.abc import Iterable, Sequence
from importlib.metadata import version

from rensa import RMinHash

from sayso.dedupe.interface import Parameters, Signature


class RensaSigner:
    """Signs with rensa's RMinHash."""

    def sign(self, shingle_sets: Iterable[Sequence[str]], parameters: Parameters) -> list[Signature]:
        """One signature for each set of shingles, in the same order."""
        maker = f"rensa {version('rensa')}"
        signatures = []
        for shingles in shingle_sets:
            hasher = RMinHash(num_perm=parameters.permutations, seed=parameters.seed)
            hasher.update(list(shingles))
            signatures.append(Signature(parameters, maker, tuple(hasher.digest())))
        return signatures
