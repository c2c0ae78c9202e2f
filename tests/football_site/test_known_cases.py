"""Known cases from open data as a built site tells them: from files of results alone, nothing typed."""

from __future__ import annotations

import pytest

from builders import TestSite
from football_site.open_data import built, order, outcome, results, row, season, stage, table, tie, ties

SOURCES = (
    "football-txt/italy/2017-18/1-seriea.txt",
    "football-txt/italy/2020-21/1-seriea.txt",
    "football-txt/italy/2020-21/cup.txt",
    "football-txt/champions-league/2020-21/cl.txt",
    "football-txt/champions-league/2024-25/cl.txt",
    "football-txt/euro/2024--germany/euro.txt",
    "football-json/2023-24/fr.1.json",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    return built(tmp_path_factory.mktemp("site"), results(*SOURCES))


def test_real_madrid_stand_11th_above_bayern_on_away_wins(site: TestSite) -> None:
    told = table(season(site, "champions-league/2024-25"), "League phase")
    assert [(one["position"], one["slug"], one.get("decided_by")) for one in told[10:12]] == [
        (11, "real-madrid-cf", "away_wins"),
        (12, "fc-bayern-munchen", "goal_difference"),
    ]
    page = site.told("competitions/champions-league/2024-25.html")
    assert "Real Madrid CF stand above FC Bayern München on away wins, 2–1." in page


def test_the_play_off_pairs_of_2024_25_fit_the_seeding(site: TestSite) -> None:
    told = season(site, "champions-league/2024-25")
    places = {team: position for position, team in order(told, "League phase")}
    pairs = [sorted((places[one["home"]], places[one["away"]])) for one in ties(told, "Play-offs")]
    assert len(pairs) == 8
    assert all(9 <= high <= 16 < low <= 24 and (high + 1) // 2 + (low + 1) // 2 == 17 for high, low in pairs)


def test_a_shoot_out_after_two_level_legs_decides(site: TestSite) -> None:
    found = tie(season(site, "champions-league/2024-25"), "Round of 16", "Real Madrid CF", "Club Atlético de Madrid")
    assert outcome(found) == ("Real Madrid CF", "penalties", [2, 2])


def test_inter_are_4th_above_lazio_on_their_own_matches(site: TestSite) -> None:
    told = season(site, "serie-a/2017-18")
    assert order(told)[3:5] == [(4, "Inter"), (5, "Lazio Roma")]
    inter, lazio = row(told, "Inter"), row(told, "Lazio Roma")
    assert (inter["points"], inter["goal_difference"], inter["decided_by"]) == (72, 36, "h2h.points")
    assert (lazio["points"], lazio["goal_difference"]) == (72, 40)


def test_all_four_of_group_e_have_four_points(site: TestSite) -> None:
    told = season(site, "euro/2024")
    assert order(told, "Group E") == [(1, "Romania"), (2, "Belgium"), (3, "Slovakia"), (4, "Ukraine")]
    assert {one["points"] for one in table(told, "Group E")} == {4}


def test_without_a_decision_denmark_and_slovenia_share_a_place_and_the_page_says_so(site: TestSite) -> None:
    told = season(site, "euro/2024")
    assert order(told, "Group C") == [(1, "England"), (2, "Denmark"), (2, "Slovenia"), (4, "Serbia")]
    assert row(told, "Denmark", "Group C")["decided_by"] == "undecided"
    assert "Slovenia" not in [team for _, team in order(told, "Third-placed teams")]
    page = site.page("competitions/euro/2024.html")
    assert "Denmark and Slovenia are level on every count that is known and share 2nd place." in page
    assert "The third of Group C is not known." in page


def test_porto_beat_juventus_on_away_goals(site: TestSite) -> None:
    found = tie(season(site, "champions-league/2020-21"), "Round of 16", "Juventus", "FC Porto")
    assert (found["home"], outcome(found)) == ("FC Porto", ("FC Porto", "away_goals", [4, 4]))


def test_the_coppa_italia_of_2020_21(site: TestSite) -> None:
    told = season(site, "coppa-italia/2020-21")
    semi_final = tie(told, "Semi-finals", "SSC Napoli", "Atalanta")
    assert (semi_final["home"], outcome(semi_final)) == ("SSC Napoli", ("Atalanta", "aggregate", [1, 3]))
    assert semi_final["legs"] == ["matches/2021/2021-02-03-ssc-napoli-atalanta", "matches/2021/2021-02-10-atalanta-ssc-napoli"]
    assert outcome(tie(told, "Final", "Atalanta", "Juventus")) == ("Juventus", "score", [1, 2])
    assert outcome(tie(told, "Round of 16", "Juventus", "Genoa CFC")) == ("Juventus", "extra_time", [3, 2])
    assert outcome(tie(told, "Round of 16", "AC Milan", "Torino FC")) == ("AC Milan", "penalties", [0, 0])
    assert outcome(tie(told, "Round of 16", "AS Roma", "Spezia Calcio"))[:2] == ("Spezia Calcio", "walkover")


def test_an_awarded_match_counts_as_awarded(site: TestSite) -> None:
    told = season(site, "serie-a/2020-21")
    assert (row(told, "Hellas Verona FC")["points"], row(told, "Hellas Verona FC")["goals_for"]) == (45, 46)
    assert (row(told, "AS Roma")["points"], row(told, "AS Roma")["goals_against"]) == (62, 58)


def test_metz_are_above_lorient_on_away_goals_in_their_own_matches(site: TestSite) -> None:
    told = season(site, "ligue-1/2023-24")
    assert order(told)[15:17] == [(16, "FC Metz"), (17, "FC Lorient")]
    assert row(told, "FC Metz")["decided_by"] == "h2h.away_goals"


def test_every_match_is_in_its_season_and_no_stage_is_left_out(site: TestSite) -> None:
    counts = {"serie-a/2017-18": 380, "coppa-italia/2020-21": 79, "champions-league/2020-21": 125, "euro/2024": 51}
    assert {name: len(season(site, name)["matches"]) for name in counts} == counts
    kinds = [one["type"] for one in season(site, "euro/2024")["stages"]]
    assert kinds == ["group"] * 6 + ["ranking", "knockout"]
    assert stage(season(site, "euro/2024"), "Knockout")["ties"][-1]["winner"] == "Spain"


def test_matchdays_are_listed_by_their_number_though_some_matches_were_put_off(site: TestSite) -> None:
    page = site.page("competitions/serie-a/2020-21.html")
    places = [page.index(f">Matchday {number}</h3>") for number in range(38, 0, -1)]
    assert places == sorted(places)
