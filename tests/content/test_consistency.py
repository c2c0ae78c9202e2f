"""Football's arithmetic within one match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from match_facts import PLAYED, XI, place, problems_of, with_goals, with_line_up
from site_builder.content.consistency import check_match, settled_status
from site_builder.football.model import (
    Card,
    CardColour,
    ExtraTime,
    GoalEvent,
    Happenings,
    Minute,
    Result,
    Score,
    Side,
    Status,
)


def test_a_match_that_adds_up_is_left_as_it_is() -> None:
    facts = with_goals("Zapata 10' Pessina 16', 78'; Lozano 53'")
    assert check_match(facts, place) == (facts, ())


@pytest.mark.parametrize("away", ["Atalanta", "ATALANTA", "Atálanta ", "atalanta."])
def test_a_team_never_plays_against_itself(away: str) -> None:
    assert problems_of(replace(PLAYED, away=away)) == [("same-team", ("away",), True)]


def test_a_name_has_to_leave_something_for_an_address() -> None:
    assert problems_of(replace(PLAYED, home="???")) == [("empty-slug", ("home",), True)]


@pytest.mark.parametrize(
    ("given", "result", "status"),
    [
        (None, Result(Score(0, 0)), Status.PLAYED),
        (None, None, Status.SCHEDULED),
        (Status.AWARDED, Result(Score(3, 0)), Status.AWARDED),
        (Status.POSTPONED, None, Status.POSTPONED),
    ],
)
def test_the_status_follows_from_the_score_where_none_is_given(
    given: Status | None, result: Result | None, status: Status
) -> None:
    assert settled_status(given, result) is status


@pytest.mark.parametrize("status", list(Status))
def test_a_status_and_a_score_may_contradict_each_other(status: Status) -> None:
    scored = problems_of(replace(PLAYED, status=status))
    unscored = problems_of(replace(PLAYED, status=status, result=None))
    assert bool(scored) == (status in {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED})
    assert bool(unscored) == (status in {Status.PLAYED, Status.AWARDED})
    assert {code for code, _, _ in scored + unscored} <= {"status-and-score"}


def test_a_walkover_needs_no_score() -> None:
    assert problems_of(replace(PLAYED, status=Status.AWARDED, result=None, winner=Side.HOME)) == []


def test_a_fixture_has_no_winner() -> None:
    facts = replace(PLAYED, status=Status.SCHEDULED, result=None, winner=Side.HOME)
    assert problems_of(facts) == [("winner-without-score", ("winner",), True)]


def test_only_an_awarded_match_has_a_played_score() -> None:
    facts = replace(PLAYED, played_score=Score(0, 0))
    assert problems_of(facts) == [("played-score", ("played_score",), True)]
    assert problems_of(replace(facts, status=Status.AWARDED)) == []


def test_no_score_is_above_a_later_one() -> None:
    result = Result(Score(3, 1), half_time=Score(2, 2))
    assert problems_of(replace(PLAYED, result=result)) == [("half-time-above-score", ("half_time",), True)]
    result = Result(Score(3, 1), Score(2, 0), Score(1, 1), ExtraTime.FULL)
    assert problems_of(replace(PLAYED, result=result)) == [("half-time-above-score", ("half_time",), True)]
    result = Result(Score(1, 1), None, Score(2, 1), ExtraTime.FULL)
    assert problems_of(replace(PLAYED, result=result)) == [("full-time-above-score", ("full_time",), True)]


def test_the_half_time_score_of_an_awarded_match_is_judged_by_what_was_played() -> None:
    awarded = replace(PLAYED, status=Status.AWARDED, result=Result(Score(3, 0), half_time=Score(0, 1)))
    assert problems_of(awarded) == []
    assert problems_of(replace(awarded, played_score=Score(0, 1))) == []
    assert problems_of(replace(awarded, played_score=Score(0, 0))) == [("half-time-above-score", ("half_time",), True)]


def test_a_score_at_full_time_speaks_of_extra_time() -> None:
    facts = replace(PLAYED, result=Result(Score(3, 1), full_time=Score(1, 1)))
    assert problems_of(facts) == [("full-time-without-extra-time", ("full_time",), True)]


def test_a_score_at_full_time_that_repeats_the_score_goes() -> None:
    completed, problems = check_match(replace(PLAYED, result=Result(Score(3, 1), full_time=Score(3, 1))), place)
    assert problems == ()
    assert completed.result == Result(Score(3, 1))


def test_a_goal_after_ninety_minutes_proves_extra_time() -> None:
    completed, problems = check_match(with_goals("Zapata 10' Pessina 16', 105+1'; Lozano 53'"), place)
    assert problems == ()
    assert completed.result
    assert completed.result.extra_time is ExtraTime.FULL


def test_a_goal_in_stoppage_time_proves_nothing() -> None:
    completed, _ = check_match(with_goals("Zapata 10' Pessina 16', 90+7'; Lozano 53'"), place)
    assert completed.result
    assert completed.result.extra_time is None


def test_a_golden_goal_stays_golden() -> None:
    facts = with_goals("Trezeguet 103'; ", replace(PLAYED, result=Result(Score(1, 0), extra_time=ExtraTime.GOLDEN_GOAL)))
    completed, _ = check_match(facts, place)
    assert completed.result
    assert completed.result.extra_time is ExtraTime.GOLDEN_GOAL


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ("A 1', 2', 3', 4'; B 5'", [("more-goals-than-score", ("goals", "home"), True)]),
        ("A 1', 2', 3'; B 5', 6'", [("more-goals-than-score", ("goals", "away"), True)]),
        ("A 1'; B 5'", [("fewer-goals-than-score", ("goals", "home"), False)]),
        ("A 1', 2', 3';", [("fewer-goals-than-score", ("goals", "away"), False)]),
        (
            "A 1', 2', 3', 4';",
            [("more-goals-than-score", ("goals", "home"), True), ("fewer-goals-than-score", ("goals", "away"), False)],
        ),
        ("B 5'; A 1', 2', 3'", [("more-goals-than-score", ("goals", "away"), True)]),
        ("A 1' B 2'(og) A; C", []),
    ],
)
def test_goals_are_compared_with_the_score(goals: str, expected: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert problems_of(with_goals(goals)) == expected


def test_goals_on_the_wrong_sides_are_told_as_such() -> None:
    _, problems = check_match(with_goals("Lozano 53'; Zapata 10' Pessina 16', 78'"), place)
    assert [p.fix for p in problems] == ["Are the sides the wrong way round?"]


def test_no_goals_told_say_nothing() -> None:
    assert problems_of(PLAYED) == []


def test_goals_need_a_score() -> None:
    facts = with_goals("A 1'; ", replace(PLAYED, result=None, status=Status.SCHEDULED))
    assert problems_of(facts) == [("goals-without-score", ("goals",), True)]


def test_the_goals_of_an_awarded_match_are_compared_with_what_was_played() -> None:
    awarded = replace(PLAYED, status=Status.AWARDED, result=Result(Score(3, 0)))
    assert problems_of(with_goals("; Lozano 53'", awarded)) == []
    assert problems_of(with_goals("; Lozano 53'", replace(awarded, played_score=Score(0, 1)))) == []
    assert problems_of(with_goals("; Lozano 53'", replace(awarded, played_score=Score(0, 0)))) == [
        ("more-goals-than-score", ("goals", "away"), True)
    ]


def test_goals_of_the_first_half_are_compared_with_the_score_at_half_time() -> None:
    facts = replace(PLAYED, result=Result(Score(3, 1), half_time=Score(1, 0)))
    assert problems_of(with_goals("A 10', 45+1', 78'; B 53'", facts)) == [("goals-and-half-time", ("half_time",), False)]
    assert problems_of(with_goals("A 10', 46', 78'; B 53'", facts)) == []


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))
def test_goals_and_score_agree_exactly_where_nothing_is_told(home: int, away: int, told_home: int, told_away: int) -> None:
    goals = (GoalEvent(Side.HOME, "A"),) * told_home + (GoalEvent(Side.AWAY, "B"),) * told_away
    facts = replace(PLAYED, result=Result(Score(home, away)), happenings=Happenings(goals=goals))
    found = problems_of(facts)
    assert (found == []) == ((home, away) == (told_home, told_away))
    assert any(is_error for _, _, is_error in found) == (told_home > home or told_away > away)


@pytest.mark.parametrize(("minute", "late"), [("90+12", False), ("120", False), ("120+3", False), ("121", True), ("150", True)])
def test_minutes_after_extra_time_are_remarked_on(minute: str, late: bool) -> None:  # noqa: FBT001 - a column of a table
    facts = with_goals(f"A {minute}', 2', 3'; B 5'")
    assert problems_of(facts) == ([("late-minute", ("goals", "home"), False)] if late else [])


def test_minutes_of_cards_and_changes_are_looked_at_too() -> None:
    cards = (Card(Side.AWAY, "A", CardColour.RED, Minute(130)),)
    assert problems_of(replace(PLAYED, happenings=Happenings(cards=cards))) == [("late-minute", ("cards", "away"), False)]
    assert problems_of(with_line_up(f"{XI} (Ilicic 125')")) == [("late-minute", ("lineups", "home"), False)]
    assert problems_of(with_line_up(f"{XI} [Y 125']")) == [("late-minute", ("lineups", "home"), False)]
