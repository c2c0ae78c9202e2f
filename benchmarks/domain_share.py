"""How much of a build is football: the share of the football room in all processor time, from a profile.

    python benchmarks/domain_share.py content/results/results.csv …

Takes files of bulk results (the 49,520 internationals in `results.csv` with
`goalscorers.csv` and `shootouts.csv` beside it, say), builds a site of nothing
else in one process under the profiler, and prints the seconds of each room. Time
in built-in functions counts for the room that called them.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import shutil
import tempfile
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from site_builder.build import build_site
from site_builder.outcome import Built, Options


class NoBar:
    """Progress that nobody looks at."""

    def update(self, n_steps: int) -> None:
        """Nothing moves."""


def room_of(file: str) -> str:
    """``football`` for a file of that room, the package's name for a library, empty for what is built in."""
    parts = Path(file).parts
    if "site_builder" in parts and "site-packages" not in parts:
        inside = parts[len(parts) - parts[::-1].index("site_builder") :]
        return inside[0] if len(inside) > 1 else inside[0].removesuffix(".py")
    if file.startswith(("~", "<")):
        return ""
    return f"library {parts[parts.index('site-packages') + 1]}" if "site-packages" in parts else "standard library"


def shares(profile: cProfile.Profile) -> Counter[str]:
    """Seconds by room, built-in functions divided among their callers."""
    stats: dict[tuple[str, int, str], Any] = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # documented, not typed
    seconds: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        if room_of(file):
            seconds[room_of(file)] += own
            continue
        for (caller, _, _), (_, _, own_there, _) in callers.items():
            seconds[room_of(caller) or "built in"] += own_there
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", nargs="+", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "content", "results")
        target.mkdir(parents=True)
        for file in args.results:
            shutil.copy(file, target)
        profile = cProfile.Profile()
        built: Built = profile.runcall(build_site, Options(site=Path(folder), jobs=1), lambda _: nullcontext(NoBar()))
        seconds = shares(profile)
    print(built.summary)
    total = seconds.total()
    for room, spent in seconds.most_common(12):
        print(f"{spent:8.1f} s  {spent / total:6.1%}  {room}")
    share = seconds["football"] / total
    print(f"the football room's share is {share:.1%}: {'under' if share < 1 / 3 else 'NOT under'} a third")


if __name__ == "__main__":
    main()
