"""Builds in a process of their own, and how each ended, as a value.

The watch has threads (the observer's, the server's), and a process with threads
must not be forked, as a build does for its workers. So the process that builds
is forked from a server process that has no threads and has imported everything
already. It keeps the site in memory from one build to the next (`living`); what
ends it ends nothing else, and the next build begins with another one.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from contextlib import AbstractContextManager, nullcontext, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, NoReturn, Self

from msgspec import Struct

from site_builder.outcome import BuildFailed, Built, Options, ProblemsInContent, in_words
from site_builder.problems import Problem
from site_builder.workers import let_signals_through, signals_held

if TYPE_CHECKING:
    from site_builder.living import LivingSite

_DIED = "the process of the build was ended from outside, maybe for want of memory"
_PATIENCE = 5.0
"""Seconds that an interrupted build has for tidying up."""


class Ended(Struct, frozen=True):
    """How a build ended: ``built``, or problems with the ``state`` of the output, or a failure that is no author's fault.

    ``problems`` are the warnings of a build that came to its end; ``edited`` are the
    paths in the output of the pages that belong to the sources it was made for.
    """

    seconds: float
    built: Built | None = None
    problems: tuple[Problem, ...] = ()
    state: str = ""
    failure: str = ""
    edited: tuple[str, ...] = ()

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
    some = ("head_parting", "modelling", "markdown_engine")  # what the first edit of some documents would wait for
    content = [f"site_builder.content.{name}" for name in some]
    chosen.set_forkserver_preload(["site_builder.living", *content, __name__])
    return chosen


class Builder:
    """The process that builds, to be used in a ``with``; started when it is first needed, and again where it died."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._start = context()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._here: Connection | None = None

    def __enter__(self) -> Self:
        """Nothing begins before the first build."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process, and what it is doing."""
        self._forget()

    def build(self, changed: frozenset[str] | None) -> Ended:
        """Build after these sources changed, None for whatever may have; what ends the wait for it ends the build too."""
        began = time.monotonic()
        try:
            ended = self._ask(changed)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self._forget()
            return Ended(time.monotonic() - began, failure=_DIED)
        except BaseException:
            self._forget()
            raise
        assert isinstance(ended, Ended)
        return ended

    def settle(self) -> bool:
        """Let the process do what can wait; whether the output is as it was left."""
        if self._process is None:
            return True
        try:
            return bool(self._ask(_SETTLE))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self._forget()
            return True

    def _ask(self, what: object) -> object:
        if self._here is None:
            self._here, there = self._start.Pipe()
            self._process = self._start.Process(target=_work, args=(self._options, there), name="build")  # type: ignore[attr-defined]  # typeshed lacks it
            with signals_held():  # the forkserver, which begins with it, has nothing to tidy up either
                self._process.start()
            there.close()
        self._here.send(what)
        return self._here.recv()

    def _forget(self) -> None:
        process, here = self._process, self._here
        self._process = self._here = None
        if process:
            _end(process)
        if here:
            here.close()


_SETTLE = "settle"


def _end(process: multiprocessing.process.BaseProcess) -> None:
    """Let a process tidy up, or end it, and forget it."""
    if process.is_alive():
        process.terminate()
        process.join(_PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


def _work(options: Options, there: Connection) -> None:
    """The process that builds: one request after the other, until nobody asks any more."""
    from site_builder.living import LivingSite  # noqa: PLC0415 - the watch itself never builds, and shall start at once

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt goes to all processes; the watch says what becomes of this one
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    site = LivingSite(options, _bar)
    with suppress(_TerminatedError, BrokenPipeError, EOFError):
        signal.signal(signal.SIGTERM, _terminate)
        let_signals_through()
        try:
            while True:
                asked = there.recv()
                there.send(_settled(site) if asked == _SETTLE else _ended(site, asked))
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _settled(site: LivingSite) -> bool:
    try:
        return site.settle()
    except (BuildFailed, ProblemsInContent):
        return True  # the next build says what is wrong


def _ended(site: LivingSite, changed: frozenset[str] | None) -> Ended:
    began = time.monotonic()
    try:
        built = site.build(changed)
    except ProblemsInContent as found:
        return Ended(time.monotonic() - began, problems=found.problems, state=found.state)
    except BuildFailed as failed:
        return Ended(time.monotonic() - began, failure=str(failed))
    except Exception as fault:  # noqa: BLE001 - a fault of the program must not end the watch
        return Ended(time.monotonic() - began, failure=in_words(fault))
    return Ended(time.monotonic() - began, built, built.problems, edited=site.edited)


def _bar(_total: int) -> AbstractContextManager[_NoBar]:
    return nullcontext(_NoBar())


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # whole groups are told, and the watch tells as well: once is enough
    raise _TerminatedError


def _end_with(sentinel: int) -> None:
    """End with the watch, also when that is killed."""
    wait([sentinel])
    os.kill(os.getpid(), signal.SIGTERM)
