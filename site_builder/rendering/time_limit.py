"""A bound on the computing time of a template, so that a loop without an end is told like any other fault.

A template is a program: it can count for ever without writing anything, so that
there is no place at which a clock could be read. An alarm is set instead, which
counts the computing time of the process alone: a busy or suspended machine
stops no page. It exists where the system has such an alarm, and in a main
thread, where all templates run but those of a cluster; and it comes between
two steps of Python, so that a single call that counts to a billion is not cut short.

Setting it takes as long as a twentieth of a page, so it is set once for many
(`watched`): it strikes every second, and strikes are counted while a page is rendered.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from math import ceil
from types import FrameType
from typing import Self

SECONDS_A_PAGE = 10.0
"""A page of ten thousand matches takes a twentieth of that."""


_AGAIN = 1.0
"""Between two strikes. They go on when the time is over, since an alarm can meet a place where Python swallows it."""


class EndlessError(Exception):
    """A template that was stopped."""


class _Watch(AbstractContextManager["_Watch"]):
    """The alarm of the process, and within it a page: strikes that are left to it, None between pages."""

    __slots__ = ("each", "left", "thread")

    def __init__(self) -> None:
        self.thread: int | None = None
        self.each = 0
        self.left: int | None = None

    def __enter__(self) -> Self:
        self.left = self.each
        return self

    def __exit__(self, *_fault: object) -> None:
        self.left = None

    def strike(self, _number: int, _frame: FrameType | None) -> None:
        """Stop the page whose time is over."""
        if self.left is not None:
            self.left -= 1
            if self.left <= 0:
                raise EndlessError


_watch = _Watch()


def limited() -> AbstractContextManager[object]:
    """A time in which a page may be rendered; raises `EndlessError` inside when it is over."""
    return _watch if _watch.thread == threading.get_ident() else _alone()


@contextmanager
def watched() -> Iterator[None]:
    """A time in which many pages may be rendered, each of them `limited`."""
    has_alarm = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not has_alarm or _watch.thread is not None:
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _watch.strike)
    try:
        every = min(_AGAIN, SECONDS_A_PAGE)
        _watch.each = ceil(SECONDS_A_PAGE / every) + 1  # the first may come at once
        _watch.thread = threading.get_ident()
        signal.setitimer(signal.ITIMER_VIRTUAL, every, every)
        yield
    finally:
        _watch.thread = None
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _alone() -> Iterator[None]:
    """A page that is rendered by itself."""
    with watched():
        if _watch.thread != threading.get_ident():
            yield
            return
        with _watch:
            yield
