"""Worker processes for work in batches: as many as asked for, none outliving its parent.

Knows nothing of what the work is. Results come in the order of the batches, so
that nothing depends on which worker was faster. With one job everything runs in
this process.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from concurrent.futures import wait as wait_for
from contextlib import contextmanager, suppress
from itertools import zip_longest
from typing import Any, TypeVar

from msgspec import Struct

A = TypeVar("A")
B = TypeVar("B")
Results = Generator[B, None, None]

PATIENCE, PATIENCE_AN_ITEM = 120.0, 4.0
"""Seconds for a batch, and for each item of it: far more than the slowest takes, so that what needs more will never end."""
MOST_NAMED = 3
"""So many items that no worker survives are looked for and named."""
_ENDING = (signal.SIGINT, signal.SIGTERM)
_NONE: Any = object()


class WorkerDied(Exception):
    """A worker process ended before its work was done; the text is a sentence without its full stop."""


class ClusterFailed(Exception):
    """Workers on other machines cannot do the work; the text is a sentence without its full stop."""


def default_jobs() -> int:
    """As many workers as this process may use processors."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def without_looking_for_cycles() -> Iterator[None]:
    """A time in which Python's collector does not run; also a decorator.

    A build makes millions of values that live until its end, and next to none that
    refer to each other in a circle: to look for these again and again takes a
    tenth of its time, and copies memory that workers share with their parent.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def batches(items: Sequence[A], size: int) -> list[Sequence[A]]:
    """Consecutive parts of a sequence, the last maybe shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def in_turn(parts: Sequence[A], jobs: int) -> list[A]:
    """As many stretches of a sequence as there are workers, one part of each in turn.

    What stands beside each other is often made of the same things, and so each worker
    stays, more or less, with a stretch of its own.
    """
    stretches = batches(parts, -(-len(parts) // jobs) or 1)
    return [part for row in zip_longest(*stretches, fillvalue=_NONE) for part in row if part is not _NONE]


def in_order(
    submit: Callable[[A], Future[B]],
    parts: Iterable[A],
    ahead: int,
    fetch: Callable[[Future[B]], B] = Future.result,
) -> Iterator[B]:
    """What an executor gives for each part, in the order of the parts; at most ``ahead`` of them are under way or wait here.

    ``fetch`` waits for one. What nobody waits for any more is cancelled.
    """
    waiting: deque[Future[B]] = deque()
    try:
        for part in parts:
            if len(waiting) == ahead:
                yield fetch(waiting.popleft())
            waiting.append(submit(part))
        while waiting:
            yield fetch(waiting.popleft())
    finally:
        for future in waiting:
            future.cancel()


def in_batches(
    work: Callable[[Sequence[A]], B],
    parts: Iterable[Sequence[A]],
    jobs: int,
    prepare: Callable[..., None] | None = None,
    *material: Any,  # noqa: ANN401 - whatever `prepare` takes
    named: Callable[[A], str] = str,
) -> Results[B]:
    """What `work` gives for each part, in order. Processes begin now, not when somebody asks for the first result.

    ``prepare(*material)`` runs once in each process before its first part. Where
    processes are forked the material is inherited and never copied through a pipe.
    Who does not take all results closes them, which ends the processes.

    Where a process dies or hangs, what it may have had in hand is done again, each
    part by itself: what somebody ended from outside costs time and nothing else. A
    part that fails again is taken apart, the others are done to the end, and then
    `WorkerDied` says by ``named`` which items it was.
    """
    waiting = deque(parts)
    if jobs == 1 or len(waiting) < 2:
        return _in_this_process(work, waiting, prepare, material)
    crew = _Crew(work, prepare, material)
    return _by_workers(crew, crew.results(waiting, jobs), waiting, jobs, named)


def _in_this_process(
    work: Callable[[Sequence[A]], B], parts: Iterable[Sequence[A]], prepare: Callable[..., None] | None, material: tuple[Any, ...]
) -> Results[B]:
    if prepare:
        prepare(*material)
    yield from map(work, parts)


def _by_workers(
    crew: _Crew, results: Results[B], waiting: deque[Sequence[A]], jobs: int, named: Callable[[A], str]
) -> Results[B]:
    lost: list[str] = []
    while True:
        yield from results
        # Parts are begun in their order, so that what ended a process is among the first that are left.
        for _ in range(min(len(waiting), 2 * jobs + 1)):
            suspect = deque([waiting.popleft()])
            yield from crew.results(suspect, 1)
            if suspect:
                lost += map(named, crew.culprits(suspect[0]))
        if not waiting or len(lost) >= MOST_NAMED:
            break
        results = crew.results(waiting, jobs)
    if lost:
        raise WorkerDied(f"{', '.join(lost[:MOST_NAMED])} could not be made: {crew.why}")


class _Crew(Struct):
    """Worker processes for one kind of work; ``why`` is what became of the last one that did not come to its end."""

    work: Callable[[Sequence[Any]], Any]
    prepare: Callable[..., None] | None
    material: tuple[Any, ...]
    why: str = ""

    def results(self, waiting: deque[Sequence[Any]], jobs: int) -> Results[Any]:
        """What comes of each part, which leaves ``waiting`` with it; where a process dies or hangs, the rest stays there."""
        results = self._results(waiting, jobs)
        next(results)
        return results

    def _results(self, waiting: deque[Sequence[Any]], jobs: int) -> Results[Any]:
        """The same, and before it nothing, once the work has begun: whoever closes this then ends the processes."""
        import multiprocessing  # noqa: PLC0415 - a build of a few pages has no workers, and need not load what they take
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - as above

        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        others = set(multiprocessing.active_children())
        pool = ProcessPoolExecutor(min(jobs, len(waiting)) or 1, context, _start, (self.prepare, self.material))
        try:
            futures = self._begun(pool, waiting)
            yield None
            for future in futures:
                if self._is_lost(future, PATIENCE + PATIENCE_AN_ITEM * len(waiting[0])):
                    return
                waiting.popleft()
                yield future.result()
        finally:
            if waiting:  # nobody wants what is still being done, or it will never end
                for process in set(multiprocessing.active_children()) - others:
                    process.kill()
            pool.shutdown(wait=True, cancel_futures=True)

    def _begun(self, pool: Executor, parts: Iterable[Sequence[Any]]) -> list[Future[Any]]:
        """The work on these parts; where a process ends before all are handed over, on those that were."""
        begun: list[Future[Any]] = []
        try:
            with signals_held(), suppress(BrokenExecutor):
                for part in parts:
                    begun.append(pool.submit(self.work, part))  # noqa: PERF401 - what was begun counts, whatever comes of the next
        except OSError as error:
            raise WorkerDied(f"no worker process could be started: {error.strerror}") from error
        return begun

    def _is_lost(self, future: Future[Any], seconds: float) -> bool:
        """Wait for the part that was begun before all others which are under way; whether nothing will come of it."""
        if not wait_for([future], seconds).done:
            self.why = f"the worker process gave no answer for {seconds:.0f} seconds"
        elif isinstance(future.exception(), BrokenExecutor):
            self.why = "the worker process was ended from outside, maybe for want of memory"
        else:
            return False
        return True

    def culprits(self, part: Sequence[A]) -> list[A]:
        """Those items of a part that no process survives, each tried by itself, no more than are named.

        All of them where each survives alone.
        """
        singles = deque[Sequence[A]]([item] for item in part)
        found: list[A] = []
        while singles and len(found) < MOST_NAMED:
            deque(self.results(singles, 1), maxlen=0)
            found += singles.popleft() if singles else ()
        return found or list(part)


@contextmanager
def signals_held() -> Iterator[None]:
    """A time in which Ctrl-C and SIGTERM wait: a process that is being started would answer them as its parent does."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def let_signals_through() -> None:
    """For a process that was started while they were held, and knows what to do with them now."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


def _start(prepare: Callable[..., None] | None, material: tuple[Any, ...]) -> None:
    """Begin a worker: it leaves interrupts to its parent, and ends with it, also when that is killed."""
    from multiprocessing import parent_process  # noqa: PLC0415 - see `_Crew.results`

    gc.disable()  # as in `without_looking_for_cycles`, to the end of the process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    let_signals_through()
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    if prepare:
        prepare(*material)


def _end_with(sentinel: int) -> None:
    from multiprocessing.connection import wait  # noqa: PLC0415 - see `_Crew.results`

    wait([sentinel])
    os._exit(1)
