"""Seasons in parts: leagues, groups, pools, brackets, and what nobody can place."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from football.playing import league_of, match_of, round_of, with_season
from site_builder.football.model import Match, Season
from site_builder.football.rule_books import Adjustment, Decision, PointsOverride, RuleBook, Rulings
from site_builder.football.rule_parsing import parse_rule_book
from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import StageKind
from site_builder.football.stages import SeasonStage, SeasonStages, season_stages

YEAR = Season(2020, 2021)


def stages_of(matches: tuple[Match, ...], name: str = "", season: str = "2020-21", book: RuleBook | None = None) -> SeasonStages:
    year = Season.parse(season)
    held = tuple(replace(match, season=year) for match in matches)
    found = book or (rule_book(name) if name else None)
    assert found is not None or not name
    return season_stages(held, year, found)


def shape(season: SeasonStages) -> list[tuple[str, str, int]]:
    return [(stage.name, stage.type, len(stage.matches)) for stage in season.stages]


def teams(stage: SeasonStage) -> list[str]:
    assert stage.table is not None
    return [row.team for row in stage.table.rows]


KNOCKOUT = (*round_of("Semi-finals", "a 1-0 b", "c 0-1 d"), *round_of("Final", "a 2-1 d", first_day=9))


def test_without_a_rule_book_matchdays_make_a_league() -> None:
    season = stages_of(league_of("a 1-0 b", "b 2-0 a"))
    assert (shape(season), season.assumed, season.unplaced) == ([("Regular season", "league", 2)], True, ())
    assert season.stages[0].rules.points.win == 3
    old = stages_of(league_of("a 1-0 b", "b 2-0 a"), season="1960-61")
    assert old.stages[0].rules.points.win == 2


def test_of_matches_that_are_all_one_teams_no_table_is_made() -> None:
    own = ("a 1-0 b", "c 0-0 a", "a 3-1 d")
    season = stages_of(league_of(*own), "Serie A")
    assert (shape(season), len(season.unplaced), season.alone) == ([], 3, "a")
    told = stages_of(league_of(*own, "b 1-1 c"), "Serie A")
    assert (shape(told), told.unplaced, told.alone) == ([("Regular season", "league", 4)], (), "")
    begun = stages_of(league_of("a 1-0 b", "c 0-0 a"), "Serie A")
    assert (shape(begun), begun.alone) == ([("Regular season", "league", 2)], "")


def test_without_a_rule_book_groups_make_groups_and_named_rounds_a_knockout() -> None:
    groups = (*league_of("a 1-0 x", group="Group A"), *league_of("d 1-0 y", group="Gruppe B"))
    assert shape(stages_of((*groups, *KNOCKOUT))) == [
        ("Group A", "group", 1),
        ("Group B", "group", 1),
        ("Knockout", "knockout", 3),
    ]


def test_without_a_rule_book_matches_without_rounds_are_a_list_of_results() -> None:
    season = stages_of((match_of("a 1-0 b", 1), match_of("b 1-0 c", 2, round="Friendly")))
    assert (season.stages, len(season.unplaced)) == ((), 2)
    assert season.stage_of(season.unplaced[0]) is None


def test_numbered_rounds_are_a_league_where_losers_play_on_and_a_cup_where_they_do_not() -> None:
    league = (*round_of("Round 1", "a 1-0 b", "c 1-0 d"), *round_of("Round 2", "b 1-0 d", "a 1-0 c"))
    assert shape(stages_of(league)) == [("Regular season", "league", 4)]
    cup = (*round_of("Round 1", "a 1-0 b", "c 1-0 d"), *round_of("Round 2", "a 1-0 c"))
    assert shape(stages_of(cup)) == [("Knockout", "knockout", 3)]


def test_play_offs_after_matchdays_are_not_part_of_the_table() -> None:
    league = league_of("a 1-0 b", "b 2-0 c", "c 1-0 a")
    season = stages_of((*league, *round_of("Promotion play-offs - Final", "b 1-0 c", first_day=20)))
    assert shape(season) == [("Regular season", "league", 3), ("Play-offs", "knockout", 1)]
    assert shape(stages_of((*league, *round_of("Final", "b 1-0 c", first_day=20)), "Championship"))[1] == (
        "Play-offs",
        "knockout",
        1,
    )


def test_a_league_by_its_rule_book_needs_no_rounds() -> None:
    assert shape(stages_of((match_of("a 1-0 b", 1), match_of("b 1-1 a", 2, round="Boxing Day")), "Serie A")) == [
        ("Regular season", "league", 2)
    ]


def test_a_league_that_an_author_ranks_needs_no_rounds_either() -> None:
    book, problems = parse_rule_book({"name": "Sunday League", "rules": [{"rank": ["points", "goal_difference"]}]})
    assert problems == ()
    assert shape(stages_of((match_of("a 1-0 b", 1),), book=book)) == [("Regular season", "league", 1)]
    assert stages_of((match_of("a 1-0 b", 1),), book=RuleBook("Sunday League")).unplaced


def test_a_cup_match_without_a_round_is_in_no_bracket() -> None:
    season = stages_of((*KNOCKOUT, match_of("a 1-0 z", 1)), "Coppa Italia")
    assert (shape(season), len(season.unplaced)) == ([("Knockout", "knockout", 3)], 1)
    assert season.stage_of(KNOCKOUT[0]) == season.stages[0]
    tie = season.tie_with(KNOCKOUT[0])
    assert tie is not None
    assert tie.home == "a"


def test_qualifying_groups_and_finals_of_one_season_are_apart() -> None:
    matches = (
        *round_of("Qualifying, Round 1", "q 1-0 r", "r 0-0 q"),
        *league_of("a 1-0 b", group="A", first_day=30),
        *round_of("Finals, Round of 16", "a 1-0 q", "q 1-0 a", first_day=60),
    )
    assert shape(stages_of(matches, "UEFA Champions League")) == [
        ("Qualifying", "knockout", 2), ("Group A", "group", 1), ("Knockout", "knockout", 2),
    ]  # fmt: skip


def test_groups_that_nobody_named_are_those_who_met_only_each_other() -> None:
    matches = tuple(
        match_of(line, day, round="Group", matchday=1 + day // 2)
        for day, line in enumerate(("a 1-0 b", "x 0-1 y", "b 2-0 c", "y 1-1 z", "c 0-0 a", "z 2-2 x"))
    )
    season = stages_of(matches, "Champions League", "2021-22")
    assert shape(season) == [("Group stage", "group", 3), ("Group stage", "group", 3)]
    assert [sorted(teams(stage)) for stage in season.stages] == [["a", "b", "c"], ["x", "y", "z"]]


def test_the_world_cup_of_1950_ended_with_a_pool() -> None:
    pool = round_of(
        "Final Round", "uruguay 2-2 spain", "brazil 7-1 sweden", "brazil 6-1 spain", "uruguay 3-2 sweden", "sweden 3-1 spain",
        "uruguay 2-1 brazil",
    )  # fmt: skip
    group = league_of("uruguay 8-0 bolivia", group="Group 4")
    season = stages_of((*pool, *group), "World Cup", "1950")
    assert shape(season) == [("Group 4", "group", 1), ("Final round", "league", 6)]
    assert season.stages[1].table is not None
    assert [(row.team, row.points) for row in season.stages[1].table.rows] == [
        ("uruguay", 5),
        ("brazil", 4),
        ("sweden", 2),
        ("spain", 1),
    ]


GROUP_1958 = league_of(
    "west-germany 3-1 argentina", "northern-ireland 1-0 czechoslovakia", "argentina 3-1 northern-ireland",
    "west-germany 2-2 czechoslovakia", "west-germany 2-2 northern-ireland", "czechoslovakia 6-1 argentina", group="Group 1",
)  # fmt: skip


def test_the_world_cup_of_1958_played_off_for_second_place() -> None:
    play_off = round_of("Group-1 Play-off", "northern-ireland 2-1 czechoslovakia aet", first_day=9)
    season = stages_of((*GROUP_1958, *play_off), "World Cup", "1958")
    assert shape(season) == [("Group 1", "group", 6), ("Group 1 play-off", "knockout", 1)]
    assert season.stages[0].table is not None
    assert [(row.position, row.team, row.decided_by) for row in season.stages[0].table.rows] == [
        (1, "west-germany", None), (2, "northern-ireland", "playoff"), (3, "czechoslovakia", None), (4, "argentina", None),
    ]  # fmt: skip


def test_without_the_play_off_of_1958_second_place_is_undecided() -> None:
    rows = stages_of(GROUP_1958, "World Cup", "1958").stages[0].table
    assert rows is not None
    assert [(row.position, row.decided_by) for row in rows.rows] == [(1, None), (2, "undecided"), (2, None), (4, None)]


def test_the_world_cup_of_1954_drew_lots_for_first_place_and_played_off_for_second() -> None:
    group = league_of(
        "hungary 9-0 korea", "west-germany 4-1 turkey", "hungary 8-3 west-germany", "turkey 7-0 korea", group="Group 2"
    )
    play_off = round_of("Group 2 Play-off", "west-germany 7-2 turkey", first_day=9)
    table = stages_of((*group, *play_off), "World Cup", "1954").stages[0].table
    assert table is not None
    assert [(row.position, row.team, row.decided_by) for row in table.rows] == [
        (1, "hungary", None), (2, "west-germany", "playoff"), (3, "turkey", None), (4, "korea", None),
    ]  # fmt: skip


def test_the_second_group_stage_of_1982_follows_the_first() -> None:
    first = league_of("italy 0-0 poland", group="Group 1")
    second = league_of("italy 3-2 brazil", group="Group C", first_day=20)
    assert shape(stages_of((*second, *first), "World Cup", "1982")) == [("Group 1", "group", 1), ("Group C", "group", 1)]
    named = tuple(replace(match, stage=replace(match.stage, round="Second group stage")) for match in second)
    assert shape(stages_of((*named, *first), "World Cup", "1982"))[1][0] == "Second group stage: Group C"


@pytest.mark.parametrize(
    ("season", "decided"), [("1966", "goal_average"), ("1970", "goals_for"), ("1974", "goals_for"), ("2022", "goals_for")]
)
def test_world_cups_rank_level_teams_by_their_time(season: str, decided: str) -> None:
    group = league_of(
        "mexico 0-0 russia", "russia 4-1 belgium", "russia 2-0 salvador", "mexico 4-0 salvador", "mexico 1-0 belgium", group="1"
    )
    table = stages_of(group, "World Cup", season).stages[0].table
    assert table is not None
    assert {row.team for row in table.rows[:2]} == {"mexico", "russia"}
    assert table.rows[0].decided_by == decided


def test_best_thirds_are_ranked_after_the_groups() -> None:
    groups = tuple(
        match
        for name, score in (("A", "2-0"), ("B", "3-0"), ("C", "4-0"), ("D", "5-0"), ("E", "1-0"))
        for match in league_of(
            f"{name}1 1-0 {name}2", f"{name}1 1-0 {name}3", f"{name}2 1-0 {name}3", f"{name}3 {score} {name}4", group=name
        )
    )
    season = stages_of((*groups, *round_of("Round of 16", "A1 1-0 B3", first_day=20)), "Euro", "2016")
    assert [(stage.name, stage.kind) for stage in season.stages][5:] == [
        ("Third-placed teams", StageKind.RANKING), ("Knockout", StageKind.KNOCKOUT),
    ]  # fmt: skip
    assert teams(season.stages[5]) == ["D3", "C3", "B3", "A3", "E3"]
    assert season.stages[5].table is not None
    assert season.stages[5].table.rows[0].decided_by == "goal_difference"
    fewer = tuple(match for match in groups if match.stage.group != "E")
    assert not any(stage.kind is StageKind.RANKING for stage in stages_of(fewer, "Euro", "2016").stages)


def test_what_was_ruled_holds_among_thirds_as_in_their_groups() -> None:
    groups = with_season(
        tuple(
            match
            for name in "ABCDE"
            for match in league_of(
                f"{name}1 1-0 {name}2", f"{name}1 1-0 {name}3", f"{name}2 1-0 {name}3", f"{name}3 5-0 {name}4", group=name
            )
        ),
        "2016",
    )
    order = Decision(("E3", "D3", "B3", "A3"), "fewer cards")
    rulings = Rulings((Adjustment("C3", -2), Adjustment("A4", -3)), (order,), (PointsOverride("A3", "A4", (2, 0)),))
    table = season_stages(groups, Season.parse("2016"), rule_book("Euro"), rulings).stages[5].table
    assert table is not None
    assert [(row.team, row.position, row.points, row.decided_by) for row in table.rows] == [
        ("E3", 1, 3, "discipline"), ("D3", 2, 3, "discipline"), ("B3", 3, 3, None), ("A3", 4, 2, None), ("C3", 5, 1, None),
    ]  # fmt: skip
    assert table.adjustments == (Adjustment("C3", -2),)


def test_everything_is_the_same_for_any_order_of_matches() -> None:
    matches = with_season((*GROUP_1958, *round_of("Final", "sweden 2-5 brazil", first_day=30)), "1958")
    season = Season.parse("1958")
    book = rule_book("World Cup")
    assert season_stages(matches, season, book) == season_stages(matches[::-1], season, book)
