"""site-builder beside other generators, on the same reports, taking turns.

    python benchmarks/beside_peers.py --bench FOLDER --path FOLDER_OF_HUGO --sizes 10000 --json peers.json

FOLDER holds `corpus.py`, `run.py` and the peers' templates: it does the timing
and checks every site; this script finds which peers are installed, adds the
site-builder of this environment with its watch mode, and prints after the tables
one line for each promise on speed and memory. Ratios are to Hugo where it is there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

COMMANDS = {"hugo": "hugo", "hugo-full": "hugo", "eleventy": "eleventy", "pelican": "pelican", "mkdocs": "mkdocs"}
OWN = "site-builder"
PEER_OF = {"watch-score": "hugo-full"}
"""Hugo's fast watch leaves the pages of teams as they were: after a score it is no match for a full one."""


def installed(wanted: list[str], path: str) -> list[str]:
    """Those of the peers whose command is found."""
    return [name for name in wanted if shutil.which(COMMANDS.get(name, name), path=path)]


def command(args: argparse.Namespace, peers: list[str], work: Path, found: Path) -> list[str]:
    """The timing script's command line."""
    own = f"{OWN}={sys.executable} -m site_builder"
    folders = "--base-url https://example.org --output {output} --cache {cache}"
    words = [sys.executable, str(args.bench / "run.py"), "--peers", ",".join(peers) or "none"]
    words += ["--tool", f"{own} build {folders}", "--watch", f"{own} watch --port {args.port} {folders}"]
    words += ["--sizes", args.sizes, "--runs", str(args.runs), "--edits", str(args.edits)]
    words += [part for folder in args.path for part in ("--path", folder)]
    return [*words, *(("--phases", args.phases) if args.phases else ()), "--work", str(work), "--json", str(found)]


def ratios(rows: list[dict[str, Any]]) -> list[str]:
    """For each size and phase how site-builder stands to Hugo: wall time, processor time, peak memory."""
    runs: dict[tuple[int, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if "wall" in row:
            runs[row["matches"], row["phase"], row["tool"]].append(row)
    lines = []
    for (matches, phase, tool), own in runs.items():
        theirs = runs.get((matches, phase, PEER_OF.get(phase, "hugo")))
        if tool == OWN and theirs:
            told = [
                f"{key} {middle(own, key) / middle(theirs, key):.2f}" for key in ("wall", "cpu", "all_mib") if middle(theirs, key)
            ]
            lines.append(f"{matches:,} matches, {phase}: {', '.join(told)} of Hugo's")
    return lines


def middle(runs: list[dict[str, Any]], key: str) -> float:
    """The median of a figure, 0 where it was not taken."""
    return float(median(run.get(key, 0.0) for run in runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, metavar="FOLDER", help="where corpus.py and run.py lie")
    parser.add_argument("--peers", default=",".join(COMMANDS), help="with commas; those not installed are left out")
    parser.add_argument("--path", action="append", default=[], help="a folder of peers' commands (repeatable)")
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--phases", default="", help="with commas; all of them if not given")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--edits", type=int, default=7)
    parser.add_argument("--port", type=int, default=41310, help="for the watch mode")
    parser.add_argument("--work", type=Path, help="scratch folder, on the disk to be measured; a temporary one if not given")
    parser.add_argument("--json", type=Path, help="write every run here")
    args = parser.parse_args()
    path = os.pathsep.join([*(str(Path(folder).resolve()) for folder in args.path), os.environ.get("PATH", "")])
    wanted = args.peers.split(",")
    peers = installed(wanted, path)
    if missing := [name for name in wanted if name not in peers]:
        print(f"not installed, so left out: {', '.join(missing)}", flush=True)
    if args.work:
        args.work.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.work) as folder:
        found = Path(folder, "runs.json")
        subprocess.run(command(args, peers, Path(folder), found), check=True)
        rows = json.loads(found.read_text(encoding="utf-8"))
    print("\n".join(["", *ratios(rows)]))
    if args.json:
        args.json.parent.mkdir(parents=True, exist_ok=True)
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
