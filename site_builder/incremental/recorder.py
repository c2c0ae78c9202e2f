"""A `Memo` that takes note of what is read: the trace of each page, and of each rule that pages rest on.

A *cell* is a thing that can be read: an input under a key, or a rule for its
arguments; in traces its number stands for it (`cell_of`), the same in every
process. A page rests on the cells it read, a rule on those that it read in
turn. What is recorded are reads, never values; only of a *part* (`Memo.part`)
the fingerprint is kept, so that a change can end there.

What becomes of the traces is `traces`' business.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from hashlib import blake2b
from typing import Any, TypeVar, TypeVarTuple

import msgspec
from msgspec import Struct

from site_builder.incremental.memo import Input, Memo, Printed

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")
_encoder = msgspec.msgpack.Encoder()
_Cell = tuple[object, ...]


class What(StrEnum):
    """What a record is of."""

    PAGE = "page"
    RULE = "rule"
    PART = "part"


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one reader rests on; its cells lie beside it (`Recorded.cells`), ``reads`` is how many they are.

    ``name`` is a page's path, the number of a rule's cell as text, or a part's
    rule with its key behind a line feed; ``print`` the page's render key or the
    part's fingerprint; ``about`` what the page's owner wants to keep.
    """

    what: What
    name: str
    print: str
    reads: int
    about: tuple[str, ...] = ()


class Recorded(Struct, frozen=True):
    """Records in order, with the cells that they read one after the other."""

    records: tuple[Record, ...]
    cells: bytes


def cell_of(name: str, *key: object) -> int:
    """The number of a cell: 64 bits of the digest of its name and its key or arguments."""
    return cell_of_encoded(name, _encoder.encode(key))


def cell_of_encoded(name: str, key: bytes) -> int:
    """As `cell_of`, for a key that is encoded already: a tuple in MessagePack."""
    return int.from_bytes(blake2b(name.encode() + b"\n" + key, digest_size=8).digest(), "little")


def rule_name(rule: Callable[..., object]) -> str:
    """What a rule is called in traces: ``site_builder.site.seasons:_snapshots``."""
    return f"{rule.__module__}:{rule.__qualname__}"


def part_name(rule: Callable[..., object], key: str) -> str:
    """What a part is called in traces."""
    return f"{rule_name(rule)}\n{key}"


def part_cell(name: str) -> int:
    """The number of a part's cell, from what it is called in traces."""
    rule, _, key = name.partition("\n")
    return cell_of(rule, key)


class _Numbers(dict[Any, int]):
    """The numbers of an input's cells by their keys, found out when they are asked for first."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def __missing__(self, key: object) -> int:
        """The number of a cell that was not asked for before."""
        number = self[key] = cell_of(self.name, key)
        return number


class Recorder(Memo):
    """A `Memo` that records; see `page` and `taken`.

    Pages read some hundred cells each. So a read is noted as the number of its
    cell at the end of a list, and that a cell is read twice shows only when the
    list is put away.
    """

    def __init__(self, inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]) -> None:
        super().__init__(inputs)
        self._numbers = {name: _Numbers(name) for name in self._inputs}
        self._rules: dict[_Cell, int] = {}
        self._reads: list[int] = []
        self._recorded: set[_Cell] = set()
        self._of_number: dict[int, _Cell] = {}
        self._records: list[Record] = []
        self._cells = array("Q")

    def get(self, source: Input[K, V], key: K) -> V:
        """As `Memo.get`."""
        name = source.name
        self._reads.append(self._numbers[name][key])
        value: V = self._inputs[name][key]
        return value

    def find(self, source: Input[K, V], key: K) -> V | None:
        """As `Memo.find`."""
        name = source.name
        self._reads.append(self._numbers[name][key])
        value: V | None = self._inputs[name].get(key)
        return value

    def find_each(self, source: Input[K, V], keys: Iterable[K]) -> list[V | None]:
        """As `Memo.find_each`."""
        name, asked = source.name, tuple(keys)
        self._reads.extend(map(self._numbers[name].__getitem__, asked))
        return list(map(self._inputs[name].get, asked))

    def __call__(self, rule: Callable[[Memo, *Ts], R], *args: *Ts) -> R:
        """As `Memo.__call__`."""
        cell = (rule, *args)
        self._reads.append(self._rules.get(cell) or self._number(cell))
        if cell in self._known:
            known: R = self._known[cell]
            return known
        value: R = self._computed(cell, super().__call__, rule, *args)
        return value

    def recently(self, rule: Callable[[Memo, *Ts], R], *args: *Ts) -> R:
        """As `Memo.recently`."""
        cell = (rule, *args)
        self._reads.append(self._rules.get(cell) or self._number(cell))
        if cell in self._recent:
            return super().recently(rule, *args)
        value: R = self._computed(cell, super().recently, rule, *args)
        return value

    def part(self, rule: Callable[[Memo, str], Printed[R]], key: str) -> R:
        """As `Memo.part`."""
        cell = (rule, key)
        self._reads.append(self._rules.get(cell) or self._number(cell))
        return self._part(rule, key).value

    @contextmanager
    def page(self, path: str, about: tuple[str, ...]) -> Iterator[list[str]]:
        """Record what is read within, as one page's; the block puts the render key into the list that it is given."""
        render_key: list[str] = []
        outer = self._reads
        reads = self._reads = []
        try:
            yield render_key
        finally:
            self._reads = outer
        if render_key:
            self._note(What.PAGE, path, render_key[0], reads, about)

    def taken(self) -> Recorded:
        """Everything recorded since this was asked last."""
        found = Recorded(tuple(self._records), self._cells.tobytes())
        self._records, self._cells = [], array("Q")
        return found

    def print_of_part(self, rule: Callable[[Memo, str], Printed[R]], key: str) -> str:
        """The fingerprint of a part as it is now, which is recorded with what it rests on now."""
        self._recorded.discard((rule, key))
        return self._part(rule, key).print

    def look_at(self, inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]) -> None:
        """Go on with other inputs; what rests on those that differ has to be forgotten."""
        self._inputs = {source.name: values for source, values in inputs.items()}
        self._numbers = {name: self._numbers.get(name) or _Numbers(name) for name in self._inputs}

    def forget(self, number: int) -> None:
        """Compute a rule again when it is asked for, if it was computed here at all."""
        cell = self._of_number.pop(number, None)
        if cell:
            self._known.pop(cell, None)
            self._recent.pop(cell, None)
            self._recorded.discard(cell)

    def _part(self, rule: Callable[[Memo, str], Printed[R]], key: str) -> Printed[R]:
        cell = (rule, key)
        outer = self._reads
        reads = self._reads = []
        try:
            found = rule(self, key)
        finally:
            self._reads = outer
        if cell not in self._recorded:
            self._recorded.add(cell)
            self._note(What.PART, part_name(rule, key), found.print, reads)
        return found

    def _computed(self, cell: _Cell, ask: Callable[..., Any], *call: object) -> Any:  # noqa: ANN401 - what the rule gives
        outer = self._reads
        reads = self._reads = []
        try:
            value = ask(*call)
        finally:
            self._reads = outer
        if cell not in self._recorded:
            number = self._rules[cell]
            self._recorded.add(cell)
            self._of_number[number] = cell
            self._note(What.RULE, str(number), "", reads)
        return value

    def _number(self, cell: _Cell) -> int:
        """The number of a rule's cell or a part's."""
        rule, *args = cell
        number = self._rules[cell] = cell_of(rule_name(rule), *args)  # type: ignore[arg-type]  # such a cell begins with its rule
        return number

    def _note(self, what: What, name: str, print_: str, reads: list[int], about: tuple[str, ...] = ()) -> None:
        cells = dict.fromkeys(reads)
        self._cells.extend(cells)
        self._records.append(Record(what, name, print_, len(cells), about))
