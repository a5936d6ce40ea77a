"""The invented episodes of tests/challenge/episodes in the form of the gold, so that its scorer reads them.

Each file tells one crisis by several outlets, annotated as the gold's guidelines say by people who had not seen the
program: other wars, disasters, crimes. Headlines are kept apart from the texts, and no claim is read in them.
Most have been looked at and learned from since; those of UNSEEN have not, and are scored by themselves.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import yaml

EPISODES = Path(__file__).resolve().parents[1] / "tests" / "challenge" / "episodes"
Record = Mapping[str, object]
UNSEEN = frozenset(["crime_school", "war_marib", "war_amhara", "disaster_factory", "war_kharkiv_pow", "disaster_ebola"])
"""Episodes that nobody who works on the program looks into, and that no weights are learned from."""


def episode_of(report: Record) -> str:
    """The name of the episode that a report belongs to."""
    return str(report["id"]).rsplit("_", 1)[0]


def episode_reports() -> Iterator[Record]:
    """Every report of every episode, with its claims."""
    for path in sorted(EPISODES.glob("*.yaml")):
        yield from yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["reports"]


def write_gold(folder: Path, *, unseen: bool | None = None) -> tuple[Path, Path]:
    """Write articles and their claims as the gold keeps them: one JSON value a line, two files.

    Only unseen episodes, only the others, or all of them.
    """
    articles, claims = folder / "episodes.articles.jsonl", folder / "episodes.claims.jsonl"
    reports = [r for r in episode_reports() if unseen is None or (episode_of(r) in UNSEEN) is unseen]
    _write(articles, (_article(report) for report in reports))
    _write(claims, ({"article": report["id"], "claims": _claims(report)} for report in reports))
    return articles, claims


def _article(report: Record) -> Record:
    return {
        "id": report["id"],
        "title": report["title"],
        "outlet": report["outlet"],
        "published": str(report["published"]),
        "text": str(report["text"]).strip(),
    }


def _claims(report: Record) -> list[Record]:
    claims = cast("list[Record]", report["claims"])
    return [{**claim, "date": None if claim["date"] is None else str(claim["date"])} for claim in claims]


def _write(path: Path, records: Iterator[Record]) -> None:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
