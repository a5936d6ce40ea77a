"""The shipped network on onnxruntime: one window, then one cue, at a time, so that nothing depends on a neighbour."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from sayso.attribute.trained.decode import Scores
from sayso.attribute.trained.features import Numbers, Window, windows
from sayso.errors import KnowledgeError
from sayso.model import Annotated

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True)
class Read:
    """A window as the encoder read it."""

    anchors: Scores
    """Shape [tokens, anchors]."""
    narrow: Scores
    """Shape [tokens, reader width]."""
    middle: Scores
    """Shape [tokens, encoder width]: after the layer that the reading of figures starts from."""


class Network:
    """Encoder and reader; both load at the first report."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = weights
        self._last: tuple[Annotated, tuple[tuple[Window, Read], ...]] | None = None

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Words to pieces."""
        tokenizer = Tokenizer.from_file(str(self._file("tokenizer.json")))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _encoder(self) -> onnxruntime.InferenceSession:
        return self._session("encoder.onnx")

    @cached_property
    def _reader(self) -> onnxruntime.InferenceSession:
        return self._session("reader.onnx")

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(str(self._file(name)), options, providers=["CPUExecutionProvider"])

    def _file(self, name: str) -> Path:
        path = self._weights / name
        if not path.is_file():
            raise KnowledgeError(
                "A file of the attribution model is missing.",
                str(path),
                "Install sayso again, or set SAYSO_ATTRIBUTOR=rules to read without the model.",
            )
        return path

    def windows(self, annotated: Annotated) -> tuple[tuple[Window, Read], ...]:
        """The windows of a report, each as read; those of the last report are kept for who asks next."""
        if self._last is None or self._last[0] is not annotated:
            self._last = annotated, tuple((w, self.read(w)) for w in windows(annotated, self.tokenizer))
        return self._last[1]

    def read(self, window: Window) -> Read:
        """One window."""
        anchors, narrow, middle = self._encoder.run(
            ["anchors", "narrow", "middle"],
            {
                "pieces": window.pieces[None],
                "piece_features": window.features[window.owner][None],
                "heads": window.head[None],
                "features": window.features[None],
            },
        )
        return Read(anchors[0], narrow[0], middle[0])

    def marks(self, around: Scores, cue: Scores, branches: Numbers, bands: Numbers) -> Scores:
        """Scores [tokens around, marks] for one cue; around: [tokens, width], cue: [width]."""
        (marks,) = self._reader.run(
            ["marks"],
            {"around": around[None], "cue": cue[None], "branches": branches[None], "bands": bands[None]},
        )
        result: Scores = np.asarray(marks[0], dtype=np.float32)
        return result
