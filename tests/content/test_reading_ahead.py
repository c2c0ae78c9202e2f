"""Many files one after the other: the disk is asked for the next few, and nothing but the waiting changes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from site_builder.content.model import Kind, SourceFile
from site_builder.content.sources import read_source, read_sources
from source_files import empty_site, write

needs_advice = pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="there the disk cannot be asked for a file to come")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return empty_site(tmp_path)


@pytest.fixture
def files(site: Path) -> list[SourceFile]:
    """Thirty reports, each with a text of its own."""
    names = [f"matches/{number:02}.md" for number in range(30)]
    for name in names:
        write(site, name, name.encode())
    return [SourceFile(f"content/{name}", Kind.MATCH, "", 13) for name in names]


def open_now() -> int:
    return sum(1 for _ in Path("/dev/fd").iterdir())


@needs_advice
def test_the_disk_is_asked_for_the_next_few_before_they_are_read(
    site: Path, files: list[SourceFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    reading, asking = os.read, os.posix_fadvise

    def read(descriptor: int, size: int) -> bytes:
        events.append("read")
        return reading(descriptor, size)

    def ask(descriptor: int, start: int, length: int, advice: int) -> None:
        events.append("ask")
        assert (start, length, advice) == (0, 0, os.POSIX_FADV_WILLNEED)
        asking(descriptor, start, length, advice)

    monkeypatch.setattr(os, "read", read)
    monkeypatch.setattr(os, "posix_fadvise", ask)
    assert len(list(read_sources(site, files))) == len(files)
    first = events.index("read")
    assert 4 <= first < len(files) / 2, "not one by one, and not all of a site at once"
    assert (events.count("ask"), events.count("read")) == (len(files), len(files))


def test_each_file_gives_what_it_gives_alone(site: Path, files: list[SourceFile]) -> None:
    folder = site / "content/matches"
    (folder / "03.md").unlink()
    (folder / "04.md").unlink()
    (folder / "04.md").symlink_to("05.md")
    (folder / "06.md").unlink()
    (folder / "06.md").symlink_to("/etc/hostname")
    (folder / "07.md").unlink()
    os.mkfifo(folder / "07.md")
    (folder / "08.md").write_bytes(b"x" * (1024 * 1024 + 1))
    (folder / "09.md").write_bytes(b"")
    found = list(read_sources(site, files))
    assert found == [read_source(site, file) for file in files]
    codes = [problem.code for _, problems in found for problem in problems]
    assert codes == ["vanished", "link-out-of-content", "not-a-file", "too-large"]
    assert [found[at][0] for at in (2, 4, 9, 29)] == [b"matches/02.md", b"matches/05.md", b"", b"matches/29.md"]


def test_no_file_stays_open(site: Path, files: list[SourceFile]) -> None:
    before = open_now()
    reading = read_sources(site, files)
    for _ in range(5):
        next(reading)
    assert open_now() > before
    del reading  # as where somebody gives up
    assert open_now() == before
    list(read_sources(site, files))
    assert open_now() == before


@pytest.mark.parametrize("spare", [1, 3])
def test_few_files_that_may_be_open_are_enough(
    site: Path, files: list[SourceFile], monkeypatch: pytest.MonkeyPatch, spare: int
) -> None:
    opening, closing = os.open, os.close
    held: set[int] = set()

    def open_at_most(path: str, flags: int) -> int:
        if len(held) == spare:
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE), path)
        held.add(descriptor := opening(path, flags))
        return descriptor

    def close(descriptor: int) -> None:
        held.discard(descriptor)
        closing(descriptor)

    monkeypatch.setattr(os, "open", open_at_most)
    monkeypatch.setattr(os, "close", close)
    assert [data for data, _ in read_sources(site, files)] == [file.path.removeprefix("content/").encode() for file in files]
