"""Known cases from open data: what the tables, ties and scorers of real seasons have to say."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from football.loading import matches_of
from football.playing import match_of
from site_builder.football.model import Match, Season
from site_builder.football.rule_books import Decision, RuleBook, Rulings
from site_builder.football.rule_parsing import parse_rule_book
from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import Criterion
from site_builder.football.scorers import scorers
from site_builder.football.stages import SeasonStage, SeasonStages, season_stages
from site_builder.football.standings import League, Table, standings
from site_builder.football.table import league_table
from site_builder.football.tallies import Tally
from site_builder.football.ties import Tie, tie_of
from site_builder.language.words import Words
from site_builder.pages.tie_words import tie_words
from site_builder.pages.verdicts import separation

TXT = "football-txt"
SERIE_A_2018 = f"{TXT}/italy/2017-18/1-seriea.txt"
SERIE_A_2021 = f"{TXT}/italy/2020-21/1-seriea.txt"
COPPA = f"{TXT}/italy/2020-21/cup.txt"
PREMIER_LEAGUE = f"{TXT}/england/2023-24/1-premierleague.txt"
CHAMPIONS_2021 = f"{TXT}/champions-league/2020-21/cl.txt"
CHAMPIONS_2025 = f"{TXT}/champions-league/2024-25/cl.txt"
EURO = f"{TXT}/euro/2024--germany/euro.txt"
WORLD_CUP = (f"{TXT}/worldcup/2022/cup.txt", f"{TXT}/worldcup/2022/cup_finals.txt")


def book(name: str) -> RuleBook:
    found = rule_book(name)
    assert found is not None, name
    return found


def season_of(name: str, *paths: str, rulings: Rulings | None = None) -> SeasonStages:
    matches = matches_of(*paths)
    return season_stages(matches, matches[0].season, book(name), rulings)


def stage(season: SeasonStages, name: str) -> SeasonStage:
    return next(one for one in season.stages if one.name == name)


def table(season: SeasonStages, name: str = "Regular season") -> Table:
    found = stage(season, name).table
    assert found is not None
    return found


def tie(season: SeasonStages, round_name: str, *teams: str) -> Tie:
    bracket = stage(season, "Knockout").bracket
    assert bracket is not None
    found = [one for one in bracket.ties if one.round.name == round_name and {one.home, one.away} == set(teams)]
    assert len(found) == 1
    return found[0]


def test_champions_league_2024_25_has_real_madrid_11th_above_bayern_on_away_wins() -> None:
    rows = table(season_of("UEFA Champions League", CHAMPIONS_2025), "League phase").rows
    assert [(row.position, row.team) for row in rows[10:12]] == [(11, "real-madrid-cf"), (12, "fc-bayern-munchen")]
    assert rows[10].verdict is not None
    assert (rows[10].decided_by, rows[10].verdict.upper, rows[10].verdict.lower) == ("away_wins", 2, 1)
    said = separation(rows[10].verdict, "Real Madrid", "Bayern München", str, Words())
    assert said == "Real Madrid stand above Bayern München on away wins, 2–1."


def test_champions_league_2024_25_play_off_pairs_fit_the_seeding_9_to_24() -> None:
    season = season_of("Champions League", CHAMPIONS_2025)
    ranking = table(season, "League phase")
    bracket = stage(season, "Knockout").bracket
    assert bracket is not None
    play_offs = bracket.rounds[0]
    assert play_offs.name == "Play-offs"
    pairs = sorted(tuple(sorted(ranking.position(team) or 0 for team in (one.tie.home, one.tie.away))) for one in play_offs.ties)
    assert len(pairs) == 8
    assert all((high + 1) // 2 + (low + 1) // 2 == 17 for high, low in pairs)
    zones = [row.zone.label if row.zone else "" for row in ranking.rows]
    assert zones == ["Round of 16"] * 8 + ["Knockout phase play-offs"] * 16 + [""] * 12


def test_serie_a_2017_18_has_inter_4th_above_lazio_on_their_own_matches() -> None:
    rows = table(season_of("Italian Serie A", SERIE_A_2018)).rows
    assert [(row.position, row.team, row.points, row.goal_difference) for row in rows[3:5]] == [
        (4, "inter", 72, 36),
        (5, "lazio-roma", 72, 40),
    ]
    assert rows[3].decided_by == "h2h.points"


def test_the_premier_leagues_rules_would_put_lazio_above_inter() -> None:
    matches = matches_of(SERIE_A_2018)
    rows = league_table(matches, League(book("Premier League").rules(Season(2017, 2018)))).rows
    assert [row.team for row in rows[3:5]] == ["lazio-roma", "inter"]
    assert rows[3].decided_by == "goal_difference"


GROUPS_2022 = {
    "A": ("netherlands", "senegal", "ecuador", "qatar"),
    "B": ("england", "usa", "iran", "wales"),
    "C": ("argentina", "poland", "mexico", "saudi-arabia"),
    "D": ("france", "australia", "tunisia", "denmark"),
    "E": ("japan", "spain", "germany", "costa-rica"),
    "F": ("morocco", "croatia", "belgium", "canada"),
    "G": ("brazil", "switzerland", "cameroon", "serbia"),
    "H": ("portugal", "south-korea", "uruguay", "ghana"),
}


@pytest.mark.parametrize("paths", [WORLD_CUP, (f"{TXT}/worldcup/2022/2022_full.txt",)])
def test_world_cup_2022_has_its_groups_whatever_the_form_of_the_file(paths: tuple[str, ...]) -> None:
    season = season_of("World Cup", *paths)
    assert not season.unplaced
    groups = {
        one.name[-1]: tuple(row.team for row in one.table.rows) for one in season.stages if one.type == "group" and one.table
    }
    assert groups == GROUPS_2022


def test_world_cup_2022_goes_on_to_argentina_3_3_france_and_4_2_on_penalties() -> None:
    season = season_of("FIFA World Cup", *WORLD_CUP)
    bracket = stage(season, "Knockout").bracket
    assert bracket is not None
    final = bracket.ties[-1]
    assert [one.name for one in bracket.rounds] == ["Round of 16", "Quarter-finals", "Semi-finals", "Final"]
    assert (final.home, final.away, final.aggregate and final.aggregate.text) == ("argentina", "france", "3–3")
    assert (final.winner, str(final.won_on), bracket.winner) == ("argentina", "penalties", "argentina")
    assert tie_words(final, str.title, Words()) == "Argentina won 4–2 on penalties"
    assert bracket.third_place is not None
    assert bracket.third_place.winner == "croatia"
    entry = bracket.rounds[3].ties[0]
    came_from = [bracket.rounds[place.round].ties[place.tie].tie for place in (entry.home_from, entry.away_from) if place]
    assert [{one.home, one.away} for one in came_from] == [{"argentina", "croatia"}, {"france", "morocco"}]


def test_world_cup_2022_scorers_are_mbappe_8_and_messi_7() -> None:
    found = scorers(matches_of(f"{TXT}/worldcup/2022/2022_full.txt"))
    assert [(line.player, line.goals) for line in found.lines[:2]] == [("kylian-mbappe", 8), ("lionel-messi", 7)]
    assert (found.known_in, found.matches) == (64, 64)


def test_euro_2024_group_e_has_all_four_on_four_points() -> None:
    rows = table(season_of("Euro", EURO), "Group E").rows
    assert [(row.team, row.points) for row in rows] == [("romania", 4), ("belgium", 4), ("slovakia", 4), ("ukraine", 4)]
    assert [row.position for row in rows] == [1, 2, 3, 4]


def test_euro_2024_group_c_leaves_denmark_and_slovenia_level_without_a_decision() -> None:
    rows = table(season_of("Euro", EURO), "Group C").rows
    assert [(row.position, row.team, row.decided_by) for row in rows[1:3]] == [(2, "denmark", "undecided"), (2, "slovenia", None)]
    season = season_of("Euro", EURO)
    assert stage(season, "Third-placed teams").missing == ("Group C",)


def test_euro_2024_group_c_has_denmark_above_slovenia_by_the_authors_decision() -> None:
    decision = Decision(("denmark", "slovenia"), "fair play: a yellow card for Slovenia's coach", Criterion.DISCIPLINE)
    season = season_of("Euro", EURO, rulings=Rulings(decisions=(decision,)))
    rows = table(season, "Group C").rows
    assert [(row.position, row.team, row.decided_by) for row in rows[1:3]] == [
        (2, "denmark", "discipline"),
        (3, "slovenia", None),
    ]
    ranking = stage(season, "Third-placed teams")
    assert ranking.missing == ()
    assert ranking.type == "ranking"
    assert {row.team for row in table(season, "Third-placed teams").rows[:4]} == {
        "georgia",
        "netherlands",
        "slovakia",
        "slovenia",
    }


AUTHORS_PREMIER_LEAGUE = {
    "name": "Premier League",
    "seasons": {
        "2023-24": {
            "adjustments": [
                {"team": "everton-fc", "points": -10, "date": "2023-11-17", "reason": "spending rules"},
                {"team": "everton-fc", "points": 4, "date": "2024-02-26", "reason": "appeal"},
                {"team": "everton-fc", "points": -2, "date": "2024-04-08", "reason": "spending rules"},
                {"team": "nottingham-forest-fc", "points": "-4", "date": "2024-03-18"},
            ]
        }
    },
}


def test_premier_league_2023_24_with_the_authors_adjustments() -> None:
    added, problems = parse_rule_book(AUTHORS_PREMIER_LEAGUE)
    assert problems == ()
    matches = matches_of(PREMIER_LEAGUE)
    season = season_stages(matches, matches[0].season, book("English Premier League").with_additions(added))
    rows = {row.team: (row.position, row.points, row.adjustment) for row in table(season).rows}
    assert rows["everton-fc"] == (15, 40, -8)
    assert rows["nottingham-forest-fc"] == (17, 32, -4)
    assert [(row.team, row.points) for row in table(season).rows[17:]] == [
        ("luton-town-fc", 26),
        ("burnley-fc", 24),
        ("sheffield-united-fc", 16),
    ]


def test_juventus_porto_2021_goes_to_porto_on_away_goals() -> None:
    found = tie(season_of("Champions League", CHAMPIONS_2021), "Round of 16", "juventus", "fc-porto")
    assert (found.home, found.aggregate and found.aggregate.text) == ("fc-porto", "4–4")
    assert (found.winner, str(found.won_on)) == ("fc-porto", "away_goals")
    assert tie_words(found, lambda _: "Porto", Words()) == "Porto went through on away goals, 4–4 on aggregate"


def test_juventus_porto_2021_is_undecided_under_the_rules_of_the_year_after() -> None:
    found = tie(season_of("Champions League", CHAMPIONS_2021), "Round of 16", "juventus", "fc-porto")
    again = tie_of(found.round, found.legs, book("Champions League").rules(Season(2021, 2022)).ties)
    assert (again.winner, again.won_on, again.awaited) == (None, None, False)


def test_coppa_italia_2020_21_ties() -> None:
    season = season_of("Coppa Italia", COPPA)
    semi_final = tie(season, "Semi-finals", "ssc-napoli", "atalanta")
    assert (semi_final.home, semi_final.aggregate and semi_final.aggregate.text) == ("ssc-napoli", "1–3")
    assert tie_words(semi_final, str.title, Words()) == "Atalanta went through 3–1 on aggregate"
    final = tie(season, "Final", "atalanta", "juventus")
    assert (final.winner, str(final.won_on), final.aggregate and final.aggregate.text) == ("juventus", "score", "1–2")
    assert str(tie(season, "Round of 16", "juventus", "genoa-cfc").won_on) == "extra_time"
    milan = tie(season, "Round of 16", "ac-milan", "torino-fc")
    assert (milan.winner, str(milan.won_on), milan.aggregate and milan.aggregate.text) == ("ac-milan", "penalties", "0–0")
    assert str(tie(season, "Round of 16", "as-roma", "spezia-calcio").won_on) == "walkover"


def test_verona_roma_2020_21_counts_as_awarded() -> None:
    rows = {row.team: row for row in table(season_of("Serie A", SERIE_A_2021)).rows}
    assert (rows["hellas-verona-fc"].goals_for, rows["hellas-verona-fc"].points) == (46, 45)
    assert (rows["as-roma"].goals_against, rows["as-roma"].points) == (58, 62)


def test_england_1923_24_is_decided_on_goal_average() -> None:
    huddersfield = Tally("huddersfield", 42, 23, 11, 8, 60, 33, 57)
    cardiff = Tally("cardiff", 42, 22, 13, 7, 61, 34, 57)
    tallies = {"cardiff": cardiff, "huddersfield": huddersfield}
    rules = book("English First Division").rules(Season(1923, 1924))
    rows = standings(League(rules), (), tallies=tallies).rows
    assert [(row.team, row.decided_by) for row in rows] == [("huddersfield", "goal_average"), ("cardiff", None)]
    assert rows[0].verdict is not None
    said = separation(rows[0].verdict, "Huddersfield", "Cardiff", str, Words())
    assert said == "Huddersfield stand above Cardiff on goal average, 1.818 to 1.794."
    modern = replace(rules, rank=book("Premier League").rules(Season(2010, 2011)).rank)
    assert [row.team for row in standings(League(modern), (), tallies=tallies).rows] == ["cardiff", "huddersfield"]


def test_ligue_1_2023_24_has_metz_above_lorient_on_away_goals_in_their_own_matches() -> None:
    matches = matches_of("football-json/2023-24/fr.1.json")
    rows = table(season_stages(matches, matches[0].season, book("French Ligue 1"))).rows
    level = [(row.position, row.points, row.goal_difference, row.decided_by) for row in rows[15:17]]
    assert level == [(16, 29, -23, "h2h.away_goals"), (17, 29, -23, None)]


def test_a_fixture_to_come_is_no_result() -> None:
    fixture: tuple[Match, ...] = (match_of("a v b", 30, matchday=38),)
    rows = league_table(fixture, League(book("Serie A").rules(Season(2020, 2021)))).rows
    assert [(row.team, row.played, row.position, row.decided_by) for row in rows] == [("a", 0, 1, "undecided"), ("b", 0, 1, None)]
