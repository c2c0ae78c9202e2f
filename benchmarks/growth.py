"""How time and memory grow with the site: cold builds and builds after an edit, at several sizes.

    python benchmarks/growth.py --bench FOLDER --sizes 1000,10000,49000 --json growth.json

FOLDER holds `corpus.py`, which writes reports on real matches. A figure that grows
with the site has an exponent of 1: ten times the matches, ten times the seconds.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import tempfile
from pathlib import Path

from msgspec.structs import asdict

from measuring import Figures, Report, measured, site_builder, write_corpus

PHASES = ("cold", "nothing edited", "a prose edit", "a score edit")


def at_size(bench: Path, matches: int, site: Path, runs: int) -> dict[str, Figures]:
    """The figures of each phase for a site of that many matches."""
    write_corpus(bench, matches, site)
    build, log, report = site_builder(site, "build"), site / "log.txt", Report(site)
    found: dict[str, list[Figures]] = {phase: [] for phase in PHASES}
    for _ in range(runs):
        for made in ("output", "cache"):
            shutil.rmtree(site / made, ignore_errors=True)
        found["cold"].append(measured(build, log))
        found["nothing edited"].append(measured(build, log))
        for kind in ("prose", "score"):
            report.edit(kind)
            found[f"a {kind} edit"].append(measured(build, log))
        report.restore()
    return {phase: Figures.middle(runs) for phase, runs in found.items()}


def files_in(output: Path) -> int:
    return sum(path.is_file() for path in output.rglob("*"))


def exponent(small: float, large: float, times: float) -> str:
    """How a figure grows: 1 with the site, 0 not at all."""
    return f"{math.log(large / small) / math.log(times):.2f}" if times > 1 and small > 0 else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, metavar="FOLDER", help="where corpus.py lies")
    parser.add_argument("--sizes", default="1000,10000,49000", help="numbers of matches, with commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path, help="scratch folder; a temporary one if not given")
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    sizes = sorted(int(size) for size in args.sizes.split(","))
    rows: list[dict[str, float | str]] = []
    first: dict[str, Figures] = {}
    print("| matches | files | build | seconds | CPU s | peak MiB | exponent of CPU | of memory |")
    print("| ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=args.work) as folder:
            site = Path(folder, "site")
            found = at_size(args.bench, size, site, args.runs)
            files = files_in(site / "output")
        first = first or found
        for phase, figures in found.items():
            times = size / sizes[0]
            grown = exponent(first[phase].cpu, figures.cpu, times), exponent(first[phase].peak_mib, figures.peak_mib, times)
            told = f"{figures.wall:.2f} | {figures.cpu:.2f} | {figures.peak_mib:.0f} | {grown[0]} | {grown[1]}"
            print(f"| {size:,} | {files:,} | {phase} | {told} |", flush=True)
            rows.append({"matches": size, "files": files, "phase": phase, **asdict(figures)})
    if args.json:
        args.json.parent.mkdir(parents=True, exist_ok=True)
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
