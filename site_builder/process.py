"""The program as a process: how it is ended from outside, what a terminal that has gone is told, and the exit status.

What a command does is `cli`'s business; nothing here knows any of them but by `run`.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from site_builder.cli_parts import DONE, FAILED, INTERRUPTED, TERMINATED

_ENDING = {signal.SIGINT: (INTERRUPTED, "Interrupted."), signal.SIGTERM: (TERMINATED, "Terminated.")}

_MOMENT = 0.01
"""Seconds after which a destructor is over."""


class EndedError(BaseException):
    """Ctrl-C or SIGTERM, raised where it arrives so that everything is tidied up on the way out."""


def run(commands: click.Command) -> NoReturn:
    """The program: runs a command and exits with its status, however it ends."""
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as for a command in the background of a shell
            signal.signal(number, _end)
    sys.unraisablehook = _lost
    _open_what_is_closed()
    _write_whatever_the_terminal_knows()
    try:
        code, _made = _status(commands)
    except EndedError as ended:
        code, word = _ENDING[ended.args[0]]
        with suppress(OSError):
            click.echo(word, err=True)
    finally:
        for number in _ENDING:
            signal.signal(number, signal.SIG_IGN)  # nothing is left that could be ended
        _raise_in(0)
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process; where nobody else lives in it without taking apart, value by value, what the system gets anyway.

    Of a large site that would take two tenths of a second. The watch mode has more to tidy up.
    """
    others = sys.modules.get("multiprocessing")
    if threading.active_count() > 1 or "multiprocessing.forkserver" in sys.modules or (others and others.active_children()):
        sys.exit(code)
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # as it would be said at the end
    os._exit(code)


def _status(commands: click.Command) -> tuple[int, object]:
    """Run a command; most of them leave by `sys.exit`. The status, and what holds all that the command has made.

    To take that apart before the process ends would take a tenth of a second, of a large site.
    """
    reader = sys.stdout
    try:
        commands.main(prog_name="site-builder", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code, None
    except click.Abort:
        click.echo("Interrupted.", err=True)
        return INTERRUPTED, None
    except SystemExit as ended:
        if sys.stdout is reader:
            return (ended.code if isinstance(ended.code, int) else DONE), ended
        return FAILED, None  # click saw that whoever read the output has gone, and takes that for status 1
    except Exception as fault:  # noqa: BLE001 - whatever it is, no author wants to read a traceback
        from site_builder.outcome import in_words  # noqa: PLC0415 - `--help` must not wait for the whole package

        with suppress(OSError):
            click.echo(f"The command failed: {in_words(fault)}", err=True)
        _hush()
        return FAILED, None
    return DONE, None


def _hush() -> None:
    """Nothing that is left in buffers may complain at the end that nobody takes it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_what_is_closed() -> None:
    """Where a process was started without an output, what it says goes nowhere; the number is taken, so that no file gets it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end of the process


def _write_whatever_the_terminal_knows() -> None:
    """Letters that the encoding of a terminal lacks are escaped, where they would end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """Tidy up; at the second time there is no patience for that, and the next build does it."""
    for each in _ENDING:
        signal.signal(each, _end_at_once)
    raise EndedError(number)


def _lost(found: sys.UnraisableHookArgs) -> None:
    """An end that arrived where nothing can be raised, in a destructor or a callback, is raised again as soon as that is over."""
    ended = found.exc_value
    if not isinstance(ended, EndedError) or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(found)
        return

    def again(_number: int, _frame: FrameType | None) -> NoReturn:
        raise EndedError(*ended.args)

    signal.signal(signal.SIGALRM, again)
    _raise_in(_MOMENT)


def _raise_in(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _end_at_once(number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(_ENDING[signal.Signals(number)][0])
