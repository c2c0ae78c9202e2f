"""The scouts tell what a build would find out by itself, and a build without one comes to the same."""

from __future__ import annotations

import errno
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from msgspec.structs import replace

from builders import TestSite, report, tree_of
from site_builder import scout as scouting
from site_builder.content.model import Kind, SourceFile
from site_builder.content.reading import read_encoded
from site_builder.folders import Folders, folders_of
from site_builder.looking import Look
from site_builder.outcome import Options
from site_builder.output import survey
from site_builder.output.folder import open_output
from site_builder.output.survey import glance
from site_builder.scout import Scout, sent_out

FILE, OTHER = "content/matches/a.md", "content/matches/b.md"
RESULTS = """date,home_team,away_team,home_score,away_score,tournament,city,country,neutral
2021-03-01,Italy,Malta,2,0,Friendly,Rome,Italy,FALSE
"""
LONG = report(text="Napoli lost. " * 20_000)  # more than a pipe holds


@pytest.fixture
def built(site: TestSite) -> TestSite:
    site.write({FILE: LONG, OTHER: report("Lazio")})
    site.build()
    return site


@pytest.fixture
def out(built: TestSite) -> Iterator[Scout]:
    with sent_out(_folders(built), jobs=2) as scout:
        assert scout
        yield scout


def _folders(site: TestSite) -> Folders:
    return folders_of(site.folder, site.output)


def _open_files() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were forked. Whoever ran tests in this process before may have left a thread in it."""
    found: list[int] = []
    fork = os.fork

    def noted() -> int:
        found.append(fork())
        return found[-1]

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    return found


def _is_child(process: int) -> bool:
    """Whether this is a process that nobody has waited for."""
    try:
        return os.waitpid(process, os.WNOHANG) is not None
    except ChildProcessError:
        return False


def test_it_tells_what_the_output_comes_to(built: TestSite) -> None:
    (built.output / "index.html").write_text("edited by hand")
    with open_output(built.output, built.folder) as folder:
        assert glance(folder).is_intact is False
    with sent_out(_folders(built), jobs=2) as scout:
        assert scout
        assert scout.glance
        assert replace(scout.glance, began=0) == replace(glance(folder), began=0)
    (built.output / "mine.txt").write_text("by somebody else")
    with sent_out(_folders(built), jobs=2) as another:
        assert another
        assert another.glance
        assert another.glance.strangers == ("mine.txt",)


def test_it_reads_what_it_is_asked_for_and_nothing_else(built: TestSite, out: Scout) -> None:
    out.ask_for([FILE])
    assert out.told(FILE) == read_encoded(built.folder, SourceFile(FILE, Kind.MATCH, "", 0))
    assert out.told(OTHER) is None


def test_whom_nobody_asks_tells_nothing(out: Scout) -> None:
    assert out.told(FILE) is None


def test_no_process_is_left(built: TestSite, forked: list[int]) -> None:
    with sent_out(_folders(built), jobs=2):
        assert [_is_child(process) for process in forked] == [True, True]
    assert not any(map(_is_child, forked))


@pytest.mark.parametrize("fault", [PermissionError("no"), MemoryError(), RecursionError(), SystemExit(1), KeyboardInterrupt()])
def test_one_that_comes_to_grief_tells_nothing_and_ends(
    built: TestSite, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], forked: list[int], fault: BaseException
) -> None:
    def grief(*_: object) -> None:
        raise fault

    monkeypatch.setattr(scouting, "glance", grief)
    monkeypatch.setattr(scouting, "kind_of", grief)
    with sent_out(_folders(built), jobs=2) as scout:
        assert scout
        scout.ask_for([FILE])
        assert scout.glance is None
        assert scout.told(FILE) is None
    assert not any(map(_is_child, forked))
    assert capfd.readouterr() == ("", "")


def test_one_tells_where_the_other_does_not(built: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scouting, "glance", None)
    with sent_out(_folders(built), jobs=2) as scout:
        assert scout
        scout.ask_for([FILE])
        assert scout.told(FILE)
        assert scout.glance is None
    monkeypatch.undo()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    pipe, left = os.pipe, iter(range(3))

    def too_many() -> tuple[int, int]:
        if next(left, None) is None:
            raise OSError(errno.EMFILE, "too many open files")
        return pipe()

    before = _open_files()
    monkeypatch.setattr(os, "pipe", too_many)
    with sent_out(_folders(built), jobs=2) as scout:
        assert scout
        scout.ask_for([FILE])
        assert scout.told(FILE) is None
        assert scout.glance
    assert _open_files() == before


def test_one_that_is_killed_while_it_tells_has_told_nothing(built: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def half(end: int, data: bytes) -> int:
        write(end, bytes(data)[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    monkeypatch.setattr(os, "write", half)
    with sent_out(_folders(built), jobs=2) as scout:
        assert scout
        assert scout.glance is None


def test_where_there_can_be_none_there_is_none(built: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    with sent_out(_folders(built), jobs=1) as scout:
        assert scout is None
    with monkeypatch.context() as patch:
        patch.setattr(threading, "active_count", lambda: 2)
        with sent_out(_folders(built), jobs=2) as scout:
            assert scout is None

    def refused() -> int:
        raise OSError(errno.EAGAIN, "no more processes")

    before = _open_files()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fork", refused)
        with sent_out(_folders(built), jobs=2) as scout:
            assert scout is None
    pipe = os.pipe
    for most in (0, 1):
        left = iter([pipe] * most)

        def too_many(left: Iterator[Callable[[], tuple[int, int]]] = left) -> tuple[int, int]:
            for one in left:
                return one()
            raise OSError(errno.EMFILE, "too many open files")

        monkeypatch.setattr(os, "pipe", too_many)
        with sent_out(_folders(built), jobs=2) as scout:
            assert scout is None
    assert _open_files() == before


def test_what_it_saw_before_another_build_counts_for_nothing(built: TestSite) -> None:
    look = Look(Options(built.folder, built.output, jobs=2))
    with look.helped():
        assert look.scout
        assert look.scout.glance
        with open_output(built.output, built.folder) as folder:
            assert look.glanced(folder) == look.scout.glance
        built.write({FILE: report(score="0-4")})
        built.build()
        with open_output(built.output, built.folder) as folder:
            assert look.glanced(folder) is None


def test_a_look_counts_for_a_while_and_not_where_somebody_held_the_lock(built: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    look = Look(Options(built.folder, built.output, jobs=2))
    with look.helped(), open_output(built.output, built.folder) as folder:
        assert look.glanced(folder)
        assert not folder.has_waited
        assert look.glanced(replace(folder, has_waited=True)) is None
        monkeypatch.setattr(survey, "FRESH_NS", 0)
        assert look.glanced(folder) is None


def test_who_waited_for_the_lock_knows_it(built: TestSite) -> None:
    lock = FileLock(built.output / ".site-builder/lock", thread_local=False)
    lock.acquire()
    threading.Timer(0.2, lock.release).start()
    with open_output(built.output, built.folder) as folder:
        assert folder.has_waited


def test_one_that_says_nothing_for_long_is_not_waited_for(
    built: TestSite, monkeypatch: pytest.MonkeyPatch, forked: list[int]
) -> None:
    monkeypatch.setattr(scouting, "PATIENCE", 0.1)
    monkeypatch.setattr(scouting, "glance", lambda _: time.sleep(60))
    began = time.monotonic()
    with sent_out(_folders(built), jobs=2) as scout:
        assert scout
        assert scout.glance is None
    assert time.monotonic() - began < 30
    assert not any(map(_is_child, forked))


def test_a_question_that_a_pipe_might_not_take_is_not_asked(out: Scout) -> None:
    assert len(LONG) > 1024
    out.ask_for([FILE, LONG])
    assert out.told(FILE) is None
    assert out.glance


def test_signals_that_were_held_stay_held(built: TestSite) -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    try:
        with sent_out(_folders(built), jobs=2):
            assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before | {signal.SIGTERM}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def test_of_results_nothing_is_asked(built: TestSite) -> None:
    """A build after an edit of them reads them anyway, and they may be large."""
    built.write({"content/results/a.csv": RESULTS})
    built.build()
    built.write({"content/results/a.csv": RESULTS.replace("2,0", "2,1"), FILE: report(score="3-3")})
    look = Look(Options(built.folder, built.output, jobs=2))
    with look.helped():
        look.begin_loading()
        assert look.edited == (FILE, "content/results/a.csv")
        assert look.told(FILE) is None


def test_it_is_sent_out_where_a_build_may_go_on_from_another(built: TestSite, tmp_path: Path) -> None:
    for options, is_sent in (
        (Options(built.folder, built.output, jobs=2), True),
        (Options(built.folder, built.output, jobs=2, verify=True), False),
        (Options(built.folder, built.output, jobs=2, cache=tmp_path / "other"), False),
    ):
        look = Look(options)
        with look.helped():
            assert (look.scout is not None) is is_sent
        assert look.scout is None


def test_a_build_after_an_edit_comes_to_the_same_with_and_without(built: TestSite, tmp_path: Path) -> None:
    for jobs, score in (("2", "4-4"), ("1", "0-4"), ("2", "0-4")):
        built.write({FILE: report(score=score)})
        done = built.command("build", "--jobs", jobs, "--output", str(built.output))
        assert (done.returncode, done.stderr) == (0, "")
        built.build(output=tmp_path / score, cache=tmp_path / f"cache-{score}")
        assert built.tree() == tree_of(tmp_path / score)
