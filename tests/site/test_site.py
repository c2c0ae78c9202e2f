"""What belongs together is found together: names, matches, people, addresses, drafts."""

from __future__ import annotations

import re

import pytest

from builders import TestSite, report


def codes(site: TestSite, **options: object) -> list[str]:
    return [problem.code for problem in site.problems(**options)]


def test_spellings_with_one_slug_are_one_team(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report("Atlético Madrid", "Real Sociedad", date="2021-01-01"),
            "content/matches/b.md": report("ATLETICO-MADRID", "Real  Sociedad", date="2021-01-08"),
            "content/matches/c.md": report("Real Sociedad", "Atlético Madrid", date="2021-01-15"),
        }
    ).build()
    pages = {path for path in site.tree() if path.startswith("teams/") and path.endswith(".html")}
    pages = {path for path in pages if path.count("/") == 1}
    assert pages == {"teams/atletico-madrid.html", "teams/real-sociedad.html"}
    assert "Atlético Madrid" in site.page("teams/atletico-madrid.html")
    assert "ATLETICO" not in site.page("teams/atletico-madrid.html")


def test_an_alias_joins_a_team(site: TestSite) -> None:
    site.write(
        {
            "content/teams/inter.md": "---\nname: Inter\naliases: [Internazionale, FC Internazionale Milano]\n---\n",
            "content/matches/a.md": report("Internazionale", "Milan", date="2021-01-01"),
            "content/matches/b.md": report("Milan", "FC Internazionale Milano", date="2021-02-01"),
        }
    ).build()
    page = site.page("teams/inter.html")
    assert "2021-01-01-inter-milan.html" in page
    assert "2021-02-01-milan-inter.html" in page
    assert "teams/internazionale.html" not in site.tree()


def test_two_files_with_one_name_are_a_problem_naming_both(site: TestSite) -> None:
    site.write({"content/teams/a.md": "---\nname: Køge\n---\n", "content/teams/b.md": "---\nname: Koge\n---\n"})
    (problem,) = site.problems()
    assert problem.code == "name-twice"
    assert {problem.place.path, problem.message.split()[-1]} == {"content/teams/a.md", "content/teams/b.md"}


def test_addresses_come_from_date_and_teams_never_from_the_file(site: TestSite) -> None:
    site.write({"content/matches/deep/down/whatever.md": report("Łódź", "København", date="2019-03-02")}).build()
    assert "matches/2019/2019-03-02-lodz-kobenhavn.html" in site.tree()


def test_several_matches_on_one_day_are_numbered_by_kick_off(site: TestSite) -> None:
    site.write(
        {
            "content/matches/evening.md": report(date="2021-02-10 20:45", score="1-0"),
            "content/matches/noon.md": report(date="2021-02-10 12:30", score="2-0"),
        }
    ).build()
    assert "2–0" in site.page("matches/2021/2021-02-10-atalanta-napoli.html")
    assert "1–0" in site.page("matches/2021/2021-02-10-atalanta-napoli-2.html")


def test_two_reports_of_one_match_are_a_problem_naming_both(site: TestSite) -> None:
    site.write({"content/matches/a.md": report(), "content/matches/b.md": report()})
    (problem,) = site.problems()
    assert (problem.code, problem.place.path) == ("same-match-twice", "content/matches/b.md")
    assert "content/matches/a.md" in problem.message
    assert problem.place.line > 0


def test_a_preview_stands_beside_the_report(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report(text="They won."),
            "content/matches/b.md": report(score=None, type="preview", text="They will meet."),
        }
    ).build()
    page = site.page("matches/2021/2021-02-10-atalanta-napoli.html")
    assert "They won." in page
    assert "They will meet." in page


def test_a_preview_that_contradicts_the_report_names_both(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report(venue="Gewiss Stadium"),
            "content/matches/b.md": report(score=None, type="preview", venue="San Siro"),
        }
    )
    (problem,) = site.problems()
    assert (problem.code, problem.place.path) == ("contradiction", "content/matches/b.md")
    assert "content/matches/a.md" in problem.message


def test_a_surname_joins_the_full_name_of_its_squad_only(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report(goals='{home: "Duván Zapata 10\'"}', score="1-0"),
            "content/matches/b.md": report(goals='{home: "Zapata 20\'"}', score="1-0", date="2021-03-01"),
            "content/matches/c.md": report("Milan", "Inter", goals='{home: "Zapata 30\'"}', score="1-0"),
        }
    ).build()
    assert (
        "2 goals" in " ".join(site.page("people/duvan-zapata.html").split())
        or site.page("people/duvan-zapata.html").count("1–0") == 2
    )
    assert "people/zapata.html" in site.tree()
    assert "milan" in site.page("people/zapata.html")
    assert "atalanta" not in site.page("people/zapata.html")


def test_a_surname_that_fits_two_joins_neither(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report(goals="{home: \"Pape Gueye 1' Idrissa Gueye 2'\"}", score="2-0"),
            "content/matches/b.md": report(goals='{home: "Gueye 20\'"}', score="1-0", date="2021-03-01"),
        }
    ).build()
    assert "people/gueye.html" in site.tree()


def test_an_own_goal_belongs_to_a_player_of_the_other_side_and_is_no_goal_of_his(site: TestSite) -> None:
    site.write({"content/matches/a.md": report(goals='{home: "Kostas Manolas 10\'(og)"}', score="1-0")}).build()
    page = site.page("people/kostas-manolas.html")
    assert "teams/napoli.html" in page
    assert "own goal" in page


def test_drafts_are_built_only_when_wanted(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report(),
            "content/articles/later.md": "---\ntitle: Later\ndate: 2021-02-11\ndraft: true\n---\nSoon.",
        }
    )
    site.build()
    assert "articles/later.html" not in site.tree()
    site.build(drafts=True)
    assert "articles/later.html" in site.tree()
    site.build()
    assert "articles/later.html" not in site.tree()


@pytest.mark.parametrize("season", ["2020/21", '"2020-2021"', "2020–21", "2020-21"])
def test_a_season_has_one_spelling(site: TestSite, season: str) -> None:
    site.write({"content/matches/a.md": report(season=season)}).build()
    assert "competitions/coppa-italia/2020-21.html" in site.tree()


def test_a_match_without_season_is_told_so_at_its_place(site: TestSite) -> None:
    text = report(competition="Village Cup").replace("season: 2020-21\n", "")
    (problem,) = site.write({"content/matches/a.md": text}).problems()
    assert (problem.code, problem.place.line) == ("missing-season", 3)
    assert problem.fix == "Add a line like `season: 2020-21`, or one like `season_starts: 7` to the competition's file."


@pytest.mark.parametrize(("starts", "season"), [("7", "2020-21"), ("calendar", "2021")])
def test_the_file_of_a_competition_says_when_its_seasons_begin(site: TestSite, starts: str, season: str) -> None:
    text = report(competition="Village Cup", matchday="2").replace("season: 2020-21\n", "")
    rows = "date,competition,matchday,home,away,score\n2021-02-03,Village Cup,1,Napoli,Atalanta,0-0\n"
    site.write({"content/matches/a.md": text, "content/results/village.csv": rows})
    site.write({"content/competitions/cup.md": f"---\nname: Village Cup\nseason_starts: {starts}\n---\n"}).build()
    assert f"competitions/village-cup/{season}.html" in site.tree()
    assert "are not known here" in site.page(f"competitions/village-cup/{season}.html")


@pytest.mark.parametrize(
    ("report_of", "problems"),
    [
        ({"competition": "Village Cup"}, ["missing-key", "missing-season"]),
        ({"competition": "Coppa Italia"}, ["missing-key"]),
        ({"competition": "Coppa Italia", "away": "Atalanta"}, ["missing-key", "same-team"]),
    ],
)
def test_a_missing_date_is_told_with_what_else_a_match_lacks(
    site: TestSite, report_of: dict[str, str], problems: list[str]
) -> None:
    text = re.sub("(date|season): .*\n", "", report(**report_of))
    assert sorted(codes(site.write({"content/matches/a.md": text}))) == problems


def test_a_misspelt_competition_is_named_where_its_season_cannot_be_told(site: TestSite) -> None:
    text = report(competition="Copa Italia").replace("season: 2020-21\n", "")
    (problem,) = site.write({"content/matches/a.md": text}).problems()
    assert problem.fix == "Did you mean `Coppa Italia`? If not, add a line like `season: 2020-21`."


def test_rows_of_one_file_without_a_season_are_one_problem(site: TestSite) -> None:
    rows = "".join(f"2021-02-{day:02},Village Cup,Atalanta,Napoli,1-0\n" for day in range(1, 6))
    head = "date,competition,home,away,score\n"
    (problem,) = site.write({"content/results/village.csv": head + rows}).problems()
    assert (problem.code, problem.place.line) == ("missing-season", 2)
    assert problem.message.startswith("the season of these 5 matches is not told")


def test_a_team_is_shown_under_its_name_of_the_day(site: TestSite) -> None:
    names = "names:\n  - {name: Newton Heath, from: 1878-01-01}\n  - {name: Manchester United, from: 1902-04-24}\n"
    site.write(
        {
            "content/teams/united.md": f"---\nname: Manchester United\n{names}---\n",
            "content/matches/a.md": report("Newton Heath", "Everton", date="1892-09-24", season="1892-93"),
            "content/matches/b.md": report("Manchester United", "Chelsea", date="1908-09-24", season="1908-09"),
        }
    ).build()
    assert "Newton Heath" in site.page("matches/1892/1892-09-24-manchester-united-everton.html")
    assert "Newton Heath" not in site.page("matches/1908/1908-09-24-manchester-united-chelsea.html")


def test_redirects_lead_from_old_addresses(site: TestSite) -> None:
    site.write({"content/matches/a.md": report(redirects="[/old/report.html, 2021/semi-final/]")}).build()
    for old, root in (("old/report.html", "../"), ("2021/semi-final/index.html", "../../")):
        assert f"{root}matches/2021/2021-02-10-atalanta-napoli.html" in site.page(old)


def test_collisions_name_both_sources_and_stop_the_build(site: TestSite) -> None:
    site.write(
        {
            "content/pages/About.md": "---\ntitle: About\n---\nUs.",
            "content/pages/team.md": "---\ntitle: About\nslug: about\n---\nThem.",
            "content/matches/a.md": report(redirects="[/teams.html]"),
        }
    )
    found = site.refused()
    assert [p.code for p in found.problems] == ["same-path", "same-path"]
    assert not site.output.exists()
