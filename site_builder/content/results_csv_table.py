"""A CSV file as a header and rows with their lines, whatever its form; what the columns mean is the readers' affair.

The separator is a comma, or a semicolon or tab where the header has more of
them. Empty rows are passed over; a row with more cells than the header is a
problem.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from msgspec import Struct

from site_builder.content.decoding import with_line_feeds
from site_builder.content.results_checks import invisible_problems
from site_builder.problems import Place, Problem


class Record(Struct, frozen=True):
    """A row: its line in the file and its cells, as many as the header has, without space around them."""

    line: int
    cells: list[str]


class Table(Struct):
    """A header and the rows below it. ``positions`` are those of the columns; of two with one name, the first."""

    path: str
    header: list[str]
    records: list[Record]
    problems: list[Problem]
    positions: dict[str, int]

    def has(self, *names: str) -> bool:
        """Whether the header has all of these columns."""
        return all(name in self.positions for name in names)

    def cell(self, record: Record, *names: str) -> str:
        """A row's cell in the first of these columns that there is; empty without one."""
        for name in names:
            position = self.positions.get(name)
            if position is not None:
                return record.cells[position]
        return ""

    def picked(self, *names: str) -> Iterator[tuple[str, ...]]:
        """Each row's cells in these columns, empty for a column that there is not."""
        positions = [self.positions.get(name, -1) for name in names]
        for record in self.records:
            cells = record.cells
            yield tuple([cells[position] if position >= 0 else "" for position in positions])

    def wrong(self, code: str, line: int, message: str, fix: str) -> None:
        """Note a problem with a row."""
        self.problems.append(Problem(code, Place(self.path, line), message, fix))


def read_table(path: str, text: str) -> Table:
    """Cut a CSV text into header and rows."""
    text = with_line_feeds(text.removeprefix("\ufeff"))
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(",;\t", key=first.count)
    table = Table(path, [], [], invisible_problems(path, text), {})
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            _add(table, reader.line_num, cells)
    except csv.Error as error:
        table.wrong("bad-csv", reader.line_num, f"the file is no CSV from here on ({error})", 'A quoted cell ends with a `"`.')
    if not table.header:
        table.wrong("bad-csv", 1, "the file has no header", "Its first line names the columns.")
    return table


def _add(table: Table, line: int, cells: list[str]) -> None:
    cells = [cell.strip() for cell in cells]
    if not any(cells):
        return
    if not table.header:
        table.header = cells
        table.positions = {name: position for position, name in reversed(list(enumerate(table.header)))}
        return
    width = len(table.header)
    if len(cells) != width:
        if any(cells[width:]):
            said = f"the row has {len(cells)} cells, the header {width}"
            table.wrong("bad-csv", line, said, 'Put a cell that holds a comma into `"`.')
            return
        cells = [*cells[:width], *[""] * (width - len(cells))]
    table.records.append(Record(line, cells))


def whole(written: str) -> int | None:
    """A cell as a number from 0 to 999; None where it is none."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= 3 else None
