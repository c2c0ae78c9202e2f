"""From cells that hold something else to the pages that this concerns, along the traces of the last build.

A change goes from a cell to whoever read it, and on to whoever read that. It
ends at a part (`Memo.part`) that comes out as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from msgspec import Struct

from site_builder.incremental.cell_numbers import part_cell
from site_builder.incremental.recorder import Record, Recorder, What
from site_builder.incremental.traces import Traces


class Affected(Struct, frozen=True):
    """The traces of pages that may come out otherwise, and all cells (rules and parts among them) that changed or may have."""

    records: tuple[Record, ...]
    cells: frozenset[bytes]

    @property
    def pages(self) -> frozenset[str]:
        """The paths of these pages."""
        return frozenset(record.name for record in self.records)


def affected(traces: Traces, changed: Iterable[bytes], read: Recorder) -> Affected:
    """Whom a change concerns; ``read`` is the door to the inputs as they are now.

    What it remembers of rules that rest on the change is forgotten on the way,
    before a part is asked for that may rest on them.
    """
    cells = set(changed)
    pages: dict[str, Record] = {}
    waiting = list(cells)
    while waiting:
        parts: dict[str, Record] = {}
        while waiting:
            for reader in traces.readers(waiting.pop()):
                if reader.what is What.PAGE:
                    pages[reader.name] = reader
                elif reader.what is What.PART:
                    parts[reader.name] = reader
                elif (cell := bytes.fromhex(reader.name)) not in cells:
                    cells.add(cell)
                    waiting.append(cell)
                    read.forget(cell)
        for name, part in parts.items():
            cell = part_cell(name)
            if cell not in cells and not _is_as_before(part, read):
                cells.add(cell)
                waiting.append(cell)
    return Affected(tuple(record for _, record in sorted(pages.items())), frozenset(cells))


def _is_as_before(reader: Record, read: Recorder) -> bool:
    """Whether a part comes out as it was; what it rests on now is recorded anew."""
    rule, _, key = reader.name.partition("\n")
    module, _, name = rule.partition(":")
    try:
        return read.print_of_part(getattr(import_module(module), name), key) == reader.print
    except LookupError:  # what it was a part of is gone
        return False
