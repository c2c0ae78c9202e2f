"""Blocks of traces: the records of some pages and of the rules that were computed for them, with the cells that they read.

A block is made where its pages are, and kept and sent as it is. It is opened as
far as somebody asks: whether a cell stands in it, who read that, what is told of
a reader. What becomes of blocks is `traces`' business.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain

import msgspec

from site_builder.incremental.recorder import Record, Recorded

FILTER_BITS = 1 << 16
_encoder = msgspec.msgpack.Encoder()
_Taking = Callable[[], bytes | memoryview]


class Block(msgspec.Struct, frozen=True, array_like=True):
    """What some pages read, and the rules that were computed for them: the ``cells``, each once, in order, and `Told` of them."""

    filter: memoryview
    cells: memoryview
    told: memoryview


class Told(msgspec.Struct, frozen=True, array_like=True):
    """The records of a block, in their encoded form, and who of them read a cell.

    ``starts`` says of each record where it begins in ``records``, which it ends,
    so that one can be opened alone. ``firsts`` says of each cell where its readers
    begin in ``readers``, which are the places of records, and ends it.
    """

    records: memoryview
    starts: memoryview
    firsts: memoryview
    readers: memoryview


_record = msgspec.msgpack.Decoder(Record)
_block = msgspec.msgpack.Decoder(Block)
_told = msgspec.msgpack.Decoder(Told)


def encoded(recorded: Recorded) -> bytes:
    """A block, on its way from the process that made it."""
    readers = _readers(recorded)
    bits = bytearray(FILTER_BITS // 8)
    for cell in readers:
        place = cell & (FILTER_BITS - 1)
        bits[place >> 3] |= 1 << (place & 7)
    cells = sorted(readers)
    lists = [readers[cell] for cell in cells]
    records = [_encoder.encode(record) for record in recorded.records]
    starts = array("I", accumulate(map(len, records), initial=0))
    firsts = array("I", accumulate(map(len, lists), initial=0))
    told = (b"".join(records), *map(_as_bytes, (starts, firsts, array("I", chain.from_iterable(lists)))))
    return _encoder.encode((bits, _as_bytes(array("Q", cells)), _encoder.encode(told)))


def _readers(recorded: Recorded) -> dict[int, list[int]]:
    """The places of the records that read each cell."""
    cells = array("Q", recorded.cells).tolist()
    found: dict[int, list[int]] = {cell: [] for cell in cells}
    start = 0
    for place, record in enumerate(recorded.records):
        end = start + record.reads
        for cell in cells[start:end]:
            found[cell].append(place)
        start = end
    return found


def _as_bytes(numbers: array[int]) -> bytes:
    """Numbers as every machine writes them here: the least byte first."""
    return _turned(numbers).tobytes()


def _numbers(data: bytes | memoryview, kind: str = "I") -> array[int]:
    """The reverse."""
    numbers = array(kind)
    numbers.frombytes(data)
    return _turned(numbers)


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Shelved:
    """A block that is opened as far as somebody asks; ``dead`` are the places of records that count no more."""

    def __init__(
        self, bits: memoryview, cells: _Taking, told: _Taking, dead: Iterable[int], data: bytes | memoryview = b""
    ) -> None:
        """``bits`` are its filter, ``cells`` and ``told`` give the rest of it, ``data`` is all of it if that is at hand."""
        self.filter = bits
        self.dead = frozenset(dead)
        self.take_cells = cells
        self.take_told = told
        self._data = data
        self._opened: dict[int, Record] = {}

    @property
    def data(self) -> bytes | memoryview:
        """The block as it came."""
        return self._data or _encoder.encode((self.filter, self.take_cells(), self.take_told()))

    @cached_property
    def _told(self) -> Told:
        return _told.decode(self.take_told())

    @property
    def size(self) -> int:
        """How many records there are, those that count no more among them."""
        return len(self._starts) - 1

    def record(self, index: int) -> Record:
        """The one in a place."""
        if index not in self._opened:
            start, end = self._starts[index : index + 2]
            self._opened[index] = _record.decode(self._told.records[start:end])
        return self._opened[index]

    @property
    def records(self) -> Iterator[Record]:
        """All of them."""
        return map(self.record, range(self.size))

    @cached_property
    def _starts(self) -> array[int]:
        return _numbers(self._told.starts)

    @cached_property
    def _cells(self) -> array[int]:
        return _numbers(self.take_cells(), "Q")

    @cached_property
    def _firsts(self) -> array[int]:
        return _numbers(self._told.firsts)

    @cached_property
    def _readers(self) -> array[int]:
        return _numbers(self._told.readers)

    def readers(self, cell: int) -> Iterator[Record]:
        """The records that read a cell and still count."""
        at = bisect_left(self._cells, cell)
        if at == len(self._cells) or self._cells[at] != cell:
            return iter(())
        places = self._readers[self._firsts[at] : self._firsts[at + 1]]
        return (self.record(index) for index in places if index not in self.dead)

    def living(self) -> Iterator[tuple[int, Record]]:
        """The records that count, with their places."""
        return ((index, record) for index, record in enumerate(self.records) if index not in self.dead)


def at_hand(data: bytes | memoryview, dead: Iterable[int] = ()) -> Shelved:
    """A block that came from where it was made. Raises `msgspec.MsgspecError` where it is none."""
    block = _block.decode(data)
    return Shelved(block.filter, lambda: block.cells, lambda: block.told, dead, data)
