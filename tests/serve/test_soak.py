"""A watch for a long time: two hundred browsers that come and go, an edit every moment, and nothing that grows.

Ten minutes where ``TRUST=full`` (or ``SOAK`` seconds), some seconds otherwise.
"""

from __future__ import annotations

import os
import selectors
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from builders import TestSite, report, tree_of
from figures import Figures, long_or_short
from serving import Client, Watching, until, watching

SECONDS = int(os.environ.get("SOAK", long_or_short(600, 5)))
CLIENTS = 200
EVERY = 0.2
"""Seconds from one edit to the next."""
MATCHES = 24


def path_of(n: int) -> str:
    return f"content/matches/{n}.md"


def match(n: int, text: str, **more: str) -> str:
    return report("Atalanta", "Napoli", date=f"2021-03-{n + 1:02}", text=text, **more)


class Weight(Struct, frozen=True):
    """What a watch and the processes below it hold."""

    threads: int
    descriptors: int
    kibibytes: int

    @classmethod
    def of(cls, watch: Watching) -> Weight:
        each = [_weighed(pid) for pid in (watch.process.pid, *sorted(watch.below()))]
        return cls(*map(sum, zip(*each, strict=True)))


def _weighed(pid: int) -> tuple[int, int, int]:
    """Threads, open files, and the memory that is its own alone."""
    folder = Path(f"/proc/{pid}")
    own = sum(int(line.split()[1]) for line in (folder / "smaps_rollup").read_text().splitlines() if line.startswith("Private_"))
    return len(list((folder / "task").iterdir())), len(list((folder / "fd").iterdir())), own


class Crowd:
    """Browsers that listen, each to a page; all that they are told is read, and counted."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.told = 0
        self.lost = 0
        self._selector = selectors.DefaultSelector()
        self._lock = threading.Lock()
        self._is_over = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._sockets: list[socket.socket] = []

    def come(self, n: int) -> None:
        listening = self.client.listen(f"/matches/2021/2021-03-{n % MATCHES + 1:02}-atalanta-napoli.html").connection
        with self._lock:
            self._sockets.append(listening)
            self._selector.register(listening, selectors.EVENT_READ)

    def go(self) -> None:
        with self._lock:
            leaving = self._sockets.pop(0)
            self._selector.unregister(leaving)
        leaving.close()

    def _read(self) -> None:
        while not self._is_over:
            with self._lock:
                ready = [key.fileobj for key, _ in self._selector.select(0)]
                for one in ready:
                    assert isinstance(one, socket.socket)
                    data = one.recv(65536)
                    self.told += data.count(b"event: ")
                    if not data:
                        self.lost += 1
                        self._selector.unregister(one)
            time.sleep(0.02)

    @contextmanager
    def gathered(self) -> Iterator[Crowd]:
        for n in range(CLIENTS):
            self.come(n)
        self._thread.start()
        try:
            yield self
        finally:
            self._is_over = True
            self._thread.join()
            for one in self._sockets:
                one.close()
            self._selector.close()


def edited(site: TestSite, number: int) -> None:
    """The next save: prose mostly, a score at times, now and then a mistake that the next one mends."""
    n = number % 5
    if number % 40 == 39:
        site.write({path_of(number % 5): match(n, "A mistake.", competiton="x")})
    elif number % 40 == 0:
        site.write({path_of((number - 1) % 5): match((number - 1) % 5, f"Mended {number}.")})
    elif number % 10 == 5:
        site.write({path_of(n): match(n, f"Goals {number}.", round=f"Round {number % 3}")})
    else:
        site.write({path_of(n): match(n, f"Words {number}.\n\n" + "word " * 200)})


def test_nothing_grows_with_time(site: TestSite, tmp_path: Path, figures: Figures) -> None:
    site.write({path_of(n): match(n, "Words.") for n in range(MATCHES)})
    with watching(site) as watch, Crowd(watch.client).gathered() as crowd:
        weights: list[Weight] = []
        began, number = time.monotonic(), 0
        while (passed := time.monotonic() - began) < SECONDS:
            edited(site, number)
            crowd.go()
            crowd.come(number)
            number += 1
            if passed > (len(weights) + 2) * SECONDS / 12:  # not while it is still warming up
                weights.append(Weight.of(watch))
            time.sleep(max(0.0, began + number * EVERY - time.monotonic()))
        site.write({path_of(n): match(n, "The last words.") for n in range(MATCHES)})
        last = "/matches/2021/2021-03-01-atalanta-napoli.html"
        until(lambda: "The last words." in watch.client.ask(last).text, "the last edit")
        assert crowd.lost == 0
        assert crowd.told > number
        assert "Traceback" not in watch.said
        rebuilt = watch.said.count("Rebuilt in ")
    figures.add("server: edits while watched by 200 clients", number)
    figures.add("server: rebuilds of these", rebuilt)
    figures.add("server: news told to clients", crowd.told)
    for name, values in (
        ("threads", [weight.threads for weight in weights]),
        ("open files", [weight.descriptors for weight in weights]),
        ("memory", [weight.kibibytes for weight in weights]),
    ):
        early, late = max(values[: len(values) // 2]), max(values[len(values) // 2 :])
        figures.worst(f"server: {name}, growth in percent", 100 * (late - early) / early)
        assert late <= early * 1.1, (name, values)
    site.build()
    site.build(output=tmp_path / "clean", cache=tmp_path / "cache")
    assert site.tree() == tree_of(tmp_path / "clean")
