"""The command line wherever it runs: ended by signals, read by nobody, with few files, odd encodings and wrong clocks."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from figures import Figures, long_or_short
from serving import until, watching
from site_builder.folders import folders_of
from site_builder.serve.scan import Sources
from test_kill import Season, season

ENDS = {signal.SIGINT: (130, "Interrupted.\n"), signal.SIGTERM: (143, "Terminated.\n")}


DESTRUCTOR = """
import os, sys, time
import click
from site_builder import process

class Page:
    def __del__(self):
        os.kill(os.getpid(), int(sys.argv[1]))
        for _ in range(10_000):
            pass

@click.command()
@click.argument("number")
def command(number):
    page = Page()
    del page
    time.sleep(30)
    click.echo("went on")

process.run(command)
"""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Season:
    return Season(tmp_path_factory.mktemp("ended"))


def started(site: TestSite, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "site_builder", *words],
        cwd=site.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.parametrize("number", ENDS)
def test_a_build_may_be_ended_at_any_time(ended: Season, number: signal.Signals, figures: Figures) -> None:
    status, word = ENDS[number]
    for _ in range(long_or_short(40, 1)):
        ended.edit()
        process = started(ended.site, "build", "--jobs", "2")
        time.sleep(ended.chance.uniform(0.15, 1.0) * ended.seconds)
        # A terminal tells all processes of it, a service manager the first.
        (os.killpg if number is signal.SIGINT else os.kill)(process.pid, number)
        _, said = process.communicate(timeout=30)
        assert (process.returncode, said[-len(word) :]) in [(status, word), (0, "")] or (process.returncode, said) == (status, "")
        assert "Traceback" not in said
        assert list((ended.site.output / ".site-builder").glob("staging/*")) == []
        ended.holds()
        figures.add("faults: builds ended by Ctrl-C or SIGTERM", 1)


@pytest.mark.parametrize("number", ENDS)
def test_an_end_that_meets_a_destructor_is_not_lost(number: signal.Signals) -> None:
    """What is raised there Python throws away."""
    status, word = ENDS[number]
    done = subprocess.run(
        [sys.executable, "-c", DESTRUCTOR, str(int(number))], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, "", word)


def test_who_has_no_patience_ends_it_at_once(ended: Season) -> None:
    ended.edit()
    process = started(ended.site, "build", "--jobs", "2")
    time.sleep(0.7 * ended.seconds)
    for _ in range(50):
        os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode in {130, 0}
    assert "Traceback" not in said
    ended.holds()


@pytest.mark.parametrize("number", ENDS)
def test_a_watch_may_be_ended_at_any_time(ended: Season, number: signal.Signals, figures: Figures) -> None:
    status, word = ENDS[number]
    for _ in range(long_or_short(10, 1)):
        with watching(ended.site) as watch:
            ended.edit()
            time.sleep(ended.chance.uniform(0, 0.8) * ended.seconds)
            assert watch.end(number) == status
        assert watch.said.endswith(word)
        assert "Traceback" not in watch.said
        ended.holds(is_mixed=True)
        figures.add("faults: watches ended by Ctrl-C or SIGTERM", 1)


def command(site: TestSite, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "site_builder", *words],
        cwd=site.folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_nobody_reads_what_is_said(site: TestSite) -> None:
    site.write({"content/matches/a.md": report()})
    for words in (("build",), ("check", "--format", "json"), ("--help",)):
        process = started(site, *words)
        assert process.stdout
        process.stdout.close()
        process.stdout = None
        assert (process.communicate()[1], process.returncode) == ("", 3)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        line = [sys.executable, "-m", "site_builder", "build"]
        done = subprocess.run(line, cwd=site.folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "The command failed: No space left on device\n")
    assert site.build().written == 0  # the site itself was built


ENVIRONMENTS = (
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},  # as in a locale with another encoding
    {"PYTHONIOENCODING": "latin-1"},
)


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_without_a_stream_to_write_to_it_builds_all_the_same(site: TestSite, closed: str) -> None:
    site.write({"content/matches/a.md": report()})
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m site_builder build {closed}', sys.executable], cwd=site.folder, capture_output=True, check=False
    )
    assert (done.returncode, b"Traceback" in done.stdout + done.stderr) == (0, False)
    assert (site.output / "index.html").is_file()


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=str)
def test_the_site_is_the_same_whatever_a_terminal_can_write(site: TestSite, environment: dict[str, str], tmp_path: Path) -> None:
    name = "content/matches/łódź.md"
    site.write({name: report("ŁKS Łódź", "Universitatea Craiova – 鹿島", venue="Stadion Śląski"), "content/ł.jpg": b""})
    done = command(site, "build", "--jobs", "1", **environment)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done
    site.build(output=tmp_path / "here", cache=tmp_path / "cache")
    assert site.tree() == tree_of(tmp_path / "here")
    site.write({name: report("ŁKS Łódź", "鹿島", łódź="1")})
    done = command(site, "check", **environment)
    assert (done.returncode, done.stderr) == (1, b"")


def few_files() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (30, 30))


def test_thirty_open_files_are_enough(site: TestSite) -> None:
    season(site, "1-0")
    command = [sys.executable, "-m", "site_builder", "build", "--jobs", "2"]
    done = subprocess.run(command, cwd=site.folder, preexec_fn=few_files, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert site.build().written == 0
    with watching(site) as watch:
        resource.prlimit(watch.process.pid, resource.RLIMIT_NOFILE, (30, 30))
        season(site, "2-2")
        until(lambda: "2–2" in watch.client.ask("/").text, "an edit is built and served")


def test_an_edit_of_the_same_size_within_the_same_moment_is_built(site: TestSite, tmp_path: Path) -> None:
    path = site.folder / "content/matches/a.md"
    for score in ("1-0", "2-0", "3-0"):
        site.write({"content/matches/a.md": report(score=score)})
        os.utime(path, ns=(0, 1_600_000_000_000_000_000))
        assert site.command("build").returncode == 0
        assert f"{score[0]}–0" in site.page("index.html")
    site.build(output=tmp_path / "clean", cache=tmp_path / "cache")
    assert site.tree() == tree_of(tmp_path / "clean")


HOUR = 3600 * 10**9


@pytest.mark.parametrize("hours", [-24 * 365 * 30, -1, 24 * 365 * 30])
def test_a_clock_may_be_wrong(site: TestSite, hours: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = site.folder / "content/matches/a.md"
    site.write({"content/matches/a.md": report(), "content/matches/b.md": report("Lazio", date="2021-02-11")})
    site.build()
    monkeypatch.setattr(time, "time_ns", lambda was=time.time_ns: was() + hours * HOUR)
    monkeypatch.setattr(time, "time", lambda was=time.time: was() + hours * 3600)
    sources = Sources(folders_of(site.folder))
    sources.look()
    for score in ("2-0", "4-0"):
        site.write({"content/matches/a.md": report(score=score)})
        os.utime(path, ns=(time.time_ns(), time.time_ns()))
        assert sources.look() == {"content/matches/a.md"}
        site.build()
        assert f"{score[0]}–0" in site.page("index.html")
    for file in site.output.rglob("*.html"):
        os.utime(file, ns=(time.time_ns(), time.time_ns()))  # as if all had been written by that clock
    site.build()
    site.build(output=tmp_path / "clean", cache=tmp_path / "cache")
    assert site.tree() == tree_of(tmp_path / "clean")
    assert sources.look() == frozenset()
