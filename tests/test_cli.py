"""The command line: what it prints, where, and how it exits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import TestSite, report
from site_builder.cli import commands

BROKEN = report(competiton="Coppa Italia")


def test_a_build_says_in_one_line_what_it_did(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()})
    done = site.command("build")
    assert done.returncode == 0
    assert done.stdout.startswith("1 match, ")
    assert done.stdout.count("\n") == 1
    assert "files written" in done.stdout


def test_a_problem_stops_the_build_and_leaves_the_output_alone(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()}).build()
    before = site.tree()
    site.write({"content/matches/b.md": BROKEN.replace("Napoli", "Lazio")})
    done = site.command("build")
    assert done.returncode == 1
    assert "content/matches/b.md:8:1" in done.stdout
    assert done.stdout.endswith("1 problem in 1 file. Nothing was written; output/ is as before.\n")
    assert site.tree() == before


def test_warnings_stop_only_a_strict_build(site: TestSite) -> None:
    site.write({"content/matches/a.md": report(goals='{home: "Zapata 10\'"}')})
    assert site.command("build").returncode == 0
    assert site.command("build", "--strict").returncode == 1
    assert site.command("check", "--strict").returncode == 1


def test_wrong_settings_are_misuse(site: TestSite) -> None:
    site.write({"site.toml": 'titel = "x"\n'})
    done = site.command("build")
    assert done.returncode == 2
    assert "site.toml:1:1" in done.stdout
    assert site.command("build", "--base-url", "nonsense").returncode == 2
    assert site.command("build", "--nonsense").returncode == 2


def test_a_folder_without_content_is_told_so(site: TestSite) -> None:
    (site.folder / "content").rmdir()
    done = site.command("build")
    assert done.returncode == 2
    assert "there is no folder `content` in it" in done.stdout
    assert "`site-builder new site FOLDER` starts one." in done.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["init"], "new site FOLDER"),
        (["serve"], "watch"),
        (["server", "-D"], "watch"),
        (["new", "post", "A day out"], "new article"),
    ],
)
def test_the_words_of_other_generators_are_told_the_command_here(words: list[str], told: str) -> None:
    done = CliRunner().invoke(commands, words)
    assert (done.exit_code, f"Here it is `site-builder {told}`." in done.output) == (2, True), done.output


def test_a_foreign_output_is_refused(site: TestSite) -> None:
    site.write({"content/matches/a.md": report(), "output/thesis.txt": "years of work"})
    done = site.command("build")
    assert done.returncode == 2
    assert "thesis.txt" in done.stdout
    assert (site.output / "thesis.txt").read_text() == "years of work"


def test_a_cache_among_the_sources_is_misuse_and_leaves_no_trace(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()})
    for words in (("build",), ("watch", "--port", "0"), ("why", "/")):
        done = site.command(*words, "--cache", str(site.folder / "content/matches"))
        assert done.returncode == 2
        assert "the cache folder lies in `content/`" in done.stdout
    assert [path.name for path in site.folder.rglob("*")] == ["content", "matches", "a.md"]
    assert site.command("build", "--cache", str(site.folder / "cache")).returncode == 0


def test_check_writes_nothing_and_speaks_json(site: TestSite) -> None:
    site.write({"content/matches/a.md": BROKEN})
    done = site.command("check", "--format", "json")
    assert done.returncode == 1
    assert [row["code"] for row in json.loads(done.stdout)] == ["unknown-key"]
    assert sorted(path.name for path in site.folder.iterdir()) == ["content"]


def test_check_of_a_path_shows_its_problems_only(site: TestSite) -> None:
    site.write({"content/matches/a.md": BROKEN, "content/matches/2021/b.md": BROKEN})
    done = site.command("check", "content/matches/2021", "--format", "github")
    assert done.stdout.count("::error ") == 1
    assert "content/matches/2021/b.md" in done.stdout


def test_check_finds_what_a_build_finds(site: TestSite) -> None:
    site.write({"content/matches/a.md": report(text="[[Nobody]]"), "templates/partials/footer.html": "{{ nonsense }}"})
    codes = {problem.code for problem in site.problems()}
    assert "broken-wiki-link" in codes
    site.write({"content/matches/a.md": report()})
    assert {p.code for p in site.problems()} == {p.code for p in site.refused().problems} != set()


def test_help_has_an_example_and_does_not_wait(site: TestSite) -> None:
    for words in ((), ("build",), ("check",)):
        done = site.command(*words, "--help")
        assert done.returncode == 0
        assert "Example: site-builder" in done.stdout
    code = "import sys, site_builder.cli; print('pydantic' in sys.modules or 'markdown' in sys.modules or 'babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_termination_ends_with_143_and_a_closed_pipe_with_no_traceback(site: TestSite) -> None:
    site.write({f"content/matches/{n}.md": report(date=f"2021-01-{n:02}", text="word " * 2000) for n in range(1, 29)})
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder", "build", "--jobs", "2"],
        cwd=site.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )
    time.sleep(0.6)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)
    assert process.returncode in {143, 0}  # 0 where it was faster
    assert "Traceback" not in said


def test_check_of_a_path_that_is_not_there_is_misuse(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()})
    assert site.command("check", "content/matches/b.md").returncode == 2


def test_check_knows_a_file_whichever_way_it_is_reached(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/matches/a.md": BROKEN})
    (tmp_path / "link").symlink_to(site.folder)
    for path in ("content/../content/matches/a.md", f"{tmp_path}/link/content/matches/a.md", f"{site.folder}/content"):
        assert "unknown-key" in site.command("check", path).stdout, path
        assert "unknown-key" in site.command("check", "--site", f"{tmp_path}/link", path).stdout, path


def test_check_of_what_belongs_to_no_site_is_misuse(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/matches/a.md": BROKEN})
    (tmp_path / "elsewhere.md").write_text(BROKEN)
    done = site.command("check", "content/matches/a.md", "../elsewhere.md")
    assert done.returncode == 2
    assert "`../elsewhere.md` is no part of this site." in done.stderr


def test_check_makes_no_cache_of_its_own(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()})
    assert site.command("check").returncode == 0
    assert sorted(path.name for path in site.folder.iterdir()) == ["content"]


def test_what_only_a_file_that_cannot_be_read_would_tell_is_not_told_as_well(site: TestSite) -> None:
    friendly = report("Atalanta", "Renate", "3-1", date="2020-08-29", competition="Friendlies").replace("season: 2020-21\n", "")
    ground = "---\nname: Gewiss Stadium\naliases: [Stadio di Bergamo]\n---\n"
    row = "date,competition,season,home,away,score,venue\n2021-02-10,Coppa Italia,2020-21,Atalanta,Napoli,3-1,Stadio di Bergamo\n"
    league = "---\nname: Friendlies\nseason_starts: 7\n---\n"
    right = {"content/competitions/friendlies.md": league, "content/venues/gewiss-stadium.md": ground}
    played = {
        "content/matches/b.md": report(venue="Gewiss Stadium"),
        "content/matches/a.md": friendly,
        "content/results/a.csv": row,
    }
    assert site.write({**right, **played}).problems() == ()
    site.write({"content/competitions/friendlies.md": league.replace("7", "13")})
    assert [problem.code for problem in site.problems()] == ["not-a-choice"]
    site.write({**right, "content/venues/gewiss-stadium.md": ground.replace("name", "nmae")})
    assert {problem.code for problem in site.problems()} == {"unknown-key"}
    (site.folder / "content/venues/gewiss-stadium.md").unlink()
    assert [problem.code for problem in site.problems()] == ["contradiction"]


def test_a_reference_to_a_report_that_cannot_be_read_is_not_told_as_well(site: TestSite) -> None:
    article = "---\ntitle: A match\ndate: 2021-02-11\nmatch: 2021-02-10 Atalanta v Napoli\n---\nIt was one.\n"
    site.write({"content/articles/a.md": article, "content/matches/a.md": report(score="3-x")})
    assert [problem.code for problem in site.refused().problems] == ["unreadable-score"]
    site.write({"content/matches/a.md": report(date="2021-02-09")})
    assert [problem.code for problem in site.refused().problems] == ["no-such-match"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021-02-11 Atalanta v Napoli", "2021-02-10 Atalanta v Napoli"),
        ("2021-02-10 napoli v atalanta", "2021-02-10 Atalanta v Napoli"),
        ("Atalanta v Napoli", "2021-02-10 Atalanta v Napoli"),
        ("2021-02-30 Napoli v Atalanta", "2021-02-10 Atalanta v Napoli"),
        ("2021-02-04 Atalanta v Napoli", "2021-02-03 Napoli v Atalanta"),
    ],
)
def test_a_reference_to_no_match_leads_to_the_nearest_of_the_two_teams(site: TestSite, written: str, meant: str) -> None:
    site.write(
        {"content/matches/a.md": report(), "content/matches/b.md": report(date="2021-02-03", home="Napoli", away="Atalanta")}
    )
    site.write({"content/articles/a.md": f"---\ntitle: A match\ndate: 2021-02-11\nmatch: {written}\n---\nIt was one.\n"})
    (problem,) = site.problems()
    assert (problem.code, problem.fix) == ("no-such-match", f"Did you mean `{meant}`?")


def test_an_article_on_one_of_two_matches_of_a_day_is_asked_for_the_competition(site: TestSite) -> None:
    article = "---\ntitle: A match\nmatch: 2021-02-10 Atalanta v Napoli\n{}---\nIt was one.\n"
    site.write({"content/matches/a.md": report(), "content/matches/b.md": report(competition="Friendly")})
    site.write({"content/articles/a.md": article.format("")})
    (problem,) = site.refused().problems
    assert (problem.code, problem.place.line) == ("several-matches", 3)
    assert problem.fix == "Add `competition: Coppa Italia` or `competition: Friendly`."
    site.write({"content/articles/a.md": article.format("competition: Friendly\n")})
    site.build()
    (page,) = [page for page in site.output.glob("matches/**/*.html") if "articles/a.html" in page.read_text(encoding="utf-8")]
    assert "Friendly" in page.read_text(encoding="utf-8")
