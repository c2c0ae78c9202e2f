"""A look at the output tells what stands as recorded, and names what nobody here wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from output_builds import build
from site_builder.output import files
from site_builder.output.faults import OutputFailed
from site_builder.output.folder import OutputFolder, check_output
from site_builder.output.ledger import Ledger
from site_builder.output.survey import Survey, is_current, remarks, survey

SITE = {"index.html": b"latest", "teams/a.html": b"a", ".well-known/security.txt": b"Contact: us"}


def look(site: Path, *, verify: bool = False) -> tuple[OutputFolder, Ledger, Survey]:
    folder = check_output(site / "output", site)
    ledger = folder.ledger()
    return folder, ledger, survey(folder, ledger, verify=verify)


def test_what_stands_as_recorded_is_intact_and_current_under_its_key(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    _, ledger, found = look(tmp_path)
    assert found == Survey(frozenset(SITE), ())
    key = ledger.rows["index.html"].key
    assert is_current("index.html", key, ledger, found)
    assert not is_current("index.html", "another key", ledger, found)
    assert not is_current("feed.xml", key, ledger, found)


def test_what_was_edited_touched_deleted_or_linked_is_not_intact(tmp_path: Path) -> None:
    pages = {f"{number}.html": b"page" for number in range(5)}
    build(tmp_path, pages)
    output = tmp_path / "output"
    (output / "0.html").write_bytes(b"longer")
    os.utime(output / "1.html", ns=(1, 1))
    (output / "2.html").unlink()
    (output / "3.html").rename(tmp_path / "moved")
    (output / "3.html").symlink_to(tmp_path / "moved")
    assert look(tmp_path)[2] == Survey(frozenset({"4.html"}), ())


def test_an_edit_that_keeps_size_and_time_is_seen_by_verify_only(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    page = tmp_path / "output/teams/a.html"
    times = page.stat()
    page.write_bytes(b"b")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert "teams/a.html" in look(tmp_path)[2].intact
    assert look(tmp_path, verify=True)[2].intact == SITE.keys() - {"teams/a.html"}


def test_strangers_are_named_in_order_but_not_what_hosts_want(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    output = tmp_path / "output"
    for path in ("z.txt", "teams/logo.svg", ".git/objects/ab", "CNAME", ".nojekyll", "teams/.DS_Store", ".well-known/mine"):
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(b"")
    (output / "link").symlink_to(tmp_path)
    (output / "caf\udce9.txt").write_bytes(b"")
    folder, ledger, found = look(tmp_path)
    assert found.strangers == ("caf\udce9.txt", "link", "teams/logo.svg", "z.txt")
    (remark,) = remarks(folder, ledger.damage, found.strangers)
    assert (remark.code, str(remark.place), remark.is_error) == ("output-stranger", "output", False)
    assert remark.message == (
        "the output holds 4 files that no build wrote, and that stay: caf\\udce9.txt, link, teams/logo.svg, z.txt"
    )


def test_one_stranger_is_one(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/logo.svg").write_bytes(b"")
    folder, ledger, found = look(tmp_path)
    (remark,) = remarks(folder, ledger.damage, found.strangers)
    assert remark.message == "the output holds a file that no build wrote, and that stays: logo.svg"
    assert "the same place in `content/`" in remark.fix


def test_many_strangers_are_counted_and_some_are_named(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    for number in range(9):
        (tmp_path / f"output/{number}.txt").write_bytes(b"")
    folder, ledger, found = look(tmp_path)
    (remark,) = remarks(folder, ledger.damage, found.strangers)
    assert "9 files" in remark.message
    assert remark.message.endswith("0.txt, 1.txt, 2.txt, 3.txt, 4.txt …")


def test_a_damaged_ledger_is_remarked_with_its_reason(tmp_path: Path) -> None:
    build(tmp_path, SITE)
    (tmp_path / "output/.site-builder/ledger.jsonl").write_bytes(b"")
    folder, ledger, found = look(tmp_path)
    assert found.intact == frozenset()
    (remark,) = remarks(folder, ledger.damage, (path for path in found.strangers if path not in SITE))
    assert (remark.code, str(remark.place)) == ("output-ledger", "output/.site-builder/ledger.jsonl")
    assert remark.message == "the record of what was built is of no use: it cannot be read"


def test_an_output_that_cannot_be_read_fails_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, SITE)

    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    folder, ledger, _ = look(tmp_path)
    monkeypatch.setattr(files, "contents", refuse)
    with pytest.raises(OutputFailed, match="output cannot be read: Permission denied"):
        survey(folder, ledger)


def test_few_open_files_are_enough_for_deep_folders(tmp_path: Path) -> None:
    deep = {"/".join(["d"] * depth) + "/x": b"x" for depth in range(1, 60)}
    build(tmp_path, deep)
    held = [os.open(tmp_path, os.O_RDONLY) for _ in range(3)]
    highest = max(held)
    for number in held:
        os.close(number)
    opened: list[int] = []
    really_open = os.open

    def open_and_count(path: str, flags: int) -> int:
        opened.append(really_open(path, flags))
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", open_and_count)
        assert len(look(tmp_path)[2].intact) == 59
    assert len(opened) >= 60
    assert max(opened) <= highest
