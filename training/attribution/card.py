"""The tables of the model card: `python -m training.attribution.card` scores the shipped weights on dev."""

from collections import defaultdict
from pathlib import Path

from gold import gold_attributions, gold_reports
from sayso.annotate import load as annotator
from sayso.attribute import load
from sayso.attribute.trained.alphabet import ROLES
from sayso.attribute.trained.network import WEIGHTS
from sayso.model import Annotated, Attribution, Span
from training.attribution.scoring import scores

SHOWN = ("linked", "speaker", "cue", "content", "characters", "act")
Row = tuple[Annotated, list[dict[str, object]], list[Attribution]]


def main() -> None:
    parsed = list(annotator().annotate(gold_reports("dev")))
    gold = gold_attributions("dev")
    rows: list[Row] = []
    for a, found in zip(parsed, load().attribute(parsed), strict=True):
        rows.append((a, [_record(one) for one in found], gold[str(a.report.id)]))
    print(f"size {sum(f.stat().st_size for f in Path(WEIGHTS).iterdir()):,} bytes")
    by_outlet: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_outlet[row[0].report.outlet or "not given"].append(row)
    _table("outlet", {"all": rows, **dict(sorted(by_outlet.items()))})
    print("\n| act | gold | found with the right act | F1 |\n| --- | --- | --- | --- |")
    for act in ("says", "denies", "declines", "unverified", "calls", "believes"):
        _act(act, rows)


def _record(one: Attribution) -> dict[str, object]:
    def offsets(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[s.start, s.end] for s in spans]

    parts: dict[str, object] = {role: offsets(getattr(one, role)) for role in ROLES}
    return {"act": one.act.value, **parts}


def _table(what: str, groups: dict[str, list[Row]]) -> None:
    print(f"\n| {what} | articles | attributions | " + " | ".join(SHOWN) + " |")
    print("| --- " * (3 + len(SHOWN)) + "|")
    for name, rows in groups.items():
        values = scores(rows)
        marked = sum(len(gold) for _, _, gold in rows)
        print(f"| {name} | {len(rows)} | {marked} | " + " | ".join(f"{values[s]:.2f}" for s in SHOWN) + " |")


def _act(act: str, rows: list[Row]) -> None:
    """One act against all others: an attribution counts where cue and act are right."""
    hit = predicted = marked = 0
    for _, found, gold in rows:
        mine = [f for f in found if f["act"] == act]
        wanted = [g for g in gold if g.act.value == act]
        predicted, marked = predicted + len(mine), marked + len(wanted)
        spots = [{i for s in g.cue or g.speaker for i in range(s.start, s.end)} for g in wanted]
        for f in mine:
            cue: list[list[int]] = f["cue"] or f["speaker"]  # type: ignore[assignment]
            own = {i for start, end in cue for i in range(start, end)}
            at = next((n for n, spot in enumerate(spots) if spot & own), None)
            if at is not None:
                hit += 1
                spots.pop(at)
    f1 = 2 * hit / (predicted + marked) if predicted + marked else 0.0
    print(f"| {act} | {marked} | {hit} | {f1:.2f} |")


if __name__ == "__main__":
    main()
