"""What was over when a match kicked off: pair by pair, as a timeline of the two has it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.earlier import before
from football.playing import match_of
from football.storytelling import real
from site_builder.football.history import History, was_over
from site_builder.football.model import Match
from site_builder.football.timeline import Timeline

DAYS = st.one_of(st.none(), st.integers(0, 3))
TIMES = st.one_of(st.none(), st.times(min_value=time(0), max_value=time(23, 59)))
HOURS = st.integers(-11, 13)


def timed(id_: str, day: int | None, at: time | None, hours: int | None) -> Match:
    """A match with a local time, and a kick-off where its zone is known."""
    match = replace(match_of("a 1-0 b", day, id=id_), time=at if day is not None else None)
    if match.date is None or match.time is None or hours is None:
        return match
    zone = timezone(timedelta(hours=hours))
    return replace(match, kick_off=datetime.combine(match.date, match.time, zone).astimezone(UTC))


@given(DAYS, TIMES, DAYS, TIMES, st.one_of(st.none(), st.tuples(HOURS, HOURS)))
def test_two_matches_are_compared_as_by_a_timeline(
    day: int | None, at: time | None, other_day: int | None, other_at: time | None, zones: tuple[int, int] | None
) -> None:
    earlier = timed("x", day, at, zones[0] if zones else None)
    match = timed("y", other_day, other_at, zones[1] if zones else None)
    assert was_over(earlier, match) == bool(Timeline((earlier, match)).before(match))


@given(st.integers(0, 379))
def test_a_history_holds_what_was_over_and_nothing_else(number: int) -> None:
    held = real("Serie A")
    found = before(held[::-1], held[number])
    assert tuple(found) == tuple(one for one in held if was_over(one, held[number]))


def test_an_undated_match_has_everything_behind_it() -> None:
    dated, undated = match_of("a 1-0 b", 1), match_of("c 1-0 d", None)
    assert tuple(before((undated, dated), undated)) == (dated,)
    assert tuple(before((undated, dated), dated)) == ()


def test_clocks_around_the_earth_count() -> None:
    """A morning in Sydney is over before the evening of the day before in Mexico City."""
    sydney = timed("s", 1, time(8), 11)
    mexico = timed("m", 0, time(20), -6)
    assert sydney.date is not None
    assert sydney.date > (mexico.date or date.max)
    assert tuple(before((sydney, mexico), mexico)) == (sydney,)


TOLD = st.tuples(DAYS, TIMES, st.one_of(st.none(), HOURS))


@given(st.lists(TOLD, max_size=7), st.one_of(st.none(), TOLD))
def test_a_history_is_cut_as_pair_by_pair(
    held: list[tuple[int | None, time | None, int | None]], other: tuple[int | None, time | None, int | None] | None
) -> None:
    matches = [timed(f"x{number}", *told) for number, told in enumerate(held)]
    matches = [replace(one, home="c") if number % 3 else one for number, one in enumerate(matches)]
    match = timed("x", *other) if other else matches[0] if matches else match_of("a 1-0 b", 1)
    history = History(matches)
    plain = [one for one in history.matches if was_over(one, match)]
    found = before(matches, match)
    assert list(found) == plain
    assert list(reversed(found)) == plain[::-1]
    assert len(found) == len(plain)
    assert history.cut(match) == History(matches).cut(match), "a cut asked for twice is the same"
    assert history.each_cut() == [History(matches).cut(one) for one in history.matches]
    first, later = history.cut(match)
    assert not later or later[0] > first
