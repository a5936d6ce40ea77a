"""The example case, read once for all the tests of a process."""

from functools import cache
from pathlib import Path

from sayso.knowledge.sources import load_registry
from sayso.model import Analysis
from sayso.publish.redact import Audience, Release, release

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "ashvelin"


@cache
def example() -> Analysis:
    """What sayso reads in the example case."""
    from sayso.pipeline import analyse_paths, foreseen
    from sayso.settings import settings

    chosen = settings().model_copy(update={"places": (FOLDER / "places.csv",), "sources": (FOLDER / "sources.yaml",)})
    return foreseen(analyse_paths([FOLDER / "reports"], chosen=chosen), chosen)


def released(audience: Audience = Audience.INTERNAL) -> Release:
    """The example case for an audience."""
    return release(example(), audience, registry=load_registry((FOLDER / "sources.yaml",)))
