"""A bound on the computing time of a template, so that a loop without an end is told like any other fault.

A template is a program: it can count for ever without writing anything, so that
there is no place at which a clock could be read. An alarm is set instead, which
counts the computing time of the process alone: a busy or suspended machine
stops no page. It exists where the system has such an alarm, and in a main
thread, where all templates run but those of a cluster; and it comes between
two steps of Python, so that a single call that counts to a billion is not cut short.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

SECONDS_A_PAGE = 10.0
"""A page of ten thousand matches takes a twentieth of that."""


_AGAIN = 1.0


class EndlessError(Exception):
    """A template that was stopped."""


@contextmanager
def limited() -> Iterator[None]:
    """A time in which a page may be rendered; raises `EndlessError` inside when it is over."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        # Again and again, since an alarm can meet a place where Python swallows it.
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_A_PAGE, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise EndlessError
