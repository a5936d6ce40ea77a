"""Annotated -> Attribution: who is said to have said which words, from whom, through whom."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from sayso.model import Annotated, Attribution


class Attributor(Protocol):
    """Finds where a report lets someone else speak; the result for a report never depends on its neighbours."""

    @property
    def version(self) -> str:
        """Name and version of what reads, kept with every machine reading."""

    def attribute(self, annotated: Iterable[Annotated]) -> Iterator[tuple[Attribution, ...]]:
        """One tuple for each report, in the same order; inside it in the order of the text.

        A report without attributions gives an empty tuple. Raises KnowledgeError where a word list is damaged.
        """
