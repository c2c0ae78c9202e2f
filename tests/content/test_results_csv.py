"""CSV results in their three forms."""

from __future__ import annotations

import csv
import io
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_csv import ALONE, read_csv
from site_builder.content.results_csv_plain import KEYS
from site_builder.football.model import ExtraTime, Result, Score, Season, Side, Stage, Status
from site_builder.problems import Problem

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


CELLS = st.sampled_from(
    ["", "2021-02-10", "10/02/2021", "A", "B", "1", "0", "3-1", "NA", "TRUE", '"', ";", "X 1'; Y 2'", "home", "H"]
) | st.text(max_size=6)
HEADERS = st.sampled_from(
    [
        ",".join(KEYS),
        "date,home,away,score",
        FOOTBALL_DATA.strip(),
        "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral",
        "x",
        "date,home_team,away_team,team,scorer,minute,own_goal,penalty",
    ]
)


@given(HEADERS, st.lists(st.lists(CELLS, max_size=12).map(",".join), max_size=6).map("\n".join))
def test_no_text_breaks_the_reader(header: str, body: str) -> None:
    text = f"{header}\n{body}"
    file, problems = read_csv(PATH, text, ALONE)
    assert len(file.rows) <= text.count("\n") + text.count("\r")
    assert all(problem.message and problem.place.path for problem in problems)
