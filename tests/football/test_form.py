"""Form, runs and meetings as a team sees them."""

from __future__ import annotations

from football.playing import league_of, match_of
from site_builder.football.form import Outcome, RunKind, balance, current_run, form, longest_run, meetings, played_by
from site_builder.football.model import Side, Status

SEASON = league_of("a 1-0 b", "c 2-2 a", "a 3-1 d", "b 1-0 a", "a 0-0 c", "d 0-2 a")


def outcomes(team: str = "a", last: int = 5) -> str:
    return "".join(one.outcome for one in form(team, SEASON, last))


def test_form_is_the_last_matches_newest_last() -> None:
    assert outcomes() == "DWLDW"
    assert outcomes(last=2) == "DW"
    assert outcomes("b") == "LW"


def test_form_is_of_five_matches_unless_one_asks_for_others() -> None:
    assert form("a", SEASON) == form("a", SEASON, 5) == played_by("a", SEASON)[-5:]


def test_form_at_a_kick_off_knows_nothing_later() -> None:
    assert "".join(one.outcome for one in form("a", SEASON[::-1], 5, until=SEASON[3])) == "WDW"
    fixture = match_of("a v b", 60)
    assert "".join(one.outcome for one in form("a", SEASON, 3, until=fixture)) == "LDW"


def test_a_team_sees_its_own_goals_first() -> None:
    last = played_by("a", SEASON)[-1]
    assert (last.team, last.score.text, last.side, last.opponent, last.outcome) == ("a", "2–0", Side.AWAY, "d", Outcome.WIN)


def test_a_shoot_out_leaves_a_draw() -> None:
    assert played_by("a", (match_of("a 1-1 b aet, 4-2 pens", 1),))[0].outcome is Outcome.DRAW


def test_runs_end_where_they_end() -> None:
    assert [len(longest_run(kind, "a", SEASON)) for kind in RunKind] == [1, 3, 1, 2, 3, 2]
    assert [one.opponent for one in longest_run(RunKind.UNBEATEN, "a", SEASON)] == ["b", "c", "d"]
    assert [one.opponent for one in current_run(RunKind.UNBEATEN, "a", SEASON)] == ["c", "d"]
    assert current_run(RunKind.LOSING, "a", SEASON) == ()
    assert longest_run(RunKind.WINNING, "nobody", SEASON) == ()


def test_of_equally_long_runs_the_earliest_is_the_longest() -> None:
    assert [one.opponent for one in longest_run(RunKind.WINNING, "a", SEASON)] == ["b"]


def test_matches_are_seen_in_their_order_whatever_the_order_they_come_in() -> None:
    two = (match_of("a 2-0 c", 9), match_of("a 1-0 b", 1))
    assert [one.opponent for one in played_by("a", two)] == ["b", "c"]
    assert [one.opponent for one in form("a", two, until=match_of("c v d", 5))] == ["b"], "a match of others is none of its own"


def test_meetings_include_those_to_come_and_leave_others_out() -> None:
    fixture = match_of("b v a", 90)
    assert [match.home for match in meetings("a", "b", (fixture, *SEASON))] == ["a", "b", "b"]
    assert meetings("a", "b", SEASON) == meetings("b", "a", SEASON[::-1])


def test_a_balance_sums_up_what_counted() -> None:
    void = match_of("a 9-0 b", 70, status=Status.VOID)
    total = balance(played_by("a", (*SEASON, void)))
    assert (total.played, total.won, total.drawn, total.lost) == (6, 3, 2, 1)
    assert (total.goals_for, total.goals_against, total.clean_sheets) == (8, 4, 3)
    assert balance(played_by("b", SEASON)).clean_sheets == 1
    assert balance(played_by("d", SEASON)).clean_sheets == 0
