"""Fits the weights that choose the place of a harm: a conditional logit over the places that a report names.

`python -m training.places.fit ROWS...` writes `vocab/places_head.json` and prints how many figures are placed rightly,
of all that the annotators found: five folds by article, each part left out. A figure is described by the places of
those before it, and in a report at hand these are the reader's own choices, right or wrong: so the last weights are
fitted to figures described by the choices of weights that had not seen the article.
Source: Ross, Gordon and Bagnell 2011, A reduction of imitation learning and structured prediction (DAgger).
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.claims.where_told import Told, sequel, unplaced

OUT = Path(__file__).parents[2] / "src" / "sayso" / "knowledge" / "vocab" / "places_head.json"
L2 = 12.0
"""Weight of the squares: chosen by five folds over articles among 5, 8, 12 and 20."""
ROUNDS = 2
"""How often the choices before a figure are made anew. Source: five folds, one to two."""
ROLLED = 4
"""Parts of the articles of which each is rolled by weights fitted to the others."""
SMALL = 0.005
MARKED = 0.5
"""How much a figure of the invented reports counts: they leave out places that the gold's annotators fill in. Chosen
among 0.25, 0.5 and 1: the most that the gold gives way to."""
MARKED_NAME = re.compile(r"w\d+_")
FOLDS = 5
CAUTION = {
    "origin word before": -1.5,
    "outside the words told": -1.0,
    "the dateline": -1.0,
    "a place of those who speak": -0.6,
    "a place of care & hit=False": -1.5,
    "nowhere": -1.1,
}
"""Features whose weight is at most this, whether or not the articles show it: where people come from or speak, where a
report is written and where victims are treated is no place of harm, in any war or disaster; the training articles are
too few to say so (hardly one has a dateline). That a harm has no place must be clear."""


@dataclass(frozen=True)
class Mention:
    """A mention of a place as one figure sees it."""

    features: tuple[str, ...]
    key: str
    sentence: int
    holds: tuple[str, ...]
    lies_in: tuple[str, ...]
    rank: int
    right: bool


@dataclass(frozen=True)
class Figure:
    """A figure with the mentions that are open to it."""

    article: str
    sentence: int
    own: bool
    asked: bool
    """The annotators found it too."""
    mentions: tuple[Mention, ...]
    nowhere: tuple[str, ...]
    """Features of the choice of none of them."""
    unplaced: bool
    """The annotators give no place."""
    run_on: bool = False
    """The report has no paragraphs."""


@dataclass(frozen=True)
class Choice:
    """One figure: the features of each mention, and which mentions the gold agrees with."""

    article: str
    mentions: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    run_on: bool = False
    """The report has no paragraphs."""


Weights = Mapping[bool, Mapping[str, float]]
"""Those of reports in paragraphs (False), and those of reports that run on without (True)."""


def fitted(choices: Sequence[Choice]) -> dict[bool, dict[str, float]]:
    """Weights that make the gold's mentions likely among all, with squares held down.

    What both forms of reports have in common is learned from both, what is their own is added to it.
    Source: Daumé III 2007, Frustratingly easy domain adaptation.
    """
    names = {name: n for n, name in enumerate(sorted({f for c in choices for fs in c.mentions for f in fs}))}
    rows: list[int] = []
    columns: list[int] = []
    group: list[int] = []
    right: list[bool] = []
    worth = [MARKED if MARKED_NAME.match(choice.article) else 1.0 for choice in choices]
    for number, choice in enumerate(choices):
        own = len(names) * (2 if choice.run_on else 1)
        for features, is_right in zip(choice.mentions, choice.right, strict=True):
            rows += [len(group)] * (2 * len(features))
            columns += [at for f in features for at in (names[f], names[f] + own)]
            group.append(number)
            right.append(is_right)
    weights = _minimised(
        _Loss(
            np.array(rows),
            np.array(columns),
            np.array(group),
            np.array(right, dtype=np.float64),
            np.array(worth),
            3 * len(names),
        )
    )
    return {run_on: _told_of(weights, names, len(names) * (2 if run_on else 1)) for run_on in (False, True)}


def _told_of(weights: NDArray[np.float64], names: Mapping[str, int], own: int) -> dict[str, float]:
    """The weights of one form of reports, by name."""
    summed = {name: float(weights[n] + weights[n + own]) for name, n in names.items()}
    found = {name: round(weight, 4) for name, weight in summed.items() if abs(weight) >= SMALL}
    return {**found, **{name: min(found.get(name, most), most) for name, most in CAUTION.items()}}


@dataclass
class _Loss:
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    group: NDArray[np.int64]
    right: NDArray[np.float64]
    worth: NDArray[np.float64]
    """How much each figure counts."""
    size: int

    def __call__(self, weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """Minus the log likelihood of the right mentions together, and its slope."""
        starts = np.searchsorted(self.group, np.arange(self.group[-1] + 1))
        scores = np.bincount(self.rows, weights=weights[self.columns], minlength=len(self.group))
        power = np.exp(scores - np.maximum.reduceat(scores, starts)[self.group])
        total, good = np.add.reduceat(power, starts), np.add.reduceat(power * self.right, starts)
        share = self.worth[self.group] * (power / total[self.group] - power * self.right / good[self.group])
        slope = np.bincount(self.columns, weights=share[self.rows], minlength=self.size) + L2 * weights
        return float(-(self.worth * np.log(good / total)).sum() + L2 / 2 * (weights**2).sum()), slope


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


Articles = Mapping[str, Sequence[Figure]]


def score(features: Sequence[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights."""
    return sum(weights.get(feature, 0.0) for feature in features)


def rolled(figures: Sequence[Figure], weights: Weights | None) -> tuple[list[Choice], int]:
    """One article's choices, each described by the mentions chosen before it, and how many are right.

    Without weights the nearest right mention is chosen, and where none is right the choice before it stands.
    """
    told: Told[Mention] | None = None
    found: list[Choice] = []
    hits = 0
    for figure in figures:
        if not figure.mentions:
            hits += figure.asked and figure.unplaced
            continue
        at = figure.sentence
        options = [(*m.features, *sequel(m, m.rank, told, at, own=figure.own)) for m in figure.mentions]
        options.append((*figure.nowhere, *unplaced(told, at, own=figure.own)))
        right = (*(m.right for m in figure.mentions), figure.unplaced)
        if any(right):
            found.append(Choice(figure.article, tuple(options), right, figure.run_on))
        number = _chosen(figure, options, weights)
        if number is None:
            continue
        hits += figure.asked and weights is not None and right[number]
        if number < len(figure.mentions):
            told = Told(figure.mentions[number], at, told.first if told else figure.mentions[number])
        elif told is not None:
            told = replace(told, sentence=at, nowhere=True)
    return found, hits


def _chosen(figure: Figure, options: Sequence[Sequence[str]], weights: Weights | None) -> int | None:
    """The number of the best option, that of no place being the last; without weights the nearest right one."""
    if weights is not None:
        scores = [score(features, weights[figure.run_on]) for features in options]
        return scores.index(max(scores))
    near = [n for n, mention in enumerate(figure.mentions) if mention.right]
    if near:
        return min(near, key=lambda n: abs(figure.mentions[n].sentence - figure.sentence))
    return len(figure.mentions) if figure.unplaced else None


def trained(articles: Articles) -> dict[bool, dict[str, float]]:
    """Weights fitted to figures as they stand behind the choices of weights that had not seen the article."""
    taught = [choice for figures in articles.values() for choice in rolled(figures, None)[0]]
    parts = parted(articles, ROLLED)
    for _ in range(ROUNDS):
        seen = taught
        taught = []
        for part in parts:
            weights = fitted([choice for choice in seen if choice.article not in part])
            taught += [choice for name in sorted(part) for choice in rolled(articles[name], weights)[0]]
    return fitted(taught)


def parted(articles: Articles, number: int) -> list[set[str]]:
    """The names of the articles in so many parts."""
    names = sorted(articles)
    return [set(names[at::number]) for at in range(number)]


def right_share(articles: Articles, weights: Weights) -> tuple[int, int]:
    """How many figures are placed rightly, of how many."""
    hits = sum(rolled(figures, weights)[1] for figures in articles.values())
    return hits, sum(figure.asked for figures in articles.values() for figure in figures)


def read_articles(paths: Sequence[Path]) -> dict[str, list[Figure]]:
    """The rows that `choices` wrote, by article."""
    articles: dict[str, list[Figure]] = {}
    for line in (line for path in paths for line in path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        mentions = tuple(
            Mention(
                tuple(m["features"]),
                str(m["key"]),
                int(m["sentence"]),
                tuple(m["holds"]),
                tuple(m["lies_in"]),
                int(m["rank"]),
                bool(m["right"]),
            )
            for m in row["mentions"]
        )
        name = str(row["article"])
        articles.setdefault(name, []).append(
            Figure(
                name,
                int(row["sentence"]),
                bool(row["own"]),
                bool(row["asked"]),
                mentions,
                tuple(row["nowhere"]),
                bool(row["unplaced"]),
                bool(row["run_on"]),
            )
        )
    return articles


def left_out(articles: Articles, out: set[str]) -> tuple[int, int]:
    """How many figures of some articles are placed rightly by weights that have not seen them, of how many."""
    weights = trained({name: figures for name, figures in articles.items() if name not in out})
    return right_share({name: articles[name] for name in sorted(out)}, weights)


def main() -> None:
    """`python -m training.places.fit ROWS...`."""
    articles = read_articles([Path(name) for name in sys.argv[1:]])
    weights = trained(articles)
    source = (
        "training/places over annotated training articles, invented episodes and reports; see docs/models/places.md"
    )
    written = {"source": source, "in_paragraphs": weights[False], "run_on": weights[True]}
    text = json.dumps(written, indent=0, ensure_ascii=False, sort_keys=True)
    OUT.write_text(text + "\n", encoding="utf-8")
    hits, asked = right_share(articles, weights)
    print(f"{asked} figures, {len(weights[False])} weights; seen {hits / asked:.3f}")
    folds = [left_out(articles, part) for part in parted(articles, FOLDS)]
    print(f"five folds by article {sum(hits for hits, _ in folds) / sum(asked for _, asked in folds):.3f}")
    parts = {name[:2] for name in articles}
    for part in sorted(parts if len(parts) > 1 else ()):
        hits, asked = left_out(articles, {name for name in articles if name.startswith(part)})
        print(f"part {part} left out {hits / asked:.3f}")


if __name__ == "__main__":
    main()
