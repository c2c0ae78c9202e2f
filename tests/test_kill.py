"""A build that is killed at any instant is mended by the next: the site is then that of a clean build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of

SECONDS = [float(s) for s in os.environ.get("KILLS", "0.15 0.7 0.9 1.1").split()]


def season(site: TestSite, score: str) -> None:
    """Forty reports of one season, all with this score."""
    teams = ("Atalanta", "Napoli", "Lazio", "Juventus")
    pairs = [(home, away) for home in teams for away in teams if home != away]
    days = [f"2021-0{1 + n // 12}-{1 + n % 12:02}" for n in range(40)]
    text = "Words. " * 300
    site.write({f"content/matches/{n}.md": report(*pairs[n % 12], score, date=day, text=text) for n, day in enumerate(days)})


@pytest.mark.parametrize("seconds", SECONDS)
def test_after_a_kill_the_next_build_is_clean(site: TestSite, seconds: float, tmp_path: Path) -> None:
    season(site, "1-0")
    site.build()
    season(site, "2-2")
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder", "build", "--jobs", "2", "--site", str(site.folder)],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    site.build()
    site.build(output=tmp_path / "clean")
    assert site.tree() == tree_of(tmp_path / "clean")
    assert "2–2" in site.page("index.html")


def test_two_builds_at_once_leave_the_site_of_one(site: TestSite) -> None:
    season(site, "1-0")
    command = [sys.executable, "-m", "site_builder", "build", "--jobs", "1", "--site", str(site.folder)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert {process.returncode for process in both} <= {0, 3}
    assert 0 in {process.returncode for process in both}
    assert "Traceback" not in "".join(said)
    assert site.build().written == 0
