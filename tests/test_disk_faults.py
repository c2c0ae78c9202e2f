"""Whole builds on a disk that refuses, is full, or may only be read: the old site or the new one, a sentence, and nothing lost.

`tests/output/test_faults.py` does the same to publishing alone, at each of its
operations; here everything takes part that a build writes: what it remembers,
what it has read, pictures, the lock.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import TestSite
from failing_disk import Refusal, refusing
from figures import Figures, long_or_short
from old_and_new import Room
from site_builder.outcome import BuildFailed

PAGE = "matches/2021/2021-02-10-atalanta-napoli.html"
PROGRAM = str(Path(__file__).parent / "small_disk.py")
ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(tmp_path_factory.mktemp("disk"))


def refused(site: TestSite, at: int, error: int, many: int) -> tuple[Refusal, BuildFailed | None]:
    """A build on a disk that refuses; how it failed, None where it did not."""
    with refusing(at, error, site.output, site.folder / ".site-builder-cache", many=many) as refusal:
        try:
            site.build()
        except BuildFailed as failed:
            return refusal, failed
    return refusal, None


@pytest.mark.parametrize("many", [1, 10**6], ids=["once", "from then on"])
@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_a_disk_may_refuse_any_operation_of_a_build(room: Room, error: int, many: int, figures: Figures) -> None:
    site = room.attempt()
    whole, _ = refused(site, 0, error, 0)
    assert whole.count > 100
    step = long_or_short(1 if many == 1 else 4, whole.count)
    for at in range(long_or_short(1, 20 + 37 * ERRORS.index(error) + 9 * (many > 1)), whole.count + 1, step):
        site = room.attempt()
        refusal, failed = refused(site, at, error, many)
        room.holds(site, failed, refusal.refused[:1])
        figures.add("faults: file operations of a whole build, refused", 1)


def may_mount() -> bool:
    """Whether this machine lets a test have a disk of its own."""
    done = subprocess.run(["unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    return done.returncode == 0


def on_a_small_disk(folder: Path, name: str, *sizes: int | str) -> dict[str, str]:
    """What builds say on a disk that is full but for so many KiB, by these."""
    command = [
        "unshare",
        "-Urm",
        sys.executable,
        str(Path(__file__).parent / "small_disk.py"),
        str(folder),
        name,
        *map(str, sizes),
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    said: dict[str, str] = json.loads(done.stdout)
    return said


if may_mount():

    def test_a_full_disk_stops_at_a_page_or_at_the_ledger_and_nothing_is_lost(tmp_path: Path, figures: Figures) -> None:
        said = on_a_small_disk(tmp_path, "output", "edge", *range(0, 257, long_or_short(4, 256)))
        assert re.match(r"\S+\.html could not be written: No space left on device\. Nothing was written;", said["0"])
        assert said["256"] == ""
        at_the_ledger = "output could not be written: No space left on device. Nothing was written; output/ is as before."
        assert at_the_ledger in said.values()
        figures.add("faults: builds on a full disk", len(said))

    def test_a_full_disk_under_what_saves_time_costs_time_alone(tmp_path: Path, figures: Figures) -> None:
        said = on_a_small_disk(tmp_path, "cache", 0, *range(4, long_or_short(64, 0), 4))
        assert set(said.values()) == {""}
        figures.add("faults: builds on a full disk", len(said))


def without_privileges() -> None:
    """For a process that is about to begin: the rights of files count for root, too."""
    drop_from_bounding_set, override, search = 24, 1, 2
    for capability in (override, search):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


def command(site: TestSite, *words: str) -> tuple[int, str]:
    """The exit status and all that is said, where the rights of files count."""
    done = subprocess.run(
        [sys.executable, "-m", "site_builder", *words],
        cwd=site.folder,
        preexec_fn=without_privileges,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


FORBIDDEN = {
    "output": (0o555, "output may only be read, and files of the site belong there"),
    "output/matches/2021": (0o555, "output/matches/2021 may only be read, and files of the site belong there"),
    "output/.site-builder": (0o555, "output cannot be written: Permission denied"),
    "output/.site-builder/ledger.jsonl": (0o444, "output could not be written: Permission denied"),
    "output/matches": (0, "output cannot be read: Permission denied"),
}
"""The rights of a file or folder that stop a build, and what it says."""
SPARED = {
    "content": 0o555,
    f"output/{PAGE}": 0,  # its folder says whether it may be replaced
    ".site-builder-cache/last/head.msgpack": 0,
    ".site-builder-cache/parsed": 0,
    ".site-builder-cache/pictures": 0o555,
}
"""Rights without which a build gets along."""


def with_rights(room: Room, rights: Mapping[str, int]) -> tuple[TestSite, int, str]:
    """A build with other rights of some files and folders: what it says, and its exit status."""
    site = room.attempt()
    before = {path: (site.folder / path).stat().st_mode for path in rights}
    for path, mode in rights.items():
        (site.folder / path).chmod(mode)
    status, said = command(site, "build", "--jobs", "1")
    for path, mode in before.items():
        (site.folder / path).chmod(mode)
    return site, status, said


@pytest.mark.parametrize("path", FORBIDDEN)
def test_a_build_without_the_rights_touches_nothing_and_says_why(room: Room, path: str) -> None:
    rights, why = FORBIDDEN[path]
    site, status, said = with_rights(room, {path: rights})
    assert status == 3
    assert said.startswith(f"The build failed: {why}")
    assert said.endswith(". Nothing was written; output/ is as before.\n")
    room.holds(site, BuildFailed(said.strip()), path)


def test_a_build_needs_no_more_rights_than_it_uses(room: Room) -> None:
    site, status, said = with_rights(room, SPARED)
    assert (status, "Traceback" in said) == (0, False), said
    assert "was of no use" in said
    room.holds(site, None, "spared")
    site, status, said = with_rights(room, {".site-builder-cache": 0})
    assert (status, "Traceback" in said) == (0, False), said
    room.holds(site, None, "no cache")
