"""Files wait in staging, whoever made them."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from site_builder.incremental.fingerprint import digest
from site_builder.output import files
from site_builder.output.faults import OutputFailed
from site_builder.output.folder import open_output
from site_builder.output.ledger import Row, State
from site_builder.output.publish import publish
from site_builder.output.staging import Staging, open_staging


def stage_some(staging: Staging, first: int) -> list[Row]:
    return [staging.stage(f"teams/{number}.html", "key", b"%d" % number) for number in range(first, first + 20)]


def fail_to_stage(staging: Staging) -> Row:
    return Staging(staging.folder + "/nowhere").stage("index.html", "key", b"data")


def test_a_staged_page_is_described_by_its_row(tmp_path: Path) -> None:
    row = Staging(str(tmp_path)).stage("teams/łódź.html", "key", b"Widzew")
    waiting = next(tmp_path.iterdir())
    assert waiting.read_bytes() == b"Widzew"
    assert row == Row("teams/łódź.html", "key", 6, waiting.stat().st_mtime_ns, digest(b"Widzew"), State.PENDING)


def test_a_page_staged_again_takes_its_own_place(tmp_path: Path) -> None:
    staging = Staging(str(tmp_path))
    staging.stage("index.html", "key", b"a longer text, half written")
    row = staging.stage("index.html", "key", b"text")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"text"]
    assert row.size == 4


def test_for_a_new_output_pages_wait_as_they_are_going_to_stand(tmp_path: Path) -> None:
    with open_output(tmp_path / "output", tmp_path) as folder, open_staging(folder) as staging:
        staging.stage("teams/łódź/2020-21.html", "key", b"Widzew")
        staging.stage_file("img/crest.svg", "key", Path(__file__))
        waiting = Path(staging.laid_out)
        assert (waiting / "teams/łódź/2020-21.html").read_bytes() == b"Widzew"
        assert (waiting / "img/crest.svg").read_bytes() == Path(__file__).read_bytes()
        assert [path.name for path in Path(folder.staging_home).iterdir()] == [Path(staging.folder).name]


@pytest.mark.parametrize("path", ["../index.html", "teams/../../index.html", "/index.html", "C:/index.html", "teams//index.html"])
def test_no_path_leads_out_of_the_staging_folder(tmp_path: Path, path: str) -> None:
    waiting = Path(Staging(str(tmp_path), f"{tmp_path}/site").at(path))
    assert waiting.parent == tmp_path
    assert ".." not in waiting.name


def test_a_file_is_copied_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    source = tmp_path / "crest.png"
    source.write_bytes(bytes(range(256)) * 8192)
    (tmp_path / "staging").mkdir()
    row = Staging(str(tmp_path / "staging")).stage_file("img/crest.png", "key", source)
    assert (row.size, row.digest) == (2_097_152, digest(source.read_bytes()))
    assert Path(Staging(str(tmp_path / "staging")).at("img/crest.png")).read_bytes() == source.read_bytes()


def test_a_file_that_is_gone_fails_with_both_names(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match=r"gone\.png could not be copied to img/gone\.png: No such file") as failed:
        Staging(str(tmp_path)).stage_file("img/gone.png", "key", tmp_path / "gone.png")
    assert not failed.value.is_touched


def test_several_processes_stage_at_once_and_failures_come_home(tmp_path: Path) -> None:
    with (
        open_output(tmp_path / "output", tmp_path) as folder,
        open_staging(folder) as staging,
        ProcessPoolExecutor(2, mp_context=get_context("forkserver")) as pool,
    ):
        rows = [row for batch in pool.map(stage_some, [staging] * 4, range(0, 80, 20)) for row in batch]
        with pytest.raises(OutputFailed, match=r"index\.html could not be written: No such file"):
            pool.submit(fail_to_stage, staging).result()
        published = publish(folder, folder.ledger(), staging, rows, {row.path for row in rows})
    assert len(published.written) == 80
    assert {path.name: path.read_bytes() for path in (tmp_path / "output/teams").iterdir()} == {
        f"{number}.html": b"%d" % number for number in range(80)
    }


def interrupt() -> None:
    raise KeyboardInterrupt


def test_staging_is_gone_after_the_build_and_after_an_interrupted_one(tmp_path: Path) -> None:
    with open_output(tmp_path / "output", tmp_path) as folder:
        with open_staging(folder) as staging:
            staging.stage("index.html", "key", b"data")
        assert not Path(folder.staging_home).exists()
        with pytest.raises(KeyboardInterrupt), open_staging(folder) as staging:
            interrupt()
        assert not Path(staging.folder).exists()


def test_what_a_killed_build_staged_is_cleared_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "output/.site-builder/staging/0123/deep").mkdir(parents=True)
    (tmp_path / "output/.site-builder/staging/0123/deep/page").write_bytes(b"old")
    (tmp_path / "diary").mkdir()
    (tmp_path / "output/.site-builder/staging/link").symlink_to(tmp_path / "diary")
    (tmp_path / "diary/mine.txt").write_bytes(b"mine")
    with open_output(tmp_path / "output", tmp_path) as folder:
        assert not Path(folder.staging_home).exists()
    assert (tmp_path / "diary/mine.txt").read_bytes() == b"mine"


def test_a_write_that_takes_only_a_part_at_a_time_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        def __init__(self) -> None:
            self.taken = b""

        def write(self, data: bytes) -> int:
            self.taken += bytes(data[:3])
            return len(data[:3])

    slow = Slow()
    monkeypatch.setattr(files, "CHUNK", 5)
    files._write_all(slow, b"Atalanta")  # type: ignore[arg-type]  # noqa: SLF001 - as much of a file as is written to
    assert slow.taken == b"Atalanta"
    (tmp_path / "source").write_bytes(b"Atalanta")
    digested, found = files.copy(str(tmp_path / "source"), str(tmp_path / "target"))
    assert (digested, found.st_size) == (digest(b"Atalanta"), 8)


def test_a_failure_is_the_same_in_every_process() -> None:
    failed = pickle.loads(pickle.dumps(OutputFailed("no space", is_touched=True)))
    assert (str(failed), failed.message, failed.is_touched) == ("no space", "no space", True)
