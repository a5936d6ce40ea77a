"""Learns the weights by which tellings are compared: knowledge/vocab/link_weights.yaml and link_rarity.yaml.

usage: python training/link_weights.py ARTICLES.jsonl CLAIMS.jsonl

Logistic regression over the signs of `sayso.link.signs`, on claims of articles, invented episodes and stories, as
labelled and as sayso itself reads them, so that the weights know how often a place or a day is read wrong. What must
hold whatever the labels say (`HELD`) is given, not learned; what is learned is pulled to what a careful reader would
expect (`EXPECTED`). Prints the log loss of five-fold cross-validation, in which reports of one episode stay together.
"""

import json
import math
import sys
import tempfile
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml

from episodes import write_gold
from marked import write_marked
from sayso.dedupe import copy_groups
from sayso.knowledge.gazetteer import Gazetteer, load_gazetteer
from sayso.link.blocking import candidate_pairs
from sayso.link.interface import Telling
from sayso.link.kin import with_kin
from sayso.link.rarity import rarity_words
from sayso.link.tellings import tell
from sayso.link.weights import kind_of, signs_of
from sayso.model import (
    Claim,
    ClaimId,
    ClaimKind,
    EventKind,
    Figure,
    Group,
    Interval,
    Measure,
    Modifier,
    Place,
    Precision,
    Report,
    ReportId,
    Span,
    Status,
    digest,
)
from sayso.pipeline import Analysed, analyse_paths

VOCAB = Path(__file__).resolve().parents[1] / "src" / "sayso" / "knowledge" / "vocab"
LABELS = Path(__file__).resolve().parent / "link_labels.yaml"
KINDS = ("one_report", "two_reports", "totals")
SHRINK = 3.0
"""Strength of the pull to zero (L2)."""
LEAST_SEEN, LEAST_POINTS = 8, 0.005
HELD: dict[str, dict[str, float]] = {
    "one_report": {},
    "two_reports": {
        "next_day": -2.5,
        "next_days": -1.5,
        "gap_days": -6.0,
        "gap_week": -7.0,
        "gap_long": -9.0,
        "next_day_unsure": -0.8,
        "next_days_unsure": -0.3,
        "gap_days_unsure": -5.0,
        "gap_week_unsure": -5.5,
        "gap_long_unsure": -7.0,
        "gap_days_assumed": -5.5,
        "gap_week_assumed": -6.0,
        "gap_long_assumed": -8.0,
        "apart": -6.5,
        "two_countries": -7.0,
        "opposed": -7.5,
        "no_days": -0.3,
        "no_places": -0.4,
        "same_blamed": 0.6,
        "blamed_differ": -2.4,
        "rare_event": 1.0,
        "other_place_no_day": -1.5,
        "other_place_and_harm": 0.0,
        "unrelated": -2.1,
        "place_not_named": -1.0,
        "strangers": -1.5,
        "other_numbers_differ": -0.8,
        "copy_figure": 2.5,
        "no_names": -1.5,
    },
    "totals": {"harms_of_war_differ": -4.0, "two_countries": -6.0},
}
"""Two bombings of one week stay two, east is not west, copies tell one figure: given, whatever the labels say. A day
that is not stated beside the figure speaks less against one happening than one that is, and reports that hold no name
in common tell two stories, though the labelled ones are too few to show it."""
SURE: dict[str, dict[str, float]] = {
    "two_reports": {
        "next_day": -3.5,
        "gap_days": -7.5,
        "gap_week": -8.5,
        "gap_long": -10.5,
        "gap_days_assumed": -7.5,
        "gap_week_assumed": -7.5,
        "gap_long_assumed": -9.5,
        "apart": -9.5,
        "two_countries": -9.5,
        "opposed": -9.0,
        "no_names": -4.5,
        "blamed_differ": -3.9,
    }
}
"""Points that are written in place of those held while learning, so that nothing learned makes up for them: no word or
name that two reports share makes one place, or one day, of two."""
LEAN = {"two_reports": 0.4}
"""Added to what pairs start with: in clusters, where the averages of many pairs count, two happenings are told apart
better than pair by pair. Set by clustering reports that nothing was learned from."""
PULL = 20.0
"""Strength of the pull to `EXPECTED`."""
EXPECTED: dict[str, dict[str, float]] = {
    "one_report": {
        "next_day": -1.0,
        "gap_days": -1.8,
        "gap_week": -2.0,
        "gap_long": -2.5,
        "opposed": -3.0,
        "other_place_and_harm": -1.0,
        "same_blamed": 0.0,
    },
    "two_reports": {
        "same_other": 0.2,
        "same_event": 0.5,
        "event_and_other": -0.6,
        "near_events": -0.9,
        "events_differ": -1.8,
        "event_unknown": -0.2,
        "same_day": 1.2,
        "same_days": 0.9,
        "overlap_3": 0.5,
        "overlap_8": 0.4,
        "overlap_month": 0.0,
        "overlap_long": -0.1,
        "same_period": 0.3,
        "one_day_unknown": -0.6,
        "out_same_days": 0.2,
        "out_same_week": -0.3,
        "out_apart": -1.5,
        "out_soon": -0.2,
        "out_later": -0.6,
        "out_long_after": -2.0,
        "out_before": -2.0,
        "place_and_day": 1.2,
        "place_day_event": 0.7,
        "place_and_event": 0.5,
        "numbers_close": 0.6,
        "numbers_differ": 0.0,
        "numbers_far": -0.5,
        "number_20": 1.2,
        "number_5": 1.1,
        "number_few": 0.8,
        "same_place": 0.6,
        "same_wide_place": 0.8,
        "inside": 0.4,
        "inside_wide": -0.1,
        "near_names": -0.2,
        "close_places": -0.5,
        "unrelated_known": -2.0,
        "apart_near": -3.0,
        "blamed_alike": 0.3,
        "blamed_disputed": -0.6,
        "blamed_other_words": -0.6,
        "one_place_unknown": -0.4,
        "other_place_same_number": 0.0,
        "next_day_assumed": -0.3,
        "next_days_assumed": -0.3,
        "next_day_late": -0.3,
        "next_days_late": -0.3,
        "gap_days_late": -1.5,
        "gap_week_late": -3.0,
        "gap_long_late": -5.0,
    },
    "totals": {"great_totals": 2.5},
}
"""Points that a careful reader would give before seeing labels: what is learned starts from here, and from 0 for a
sign that is not listed, so that signs which the training reports seldom show keep their sense."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings with their signs, whether they are one happening, and how much the pair counts."""

    kind: str
    reports: tuple[str, str]
    signs: dict[str, float]
    is_one: bool
    weight: float


def read_jsonl(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def days(value: object, words: str) -> Interval | None:
    """The interval of an ISO day, month, year or interval; it counts as stated in `words`, beside the figure."""
    if not isinstance(value, str) or not value:
        return None
    first, _, last = value.partition("/")
    start, end = _edge(first, end=False), _edge(last or first, end=True)
    return Interval(start, end, Precision.DAY if start == end else Precision.DAYS, words)


def _edge(part: str, *, end: bool) -> date:
    bits = [int(bit) for bit in part[:10].split("-")]
    if len(bits) == 3:
        return date(bits[0], bits[1], bits[2])
    if len(bits) == 2:
        following = date(bits[0] + bits[1] // 12, bits[1] % 12 + 1, 1)
        return following - timedelta(days=1) if end else date(bits[0], bits[1], 1)
    return date(bits[0], 12, 31) if end else date(bits[0], 1, 1)


def labelled_claims(
    path: Path, reports: dict[str, Report], gazetteer: Gazetteer
) -> tuple[list[Claim], dict[ClaimId, str]]:
    """The labelled claims as claims, and the label of each."""
    claims: list[Claim] = []
    labels: dict[ClaimId, str] = {}
    same = same_keys()
    for record in read_jsonl(path):
        report = reports[str(record["article"])]
        told = record["claims"]
        assert isinstance(told, list)
        ids = [ClaimId(digest(report.id, n)) for n in range(len(told))]
        places = sorted({str(each["place"]) for each in told if each["place"]})
        for claim_id, each in zip(ids, told, strict=True):
            claims.append(_claim(claim_id, each, report, ids, places, gazetteer))
            labels[claim_id] = same.get(str(each["incident"]), str(each["incident"]))
    return claims, labels


def same_keys() -> dict[str, str]:
    """Keys of incidents to the key that stands for them, where several name one happening."""
    listed = yaml.safe_load(LABELS.read_text(encoding="utf-8"))["same"]
    return {key: keys[0] for keys in listed for key in keys}


def _claim(
    claim_id: ClaimId,
    told: dict[str, object],
    report: Report,
    ids: Sequence[ClaimId],
    places: Sequence[str],
    gazetteer: Gazetteer,
) -> Claim:
    words, context = str(told["figure"]), str(told["context"])
    start = report.text.index(context) + context.index(words)
    low, high, whole = told["low"], told["high"], told.get("subset_of")
    return Claim(
        id=claim_id,
        report=report.id,
        kind=ClaimKind.FIGURE,
        span=Span(start, start + len(words)),
        words=words,
        sentence=_sentence(report.text, start, start + len(words)),
        status=Status(str(told["status"])),
        figure=Figure(
            low if isinstance(low, int) else None,
            high if isinstance(high, int) else None,
            Modifier(str(told["modifier"])),
            words,
        ),
        measure=Measure(str(told["measure"])),
        group=Group(str(told["group"])),
        subset_of=ids[whole] if isinstance(whole, int) else None,
        event=EventKind(str(told["event"])) if told.get("event") else None,
        place=_placed(str(told["place"]), places, gazetteer) if told["place"] else None,
        date=days(told["date"], words),
        blamed=str(told["blamed"]) if told.get("blamed") else None,
    )


def _placed(words: str, places: Sequence[str], gazetteer: Gazetteer) -> Place:
    return gazetteer.resolve(words, places)


def _sentence(text: str, start: int, end: int) -> Span:
    before = [text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n", "? ") if mark in text[:start]]
    after = [text.find(mark, end) for mark in (". ", "\n") if mark in text[end:]]
    return Span(max(before, default=0), min(after) + 1 if after else len(text))


def matched(claims: Sequence[Claim], gold: Sequence[Claim], labels: dict[ClaimId, str]) -> dict[ClaimId, str]:
    """Labels of machine-read claims: those of the labelled claims whose figures they overlap, measure agreeing."""
    by_report: dict[ReportId, list[Claim]] = defaultdict(list)
    for claim in gold:
        by_report[claim.report].append(claim)
    found: dict[ClaimId, str] = {}
    for claim in claims:
        for other in by_report[claim.report]:
            if claim.span.overlaps(other.span) and claim.measure is other.measure:
                found[claim.id] = labels[other.id]
    return found


def pairs_of(
    claims: Sequence[Claim], reports: Sequence[Report], labels: dict[ClaimId, str], gazetteer: Gazetteer
) -> Iterator[Pair]:
    """All pairs of one report and all that share a key, with their labels."""
    tellings = with_kin(tell(claims, reports, copy_groups(reports)), gazetteer)
    label = [_label(telling, labels) for telling in tellings]
    size = Counter(name for name in label if name)
    inside: dict[ReportId, list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        inside[telling.report].append(i)
    compared = {pair for members in inside.values() for pair in combinations(members, 2)}
    compared.update(candidate_pairs(tellings))
    for i, j in sorted(compared):
        left, right, mine, theirs = tellings[i], tellings[j], label[i], label[j]
        kind = kind_of(left, right)
        if kind is None or mine is None or theirs is None:
            continue
        weight = math.sqrt(len(left.claims) * len(right.claims) / max(size[mine], size[theirs]))
        signs = {sign.name: sign.value for sign in signs_of(left, right, gazetteer)}
        yield Pair(kind, (left.report, right.report), signs, mine == theirs, weight)


def _label(telling: Telling, labels: dict[ClaimId, str]) -> str | None:
    counts = Counter(labels[claim.id] for claim in telling.claims if claim.id in labels)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def fit(pairs: Sequence[Pair], kind: str) -> dict[str, float]:
    """Points of each sign and the start, by iteratively reweighted least squares."""
    held, expected = HELD[kind], EXPECTED[kind]
    names = sorted({name for pair in pairs for name in pair.signs} - set(held))
    column = {name: n for n, name in enumerate(names, start=1)}
    given = np.zeros((len(pairs), len(names) + 1))
    given[:, 0] = 1.0
    offset, is_one, weight = (np.zeros(len(pairs)) for _ in range(3))
    for row, pair in enumerate(pairs):
        for name, value in pair.signs.items():
            if name in column:
                given[row, column[name]] = value
            else:
                offset[row] += held[name] * value
        is_one[row], weight[row] = pair.is_one, pair.weight
    weight /= weight.mean()
    first = np.array([0.0, *(expected.get(name, 0.0) for name in names)])
    pull = np.array([0.01, *(PULL if name in expected else SHRINK for name in names)])
    points = first.copy()
    for _ in range(12):
        likely = 1 / (1 + np.exp(-(given @ points + offset)))
        slope = given.T @ (weight * (is_one - likely)) - pull * (points - first)
        bend = (given * (weight * likely * (1 - likely))[:, None]).T @ given + np.diag(pull)
        points = points + np.linalg.solve(bend, slope)
    unseen = {name: value for name, value in expected.items() if name not in column}
    return {
        "start": float(points[0]) + LEAN.get(kind, 0.0),
        **unseen,
        **{n: float(points[c]) for n, c in column.items()},
        **held,
        **SURE.get(kind, {}),
    }


def log_loss(pairs: Sequence[Pair], points: dict[str, float]) -> float:
    total = 0.0
    for pair in pairs:
        score = points["start"] + sum(points.get(name, 0.0) * value for name, value in pair.signs.items())
        total += math.log1p(math.exp(-score if pair.is_one else score))
    return total / max(1, len(pairs))


def episodes(pairs: Sequence[Pair], folds: int = 5) -> dict[str, int]:
    """Reports to folds; reports that tell of one happening are in one fold."""
    home: dict[str, str] = {}

    def root(name: str) -> str:
        while home.setdefault(name, name) != name:
            name = home[name]
        return name

    for pair in pairs:
        one, other = map(root, pair.reports)
        if pair.is_one and pair.kind == "two_reports":
            home[one] = other
    size, load = Counter(map(root, list(home))), [0] * folds
    fold: dict[str, int] = {}
    for name, count in sorted(size.items(), key=lambda item: (-item[1], item[0])):
        fold[name] = load.index(min(load))
        load[fold[name]] += count
    return {name: fold[root(name)] for name in list(home)}


def cross_validate(pairs: Sequence[Pair]) -> dict[str, float]:
    """Mean log loss on the folds left out, by kind of pair."""
    fold = episodes(pairs)
    losses: dict[str, list[float]] = defaultdict(list)
    for n in range(5):
        for kind in KINDS:
            mine = [pair for pair in pairs if pair.kind == kind]
            train = [p for p in mine if n not in {fold[r] for r in p.reports}]
            test = [p for p in mine if {fold[r] for r in p.reports} == {n}]
            losses[kind].append(log_loss(test, fit(train, kind)))
    return {kind: sum(told) / len(told) for kind, told in losses.items()}


def write_weights(pairs: Sequence[Pair]) -> None:
    lines = [
        "# Points of each sign when two tellings are compared: of one report, of two reports, of two running totals.",
        "# Learned by training/link_weights.py (logistic regression) and rounded; an unlisted sign has no points.",
        "# source: claims of training reports, invented episodes and stories, as labelled and as sayso reads them.",
        "version: 1",
    ]
    for kind in KINDS:
        mine = [pair for pair in pairs if pair.kind == kind]
        seen = Counter(name for pair in mine for name in pair.signs)
        points = fit(mine, kind)
        lines += [f"{kind}:", f"  start: {points.pop('start'):.2f}"]
        for name in sorted(points):
            if name in {**HELD[kind], **EXPECTED[kind]} or (
                abs(points[name]) >= LEAST_POINTS and seen[name] >= LEAST_SEEN
            ):
                lines.append(f"  {name}: {points[name]:.2f}")
    (VOCAB / "link_weights.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_rarity(texts: Sequence[str]) -> None:
    counts = Counter(stem for text in texts for stem in rarity_words(text))
    by_weight: dict[float, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        if count >= 4 and stem.isalpha():
            by_weight[round(math.log(1 + len(texts) / count) * 4) / 4].append(stem)
    lines = [
        "# How telling words are when sentences and reports are compared: ln(1 + reports / reports with the word).",
        "# Words are cut after seven letters. Made by training/link_weights.py.",
        f"# source: counted over the {len(texts)} training reports; counts only.",
        "version: 1",
        "rarity:",
    ]
    for weight in sorted(by_weight):
        told = textwrap.wrap(" ".join(sorted(by_weight[weight])), 190)
        lines += [f"  {weight}: >-", *(f"    {line}" for line in told)]
    (VOCAB / "link_rarity.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def analyse_labelled(articles: Path, labelled: set[str]) -> Analysed:
    """What sayso reads in the articles that have labels."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder, "articles.jsonl")
        records = [record for record in read_jsonl(articles) if record["id"] in labelled]
        chosen.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
        return analyse_paths([chosen])


def labelled_pairs(articles: Path, labels: Path) -> Iterator[Pair]:
    """The pairs of one data set: of its claims as labelled, and as sayso reads them."""
    read = analyse_labelled(articles, {str(record["article"]) for record in read_jsonl(labels)})
    reports = {str(report.id): report for report in read.reports}
    gazetteer = load_gazetteer()
    gold, label = labelled_claims(labels, reports, gazetteer)
    told = {claim.report for claim in gold}
    machine = [claim for claim in read.claims if claim.measure is not None and claim.report in told]
    yield from pairs_of(gold, read.reports, label, gazetteer)
    yield from pairs_of(machine, read.reports, matched(machine, gold, label), gazetteer)


def main(articles: Path, labels: Path) -> None:
    write_rarity([str(record["text"]) for record in read_jsonl(articles)])
    pairs = list(labelled_pairs(articles, labels))
    with tempfile.TemporaryDirectory() as folder:
        pairs += labelled_pairs(*write_gold(Path(folder), unseen=False))
        # one key often stands for the deaths and the displaced of a war there: running totals are not learned from them
        pairs += (pair for pair in labelled_pairs(*write_marked(Path(folder), stories=True)) if pair.kind != "totals")
    print(len(pairs), "pairs; log loss left out:", cross_validate(pairs))
    write_weights(pairs)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
