"""The trained weights that choose the place of a harm. Weights: `vocab/places_head.json`."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from sayso.errors import KnowledgeError

_FILE = "places_head.json"


@cache
def place_weights(*, run_on: bool = False) -> Mapping[str, float]:
    """What each feature adds to the score of a mention; `run_on`: in a report without paragraphs.

    Raises KnowledgeError where the file is damaged.
    """
    try:
        text = files("sayso.knowledge").joinpath("vocab", _FILE).read_text(encoding="utf-8")
        loaded = json.loads(text)["run_on" if run_on else "in_paragraphs"]
        return {str(name): float(weight) for name, weight in loaded.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as fault:
        raise KnowledgeError(
            f"The weights of places cannot be read ({fault}).", f"sayso/knowledge/vocab/{_FILE}", "Install sayso again."
        ) from fault


def score(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of the features that hold."""
    return sum(weights.get(feature, 0.0) for feature in features)


def telling(chosen: Iterable[str], other: Iterable[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The plain features that speak most for the chosen mention and not for the other, the strongest first."""
    mine = {f for f in set(chosen) - set(other) if weights.get(f, 0.0) > 0 and not set("&=") & set(f)}
    return tuple(sorted(mine, key=lambda f: (-weights[f], f))[:2])
