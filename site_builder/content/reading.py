"""The sources of a site, all read and typed: those seen before from the parse cache, the others in worker processes.

What a file gave, a document with its warnings, is `encoded` on the way between
processes and in the cache alike.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.content.documents import read_document
from site_builder.content.encoded import TYPES, Encoded, Problems, Read, decoded, encoded, typed
from site_builder.content.gathered import Content
from site_builder.content.model import Kind, SourceFile
from site_builder.content.parse_cache import ParseCache, key_of
from site_builder.content.reader_version import READER_VERSION
from site_builder.content.results_model import ResultsFile
from site_builder.content.sources import list_sources, read_source
from site_builder.incremental.fingerprint import digest
from site_builder.workers import batches, in_batches

if TYPE_CHECKING:
    from site_builder.content.results import Results

FEWEST, MOST = 64, 256
"""Files of a batch: few enough that all workers have some, and many enough that none waits for the next."""


def read_content(site: Path, jobs: int = 1, cache: Path | None = None) -> tuple[Content, Problems]:
    """Everything under ``content/``, and every problem in it; ``cache`` is the folder of what saves time, None for none."""
    files, found = list_sources(site)
    wanted = [file for file in files if file.kind in TYPES]
    with _no_collection():
        results, digests, bytes_read = _read_all(site, wanted, jobs, ParseCache(cache))
    read = [one for one, _ in results]
    content = Content(
        documents=tuple(one for one in read if one is not None and not isinstance(one, ResultsFile)),
        results=tuple(one for one in read if isinstance(one, ResultsFile)),
        statics=(statics := tuple(file for file in files if file.kind is Kind.STATIC)),
        digests=digests,
        bytes_read=bytes_read | {file.path: file.digest for file in statics},
    )
    return content, (*found, *(problem for _, more in results for problem in more))


def _read_all(
    site: Path, files: Sequence[SourceFile], jobs: int, cache: ParseCache
) -> tuple[list[Read], dict[str, bytes], dict[str, str]]:
    """What each file gave, in their order, and by path their keys and the digests of their bytes.

    The cache holds afterwards what was read, and nothing else.
    """
    keys: dict[str, bytes] = {}
    digests: dict[str, str] = {}
    read = {file: one for file in files if (one := _seen_before(site, file, cache, keys, digests))} if not cache.is_empty else {}
    used = set(keys.values())
    unknown = [file for file in files if file not in read]
    size = min(MOST, max(FEWEST, len(unknown) // (8 * jobs)))
    made = in_batches(partial(_read_batch, site), batches(unknown, size), jobs, named=attrgetter("path"))
    new: dict[bytes, bytes] = {}
    for file, gave in zip(unknown, (one for batch in made for one in batch), strict=True):
        read[file] = decoded(file.kind, gave.data)
        keys[file.path], digests[file.path] = gave.key, gave.digest
        if gave.is_kept:
            new[gave.key] = gave.data
    cache.settle(used, new)
    return [read[file] for file in files], keys, digests


def _seen_before(site: Path, file: SourceFile, cache: ParseCache, keys: dict[str, bytes], digests: dict[str, str]) -> Read | None:
    """What the cache holds for a file's bytes; None for all that has to be read, also to tell why it cannot be."""
    data, _ = read_source(site, file)
    if data is None:
        return None
    key = _key(file, data, _beside(site, file))
    kept = cache.find(key)
    if kept is None:
        return None
    read = typed(file.kind, kept)
    if read is not None:
        keys[file.path], digests[file.path] = key, digest(data)
    return read


def _read_batch(site: Path, files: Sequence[SourceFile]) -> list[Encoded]:
    """What some files gave, encoded."""
    return [read_encoded(site, file) for file in files]


def read_encoded(site: Path, file: SourceFile) -> Encoded:
    """What one file gives, encoded."""
    data, problems = read_source(site, file)
    if data is None:
        return Encoded(b"", encoded((None, problems)), is_kept=False)
    beside = _beside(site, file)
    read = beside.read(file.path, data) if beside else read_document(file.path, file.kind, data)
    # An error may be due to the machine, as that of a text that took too long; and nobody leaves one for many builds.
    is_kept = not any(problem.is_error for problem in read[1])
    return Encoded(_key(file, data, beside), encoded(read), is_kept, digest(data))


def _beside(site: Path, file: SourceFile) -> Results | None:
    """The reader of a file of results, with what lies beside it; None for documents.

    It is loaded where there are results: four formats, and none of them concerns an edit of a report.
    """
    if file.kind is not Kind.RESULTS:
        return None
    from site_builder.content.results import results_at  # noqa: PLC0415 - see above

    return results_at(site, file)


def _key(file: SourceFile, data: bytes, beside: Results | None) -> bytes:
    return key_of(READER_VERSION, file.path, file.kind, data, beside.print if beside else b"")


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
