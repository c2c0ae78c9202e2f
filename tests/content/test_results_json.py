"""football.json, in its present and its older forms."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_json import read_json
from site_builder.football.model import ExtraTime, GoalEvent, GoalKind, Minute, Result, Score, Season, Side, Stage, Status

DATA = Path(__file__).parent.parent / "data" / "football-json"
PATH = "content/results/ligue-1/2023-24.json"


def one(**match: object) -> MatchFacts:
    told = {"date": "2023-08-11", "team1": "Home", "team2": "Away", **match}
    file, problems = read_json(PATH, json.dumps({"name": "Ligue 1 2023/24", "matches": [told]}))
    assert problems == ()
    return file.rows[0].facts


def complaint(text: str) -> tuple[str, int]:
    file, problems = read_json(PATH, text)
    assert file.rows == ()
    assert problems[0].fix
    return problems[0].message, problems[0].place.line


def test_a_whole_season_is_read_with_the_line_of_each_match() -> None:
    text = (DATA / "fr.1.json").read_text(encoding="utf-8")
    file, problems = read_json("content/results/fr.1.json", text)
    lines = text.split("\n")
    assert problems == ()
    assert (file.title, file.competition, file.season) == ("French Ligue 1 2023/24", "French Ligue 1", Season(2023, 2024))
    assert len(file.rows) == 306
    assert all(row.facts.home in lines[row.line - 1] for row in file.rows)
    assert {row.facts.stage.matchday for row in file.rows} == set(range(1, 35))
    assert file.rows[0].facts.when == When(date(2023, 8, 11), time(21, 0))


@pytest.mark.parametrize(
    ("score", "result"),
    [
        ({"ft": [2, 1]}, Result(Score(2, 1))),
        ({"ht": [1, 0], "ft": [2, 1]}, Result(Score(2, 1), Score(1, 0))),
        ({"ft": [1, 1], "et": [2, 1]}, Result(Score(2, 1), None, Score(1, 1), ExtraTime.FULL)),
        ({"ft": [1, 1], "et": [1, 1], "p": [4, 2]}, Result(Score(1, 1), None, Score(1, 1), ExtraTime.FULL, Score(4, 2))),
        ({"ft": [1, 1], "p": [4, 2]}, Result(Score(1, 1), shootout=Score(4, 2))),
        ([2, 1], Result(Score(2, 1))),
        ({}, None),
        (None, None),
    ],
)
def test_scores_after_ninety_and_a_hundred_and_twenty_minutes(score: object, result: Result | None) -> None:
    found = one(score=score)
    assert (found.result, found.status) == (result, Status.PLAYED if result else Status.SCHEDULED)


def test_the_older_form_has_scores_beside_the_teams_and_teams_as_objects() -> None:
    found = one(team1={"name": "Home (FRA)", "code": "HOM"}, score1=2, score2=1, score1i=1, score2i=0)
    assert (found.home, found.result) == ("Home", Result(Score(2, 1), Score(1, 0)))
    assert one(score1=None, score2=None).result is None


def test_matches_inside_rounds_have_the_round_s_name() -> None:
    match = {"date": "2013-08-09", "team1": "A", "team2": "B", "score1": 1, "score2": 0}
    file, problems = read_json(
        PATH, json.dumps({"name": "Ligue 1 2013/14", "rounds": [{"name": "Matchday 7", "matches": [match]}]})
    )
    assert problems == ()
    assert file.rows[0].facts.stage == Stage(matchday=7)


def test_round_stage_group_status_ground_and_goals_are_told() -> None:
    found = one(
        round="Matchday 2",
        group="Group A",
        ground="Parc des Princes, Paris",
        status="awarded",
        score={"ft": [1, 1]},
        goals1=[{"name": "Kylian MBAPPÉ", "minute": 45, "offset": 2, "penalty": True}],
        goals2=[{"name": "X", "minute": "90+3", "owngoal": True}],
    )
    assert (found.stage, found.status, found.venue) == (Stage(matchday=2, group="Group A"), Status.AWARDED, "Parc des Princes")
    assert found.happenings.goals == (
        GoalEvent(Side.HOME, "Kylian Mbappé", Minute(45, 2), GoalKind.PENALTY),
        GoalEvent(Side.AWAY, "X", Minute(90, 3), GoalKind.OWN_GOAL),
    )


@pytest.mark.parametrize(
    ("match", "message"),
    [
        ({"team1": ""}, "`team1` names no team"),
        ({"team1": "A\u202eB"}, "the invisible character U+202E (right-to-left override) stands here"),
        ({"team2": "A\ud800"}, "the invisible character U+D800 stands here"),
        ({"date": "11.8.2023"}, "`11.8.2023` is no date"),
        ({"time": "late"}, "`late` is no time"),
        ({"score": {"ft": [1]}}, "`[1]` is no score"),
        ({"score": {"ft": [1, -1]}}, "`[1, -1]` is no score"),
        ({"score": {"ft": [True, 1]}}, "`[True, 1]` is no score"),
        ({"score": "1-0"}, "`1-0` is no score"),
        ({"score": {"ft": [1, 1], "p": [3, 3]}}, "the shoot-out has no winner"),
        ({"status": "mended"}, "`mended` is no status of a match"),
        ({"goals1": [{"minute": 3}], "score": {"ft": [1, 0]}}, "a goal has no name"),
    ],
)
def test_a_match_that_cannot_be_read_is_left_out_and_named(match: dict[str, object], message: str) -> None:
    told = {"date": "2023-08-11", "team1": "Home", "team2": "Away", **match}
    assert complaint(json.dumps({"matches": [told]}, indent=1)) == (message, 5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{\n "matches": [,]}', "the file is no JSON here (Expecting value)"),
        ("[" * 100_000, "the file holds values too deep or too large to be results"),
        ("[]", "the file is no object with a name and matches"),
        ("{}", "the file has no `matches`"),
        ('{"matches": [3]}', "match 1 of the file is no object"),
        ('{"matches": [{"team1": ' + "9" * 5000 + "}]}", "the file holds values too deep or too large to be results"),
    ],
)
def test_a_file_that_is_no_results_is_named(text: str, message: str) -> None:
    assert complaint(text)[0] == message


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["ft", "ht", "et", "p", "name", "minute"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = [
    "round",
    "date",
    "time",
    "team1",
    "team2",
    "score",
    "score1",
    "score2",
    "status",
    "goals1",
    "goals2",
    "group",
    "ground",
    "stage",
]


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8) | VALUES, max_size=4), VALUES)
def test_no_value_breaks_the_reader(matches: list[object], name: object) -> None:
    file, problems = read_json(PATH, json.dumps({"name": name, "matches": matches}, indent=1))
    assert len(file.rows) + len(problems) >= len(matches)
