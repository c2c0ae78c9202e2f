"""CSV results in their three forms."""

from __future__ import annotations

import csv
import io
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_csv import ALONE, COMPANIONS, Companion, Companions, read_csv
from site_builder.content.results_csv_plain import KEYS
from site_builder.football.model import ExtraTime, GoalKind, Minute, Result, Score, Season, Side, Stage, Stat, Status
from site_builder.problems import Problem

DATA = Path(__file__).parent.parent / "data" / "international"
PATH = "content/results/serie-a/2020-21.csv"


def read(text: str, path: str = PATH) -> list[MatchFacts]:
    file, problems = read_csv(path, text)
    assert problems == ()
    return [row.facts for row in file.rows]


def problems_of(text: str, path: str = PATH) -> list[Problem]:
    return list(read_csv(path, text)[1])


class TestPlain:
    """The front matter's own key names as header."""

    def test_values_are_those_of_front_matter(self) -> None:
        (found,) = read(
            "date,competition,season,round,leg,home,away,score,half_time,venue,referee,attendance,neutral,goals\n"
            "2021-02-10 20:45,Coppa Italia,2020/21,Semi-finals,2,Atalanta,Napoli,3-1,2-0,Gewiss Stadium,F. LA PENNA,closed doors"
            ",no,\"Zapata 10' Pessina 16', 78'; Lozano 53'\"\n"
        )
        assert (found.competition, found.season, found.stage) == ("Coppa Italia", Season(2020, 2021), Stage("Semi-finals", leg=2))
        assert found.when == When(date(2021, 2, 10), time(20, 45))
        assert found.result == Result(Score(3, 1), Score(2, 0))
        assert (found.neutral, found.venue, found.happenings.referee) == (False, "Gewiss Stadium", "F. la Penna")
        assert (found.happenings.closed_doors, found.happenings.attendance) == (True, None)
        assert [goal.side for goal in found.happenings.goals or ()] == [Side.HOME, Side.HOME, Side.HOME, Side.AWAY]

    def test_the_path_tells_what_columns_do_not_and_an_empty_score_is_a_fixture(self) -> None:
        (found,) = read("date,home,away,score\n,Juventus,Inter,\n")
        assert (found.competition, found.season, found.when, found.status) == (
            "Serie A",
            Season(2020, 2021),
            None,
            Status.SCHEDULED,
        )

    def test_columns_may_be_called_in_capitals(self) -> None:
        assert read("Date,Home,AWAY,Score,Half_Time\n2021-02-10,Atalanta,Napoli,3-1,2-0\n") == read(
            "date,home,away,score,half_time\n2021-02-10,Atalanta,Napoli,3-1,2-0\n"
        )
        (problem,) = problems_of("Date,Home,Away,Scores\n2021-02-10,Atalanta,Napoli,3-1\n")
        assert (problem.code, problem.fix) == ("unknown-key", "Did you mean `score`?")
        (problem,) = problems_of("date,home,Home,away\n2021-02-10,Atalanta,Lazio,Napoli\n")
        assert problem.message == "`Home` is no column of results"

    @pytest.mark.parametrize(("separator", "end"), [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
    def test_separators_and_line_ends(self, separator: str, end: str) -> None:
        rows = [
            ["\ufeffdate", "home", "away", "score"],
            ["2021-02-10T20:45+01:00", "A", "B", "1-1 aet, 4-2 pens"],
            ["", "", "", ""],
        ]
        text = io.StringIO()
        csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
        (found,) = read(text.getvalue())
        assert found.when == When(date(2021, 2, 10), time(20, 45), timedelta(hours=1))
        assert found.result == Result(Score(1, 1), extra_time=ExtraTime.FULL, shootout=Score(4, 2))

    @pytest.mark.parametrize(
        ("row", "code", "message"),
        [
            ("2021-02-30,A,B,1-0,,", "bad-row", "`2021-02-30` is no date"),
            ("2021-02-10 25:00,A,B,1-0,,", "bad-row", "`25:00` is no time"),
            ("2021-02-10,A,,1-0,,", "bad-row", "a row needs two teams"),
            ("2021-02-10,A,A,1-0,,", "same-team", "A cannot play against itself"),
            ("2021-02-10,A,B,130,,", "bad-shorthand", "`130` is one number, a score has two"),
            ("2021-02-10,A,B,1-0,0,", "bad-row", "`0` is no matchday"),
            ("2021-02-10,A,B,1-0,,done", "bad-row", "`done` is no status"),
            ('2021-02-10,A,B,1-0,1,,"x"', "bad-csv", "the row has 7 cells, the header 6"),
        ],
    )
    def test_a_bad_row_is_named_with_its_line(self, row: str, code: str, message: str) -> None:
        (problem,) = problems_of(f"date,home,away,score,matchday,status\n{row}\n")
        assert (problem.code, problem.message, problem.place.line) == (code, message, 2)
        assert problem.fix

    def test_an_unknown_column_is_named_with_the_nearest(self) -> None:
        (problem,) = problems_of("date,home,away,scores\n2021-02-10,A,B,\n")
        assert (problem.code, problem.fix) == ("unknown-key", "Did you mean `score`?")

    def test_more_goals_than_the_score_are_a_problem(self) -> None:
        (problem,) = problems_of("home,away,score,goals\nA,B,1-0,\"X 1', 2'\"\n")
        assert problem.code == "more-goals-than-score"


FOOTBALL_DATA = (
    "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,Referee,HS,AS,HST,AST,HF,AF,HC,AC,HY,AY,HR,AR,B365H\n"
)


class TestFootballData:
    """The form of football-data.co.uk."""

    def test_a_row_tells_score_referee_and_statistics(self) -> None:
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
    def test_years_have_two_or_four_digits(self, written: str, day: str) -> None:
        (found,) = read(f"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nI1,{written},A,B,,,\n", "content/results/x.csv")
        assert found.when == When(date.fromisoformat(day))
        assert (found.competition, found.result) == ("Serie A", None)

    def test_a_season_lasts_as_long_as_its_file(self) -> None:
        rows = "I1,24/08/2019,A,B,1,0,H\nI1,02/08/2020,C,D,1,1,D\n"
        found = read(f"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\n{rows}", "content/results/x.csv")
        assert [one.season for one in found] == [Season(2019, 2020)] * 2

    def test_the_form_for_other_leagues_names_its_season(self) -> None:
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
    def test_a_bad_row_is_named_with_its_line(self, row: str, message: str) -> None:
        found = problems_of(f"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,12/08/2023,A,B,1,0,H\n{row}\n")
        # The file is one of 2020-21, which these dates are not: a warning for each row that is read.
        assert all(p.code == "date-and-season" for p in found if not p.is_error)
        (problem,) = [p for p in found if p.is_error]
        assert (problem.message, problem.place.line) == (message, 3)


RESULTS = "content/results/results.csv"


def beside(name: str) -> Companion:
    return Companion(f"content/results/international/{name}", (DATA / name).read_text(encoding="utf-8"))


def internationals() -> tuple[list[MatchFacts], tuple[Problem, ...]]:
    text = (DATA / "results.csv").read_text(encoding="utf-8")
    file, problems = read_csv(
        "content/results/international/results.csv", text, Companions(*(beside(name) for name in COMPANIONS))
    )
    return [row.facts for row in file.rows], problems


INTERNATIONAL = "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n"
SCORERS = "date,home_team,away_team,team,scorer,minute,own_goal,penalty\n"


def joined(results: str, scorers: str = "", shootouts: str = "") -> tuple[list[MatchFacts], list[tuple[str, str, int]]]:
    companions = Companions(
        Companion("g.csv", SCORERS + scorers) if scorers else None,
        Companion("s.csv", "date,home_team,away_team,winner,first_shooter\n" + shootouts) if shootouts else None,
    )
    file, problems = read_csv(RESULTS, INTERNATIONAL + results, companions)
    return [row.facts for row in file.rows], [(problem.code, problem.place.path, problem.place.line) for problem in problems]


class TestInternational:
    """The form of martj42/international_results."""

    def test_real_rows_are_read_without_any_problem(self) -> None:
        found, problems = internationals()
        assert problems == ()
        assert len(found) == 136
        assert (found[0].home, found[0].when, found[0].season) == ("Scotland", When(date(1872, 11, 30)), Season(1872, 1872))
        assert sum(one.competition == "FIFA World Cup" for one in found) == 64

    def test_goals_and_shootout_of_the_final_are_joined(self) -> None:
        final = next(one for one in internationals()[0] if one.when == When(date(2022, 12, 18)))
        assert final.result == Result(Score(3, 3), extra_time=ExtraTime.FULL)
        assert (final.winner, final.neutral, final.venue) == (Side.HOME, True, "Lusail")
        assert [goal.player for goal in final.happenings.goals or () if goal.kind is GoalKind.PENALTY] == [
            "Lionel Messi",
            "Kylian Mbappé",
            "Kylian Mbappé",
        ]

    def test_two_matches_of_one_day_stay_two(self) -> None:
        assert sum(one.when == When(date(1974, 2, 17)) and one.home == "Tahiti" for one in internationals()[0]) == 2

    def test_a_late_minute_is_stoppage_time_unless_the_match_was_level(self) -> None:
        def late(home: str) -> tuple[object, object]:
            found = next(one for one in internationals()[0] if one.home == home)
            assert found.result
            assert found.happenings.goals
            return found.result.extra_time, found.happenings.goals[-1].minute

        assert late("Faroe Islands") == (None, Minute(90, 5))
        assert late("Zambia") == (ExtraTime.FULL, Minute(106))

    def test_a_second_leg_that_left_its_tie_level_had_extra_time(self) -> None:
        """Gallas scored in extra time of a match that Ireland led, as France had won the first leg."""
        first = "2009-11-14,Republic of Ireland,France,0,1,FIFA World Cup qualification,Dublin,Republic of Ireland,FALSE\n"
        second = "2009-11-18,France,Republic of Ireland,1,1,FIFA World Cup qualification,Saint-Denis,France,FALSE\n"
        both = "2009-11-18,France,Republic of Ireland"
        goals = f"{both},Republic of Ireland,Robbie Keane,32,FALSE,FALSE\n{both},France,William Gallas,103,FALSE,FALSE\n"

        def last(results: str) -> tuple[object, object]:
            found, problems = joined(results, goals)
            assert problems == []
            assert found[-1].result
            assert found[-1].happenings.goals
            return found[-1].result.extra_time, found[-1].happenings.goals[-1].minute

        assert last(first + second) == (ExtraTime.FULL, Minute(103))
        for other in (
            first.replace("0,1", "0,2"),
            first.replace("FIFA World Cup qualification", "Friendly"),
            first.replace("2009-11-14", "2009-11-03"),
            "2009-11-14,France,Republic of Ireland,1,0,FIFA World Cup qualification,Paris,France,FALSE\n",
            first.replace("0,1", "NA,NA"),
        ):
            assert last(other + second) == (None, Minute(90, 13)), other

    def test_na_is_not_played_yet(self) -> None:
        (found,), problems = joined("2026-07-19,Spain,Argentina,NA,NA,FIFA World Cup,East Rutherford,United States,TRUE\n")
        assert (found.status, found.result, found.season, problems) == (Status.SCHEDULED, None, Season(2026, 2026), [])

    def test_own_goals_stand_under_the_team_that_benefits(self) -> None:
        (found,), problems = joined(
            "2020-01-01,A,B,1,1,Friendly,X,Y,FALSE\n", "2020-01-01,A,B,A,One,5,TRUE,FALSE\n2020-01-01,A,B,B,TWO,NA,FALSE,TRUE\n"
        )
        goals = found.happenings.goals
        assert problems == []
        assert goals
        assert [(goal.side, goal.kind, goal.minute) for goal in goals] == [
            (Side.HOME, GoalKind.OWN_GOAL, Minute(5)),
            (Side.AWAY, GoalKind.PENALTY, None),
        ]

    @pytest.mark.parametrize(
        ("results", "scorers", "shootouts", "problem"),
        [
            ("2020-13-01,A,B,1,1,Friendly,X,Y,FALSE\n", "", "", ("bad-row", RESULTS, 2)),
            ("2020-01-01,A,B,1,,Friendly,X,Y,FALSE\n", "", "", ("bad-row", RESULTS, 2)),
            ("2020-01-01,A,B,1,1,,X,Y,FALSE\n", "", "", ("bad-row", RESULTS, 2)),
            ("2020-01-01,A,B,1,1,F,X,Y,FALSE\n", "2020-01-02,A,B,A,One,5,FALSE,FALSE\n", "", ("no-match", "g.csv", 2)),
            ("2020-01-01,A,B,1,1,F,X,Y,FALSE\n", "2020-01-01,A,B,A,One,500,FALSE,FALSE\n", "", ("bad-minute", "g.csv", 2)),
            ("2020-01-01,A,B,1,1,F,X,Y,FALSE\n", "", "2020-01-02,A,B,A,\n", ("no-match", "s.csv", 2)),
            ("2020-01-01,A,B,1,1,F,X,Y,FALSE\n", "", "2020-01-01,A,B,C,\n", ("bad-row", "s.csv", 2)),
            ("2020-01-01,A,B,1,1,F,X,Y,FALSE\n", "2020-01-01,A,B,C,One,5,FALSE,FALSE\n", "", ("bad-row", "g.csv", 2)),
            (
                "2020-01-01,A,B,0,1,F,X,Y,FALSE\n",
                "2020-01-01,A,B,A,One,5,FALSE,FALSE\n",
                "",
                ("more-goals-than-score", RESULTS, 2),
            ),
            (
                "2020-01-01,A,B,1,1,F,X,Y,FALSE\n2020-01-01,A,B,0,2,F,X,Y,FALSE\n",
                "2020-01-01,A,B,A,One,5,FALSE,FALSE\n",
                "",
                ("unclear-goals", RESULTS, 0),
            ),
        ],
    )
    def test_what_is_wrong_is_named_in_its_own_file(
        self, results: str, scorers: str, shootouts: str, problem: tuple[str, str, int]
    ) -> None:
        assert problem in joined(results, scorers, shootouts)[1]

    @pytest.mark.parametrize("name", COMPANIONS)
    def test_a_companion_by_itself_holds_no_matches_and_is_no_problem(self, name: str) -> None:
        companion = beside(name)
        file, problems = read_csv(companion.path, companion.text)
        assert (file.rows, problems) == ((), ())


CELLS = st.sampled_from(
    ["", "2021-02-10", "10/02/2021", "A", "B", "1", "0", "3-1", "NA", "TRUE", '"', ";", "X 1'; Y 2'", "home", "H"]
) | st.text(max_size=6)
HEADERS = st.sampled_from(
    [",".join(KEYS), "date,home,away,score", FOOTBALL_DATA.strip(), INTERNATIONAL.strip(), "x", SCORERS.strip()]
)


@given(HEADERS, st.lists(st.lists(CELLS, max_size=12).map(",".join), max_size=6).map("\n".join))
def test_no_text_breaks_the_reader(header: str, body: str) -> None:
    text = f"{header}\n{body}"
    file, problems = read_csv(PATH, text, ALONE)
    assert len(file.rows) <= text.count("\n") + text.count("\r")
    assert all(problem.message and problem.place.path for problem in problems)
