"""Requests as values: what a browser asks for, and which questions are refused. Text only, no file and no socket.

Everything that could lead out of the output or come from a foreign page is
refused here by its words; `pages_on_disk` looks at what stands on the disk.

    >>> path_of("/teams/atalanta.html?x=1")
    'teams/atalanta.html'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes

from msgspec import Struct

METHODS = ("GET", "HEAD")
_LINE = re.compile(r"([A-Z]+) (/[!-~]*) HTTP/1\.([01])")
_HEADER = re.compile(r"([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \t]*([^\r\n\0]*?)[ \t]*")
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?")
_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


class Refused(Exception):
    """A request that is not answered with a page; ``status`` says why."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)


class Request(Struct, frozen=True):
    """What was asked: ``target`` as sent, ``headers`` by lower-case name."""

    method: str
    target: str
    headers: Mapping[str, str]
    keeps_alive: bool


def parse_request(head: bytes) -> Request:
    """The request line and the headers; raises `Refused` (400, 405)."""
    first, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    words = _LINE.fullmatch(first)
    if not words:
        raise Refused(400)
    headers: dict[str, str] = {}
    for line in lines:
        header = _HEADER.fullmatch(line)
        if not header or (header[1].lower() == "host" and "host" in headers):
            raise Refused(400)
        headers[header[1].lower()] = header[2]
    if words[1] not in METHODS:
        raise Refused(405)
    if headers.get("content-length", "0") != "0" or "transfer-encoding" in headers:
        raise Refused(400)  # no question of ours has a body, and one must not be taken for the next request
    keeps_alive = words[3] == "1" and headers.get("connection", "").lower() != "close"
    return Request(words[1], words[2], headers, keeps_alive)


def check_origin(request: Request, bound: str) -> None:
    """Refuse (403) who reached the server by a name that is not its own, or asks from a page of another site.

    Without it any page on the web could read an unpublished site through a name
    of its own that leads here. ``bound`` is the host the server listens on; one
    that listens on every address is known by all of them, but by no other name.
    """
    host = request.headers.get("host", "")
    name = _HOST.fullmatch(host)
    if not name or not _is_own(name[1].strip("[]").lower(), bound.lower()):
        raise Refused(403)
    if request.headers.get("origin", f"http://{host}").lower() != f"http://{host}".lower():
        raise Refused(403)


def _is_own(name: str, bound: str) -> bool:
    return name in _NAMES or name == bound or (bound in {"0.0.0.0", "::"} and _is_address(name))  # noqa: S104 - compared, not bound


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def path_of(target: str) -> str:
    """The path below the output that a target names, without its first slash; raises `Refused` (400, 404).

    Decoded once: what still looks encoded is a name. Dot files are nobody's
    business, and neither are ``.`` and ``..``: a browser resolves them itself.
    """
    try:
        path = unquote_to_bytes(target.partition("?")[0].partition("#")[0]).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400) from None
    if _FORBIDDEN.search(path):
        raise Refused(400)
    parts = path[1:].split("/")
    if any(part.startswith(".") or ":" in part for part in parts) or "" in parts[:-1]:
        raise Refused(404)
    return path[1:]
