"""Goes on from the trained network with reports of every kind: `python -m training.attribution.further`.

The gold knows three kinds of news. The reports of `training/reports` tell of other things in other voices; the network
reads each of them in every epoch here, beside a part of the gold, so that nothing is forgotten.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from marked import Marked, marked_reports
from sayso.annotate import load
from sayso.model import Annotated, Attribution
from training.attribution import train
from training.attribution.examples import Example, examples
from training.attribution.network import DESIGNS, Reader
from training.attribution.prepare import prepared, report_of

EPOCHS, RATE = 4, 5e-5
GOLD_SHARE = 0.5
"""Of the gold's windows, read in each epoch."""
PASSAGES = 200
KEPT_BACK = 10
"""One invented report in so many is kept back to watch the training."""


@dataclass(frozen=True)
class Mixed:
    """What is learned from, window by window."""

    gold: train.Material
    reports: Sequence[Example]

    def epoch(self, order: np.random.Generator) -> list[Example]:
        """All invented reports, some of the gold and of the invented passages."""
        whole = self.gold.epoch(order)
        some = order.permutation(len(whole))[: int(GOLD_SHARE * len(whole))]
        return [whole[i] for i in some] + list(self.reports)


def parsed(reports: Iterable[Marked]) -> tuple[list[Annotated], dict[str, list[Attribution]]]:
    """Invented reports with their parse, and what is marked in them."""
    annotator = load()
    gold: dict[str, list[Attribution]] = {}
    found: list[Annotated] = []
    for marked in reports:
        report, gold[marked.id] = report_of(marked.id, marked.tagged)
        found.extend(annotator.annotate([report]))
    return found, gold


def run(options: argparse.Namespace, start: Path, held: Sequence[str] = ()) -> Reader:
    """The network of `start` after it has learned from the reports; `held`: beginnings of ids that are left out."""
    tokenizer = train.load_tokenizer(options.weights)
    given = prepared(options.cache)
    reports, marked = parsed(marked_reports())
    gold = {**given.gold, **marked}
    out = [a for a in reports if a.report.id.startswith(tuple(held))] if held else reports[::KEPT_BACK]
    left_out = {a.report.id for a in out}
    learned = [one for a in reports if a.report.id not in left_out for one in examples([a], gold, tokenizer)]
    print(f"{len(reports)} invented reports, {len(out)} left out, {len(learned)} windows", flush=True)
    network = Reader(DESIGNS[options.design])
    network.load_state_dict(torch.load(start / "network.pt", weights_only=True))
    print("before", train.shown(train.evaluated(network, out, gold, options)), flush=True)
    train.train(network, Mixed(train.material_of(given, set(), options, tokenizer), learned), options, (out, gold))
    after = train.evaluated(network, out, gold, options)
    print("after", train.shown(after), flush=True)
    options.output.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.output / "network.pt")
    (options.output / "scores.json").write_text(json.dumps(after, indent=1), encoding="utf-8")
    return network


def options(given: Sequence[str]) -> argparse.Namespace:
    """As for the training before, with the epochs, rate and passages of this one."""
    usual = ["--epochs", str(EPOCHS), "--rate", str(RATE), "--passages", str(PASSAGES)]
    return train.options([*usual, *given])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, required=True, help="folder with the network to go on from")
    parser.add_argument("--hold", nargs="*", default=[], help="beginnings of ids of reports to leave out and test on")
    own, rest = parser.parse_known_args()
    run(options(rest), own.start, own.hold)


if __name__ == "__main__":
    main()
