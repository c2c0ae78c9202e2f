"""Verifying traces: what each page of the last build was made from, kept so that an edit finds the pages it concerns.

A trace is never trusted by itself. It says: *this render key was right for what
these cells held*. The caller knows which cells hold something else now, and
`Traces.readers` finds who read them, through rules, up to pages; every other
page whose file bears the render key of its trace is as it should be. A trace
that is missing, or whose render key is not that of the file, costs a rendering
and nothing else.

Traces are kept in *blocks*, one for each batch of pages, as they came from the
processes that made them. A block has a small filter of the cells in it, so that
looking for a cell reads only the blocks that may hold it. Of two records of one
name the one in the later block counts. On disk blocks lie in segments (`kept`),
whole or not used.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from site_builder.incremental.recorder import Record, Recorded, What

_FILTER_BITS = 1 << 17
_CELL = struct.Struct("<Q")
_encoder = msgspec.msgpack.Encoder()


class Block(msgspec.Struct, frozen=True, array_like=True):
    """The records of some pages and of the rules that were computed for them, in their encoded form."""

    records: bytes
    filter: bytes
    cells: bytes


_records = msgspec.msgpack.Decoder(tuple[Record, ...])
_block = msgspec.msgpack.Decoder(Block)


def encoded(recorded: Recorded) -> bytes:
    """A block, on its way from the process that made it."""
    bits = bytearray(_FILTER_BITS // 8)
    cells = array("Q", recorded.cells)
    for cell in set(cells):
        place = cell & (_FILTER_BITS - 1)
        bits[place >> 3] |= 1 << (place & 7)
    if sys.byteorder == "big":
        cells.byteswap()
    return _encoder.encode(Block(_encoder.encode(recorded.records), bytes(bits), cells.tobytes()))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A block that can be searched: ``ends`` are where the cells of each record end."""

    records: tuple[Record, ...]
    ends: tuple[int, ...]
    filter: bytes
    cells: bytes

    def readers(self, cell: int) -> Iterator[Record]:
        """The records that read a cell."""
        place = cell & (_FILTER_BITS - 1)
        if not self.filter[place >> 3] & 1 << (place & 7):
            return
        wanted, start = _CELL.pack(cell), -1
        while (start := self.cells.find(wanted, start + 1)) >= 0:
            if not start % _CELL.size:
                yield self.records[bisect_right(self.ends, start // _CELL.size)]

    def cells_of(self, index: int) -> tuple[int, ...]:
        """What one record read."""
        start = self.ends[index - 1] if index else 0
        return tuple(number for (number,) in _CELL.iter_unpack(self.cells[start * 8 : self.ends[index] * 8]))


def _opened(data: bytes | memoryview) -> _Opened:
    block = _block.decode(data)
    records = _records.decode(block.records)
    return _Opened(records, tuple(accumulate(record.reads for record in records)), block.filter, block.cells)


class Traces:
    """The traces of a whole site; ``gone`` are pages in the blocks that the site has no more.

    Raises `msgspec.MsgspecError` for blocks that are none.
    """

    def __init__(self, blocks: Iterable[bytes | memoryview] = (), gone: Iterable[str] = ()) -> None:
        self.gone: frozenset[str] = frozenset(gone)
        self._take(blocks)

    def _take(self, blocks: Iterable[bytes | memoryview]) -> None:
        self.blocks: tuple[bytes | memoryview, ...] = tuple(blocks)
        self._opened = tuple(map(_opened, self.blocks))
        self._latest: dict[str, Record] = {}
        for block in self._opened:
            self._enter(block)
        for name in self.gone & self._latest.keys():
            del self._latest[name]

    def _enter(self, block: _Opened) -> None:
        self._latest.update([(record.name, record) for record in block.records])

    @property
    def pages(self) -> Mapping[str, Record]:
        """The records of pages, by path."""
        return {name: record for name, record in self._latest.items() if record.what is What.PAGE}

    def page(self, path: str) -> Record | None:
        """The record of a page."""
        record = self._latest.get(path)
        return record if record and record.what is What.PAGE else None

    def readers(self, cell: int) -> Iterator[Record]:
        """Who read a cell, each once: of records that others took the place of, nothing is told."""
        told: set[str] = set()
        for block in self._opened:
            for record in block.readers(cell):
                if self._latest.get(record.name) is record and record.name not in told:
                    told.add(record.name)
                    yield record

    def cells_of(self, name: str) -> tuple[int, ...]:
        """What a reader read; empty for one that is not known."""
        latest = self._latest.get(name)
        for block in reversed(self._opened):
            for index, record in enumerate(block.records):
                if record is latest:
                    return block.cells_of(index)
        return ()

    def add(self, blocks: Iterable[bytes]) -> None:
        """Take in the traces of pages made since."""
        for data in blocks:
            block = _opened(data)
            self.blocks += (data,)
            self._opened += (block,)
            self.gone -= {record.name for record in block.records}
            self._enter(block)

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget the pages that are no longer planned, and blocks of which nothing is left."""
        gone = {name for name, record in self._latest.items() if record.what is What.PAGE and name not in paths}
        self.gone |= gone
        kept = {id(record) for name, record in self._latest.items() if name not in gone}
        pairs = zip(self.blocks, self._opened, strict=True)
        self._take([data for data, block in pairs if any(id(record) in kept for record in block.records)])
