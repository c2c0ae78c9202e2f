"""Form, runs and meetings as a team sees them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.playing import league_of, match_of
from site_builder.football.form import (
    Outcome,
    Played,
    RunKind,
    balance,
    current_run,
    form,
    longest_run,
    meetings,
    played_by,
    played_by_each,
    seen_by,
)
from site_builder.football.model import Match, Side, Status
from site_builder.football.records import longest_runs, most_goals, records
from site_builder.football.tallies import counts
from site_builder.football.timeline import Timeline, in_order

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


LINES = st.sampled_from(["a 1-0 b", "b 2-2 a", "c 0-3 a", "b 1-0 c", "a 0-0 c", "c v b"])
STATUSES = st.sampled_from([None, None, None, Status.AWARDED, Status.VOID])
TIMES = st.one_of(st.none(), st.sampled_from([time(0), time(12), time(23, 30)]))
TOLD = st.tuples(LINES, st.one_of(st.none(), st.integers(0, 60)), TIMES, st.one_of(st.none(), st.integers(-11, 13)), STATUSES)


def told_matches(told: list[tuple[str, int | None, time | None, int | None, Status | None]]) -> list[Match]:
    """Matches near each other and far apart, some without a day or a time, some in other zones."""
    found = []
    for number, (line, day, at, hours, status) in enumerate(told):
        match = replace(match_of(line, day, status=status, id=f"x{number:02}"), time=at if day is not None else None)
        if match.date and match.time and hours is not None:
            zone = timezone(timedelta(hours=hours))
            match = replace(match, kick_off=datetime.combine(match.date, match.time, zone).astimezone(UTC))
        found.append(match)
    return found


@given(st.lists(TOLD, max_size=7).map(told_matches))
def test_matches_are_in_order_as_a_timeline_has_them(matches: list[Match]) -> None:
    assert tuple(in_order(matches)) == Timeline(matches).matches


def plain_longest(kind: RunKind, played: tuple[Played, ...]) -> tuple[Played, ...]:
    """Every stretch of matches tried."""
    holds = {
        RunKind.WINNING: lambda one: one.outcome is Outcome.WIN,
        RunKind.UNBEATEN: lambda one: one.outcome is not Outcome.LOSS,
        RunKind.LOSING: lambda one: one.outcome is Outcome.LOSS,
        RunKind.WINLESS: lambda one: one.outcome is not Outcome.WIN,
        RunKind.SCORING: lambda one: one.score.home > 0,
        RunKind.CLEAN_SHEETS: lambda one: one.score.away == 0,
    }[kind]
    stretches = [played[first:last] for first in range(len(played)) for last in range(first + 1, len(played) + 1)]
    return max([one for one in stretches if all(map(holds, one))], key=len, default=())


@given(st.lists(TOLD, max_size=12).map(told_matches), st.sampled_from(RunKind))
def test_each_teams_matches_and_longest_runs_are_as_for_one_team(matches: list[Match], kind: RunKind) -> None:
    each = played_by_each(matches)
    for team, played in each.items():
        own = Timeline(match for match in matches if team in {match.home, match.away}).matches
        assert played == played_by(team, matches) == tuple(seen_by(team, match) for match in own if counts(match))
        assert longest_run(kind, team, matches) == plain_longest(kind, played)
    assert list(each) == sorted({team for match in matches for team in (match.home, match.away)})
    runs = {run.team: run.played for run in longest_runs(kind, matches, 1)}
    assert runs == {team: run for team, played in each.items() if (run := plain_longest(kind, played))}


@given(st.lists(TOLD, max_size=12).map(told_matches))
def test_records_are_the_greatest_of_all(matches: list[Match]) -> None:
    held = [(match, match.result.score) for match in Timeline(matches).matches if counts(match) and match.result]
    found = records(matches)
    goals = max([score.home + score.away for _, score in held], default=0)
    assert most_goals(matches) == found.most_goals == tuple(match for match, score in held if score.home + score.away == goals)
    for biggest, sign in ((found.biggest_home_wins, 1), (found.biggest_away_wins, -1)):
        wins = [((score.home - score.away) * sign, score.home + score.away, match) for match, score in held]
        best = max([(margin, count) for margin, count, _ in wins if margin > 0], default=None)
        assert biggest == tuple(match for margin, count, match in wins if (margin, count) == best)
    assert found.goals == sum(score.home + score.away for _, score in held)
