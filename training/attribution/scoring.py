"""What a reader of attributions is worth: the gold's own scorer, without the network's libraries."""

import sys
from collections import defaultdict

from gold import GOLD
from sayso.attribute.trained.alphabet import ANCHORS, ROLES
from sayso.attribute.trained.decode import Cue, Run
from sayso.model import Annotated, Attribution

sys.path.append(str(GOLD))
import score_attribution as scorer


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
