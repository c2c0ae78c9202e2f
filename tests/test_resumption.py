"""A build after an edit makes the pages that the edit concerns, and no others; the output is that of a clean build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders import TestSite, report
from edited_season import GOALS, PAIRS, Season, league_match, page_of, path_of
from site_builder import revision
from site_builder.outcome import WrongSettings
from site_builder.problems import Severity


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
