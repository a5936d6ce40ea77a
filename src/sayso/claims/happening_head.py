"""The trained head for kinds of happening: weighs the signs of a figure. Weights: `vocab/events_head.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.errors import KnowledgeError
from sayso.model import EventKind

_FILE = "events_head.json"
CAUTION, FIRM_CAUTION = 0.5, 1.0
"""By how much another kind must lead that of the rules: the training articles tell mostly of one war. More where the
figure's own sentence gives the kind. Source: reports of other wars, invented; five folds over the training articles."""
_NOTHING: Mapping[str, float] = {}


@dataclass(frozen=True)
class Head:
    """Weights of a conditional logit: what a sign adds to the score of a kind."""

    shared: Mapping[str, float]
    """For a sign that points at the kind ("nearest:"), whatever the kind."""
    own: Mapping[str, Mapping[str, float]]
    """For a sign and a kind."""
    learned: frozenset[EventKind] = frozenset(EventKind)
    """The kinds that stood in the training articles: of the others it knows nothing, and the rules decide."""

    def scores(self, signs: Mapping[str, float]) -> dict[EventKind, float]:
        """The score of each kind that a sign points at; the highest is the kind that the signs speak for."""
        return {kind: sum(self.added(signs, kind).values()) for kind in EventKind if is_pointed_at(kind, signs)}

    def added(self, signs: Mapping[str, float], kind: EventKind) -> dict[str, float]:
        """What each sign adds to the score of a kind."""
        parts: dict[str, float] = {}
        name, pointing = kind.value, f": {kind.value}"
        for sign, value in signs.items():
            weight = self.own.get(sign, _NOTHING).get(name, 0.0)
            if sign.endswith(pointing):
                weight += self.shared.get(sign.removesuffix(pointing), 0.0)
            parts[sign] = weight * value
        return parts


def is_pointed_at(kind: EventKind, signs: Mapping[str, float]) -> bool:
    """The report names the kind, or a rule gives it; a toll is over time only where the words hint at it."""
    if kind is EventKind.CUMULATIVE and any(hint in signs for hint in _OVER_TIME):
        return True
    return any(f"{family}: {kind.value}" in signs for family in _POINTING)


_POINTING = ("rule", "report", "title", "others")
_OVER_TIME = ("over time", *(f"frame {name}" for name in ("war", "span", "stretch", "lasting", "perfect")))


@cache
def load_head() -> Head:
    """The head as trained; read once. Raises KnowledgeError where its file is damaged."""
    try:
        text = files("sayso.knowledge").joinpath("vocab", _FILE).read_text(encoding="utf-8")
        loaded = json.loads(text)
        return Head(loaded["shared"], loaded["own"], frozenset(map(EventKind, loaded["learned"])))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise KnowledgeError(
            f"The weights for kinds of happening cannot be read ({fault!r}).",
            f"sayso/knowledge/vocab/{_FILE}",
            "Install sayso again.",
        ) from fault


_SAID = {
    "nearest": "the word nearest to the figure",
    "here": "a word of the sentence",
    "close": "a word beside the figure",
    "before": "a word before the figure",
    "after": "a word after the figure",
    "title": "the title",
    "head": "the opening of the report",
    "previous": "the sentence before",
    "earlier": "an earlier sentence",
    "next": "the next sentence",
    "report": "the report as a whole",
    "others": "the report's other figures",
    "told": "the figure before",
    "told here": "the figure before in the sentence",
    "tells next": "the next figure",
    "tells next here": "the next figure in the sentence",
    "first told": "the first figure of the report",
    "same toll": "the same toll elsewhere in the report",
    "rule": "the rule",
    "firm rule": "the rule for the sentence",
}
"""What points at a kind, in words."""


def said(sign: str) -> str | None:
    """A sign in words for the user; None for one that says nothing by itself."""
    family, colon, _ = sign.removeprefix("silent ").partition(": ")
    if colon:
        return _SAID.get(family)
    kind, _, rest = sign.rpartition("word ")
    if sign.endswith(rest) and "word " in sign:
        return f'"{rest}"' + (f" in {_SAID[kind.strip()]}" if kind.strip() in _SAID else "")
    return {"over time": "a toll over a stretch of time"}.get(sign)
