"""Copies, links and assesses a made-up corpus of known answers, and says how well and at what cost.

usage: python -m benchmarks.scale [--plot FILE.svg] [REPORTS ...]      (10000 alone where no number is given)

Each size runs in a process of its own. CPU seconds are of that process alone; a machine that does other work at the
same time changes them little, and wall seconds much.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.generated import Maker

from sayso.assess import assess
from sayso.dedupe import copy_groups, shared_passages
from sayso.knowledge.sources import SourceRegistry
from sayso.link import link_with
from sayso.model import ClaimId, CopyGroup, Incident, ReportId

SOLID, DASHED = 'stroke="#0b5394" stroke-width="2"', 'stroke="#999" stroke-dasharray="4 4"'
STAGES = ("copies", "passages", "link", "assess")


def measure(count: int) -> dict[str, float]:
    """Cost and quality at one size."""
    corpus = Maker(count).make()
    registry = SourceRegistry(corpus.entries)
    wall, taken = time.perf_counter(), []

    def lap() -> None:
        taken.append(time.process_time())

    lap()
    copies = copy_groups(corpus.reports)
    lap()
    passages = shared_passages(corpus.reports, copies)
    lap()
    linked = link_with((), corpus.claims, corpus.reports, copies, registry, passages=passages)
    lap()
    reports, claims = {r.id: r for r in corpus.reports}, {c.id: c for c in corpus.claims}
    assess(linked.incidents, claims, reports, registry)
    lap()
    precision, recall = copy_quality(copies, corpus.copy_of)
    incident_of = {claim: i.id for i in linked.incidents for claim in i.claims}
    b_precision, b_recall = b_cubed(incident_of, corpus.incident_of)
    return {
        "reports": len(corpus.reports),
        "claims": len(corpus.claims),
        "incidents": len(linked.incidents),
        **{f"{name} CPU s": later - sooner for name, sooner, later in zip(STAGES, taken, taken[1:], strict=False)},
        "CPU s": taken[-1] - taken[0],
        "wall s": time.perf_counter() - wall,
        "peak memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "copies precision": precision,
        "copies recall": recall,
        "incidents B-cubed precision": b_precision,
        "incidents B-cubed recall": b_recall,
        "incidents B-cubed F1": harmonic(b_precision, b_recall),
        "origins pairwise F1": origin_quality(linked.incidents, corpus.incident_of, corpus.origin_of),
        "proposals": len(linked.proposals),
    }


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def copy_quality(found: Sequence[CopyGroup], true: Mapping[ReportId, str]) -> tuple[float, float]:
    """Precision and recall over pairs of reports with one text."""
    sizes = Counter(true.values())
    wanted = sum(math.comb(size, 2) for size in sizes.values())
    told = sum(math.comb(len(group.reports), 2) for group in found)
    right = sum(math.comb(n, 2) for g in found for n in Counter(true[r] for r in g.reports).values())
    return right / told if told else 1.0, right / wanted if wanted else 1.0


def b_cubed(found: Mapping[ClaimId, Hashable], true: Mapping[ClaimId, Hashable]) -> tuple[float, float]:
    both = Counter((found[claim], true[claim]) for claim in true)
    mine, theirs = Counter(found[claim] for claim in true), Counter(true.values())
    precision = sum(n * n / mine[a] for (a, _), n in both.items()) / len(true)
    recall = sum(n * n / theirs[b] for (_, b), n in both.items()) / len(true)
    return precision, recall


def origin_quality(incidents: Sequence[Incident], true: Mapping[ClaimId, str], origins: Mapping[ClaimId, str]) -> float:
    """F1 over pairs of claims of one true happening that go back to one origin."""
    told = {claim: (i.id, o.id) for i in incidents for o in i.origins for claim in o.claims}
    members: dict[str, list[ClaimId]] = defaultdict(list)
    for claim, happening in true.items():
        members[happening].append(claim)
    right = found = wanted = 0
    for claims in members.values():
        for one, other in combinations(claims, 2):
            same, said = origins[one] == origins[other], told[one][1] == told[other][1]
            right, found, wanted = right + (same and said), found + said, wanted + same
    return harmonic(right / found if found else 0.0, right / wanted if wanted else 0.0)


def drawing(rows: Sequence[Mapping[str, float]]) -> str:
    """CPU seconds and memory over the number of reports, both axes logarithmic, with n log n beside them."""
    width, height, left, bottom = 560, 320, 60, 270
    xs = [math.log10(row["reports"]) for row in rows]
    ys = [math.log10(row["CPU s"]) for row in rows]
    n_log_n = [
        ys[0]
        + math.log10(r["reports"] * math.log(r["reports"]))
        - math.log10(rows[0]["reports"] * math.log(rows[0]["reports"]))
        for r in rows
    ]
    low, high = min(ys) - 0.2, max(*ys, *n_log_n) + 0.2

    def at(x: float, y: float) -> str:
        across = left + (x - xs[0]) / max(1e-9, xs[-1] - xs[0]) * (width - left - 60)
        return f"{across:.0f},{bottom - (y - low) / (high - low) * (bottom - 40):.0f}"

    def line(values: Sequence[float], style: str) -> str:
        points = " ".join(at(x, y) for x, y in zip(xs, values, strict=True))
        return f'<polyline points="{points}" fill="none" {style}/>'

    labels = "".join(
        f'<text x="{at(x, y).split(",")[0]}" y="{int(at(x, y).split(",")[1]) - 10}" text-anchor="middle">'
        f"{row['CPU s']:.0f} s, {row['peak memory MB']:.0f} MB</text>"
        f'<text x="{at(x, y).split(",")[0]}" y="{bottom + 20}" text-anchor="middle">{row["reports"]:,.0f}</text>'
        for x, y, row in zip(xs, ys, rows, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">'
        "<title>CPU seconds from read claims to assessments, by number of reports</title>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f"{line(n_log_n, DASHED)}{line(ys, SOLID)}{labels}"
        f'<text x="{width / 2}" y="{bottom + 42}" text-anchor="middle">'
        "reports (dashed: growth as n log n)</text></svg>\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="*", default=[10_000])
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(arguments.reports[0])))
        return
    rows = []
    for count in arguments.reports:
        command = [sys.executable, "-m", "benchmarks.scale", "--one", str(count)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append(json.loads(done.stdout))
        print("\n".join(f"{name:32} {value:12.3f}" for name, value in rows[-1].items()), "\n", flush=True)
    if arguments.plot and len(rows) > 1:
        arguments.plot.write_text(drawing(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
