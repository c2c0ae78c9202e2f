"""Verifying traces: what each page of the last build was made from, kept so that an edit finds the pages it concerns.

A trace is never trusted by itself. It says: *this render key was right for what
these cells held*. The caller knows which cells hold something else now, and
`Traces.readers` finds who read them, through rules, up to pages; every other
page whose file bears the render key of its trace is as it should be. A trace
that is missing, or whose render key is not that of the file, costs a rendering
and nothing else.

Traces are kept in *blocks*, one for each batch of pages, as they came from the
processes that made them. A block has a small filter of the cells in it, so that
looking for a cell opens only the blocks that may hold it, and a build after one
edit opens few of some hundred. Of two records of one name the one in the later
block counts; the places of the others are kept beside the blocks (`dead`).
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from itertools import accumulate, chain

import msgspec

from site_builder.incremental.recorder import Record, Recorded, What

_FILTER_BITS = 1 << 16
_DEAD, _FILTERS = b"dead", b"filters"
_encoder = msgspec.msgpack.Encoder()


class Block(msgspec.Struct, frozen=True, array_like=True):
    """The records of some pages and of the rules that were computed for them, in their encoded form.

    ``starts`` says of each record where it begins in ``records``, which it ends,
    so that one can be opened alone. ``cells`` are all that were read, each once, in
    order; ``firsts`` says of each where its readers begin in ``readers``, which are
    the places of records, and ends it.
    """

    records: memoryview
    starts: memoryview
    filter: memoryview
    cells: memoryview
    firsts: memoryview
    readers: memoryview


_record = msgspec.msgpack.Decoder(Record)
_block = msgspec.msgpack.Decoder(Block)
_dead = msgspec.msgpack.Decoder(tuple[tuple[int, ...], ...])
_filters = msgspec.msgpack.Decoder(tuple[memoryview, ...])


def encoded(recorded: Recorded) -> bytes:
    """A block, on its way from the process that made it."""
    readers = _readers(recorded)
    bits = bytearray(_FILTER_BITS // 8)
    for cell in readers:
        place = cell & (_FILTER_BITS - 1)
        bits[place >> 3] |= 1 << (place & 7)
    cells = sorted(readers)
    lists = [readers[cell] for cell in cells]
    records = [_encoder.encode(record) for record in recorded.records]
    starts = array("I", accumulate(map(len, records), initial=0))
    firsts = array("I", accumulate(map(len, lists), initial=0))
    numbers = (array("Q", cells), firsts, array("I", chain.from_iterable(lists)))
    return _encoder.encode((b"".join(records), _as_bytes(starts), bits, *map(_as_bytes, numbers)))


def _readers(recorded: Recorded) -> dict[int, list[int]]:
    """The places of the records that read each cell."""
    found: dict[int, list[int]] = {}
    start, cells = 0, array("Q", recorded.cells)
    for place, record in enumerate(recorded.records):
        end = start + record.reads
        for cell in cells[start:end]:
            if cell in found:
                found[cell].append(place)
            else:
                found[cell] = [place]
        start = end
    return found


def _as_bytes(numbers: array[int]) -> bytes:
    """Numbers as every machine writes them here: the least byte first."""
    return _turned(numbers).tobytes()


def _numbers(data: memoryview, kind: str = "I") -> array[int]:
    """The reverse."""
    numbers = array(kind)
    numbers.frombytes(data)
    return _turned(numbers)


def _turned(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class _Shelved:
    """A block that is opened as far as somebody asks; ``dead`` are the places of records that count no more."""

    def __init__(self, take: Callable[[], bytes | memoryview], bits: memoryview, dead: Iterable[int] = ()) -> None:
        """``take`` gives the block, ``bits`` are its filter."""
        self.filter = bits
        self.dead = frozenset(dead)
        self._take = take
        self._opened: dict[int, Record] = {}

    @cached_property
    def data(self) -> bytes | memoryview:
        """The block as it came."""
        return self._take()

    @cached_property
    def _block(self) -> Block:
        return _block.decode(self.data)

    @property
    def size(self) -> int:
        """How many records there are, those that count no more among them."""
        return len(self._starts) - 1

    def record(self, index: int) -> Record:
        """The one in a place."""
        if index not in self._opened:
            start, end = self._starts[index : index + 2]
            self._opened[index] = _record.decode(self._block.records[start:end])
        return self._opened[index]

    @property
    def records(self) -> Iterator[Record]:
        """All of them."""
        return map(self.record, range(self.size))

    @cached_property
    def _starts(self) -> array[int]:
        return _numbers(self._block.starts)

    @cached_property
    def _cells(self) -> array[int]:
        return _numbers(self._block.cells, "Q")

    @cached_property
    def _firsts(self) -> array[int]:
        return _numbers(self._block.firsts)

    @cached_property
    def _readers(self) -> array[int]:
        return _numbers(self._block.readers)

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


def _at_hand(data: bytes | memoryview, dead: Iterable[int] = ()) -> _Shelved:
    return _Shelved(lambda: data, _block.decode(data).filter, dead)


class Traces:
    """The traces of a whole site; ``dead`` are for each block the places in it that count no more.

    Raises `msgspec.MsgspecError` for blocks that are none, then or when one is opened.
    """

    def __init__(self, blocks: Iterable[bytes | memoryview] = (), dead: Sequence[Sequence[int]] = ()) -> None:
        taken = tuple(blocks)
        self._shelf = tuple(_at_hand(*one) for one in zip(taken, dead or [()] * len(taken), strict=True))
        self._newer: dict[str, int] = {}

    @classmethod
    def kept_in(cls, parts: Mapping[bytes, bytes]) -> Traces:
        """The reverse of `parts`: a block is taken out when somebody looks for what may be in it."""
        dead, filters = _dead.decode(parts[_DEAD]), _filters.decode(parts[_FILTERS])
        traces = cls()
        traces._shelf = tuple(
            _Shelved(partial(parts.__getitem__, b"%d" % number), *of_block)
            for number, of_block in enumerate(zip(filters, dead, strict=True))
        )
        return traces

    @property
    def parts(self) -> dict[bytes, bytes | memoryview]:
        """For the disk: each block, and what one needs to know of all of them."""
        blocks = {b"%d" % number: block.data for number, block in enumerate(self._shelf)}
        return {_DEAD: _encoder.encode(self.dead), _FILTERS: _encoder.encode(self._filters), **blocks}

    @property
    def blocks(self) -> tuple[bytes | memoryview, ...]:
        """As they came."""
        return tuple(block.data for block in self._shelf)

    @property
    def dead(self) -> tuple[tuple[int, ...], ...]:
        """For each block the places in it that count no more."""
        if self._newer:
            self._bury(self._latest.values())
        return tuple(tuple(sorted(block.dead)) for block in self._shelf)

    @cached_property
    def _latest(self) -> dict[str, tuple[int, int]]:
        """Where each record lies that counts: its block, and its place in that."""
        return {record.name: (at, index) for at, block in enumerate(self._shelf) for index, record in block.living()}

    @property
    def pages(self) -> Mapping[str, Record]:
        """The records of pages, by path."""
        found = ((name, self._shelf[at].record(index)) for name, (at, index) in self._latest.items())
        return {name: record for name, record in found if record.what is What.PAGE}

    def page(self, path: str) -> Record | None:
        """The record of a page."""
        at, index = self._latest.get(path, (0, -1))
        record = self._shelf[at].record(index) if index >= 0 else None
        return record if record and record.what is What.PAGE else None

    def readers(self, cell: int) -> Iterator[Record]:
        """Who read a cell, each once: of records that others took the place of, nothing is told."""
        told: set[str] = set()
        place = cell & (_FILTER_BITS - 1)
        byte, bit = place >> 3, 1 << (place & 7)
        # Asked for each of a thousand cells, in each of some hundred blocks: the filters are looked at before anything is called.
        for at in [at for at, bits in enumerate(self._filters) if bits[byte] & bit]:
            for record in self._shelf[at].readers(cell):
                if self._newer.get(record.name, at) == at and record.name not in told:
                    told.add(record.name)
                    yield record

    @property
    def _shelf(self) -> tuple[_Shelved, ...]:
        """The blocks."""
        return self._blocks

    @_shelf.setter
    def _shelf(self, blocks: tuple[_Shelved, ...]) -> None:
        self._blocks = blocks
        self._filters = [block.filter for block in blocks]

    def add(self, blocks: Iterable[bytes]) -> None:
        """Take in the traces of pages made since."""
        for data in blocks:
            block, at = _at_hand(data), len(self._shelf)
            self._shelf += (block,)
            self._newer.update((record.name, at) for record in block.records)
            # A long-lived recorder may have noted one part twice, the second time after more was forgotten.
            last = {record.name: index for index, record in enumerate(block.records)}
            block.dead = frozenset(range(block.size)) - frozenset(last.values())
            if "_latest" in self.__dict__:
                self._latest.update((record.name, (at, index)) for index, record in enumerate(block.records))

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget the pages that are no longer planned, what others took the place of, and blocks of which nothing is left."""
        is_page = What.PAGE
        places = self._latest.items()
        self._bury(p for name, p in places if name in paths or self._shelf[p[0]].record(p[1]).what is not is_page)
        self._shelf = tuple(block for block in self._shelf if len(block.dead) < block.size)
        self.__dict__.pop("_latest", None)

    def tidy(self, blocks: Iterable[bytes]) -> tuple[bytes, ...]:
        """Forget blocks of which nothing counts any more; gives those that are left of some that were added."""
        self._bury(self._latest.values())
        self._shelf = tuple(block for block in self._shelf if len(block.dead) < block.size)
        self.__dict__.pop("_latest", None)
        left = {id(block.data) for block in self._shelf}
        return tuple(block for block in blocks if id(block) in left)

    def _bury(self, living: Iterable[tuple[int, int]]) -> None:
        """Let nothing count but the records in these places."""
        kept: list[set[int]] = [set() for _ in self._shelf]
        for at, index in living:
            kept[at].add(index)
        for block, places in zip(self._shelf, kept, strict=True):
            block.dead = frozenset(range(block.size)) - places
        self._newer = {}
