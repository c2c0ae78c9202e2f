"""What others put into the output stays, and what may have been theirs is not removed without proof."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from output_builds import build, remarked, tree, tree_of
from site_builder.output.faults import OutputRefused

SITE = {
    "index.html": b"latest",
    "feed.xml": b"<feed/>",
    "teams/atalanta.html": b"Atalanta",
    "teams/atalanta/2020-21.html": b"season",
    "matches/2021/2021-02-10-atalanta-napoli.html": b"3-1",
}


def codes(refused: pytest.ExceptionInfo[OutputRefused]) -> list[str]:
    return [f"{problem.code} {problem.place}" for problem in refused.value.problems]


def test_files_of_others_stay_and_are_named_but_for_those_that_hosts_want(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    others = {
        "CNAME": b"example.org",
        ".nojekyll": b"",
        ".git/HEAD": b"ref",
        "google1234.html": b"token",
        "teams/logo.svg": b"<svg/>",
    }
    for path, data in others.items():
        (tmp_path / "output" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "output" / path).write_bytes(data)
    assert remarked(tmp_path, SITE) == ["output-stranger"]
    build(tmp_path, {})
    assert {path: data for path, data in tree(tmp_path / "output").items() if data is not None} == others


def test_dot_files_and_cname_alone_are_not_worth_a_remark(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/CNAME").write_bytes(b"example.org")
    (tmp_path / "output/.nojekyll").write_bytes(b"")
    assert remarked(tmp_path, SITE) == []


def test_a_file_of_somebody_else_in_the_way_stops_everything(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/about.html").write_bytes(b"mine")
    before = tree(tmp_path / "output")
    with pytest.raises(OutputRefused) as refused:
        build(tmp_path, {"index.html": b"newer", "about.html": b"generated"})
    assert codes(refused) == ["output-in-the-way output/about.html"]
    assert tree(tmp_path / "output") == before
    assert build(tmp_path, SITE).written == ()


def test_a_file_of_somebody_else_with_the_very_bytes_is_taken_over(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/CNAME").write_bytes(b"example.org")
    published = build(tmp_path, {**SITE, "CNAME": b"example.org"})
    assert published.written == ()
    assert build(tmp_path, SITE).removed == ("CNAME",)


def test_a_parent_that_is_a_file_of_somebody_else_stops_everything(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": b"latest"})
    (tmp_path / "output/teams").write_bytes(b"mine")
    with pytest.raises(OutputRefused) as refused:
        build(tmp_path, SITE)
    assert codes(refused) == ["output-in-the-way output/teams"]
    assert tree(tmp_path / "output") == {"index.html": b"latest", "teams": b"mine"}


def test_a_folder_with_files_of_somebody_else_in_the_way_stops_everything(tmp_path: Path) -> None:
    build(tmp_path, {"index.html": b"latest"})
    (tmp_path / "output/feed.xml/deep").mkdir(parents=True)
    (tmp_path / "output/feed.xml/deep/mine.txt").write_bytes(b"mine")
    with pytest.raises(OutputRefused) as refused:
        build(tmp_path, SITE)
    assert codes(refused) == ["output-in-the-way output/feed.xml"]
    (tmp_path / "output/feed.xml/deep/mine.txt").unlink()
    build(tmp_path, SITE)
    assert tree(tmp_path / "output") == tree_of(SITE)


@pytest.mark.parametrize("inside", [True, False])
def test_a_link_among_the_folders_is_never_followed(tmp_path: Path, *, inside: bool) -> None:
    build(tmp_path, SITE)
    elsewhere = tmp_path / ("output/elsewhere" if inside else "elsewhere")
    (tmp_path / "output/teams").rename(elsewhere)
    (tmp_path / "output/teams").symlink_to(elsewhere)
    before = tree(elsewhere)
    with pytest.raises(OutputRefused) as refused:
        build(tmp_path, {**SITE, "teams/atalanta.html": b"newer"})
    assert codes(refused) == ["output-in-the-way output/teams"]
    published = build(tmp_path, {"index.html": b"latest"})
    assert tree(elsewhere) == before
    assert published.problems == ()
    assert set(published.ledger.rows) == {"index.html"}
    assert (tmp_path / "output/teams").is_symlink()


def test_a_link_that_took_a_pages_place_is_replaced_and_its_target_spared(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "diary.txt").write_bytes(b"mine")
    (tmp_path / "output/index.html").unlink()
    (tmp_path / "output/index.html").symlink_to(tmp_path / "diary.txt")
    published = build(tmp_path, SITE)
    assert [problem.code for problem in published.problems] == ["output-edited"]
    assert tree(tmp_path / "output") == tree_of(SITE)
    assert (tmp_path / "diary.txt").read_bytes() == b"mine"


def test_a_link_of_somebody_else_in_the_way_stops_everything(tmp_path: Path) -> None:
    build(tmp_path, {"feed.xml": b"<feed/>"})
    (tmp_path / "output/index.html").symlink_to(tmp_path / "nowhere")
    with pytest.raises(OutputRefused) as refused:
        build(tmp_path, SITE)
    assert codes(refused) == ["output-in-the-way output/index.html"]


def test_a_damaged_ledger_means_a_full_build_and_no_unproven_removal(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/mine.html").write_bytes(b"mine")
    (tmp_path / "output/.site-builder/ledger.jsonl").write_bytes(b'{"ledger":"site-builder","version":2,"rows":1}\n["x"]\n')
    pages = {"index.html": b"newer", "feed.xml": b"<feed/>"}
    assert remarked(tmp_path, pages) == ["output-ledger", "output-stranger"]
    published = build(tmp_path, pages)
    assert published.written == ("index.html",)
    assert {path: data for path, data in tree(tmp_path / "output").items() if data} == {**SITE, **pages, "mine.html": b"mine"}
    assert build(tmp_path, pages).written == ()


def test_rows_of_a_damaged_ledger_are_evidence_for_the_files_they_describe(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    ledger = tmp_path / "output/.site-builder/ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b'"feed.xml"', b'"feed.xmL"'))
    (tmp_path / "output/teams/atalanta.html").write_bytes(b"edited")
    published = build(tmp_path, {"index.html": b"latest"})
    assert published.removed == ("feed.xmL", "matches/2021/2021-02-10-atalanta-napoli.html", "teams/atalanta/2020-21.html")
    assert {path for path, data in tree(tmp_path / "output").items() if data} == {"index.html", "feed.xml", "teams/atalanta.html"}


def test_the_bytes_are_the_proof_where_the_ledger_is_damaged_not_size_and_time(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    page = tmp_path / "output/feed.xml"
    times = page.stat()
    page.write_bytes(b"<mine/>")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    ledger = tmp_path / "output/.site-builder/ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-2])
    build(tmp_path, {"index.html": b"latest"})
    assert tree(tmp_path / "output") == {"index.html": b"latest", "feed.xml": b"<mine/>"}
