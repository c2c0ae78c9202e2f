"""Records and firsts of a season where another match was played at the same time: what may have come second is not told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from football.playing import match_of
from football.storytelling import goal, sentences_about
from site_builder.football.model import Happenings, Match, Side

EARLIER = tuple(match_of(f"t{n} 1-0 u{n}", n) for n in range(1, 31))
TO_THAT_POINT = "of the 2020–21 Cup to that point (31 matches held here)."
BIGGEST = f"A's 5–0 was the biggest win {TO_THAT_POINT}"
FIRST = "The first match of the 2020–21 Cup without a goal (31 matches held here)."
HAT_TRICK = "X scored a hat-trick"


def told(line: str, other: str, kick_off: str = "", then: str = "") -> list[str]:
    """What is said about a match with another one on its day, each with its kick-off."""
    match, beside = (match_of(text, 40, kick_off=at) for text, at in ((line, kick_off), (other, then)))
    return sentences_about(match, (*EARLIER, match, beside))


@pytest.mark.parametrize(
    ("other", "kick_off", "then", "is_told"),
    [
        ("c 4-0 d", "", "", True),
        ("c 5-0 d", "", "", False),
        ("c 0-6 d", "", "", False),
        ("c 5-0 d", "15:00", "", False),
        ("c 5-0 d", "15:00", "15:00", False),
        ("c 5-0 d", "16:00", "15:00", False),
        ("c 5-0 d", "15:00", "16:00", True),
        ("c 5-0 d", "15:00", "20:45", True),
    ],
)
def test_the_biggest_win_is_told_where_no_other_may_have_been_it_before(
    other: str, kick_off: str, then: str, *, is_told: bool
) -> None:
    assert (BIGGEST in told("a 5-0 b", other, kick_off, then)) is is_told


@pytest.mark.parametrize(("other", "is_told"), [("c 4-2 d", True), ("c 4-3 d", False)])
def test_so_it_is_with_the_most_goals(other: str, *, is_told: bool) -> None:
    assert (f"Seven goals were the most in a match {TO_THAT_POINT}" in told("a 4-3 b", other)) is is_told


@pytest.mark.parametrize(("other", "is_told"), [("c 1-0 d", True), ("c v d", True), ("c 0-0 d", False)])
def test_of_two_matches_without_a_goal_on_a_day_neither_is_the_first(other: str, *, is_told: bool) -> None:
    assert (FIRST in told("a 0-0 b", other)) is is_told


def test_a_team_that_played_twice_on_a_day_has_no_biggest_win_of_both() -> None:
    own = tuple(match_of(f"a 1-0 t{n}", n) for n in range(1, 10))
    match, again, other = match_of("a 5-0 b", 20), match_of("c 0-5 a", 20), match_of("c 0-5 d", 20)
    said = "A's biggest win of the 2020–21 Cup to that point (ten matches held here)."
    rest = tuple(match_of(f"t{n} 6-0 u{n}", n) for n in range(1, 4))
    assert said in sentences_about(match, (*own, *rest, match, other))
    assert said not in sentences_about(match, (*own, *rest, match, again))


def test_of_two_crowds_on_a_day_the_larger_one_is_the_largest() -> None:
    def with_crowd(match: Match, crowd: int | None) -> Match:
        return replace(match, happenings=Happenings(attendance=crowd))

    held = [with_crowd(one, 200) for one in EARLIER]
    match = with_crowd(match_of("a 1-0 b", 40), 300)
    said = "The crowd of 300 was the largest of the 2020–21 Cup to that point (31 crowds known here)."
    for crowd, is_told in ((None, True), (299, True), (300, False)):
        beside = with_crowd(match_of("c 1-0 d", 40), crowd)
        assert (said in sentences_about(match, (*held, match, beside))) is is_told


def test_hat_tricks_of_one_day_are_not_counted() -> None:
    def scored(match: Match, player: str) -> Match:
        goals = tuple(goal(Side.HOME, player, minute) for minute in (10, 40, 70))
        return replace(match, happenings=Happenings(goals=goals))

    held = [replace(one, happenings=Happenings(goals=(goal(Side.HOME, "y", 1),))) for one in EARLIER]
    match, other = match_of("a 3-0 b", 40), match_of("c 3-0 d", 40)
    counted = f"{HAT_TRICK}, the first of the 2020–21 Cup (31 matches held here)."
    one = scored(match, "x")
    assert counted in sentences_about(one, (*held, one, match_of("c 2-2 d", 40)))
    for beside in (other, scored(other, "z")):
        said = sentences_about(one, (*held, one, beside))
        assert counted not in said
        assert f"{HAT_TRICK}." in said
