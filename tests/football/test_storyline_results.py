"""Results in a row: made only as far as somebody looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from football.playing import match_of
from site_builder.football.model import Match
from site_builder.football.storyline_results import Results
from site_builder.football.storyline_streaks import ENDED, GOES_ON, SHORTEST, Streak, streaks_of, worth_a_look


def results(made: list[str], *scores: str) -> Results:
    """Results as one team sees them, newest first; ``made`` notes which of them were asked for."""

    def each() -> Iterator[Match]:
        for day, score in enumerate(scores, 1):
            made.append(score)
            # At home on odd days, away on even ones.
            yield match_of(f"a {score} b" if day % 2 else f"b {score[::-1]} a", day)

    return Results("a", each())


@pytest.mark.parametrize(("length", "begins"), [(0, True), (2, True), (3, False), (9, False)])
def test_a_run_begins_with_as_many_results_as_hold(length: int, begins: bool) -> None:  # noqa: FBT001 - a case of the test
    assert results([], "2-0", "1-0", "0-0", "3-1").alike(length).issuperset({Streak.WINNING}) is begins


def test_no_more_results_are_made_than_a_look_needs() -> None:
    made: list[str] = []
    held = results(made, "2-0", "0-1", "1-1", "4-0")
    assert Streak.WINNING not in held.alike(4)
    assert Streak.LOSING not in held.alike(4)
    assert made == ["2-0", "0-1"]
    assert len(list(held)) == len(made) == 4


def test_fewer_results_than_asked_for_are_no_run() -> None:
    assert not results([], "2-0").alike(2)


GOALS = st.tuples(st.integers(0, 3), st.integers(0, 3))


@given(st.lists(GOALS, max_size=6), st.lists(st.integers(0, 8), min_size=1, max_size=4))
def test_results_are_alike_where_each_continues_the_run(goals: list[tuple[int, int]], lengths: list[int]) -> None:
    held = results([], *(f"{scored}-{conceded}" for scored, conceded in goals))
    for length in lengths:
        alike = {streak for streak in Streak if all(streak.holds(*one) for one in goals[:length])}
        assert held.alike(length) == (alike if length <= len(goals) else set())
    assert [(one.scored, one.conceded) for one in held] == goals


@given(GOALS)
def test_what_is_worth_a_look_is_what_has_a_measure(goals: tuple[int, int]) -> None:
    plain = [
        (streak, measure, measure.least - goes_on, goes_on)
        for streak in Streak
        for goes_on in (streak.holds(*goals),)
        if (measure := GOES_ON.get(streak) if goes_on else ENDED[streak])
    ]
    assert list(worth_a_look(*goals)) == plain
    assert streaks_of(*goals) == {streak for streak in Streak if streak.holds(*goals)}
    assert all(least >= SHORTEST for _, _, least, _ in plain)
