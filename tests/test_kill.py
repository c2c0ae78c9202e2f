"""A build or a watch that is killed at any instant is mended by the next build: the site is then that of a clean build."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from figures import Figures, long_or_short
from serving import until, watching

SCORES = ("1-0", "2-2")
TEAMS = ("Atalanta", "Napoli", "Lazio", "Juventus")
PAIRS = [(home, away) for home in TEAMS for away in TEAMS if home != away]


def season(site: TestSite, score: str) -> None:
    """Forty reports of one season, all with this score."""
    days = [f"2021-0{1 + n // 12}-{1 + n % 12:02}" for n in range(40)]
    files = {f"content/matches/{n}.md": report(*PAIRS[n % 12], score, date=days[n], text="Words. " * 300) for n in range(40)}
    site.write(files)


def until_all_ended(processes: set[int]) -> None:
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes), "the processes below end with it")


class Season:
    """The site with each score as a clean build gives it, and how long that takes."""

    def __init__(self, folder: Path) -> None:
        self.chance = random.Random(1887)
        self.site = TestSite(folder / "site")
        self.clean: dict[str, dict[str, bytes]] = {}
        for score in SCORES:
            season(self.site, score)
            began = time.monotonic()
            assert self.site.command("build", "--jobs", "2").returncode == 0
            self.seconds = time.monotonic() - began
            self.site.build(output=folder / score, cache=folder / "no-cache" / score)
            self.clean[score] = tree_of(folder / score)
        self.score = SCORES[-1]

    def edit(self) -> None:
        """Go over to the other score."""
        self.score = SCORES[1 - SCORES.index(self.score)]
        season(self.site, self.score)

    def holds(self, *, is_mixed: bool = False) -> None:
        """After a kill: each page is that of one build or the other, and the next build makes the site of a clean one.

        ``is_mixed`` where builds may have begun while only some files were edited: then each page is whole at least.
        """
        for path, data in self.site.tree().items():
            if not is_mixed:
                assert data in [clean.get(path) for clean in self.clean.values()], path
            assert not path.endswith(".html") or data.endswith(b"</html>\n"), path
        self.site.build()
        assert self.site.tree() == self.clean[self.score]
        assert list((self.site.output / ".site-builder").glob("staging/*")) == []


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Season:
    return Season(tmp_path_factory.mktemp("killed"))


def test_after_kills_the_next_build_is_clean(killed: Season, figures: Figures) -> None:
    for number in range(long_or_short(80, 3)):
        killed.edit()
        for _ in range(1 + number % 2):  # also one kill after the other
            process = subprocess.Popen(
                [sys.executable, "-m", "site_builder", "build", "--jobs", "2", "--site", str(killed.site.folder)],
                start_new_session=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            time.sleep(killed.chance.uniform(0.2, 1.0) * killed.seconds)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            figures.add("faults: kills of a build", 1)
        killed.holds()


def test_after_a_watch_was_killed_the_next_build_is_clean(killed: Season, figures: Figures) -> None:
    for number in range(long_or_short(80, 1)):
        with watching(killed.site) as watch:
            for _ in range(killed.chance.randrange(1, 3)):
                killed.edit()
                time.sleep(killed.chance.uniform(0, 0.8) * killed.seconds)
            below = watch.below()
            (os.kill if number % 2 else os.killpg)(watch.process.pid, signal.SIGKILL)  # what is left ends by itself
            watch.process.wait()
        until_all_ended(below)
        figures.add("faults: kills of a watch", 1)
        killed.holds(is_mixed=True)


def test_two_builds_at_once_leave_the_site_of_one(site: TestSite) -> None:
    season(site, "1-0")
    command = [sys.executable, "-m", "site_builder", "build", "--jobs", "1", "--site", str(site.folder)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert {process.returncode for process in both} <= {0, 3}
    assert 0 in {process.returncode for process in both}
    assert "Traceback" not in "".join(said)
    assert site.build().written == 0
