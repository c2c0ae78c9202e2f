"""Whatever became of the cache on disk, a read costs time and gives the same: what was harmed is read anew, once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cached_reading import Reader, kept_under, named_by_its_bytes, only_segment
from site_builder.content.parse_cache import ParseCache
from site_builder.drawers import Drawers, write_drawers


def _truncated(segment: Path) -> None:
    segment.write_bytes(segment.read_bytes()[:-20])


def _one_bit_of_a_value_altered(segment: Path) -> None:
    data = bytearray(segment.read_bytes())
    data[-1] ^= 1
    segment.write_bytes(data)


def _one_bit_of_the_list_altered(segment: Path) -> None:
    data = bytearray(segment.read_bytes())
    data[20] ^= 1
    segment.write_bytes(data)


def _longer(segment: Path) -> None:
    segment.write_bytes(segment.read_bytes() * 2)


def _emptied(segment: Path) -> None:
    segment.write_bytes(b"")


def _foreign(segment: Path) -> None:
    segment.unlink()
    named_by_its_bytes(segment.parent, b"SQLite format 3\x00 or whatever else")


def _no_list(segment: Path) -> None:
    segment.unlink()
    listed = msgspec.msgpack.encode(["a", "list"])
    named_by_its_bytes(segment.parent, len(listed).to_bytes(8, "little") + listed)


def _values_of_another_shape(segment: Path) -> None:
    keys = list(Drawers(segment))
    segment.unlink()
    shapes = (b"", b"\xc1", b"\xc0", msgspec.msgpack.encode([{"path": 7}, []]))
    write_drawers(segment.parent, "msgpack", {key: shapes[number % 4] for number, key in enumerate(keys)})


def _a_pipe(segment: Path) -> None:
    segment.unlink()
    os.mkfifo(segment)


def _gone(segment: Path) -> None:
    segment.unlink()


DAMAGES = {
    _truncated: 1,
    _one_bit_of_a_value_altered: 1,
    _one_bit_of_the_list_altered: 4,
    _longer: 0,
    _emptied: 4,
    _foreign: 4,
    _no_list: 4,
    _values_of_another_shape: 4,
    _a_pipe: 4,
    _gone: 4,
}
"""How many of the four files each costs the reading of."""


@pytest.mark.parametrize(("damage", "harmed"), DAMAGES.items(), ids=[damage.__name__.strip("_") for damage in DAMAGES])
def test_a_damaged_cache_costs_the_reading_of_what_was_harmed(
    damage: Callable[[Path], None], harmed: int, reader: Reader
) -> None:
    reader()
    damage(only_segment(reader.cache))
    assert len(reader.again()) == harmed
    assert reader.again() == []


def test_a_folder_in_the_place_of_a_segment_costs_only_time(reader: Reader) -> None:
    reader()
    segment = only_segment(reader.cache)
    segment.unlink()
    segment.mkdir()
    assert len(reader.again()) == 4
    assert len(reader.again()) == 4
    assert segment.is_dir()


@given(place=st.integers(0), bits=st.integers(1, 255))
def test_no_altered_byte_goes_unnoticed(tmp_path_factory: pytest.TempPathFactory, place: int, bits: int) -> None:
    cache = tmp_path_factory.mktemp("cache")
    ParseCache(cache).settle((), {b"a": b"one", b"b": b"two"})
    segment = only_segment(cache)
    data = bytearray(segment.read_bytes())
    data[place % len(data)] ^= bits
    segment.write_bytes(data)
    found = kept_under(cache, b"a", b"b")
    assert None in found
    assert all(value in (None, own) for value, own in zip(found, (b"one", b"two"), strict=True))
