"""Four readers of attributions on the same articles, with one scorer, in one run.

usage: compare_attribution.py [--part dev|wn|ecb]... [--held-out wn=WEIGHTS]... [-o PAGE]

Parts: `dev` is the gold that nothing was trained on; `wn` and `ecb` are the general news among the training articles,
on which the rules were developed and from which a shipped model has learned: read them as a look at other genres.
--held-out adds the row of a model that has learned from the other data sets alone (a folder of exported weights).
textacy is read only where it is installed (dependency group `compare`).
Without the gold beside the checkout nothing is compared, and that is said.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from compare.gender_gap import GenderGapExtractor
from compare.textacy_quotes import Record, TextacyQuotations, is_installed
from gold import GOLD, gold_reports, read_jsonl
from sayso import annotate, attribute
from sayso.attribute import Attributor
from sayso.attribute.rules import RuleAttributor
from sayso.model import Annotated, Report
from sayso.publish.records import attribution_record
from score import ATTRIBUTION_SCORES, pick, run_scorer

PAGE = Path(__file__).resolve().parents[1] / "docs" / "attribution-comparison.md"
PARTS = {
    "dev": ("dev", "", "60 articles on the Syrian war; nothing was trained on them"),
    "wn": ("train", "wn", "Wikinews, business and technology"),
    "ecb": ("train", "ecb", "ECB+, crimes, disasters, riots"),
}
"""Split, the beginning of its articles' ids, and what they are."""
HEADS = ("linked", "speaker", "cue", "content", "chars", "act", "name", "origin", "relay", "reading", "in all")

HEAD = """# Readers of attributions compared

Made by `make compare-attribution` in one run, with the gold's own scorer. Written anew by that command; do not edit.

- `linked`: F1 of whole attributions (cue found, speaker right, content covered). `speaker`, `cue`, `content`: F1 of
  exact spans; `chars`: F1 of the content's characters. `act`, `name`, `origin`, `relay`: on the attributions whose cue
  was found, so a reader that finds few is asked about few.
- `reading`: reports per CPU second after the parse; `in all`: with the parse. All stand on the small English spaCy
  pipeline that sayso pins.
- **textacy** extracts direct quotations only: it needs quotation marks, which many of these texts have lost.
- **Dependency rules** are ours, written from the description of the Gender Gap Tracker (Asr et al. 2021, doi
  10.1371/journal.pone.0245533): clausal complements of verbs of saying, "according to", quotation marks near a verb of
  saying, quotations that go on. Neither of the two reads origins, relays or acts (every attribution is "says" there),
  nor whom "he" stands for.
- `wn` and `ecb` are among the articles on which sayso's rules were developed and from which a shipped model has
  learned. A row for a model that has seen none of the data set says how far such learning carries.
"""


@dataclass(frozen=True)
class Part:
    """The articles of one part, parsed, and their gold in a file."""

    name: str
    reports: list[Report]
    annotated: list[Annotated]
    parse_s: float
    """CPU seconds, as all seconds here: the machine may have other work."""
    gold: Path


@dataclass
class Row:
    """What one reader reached on one part; empty scores with a note where it could not read."""

    reader: str
    scores: dict[str, float] = field(default_factory=dict)
    note: str = ""


def parts(names: list[str], folder: Path) -> Iterator[Part]:
    """The parts asked for; the parse is timed once, since all readers stand on the same one."""
    annotator = annotate.load()
    for name in names:
        split, begins, _ = PARTS[name]
        reports = [report for report in gold_reports(split) if report.id.startswith(begins)]
        wanted = {str(report.id) for report in reports}
        gold = folder / f"{name}.attr.jsonl"
        kept = [record for record in read_jsonl(GOLD / f"{split}.attr.jsonl") if str(record["article"]) in wanted]
        gold.write_text("".join(json.dumps(record) + "\n" for record in kept), encoding="utf-8")
        list(annotator.annotate(reports[:1]))  # the pipeline loads outside of the timed part
        started = time.process_time()
        annotated = list(annotator.annotate(reports))
        yield Part(name, reports, annotated, time.process_time() - started, gold)


def scored(part: Part, reader: str, records: list[Record], read_s: float, all_s: float, folder: Path) -> Row:
    """The official scores, and reports per CPU second: of the reading alone, and with the parse."""
    path = folder / "predicted.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    result = run_scorer("score_attribution.py", part.gold, path)
    scores = {name.removeprefix("a "): value for name, value in pick(result, "a", ATTRIBUTION_SCORES).items()}
    count = len(part.reports)
    return Row(reader, scores | {"reading": count / read_s, "in all": count / all_s})


def with_attributor(reader: str, attributor: Attributor) -> Callable[[Part, Path], Row]:
    """A row for anything that keeps sayso's contract for attributors."""

    def row(part: Part, folder: Path) -> Row:
        list(attributor.attribute(part.annotated[:1]))
        started = time.process_time()
        found = list(attributor.attribute(part.annotated))
        read_s = time.process_time() - started
        records: list[Record] = [dict(attribution_record(one)) for each in found for one in each]
        return scored(part, reader, records, read_s, read_s + part.parse_s, folder)

    return row


def with_textacy(part: Part, folder: Path) -> Row:
    """textacy's row; it parses the plain text with the same pipeline itself."""
    reader = "textacy, direct quotations"
    if not is_installed():
        return Row(reader, note="not installed: `pip install textacy` (dependency group `compare`)")
    textacy = TextacyQuotations()
    list(textacy.records("", "Once.", textacy.parse("Once.")))  # both libraries load outside of the timed part
    records: list[Record] = []
    read_s = parse_s = 0.0
    for report in part.reports:
        started = time.process_time()
        doc = textacy.parse(report.text)
        parsed = time.process_time()
        records += textacy.records(report.id, report.text, doc)
        parse_s += parsed - started
        read_s += time.process_time() - parsed
    return scored(part, reader, records, read_s, read_s + parse_s, folder)


def readers(held_out: Path | None = None) -> list[Callable[[Part, Path], Row]]:
    """Who is compared; the model stands beside the rules as soon as `attribute.load()` gives another reader."""
    rules, ours = RuleAttributor(), attribute.load()
    found = [
        with_textacy,
        with_attributor("dependency rules (Gender Gap Tracker)", GenderGapExtractor()),
        with_attributor("sayso, rules", rules),
    ]
    if ours.version != rules.version:
        found.append(with_attributor(f"sayso, as shipped ({ours.version})", ours))
    if held_out is not None:
        from sayso.attribute.trained.attributor import TrainedAttributor
        from sayso.attribute.trained.network import Network

        without = TrainedAttributor(Network(held_out))
        found.append(with_attributor("sayso, a model that has seen none of this data set", without))
    return found


def table(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = ["| reader | " + " | ".join(HEADS) + " |", "|---|" + "---:|" * len(HEADS)]
    for row in rows:
        if row.note:
            lines.append(f"| {row.reader} | {row.note} |" + " |" * (len(HEADS) - 1))
            continue
        cells = [f"{row.scores[name]:.3f}" for name in ATTRIBUTION_SCORES]
        cells += [f"{row.scores[name]:.1f}" for name in ("reading", "in all")]
        lines.append(f"| {row.reader} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def page(tables: dict[str, str]) -> str:
    """The page of the documentation."""
    parts_ = [f"## {name}: {PARTS[name][2]}\n\n{text}\n" for name, text in tables.items()]
    return HEAD + "\n" + "\n".join(parts_)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", action="append", choices=list(PARTS), help="default: dev")
    parser.add_argument("-o", "--output", type=Path, metavar="PAGE", help=f"write the page there ({PAGE.name})")
    parser.add_argument("--held-out", action="append", default=[], metavar="PART=WEIGHTS")
    arguments = parser.parse_args()
    held_out = {name: Path(folder) for name, _, folder in (one.partition("=") for one in arguments.held_out)}
    if unknown := set(held_out) - set(PARTS):
        parser.error(f"--held-out {min(unknown)}: no such part; there are {', '.join(PARTS)}")
    if not GOLD.is_dir():
        print("compare: the gold is not beside this checkout (../shared/gold), so nothing is compared.")
        return 0
    tables: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for part in parts(list(dict.fromkeys(arguments.part or ["dev"])), folder):
            tables[part.name] = table([row(part, folder) for row in readers(held_out.get(part.name))])
            print(f"{part.name} ({len(part.reports)} articles)\n{tables[part.name]}\n", flush=True)
    if arguments.output:
        arguments.output.write_text(page(tables), encoding="utf-8")
        print(f"written: {arguments.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
