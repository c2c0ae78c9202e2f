"""`site-builder why PAGE`: what a page rests on, and why it would be made again."""

from __future__ import annotations

from builders import TestSite, report

FILE = "content/matches/a.md"
PAGE = "matches/2021/2021-02-10-atalanta-napoli.html"


def why(site: TestSite, page: str = PAGE) -> str:
    said = site.command("why", page)
    assert said.returncode == 0, said.stderr
    return said.stdout


def built(site: TestSite) -> TestSite:
    site.write(
        {
            FILE: report(text="Atalanta won."),
            "content/matches/b.md": report("Lazio", "Juventus", date="2021-02-11", competition="Serie A"),
        }
    )
    site.build()
    return site


def test_a_page_that_stands_as_it_should_is_left_alone(site: TestSite) -> None:
    said = why(built(site))
    assert "it would be left alone" in said
    assert "\n  matches: matches/2021/2021-02-10-atalanta-napoli" in said
    assert f"\n  sources: {FILE}" in said
    assert "base.html" in said


def test_what_it_read_and_has_changed_is_named(site: TestSite) -> None:
    built(site).write({FILE: report(score="4-1", text="Atalanta won.")})
    said = why(site)
    assert "has changed: matches, matches/2021/2021-02-10-atalanta-napoli." in said
    assert "it would be left alone" in why(site, "matches/2021/2021-02-11-lazio-juventus.html")


def test_a_template_that_changed_is_a_reason_on_the_pages_that_use_it(site: TestSite) -> None:
    built(site).write({"templates/pages/team.html": "{% extends '!default/pages/team.html' %}"})
    assert "A template that it is made with has changed." in why(site, "teams/lazio")
    assert "left alone" in why(site)


def test_a_file_that_somebody_changed_and_one_that_was_never_made(site: TestSite) -> None:
    built(site).output.joinpath(PAGE).write_text("mine", encoding="utf-8")
    assert "somebody changed it" in why(site)
    site.write({"content/matches/c.md": report("Lazio", "Napoli", date="2021-02-12")})
    assert "It was never made." in why(site, "matches/2021/2021-02-12-lazio-napoli.html")


def test_a_page_is_found_as_people_copy_it(site: TestSite) -> None:
    built(site)
    for name in ("teams/lazio", "/teams/lazio.html", "output/teams/lazio.html", str(site.output / "teams/lazio.html")):
        assert why(site, name).startswith("teams/lazio.html (team)\n")
    assert why(site, "/").startswith("index.html")


def test_a_page_that_there_is_not_names_the_nearest(site: TestSite) -> None:
    said = built(site).command("why", "teams/lacio.html")
    assert said.returncode == 2
    assert "Did you mean teams/lazio.html" in said.stderr
