"""Open data as it is written: JSON that says what the values say, laid out to be read and compared."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.pages.data_values import (
    Goal,
    LineUps,
    MatchData,
    Measure,
    Named,
    Row,
    Scorer,
    SeasonData,
    Side,
    Squad,
    Stage,
    TeamData,
    TeamSeason,
    Tie,
)
from site_builder.rendering.open_data import written

ROW = Row(
    position=1,
    team="Köln",
    slug="koln",
    played=1,
    won=1,
    drawn=0,
    lost=0,
    goals_for=3,
    goals_against=0,
    goal_difference=3,
    points=3,
)
SEASON = SeasonData(
    competition="Bundesliga",
    season="2023-24",
    stages=(Stage("Regular season", "league", (ROW,)), Stage("Play-off", "knockout", ties=(Tie("Final", "Köln", "Bonn"),))),
    scorers=(Scorer("Lukas Podolski", "Köln", 1, 0),),
    matches=("matches/2023/2023-08-18-koln-bonn",),
)
LAID_OUT = """{
  "competition": "Bundesliga",
  "season": "2023-24",
  "stages": [
    {
      "name": "Regular season",
      "type": "league",
      "table": [
        {"position": 1, "team": "Köln", "slug": "koln", "played": 1, "won": 1, "drawn": 0, "lost": 0, \
"goals_for": 3, "goals_against": 0, "goal_difference": 3, "points": 3}
      ]
    },
    {
      "name": "Play-off",
      "type": "knockout",
      "ties": [
        {"round": "Final", "home": "Köln", "away": "Bonn"}
      ]
    }
  ],
  "scorers": [
    {"player": "Lukas Podolski", "team": "Köln", "goals": 1, "penalties": 0}
  ],
  "matches": ["matches/2023/2023-08-18-koln-bonn"]
}
"""
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
NAMED = st.builds(Named, TEXTS, TEXTS)
PAIRS = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))
SQUADS = st.none() | st.builds(
    Squad,
    formation=st.just("") | TEXTS,
    manager=st.none() | NAMED,
    lines=st.lists(st.lists(NAMED, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
)
MATCHES = st.builds(
    MatchData,
    id=TEXTS,
    competition=TEXTS,
    competition_slug=TEXTS,
    season=TEXTS,
    date=st.dates(),
    kick_off=st.none() | st.datetimes(timezones=st.just(UTC)),
    home=st.builds(Side, TEXTS, TEXTS),
    away=st.builds(Side, TEXTS, TEXTS),
    status=st.just("played"),
    score=PAIRS,
    goals=st.lists(
        st.builds(
            Goal,
            side=TEXTS,
            minute=st.none() | st.integers(1, 120),
            player=TEXTS,
            slug=TEXTS,
            kind=TEXTS,
            assist=st.none() | NAMED,
        ),
        max_size=3,
    ).map(tuple),
    line_ups=st.none() | st.builds(LineUps, SQUADS, SQUADS),
    stats=st.lists(st.builds(Measure, TEXTS, st.integers() | st.floats(-1e9, 1e9) | TEXTS), max_size=3).map(tuple),
    neutral=st.booleans(),
)


def test_keys_and_entries_have_lines_of_their_own_and_an_entry_has_one() -> None:
    assert written(SEASON).decode() == LAID_OUT


@given(MATCHES)
@settings(max_examples=100, deadline=None)
def test_what_is_written_is_what_the_plain_encoder_writes_but_for_spaces(match: MatchData) -> None:
    assert json.loads(written(match)) == json.loads(msgspec.json.encode(match))
    assert msgspec.json.decode(written(match), type=MatchData) == match


def plainly(value: object, indent: str = "") -> str:
    """The layout said in the plainest words."""
    further = f"{indent}  "
    if isinstance(value, MatchData | LineUps | Squad):
        known = [f for f in msgspec.structs.fields(value) if getattr(value, f.name) != f.default]
        lines = [f'{further}"{f.encode_name}": {plainly(getattr(value, f.name), further)}' for f in known]
        return "\n".join(["{", ",\n".join(lines) or further, f"{indent}}}"])
    if isinstance(value, tuple) and value and isinstance(value[0], tuple | msgspec.Struct):
        return "\n".join(["[", ",\n".join(f"{further}{in_one_line(entry)}" for entry in value), f"{indent}]"])
    return in_one_line(value)


def in_one_line(value: object) -> str:
    """JSON with a space behind each comma and colon."""
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()


@given(MATCHES)
@settings(max_examples=100, deadline=None)
def test_a_match_is_laid_out_as_the_plain_way_has_it(match: MatchData) -> None:
    assert written(match).decode() == plainly(match) + "\n"


@pytest.mark.parametrize("text", ['", "season": "x', '}, {"', "],\n  [", '\\", "', "\u2028"])
def test_a_text_that_reads_like_json_is_not_cut(text: str) -> None:
    stage = Stage(text, "knockout", ties=(Tie(text, text, text), Tie("Final", text, "Bonn")))
    season = SeasonData(competition=text, season=text, stages=(stage, stage), matches=(text, text))
    assert msgspec.json.decode(written(season), type=SeasonData) == season
    assert written(season).count(b"\n") == 23


@given(MATCHES)
@settings(max_examples=100, deadline=None)
def test_no_key_is_without_a_value_and_keys_have_their_declared_order(match: MatchData) -> None:
    document = json.loads(written(match))
    assert [name for name in MatchData.__struct_encode_fields__ if name in document] == list(document)
    assert not {repr(value) for value in document.values()} & {"None", "[]", "''", "False"}


def test_a_default_is_left_out_at_every_depth() -> None:
    home = Squad(manager=Named("Steffen Baumgart", "steffen-baumgart"))
    side = Side("Köln", "koln")
    match = MatchData(
        id="m",
        competition="c",
        competition_slug="c",
        season="2023-24",
        date=date(2023, 8, 18),
        kick_off=datetime(2023, 8, 18, 18, 30, tzinfo=UTC),
        home=side,
        away=side,
        status="played",
        attendance=0,
        line_ups=LineUps(home),
        goals=(Goal(side="home", player="p", slug="p", kind="goal"),),
    )
    document = json.loads(written(match))
    assert document["line_ups"] == {"home": {"manager": {"name": "Steffen Baumgart", "slug": "steffen-baumgart"}}}
    assert document["goals"] == [{"side": "home", "player": "p", "slug": "p", "kind": "goal"}]
    assert (document["attendance"], document["kick_off"]) == (0, "2023-08-18T18:30:00Z")


@pytest.mark.parametrize(("count", "lines"), [(2, 1), (40, 42)])
def test_few_texts_stand_on_one_line_and_many_on_one_each(count: int, lines: int) -> None:
    addresses = tuple(f"matches/2023/2023-08-18-koln-{n}" for n in range(count))
    team = TeamData(name="Köln", slug="koln", seasons=(TeamSeason("2023-24", ("competitions/a/2023-24",)),), matches=addresses)
    part = re.search(r'"matches": .*\]', written(team).decode(), re.DOTALL)
    assert part
    assert part[0].count("\n") + 1 == lines
