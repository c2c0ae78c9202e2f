"""Whatever becomes of what saves time (cut, altered, older, newer, of another site), the site is that of a clean build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from builders import TestSite, report
from figures import IS_FULL, Figures
from old_and_new import EDITED, Room
from site_builder.incremental.fingerprint import digest

CACHE = ".site-builder-cache"


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def altered(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def doubled(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def foreign(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


DAMAGES = (emptied, cut, altered, doubled, foreign, a_folder, a_link_to_itself)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return Room(tmp_path_factory.mktemp("cache"))


def files_of(site: TestSite) -> list[Path]:
    return sorted(path for path in (site.folder / CACHE).rglob("*") if path.is_file() and path.name != ".gitignore")


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_files_cost_a_whole_build_at_most(room: Room, damage: Callable[[Path], None], figures: Figures) -> None:
    names = [path.relative_to(room.first.folder) for path in files_of(room.first)]
    assert {name.parts[1] for name in names} >= {"last", "parsed", "pictures"}
    # Here all of them at once; at length, each by itself as well.
    for harmed in [names, *([[name] for name in names] if IS_FULL else [])]:
        site = room.attempt()
        for name in harmed:
            damage(site.folder / name)
        site.build()
        room.holds(site, None, harmed)
        figures.add("faults: damaged, foreign, older and newer caches", 1)


def test_it_is_told_in_one_line_and_only_once(room: Room) -> None:
    site = room.attempt()
    altered(site.folder / CACHE / "last/head.msgpack")
    said = [site.command("build", "--jobs", "1").stdout for _ in range(2)]
    assert [text.count("What was remembered of the last build was of no use") for text in said] == [1, 0]
    assert said[0].count("\n") == 1
    room.holds(site, None, "head")


def test_a_head_of_another_version_counts_for_nothing(room: Room) -> None:
    site = room.attempt()
    head = site.folder / CACHE / "last/head.msgpack"
    outside = {"known": None, "cells": "../../../etc/passwd", "traces": "x"}
    heads: tuple[object, ...] = ({"known": {"version": "9"}, "novel": [1]}, [], outside)
    for later in heads:
        data = msgspec.msgpack.encode(later)
        head.write_bytes(digest(data).encode() + data)
        site.build()
        room.holds(site, None, later)


def test_an_older_a_newer_and_another_sites_cache_make_nothing_wrong(room: Room, tmp_path: Path, figures: Figures) -> None:
    site = room.attempt()
    older = tmp_path / "older"
    shutil.copytree(site.folder / CACHE, older)
    site.build()
    newer = tmp_path / "newer"
    shutil.copytree(site.folder / CACHE, newer)
    stranger = TestSite(tmp_path / "stranger")
    stranger.write({EDITED: report("Lazio", "Roma"), "site.toml": 'title = "Another"\n'}).build()
    before = (site.folder / EDITED).read_bytes()
    for cache in (older, newer, stranger.folder / CACHE, older):
        shutil.rmtree(site.folder / CACHE)
        shutil.copytree(cache, site.folder / CACHE)
        site.build()
        room.holds(site, None, cache)
        site.write({EDITED: report(score="9-9")}).build()
        assert "9–9" in site.page("index.html")
        site.write({EDITED: before}).build()
        room.holds(site, None, cache)
        figures.add("faults: damaged, foreign, older and newer caches", 1)
    moved = room.attempt()
    shutil.rmtree(moved.folder / CACHE)
    shutil.copytree(newer, moved.folder / CACHE)  # newer than this output: what it says was made is not there
    moved.build()
    room.holds(moved, None, "newer than the output")


def test_damaged_code_of_templates_is_compiled_anew(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    room.attempt().build()
    codes = sorted(tmp_path.rglob("*.code"))
    assert codes
    for damage in (altered, foreign):
        for path in codes:
            damage(path)
        site = room.attempt()
        site.write({"site.toml": ""}).build()
        room.holds(site, None, damage)
