"""A watch while much changes at once, or what everything rests on: afterwards the output is that of a clean build."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from figures import Figures, long_or_short
from serving import Watching, until, watching

REPORTS = long_or_short(5000, 60)
PATIENCE = long_or_short(600, 30)
CLUBS = [f"{place} {kind}" for place in ("Alba", "Borgo", "Costa", "Dorsa", "Elba", "Forte") for kind in ("Calcio", "1907", "FC")]
PAGE = "matches/2021/2021-02-10-atalanta-napoli.html"


def corpus(of: str) -> dict[str, str]:
    """Many reports; on the other branch a third of them is edited, a tenth is not there, and others are."""
    files = {}
    pairs = [(home, away) for home in CLUBS for away in CLUBS if home != away]
    for n in range(REPORTS):
        season, round_ = divmod(n, len(pairs))
        home, away = pairs[round_]
        is_other = of == "other"
        if is_other and n % 10 == 7:
            home, away = away, home
        path = f"content/matches/{2000 + season}/{n}{'-new' if is_other and n % 10 == 8 else ''}.md"
        score = f"{n % 4}-{(n + 1) % 3 if is_other and n % 3 == 0 else n % 2}"
        day = f"{2000 + season}-{1 + round_ // 28:02}-{1 + round_ % 28:02}"
        files[path] = report(
            home, away, score, date=day, competition="League", season=str(2000 + season), text=f"{of} " * (n % 3)
        )
    return files


def now(site: TestSite) -> dict[str, bytes]:
    """The output, which may be in the middle of being replaced; nothing then."""
    try:
        return site.tree()
    except FileNotFoundError:
        return {}


def git(site: TestSite, *words: str) -> None:
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=site.folder, env=environment, check=True, capture_output=True)


@pytest.fixture
def branches(site: TestSite, tmp_path: Path) -> dict[str, dict[str, bytes]]:
    """A repository with two branches; for each, the output of a clean build."""
    clean = {}
    git(site, "init", "-b", "main")
    for branch in ("main", "other"):
        if branch == "other":
            git(site, "checkout", "-b", branch)
            shutil.rmtree(site.folder / "content/matches")
        site.write({".gitignore": "output/\n.site-builder-cache/\n", **corpus(branch)})
        git(site, "add", ".")
        git(site, "commit", "-m", branch)
        site.build(output=tmp_path / branch, cache=tmp_path / "cache" / branch, jobs=2)
        clean[branch] = tree_of(tmp_path / branch)
    git(site, "checkout", "main")
    return clean


def test_a_checkout_of_many_files_ends_in_the_output_of_a_clean_build(
    site: TestSite, branches: dict[str, dict[str, bytes]], figures: Figures
) -> None:
    assert branches["main"] != branches["other"]
    with watching(site, "--jobs", "2", patience=PATIENCE) as watch:
        for route in (["other"], ["main"], ["other", "main", "other"]):
            for branch in route:
                git(site, "checkout", branch)
                time.sleep(0.3)  # in the middle of its build
            began = time.monotonic()
            wanted = branches[route[-1]]
            until(lambda: now(site) == wanted, f"the site of {route[-1]}", PATIENCE)  # noqa: B023 - it is over with the turn
            figures.worst("watching: seconds to follow a checkout", time.monotonic() - began)
        assert "Traceback" not in watch.said
    figures.add("watching: reports of two branches checked out", REPORTS)


class Desk:
    """A site that is watched, and a clean build to compare with."""

    def __init__(self, site: TestSite, watch: Watching, folder: Path) -> None:
        self.site = site
        self.watch = watch
        self.folder = folder
        self.problems = 0

    def is_wrong(self, what: str) -> None:
        """Until the problem is told, with the output as before."""
        before = self.site.tree()
        until(lambda: self.watch.said.count("output/ is as before") > self.problems, what)
        self.problems = self.watch.said.count("output/ is as before")
        assert self.site.tree() == before

    def is_clean(self, what: str) -> None:
        """Until the output is that of a clean build."""
        for name in ("clean", "cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        self.site.build(output=self.folder / "clean", cache=self.folder / "cache")
        wanted = tree_of(self.folder / "clean")
        until(lambda: now(self.site) == wanted, what)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk")
    site = TestSite(folder / "site")
    site.write(
        {
            "content/matches/a.md": report(text="Words."),
            "content/teams/napoli.md": "---\nname: Napoli\n---\n",
            "site.toml": 'title = "One"\n',
            "templates/partials/footer.html": "<footer>One</footer>\n",
        }
    )
    with watching(site) as watch:
        yield Desk(site, watch, folder)
    assert "Traceback" not in watch.said


UPHEAVALS: dict[str, tuple[str, str, str]] = {
    "a report": ("content/matches/a.md", report(competiton="x"), report(text="Other words.")),
    "a template": ("templates/partials/footer.html", "<footer>{% if %}</footer>\n", "<footer>Two</footer>\n"),
    "a template's variable": ("templates/partials/footer.html", "{{ nowhere }}\n", "<footer>Three</footer>\n"),
    "the settings": ("site.toml", "title = \n", 'title = "Two"\n'),
    "a key of the settings": ("site.toml", 'titel = "Two"\n', 'title = "Three"\n'),
}


def test_what_is_broken_is_told_and_what_is_mended_is_built(desk: Desk, figures: Figures) -> None:
    for name, (path, broken, mended) in UPHEAVALS.items():
        desk.site.write({path: broken})
        desk.is_wrong(f"{name} is broken")
        desk.site.write({path: mended})
        desk.is_clean(f"{name} is mended")
        figures.add("watching: broken and mended, gone and back", 1)


def test_what_is_gone_and_comes_back_is_as_it_was(desk: Desk, figures: Figures) -> None:
    aside = desk.folder / "aside"
    moves: dict[str, Callable[[str], None]] = {
        "site.toml": desk.is_clean,
        "templates": desk.is_clean,
        "templates/partials/footer.html": desk.is_clean,
        "content/teams": desk.is_clean,
        "content/matches": desk.is_clean,
        "content": desk.is_wrong,
    }
    for path, then in moves.items():
        (desk.site.folder / path).rename(aside)
        then(f"{path} is gone")
        aside.rename(desk.site.folder / path)
        desk.is_clean(f"{path} is back")
        figures.add("watching: broken and mended, gone and back", 1)


@pytest.mark.parametrize("folder", ["output", ".site-builder-cache"])
def test_what_was_built_is_built_again_with_the_next_edit_if_somebody_deletes_it(desk: Desk, folder: str) -> None:
    shutil.rmtree(desk.site.folder / folder)
    desk.site.write({"content/matches/a.md": report(text="After that.")})
    desk.is_clean(f"the edit after {folder} was deleted")


def test_an_edit_while_a_build_runs_is_not_lost(desk: Desk) -> None:
    for n in range(30):
        desk.site.write({"content/matches/a.md": report(text=f"Version {n}.")})
        time.sleep(0.05)
    desk.is_clean("the last of them")
    assert "Version 29." in desk.site.page(PAGE)
