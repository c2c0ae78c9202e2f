"""Single documents read again, and as they were at the last build.

For a site of which little has changed: nothing is parsed here but the documents
asked for, and what they gave at the last build comes from the parse cache.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from site_builder.content.encoded import Encoded, Read, typed
from site_builder.content.model import Document, SourceFile
from site_builder.content.parse_cache import ParseCache
from site_builder.content.results_model import ResultsFile
from site_builder.content.sources import kind_of
from site_builder.problems import Problem

MOST_VERSIONS = 128
Teller = Callable[[str], Encoded | None]


class Reread(Struct, frozen=True):
    """A document with the warnings that reading it gave, the key of that, and, where it was read now, the digest of its bytes."""

    document: Document
    warnings: tuple[Problem, ...]
    key: bytes
    digest: str = ""


class Forgotten(Exception):
    """A document as it was is known no more: the parse cache lost it, and the file says something else by now."""


class Shelf:
    """Documents as they were read at the last build, or are now; each is decoded when it is asked for, and once."""

    def __init__(self, site: Path, cache: Path | None, parsed: ParseCache | None = None, told: Teller = lambda _: None) -> None:
        """``parsed`` is the cache where it is open already; ``told`` gives what somebody else has read of a path already."""
        self._site = site
        self._told = told
        self._folder = cache
        self._parsed = parsed
        self._known: dict[bytes, Reread] = {}
        self._new: dict[bytes, bytes] = {}

    @cached_property
    def _cache(self) -> ParseCache:
        return self._parsed or ParseCache(self._folder)

    def opened(self) -> Shelf:
        """This shelf, with the parse cache read: so that who asks first need not wait for it."""
        _ = self._cache
        return self

    def document(self, path: str, key: bytes) -> Reread:
        """What a source of this key gave. Raises `Forgotten`."""
        if key not in self._known:
            data = self._cache.find(key)
            read = typed(kind_of(path), data) if data is not None else None
            found = _reread(read, key) if read else self.read_now(path)
            if found is None or found.key != key:
                raise Forgotten(path)
            self._known[key] = found
        return self._known[key]

    def read_now(self, path: str) -> Reread | None:
        """A document as it stands on disk; None where there is an error in it, or none is there."""
        encoded = self._encoded(path)
        read = typed(kind_of(path), encoded.data)
        found = _reread(read, encoded.key, encoded.digest) if read and encoded.is_kept else None
        if found:
            self._new[encoded.key] = encoded.data
            self._known[encoded.key] = found
        return found

    def faults_now(self, path: str) -> tuple[Problem, ...]:
        """All that is wrong with a document by itself as it stands on disk."""
        encoded = self._encoded(path)
        read = typed(kind_of(path), encoded.data)
        return read[1] if read else ()

    def _encoded(self, path: str) -> Encoded:
        known = self._told(path)
        if known:
            return known
        from site_builder.content.reading import read_encoded  # noqa: PLC0415 - half of the program, which not every build needs

        return read_encoded(self._site, SourceFile(path, kind_of(path), "", 0))

    def forget(self, used: Collection[bytes]) -> None:
        """Keep of many versions of documents those that are still used."""
        if len(self._known) > MOST_VERSIONS:
            kept = set(used)
            self._known = {key: read for key, read in self._known.items() if key in kept}
            self._new = {key: data for key, data in self._new.items() if key in kept}

    def settle(self, used: Iterable[bytes]) -> None:
        """Keep in the parse cache what was read anew, and of all else what is still used."""
        if self._new:
            self._cache.settle(set(used), self._new)
            self._new = {}


def _reread(read: Read, key: bytes, digest: str = "") -> Reread | None:
    document, problems = read
    return None if document is None or isinstance(document, ResultsFile) else Reread(document, problems, key, digest)
