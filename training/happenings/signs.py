"""Writes, for each annotated figure that the reader finds, the signs of its happening and the annotated kind."""

import json
import pickle
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from gold import GOLD, gold_reports, read_jsonl
from sayso import annotate
from sayso.claims.figures import figures_of
from sayso.claims.happenings import Happenings
from sayso.model import Annotated
from training import gold_scorer as scorer
from training.gold_scorer import Found, Row


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


def annotated_split(split: str, pickled: Path | None) -> Iterable[Annotated]:
    """The articles of a split with their grammar: from a pickle of them, or annotated now."""
    if pickled is not None:
        return list(pickle.loads(pickled.read_bytes()))  # written by ourselves
    return annotate.load().annotate(list(gold_reports(split)))


def main() -> None:
    """`python -m training.happenings.signs SPLIT [PICKLE]`."""
    split = sys.argv[1]
    reports = annotated_split(split, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    texts = {str(record["id"]): str(record["text"]) for record in read_jsonl(GOLD / f"{split}.articles.jsonl")}
    gold = scorer.load_claims(str(GOLD / f"{split}.claims.jsonl"), texts)
    for row in rows(reports, gold):
        sys.stdout.write(json.dumps(row, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
