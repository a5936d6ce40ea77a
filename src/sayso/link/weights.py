"""The weights of the signs, learned by `training/link_weights.py`, and what two tellings come to by them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.errors import KnowledgeError
from sayso.knowledge.vocabulary import load_vocabulary
from sayso.link.interface import Telling
from sayso.link.places import PlaceJudge
from sayso.link.sign import Sign
from sayso.link.signs import in_one_text, single_signs
from sayso.link.totals import total_signs

MOST = 6.0
"""Points beyond which more agreement, or more difference, of one pair counts no further."""
_WORTH = 0.15
"""Signs with fewer points are not worth a word to the reader."""
_AGREE = frozenset(
    [
        *("same_day", "same_days", "same_place", "same_wide_place", "place_and_day", "place_and_event"),
        *("place_day_event", "same_event", "same_other", "same_blamed", "blamed_alike", "names", "words", "story"),
        *("report_names", "main_names", "both_main", "both_lead", "lead_story", "same_group", "same_source_number"),
    ]
)
"""Signs that two tellings agree. Where their points lie below 0 others of the same kind make up for it ("one place"
with "one place and day"), and a reader is not told that they speak for two happenings."""
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
    """The weights for pairs of one kind: "one_report" (or copies of one text), "two_reports" or "totals"."""
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
    return "one_report" if in_one_text(left, right) else "two_reports"


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
    signs = signs_of(left, right, gazetteer)
    told = sorted(
        ((known.signs.get(sign.name, 0.0) * sign.value, sign.name, sign.reason) for sign in signs),
        key=lambda item: (-abs(item[0]), item[2]),
    )
    one = (reason for points, _, reason in told if points > _WORTH)
    two = (reason for points, name, reason in told if points < -_WORTH and name not in _AGREE)
    return _listed(one), _listed(two)


def _listed(reasons: Iterable[str]) -> str:
    found = list(dict.fromkeys(reasons))
    return "; ".join(found) + "." if found else ""
