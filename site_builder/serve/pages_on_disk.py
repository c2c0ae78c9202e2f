"""What a path of the server stands for on disk: a file inside the output, the folder of one, or nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath

from msgspec import Struct

INDEX = "index.html"
LIVE = "/.site-builder/live.js"
"""Where the script is served that listens for changes: a path that no page of a site can have."""

_TEXTS = {
    ".html": "text/html",
    ".htm": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".md": "text/markdown",
}
_OTHERS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".pdf": "application/pdf",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".wasm": "application/wasm",
    ".zip": "application/zip",
}


class File(Struct, frozen=True):
    """A regular file inside the output: ``path`` below it, ``place`` without any link."""

    path: str
    place: Path


def find(root: Path, path: str) -> File | None:
    """The file that a path stands for, a folder's ``index.html`` where it ends in a slash; None where there is none.

    Whatever the way there, the file itself has to lie inside the output: a link
    that leads out is nothing, and neither is what is no regular file.
    """
    wanted = path + INDEX if not path or path.endswith("/") else path
    try:
        home = root.resolve()
        place = (home / wanted).resolve(strict=True)
        # Another file system may know one folder by several names (case, short names, links).
        is_inside = place.is_relative_to(home) and not any(p.startswith(".") for p in place.relative_to(home).parts)
        is_file = is_inside and stat.S_ISREG(place.stat().st_mode)
    except (OSError, RuntimeError, ValueError):  # nothing there, a circle of links, a name that no file can have
        return None
    return File(wanted, place) if is_file else None


def read(file: File) -> bytes:
    """The bytes of a file; raises OSError, also where a link stands there meanwhile."""
    with open(file.place, "rb", opener=_without_following) as opened:
        return opened.read()


def _without_following(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def content_type(path: str) -> str:
    """The type of a file by its suffix, the same on every machine."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in _TEXTS:
        return f"{_TEXTS[suffix]}; charset=utf-8"
    return _OTHERS.get(suffix, "application/octet-stream")


def is_page(path: str) -> bool:
    """Whether a file is one that a browser shows as a page."""
    return path.lower().endswith((".html", ".htm"))


def with_script(page: bytes, version: str) -> bytes:
    """A page with the script that listens for changes since ``version``, for the browser only: no file has it."""
    # Not deferred: it has to see the page before the page's own scripts work on it.
    script = f'<script src="{LIVE}" data-version="{version}"></script>'.encode()
    at = page.lower().rfind(b"</body>")
    return page + script if at < 0 else page[:at] + script + page[at:]
