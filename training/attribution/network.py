"""The networks: a small encoder that is read once per window, and three ways to tell who says what from it."""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.attribute.trained.alphabet import ANCHORS, BRANCHES, FEATURES, MARKS, ROLES
from sayso.attribute.trained.features import BANDS

WIDTH = 384
LAYERS = 6
MIDDLE = 4
"""Layers after which the reading of figures takes over, see `training/figures`."""
HEADS = 12
VOCABULARY = 30522
POSITIONS = 512
FEATURE_WIDTH = 12
READER_WIDTH = 160
DROPOUT = 0.1


class Layer(nn.Module):
    """A transformer layer with the norm after each sum, as BERT has it."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.joined = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_after = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: [batch, length, width]; mask: [batch, 1, 1, length], true where there is something to read."""
        batch, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        attended = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask
        )
        joined = self.joined(attended.transpose(1, 2).reshape(batch, length, width))
        x = self.norm(x + self.dropout(joined))
        return self.norm_after(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM (6 layers, 384 wide) over pieces, told besides what the parse says of each token."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.ModuleList(nn.Embedding(len(names), WIDTH) for names in FEATURES)
        for table in self.features:
            nn.init.zeros_(table.weight)  # type: ignore[arg-type]
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, 4 * WIDTH) for _ in range(LAYERS))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> Tensor:
        """pieces: [batch, length]; features: [batch, length, kinds]; gives [batch, length, width]."""
        return self.halfway(pieces, features, mask)[0]

    def halfway(self, pieces: Tensor, features: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor]:
        """As `forward`, and what was seen after MIDDLE layers."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(place) + self.kind
        for n, table in enumerate(self.features):
            x = x + table(features[:, :, n])
        x = self.dropout(self.norm(x))
        middle = x
        for n, layer in enumerate(self.layers, start=1):
            x = layer(x, mask)
            middle = x if n == MIDDLE else middle
        return x, middle

    def start_from(self, weights: Path) -> None:
        """Take the weights of a published MiniLM (safetensors)."""
        given = load_file(str(weights))
        own = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"],
            "kind": given["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "joined": "attention.output.dense",
            "norm": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm_after": "output.LayerNorm",
        }
        for n in range(LAYERS):
            for ours, theirs in parts.items():
                for kind in ("weight", "bias"):
                    own[f"layers.{n}.{ours}.{kind}"] = given[f"encoder.layer.{n}.{theirs}.{kind}"]
        absent = self.load_state_dict(own, strict=False).missing_keys
        if any(not name.startswith("features.") for name in absent):
            raise ValueError(f"The weights lack {absent}.")


def first_pieces(read: Tensor, heads: Tensor) -> Tensor:
    """The first piece of each token; read: [batch, length, width], heads: [batch, tokens]."""
    return torch.gather(read, 1, heads.unsqueeze(-1).expand(-1, -1, read.shape[-1]))


class TokenView(nn.Module):
    """What is handed on of each token: its first piece as the encoder read it, and its features again."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.ModuleList(nn.Embedding(len(names), FEATURE_WIDTH) for names in FEATURES)
        self.dropout = nn.Dropout(DROPOUT)

    @property
    def width(self) -> int:
        return WIDTH + FEATURE_WIDTH * len(FEATURES)

    def forward(self, read: Tensor, heads: Tensor, features: Tensor) -> Tensor:
        """read: [batch, length, width]; heads: [batch, tokens]; features: [batch, tokens, kinds]."""
        first = first_pieces(read, heads)
        tables = [table(features[:, :, n]) for n, table in enumerate(self.features)]
        return self.dropout(torch.cat([first, *tables], dim=-1))


class Around(nn.Module):
    """One cue at a time: its neighbourhood, told where each token stands in the tree and how far off, read anew."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.branches = nn.Embedding(len(BRANCHES), READER_WIDTH)
        self.bands = nn.Embedding(BANDS, READER_WIDTH)
        self.cue = nn.Linear(READER_WIDTH, READER_WIDTH)
        self.norm = nn.LayerNorm(READER_WIDTH)
        self.layers = nn.ModuleList(Layer(READER_WIDTH, 4, 3 * READER_WIDTH) for _ in range(layers))
        self.inner = nn.Linear(READER_WIDTH, READER_WIDTH)
        self.marks = nn.Linear(READER_WIDTH, len(MARKS))

    def forward(self, around: Tensor, cue: Tensor, branches: Tensor, bands: Tensor, mask: Tensor | None) -> Tensor:
        """around: [cues, tokens, reader width]; cue: [cues, reader width]; gives [cues, tokens, marks]."""
        told = self.branches(branches) + self.bands(bands)
        x = self.norm(around * (1 + torch.tanh(self.cue(cue))).unsqueeze(1) + told)
        for layer in self.layers:
            x = layer(x, mask)
        marks: Tensor = self.marks(functional.gelu(self.inner(x)))
        return marks


@dataclass(frozen=True)
class Design:
    """A way to tell who says what."""

    name: str
    around: int | None
    """Layers that read the neighbourhood of a cue; 0 scores each token against the cue alone; None tags plainly."""


DESIGNS = {d.name: d for d in (Design("tags", None), Design("pairs", 0), Design("around", 2))}


class Reader(nn.Module):
    """Encoder, cues, and the roles around each cue."""

    def __init__(self, design: Design) -> None:
        super().__init__()
        self.design = design
        self.encoder = Encoder()
        self.view = TokenView()
        self.anchors = nn.Sequential(
            nn.Linear(self.view.width, 256), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(256, len(ANCHORS))
        )
        self.narrow = nn.Linear(self.view.width, READER_WIDTH)
        self.tags = nn.Linear(self.view.width, 3 * len(ROLES)) if design.around is None else None
        self.around = Around(design.around) if design.around is not None else None

    def tokens(
        self, pieces: Tensor, piece_features: Tensor, heads: Tensor, features: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of anchors [batch, tokens, anchors], narrow view [batch, tokens, reader width], full view."""
        read = self.encoder(pieces, piece_features, mask)
        view = self.view(read, heads, features)
        return self.anchors(view), self.narrow(view), view
