"""Fits the weights that choose the place of a harm: a conditional logit over the places that a report names.

`python -m training.places.fit ROWS` writes `vocab/places_head.json` and prints how many figures are placed rightly (of
those whose place the report names, the places before them being right): five folds by article, each part left out.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).parents[2] / "src" / "sayso" / "knowledge" / "vocab" / "places_head.json"
L2 = 5.0
"""Weight of the squares: chosen by five folds over articles among 1, 4, 5, 12 and 15."""
SMALL = 0.005
FOLDS = 5
CAUTION = {"origin word before": -1.5, "outside the words told": -1.0}
"""Features whose weight is at most this: where people come from or speak is no place of harm, in any war; the training
articles are too few to say so."""


@dataclass(frozen=True)
class Choice:
    """One figure: the features of each mention, and which mentions the gold agrees with."""

    article: str
    mentions: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def fitted(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights that make the gold's mentions likely among all, with squares held down."""
    names = {name: n for n, name in enumerate(sorted({f for c in choices for fs in c.mentions for f in fs}))}
    rows: list[int] = []
    columns: list[int] = []
    group: list[int] = []
    right: list[bool] = []
    for number, choice in enumerate(choices):
        for features, is_right in zip(choice.mentions, choice.right, strict=True):
            rows += [len(group)] * len(features)
            columns += [names[f] for f in features]
            group.append(number)
            right.append(is_right)
    weights = _minimised(
        _Loss(np.array(rows), np.array(columns), np.array(group), np.array(right, dtype=np.float64), len(names))
    )
    found = {name: round(float(weights[n]), 4) for name, n in names.items() if abs(weights[n]) >= SMALL}
    return {name: min(weight, CAUTION.get(name, weight)) for name, weight in found.items()}


@dataclass
class _Loss:
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    group: NDArray[np.int64]
    right: NDArray[np.float64]
    size: int

    def __call__(self, weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """Minus the log likelihood of the right mentions together, and its slope."""
        starts = np.searchsorted(self.group, np.arange(self.group[-1] + 1))
        scores = np.bincount(self.rows, weights=weights[self.columns], minlength=len(self.group))
        power = np.exp(scores - np.maximum.reduceat(scores, starts)[self.group])
        total, good = np.add.reduceat(power, starts), np.add.reduceat(power * self.right, starts)
        share = power / total[self.group] - power * self.right / good[self.group]
        slope = np.bincount(self.columns, weights=share[self.rows], minlength=self.size) + L2 * weights
        return float(-np.log(good / total).sum() + L2 / 2 * (weights**2).sum()), slope


def _minimised(loss: _Loss, steps: int = 150, memory: int = 10) -> NDArray[np.float64]:
    """L-BFGS with halved steps. Source: Nocedal and Wright, Numerical Optimization, algorithm 7.5."""
    weights = np.zeros(loss.size)
    value, slope = loss(weights)
    past: list[tuple[NDArray[np.float64], NDArray[np.float64]]] = []
    for _ in range(steps):
        way = -_scaled(slope, past)
        length = 1.0 if past else 1.0 / max(1.0, float(np.abs(slope).sum()))
        after, steeper = loss(weights + length * way)
        while after > value + 1e-4 * length * float(slope @ way) and length > 1e-9:
            length /= 2
            after, steeper = loss(weights + length * way)
        moved, turned = length * way, steeper - slope
        weights, done = weights + moved, abs(value - after) < 1e-6 * abs(value)
        value, slope = after, steeper
        if float(moved @ turned) > 1e-12:
            past = [*past, (moved, turned)][-memory:]
        if done:
            break
    return weights


def _scaled(
    slope: NDArray[np.float64], past: list[tuple[NDArray[np.float64], NDArray[np.float64]]]
) -> NDArray[np.float64]:
    held, way = [], slope.copy()
    for moved, turned in reversed(past):
        held.append(float(moved @ way) / float(moved @ turned))
        way = way - held[-1] * turned
    if past:
        moved, turned = past[-1]
        way = way * float(moved @ turned) / float(turned @ turned)
    for (moved, turned), kept in zip(past, reversed(held), strict=True):
        way = way + (kept - float(turned @ way) / float(moved @ turned)) * moved
    return way


def right_share(choices: Sequence[Choice], weights: dict[str, float]) -> float:
    """How often the mention ranked first is right."""
    hits = 0
    for choice in choices:
        scores = [sum(weights.get(f, 0.0) for f in features) for features in choice.mentions]
        hits += choice.right[scores.index(max(scores))]
    return hits / len(choices)


def choices(path: Path) -> list[Choice]:
    """The rows that `choices` wrote."""
    listed = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Choice(str(row["article"]), tuple(map(tuple, row["mentions"])), tuple(map(bool, row["right"])))
        for row in listed
    ]


def folded(listed: Sequence[Choice]) -> float:
    """The share of right places by weights that have not seen the article."""
    articles = sorted({choice.article for choice in listed})
    hits = 0.0
    for fold in range(FOLDS):
        out = set(articles[fold::FOLDS])
        unseen = [choice for choice in listed if choice.article in out]
        hits += len(unseen) * right_share(unseen, fitted([choice for choice in listed if choice.article not in out]))
    return hits / len(listed)


def main() -> None:
    """`python -m training.places.fit ROWS`."""
    listed = choices(Path(sys.argv[1]))
    weights = fitted(listed)
    source = "training/places over the project's annotated training articles; see docs/models/places.md"
    text = json.dumps({"source": source, "weights": weights}, indent=0, ensure_ascii=False, sort_keys=True)
    OUT.write_text(text + "\n", encoding="utf-8")
    print(f"{len(listed)} figures, {len(weights)} weights; seen {right_share(listed, weights):.3f}")
    print(f"five folds by article {folded(listed):.3f}")
    parts = {choice.article[:2] for choice in listed}
    for part in sorted(parts if len(parts) > 1 else ()):
        unseen = [choice for choice in listed if choice.article.startswith(part)]
        rest = fitted([choice for choice in listed if not choice.article.startswith(part)])
        print(f"part {part} left out {right_share(unseen, rest):.3f}")


if __name__ == "__main__":
    main()
