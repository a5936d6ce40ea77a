"""Trains the network that reads attributions: `python -m training.attribution.train --weights MINILM -o DIR`."""

import argparse
import hashlib
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from sayso.attribute.trained.features import windows
from sayso.model import Annotated, Attribution, ReportId
from training.attribution.batches import IGNORED, Batch, batch_of, batches
from training.attribution.evaluate import read, record, scores
from training.attribution.examples import Example, examples
from training.attribution.network import DESIGNS, Reader
from training.attribution.prepare import Prepared, kept_back, prepared

Gold = dict[str, list[Attribution]]
CHANGED = 0.35
"""The share of articles that are learned from in their changed version."""
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors of all-MiniLM-L6-v2 (Apache-2.0), as published."""


@dataclass(frozen=True)
class Material:
    """What is learned from, window by window."""

    articles: list[list[list[Example]]]
    """For each article its versions: as it is, and changed."""
    invented: list[Example]
    passages: int
    """Windows of invented passages in each epoch."""

    def epoch(self, order: np.random.Generator) -> list[Example]:
        """The windows of one epoch: some articles in their changed version, some of the invented passages."""
        chosen = [versions[-1 if order.random() < CHANGED else 0] for versions in self.articles]
        some = order.permutation(len(self.invented))[: self.passages]
        return [one for windows_of in chosen for one in windows_of] + [self.invented[i] for i in some]


def loss_of(network: Reader, b: Batch) -> Tensor:
    """The sum of the losses over cues and over roles."""
    anchors, narrow, view = network.tokens(b.pieces, b.piece_features, b.heads, b.features, b.mask)
    loss = functional.cross_entropy(anchors.float().flatten(0, 1), b.anchors.flatten(), ignore_index=IGNORED)
    if network.tags is not None:
        tags = network.tags(view).float().view(*b.tags.shape, 3)
        return loss + functional.cross_entropy(tags.flatten(0, 2), b.tags.flatten(), ignore_index=IGNORED)
    if network.around is None or not len(b.at):
        return loss
    near = narrow[b.window.unsqueeze(1), b.around]
    marks = network.around(near, narrow[b.window, b.at], b.branches, b.bands, b.around_mask)
    return loss + functional.cross_entropy(marks.float().flatten(0, 1), b.marks.flatten(), ignore_index=IGNORED)


def hidden(batch: Batch, share: float, order: np.random.Generator) -> Batch:
    """Some pieces and some of the parse withheld, so that neither is leaned on alone."""
    if share:
        covered = torch.from_numpy(order.random(batch.pieces.shape) < share / 2) & (batch.pieces > 999)
        batch.pieces = torch.where(covered, torch.full_like(batch.pieces, 103), batch.pieces)
        windows_off = torch.from_numpy(order.random(len(batch.pieces)) < share)
        batch.features[windows_off, :, :4] = 0
        batch.piece_features[windows_off, :, :4] = 0
        cues_off = torch.from_numpy(order.random(len(batch.at)) < share)
        batch.branches[cues_off] = 0
    return batch


def optimiser(network: Reader, rate: float) -> torch.optim.AdamW:
    """AdamW; what is new learns ten times as fast as what was trained before."""
    groups: dict[tuple[bool, bool], list[Tensor]] = {}
    for name, value in network.named_parameters():
        if name == "encoder.words.weight":
            value.requires_grad_(False)
            continue
        old = name.startswith("encoder.") and ".features." not in name
        groups.setdefault((old, value.ndim > 1), []).append(value)
    return torch.optim.AdamW(
        [
            {"params": values, "lr": rate if old else rate * 10, "weight_decay": 0.01 if decay else 0.0}
            for (old, decay), values in groups.items()
        ]
    )


class Learned(Protocol):
    """What gives the windows of an epoch."""

    def epoch(self, order: np.random.Generator) -> list[Example]: ...


def train(network: Reader, material: Learned, options: argparse.Namespace, watch: tuple[list[Annotated], Gold]) -> None:
    """Trains in place; prints the loss and, after each epoch, the scores on the slice kept back."""
    order = np.random.default_rng(options.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device)
    steps_each = len(batches(material.epoch(np.random.default_rng(0)), options.budget, np.random.default_rng(0)))
    total = steps_each * options.epochs
    learner = optimiser(network, options.rate)
    warm = max(total // 12, 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        learner, lambda s: min((s + 1) / warm, max(0.0, (total - s) / (total - warm)))
    )
    started = time.time()
    for epoch in range(options.epochs):
        network.train()
        lost, steps = 0.0, 0
        for chosen in batches(material.epoch(order), options.budget, order):
            batch = hidden(batch_of(chosen), options.hide, order).to(device)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                loss = loss_of(network, batch)
            learner.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            learner.step()
            schedule.step()
            lost, steps = lost + loss.item(), steps + 1
        print(f"epoch {epoch + 1}: loss {lost / steps:.4f}, {time.time() - started:.0f} s", flush=True)
        if epoch % 3 == 2:
            print(shown(evaluated(network, *watch, options)), flush=True)
    network.to("cpu")


def evaluated(network: Reader, articles: list[Annotated], gold: Gold, options: argparse.Namespace) -> dict[str, float]:
    """Scores on articles of the training gold, read as the program reads them."""
    network.eval()
    network.to("cpu")
    tokenizer = load_tokenizer(options.weights)
    read_now = [
        (a, [record(a, cue, parts) for cue, parts in read(network, a, windows(a, tokenizer))], gold[a.report.id])
        for a in articles
    ]
    if torch.cuda.is_available():
        network.to("cuda")
    return scores(read_now)


def shown(values: dict[str, float]) -> str:
    return "  " + " ".join(f"{name} {value:.3f}" for name, value in values.items())


def load_tokenizer(weights: Path) -> Tokenizer:
    """The tokenizer beside the weights."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def options(given: list[str] | None = None) -> argparse.Namespace:
    """What is asked for; seeds set, and the published weights checked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--design", choices=DESIGNS, default="around")
    parser.add_argument("--without", nargs="*", default=[], help="data sets to leave out and test on (fk, wn, ecb)")
    parser.add_argument("--passages", type=int, default=800, help="invented ones in each epoch; 0: no augmentation")
    parser.add_argument("--part", type=int, default=1, help="learn from one article in so many, to compare designs")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--budget", type=int, default=2048, help="pieces in a batch")
    parser.add_argument("--hide", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cache", type=Path, default=Path("out/training"))
    parser.add_argument("-o", "--output", type=Path, required=True)
    asked = parser.parse_args(given)
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    random.seed(asked.seed)
    found = hashlib.sha256((asked.weights / "model.safetensors").read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{asked.weights}: model.safetensors has the SHA-256 {found}, not {SHA256}.")
    return asked


def run(options: argparse.Namespace) -> None:
    """Trains one network as asked, keeps its weights and its scores."""
    tokenizer = load_tokenizer(options.weights)
    given = prepared(options.cache)
    out = [a for a in given.articles if a.report.id.startswith(tuple(options.without))]
    left_out = {a.report.id for a in out}
    watch = [a for a in given.articles if kept_back(a.report.id) and a.report.id not in left_out]
    material = material_of(given, left_out, options, tokenizer)
    print(f"{len(material.articles)} articles, {len(material.invented)} windows of invented passages,", flush=True)
    print(f"{len(watch)} articles kept back, {len(out)} left out", flush=True)
    network = Reader(DESIGNS[options.design])
    network.encoder.start_from(options.weights / "model.safetensors")
    train(network, material, options, (watch, given.gold))
    options.output.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.output / "network.pt")
    result = {"kept back": evaluated(network, watch, given.gold, options)}
    for part in options.without:
        named = [a for a in out if a.report.id.startswith(part)]
        result[f"left out {part}"] = evaluated(network, named, given.gold, options)
    for name, values in result.items():
        print(name, shown(values), flush=True)
    written = {"options": {k: str(v) for k, v in vars(options).items()}, "scores": result}
    (options.output / "scores.json").write_text(json.dumps(written, indent=1), encoding="utf-8")


def material_of(
    given: Prepared, left_out: set[ReportId], options: argparse.Namespace, tokenizer: Tokenizer
) -> Material:
    """The windows to learn from, with their targets."""
    learn = [a for a in given.articles if not kept_back(a.report.id) and a.report.id not in left_out][:: options.part]
    articles = []
    for a in learn:
        changed = given.changed.get(str(a.report.id)) if options.passages else None
        versions = [examples([a], given.gold, tokenizer)]
        if changed is not None:
            versions.append(examples([changed], given.gold, tokenizer))
        articles.append(versions)
    invented = [examples([a], given.gold, tokenizer) for a in given.invented] if options.passages else []
    return Material(articles, [one for some in invented for one in some], options.passages)


if __name__ == "__main__":
    run(options())
