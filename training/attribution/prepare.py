"""What the network learns from: the gold's articles, the same articles changed, and invented passages, all parsed."""

import argparse
import hashlib
import json
import pickle
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gold import GOLD, gold_attributions, gold_reports, untagged
from sayso.annotate import load
from sayso.model import Annotated, Attribution, Block, BlockKind, Report, ReportId, Span
from training.augment import QuoteStyle, lower_noise, passages, swap_names, swap_quotes

SEED = 7
PASSAGES = 1600
SLICE = 20
"""One article in so many is kept back to watch the training."""
STYLES = tuple(QuoteStyle)


@dataclass(frozen=True)
class Prepared:
    """Parsed texts with what is marked in them, by article."""

    articles: list[Annotated]
    changed: dict[str, Annotated]
    """A changed version of each article that may be learned from."""
    invented: list[Annotated]
    gold: dict[str, list[Attribution]]
    """For all three, by report."""


def kept_back(article: str) -> bool:
    """Whether an article belongs to the slice that is never trained on."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % SLICE == 0


def prepared(cache: Path) -> Prepared:
    """All that there is to learn from; kept in the cache folder between runs."""
    kept = cache / "prepared.pkl"
    if kept.is_file():
        with kept.open("rb") as file:
            return Prepared(*pickle.load(file))
    annotator = load()
    gold = gold_attributions("train")
    articles = list(annotator.annotate(gold_reports("train")))
    changed_texts = dict(_changed())
    invented_texts = {record["article"]: record["tagged"] for record in passages(SEED, PASSAGES)}
    changed: dict[str, Annotated] = {}
    for name, tagged in changed_texts.items():
        report, gold[f"{name}~"] = report_of(f"{name}~", tagged)
        changed[name] = next(iter(annotator.annotate([report])))
    invented: list[Annotated] = []
    for name, tagged in invented_texts.items():
        report, gold[name] = report_of(name, tagged)
        invented.extend(annotator.annotate([report]))
    cache.mkdir(parents=True, exist_ok=True)
    with kept.open("wb") as file:
        pickle.dump((articles, changed, invented, gold), file)
    return Prepared(articles, changed, invented, gold)


def _changed() -> Iterator[tuple[str, str]]:
    """Each article that may be learned from, with other names, other quotation marks or lost marks."""
    with (GOLD / "train.attr.jsonl").open(encoding="utf-8") as lines:
        records: Iterable[dict[str, str]] = [json.loads(line) for line in lines]
    for record in records:
        if kept_back(record["article"]):
            continue
        rng = random.Random(f"{SEED} {record['article']}")
        tagged = record["tagged"]
        if rng.random() < 0.7:
            tagged = swap_names(tagged, rng)
        if rng.random() < 0.7:
            tagged = swap_quotes(tagged, rng.choice(STYLES))
        if rng.random() < 0.25:
            tagged = lower_noise(tagged, rng)
        if tagged != record["tagged"]:
            yield record["article"], tagged


def report_of(name: str, tagged: str) -> tuple[Report, list[Attribution]]:
    """A tagged text as a report, one block for each line, and what its tags mark."""
    text, marked = untagged(name, tagged)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return Report(ReportId(name), text, tuple(blocks), "", "training"), marked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path("out/training"))
    found = prepared(parser.parse_args().cache)
    print(f"{len(found.articles)} articles, {len(found.changed)} of them changed, {len(found.invented)} invented.")


if __name__ == "__main__":
    main()
