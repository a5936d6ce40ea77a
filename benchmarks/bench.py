"""Speed and memory, end to end, on the real corpus beside the checkout or, without it, on the example case.

Prints reports per second, CPU seconds per report, peak memory of all processes, the time of `sayso --help`, the
ratio of our CPU time to plain spaCy `nlp.pipe` on the same texts in the same run, and the size of a brief
of 200 reports with the time that a browser needs to open it. A benchmark, not a test: read it.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

import psutil

from sayso.settings import settings

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
EXAMPLE = ROOT / "examples"
BRIEF_OF = 200
"""Reports: a brief of so many is to stay under 10 MB and to open in under 2 s."""


class PeakMemory:
    """The largest sum of resident memory of a process and its children, sampled ten times a second, in MB."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._stop = threading.Event()
        self.peak_mb = 0.0
        self._thread = threading.Thread(target=self._watch)

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            total = 0
            try:
                for process in (self._process, *self._process.children(recursive=True)):
                    total += process.memory_info().rss
            except psutil.Error:
                continue
            self.peak_mb = max(self.peak_mb, total / 1e6)

    def __enter__(self) -> "PeakMemory":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def children_cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def whole_run(paths: Path) -> dict[str, float]:
    """`sayso claims` on the paths as a user runs it, start-up included."""
    before, start = children_cpu_s(), time.perf_counter()
    command = [sys.executable, "-m", "sayso", "claims", str(paths), "-o", os.devnull, "--quiet"]
    with subprocess.Popen(command) as process, PeakMemory(process.pid) as memory:
        process.wait()
    return {
        "wall_s": time.perf_counter() - start,
        "cpu_s": children_cpu_s() - before,
        "peak_mb": memory.peak_mb,
        "status": float(process.returncode),
    }


PLAIN_SPACY = """
import json, sys, time, spacy
texts = json.load(sys.stdin)
nlp = spacy.load(sys.argv[1])
start = time.process_time()
tokens = sum(len(doc) for doc in nlp.pipe(texts))
print(json.dumps({"cpu_s": time.process_time() - start, "tokens": tokens}))
"""


def plain_spacy(texts: list[str]) -> dict[str, float]:
    """Plain `nlp.pipe` over the same texts with the same pipeline, loading left out."""
    command = [sys.executable, "-c", PLAIN_SPACY, settings().pipeline]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def help_s(times: int = 5) -> float:
    """Median wall seconds of `sayso --help`."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "sayso", "--help"], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return median(taken)


def brief_rows(paths: Path, folder: Path) -> dict[str, float]:
    """The brief of the first reports of a corpus, or of the example: its size, and how soon a browser has opened it."""
    given, brief = paths, folder / "brief.html"
    if paths == CORPUS:
        lines = next(iter(sorted(paths.glob("*.jsonl")))).read_text(encoding="utf-8").splitlines()
        given = folder / "reports.jsonl"
        given.write_text("\n".join(lines[:BRIEF_OF]), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "sayso", "brief", str(given), "-o", str(brief), "--quiet"], check=True)
    rows = {f"brief of at most {BRIEF_OF} reports (MB)": brief.stat().st_size / 1e6}
    chromium = shutil.which("chromium")
    if chromium:
        rows |= {f"it opens at {width} px (s)": opens_s(chromium, brief, width) for width in (1280, 390)}
    return rows


def opens_s(chromium: str, page_file: Path, width: int, times: int = 3) -> float:
    """Median wall seconds until the page has loaded; needs Playwright and Chromium."""
    from playwright.sync_api import sync_playwright

    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(times):
            page = browser.new_page(viewport={"width": width, "height": 900})
            start = time.perf_counter()
            page.goto(page_file.as_uri())
            taken.append(time.perf_counter() - start)
            page.close()
        browser.close()
    return median(taken)


def main() -> None:
    from sayso.model import Report
    from sayso.read import ReadOptions, read

    paths = CORPUS if CORPUS.is_dir() else EXAMPLE
    texts = [report.text for report in read([paths], ReadOptions()) if isinstance(report, Report)]
    run, plain = whole_run(paths), plain_spacy(texts)
    reports = len(texts)
    with tempfile.TemporaryDirectory() as folder:
        brief = brief_rows(paths, Path(folder))
    rows = {
        "reports": reports,
        "reports per second (start-up included)": reports / run["wall_s"],
        "CPU seconds per report": run["cpu_s"] / reports,
        "peak memory, all processes (MB)": run["peak_mb"],
        "plain spaCy nlp.pipe: CPU seconds per report": plain["cpu_s"] / reports,
        "our CPU time : plain spaCy": run["cpu_s"] / plain["cpu_s"],
        "sayso --help (s)": help_s(),
        **brief,
        "exit status": run["status"],
    }
    print(f"on {paths.name}, {os.cpu_count()} cores")
    for name, value in rows.items():
        print(f"{name:48} {value:10.3f}")


if __name__ == "__main__":
    main()
