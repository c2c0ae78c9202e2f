"""Traces as they lie in blocks: what is found in them, what counts no more, and what is left of them."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping

import msgspec
import pytest

from site_builder.incremental import blocks
from site_builder.incremental import traces as traces_module
from site_builder.incremental.blocks import FILTER_BITS, Block, Told, encoded
from site_builder.incremental.recorder import Record, Recorded, What
from site_builder.incremental.traces import Traces

BIG = 1 << 63
"""A cell may have any number of 64 bits."""


def block(reads: Mapping[str, tuple[int, ...]], what: What = What.PAGE) -> bytes:
    """Readers with the cells that they read; the render key of each is made of these."""
    records = tuple(Record(what, name, repr(cells), len(cells)) for name, cells in reads.items())
    return encoded(Recorded(records, array("Q", [cell for cells in reads.values() for cell in cells]).tobytes()))


def readers(traces: Traces, cell: int) -> list[str]:
    return [record.name for record in traces.readers(cell)]


FIRST = block({"a.html": (1, 2), "b.html": (), "c.html": (2, BIG + 3)})
SECOND = block({"d.html": (2,), "a.html": (4,)})


def test_readers_are_found_in_all_blocks_in_their_order() -> None:
    traces = Traces([FIRST, SECOND], [[0], []])
    assert [readers(traces, cell) for cell in (1, 2, BIG + 3, 4, 5)] == [[], ["c.html", "d.html"], ["c.html"], ["a.html"], []]


def test_what_is_kept_is_taken_out_part_by_part_and_comes_to_the_same() -> None:
    whole = Traces([FIRST, SECOND], [[0], []])
    taken: list[bytes] = []

    class Parts(dict[bytes, bytes]):
        def __getitem__(self, key: bytes) -> bytes:
            taken.append(key)
            return super().__getitem__(key)

    kept = Traces.kept_in(Parts({key: bytes(value) for key, value in whole.parts.items()}))
    assert readers(kept, 4) == readers(whole, 4) == ["a.html"]
    assert taken == [b"dead", b"filters", b"cells 1", b"told 1"]
    assert [readers(kept, cell) for cell in (1, 2, BIG + 3)] == [readers(whole, cell) for cell in (1, 2, BIG + 3)]
    assert (kept.blocks, kept.dead) == (whole.blocks, whole.dead)


def test_a_reader_is_told_once_though_two_blocks_know_it() -> None:
    assert readers(Traces([SECOND, SECOND]), 2) == ["d.html"]


def test_a_block_in_which_a_cell_cannot_be_is_not_opened() -> None:
    traces = Traces([FIRST, SECOND])
    assert readers(traces, 4) == ["a.html"]
    opened = [{"_cells", "_told"} & vars(shelved).keys() for shelved in traces._shelf]  # noqa: SLF001 - that is what shows it
    assert opened == [set(), {"_cells", "_told"}]
    assert readers(traces, 4 + FILTER_BITS) == []
    assert "_told" not in vars(traces._shelf[0])  # noqa: SLF001


def test_cells_between_before_and_behind_those_of_a_block_have_no_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (blocks, traces_module):  # a filter that lets all of these through
        monkeypatch.setattr(module, "FILTER_BITS", 8)
    traces = Traces([block({"a.html": (16, 32), "b.html": (8 << 60,)})])
    assert [readers(traces, cell) for cell in (8, 16, 24, 32, 40, 8 << 60, (8 << 60) + 8)] == [
        *([], ["a.html"], [], ["a.html"]),
        *([], ["b.html"], []),
    ]


def test_a_page_is_found_by_its_path_and_nothing_else_is_a_page() -> None:
    traces = Traces([block({"7": (1,)}, What.RULE), FIRST])
    assert traces.page("a.html") == Record(What.PAGE, "a.html", "(1, 2)", 2)
    assert (traces.page("7"), traces.page("d.html"), Traces().page("a.html")) == (None, None, None)
    assert traces.pages.keys() == {"a.html", "b.html", "c.html"}


def test_what_others_took_the_place_of_counts_no_more() -> None:
    traces = Traces([FIRST])
    traces.add([SECOND])
    assert (readers(traces, 1), readers(traces, 3), readers(traces, 4)) == ([], [], ["a.html"])
    assert traces.dead == ((0,), ())
    assert traces.pages["a.html"].print == "(4,)"


def test_blocks_of_which_nothing_is_left_go() -> None:
    other = block({"x.html": (9,)})
    traces = Traces([FIRST, other])
    traces.keep_only({"x.html"})
    assert (traces.blocks, traces.dead, list(traces.pages)) == ((other,), ((),), ["x.html"])
    assert [readers(traces, cell) for cell in (1, 9)] == [[], ["x.html"]]


def test_only_pages_go_that_are_no_longer_planned() -> None:
    rules = block({"7": (1,)}, What.RULE)
    traces = Traces([FIRST, rules])
    traces.keep_only(set())
    assert (traces.blocks, readers(traces, 1)) == ((rules,), ["7"])


def test_tidying_leaves_the_blocks_that_count() -> None:
    first, again = block({"x.html": (1,)}), block({"x.html": (2,), "y.html": (3,)})
    once_more = block({"y.html": (4,)})
    traces = Traces([FIRST])
    for data in (first, again, once_more):
        traces.add([data])
    assert traces.tidy((first, again, once_more)) == (again, once_more)
    assert traces.blocks == (FIRST, again, once_more)
    assert traces.dead == ((), (1,), ())
    assert [readers(traces, n) for n in (1, 2, 3, 4)] == [["a.html"], ["a.html", "c.html", "x.html"], [], ["y.html"]]
    traces.add([first])
    assert (traces.tidy((again, once_more, first)), readers(traces, 1)) == ((once_more, first), ["a.html", "x.html"])


def test_places_for_other_blocks_than_there_are_were_never_written() -> None:
    with pytest.raises(ValueError, match="zip"):
        Traces([FIRST, SECOND], [[0]])
    with pytest.raises(msgspec.MsgspecError):
        Traces([b"no block"])


def test_blocks_are_the_same_on_machines_that_begin_numbers_at_the_other_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "byteorder", "big")
    there = encoded(Recorded((Record(What.PAGE, "a.html", "", 1),), (258).to_bytes(8, "big")))
    assert bytes(msgspec.msgpack.decode(there, type=Block).cells) == (258).to_bytes(8, "little")


def test_where_records_lie_is_written_with_the_least_byte_first_and_read_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine of the other kind each number is turned as it is written, and again as it is read."""
    # Bytes, since old versions of msgspec give views that do not know how long they are.
    bits, cells, told = map(bytes, msgspec.structs.astuple(msgspec.msgpack.decode(FIRST, type=Block)))
    records, starts, firsts, readers_of = map(bytes, msgspec.structs.astuple(msgspec.msgpack.decode(told, type=Told)))
    assert starts[:4] == firsts[:4] == bytes(4)
    assert int.from_bytes(starts[-4:], "little") == len(records)
    assert int.from_bytes(firsts[-4:], "little") * 4 == len(readers_of)
    assert cells == b"".join(cell.to_bytes(8, "little") for cell in (1, 2, BIG + 3))
    told_there = msgspec.msgpack.encode((records, *map(_turned, (starts, firsts, readers_of))))
    other = msgspec.msgpack.encode((bits, _turned(cells, 8), told_there))
    here = readers(Traces([FIRST]), 2)
    monkeypatch.setattr(sys, "byteorder", "big")
    assert readers(Traces([other]), 2) == here == ["a.html", "c.html"]


def _turned(numbers: bytes, size: int = 4) -> bytes:
    return b"".join(numbers[at : at + size][::-1] for at in range(0, len(numbers), size))
