"""Gold attributions as targets for the network, window by window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from sayso.attribute.trained.alphabet import ANCHORS, MARKS, ROLES
from sayso.attribute.trained.features import REACH, Numbers, Window, bands, branches, windows
from sayso.model import Annotated, Attribution, Span


@dataclass(frozen=True)
class Anchored:
    """One attribution as the network is to read it from its window."""

    at: int
    """The token where its cue begins (its speaker, where there is no cue), counted from the window's first."""
    first: int
    branches: Numbers
    bands: Numbers
    marks: Numbers
    """Shape [tokens around the cue] for all three; `first` is the first of these tokens in the window."""


@dataclass(frozen=True)
class Example:
    """One window with its targets."""

    article: str
    window: Window
    anchors: Numbers
    """Shape [tokens]; see ANCHORS."""
    tags: Numbers
    """Shape [tokens, roles]; 0 nothing, 1 begin, 2 inside: all attributions at once, for the design by plain tags."""
    anchored: tuple[Anchored, ...]


def examples(annotated: Iterable[Annotated], gold: dict[str, list[Attribution]], tokenizer: Tokenizer) -> list[Example]:
    """The windows of all articles with their targets."""
    found: list[Example] = []
    for a in annotated:
        marked = [one for one in (_tokens_of(a, g) for g in gold[a.report.id]) if one is not None]
        found.extend(_example(a, w, marked) for w in windows(a, tokenizer))
    return found


@dataclass(frozen=True)
class _Marked:
    at: int
    kind: int
    runs: tuple[tuple[int, int, int], ...]
    """Role, first and last token of each span."""


def _tokens_of(a: Annotated, one: Attribution) -> _Marked | None:
    runs: list[tuple[int, int, int]] = []
    for number, role in enumerate(ROLES):
        spans: Sequence[Span] = getattr(one, role)
        for span in spans:
            tokens = [t for t in a.tokens_in(span) if t.text.strip()]
            if tokens:
                runs.append((number, tokens[0].i, tokens[-1].i + 1))
    anchors = one.cue or one.speaker
    if not anchors:
        return None
    at = a.tokens_in(anchors[0])
    kind = ANCHORS.index(one.act.value) if one.cue else len(ANCHORS) - 1
    return _Marked(at[0].i, kind, tuple(sorted(runs, key=lambda r: (r[1], -r[2])))) if at else None


def _example(a: Annotated, w: Window, marked: list[_Marked]) -> Example:
    size = w.last - w.first
    anchors = np.zeros(size, dtype=np.int64)
    tags = np.zeros((size, len(ROLES)), dtype=np.int64)
    anchored: list[Anchored] = []
    for one in marked:
        for role, first, last in one.runs:
            _tag(tags[:, role], first - w.first, last - w.first)
        if w.first <= one.at < w.last:
            anchors[one.at - w.first] = one.kind
            anchored.append(_anchored(a, w, one))
    return Example(str(a.report.id), w, anchors, tags, tuple(anchored))


def _tag(column: Numbers, first: int, last: int) -> None:
    """Mark a span of one role, in its window; where two of one role are nested the outer one stays."""
    first, last = max(first, 0), min(last, len(column))
    if first < last and not column[first:last].any():
        column[first] = 1
        column[first + 1 : last] = 2


def _anchored(a: Annotated, w: Window, one: _Marked) -> Anchored:
    first, last = max(w.first, one.at - REACH), min(w.last, one.at + REACH + 1)
    marks = np.zeros(last - first, dtype=np.int64)
    for role, start, end in one.runs:
        start, end = max(start, first), min(end, last)
        if start < end:
            free = marks[start - first : end - first] == 0
            marks[start - first : end - first][free] = MARKS.index(f"I-{ROLES[role]}")
            if free[0]:
                marks[start - first] = MARKS.index(f"B-{ROLES[role]}")
    return Anchored(
        one.at - w.first,
        first - w.first,
        branches(a, one.at, first, last),
        bands(one.at, first, last),
        marks,
    )
