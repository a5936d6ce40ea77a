"""Both scorers on the dev gold, one of them on invented episodes and stories too, as a table against the pinned floors.

"episodes" have been learned from, "unseen" have not; nothing is learned from "stories" either, and nobody who works on
the program looks into "unseen stories".

usage: score.py [--pin] [--lower NAME]... [--keep FOLDER]

The floors stand in tests/gold/floors.json. --pin raises them to what is reached; one is lowered only where
--lower names it.
Without the gold beside the checkout nothing is scored, and that is said.
"""

import argparse
import contextlib
import hashlib
import io
import json
import runpy
import sys
import tempfile
from pathlib import Path

from episodes import EPISODES, write_gold
from gold import GOLD
from marked import STORIES, story_files, write_marked
from sayso.model import Analysis
from sayso.pipeline import analyse_paths
from sayso.publish.records import attribution_record, claim_record

FLOORS = Path(__file__).resolve().parents[1] / "tests" / "gold" / "floors.json"
DATA = ("dev.articles.jsonl", "dev.claims.jsonl", "dev.attr.jsonl", "score.py", "score_attribution.py")
EPSILON = 0.0005
"""Half of the last digit that is shown: one claim of 400 moves a score by about 0.002."""
CLAIM_SCORES = (
    "claims.f1",
    "figure",
    "group",
    "event",
    "date",
    "place",
    "blamed",
    "root_source",
    "source_chain",
    "status",
    "strict_f1",
    "chains",
    "distanced",
    "origins",
    "incidents_b3.precision",
    "incidents_b3.f1",
    "range",
)
ATTRIBUTION_SCORES = (
    "linked.f1",
    "speaker.exact",
    "cue.exact",
    "content.exact",
    "content.characters.f1",
    "act",
    "speaker_name",
    "origin.on_pairs",
    "relay.on_pairs",
)


def fingerprint() -> str:
    """SHA-256 over the gold, the episodes and the scorers: a change of the data is seen as such."""
    hasher = hashlib.sha256()
    for path in [*(GOLD / name for name in DATA), *sorted(EPISODES.glob("*.yaml")), *sorted(STORIES.glob("*.yaml"))]:
        hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return hasher.hexdigest()


def run_scorer(script: str, *arguments: Path) -> dict[str, object]:
    """What the scorer prints, run in this process as a command would be."""
    argv, sys.argv = sys.argv, [script, *map(str, arguments)]
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(str(GOLD / script), run_name="__main__")
    finally:
        sys.argv = argv
    result: dict[str, object] = json.loads(printed.getvalue())
    return result


def pick(result: dict[str, object], prefix: str, names: tuple[str, ...]) -> dict[str, float]:
    scores = {}
    for name in names:
        value: object = result
        for part in name.split("."):
            assert isinstance(value, dict)
            value = value[part]
        assert isinstance(value, int | float)
        scores[f"{prefix} {name}"] = round(float(value), 4)
    return scores


def measure(folder: Path) -> dict[str, float]:
    """Read the dev articles and the episodes, each in one run of the whole pipeline, and score what comes out."""
    articles, gold = GOLD / "dev.articles.jsonl", GOLD / "dev.claims.jsonl"
    found, scores = measure_claims("claims", articles, gold, folder / "claims.jsonl")
    attributions = folder / "attributions.jsonl"
    attributions.write_text("".join(json.dumps(attribution_record(a)) + "\n" for a in found.attributions), "utf-8")
    scored = run_scorer("score_attribution.py", GOLD / "dev.attr.jsonl", attributions)
    scores |= pick(scored, "attributions", ATTRIBUTION_SCORES)
    for name, unseen in (("episodes", False), ("unseen", True)):
        inside = folder / name
        inside.mkdir(exist_ok=True)
        scores |= measure_claims(name, *write_gold(inside, unseen=unseen), inside / "found.jsonl")[1]
    for name, unseen in (("stories", False), ("unseen stories", True)):
        inside = folder / name
        inside.mkdir(exist_ok=True)
        told = write_marked(inside, paths=story_files(unseen=unseen))
        scores |= measure_claims(name, *told, inside / "found.jsonl")[1]
    return scores


def measure_claims(name: str, articles: Path, gold: Path, kept: Path) -> tuple[Analysis, dict[str, float]]:
    """What the pipeline finds in the articles, written to `kept`, and its scores under this name."""
    found = analyse_paths([articles])
    for failed in found.not_read:
        print(f"not read: {failed.locator}: {failed.what}", file=sys.stderr)
    kept.write_text("".join(json.dumps(claim_record(c, found)) + "\n" for c in found.claims), encoding="utf-8")
    return found, pick(run_scorer("score.py", articles, gold, kept), name, CLAIM_SCORES)


def compare(scores: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Print the table; return the names of the scores that fell below their floor."""
    print(f"{'score':42} {'now':>8} {'floor':>8}")
    for name, value in scores.items():
        floor = floors.get(name)
        below = floor is not None and value < floor - EPSILON
        print(f"{name:42} {value:8.4f} {'' if floor is None else f'{floor:.4f}':>8}{'  BELOW' if below else ''}")
    return [name for name, floor in floors.items() if scores.get(name, 0.0) < floor - EPSILON]


def pin(scores: dict[str, float], floors: dict[str, float], lower: list[str]) -> int:
    """Raise the floors; refuse to lower one that is not named."""
    refused = [n for n, floor in floors.items() if scores.get(n, 0.0) < floor and n not in lower]
    kept = {name: floors[name] if name in refused else value for name, value in scores.items()}
    FLOORS.parent.mkdir(parents=True, exist_ok=True)
    FLOORS.write_text(json.dumps({"data": fingerprint(), "floors": kept}, indent=1) + "\n", encoding="utf-8")
    for name in refused:
        print(f'not lowered: "{name}" ({floors[name]:.4f}); say --lower "{name}" if it must be', file=sys.stderr)
    return 1 if refused else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what was read there")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print("score: the gold is not beside this checkout (../shared/gold), so nothing is scored.")
        return 0
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"data": None, "floors": {}}
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        scores = measure(folder)
    below = compare(scores, pinned["floors"])
    if arguments.pin:
        return pin(scores, pinned["floors"], arguments.lower)
    if pinned["data"] != fingerprint():
        print("score: the gold or a scorer has changed since the floors were pinned; look, then run with --pin.")
        return 1
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
