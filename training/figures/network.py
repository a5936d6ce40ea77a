"""Two layers over what the attribution's encoder sees half-way, and a head over five tokens of each quantity."""

from pathlib import Path

from torch import Tensor, nn

from sayso.claims.learned import MEASURES
from training.attribution.network import HEADS, WIDTH, Encoder, Layer

LAYERS = 2
POINTS = 5
INNER = 256


class Figures(nn.Module):
    """Vectors of a stretch of text and points of its quantities -> scores of "nobody harmed" and of each measure."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, 4 * WIDTH) for _ in range(LAYERS))
        self.head = nn.Sequential(
            nn.Dropout(0.2),
            nn.Linear(WIDTH * POINTS, INNER),
            nn.GELU(),
            nn.Dropout(0.2),
            nn.Linear(INNER, 1 + len(MEASURES)),
        )

    def forward(self, vectors: Tensor, at: Tensor) -> Tensor:
        """vectors: [tokens, width]; at: [quantities, points]; gives [quantities, 1 + measures]."""
        x = vectors.unsqueeze(0)
        for layer in self.layers:
            x = layer(x, None)
        scores: Tensor = self.head(x[0][at].flatten(1))
        return scores

    def start_from(self, published: Path) -> None:
        """Take the last layers of a published MiniLM (safetensors)."""
        whole = Encoder()
        whole.start_from(published)
        for ours, theirs in zip(self.layers, whole.layers[-LAYERS:], strict=True):
            ours.load_state_dict(theirs.state_dict())
