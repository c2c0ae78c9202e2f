"""What the benchmarks share: commands with their figures, and a corpus of reports with edits whose traces can be found.

Linux only, since memory and processor time are read from `/proc`. Nothing is
printed and nothing is judged here.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from msgspec import Struct

from site_builder.content.slugs import slugify

BASE_URL = "https://example.org"
_TICK = os.sysconf("SC_CLK_TCK")
_SAMPLING = 0.1
_EDITED = 10
"""The report that is edited: the tenth latest, which the home page lists too."""


class CommandFailed(Exception):
    """A measured command did not end well; the text says which, and what it printed last."""


class Figures(Struct, frozen=True):
    """What a command took: ``wall`` and ``cpu`` in seconds (with all it started), ``peak_mib`` of all its processes together."""

    wall: float
    cpu: float
    peak_mib: float

    @staticmethod
    def middle(runs: list[Figures]) -> Figures:
        """The medians of several runs, of memory the most."""
        return Figures(median(r.wall for r in runs), median(r.cpu for r in runs), max(r.peak_mib for r in runs))


def site_builder(site: Path, *words: str, output: Path | None = None) -> list[str]:
    """The command line of this environment's site-builder for a site; its cache lies beside the site."""
    command = [sys.executable, "-m", "site_builder", *words, "--site", str(site), "--base-url", BASE_URL]
    return [*command, "--output", str(output or site / "output"), "--cache", str(site / "cache")]


def measured(command: list[str], log: Path) -> Figures:
    """Run a command in a session of its own. Raises `CommandFailed` unless its exit status is 0."""
    out = (os.POSIX_SPAWN_OPEN, 1, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    began = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[out, (os.POSIX_SPAWN_DUP2, 1, 2)], setsid=True)
    memory = _Memory(pid)
    memory.start()
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - began
    memory.over.set()
    memory.join()
    if os.waitstatus_to_exitcode(status):
        raise CommandFailed(f"{' '.join(command)}\n{log.read_text(encoding='utf-8')[-2000:]}")
    return Figures(wall, usage.ru_utime + usage.ru_stime, max(memory.peak_kib, usage.ru_maxrss) / 1024)


class _Memory(threading.Thread):
    """Looks at the memory of a session until told that it is over."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak_kib, self.over = session, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(_SAMPLING):
            self.peak_kib = max(self.peak_kib, sum(map(_memory_of, _processes(self.session))))


def _processes(session: int) -> Iterator[Path]:
    """The folders in `/proc` of the live processes of a session."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        if (fields := _fields(stat)) and int(fields[3]) == session:
            yield stat.parent


def _fields(stat: Path) -> list[str]:
    """What stands behind a process's name; nothing of one that is gone."""
    try:
        return stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def _memory_of(process: Path) -> int:
    """KiB of a process, pages that several share divided among them."""
    try:
        found = re.search(r"^Pss:\s+(\d+)", (process / "smaps_rollup").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0


def cpu_of(session: int) -> float:
    """The processor seconds that the live processes of a session, and those that they waited for, have used so far."""
    fields = (_fields(process / "stat") for process in _processes(session))
    return sum(sum(map(int, found[11:15])) for found in fields if found) / _TICK


def wait_until_idle(session: int, limit: float) -> None:
    """Return when a session has used next to no processor for a while, at the latest after ``limit`` seconds."""
    deadline = time.perf_counter() + limit
    used = cpu_of(session)
    while time.perf_counter() < deadline:
        time.sleep(0.6)
        before, used = used, cpu_of(session)
        if used - before < 0.2:
            return


def write_corpus(bench: Path, matches: int, site: Path) -> None:
    """Write that many reports on real matches to ``site/content``, with the corpus' own script."""
    words = ["--flavour", "site-builder", "--matches", str(matches), "--out", str(site)]
    subprocess.run([sys.executable, str(bench / "corpus.py"), *words], check=True)


def tree(output: Path) -> dict[str, str]:
    """Every published file with a digest of its bytes."""
    return {
        path.relative_to(output).as_posix(): hashlib.blake2b(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and ".site-builder" not in path.parts
    }


class Report:
    """A report of the corpus that is edited again and again, each time so that the new text can be found in its pages."""

    def __init__(self, site: Path) -> None:
        self.path = sorted((site / "content" / "matches").glob("*/*.md"))[-_EDITED]
        self._text = self.path.read_text(encoding="utf-8")
        self._edits = 0

    def edit(self, kind: str) -> str:
        """Save a ``prose`` or a ``score`` edit; returns what shows it."""
        self._edits += 1
        if kind == "prose":
            mark = f"Corrected note number {self._edits}."
            self._save(f"{self._text}\n{mark}\n")
            return mark
        mark = f"{20 + self._edits % 70}-{20 + self._edits // 70}"  # a score that no match ever had
        self._save(re.sub(r"^score: .*$", f'score: "{mark}"', self._text, count=1, flags=re.MULTILINE))
        return mark

    def restore(self) -> None:
        """As it was before the first edit."""
        self._save(self._text)

    def _save(self, text: str) -> None:
        """As editors do: a new file in the old one's place, never half written."""
        beside = self.path.with_name(".edited")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.path)

    def pages(self, output: Path, kind: str) -> list[Path]:
        """The pages that an edit must reach: the match's, and after a score edit those of both teams and the competition."""
        own = output / "matches" / self.path.parent.name / f"{self.path.stem}.html"
        if kind == "prose":
            return [own]
        teams = [output / "teams" / f"{slugify(self._fact(side))}.html" for side in ("home", "away")]
        return [own, *teams, output / "competitions" / f"{slugify(self._fact('competition'))}.html"]

    def _fact(self, key: str) -> str:
        found = re.search(rf'^{key}: "(.*)"$', self._text, re.MULTILINE)
        assert found, f"{self.path} has no {key}"
        return found[1]


def shows(page: Path, mark: str) -> bool:
    """Whether a page's text holds a mark, whatever its tags, spaces and dashes."""
    try:
        html = page.read_text(encoding="utf-8")
    except OSError:
        return False
    return _plain(mark) in _plain(re.sub(r"<[^>]*>", "", html))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("–", "-")
