"""Annotated report and its attributions -> claims: who is said to have been harmed, how many, where, when, by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sayso.model import Annotated, Attribution, Claim, Victim


@dataclass(frozen=True, slots=True)
class ClaimsFound:
    """What one report claims, in order of position, and the people it names as harmed."""

    claims: tuple[Claim, ...]
    victims: tuple[Victim, ...]


class ClaimReader(Protocol):
    """Reads claims report by report: the result for a report never depends on its neighbours."""

    @property
    def version(self) -> str:
        """Name and version of what reads claims, kept with every machine reading."""

    def read(self, items: Iterable[tuple[Annotated, tuple[Attribution, ...]]]) -> Iterator[ClaimsFound]:
        """One ClaimsFound for each report, in the same order."""
