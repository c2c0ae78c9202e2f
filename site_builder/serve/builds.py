"""One build in a process of its own, and how it ended, as a value.

The watch has threads (the observer's, the server's), and a process with threads
must not be forked, as a build does for its workers. So every build is forked
from a server process that has no threads and has imported everything already:
it starts within milliseconds, may fork workers itself, and takes all its memory
with it when it ends; a build that crashes ends nothing else. Where there is no
forkserver, each build starts from scratch.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
import traceback
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from types import FrameType
from typing import NoReturn

from site_builder.outcome import BuildFailed, Built, Options, ProblemsInContent
from site_builder.problems import Problem

_DIED = "the process of the build was ended from outside, maybe for want of memory"
_PATIENCE = 5.0
"""Seconds that an interrupted build has for tidying up."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended: ``built``, or problems with the ``state`` of the output, or a failure that is no author's fault.

    ``problems`` are the warnings of a build that came to its end.
    """

    seconds: float
    built: Built | None = None
    problems: tuple[Problem, ...] = ()
    state: str = ""
    failure: str = ""

    @property
    def changed(self) -> frozenset[str]:
        """The paths of the output that are new, other, or gone."""
        return frozenset(self.built.changed) if self.built else frozenset()


class _TerminatedError(BaseException):
    """SIGTERM, raised where it arrives so that staging is cleared on the way out."""


class _NoBar:
    """Progress that nobody looks at."""

    def update(self, n_steps: int) -> None:
        """Nothing moves."""


def context() -> BaseContext:
    """How builds are started; the import of everything begins now, once."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    chosen = multiprocessing.get_context("forkserver")
    chosen.set_forkserver_preload(["site_builder.build", __name__])
    return chosen


def build_apart(options: Options, start: BaseContext) -> Ended:
    """Build in a process of its own and wait for its end; what ends the wait ends the build too."""
    began = time.monotonic()
    here, there = start.Pipe(duplex=False)
    process = start.Process(target=_build, args=(options, there), name="build")  # type: ignore[attr-defined]  # typeshed lacks it
    process.start()
    there.close()
    try:
        ended = here.recv()
        assert isinstance(ended, Ended)
        process.join(_PATIENCE)
    except EOFError:
        ended = Ended(time.monotonic() - began, failure=_DIED)
    finally:
        _end(process)
        here.close()
    return ended


def _end(process: multiprocessing.process.BaseProcess) -> None:
    """Let a process tidy up, or end it, and forget it."""
    if process.is_alive():
        process.terminate()
        process.join(_PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


def _build(options: Options, there: Connection) -> None:
    """The build process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt goes to all processes; the watch says what becomes of this one
    signal.signal(signal.SIGTERM, _terminate)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    with suppress(_TerminatedError, BrokenPipeError):
        there.send(_ended(options))


def _ended(options: Options) -> Ended:
    from site_builder.build import build_site  # noqa: PLC0415 - the watch itself never builds, and shall start at once

    began = time.monotonic()
    try:
        built = build_site(options, _bar)
    except ProblemsInContent as found:
        return Ended(time.monotonic() - began, problems=found.problems, state=found.state)
    except BuildFailed as failed:
        return Ended(time.monotonic() - began, failure=str(failed))
    except Exception as fault:  # noqa: BLE001 - a fault of the program must not end the watch
        where = traceback.extract_tb(fault.__traceback__)[-1]
        name = f"{type(fault).__name__} in {os.path.basename(where.filename)}:{where.lineno}"  # noqa: PTH119 - a text
        return Ended(time.monotonic() - began, failure=f"a fault of site-builder itself ({name}: {fault})")
    return Ended(time.monotonic() - began, built, built.problems)


def _bar(_total: int) -> AbstractContextManager[_NoBar]:
    return nullcontext(_NoBar())


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _TerminatedError


def _end_with(sentinel: int) -> None:
    """End with the watch, also when that is killed."""
    wait([sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
