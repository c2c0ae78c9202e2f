"""Rules and a part of a few goals, and what a recorder took note of."""

from __future__ import annotations

import msgspec

from site_builder.incremental.cell_numbers import cell_of, rule_name
from site_builder.incremental.fingerprint import print_of
from site_builder.incremental.memo import Input, Memo, Printed
from site_builder.incremental.recorder import Record, Recorded, What

GOALS: Input[str, int] = Input("goals")
NAMES: Input[str, str] = Input("names")


def total(read: Memo, first: str, second: str) -> int:
    """A rule of two arguments."""
    return read.get(GOALS, first) + read.get(GOALS, second)


def twice(read: Memo, key: str) -> int:
    """A rule that rests on a rule."""
    return 2 * read(total, key, key)


def shown(read: Memo, key: str) -> Printed[int]:
    """A part."""
    found = read.get(GOALS, key)
    return Printed(found, print_of(found))


def failing(read: Memo) -> int:
    """A rule that reads something that is not there."""
    return read.get(GOALS, "nobody")


def records_of(recorded: Recorded) -> tuple[Record, ...]:
    """The records, as they are read from a block."""
    return tuple(msgspec.msgpack.decode(record, type=Record) for record in recorded.records)


def reads_of(recorded: Recorded) -> dict[tuple[What, str], tuple[bytes, ...]]:
    """The cells of each record, each once."""
    found = {}
    for record, cells in zip(records_of(recorded), recorded.cells, strict=True):
        found[record.what, record.name] = tuple(dict.fromkeys(cells[at : at + 8] for at in range(0, len(cells), 8)))
        assert len(cells) == 8 * record.reads
    return found


def cell_of_rule(rule: object, *args: object) -> bytes:
    return cell_of(rule_name(rule), *args)  # type: ignore[arg-type]  # rules of any arguments
