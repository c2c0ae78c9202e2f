"""How long an edit takes to reach its pages: a build in a fresh process, and the watch mode from saving to the page on disk.

    python benchmarks/edit_latency.py --bench FOLDER --matches 10000 --edits 7 --json latency.json

FOLDER holds `corpus.py`, which writes reports on real matches. Each figure is the
median of that many edits. A prose edit has to show on the match page; a score
edit on the match page, both teams' pages and the competition's. Afterwards the
output is compared, byte for byte, with a clean build of the same sources. Exit
status 1 if a page was wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import Figures, Report, cpu_of, measured, shows, site_builder, tree, wait_until_idle, write_corpus

LIMIT = 120.0
"""Seconds after which a page that does not show an edit counts as wrong."""


class Results:
    """Figures by what was done, printed as they come, and what was wrong."""

    def __init__(self, cold: Figures) -> None:
        self.cold = cold
        self.rows: dict[str, dict[str, float]] = {}
        self.wrong: list[str] = []

    def add(self, name: str, runs: list[Figures]) -> None:
        if not runs:
            return
        middle, slowest = Figures.middle(runs), max(run.wall for run in runs)
        self.rows[name] = {"wall": middle.wall, "slowest": slowest, "cpu": middle.cpu, "runs": len(runs)}
        share = middle.wall / self.cold.wall
        print(
            f"{name:26} {middle.wall:8.3f} s  slowest {slowest:8.3f} s  {middle.cpu:8.3f} CPU s  {share:7.4f} of a cold build",
            flush=True,
        )

    def check(self, promise: str, *, good: bool) -> None:
        if not good:
            self.wrong.append(promise)
            print(f"WRONG  {promise}", flush=True)


def fresh_builds(site: Path, report: Report, edits: int, results: Results) -> None:
    """Builds in processes of their own: after nothing, after prose, after a score."""
    log = site / "log.txt"
    results.add("build, nothing edited", [measured(site_builder(site, "build"), log) for _ in range(edits)])
    for kind in ("prose", "score"):
        runs = []
        for _ in range(edits):
            mark = report.edit(kind)
            runs.append(measured(site_builder(site, "build"), log))
            late = [page.name for page in report.pages(site / "output", kind) if not shows(page, mark)]
            results.check(f"a build after a {kind} edit shows it on {', '.join(late)}", good=not late)
        results.add(f"build, a {kind} edit", runs)


@contextmanager
def watching(site: Path) -> Iterator[int]:
    """The watch mode in a session of its own, ready; gives its process number."""
    with (site / "watch.txt").open("wb") as log:
        command = site_builder(site, "watch", "--port", "0")
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
    try:
        time.sleep(2)
        wait_until_idle(process.pid, LIMIT)
        yield process.pid
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def seen(pages: list[Path], mark: str) -> list[Path]:
    """Wait until all pages show a mark; returns those that do not within the limit."""
    deadline = time.perf_counter() + LIMIT
    while pages and time.perf_counter() < deadline:
        pages = [page for page in pages if not shows(page, mark)]
        time.sleep(0.002)
    return pages


def watched_edits(site: Path, report: Report, edits: int, results: Results) -> None:
    """Saves beside a running watch; the first of each kind warms up and does not count."""
    with watching(site) as session:
        for kind in ("prose", "score"):
            runs = []
            for _ in range(edits + 1):
                used, began = cpu_of(session), time.perf_counter()
                mark = report.edit(kind)
                late = seen(report.pages(site / "output", kind), mark)
                wall = time.perf_counter() - began
                results.check(f"watch shows a {kind} edit on {', '.join(page.name for page in late)}", good=not late)
                wait_until_idle(session, LIMIT)
                runs.append(Figures(wall, cpu_of(session) - used, 0))
            results.add(f"watch, a {kind} edit", runs[1:])


def compare(site: Path, results: Results) -> None:
    """What all the edits left must be what a clean build makes of the same sources."""
    clean = site / "clean"
    measured([*site_builder(site, "build", output=clean), "--verify"], site / "log.txt")
    same = tree(site / "output") == tree(clean)
    results.check("after all edits the output equals a clean build", good=same)
    print(f"after all edits the output {'equals' if same else 'DIFFERS FROM'} a clean build")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, metavar="FOLDER", help="where corpus.py lies")
    parser.add_argument("--matches", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=7)
    parser.add_argument("--work", type=Path, help="scratch folder; a temporary one if not given")
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.work) as folder:
        site = Path(folder, "site")
        write_corpus(args.bench, args.matches, site)
        results = Results(measured(site_builder(site, "build"), site / "log.txt"))
        print(f"{args.matches:,} matches: a cold build takes {results.cold.wall:.2f} s, {results.cold.cpu:.2f} CPU s", flush=True)
        report = Report(site)
        fresh_builds(site, report, args.edits, results)
        watched_edits(site, report, args.edits, results)
        compare(site, results)
        shutil.rmtree(site)
    if args.json:
        args.json.parent.mkdir(parents=True, exist_ok=True)
        cold = {"wall": results.cold.wall, "cpu": results.cold.cpu}
        found = {"matches": args.matches, "build, cold": cold, **results.rows, "wrong": results.wrong}
        args.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.exit(1 if results.wrong else 0)


if __name__ == "__main__":
    main()
