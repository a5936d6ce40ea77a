"""Report -> Annotated: sentences, tokens with their grammar, and names."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from sayso.model import Annotated, Report


class Annotator(Protocol):
    """Reads the grammar of reports, one at a time: the result for a report never depends on its neighbours."""

    @property
    def version(self) -> str:
        """Name, version and fingerprint of what annotates, kept with every machine reading."""

    def annotate(self, reports: Iterable[Report]) -> Iterator[Annotated]:
        """One Annotated for each report, in the same order.

        Raises AnnotateError where the language pipeline cannot be loaded.
        """
