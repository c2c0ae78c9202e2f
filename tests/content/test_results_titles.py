"""Competition, season, stage and names as bulk results write them."""

from __future__ import annotations

import pytest

from site_builder.content.results_stages import group_name, names_a_round, stage_of
from site_builder.content.results_titles import Titled, official_name, team_name, titled
from site_builder.football.model import Season, Stage


@pytest.mark.parametrize(
    ("title", "path", "competition", "season"),
    [
        ("Italian Serie A 2025/26", "", "Italian Serie A", Season(2025, 2026)),
        ("World Cup 2022", "", "World Cup", Season(2022, 2022)),
        ("World Cup 2014 (Brazil)", "", "World Cup", Season(2014, 2014)),
        ("World Cup 2022 Qualification", "", "World Cup Qualification", Season(2022, 2022)),
        ("2013/14 Bundesliga", "", "Bundesliga", Season(2013, 2014)),
        ("Bundesliga 1999/00", "", "Bundesliga", Season(1999, 2000)),
        ("Serie A", "content/results/serie-a/2025-26.txt", "Serie A", Season(2025, 2026)),
        ("", "content/results/premier-league/2023-24.csv", "Premier League", Season(2023, 2024)),
        ("", "content/results/italy/2025-26/1-seriea.txt", "Seriea", Season(2025, 2026)),
        ("", "content/results/worldcup/1930--uruguay/cup.txt", "Cup", Season(1930, 1930)),
        ("", "content/results/internationals/results.csv", "Internationals", None),
        ("", "content/results/2025-26.txt", None, Season(2025, 2026)),
        ("Champions of 2013/18", "", "Champions of 2013/18", None),
    ],
)
def test_title_and_path_tell_competition_and_season(
    title: str, path: str, competition: str | None, season: Season | None
) -> None:
    assert titled(title, path) == Titled(competition, season)


@pytest.mark.parametrize(
    ("headings", "stage"),
    [
        (("League, Matchday 1",), Stage("League", matchday=1)),
        (("Group stage", "Group A"), Stage(group="Group A")),
        (("Group stage, Matchday 2",), Stage("Group stage", matchday=2)),
        (("Group A", "Matchday 2"), Stage(matchday=2, group="Group A")),
        (("Finals, Round of 16",), Stage("Round of 16")),
        (("Finals",), Stage("Finals")),
        (("Playoffs, Matchday 2",), Stage("Playoffs", leg=2)),
        (("Semi-finals (1st leg)",), Stage("Semi-finals", leg=1)),
        (("Final, Replay",), Stage("Final, Replay")),
        (("12. Spieltag",), Stage(matchday=12)),
        ((), Stage()),
    ],
)
def test_headings_give_a_stage(headings: tuple[str, ...], stage: Stage) -> None:
    assert stage_of(headings, cup=False) == stage


@pytest.mark.parametrize(
    "line", ["Winner Semi-final 1 v Winner Semi-final 2", "Semi-finals 2-1", "Final Fantasy FC (ENG)", "Ternana Calcio", "Note"]
)
def test_a_line_that_may_be_a_match_is_no_bare_heading(line: str) -> None:
    assert not names_a_round(line)


def test_groups_have_one_name_in_all_spellings() -> None:
    assert [group_name(name) for name in ("A", "group a", "Gruppe A", "Group 1", "West")] == [
        "Group A",
        "Group A",
        "Group A",
        "Group 1",
        "West",
    ]


def test_names_lose_a_country_in_brackets_and_nothing_else() -> None:
    assert [team_name(name) for name in ("Inter (ITA)", "Inter  Milano", "Chelsea (W)", "PSV (Ned)")] == [
        "Inter",
        "Inter Milano",
        "Chelsea (W)",
        "PSV",
    ]
    assert official_name("Mohammed AL HAMMADI (United Arab Emirates)") == "Mohammed al Hammadi"
