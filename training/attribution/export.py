"""Trained weights -> the two small ONNX files that the package ships, with 8-bit weights."""

import argparse
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer
from torch import Tensor, nn

from sayso.attribute.trained.alphabet import FEATURES
from sayso.attribute.trained.features import PIECES
from training.attribution.network import DESIGNS, READER_WIDTH, Reader, first_pieces

BLOCK = 64
"""Weights that share a scale."""
ROW_SCALED = 4
"""onnxruntime's accuracy level for 8-bit arithmetic: activations are scaled block by block of each token's own
numbers, never over a batch or a window, so that a token's result depends on nothing that stands beside it in memory."""


class SmallTable(nn.Module):
    """An embedding in 8 bits, with a scale for each row."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = (weight.abs().amax(dim=1, keepdim=True) / 127).clamp(min=1e-8)
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        rows: Tensor = self.rows[ids].float() * self.scale[ids]  # type: ignore[index]
        return rows


class Vocabulary(nn.Module):
    """The table of pieces without the places that the published vocabulary keeps free (ids 1 to 99, 104 to 998)."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        self.table = SmallTable(nn.Embedding.from_pretrained(torch.cat([weight[:1], weight[100:104], weight[999:]])))

    def forward(self, pieces: Tensor) -> Tensor:
        rows: Tensor = self.table(torch.where(pieces > 998, pieces - 994, (pieces - 99).clamp(0, 4)))
        return rows


class EncoderGraph(nn.Module):
    """Pieces and features of one window -> scores of cues, the narrow view of each token, and the encoder half-way."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        network.encoder.words = Vocabulary(network.encoder.words)  # type: ignore[assignment]
        positions = nn.Embedding.from_pretrained(network.encoder.positions.weight[:PIECES])
        network.encoder.positions = SmallTable(positions)  # type: ignore[assignment]
        self.network = network

    def forward(
        self, pieces: Tensor, piece_features: Tensor, heads: Tensor, features: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        read, middle = self.network.encoder.halfway(pieces, piece_features, None)
        view = self.network.view(read, heads, features)
        return self.network.anchors(view), self.network.narrow(view), first_pieces(middle, heads)


class ReaderGraph(nn.Module):
    """The neighbourhood of one cue -> scores of the roles of each of its tokens."""

    def __init__(self, network: Reader) -> None:
        super().__init__()
        if network.around is None:
            raise ValueError(f"The design {network.design.name!r} has no reader to export.")
        self.around = network.around

    def forward(self, around: Tensor, cue: Tensor, branches: Tensor, bands: Tensor) -> Tensor:
        marks: Tensor = self.around(around, cue, branches, bands, None)
        return marks


def export(network: Reader, weights: Path, output: Path) -> None:
    """Write encoder.onnx, reader.onnx and tokenizer.json."""
    output.mkdir(parents=True, exist_ok=True)
    network.eval()
    kinds = len(FEATURES)
    pieces, tokens = torch.ones(1, 9, dtype=torch.long), torch.ones(1, 7, dtype=torch.long)
    written(
        ReaderGraph(network),
        (torch.zeros(1, 7, READER_WIDTH), torch.zeros(1, READER_WIDTH), tokens, tokens),
        {"around": {1: "tokens"}, "cue": {}, "branches": {1: "tokens"}, "bands": {1: "tokens"}},
        ["marks"],
        output / "reader.onnx",
    )
    written(
        EncoderGraph(network),
        (pieces, torch.zeros(1, 9, kinds, dtype=torch.long), tokens, torch.zeros(1, 7, kinds, dtype=torch.long)),
        {"pieces": {1: "pieces"}, "piece_features": {1: "pieces"}, "heads": {1: "tokens"}, "features": {1: "tokens"}},
        ["anchors", "narrow", "middle"],
        output / "encoder.onnx",
    )
    shutil.copyfile(weights / "tokenizer.json", output / "tokenizer.json")


def written(
    graph: nn.Module, given: tuple[Tensor, ...], axes: dict[str, dict[int, str]], results: list[str], path: Path
) -> None:
    """Write a network as ONNX with 8-bit weights; `axes` names the inputs and which of their axes are free."""
    torch.onnx.export(
        graph.eval(),
        given,
        str(path),
        input_names=list(axes),
        output_names=results,
        dynamic_axes={name: free for name, free in axes.items() if free},
        opset_version=18,
        dynamo=False,
    )
    config = DefaultWeightOnlyQuantConfig(block_size=BLOCK, is_symmetric=True, accuracy_level=ROW_SCALED, bits=8)
    quantizer = MatMulNBitsQuantizer(onnx.load(str(path)), algo_config=config)
    quantizer.process()
    quantizer.model.save_model_to_file(str(path), use_external_data_format=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, help="folder with network.pt")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument(
        "--design", default="around", choices=[d.name for d in DESIGNS.values() if d.around is not None]
    )
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    network = Reader(DESIGNS[options.design])
    network.load_state_dict(torch.load(options.trained / "network.pt", weights_only=True))
    export(network, options.weights, options.output)


if __name__ == "__main__":
    main()
