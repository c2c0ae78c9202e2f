"""The packaged rule books: complete, well formed, and right about the eras they tell apart."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from site_builder.football import rulebooks
from site_builder.football.model import Season
from site_builder.football.rounds import normal
from site_builder.football.rule_books import Adjustment, RuleBook, RuleChanges, RuleSet, Rulings
from site_builder.football.rulebooks import rule_book, rule_books
from site_builder.football.rules import Criterion, HeadToHead, Points, Rules, StageKind, TieRules, Zone
from site_builder.language.words import Words
from site_builder.pages.verdicts import step_words

BOOKS = rule_books()


def rules_of(name: str, season: str, stage: StageKind | None = None) -> Rules:
    book = rule_book(name)
    assert book is not None, name
    return book.rules(Season.parse(season), stage)


def ranking(rules: Rules) -> str:
    """The ranking in one line, in English."""
    return ", ".join(step_words(step, Words()) for step in rules.rank)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_a_book_is_whole(book: RuleBook) -> None:
    assert book.name
    assert book.shape is not None
    if book.timezone:
        assert ZoneInfo(book.timezone).key == book.timezone
    for year in range(1890, 2031):
        rules = book.rules(Season(year, year + 1))
        assert rules.stages
        assert rules.points.win in {2, 3}


def test_no_name_belongs_to_two_books() -> None:
    names = Counter(spelling for book in BOOKS for spelling in {normal(name) for name in (book.name, *book.aliases)})
    assert [name for name, count in names.items() if count > 1] == []
    assert all(rule_book(name) == book for book in BOOKS for name in (book.name, *book.aliases))


@pytest.mark.parametrize(
    ("name", "book"),
    [
        ("English Premier League", "Premier League"), ("Italian Serie A", "Serie A"), ("serie a", "Serie A"),
        ("UEFA Champions League", "Champions League"), ("European Cup", "Champions League"), ("World Cup", "World Cup"),
        ("FIFA World Cup", "World Cup"), ("Euro", "Euro"), ("UEFA Euro", "Euro"), ("Deutsche Bundesliga", "Bundesliga"),
        ("Primera Division", "La Liga"), ("French Ligue 1", "Ligue 1"), ("DFB Pokal", "DFB-Pokal"), ("E0", "Premier League"),
        ("English FA Cup", "FA Cup"), ("Copa del Rey de España", "Copa del Rey"),
        ("SCOTTISH PREMIERSHIP", "Scottish Premiership"),
    ],
)  # fmt: skip
def test_competitions_are_known_by_the_names_of_open_data(name: str, book: str) -> None:
    found = rule_book(name)
    assert found is not None
    assert found.name == book


def test_an_unknown_competition_has_no_book() -> None:
    assert rule_book("Torneo di Viareggio") is None
    assert rule_book("FIFA World Cup qualification") is None


@pytest.mark.parametrize(
    ("name", "last_with_two"),
    [
        ("Football League First Division", 1980), ("Serie A", 1993), ("La Liga", 1994), ("Bundesliga", 1994),
        ("Champions League", 1994), ("Ligue 1", 1993), ("Scottish Premiership", 1993),
    ],
)  # fmt: skip
def test_three_points_for_a_win_came_in_their_season(name: str, last_with_two: int) -> None:
    wins = [rules_of(name, Season(year, year + 1).text).points.win for year in (last_with_two, last_with_two + 1, 2023)]
    assert wins == [2, 3, 3]


def test_france_tried_three_points_for_one_season() -> None:
    assert [rules_of("Ligue 1", season).points.win for season in ("1987-88", "1988-89", "1989-90")] == [2, 3, 2]


@pytest.mark.parametrize(
    ("name", "season", "rank"),
    [
        ("English First Division", "1975-76", "points, goal average, a shared place"),
        ("English First Division", "1976-77", "points, goal difference, goals scored, play-off, a shared place"),
        ("English Division One", "1995-96", "points, goals scored, goal difference, play-off, a shared place"),
        ("Premier League", "2018-19", "points, goal difference, goals scored, play-off, a shared place"),
        (
            "Premier League",
            "2019-20",
            "points, goal difference, goals scored, head-to-head (points, away goals), play-off, a shared place",
        ),
        ("Serie A", "2004-05", "points, play-off, a shared place"),
        ("Serie A", "2005-06", "points, head-to-head (points, goal difference), goal difference, goals scored, lots"),
        ("Ligue 1", "2016-17", "points, goal difference, goals scored, a shared place"),
        ("World Cup", "1962", "points, goal average, lots"),
        ("World Cup", "1966", "points, goal average, lots"),
        (
            "World Cup",
            "2026",
            "points, head-to-head (points, goal difference, goals scored), goal difference, goals scored, fair play, ranking",
        ),
        ("Euro", "1992", "points, goal difference, goals scored, lots"),
        ("Euro", "1996", "points, head-to-head (points, goal difference, goals scored), goal difference, goals scored, ranking"),
        (
            "Champions League",
            "2024-25",
            (
                "points, goal difference, goals scored, away goals, wins, away wins, the opponents' points,"
                " the opponents' goal difference, the opponents' goals, fair play, ranking"
            ),
        ),
    ],
)
def test_ranking_by_season(name: str, season: str, rank: str) -> None:
    assert ranking(rules_of(name, season)) == rank


def test_la_liga_compares_two_clubs_otherwise_than_three() -> None:
    step = rules_of("La Liga", "2006-07").rank[1]
    assert isinstance(step, HeadToHead)
    assert ranking(rules_of("La Liga", "2006-07")).startswith(
        "points, head-to-head (between two goal difference; among more points, goal difference), goal difference"
    )


@pytest.mark.parametrize(
    ("season", "zones"),
    [
        ("1998-99", [(17, 18, "Relegation play-off"), (19, 20, "Relegation")]),
        ("1999-00", [(18, 20, "Relegation")]),
    ],
)
def test_in_la_liga_two_played_on_against_relegation_until_1999(season: str, zones: list[tuple[int, int, str]]) -> None:
    assert [(zone.first, zone.last, zone.label) for zone in rules_of("La Liga", season).zones] == zones


def test_shoot_outs_golden_and_silver_goals_by_tournament() -> None:
    deciders = [str(rules_of("World Cup", year).ties.then[0]) for year in ("1934", "1938", "1974", "1978", "2022")]
    assert deciders == ["replay", "replay", "lots", "shootout", "shootout"]
    golden = {"1998", "2002"}
    assert {
        year for year in ("1994", "1998", "2002", "2006") if rules_of("World Cup", year).ties.extra_time == "golden"
    } == golden
    assert [str(rules_of("Euro", year).ties.extra_time) for year in ("1992", "1996", "2000", "2004", "2008")] == [
        "full", "golden", "golden", "silver", "full",
    ]  # fmt: skip


def test_stages_may_have_rules_of_their_own() -> None:
    assert [zone.label for zone in rules_of("World Cup", "2022", StageKind.GROUP).zones] == ["Round of 16"]
    assert rules_of("World Cup", "2022").zones == ()


@pytest.mark.parametrize(
    ("name", "day", "season"),
    [
        ("Serie A", date(2020, 8, 2), "2019-20"), ("Serie A", date(2020, 9, 19), "2020-21"),
        ("Serie A", date(2021, 5, 23), "2020-21"),
        ("Champions League", date(2020, 8, 23), "2019-20"), ("Champions League", date(2021, 7, 6), "2021-22"),
        ("World Cup", date(2022, 12, 18), "2022"), ("Premier League", date(2020, 7, 26), "2019-20"),
        ("Championship", date(2022, 7, 29), "2022-23"), ("FA Cup", date(2020, 8, 1), "2019-20"),
    ],
)  # fmt: skip
def test_the_season_can_be_told_from_a_date(name: str, day: date, season: str) -> None:
    book = rule_book(name)
    assert book is not None
    found = book.season_of(day)
    assert found is not None
    assert found.text == season


def test_a_table_is_meant_where_the_book_says_how_teams_are_ranked_or_what_a_win_is_worth() -> None:
    season = Season(2020, 2021)
    for changes, ranks in (
        (RuleChanges(rank=(Criterion.POINTS,)), True),
        (RuleChanges(points=Points(2)), True),
        (RuleChanges(zones=(Zone(18, 20, "Relegation"),)), True),
        (RuleChanges(ties=TieRules(legs=2)), False),
        (RuleChanges(), False),
    ):
        assert RuleBook("Cup", sets=(RuleSet(changes=changes),)).ranks(season) is ranks
    assert not RuleBook("Cup", sets=(RuleSet(Season(2021, 2022), changes=RuleChanges(points=Points(3))),)).ranks(season)


def test_a_table_is_meant_in_a_season_in_which_points_were_deducted() -> None:
    season = Season(2022, 2023)
    book = RuleBook("Serie A", rulings=((season, Rulings(adjustments=(Adjustment("juventus", -10),))),))
    assert book.ranks(season)
    assert not book.ranks(Season(2021, 2022))


def test_a_mistake_in_a_packaged_book_is_named_with_its_file_and_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "rulebooks"
    folder.mkdir()
    monkeypatch.setattr(rulebooks, "files", lambda _: tmp_path)
    for name in ("ash", "elm"):
        (folder / f"{name}-cup.toml").write_text(f'name = "{name} Cup"', encoding="utf-8")
    (folder / "README.md").write_text("No book.", encoding="utf-8")
    read = rule_books.__wrapped__  # past what is kept from the first time
    assert [book.name for book in read()] == ["ash Cup", "elm Cup"]
    (folder / "elm-cup.toml").write_text("[[rules]]\nrank = ['points', 'luck']\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^elm-cup\.toml: rules\.0\.rank\.1: `luck` is no ranking criterion$"):
        read()


def test_a_book_that_does_not_say_when_seasons_begin_tells_none() -> None:
    assert RuleBook("Sunday League").season_of(date(2020, 9, 1)) is None
