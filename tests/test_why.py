"""`site-builder why PAGE`: what a page rests on, and why it would be made again."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from builders import TestSite, report
from site_builder.cli import commands

FILE = "content/matches/a.md"
PAGE = "matches/2021/2021-02-10-atalanta-napoli.html"


@pytest.fixture(autouse=True)
def _in_the_folder(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.folder)


def asked(page: str) -> Result:
    return CliRunner().invoke(commands, ["why", page])


def why(page: str = PAGE) -> str:
    said = asked(page)
    assert said.exit_code == 0, said.output
    return said.output


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
    built(site)
    said = why()
    assert "it would be left alone" in said
    assert "\n  matches: matches/2021/2021-02-10-atalanta-napoli" in said
    assert f"\n  sources: {FILE}" in said
    assert "base.html" in said


def test_what_it_read_and_has_changed_is_named(site: TestSite) -> None:
    built(site).write({FILE: report(score="4-1", text="Atalanta won.")})
    said = why()
    assert "has changed: matches, matches/2021/2021-02-10-atalanta-napoli." in said
    assert "it would be left alone" in why("matches/2021/2021-02-11-lazio-juventus.html")


def test_a_template_that_changed_is_a_reason_on_the_pages_that_use_it(site: TestSite) -> None:
    built(site).write({"templates/pages/team.html": "{% extends '!default/pages/team.html' %}"})
    assert "A template that it is made with has changed." in why("teams/lazio")
    assert "left alone" in why()


def test_a_file_that_somebody_changed_and_one_that_was_never_made(site: TestSite) -> None:
    built(site).output.joinpath(PAGE).write_text("mine", encoding="utf-8")
    assert "somebody changed it" in why()
    site.write({"content/matches/c.md": report("Lazio", "Napoli", date="2021-02-12")})
    assert "It was never made." in why("matches/2021/2021-02-12-lazio-napoli.html")


def test_a_page_is_found_as_people_copy_it(site: TestSite) -> None:
    built(site)
    for name in ("teams/lazio", "/teams/lazio.html", "output/teams/lazio.html", str(site.output / "teams/lazio.html")):
        assert why(name).startswith("teams/lazio.html (team)\n")
    assert why("/").startswith("index.html")


def test_a_page_is_found_by_its_address_on_the_web(site: TestSite) -> None:
    site.write({"site.toml": 'base_url = "https://example.org/fans"\n'})
    built(site)
    for root in ("https://example.org/fans/", "http://127.0.0.1:8000/"):
        assert why(f"{root}teams/lazio.html?q=1#form").startswith("teams/lazio.html (team)\n")
        assert why(root).startswith("index.html")
    assert why("https://example.org/fans").startswith("index.html")


def test_a_page_that_there_is_not_names_the_nearest(site: TestSite) -> None:
    built(site)
    said = asked("teams/lacio.html")
    assert said.exit_code == 2
    assert "Did you mean teams/lazio.html" in said.stderr
