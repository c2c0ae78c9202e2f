"""Bulk results and reports: one match however often it is told, and contradictions with both places."""

from __future__ import annotations

import pytest

from builders import TestSite, report

LEAGUE = """= Italian Serie A 2020/21

▪ Matchday 1
Sat Sep 19 2020
  18:00  ACF Fiorentina  v Torino FC  1-0 (0-0)
         (Castrovilli 78')
  20:45  Hellas Verona  v AS Roma  3-0  [awarded]
▪ Matchday 2
Sat Sep 26
  15:00  Torino FC  v Atalanta BC  2-4 (2-3)
▪ Matchday 3
Sun Oct 4
  15:00  Atalanta BC  v Cagliari
"""
CUP = """= Coppa Italia 2020/21

▪ Semifinals
Wed Feb 3 2021
  20:45  SSC Napoli  v Atalanta  0-0
Wed Feb 10
  20:45  Atalanta  v SSC Napoli  3-1 (2-0)
         (Zapata 10' Pessina 16', 78'; Lozano 53')
"""
ALIASES = {
    "content/teams/napoli.md": "---\nname: Napoli\naliases: [SSC Napoli]\n---\n",
    "content/teams/atalanta.md": "---\nname: Atalanta\naliases: [Atalanta BC]\ncity: Bergamo\n---\n",
}
ROW = "matches/2021/2021-02-10-atalanta-napoli.html"


def cup(site: TestSite, **keys: str) -> TestSite:
    """A site with the cup's results and a report on its second leg."""
    made = report("Atalanta", "Napoli", keys.pop("score", "3-1"), date=keys.pop("date", "2021-02-10"), text="They won.", **keys)
    return site.write({**ALIASES, "content/results/cup.txt": CUP, "content/matches/one.md": made})


def test_rows_have_pages_tables_and_no_report(site: TestSite) -> None:
    site.write({"content/results/league.txt": LEAGUE}).build()
    page = site.page("matches/2020/2020-09-19-acf-fiorentina-torino-fc.html")
    assert "Castrovilli" in page
    assert "competitions/serie-a/2020-21.html" in site.tree()
    assert "people/castrovilli.html" in site.tree()


def test_a_report_adds_to_its_row(site: TestSite) -> None:
    cup(site, referee="Federico La Penna", round="Semi-finals", leg="2").build()
    page = site.page(ROW)
    assert "They won." in page
    assert "Federico La Penna" in page
    assert "Lozano" in page
    assert [path for path in site.tree() if "2021-02-10" in path and path.endswith(".html")] == [ROW]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"score": "4-1"}, ("score: 4–1", "score: 3–1")),
        ({"half_time": "1-0"}, ("half time: 1–0", "2–0")),
        ({"goals": "{home: \"Zapata 11' Pessina 16', 78'\", away: \"Lozano 53'\"}"}, ("goals", "goals")),
        ({"round": "Semi-finals", "date": "2021-02-11"}, ("2021-02-11", "2021-02-10")),
    ],
)
def test_a_contradiction_names_both_places(site: TestSite, keys: dict[str, str], words: tuple[str, str]) -> None:
    (problem,) = [p for p in cup(site, **keys).problems() if p.is_error]
    assert (problem.code, problem.place.path) == ("contradiction", "content/matches/one.md")
    assert "content/results/cup.txt:7" in problem.message
    assert words[0] in problem.message
    assert words[1].split(": ")[-1] in problem.message


@pytest.mark.parametrize(
    "keys",
    [
        {"round": "Semi-finals", "leg": "2"},
        {"round": "Semifinals"},
        {"venue": "Bergamo"},
        {"goals": "{home: \"Duván Zapata 10' Matteo Pessina 16', 78'\", away: \"Hirving Lozano 53'\"}"},
        {"date": "2021-02-10 20:45"},
        {"date": "2021-02-10T20:45+01:00"},
    ],
)
def test_values_are_compared_by_meaning(site: TestSite, keys: dict[str, str]) -> None:
    zone = {"site.toml": 'timezone = "Europe/Rome"\n'}
    assert [p for p in cup(site.write(zone), **keys).problems() if p.is_error] == []


def test_another_ground_in_a_table_is_a_contradiction(site: TestSite) -> None:
    row = "date,competition,season,home,away,score,venue\n2021-02-10,Coppa Italia,2020-21,Atalanta,Napoli,3-1,San Siro\n"
    files = {"content/results/cup.csv": row, "content/matches/one.md": report(venue="Gewiss Stadium")}
    (problem,) = [p for p in site.write(files).problems() if p.is_error]
    assert (problem.code, problem.message) == (
        "contradiction",
        "venue: `Gewiss Stadium` here, but `San Siro` in content/results/cup.csv:2",
    )


def test_rows_that_differ_on_what_the_report_leaves_out_are_named_both(site: TestSite) -> None:
    rows = "date,competition,season,home,away,score,referee\n2021-02-10,Coppa Italia,2020-21,Atalanta,Napoli,3-1,{}\n"
    referees = {"cup": "Federico La Penna", "more": "Daniele Orsato"}
    files = {f"content/results/{name}.csv": rows.format(referee) for name, referee in referees.items()}
    (problem,) = [p for p in site.write({**files, "content/matches/one.md": report()}).problems() if p.is_error]
    assert (problem.place.path, problem.place.line) == ("content/results/more.csv", 2)
    assert problem.message == "referee: `Daniele Orsato` here, but `Federico La Penna` in content/results/cup.csv:2"


def test_the_same_time_on_the_clock_is_the_time_of_the_competition(site: TestSite) -> None:
    cup(site, date="2021-02-10 20:45").build()
    assert '"2021-02-10T19:45:00Z"' in site.page(ROW)


def test_times_that_differ_are_named_by_their_clocks(site: TestSite) -> None:
    for day, said in {"2021-02-10 20:30": "2021-02-10 20:30+00:00", "2021-02-10 20:45Z": "2021-02-10 20:45+00:00"}.items():
        (problem,) = [p for p in cup(site, date=day).problems() if p.is_error]
        assert problem.message.startswith(f"date: `{said}` here, but `2021-02-10 20:45+01:00` in ")


def test_a_disputed_fact_may_differ_and_no_other(site: TestSite) -> None:
    disputed = "[{fact: half_time, says: 2-0, source: {text: The almanac, url: https://example.org/almanac}}]"
    cup(site, half_time="1-0", disputed=disputed).build()
    page = site.told(ROW)
    assert "Half-time 1–0" in page
    assert 'Half time: 2-0 according to <a href="https://example.org/almanac"' in page
    (problem,) = [p for p in cup(site, half_time="1-0", score="4-1", disputed=disputed).problems() if p.is_error]
    assert problem.message.startswith("score: 4–1")


@pytest.mark.parametrize("keys", [{"round": "Final"}, {"leg": "1", "round": "Semi-finals"}, {"matchday": "3"}])
def test_the_wrong_round_does_not_make_two_matches_of_one_day(site: TestSite, keys: dict[str, str]) -> None:
    row = "date,competition,season,round,leg,matchday,home,away,score\n"
    row += "2021-02-10,Coppa Italia,2020-21,Semi-finals,2,4,Atalanta,Napoli,3-1\n"
    files = {"content/results/cup.csv": row, "content/matches/one.md": report(**keys)}
    (problem,) = [p for p in site.write(files).problems() if p.is_error]
    assert (problem.code, problem.place.path) == ("contradiction", "content/matches/one.md")
    assert problem.message.startswith(f"{next(iter(keys))}: `")
    assert "content/results/cup.csv:2" in problem.message


@pytest.mark.parametrize("names", [("Group stage", "Group C"), ("Group C", "Group stage")])
def test_the_group_stage_is_no_other_round_than_a_group_of_it(site: TestSite, names: tuple[str, str]) -> None:
    row = f"date,competition,season,round,home,away,score\n2022-11-22,World Cup,2022,{names[1]},Argentina,Saudi Arabia,1-2\n"
    made = report("Argentina", "Saudi Arabia", "1-2", date="2022-11-22", competition="World Cup", season="2022", round=names[0])
    site.write({"content/results/cup.csv": row, "content/matches/one.md": made}).build()
    assert "Group C" in site.page("matches/2022/2022-11-22-argentina-saudi-arabia.html")
    assert '"name":"Group C"' in site.page("competitions/world-cup/2022.json").replace(": ", ":")


def test_a_report_beside_two_rows_of_one_day_is_of_the_row_in_its_round(site: TestSite) -> None:
    rows = "date,competition,season,round,home,away,score\n"
    rows += "".join(f"2021-02-10,Village Cup,2020-21,{name},Ash,Elm,3-1\n" for name in ("Final", "Semi-finals", "Round of 16"))
    made = report("Ash", "Elm", competition="Village Cup", round="Semi-finals")
    site.write({"content/results/cup.csv": rows, "content/matches/one.md": made}).build()
    assert len([path for path in site.tree() if path.startswith("matches/2021/2021-02-10") and path.endswith(".html")]) == 3


def test_another_round_is_another_match(site: TestSite) -> None:
    cup(site, round="Final", date="2021-05-19", score="1-2", neutral="true").build()
    assert "matches/2021/2021-05-19-atalanta-napoli.html" in site.tree()
    assert ROW in site.tree()


def test_a_fixture_of_the_results_becomes_played_by_its_report(site: TestSite) -> None:
    more = report("Atalanta BC", "Cagliari", "5-2", date="2020-10-04", competition="Serie A", text="Five.")
    site.write({"content/results/league.txt": LEAGUE, "content/matches/a.md": more}).build()
    page = site.page("matches/2020/2020-10-04-atalanta-bc-cagliari.html")
    assert "5–2" in page
    assert "Five." in page


def test_a_league_date_that_differs_is_told_however_far(site: TestSite) -> None:
    more = report("Torino FC", "Atalanta BC", "2-4", date="2020-12-26", competition="Serie A")
    site.write({"content/results/league.txt": LEAGUE, "content/matches/a.md": more})
    (problem,) = [p for p in site.problems() if p.is_error]
    assert problem.code == "contradiction"
    assert "2020-09-26" in problem.message


def test_two_rows_of_one_file_with_one_day_and_pair_are_two_matches(site: TestSite) -> None:
    rows = "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n"
    rows += "1950-05-01,Wales,Ireland,1,0,Friendly,Cardiff,Wales,FALSE\n" * 2
    site.write({"content/results/results.csv": rows}).build()
    assert {path for path in site.tree() if path.startswith("matches/1950/1950-05-01") and path.endswith(".html")} == {
        "matches/1950/1950-05-01-wales-ireland.html",
        "matches/1950/1950-05-01-wales-ireland-2.html",
    }


def test_a_row_without_a_date_counts_and_has_no_page(site: TestSite) -> None:
    rows = "competition,season,matchday,home,away,score\n" + "".join(
        f"Village League,2020-21,1,{home},{away},2-1\n" for home, away in (("Ash", "Elm"), ("Oak", "Yew"))
    )
    site.write({"content/results/village.csv": rows}).build()
    assert not [path for path in site.tree() if path.startswith("matches")]
    season = site.page("competitions/village-league/2020-21.html")
    assert "Ash" in season
    assert "2–1" in season


def test_rows_of_two_files_are_one_match(site: TestSite) -> None:
    other = CUP.replace("SSC Napoli", "Napoli").replace("Semifinals", "Semi-finals")
    site.write({**ALIASES, "content/results/a.txt": CUP, "content/results/b.txt": other}).build()
    assert (
        len(
            [
                path
                for path in site.tree()
                if path.startswith("matches/2021/2021-02-") and path.endswith(".html") and "napoli" in path
            ]
        )
        == 2
    )


def test_an_extra_time_minute_has_two_spellings(site: TestSite) -> None:
    row = "= World Cup 2022\n▪ Final\nSun Dec 18 2022\n  Argentina v France 3-3 a.e.t. (2-2)\n"
    row += "         (A 120+5' B 3' C 4'; D 5' E 6' F 125')\n"
    goals = "{home: \"A 125' B 3' C 4'\", away: \"D 5' E 6' F 120+5'\"}"
    made = report("Argentina", "France", "3-3 aet", date="2022-12-18", competition="World Cup", season="2022", goals=goals)
    site.write({"content/results/w.txt": row, "content/matches/a.md": made})
    assert [p.code for p in site.problems() if p.is_error] == []
