"""A first look at a site before anything of it is read: what is remembered of the last build, and which files differ since.

Files are digested, none is understood, so that a build after which nothing was
edited need not even import what understands them. A file of which the file
system says what it said at the last look is not read again, if it had been left
alone for a while then: its time of change cannot be set by anybody, unlike that
of modification, and one tick of a clock later it would be another.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from msgspec import Struct

from site_builder.config import FILE
from site_builder.content.encoded import Encoded
from site_builder.content.model import Kind
from site_builder.content.opening import read_chunks
from site_builder.content.parse_cache import ParseCache
from site_builder.content.source_walk import FOLDER, Found, Walk, Walked, walked
from site_builder.content.sources import kind_of
from site_builder.folders import Folders, default_theme_folder, folders_of
from site_builder.images import extra
from site_builder.incremental.fingerprint import digest_of
from site_builder.last_build import Head, LastBuild, Seen, load_head, load_last, open_last, remembers
from site_builder.outcome import Options, WrongSettings
from site_builder.output.faults import OutputRefused
from site_builder.output.folder import OutputFolder, check_cache
from site_builder.output.survey import Glance
from site_builder.program import folders_digest, program_version
from site_builder.scout import Scout, sent_out
from site_builder.workers import default_jobs, without_looking_for_cycles

if TYPE_CHECKING:
    from site_builder.content.reading import Reading

MOST_EDITS = 32
"""So many documents are gone on from; of more, linking the site as a whole costs less."""
DOCUMENTS = frozenset(Kind) - {Kind.RESULTS, Kind.STATIC}
"""What a build can go on from after an edit."""
TICK_NS = 3_000_000_000
"""More than the coarsest clock of a file system: a file that changed so lately may change again without its times telling."""


class Sources(Struct, frozen=True):
    """All files below ``content/`` by path, and one digest of all else that a site is made of.

    ``files`` is None where one of them cannot be read; ``around`` is empty where
    that is so of the rest.
    """

    files: Mapping[str, Seen] | None
    around: str


class Look:
    """What stands on disk and what is remembered, each looked at when somebody asks, and once.

    ``is_harmed`` is whether something is remembered that is of no use: cut, altered, or of another version.
    ``scout`` looks ahead, while there is one; ``reading`` is under way, where it was begun early.
    Raises `WrongSettings` where time-savers would lie among the sources or in the output.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.scout: Scout | None = None
        self.folders = folders_of(options.site, options.output, options.cache)
        try:
            check_cache(self.folders.cache, self.folders.output, self.folders.site)
        except OutputRefused as refused:
            raise WrongSettings(refused.problems, "Nothing was written.") from refused
        self.is_harmed = False
        self.reading: Reading | None = None
        self._stamps: dict[str, tuple[int, ...]] = {}
        self._loading: Thread | None = None

    @cached_property
    def head(self) -> Head | None:
        """What is remembered of the last build in short."""
        with without_looking_for_cycles():
            head = load_head(self.folders.cache)
        self.is_harmed |= head is None and remembers(self.folders.cache)
        return head

    def begin_loading(self) -> None:
        """Load what is remembered while others work: most of it is reading and digesting, for which they need not wait."""
        if self.edited and len(self.edited) <= MOST_EDITS:
            if self.scout and all(kind_of(path) in DOCUMENTS for path in self.edited):
                self.scout.ask_for(self.edited)
            self._loading = Thread(target=lambda: (self._last, self._parsed))
            self._loading.start()

    @contextmanager
    def helped(self) -> Iterator[None]:
        """A time in which somebody looks ahead, where anything is remembered from which a build could go on."""
        jobs = self.options.jobs or default_jobs()
        if self.options.verify or not remembers(self.folders.cache):
            yield
            return
        with sent_out(self.folders, jobs=jobs) as scout:
            self.scout = scout
            try:
                yield
            finally:
                self.scout = None

    def glanced(self, folder: OutputFolder) -> Glance | None:
        """What the output came to when somebody looked ahead; None where nobody did, or it may be otherwise by now."""
        found = self.scout and self.scout.glance
        return found if found and found.holds_for(folder) else None

    def told(self, path: str) -> Encoded | None:
        """What somebody who looked ahead read in a document."""
        return self.scout.told(path) if self.scout else None

    @property
    def last(self) -> LastBuild | None:
        """What is remembered of the last build, to be read as far as somebody asks; see `open_last`."""
        self._join()
        return self._last

    @cached_property
    def whole_last(self) -> LastBuild | None:
        """The same, read as a whole."""
        with without_looking_for_cycles():
            last = load_last(self.folders.cache, self.head) if self.head else None
        self.is_harmed |= self.head is not None and last is None
        return last

    @property
    def parsed(self) -> ParseCache:
        """What the documents of the last build gave."""
        self._join()
        return self._parsed

    def _join(self) -> None:
        if self._loading:
            self._loading.join()
            self._loading = None

    @cached_property
    def _last(self) -> LastBuild | None:
        with without_looking_for_cycles():
            return open_last(self.folders.cache, self.head) if self.head else None

    @cached_property
    def _parsed(self) -> ParseCache:
        return ParseCache(self.folders.cache)

    @cached_property
    def sources(self) -> Sources:
        """What stands on disk; with ``--verify`` every file is read."""
        known = self.head.known.files if self.head and not self.options.verify else {}
        return Sources(_files(self.folders.site, known, self._stamps), _around(self.folders, self.options))

    def begin(self) -> None:
        """Look before anything is read. Where nothing is remembered nobody asks what files hold: who reads them will tell."""
        _ = self.sources if self.head else (self._first, self._around_first)

    @contextmanager
    def reading_ahead(self) -> Iterator[None]:
        """A time in which sources are read, where nothing is remembered: what a build needs besides takes as long to load."""
        if self.head is None:
            from site_builder.content.reading import Reading  # noqa: PLC0415 - half of the program, which not every build needs

            jobs = self.options.jobs or default_jobs()
            self.reading = Reading(self.folders.site, jobs, self.folders.cache, self._first[0])
        try:
            yield
        finally:
            if self.reading:
                self.reading.close()

    @cached_property
    def _first(self) -> tuple[Walked, int]:
        """All files, and the time before they were looked at."""
        now = time.time_ns()
        return walked(self.folders.site), now

    @cached_property
    def _around_first(self) -> str:
        return _around(self.folders, self.options)

    def unmoved(self, read: Mapping[str, str]) -> Sources:
        """What stands on disk after everything was read. Of what changed meanwhile, maybe to and fro, nothing is known.

        ``read`` are the digests of all that was read.
        """
        if self.head:
            files, stamps, around = self.sources.files, self._stamps, self.sources.around
        else:
            (first, now), around = self._first, self._around_first
            found = _without_errors(first)
            stamps = {file.path: _stamp(file) for file in found or ()}
            files = None if found is None else {file.path: _seen(file, read.get(file.path, ""), now) for file in found}
        after = {file.path: _stamp(file) for file in Walk(self.folders.site).files()}
        still = files and {path: seen if stamps[path] == after.get(path) else Seen("") for path, seen in files.items()}
        return Sources(still, around if around == _around(self.folders, self.options) else "")

    @property
    def edited(self) -> tuple[str, ...] | None:
        """The files of the content that differ from the last build; None where some came or went, or anything else differs."""
        if self.head is None:
            return None
        now = self.sources
        if now.files is None or not now.around or now.around != self.head.known.around:
            return None
        before = self.head.known.files
        if before.keys() != now.files.keys():
            return None
        return tuple(sorted(path for path, seen in now.files.items() if before[path].digest != seen.digest))


def _files(site: Path, known: Mapping[str, Seen], stamps: dict[str, tuple[int, ...]]) -> dict[str, Seen] | None:
    now = time.time_ns()
    files = _without_errors(walked(site))
    if files is None:
        return None
    stamps.update((file.path, _stamp(file)) for file in files)
    try:
        return {file.path: _proved(file, known) or _read(site, file, now) for file in files}
    except OSError:
        return None


def _without_errors(seen: Walked) -> tuple[Found, ...] | None:
    """All files, None where there are some of which nothing is known."""
    return None if any(problem.is_error for problem in seen.problems) else seen.files


def _stamp(file: Found) -> tuple[int, ...]:
    """What the file system says of a file."""
    status = file.status
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def _proved(file: Found, known: Mapping[str, Seen]) -> Seen | None:
    """A file as it was at the last look, where what the file system says proves that it still is."""
    seen, now = known.get(file.path), file.status
    if seen and seen.mtime_ns == now.st_mtime_ns and seen.ctime_ns == now.st_ctime_ns and seen.size == now.st_size:
        return seen if seen.inode == now.st_ino else None
    return None


def _read(site: Path, file: Found, now: int) -> Seen:
    """A file as it is. Raises OSError."""
    return _seen(file, digest_of(read_chunks(site / FOLDER, site / file.path)), now)


def _seen(file: Found, digest: str, now: int) -> Seen:
    """A file with the digest of its bytes, and with what proves at the next look that it still has them."""
    status = file.status
    # On Windows the time of change is that of creation, which proves nothing.
    if os.name != "posix" or max(status.st_mtime_ns, status.st_ctime_ns) >= now - TICK_NS:
        return Seen(digest)
    return Seen(digest, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _around(folders: Folders, options: Options) -> str:
    """The digest of the program, the settings, the words, the theme, and of the options that pages rest on."""
    settings = folders.site / FILE
    try:
        written = settings.read_bytes() if settings.exists() else None
        about = repr((program_version(), extra.versions(), written, options.base_url, options.drafts))
        return folders_digest(about, [default_theme_folder(), folders.templates, folders.locales])
    except OSError:
        return ""
