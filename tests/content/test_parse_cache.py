"""The parse cache saves reading and nothing else: every doubt is a full read, and what comes out is the same."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import TestSite, report
from cached_reading import Reader
from site_builder.cli import commands
from site_builder.content import reading, results
from site_builder.content.model import Kind, MatchReport
from site_builder.content.parse_cache import FOLDER, key_of
from site_builder.content.reading import Reading, read_content
from site_builder.content.source_walk import walked

ROOT = Path(__file__).parents[2]


BROKEN = ROOT / "tests" / "broken"


INTERNATIONAL = (
    "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n"
    "2021-03-25,Italy,Northern Ireland,2,0,FIFA World Cup qualification,Parma,Italy,FALSE\n"
)


SCORERS = (
    "date,home_team,away_team,team,scorer,minute,own_goal,penalty\n2021-03-25,Italy,Northern Ireland,Italy,{},14,FALSE,FALSE\n"
)


def test_the_example_site_read_from_the_cache_is_the_one_that_was_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = read_content(ROOT)
    assert read_content(ROOT, 2, tmp_path / "cache") == plain
    monkeypatch.setattr(reading, "read_document", None)
    monkeypatch.setattr(results, "read_results", None)
    assert read_content(ROOT, 1, tmp_path / "cache") == plain
    assert read_content(ROOT, 2, tmp_path / "cache") == plain


def test_only_what_the_first_read_of_a_process_made_is_out_of_the_collectors_sight(site: TestSite) -> None:
    code = (
        "import gc; from pathlib import Path; from site_builder.content.reading import read_content\n"
        "def read(): kept.append(read_content(Path('.'))); return gc.get_freeze_count()\n"
        "kept = []; first = read(); print(first > 1000, read() <= first, gc.isenabled())"
    )
    site.write({"content/matches/a.md": report("Roma", "Lazio")})
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=site.folder, capture_output=True, check=True, text=True)
    assert done.stdout == "True True True\n"


def test_a_read_that_nobody_asks_for_any_more_ends_its_processes_and_keeps_nothing(tmp_path: Path) -> None:
    begun = Reading(ROOT, 2, tmp_path / "cache", walked(ROOT))
    assert multiprocessing.active_children()
    begun.close()
    assert not multiprocessing.active_children()
    assert not (tmp_path / "cache").exists()
    assert Reading(ROOT, 2, tmp_path / "cache", walked(ROOT)).content(is_kept=False) == read_content(ROOT)
    assert not (tmp_path / "cache").exists()


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
    version, path, kind, data = b"1", "content/teams/a.md", Kind.TEAM, "text"
    others = [
        key_of(b"2", path, kind, data),
        key_of(version, "content/teams/b.md", kind, data),
        key_of(version, path, Kind.VENUE, data),
        key_of(version, path, kind, "texts"),
        key_of(version, path, kind, ""),
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

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    (reader.folder / "content/matches/a.md").write_text(report("Roma", "Lazio"), encoding="utf-8")
    assert reader.again() == ["content/matches/a.md"]
    assert reader.again() == ["content/matches/a.md"]
    assert reader.segments() == before


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
