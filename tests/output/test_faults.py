"""Whatever stops a build, at whatever operation: the site is the old one or mended by the next build, never a third thing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from figures import Figures
from output_builds import Pages, build, remarked, tree, tree_of
from output_faults import OPERATIONS, Disk, End, KilledError, disk_that_ends, disk_without_case
from site_builder.output import files
from site_builder.output.faults import OutputFailed

OLD = {"index.html": b"old", "kept.html": b"kept", "teams/gone.html": b"gone", "a": b"file", "b/x": b"x", "left.html": b"left"}
NEW = {
    "index.html": b"new",
    "kept.html": b"kept",
    "teams/new.html": b"new team",
    "deep/er/new.html": b"new",
    "a/x": b"x",
    "b": b"b",
}
MINE = {"CNAME": b"example.org", "teams/mine.txt": b"mine", "left.html": b"edited"}


def old_site(site: Path) -> Path:
    """A site as an earlier build left it, and its owner after that."""
    build(site, OLD)
    for path, data in MINE.items():
        (site / "output" / path).write_bytes(data)
    return site


def with_mine(pages: Pages) -> dict[str, bytes]:
    return {**MINE, **pages}


def attempt(site: Path, at: int, end: End) -> tuple[Disk, OutputFailed | None]:
    """A build of the new site on a disk that ends; the error, None where there was none or nobody lived to tell."""
    with disk_that_ends(at, end) as disk:
        try:
            build(site, NEW)
        except OutputFailed as failed:
            return disk, failed
        except (KilledError, KeyboardInterrupt):
            return disk, None
    return disk, None


def stopped(folder: Path, end: End, first: Path) -> Iterator[tuple[int, Path, str, OutputFailed | None]]:
    """Builds of the new site over copies of one as it stands, each stopped one operation later."""
    for at in range(1, 1000):
        site = folder / str(at)
        shutil.copytree(first, site, symlinks=True)
        disk, failed = attempt(site, at, end)
        if disk.count < at:
            return
        yield at, site, disk.names[at - 1], failed


@pytest.mark.parametrize("end", list(End))
def test_a_build_may_stop_at_every_operation(tmp_path: Path, end: End, figures: Figures) -> None:
    first = old_site(tmp_path / "first")
    before = tree(first / "output")
    used: list[str] = []
    for at, site, name, failed in stopped(tmp_path, end, first):
        used.append(name)
        after = tree(site / "output")
        if failed and not failed.is_touched:
            assert after == before, f"touched at {name} {at}"
        for path, data in after.items():
            assert data in (None, with_mine(OLD).get(path), with_mine(NEW).get(path), MINE.get(path)), f"{path} at {at}"
        pages = (NEW, OLD, {})[at % 3]
        build(site, pages)
        assert tree(site / "output") == tree_of(with_mine(pages)), f"not mended after {name} {at}"
        assert build(site, pages).written == ()
    figures.add("faults: file operations of publishing, each made to fail or the last before a kill", len(used))
    assert len(used) > 60
    assert set(used) == set(OPERATIONS) - {"copy", "mark_top"}


@pytest.mark.parametrize("end", list(End))
def test_a_first_build_may_stop_at_every_operation(tmp_path: Path, end: End) -> None:
    first = tmp_path / "first"
    (first / "output/.well-known").mkdir(parents=True)
    (first / "output/.well-known/mine").write_bytes(b"mine")
    before = tree(first / "output")
    used: set[str] = set()
    for _, site, name, failed in stopped(tmp_path, end, first):
        used.add(name)
        after = tree(site / "output")
        if failed and not failed.is_touched:
            assert after == before
        assert all(data in (None, NEW.get(path), b"mine") for path, data in after.items())
        build(site, OLD)
        assert tree(site / "output") == tree_of({**OLD, ".well-known/mine": b"mine"}), f"not mended after {name}"
    assert {"mark_top", "replace", "create"} < used


def test_an_interrupted_build_clears_up_and_lets_the_next_one_in(tmp_path: Path) -> None:
    first = old_site(tmp_path / "first")
    shutil.copytree(first, tmp_path / "second")
    whole, _ = attempt(first, 0, End.INTERRUPT)
    staging = whole.names.index("create") + 2
    disk, _ = attempt(tmp_path / "second", staging, End.INTERRUPT)
    assert disk.names[staging - 1] == "create"
    assert not (tmp_path / "second/output/.site-builder/staging").exists()
    assert build(tmp_path / "second", NEW).written


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path) -> None:
    for name in ("first", "second"):
        build(tmp_path / name, OLD)
    whole, _ = attempt(tmp_path / "first", 0, End.NO_SPACE)
    _, failed = attempt(tmp_path / "second", whole.names.index("create") + 1, End.NO_SPACE)
    assert str(failed).startswith("index.html could not be written: No space left on device")


KILLED = """
import sys
from pathlib import Path
from output_builds import build
site, pages = Path(sys.argv[1]), int(sys.argv[2])
print("started", flush=True)
for turn in range(1000):
    build(site, {f"{turn % 3}/{number}.html": b"%d %d" % (turn, number) for number in range(turn % 2, pages)})
"""


def test_a_killed_process_leaves_a_site_that_the_next_build_mends(tmp_path: Path) -> None:
    chance = random.Random(1887)
    pages = {f"1/{number}.html": b"last %d" % number for number in range(100)}
    for _ in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(tmp_path), "200"],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
        )
        assert process.stdout
        assert process.stdout.readline() == b"started\n"
        time.sleep(chance.uniform(0, 0.1))
        assert process.poll() is None
        process.send_signal(chance.choice((signal.SIGKILL, signal.SIGTERM)))
        process.communicate()
        build(tmp_path, pages)
        assert tree(tmp_path / "output") == tree_of(pages)
        assert remarked(tmp_path, pages) == []
        assert list((tmp_path / "output/.site-builder").glob("staging/*")) == []


@pytest.mark.parametrize(
    "turns",
    [
        ({"Photo.jpg": b"photo"}, {"photo.jpg": b"photo"}),
        ({"Photo.jpg": b"photo"}, {"photo.jpg": b"other"}),
        ({"Teams/a.html": b"a", "Teams/b.html": b"b"}, {"teams/a.html": b"a", "teams/c.html": b"c"}),
        ({"Teams/a.html": b"a"}, {"teams": b"a file"}, {"TEAMS/a.html": b"a"}),
        ({"A": b"a"}, {"a/b": b"a"}, {"A/B": b"b"}),
    ],
)
def test_a_name_may_change_in_case_only_where_case_does_not_count(tmp_path: Path, turns: tuple[Pages, ...]) -> None:
    with disk_without_case():
        for pages in turns:
            build(tmp_path, pages)
            assert tree(tmp_path / "output") == tree_of(pages)
            assert build(tmp_path, pages).written == ()


def test_an_edited_file_that_changes_in_case_only_is_replaced_where_case_does_not_count(tmp_path: Path) -> None:
    with disk_without_case():
        build(tmp_path, {"Photo.jpg": b"photo"})
        (tmp_path / "output/Photo.jpg").write_bytes(b"edited")
        published = build(tmp_path, {"photo.jpg": b"photo"})
    assert [(problem.code, str(problem.place)) for problem in published.problems] == [("output-edited", "output/photo.jpg")]
    assert tree(tmp_path / "output") == {"photo.jpg": b"photo"}


def test_folders_of_a_first_build_that_differ_in_case_only_are_one_where_case_does_not_count(tmp_path: Path) -> None:
    pages = {"Teams/crest.svg": b"<svg/>", "teams/atalanta.html": b"Atalanta", "index.html": b"latest"}
    with disk_without_case():
        build(tmp_path, pages)
        assert build(tmp_path, pages).written == ()
    written = {path.lower(): data for path, data in tree(tmp_path / "output").items()}
    assert written == tree_of({path.lower(): data for path, data in pages.items()})


def test_case_counts_where_it_counts(tmp_path: Path) -> None:
    build(tmp_path, {"Photo.jpg": b"photo"})
    (tmp_path / "output/Photo.jpg").write_bytes(b"edited")
    build(tmp_path, {"photo.jpg": b"photo"})
    assert tree(tmp_path / "output") == {"Photo.jpg": b"edited", "photo.jpg": b"photo"}


def test_every_file_operation_can_be_made_to_fail() -> None:
    functions = {
        name for name, thing in vars(files).items() if callable(thing) and getattr(thing, "__module__", "") == files.__name__
    }
    deciding = {"is_file", "is_folder", "may_write"}
    assert {name for name in functions if not name.startswith("_")} - deciding == set(OPERATIONS)
