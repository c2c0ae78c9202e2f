"""Rules from words: what an author may write, and what is said when it makes no sense."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.football.model import Season
from site_builder.football.rule_books import Adjustment, Decision
from site_builder.football.rule_parsing import parse_rule_book, parse_rules
from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import (
    AwayGoals,
    CardPoints,
    Carried,
    Criterion,
    Decider,
    ExtraTimeRule,
    HeadToHead,
    Pending,
    Points,
    Reapplied,
    RoundTies,
    Split,
    StageKind,
    TieRules,
    Zone,
)

AUTHORS = {
    "name": "Serie A",
    "aliases": ["Italian Serie A"],
    "rules": [
        {
            "from": "2005-06",
            "points": {"win": "3", "draw": 1, "loss": 0},
            "rank": ["points", "h2h", "goal_difference", "goals_for", "lots"],
        }
    ],
    "seasons": {
        "2022-23": {
            "adjustments": [{"team": "Juventus", "points": "-10", "date": "2023-05-22", "reason": "capital gains case"}],
            "decisions": [{"rank": ["Verona", "Spezia"], "why": "play-off 3-1"}],
        }
    },
    "zones": [{"places": "1-4", "label": "Champions League"}, {"places": "18–20", "label": "Relegation"}],
}


def test_an_authors_competition_is_read_as_it_stands_in_the_manual() -> None:
    book, problems = parse_rule_book(AUTHORS)
    assert problems == ()
    rules = book.rules(Season(2022, 2023))
    assert (book.name, book.aliases) == ("Serie A", ("Italian Serie A",))
    assert rules.points == Points(3, 1, 0)
    assert rules.rank == (Criterion.POINTS, HeadToHead(), Criterion.GOAL_DIFFERENCE, Criterion.GOALS_FOR, Criterion.LOTS)
    assert rules.zones == (Zone(1, 4, "Champions League"), Zone(18, 20, "Relegation"))
    rulings = book.rulings_of(Season(2022, 2023))
    assert rulings.adjustments == (Adjustment("Juventus", -10, date(2023, 5, 22), "capital gains case"),)
    assert rulings.decisions == (Decision(("Verona", "Spezia"), "play-off 3-1", Criterion.PLAYOFF),)
    assert book.rulings_of(Season(2021, 2022)).adjustments == ()


def test_teams_of_rulings_become_slugs() -> None:
    book, _ = parse_rule_book(AUTHORS)
    rulings = book.rulings_of(Season(2022, 2023)).with_teams(str.lower)
    assert (rulings.adjustments[0].team, rulings.decisions[0].rank) == ("juventus", ("verona", "spezia"))


def test_an_authors_book_lies_over_the_built_in_one_where_it_is_as_new() -> None:
    built_in = rule_book("Serie A")
    assert built_in is not None
    book = built_in.with_additions(parse_rule_book(AUTHORS)[0])
    assert book.rules(Season(2010, 2011)).rank == built_in.rules(Season(2010, 2011)).rank
    assert book.rules(Season(2022, 2023)).playoff_places == (1, 17)
    assert [zone.label for zone in book.rules(Season(1950, 1951)).zones] == ["Champions League", "Relegation"]
    assert book.rules(Season(1990, 1991)).points.win == 2
    assert book.timezone == "Europe/Rome"
    always, _ = parse_rule_book({"name": "Serie A", "rules": [{"rank": ["points", "lots"]}]})
    assert built_in.with_additions(always).rules(Season(2022, 2023)).rank == (Criterion.POINTS, Criterion.LOTS)
    assert built_in.with_additions(always).rules(Season(2022, 2023)).playoff_places == ()


def test_an_authors_month_leaves_seasons_that_ran_past_their_time_as_they_are() -> None:
    own, problems = parse_rule_book({"name": "Serie A", "season": {"starts": 8}})
    serie_a = rule_book("Serie A")
    assert serie_a
    assert not problems
    whole = serie_a.with_additions(own)
    assert whole.season_of(date(2020, 8, 2)) == Season(2019, 2020), "Napoli v Lazio, the last day of that season"
    assert (whole.season_of(date(2020, 9, 19)), whole.season_of(date(2021, 7, 31))) == (Season(2020, 2021),) * 2


@pytest.mark.parametrize("written", [date(2020, 4, 30), "2020-04-30"])
def test_points_per_match_can_begin_on_a_day(written: object) -> None:
    rules, problems = parse_rules({"points": {"per_match": written}})
    assert (rules.points, problems) == (Points(per_match=date(2020, 4, 30)), ())


def test_every_kind_of_rule_can_be_written() -> None:
    rules, problems = parse_rules(
        {
            "points": {"win": 2, "per_match": "yes"},
            "rank": [
                "goal difference",
                "h2h.points",
                "h2h.goals_for",
                {"h2h": ["points"], "two": ["away_goals"], "reapplied": "each"},
            ],
            "stages": ["group", "final pool", "play-off"],
            "meetings": "4",
            "playoff_places": [1, "17"],
            "ties": {
                "legs": 2,
                "away_goals": "with extra time",
                "extra_time": "golden",
                "then": ["replay", "lots"],
                "rounds": [{"rounds": ["Final"], "legs": 1, "extra_time": "silver"}],
            },
            "split": {"after": 33, "sizes": [6, 6], "carried": "half"},
            "thirds": {"count": 8, "rank": ["points", "wins"]},
            "cards": {"second_yellow": 2, "red": 5, "yellow_and_red": 6},
        }
    )
    assert problems == ()
    assert rules.points == Points(2, 1, 0, per_match=True)
    both = (Criterion.H2H_POINTS, Criterion.H2H_GOALS_FOR)
    assert rules.rank == (
        Criterion.POINTS,
        Criterion.GOAL_DIFFERENCE,
        HeadToHead(both, both),
        HeadToHead((Criterion.H2H_POINTS,), (Criterion.H2H_AWAY_GOALS,), Reapplied.EACH, Pending.SKIP),
    )
    assert rules.stages == (StageKind.GROUP, StageKind.FINAL_POOL, StageKind.PLAYOFF)
    assert (rules.meetings, rules.playoff_places) == (4, (1, 17))
    then = (Decider.REPLAY, Decider.LOTS)
    assert rules.ties == TieRules(2, AwayGoals.EXTRA_TIME, ExtraTimeRule.GOLDEN, then)
    assert rules.round_ties == (RoundTies(("Final",), TieRules(1, AwayGoals.EXTRA_TIME, ExtraTimeRule.SILVER, then)),)
    assert rules.split == Split(33, (6, 6), Carried.HALF)
    assert rules.thirds is not None
    assert (rules.thirds.count, rules.thirds.rank) == (8, (Criterion.POINTS, Criterion.WINS))
    assert rules.cards == CardPoints(yellow=1, second_yellow=2, red=5, yellow_and_red=6)


@pytest.mark.parametrize(
    ("written", "key", "message"),
    [
        ({"rules": [{"rank": ["points", "goal_diference"]}]}, "rules.0.rank.1", "`goal_diference` is no ranking criterion"),
        ({"rules": [{"rank": ["undecided"]}]}, "rules.0.rank.0", "`undecided` is no ranking criterion"),
        ({"rules": [{"rank": [{"h2h": ["wins"]}]}]}, "rules.0.rank.0.h2h.0", "`wins` cannot be counted head-to-head"),
        ({"rules": [{"rank": [{"two": ["points"]}]}]}, "rules.0.rank.0", "this should be a criterion, or {h2h: [...]}"),
        (
            {"rules": [{"from": "2020-22"}]},
            "rules.0.from",
            "`2020-22` is not a season: it has to end in the year it starts in or the next",
        ),
        ({"rules": [{"points": {"win": "three"}}]}, "rules.0.points.win", "`three` is not a whole number"),
        ({"rules": [{"points": 3}]}, "rules.0.points", "`3` should be a list of keys and values"),
        ({"rules": [{"pionts": {}}]}, "rules.0.pionts", "there is no key `pionts` here"),
        ({"rules": [{"stage": "leauge"}]}, "rules.0.stage", "`leauge` is not known here"),
        ({"rules": [{"split": {"after": 33}}]}, "rules.0.split", "a split needs `after` and `sizes`"),
        ({"seasons": {"last": {}}}, "seasons.last", "`last` is not a season"),
        ({"seasons": []}, "seasons", "`[]` should be a list of keys and values"),
        (
            {"seasons": {"2020-21": {"adjustments": [{"team": "a"}]}}},
            "seasons.2020-21.adjustments.0",
            "an adjustment needs `team` and `points`",
        ),
        (
            {"seasons": {"2020-21": {"adjustments": [{"team": "a", "points": 1, "date": "May"}]}}},
            "seasons.2020-21.adjustments.0.date",
            "`May` is not a date",
        ),
        (
            {"seasons": {"2020-21": {"decisions": [{"rank": ["a", "a"]}]}}},
            "seasons.2020-21.decisions.0",
            "a decision needs `rank`, two teams or more, each once, best first",
        ),
        (
            {"seasons": {"2020-21": {"overrides": [{"home": "a", "away": "b", "points": 0}]}}},
            "seasons.2020-21.overrides.0",
            "an override needs `home`, `away` and `points` for both",
        ),
        ({"zones": [{"places": "top", "label": "Europe"}]}, "zones.0", "`top` are no places of a table"),
        ({"season": {"starts": 13}}, "season.starts", "`13` is not a month"),
        ([], "", "`[]` should be a list of keys and values"),
    ],
)
def test_what_makes_no_sense_is_named_with_its_key_path(written: object, key: str, message: str) -> None:
    _, problems = parse_rule_book(written)
    assert [(".".join(map(str, problem.key)), problem.message) for problem in problems] == [(key, message)]


def test_a_wrong_word_comes_with_the_nearest_right_one_and_all_are_found_at_once() -> None:
    _, problems = parse_rule_book({"rules": [{"pionts": 1, "ranks": []}], "zone": []})
    assert [problem.fix for problem in problems] == ["Did you mean `zones`?", "Did you mean `points`?", "Did you mean `rank`?"]


@pytest.mark.parametrize(
    ("why", "criterion"),
    [
        ("play-off 3-1", Criterion.PLAYOFF), ("spareggio", Criterion.PLAYOFF), ("drawing of lots", Criterion.LOTS),
        ("lots", Criterion.LOTS), ("fair play points", Criterion.DISCIPLINE),
        ("a yellow card for the coach", Criterion.DISCIPLINE),
        ("UEFA coefficient", Criterion.RANKING), ("a ruling", None),
    ],
)  # fmt: skip
def test_the_reason_of_a_decision_tells_what_it_stands_for(why: str, criterion: Criterion | None) -> None:
    book, _ = parse_rule_book({"seasons": {"1990": {"decisions": [{"rank": ["a", "b"], "why": why}]}}})
    assert book.rulings_of(Season(1990, 1990)).decisions[0].by is criterion


def test_a_decision_cannot_stand_for_what_results_give() -> None:
    _, problems = parse_rule_book({"name": "X", "seasons": {"2020-21": {"decisions": [{"rank": ["A", "B"], "by": "points"}]}}})
    assert [(one.key, one.message) for one in problems] == [
        (("seasons", "2020-21", "decisions", 0, "by"), "a decision stands for what results do not give")
    ]
