"""The gold's own scorer as typed functions: our tools hold a `score` module too, so it is loaded from its file."""

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import NotRequired, TypedDict

from gold import GOLD

Row = dict[str, object]


class Found(TypedDict):
    """A figure that the reader found, in the scorer's words; `at` is its place among the article's figures."""

    article: str
    start: int
    end: int
    measure: str
    low: int | None
    high: int | None
    at: NotRequired[int]


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer in {GOLD}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_SCORER = _loaded()
load_claims: Callable[[str, Mapping[str, str]], list[Row]] = _SCORER.load_claims
"""The claims of a file, with the articles' texts by id."""
match: Callable[[Sequence[Row], Sequence[Found]], dict[int, Found]] = _SCORER.match
"""The found figure for each annotated claim, by the claim's place in the list."""
similar: Callable[[str | None, str | None], bool] = _SCORER.similar
"""Whether two names agree."""
