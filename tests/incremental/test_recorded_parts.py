"""Parts are recorded with their prints, once for a batch of pages, and anew with what they rest on then."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incremental.recording import GOALS, NAMES, reads_of, records_of, shown
from site_builder.incremental.cell_numbers import cell_of, part_cell, part_name
from site_builder.incremental.fingerprint import print_of
from site_builder.incremental.memo import Memo, Printed
from site_builder.incremental.recorder import Record, Recorder, What


@pytest.fixture
def read() -> Recorder:
    return Recorder({GOALS: {"a": 3, "b": 5}, NAMES: {"a": "Zapata"}})


def test_a_part_is_recorded_with_its_print_once(read: Recorder) -> None:
    for path in ("a.html", "b.html"):
        with read.page(path, ()) as known:
            assert read.part(shown, "a") == 3
            known.append("")
    taken, name = read.taken(), part_name(shown, "a")
    assert [record for record in records_of(taken) if record.what is What.PART] == [Record(What.PART, name, print_of(3), 1, ())]
    assert reads_of(taken) == {
        (What.PART, name): (cell_of("goals", "a"),),
        (What.PAGE, "a.html"): (part_cell(name),),
        (What.PAGE, "b.html"): (part_cell(name),),
    }


def test_the_print_of_a_part_is_recorded_anew_with_what_it_rests_on_now(read: Recorder) -> None:
    assert read.part(shown, "a") == 3
    read.taken()
    read.look_at({GOALS: {"a": 4}})
    assert read.print_of_part(shown, "a") == print_of(4)
    taken = read.taken()
    assert records_of(taken) == (Record(What.PART, part_name(shown, "a"), print_of(4), 1, ()),)
    assert reads_of(taken) == {(What.PART, part_name(shown, "a")): (cell_of("goals", "a"),)}


def test_a_part_is_taken_out_once_for_a_batch_of_pages_and_anew_for_the_next(read: Recorder) -> None:
    taken: list[str] = []

    def noted(read: Memo, key: str) -> Printed[int]:
        taken.append(key)
        return shown(read, key)

    for path in ("a.html", "b.html"):
        with read.page(path, ()) as known:
            assert [read.part(noted, key) for key in "abab"] == [3, 5, 3, 5]
            known.append("")
    assert taken == ["a", "b"]
    cells = tuple(part_cell(part_name(noted, key)) for key in "ab")
    found = reads_of(read.taken())
    assert found[What.PAGE, "a.html"] == found[What.PAGE, "b.html"] == cells
    assert found[What.PART, part_name(noted, "a")] == (cell_of("goals", "a"),)
    assert read.part(noted, "a") == 3
    assert taken == ["a", "b", "a"]


@pytest.mark.parametrize("forget", [lambda read: read.forget(cell_of("goals")), lambda read: read.look_at({GOALS: {"a": 3}})])
def test_a_part_is_taken_out_anew_after_anything_was_forgotten(read: Recorder, forget: Callable[[Recorder], None]) -> None:
    taken: list[str] = []

    def noted(read: Memo, key: str) -> Printed[int]:
        taken.append(key)
        return shown(read, key)

    for times in (1, 2):
        assert [read.part(noted, "a"), read.part(noted, "a")] == [3, 3]
        assert len(taken) == times
        forget(read)
