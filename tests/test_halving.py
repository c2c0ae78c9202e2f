"""Pages made by two processes are those that one makes, whatever becomes of the second."""

from __future__ import annotations

import os
import signal
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from site_builder import halving
from site_builder.forks import forked
from site_builder.looking import Look
from site_builder.outcome import Options, ProblemsInContent
from site_builder.pages.keys import PageKey
from site_builder.problems import Place, Problem
from site_builder.production import Made, Workshop
from site_builder.revision import revised

TEAMS = ("Atalanta", "Napoli", "Roma", "Lazio", "Inter")
GAMES = [(home, away) for home in TEAMS for away in TEAMS if home != away]
FIRST = "content/matches/Atalanta-Napoli.md"


@pytest.fixture
def season(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> TestSite:
    """A site that was built, with a first match that all others come after; nothing else runs in this process."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    for day, (home, away) in enumerate(GAMES, 1):
        text = report(home, away, "2-1", date=f"2021-02-{day:02}", competition="Serie A", text=f"Words on [[{away}]].")
        site.write({f"content/matches/{home}-{away}.md": text})
    site.build()
    return site


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that this process made."""
    found: list[str] = []
    make = Workshop.make

    def noted(self: Workshop, key: PageKey) -> object:
        found.append(key.path)
        return make(self, key)

    monkeypatch.setattr(Workshop, "make", noted)
    return found


def edited(season: TestSite, score: str, jobs: int = 2) -> int:
    """Edit the first match, build, and give how many files were written."""
    season.write({FIRST: (season.folder / FIRST).read_text(encoding="utf-8").replace("score: ", f"score: {score} # ")})
    built = revised(Look(Options(season.folder, season.output, jobs=jobs)))
    assert built
    return built.written


def is_as_clean(season: TestSite, folder: Path) -> bool:
    season.build(output=folder / "clean", cache=folder / "cache")
    return season.tree() == tree_of(folder / "clean")


def test_each_process_makes_its_half_and_a_later_edit_finds_the_traces_of_both(
    season: TestSite, asked: list[str], tmp_path: Path
) -> None:
    written = edited(season, "0-4")
    assert written >= halving.LEAST
    assert 0 < len(asked) < written
    assert is_as_clean(season, tmp_path / "a")
    edited(season, "5-5")
    assert is_as_clean(season, tmp_path / "b")


def test_with_one_job_or_few_pages_there_is_no_second_process(
    season: TestSite, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert edited(season, "0-4", jobs=1) <= len(asked)
    asked.clear()
    monkeypatch.setattr(halving, "LEAST", 1000)
    assert edited(season, "5-5") <= len(asked)


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(0), lambda: 1 / 0])
def test_what_the_second_does_not_tell_is_made_by_the_first(
    season: TestSite, asked: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, end: object
) -> None:
    here, made = os.getpid(), Workshop.made

    def ending(self: Workshop, keys: tuple[PageKey, ...]) -> Made:
        if os.getpid() != here:
            made(self, keys[:3])
            end()  # type: ignore[operator]  # a way to end
        return made(self, keys)

    monkeypatch.setattr(Workshop, "made", ending)
    assert edited(season, "0-4") <= len(asked)
    assert is_as_clean(season, tmp_path)


def test_a_fault_that_only_the_second_met_is_told_and_nothing_is_published(
    season: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, fault = os.getpid(), Problem("template-error", Place("templates/pages/team.html", 3, key=("a", 1)), "no", "Mend it.")

    def faulty(self: Workshop, keys: tuple[PageKey, ...]) -> Made:
        return made(self, keys) if os.getpid() == here else Made(problems=(fault,))

    made, before = Workshop.made, season.tree()
    monkeypatch.setattr(Workshop, "made", faulty)
    with pytest.raises(ProblemsInContent) as stopped:
        edited(season, "0-4")
    assert [(one.code, one.place, one.message, one.fix) for one in stopped.value.problems] == [
        (fault.code, fault.place, fault.message, fault.fix)
    ]
    assert season.tree() == before


def test_the_second_ends_with_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    children: list[int] = []
    fork = os.fork

    def noted() -> int:
        children.append(fork())
        return children[-1]

    monkeypatch.setattr(os, "fork", noted)

    class Slow:
        """A workshop that takes its time."""

        read = property(lambda _: Slow())

        def taken(self) -> None:
            time.sleep(60)

    with forked(partial(halving._make, Slow(), ()), jobs=2) as line:  # type: ignore[arg-type]  # as a workshop does
        assert line
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), line.speaking)  # as if this process were gone
        assert os.waitstatus_to_exitcode(os.waitpid(children[-1], 0)[1]) == 1
