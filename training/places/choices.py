"""Writes, for each annotated figure that the reader finds, the features of every place that the report names."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from episodes import write_gold
from gold import GOLD, read_jsonl
from marked import write_marked
from sayso import annotate, attribute, read
from sayso.claims import where
from sayso.claims.counted_types import Counted
from sayso.claims.figures import figures_of
from sayso.claims.happenings import Happenings
from sayso.claims.harm_words import Harm
from sayso.claims.learned import SecondReading
from sayso.claims.where_candidates import Candidate
from sayso.claims.where_told import Asked, rank_of
from sayso.knowledge.gazetteer import Gazetteer, load_gazetteer
from sayso.knowledge.seen import TokenReader
from sayso.model import Annotated, Attribution, EventKind, Place, Report, Sentence
from training import gold_scorer as scorer
from training.gold_scorer import Found, Row

Read = tuple[Annotated, tuple[Attribution, ...]]


@dataclass
class Listed(where.Places):
    """Places that choose nothing: each figure becomes a row, with the mentions that the gold agrees with."""

    golds: dict[tuple[int, int], list[str | None]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def of(self, counted: Counted, harm: Harm, sentence: Sentence, event: EventKind) -> tuple[Place | None, str]:
        """Nothing: what is asked is kept."""
        asked = Asked(counted, harm, sentence, event)
        golds = self.golds.get((counted.span.start, counted.span.end))
        listed, own = self.candidates.open_to(sentence, event), self.features.has_own(asked)
        self.rows.append(
            {
                "article": self.annotated.report.id,
                "sentence": sentence.i,
                "own": own,
                "run_on": self.run_on,
                "asked": golds is not None,
                "mentions": [self._mention(c, asked, golds or []) for c in listed],
                "nowhere": sorted(self.features.nowhere.of(asked, listed, own=own)),
                "unplaced": None in (golds or []),
            }
        )
        return None, ""

    def _mention(self, candidate: Candidate, asked: Asked, golds: list[str | None]) -> Row:
        return {
            "features": sorted(self.features.of(candidate, asked)),
            "key": candidate.key,
            "sentence": candidate.sentence,
            "holds": candidate.holds,
            "lies_in": candidate.lies_in,
            "rank": rank_of(candidate),
            "right": any(g and scorer.similar(g, candidate.named.place.words) for g in golds),
        }


def rows(
    items: Iterable[Read], gold: list[Row], gazetteer: Gazetteer, second: SecondReading | None = None
) -> Iterator[Row]:
    """One row for each figure that the reader finds, in order; those are asked about that the annotators found too."""
    by_article: dict[str, list[Row]] = {}
    for claim in gold:
        by_article.setdefault(str(claim["article"]), []).append(claim)
    for annotated, attributions in items:
        if annotated.report.id in by_article:
            yield from _article(annotated, attributions, by_article[annotated.report.id], gazetteer, second)


def _article(
    annotated: Annotated,
    attributions: tuple[Attribution, ...],
    wanted: list[Row],
    gazetteer: Gazetteer,
    second: SecondReading | None,
) -> Iterator[Row]:
    figures = figures_of(annotated, second)
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
        )
        for f in figures
    ]
    golds = {(f["start"], f["end"]): _places(wanted[at]) for at, f in scorer.match(wanted, found).items()}
    listed = Listed(annotated, gazetteer, attributions, golds=golds)
    listed.tell(figures)
    for at, figure in enumerate(figures):
        listed.of(figure.counted, figure.harm, figure.sentence, happenings.of(at)[0])
    yield from listed.rows


def _places(claim: Row) -> list[str | None]:
    alternatives = claim.get("alt")
    also = alternatives.get("place", []) if isinstance(alternatives, dict) else []
    return [str(one) if one else None for one in (claim["place"], *also)]


def read_split(split: str) -> Iterable[Read]:
    """The labelled articles of a split with their attributions, read as a user's are: titles and dates stand apart."""
    labelled = {str(record["article"]) for record in read_jsonl(GOLD / f"{split}.claims.jsonl")}
    found = read.read([GOLD / f"{split}.articles.jsonl"])
    reports = [item for item in found if isinstance(item, Report) and item.id in labelled]
    annotated = list(annotate.load().annotate(reports))
    return zip(annotated, attribute.load().attribute(annotated), strict=True)


def read_episodes() -> tuple[Iterable[Read], list[Row]]:
    """The invented episodes with their attributions and claims, but for those that nothing is learned from."""
    with TemporaryDirectory() as folder:
        articles, claims = write_gold(Path(folder), unseen=False)
        reports = [item for item in read.read([articles]) if isinstance(item, Report)]
        gold = scorer.load_claims(str(claims), {report.id: report.text for report in reports})
    annotated = list(annotate.load().annotate(reports))
    return zip(annotated, attribute.load().attribute(annotated), strict=True), gold


def read_marked() -> tuple[Iterable[Read], list[Row]]:
    """The invented reports that are marked in their texts, with their attributions and claims."""
    with TemporaryDirectory() as folder:
        articles, claims = write_marked(Path(folder))
        reports = [item for item in read.read([articles]) if isinstance(item, Report)]
        gold = scorer.load_claims(str(claims), {report.id: report.text for report in reports})
    annotated = list(annotate.load().annotate(reports))
    return zip(annotated, attribute.load().attribute(annotated), strict=True), gold


def main() -> None:
    """`python -m training.places.choices SPLIT`; the splits "episodes" and "reports" are the invented ones."""
    split = sys.argv[1]
    if split == "episodes":
        items, gold = read_episodes()
    elif split == "reports":
        items, gold = read_marked()
    else:
        items = read_split(split)
        texts = {str(record["id"]): str(record["text"]) for record in read_jsonl(GOLD / f"{split}.articles.jsonl")}
        gold = scorer.load_claims(str(GOLD / f"{split}.claims.jsonl"), texts)
    reader = attribute.load()
    second = SecondReading(reader) if isinstance(reader, TokenReader) else None
    for row in rows(items, gold, load_gazetteer(), second):
        sys.stdout.write(json.dumps(row, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
