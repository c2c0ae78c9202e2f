"""Whatever became of the cache on disk, a read costs time and gives the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cached_reading import Reader, named_by_its_bytes, only_segment
from site_builder.content.parse_cache import ParseCache


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
    named_by_its_bytes(segment.parent, b"SQLite format 3\x00 or whatever else")


def _no_map(segment: Path) -> None:
    segment.unlink()
    named_by_its_bytes(segment.parent, msgspec.msgpack.encode(["a", "list"]))


def _values_of_another_shape(segment: Path) -> None:
    entries = msgspec.msgpack.decode(segment.read_bytes(), type=dict[bytes, bytes])
    segment.unlink()
    shapes = (b"", b"\xc1", b"\xc0", msgspec.msgpack.encode([{"path": 7}, []]))
    altered = {key: shapes[number % 4] for number, key in enumerate(entries)}
    named_by_its_bytes(segment.parent, msgspec.msgpack.encode(altered))


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
    damage(only_segment(reader.cache))
    assert len(reader.again()) == 4
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
    assert ParseCache(cache).is_empty
