"""A site that stays in memory makes after an edit what the edit concerns, whatever came before it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from builders import TestSite, no_bar, report
from edited_season import PAIRS, league_match, page_of, path_of
from site_builder import living, production, turnout
from site_builder.content import rereading
from site_builder.living import LivingSite
from site_builder.outcome import Options, ProblemsInContent
from site_builder.rendering import time_limit
from site_builder.rendering.templates import Theme, render


class Living:
    """A season in memory, and the way to compare it with a clean build."""

    def __init__(self, folder: Path) -> None:
        self.site = TestSite(folder / "site")
        self.site.write({path_of(n): league_match(n) for n in range(len(PAIRS))})
        self.memory = LivingSite(Options(self.site.folder, jobs=1), no_bar)
        self.memory.build(None)
        self.memory.settle()
        self.folder = folder

    def after(self, files: dict[str, str]) -> set[str]:
        """The paths that changed after an edit."""
        self.site.write(files)
        return set(self.memory.build(files).changed)

    def assert_clean(self) -> None:
        clean = TestSite(self.folder / "clean")
        self.site.build(output=clean.output, cache=self.folder / "cache")
        assert self.site.tree() == clean.tree()


@pytest.fixture
def season(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Living:
    season = Living(tmp_path)

    def never(*_: object) -> None:
        raise AssertionError("this edit needs no look at the whole")

    monkeypatch.setattr(living, "turn_anything_out", never)
    monkeypatch.setattr(living, "turn_out", never)
    return season


def test_edits_one_after_the_other_make_their_pages_and_no_others(season: Living) -> None:
    assert season.after({path_of(3): league_match(3, text="A match.\n\nAs there are few.")}) == {page_of(3)}
    assert page_of(9) in season.after({path_of(9): league_match(9, "5-1")})
    assert page_of(9) in season.after({path_of(9): league_match(9, "1-5")})
    assert season.after({path_of(3): league_match(3, text="A match.\n\nAs there are none.")}) == {page_of(3)}
    assert season.after({path_of(3): league_match(3, text="A match.\n\nAs there are none.")}) == set()
    season.assert_clean()


def test_several_edits_at_once_are_one_build(season: Living) -> None:
    changed = season.after({path_of(n): league_match(n, "0-4") for n in (2, 5, 7)})
    assert {page_of(2), page_of(5), page_of(7)} <= changed
    season.assert_clean()


def test_a_mistake_stops_its_build_and_is_remembered_until_it_is_mended(season: Living) -> None:
    season.site.write({path_of(3): league_match(3, text="A match.\n\nOf errors.", competiton="x")})
    for others in ({path_of(3)}, {path_of(4)}):
        season.site.write({path_of(4): league_match(4, text="A match.\n\nBeside it.")})
        with pytest.raises(ProblemsInContent) as raised:
            season.memory.build(others)
        assert [problem.code for problem in raised.value.problems] == ["unknown-key"]
    assert season.after({path_of(3): league_match(3, text="A match.\n\nMended.")}) == {page_of(3), page_of(4)}
    season.assert_clean()


def test_what_is_kept_on_disk_when_nobody_waits_serves_the_next_start(season: Living) -> None:
    season.after({path_of(9): league_match(9, "5-1")})
    assert season.memory.settle()
    assert season.site.build().written == 0
    season.assert_clean()


def test_a_start_from_before_the_last_edits_makes_what_they_touched(season: Living) -> None:
    season.after({path_of(9): league_match(9, "5-1")})
    season.site.write({path_of(9): league_match(9)})
    assert page_of(9) in season.site.build().changed
    season.assert_clean()


def test_an_output_that_somebody_else_changed_is_told(season: Living) -> None:
    assert season.memory.settle()
    season.site.output.joinpath(page_of(4)).unlink()
    assert not season.memory.settle()


def test_what_reaches_further_is_built_as_a_whole(tmp_path: Path) -> None:
    season = Living(tmp_path)
    season.after({path_of(3): league_match(3, "0-1")})
    new = "content/matches/late.md"
    assert "matches/2021/2021-03-20-lazio-juventus.html" in season.after({new: report("Lazio", "Juventus", date="2021-03-20")})
    season.memory.settle()
    season.after({path_of(3): league_match(3, "2-1")})
    season.site.remove(new)
    season.memory.build({new})
    season.assert_clean()


def test_a_day_of_writing_leaves_no_more_in_memory_than_an_hour(season: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turnout, "MANY_EDITS", 8)
    monkeypatch.setattr(rereading, "MOST_VERSIONS", 8)
    for number in range(40):
        assert page_of(number % 2) in season.after({path_of(number % 2): league_match(number % 2, text=f"Edit {number}.")})
    assert season.memory.turned
    assert len(season.memory.turned.last.since) < 16
    assert len(season.memory.turned.last.traces.blocks) < 24
    assert season.memory.shelf
    assert len(season.memory.shelf._known) <= 10  # noqa: SLF001 - what it holds on to
    assert page_of(9) in season.after({path_of(9): league_match(9, "5-1")})
    season.assert_clean()
    assert season.memory.settle()
    assert season.site.build().written == 0


def test_a_template_that_does_not_end_stops_no_watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    season, page = Living(tmp_path), "templates/pages/match.html"
    season.after({page: f"{{% extends '!default/{page.removeprefix('templates/')}' %}}"})
    monkeypatch.setattr(time_limit, "SECONDS_A_PAGE", 0.05)
    tried: list[str] = []

    def noted(theme: Theme, template: str, *more: Any) -> bytes:  # noqa: ANN401 - handed on
        tried.append(template)
        return render(theme, template, *more)

    monkeypatch.setattr(production, "render", noted)
    with pytest.raises(ProblemsInContent) as stopped:
        season.after({page: "{% for one in range(10 ** 12) %}{% endfor %}"})
    assert [problem.code for problem in stopped.value.problems] == ["template-loop"]
    assert tried.count("pages/match.html") == 1
    season.after({page: "{% extends '!default/pages/match.html' %}"})
    season.assert_clean()


def test_an_output_that_was_deleted_is_built_again(season: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    shutil.rmtree(season.site.output)
    assert page_of(3) in season.after({path_of(3): league_match(3, text="A match.\n\nAfter all.")})
    season.assert_clean()
