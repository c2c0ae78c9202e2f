"""CSV results in the form of football-data.co.uk."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from content.test_results_csv import FOOTBALL_DATA, problems_of, read
from site_builder.content.model import When
from site_builder.football.model import Result, Score, Season, Stat


def test_a_row_tells_score_referee_and_statistics() -> None:
    (found,) = read(
        FOOTBALL_DATA + "E0,11/08/2023,20:00,Burnley,Man City,0,3,A,0,2,A,C Pawson,6,17,1,8,11,8,6,5,0,0,1,0,8\n",
        "content/results/E0.csv",
    )
    assert (found.competition, found.season) == ("Premier League", Season(2023, 2024))
    assert found.when == When(date(2023, 8, 11), time(20, 0))
    assert found.result == Result(Score(0, 3), Score(0, 2))
    assert found.happenings.referee == "C Pawson"
    assert found.happenings.stats[:2] == (Stat("shots", "6", "17"), Stat("shots on target", "1", "8"))
    assert found.happenings.stats[-1] == Stat("red cards", "1", "0")


@pytest.mark.parametrize(
    ("written", "day"), [("14/08/93", "1993-08-14"), ("14/08/2021", "2021-08-14"), ("01/01/00", "2000-01-01")]
)
def test_years_have_two_or_four_digits(written: str, day: str) -> None:
    (found,) = read(f"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nI1,{written},A,B,,,\n", "content/results/x.csv")
    assert found.when == When(date.fromisoformat(day))
    assert (found.competition, found.result) == ("Serie A", None)


@pytest.mark.parametrize(
    ("row", "when"),
    [
        ("SP1,15/08/2024,18:00,Ath Bilbao,Getafe", When(date(2024, 8, 15), time(19), timedelta(hours=2))),
        ("SP1,15/08/2024,20:30,Betis,Girona", When(date(2024, 8, 15), time(21, 30), timedelta(hours=2))),
        ("E0,11/08/2023,20:00,Burnley,Man City", When(date(2023, 8, 11), time(20))),
    ],
)
def test_times_are_british_ones_and_told_on_the_clock_of_the_league(row: str, when: When) -> None:
    (found,) = read(f"Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR\n{row},1,1,D\n", "content/results/x.csv")
    assert found.when == when


def test_a_late_kick_off_in_america_was_on_the_day_before() -> None:
    row = "Brazil,Serie A,2012,20/05/2012,01:00,Figueirense,Nautico,2,1,H"
    (found,) = read(f"Country,League,Season,Date,Time,Home,Away,HG,AG,Res\n{row}\n", "content/results/BRA.csv")
    assert found.when == When(date(2012, 5, 19), time(21), timedelta(hours=-3))


def test_a_season_lasts_as_long_as_its_file() -> None:
    rows = "I1,24/08/2019,A,B,1,0,H\nI1,02/08/2020,C,D,1,1,D\n"
    found = read(f"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\n{rows}", "content/results/x.csv")
    assert [one.season for one in found] == [Season(2019, 2020)] * 2


def test_the_form_for_other_leagues_names_its_season() -> None:
    (found,) = read(
        "Country,League,Season,Date,Time,Home,Away,HG,AG,Res\nAustria,Bundesliga,2012/2013,21/07/2012,17:00,A,B,1,1,D\n",
        "r.csv",
    )
    assert (found.season, found.result) == (Season(2012, 2013), Result(Score(1, 1)))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("E0,2023-08-11,A,B,1,0,H", "`2023-08-11` is no date"),
        ("E0,11/08/2023,A,B,1,0,D", "the score is 1–0, the result `D`"),
        ("E0,11/08/2023,A,B,1,x,H", "`1-x` is no score"),
        ("E0,11/08/2023,A,,1,0,H", "a row needs two teams"),
    ],
)
def test_a_bad_row_is_named_with_its_line(row: str, message: str) -> None:
    found = problems_of(f"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,12/08/2023,A,B,1,0,H\n{row}\n")
    # The file is one of 2020-21, which these dates are not: a warning for each row that is read.
    assert all(p.code == "date-and-season" for p in found if not p.is_error)
    (problem,) = [p for p in found if p.is_error]
    assert (problem.message, problem.place.line) == (message, 3)
