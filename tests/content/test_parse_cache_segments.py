"""What the cache keeps on disk: little for an edit, few files, nothing that is not used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from builders import TestSite, report
from cached_reading import Reader, kept_under, only_segment
from site_builder.content.parse_cache import FOLDER, MOST_SEGMENTS, ParseCache


def test_a_build_without_edits_writes_nothing_and_one_with_an_edit_little(reader: Reader) -> None:
    reader()
    first = reader.segments()
    reader()
    assert reader.segments() == first
    (reader.folder / "content/matches/a.md").write_text(report("Roma", "Lazio"), encoding="utf-8")
    reader()
    assert first.items() <= reader.segments().items()
    assert len(reader.segments()) == 2


def test_the_cache_does_not_grow_with_the_number_of_edits(reader: Reader) -> None:
    sizes = []
    for number in range(2 * MOST_SEGMENTS + 4):
        (reader.folder / "content/matches/a.md").write_text(report(text=f"Edit {number:02}."), encoding="utf-8")
        reader()
        assert "content/matches/a.md" in reader.parsed
        sizes.append(sum(path.stat().st_size for path in (reader.cache / FOLDER).iterdir()))
        assert len(reader.segments()) <= MOST_SEGMENTS + 2
    assert max(sizes) < 4 * sizes[0]
    assert reader.again() == []


def test_many_segments_of_use_become_few_and_the_largest_is_not_written_again(tmp_path: Path) -> None:
    ParseCache(tmp_path).settle((), {b"%d" % number: b"large" for number in range(100)})
    largest = only_segment(tmp_path)
    used = {b"%d" % number for number in range(100)}
    for number in range(MOST_SEGMENTS + 1):
        ParseCache(tmp_path).settle(used, {b"new %d" % number: b"value"})
        used.add(b"new %d" % number)
    ParseCache(tmp_path).settle(used, {})
    assert len(list((tmp_path / FOLDER).iterdir())) == 2
    assert largest.exists()
    assert None not in kept_under(tmp_path, *used)


def test_what_is_no_longer_used_goes_when_it_is_most_of_a_segment(tmp_path: Path) -> None:
    ParseCache(tmp_path).settle((), {b"%d" % number: b"value" for number in range(10)})
    ParseCache(tmp_path).settle([b"%d" % number for number in range(6)], {})
    assert kept_under(tmp_path, b"9") == [b"value"]
    ParseCache(tmp_path).settle([b"0", b"1"], {})
    assert kept_under(tmp_path, b"0", b"1", b"2") == [b"value", b"value", None]
    ParseCache(tmp_path).settle((), {})
    assert ParseCache(tmp_path).is_empty


def test_builds_at_the_same_time_lose_nothing_that_either_uses(tmp_path: Path) -> None:
    ParseCache(tmp_path).settle((), {b"old": b"0", b"older": b"0", b"oldest": b"0"})
    one, other = ParseCache(tmp_path), ParseCache(tmp_path)
    one.settle([b"old"], {b"one": b"1"})
    held = other.find(b"old")
    assert held is not None
    assert bytes(held) == b"0"
    other.settle([b"old"], {b"one": b"1", b"other": b"2"})
    assert kept_under(tmp_path, b"old", b"one", b"other") == [b"0", b"1", b"2"]


def test_a_segment_that_would_be_written_as_it_is_stays(tmp_path: Path) -> None:
    ParseCache(tmp_path).settle((), {b"a": b"1"})
    ParseCache(tmp_path).settle((), {b"a": b"1"})
    assert kept_under(tmp_path, b"a") == [b"1"]


def test_processes_at_the_same_time_leave_a_cache_that_serves(reader: Reader, site: TestSite) -> None:
    site.write({f"content/matches/x{number}.md": report(text=f"*Text* {number}.") for number in range(40)})
    command = [sys.executable, "-m", "site_builder", "build", "--jobs", "1", "--site", str(site.folder), "--output"]
    outputs = [str(site.folder / name) for name in ("one", "two")]
    running = [subprocess.Popen([*command, to], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for to in outputs]
    assert [process.communicate()[1] for process in running] == [b""] * 2
    reader.cache = site.folder / ".site-builder-cache"
    assert reader.again() == []


def test_what_a_killed_build_left_behind_is_cleared_away_and_nothing_else(reader: Reader) -> None:
    reader()
    left, own = reader.cache / FOLDER / "new-a1b2c3d4.tmp", reader.cache / FOLDER / "my-notes.txt"
    left.write_bytes(b"half")
    own.write_bytes(b"mine")
    assert reader.again() == []
    assert not left.exists()
    assert own.read_bytes() == b"mine"
