"""A league season that is built once and then edited; what each build gives is held against a build from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from builders import TestSite, report
from site_builder import build as spine
from site_builder import preparation
from site_builder.outcome import Built
from site_builder.pages.keys import PageKey
from site_builder.production import Workshop

TEAMS = ("Atalanta", "Napoli", "Lazio", "Juventus")
PAIRS = tuple(permutations(TEAMS, 2))
GOALS = "{home: \"Duván Zapata 10' Matteo Pessina 16', 78'\", away: \"Hirving Lozano 53'\"}"


def path_of(number: int) -> str:
    return f"content/matches/{number:02}.md"


def league_match(number: int, score: str = "2-1", text: str = "A match.\n\nAs there are many.", **more: str) -> str:
    """One of the matches of a season in which everybody meets everybody twice, a match a day."""
    home, away = PAIRS[number]
    return report(home, away, score, competition="Serie A", date=f"2021-02-{number + 1:02}", text=text, **more)


def page_of(number: int) -> str:
    home, away = (team.lower() for team in PAIRS[number])
    return f"matches/2021/2021-02-{number + 1:02}-{home}-{away}.html"


class Season:
    """A league season and a cup match, built once; counts the pages that later builds make."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = TestSite(folder / "site")
        self.site.write({path_of(n): league_match(n) for n in range(len(PAIRS))})
        self.site.write({"content/matches/cup.md": report(date="2021-01-20", text="A cup tie.", goals=GOALS)})
        self.clean = TestSite(folder / "clean")
        self.made: list[str] = []
        self.is_linked_anew = False
        self._count(monkeypatch)
        self.site.build()

    def _count(self, monkeypatch: pytest.MonkeyPatch) -> None:
        make: Callable[[Workshop, PageKey], object] = Workshop.make
        prepare = preparation.prepare

        def counted(workshop: Workshop, key: PageKey) -> object:
            self.made.append(key.path)
            return make(workshop, key)

        def noted(*args: object, **more: object) -> object:
            self.is_linked_anew = True
            return prepare(*args, **more)  # type: ignore[arg-type]  # as it was called

        monkeypatch.setattr(Workshop, "make", counted)
        monkeypatch.setattr(spine, "prepare", noted)

    def after(self, files: dict[str, str], **options: object) -> Built:
        """Edit and build again; the output has to be that of a build from nothing."""
        self.site.write(files)
        self.made.clear()
        self.is_linked_anew = False
        built = self.site.build(**options)
        made, anew = list(self.made), self.is_linked_anew
        shutil.rmtree(self.clean.folder)
        self.clean.output = self.clean.folder / "output"
        self.site.build(output=self.clean.output, cache=self.clean.folder / "cache", **options)
        assert self.site.tree() == self.clean.tree()
        self.made, self.is_linked_anew = made, anew
        return built
