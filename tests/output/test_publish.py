"""Publishing makes the output what is planned, and spares what others put there."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from output_builds import Pages, build, tree, tree_of
from output_faults import End, disk_that_ends
from site_builder.incremental.fingerprint import digest
from site_builder.output.changes import Changes, changes_to
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.folder import OutputFolder, open_output
from site_builder.output.ground import Ground
from site_builder.output.ledger import Ledger, Row, State, read_ledger
from site_builder.output.publish import publish
from site_builder.output.staging import open_staging

SITE = {
    "index.html": b"latest",
    "feed.xml": b"<feed/>",
    "teams/atalanta.html": b"Atalanta",
    "teams/atalanta/2020-21.html": b"season",
    "matches/2021/2021-02-10-atalanta-napoli.html": b"3-1",
}


def codes(refused: pytest.ExceptionInfo[OutputRefused]) -> list[str]:
    return [f"{problem.code} {problem.place}" for problem in refused.value.problems]


def ledger_of(site: Path) -> Ledger:
    return read_ledger(str(site / "output/.site-builder/ledger.jsonl"))


def test_a_first_build_writes_every_page_and_a_second_one_none(tmp_path: Path) -> None:
    first = build(tmp_path, SITE)
    times = {path: (tmp_path / "output" / path).stat().st_mtime_ns for path in SITE}
    second = build(tmp_path, SITE)
    assert tree(tmp_path / "output") == tree_of(SITE)
    assert (len(first.written), first.unchanged) == (5, 0)
    assert (second.written, second.removed, second.unchanged, second.problems) == ((), (), 5, ())
    assert {path: (tmp_path / "output" / path).stat().st_mtime_ns for path in SITE} == times


@given(
    st.sets(st.sampled_from(["a.html", "b/a.html", "b/c/a.html", "c/a.html", "d.html"]), min_size=1),
    st.sets(st.sampled_from(["a.html", "b/a.html", "b/c/a.html", "c", "d.html/e"])),
    st.sampled_from(["", "digest"]),
)
def test_a_glance_at_outermost_names_tells_what_a_look_at_every_path_does(paths: set[str], there: set[str], before: str) -> None:
    with tempfile.TemporaryDirectory() as root:
        for path in there:
            (Path(root) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(root) / path).write_bytes(b"theirs")
        rows = {path: Row(path, "key", 6, 1, digest(b"ours"), State.PENDING, before) for path in sorted(paths)}

        def changes() -> Changes:
            return changes_to(Ground(OutputFolder(root, "output"), Ledger()), rows, paths)

        found = changes()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Ground, "is_free", lambda *_: False)
            assert changes() == found


def moves(site: Path, pages: Pages) -> int:
    """How often a build of these pages puts something in place."""
    with disk_that_ends(0, End.NO_SPACE) as disk:
        build(site, pages)
    assert tree(site / "output") == tree_of(pages)
    return disk.names.count("replace")


def test_a_first_build_moves_folders_as_a_whole_but_not_over_those_that_stand(tmp_path: Path) -> None:
    more = {**SITE, **{f"teams/{number}/2020-21.html": b"season" for number in range(20)}}
    first = moves(tmp_path / "first", SITE)
    assert moves(tmp_path / "more", more) == first
    assert moves(tmp_path / "more", {path: data + b", again" for path, data in more.items()}) == first + len(more) - 4
    (tmp_path / "standing/output/.well-known").mkdir(parents=True)
    assert moves(tmp_path / "standing", {**SITE, ".well-known/a.txt": b"a", ".well-known/b.txt": b"b"}) == first + 2


def test_an_idle_build_does_not_touch_the_ledger(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    before = (tmp_path / "output/.site-builder/ledger.jsonl").stat()
    build(tmp_path, SITE)
    after = (tmp_path / "output/.site-builder/ledger.jsonl").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_page_made_again_for_nothing_changes_nothing(tmp_path: Path) -> None:
    row = build(tmp_path, SITE).ledger.rows["index.html"]
    with open_output(tmp_path / "output", tmp_path) as folder, open_staging(folder) as staging:
        ledger = folder.ledger()
        published = publish(folder, ledger, staging, [staging.stage("index.html", row.key, b"latest")], SITE.keys())
    assert published.ledger is ledger
    assert ledger_of(tmp_path) == ledger


def test_a_change_of_the_same_size_is_written(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    published = build(tmp_path, {**SITE, "matches/2021/2021-02-10-atalanta-napoli.html": b"3-2"})
    assert published.written == ("matches/2021/2021-02-10-atalanta-napoli.html",)
    assert (tmp_path / "output/matches/2021/2021-02-10-atalanta-napoli.html").read_bytes() == b"3-2"


def test_pages_no_longer_planned_go_with_the_folders_that_held_nothing_else(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/teams/notes.txt").write_bytes(b"mine")
    (tmp_path / "output/mine").mkdir()
    published = build(tmp_path, {"index.html": b"latest"})
    assert published.removed == tuple(sorted(SITE.keys() - {"index.html"}))
    assert tree(tmp_path / "output") == {"index.html": b"latest", "mine": None, "teams": None, "teams/notes.txt": b"mine"}


def test_a_new_tool_that_gives_the_same_bytes_leaves_the_files_and_notes_the_key(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    times = {path: (tmp_path / "output" / path).stat().st_mtime_ns for path in SITE}
    published = build(tmp_path, SITE, tool="2")
    assert (published.written, published.unchanged) == ((), 5)
    assert {path: (tmp_path / "output" / path).stat().st_mtime_ns for path in SITE} == times
    assert build(tmp_path, SITE, tool="2").ledger == ledger_of(tmp_path)


def test_a_page_that_comes_out_as_it_stands_is_not_even_staged(tmp_path: Path) -> None:
    standing = build(tmp_path, SITE).ledger.rows["index.html"]
    with open_output(tmp_path / "output", tmp_path) as folder, open_staging(folder) as staging:
        same = staging.stage("index.html", "new key", b"latest", standing)
        assert list(Path(staging.folder).iterdir()) == []
        published = publish(folder, folder.ledger(), staging, [same], None)
        assert published.written == ()
        assert published.ledger.rows["index.html"] == Row(**{**structs.asdict(standing), "key": "new key"})
        (tmp_path / "output/index.html").write_bytes(b"edited meanwhile")
        with pytest.raises(OutputFailed, match=r"^output/index\.html was changed by somebody else while the build ran") as failed:
            publish(folder, folder.ledger(), staging, [same], None)
    assert not failed.value.is_touched
    assert (tmp_path / "output/index.html").read_bytes() == b"edited meanwhile"


def test_a_deleted_output_is_written_again_as_it_was(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    shutil.rmtree(tmp_path / "output")
    assert len(build(tmp_path, SITE).written) == 5


def test_a_deleted_page_is_written_again_without_a_word(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/feed.xml").unlink()
    published = build(tmp_path, SITE)
    assert (published.written, published.problems) == (("feed.xml",), ())


def test_a_page_edited_by_hand_is_written_anew_with_a_warning(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/index.html").write_bytes(b"edited by hand")
    published = build(tmp_path, SITE)
    assert tree(tmp_path / "output") == tree_of(SITE)
    assert [(problem.code, str(problem.place)) for problem in published.problems] == [("output-edited", "output/index.html")]
    assert build(tmp_path, SITE).problems == ()


def test_a_page_only_touched_is_looked_at_and_left(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    os.utime(tmp_path / "output/index.html", ns=(1, 1))
    published = build(tmp_path, SITE)
    assert (published.written, published.problems) == ((), ())
    assert (tmp_path / "output/index.html").stat().st_mtime_ns == 1
    assert ledger_of(tmp_path).rows["index.html"].mtime_ns == 1


def test_an_edit_that_restores_size_and_time_is_found_by_verify_only(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    page = tmp_path / "output/index.html"
    times = page.stat()
    page.write_bytes(b"LATEST")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert build(tmp_path, SITE).written == ()
    published = build(tmp_path, SITE, verify=True)
    assert published.written == ("index.html",)
    assert [problem.code for problem in published.problems] == ["output-edited"]
    assert page.read_bytes() == b"latest"


def test_a_page_edited_by_hand_stays_when_it_is_no_longer_planned_and_is_named_every_time(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/feed.xml").write_bytes(b"<feed>mine</feed>")
    rest = {path: data for path, data in SITE.items() if path != "feed.xml"}
    for _ in range(2):
        published = build(tmp_path, rest)
        assert published.removed == ()
        assert [(problem.code, str(problem.place)) for problem in published.problems] == [("output-left", "output/feed.xml")]
    assert (tmp_path / "output/feed.xml").read_bytes() == b"<feed>mine</feed>"
    (tmp_path / "output/feed.xml").unlink()
    assert build(tmp_path, rest).problems == ()
    assert "feed.xml" not in ledger_of(tmp_path).rows


def test_a_page_becomes_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    flat = {"a": b"file", "b/x.html": b"x", "b/c/y.html": b"y"}
    deep = {"a/b/x.html": b"x", "b": b"file"}
    for pages in (flat, deep, flat):
        build(tmp_path, pages)
        assert tree(tmp_path / "output") == tree_of(pages)


def test_a_file_that_becomes_a_folder_but_was_edited_stays_and_stops_everything(tmp_path: Path) -> None:
    build(tmp_path, {"a": b"file"})
    (tmp_path / "output/a").write_bytes(b"edited")
    with pytest.raises(OutputRefused) as refused:
        build(tmp_path, {"a/x.html": b"x"})
    assert codes(refused) == ["output-in-the-way output/a"]


def test_what_is_staged_beside_the_plan_or_outside_the_output_is_a_fault_of_the_program(tmp_path: Path) -> None:
    with open_output(tmp_path / "output", tmp_path) as folder, open_staging(folder) as staging:
        for path in ("../out.html", "/out.html", ".site-builder/ledger.jsonl", "a//b", "a\0b", "C:/x", "a\\b", "\ud800"):
            row = staging.stage(path, "key", b"data")
            with pytest.raises(ValueError, match="staged, but"):
                publish(folder, folder.ledger(), staging, [row], {path})
        with pytest.raises(ValueError, match="staged, but"):
            publish(folder, folder.ledger(), staging, [staging.stage("a", "key", b"data")], set())
    assert tree(tmp_path / "output") == {}
    assert not (tmp_path / "out.html").exists()


def test_a_plan_with_a_page_that_nobody_made_is_a_fault_of_the_program(tmp_path: Path) -> None:
    build(tmp_path, {"a": b"a"})
    with open_output(tmp_path / "output", tmp_path) as folder, open_staging(folder) as staging:
        with pytest.raises(ValueError, match="neither staged nor finished"):
            publish(folder, folder.ledger(), staging, [], {"a", "b"})
        row = staging.stage("a", "key", b"data")
        pending = Ledger({"a": row}, unfinished=frozenset({"a"}))
        for planned in ({"a"}, None):
            with pytest.raises(ValueError, match="never finished"):
                publish(folder, pending, staging, [], planned)
    assert row.state is State.PENDING


def test_without_a_plan_everything_stays_that_is_not_staged(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    with open_output(tmp_path / "output", tmp_path) as folder, open_staging(folder) as staging:
        published = publish(folder, folder.ledger(), staging, [staging.stage("index.html", "key", b"newer")], None)
    assert (published.written, published.removed, published.unchanged) == (("index.html",), (), 4)
    assert tree(tmp_path / "output") == tree_of({**SITE, "index.html": b"newer"})


def test_a_ledger_that_leads_out_of_the_output_removes_nothing_there(tmp_path: Path) -> None:
    build(tmp_path, {"a": b"a"})
    (tmp_path / "diary.txt").write_bytes(b"mine")
    with open_output(tmp_path / "output", tmp_path) as folder, open_staging(folder) as staging:
        row = staging.stage("../diary.txt", "key", b"mine")
        published = publish(folder, Ledger({"../diary.txt": row}), staging, [], set())
    assert published.removed == ()
    assert (tmp_path / "diary.txt").read_bytes() == b"mine"
