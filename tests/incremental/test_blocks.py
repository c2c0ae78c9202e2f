"""Traces as they lie in blocks: what is found in them, what counts no more, and what is left of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.incremental import blocks
from site_builder.incremental.blocks import Block, Told, asked_of_filters, at_hand, encoded
from site_builder.incremental.recorder import Record, Recorded, What
from site_builder.incremental.traces import Traces

BIG = 1 << 63
"""A cell may be any eight bytes; here numbers stand for them."""


def named(cell: int) -> bytes:
    return cell.to_bytes(8, "little")


def blocks_of(reads: Mapping[str, tuple[int, ...]], what: What = What.PAGE) -> tuple[bytes, ...]:
    """Readers with the cells that they read; the render key of each is made of these."""
    records = [msgspec.msgpack.encode(Record(what, name, repr(cells), len(cells))) for name, cells in reads.items()]
    return encoded(Recorded(records, [b"".join(map(named, cells)) for cells in reads.values()]))


def block(reads: Mapping[str, tuple[int, ...]], what: What = What.PAGE) -> bytes:
    """As `blocks_of`, for so few that they are one."""
    (data,) = blocks_of(reads, what)
    return data


def readers(traces: Traces, cell: int) -> list[str]:
    return [record.name for record in traces.readers(named(cell))]


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
    assert readers(traces, 4 + (9 << 48)) == []
    assert opened == [{"_cells", "_told"} & vars(shelved).keys() for shelved in traces._shelf]  # noqa: SLF001


def test_what_the_filter_lets_through_is_looked_for_in_the_list_of_cells() -> None:
    """All pairs of bytes of the cell that is asked for stand in the filter, though in two cells."""
    traces = Traces([block({"a.html": (0x0001_0002_0003_0004, 0x0005_0006_0007_0008)})])
    assert readers(traces, 0x0001_0002_0007_0008) == []
    opened = vars(traces._shelf[0])  # noqa: SLF001 - that is what shows it
    assert ("_cells" in opened, "_told" in opened) == (True, False)


def test_the_end_of_one_cell_and_the_beginning_of_the_next_are_no_cell() -> None:
    one, other = 0x1122_3344_5566_7788, 0x99AA_BBCC_DDEE_FF00
    between = (one >> 32) | (other & 0xFFFF_FFFF) << 32
    traces = Traces([block({"a.html": (one, other), "b.html": (between, one)})])
    assert [readers(traces, cell) for cell in (one, other, between)] == [["a.html", "b.html"], ["a.html"], ["b.html"]]


CELLS = st.integers(0, 2**64 - 1) | st.integers(0, 3) | st.integers(0, 3).map(lambda few: few << 62)


@given(st.lists(st.lists(CELLS, unique=True, max_size=6), max_size=9), CELLS, st.integers(1, 60))
def test_who_read_a_cell_is_found_as_by_looking_through_all_that_each_record_read(
    reads: list[list[int]], cell: int, most: int
) -> None:
    """However many blocks these are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "MOST_CELLS", most)
        traces = Traces(blocks_of({str(at): tuple(cells) for at, cells in enumerate(reads)}))
    for asked in {cell, *(cell for cells in reads for cell in cells)}:
        assert readers(traces, asked) == [str(at) for at, cells in enumerate(reads) if asked in cells]
    assert [*traces.pages] == [str(at) for at in range(len(reads))]


@given(st.lists(st.integers(0, 12), max_size=12))
def test_a_block_has_no_more_cells_than_one_filter_tells_of_but_for_those_of_one_record(counts: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "MOST_CELLS", 9)
        made = [at_hand(data) for data in blocks_of({str(at): tuple(range(count)) for at, count in enumerate(counts)})]
    sizes = [[record.reads for record in one.records] for one in made]
    assert [count for size in sizes for count in size] == counts
    assert all(sum(size) <= 9 or len(size) == 1 for size in sizes)
    assert all(sum(one) + other[0] > 9 for one, other in pairwise(sizes))


@given(st.lists(CELLS), CELLS)
def test_a_filter_has_the_bits_of_its_cells_and_no_others(cells: list[int], other: int) -> None:
    bits = bytes(msgspec.msgpack.decode(block({"a.html": tuple(dict.fromkeys(cells))}), type=Block).filter)
    asked = [place for cell in cells for place in asked_of_filters(named(cell))]
    assert all(bits[byte] & bit for byte, bit in asked)
    assert [byte for byte, bit in asked_of_filters(named(other)) if bits[byte] & bit and (byte, bit) not in asked] == []


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


def test_tidying_leaves_the_blocks_that_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "FEW_CELLS", 0)
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


def test_what_is_left_of_blocks_that_hold_little_is_put_together() -> None:
    first, again = block({"x.html": (1, 5), "y.html": (6,), "z.html": ()}), block({"x.html": (2,), "y.html": (3, 5)})
    traces = Traces([FIRST, SECOND], [[0], []])
    for data in (first, again):
        traces.add([data])
    left = traces.tidy((first, again))
    assert left == blocks_of({"z.html": (), "x.html": (2,), "y.html": (3, 5)})
    assert traces.blocks == (*blocks_of({"b.html": (), "c.html": (2, BIG + 3), "d.html": (2,), "a.html": (4,)}), *left)
    assert traces.dead == ((), ())
    assert [readers(traces, n) for n in (1, 2, 3, 4, 5, 6)] == [
        [],
        ["c.html", "d.html", "x.html"],
        ["y.html"],
        ["a.html"],
        ["y.html"],
        [],
    ]
    assert traces.tidy(left) == left


def test_of_a_large_block_what_counts_no_more_goes_once_that_is_most_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "FEW_CELLS", 2)
    traces = Traces([FIRST])
    for number, pages in enumerate((["a.html"], ["a.html", "b.html"])):
        traces.add([block(dict.fromkeys(pages, (10 + number, 20)))])
        traces.tidy(())
    assert (traces.dead, sorted(traces.pages)) == (((), ()), ["a.html", "b.html", "c.html"])
    assert [readers(traces, cell) for cell in (1, BIG + 3, 11)] == [[], ["c.html"], ["a.html", "b.html"]]


@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.lists(CELLS, unique=True).map(tuple), min_size=1), min_size=1))
def test_tidying_changes_nothing_of_what_is_told(added: list[dict[str, tuple[int, ...]]]) -> None:
    """Whoever goes on with what was in memory and whoever reads what was kept find the same, which is the latest of each."""
    latest = {name: cells for one in added for name, cells in one.items()}
    traces = Traces([FIRST, SECOND], [[0], []])
    since: tuple[bytes, ...] = ()
    for one in added:
        new = blocks_of(one)
        traces.add(new)
        since = traces.tidy((*since, *new))
    again = Traces([FIRST, SECOND], [[0], []])
    again.add(since)
    for cell in {cell for cells in latest.values() for cell in cells}:
        wanted = sorted(name for name, cells in latest.items() if cell in cells)
        for memory in (traces, again):
            assert sorted(name for name in readers(memory, cell) if name in latest) == wanted


def test_places_for_other_blocks_than_there_are_were_never_written() -> None:
    with pytest.raises(ValueError, match="zip"):
        Traces([FIRST, SECOND], [[0]])
    with pytest.raises(msgspec.MsgspecError):
        Traces([b"no block"])


def test_what_a_filter_is_made_of_is_turned_on_machines_that_begin_numbers_at_the_other_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that filters are the same there as here, where nothing has to be turned; cells are never turned."""
    made = {}
    for order in ("little", "big"):
        monkeypatch.setattr(sys, "byteorder", order)
        made[order] = msgspec.msgpack.decode(block({"a.html": (0x0102_0304_0506_0708,)}), type=Block)
    assert bytes(made["little"].cells) == bytes(made["big"].cells) == (0x0102_0304_0506_0708).to_bytes(8, "little")
    turned = asked_of_filters(named(0x0201_0403_0605_0807))
    assert all(made["big"].filter[byte] & bit for byte, bit in turned)


def test_where_records_lie_is_written_with_the_least_byte_first_and_read_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine of the other kind each number is turned as it is written, and again as it is read."""
    # Bytes, since old versions of msgspec give views that do not know how long they are.
    bits, cells, told = map(bytes, msgspec.structs.astuple(msgspec.msgpack.decode(FIRST, type=Block)))
    records, starts, ends = map(bytes, msgspec.structs.astuple(msgspec.msgpack.decode(told, type=Told)))
    assert starts[:4] == bytes(4)
    assert int.from_bytes(starts[-4:], "little") == len(records)
    assert ends == b"".join(end.to_bytes(4, "little") for end in (2, 2, 4))
    assert cells == b"".join(cell.to_bytes(8, "little") for cell in (1, 2, 2, BIG + 3))
    told_there = msgspec.msgpack.encode((records, *map(_turned, (starts, ends))))
    other = msgspec.msgpack.encode((bits, cells, told_there))
    here = readers(Traces([FIRST]), 2)
    monkeypatch.setattr(sys, "byteorder", "big")
    assert readers(Traces([other]), 2) == here == ["a.html", "c.html"]


def _turned(numbers: bytes, size: int = 4) -> bytes:
    return b"".join(numbers[at : at + size][::-1] for at in range(0, len(numbers), size))
