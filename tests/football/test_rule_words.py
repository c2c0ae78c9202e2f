"""What authors write in rules, word for word: what is taken, and what is said of the rest, with the fix."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.football.model import Season
from site_builder.football.rule_books import Decision, PointsOverride, RuleBook, SeasonShape
from site_builder.football.rule_parsing import parse_rule_book
from site_builder.football.rules import Carried, Criterion, HeadToHead, Points, StageKind, Zone

CRITERIA = (
    "points, h2h.points, h2h.goal_difference, h2h.goals_for, h2h.away_goals, goal_difference, goal_average, goals_for, "
    "away_goals, wins, away_wins, opponents.points, opponents.goal_difference, opponents.goals_for, discipline, ranking, "
    "playoff, lots, shared"
)
SEASON = "Write it as 2020-21, or as 2026 where seasons are calendar years."
LONG = "x" * 60


def rule(**written: object) -> dict[str, object]:
    return {"rules": [written]}


def ruling(**written: object) -> dict[str, object]:
    return {"seasons": {"2020-21": {name: [value] for name, value in written.items()}}}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"rules": [{"rank": ["points", "gd"]}]}, "goal_difference"),
        ({"rules": [{"rank": ["points", "Head-to-head"]}]}, "h2h"),
        ({"rules": [{"points": {"w": 3}}]}, "win"),
        ({"seasons": {"2022-23": {"deductions": []}}}, "adjustments"),
    ],
)
def test_words_of_others_lead_to_those_that_are_meant(written: object, meant: str) -> None:
    _, problems = parse_rule_book(written)
    assert [problem.fix for problem in problems] == [f"Did you mean `{meant}`?"]


@pytest.mark.parametrize(
    ("written", "message", "fix"),
    [
        (rule(points={"win": "three"}), "`three` is not a whole number", "Write digits, as in 3."),
        (rule(points={"win": True}), "`True` is not a whole number", "Write digits, as in 3."),
        (rule(points={"win": LONG}), f"`{LONG}` is not a whole number", "Write digits, as in 3."),
        (rule(points={"win": f"{LONG}x"}), f"`{LONG}…` is not a whole number", "Write digits, as in 3."),
        (rule(points={"per_match": "maybe"}), "`maybe` should be true or false", "Write true or false."),
        (rule(points=3), "`3` should be a list of keys and values", "Known keys: win, draw, loss, per_match."),
        (rule(pionts={}), "there is no key `pionts` here", "Did you mean `points`?"),
        (rule(rank=["undecided"]), "`undecided` is no ranking criterion", f"Known: h2h, {CRITERIA}."),
        (rule(rank=["h2h.wins"]), "`h2h.wins` is no ranking criterion", f"Known: h2h, {CRITERIA}."),
        (
            rule(rank=[{"h2h": ["wins"]}]),
            "`wins` cannot be counted head-to-head",
            "Known: points, goal_difference, goals_for, away_goals.",
        ),
        (rule(rank=[{"two": ["points"]}]), "this should be a criterion, or {h2h: [...]}", ""),
        (rule(stage="leauge"), "`leauge` is not known here", "Did you mean `league`?"),
        (
            rule(ties={"away_goals": "sometimes"}),
            "`sometimes` is not known here",
            "Known here: off, 90 minutes, with extra time, after extra time.",
        ),
        (
            rule(split={"after": 33}),
            "a split needs `after` and `sizes`",
            "After how many matches, into how many teams each: {after: 33, sizes: [6, 6]}.",
        ),
        (rule(**{"from": "long ago"}), "`long ago` is not a season", SEASON),
        ({"seasons": {"last": {}}}, "`last` is not a season", SEASON),
        ({"seasons": []}, "`[]` should be a list of keys and values", "Write it as {key: value}."),
        ({"name": ["Serie A"]}, "`['Serie A']` should be a word or a sentence", "Write it in the line of its key."),
        ({"season": {"starts": 13}}, "`13` is not a month", "Write the number of the month, or `calendar`."),
        ({"season": {"starts": "0"}}, "`0` is not a month", "Write the number of the month, or `calendar`."),
        ({"season": {"last": 5}}, "there is no key `last` here", "Known here: starts, extended."),
        ({"season": {"extended": {"2019": "late"}}}, "`late` is not a date", "Write it as year-month-day, 2023-05-22."),
        (
            {"zones": [{"places": "top", "label": "E"}]},
            "`top` are no places of a table",
            "Write {places: 1-4, label: Champions League}.",
        ),
        (
            {"zones": [{"places": "4-1", "label": "E"}]},
            "`4-1` are no places of a table",
            "Write {places: 1-4, label: Champions League}.",
        ),
        (
            {"zones": [{"places": "0-1", "label": "E"}]},
            "`0-1` are no places of a table",
            "Write {places: 1-4, label: Champions League}.",
        ),
        (
            ruling(adjustments={"team": "a"}),
            "an adjustment needs `team` and `points`",
            "For example {team: Everton, points: -8}.",
        ),
        (
            ruling(decisions={"rank": ["a", "a"]}),
            "a decision needs `rank`, two teams or more, each once, best first",
            "For example {rank: [Verona, Spezia]}.",
        ),
        (
            ruling(decisions={"rank": ["a", "b"], "by": "points"}),
            "a decision stands for what results do not give",
            "Write one of discipline, lots, playoff, ranking.",
        ),
        (
            ruling(decisions={"rank": ["a", "b"], "by": "chance"}),
            "`chance` is not known here",
            f"Known here: {CRITERIA}, undecided.",
        ),
        *(
            (
                ruling(overrides=override),
                "an override needs `home`, `away` and `points` for both",
                "For example {home: A, away: B, points: [0, 0]}.",
            )
            for override in (
                {"home": "a", "away": "b"},
                {"home": "a", "points": [0, 0]},
                {"away": "b", "points": [0, 0]},
                {"home": "a", "away": "b", "points": [0]},
                {"home": "a", "away": "b", "points": [0, 0, 0]},
            )
        ),
    ],
)
def test_what_is_not_understood_is_said_with_what_to_write(written: object, message: str, fix: str) -> None:
    _, problems = parse_rule_book(written)
    assert [(problem.message, problem.fix) for problem in problems] == [(message, fix)]


def test_points_of_a_match_are_ruled_on_by_both_teams() -> None:
    override = {"home": "Ash", "away": "Elm", "points": [0, "1"], "reason": "both fielded banned players"}
    book, problems = parse_rule_book(ruling(overrides=override))
    assert problems == ()
    rulings = book.rulings_of(Season(2020, 2021))
    assert rulings.overrides == (PointsOverride("Ash", "Elm", (0, 1), "both fielded banned players"),)
    assert rulings.with_teams(str.upper).overrides == (PointsOverride("ASH", "ELM", (0, 1), "both fielded banned players"),)
    plain, _ = parse_rule_book(ruling(overrides={"home": "Ash", "away": "Elm", "points": [0, 0]}))
    assert plain.rulings_of(Season(2020, 2021)).overrides[0].reason == ""


def test_a_decision_holds_from_the_day_that_is_written() -> None:
    for written, day in (("2021-05-24", date(2021, 5, 24)), (date(2021, 5, 24), date(2021, 5, 24)), (None, None)):
        book, problems = parse_rule_book(ruling(decisions={"rank": ["Ash", "Elm"], "why": "lots", "date": written}))
        assert problems == ()
        assert book.rulings_of(Season(2020, 2021)).decisions == (Decision(("Ash", "Elm"), "lots", Criterion.LOTS, day),)


def test_rulings_stand_by_season_and_those_of_one_season_in_two_spellings_as_they_are_written() -> None:
    taken = {"2021": -1, "2020-21": -2, "2020/2021": -3, "2019-20": -4}
    seasons = {name: {"adjustments": [{"team": "Ash", "points": points}]} for name, points in taken.items()}
    book, problems = parse_rule_book({"seasons": seasons})
    assert problems == ()
    assert [(season.text, rulings.adjustments[0].points) for season, rulings in book.rulings] == [
        ("2019-20", -4), ("2020-21", -2), ("2020-21", -3), ("2021", -1),
    ]  # fmt: skip


def test_a_season_begins_in_a_month_or_with_the_year() -> None:
    book, problems = parse_rule_book({"season": {"starts": "Calendar "}})
    assert (book.shape, problems) == (SeasonShape(None), ())
    assert parse_rule_book({"season": {"starts": "8"}})[0].shape == SeasonShape(8)
    for month in (1, 12):
        assert parse_rule_book({"season": {"starts": month}}) == (RuleBook("", shape=SeasonShape(month)), ())
    extended = {"season": {"extended": {"2019-20": "2020-08-02", "2020": date(2020, 12, 31)}}}
    known = ((Season(2019, 2020), date(2020, 8, 2)), (Season(2020, 2020), date(2020, 12, 31)))
    assert parse_rule_book(extended)[0].shape == SeasonShape(7, known)
    assert parse_rule_book({})[0].shape is None


@pytest.mark.parametrize("written", ["league phase", "League-Phase", "LEAGUE_PHASE", " leaguephase "])
def test_words_are_known_however_they_are_spaced(written: str) -> None:
    book, problems = parse_rule_book(rule(stages=written, rank=["Goal-Difference", "H2H"]))
    assert problems == ()
    rules = book.rules(Season(2020, 2021))
    assert rules.stages == (StageKind.LEAGUE_PHASE,)
    assert rules.rank == (Criterion.POINTS, Criterion.GOAL_DIFFERENCE, HeadToHead())


def test_an_adjustment_without_a_team_is_none() -> None:
    book, problems = parse_rule_book(ruling(adjustments={"points": -3}))
    assert [problem.message for problem in problems] == ["an adjustment needs `team` and `points`"]
    assert book.rulings_of(Season(2020, 2021)).adjustments == ()


def test_what_is_written_plainly_is_taken_as_it_stands() -> None:
    book, problems = parse_rule_book(
        {
            "name": " Serie A ",
            "aliases": "Italian Serie A",
            "country": "Italy",
            "timezone": "Europe/Rome",
            "rules": {"points": {"win": "−2", "draw": 0, "per_match": "No"}, "playoff_places": "17"},
            "zones": {"places": "18–20", "label": "Relegation"},
        }
    )
    assert problems == ()
    assert (book.name, book.aliases, book.country, book.timezone) == ("Serie A", ("Italian Serie A",), "Italy", "Europe/Rome")
    rules = book.rules(Season(2020, 2021))
    assert (rules.points, rules.playoff_places, rules.zones) == (Points(-2, 0, 0), (17,), (Zone(18, 20, "Relegation"),))


def test_a_book_over_another_keeps_the_shape_that_it_says_nothing_of() -> None:
    below, _ = parse_rule_book({"name": "A", "timezone": "Europe/Rome", "season": {"starts": 2}})
    plain, _ = parse_rule_book({"name": "A", "rules": [{"split": {"after": 33, "sizes": [6, 6], "carried": "none"}}]})
    other, _ = parse_rule_book({"name": "A", "timezone": "Europe/Berlin", "season": {"starts": 9}})
    both = below.with_additions(plain)
    assert (both.shape, both.timezone) == (SeasonShape(2), "Europe/Rome")
    split = both.rules(Season(2020, 2021)).split
    assert split is not None
    assert (split.after, split.sizes, split.carried) == (33, (6, 6), Carried.NONE)
    assert (below.with_additions(other).shape, below.with_additions(other).timezone) == (SeasonShape(9), "Europe/Berlin")
