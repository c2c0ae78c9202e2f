"""Shoot-outs and winners that fit their kicks and their score."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from match_facts import PLAYED, place, problems_of, with_goals
from site_builder.content.consistency import check_match
from site_builder.content.model import MatchFacts
from site_builder.content.shorthand import parse_kicks
from site_builder.football.model import (
    ExtraTime,
    Happenings,
    Result,
    Score,
    Side,
    Status,
)
from site_builder.problems import Problem


def shootout(score: Score | None, kicks: str = "", winner: Side | None = None) -> MatchFacts:
    result = Result(Score(1, 1), extra_time=ExtraTime.FULL, shootout=score)
    return replace(PLAYED, result=result, winner=winner, happenings=Happenings(shootout=parse_kicks(kicks)))


KICKS = "1-0 Muriel, 1-0 Lozano (saved), 2-0 Zapata"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (shootout(Score(4, 2)), []),
        (shootout(Score(4, 4)), [("level-shootout", ("score",))]),
        (shootout(Score(2, 0), KICKS), []),
        (shootout(Score(3, 0), KICKS), [("shootout-and-score", ("shootout",))]),
        (shootout(None, "1-0 Muriel, 1-1 Lozano"), [("level-shootout", ("shootout",))]),
        (shootout(Score(4, 2), winner=Side.HOME), []),
        (shootout(Score(4, 2), winner=Side.AWAY), [("winner-and-shootout", ("winner",))]),
        (replace(PLAYED, winner=Side.AWAY), []),
        (replace(shootout(None, KICKS), result=None, status=Status.SCHEDULED), [("shootout-without-score", ("shootout",))]),
    ],
)
def test_shootouts_have_a_winner_and_fit_their_kicks(facts: MatchFacts, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert problems_of(facts) == [(code, key, True) for code, key in expected]


def test_kicks_give_the_score_of_a_shootout_where_it_is_not_told() -> None:
    completed, problems = check_match(shootout(None, KICKS), place)
    assert problems == ()
    assert completed.result
    assert completed.result.shootout == Score(2, 0)


def test_a_shootout_after_a_decided_match_is_for_the_tie_to_judge() -> None:
    assert problems_of(replace(PLAYED, result=Result(Score(3, 1), shootout=Score(5, 4)))) == []


def test_every_problem_says_what_to_do() -> None:
    facts = with_goals("A 1', 2', 3', 4', 130'; ", replace(PLAYED, away="Atalanta", played_score=Score(1, 0)))
    found: tuple[Problem, ...] = check_match(facts, place)[1]
    assert len(found) >= 4
    assert all(p.fix.endswith((".", "?")) and not p.message.endswith(".") for p in found)
