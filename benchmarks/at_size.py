"""The promises of a build, held against a site of any size: counts, links, a broken report, a kill, equal bytes.

    python benchmarks/at_size.py --corpus ../shared/bench/corpus.py --matches 10000

Writes N reports on real matches (the corpus needs no packages), builds them with
the site-builder of this environment and prints what was promised beside what was
seen; exit status 1 if anything differs. Takes about eight builds.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r'(?:href|src)="([^"]*)"')
FACT = re.compile(r'^(home|away|competition): "?(.*?)"?$', re.MULTILINE)
PAGES = {"matches": 3, "teams": 2, "competitions": 2}


class Checks:
    """What was promised and what was seen, a line each."""

    def __init__(self) -> None:
        self.failed = 0

    def __call__(self, promise: str, seen: object, wanted: object) -> None:
        good = seen == wanted
        self.failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {promise}: {seen}{'' if good else f', wanted {wanted}'}", flush=True)


def command(site: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "site_builder", *words, "--site", str(site)]


def build(site: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(site, "build", *words), env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def tree(output: Path) -> dict[str, str]:
    """Every published file with a digest of its bytes."""
    return {
        path.relative_to(output).as_posix(): hashlib.blake2b(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and ".site-builder" not in path.parts
    }


def dead_links(output: Path) -> Iterator[str]:
    known = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    for page in (path for path in known if path.endswith(".html")):
        folder = page.rpartition("/")[0]
        for href in set(LINK.findall((output / page).read_text(encoding="utf-8"))):
            path = unquote(href.partition("#")[0])
            if not path or re.match(r"[a-z]+:|//", path):
                continue
            target = path.lstrip("/") if path.startswith("/") else os.path.normpath(os.path.join(folder, path))  # noqa: PTH118 - no file
            if target not in known:
                yield f"{page} → {href}"


def things(site: Path) -> dict[str, int]:
    """How many matches, teams and competitions the reports name."""
    names: dict[str, set[str]] = {"teams": set(), "competitions": set()}
    reports = list((site / "content").rglob("*.md"))
    for report in reports:
        for key, value in FACT.findall(report.read_text(encoding="utf-8").partition("\n---\n")[0]):
            names["competitions" if key == "competition" else "teams"].add(value)
    return {"matches": len(reports), **{kind: len(found) for kind, found in names.items()}}


def killed_build(site: Path, seconds: float) -> None:
    """Start a build and end it the hard way, with everything it started."""
    process = subprocess.Popen(
        command(site, "build"), start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def check_size(check: Checks, site: Path) -> dict[str, str]:
    """A clean build: its counts, its links, its memory."""
    began = time.monotonic()
    done = build(site)
    seconds = time.monotonic() - began
    print(done.stdout.strip().splitlines()[-1], flush=True)
    check("exit status of a clean build", done.returncode, 0)
    output = site / "output"
    built = tree(output)
    for kind, count in things(site).items():
        pages = [path for path in built if path.startswith(f"{kind}/") and path.count("/") + 1 == PAGES[kind]]
        pages = [path for path in pages if path.endswith(".html") and not re.fullmatch(r"matches/\d+/\d{4}-\d{2}\.html", path)]
        check(f"one page for each of the {kind}", len(pages), count)
    check("dead internal links", sorted(dead_links(output))[:5], [])
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)) / 1024
    print(f"     {len(built):,} files, {len(built) / seconds:,.0f} a second; peak memory of the largest process {peak:,.0f} MiB")
    return built


def check_promises(check: Checks, site: Path, clean: dict[str, str]) -> None:
    """What must not change the output, and what must come back."""
    output = site / "output"
    again = build(site)
    check("files written by a second build", re.findall(r"([\d,]+) files written", again.stdout), ["0"])
    report = sorted((site / "content").rglob("*.md"))[-7]
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("score:", "scoer:", 1), encoding="utf-8")
    line = text[: text.index("score:")].count("\n") + 1
    broken = build(site)
    check("exit status with one broken report", broken.returncode, 1)
    check("its line is named", f"{report.relative_to(site)}:{line}:1" in broken.stdout, True)
    check("the output is byte for byte as before", tree(output) == clean, True)
    report.write_text(text, encoding="utf-8")
    shutil.rmtree(output)
    build(site, "--jobs", "1", PYTHONHASHSEED="0", TZ="Pacific/Apia")
    check("one job, hash seed 0, in Apia: equal", tree(output) == clean, True)
    shutil.rmtree(output)
    build(site, "--jobs", "2", PYTHONHASHSEED="1", TZ="UTC")
    check("two jobs, hash seed 1, in UTC: equal", tree(output) == clean, True)
    shutil.rmtree(output)
    for seconds in sorted(random.Random(1).uniform(0.5, 20) for _ in range(3)):
        killed_build(site, seconds)
    build(site)
    check("after three kills, a build: equal to a clean one", tree(output) == clean, True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="the script that writes the reports")
    parser.add_argument("--matches", type=int, default=10_000)
    parser.add_argument("--only-size", action="store_true", help="leave out the promises: one build instead of eight")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        script = [sys.executable, args.corpus, "--flavour", "site-builder", "--matches", str(args.matches), "--out", str(site)]
        subprocess.run(script, check=True)
        check = Checks()
        clean = check_size(check, site)
        if not args.only_size:
            check_promises(check, site, clean)
    sys.exit(1 if check.failed else 0)


if __name__ == "__main__":
    main()
