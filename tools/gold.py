"""The gold beside the checkout as our own values: for scoring, and for working on one stage with the others perfect."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sayso.model import Act, Attribution, AttributionId, Block, BlockKind, Report, ReportId, Span, Stamp, digest

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"
TAG = re.compile(r'<(/?)([sqcov])(\d+)((?: (?:act|ref)="[^"<>]*")*)>')
PART = {"s": "speaker", "q": "cue", "c": "content", "o": "origin", "v": "relay"}


def read_jsonl(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def gold_reports(split: str) -> Iterator[Report]:
    """The articles of "dev" or "train" as reports: one block for each line."""
    for record in read_jsonl(GOLD / f"{split}.articles.jsonl"):
        text = str(record["text"])
        blocks, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
            at += len(line) + 1
        given = record.get("published")
        day = date.fromisoformat(str(given)) if given else None
        yield Report(
            id=ReportId(str(record["id"])),
            text=text,
            blocks=tuple(blocks),
            sha256="",
            locator=split,
            title=str(record["title"]) if record.get("title") else None,
            outlet=str(record["outlet"]) if record.get("outlet") else None,
            published=Stamp(day, day, None, None, None, str(given), "field") if day else None,
        )


def gold_attributions(split: str) -> dict[str, list[Attribution]]:
    """The tagged attributions of "dev" or "train" by article."""
    found = {}
    for record in read_jsonl(GOLD / f"{split}.attr.jsonl"):
        article = str(record["article"])
        found[article] = untagged(article, str(record["tagged"]))[1]
    return found


def untagged(article: str, tagged: str) -> tuple[str, list[Attribution]]:
    """The plain text of a tagged one, and the attributions that its tags mark."""
    text, last = "", 0
    opened: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    acts: dict[str, str] = {}
    names: dict[str, str] = {}
    for tag in TAG.finditer(tagged):
        text += tagged[last : tag.start()]
        last = tag.end()
        closing, letter, number, attributes = tag.groups()
        if closing:
            letter, number, start = opened.pop()
            spans[number][PART[letter]].append(Span(start, len(text)))
            continue
        opened.append((letter, number, len(text)))
        values = dict(re.findall(r'(act|ref)="([^"]*)"', attributes))
        acts[number] = values.get("act", acts.get(number, "says"))
        if letter == "s" and "ref" in values:
            names[number] = values["ref"]
    text += tagged[last:]
    found = [_gold_attribution(article, number, parts, acts, names, text) for number, parts in spans.items()]
    return text, found


def _gold_attribution(
    article: str,
    number: str,
    parts: dict[str, list[Span]],
    acts: dict[str, str],
    names: dict[str, str],
    text: str,
) -> Attribution:
    def name(part: str) -> str | None:
        return parts[part][0].of(text) if parts[part] else None

    speaker = names.get(number) or name("speaker")
    return Attribution(
        id=AttributionId(digest(article, number)),
        report=ReportId(article),
        act=Act(acts[number]),
        speaker=tuple(parts["speaker"]),
        cue=tuple(parts["cue"]),
        content=tuple(parts["content"]),
        origin=tuple(parts["origin"]),
        relay=tuple(parts["relay"]),
        speaker_name=speaker,
        origin_name=name("origin"),
        relay_name=name("relay"),
        chain=tuple(n for n in (name("origin"), speaker, name("relay")) if n),
        reason="Gold.",
    )
