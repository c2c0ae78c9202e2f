"""Brackets: who meets the winner of whom, whole and half played."""

from __future__ import annotations

from itertools import permutations

from football.playing import match_of, round_of
from site_builder.football.bracket import Bracket, Place, bracket_of, last_rounds
from site_builder.football.rules import Rules

QUARTERS = round_of("Quarter-finals", "a 1-0 b", "c 1-0 d", "e 0-1 f", "g 1-0 h")
SEMIS = round_of("Semi-finals", "f 2-0 a", "c 0-1 g", first_day=10)
FINAL = round_of("Final", "g 1-2 f", first_day=20)
THIRD = round_of("Match for third place", "a 0-0 c aet, 3-4 pens", first_day=19)


def lines(bracket: Bracket) -> list[list[str]]:
    return [[f"{entry.tie.home}-{entry.tie.away}" for entry in held.ties] for held in bracket.rounds]


def test_ties_stand_in_the_order_in_which_their_winners_meet() -> None:
    bracket = bracket_of((*QUARTERS, *SEMIS, *FINAL, *THIRD), Rules())
    assert lines(bracket) == [["c-d", "g-h", "e-f", "a-b"], ["c-g", "f-a"], ["g-f"]]
    final = bracket.rounds[2].ties[0]
    assert (final.home_from, final.away_from) == (Place(1, 0), Place(1, 1))
    assert bracket.rounds[1].ties[1].home_from == Place(0, 2)
    assert bracket.winner == "f"
    assert bracket.third_place is not None
    assert bracket.third_place.winner == "c"


def test_the_order_of_the_matches_does_not_matter() -> None:
    whole = bracket_of((*QUARTERS, *SEMIS, *FINAL), Rules())
    for order in permutations((*SEMIS, *FINAL)):
        assert bracket_of((*order, *QUARTERS[::-1]), Rules()) == whole


def test_a_half_played_bracket_shows_what_is_known() -> None:
    fixtures = (match_of("f v a", 10, round="Semi-finals"), match_of("c v g", 11, round="Semi-finals"))
    bracket = bracket_of((*QUARTERS, *fixtures), Rules())
    assert lines(bracket) == [["e-f", "a-b", "c-d", "g-h"], ["f-a", "c-g"]]
    assert bracket.winner is None
    assert [entry.tie.winner for entry in bracket.rounds[1].ties] == [None, None]
    only_quarters = bracket_of(QUARTERS, Rules())
    assert lines(only_quarters) == [["a-b", "c-d", "e-f", "g-h"]]


def test_who_appears_in_the_next_round_went_on_even_if_nothing_says_how() -> None:
    drawn = (*round_of("Semi-finals", "italy 0-0 russia aet"), *round_of("Final", "italy 2-0 yugoslavia", first_day=4))
    entry = bracket_of(drawn, Rules()).rounds[0].ties[0]
    assert (entry.tie.winner, entry.tie.won_on, entry.went_on) == (None, None, "italy")


def test_a_bye_has_no_tie_before_it() -> None:
    bracket = bracket_of((*round_of("Round 1", "a 1-0 b"), *round_of("Round 2", "a 0-1 z", first_day=9)), Rules())
    entry = bracket.rounds[1].ties[0]
    assert (entry.home_from, entry.away_from) == (Place(0, 0), None)


def test_only_the_last_rounds_may_be_shown() -> None:
    short = last_rounds(bracket_of((*QUARTERS, *SEMIS, *FINAL), Rules()), 2)
    assert [held.name for held in short.rounds] == ["Semi-finals", "Final"]
    assert (short.rounds[1].ties[0].home_from, short.rounds[1].ties[0].away_from) == (Place(0, 0), Place(0, 1))
    assert (short.rounds[0].ties[0].home_from, short.rounds[0].ties[0].away_from) == (None, None)
    assert short.tie_with(FINAL[0]) == short.rounds[1].ties[0].tie
