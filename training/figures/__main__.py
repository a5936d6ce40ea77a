"""From labelled texts to the shipped weights in one go: `make train-figures`.

With `--hold NAME` an episode, or the invented reports whose ids begin so, are left out of learning and measured: how
many quantities of people harmed are found at each level of certainty, how many of them with the right measure, and how
many found count nobody harmed.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from episodes import EPISODES, UNSEEN
from sayso.claims.learned import WEIGHTS
from training.attribution.__main__ import published
from training.attribution.export import written
from training.figures.examples import Example, episode_examples, gold_examples, report_examples
from training.figures.network import POINTS, Figures

SEED, EPOCHS, TOGETHER = 7, 5, 4
LAYER_RATE, HEAD_RATE = 1e-4, 1e-3
SMOOTHING = 0.03


def learned_episodes() -> list[str]:
    """The episodes that may be learned from."""
    return [path.stem for path in sorted(EPISODES.glob("*.yaml")) if path.stem not in UNSEEN]


def train(examples: Sequence[Example], start: Path, epochs: int) -> Figures:
    """A network that has seen the examples `epochs` times."""
    torch.manual_seed(SEED)
    order = random.Random(SEED)
    network = Figures()
    network.start_from(start)
    groups = [
        {"params": network.layers.parameters(), "lr": LAYER_RATE},
        {"params": network.head.parameters(), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * len(examples) // TOGETHER + 1
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / 40) * max(0.02, 1 - s / steps))
    shuffled = list(examples)
    for epoch in range(epochs):
        order.shuffle(shuffled)
        total = 0.0
        for n in range(0, len(shuffled), TOGETHER):
            optimizer.zero_grad()
            for example in shuffled[n : n + TOGETHER]:
                loss = _loss(network, example)
                loss.backward()  # type: ignore[no-untyped-call]
                total += float(loss.detach())
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
        print(f"epoch {epoch + 1}: loss {total / len(shuffled):.3f}", flush=True)
    return network.eval()


def _loss(network: Figures, example: Example) -> Tensor:
    scores = network(torch.from_numpy(example.vectors), torch.from_numpy(example.at))
    told = torch.from_numpy(example.labels)
    return functional.cross_entropy(scores, told, reduction="sum", label_smoothing=SMOOTHING) / TOGETHER


def measured(network: Figures, held: Sequence[Example]) -> str:
    """What the network finds in texts that it has not seen, at several levels of certainty."""
    lines = []
    for least in (0.5, 0.7, 0.8, 0.9):
        right = other = none = lost = 0
        for example in held:
            with torch.no_grad():
                shares = network(torch.from_numpy(example.vectors), torch.from_numpy(example.at)).softmax(1)
            for given, label in zip(shares, example.labels, strict=True):
                found = float(1 - given[0]) >= least
                right += found and label > 0 and int(given[1:].argmax()) + 1 == label
                other += found and label > 0 and int(given[1:].argmax()) + 1 != label
                none += found and label == 0
                lost += not found and label > 0
        lines.append(f"from {least}: {right} right, {other} of another measure, {none} of nobody harmed, {lost} missed")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("out/training/figures"), help="where reports are written")
    parser.add_argument(
        "--hold", action="append", default=[], help="an episode, or how ids of reports begin: not learned"
    )
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS, help="where the network goes")
    given = parser.parse_args()
    learned = [name for name in learned_episodes() if name not in given.hold]
    examples = [
        *gold_examples(given.work),
        *episode_examples(given.work, learned),
        *report_examples(given.work, given.hold),
    ]
    network = train(examples, published() / "model.safetensors", given.epochs)
    if given.hold:
        held = episode_examples(given.work, given.hold) + report_examples(given.work, given.hold, only=True)
        print(measured(network, held))
    given.output.parent.mkdir(parents=True, exist_ok=True)
    written(
        network,
        (torch.zeros(7, 384), torch.zeros(3, POINTS, dtype=torch.long)),
        {"vectors": {0: "tokens"}, "at": {0: "quantities"}},
        ["scores"],
        given.output,
    )


if __name__ == "__main__":
    main()
