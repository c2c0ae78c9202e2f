"""Files of which each value is read and verified by itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.drawers import Drawers, write_drawers

VALUES = {b"one": b"1", b"none": b"", b"many": b"9" * 5000}


def test_values_are_found_by_their_keys(tmp_path: Path) -> None:
    found = Drawers(write_drawers(tmp_path, "box", VALUES))
    assert {key: found.find(key) for key in found} == VALUES
    assert (len(found), b"one" in found, b"two" in found, found.find(b"two"), found.size(b"many")) == (3, True, False, None, 5000)
    assert found.is_sound


def test_the_same_values_have_the_same_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = write_drawers(tmp_path, "box", VALUES)
    assert write_drawers(tmp_path, "box", VALUES) == path
    assert write_drawers(tmp_path, "box", {**VALUES, b"one": b"2"}) != path
    assert len(list(tmp_path.iterdir())) == 2


def test_only_what_is_asked_for_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Drawers(write_drawers(tmp_path, "box", VALUES))
    read: list[int] = []

    def counted(file: int, size: int, start: int, real: object = os.pread) -> bytes:
        read.append(size)
        assert callable(real)
        data: bytes = real(file, size, start)
        return data

    monkeypatch.setattr(os, "pread", counted)
    found.find(b"one")
    found.find(b"two")
    assert read == [1]


def test_a_harmed_value_is_none_and_the_others_stay(tmp_path: Path) -> None:
    path = write_drawers(tmp_path, "box", VALUES)
    path.write_bytes(path.read_bytes()[:-1])
    found = Drawers(path)
    assert (found.find(b"one"), found.is_sound) == (b"1", True)
    assert (found.find(b"many"), found.is_sound) == (None, False)


@pytest.mark.parametrize("data", [b"", b"\xff" * 8, b"\xff" * 100, bytes(8), b"no list at all"])
def test_a_file_whose_name_does_not_vouch_for_its_list_is_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / f"{'0' * 32}.box"
    path.write_bytes(data)
    with pytest.raises(ValueError, match="0000"):
        Drawers(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "whatever")
    with pytest.raises(ValueError, match="whatever"):
        Drawers(tmp_path / "whatever")


def test_a_file_that_is_deleted_meanwhile_can_still_be_read_and_is_closed_in_the_end(tmp_path: Path) -> None:
    path = write_drawers(tmp_path, "box", VALUES)
    found = Drawers(path)
    path.unlink()
    file = next(number for number in range(3, 200) if _is_open_at(number, "box"))
    assert found.find(b"many") == VALUES[b"many"]
    del found
    assert not _is_open_at(file, "box")


def _is_open_at(number: int, suffix: str) -> bool:
    try:
        return f".{suffix}" in str(Path(f"/proc/self/fd/{number}").readlink())
    except OSError:
        return False
