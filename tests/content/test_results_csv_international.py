"""CSV results in the form of martj42/international_results: matches, scorers and shoot-outs, each in a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_csv import COMPANIONS, Companion, Companions, read_csv
from site_builder.football.model import ExtraTime, GoalKind, Minute, Result, Score, Season, Side, Status
from site_builder.problems import Problem

DATA = Path(__file__).parent.parent / "data" / "international"
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
