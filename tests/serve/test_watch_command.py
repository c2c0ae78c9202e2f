"""`site-builder watch` as a whole: a process, its words, its server, its end."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import threading
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from serving import until, watching
from site_builder.folders import folders_of
from site_builder.outcome import Options
from site_builder.output.folder import open_output
from site_builder.serve.builds import Builder

FILE = "content/matches/a.md"
PAGE = "matches/2021/2021-02-10-atalanta-napoli.html"
CHANGE = ("change", '{"page": true, "files": []}')


def test_an_edit_is_built_served_and_told_and_problems_come_and_go(site: TestSite, tmp_path: Path) -> None:
    site.write({FILE: report(text="First words.")})
    with watching(site) as watch:
        assert "1 match, " in watch.said
        answer = watch.client.ask(f"/{PAGE}")
        assert "First words." in answer.text
        version = answer.text.partition('data-version="')[2].partition('"')[0]
        page, about = watch.client.listen(f"/{PAGE}", version), watch.client.listen("/404.html", version)
        events = page.events()
        assert next(events) == ("problems", "[]")

        site.write({FILE: report(text="Second words.")})
        assert next(events) == CHANGE
        assert "Second words." in site.page(PAGE)
        until(lambda: "Rebuilt in " in watch.said, "one line for the rebuild")

        site.write({FILE: report(competiton="Coppa Italia")})
        name, data = next(events)
        assert name == "problems"
        assert [row["place"] for row in json.loads(data)] == [f"{FILE}:8:1"]
        assert "Second words." in watch.client.ask(f"/{PAGE}").text
        until(lambda: "1 problem in 1 file. Nothing was written; output/ is as before." in watch.said, "the problem in words")

        site.write({FILE: report(text="Third words.")})
        assert {next(events), next(events)} == {CHANGE, ("problems", "[]")}
        page.close()

        (site.folder / "content").rename(tmp_path / "away")
        assert "no folder `content`" in json.loads(next(d for n, d in about.events() if "no folder" in d))[0]["message"]
        (tmp_path / "away").rename(site.folder / "content")
        assert about.next("problems") == "[]"
        about.close()
        assert watch.end(signal.SIGINT) == 130
    assert "Traceback" not in watch.said
    assert watch.said.endswith("Interrupted.\n")
    site.build(output=tmp_path / "clean")
    assert site.tree() == tree_of(tmp_path / "clean")


def test_it_begins_with_problems_and_ends_when_terminated_in_the_middle_of_a_build(site: TestSite) -> None:
    site.write({FILE: report(competiton="x"), "templates/assets/css/club.css": "p { color: red }"})
    with watching(site, "--poll") as watch:
        assert watch.client.ask("/").status == 404
        assert "live.js" in watch.client.ask("/").text
        below = watch.below()
        site.write({FILE: report()})
        until(lambda: "files written" in watch.said, "the mended site")
        site.write({f"content/matches/{n}.md": report(date=f"2021-03-{n:02}", text="word " * 3000) for n in range(1, 29)})
        staging = site.output / ".site-builder/staging"
        until(lambda: staging.is_dir() and any(staging.iterdir()), "another build begins", 5)
        os.kill(watch.process.pid, signal.SIGTERM)
        assert watch.process.wait(20) == 143
        assert "Traceback" not in watch.said
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in below), "the processes below end with it")
    assert site.build().matches == 29


def test_a_build_that_fails_for_no_fault_of_an_author_is_told_and_tried_again(site: TestSite) -> None:
    site.write({FILE: report()})
    with watching(site) as watch:
        with open_output(site.output, site.folder):  # as another build does, or a disk that has no space for a while
            site.write({FILE: report(score="2-2")})
            until(lambda: "The build failed: " in watch.said, "the failure in words")
        until(lambda: "2–2" in site.page("index.html"), "it is built without another edit")
        assert watch.end(signal.SIGTERM) == 143
    assert "Traceback" not in watch.said


def test_what_is_wrong_from_the_start_is_misuse(site: TestSite) -> None:
    site.write({FILE: report(), "elsewhere/thesis.txt": "years of work"})
    refused = site.command("watch", "--port", "0", "--output", "elsewhere")
    assert (refused.returncode, "thesis.txt" in refused.stdout) == (2, True)
    nowhere = site.command("watch", "--host", "192.0.2.1")
    assert (nowhere.returncode, "cannot serve at 192.0.2.1" in nowhere.stdout) == (2, True)
    (site.folder / FILE).unlink()
    (site.folder / "content/matches").rmdir()
    (site.folder / "content").rmdir()
    assert site.command("watch").returncode == 2


def test_a_build_says_which_pages_belong_to_what_was_edited(site: TestSite) -> None:
    site.write({FILE: report(), "templates/assets/css/club.css": "p { color: red }"})
    folders = folders_of(site.folder)
    new = "content/articles/new.md"
    with Builder(Options(folders.site, jobs=1)) as builder:
        assert builder.build(None).edited == ()
        site.write({FILE: report(competiton="x")})
        assert builder.build(frozenset({FILE})).edited == ()
        site.write({FILE: report()})
        assert builder.build(frozenset({"content/matches"})).edited == (PAGE,)  # what was not built then is now
        site.write({new: "---\ntitle: New\ndate: 2021-02-11\n---\nWords.\n"})
        assert builder.build(frozenset({new})).edited == ("articles/new.html",)
        site.write({"templates/assets/css/club.css": "p { color: blue }"})
        assert builder.build(frozenset({"templates/assets/css/club.css"})).edited == ()


def test_builds_leave_nothing_in_the_memory_of_the_watch(site: TestSite) -> None:
    site.write({FILE: report(text="words")})
    folders = folders_of(site.folder)
    with Builder(Options(folders.site, jobs=1)) as builder:
        assert builder.build(None).built
        before, descriptors = memory(), len(list(Path("/proc/self/fd").iterdir()))
        for number in range(3):
            site.write({FILE: report(text=f"words {number}")})
            ended = builder.build(frozenset({FILE}))
            assert PAGE in ended.changed
            assert ended.edited == (PAGE,)
            assert builder.settle()
        assert memory() - before < 2 * 1024
        assert len(list(Path("/proc/self/fd").iterdir())) <= descriptors


def memory() -> int:
    """Of this process, in KiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def test_builds_are_the_same_where_processes_are_not_forked(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site.write({FILE: report()})
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    with Builder(Options(site.folder, jobs=1)) as builder:
        assert builder.build(None).built
        site.write({FILE: report(text="Other words.")})
        assert builder.build(frozenset({FILE})).edited == (PAGE,)
    site.build(output=tmp_path / "clean", cache=tmp_path / "cache")
    assert site.tree() == tree_of(tmp_path / "clean")


def test_a_build_that_is_killed_is_a_failure_in_words(site: TestSite) -> None:
    site.write({FILE: report()})

    def kill() -> None:
        until(multiprocessing.active_children, "the process of the build")
        multiprocessing.active_children()[0].kill()

    killing = threading.Thread(target=kill)
    killing.start()
    with Builder(Options(site.folder, jobs=1)) as builder:
        ended = builder.build(None)
        killing.join()
        assert ended.built is None
        assert "ended from outside" in ended.failure
        assert builder.build(frozenset({FILE})).built
