"""Scores -> cues and the runs of tokens that belong to each: the best sequence of marks that is well formed."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.attribute.trained.alphabet import ANCHORS, MARKS, ROLES
from sayso.attribute.trained.features import REACH, Window

Scores = NDArray[np.float32]
NEVER = -1e4
LIKELY = 0.5
AGREED = 0.1
"""From this probability on a cue is taken that the grammar shows too.

Raised from 0.03 for the weights that have read invented reports: linked F1 rose on both parts of the gold and on the
reports kept for measuring.
"""
ALONE = 0.85
"""From this probability on a cue is taken that the network alone sees.

Set on articles of two data sets (wn, ecb) by a network that had seen neither: docs/decisions/0008.
"""
WITHOUT_CUE = len(ANCHORS) - 1


@dataclass(frozen=True)
class Cue:
    """A token at which an attribution is taken to begin."""

    at: int
    """The token in the report."""
    kind: int
    """Index in ANCHORS."""
    probability: float

    @property
    def likely(self) -> bool:
        """Whether the network takes it for a cue by itself."""
        return self.probability >= LIKELY


@dataclass(frozen=True)
class Run:
    """Tokens of the report that play one role, last exclusive."""

    role: str
    first: int
    last: int


def probabilities(scores: Scores) -> Scores:
    """Softmax over the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Scores = shifted / shifted.sum(axis=-1, keepdims=True)
    return result


def cues(window: Window, scores: Scores, expected: list[range], alone: float = ALONE) -> list[Cue]:
    """The cues in the core of a window; scores: [tokens, anchors].

    `expected` are the tokens of each cue that the grammar shows: there a little likelihood is enough, elsewhere much is
    asked for.
    """
    likely = probabilities(scores)
    sure = {at: 1.0 - float(likely[at - window.first, 0]) for at in range(window.core_first, window.core_last)}
    shown = {at for cue in expected for at in cue}
    taken = {at for at, p in sure.items() if p >= (LIKELY if at in shown else alone)}
    for cue in expected:
        inside = [at for at in cue if at in sure]
        best = max(inside, key=lambda at: sure[at], default=None)
        if best is not None and taken.isdisjoint(cue) and sure[best] >= AGREED:
            taken.add(best)
    return [Cue(at, 1 + int(likely[at - window.first, 1:].argmax()), sure[at]) for at in sorted(taken)]


def around(window: Window, at: int) -> tuple[int, int]:
    """The first and, exclusive, last token of the report among which the roles of a cue are looked for."""
    return max(window.first, at - REACH), min(window.last, at + REACH + 1)


def runs(scores: Scores, cue: Cue, first: int) -> list[Run]:
    """The runs of each role around a cue; scores: [tokens around, marks], `first` the first of these tokens."""
    fixed = scores.copy()
    forced = MARKS.index("B-speaker" if cue.kind == WITHOUT_CUE else "B-cue")
    fixed[cue.at - first] = NEVER
    fixed[cue.at - first, forced] = 0.0
    found: list[Run] = []
    for n, mark in enumerate(best_marks(fixed)):
        name = MARKS[mark]
        if name.startswith("B-"):
            found.append(Run(name[2:], first + n, first + n + 1))
        elif name:
            open_run = found.pop()
            found.append(Run(open_run.role, open_run.first, first + n + 1))
    return found


@lru_cache(maxsize=1)
def _transitions() -> NDArray[np.float32]:
    """Shape [marks, marks], from the one before: only the begin or inside of a role may come before its inside."""
    table = np.zeros((len(MARKS), len(MARKS)), dtype=np.float32)
    for role in ROLES:
        inside = MARKS.index(f"I-{role}")
        table[:, inside] = NEVER
        table[[MARKS.index(f"B-{role}"), inside], inside] = 0.0
    return table


def best_marks(scores: Scores) -> list[int]:
    """The well-formed sequence of marks with the highest sum of scores."""
    likeliest: list[int] = scores.argmax(axis=1).tolist()
    return likeliest if _is_well_formed(likeliest) else _viterbi(scores)


def _is_well_formed(marks: list[int]) -> bool:
    """Every inside of a role stands behind its begin or its inside."""
    return not MARKS[marks[0]].startswith("I-") and not _transitions()[marks[:-1], marks[1:]].any()


def _viterbi(scores: Scores) -> list[int]:
    """As `best_marks`, for scores whose likeliest marks do not fit together."""
    moves = _transitions()
    total = scores[0].astype(np.float32).copy()
    total[[m for m, name in enumerate(MARKS) if name.startswith("I-")]] += NEVER
    back = np.zeros((len(scores), len(MARKS)), dtype=np.int64)
    for n in range(1, len(scores)):
        paths = total[:, None] + moves
        back[n] = paths.argmax(axis=0)
        total = paths.max(axis=0) + scores[n]
    marks = [int(total.argmax())]
    for n in range(len(scores) - 1, 0, -1):
        marks.append(int(back[n, marks[-1]]))
    return marks[::-1]


def without_inner(found: list[tuple[Cue, list[Run]]]) -> list[tuple[Cue, list[Run]]]:
    """Without cues that begin inside the cue of a likelier one."""
    kept: list[tuple[Cue, list[Run]]] = []
    taken: set[int] = set()
    for cue, parts in sorted(found, key=lambda f: (-f[0].probability, f[0].at)):
        if cue.at not in taken:
            kept.append((cue, parts))
            taken |= {i for r in parts if r.role == "cue" for i in range(r.first, r.last)}
    return sorted(kept, key=lambda f: f[0].at)
