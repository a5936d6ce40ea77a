"""The weights of the signs, learned by `training/link_weights.py`, and what two tellings come to by them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.link.interface import Telling
from sayso.link.places import PlaceJudge
from sayso.link.sign import Sign
from sayso.link.signs import single_signs
from sayso.link.totals import total_signs

MOST = 6.0
"""Points beyond which more agreement, or more difference, of one pair counts no further."""
_WORTH = 0.15
"""Signs with fewer points are not worth a word to the reader."""
NEVER = -50.0
"""Points that no other agreement outweighs: a running total is never a single happening."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The points of all signs for one kind of pair, and the points that a pair starts with."""

    start: float
    signs: Mapping[str, float]

    def points(self, signs: tuple[Sign, ...]) -> float:
        """What the signs come to: above 0 more likely one happening than not; policy, not probability."""
        total = self.start
        for sign in signs:
            total += self.signs.get(sign.name, 0.0) * sign.value
        return max(-MOST, min(MOST, total))


@cache
def weights(kind: str) -> Weights:
    """The weights for pairs of one kind: "one_report", "two_reports" or "totals"."""
    told = load_vocabulary("link_weights").get(kind)
    if not isinstance(told, Mapping) or "start" not in told:
        raise KnowledgeError(
            f"The weights for {kind} are missing.", "link_weights.yaml", "Install sayso anew, or train them."
        )
    points = {str(name): float(str(value)) for name, value in told.items()}
    return Weights(points.pop("start"), points)


def kind_of(left: Telling, right: Telling) -> str | None:
    """Which weights two tellings are compared by; None for a running total and a single happening."""
    if left.cumulative != right.cumulative:
        return None
    if left.cumulative:
        return "totals"
    return "one_report" if left.report == right.report else "two_reports"


def signs_of(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> tuple[Sign, ...]:
    """All signs on two tellings, both running totals or both single happenings."""
    return total_signs(left, right, gazetteer) if left.cumulative else single_signs(left, right, gazetteer)


def points_of(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> float:
    """What speaks for and against one happening, in all."""
    kind = kind_of(left, right)
    return NEVER if kind is None else weights(kind).points(signs_of(left, right, gazetteer))


def readings(left: Telling, right: Telling, gazetteer: PlaceJudge | None) -> tuple[str, str]:
    """What speaks for one happening, and what against it, in words, the weightiest first; "" where nothing does."""
    kind = kind_of(left, right)
    if kind is None:
        return "", "A running total and a single happening."
    known = weights(kind)
    told = [(known.signs.get(sign.name, 0.0) * sign.value, sign.reason) for sign in signs_of(left, right, gazetteer)]
    told.sort(key=lambda item: (-abs(item[0]), item[1]))
    return _listed(r for points, r in told if points > _WORTH), _listed(r for points, r in told if points < -_WORTH)


def _listed(reasons: Iterable[str]) -> str:
    found = list(dict.fromkeys(reasons))
    return "; ".join(found) + "." if found else ""
