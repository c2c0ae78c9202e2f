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
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from site_builder.problems import Problem
from site_builder.serve.builds import Ended

MOST_PROBLEMS = 20
"""Problems that a page shows; the command line shows all."""
_KEPT = 200
_ASSETS = frozenset(".js .mjs .svg .png .jpg .jpeg .gif .webp .avif .ico .woff .woff2".split())


@dataclass(slots=True)
class News:
    """Everything since the server began; ``number`` counts its changes, ``start`` tells it from earlier servers."""

    start: str = field(default_factory=lambda: secrets.token_hex(4))
    number: int = 0
    problems: str = "[]"
    _changes: deque[tuple[int, frozenset[str]]] = field(default_factory=lambda: deque(maxlen=_KEPT))

    @property
    def version(self) -> str:
        """The name of the present state of the output."""
        return f"{self.start}-{self.number}"

    def ended(self, ended: Ended) -> None:
        """Take note of a build."""
        if ended.changed:
            self.number += 1
            self._changes.append((self.number, ended.changed))
        self.problems = _as_data(ended)

    def change_for(self, page: str, seen: str) -> str:
        """What a browser has to do that shows ``page`` as of version ``seen``: ``page`` (load it again), ``css`` or nothing."""
        changed = self._changed_since(seen)
        if changed is None or page in changed or any(PurePosixPath(path).suffix in _ASSETS for path in changed):
            return "page"
        return "css" if any(path.endswith(".css") for path in changed) else ""

    def _changed_since(self, seen: str) -> frozenset[str] | None:
        """All paths that changed, None where that is not known any more."""
        start, _, number = seen.partition("-")
        if start != self.start or not number.isdecimal() or int(number) > self.number:
            return None
        if self.number - int(number) > len(self._changes):
            return None
        return frozenset[str]().union(*(paths for n, paths in self._changes if n > int(number)))


def event(name: str, data: str, version: str = "") -> bytes:
    """A server-sent event; ``data`` is one line."""
    return (f"id: {version}\n" if version else "").encode() + f"event: {name}\ndata: {data}\n\n".encode()


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
