"""What each part of the reader of claims brings: a part is switched off, and the annotated articles are read again.

`make ablate` prints the table of docs/decisions/0007; `--constant` prints what a constant answer scores instead.
"""

import argparse
import importlib.util
import pickle
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from gold import GOLD, gold_reports, read_jsonl
from sayso import annotate, attribute
from sayso.claims.reader import ReportClaimReader
from sayso.model import Analysis, Annotated, Attribution
from sayso.publish.records import claim_record

Gold = dict[str, object]
Read = list[tuple[Annotated, tuple[Attribution, ...]]]
NOTHING = Analysis((), (), (), (), (), (), (), (), ())
FIELDS = ("figure", "group", "event", "date", "place", "blamed", "root_source", "status")


def _nothing(*_: object, **__: object) -> None:
    return None


def _empty(*_: object, **__: object) -> tuple[object, ...]:
    return ()


def _no(*_: object, **__: object) -> bool:
    return False


def _ruled(self: object, at: int) -> object:
    ruling = self._told[at].ruling  # type: ignore[attr-defined]
    return ruling.kind, ruling.reason


def _report_day(self: object, *_: object) -> object:
    return self.read.anchor.interval, ""  # type: ignore[attr-defined]


C = "sayso.claims."
PARTS: dict[str, dict[str, Callable[..., object]]] = {
    "all parts on": {},
    "trained head for kinds of happening": {C + "happenings.Happenings.of": _ruled},
    "title": {C + "happening_words.HappeningWords.of_title": _empty},
    "kind from other sentences": {
        C + "happening_rules._in_neighbours": _nothing,
        C + "happening_rules._throughout": _nothing,
    },
    "carried sources": {C + "voices.Voices._carried": _nothing},
    "time grammar": {C + f"{module}.find_times": _empty for module in ("when", "when_read", "when_untold")},
    "day from other sentences": {C + "when_untold.Untold.of": _report_day},
    "list of conflicts": {C + "when.conflict_since": _nothing},
    "parts of a whole": {C + "figures.whole_of": _nothing, C + "figures.inherited": _nothing},
    "single persons": {C + "counted.single_persons": _empty},
    "what counts no people": {C + "counted.counts_no_people": _no, C + "counted._is_no_count": _no},
    "things after words for people": {C + "noun_phrase._names_a_thing": _no},
    "words of distance": {C + "voices_status._is_hedged": _no, C + "voices_status._is_unverified": _no},
    "armed bodies, ages, predicates": {
        C + "people._is_armed": _no,
        C + "people._is_minor": _no,
        C + "people._predicated": lambda *_: {},
    },
}
"""What is switched off, and what stands in its place."""


@contextmanager
def without(part: str) -> Iterator[None]:
    """The reader without a part."""
    with ExitStack() as stack:
        for name, stand_in in PARTS[part].items():
            stack.enter_context(patch(name, stand_in))
        yield


def scorer() -> ModuleType:
    """The gold's own scorer."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def items(split: str, annotated: Path | None) -> Read:
    """The annotated articles of a split that have claims, with their attributions as read."""
    wanted = {str(record["article"]) for record in read_jsonl(GOLD / f"{split}.claims.jsonl")}
    if annotated is not None:
        reports = [a for a in pickle.loads(annotated.read_bytes()) if a.report.id in wanted]
    else:
        reports = list(annotate.load().annotate([r for r in gold_reports(split) if r.id in wanted]))
    return list(zip(reports, attribute.load().attribute(reports), strict=True))


def gold_claims(split: str, score: ModuleType) -> list[Gold]:
    """The annotated claims of a split with their offsets."""
    texts = {str(record["id"]): str(record["text"]) for record in read_jsonl(GOLD / f"{split}.articles.jsonl")}
    return list(score.load_claims(str(GOLD / f"{split}.claims.jsonl"), texts))


def shares(score: ModuleType, gold: list[Gold], read: Read) -> list[float]:
    """Claims F1, then the share of matched claims that are right in each field."""
    found = [
        claim_record(claim, NOTHING)
        for claims in ReportClaimReader().read(read)
        for claim in claims.claims
        if claim.measure is not None
    ]
    pairs = score.match(gold, found)
    optional = [i for i, claim in enumerate(gold) if claim.get("optional")]
    spared = sum(i in pairs for i in optional)
    counts = len(pairs) - spared, len(found) - spared, len(gold) - len(optional)
    right = [
        sum(score.ATTRIBUTES[field](gold[i], claim) for i, claim in pairs.items()) / max(1, len(pairs))
        for field in FIELDS
    ]
    return [score.f1(*counts)[2], *right]


def table(splits: dict[str, Read], parts: list[str]) -> Iterator[str]:
    """The table in Markdown, one line for each part and split."""
    score = scorer()
    yield "| without | on | claims F1 | " + " | ".join(FIELDS) + " |"
    yield "|---|---|" + "--:|" * (len(FIELDS) + 1)
    for part in parts:
        for split, read in splits.items():
            inside = {item[0].report.id for item in read}
            gold = [claim for claim in gold_claims(split.split()[0], score) if claim["article"] in inside]
            with without(part):
                figures = " | ".join(f"{value:.3f}" for value in shares(score, gold, read))
            yield f"| {part} | {split} | {figures} |"


def constant(split: str) -> Iterator[str]:
    """What the commonest answer of the training articles scores on all claims of a split."""
    score = scorer()
    learned, measured = gold_claims("train", score), gold_claims(split, score)
    yield f"| field | constant answer | share on {split} |"
    yield "|---|---|--:|"
    for field, (name, _) in score.FIELDS.items():
        if field == "source_chain":
            continue
        answer = Counter(repr(claim[name]) for claim in learned).most_common(1)[0][0]
        value = next(claim[name] for claim in learned if repr(claim[name]) == answer)
        right = sum(score.ATTRIBUTES[field](claim, {name: value}) for claim in measured)
        yield f"| {field} | {value or 'none'} | {right / len(measured):.3f} |"
    figure = Counter((claim["low"], claim["high"]) for claim in learned).most_common(1)[0][0]
    right = sum((claim["low"], claim["high"]) == figure for claim in measured)
    yield f"| figure | {figure[0]} | {right / len(measured):.3f} |"


def main() -> None:
    """Print the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--constant", action="store_true")
    parser.add_argument("--part", action="append", choices=list(PARTS), help="only this part; may be repeated")
    parser.add_argument(
        "--annotated", type=Path, help="folder of pickled articles, SPLIT.pkl, to save their annotation"
    )
    args = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit(f"No gold at {GOLD}.")
    if args.constant:
        lines = constant("dev")
    else:
        splits = {s: items(s, args.annotated / f"{s}.pkl" if args.annotated else None) for s in ("dev", "train")}
        held = {
            "dev": splits["dev"],
            "train ecb": [i for i in splits["train"] if str(i[0].report.id).startswith("ecb")],
        }
        lines = table(held, args.part or list(PARTS))
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
