"""Quantities in labelled texts as targets: the gold's training articles and invented episodes."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from episodes import episode_of, episode_reports
from gold import GOLD
from marked import marked_reports
from sayso import annotate, read
from sayso.attribute.trained.attributor import TrainedAttributor
from sayso.claims.counted import candidates
from sayso.claims.counted_types import Counted
from sayso.claims.learned import MEASURES, cut, points
from sayso.knowledge.seen import Seen
from sayso.model import Annotated, Measure, Report, Span

Label = tuple[Span, Measure | None]
"""Words that count people harmed and the measure; None where annotators differed, which is not learned from."""


@dataclass(frozen=True)
class Example:
    """A stretch of text with its quantities."""

    report: str
    vectors: NDArray[np.float32]
    """Shape [tokens, width]."""
    at: NDArray[np.int64]
    """Shape [quantities, points]."""
    labels: NDArray[np.int64]
    """Shape [quantities]; 0 nobody harmed, then the measures in their order."""


def gold_examples(work: Path) -> list[Example]:
    """The training articles whose claims are labelled."""
    labelled = {str(record["article"]): record for record in _jsonl(GOLD / "train.claims.jsonl")}
    articles = [record for record in _jsonl(GOLD / "train.articles.jsonl") if record["id"] in labelled]
    labels = {str(article["id"]): _labels(article, labelled[str(article["id"])]) for article in articles}
    return list(_examples(_annotated(articles, work), labels))


def episode_examples(work: Path, names: Iterable[str]) -> list[Example]:
    """The reports of invented episodes of these names."""
    chosen = set(names)
    told = [report for report in episode_reports() if episode_of(report) in chosen]
    records = [
        {"id": r["id"], "title": r["title"], "text": str(r["text"]).strip(), "published": str(r["published"])}
        for r in told
    ]
    labels = {str(r["id"]): _labels(record, r) for record, r in zip(records, told, strict=True)}
    return list(_examples(_annotated(records, work), labels))


def report_examples(work: Path, held: Sequence[str] = (), *, only: bool = False) -> list[Example]:
    """The invented reports to learn from without those whose ids begin so, or only those."""
    told = [report for report in marked_reports() if bool(held and report.id.startswith(tuple(held))) is only]
    records = [{"id": r.id, "title": r.title, "text": r.text, "published": str(r.published)} for r in told]
    return list(
        _examples(_annotated(records, work), {r.id: [_marked_label(claim) for claim in r.claims] for r in told})
    )


def _marked_label(claim: Mapping[str, object]) -> Label:
    return cast("Span", claim["span"]), _measure(claim)


def _jsonl(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _labels(article: Mapping[str, object], labelled: Mapping[str, object]) -> list[Label]:
    claims = labelled["claims"]
    assert isinstance(claims, list)
    return [_label(str(article["text"]), claim) for claim in claims]


def _label(text: str, claim: Mapping[str, object]) -> Label:
    figure, context = str(claim["figure"]), str(claim["context"])
    start = text.index(context) + context.index(figure)
    return Span(start, start + len(figure)), None if claim.get("optional") else _measure(claim)


def _measure(claim: Mapping[str, object]) -> Measure:
    """As the network tells them: who was executed was killed."""
    measure = Measure(str(claim["measure"]))
    return Measure.KILLED if measure is Measure.EXECUTED else measure


def _annotated(records: Sequence[Mapping[str, object]], work: Path) -> Iterator[Annotated]:
    work.mkdir(parents=True, exist_ok=True)
    path = work / "reports.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return annotate.load().annotate(report for report in read.read([path]) if isinstance(report, Report))


def _examples(annotated: Iterable[Annotated], labels: Mapping[str, Sequence[Label]]) -> Iterator[Example]:
    attributor = TrainedAttributor()
    for a in annotated:
        told = [
            (c, label) for s in a.sentences for c in candidates(a, s) if (label := _of(c, labels[a.report.id])) >= 0
        ]
        for window in attributor.seen(a):
            mine = [(c, label) for c, label in told if points(a, c)[0] in window.core]
            if mine:
                yield _example(a, window, mine)


def _of(counted: Counted, labels: Sequence[Label]) -> int:
    """The label of a quantity as a number; -1 where annotators differed."""
    for span, measure in labels:
        if span.overlaps(counted.span):
            return -1 if measure is None else 1 + MEASURES.index(measure)
    return 0


def _example(a: Annotated, window: Seen, told: Sequence[tuple[Counted, int]]) -> Example:
    vectors, at = cut(window, [points(a, counted) for counted, _ in told])
    return Example(str(a.report.id), vectors, at, np.array([label for _, label in told], dtype=np.int64))
