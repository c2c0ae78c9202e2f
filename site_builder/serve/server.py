"""The server of the watch mode: the files of the output for browsers on this machine, and news for those that listen.

One thread with an event loop, whoever connects: a client that is idle, slow or
gone costs a socket and no thread. It is made for writing at a desk, not for the
public: no folder is listed, nothing outside the output is served, other sites
cannot read from it, nothing is cached.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys
import threading
from concurrent.futures import Future
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, quote, urlsplit

from msgspec import Struct, field

from site_builder.serve.builds import Ended
from site_builder.serve.news import News, event
from site_builder.serve.pages_on_disk import INDEX, LIVE, content_type, find, is_page, read, with_script
from site_builder.serve.requests import Refused, Request, check_origin, parse_request, path_of

if sys.platform != "win32":
    import resource

EVENTS = "/.site-builder/events"
DEFAULT_HOST, DEFAULT_PORT, MOST_PORTS = "127.0.0.1", 8000, 50
BACKLOG = 512
MOST_CLIENTS = 1000
SPARE_FILES = 40
"""Open files that clients must leave to the watch: it cannot look at sources that it cannot open."""
LARGEST_HEAD = 16 * 1024
PATIENCE = 30.0
"""Seconds for a client to ask, or to take what it asked for."""
HEARTBEAT = 15.0
LINGER = 2.0
_CHUNK = 1 << 18
_SCRIPTS = tuple(Path(__file__).parent / name for name in ("morph.js", "live.js"))
_ALWAYS = (
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Cross-Origin-Resource-Policy: same-origin",
)


def bind(host: str, port: int | None) -> socket.socket:
    """A socket that listens: on this port, or without one on 8000 or the next that is free. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    ports = [port] if port is not None else [*range(DEFAULT_PORT, DEFAULT_PORT + MOST_PORTS), 0]
    for one in ports[:-1]:
        with contextlib.suppress(OSError):
            return socket.create_server((host, one), family=family, backlog=BACKLOG)
    return socket.create_server((host, ports[-1]), family=family, backlog=BACKLOG)


class Listener(Struct, eq=False):
    """A browser that listens: the page it shows, the version it knows, and a bell for news."""

    page: str
    seen: str
    bell: asyncio.Event = field(default_factory=asyncio.Event)


class Server:
    """Serves an output folder from a thread of its own, in a ``with``; `tell` may be called from any thread."""

    def __init__(self, output: Path, listening: socket.socket, host: str = DEFAULT_HOST) -> None:
        self._output = output
        self._socket = listening
        self._host = host
        self._news = News()
        self._listeners: set[Listener] = set()
        self._clients: set[asyncio.Task[Any]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="server", daemon=True)
        self._ended: asyncio.Event | None = None
        self._began: Future[None] = Future()

    @property
    def url(self) -> str:
        """The address of the home page."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104 - compared, not bound
        return f"http://{f'[{host}]' if ':' in host else host}:{self._socket.getsockname()[1]}/"

    def __enter__(self) -> Self:
        """Begin to serve."""
        self._thread.start()
        self._began.result(PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up on everybody."""
        if self._ended:
            with contextlib.suppress(RuntimeError):  # it has come to its end by itself
                self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(5)

    def tell(self, ended: Ended) -> None:
        """Tell listening browsers how a build ended, those that it concerns."""
        self._loop.call_soon_threadsafe(self._tell, ended)

    def _tell(self, ended: Ended) -> None:
        self._news.ended(ended)
        for listener in self._listeners:
            listener.bell.set()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._ended = asyncio.Event()
        asyncio.get_running_loop().set_exception_handler(self._mind)
        server = await asyncio.start_server(self._client, sock=self._socket, limit=LARGEST_HEAD, backlog=BACKLOG)
        self._began.set_result(None)
        await self._ended.wait()
        server.close()
        for task in self._clients:
            task.cancel()
        await asyncio.gather(*self._clients, return_exceptions=True)

    def _mind(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """What the loop has to say. That a client could not be let in because too much is open: it is, a second later.

        Where the server ends within that second, the loop tries all the same, with a socket that is closed.
        """
        is_over = self._ended is not None and self._ended.is_set()
        if not is_over and not isinstance(context.get("exception"), OSError):
            loop.default_exception_handler(context)

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, from its first request to its end, which nobody minds."""
        task = asyncio.current_task()
        assert task is not None, "the loop starts a task for each connection"
        self._clients.add(task)
        try:
            if len(self._clients) > _most_clients():
                await _answer(writer, 503)
            else:
                while await self._exchange(reader, writer):
                    pass
            await _part(reader, writer)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client is gone, takes nothing, or the server ends: nothing is left to do for it
        finally:
            self._clients.discard(task)
            writer.transport.abort()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; whether another may follow."""
        try:
            async with asyncio.timeout(PATIENCE):
                head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            await _answer(writer, 431)
            return False
        try:
            request = parse_request(head)
            check_origin(request, self._host)
        except Refused as refused:
            await _answer(writer, refused.status)
            return False
        if urlsplit(request.target).path == EVENTS:
            await self._listen(request, reader, writer)
            return False
        await self._file(request, writer)
        return request.keeps_alive

    async def _file(self, request: Request, writer: asyncio.StreamWriter) -> None:
        """Answer with a file of the output, with the script for pages; with the site's own 404 page where there is none."""
        if urlsplit(request.target).path == LIVE:
            await _answer(writer, 200, b"".join(script.read_bytes() for script in _SCRIPTS), "live.js", request)
            return
        version = self._news.version  # before the file is read: what changes meanwhile is told, maybe once too often
        try:
            path = path_of(request.target)
        except Refused as refused:
            if refused.status != HTTPStatus.NOT_FOUND:
                await _answer(writer, refused.status, request=request)
                return
            path = "."
        file = find(self._output, path) if path != "." else None
        if not file and path != "." and find(self._output, f"{path}/{INDEX}"):
            await _answer(writer, 301, request=request, more=(f"Location: /{quote(path)}/",))
            return
        status = 200 if file else 404
        shown = file or find(self._output, "404.html")
        try:
            data = await asyncio.to_thread(read, shown) if shown else None
        except OSError:
            status, data = 404, None
        name = shown.path if shown and data is not None else "404.html"
        if data is None:
            data = _plain("Nothing is here. A page comes here as soon as it is built.")
        await _answer(writer, status, with_script(data, version) if is_page(name) else data, name, request)

    async def _listen(self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Tell a browser what concerns its page, until it leaves."""
        query = parse_qs(urlsplit(request.target).query)
        try:
            page = path_of(query.get("page", ["/"])[0])
        except Refused:
            page = "404.html"
        page = page + INDEX if not page or page.endswith("/") else page
        seen = request.headers.get("last-event-id") or query.get("seen", [""])[0]
        listener = Listener(page, seen)
        writer.write(_head(200, ("Content-Type: text/event-stream; charset=utf-8", "Connection: close")))
        if request.method == "HEAD":
            return
        self._listeners.add(listener)
        leaving = asyncio.create_task(reader.read(1))
        try:
            await self._talk(listener, writer, leaving)
        finally:
            self._listeners.discard(listener)
            leaving.cancel()
            # Its end, a broken connection as well, must be asked for or asyncio complains of it.
            await asyncio.gather(leaving, return_exceptions=True)

    async def _talk(self, listener: Listener, writer: asyncio.StreamWriter, leaving: asyncio.Task[bytes]) -> None:
        problems, news, data = "", self._news, b": listening\n\n"
        while not leaving.done():
            listener.bell.clear()
            for name, said in news.told(listener.page, listener.seen):
                data += event(name, said, news.version)
            listener.seen = news.version
            if problems != news.problems:
                problems = news.problems
                data += event("problems", problems)
            await _send(writer, data)
            ring = asyncio.create_task(listener.bell.wait())
            happened, _ = await asyncio.wait((ring, leaving), timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
            ring.cancel()
            data = b"" if happened else b": still here\n\n"


def _most_clients() -> int:
    if sys.platform == "win32":  # there is no such limit
        return MOST_CLIENTS
    return max(8, min(MOST_CLIENTS, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - SPARE_FILES))


async def _answer(
    writer: asyncio.StreamWriter,
    status: int,
    data: bytes | None = None,
    name: str = "404.html",
    request: Request | None = None,
    more: tuple[str, ...] = (),
) -> None:
    """A whole answer; without a request that was understood the connection ends with it."""
    body = _plain(HTTPStatus(status).phrase) if data is None else data
    keeps = "keep-alive" if request and request.keeps_alive else "close"
    allow = ("Allow: GET, HEAD",) if status == HTTPStatus.METHOD_NOT_ALLOWED else ()
    lines = (f"Content-Type: {content_type(name)}", f"Content-Length: {len(body)}", f"Connection: {keeps}", *allow, *more)
    head = _head(status, lines)
    await _send(writer, head)
    if not request or request.method != "HEAD":
        for start in range(0, len(body), _CHUNK):
            await _send(writer, body[start : start + _CHUNK])


async def _part(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """End a connection so that the last answer arrives: one that is cut off with something unread takes it along."""
    writer.write_eof()
    async with asyncio.timeout(LINGER):
        while await reader.read(_CHUNK):
            pass
    writer.close()
    async with asyncio.timeout(PATIENCE):
        await writer.wait_closed()


def _head(status: int, lines: tuple[str, ...]) -> bytes:
    first = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"
    return "\r\n".join((first, *_ALWAYS, *lines, "", "")).encode("ascii")


def _plain(sentence: str) -> bytes:
    title = f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{sentence}</title>\n'
    return f"{title}<body>\n<p>{sentence}</p>\n</body>\n</html>\n".encode()


async def _send(writer: asyncio.StreamWriter, data: bytes) -> None:
    """Send, at the pace of the client; raises TimeoutError where it takes nothing any more."""
    writer.write(data)
    async with asyncio.timeout(PATIENCE):
        await writer.drain()
