"""Results in a row: made only as far as somebody looks, and runs whose lengths are counted all at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.playing import match_of
from site_builder.football.model import Match, Status
from site_builder.football.storyline_results import HOLE, Results, Run, run_lengths, runs_of, sure_and_alike
from site_builder.football.storyline_streaks import (
    ENDED,
    GOES_ON,
    LANES,
    MOST,
    Outlook,
    Possible,
    Streak,
    outlook_of,
    streaks_of,
    worth_a_look,
)
from site_builder.football.storyline_values import Known


def matches(*scores: str) -> list[Match]:
    """Matches as one team sees them, oldest first: at home on odd days, away on even ones."""
    return [match_of(f"a {score} b" if day % 2 else f"b {score[::-1]} a", day) for day, score in enumerate(scores, 1)]


def results(made: list[str], *scores: str) -> Results:
    """The same newest first; ``made`` notes which of them were asked for."""

    def each() -> Iterator[Match]:
        for score, match in zip(scores, matches(*scores), strict=True):
            made.append(score)
            yield match

    return Results("a", each)


def known_of(team: str, held: list[Match]) -> Known:
    """What is known of matches, which are oldest first."""

    def newest(count: int) -> tuple[tuple[str, ...], Match, Match]:
        found = held[-count:]
        return tuple(match.id for match in found), found[0], found[-1]

    return Known(run_lengths(team, held)[-1], *sure_and_alike(held)[-1], newest)


def outlook(streak: Streak, least: int) -> Outlook:
    """Where one run is looked for."""
    return outlook_of([Possible(streak, GOES_ON[streak], least, goes_on=True)])


def length_of(streak: Streak, lengths: int) -> int:
    """What stands in the lane of a kind of run."""
    lane = LANES[streak]
    return (lengths & lane) // (lane & -lane)


@pytest.mark.parametrize(("length", "begins"), [(1, True), (2, True), (3, False), (9, False)])
def test_a_run_has_begun_with_as_many_results_as_hold(length: int, begins: bool) -> None:  # noqa: FBT001 - a case of the test
    held = results([], "2-0", "1-0", "0-0", "3-1")
    assert bool(held.begun(outlook(Streak.WINNING, length))) is begins


def test_no_more_results_are_made_than_a_look_needs() -> None:
    made: list[str] = []
    held = results(made, "2-0", "0-1", "1-1", "4-0")
    assert not held.begun(outlook(Streak.WINNING, 4))
    assert made == ["2-0", "0-1"]
    assert len(list(held)) == 4


GOALS = st.tuples(st.integers(0, 3), st.integers(0, 3))
STATUSES = st.sampled_from([Status.PLAYED, Status.PLAYED, Status.AWARDED, Status.POSTPONED, Status.ABANDONED])


@given(GOALS, st.lists(GOALS, max_size=30))
def test_a_run_has_begun_where_each_result_continues_it(now: tuple[int, int], goals: list[tuple[int, int]]) -> None:
    scores = [f"{scored}-{conceded}" for scored, conceded in goals]
    held = results([], *scores)
    look = worth_a_look(*now)
    alike = [
        one
        for _, _, one in look.runs
        if len(goals) >= one.least and all(one.streak.holds(*score) for score in goals[: one.least])
    ]
    begun = held.begun(look)
    assert [one for one, _ in begun] == alike
    known = known_of("a", matches(*scores)[::-1])
    assert replace(held, newest=iter, known=known).begun(look) == begun, "without a look at any result"
    assert [(one.scored, one.conceded) for one in held] == goals


@given(st.lists(st.tuples(GOALS, STATUSES), max_size=12))
def test_lengths_of_runs_are_those_of_the_results_that_took_place(told: list[tuple[tuple[int, int], Status]]) -> None:
    held = [
        replace(match, status=status)
        for match, (_, status) in zip(matches(*(f"{a}-{b}" for (a, b), _ in told)), told, strict=True)
    ]
    lengths = run_lengths("a", held)
    for count, found in enumerate(lengths):
        counted = [goals for goals, status in told[:count] if status in {Status.PLAYED, Status.AWARDED}]
        for streak in Streak:
            run = next((at for at, goals in enumerate(reversed(counted)) if not streak.holds(*goals)), len(counted))
            assert length_of(streak, found) == run
    assert len(lengths) == len(told) + 1


def test_what_is_not_known_is_taken_for_a_match_without_goals() -> None:
    held = [replace(match, result=None) for match in matches("0-0", "0-0", "0-0", "0-0")]
    assert Results("a", lambda: iter(held)).begun(outlook(Streak.CLEAN_SHEETS, 4))
    assert not Results("a", lambda: iter(held)).begun(outlook(Streak.WINNING, 1))


def run_of(streak: Streak, newest: list[Match]) -> Run | None:
    """The run that the newest of some results belongs to, each looked at by itself."""
    run: list[Match] = []
    is_broken = False
    for match in newest[:MOST]:
        if match.result is None or match.status is not Status.PLAYED:
            return None
        run.append(match)
        score = match.result.score if match.home == "a" else match.result.score.swapped()
        if not streak.holds(score.home, score.away):
            is_broken = True
            break
    run.reverse()
    days = [match.date for match in run if match.date]
    competitions = sorted({match.competition for match in run})
    if (not is_broken and len(run) == MOST) or (is_broken and len(days) > 1 and days[0] == days[1]):
        return None
    has_hole = any(late > early + HOLE for early, late in pairwise(days))
    ids = tuple(match.id for match in run)
    return Run(len(run) - is_broken, ids, days[0], days[-1], has_hole, competitions[0] if len(competitions) == 1 else "")


def followed(streak: Streak, held: list[Match]) -> list[Run]:
    """The same as it is found among all runs; ``held`` are oldest first."""
    return [run for _, run in runs_of(Results("a", lambda: reversed(held[-MOST:])), outlook(streak, 1))]


def test_a_run_is_followed_so_far_and_no_further() -> None:
    held = matches(*["1-0"] * 300)
    assert followed(Streak.WINNING, held[:MOST]) == followed(Streak.WINNING, held) == []
    known = Results("a", lambda: islice(reversed(held), MOST), known_of("a", held))
    assert [length for _, length in known.begun(outlook(Streak.WINNING, 1))] == [300]
    assert not list(runs_of(known, outlook(Streak.WINNING, 1)))
    (run,) = followed(Streak.WINNING, held[: MOST - 1])
    assert (run.length, run.is_broken) == (MOST - 1, False)


def test_a_run_knows_the_match_before_it() -> None:
    held = matches("0-0", "2-1", "1-0")
    (run,) = followed(Streak.WINNING, held)
    assert (run.length, run.matches, run.is_broken) == (2, tuple(match.id for match in held), True)
    assert (run.since, run.until) == (held[0].date, held[-1].date)


def test_no_run_is_told_that_begins_on_a_day_when_the_match_before_it_may_have_been_after_it() -> None:
    """On 19 June 1988 South Korea beat Zambia in Suwon and drew with South Yemen in Jakarta; they won the next two as well."""
    lines = ("a 1-1 south-yemen", 19), ("a 4-0 zambia", 19), ("indonesia 0-4 a", 22), ("japan 0-1 a", 148)
    untimed = [match_of(line, day) for line, day in lines]
    assert followed(Streak.WINNING, untimed) == []
    assert [run.length for run in followed(Streak.UNBEATEN, untimed)] == [4]
    known = Results("a", lambda: reversed(untimed), known_of("a", untimed))
    assert list(runs_of(known, outlook(Streak.WINNING, 1))) == []
    timed = [match_of(line, day, kick_off=f"{15 + at}:00") for at, (line, day) in enumerate(lines)]
    assert [run.length for run in followed(Streak.WINNING, timed)] == [3]
    assert followed(Streak.WINNING, [timed[0], *untimed[1:]]) == followed(Streak.WINNING, [untimed[0], *timed[1:]]) == []
    assert [sure for sure, _ in sure_and_alike(untimed)] == [0, 1, 1, 2, 3]
    assert [sure for sure, _ in sure_and_alike(timed)] == [0, 1, 2, 3, 4]


FIRST_DAY = date(2020, 8, 1)
PLAYED = [Status.PLAYED] * 9
TOLD = st.tuples(GOALS, st.sampled_from([*PLAYED, Status.AWARDED]), st.sampled_from([*[1] * 20, 0, 365, 366]), st.integers(0, 12))


def held_of(told: list[tuple[tuple[int, int], Status, int, int]]) -> list[Match]:
    """Matches with so many days before each, few of them of another competition."""
    days = accumulate([days for _, _, days, _ in told])
    plain = matches(*(f"{scored}-{conceded}" for (scored, conceded), *_ in told))
    return [
        replace(match, status=status, date=FIRST_DAY + timedelta(days=day), competition="cup" if other else "other")
        for match, day, (_, status, _, other) in zip(plain, days, told, strict=True)
    ]


@given(GOALS, st.lists(TOLD, max_size=80), st.booleans())
def test_runs_are_those_of_results_looked_at_one_by_one(
    now: tuple[int, int],
    told: list[tuple[tuple[int, int], Status, int, int]],
    is_known: bool,  # noqa: FBT001 - a case of the test
) -> None:
    oldest = held_of(told)
    newest = oldest[::-1]
    known = known_of("a", oldest) if is_known else None
    held, look = Results("a", lambda: islice(iter(newest), MOST), known), worth_a_look(*now)
    plain = [(one, run_of(one.streak, newest)) for one, _ in held.begun(look)]
    assert list(runs_of(held, look)) == [(one, run) for one, run in plain if run]


@given(st.lists(TOLD, max_size=12))
def test_the_newest_matches_are_sure_and_alike_as_far_as_one_by_one_tells(
    told: list[tuple[tuple[int, int], Status, int, int]],
) -> None:
    held = held_of(told)
    found = sure_and_alike(held)
    assert len(found) == len(held) + 1
    for count, (sure, alike) in enumerate(found):
        newest = held[:count][::-1]
        several = (at for at, one in enumerate(newest) if one.competition != newest[0].competition)
        assert alike == next(several, count)
        days = [one.date for one in newest if one.date]
        far = next((at for at, (late, early) in enumerate(pairwise(days), 1) if not early < late <= early + HOLE), count)
        uncertain = next((at for at, one in enumerate(newest) if one.status is not Status.PLAYED), count)
        assert sure == min(far, uncertain)


def test_a_match_without_a_result_is_nothing_sure() -> None:
    held = matches("1-0", "2-0", "1-0", "1-0")
    assert [sure for sure, _ in sure_and_alike([held[0], replace(held[1], result=None), *held[2:]])] == [0, 1, 0, 1, 2]


@given(GOALS)
def test_what_is_worth_a_look_is_what_has_a_measure(goals: tuple[int, int]) -> None:
    plain = [
        Possible(streak, measure, measure.least - goes_on, goes_on)
        for streak in Streak
        for goes_on in (streak.holds(*goals),)
        if (measure := GOES_ON.get(streak) if goes_on else ENDED[streak])
    ]
    look = worth_a_look(*goals)
    assert [one for _, _, one in look.runs] == plain
    assert look.lanes == sum(LANES[one.streak] for one in plain)
    assert streaks_of(*goals) == sum(LANES[streak] for streak in Streak if streak.holds(*goals))
