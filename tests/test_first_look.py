"""The first look: files that prove by their times that they are what they were are not read again, all others are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import TestSite, report
from site_builder import looking
from site_builder.content import opening
from site_builder.looking import Look
from site_builder.outcome import Options
from site_builder.standstill import standing_still

FILE = "content/matches/a.md"


class Disk:
    """A site that was built, and which of its files a look reads."""

    def __init__(self, site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = site
        self.read: list[str] = []
        site.write({FILE: report(), "content/about.md": "---\ntitle: About\n---\nUs.\n"})
        site.build()
        monkeypatch.setattr(looking, "read_chunks", self._noted)

    def _noted(self, bounds: Path, path: Path) -> Iterator[bytes]:
        self.read.append(path.name)
        return opening.read_chunks(bounds, path)

    def look(self, *, verify: bool = False) -> Look:
        return Look(Options(self.site.folder, self.site.output, verify=verify))

    def edited(self, *, verify: bool = False) -> tuple[str, ...] | None:
        """What a look finds."""
        self.read.clear()
        return self.look(verify=verify).edited


@pytest.fixture
def disk(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Every file counts as left alone for long, as all but the last edits of a site are."""
    monkeypatch.setattr(looking, "TICK_NS", 0)
    return Disk(site, monkeypatch)


def test_a_file_that_was_left_alone_is_not_read_again(disk: Disk) -> None:
    assert disk.edited() == ()
    assert disk.read == []


def test_an_edit_of_the_same_size_under_the_old_time_is_found(disk: Disk) -> None:
    path = disk.site.folder / FILE
    was = path.stat()
    path.write_bytes(path.read_bytes().replace(b"2-1", b"1-2"))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (was.st_size, was.st_mtime_ns)
    assert disk.edited() == (FILE,)
    assert disk.read == ["a.md"]


def test_a_file_that_was_only_touched_is_read_and_no_edit(disk: Disk) -> None:
    (disk.site.folder / FILE).touch()
    assert disk.edited() == ()
    assert disk.read == ["a.md"]


def test_another_file_of_the_same_name_is_read(disk: Disk) -> None:
    path = disk.site.folder / FILE
    other = path.with_name("b.txt")
    other.write_bytes(path.read_bytes() + b"More.\n")
    other.replace(path)
    assert disk.edited() == (FILE,)


def test_with_verify_every_file_is_read(disk: Disk) -> None:
    assert disk.edited(verify=True) == ()
    assert sorted(disk.read) == ["a.md", "about.md"]


def test_a_file_that_changed_within_a_tick_of_the_look_proves_nothing(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "TICK_NS", 3_600_000_000_000)
    disk = Disk(site, monkeypatch)
    assert disk.edited() == ()
    assert sorted(disk.read) == ["a.md", "about.md"]


def test_what_time_has_proved_is_written_down_where_it_is_much(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.standstill.MANY", 2)
    monkeypatch.setattr(looking, "TICK_NS", 3_600_000_000_000)
    disk = Disk(site, monkeypatch)
    monkeypatch.setattr(looking, "TICK_NS", 0)
    assert standing_still(disk.look())
    assert disk.edited() == ()
    assert disk.read == []
