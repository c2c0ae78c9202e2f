"""Clients of the watch mode's server, down to single bytes, and the patience that tests of it need."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from builders import TestSite
from site_builder.outcome import Built
from site_builder.serve.builds import Ended
from site_builder.serve.watching import Watch

PATIENCE = 20.0
LONG, SHORT = 10.0, 0.3
"""Seconds that a watch waits for a change that comes, and for one that does not."""
FILE = "content/matches/a.md"
PAGE = b"<!doctype html><title>x</title><body><p>Home</p></body></html>"


def built(*changed: str, edited: tuple[str, ...] = ()) -> Ended:
    return Ended(0.1, Built(1, 1, len(changed), 0, 0, (), changed), edited=edited)


def change(*files: str, page: bool = False) -> str:
    return json.dumps({"page": page, "files": list(files)})


def until(is_so: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Wait until something is so, and fail saying what was waited for."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.02)


def sees(watch: Watch, *paths: str) -> bool:
    """Whether these files are seen to change, maybe one after the other, and no others; folders are left out."""
    found: set[str] = set()
    while not found.issuperset(paths):
        changed = watch.next_change(LONG)
        assert changed, f"waited in vain for more than {found}"
        found |= changed
    return {path for path in found if "." in path} == set(paths)


class Answer(Struct, frozen=True):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Client(Struct, frozen=True):
    """Speaks to a server by its address."""

    url: str

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    def connect(self) -> socket.socket:
        parts = urlsplit(self.url)
        assert parts.hostname
        assert parts.port
        return socket.create_connection((parts.hostname, parts.port), timeout=PATIENCE)

    def raw(self, question: bytes) -> Answer:
        """Exactly these bytes, and all that comes back."""
        with self.connect() as connection:
            connection.sendall(question)
            said = b""
            while chunk := connection.recv(65536):
                said += chunk
        return answer_of(said)

    def ask(self, target: str, method: str = "GET", **headers: str) -> Answer:
        given = {"Host": self.host, "Connection": "close", **{name.replace("_", "-"): value for name, value in headers.items()}}
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
        return self.raw(f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1"))

    def listen(self, page: str, seen: str = "") -> Listening:
        """A browser that listens for news of a page; it has to be closed."""
        connection = self.connect()
        target = f"/.site-builder/events?page={page}&seen={seen}"
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {self.host}\r\n\r\n".encode())
        return Listening(connection)


@dataclass
class Listening:
    connection: socket.socket
    _rest: bytes = field(default=b"")

    def events(self) -> Iterator[tuple[str, str]]:
        """Names and data of events as they come."""
        while chunk := self.connection.recv(65536):
            *whole, self._rest = (self._rest + chunk).split(b"\n\n")
            for block in whole:
                fields = dict(line.partition(": ")[::2] for line in block.decode().split("\n"))
                if "event" in fields:
                    yield fields["event"], fields["data"]

    def next(self, name: str) -> str:
        """The data of the next event of a name."""
        return next(data for said, data in self.events() if said == name)

    def close(self) -> None:
        self.connection.close()


def answer_of(said: bytes) -> Answer:
    head, _, body = said.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return Answer(int(first.split()[1]), headers, body)


def children_of(pid: int) -> set[int]:
    """All processes below one."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


@contextmanager
def watching(site: TestSite, *words: str, patience: float = PATIENCE) -> Iterator[Watching]:
    """`site-builder watch` in a process of its own, past its first build; killed at the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder", "watch", "--port", "0", "--jobs", "1", *words],
        cwd=site.folder,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    begun = Watching(process)
    reading = threading.Thread(target=begun.read, daemon=True)
    reading.start()
    try:
        until(lambda: " in " in begun.said or "Nothing was written" in begun.said, "the first build", patience)
        yield begun
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        reading.join()
        assert process.stdout
        process.stdout.close()


@dataclass
class Watching:
    process: subprocess.Popen[str]
    said: str = ""

    def read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line

    @property
    def url(self) -> str:
        return self.said.partition("Serving the site at ")[2].partition(" ")[0]

    @property
    def client(self) -> Client:
        return Client(self.url)

    def below(self) -> set[int]:
        """All processes that it has started."""
        return children_of(self.process.pid)

    def end(self, number: signal.Signals) -> int:
        """The exit status after a signal to the whole group, as a terminal sends it."""
        os.killpg(self.process.pid, number)
        return self.process.wait(PATIENCE)
