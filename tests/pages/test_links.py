"""Links that authors write, and those that the site makes by itself."""

from __future__ import annotations

import re

import pytest

from builders import TestSite, report

ONE = "matches/2021/2021-02-10-atalanta-napoli.html"


def links(page: str) -> list[tuple[str, str]]:
    """Targets and texts of the links in a page's prose."""
    prose = page[page.index('class="prose') :]
    return re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', prose[: prose.index("</div>")])


def prose_links(site: TestSite, text: str, **more: str) -> list[tuple[str, str]]:
    site.write({"content/matches/one.md": report(text=text, **more)}).build()
    return links(site.page(ONE))


def test_the_first_mention_of_a_team_is_linked_once(site: TestSite) -> None:
    found = prose_links(site, "Atalanta beat Napoli. Napoli, though, hit the bar; Atalanta did not care.")
    assert found == [("../../teams/atalanta.html", "Atalanta"), ("../../teams/napoli.html", "Napoli")]


def test_the_longest_name_wins_and_case_counts(site: TestSite) -> None:
    site.write({"content/matches/two.md": report("Milan", "Atalanta Milan", date="2021-03-01")})
    found = prose_links(site, "The ATALANTA of old, an Atalanta Milan side, went to milan and to Milan.")
    assert found == [("../../teams/atalanta-milan.html", "Atalanta Milan"), ("../../teams/milan.html", "Milan")]


def test_accents_do_not_count(site: TestSite) -> None:
    site.write({"content/matches/two.md": report("Atlético", "Málaga", date="2021-03-01")})
    assert prose_links(site, "Like Atletico before.") == [("../../teams/atletico.html", "Atletico")]


def test_nothing_is_linked_in_links_code_and_headings(site: TestSite) -> None:
    found = prose_links(site, "## Atalanta again\n\n[Napoli here](https://example.org) and `Napoli`.\n\n    Atalanta\n")
    assert [text for _, text in found if text != "Napoli here"] == []


def test_people_are_linked_only_where_their_match_names_them(site: TestSite) -> None:
    goals = '{home: "Duván Zapata 10\'"}'
    site.write({"content/matches/two.md": report("Milan", "Inter", date="2021-03-01", text="Duván Zapata watched.")})
    found = prose_links(site, "Then Zapata ran.", score="1-0", goals=goals)
    assert found == [("../../people/duvan-zapata.html", "Zapata")]
    assert links(site.page("matches/2021/2021-03-01-milan-inter.html")) == []


def test_a_surname_of_two_is_nobody(site: TestSite) -> None:
    goals = "{home: \"Pape Gueye 1' Idrissa Gueye 2'\"}"
    assert prose_links(site, "Gueye ran.", score="2-0", goals=goals) == []


def test_a_page_does_not_link_to_itself(site: TestSite) -> None:
    site.write({"content/teams/atalanta.md": "---\nname: Atalanta\n---\nAtalanta play.", "content/matches/one.md": report()})
    site.build()
    assert links(site.page("teams/atalanta.html")) == []


@pytest.mark.parametrize("where", ["page", "site"])
def test_linking_can_be_turned_off(site: TestSite, where: str) -> None:
    if where == "site":
        site.write({"site.toml": "autolink = false\n"})
    more = {"autolink": "false"} if where == "page" else {}
    assert prose_links(site, "Atalanta beat [[Napoli]].", **more) == [("../../teams/napoli.html", "Napoli")]


def test_wiki_links_find_things_and_matches(site: TestSite) -> None:
    site.write({"content/matches/first.md": report("Napoli", "Atalanta", "0-0", date="2021-02-03", venue="Monaco")})
    text = "[[venue:Monaco]], [[Coppa Italia|the cup]], [[2021-02-03 Napoli v Atalanta|the first leg]]."
    assert prose_links(site, text) == [
        ("../../venues/monaco.html", "Monaco"),
        ("../../competitions/coppa-italia.html", "the cup"),
        ("../../matches/2021/2021-02-03-napoli-atalanta.html", "the first leg"),
    ]


def test_a_name_shared_by_several_kinds_means_the_team(site: TestSite) -> None:
    site.write({"content/matches/two.md": report("Monaco", "Nice", date="2021-03-01", venue="Monaco")})
    assert prose_links(site, "To Monaco, to [[Monaco]].") == [
        ("../../teams/monaco.html", "Monaco"),
        ("../../teams/monaco.html", "Monaco"),
    ]


def test_links_to_sources_pages_and_files_become_addresses(site: TestSite) -> None:
    site.write({"content/pages/about.md": "---\ntitle: About\n---\nUs.", "content/matches/data.csv": "a,b\n"})
    text = "[a](../pages/about.md), [b](/about.html), [c](data.csv), [d](/teams/napoli), [e](https://example.org/x)."
    found = prose_links(site, text)
    assert [target for target, _ in found] == [
        "../../about.html",
        "../../about.html",
        "../../matches/data.csv",
        "../../teams/napoli.html",
        "https://example.org/x",
    ]


@pytest.mark.parametrize(
    ("text", "code", "underlined"),
    [
        ("[[Nobody United]]", "broken-wiki-link", "[[Nobody United]]"),
        ("[[2021-02-11 Atalanta v Napoli]]", "broken-wiki-link", "[[2021-02-11 Atalanta v Napoli]]"),
        ("[x](missing.md)", "broken-link", "missing.md"),
        ("[missing.md](missing.md)", "broken-link", "missing.md"),
        ('<a href="missing.md">x</a>', "broken-link", "missing.md"),
        ("[x][1]\n\n[1]: missing.md", "broken-link", "missing.md"),
        ("[x](/teams/nobody.html)", "broken-link", "/teams/nobody.html"),
        ("![x](missing.jpg)", "missing-picture", "missing.jpg"),
    ],
)
def test_a_link_that_finds_nothing_is_underlined(site: TestSite, text: str, code: str, underlined: str) -> None:
    written = report(text=f"First line.\n\nAnd so here {text}")
    site.write({"content/matches/one.md": written})
    (problem,) = site.problems()
    at = written.rindex(underlined)
    line, column = written.count("\n", 0, at) + 1, at - written.rindex("\n", 0, at)
    assert (problem.code, problem.place.line, problem.place.column, problem.place.length) == (code, line, column, len(underlined))


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("/team/napoli.html", "/teams/napoli.html"),
        ("../napoli", "/teams/napoli.html"),
        ("/teams/Napoli/", "/teams/napoli.html"),
        ("../teams/nappoli.md", "/teams/napoli.html"),
        ("/page/abuot.md", "/about.html"),
        ("coppa-italia.md", "/competitions/coppa-italia.html"),
    ],
)
def test_a_link_that_finds_nothing_leads_to_the_nearest_page(site: TestSite, target: str, meant: str) -> None:
    site.write({"content/pages/about.md": "---\ntitle: About\n---\nUs.", "content/matches/one.md": report()})
    site.write({"content/articles/one.md": f"---\ntitle: A note\ndate: 2021-02-11\n---\nSee [this]({target})."})
    assert [problem.fix for problem in site.problems() if problem.code == "broken-link"] == [f"Did you mean `{meant}`?"]


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("[[Zapata]]", "Did you mean [[Duván Zapata|Zapata]]?"),
        ("[[zapata|him]]", "Did you mean [[Duván Zapata|him]]?"),
        ("[[player:Zapata]]", "Did you mean [[Duván Zapata|Zapata]]?"),
        ("[[Nobody]]", "Link the name of a team, competition, venue or person, or `2021-02-03 Napoli v Atalanta`."),
        ("[[team:Zapata]]", "Link the name of a team, competition, venue or person, or `2021-02-03 Napoli v Atalanta`."),
    ],
)
def test_a_bare_surname_is_told_who_of_the_match_has_it(site: TestSite, written: str, fix: str) -> None:
    goals = "{home: \"Duván Zapata 10', Matteo Pessina 16' 78'\", away: \"Hirving Lozano 53'\"}"
    site.write({"content/matches/one.md": report(text=f"A goal of {written}.", goals=goals)})
    (problem,) = site.problems()
    assert (problem.code, problem.fix) == ("broken-wiki-link", fix)


def test_a_surname_of_two_in_the_match_is_told_both(site: TestSite) -> None:
    lineups = "{home: Lorenzo Insigne, away: Roberto Insigne}"
    site.write({"content/matches/one.md": report("Napoli", "Benevento", None, text="[[Insigne]]", lineups=lineups)})
    assert [p.fix for p in site.problems() if p.code == "broken-wiki-link"] == [
        "Did you mean [[Lorenzo Insigne|Insigne]] or [[Roberto Insigne|Insigne]]?"
    ]


@pytest.mark.parametrize(
    ("head", "fix"),
    [
        ("", "Did you mean [[Cristián Zapata|Zapata]] or [[Duván Zapata|Zapata]]?"),
        ("people: [Duván Zapata]\n", "Did you mean [[Duván Zapata|Zapata]]?"),
        ("match: 2021-02-10 Atalanta v Napoli\n", "Did you mean [[Duván Zapata|Zapata]]?"),
    ],
)
def test_a_bare_surname_in_an_article_is_told_who_has_it(site: TestSite, head: str, fix: str) -> None:
    derby = {"date": "2017-04-15", "competition": "Serie A", "season": "2016-17"}
    goals = "{home: \"Candreva 36', Icardi 44'\", away: \"Romagnoli 83', Cristián Zapata 90+7'\"}"
    more = report("Inter", "Milan", "2-2", goals=goals, **derby)
    article = f"---\ntitle: Zapata's year\ndate: 2021-06-01\n{head}---\nThe year of [[Zapata]].\n"
    goals = "{home: \"Duván Zapata 10', Matteo Pessina 16' 78'\", away: \"Hirving Lozano 53'\"}"
    files = {"content/matches/a.md": report(goals=goals), "content/matches/b.md": more, "content/articles/zapata.md": article}
    assert [problem.fix for problem in site.write(files).problems() if problem.is_error] == [fix]


def test_of_a_surname_that_many_bear_the_full_name_is_asked_for(site: TestSite) -> None:
    people = {f"content/people/{name}.md": f"---\nname: {name} Ronaldo\n---\n" for name in ("Ana", "Bea", "Cia", "Dea")}
    site.write({**people, "content/pages/about.md": "---\ntitle: About\n---\n[[Ronaldo]]\n"})
    (problem,) = site.problems()
    assert problem.fix == "4 people of this site are called so: write the full name, like [[Ana Ronaldo|Ronaldo]]."


def test_a_wiki_link_over_two_lines_is_underlined_to_the_end_of_the_first(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(text="And so [[Nobody\nUnited]] here.")})
    (problem,) = site.problems()
    assert (problem.place.line, problem.place.column, problem.place.length) == (9, 8, len("[[Nobody"))


def test_a_new_name_touches_only_pages_whose_prose_holds_it(site: TestSite) -> None:
    site.write(
        {
            "content/matches/one.md": report(text="A scout from Spezia sat in the stand."),
            "content/matches/two.md": report("Lazio", "Roma", date="2021-02-11", text="Nobody sat in the stand."),
        }
    ).build()
    before = site.tree()
    site.write({"content/teams/spezia.md": "---\nname: Spezia\n---\n"}).build()
    after = site.tree()
    changed = {path for path in after if before.get(path) != after[path]}
    listed = {"search.html", "search/things.js"} & changed
    assert changed - listed == {ONE, "teams.html", "teams/spezia.html", "teams/spezia.json"}


def test_a_prose_edit_touches_its_page_alone(site: TestSite) -> None:
    other = {"content/matches/two.md": report("Lazio", "Roma")}
    site.write({"content/matches/one.md": report(text="They won.\n\nLate."), **other}).build()
    site.write({"content/matches/one.md": report(text="They won.\n\nVery late.")})
    assert site.build().written == 1


def test_clean_urls_leave_the_suffix_out(site: TestSite) -> None:
    site.write({"site.toml": "clean_urls = true\n", "content/matches/one.md": report(text="Atalanta won.")}).build()
    assert links(site.page(ONE)) == [("../../teams/atalanta", "Atalanta")]
    assert 'href="../../index' not in site.page(ONE)


def test_only_the_404_page_uses_the_base_path(site: TestSite) -> None:
    site.write({"site.toml": 'base_url = "https://example.org/fanzine"\n', "content/matches/one.md": report()}).build()
    assert 'href="/fanzine/assets/site.css"' in site.page("404.html")
    assert 'href="/' not in site.page(ONE)
    assert f'href="https://example.org/fanzine/{ONE}"' in site.page(ONE)


def test_what_comes_next_comes_soon(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report("Atalanta", "Napoli", date="2021-02-10"),
            "content/matches/b.md": report("Cagliari", "Atalanta", date="2021-02-14"),
            "content/matches/c.md": report("Atalanta", "Juventus", date="2026-02-05", season="2025-26"),
        }
    ).build()
    assert "2021-02-14-cagliari-atalanta" in site.page(ONE)
    assert "2026-02-05" not in site.page("matches/2021/2021-02-14-cagliari-atalanta.html")
    assert "Form" not in site.page("matches/2026/2026-02-05-atalanta-juventus.html")


def test_a_menu_entry_that_leads_nowhere_is_a_problem(site: TestSite) -> None:
    menu = '[menu]\n"Teams" = "teams.html"\n"Elsewhere" = "https://example.org/"\n"Bad" = "nope.html"\n'
    site.write({"site.toml": menu, "content/matches/one.md": report()})
    (problem,) = site.problems()
    assert (problem.code, problem.place.path) == ("broken-menu", "site.toml")
    assert "nope.html" in problem.message


def test_an_old_address_names_the_new_one_as_its_own(site: TestSite) -> None:
    site.write(
        {"site.toml": 'base_url = "https://example.org"\n', "content/matches/one.md": report(redirects="[/old.html]")}
    ).build()
    assert f'rel="canonical" href="https://example.org/{ONE}"' in site.page("old.html")
    assert "canonical" not in site.page("404.html")


def test_a_plain_page_without_title_is_called_as_its_file(site: TestSite) -> None:
    site.write({"content/pages/club-history.md": "Founded long ago.", "content/matches/one.md": report()}).build()
    assert re.search(r"<h1[^>]*>Club history</h1>", site.page("club-history.html"))


def test_a_match_that_was_due_is_missing_and_one_to_come_is_announced(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report("Atalanta", "Napoli", date="2021-02-10"),
            "content/matches/b.md": report("Lazio", "Roma", None, date="2021-02-01"),
            "content/matches/c.md": report("Milan", "Inter", None, date="2021-02-20", text="It will be close."),
        }
    ).build()
    season = site.page("competitions/coppa-italia/2020-21.html")
    results, coming = season.index("2021-02-01-lazio-roma"), season.index("2021-02-20-milan-inter")
    assert season.count("2021-02-20-milan-inter") >= 1
    assert "2021-02-01-lazio-roma" not in site.page("index.html")
    assert "Preview</a>" in season[coming : coming + 900]
    assert "Preview</a>" not in season[results : results + 300]


def test_ratings_stand_beside_the_players(site: TestSite) -> None:
    eleven = "Gollini - Toloi, Romero, Palomino - Hateboer, De Roon, Freuler, Gosens - Pessina - Zapata, Muriel"
    site.write({"content/matches/one.md": report(lineups=f'{{home: "{eleven}"}}', ratings="{home: {Zapata: 8.5}}")}).build()
    assert "rated 8.5" in site.page(ONE)


def test_a_round_has_one_name_however_sources_spell_it(site: TestSite) -> None:
    site.write(
        {
            "content/matches/one.md": report(round="Semifinals"),
            "content/matches/two.md": report("Lazio", "Roma", round="semi finals"),
        }
    ).build()
    archive = site.page("matches/2021/2021-02.html")
    assert archive.count("Semi-finals") == 2
    assert "Semifinals" not in archive
