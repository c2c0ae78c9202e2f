"""Batches in worker processes: order, what a worker starts with, and a collector that stays out of the way."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from patience import seconds
from site_builder import production, workers
from site_builder.outcome import BuildFailed
from site_builder.pages.keys import PageKey
from site_builder.workers import WorkerDied, batches, in_batches, in_order, in_turn, without_looking_for_cycles


def collecting(numbers: Sequence[int]) -> tuple[int, bool]:
    """The sum of a batch, and whether the collector is on where it is computed."""
    return sum(numbers), gc.isenabled()


def test_results_come_in_the_order_of_the_batches() -> None:
    assert [total for total, _ in in_batches(collecting, batches(range(10), 3), 2)] == [3, 12, 21, 9]


@pytest.mark.parametrize(
    ("count", "jobs", "expected"),
    [
        (6, 2, [0, 3, 1, 4, 2, 5]),
        (7, 2, [0, 4, 1, 5, 2, 6, 3]),
        (5, 3, [0, 2, 4, 1, 3]),
        (3, 1, [0, 1, 2]),
        (2, 8, [0, 1]),
        (0, 2, []),
    ],
)
def test_each_worker_gets_parts_that_stand_beside_each_other(count: int, jobs: int, expected: list[int]) -> None:
    assert in_turn(range(count), jobs) == expected


def ending(how: signal.Signals, of: Callable[[int], bool], once: Path | None, numbers: Sequence[int]) -> int:
    """The sum of a batch, from a process that ends or stops at some numbers, or at the first of them alone."""
    for number in numbers:
        if of(number) and not (once and once.exists()):
            if once:
                once.touch()
            os.kill(os.getpid(), how)
            time.sleep(60)
    return sum(numbers)


def is_seven(number: int) -> bool:
    return number == 7


def is_odd(number: int) -> bool:
    return number % 2 == 1


ENDS = (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP)
"""Want of memory, an impatient owner, a process that hangs."""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", seconds(0.6))
    monkeypatch.setattr(workers, "PATIENCE_AN_ITEM", 0.0)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("how", ENDS)
def test_a_process_that_ends_or_hangs_once_costs_time_and_nothing_else(how: signal.Signals, tmp_path: Path) -> None:
    work = partial(ending, how, is_seven, tmp_path / "once")
    assert list(in_batches(work, batches(range(40), 4), 2)) == [sum(part) for part in batches(range(40), 4)]
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("how", ENDS)
def test_what_no_process_survives_is_named_and_the_others_finish(how: signal.Signals) -> None:
    finished: list[int] = []
    with pytest.raises(WorkerDied, match=r"^number 7 could not be made: the worker process (was ended|gave no answer)"):
        finished.extend(in_batches(partial(ending, how, is_seven, None), batches(range(40), 4), 2, named="number {}".format))
    assert finished == [sum(part) for part in batches(range(40), 4) if 7 not in part]
    assert multiprocessing.active_children() == []


def test_a_process_that_ends_before_all_is_handed_over_is_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    submit = ProcessPoolExecutor.submit

    def slowly(pool: ProcessPoolExecutor, work: Callable[[Sequence[int]], int], part: Sequence[int]) -> Future[int]:
        future = submit(pool, work, part)
        wait([future], seconds(20))
        return future

    monkeypatch.setattr(ProcessPoolExecutor, "submit", slowly)
    finished: list[int] = []
    with pytest.raises(WorkerDied, match=r"^7 could not be made: the worker process was ended"):
        finished.extend(in_batches(partial(ending, signal.SIGKILL, is_seven, None), batches(range(20), 4), 2))
    assert finished == [sum(part) for part in batches(range(20), 4) if 7 not in part]


def test_of_many_some_are_named_and_nothing_goes_on_for_ever() -> None:
    begun = time.monotonic()
    with pytest.raises(WorkerDied, match=r"^1, 3, 5 could not be made"):
        list(in_batches(partial(ending, signal.SIGKILL, is_odd, None), batches(range(4000), 40), 2))
    assert time.monotonic() - begun < 10


def refused(numbers: Sequence[int]) -> int:
    if 0 in numbers:
        raise ValueError(numbers)
    time.sleep(30)
    return 0


def test_a_fault_in_one_process_does_not_wait_for_the_others() -> None:
    begun = time.monotonic()
    with pytest.raises(ValueError, match="0"):
        list(in_batches(refused, batches(range(4), 2), 2))
    given = in_batches(partial(ending, signal.SIGSTOP, is_odd, None), [[2], [3], [4]], 2)
    assert next(given) == 2
    given.close()
    assert time.monotonic() - begun < 20
    assert multiprocessing.active_children() == []


def leaving_a_trace(folder: Path, numbers: Sequence[int]) -> int:
    (folder / str(numbers[0])).touch()
    return numbers[0]


def test_work_begins_before_anybody_asks_for_what_comes_of_it(tmp_path: Path) -> None:
    given = in_batches(partial(leaving_a_trace, tmp_path), [[1], [2], [3]], 2)
    ends = time.monotonic() + seconds(20)
    while len(list(tmp_path.iterdir())) < 3 and time.monotonic() < ends:
        time.sleep(0.01)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1", "2", "3"]
    assert list(given) == [1, 2, 3]


@pytest.mark.parametrize("taken", [0, 1])
def test_who_wants_no_more_of_it_ends_the_processes(taken: int) -> None:
    given = in_batches(partial(ending, signal.SIGSTOP, is_odd, None), [[2], [3], [4], [5]], 2)
    assert len(multiprocessing.active_children()) == 2
    assert list(islice(given, taken)) == [2][:taken]
    given.close()
    assert multiprocessing.active_children() == []


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


def season(site: TestSite) -> TestSite:
    """More pages than one batch."""
    return site.write({f"content/matches/{n}.md": report(date=f"2021-{1 + n // 28:02}-{1 + n % 28:02}") for n in range(70)})


def test_a_site_is_the_same_where_processes_are_not_forked(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    season(site).build(jobs=2, output=tmp_path / "forked", cache=tmp_path / "a")
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    site.build(jobs=2)
    assert site.tree() == tree_of(tmp_path / "forked")


def test_a_page_that_ends_its_worker_is_named_and_the_old_site_stays(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    season(site).build()
    before = site.tree()
    site.write({"site.toml": 'title = "Another"'})
    bad, make = "matches/2021/2021-03-05-atalanta-napoli.html", production.Workshop.make

    def ended(workshop: production.Workshop, key: PageKey) -> object:
        if key.path == bad:
            os.kill(os.getpid(), signal.SIGKILL)
        return make(workshop, key)

    with monkeypatch.context() as patch:
        patch.setattr(production.Workshop, "make", ended)
        with pytest.raises(BuildFailed, match=rf"^{bad} could not be made: .*\. Nothing was written; output/ is as before\.$"):
            site.build(jobs=2)
    assert site.tree() == before
    site.build(jobs=2)
    assert "Another" in site.page(bad)
