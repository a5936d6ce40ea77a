"""Reads articles with a network as it is, and scores what it reads with the gold's own scorer."""

import sys
from collections import defaultdict

import numpy as np
import torch
from torch import Tensor

from gold import GOLD
from sayso.attribute.trained.alphabet import ANCHORS, ROLES
from sayso.attribute.trained.decode import Cue, Run, Scores, around, cues, runs, without_inner
from sayso.attribute.trained.features import Window, bands, branches
from sayso.model import Annotated, Attribution
from training.attribution.network import Reader

sys.path.append(str(GOLD))
import score_attribution as scorer

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


def record(a: Annotated, cue: Cue, parts: list[Run]) -> dict[str, object]:
    """An attribution in the scorer's form."""
    spans: dict[str, list[list[int]]] = {role: [] for role in ROLES}
    for r in parts:
        spans[r.role].append([a.tokens[r.first].start, a.tokens[r.last - 1].end])
    act = ANCHORS[cue.kind] if cue.kind < len(ANCHORS) - 1 else "says"
    return {"act": act, "speaker_name": None, **spans}


def scores(pairs: list[tuple[Annotated, list[dict[str, object]], list[Attribution]]]) -> dict[str, float]:
    """linked, exact-span F1 of each role, content characters, act, F1 over acts other than "says"."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])

    def add(name: str, hit: float, predicted: float, gold: float) -> None:
        for n, value in enumerate((hit, predicted, gold)):
            counts[name][n] += value

    for a, predicted, marked in pairs:
        gold = [{"act": g.act.value, **{r: [[s.start, s.end] for s in getattr(g, r)] for r in ROLES}} for g in marked]
        for role in ROLES:
            ps = {scorer.trim(a.text, s) for p in predicted for s in p[role]}  # type: ignore[attr-defined]
            gs = {scorer.trim(a.text, s) for g in gold for s in g[role]}
            add(role, len(ps & gs), len(ps), len(gs))
        pc = scorer.characters(s for p in predicted for s in p["content"])  # type: ignore[attr-defined]
        gc = scorer.characters(s for g in gold for s in g["content"])
        add("characters", len(pc & gc), len(pc), len(gc))
        paired = scorer.pair_up(gold, predicted)
        hit = sum(
            scorer.half(gold[i]["speaker"], predicted[j]["speaker"])
            and scorer.iou(gold[i]["content"], predicted[j]["content"]) >= 0.7
            for i, j in paired.items()
        )
        add("linked", hit, len(predicted), len(gold))
        same = sum(gold[i]["act"] == predicted[j]["act"] for i, j in paired.items())
        add("act", same, len(paired), len(paired))
        other = sum(gold[i]["act"] == predicted[j]["act"] != "says" for i, j in paired.items())
        add("other acts", other, sum(p["act"] != "says" for p in predicted), sum(g["act"] != "says" for g in gold))
    return {name: 2 * hit / (p + g) if p + g else 0.0 for name, (hit, p, g) in counts.items()}


__all__ = ["read", "record", "scores"]
