"""Edits of all the ways in which editors and people make them, as the watch sees them."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from watchdog.events import FileClosedNoWriteEvent, FileMovedEvent, FileOpenedEvent

from builders import TestSite, report
from serving import FILE, LONG, SHORT, sees, until
from site_builder.folders import folders_of
from site_builder.serve import scan, watching
from site_builder.serve.scan import Sources
from site_builder.serve.watching import Hints, Watch


def test_a_file_saved_in_place_is_seen(watch: Watch, site: TestSite) -> None:
    site.write({FILE: report(score="2-2")})
    assert sees(watch, FILE)


def test_a_file_written_twice_in_an_instant_with_equal_lengths_shows_its_last_text(watch: Watch, site: TestSite) -> None:
    for score in ("2-2", "4-4"):
        site.write({FILE: report(score=score)})
        assert sees(watch, FILE)
    stamp = watch.sources.seen[FILE].stamp
    site.write({FILE: report(score="5-5")})
    os.utime(site.folder / FILE, ns=(stamp.mtime_ns, stamp.mtime_ns))
    assert sees(watch, FILE)


def test_a_file_replaced_at_once_is_seen(watch: Watch, site: TestSite) -> None:
    site.write({"content/matches/.a.md.new": report(score="2-2")})
    (site.folder / "content/matches/.a.md.new").replace(site.folder / FILE)
    assert sees(watch, FILE)


def test_a_file_saved_the_way_of_vim_is_seen(watch: Watch, site: TestSite) -> None:
    folder = site.folder / "content" / "matches"
    (folder / ".a.md.swp").write_text("swap")
    (folder / "4913").write_text("")
    (folder / "4913").unlink()
    (folder / "a.md").rename(folder / "a.md~")
    (folder / "a.md").write_text(report(score="2-2"))
    (folder / "a.md~").unlink()
    assert sees(watch, FILE)


def test_a_file_truncated_and_written_a_moment_later_shows_its_text(watch: Watch, site: TestSite) -> None:
    with (site.folder / FILE).open("w", encoding="utf-8") as file:
        file.flush()
        assert watch.next_change(LONG) == {FILE}
        file.write(report(score="2-2"))
    assert sees(watch, FILE)


def test_a_renamed_file_went_and_came(watch: Watch, site: TestSite) -> None:
    (site.folder / FILE).rename(site.folder / "content/matches/c.md")
    assert sees(watch, FILE, "content/matches/c.md")


def test_a_folder_moved_out_and_in_is_seen_and_watched(watch: Watch, site: TestSite, tmp_path: Path) -> None:
    inside, outside = site.folder / "content" / "matches" / "2021", tmp_path / "elsewhere"
    inside.rename(outside)
    assert sees(watch, "content/matches/2021/b.md")
    outside.rename(inside)
    assert sees(watch, "content/matches/2021/b.md")
    site.write({"content/matches/2021/b.md": report(score="0-0")})
    assert sees(watch, "content/matches/2021/b.md")


def test_a_file_in_a_new_folder_is_seen(watch: Watch, site: TestSite) -> None:
    site.write({"content/teams/italy/north/lazio.md": "---\nname: Lazio\n---\n"})
    assert sees(watch, "content/teams/italy/north/lazio.md")


def test_what_was_only_touched_or_read_is_no_change(watch: Watch, site: TestSite) -> None:
    assert watch.next_change(SHORT) == frozenset()  # the first build is over
    (site.folder / FILE).touch()
    (site.folder / FILE).read_bytes()
    site.write({"content/matches/.#a.md": "x", "content/matches/a.md~": "x", "output/index.html": "x", "notes.txt": "x"})
    assert watch.next_change(SHORT) == frozenset()
    site.write({FILE: report()})
    assert watch.next_change(SHORT) == frozenset()


def test_that_a_file_was_opened_or_closed_unwritten_is_no_hint() -> None:
    hints = Hints()
    hints.on_any_event(FileOpenedEvent("/a.md"))
    hints.on_any_event(FileClosedNoWriteEvent("/a.md"))
    assert hints.take(0) == set()
    hints.on_any_event(FileMovedEvent("/a.md~", "/a.md"))
    assert hints.take(0) == {"/a.md~", "/a.md"}
    assert hints.take(0) == set()


def test_templates_catalogues_and_settings_are_sources_too(watch: Watch, site: TestSite) -> None:
    site.write({"templates/base.html": "y"})
    assert sees(watch, "templates/base.html")
    site.write({"locales/nb/LC_MESSAGES/site_builder.po": "z"})
    assert sees(watch, "locales/nb/LC_MESSAGES/site_builder.po")
    site.write({"site.toml": 'title = "T"\n'})
    assert sees(watch, "site.toml")
    (site.folder / "site.toml").unlink()
    assert sees(watch, "site.toml")


def test_the_content_may_go_and_come_back(watch: Watch, site: TestSite, tmp_path: Path) -> None:
    content = site.folder / "content"
    content.rename(tmp_path / "away")
    assert sees(watch, FILE, "content/matches/2021/b.md")
    (tmp_path / "away").rename(content)
    assert sees(watch, FILE, "content/matches/2021/b.md")
    site.write({FILE: report(score="2-2")})
    assert sees(watch, FILE)
    shutil.rmtree(content)
    assert "content" in watch.next_change(LONG)
    content.mkdir()
    assert "content" in watch.next_change(LONG)


def test_the_first_own_template_is_seen(watch: Watch, site: TestSite) -> None:
    shutil.rmtree(site.folder / "templates")
    assert sees(watch, "templates/base.html")
    site.write({"templates/pages/match.html": "x"})
    assert sees(watch, "templates/pages/match.html")
    site.write({"templates/pages/match.html": "y"})
    assert sees(watch, "templates/pages/match.html")


def test_fifty_files_at_once_are_two_changes_at_most(watch: Watch, site: TestSite) -> None:
    names = [f"content/matches/{number}.md" for number in range(50)]
    writing = threading.Thread(target=lambda: site.write(dict.fromkeys(names, report())))
    writing.start()
    first = watch.next_change(LONG)
    writing.join()
    second = watch.next_change(SHORT)
    assert first | second == set(names)
    assert watch.next_change(SHORT) == frozenset()


def test_an_edit_during_a_build_is_found_after_it(watch: Watch, site: TestSite) -> None:
    site.write({FILE: report(score="2-2")})
    assert watch.next_change(LONG) == {FILE}
    site.write({FILE: report(score="3-3")})  # while a build would run
    assert watch.next_change(LONG) == {FILE}


def test_where_nothing_is_told_files_are_looked_for(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(watching.Hints, "on_any_event", lambda _self, _event: None)
    with Watch(folders_of(site.folder), said.append) as watch:
        assert watch.is_polling
        site.write({FILE: report()})
        assert FILE in watch.next_change(LONG)
    assert len(said) == 1


def test_a_change_that_was_not_told_is_found_and_ends_the_trust(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(watching, "SAFETY", 0.1)
    with Watch(folders_of(site.folder), said.append) as watch:
        assert said == []
        assert watch.next_change(SHORT) == frozenset()  # what was told of the beginning is read
        monkeypatch.setattr(watching.Hints, "on_any_event", lambda _self, _event: None)
        site.write({FILE: report()})
        assert FILE in watch.next_change(LONG)
        assert watch.is_polling
    assert len(said) == 1
    assert "did not tell" in said[0]


def test_the_probe_leaves_nothing_behind_and_threads_end(site: TestSite) -> None:
    before = threading.active_count()
    with Watch(folders_of(site.folder), print):
        assert sorted(path.name for path in site.folder.iterdir()) == ["content"]
    until(lambda: threading.active_count() <= before, "the observer's threads end")


def test_a_linked_file_changes_with_what_it_leads_to(site: TestSite) -> None:
    site.write({FILE: report()})
    (site.folder / "content/matches/b.md").symlink_to(site.folder / FILE)
    (site.folder / "content/matches/up").symlink_to(site.folder / "content")
    (site.folder / "content/matches/gone.md").symlink_to(site.folder / "nowhere")
    sources = Sources(folders_of(site.folder))
    assert {FILE, "content/matches/b.md", "content/matches/up", "content/matches/gone.md"} < sources.look()
    site.write({FILE: report(score="2-2")})
    assert sources.look() == {FILE, "content/matches/b.md"}


def test_a_pipe_among_the_sources_is_not_waited_for(site: TestSite) -> None:
    os.mkfifo(site.folder / "content" / "pipe.md")
    sources = Sources(folders_of(site.folder))
    assert "content/pipe.md" in sources.look()
    assert sources.look() == frozenset()


def test_what_was_something_else_while_a_build_read_it_is_built_again(watch: Watch, site: TestSite) -> None:
    """A build may have read what no look has seen; an edit to and fro is one then, and a mere touch as well."""
    site.write({FILE: report(score="2-2")})
    assert sees(watch, FILE)
    for score in ("4-4", "2-2"):  # while the build runs
        site.write({FILE: report(score=score)})
        os.utime(site.folder / FILE)
    assert sees(watch, FILE)
    assert watch.next_change(SHORT) == frozenset()
    (site.folder / FILE).touch()
    assert watch.next_change(SHORT) == frozenset()


@pytest.mark.skipif(os.name != "posix", reason="there is no time of the last change of a file's status")
def test_where_nothing_is_told_an_edit_of_one_length_is_found_whose_time_was_set_back(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As archives, synchronisers and careful scripts save, on a file that nobody touched for long."""
    monkeypatch.setattr(scan, "_TICK_NS", 0)
    site.write({FILE: report(score="2-2")})
    sources = Sources(folders_of(site.folder))
    sources.look()
    before = (site.folder / FILE).stat()
    time.sleep(0.05)  # the clock of the disk ticks meanwhile
    site.write({FILE: report(score="4-4")})
    os.utime(site.folder / FILE, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert sources.look() == {FILE}
    (site.folder / FILE).chmod(0o600)
    assert sources.look() == frozenset()


def test_an_edit_beside_a_file_that_is_away_for_a_moment_is_not_lost(site: TestSite) -> None:
    """Several files saved by renaming the old ones away: whoever looks may meet one of them while it is not there."""
    other = "content/matches/b.md"
    site.write({FILE: report(), other: report(home="Lazio")})
    sources = Sources(folders_of(site.folder))
    sources.look()
    site.write({FILE: report(score="2-0")})
    (site.folder / other).rename(site.folder / f"{other}~")
    assert sources.peek([FILE, other]) is None
    site.write({other: report(home="Lazio", score="0-2")})
    assert sources.look({FILE, other}) == {FILE, other}


def test_an_edit_is_found_that_could_not_be_read_for_a_while(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_many(_chunks: object) -> str:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    sources = Sources(folders_of(site.folder))
    sources.look()
    site.write({FILE: report(score="2-2")})
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 3_600_000_000_000)  # its time proves what it held, had it been read
    with monkeypatch.context() as full:
        full.setattr(scan, "digest_of", too_many)
        sources.look()
        assert FILE not in sources.look()
    assert FILE in sources.look()
    assert sources.look() == frozenset()
