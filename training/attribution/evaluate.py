"""Reads articles with a network as it is, and scores what it reads with the gold's own scorer."""

import numpy as np
import torch
from torch import Tensor

from sayso.attribute.trained.alphabet import ROLES
from sayso.attribute.trained.decode import Cue, Run, Scores, around, cues, runs, without_inner
from sayso.attribute.trained.features import Window, bands, branches
from sayso.model import Annotated
from training.attribution.network import Reader
from training.attribution.scoring import record, scores

THRESHOLD = 0.5
"""Here the network is judged by itself, without what the grammar shows."""
Read = list[tuple[Cue, list[Run]]]


def _row(values: object) -> Tensor:
    return torch.from_numpy(np.asarray(values)).unsqueeze(0)


@torch.no_grad()
def read(network: Reader, a: Annotated, of: list[Window]) -> Read:
    """The attributions of one report, by cue."""
    found: Read = []
    for w in of:
        anchors, narrow, view = network.tokens(
            _row(w.pieces), _row(w.features[w.owner]), _row(w.head), _row(w.features), None
        )
        here = cues(w, anchors[0].float().numpy(), [], alone=THRESHOLD)
        if network.tags is not None:
            found.extend(_linked(a, w, here, network.tags(view)[0].float().numpy()))
            continue
        for cue in here:
            first, last = around(w, cue.at)
            scores = network.around(  # type: ignore[misc]
                narrow[:, first - w.first : last - w.first],
                narrow[:, cue.at - w.first],
                _row(branches(a, cue.at, first, last)),
                _row(bands(cue.at, first, last)),
                None,
            )
            found.append((cue, runs(scores[0].float().numpy(), cue, first)))
    return without_inner(found)


def _linked(a: Annotated, w: Window, here: list[Cue], tags: Scores) -> Read:
    """Plain tags: each run goes to the nearest cue, of the same sentence where there is one."""
    found: Read = [(cue, [Run("cue", cue.at, cue.at + 1)]) for cue in here]
    for role, name in enumerate(ROLES):
        marks = tags[:, 3 * role : 3 * role + 3].argmax(axis=1)
        spans: list[list[int]] = []
        for n, mark in enumerate(marks):
            if mark == 1 or (mark == 2 and (not spans or spans[-1][1] != n)):
                spans.append([n, n + 1])
            elif mark == 2:
                spans[-1][1] = n + 1
        for first, last in spans:
            first, last = first + w.first, last + w.first
            near = sorted(found, key=lambda f: (_apart(a, f[0].at, first, last), f[0].at))
            if near:
                near[0][1].append(Run(name, first, last))
    return found


def _apart(a: Annotated, at: int, first: int, last: int) -> int:
    gap = max(first - at, at - last + 1, 0)
    return gap + 50 * abs(a.tokens[at].sentence - a.tokens[first].sentence)


__all__ = ["read", "record", "scores"]
