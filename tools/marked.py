"""Reports invented to learn from (`training/reports`), with figures and attributions marked in their texts.

Each file is a list of reports. In a text `[[...]]` marks a quantity of people harmed, in the order of `claims`, and the
tags of the gold (`<s1>`, `<q1>`, `<c1>`, `<o1>`, `<v1>`) mark attributions, as its guidelines say. A claim may leave
out what `defaults` of its report gives, and what is usual: exact, no whole, nobody blamed, asserted. Reports with the
same `story` tell of the same days; each of their claims also has the gold's `incident` and `origin`.
`python tools/marked.py FILE...` checks files and says what is wrong where.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import cast

import yaml

from gold import PART, TAG, untagged
from sayso.model import Attribution, EventKind, Group, Measure, Modifier, Span, Status

REPORTS = Path(__file__).resolve().parents[1] / "training" / "reports"
STORIES = Path(__file__).resolve().parents[1] / "tests" / "challenge" / "stories"
"""Stories of the same form that nothing is learned from."""
LOOKED_INTO = ("disasters", "levant", "wars")
"""Of them, those in which whoever works on the program has read the errors; the others are only measured."""
Record = Mapping[str, object]
FIGURE = re.compile(r"\[\[|\]\]")
USUAL: Record = {
    "modifier": "exact",
    "subset_of": None,
    "blamed": None,
    "status": "asserted",
    "place": None,
    "date": None,
}
KINDS: Mapping[str, type[StrEnum]] = {
    "measure": Measure,
    "modifier": Modifier,
    "group": Group,
    "event": EventKind,
    "status": Status,
}
KEYS = frozenset({*KINDS, "n", "low", "high", "subset_of", "place", "date", "blamed", "sources", "also"})
TOLD_IN_STORIES = frozenset({"incident", "origin"})
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}-\d\d-\d\d)?")


@dataclass(frozen=True)
class Marked:
    """One invented report."""

    id: str
    outlet: str
    published: date
    title: str
    tagged: str
    """With the tags of attributions."""
    text: str
    attributions: tuple[Attribution, ...]
    claims: tuple[Record, ...]
    """As the gold keeps them, and `span`, the words that state the quantity."""
    story: str | None = None
    """Which reports tell of the same days; None for a report by itself."""


class MarkError(ValueError):
    """A report that is not marked as the guidelines say; the message says which one, and where."""


def marked_reports(paths: list[Path] | None = None) -> Iterator[Marked]:
    """Every report of these files, or of all. Raises MarkError."""
    for path in sorted(REPORTS.glob("*.yaml")) if paths is None else paths:
        for record in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            yield marked(record)


def marked(record: Record) -> Marked:
    """One report from its record. Raises MarkError."""
    name, tagged = str(record["id"]), str(record["text"]).strip()
    _check_tags(name, FIGURE.sub("", tagged))
    text, attributions = untagged(name, FIGURE.sub("", tagged))
    spans = _figures(name, TAG.sub("", tagged))
    if not isinstance(record["published"], date):
        raise MarkError(f"{name}: published is no date.")
    claims = _claims(name, record, text, spans)
    return Marked(
        name,
        str(record["outlet"]),
        record["published"],
        str(record.get("title") or ""),
        FIGURE.sub("", tagged),
        text,
        tuple(attributions),
        claims,
        str(record["story"]) if record.get("story") else None,
    )


def _figures(name: str, text: str) -> list[Span]:
    found: list[Span] = []
    plain, last, opened = 0, 0, -1
    for mark in FIGURE.finditer(text):
        plain += mark.start() - last
        last = mark.end()
        if (mark.group() == "[[") is (opened >= 0):
            raise MarkError(f"{name}: [[ and ]] do not match near “{text[mark.start() : mark.start() + 40]}”.")
        if opened >= 0:
            found.append(Span(opened, plain))
        opened = plain if opened < 0 else -1
    if opened >= 0:
        raise MarkError(f"{name}: [[ and ]] do not match: the last one is left open.")
    return found


def _check_tags(name: str, tagged: str) -> None:
    opened: list[str] = []
    roles: dict[str, set[str]] = {}
    for tag in TAG.finditer(tagged):
        closing, letter, number, _ = tag.groups()
        if not closing:
            opened.append(letter + number)
            roles.setdefault(number, set()).add(PART[letter])
        elif not opened or opened.pop() != letter + number:
            raise MarkError(f"{name}: tags cross near “{tagged[tag.start() - 40 : tag.end()]}”.")
    if opened:
        raise MarkError(f"{name}: tags left open: {opened}.")
    bare = [number for number, parts in roles.items() if not parts & {"cue", "speaker"}]
    if bare or "<" in TAG.sub("", tagged):
        raise MarkError(f"{name}: attributions {bare} have neither cue nor speaker, or a tag is not well written.")


def _claims(name: str, record: Record, text: str, spans: list[Span]) -> tuple[Record, ...]:
    given = cast("list[Record]", record.get("claims") or [])
    if sum(not one.get("also") for one in given) != len(spans):
        raise MarkError(f"{name}: {len(spans)} figures are marked, {len(given)} claims are told.")
    defaults = cast("Record", record.get("defaults") or {})
    found: list[Record] = []
    at = -1
    for one in given:
        at += not one.get("also")
        found.append(_claim(f"{name}, claim {len(found)}", {**USUAL, **defaults, **one}, text, spans[at]))
        _check_story(f"{name}, claim {len(found) - 1}", found[-1], in_story=bool(record.get("story")))
    return tuple(found)


def _check_story(name: str, claim: Record, *, in_story: bool) -> None:
    """Raise MarkError unless a claim of a story, and none else, tells its incident and origin as the gold does."""
    told = {key for key in TOLD_IN_STORIES if isinstance(claim.get(key), str) and claim[key]}
    if told != (TOLD_IN_STORIES if in_story else set()):
        raise MarkError(f"{name}: incident and origin belong to the claims of a story, and to all of them.")
    if in_story and (claim["origin"] == "none") is not (claim["sources"] == []):
        raise MarkError(f"{name}: the origin is none where no source is told, and only there.")


def _claim(name: str, told: Record, text: str, span: Span) -> Record:
    claim = {key: value for key, value in told.items() if key not in ("n", "also")}
    if "n" in told:
        claim["low"] = claim["high"] = told["n"]
    claim["date"] = None if told["date"] is None else str(told["date"])
    wrong = [
        unknown := sorted(set(told) - KEYS - TOLD_IN_STORIES),
        *(key for key, kind in KINDS.items() if told.get(key) not in {one.value for one in kind}),
        "sources" if not isinstance(told.get("sources"), list) else "",
        "low and high" if "low" not in claim or "high" not in claim else "",
        "date" if claim["date"] and not DAY.fullmatch(str(claim["date"])) else "",
        "place (not in the text)" if told["place"] and str(told["place"]) not in text else "",
        "blamed (not in the text)" if told["blamed"] and str(told["blamed"]) not in text else "",
    ]
    if any(wrong):
        raise MarkError(f"{name}: wrong or missing: {', '.join(str(w) for w in wrong if w)} {unknown or ''}.")
    claim["figure"], claim["span"] = text[span.start : span.end], span
    claim["context"] = _context(text, span)
    return claim


def _context(text: str, span: Span) -> str:
    """Words around the figure that occur once, and in which the figure's own words first occur where it stands."""
    figure = span.of(text)
    for before in (20, 40, 60, 100, 10, 5, 2, 0):
        for after in (before, 40, 80, 160):
            start, end = max(0, span.start - before), min(len(text), span.end + after)
            words = text[start:end]
            if text.count(words) == 1 and words.index(figure) == span.start - start:
                return words
    return text


def story_files(*, unseen: bool) -> list[Path]:
    """The files of stories that nothing is learned from: those looked into, or the others."""
    return [path for path in sorted(STORIES.glob("*.yaml")) if (path.stem not in LOOKED_INTO) is unseen]


def write_marked(folder: Path, *, stories: bool = False, paths: list[Path] | None = None) -> tuple[Path, Path]:
    """Write reports and their claims as the gold keeps them: one JSON value a line, two files.

    All that is learned from, or only its stories, or the reports of these files.
    """
    articles, claims = folder / "marked.articles.jsonl", folder / "marked.claims.jsonl"
    told = [report for report in marked_reports(paths) if report.story is not None or not stories]
    _write(articles, (_article(report) for report in told))
    _write(claims, ({"article": report.id, "claims": [_as_gold(report, c) for c in report.claims]} for report in told))
    return articles, claims


def _article(report: Marked) -> Record:
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "published": str(report.published),
        "text": report.text,
    }


def _as_gold(report: Marked, claim: Record) -> Record:
    """A claim as the gold keeps it. Incidents of one story are told apart from those of others; where a report stands
    by itself, it is taken for one."""
    kept = {key: value for key, value in claim.items() if key != "span"}
    if report.story is None:
        return {**kept, "who": "", "incident": report.id, "origin": "none"}
    writer, _, _ = report.id.partition("_")
    return {**kept, "who": "", "incident": f"{writer}-{report.story}-{claim['incident']}"}


def _write(path: Path, records: Iterator[Record]) -> None:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def main() -> int:
    total = claims = attributions = 0
    for path in sys.argv[1:]:
        for record in yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            try:
                report = marked(record)
            except MarkError as error:
                print(f"{path}: {error}")
                continue
            total, claims = total + 1, claims + len(report.claims)
            attributions += len(report.attributions)
            _look(report)
    print(f"{total} reports, {claims} claims, {attributions} attributions.")
    return 0


def _look(report: Marked) -> None:
    """Print what a second look may find: sources that no tag and no text shows."""
    for n, claim in enumerate(report.claims):
        for source in cast("list[str]", claim["sources"]):
            if source not in report.text and source.removeprefix("the ") not in report.text:
                print(f"{report.id}, claim {n}: source “{source}” is not in the text as written.")


if __name__ == "__main__":
    sys.exit(main())
