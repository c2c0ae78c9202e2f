"""A `Memo` that takes note of what is read: the trace of each page, and of each rule that pages rest on.

A *cell* is a thing that can be read: an input under a key, or a rule for its
arguments; in traces its number stands for it (`cell_numbers`), the same in every
process. A page rests on the cells it read, a rule on those that it read in
turn. What is recorded are reads, never values; only of a *part* (`Memo.part`)
the fingerprint is kept, so that a change can end there.

What becomes of the traces is `traces`' business.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, TypeVar, TypeVarTuple

import msgspec
from msgspec import Struct

from site_builder.incremental.cell_numbers import Cells, Rules, Values
from site_builder.incremental.memo import Input, Memo, Printed

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")
_encoder = msgspec.msgpack.Encoder()


class What(StrEnum):
    """What a record is of."""

    PAGE = "page"
    RULE = "rule"
    PART = "part"


class Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one reader rests on; its cells lie beside it (`Recorded.cells`), ``reads`` is how many they are.

    ``name`` is a page's path, the number of a rule's cell in hexadecimal digits, or a part's
    rule with its key behind a line feed; ``print`` the page's render key or the
    part's fingerprint; ``about`` what the page's owner wants to keep.
    """

    what: What
    name: str
    print: str
    reads: int
    about: tuple[str, ...] = ()


class Recorded(Struct, frozen=True):
    """Records in order, each encoded, and of each the numbers of the cells that it read, one after the other."""

    records: list[bytes]
    cells: list[bytes]


class Recorder(Memo):
    """A `Memo` that records; see `page` and `taken`.

    Pages read some hundred cells each. So a read is noted as the number of its
    cell at the end of a list, and a cell that is read twice is noted twice: to
    find that out would cost more than to keep it. What a reader noted is packed as soon as it is
    done, while it is at hand. The number of a cell lies beside its value: both are found at once.
    """

    def __init__(self, inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]) -> None:
        super().__init__(inputs)
        self._values = {name: Values(name, values) for name, values in self._inputs.items()}
        self._rules = Rules()
        self._parts = Rules()
        self._taken_out: dict[tuple[object, str], tuple[bytes, Any]] = {}
        self._reads: list[bytes] = []
        self._of_number: dict[bytes, tuple[Callable[..., Any], tuple[object, ...]]] = {}
        self._records: list[bytes] = []
        self._cells: list[bytes] = []

    def get(self, source: Input[K, V], key: K) -> V:
        """As `Memo.get`."""
        number, value = self._values[source.name][key]
        self._reads.append(number)
        if value is None:  # or there is no such key
            value = self._inputs[source.name][key]
        found: V = value
        return found

    def find(self, source: Input[K, V], key: K) -> V | None:
        """As `Memo.find`."""
        number, value = self._values[source.name][key]
        self._reads.append(number)
        found: V | None = value
        return found

    def find_each(self, source: Input[K, V], keys: Iterable[K]) -> list[V | None]:
        """As `Memo.find_each`."""
        cells = [*map(self._values[source.name].__getitem__, keys)]
        self._reads.extend([number for number, _ in cells])
        return [value for _, value in cells]

    def __call__(self, rule: Callable[[Memo, *Ts], R], *args: *Ts) -> R:
        """As `Memo.__call__`."""
        cells = self._rules[rule]
        known = cells.get(args)
        if known is None:
            known = cells[args] = self._computed(cells, rule, args)
        else:
            self._reads.append(known[0])
        value: R = known[1]
        return value

    def recently(self, rule: Callable[[Memo, *Ts], R], *args: *Ts) -> R:
        """As `Memo.recently`."""
        cell = (rule, args)
        known = self._recent.get(cell)
        if known is None:
            known = self._keep(cell, self._computed(self._rules[rule], rule, args))
        else:
            self._reads.append(known[0])
            self._recent.move_to_end(cell)
        value: R = known[1]
        return value

    def part(self, rule: Callable[[Memo, str], Printed[R]], key: str) -> R:
        """As `Memo.part`; taken out once for all pages of a batch, between which no part can have changed."""
        known = self._taken_out.get((rule, key))
        if known is None:
            cells = self._parts[rule]
            cell = cells.get(key) or (cells.number_of((key,)), False)
            self._reads.append(cell[0])
            known = self._taken_out[rule, key] = (cell[0], self._part(rule, key, cell).value)
        else:
            self._reads.append(known[0])
        value: R = known[1]
        return value

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
        found = Recorded(self._records, self._cells)
        self._records, self._cells = [], []
        self._taken_out.clear()
        return found

    def print_of_part(self, rule: Callable[[Memo, str], Printed[R]], key: str) -> str:
        """The fingerprint of a part as it is now, which is recorded with what it rests on now."""
        number = self._parts[rule].number_of((key,))
        return self._part(rule, key, (number, False)).print

    def look_at(self, inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]) -> None:
        """Go on with other inputs; what rests on those that differ has to be forgotten."""
        self._inputs = {source.name: values for source, values in inputs.items()}
        before = self._values
        self._values = {
            name: before[name].holding(values) if name in before else Values(name, values)
            for name, values in self._inputs.items()
        }
        self._taken_out.clear()

    def forget(self, number: bytes) -> None:
        """Compute a rule again when it is asked for, if it was computed here at all."""
        self._taken_out.clear()
        cell = self._of_number.pop(number, None)
        if cell:
            rule, args = cell
            self._rules[rule].pop(args, None)
            self._recent.pop(cell, None)

    def _part(self, rule: Callable[[Memo, str], Printed[R]], key: str, cell: tuple[bytes, bool]) -> Printed[R]:
        """A part, taken out anew; ``cell`` is its number, with whether it is recorded."""
        outer = self._reads
        reads = self._reads = []
        try:
            found = rule(self, key)
        finally:
            self._reads = outer
        number, is_recorded = cell
        if not is_recorded:
            cells = self._parts[rule]
            cells[key] = (number, True)
            self._note(What.PART, f"{cells.name}\n{key}", found.print, reads)
        return found

    def _computed(self, cells: Cells, rule: Callable[..., Any], args: tuple[object, ...]) -> tuple[bytes, Any]:
        """The number of a rule's cell with what the rule gives; who asked has read it, even if it fails."""
        number = cells.number_of(args)
        outer = self._reads
        outer.append(number)
        reads = self._reads = []
        self.computed += 1
        try:
            value = rule(self, *args)
        finally:
            self._reads = outer
        if number not in self._of_number:
            self._of_number[number] = (rule, args)
            self._note(What.RULE, number.hex(), "", reads)
        return number, value

    def _note(self, what: What, name: str, print_: str, reads: list[bytes], about: tuple[str, ...] = ()) -> None:
        self._cells.append(b"".join(reads))
        self._records.append(_encoder.encode(Record(what, name, print_, len(reads), about)))
