"""Windows and cues side by side in rectangles, with what is empty marked."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.attribute.trained.features import Numbers
from training.attribution.examples import Example

IGNORED = -100


@dataclass
class Batch:
    """Tensors of some windows and of all cues in them."""

    pieces: Tensor
    piece_features: Tensor
    mask: Tensor
    heads: Tensor
    features: Tensor
    anchors: Tensor
    tags: Tensor
    window: Tensor
    """[cues]: the window of each cue."""
    at: Tensor
    """[cues]: the token of each cue in its window."""
    around: Tensor
    """[cues, tokens]: which tokens of the window lie around the cue."""
    branches: Tensor
    bands: Tensor
    marks: Tensor
    around_mask: Tensor

    def to(self, device: torch.device) -> "Batch":
        """The same on a device."""
        return Batch(**{name: value.to(device) for name, value in vars(self).items()})


def _filled(rows: list[Numbers], empty: int) -> Tensor:
    longest = max((len(r) for r in rows), default=0)
    shape = (len(rows), longest, *rows[0].shape[1:]) if rows else (0, 0)
    table = np.full(shape, empty, dtype=np.int64)
    for n, row in enumerate(rows):
        table[n, : len(row)] = row
    return torch.from_numpy(table)


def batch_of(chosen: list[Example]) -> Batch:
    """The tensors of these windows."""
    windows = [e.window for e in chosen]
    cues = [(n, one) for n, e in enumerate(chosen) for one in e.anchored]
    lengths = torch.tensor([len(w.pieces) for w in windows])
    pieces = _filled([w.pieces for w in windows], 0)
    sizes = torch.tensor([len(one.marks) for _, one in cues])
    marks = _filled([one.marks for _, one in cues], IGNORED)
    return Batch(
        pieces=pieces,
        piece_features=_filled([w.features[w.owner] for w in windows], 0),
        mask=(torch.arange(pieces.shape[1]) < lengths.unsqueeze(1))[:, None, None, :],
        heads=_filled([w.head for w in windows], 0),
        features=_filled([w.features for w in windows], 0),
        anchors=_filled([e.anchors for e in chosen], IGNORED),
        tags=_filled([e.tags for e in chosen], IGNORED),
        window=torch.tensor([n for n, _ in cues], dtype=torch.long),
        at=torch.tensor([one.at for _, one in cues], dtype=torch.long),
        around=_filled([np.arange(one.first, one.first + len(one.marks)) for _, one in cues], 0),
        branches=_filled([one.branches for _, one in cues], 0),
        bands=_filled([one.bands for _, one in cues], 0),
        marks=marks,
        around_mask=(torch.arange(marks.shape[1]) < sizes.unsqueeze(1))[:, None, None, :],
    )


def batches(examples: list[Example], budget: int, order: np.random.Generator) -> list[list[Example]]:
    """Windows of like length together, at most `budget` pieces with padding in each batch, in mixed order."""
    noisy = order.random(len(examples)) * 40
    ranked = sorted(range(len(examples)), key=lambda i: len(examples[i].window.pieces) + noisy[i])
    groups: list[list[Example]] = []
    current: list[Example] = []
    longest = 0
    for i in ranked:
        length = max(longest, len(examples[i].window.pieces))
        if current and length * (len(current) + 1) > budget:
            groups.append(current)
            current, length = [], len(examples[i].window.pieces)
        current.append(examples[i])
        longest = length
    if current:
        groups.append(current)
    return [groups[i] for i in order.permutation(len(groups))]
