"""A second process ahead of a build that may go on from the last one: it looks at the output, and reads what was edited.

Both take a while and need no knowledge of what follows from an edit, which the
first process finds out meanwhile. The scout writes nothing, holds no lock, and
is needed for nothing: what it does not tell, for whatever reason, a build sees
to by itself. Where processes cannot be forked, and where a build is to use one
processor, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial

from site_builder.content.encoded import Encoded
from site_builder.content.model import SourceFile
from site_builder.content.sources import kind_of
from site_builder.folders import Folders
from site_builder.forks import Line, forked
from site_builder.output.folder import check_output
from site_builder.output.survey import Glance, glance

PATIENCE = 20.0
"""Seconds without a word after which nothing more is expected: by itself, a build takes less."""
_LONGEST_QUESTION = 1024


class Scout:
    """The process, as the one that sent it out sees it."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._read: dict[str, Encoded] | None = None
        self._is_asked = False

    @cached_property
    def glance(self) -> Glance | None:
        """What the output came to; None where that is not known."""
        return self._line.hear(Glance, PATIENCE)

    def ask_for(self, paths: Sequence[str]) -> None:
        """Let it read these documents."""
        # What a pipe does not take at once might wait for a scout that waits for somebody to listen.
        if sum(map(len, paths)) < _LONGEST_QUESTION:
            self._is_asked = self._line.say(list(paths))

    def told(self, path: str) -> Encoded | None:
        """What such a document gave; None where it was not asked for, or nothing was heard of it."""
        if self._read is None:
            _ = self.glance  # which is told first
            self._read = (self._line.hear(dict[str, Encoded], PATIENCE) if self._is_asked else None) or {}
        return self._read.get(path)


@contextmanager
def sent_out(folders: Folders, *, jobs: int) -> Iterator[Scout | None]:
    """A scout for the time of a block; None where there can be none, or processes are not to work side by side."""
    with forked(partial(_go, folders), jobs=jobs) as line:
        yield Scout(line) if line else None


def _go(folders: Folders, line: Line) -> None:
    """The life of the scout. It ends with its task, with who sent it, or where anything goes wrong."""
    line.say(glance(check_output(folders.output, folders.site)))
    from site_builder.content.reading import read_encoded  # noqa: PLC0415 - the output first, which every build asks for

    paths = line.hear(list[str]) or []
    line.say({path: read_encoded(folders.site, SourceFile(path, kind_of(path), "", 0)) for path in paths})
