"""The watch mode as a whole: build, serve, and build again after every edit, until somebody ends it.

The spine of this room, as `build` is that of the program; prints nothing, the
command line tells what comes out here.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from site_builder.folders import NO_SITE, Folders, folders_of
from site_builder.outcome import Options, WrongSettings
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.folder import check_cache, check_output
from site_builder.problems import Place, Problem
from site_builder.serve.builds import Builder, Ended
from site_builder.serve.server import DEFAULT_HOST, Server, bind
from site_builder.serve.watching import Watch

RETRY = 2.0
"""Seconds after which a build that failed for no author's fault (the disk, another build) is tried again."""
LONGEST_RETRY = 60.0
IDLE = 2.0
"""Seconds without an edit after which the builder does what can wait."""


class Session(Struct, frozen=True):
    """A watch that has begun: ``url`` is where the site is served."""

    url: str
    watch: Watch
    server: Server
    options: Options

    @property
    def url_to_follow(self) -> str:
        """Where a tab begins that goes to the page of whatever is edited (see ``live.js``)."""
        return f"{self.url}?site-builder-follow"

    def builds(self) -> Iterator[Ended]:
        """How each build ended, the first one's end first; never ends by itself.

        Browsers are told before the caller is.
        """
        retry = RETRY
        changed: frozenset[str] | None = None
        with Builder(self.options) as builder:
            while True:
                ended = builder.build(changed)
                self.server.tell(ended)
                yield ended
                retry = min(retry * 2, LONGEST_RETRY) if ended.failure else RETRY
                if ended.failure:
                    changed = self.watch.next_change(retry) or None
                else:
                    changed = self._after(builder, is_mended=changed is None)

    def _after(self, builder: Builder, *, is_mended: bool) -> frozenset[str] | None:
        """The sources that change next; None where somebody else changed the output, unless it has just been mended."""
        changed = self.watch.next_change(IDLE)
        if not changed and not builder.settle() and not is_mended:
            return None
        while not changed:
            changed = self.watch.next_change()
        return changed


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
        raise _wrong(NO_SITE)
    try:
        check_output(folders.output, folders.site)
        check_cache(folders.cache, folders.output, folders.site)
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
