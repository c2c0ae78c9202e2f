"""Why a team stands above another, in English and in Italian."""

from __future__ import annotations

from fractions import Fraction

import pytest

from site_builder.football.rules import Criterion
from site_builder.football.tie_breaks import Verdict
from site_builder.language.catalogues import load_words
from site_builder.language.words import Words
from site_builder.pages.verdicts import separation


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(Criterion.AWAY_WINS, 2, 1), "Roma stand above Lazio on away wins, 2–1."),
        (Verdict(Criterion.GOAL_DIFFERENCE, 3, -1), "Roma stand above Lazio on goal difference, +3 to −1."),
        (Verdict(Criterion.GOAL_DIFFERENCE, 0, -4), "Roma stand above Lazio on goal difference, 0 to −4."),
        (Verdict(Criterion.GOALS_FOR, 66, 61), "Roma stand above Lazio on goals scored, 66–61."),
        (Verdict(Criterion.H2H_POINTS, 4, 1), "Roma stand above Lazio on points in their own matches, 4–1."),
        (
            Verdict(Criterion.H2H_GOAL_DIFFERENCE, 1, 0, ("inter", "lazio", "roma")),
            "Roma stand above Lazio on goal difference in the matches among Inter, Lazio and Roma, +1 to 0.",
        ),
        (
            Verdict(Criterion.GOAL_AVERAGE, Fraction(60, 33), Fraction(61, 34)),
            "Roma stand above Lazio on goal average, 1.818 to 1.794.",
        ),
        (Verdict(Criterion.GOAL_AVERAGE, Fraction(10001, 10000), 1), "Roma stand above Lazio on goal average, 1.0001 to 1.0000."),
        (Verdict(Criterion.GOAL_AVERAGE, float("inf"), 2), "Roma stand above Lazio on goal average, no goal conceded to 2.000."),
        (Verdict(Criterion.DISCIPLINE, -4, -6), "Roma stand above Lazio on fair play, 4 penalty points to 6."),
        (Verdict(Criterion.OPPONENTS_POINTS, 90, 81), "Roma stand above Lazio on the opponents' points, 90–81."),
        (Verdict(Criterion.LOTS, why="drawn in Zurich"), "Roma stand above Lazio by lots (drawn in Zurich)."),
        (Verdict(Criterion.PLAYOFF), "Roma stand above Lazio after a play-off."),
        (Verdict(Criterion.GOALS_FOR, why="ruling"), "Roma stand above Lazio on goals scored (ruling)."),
        (Verdict(Criterion.UNDECIDED), "Roma stand level with Lazio on every count that is known."),
    ],
)
def test_a_verdict_says_what_separates_two_teams(verdict: Verdict, words: str) -> None:
    assert separation(verdict, "Roma", "Lazio", str.title, Words()) == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict(Criterion.AWAY_WINS, 2, 1), "Roma precede Lazio per vittorie in trasferta: 2–1."),
        (Verdict(Criterion.GOAL_DIFFERENCE, 3, -1), "Roma precede Lazio per differenza reti: +3 contro −1."),
        (Verdict(Criterion.H2H_POINTS, 4, 1), "Roma precede Lazio per punti negli scontri diretti: 4–1."),
        (
            Verdict(Criterion.H2H_POINTS, 4, 1, ("inter", "lazio", "roma")),
            "Roma precede Lazio per punti nella classifica avulsa tra Inter, Lazio e Roma: 4–1.",
        ),
        (
            Verdict(Criterion.GOAL_AVERAGE, Fraction(60, 33), Fraction(61, 34)),
            "Roma precede Lazio per quoziente reti: 1,818 contro 1,794.",
        ),
        (Verdict(Criterion.PLAYOFF), "Roma precede Lazio dopo uno spareggio."),
    ],
)
def test_the_same_in_italian(verdict: Verdict, words: str) -> None:
    assert separation(verdict, "Roma", "Lazio", str.title, load_words("it")[0]) == words
