"""Sites as values: a test says which files there are, builds, edits and builds again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.build import build_site, check_site
from site_builder.outcome import Built, Options, ProblemsInContent
from site_builder.problems import Problem

REPORT = """---
date: {date}
competition: {competition}
season: {season}
home: {home}
away: {away}
{more}---
{text}
"""


def report(
    home: str = "Atalanta",
    away: str = "Napoli",
    score: str | None = "3-1",
    *,
    date: str = "2021-02-10",
    competition: str = "Coppa Italia",
    season: str = "2020-21",
    text: str = "",
    **more: str,
) -> str:
    """A match report; ``more`` are further keys with their values as YAML."""
    given = {"score": score, **more} if score else more
    lines = "".join(f"{key}: {value}\n" for key, value in given.items())
    return REPORT.format(date=date, competition=competition, season=season, home=home, away=away, more=lines, text=text)


class NoBar:
    """Progress that nobody looks at."""

    def update(self, n_steps: int) -> None:
        """Nothing moves."""


def no_bar(_total: int) -> nullcontext[NoBar]:
    return nullcontext(NoBar())


@dataclass
class TestSite:
    """A site in a folder. ``files`` are paths below it and their texts or bytes."""

    __test__ = False

    folder: Path
    output: Path = field(init=False)

    def __post_init__(self) -> None:
        self.output = self.folder / "output"
        (self.folder / "content").mkdir(parents=True, exist_ok=True)

    def write(self, files: Mapping[str, str | bytes]) -> TestSite:
        for path, data in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data.encode() if isinstance(data, str) else data)
        return self

    def remove(self, *paths: str) -> TestSite:
        for path in paths:
            (self.folder / path).unlink()
        return self

    def build(self, **options: object) -> Built:
        return build_site(self._options(options), no_bar)

    def problems(self, **options: object) -> tuple[Problem, ...]:
        """What a check finds."""
        return check_site(self._options(options), (), no_bar)

    def refused(self, **options: object) -> ProblemsInContent:
        """What stops a build that has to fail."""
        try:
            self.build(**options)
        except ProblemsInContent as found:
            return found
        raise AssertionError("the build should have been stopped")

    def _options(self, options: Mapping[str, object]) -> Options:
        return Options(site=self.folder, **{"jobs": 1, **options})  # type: ignore[arg-type]  # the test's own words

    def page(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")

    def told(self, path: str) -> str:
        """A page without the marks that keep scores in sentences together."""
        return together(self.page(path))

    def tree(self) -> dict[str, bytes]:
        """Every published file and its bytes."""
        return tree_of(self.output)

    def command(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """The command line, in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "site_builder", *words],
            cwd=self.folder,
            env={**os.environ, "NO_COLOR": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )


def together(html: str) -> str:
    """A page's source without the marks that keep scores in sentences together: they are no part of what it says."""
    return re.sub('<span class="unbroken">([^<]*)</span>', r"\1", html)


def tree_of(folder: Path) -> dict[str, bytes]:
    """Files below a folder but what site-builder keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".site-builder" not in path.parts
    }
