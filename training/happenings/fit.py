"""Fits the head for kinds of happening: a conditional logit over the signs of `signs.py`. Needs numpy and scipy.

Signs that point at a kind ("title: shelling") share one weight for all kinds; each sign also has one of its own for a
kind, held down more strongly (OWN), so that what is common to all wars and disasters is learned first.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped, import-not-found]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped, import-not-found]

HEAD = Path(__file__).resolve().parents[2] / "src/sayso/knowledge/vocab/events_head.json"
KINDS = [
    "airstrike",
    "shelling",
    "bombing",
    "clash",
    "chemical",
    "execution",
    "landmine",
    "siege",
    "shooting",
    "other",
    "cumulative",
]
OWN = 0.4
"""Scale of the weights for one kind against the shared ones."""
PENALTY = 1.5
"""Of the squares of all weights."""
IN_ARTICLES = 3
"""A sign seen in fewer articles is left out."""
FOLDS = 5
INVENTED = 3
"""How often an invented figure counts. Source: our choice; they are few and tell of all that the articles leave out."""
RULED = (
    "rule",
    "firm rule",
    "others",
    "told",
    "tells next",
    "first told",
    "same toll",
    *(f"silent {n}" for n in ("others", "told", "tells next", "first told", "same toll")),
)
"""Families of signs that rest on the rules."""


class Row(TypedDict):
    """What is read of a row of `signs.py`."""

    article: str
    incident: str
    kinds: list[str]
    rule: str
    signs: dict[str, float]


Name = tuple[str, str]
"""Of a weight: "shared" and a family, or a kind and a sign."""


def parts(signs: Mapping[str, float], kind: str) -> Iterator[tuple[Name, float]]:
    """(name, value) of all that adds to the score of a kind."""
    for sign, value in signs.items():
        family, colon, points_at = sign.partition(": ")
        if colon and points_at == kind:
            yield ("shared", family), value
        yield (kind, sign), value * OWN


class Fitted:
    """Weights fitted to rows."""

    def __init__(self, rows: Sequence[Row], without: tuple[str, ...] = ()) -> None:
        self.without = without
        articles: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            for sign in row["signs"]:
                articles[sign].add(row["article"])
        self.known = {sign for sign, seen in articles.items() if len(seen) >= IN_ARTICLES}
        self.index: dict[Name, int] = {}
        matrix = self._matrix(rows, grow=True)
        wanted = np.zeros((len(rows), len(KINDS)))
        for n, row in enumerate(rows):
            for kind in row["kinds"]:
                wanted[n, KINDS.index(kind)] = 1 / len(row["kinds"])
        back = matrix.T.tocsr()

        def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            scores = (matrix @ weights).reshape(wanted.shape)
            scores -= scores.max(1, keepdims=True)
            logs = scores - np.log(np.exp(scores).sum(1, keepdims=True))
            slope = back @ (np.exp(logs) - wanted).ravel() + PENALTY * weights
            return -(wanted * logs).sum() + PENALTY / 2 * (weights @ weights), slope

        start = np.zeros(matrix.shape[1])
        found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
        self.weights: NDArray[np.float64] = found.x

    def _kept(self, signs: Mapping[str, float]) -> dict[str, float]:
        return {s: v for s, v in signs.items() if s in self.known and not s.startswith(self.without or "\n")}

    def _matrix(self, rows: Sequence[Row], *, grow: bool) -> csr_matrix:
        values: list[float] = []
        columns: list[int] = []
        ends = [0]
        for row in rows:
            kept = self._kept(row["signs"])
            for kind in KINDS:
                for name, value in parts(kept, kind):
                    at = self.index.setdefault(name, len(self.index)) if grow else self.index.get(name)
                    if at is not None:
                        columns.append(at)
                        values.append(value)
                ends.append(len(columns))
        return csr_matrix((values, columns, ends), shape=(len(rows) * len(KINDS), len(self.index)))

    def kinds(self, rows: Sequence[Row]) -> list[str]:
        """The kind found for each row."""
        scores = (self._matrix(rows, grow=False) @ self.weights).reshape(len(rows), len(KINDS))
        return [KINDS[n] for n in scores.argmax(1)]

    def as_data(self) -> dict[str, object]:
        """What the program reads."""
        shared: dict[str, float] = {}
        own: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (first, second), at in sorted(self.index.items()):
            if first == "shared":
                shared[second] = round(float(self.weights[at]), 3)
            elif abs(self.weights[at] * OWN) >= 0.01:
                own[second][first] = round(float(self.weights[at]) * OWN, 3)
        return {"shared": shared, "own": dict(own)}


def groups(rows: Sequence[Row]) -> list[str]:
    """A group for each row: articles that tell of one happening, or stand in one topic of ECB+, are never parted."""
    parent: dict[str, str] = {}

    def find(one: str) -> str:
        parent.setdefault(one, one)
        while parent[one] != one:
            one = parent[one]
        return one

    for row in rows:
        topic = re.match(r"ecb\d+", row["article"])
        for other in (
            topic[0] if topic else None,
            None if row["incident"].startswith("cumulative") else row["incident"],
        ):
            if other:
                parent[find(row["article"])] = find(f"={other}")
    return [find(row["article"]) for row in rows]


def folds(rows: Sequence[Row]) -> list[list[int]]:
    """Groups dealt out to folds, the largest first, always to the smallest fold."""
    by_group: defaultdict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups(rows)):
        by_group[group].append(n)
    dealt: list[list[int]] = [[] for _ in range(FOLDS)]
    for _, members in sorted(by_group.items(), key=lambda item: (-len(item[1]), item[0])):
        min(dealt, key=len).extend(members)
    return dealt


def unseen(rows: Sequence[Row], without: tuple[str, ...] = ()) -> list[str]:
    """The kind found for each row by a head that has not seen its group."""
    found = [""] * len(rows)
    for fold in folds(rows):
        held = set(fold)
        head = Fitted([row for n, row in enumerate(rows) if n not in held], without)
        for n, kind in zip(fold, head.kinds([rows[n] for n in fold]), strict=True):
            found[n] = kind
    return found


def share(rows: Sequence[Row], found: Sequence[str]) -> float:
    """Share of rows whose kind is one that the annotators accept."""
    return sum(kind in row["kinds"] for row, kind in zip(rows, found, strict=True)) / len(rows)


def by_part(rows: Sequence[Row], found: Sequence[str]) -> str:
    """The share on all rows, on the Syrian ones, on the others."""
    pairs = list(zip(rows, found, strict=True))
    cut = [
        pairs,
        [p for p in pairs if p[0]["article"].startswith("fk")],
        [p for p in pairs if p[0]["article"].startswith("ecb")],
    ]
    return "  ".join(f"{share(*zip(*part, strict=True)):.3f}" if part else "  -  " for part in cut)


def table(rows: Sequence[Row], measured: Sequence[Row]) -> None:
    """Rules, head and both on articles not seen: by folds, one part to the other, and on a measured split."""
    first, second = ([r for r in rows if r["article"].startswith(part)] for part in ("fk", "ecb"))
    print("                          all   fk    ecb")
    print("rules                    ", by_part(rows, [row["rule"] for row in rows]))
    for name, without in (
        ("head without the rules", RULED),
        ("head over the rules", ()),
    ):
        print(f"{name:25}", by_part(rows, unseen(rows, without)))
        print("  fk -> ecb              ", f"{share(second, Fitted(first, without).kinds(second)):.3f}")
        print("  ecb -> fk              ", f"{share(first, Fitted(second, without).kinds(first)):.3f}")
        if measured:
            print("  train -> dev           ", f"{share(measured, Fitted(rows, without).kinds(measured)):.3f}")
    if measured:
        print("rules on dev             ", f"{share(measured, [row['rule'] for row in measured]):.3f}")


def read_rows(path: Path) -> list[Row]:
    """The rows that `signs.py` wrote."""
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def main() -> None:
    """Fit, and write the head or print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("signs", type=Path)
    parser.add_argument("--invented", type=Path, help="signs of the invented reports, fitted too")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--measured", type=Path, help="signs of a split that is only measured")
    args = parser.parse_args()
    rows = read_rows(args.signs)
    if args.table:
        table(rows, read_rows(args.measured) if args.measured else [])
        return
    if args.invented:
        rows += read_rows(args.invented) * INVENTED
    data: dict[str, object] = {
        "about": "Weights of the head for kinds of happening, fitted by training/happenings/fit.py. Annotations: CC BY."
    }
    learned = sorted({kind for row in rows for kind in row["kinds"]})
    data |= {"figures": len(rows), "learned": learned, **Fitted(rows).as_data()}
    HEAD.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
