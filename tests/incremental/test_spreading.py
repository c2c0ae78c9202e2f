"""How far a change goes: to all that rests on it, and no further than a part that comes out as it was."""

from __future__ import annotations

from typing import Any

import msgspec

from site_builder.incremental.blocks import encoded
from site_builder.incremental.cell_numbers import cell_of, part_cell, part_name, rule_name
from site_builder.incremental.fingerprint import print_of
from site_builder.incremental.memo import Input, Memo, Printed
from site_builder.incremental.recorder import Record, Recorder
from site_builder.incremental.spreading import Affected, affected
from site_builder.incremental.traces import Traces

GOALS: Input[str, int] = Input("goals")


def total(read: Memo) -> int:
    """A rule."""
    return read.get(GOALS, "a") + read.get(GOALS, "b")


def twice(read: Memo) -> int:
    """A rule that rests on a rule."""
    return 2 * read(total)


def most(read: Memo, key: str) -> Printed[int]:
    """A part, of those named in the key; gone where one of them is."""
    found = max(read.get(GOALS, name) for name in key.split("\n"))
    return Printed(found, print_of(found))


def caption(read: Memo) -> str:
    """A rule that rests on a part."""
    return f"At most {read.part(most, KEY)}"


KEY = "a\nb"
PART = part_cell(part_name(most, KEY))
TOTAL, TWICE, CAPTION = (cell_of(rule_name(rule)) for rule in (total, twice, caption))
A, B = cell_of("goals", "a"), cell_of("goals", "b")


class Site:
    """Three pages, and the goals that they were made of."""

    def __init__(self) -> None:
        self.read = Recorder({GOALS: {"a": 3, "b": 1}})
        with self.read.page("total.html", ()) as known:
            known.append(str(self.read(twice)))
        with self.read.page("caption.html", ()) as known:
            known.append(self.read(caption))
        with self.read.page("b.html", ()) as known:
            known.append(str(self.read.get(GOALS, "b")))
        self.traces = Traces(encoded(self.read.taken()))

    def after(self, goals: dict[str, int], *cells: bytes) -> Affected:
        """What a change concerns."""
        inputs: dict[Input[Any, Any], dict[str, int]] = {GOALS: goals}
        self.read.look_at(inputs)
        return affected(self.traces, cells, self.read)


def test_a_change_goes_on_from_rule_to_rule() -> None:
    found = Site().after({"a": 3, "b": 2}, B)
    assert found.pages == {"total.html", "b.html"}
    assert found.cells == {B, TOTAL, TWICE}


def test_pages_are_told_by_path() -> None:
    found = Site().after({"a": 3, "b": 9}, B)
    assert [record.name for record in found.records] == ["b.html", "caption.html", "total.html"]
    assert found.cells == {B, TOTAL, TWICE, PART, CAPTION}


def test_a_part_that_is_gone_has_changed() -> None:
    found = Site().after({"a": 3}, B)
    assert found.pages == {"b.html", "caption.html", "total.html"}
    assert PART in found.cells


def test_a_part_that_came_out_otherwise_is_not_looked_at_twice() -> None:
    site = Site()
    found = site.after({"a": 8, "b": 9}, A, B)
    assert found.cells == {A, B, TOTAL, TWICE, PART, CAPTION}
    (record,) = site.read.taken().records
    assert msgspec.msgpack.decode(record, type=Record).name == part_name(most, KEY)


def test_where_nothing_changed_nothing_is_concerned() -> None:
    assert Site().after({"a": 3, "b": 1}) == Affected((), frozenset())
