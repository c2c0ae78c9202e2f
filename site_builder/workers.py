"""Worker processes for work in batches: as many as asked for, none outliving its parent.

Knows nothing of what the work is. Results come in the order of the batches, so
that nothing depends on which worker was faster. With one job everything runs in
this process.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")


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
) -> Iterator[B]:
    """What `work` gives for each part, in order.

    ``prepare(*material)`` runs once in each process before its first part. Where
    processes are forked the material is inherited and never copied through a pipe.
    """
    parts = list(parts)
    if jobs == 1 or len(parts) < 2:
        if prepare:
            prepare(*material)
        yield from map(work, parts)
        return
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    pool = ProcessPoolExecutor(min(jobs, len(parts)), context, _start, (prepare, material))

    def submit(part: Sequence[A]) -> Future[B]:
        return pool.submit(work, part)

    try:
        yield from in_order(submit, parts, len(parts))
    except BrokenProcessPool as broken:
        raise WorkerDied("a worker process was ended from outside, maybe for want of memory") from broken
    finally:
        # What nobody waits for any more must not be done first.
        pool.shutdown(wait=True, cancel_futures=True)


def _start(prepare: Callable[..., None] | None, material: tuple[Any, ...]) -> None:
    """Begin a worker: it leaves interrupts to its parent, and ends with it, also when that is killed."""
    gc.disable()  # as in `without_looking_for_cycles`, to the end of the process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    if prepare:
        prepare(*material)


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
