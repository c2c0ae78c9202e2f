"""`new` on the command line: what it writes, what it says, how it exits."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from authoring_commands import ATALANTA, LINE_UP, SEASON, head_of, run
from builders import TestSite, report
from site_builder.cli import commands


def test_a_new_site_builds_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "fanzine"
    done = CliRunner().invoke(commands, ["new", "site", str(folder)])
    assert done.exit_code == 0, done.output
    assert ".gitignore" in done.output
    assert TestSite(folder).problems() == ()
    assert TestSite(folder).build().matches == 1


def test_the_command_that_shows_a_new_site_can_be_copied(tmp_path: Path) -> None:
    done = CliRunner().invoke(commands, ["new", "site", str(tmp_path / "my fanzine")])
    assert done.output.endswith(f"See it: site-builder watch --site '{tmp_path}/my fanzine' --open\n")


def test_two_names_of_one_team_are_no_match(site: TestSite) -> None:
    site.write({"content/results/cup.txt": SEASON, "content/teams/atalanta.md": ATALANTA})
    done = run(site, "new", "match", "Atalanta v La Dea", "--date", "2021-02-10", "--competition", "Coppa Italia")
    assert done.exit_code == 2
    assert "Atalanta and La Dea are one team" in done.output
    assert not (site.folder / "content/matches").exists()


def test_a_new_site_starts_in_an_empty_folder_only(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    done = CliRunner().invoke(commands, ["new", "site", str(tmp_path)])
    assert done.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_new_report_takes_what_the_fixtures_know(site: TestSite) -> None:
    site.write(
        {
            "content/results/cup.txt": SEASON,
            "content/teams/atalanta.md": ATALANTA,
            "content/matches/a.md": report(
                "Atalanta",
                "Lazio",
                "3-2",
                date="2021-01-27",
                lineups=f'{{home: "{LINE_UP}"}}',
                managers="{home: Gian Piero Gasperini}",
            ),
        }
    )
    done = run(site, "new", "match", "La Dea v Juventus")
    assert done.exit_code == 0, done.output
    path = site.folder / "content/matches/2021/2021-05-19-atalanta-juventus.md"
    assert head_of(path) == {
        "date": "2021-05-19 21:00+02:00",
        "competition": "Coppa Italia",
        "season": "2020-21",
        "round": "Final",
        "home": "Atalanta",
        "away": "Juventus",
        "managers": {"home": "Gian Piero Gasperini"},
        "venue": "Gewiss Stadium",
    }
    text = path.read_text(encoding="utf-8")
    assert "#   last time: 2021-01-27 Atalanta v Lazio\n" in text
    assert "#   home: Gollini - Toloi, Romero" in text
    assert site.problems() == ()


def test_a_result_stays_with_the_results(site: TestSite) -> None:
    site.write({"content/results/cup.txt": SEASON, "content/teams/atalanta.md": ATALANTA})
    done = run(site, "new", "match", "Atalanta v Napoli", "--date", "2021-02-10")
    assert done.output.startswith("Wrote content/matches/2021/2021-02-10-atalanta-napoli.md.\n")
    text = (site.folder / "content/matches/2021/2021-02-10-atalanta-napoli.md").read_text(encoding="utf-8")
    assert "# score: 3-1, as in content/results/cup.txt:7\n" in text
    assert site.problems() == ()


def test_a_kick_off_keeps_its_moment(site: TestSite) -> None:
    site.write({"content/results/cup.txt": SEASON, "site.toml": 'timezone = "Europe/Rome"\n'})
    run(site, "new", "match", "Napoli v Atalanta")
    assert head_of(site.folder / "content/matches/2021/2021-02-03-napoli-atalanta.md")["date"] == "2021-02-03 20:45"


def test_a_match_that_is_reported_is_named_with_its_file(site: TestSite) -> None:
    site.write({"content/matches/semi.md": report()})
    done = run(site, "new", "match", "Atalanta v Napoli")
    assert done.exit_code == 1
    assert done.output == "2021-02-10 Atalanta v Napoli is reported already, in content/matches/semi.md.\n"
    assert [path.name for path in (site.folder / "content/matches").iterdir()] == ["semi.md"]


def test_an_unknown_match_needs_its_day_and_competition(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()})
    done = run(site, "new", "match", "Atlanta v Lazio")
    assert done.exit_code == 2
    assert "--date" in done.output
    assert "Atlanta is new to this site; the nearest name is Atalanta." in done.output
    assert run(site, "new", "match", "Atalanta v Lazio", "--date", "2021-01-27").exit_code == 2
    done = run(site, "new", "match", "Atalanta v Lazio", "--date", "2021-01-27", "--competition", "coppa italia")
    assert done.exit_code == 0, done.output
    head = head_of(site.folder / "content/matches/2021/2021-01-27-atalanta-lazio.md")
    assert (head["competition"], head["season"]) == ("Coppa Italia", "2020-21")


@pytest.mark.parametrize("title", ["Atalanta", "Atalanta v Atalanta", "v Napoli", "A v B v C", "… v Napoli"])
def test_what_names_no_two_teams(site: TestSite, title: str) -> None:
    assert run(site, "new", "match", title).exit_code == 2


def test_nothing_is_overwritten(site: TestSite) -> None:
    site.write({"content/results/cup.txt": SEASON})
    path = site.folder / "content/matches/2021/2021-05-19-atalanta-juventus.md"
    site.write({"content/matches/2021/2021-05-19-atalanta-juventus.md": report("Lecce", "Parma")})
    before = path.read_bytes()
    done = run(site, "new", "match", "Atalanta v Juventus")
    assert done.exit_code == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "title", ["NO", "2:10", "A: B # c", 'It\'s "so"', "1e3", "[x]", "Łódź – Kraków", "- dash", "null", "@home", "a\tb"]
)
def test_a_title_is_read_as_it_was_written(site: TestSite, title: str) -> None:
    done = run(site, "new", "article", title, "--date", "2021-02-11")
    if done.exit_code == 0:
        (path,) = (site.folder / "content/articles/2021").iterdir()
        text = path.read_text(encoding="utf-8")
        assert yaml.safe_load(text.split("---\n")[1])["title"] == title
        assert not [p for p in site.problems() if p.code != "control-character"]


def test_an_article_of_a_name_without_letters_is_refused(site: TestSite) -> None:
    assert run(site, "new", "article", "…").exit_code == 1


def test_a_folder_without_a_site_is_misuse(tmp_path: Path) -> None:
    done = CliRunner().invoke(commands, ["new", "match", "A v B", "--site", str(tmp_path)])
    assert done.exit_code == 2
    assert "this folder holds no site" in done.output


def test_the_quotes_around_a_match_may_be_forgotten(site: TestSite) -> None:
    done = run(site, "new", "match", "Atalanta", "v", "Hellas", "Verona", "--date", "2021-05-19", "--competition", "Serie A")
    assert "content/matches/2021/2021-05-19-atalanta-hellas-verona.md" in done.output


@pytest.mark.parametrize(
    ("written", "meant"),
    [("19/05/2021", "2021-05-19"), ("19.5.2021", "2021-05-19"), ("19 May", "2021-05-19"), ("", "2021-05-19")],
)
def test_a_day_in_another_order_is_told_as_it_has_to_be(site: TestSite, written: str, meant: str) -> None:
    done = run(site, "new", "match", "Atalanta v Napoli", "--date", written)
    assert done.exit_code == 2
    assert f"write the year first, as in {meant}" in done.output
