"""Batches in worker processes: order, what a worker starts with, and a collector that stays out of the way."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from concurrent.futures import Future

import pytest

from site_builder.workers import batches, in_batches, in_order, without_looking_for_cycles


def collecting(numbers: Sequence[int]) -> tuple[int, bool]:
    """The sum of a batch, and whether the collector is on where it is computed."""
    return sum(numbers), gc.isenabled()


def test_results_come_in_the_order_of_the_batches() -> None:
    assert [total for total, _ in in_batches(collecting, batches(range(10), 3), 2)] == [3, 12, 21, 9]


def test_no_more_is_under_way_than_was_said_and_what_nobody_wants_is_cancelled() -> None:
    begun: list[Future[int]] = []

    def submit(number: int) -> Future[int]:
        begun.append(Future())
        if number < 3:
            begun[-1].set_result(number)
        return begun[-1]

    found = in_order(submit, range(10), 2)
    assert [next(found), len(begun), next(found), len(begun)] == [0, 2, 1, 3]
    assert next(found) == 2
    found.close()  # type: ignore[attr-defined]  # it is a generator
    assert len(begun) == 4
    assert begun[-1].cancelled()


def test_workers_do_not_look_for_cycles() -> None:
    assert {is_on for _, is_on in in_batches(collecting, batches(range(10), 3), 2)} == {False}
    assert gc.isenabled()


def test_the_collector_is_as_before_after_a_build_however_it_ends() -> None:
    @without_looking_for_cycles()
    def build() -> bool:
        assert not gc.isenabled()
        raise KeyError

    with pytest.raises(KeyError):
        build()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_looking_for_cycles():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
