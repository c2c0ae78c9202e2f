"""Results in a row: made only as far as somebody looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from site_builder.football.model import Side
from site_builder.football.storyline_results import Results, Seen
from site_builder.football.storyline_streaks import Streak


def results(made: list[str], *scores: str) -> Results:
    """Results as one team sees them, newest first; ``made`` notes which of them were asked for."""

    def each() -> Iterator[Seen]:
        for score in scores:
            made.append(score)
            scored, conceded = map(int, score.split("-"))
            yield Seen(None, Side.HOME, scored, conceded, is_certain=True)  # type: ignore[arg-type]  # no match is looked at

    return Results(each())


@pytest.mark.parametrize(("length", "begins"), [(0, True), (2, True), (3, False), (9, False)])
def test_a_run_begins_with_as_many_results_as_hold(length: int, begins: bool) -> None:  # noqa: FBT001 - a case of the test
    assert results([], "2-0", "1-0", "0-0", "3-1").begin_with(Streak.WINNING, length) is begins


def test_no_more_results_are_made_than_a_look_needs() -> None:
    made: list[str] = []
    held = results(made, "2-0", "0-1", "1-1", "4-0")
    assert not held.begin_with(Streak.WINNING, 4)
    assert not held.begin_with(Streak.LOSING, 4)
    assert made == ["2-0", "0-1"]
    assert len(list(held)) == len(made) == 4


def test_fewer_results_than_asked_for_are_no_run() -> None:
    assert not results([], "2-0").begin_with(Streak.WINNING, 2)
