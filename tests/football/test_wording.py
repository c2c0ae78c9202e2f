"""Verdicts and ties in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from football.playing import match_of, round_of
from site_builder.football.model import Side
from site_builder.football.rules import AwayGoals, Criterion, Points, Rules, TieRules
from site_builder.football.tie_breaks import Verdict
from site_builder.football.ties import ties_of
from site_builder.football.wording import clause, points_in_words, tie_in_words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(Criterion.AWAY_WINS, 2, 1), "above Lazio on away wins, 2–1"),
        (Verdict(Criterion.GOAL_DIFFERENCE, 3, -1), "above Lazio on goal difference, +3 to −1"),
        (Verdict(Criterion.GOAL_DIFFERENCE, 0, -4), "above Lazio on goal difference, 0 to −4"),
        (Verdict(Criterion.GOALS_FOR, 66, 61), "above Lazio on goals scored, 66–61"),
        (Verdict(Criterion.H2H_POINTS, 4, 1), "above Lazio on points in their own matches, 4–1"),
        (
            Verdict(Criterion.H2H_GOAL_DIFFERENCE, 1, 0, ("inter", "lazio", "roma")),
            "above Lazio on goal difference in the matches among Inter, Lazio and Roma, +1 to 0",
        ),
        (Verdict(Criterion.GOAL_AVERAGE, Fraction(60, 33), Fraction(61, 34)), "above Lazio on goal average, 1.818 to 1.794"),
        (Verdict(Criterion.GOAL_AVERAGE, Fraction(10001, 10000), 1), "above Lazio on goal average, 1.0001 to 1.0000"),
        (Verdict(Criterion.GOAL_AVERAGE, float("inf"), 2), "above Lazio on goal average, no goal conceded to 2.000"),
        (Verdict(Criterion.DISCIPLINE, -4, -6), "above Lazio on fair play, 4 penalty points to 6"),
        (Verdict(Criterion.OPPONENTS_POINTS, 90, 81), "above Lazio on the opponents' points, 90–81"),
        (Verdict(Criterion.LOTS, why="drawn in Zurich"), "above Lazio by lots (drawn in Zurich)"),
        (Verdict(Criterion.PLAYOFF), "above Lazio after a play-off"),
        (Verdict(Criterion.GOALS_FOR, why="ruling"), "above Lazio on goals scored (ruling)"),
        (Verdict(Criterion.UNDECIDED), "level with Lazio on every count that is known"),
    ],
)
def test_a_verdict_says_what_separates_two_teams(verdict: Verdict, words: str) -> None:
    assert clause(verdict, "Lazio", str.title) == words


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("napoli 0-0 atalanta", "atalanta 3-1 napoli"), "Atalanta went through 3–1 on aggregate"),
        (("porto 2-1 juventus", "juventus 3-2 porto aet (2-1)"), "Porto went through on away goals, 4–4 on aggregate"),
        (("a 1-0 b", "b 2-0 a aet"), "B went through after extra time, 2–1 on aggregate"),
        (("a 1-0 b", "b 1-0 a aet, 2-4 pens"), "A went through 4–2 on penalties"),
        (("a 1-0 b", "b 1-0 a"), ""),
    ],
)
def test_a_tie_of_two_legs_in_words(lines: tuple[str, ...], words: str) -> None:
    rules = Rules(ties=TieRules(2, AwayGoals.EXTRA_TIME))
    assert tie_in_words(ties_of(round_of("Semi-finals", *lines), rules)[0], str.title) == words


def test_a_single_match_in_words() -> None:
    assert tie_in_words(ties_of(round_of("Final", "a 1-2 b"), Rules())[0], str.title) == "B went through"
    told = (match_of("a 1-1 b", 1, round="Final", winner=Side.HOME),)
    assert tie_in_words(ties_of(told, Rules())[0], str.title) == "A went through on penalties"


def test_points_in_words() -> None:
    assert points_in_words(Rules()) == "three points for a win"
    assert points_in_words(Rules(points=Points(2, per_match=True))) == "two points for a win, ranked by points per match"
