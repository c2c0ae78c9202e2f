"""What lay behind a match, read a few matches at a time: as a history of all of them has it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.earlier import before
from football.playing import match_of
from site_builder.football.model import Match, Season
from site_builder.football.storyline_results import run_lengths, sure_and_alike
from site_builder.incremental.memo import Input, Memo
from site_builder.incremental.recorder import Recorder
from site_builder.site import histories, model
from site_builder.site.matches import in_time
from site_builder.site.model import Edition, Squad

DAYS = st.one_of(st.none(), st.integers(0, 4), st.integers(0, 300))
TIMES = st.one_of(st.none(), st.sampled_from([time(0), time(11), time(12, 50), time(20)]))
HOURS = st.one_of(st.none(), st.integers(-11, 13))
TEAMS = st.sampled_from(["a 1-0 b", "b 2-2 a", "a 0-3 c", "c 1-1 a", "b 1-0 c"])
SEASONS = st.sampled_from(["2020-21", "2021-22", "2021"])
TOLD = st.tuples(TEAMS, DAYS, TIMES, HOURS, st.one_of(st.none(), st.integers(0, 3)), SEASONS)
Told = tuple[str, int | None, time | None, int | None, int | None, str]


def match_told(number: int, told: Told) -> Match:
    """A match with a local time, and a kick-off where its zone is known."""
    score, day, at, hours, crowd, season = told
    match = replace(match_of(score, day, id=f"x{number:02}"), time=at if day is not None else None)
    match = replace(match, happenings=replace(match.happenings, attendance=crowd))
    match = replace(match, season=Season.parse(season), competition="other" if number % 3 else "cup")
    if match.date is None or match.time is None or hours is None:
        return match
    zone = timezone(timedelta(hours=hours))
    return replace(match, kick_off=datetime.combine(match.date, match.time, zone).astimezone(UTC))


def site_of(held: list[Match]) -> dict[Input[Any, Any], dict[Any, Any]]:
    """The inputs of a site of these matches, which are in order of time."""
    ids = {team: tuple(one.id for one in held if team in {one.home, one.away}) for team in "abc"}
    editions = {Edition(one.competition, one.season) for one in held}
    return {
        model.MATCHES: {one.id: one for one in held},
        model.MATCHES_OF_TEAM: ids,
        model.MATCHES_OF_SQUAD: {one: tuple(m.id for m in held if one in _squads(m)) for m in held for one in _squads(m)},
        model.MATCHES_OF_EDITION: {one: tuple(m.id for m in held if _edition(m) == one) for one in editions},
        model.SEASONS_OF_COMPETITION: {name: tuple({one.season for one in editions}) for name in ("cup", "other")},
        model.SEASONS_OF_TEAM: {team: tuple({one.season for one in editions}) for team in "abc"},
    }


def _squads(match: Match) -> tuple[Squad, Squad]:
    return Squad(match.home, match.season), Squad(match.away, match.season)


def _edition(match: Match) -> Edition:
    return Edition(match.competition, match.season)


@given(st.lists(TOLD, min_size=1, max_size=25), st.data())
def test_what_is_read_bit_by_bit_is_what_a_history_holds(told: list[Told], data: st.DataObject) -> None:
    held = sorted([match_told(number, one) for number, one in enumerate(told)], key=in_time)
    match = data.draw(st.sampled_from(held))
    if match.date is None:
        return
    read = Memo(site_of(held))
    for team in (match.home, match.away):
        behind = before([one for one in held if team in {one.home, one.away}], match)
        plain = list(behind)
        found = histories.of_team(read, team, match)
        assert list(reversed(found.matches)) == plain[::-1]
        assert list(found.matches) == plain
        known = found.known
        assert (known is None) == bool(behind.later)
        if known is not None:
            assert known.lengths == run_lengths(team, plain)[-1]
            assert (known.sure, known.alike) == sure_and_alike(plain)[-1]
            for count in range(1, len(plain) + 1):
                assert known.newest(count) == (tuple(one.id for one in plain[-count:]), plain[-count], plain[-1])
    season, earlier = histories.OfSeason(read, match), before([m for m in held if _edition(m) == _edition(match)], match)
    assert (len(season), list(season)) == (len(earlier), list(earlier))
    assert season.crowds() == earlier.crowds()
    assert tuple(season.beside()) == earlier.beside()
    for team in (match.home, match.away):
        assert season.of_team(team) == earlier.of_team(team)


def test_crowds_are_counted_where_they_are_known() -> None:
    crowds = [None, 200, 300, 300, 0]
    held = [match_told(day, ("a 1-0 b", day, None, None, crowd, "2021")) for day, crowd in enumerate(crowds)]
    found = before(held, match_of("a 1-0 b", None)).crowds()
    assert (found.known, found.largest, found.match) == (4, 300, held[3].id)
    assert before((), held[0]).crowds().known == 0


def test_who_looks_at_the_newest_match_rests_on_few() -> None:
    held = [match_of("a 1-0 b", day, id=f"x{day:03}") for day in range(0, 900, 9)]
    read = Recorder(site_of(held))
    with read.page("page", ()) as key:
        newest = next(reversed(histories.of_team(read, "a", held[70]).matches))
        key.append("render key")
    assert newest == held[69]
    *_, cells = read.taken().cells
    assert len(cells) == 8 * (2 + histories.AT_ONCE), "the list of the team, its runs, and the newest of its matches"


def test_who_follows_a_run_rests_on_its_first_match_and_its_last() -> None:
    held = [match_of("a 1-0 b", day, id=f"x{day:03}") for day in range(0, 900, 9)]
    read = Recorder(site_of(held))
    with read.page("page", ()) as key:
        known = histories.of_team(read, "a", held[70]).known
        assert known is not None
        assert known.sure == known.alike == 70
        ids, first, last = known.newest(50)
        key.append("render key")
    assert (ids, first, last) == (tuple(one.id for one in held[20:70]), held[20], held[69])
    *_, cells = read.taken().cells
    assert len(cells) == 8 * (2 + 2), "the list of the team, its runs, and two of its matches"
