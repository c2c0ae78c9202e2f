"""The watch mode as a whole: build, serve, and build again after every edit, until somebody ends it.

The spine of this room, as `build` is that of the program; prints nothing, the
command line tells what comes out here.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from site_builder.folders import Folders, folders_of
from site_builder.outcome import Options, WrongSettings
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.folder import check_output
from site_builder.problems import Place, Problem
from site_builder.serve.builds import Ended, build_apart, context
from site_builder.serve.server import DEFAULT_HOST, Server, bind
from site_builder.serve.watching import Watch

RETRY = 2.0
"""Seconds after which a build that failed for no author's fault (the disk, another build) is tried again."""
LONGEST_RETRY = 60.0


@dataclass(frozen=True, slots=True)
class Session:
    """A watch that has begun: ``url`` is where the site is served."""

    url: str
    watch: Watch
    server: Server
    options: Options

    def builds(self) -> Iterator[Ended]:
        """How each build ended, the first one's end first; never ends by itself.

        Browsers are told before the caller is.
        """
        start = context()
        retry = RETRY
        while True:
            ended = build_apart(self.options, start)
            self.server.tell(ended)
            yield ended
            retry = min(retry * 2, LONGEST_RETRY) if ended.failure else RETRY
            self._wait(retry if ended.failure else None)

    def _wait(self, seconds: float | None) -> None:
        while not self.watch.next_change(seconds):
            if seconds is not None:
                return


@contextmanager
def open_session(
    options: Options, note: Callable[[str], object], *, host: str = DEFAULT_HOST, port: int | None = None, poll: bool = False
) -> Iterator[Session]:
    """Begin to serve and to watch; builds begin with `Session.builds`. ``note`` takes sentences for people.

    Raises `WrongSettings` where there is no site, no place for its output, or no such host or port.
    """
    folders = folders_of(options.site, options.output, options.cache)
    _check(folders)
    options = replace(options, site=folders.site, output=folders.output, cache=folders.cache)
    with (
        _bound(host, port) as listening,
        Server(folders.output, listening, host) as server,
        Watch(folders, note, poll=poll) as watch,
    ):
        yield Session(server.url, watch, server, options)


def _check(folders: Folders) -> None:
    """What is wrong at the start is wrong usage; later, the same is a problem like any other."""
    if not folders.content.is_dir():
        sentence = "this folder holds no site: there is no folder `content` in it"
        raise _wrong(Problem("no-site", Place("content"), sentence, "Go to the site's folder, or name it with --site."))
    try:
        check_output(folders.output, folders.site)
    except OutputRefused as refused:
        raise WrongSettings(refused.problems, "Nothing was written.") from refused
    except OutputFailed as failed:
        raise _wrong(Problem("output-folder", Place(str(folders.output)), failed.message)) from failed


@contextmanager
def _bound(host: str, port: int | None) -> Iterator[socket.socket]:
    try:
        listening = bind(host, port)
    except OSError as error:
        at = f"{host}:{port}" if port is not None else host
        sentence = f"cannot serve at {at}: {error.strerror or error}"
        fix = "Choose another --port, or none." if port is not None else "Choose another --host, or none."
        raise _wrong(Problem("address-in-use", Place("--port" if port is not None else "--host"), sentence, fix)) from error
    with listening:
        yield listening


def _wrong(problem: Problem) -> WrongSettings:
    return WrongSettings([problem], "Nothing was written.")
