"""Writes, for each annotated figure that the reader finds, the signs of its happening and the annotated kind."""

import json
import pickle
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from gold import GOLD, gold_reports, read_jsonl
from sayso import annotate
from sayso.claims.figures import FigureRead, figures_of
from sayso.claims.happenings import Happenings
from sayso.model import Annotated, Block, BlockKind, Report, ReportId, Span
from training import gold_scorer as scorer
from training.gold_scorer import Found, Row

INVENTED = Path(__file__).with_name("reports.yaml")
_MARK = re.compile(r"\{\{(.*?)\|(\w+)\}\}")


def rows(reports: Iterable[Annotated], gold: list[Row]) -> Iterator[Row]:
    """One row for each figure that both the reader and the annotators found."""
    by_article: dict[str, list[Row]] = {}
    for claim in gold:
        by_article.setdefault(str(claim["article"]), []).append(claim)
    for annotated in reports:
        wanted = by_article.get(annotated.report.id, [])
        if not wanted:
            continue
        figures = figures_of(annotated)
        happenings = Happenings(annotated)
        happenings.tell(figures)
        found = [
            Found(
                article=annotated.report.id,
                start=f.counted.span.start,
                end=f.counted.span.end,
                measure=f.harm.measure.value,
                low=f.counted.figure.low,
                high=f.counted.figure.high,
                at=at,
            )
            for at, f in enumerate(figures)
        ]
        for index, figure in scorer.match(wanted, found).items():
            yield _row(wanted[index], happenings, figure["at"])


def _row(claim: Row, happenings: Happenings, at: int) -> Row:
    alternatives = claim.get("alt")
    also = alternatives.get("event", []) if isinstance(alternatives, dict) else []
    return {
        "article": claim["article"],
        "incident": claim["incident"],
        "kinds": [claim["event"], *also],
        "family": happenings.family(at)[0],
        "rule": happenings.ruled(at).value,
        "signs": {name: round(value, 4) for name, value in happenings.signs(at).items()},
    }


def invented_rows() -> Iterator[Row]:
    """One row for each figure of the invented reports that the reader finds."""
    marked = [_unmarked(n, record) for n, record in enumerate(yaml.safe_load(INVENTED.read_text(encoding="utf-8")))]
    annotated = annotate.load().annotate([report for report, _ in marked])
    for (report, kinds), one in zip(marked, annotated, strict=True):
        figures = figures_of(one)
        happenings = Happenings(one)
        happenings.tell(figures)
        for span, kind in kinds:
            at = _at(figures, span)
            if at is not None:
                claim: Row = {"article": str(report.id), "incident": str(report.id), "event": kind}
                yield _row(claim, happenings, at)


def _unmarked(n: int, record: dict[str, str]) -> tuple[Report, list[tuple[Span, str]]]:
    """The report without its marks, and the kind of each marked figure."""
    text, kinds, last = "", list[tuple[Span, str]](), 0
    for mark in _MARK.finditer(record["text"]):
        text += record["text"][last : mark.start()]
        kinds.append((Span(len(text), len(text) + len(mark[1])), mark[2]))
        text, last = text + mark[1], mark.end()
    text += record["text"][last:]
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    report = Report(
        id=ReportId(f"invented{n}"),
        text=text,
        blocks=(block,),
        sha256="",
        locator=INVENTED.name,
        title=record["title"] or None,
    )
    return report, kinds


def _at(figures: Sequence[FigureRead], marked: Span) -> int | None:
    """The figure that shares most with what is marked; None where none was read."""
    near = [n for n, figure in enumerate(figures) if figure.counted.span.overlaps(marked)]
    return max(near, key=lambda n: min(figures[n].counted.span.end, marked.end), default=None)


def annotated_split(split: str, pickled: Path | None) -> Iterable[Annotated]:
    """The articles of a split with their grammar: from a pickle of them, or annotated now."""
    if pickled is not None:
        return list(pickle.loads(pickled.read_bytes()))  # written by ourselves
    return annotate.load().annotate(list(gold_reports(split)))


def main() -> None:
    """`python -m training.happenings.signs SPLIT [PICKLE]`; SPLIT "invented" for the invented reports."""
    split = sys.argv[1]
    if split == "invented":
        _write(invented_rows())
        return
    reports = annotated_split(split, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    texts = {str(record["id"]): str(record["text"]) for record in read_jsonl(GOLD / f"{split}.articles.jsonl")}
    gold = scorer.load_claims(str(GOLD / f"{split}.claims.jsonl"), texts)
    _write(rows(reports, gold))


def _write(listed: Iterable[Row]) -> None:
    for row in listed:
        sys.stdout.write(json.dumps(row, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
