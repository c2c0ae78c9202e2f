"""Football.TXT on real files: every line is understood, and what comes out is what happened."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_football_txt import read_football_txt
from site_builder.content.results_model import ResultsFile, RoundDates
from site_builder.football.model import CardColour, ExtraTime, GoalKind, Minute, Score, Season, Side, Stage, Status
from site_builder.problems import Problem

DATA = Path(__file__).parent.parent / "data" / "football-txt"


@cache
def read(name: str) -> tuple[ResultsFile, tuple[Problem, ...]]:
    text = (DATA / name).read_bytes().decode()
    return read_football_txt(f"content/results/{name}", text)


def facts(name: str) -> list[MatchFacts]:
    return [row.facts for row in read(name)[0].rows]


def one(name: str, home: str, away: str) -> MatchFacts:
    return next(found for found in facts(name) if (found.home, found.away) == (home, away))


@pytest.mark.parametrize(
    ("name", "competition", "season", "count", "first", "last"),
    [
        ("italy/2017-18/1-seriea.txt", "Italian Serie A", "2017-18", 380, "2017-08-19", "2018-05-20"),
        ("italy/2020-21/1-seriea.txt", "Italian Serie A", "2020-21", 380, "2020-09-19", "2021-05-23"),
        ("italy/2020-21/cup.txt", "Coppa Italia", "2020-21", 79, "2020-09-22", "2021-05-19"),
        ("england/2023-24/1-premierleague.txt", "English Premier League", "2023-24", 380, "2023-08-11", "2024-05-19"),
        ("champions-league/2020-21/cl.txt", "UEFA Champions League", "2020-21", 125, "2020-10-20", "2021-05-29"),
        ("champions-league/2024-25/cl.txt", "UEFA Champions League", "2024-25", 189, "2024-09-17", "2025-05-31"),
        ("euro/2024--germany/euro.txt", "Euro", "2024", 51, "2024-06-14", "2024-07-14"),
        ("worldcup/2022/2022_full.txt", "World Cup", "2022", 64, "2022-11-20", "2022-12-18"),
    ],
)
def test_whole_files_are_read_without_any_problem(
    name: str, competition: str, season: str, count: int, first: str, last: str
) -> None:
    file, problems = read(name)
    days = [found.when.date for found in facts(name) if found.when]
    assert problems == ()
    assert (file.competition, file.season, len(file.rows), len(days)) == (competition, Season.parse(season), count, count)
    assert (min(days), max(days)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "name", ["italy/2017-18/1-seriea.txt", "italy/2020-21/1-seriea.txt", "england/2023-24/1-premierleague.txt"]
)
def test_a_league_has_each_team_once_on_each_matchday_although_headings_repeat(name: str) -> None:
    days: dict[int | None, list[str]] = {}
    for found in facts(name):
        assert found.stage == Stage(matchday=found.stage.matchday)
        days.setdefault(found.stage.matchday, []).extend((found.home, found.away))
    assert sorted(day for day in days if day) == list(range(1, 39))
    assert all(len(teams) == len(set(teams)) == 20 for teams in days.values())


def test_a_row_knows_the_line_it_stands_on() -> None:
    name = "england/2023-24/1-premierleague.txt"
    lines = (DATA / name).read_bytes().decode().splitlines()
    assert all(row.facts.home in lines[row.line - 1] for row in read(name)[0].rows)


def test_a_match_without_its_own_time_has_that_of_the_line_above() -> None:
    found = one("england/2023-24/1-premierleague.txt", "Everton FC", "Fulham FC")
    assert found.when == When(date(2023, 8, 12), time(15, 0))


def test_the_awarded_match_of_verona_and_roma_keeps_its_score_and_status() -> None:
    found = one("italy/2020-21/1-seriea.txt", "Hellas Verona FC", "AS Roma")
    assert found.status is Status.AWARDED
    assert found.result
    assert found.result.score == Score(3, 0)


def test_cup_rounds_stay_rounds_and_two_legs_stay_unmarked() -> None:
    rounds = Counter(found.stage for found in facts("italy/2020-21/cup.txt"))
    assert rounds == {
        Stage("Round 1"): 18,
        Stage("Round 2"): 20,
        Stage("Round 3"): 16,
        Stage("Round 4"): 8,
        Stage("Round of 16"): 8,
        Stage("Quarterfinals"): 4,
        Stage("Semifinals"): 4,
        Stage("Final"): 1,
    }


@pytest.mark.parametrize(
    ("name", "home", "away", "score", "full_time", "half_time", "shootout"),
    [
        ("italy/2020-21/cup.txt", "Juventus", "Genoa CFC", (3, 2), (2, 2), (2, 1), None),
        ("italy/2020-21/cup.txt", "AC Milan", "Torino FC", (0, 0), (0, 0), None, (5, 4)),
        ("italy/2020-21/cup.txt", "Delfino Pescara", "SN Notaresco", (1, 1), (1, 1), (1, 1), (8, 7)),
        ("champions-league/2020-21/cl.txt", "Juventus", "FC Porto", (3, 2), (2, 1), (0, 1), None),
        ("worldcup/2022/cup_finals.txt", "Argentina", "France", (3, 3), (2, 2), (2, 0), (4, 2)),
        ("worldcup/2022/cup_finals.txt", "Japan", "Croatia", (1, 1), (1, 1), (1, 0), (1, 3)),
    ],
)
def test_extra_time_and_shootouts_first_or_last(
    name: str,
    home: str,
    away: str,
    score: tuple[int, int],
    full_time: tuple[int, int],
    half_time: tuple[int, int] | None,
    shootout: tuple[int, int] | None,
) -> None:
    result = one(name, home, away).result
    assert result
    assert (result.score, result.full_time, result.extra_time) == (Score(*score), Score(*full_time), ExtraTime.FULL)
    assert result.half_time == (Score(*half_time) if half_time else None)
    assert result.shootout == (Score(*shootout) if shootout else None)


def test_champions_league_groups_in_two_languages_are_groups() -> None:
    groups = Counter(found.stage.group for found in facts("champions-league/2020-21/cl.txt"))
    assert groups.pop(None) == 29
    assert groups == {f"Group {letter}": 12 for letter in "ABCDEFGH"}


def test_the_league_phase_has_matchdays_and_its_play_offs_have_legs() -> None:
    stages = Counter(found.stage for found in facts("champions-league/2024-25/cl.txt"))
    assert [stages[Stage("League", matchday=day)] for day in range(1, 9)] == [18] * 8
    assert (stages[Stage("Playoffs", leg=1)], stages[Stage("Playoffs", leg=2)]) == (8, 8)
    assert (stages[Stage("Round of 16")], stages[Stage("Final")]) == (16, 1)


def test_a_country_in_brackets_is_no_part_of_a_team() -> None:
    assert one("champions-league/2024-25/cl.txt", "Atalanta BC", "Arsenal FC").competition == "UEFA Champions League"


def test_euro_2024_defines_groups_and_matchdays() -> None:
    file, _ = read("euro/2024--germany/euro.txt")
    assert [group.name for group in file.groups] == [f"Group {letter}" for letter in "ABCDEF"]
    assert file.groups[5].teams == ("Turkey", "Georgia", "Portugal", "Czech Republic")
    assert file.matchdays[0] == RoundDates("Matchday 1", date(2024, 6, 14), date(2024, 6, 18))


def test_euro_2024_tells_goals_line_ups_and_venues() -> None:
    opening = one("euro/2024--germany/euro.txt", "Germany", "Scotland")
    goals = opening.happenings.goals
    assert goals
    assert [(goal.player, goal.side) for goal in goals][-2:] == [("Can", Side.HOME), ("Rüdiger", Side.AWAY)]
    assert goals[2].minute == Minute(45, 1)
    assert (goals[2].kind, goals[5].kind) == (GoalKind.PENALTY, GoalKind.OWN_GOAL)
    line_up = opening.happenings.line_ups.away
    assert line_up
    assert line_up.formation == "3-4-3"
    assert [(card.player, card.colour) for card in line_up.cards] == [
        ("Porteous", CardColour.RED),
        ("Ralston", CardColour.YELLOW),
    ]
    assert opening.venue == "München"


def test_a_late_goal_proves_extra_time_that_the_score_does_not_name() -> None:
    result = one("euro/2024--germany/euro.txt", "Spain", "Germany").result
    assert result
    assert (result.score, result.half_time, result.extra_time) == (Score(2, 1), Score(0, 0), ExtraTime.FULL)


class TestWorldCup2022:
    """The file that tells everything a match page can show."""

    NAME = "worldcup/2022/2022_full.txt"

    def test_every_side_starts_with_eleven_in_lines(self) -> None:
        line_ups = [found.happenings.line_ups.of(side) for found in facts(self.NAME) for side in Side]
        assert len(line_ups) == 128
        assert all(line_up and len(line_up.starters) == 11 and line_up.formation for line_up in line_ups)

    def test_goals_add_up_in_every_match(self) -> None:
        for found in facts(self.NAME):
            goals = found.happenings.goals or ()
            assert found.result
            assert Score(*(sum(goal.side is side for goal in goals) for side in Side)) == found.result.score

    def test_the_top_scorers_are_mbappe_and_messi(self) -> None:
        goals = [goal for found in facts(self.NAME) for goal in found.happenings.goals or ()]
        scorers = Counter(goal.player for goal in goals if goal.kind is not GoalKind.OWN_GOAL)
        assert scorers.most_common(2) == [("Kylian Mbappe", 8), ("Lionel Messi", 7)]

    def test_all_five_shootouts_are_told_kick_by_kick(self) -> None:
        shootouts = [found for found in facts(self.NAME) if found.happenings.shootout]
        assert [len(found.happenings.shootout) for found in shootouts] == [8, 7, 8, 10, 8]
        assert all(found.result and found.result.shootout == found.happenings.shootout[-1].score for found in shootouts)
        assert all(
            [kick.side for kick in found.happenings.shootout][::2]
            == [found.happenings.shootout[0].side] * len(found.happenings.shootout[::2])
            for found in shootouts
        )

    def test_place_crowd_time_and_referees_of_the_opening_match(self) -> None:
        opening = facts(self.NAME)[0]
        assert opening.when == When(date(2022, 11, 20), time(19, 0), timedelta(hours=3))
        assert (opening.venue, opening.happenings.attendance) == ("Al Bayt Stadium", 67372)
        assert opening.happenings.referee == "Daniele Orsato"
        assert opening.happenings.assistants == ("Ciro Carbone", "Alessandro Giallatini")
        assert opening.stage == Stage(group="Group A")

    def test_names_in_capitals_are_set_in_title_case(self) -> None:
        line_up = one(self.NAME, "Senegal", "Netherlands").happenings.line_ups.away
        assert line_up
        assert line_up.lines[1] == ("Matthijs de Ligt", "Virgil van Dijk", "Nathan Ake")
        assert line_up.captain == "Virgil van Dijk"

    def test_a_card_beyond_the_120th_minute_of_extra_time_is_stoppage_time(self) -> None:
        line_up = one(self.NAME, "Argentina", "France").happenings.line_ups.home
        assert line_up
        assert line_up.cards[0].minute == Minute(120, 5)

    def test_a_substitute_replaced_and_a_second_yellow_card(self) -> None:
        saudi = one(self.NAME, "Argentina", "Saudi Arabia").happenings.line_ups.away
        portugal = one(self.NAME, "Morocco", "Portugal").happenings.line_ups.home
        assert saudi
        assert portugal
        assert [(sub.off, sub.on) for sub in saudi.substitutions if "Abid" in sub.off] == [("Nawaf al Abid", "Abdulelah Alamri")]
        assert [card.colour for card in portugal.cards if card.player == "Walid Cheddira"] == [
            CardColour.YELLOW,
            CardColour.SECOND_YELLOW,
        ]


def test_real_mistakes_are_remarked_on_with_their_place() -> None:
    _, problems = read("worldcup/2022/cup.txt")
    assert [(problem.place.line, problem.code, problem.is_error) for problem in problems] == [
        (119, "goals-and-half-time", False),
        (159, "goals-and-half-time", False),
    ]
