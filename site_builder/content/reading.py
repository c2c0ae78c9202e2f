"""The sources of a site, all read and typed: those seen before from the parse cache, the others in worker processes.

What a file gave, a document with its warnings, is `encoded` on the way between
processes and in the cache alike.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.content.documents import load_all, read_document
from site_builder.content.encoded import TYPES, Encoded, Problems, Read, decoded, encoded, typed
from site_builder.content.gathered import Content
from site_builder.content.model import Kind, SourceFile
from site_builder.content.parse_cache import ParseCache, key_of
from site_builder.content.reader_version import READER_VERSION
from site_builder.content.results_model import ResultsFile
from site_builder.content.source_walk import Walked
from site_builder.content.sources import OFTEN_PLAIN, list_sources, read_source, read_sources
from site_builder.incremental.fingerprint import digest
from site_builder.workers import batches, in_batches, without_looking_for_cycles

if TYPE_CHECKING:
    from site_builder.content.results import Results

FEWEST, MOST = 64, 256
"""Files of a batch: few enough that all workers have some, and many enough that none waits for the next."""


def read_content(site: Path, jobs: int = 1, cache: Path | None = None) -> tuple[Content, Problems]:
    """Everything under ``content/``, and every problem in it; ``cache`` is the folder of what saves time, None for none."""
    return Reading(site, jobs, cache).content()


class Reading:
    """The sources of a site while they are read: begun when this is made, by other processes where there is much to read.

    Who does not ask for the `content` closes it.
    """

    def __init__(self, site: Path, jobs: int = 1, cache: Path | None = None, seen: Walked | None = None) -> None:
        """``seen`` is a walk over ``content/`` where there was one."""
        files, self._found = list_sources(site, seen)
        self._files = [file for file in files if file.kind in TYPES]
        self._statics = tuple(file for file in files if file.kind is Kind.STATIC)
        self._cache = ParseCache(cache)
        self._keys: dict[str, bytes] = {}
        self._digests = {file.path: file.digest for file in self._statics}
        with without_looking_for_cycles():
            self._read = {} if self._cache.is_empty else self._all_seen_before(site)
        self._unknown = [file for file in self._files if file.path not in self._read]
        if any(file.kind not in OFTEN_PLAIN for file in self._unknown):
            load_all()  # once, not in each process
        size = min(MOST, max(FEWEST, len(self._unknown) // (8 * jobs)))
        parts = batches(self._unknown, size)
        self._made = in_batches(partial(_read_batch, site), parts, jobs, named=attrgetter("path"))

    def content(self, *, is_kept: bool = True) -> tuple[Content, Problems]:
        """All that was read, and every problem in it. Where it is kept, the cache holds afterwards that, and nothing else."""
        with _no_collection(), closing(self):
            used, new = set(self._keys.values()), self._taken()
            if is_kept:
                self._cache.settle(used, new)
        results = [self._read[file.path] for file in self._files]
        read = [one for one, _ in results]
        content = Content(
            documents=tuple(one for one in read if one is not None and not isinstance(one, ResultsFile)),
            results=tuple(one for one in read if isinstance(one, ResultsFile)),
            statics=self._statics,
            digests=self._keys,
            bytes_read=self._digests,
        )
        return content, (*self._found, *(problem for _, more in results for problem in more))

    def close(self) -> None:
        """Nobody reads on."""
        self._made.close()

    def _all_seen_before(self, site: Path) -> dict[str, Read]:
        seen: dict[str, Read] = {}
        for file, (data, _) in zip(self._files, read_sources(site, self._files), strict=True):
            if data is not None and (read := self._seen_before(site, file, data)):
                seen[file.path] = read
        return seen

    def _seen_before(self, site: Path, file: SourceFile, data: bytes) -> Read | None:
        """What the cache holds for a file's bytes; None for all that has to be read."""
        of_data = digest(data)
        key = _key(file, of_data, _beside(site, file))
        kept = self._cache.find(key)
        read = None if kept is None else typed(file.kind, kept)
        if read is not None:
            self._keys[file.path], self._digests[file.path] = key, of_data
        return read

    def _taken(self) -> dict[bytes, bytes]:
        """Take what was read anew; by key, what may be kept of it."""
        new: dict[bytes, bytes] = {}
        for file, gave in zip(self._unknown, (one for batch in self._made for one in batch), strict=True):
            self._read[file.path] = decoded(file.kind, gave.data)
            self._keys[file.path], self._digests[file.path] = gave.key, gave.digest
            if gave.is_kept:
                new[gave.key] = gave.data
        return new


def _read_batch(site: Path, files: Sequence[SourceFile]) -> list[Encoded]:
    """What some files gave, encoded."""
    return [_encoded(site, file, *found) for file, found in zip(files, read_sources(site, files), strict=True)]


def read_encoded(site: Path, file: SourceFile) -> Encoded:
    """What one file gives, encoded."""
    return _encoded(site, file, *read_source(site, file))


def _encoded(site: Path, file: SourceFile, data: bytes | None, problems: Problems) -> Encoded:
    if data is None:
        return Encoded(b"", encoded((None, problems)), is_kept=False)
    beside = _beside(site, file)
    read = beside.read(file.path, data) if beside else read_document(file.path, file.kind, data)
    # An error may be due to the machine, as that of a text that took too long; and nobody leaves one for many builds.
    is_kept = not any(problem.is_error for problem in read[1])
    of_data = digest(data)
    return Encoded(_key(file, of_data, beside), encoded(read), is_kept, of_data)


def _beside(site: Path, file: SourceFile) -> Results | None:
    """The reader of a file of results, with what lies beside it; None for documents.

    It is loaded where there are results: four formats, and none of them concerns an edit of a report.
    """
    if file.kind is not Kind.RESULTS:
        return None
    from site_builder.content.results import results_at  # noqa: PLC0415 - see above

    return results_at(site, file)


def _key(file: SourceFile, of_data: str, beside: Results | None) -> bytes:
    return key_of(READER_VERSION, file.path, file.kind, of_data, beside.print if beside else b"")


@contextmanager
def _no_collection() -> Iterator[None]:
    """No search for garbage among a million values that all stay, now or later: it costs more than making them.

    There are no circles in them, so they go when nobody holds them. Only the
    first read of a process puts what it made out of the collector's sight:
    what a later one would find is maybe the garbage of the build before.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _out_of_sight()
        if was_on:
            gc.enable()


@lru_cache(maxsize=1)
def _out_of_sight() -> None:
    """What the first read of this process made; not found out by counting what is frozen, which goes through all of it."""
    gc.freeze()
