"""Verifying traces: what each page of the last build was made from, kept so that an edit finds the pages it concerns.

A trace is never trusted by itself. It says: *this render key was right for what
these cells held*. The caller knows which cells hold something else now, and
`Traces.readers` finds who read them, through rules, up to pages; every other
page whose file bears the render key of its trace is as it should be. A trace
that is missing, or whose render key is not that of the file, costs a rendering
and nothing else.

Traces are kept in *blocks*, one for each batch of pages, as they came from the
processes that made them. A block has a small filter of the cells in it, and the
list of these: what is told of them is opened only where a cell stands in the list,
which after an edit is so in few of some hundred blocks. Of two records of one name the one in the later
block counts; the places of the others are kept beside the blocks (`dead`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial

import msgspec

from site_builder.incremental.blocks import Shelved, asked_of_filters, at_hand, gathered
from site_builder.incremental.recorder import Record, What

_DEAD, _FILTERS = b"dead", b"filters"
_encoder = msgspec.msgpack.Encoder()
_dead = msgspec.msgpack.Decoder(tuple[tuple[int, ...], ...])
_filters = msgspec.msgpack.Decoder(tuple[memoryview, ...])


class Traces:
    """The traces of a whole site; ``dead`` are for each block the places in it that count no more.

    Raises `msgspec.MsgspecError` for blocks that are none, then or when one is opened.
    """

    def __init__(self, blocks: Iterable[bytes | memoryview] = (), dead: Sequence[Sequence[int]] = ()) -> None:
        taken = tuple(blocks)
        self._shelf = tuple(at_hand(*one) for one in zip(taken, dead or [()] * len(taken), strict=True))
        self._newer: dict[str, int] = {}

    @classmethod
    def kept_in(cls, parts: Mapping[bytes, bytes]) -> Traces:
        """The reverse of `parts`: a block is taken out when somebody looks for what may be in it."""
        dead, filters = _dead.decode(parts[_DEAD]), _filters.decode(parts[_FILTERS])
        traces = cls()
        traces._shelf = tuple(
            Shelved(bits, partial(parts.__getitem__, b"cells %d" % at), partial(parts.__getitem__, b"told %d" % at), places)
            for at, (bits, places) in enumerate(zip(filters, dead, strict=True))
        )
        return traces

    @property
    def parts(self) -> dict[bytes, bytes | memoryview]:
        """For the disk: what one needs to know of all blocks, the cells of each, and what is told of them."""
        cells = {b"cells %d" % at: block.take_cells() for at, block in enumerate(self._shelf)}
        told = {b"told %d" % at: block.take_told() for at, block in enumerate(self._shelf)}
        return {_DEAD: _encoder.encode(self.dead), _FILTERS: _encoder.encode(self._filters), **cells, **told}

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

    def readers(self, cell: bytes) -> Iterator[Record]:
        """Who read a cell, each once: of records that others took the place of, nothing is told."""
        told: set[str] = set()
        (b1, bit1), (b2, bit2), (b3, bit3) = asked_of_filters(cell)
        filters = enumerate(self._filters)
        # Asked for each of a thousand cells, in each of some hundred blocks: the filters are looked at before anything is called.
        for at in [at for at, f in filters if f[b1] & bit1 and f[b2] & bit2 and f[b3] & bit3]:
            for record in self._shelf[at].readers(cell):
                if self._newer.get(record.name, at) == at and record.name not in told:
                    told.add(record.name)
                    yield record

    @property
    def _shelf(self) -> tuple[Shelved, ...]:
        """The blocks."""
        return self._blocks

    @_shelf.setter
    def _shelf(self, blocks: tuple[Shelved, ...]) -> None:
        self._blocks = blocks
        self._filters = [block.filter for block in blocks]

    def add(self, blocks: Iterable[bytes]) -> None:
        """Take in the traces of pages made since."""
        for data in blocks:
            block, at = at_hand(data), len(self._shelf)
            self._shelf += (block,)
            self._newer.update((record.name, at) for record in block.records)
            # A long-lived recorder may have noted one part twice, the second time after more was forgotten.
            last = {record.name: index for index, record in enumerate(block.records)}
            block.dead = frozenset(range(block.size)) - frozenset(last.values())
            if "_latest" in self.__dict__:
                self._latest.update((record.name, (at, index)) for index, record in enumerate(block.records))

    def keep_only(self, paths: AbstractSet[str]) -> None:
        """Forget the pages that are no longer planned and what others took the place of, as far as that is worth it."""
        is_page = What.PAGE
        places = self._latest.items()
        self._bury(p for name, p in places if name in paths or self._shelf[p[0]].record(p[1]).what is not is_page)
        self._shelf = gathered(self._shelf)
        self.__dict__.pop("_latest", None)

    def tidy(self, blocks: Iterable[bytes]) -> tuple[bytes, ...]:
        """Forget what counts no more, as far as that is worth it; gives what is left of some blocks that were added.

        These stay apart from all others, which may be kept elsewhere as they are.
        """
        self._bury(self._latest.values())
        added = {id(block) for block in blocks}
        older = gathered(block for block in self._shelf if id(block.came) not in added)
        newer = gathered(block for block in self._shelf if id(block.came) in added)
        self._shelf = (*older, *newer)
        self.__dict__.pop("_latest", None)
        return tuple(bytes(block.came) for block in newer)

    def _bury(self, living: Iterable[tuple[int, int]]) -> None:
        """Let nothing count but the records in these places."""
        kept: list[set[int]] = [set() for _ in self._shelf]
        for at, index in living:
            kept[at].add(index)
        for block, places in zip(self._shelf, kept, strict=True):
            block.dead = frozenset(range(block.size)) - places
        self._newer = {}
