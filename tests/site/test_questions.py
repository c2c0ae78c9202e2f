"""What one can ask of the site: the quick answers are the plain ones."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.playing import match_of
from site_builder.football.timeline import Timeline
from site_builder.incremental.memo import Memo
from site_builder.site import model, questions
from site_builder.site.matches import in_time

DATES = st.one_of(st.none(), st.integers(0, 400))
DAYS = st.one_of(st.none(), st.integers(0, 3))
TIMES = st.one_of(st.none(), st.sampled_from([time(11), time(12, 50), time(20)]))


@given(st.lists(st.tuples(DAYS, TIMES), min_size=1, max_size=7), st.data())
def test_what_was_over_before_one_of_a_teams_matches(told: list[tuple[int | None, time | None]], data: st.DataObject) -> None:
    held = [
        replace(match_of("a 1-0 b", day, id=f"x{number}"), time=at if day is not None else None)
        for number, (day, at) in enumerate(told)
    ]
    held.sort(key=in_time)
    match = data.draw(st.sampled_from(held))
    read = Memo({model.MATCHES: {one.id: one for one in held}})
    found = questions.over_before(read, tuple(one.id for one in held), held.index(match), match)
    if match.date is None:
        assert list(found) == [one.id for one in held]
        return
    earlier = [one.id for one in held if one.date is None or one.date < match.date]
    today = [one for one in held if one.date == match.date and one is not match]
    assert list(found) == earlier + [one.id for one in today if Timeline((one, match)).before(match)]


@given(st.lists(DATES, min_size=1, max_size=6), st.data())
def test_what_a_team_plays_next(days: list[int | None], data: st.DataObject) -> None:
    held = sorted([match_of("a 1-0 b", day, id=f"x{number}") for number, day in enumerate(days)], key=in_time)
    read = Memo({model.MATCHES: {one.id: one for one in held}, model.MATCHES_OF_TEAM: {"a": tuple(one.id for one in held)}})
    match = data.draw(st.sampled_from(held))
    then = next((one for one in held if one.date and match.date and one.date > match.date), None)
    near = then and then.date and match.date and then.date - match.date <= questions.SEASON_BREAK
    assert questions.next_of(read, "a", match) == (then if near else None)
    assert questions.in_order_of_team(read, "a").places[match.id] == held.index(match)


def test_what_a_team_plays_next_on_a_day_of_several_matches_is_told_by_kick_offs_alone() -> None:
    told = (("morning", 0, "11:00"), ("evening", 0, "20:00"), ("somewhen", 0, ""), ("tomorrow", 1, ""))
    held = sorted([match_of("a 1-0 b", day, id=name, kick_off=at) for name, day, at in told], key=in_time)
    read = Memo({model.MATCHES: {one.id: one for one in held}, model.MATCHES_OF_TEAM: {"a": tuple(one.id for one in held)}})
    found = {one.id: questions.next_of(read, "a", one) for one in held}
    assert {name: then and then.id for name, then in found.items()} == {
        "somewhen": "tomorrow",
        "morning": "evening",
        "evening": "tomorrow",
        "tomorrow": None,
    }
