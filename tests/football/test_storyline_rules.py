"""The rules behind storylines, each on a few matches: what counts as a win, as home, as proved."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from football.playing import league_of, match_of
from football.storytelling import goal, sentences_about
from site_builder.football.model import (
    BySide,
    Card,
    CardColour,
    GoalEvent,
    GoalKind,
    Happenings,
    LineUp,
    Match,
    Minute,
    Score,
    Side,
    Stage,
    Status,
    Substitution,
)

HOME, AWAY = Side.HOME, Side.AWAY


def last_of(matches: Sequence[Match], competition: str = "Cup") -> list[str]:
    """What is said about the last of some matches."""
    return sentences_about(matches[-1], matches, competition)


def with_goals(line: str, *goals: GoalEvent, cards: tuple[Card, ...] = (), day: int = 0) -> Match:
    return replace(match_of(line, day), happenings=Happenings(goals=goals, cards=cards))


def alone(line: str, *goals: GoalEvent, cards: tuple[Card, ...] = ()) -> list[str]:
    return last_of((with_goals(line, *goals, cards=cards),))


def cup_of(*lines: str) -> tuple[Match, ...]:
    """Matches a week apart that belong to no league."""
    return tuple(match_of(line, 7 * index) for index, line in enumerate(lines))


WINS = ("a 2-1 b", "c 1-2 a", "a 2-1 d", "e 1-2 a", "a 2-1 f")


def test_a_run_of_the_season_is_whole_where_every_matchday_is_held() -> None:
    assert "A won each of their first five matches of the 2020–21 Cup." in last_of(league_of(*WINS))


def test_a_run_elsewhere_is_one_of_the_matches_held() -> None:
    assert "A's fifth Cup win in a row, of the matches held here." in last_of(cup_of(*WINS))


def test_a_shoot_out_is_a_draw_in_a_run() -> None:
    held = cup_of("z 1-0 a", *WINS[:4], "a 1-1 b aet, 4-2 pens")
    assert last_of(held) == []
    assert "The end of A's run of five wins in the matches held here." in last_of((*cup_of(*WINS), friendly("a 1-1 b")))


def friendly(line: str) -> Match:
    return replace(match_of(line, 60), competition="friendlies")


def test_a_run_that_meets_an_awarded_result_is_not_told() -> None:
    held = league_of(*WINS)
    awarded = replace(held[1], status=Status.AWARDED)
    assert last_of((held[0], awarded, *held[2:])) == []


def test_a_void_match_never_was() -> None:
    held = league_of(*WINS)
    void = match_of("a 0-9 g", 3, matchday=9, status=Status.VOID)
    assert last_of((void, *held)) == last_of(held) != []


def test_a_run_of_matches_far_apart_is_none() -> None:
    held = tuple(match_of(line, 100 * index) for index, line in enumerate(WINS))
    assert last_of(held) == []


def test_no_run_goes_over_a_hole_in_what_is_held() -> None:
    held = tuple(match_of(f"a 2-1 t{number}", 3 * number) for number in range(20))
    assert last_of(held) != []
    assert last_of((*held, match_of("a 2-1 u", 500))) == []
    a_year, a_day_more = ((*held, match_of("a 2-1 u", 57 + days)) for days in (365, 366))
    assert "A's 21st Cup win in a row, of the matches held here." in last_of(a_year)
    assert last_of(a_day_more) == []


def test_a_run_is_counted_up_to_the_match_however_much_follows() -> None:
    held = league_of(*WINS, "a 0-3 g")
    assert sentences_about(held[4], held) == last_of(held[:5])
    assert "G ended the run of five wins with which A began the 2020–21 Cup." in last_of(held)


MEETINGS = ("a 2-0 b", "b 1-0 a", "a 1-1 b", "b 2-0 a", "a 0-1 b")


def test_a_first_win_since_names_the_day_and_the_meetings_held() -> None:
    held = cup_of(*MEETINGS, "b 0-2 a")
    assert "A's first win over B since 1 September 2020, after four meetings held here without one." in last_of(held)
    assert last_of(held[1:])[0] == "A's first win over B in five meetings held here."


def test_a_shoot_out_is_no_win_over_an_opponent() -> None:
    held = cup_of(*MEETINGS, "b 1-1 a aet, 3-5 pens")
    assert last_of(held) == []


def test_neutral_ground_is_not_at_home() -> None:
    held = cup_of("a 2-0 b", "a 1-1 b", "a 1-1 b", "a 0-1 b", "a 0-2 b", "b 1-2 a", "a 3-0 b")
    assert "A's first win at home to B since 1 September 2020, after four such meetings held here without one." in last_of(held)
    neutral = replace(held[-1], neutral=True)
    assert last_of((*held[:-1], neutral)) == []


def test_nothing_is_told_beyond_an_awarded_meeting() -> None:
    held = list(cup_of(*MEETINGS, "b 0-2 a"))
    held[0] = replace(held[0], status=Status.AWARDED)
    assert "first win" not in " ".join(last_of(held))


def test_wins_in_a_row_over_an_opponent() -> None:
    assert last_of(cup_of("a 1-0 b", "b 0-1 a", "a 2-0 b", "a 2-1 b"))[0] == (
        "A's fourth win in a row over B in the meetings held here."
    )


def test_a_late_winner_is_told_in_words() -> None:
    assert alone("a 2-1 b", goal(HOME, "x", 10), goal(AWAY, "y", 20), goal(HOME, "z", 90, added=8)) == [
        "Z scored the winner in the eighth minute of stoppage time."
    ]
    assert alone("a 1-0 b", goal(HOME, "x", 89, GoalKind.PENALTY)) == ["X's penalty in the 89th minute was the winner."]


def test_a_late_goal_that_decides_nothing_is_not_told() -> None:
    assert alone("a 2-0 b", goal(HOME, "x", 10), goal(HOME, "y", 90)) == []


def test_goals_of_both_sides_in_one_minute_leave_their_order_open() -> None:
    assert alone("a 2-1 b", goal(AWAY, "y", 50), goal(HOME, "x", 88), goal(HOME, "x", 90)) != []
    assert alone("a 2-1 b", goal(AWAY, "y", 90), goal(HOME, "x", 90), goal(HOME, "x", 90)) == []


def test_a_first_minute_goal() -> None:
    assert alone("a 1-0 b", goal(HOME, "x", 1)) == ["X scored in the first minute."]
    assert alone("a 1-0 b", GoalEvent(HOME, "x")) == []


def test_three_goals_in_six_minutes() -> None:
    goals = (goal(HOME, "x", 10), goal(HOME, "y", 12), goal(HOME, "z", 15))
    assert alone("a 3-0 b", *goals) == ["Three A goals in six minutes turned 0–0 into 3–0."]
    assert alone("a 3-0 b", *goals[:2], goal(HOME, "z", 16)) == []


def test_half_time_proves_a_comeback_without_minutes() -> None:
    match = match_of("a 3-2 b")
    assert match.result is not None
    match = replace(match, result=replace(match.result, half_time=Score(0, 2)))
    assert last_of((match,)) == ["A trailed 0–2 at half-time and came back to win 3–2."]
    extra = replace(match_of("a 3-2 b aet (2-2)"))
    assert extra.result is not None
    extra = replace(extra, result=replace(extra.result, half_time=Score(0, 2)))
    assert last_of((extra,)) == ["A trailed 0–2 at half-time and came back to win 3–2 after extra time."]


RED = Card(HOME, "x", CardColour.RED, Minute(30))


def test_a_win_with_ten_men() -> None:
    assert alone("a 1-0 b", goal(HOME, "y", 60), cards=(RED,)) == ["With ten men from the 30th minute, A still won."]
    assert alone("a 0-1 b", goal(AWAY, "y", 60), cards=(RED,)) == []
    level = replace(RED, side=AWAY, player="z")
    assert alone("a 1-0 b", goal(HOME, "y", 60), cards=(RED, level)) == []


@pytest.mark.parametrize("minute", [None, Minute(85)])
def test_a_red_card_late_or_without_a_minute_is_no_feat(minute: Minute | None) -> None:
    assert alone("a 1-0 b", goal(HOME, "y", 60), cards=(replace(RED, minute=minute),)) == []


def test_a_player_sent_off_from_the_bench_leaves_eleven() -> None:
    line_up = LineUp((tuple("abcdefghijk"),), (Substitution("k", "l", Minute(20)),))
    match = with_goals("a 1-0 b", goal(HOME, "a", 60), cards=(replace(RED, player="k"),))
    match = replace(match, happenings=replace(match.happenings, line_ups=BySide(line_up, None)))
    assert last_of((match,)) == []


def test_a_hat_trick_is_counted_only_where_no_earlier_one_can_be_missing() -> None:
    hat_trick = tuple(goal(HOME, "x", minute) for minute in (10, 40, 70))
    earlier = [with_goals("c 1-0 d", goal(HOME, "y", 50), day=day) for day in range(1, 10)]
    match = with_goals("a 3-0 b", *hat_trick, day=20)
    assert "X scored a hat-trick, the first of the 2020–21 Cup (ten matches held here)." in last_of((*earlier, match))
    unknown = match_of("c 4-0 d", 11)
    assert "X scored a hat-trick." in last_of((*earlier, unknown, match))


def test_the_only_goal_as_an_own_goal() -> None:
    assert alone("a 1-0 b", goal(HOME, "x", 20, GoalKind.OWN_GOAL)) == ["The only goal was an own goal, by X."]


def test_round_numbers_need_the_scorers_of_every_match() -> None:
    scorers = ("xxx", "xxx", "y", "xx", "xx")
    held = [_scored(number, names) for number, names in enumerate(scorers, 1)]
    assert "X reached ten goals in the 2020–21 Cup." in last_of(held)
    held[2] = replace(held[2], happenings=Happenings())
    assert not [text for text in last_of(held) if text.startswith("X")]


def test_goals_in_match_after_match() -> None:
    held = [_scored(number, "x") for number in range(1, 5)]
    assert "X scored in a fourth Cup match running." in last_of(held)
    assert "running" not in " ".join(last_of(held[1:]))
    gap = [_scored(number, "x") for number in (1, 2, 4, 5)]
    assert "X scored in a fourth Cup match running (four A matches held here)." in last_of(gap)


def _scored(matchday: int, names: str) -> Match:
    goals = (goal(HOME, name, 10 * minute) for minute, name in enumerate(names, 1))
    match = with_goals(f"a {len(names)}-0 t{matchday}", *goals, day=matchday)
    return replace(match, stage=Stage(matchday=matchday))


def test_an_equalled_record_is_none() -> None:
    held = [match_of(f"t{n} 2-0 u{n}", n) for n in range(1, 10)]
    big, again = match_of("a 5-0 b", 10), match_of("c 5-0 d", 11)
    assert "A's 5–0 was the biggest win of the 2020–21 Cup to that point (ten matches held here)." in last_of((*held, big))
    assert last_of((*held, big, again)) == []


def test_friendlies_have_no_records() -> None:
    held = [replace(match_of(f"t{n} 2-0 u{n}", n), competition="friendlies") for n in range(1, 10)]
    assert last_of((*held, replace(match_of("a 5-0 b", 10), competition="friendlies"))) == []


def test_the_first_goalless_match_of_a_season() -> None:
    held = [match_of(f"t{n} 1-0 u{n}", n) for n in range(1, 13)]
    goalless = match_of("a 0-0 b", 20)
    assert last_of((*held, goalless)) == ["The first match of the 2020–21 Cup without a goal (13 matches held here)."]
    assert last_of((*held, match_of("e 0-0 f", 19), goalless)) == []


def test_the_first_home_win_of_a_season() -> None:
    held = league_of("a 0-1 b", "a 0-1 c", "a 0-1 d", "a 0-1 e", "a 1-1 f", "a 2-0 g")
    assert last_of(held) == ["A's first home win of the 2020–21 Cup, in their sixth home match."]
    neutral = tuple(replace(one, neutral=True) for one in held)
    assert not [text for text in last_of(neutral) if "home" in text]


def test_a_tie_is_told_against_nobodys_verdict() -> None:
    legs = (match_of("a 0-2 b", 1, round="Semi-finals", leg=1), match_of("b 0-3 a", 8, round="Semi-finals", leg=2))
    assert last_of(legs) == ["A lost the first leg 2–0 and still won the tie."]
    ruled = replace(legs[1], winner=HOME)
    assert last_of((legs[0], ruled)) == []


def test_a_long_shoot_out() -> None:
    assert last_of(cup_of("a 1-1 b aet, 11-10 pens")) == ["The shoot-out went on until 11–10."]
    assert last_of(cup_of("a 1-1 b aet, 4-3 pens")) == []
