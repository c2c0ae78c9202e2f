"""Blocks of traces: the records of some pages and of the rules that were computed for them, with the cells that they read.

A block is made where its pages are, and kept and sent as it is. It is opened as
far as somebody asks: whether a cell stands in it, who read that, what is told of
a reader. What becomes of blocks is `traces`' business.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate

import msgspec

from site_builder.incremental.recorder import Record, Recorded

PLACES = 1 << 16
"""So many bits a filter has: as many as two bytes can tell apart."""
MOST_CELLS = 10_000
"""So many cells a block has at most, if its first record does not have more: the filter of one with many would let all pass."""
_ONE = ord("1")
FEW_CELLS = MOST_CELLS // 8
"""A block of fewer is put together with others: each has a filter to be looked at and kept, whatever it holds."""
_CELL = 8
"""The bytes of a cell."""
_ASKED = 3
"""So many of a cell's four pairs of bytes a filter tells of."""
_encoder = msgspec.msgpack.Encoder()
_Taking = Callable[[], bytes | memoryview]


class Block(msgspec.Struct, frozen=True, array_like=True):
    """What some pages read, and the rules that were computed for them.

    ``cells`` are those that the records read, record after record as they came, and ``told`` is `Told` of
    these. ``filter`` tells of most cells that they are not among them (`asked_of_filters`).
    """

    filter: memoryview
    cells: memoryview
    told: memoryview


class Told(msgspec.Struct, frozen=True, array_like=True):
    """The records of a block, in their encoded form.

    ``starts`` says of each record where it begins in ``records``, and ends them, so
    that one can be opened alone. ``ends`` says of each behind which place its cells end.
    """

    records: memoryview
    starts: memoryview
    ends: memoryview


_record = msgspec.msgpack.Decoder(Record)
_block = msgspec.msgpack.Decoder(Block)
_told = msgspec.msgpack.Decoder(Told)


def encoded(recorded: Recorded) -> tuple[bytes, ...]:
    """Blocks, on their way from the process that made them: one, or some where more was read than one filter can tell of.

    They are made for each batch of pages, and few of them are opened after an edit: so who
    read a cell is found out when somebody asks.
    """
    ends = [0, *accumulate(len(read) // _CELL for read in recorded.cells)]
    records, cells = recorded.records, recorded.cells
    return tuple(_block_of(records[first:last], cells[first:last]) for first, last in _parts(ends))


def _parts(ends: list[int]) -> Iterator[tuple[int, int]]:
    """Where blocks begin and end, as places of records; ``ends`` are those of the records' cells, behind nought."""
    first, behind = 0, len(ends) - 1
    while first < behind:
        last = max(bisect_right(ends, ends[first] + MOST_CELLS) - 1, first + 1)
        yield first, last
        first = last


def _block_of(records: list[bytes], read: list[bytes]) -> bytes:
    starts = array("I", accumulate(map(len, records), initial=0))
    ends = array("I", accumulate(len(one) // _CELL for one in read))
    cells = b"".join(read)
    told = (b"".join(records), _as_bytes(starts), _as_bytes(ends))
    return _encoder.encode((_filter(cells), cells, _encoder.encode(told)))


def _filter(cells: bytes) -> bytes:
    """A bit for each of the first three pairs of bytes of a cell: who lacks one of these bits is not among the cells."""
    digits = bytearray(b"0") * PLACES
    pairs = _numbers(cells, "H")
    for at in range(_ASKED):
        for place in pairs[at :: _CELL // 2]:
            digits[place] = _ONE
    return int(digits, 2).to_bytes(PLACES // 8, "big")


def asked_of_filters(cell: bytes) -> list[tuple[int, int]]:
    """The bytes of a filter, and in each the bit, that are set where a cell may be in the block: none of them is clear."""
    return [(place >> 3, 128 >> (place & 7)) for place in struct.unpack("<3H2x", cell)]


def _as_bytes(numbers: array[int]) -> bytes:
    """Numbers as every machine writes them here: the least byte first."""
    return _turned(numbers).tobytes()


def _numbers(data: bytes | memoryview, kind: str = "I") -> array[int]:
    """The reverse."""
    return _turned(array(kind, bytes(data)))


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _places(wanted: bytes, cells: bytes) -> list[int]:
    """Where a cell stands in a list of cells."""
    found: list[int] = []
    at = cells.rfind(wanted)  # twice as fast as from the front
    while at >= 0:
        place, between = divmod(at, _CELL)
        if not between:  # and not the end of one with the beginning of the next
            found.append(place)
        at = cells.rfind(wanted, 0, at + _CELL - 1)
    return found[::-1]


class Shelved:
    """A block that is opened as far as somebody asks; ``dead`` are the places of records that count no more."""

    def __init__(
        self, bits: memoryview, cells: _Taking, told: _Taking, dead: Iterable[int], data: bytes | memoryview = b""
    ) -> None:
        """``bits`` are its filter, ``cells`` and ``told`` give the rest, ``data`` is all of it as it came, if that is at hand."""
        self.filter = bits
        self.dead = frozenset(dead)
        self.take_cells = cells
        self.take_told = told
        self.came = data
        self._opened: dict[int, Record] = {}

    @property
    def data(self) -> bytes | memoryview:
        """The block as it came."""
        return self.came or _encoder.encode((self.filter, self.take_cells(), self.take_told()))

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
    def _ends(self) -> array[int]:
        return _numbers(self._told.ends)

    @cached_property
    def _cells(self) -> bytes:
        return bytes(self.take_cells())

    def readers(self, cell: bytes) -> Iterator[Record]:
        """The records that read a cell and still count."""
        for place in _places(cell, self._cells):
            index = bisect_right(self._ends, place)
            if index not in self.dead:
                yield self.record(index)

    def living(self) -> Iterator[tuple[int, Record]]:
        """The records that count, with their places."""
        return ((index, record) for index, record in enumerate(self.records) if index not in self.dead)

    @property
    def holds_little(self) -> bool:
        """Whether less than half of it counts, or there never was much in it."""
        return 2 * len(self.dead) > self.size or sum(self._ends[-1:]) < FEW_CELLS

    def left(self) -> Iterator[tuple[bytes, bytes]]:
        """The records that count, as they are encoded, each with the cells that it read."""
        starts, ends = self._starts, (0, *self._ends)
        for index in range(self.size):
            if index not in self.dead:
                cells = self._cells[ends[index] * _CELL : ends[index + 1] * _CELL]
                yield bytes(self._told.records[starts[index] : starts[index + 1]]), cells


def at_hand(data: bytes | memoryview, dead: Iterable[int] = ()) -> Shelved:
    """A block that came from where it was made. Raises `msgspec.MsgspecError` where it is none."""
    block = _block.decode(data)
    return Shelved(block.filter, lambda: block.cells, lambda: block.told, dead, data)


def gathered(shelf: Iterable[Shelved]) -> tuple[Shelved, ...]:
    """Some blocks, without those of which nothing counts; what is left of those that hold little is put together at their end.

    No two of them may hold a record of one name that counts.
    """
    much: list[Shelved] = []
    little: list[Shelved] = []
    for block in shelf:
        if len(block.dead) < block.size:
            (little if block.holds_little else much).append(block)
    if len(little) == 1 and not little[0].dead:
        return (*much, *little)  # together already
    left = [one for block in little for one in block.left()]
    together = encoded(Recorded([record for record, _ in left], [cells for _, cells in left]))
    return (*much, *map(at_hand, together))
