"""The parse cache saves reading and nothing else: every doubt is a full read, and what comes out is the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from builders import TestSite, report
from site_builder.cli import commands
from site_builder.content import parse_cache, reading
from site_builder.content.gathered import Content
from site_builder.content.model import Kind, MatchReport
from site_builder.content.parse_cache import FOLDER, MOST_SEGMENTS, ParseCache, key_of
from site_builder.content.reading import read_content
from site_builder.incremental.fingerprint import digest
from site_builder.problems import Problem

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "broken"
TEAM = "---\nname: Atalanta\n---\nOf Bergamo.\n"
INTERNATIONAL = (
    "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n"
    "2021-03-25,Italy,Northern Ireland,2,0,FIFA World Cup qualification,Parma,Italy,FALSE\n"
)
SCORERS = (
    "date,home_team,away_team,team,scorer,minute,own_goal,penalty\n2021-03-25,Italy,Northern Ireland,Italy,{},14,FALSE,FALSE\n"
)


class Reader:
    """Reads a site with its cache, and knows which files were read anew the last time."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.cache = cache
        self.parsed: list[str] = []

    def __call__(self, jobs: int = 1) -> tuple[Content, tuple[Problem, ...]]:
        self.parsed.clear()
        return read_content(self.folder, jobs, self.cache)

    def again(self) -> list[str]:
        """What is read anew although a read has just ended; what comes out has to be as without a cache."""
        got = self()
        parsed = sorted(self.parsed)
        assert got == read_content(self.folder)
        return parsed

    def segments(self) -> dict[str, int]:
        """The files of the cache and when they were written."""
        folder = self.cache / FOLDER
        return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} if folder.is_dir() else {}


@pytest.fixture
def reader(site: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    site.write(
        {
            "content/matches/a.md": report("Atalanta", "Napoli", "3-1", text="Zapata **scored**, see [[Napoli]]."),
            # One goal of three is told: a warning.
            "content/matches/b.md": report("Lazio", "Atalanta", "0-3", goals='{away: "Zapata 3\'"}'),
            "content/matches/c.md": report("Lazio", "Napoli", "2-2", date="2021-02-12", text="Both sat deep."),
            "content/teams/atalanta.md": TEAM,
        }
    )
    made = Reader(site.folder, tmp_path / "cache")
    for name in ("read_document", "read_results"):
        monkeypatch.setattr(reading, name, _counting(getattr(reading, name), made.parsed))
    return made


def _counting(function: Callable[..., Any], parsed: list[str]) -> Callable[..., Any]:
    def counted(path: str, *rest: object) -> object:
        parsed.append(path)
        return function(path, *rest)

    return counted


def _only_segment(cache: Path) -> Path:
    (segment,) = (cache / FOLDER).iterdir()
    return segment


def _found(cache: Path, *keys: bytes) -> list[bytes | None]:
    """What a cache holds under these keys."""
    kept = ParseCache(cache)
    values = [kept.find(key) for key in keys]
    return [None if value is None else bytes(value) for value in values]


def _named_by_its_bytes(folder: Path, data: bytes) -> None:
    (folder / f"{digest(data)}.msgpack").write_bytes(data)


def test_the_example_site_read_from_the_cache_is_the_one_that_was_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = read_content(ROOT)
    assert read_content(ROOT, 2, tmp_path / "cache") == plain
    for name in ("read_document", "read_results"):
        monkeypatch.setattr(reading, name, None)
    assert read_content(ROOT, 1, tmp_path / "cache") == plain
    assert read_content(ROOT, 2, tmp_path / "cache") == plain


@pytest.mark.parametrize("mistake", sorted(path.name for path in BROKEN.iterdir() if (path / "content").is_dir()))
def test_a_mistake_is_told_the_same_every_time(mistake: str, tmp_path: Path) -> None:
    plain = read_content(BROKEN / mistake)
    assert [read_content(BROKEN / mistake, 1, tmp_path) for _ in range(3)] == [plain] * 3


def test_a_file_that_was_read_before_is_not_parsed_again_and_warns_again(reader: Reader) -> None:
    assert [problem.code for problem in reader()[1]] == ["fewer-goals-than-score"]
    assert len(reader.parsed) == 4
    assert [problem.code for problem in reader()[1]] == ["fewer-goals-than-score"]
    assert reader.parsed == []


def test_a_file_with_an_error_is_parsed_every_time(reader: Reader, site: TestSite) -> None:
    site.write({"content/matches/b.md": report("Lazio", "Lazio"), "content/matches/c.md": "no front matter"})
    reader()
    assert reader.again() == ["content/matches/b.md", "content/matches/c.md"]


def test_documents_are_in_the_order_of_their_paths_whatever_was_known(reader: Reader, site: TestSite) -> None:
    reader()
    site.write({"content/matches/b.md": report("Roma", "Lazio"), "content/matches/0.md": report("Roma", "Genoa")})
    paths = [document.path for document in reader()[0].documents]
    assert paths == sorted(paths)
    assert len(paths) == 5
    assert sorted(reader.parsed) == ["content/matches/0.md", "content/matches/b.md"]


def test_an_edit_that_keeps_size_and_time_is_seen(reader: Reader) -> None:
    reader()
    path = reader.folder / "content/matches/a.md"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("score: 3-1", "score: 4-1"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert reader.again() == ["content/matches/a.md"]
    (edited,) = [one for one in reader()[0].documents if one.path.endswith("a.md") and isinstance(one, MatchReport)]
    assert edited.facts.result is not None
    assert edited.facts.result.score.home == 4


def test_a_renamed_file_is_read_under_its_new_name(reader: Reader) -> None:
    reader()
    (reader.folder / "content/matches/b.md").rename(reader.folder / "content/matches/d.md")
    assert reader.again() == ["content/matches/d.md"]
    assert [problem.place.path for problem in reader()[1]] == ["content/matches/d.md"]


def test_what_lies_beside_a_file_of_results_is_part_of_what_was_read(reader: Reader, site: TestSite) -> None:
    results, scorers = "content/results/results.csv", "content/results/goalscorers.csv"
    site.write({results: INTERNATIONAL, scorers: SCORERS.format("Berardi")})
    reader()
    assert reader.again() == []
    site.write({scorers: SCORERS.format("Immobile")})
    assert reader.again() == [scorers, results]
    site.remove(scorers)
    assert reader.again() == [results]
    site.write({scorers: ""})
    assert results in reader.again()


def test_the_key_is_of_everything_that_reading_rests_on() -> None:
    version, path, kind, data = b"1", "content/teams/a.md", Kind.TEAM, b"text"
    others = [
        key_of(b"2", path, kind, data),
        key_of(version, "content/teams/b.md", kind, data),
        key_of(version, path, Kind.VENUE, data),
        key_of(version, path, kind, b"texts"),
        key_of(version, path, kind, b""),
        key_of(version, path, kind, data, b"beside"),
    ]
    assert len({key_of(version, path, kind, data), *others}) == 7


def test_what_another_reader_has_read_counts_for_nothing_and_goes(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader()
    old = set(reader.segments())
    monkeypatch.setattr(reading, "READER_VERSION", b"another")
    assert len(reader.again()) == 4
    assert reader.again() == []
    assert not old & set(reader.segments())


def _truncated(segment: Path) -> None:
    segment.write_bytes(segment.read_bytes()[:-20])


def _one_bit_altered(segment: Path) -> None:
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(data)


def _longer(segment: Path) -> None:
    segment.write_bytes(segment.read_bytes() * 2)


def _emptied(segment: Path) -> None:
    segment.write_bytes(b"")


def _foreign(segment: Path) -> None:
    segment.unlink()
    _named_by_its_bytes(segment.parent, b"SQLite format 3\x00 or whatever else")


def _no_map(segment: Path) -> None:
    segment.unlink()
    _named_by_its_bytes(segment.parent, msgspec.msgpack.encode(["a", "list"]))


def _values_of_another_shape(segment: Path) -> None:
    entries = msgspec.msgpack.decode(segment.read_bytes(), type=dict[bytes, bytes])
    segment.unlink()
    shapes = (b"", b"\xc1", b"\xc0", msgspec.msgpack.encode([{"path": 7}, []]))
    altered = {key: shapes[number % 4] for number, key in enumerate(entries)}
    _named_by_its_bytes(segment.parent, msgspec.msgpack.encode(altered))


def _a_pipe(segment: Path) -> None:
    segment.unlink()
    os.mkfifo(segment)


def _gone(segment: Path) -> None:
    segment.unlink()


DAMAGES = (
    _truncated,
    _one_bit_altered,
    _longer,
    _emptied,
    _foreign,
    _no_map,
    _values_of_another_shape,
    _a_pipe,
    _gone,
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
def test_a_damaged_cache_costs_one_full_read(damage: Callable[[Path], None], reader: Reader) -> None:
    reader()
    damage(_only_segment(reader.cache))
    assert len(reader.again()) == 4
    assert reader.again() == []


def test_a_folder_in_the_place_of_a_segment_costs_only_time(reader: Reader) -> None:
    reader()
    segment = _only_segment(reader.cache)
    segment.unlink()
    segment.mkdir()
    assert len(reader.again()) == 4
    assert len(reader.again()) == 4
    assert segment.is_dir()


@given(place=st.integers(0), bits=st.integers(1, 255))
def test_no_altered_byte_goes_unnoticed(tmp_path_factory: pytest.TempPathFactory, place: int, bits: int) -> None:
    cache = tmp_path_factory.mktemp("cache")
    ParseCache(cache).settle((), {b"a": b"one", b"b": b"two"})
    segment = _only_segment(cache)
    data = bytearray(segment.read_bytes())
    data[place % len(data)] ^= bits
    segment.write_bytes(data)
    assert ParseCache(cache).is_empty


@pytest.mark.parametrize("name", ["cache", f"cache/{FOLDER}"])
def test_a_file_in_the_place_of_the_folder_costs_only_time(name: str, reader: Reader, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine", encoding="utf-8")
    assert len(reader.again()) == 4
    assert len(reader.again()) == 4
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_to_serves_and_stays_as_it_is(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader()
    before = reader.segments()

    def refused(**_options: object) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(parse_cache, "mkstemp", refused)
    (reader.folder / "content/matches/a.md").write_text(report("Roma", "Lazio"), encoding="utf-8")
    assert reader.again() == ["content/matches/a.md"]
    assert reader.again() == ["content/matches/a.md"]
    assert reader.segments() == before


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
    largest = _only_segment(tmp_path)
    used = {b"%d" % number for number in range(100)}
    for number in range(MOST_SEGMENTS + 1):
        ParseCache(tmp_path).settle(used, {b"new %d" % number: b"value"})
        used.add(b"new %d" % number)
    ParseCache(tmp_path).settle(used, {})
    assert len(list((tmp_path / FOLDER).iterdir())) == 2
    assert largest.exists()
    assert None not in _found(tmp_path, *used)


def test_what_is_no_longer_used_goes_when_it_is_most_of_a_segment(tmp_path: Path) -> None:
    ParseCache(tmp_path).settle((), {b"%d" % number: b"value" for number in range(10)})
    ParseCache(tmp_path).settle([b"%d" % number for number in range(6)], {})
    assert _found(tmp_path, b"9") == [b"value"]
    ParseCache(tmp_path).settle([b"0", b"1"], {})
    assert _found(tmp_path, b"0", b"1", b"2") == [b"value", b"value", None]
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
    assert _found(tmp_path, b"old", b"one", b"other") == [b"0", b"1", b"2"]


def test_a_segment_that_would_be_written_as_it_is_stays(tmp_path: Path) -> None:
    ParseCache(tmp_path).settle((), {b"a": b"1"})
    ParseCache(tmp_path).settle((), {b"a": b"1"})
    assert _found(tmp_path, b"a") == [b"1"]


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


def test_the_option_says_where_the_cache_lies_and_it_can_be_deleted(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/matches/a.md": report()})
    elsewhere = tmp_path / "elsewhere" / "cache"
    words = ["build", "--jobs", "1", "--site", str(site.folder), "--cache", str(elsewhere)]
    assert CliRunner().invoke(commands, words).exit_code == 0
    assert (elsewhere / FOLDER).is_dir()
    assert not (site.folder / ".site-builder-cache").exists()
    built = site.tree()
    shutil.rmtree(elsewhere)
    assert CliRunner().invoke(commands, words).exit_code == 0
    assert site.tree() == built


def test_a_cache_folder_that_is_made_stays_out_of_repositories(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/matches/a.md": report()}).build()
    assert (site.folder / ".site-builder-cache" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    (tmp_path / "there").mkdir()
    site.problems(cache=tmp_path / "there")
    assert [path.name for path in (tmp_path / "there").iterdir()] == [FOLDER]
