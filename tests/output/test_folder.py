"""The output folder: which one is refused, and who may write to it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from output_builds import build, tree
from site_builder.output import files
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.folder import check_cache, check_output, open_output

HOLD = """
import sys, time
from pathlib import Path
from site_builder.output.folder import open_output
with open_output(Path(sys.argv[1]) / "output", Path(sys.argv[1])):
    print("held", flush=True)
    {held}
"""


def refusal(output: Path, site: Path) -> str:
    with pytest.raises(OutputRefused) as refused:
        check_output(output, site)
    (problem,) = refused.value.problems
    assert problem.is_error
    assert problem.fix
    return problem.message


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "web/site"
    for name in ("content/matches", "templates"):
        (site / name).mkdir(parents=True)
    return site


def holder(site: Path, held: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD.format(held=held), str(site)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


@pytest.mark.parametrize("output", ["output", "content/../output", "public/site", "../elsewhere"])
def test_a_new_or_empty_folder_is_taken(site: Path, output: str) -> None:
    for _ in range(2):
        with open_output(site / output, site) as folder:
            assert folder.root == str((site / output).resolve())


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("/", "the output folder is the root of the file system"),
        ("~", "the output folder is the home folder, or holds it"),
        ("~/..", "the output folder is the home folder, or holds it"),
        ("", "the output folder is the site's own folder, or holds it"),
        ("..", "the output folder is the site's own folder, or holds it"),
        ("content", "the output folder lies in `content/`, where the sources are"),
        ("content/output", "the output folder lies in `content/`, where the sources are"),
        ("templates/deep/output", "the output folder lies in `templates/`, where the sources are"),
        ("file", "the output folder is a file"),
    ],
)
def test_a_folder_that_holds_or_is_something_else_is_refused(
    site: Path, output: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = site.parent.parent / "people/me"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    (site / "file").write_bytes(b"")
    before = tree(site.parent)
    assert refusal(site / Path(output).expanduser(), site) == message
    assert tree(site.parent) == before


def test_a_site_without_content_yet_is_refused_as_its_own_output(tmp_path: Path) -> None:
    assert refusal(tmp_path, tmp_path) == "the output folder is the site's own folder, or holds it"


@pytest.mark.parametrize(
    ("cache", "message"),
    [
        ("", "the cache folder is the site's own folder"),
        ("content", "the cache folder lies in `content/`, where the sources are"),
        ("content/cache/deep", "the cache folder lies in `content/`, where the sources are"),
        ("linked/cache", "the cache folder lies in `content/`, where the sources are"),
        ("templates", "the cache folder lies in `templates/`, where the sources are"),
        ("locales/it", "the cache folder lies in `locales/`, where the sources are"),
        ("output", "the cache folder lies in the output"),
        ("output/.cache", "the cache folder lies in the output"),
    ],
)
def test_time_savers_lie_neither_among_sources_nor_in_the_output(site: Path, cache: str, message: str) -> None:
    (site / "linked").symlink_to(site / "content")
    with pytest.raises(OutputRefused) as refused:
        check_cache(site / cache, site / "output", site)
    (problem,) = refused.value.problems
    assert (problem.code, problem.message) == ("cache-folder", message)


@pytest.mark.parametrize("cache", [".site-builder-cache", "../cache", "..", "contents", "cache/content"])
def test_time_savers_may_lie_anywhere_else(site: Path, cache: str) -> None:
    (site / "cache").mkdir()
    check_cache(site / cache, site / "output", site)


def test_an_output_that_holds_the_site_is_not_said_of_the_cache(site: Path) -> None:
    check_cache(site / ".site-builder-cache", site, site)


def test_a_folder_below_a_file_is_refused(site: Path) -> None:
    (site / "file").write_bytes(b"")
    assert refusal(site / "file/output", site) == f"the output folder lies in `{site / 'file'}`, which is a file"


def test_a_link_counts_as_where_it_leads(site: Path) -> None:
    (site / "output").symlink_to(site.parent / "disk")
    assert check_output(site / "output", site).root == str(site.parent / "disk")
    (site / "public").symlink_to(site / "content/matches")
    assert "lies in `content/`" in refusal(site / "public", site)
    (site.parent / "reports").mkdir()
    (site / "templates").rmdir()
    (site / "templates").symlink_to(site.parent / "reports")
    assert "lies in `templates/`" in refusal(site.parent / "reports/output", site)
    (site / "output").unlink()
    (site / "templates").unlink()
    (site / "output/theme").mkdir(parents=True)
    (site / "templates").symlink_to(site / "output/theme")
    assert "holds `templates/`" in refusal(site / "output", site)


def test_a_link_to_itself_and_a_name_that_cannot_be_are_refused(site: Path) -> None:
    (site / "loop").symlink_to(site / "loop")
    with pytest.raises((OutputRefused, OutputFailed)):
        check_output(site / "loop", site)
    assert "no place on this disk" in refusal(site / "a\0b", site)


def test_the_place_of_a_problem_is_as_the_owner_calls_it(site: Path) -> None:
    assert str(check_output(site / "output", site).place("a.html")) == "output/a.html"
    assert str(check_output(site.parent / "elsewhere", site).place()) == str(site.parent / "elsewhere")


def test_a_folder_that_others_made_is_refused_and_left_alone(site: Path) -> None:
    (site / "output/photos").mkdir(parents=True)
    (site / "output/diary.txt").write_bytes(b"mine")
    before = tree(site)
    assert refusal(site / "output", site) == "the output folder holds files that site-builder did not write: diary.txt, photos"
    with pytest.raises(OutputRefused):
        build(site, {"index.html": b"latest"})
    assert tree(site) == before
    assert not (site / "output/.site-builder").exists()


def test_dot_files_and_cname_do_not_make_a_folder_a_strangers(site: Path) -> None:
    (site / "output/.git").mkdir(parents=True)
    (site / "output/.nojekyll").write_bytes(b"")
    (site / "output/CNAME").write_bytes(b"example.org")
    build(site, {"index.html": b"latest"})
    assert set(tree(site / "output")) == {".git", ".nojekyll", "CNAME", "index.html"}


def test_a_folder_that_a_build_made_is_taken_whatever_else_is_in_it(site: Path) -> None:
    build(site, {"index.html": b"latest"})
    (site / "output/diary.txt").write_bytes(b"mine")
    assert build(site, {"index.html": b"newer"}).written == ("index.html",)


def test_a_private_folder_that_is_a_link_is_refused(site: Path) -> None:
    (site / "output").mkdir()
    (site / "output/.site-builder").symlink_to(site.parent)
    assert "did not write: .site-builder" in refusal(site / "output", site)


def test_a_folder_that_cannot_be_made_fails_with_the_reason(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(files, "make_folder", refuse)
    with pytest.raises(OutputFailed, match=r"^output cannot be written: Permission denied \(.*output\)$") as failed:
        build(site, {"index.html": b"latest"})
    assert not failed.value.is_touched


def test_a_lock_that_cannot_be_taken_fails_with_the_reason(site: Path) -> None:
    build(site, {"index.html": b"latest"})
    (site / "output/.site-builder/lock").unlink()
    (site / "output/.site-builder/lock").mkdir()
    with pytest.raises(OutputFailed, match=r"^output cannot be written: Is a directory"):
        build(site, {"index.html": b"newer"})


def test_one_build_at_a_time_and_a_killed_one_does_not_count(site: Path) -> None:
    other = holder(site, "time.sleep(60)")
    with pytest.raises(OutputFailed, match=r"^another build of output is running$") as failed:
        build(site, {"index.html": b"latest"})
    assert not failed.value.is_touched
    other.kill()
    other.communicate()
    assert build(site, {"index.html": b"latest"}).written == ("index.html",)


def test_a_build_that_is_about_to_end_is_waited_for(site: Path) -> None:
    other = holder(site, "time.sleep(0.1)")
    with open_output(site / "output", site, wait=30):
        assert other.wait(30) == 0
    other.communicate()


def test_a_worker_that_outlives_its_killed_build_does_not_hold_the_output(site: Path) -> None:
    other = holder(site, "import os; os.fork() or print(os.getpid(), flush=True); time.sleep(60)")
    assert other.stdout
    worker = int(other.stdout.readline())
    try:
        other.kill()
        other.wait()
        assert build(site, {"index.html": b"latest"}).written == ("index.html",)
    finally:
        os.kill(worker, 9)
        other.communicate()
