"""What sites with something wrong in them are made of: a good site, what changes it, mistakes of other files beside them."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from struct import pack

from msgspec import Struct, field

from builders import TestSite, report

A = "content/matches/a.md"
GOOD = {
    "content/matches/good.md": report("Lazio", "Genoa", "1-0", date="2021-03-01", competition="Serie A"),
    "content/pages/history.md": "---\ntitle: History\n---\n## Cup wins\n",
}
READING = {"content/matches/zz.md": report("Roma", "Inter", "1-0", date="2021-03-02", competition="Serie A", refere="Orsato")}
"""A mistake of another file that reading it tells: it has to be told beside the one that is tried."""
LINKING = {"content/pages/zz.md": "---\ntitle: Zz\n---\n[[Nowhere]]\n"}
"""The same for what only the whole site can tell, once every file could be read."""
NOTHING: Mapping[str, str | bytes] = {}
RESULTS = "content/results/serie-a/2020-21"
SEASON = "= Serie A 2020/21\n\n▪ Matchday 1\nSat Sep 19 2020\n"

Change = Callable[[Path], object]


class Trouble(Struct, frozen=True):
    """A site with something wrong: ``change`` does to its folder what files cannot say."""

    name: str
    number: int
    files: Mapping[str, str | bytes]
    beside: Mapping[str, str | bytes] = field(default_factory=lambda: READING)
    change: Change | None = None

    def made_in(self, site: TestSite) -> None:
        site.write({**self.files, **self.beside})
        if self.change:
            self.change(site.folder)


def page(text: str = "", **keys: str) -> str:
    return "---\ntitle: A\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n{text}\n"


def head(*lines: str) -> str:
    return "---\n" + "\n".join(lines) + "\n---\n"


def huge_png(width: int, height: int) -> bytes:
    """A small file that says it is a huge picture."""
    size = pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def linked(*links: tuple[str, str]) -> Change:
    def change(folder: Path) -> None:
        for name, target in links:
            (folder / name).symlink_to(target)

    return change


def pipe(name: str) -> Change:
    return lambda folder: os.mkfifo(folder / name)
