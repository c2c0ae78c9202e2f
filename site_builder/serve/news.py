"""What browsers are told: which of the files that their page rests on changed, and what is wrong with the sources.

A browser names its page and the version it has seen; what came between is told
at once, so that nothing is lost between the sending of a page and its listening,
or while a tab slept. Values only: no socket here.
"""

from __future__ import annotations

import json
import secrets
from collections import deque
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from msgspec import Struct, field

from site_builder.problems import Problem
from site_builder.serve.builds import Ended
from site_builder.serve.pages_on_disk import INDEX

MOST_PROBLEMS = 20
"""Problems that a page shows; the command line shows all."""
MOST_FILES = 100
"""Files that a browser is told of; where more changed it loads its page again."""
_KEPT = 200
_ASSETS = frozenset(".css .js .mjs .svg .png .jpg .jpeg .gif .webp .avif .ico .woff .woff2".split())


class Change(Struct, frozen=True):
    """What a build made of the output: the paths that changed, and the page of the source that was edited, if it is one."""

    number: int
    paths: frozenset[str]
    edited: str


class News(Struct):
    """Everything since the server began; ``number`` counts its changes, ``start`` tells it from earlier servers."""

    start: str = field(default_factory=lambda: secrets.token_hex(4))
    number: int = 0
    problems: str = "[]"
    _changes: deque[Change] = field(default_factory=lambda: deque(maxlen=_KEPT))

    @property
    def version(self) -> str:
        """The name of the present state of the output."""
        return f"{self.start}-{self.number}"

    def ended(self, ended: Ended) -> None:
        """Take note of a build."""
        if ended.changed or ended.edited:
            self.number += 1
            edited = ended.edited[0] if len(ended.edited) == 1 else ""  # of many at once none is where somebody writes
            self._changes.append(Change(self.number, ended.changed, edited))
        self.problems = _as_data(ended)

    def told(self, page: str, seen: str) -> list[tuple[str, str]]:
        """The events, with their data, for a browser that shows ``page`` as of version ``seen``.

        ``change`` is for what it shows or may have loaded, ``reload`` where that
        is not known any more, ``edited`` for another page that somebody writes at.
        """
        changes = self._since(seen)
        if changes is None:
            return [("reload", "")]
        changed = frozenset[str]().union(*(change.paths for change in changes))
        files = sorted(path for path in changed if PurePosixPath(path).suffix.lower() in _ASSETS)
        edited = next((change.edited for change in reversed(changes) if change.edited), "")
        told = []
        if len(files) > MOST_FILES:
            told.append(("reload", ""))
        elif page in changed or files:
            told.append(("change", json.dumps({"page": page in changed, "files": files})))
        if edited and edited != page:
            told.append(("edited", _address(edited)))
        return told

    def _since(self, seen: str) -> list[Change] | None:
        """What changed since then, None where that is not known any more."""
        start, _, number = seen.partition("-")
        if start != self.start or not number.isdecimal() or int(number) > self.number:
            return None
        if self.number - int(number) > len(self._changes):
            return None
        return [change for change in self._changes if change.number > int(number)]


def event(name: str, data: str, version: str = "") -> bytes:
    """A server-sent event; ``data`` is one line."""
    return (f"id: {version}\n" if version else "").encode() + f"event: {name}\ndata: {data}\n\n".encode()


def _address(path: str) -> str:
    """Where a page is served."""
    return "/" + quote(path.removesuffix(INDEX) if PurePosixPath(path).name == INDEX else path)


def _as_data(ended: Ended) -> str:
    """What stops the build, as a JSON list; warnings stop nothing and are told by the command line only."""
    if ended.failure:
        return _json([{"place": "", "message": f"The build failed: {ended.failure}", "fix": "", "excerpt": ""}])
    errors = [] if ended.built else [problem for problem in ended.problems if problem.is_error]
    rows = [_row(problem) for problem in errors[:MOST_PROBLEMS]]
    more = len(errors) - len(rows)
    if more:
        rows.append({"place": "", "message": f"… and {more:,} more, in the terminal", "fix": "", "excerpt": ""})
    return _json(rows)


def _row(problem: Problem) -> dict[str, str]:
    return {"place": str(problem.place), "message": problem.message, "fix": problem.fix, "excerpt": problem.excerpt.strip()}


def _json(rows: Iterable[dict[str, str]]) -> str:
    return json.dumps(list(rows))
