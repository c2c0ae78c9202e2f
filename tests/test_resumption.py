"""A build after an edit makes the pages that the edit concerns, and no others; the output is that of a clean build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from builders import TestSite, report
from site_builder import build as spine
from site_builder import last_build, preparation, revision
from site_builder.last_build import FOLDER
from site_builder.looking import Look
from site_builder.outcome import Built, Options, WrongSettings
from site_builder.pages.keys import PageKey
from site_builder.problems import Severity
from site_builder.production import Workshop
from site_builder.standstill import standing_still

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


@pytest.fixture
def season(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Season:
    return Season(tmp_path, monkeypatch)


def test_what_is_written_of_a_team_is_nothing_to_pages_that_only_name_it(season: Season) -> None:
    team = {"content/teams/atalanta.md": "---\nname: Atalanta\n---\n\nA club of Bergamo."}
    season.after(team)
    built = season.after({path: text.replace("A club", "The club") for path, text in team.items()})
    assert "teams/atalanta.html" in built.changed
    assert not {"people/matteo-pessina.html", "matches/2021/2021-02.html"} & set(season.made)
    season.after({path: text.replace("name: Atalanta", "name: Atalanta\nnames: [{name: La Dea}]") for path, text in team.items()})
    assert {"people/matteo-pessina.html", "matches/2021/2021-02.html"} <= set(season.made)


def test_where_nothing_changed_nothing_is_linked_or_made(season: Season) -> None:
    built = season.after({})
    assert (season.made, season.is_linked_anew, built.written) == ([], False, 0)
    assert built.matches == len(PAIRS) + 1


def test_an_edit_of_prose_makes_one_page(season: Season) -> None:
    built = season.after({path_of(3): league_match(3, text="A match.\n\nAs there are few.")})
    assert not season.is_linked_anew
    assert built.changed == (page_of(3),)
    # Looked at as well is what announces the report, and what stands beside the page.
    assert len(season.made) <= 7


def test_another_excerpt_shows_where_the_report_is_announced(season: Season) -> None:
    built = season.after({path_of(11): league_match(11, text="Another beginning.\n\nAs there are many.")})
    assert not season.is_linked_anew
    assert {page_of(11), "index.html"} <= set(built.changed)
    assert not [path for path in built.changed if path.startswith("matches/") and path != page_of(11)]


def test_another_score_is_right_on_every_page_and_touches_no_earlier_match(season: Season) -> None:
    home, away = PAIRS[9]
    built = season.after({path_of(9): league_match(9, "5-1")})
    assert not season.is_linked_anew
    pages = {page_of(9), f"teams/{home.lower()}.html", f"teams/{away.lower()}.html", "competitions/serie-a/2020-21.html"}
    assert pages <= set(built.changed)
    assert page_of(10) in built.changed, "its table as it stood counts this match"
    earlier = {page_of(n) for n in range(9)} - {page_of(n) for n in range(9) if set(PAIRS[n]) & {home, away}}
    assert not earlier & set(season.made)
    assert "matches/2021/2021-01-20-atalanta-napoli.html" not in built.changed


def test_a_goal_more_of_the_same_players_is_linked_as_before(season: Season) -> None:
    goals = GOALS.replace("78'", "78', 90'")
    built = season.after({"content/matches/cup.md": report(date="2021-01-20", score="4-1", text="A cup tie.", goals=goals)})
    assert not season.is_linked_anew
    assert "people/matteo-pessina.html" in built.changed


@pytest.mark.parametrize(
    "edited",
    [
        report(
            date="2021-01-20",
            text="A cup tie.",
            goals="{home: \"Duván Zapata 10' Josip Iličić 16', 78'\", away: \"Hirving Lozano 53'\"}",
        ),
        report(date="2021-01-21", text="A cup tie.", goals=GOALS),
        report(date="2021-01-20", text="A cup tie.", goals=GOALS, venue="Gewiss Stadium"),
        report(date="2021-01-20", text="A cup tie.", goals=GOALS, author="Gianni Brera"),
        report(date="2021-01-20", text="", goals=GOALS),
        report(date="2021-01-20", score=None, text="A cup tie."),
        report(date="2021-01-20", text="A cup tie.", goals=GOALS, redirects="[old/cup.html]"),
    ],
)
def test_what_others_see_is_linked_anew(season: Season, edited: str) -> None:
    season.after({"content/matches/cup.md": edited})
    assert season.is_linked_anew
    assert season.after({}).written == 0
    assert not season.is_linked_anew


def test_a_new_report_makes_what_names_it_and_leaves_the_rest(season: Season) -> None:
    season.after({"content/matches/late.md": report("Lazio", "Juventus", date="2021-03-20", text="Late.")})
    assert page_of(0) not in season.made
    assert "matches/2021/2021-03-20-lazio-juventus.html" in season.made


def test_a_row_of_results_keeps_a_report_from_being_taken_alone(season: Season) -> None:
    row = "= Coppa Italia 2020/21\n\n▪ Semi-finals\nWed Jan 20 2021\n  Atalanta v Napoli 3-1\n"
    season.after({"content/results/cup.txt": row})
    season.site.write({"content/matches/cup.md": report(date="2021-01-20", score="2-1", text="A cup tie.")})
    assert [problem.code for problem in season.site.refused().problems] == ["contradiction"]


def test_warnings_stay_go_and_come(season: Season) -> None:
    few = league_match(2, "4-0", goals='{home: "Duván Zapata 10\'"}')
    first = season.after({path_of(2): few})
    assert season.after({}).problems == first.problems
    other = season.after({path_of(3): league_match(3, text="A match.\n\nOf many words.")})
    assert other.problems == first.problems
    assert {problem.severity for problem in first.problems} == {Severity.WARNING}
    assert season.after({path_of(2): few.replace("4-0", "1-0")}).problems == ()
    season.after({path_of(2): few})
    assert season.site.refused(strict=True).problems


def test_what_was_taken_from_the_output_comes_back(season: Season) -> None:
    season.site.output.joinpath(page_of(4)).unlink()
    assert season.after({}).changed == (page_of(4),)
    season.site.output.joinpath("assets/site.css").unlink()
    assert season.after({}).changed == ("assets/site.css",)
    season.site.output.joinpath(page_of(5)).write_text("mine", encoding="utf-8")
    assert season.after({}).changed == (page_of(5),)


def test_an_edited_template_makes_the_pages_that_use_it(season: Season) -> None:
    season.after(
        {"templates/pages/venue.html": '{% extends "base.html" %}{% block content %}{{ view.meta.title }}{% endblock %}'}
    )
    assert season.made == []
    season.after({"templates/partials/footer.html": "<footer><p>New.</p></footer>\n"})
    assert page_of(0) in season.made


def test_pages_that_come_out_as_they_stand_are_left_alone_whatever_they_were_made_from(season: Season) -> None:
    file, text = "templates/pages/person.html", "<p>{{ view.name }}"
    season.after({file: text})
    season.site.write({file: "{# The name. #}" + text})
    season.made.clear()
    ledger = season.site.output / ".site-builder" / "ledger.jsonl"
    before = ledger.read_bytes()
    assert season.site.build().written == 0
    assert "people/matteo-pessina.html" in season.made
    assert ledger.read_bytes() == before
    season.made.clear()
    assert season.site.build().written == 0
    assert season.made == []


def test_a_second_output_is_built_whole_and_both_stay_right(season: Season, tmp_path: Path) -> None:
    other = TestSite(tmp_path / "other")
    season.site.write({path_of(3): league_match(3, text="A match.\n\nAs there are few.")})
    season.site.build(output=other.output)
    assert season.after({}).changed == (page_of(3),)
    assert other.tree() == season.site.tree()


@pytest.mark.parametrize("harm", [lambda _: b"", lambda data: data[:-5], lambda data: data[:40] + b"\x00" + data[41:]])
def test_a_last_build_that_cannot_be_trusted_is_none(season: Season, harm: Callable[[bytes], bytes]) -> None:
    folder = season.site.folder / ".site-builder-cache" / FOLDER
    for number, kind in enumerate((".cells", ".traces", ".msgpack")):
        path = next(path for path in folder.iterdir() if path.suffix == kind)
        path.write_bytes(harm(path.read_bytes()))
        built = season.after({path_of(3): league_match(3, text=f"A match.\n\nAs there are {number}.")})
        assert built.changed == (page_of(3),)
        assert season.is_linked_anew


def test_where_nothing_was_edited_only_the_head_is_needed(season: Season) -> None:
    folder = season.site.folder / ".site-builder-cache" / FOLDER
    for path in folder.iterdir():
        if path.suffix != ".msgpack":
            path.unlink()
    look = Look(Options(season.site.folder, season.site.output))
    built = standing_still(look)
    assert built
    assert (built.written, built.unchanged) == (0, len(season.site.tree()))


def test_what_came_since_is_kept_beside_the_files_of_the_whole_build(season: Season) -> None:
    folder = season.site.folder / ".site-builder-cache" / FOLDER
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".msgpack"}
    season.after({path_of(3): league_match(3, "3-3")})
    season.after({path_of(4): league_match(4, "0-3")})
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".msgpack"} == before
    assert not season.is_linked_anew


def test_a_whole_build_of_another_output_between_two_edits_takes_nothing_from_the_second(season: Season, tmp_path: Path) -> None:
    """The head names its files: another build that replaced them leaves a page that it made from others as it was."""
    season.after({path_of(3): league_match(3, "3-3")})
    season.site.build(output=tmp_path / "other", drafts=True)
    built = season.after({path_of(3): league_match(3, "3-4")})
    assert page_of(3) in built.changed


def test_three_files_are_all_that_is_kept(season: Season) -> None:
    for number in range(3):
        season.after({path_of(number): league_match(number, "3-3")})
    season.after({"content/matches/late.md": report("Lazio", "Juventus", date="2021-03-20")})
    assert sorted(path.suffix for path in (season.site.folder / ".site-builder-cache" / FOLDER).iterdir()) == [
        ".cells",
        ".msgpack",
        ".traces",
    ]


def test_what_is_kept_does_not_grow_with_edits_of_the_same_pages(season: Season, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where so much came since that all is written anew, what later edits took the place of is left out."""
    monkeypatch.setattr(last_build, "MOST_SINCE", 0)
    sizes = []
    for goals in range(8):
        season.after({path_of(3): league_match(3, f"3-{goals}")})
        (traces,) = (season.site.folder / ".site-builder-cache" / FOLDER).glob("*.traces")
        sizes.append(traces.stat().st_size)
    assert not season.is_linked_anew
    assert max(sizes[3:]) < 1.1 * max(sizes[:3]), sizes


def test_more_pages_than_one_process_makes_are_left_to_a_whole_build(season: Season, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision, "MOST_AT_ONCE", 1)
    assert page_of(9) in season.after({path_of(9): league_match(9, "5-1")}).changed
    assert not season.is_linked_anew


def test_an_edit_that_is_wrong_is_refused_and_leaves_everything(season: Season) -> None:
    before = season.site.tree()
    season.site.write({path_of(3): league_match(3, text="They met [[Nobody at all]].")})
    (problem,) = season.site.refused().problems
    assert (problem.code, problem.place.path) == ("broken-wiki-link", path_of(3))
    assert season.site.tree() == before
    assert season.after({path_of(3): league_match(3, text="They met [[Lazio]].")}).changed


def test_an_output_that_is_none_any_more_is_not_taken_for_one(season: Season) -> None:
    shutil.rmtree(season.site.output)
    season.site.output.write_text("a file", encoding="utf-8")
    with pytest.raises(WrongSettings):
        season.site.build()
    assert season.site.output.read_text(encoding="utf-8") == "a file"
    season.site.output.unlink()
    assert season.after({}).written == len(season.site.tree())
