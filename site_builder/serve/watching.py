"""Waiting for the next edit of a site's sources.

What the system tells of changed files is a hint to look, and the look
(`scan.Sources`) is the truth: hints may be lost without a word, doubled, or
name what is no source. Where no hints come at all, shown by a probe at the
start, or where one was missed, a look every moment takes their place.
"""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
import warnings
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import FileClosedNoWriteEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from site_builder.config import FILE
from site_builder.content.source_walk import FOLDER, is_litter
from site_builder.folders import Folders
from site_builder.serve.scan import LOCALES, TEMPLATES, Sources

QUIET, BURST_QUIET, BURST = 0.01, 0.2, 20
"""Seconds without a hint after which edits are taken as one, the same after so many paths, and how many that are."""
LONGEST_BURST = 10.0
AFTER = 0.3
"""Seconds without a hint after which everything is looked at, where only what was hinted has been."""
SAFETY = 2.0
"""Seconds after which is looked without any hint."""
POLL = 0.2
LATE = 0.5
"""Seconds that a hint may be late before it counts as missed."""
PROBE = 0.3

_READS = (FileOpenedEvent, FileClosedNoWriteEvent)
_POLLING = "The system does not tell of changed files here: looking for them every moment instead."
_MISSED = "The system did not tell of every changed file (too many folders to watch?): looking for them every moment from now on."


class Hints(FileSystemEventHandler):
    """Absolute paths that the system named, until they are taken; fills from the observer's threads."""

    def __init__(self) -> None:
        self._paths: set[str] = set()
        self._told = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change; that a file was only read is none."""
        if not isinstance(event, _READS):
            self.add(*(os.fsdecode(path) for path in (event.src_path, event.dest_path) if path))

    def add(self, *paths: str) -> None:
        """Name paths."""
        with self._told:
            self._paths.update(paths)
            self._told.notify_all()

    def take(self, seconds: float) -> set[str]:
        """All paths so far; waits so long for one where there is none."""
        with self._told:
            self._told.wait_for(lambda: self._paths, seconds)
            taken, self._paths = self._paths, set()
        return taken

    def take_burst(self, seconds: float) -> set[str]:
        """As `take`, with all that follows within the quiet time, which grows with a burst."""
        taken = self.take(seconds)
        end = time.monotonic() + LONGEST_BURST
        while taken and time.monotonic() < end:
            more = self.take(BURST_QUIET if len(taken) > BURST else QUIET)
            if not more:
                break
            taken |= more
        return taken


def _no_litter(paths: Collection[str]) -> list[str]:
    """Those of some paths that may be sources."""
    return [path for path in paths if not any(is_litter(part) for part in path.split("/"))]


class Watch:
    """A watch over a site's sources, to be used in a ``with``; ``note`` takes sentences for people.

    ``sources`` are as they were at the last change that `next_change` gave.
    """

    def __init__(self, folders: Folders, note: Callable[[str], object], *, poll: bool = False) -> None:
        self.sources = Sources(folders)
        self.is_polling = poll
        self._folders = folders
        self._note = note
        self._hints = Hints()
        self._observer: BaseObserver | None = None
        self._watched: dict[Path, tuple[tuple[int, int], ObservedWatch]] = {}
        self._pace = 0.0
        self._owes_a_look = False
        self._is_after_build = True

    def __enter__(self) -> Self:
        """Begin: from here on no change is lost."""
        if not self.is_polling:
            self._observe()
        self.sources.look()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the observer's threads."""
        self._end_observer()

    def next_change(self, seconds: float | None = None) -> frozenset[str]:
        """The sources that changed since the last call; waits for them, at most so long (then maybe none)."""
        end = time.monotonic() + seconds if seconds is not None else float("inf")
        while True:
            left = max(end - time.monotonic(), 0)
            changed = self._polled(left) if self.is_polling else self._told(left)
            if changed or time.monotonic() >= end:
                self._is_after_build |= bool(changed)
                return changed

    def _told(self, left: float) -> frozenset[str]:
        """What changed according to a look after a hint, or after none for long."""
        hinted = self._hints.take_burst(min(left, AFTER if self._owes_a_look else SAFETY))
        paths = self._below_site(hinted)
        if hinted and len(paths) <= BURST and (seen := self._peek(paths)):
            self._owes_a_look = True
            return seen
        self._owes_a_look = False
        self._keep_watching()
        changed = self._look(paths)
        if changed and not hinted:
            self._judge(self._hints.take(LATE))
        return changed

    def _peek(self, paths: Collection[str]) -> frozenset[str] | None:
        return self.sources.peek(_no_litter(paths), is_moved_enough=self._is_after_build)

    def _look(self, paths: Collection[str] = ()) -> frozenset[str]:
        """A look at everything; the first after a build finds also what may have been something else while it read."""
        is_after_build, self._is_after_build = self._is_after_build, False
        return self.sources.look(paths, is_moved_enough=is_after_build)

    def _judge(self, late: set[str]) -> None:
        """After a change without a hint: one that is only late goes back to be looked at, none ends the trust in hints."""
        if late:
            self._hints.add(*late)
        else:
            self.is_polling = True
            self._end_observer()
            self._note(_MISSED)

    def _polled(self, left: float) -> frozenset[str]:
        """What changed according to a look at the next moment, with what follows until nothing does."""
        time.sleep(min(left, self._pace))
        began = time.monotonic()
        changed = more = self._look()
        # A large site is not looked at all the time: a tenth of one processor is the most.
        self._pace = max(POLL, 10 * (time.monotonic() - began))
        while more and time.monotonic() - began < LONGEST_BURST:
            time.sleep(BURST_QUIET if len(changed) > BURST else QUIET)
            more = self.sources.look()
            changed |= more
        return changed

    def _below_site(self, hinted: set[str]) -> frozenset[str]:
        """Hints as paths below the site's folder; what is watched through a link is found by its place behind it."""
        site = self._folders.site
        roots = {str(site / name): name for name in (FOLDER, TEMPLATES, LOCALES)}
        roots |= {os.path.realpath(root): name for root, name in roots.items()}
        found = set()
        for path in hinted:
            for root, name in roots.items():
                if path.startswith(root + os.sep):
                    found.add(name + path[len(root) :].replace(os.sep, "/"))
            if path.endswith(os.sep + FILE):
                found.add(FILE)
        return frozenset(found)

    def _observe(self) -> None:
        """Start the observer, and poll instead where it tells nothing."""
        # What it complains of is what the looks make up for: folders that went meanwhile, a watch set twice.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")
        try:
            self._observer = Observer()
            self._observer.start()
            self._keep_watching()
            works = self._probe()
        except OSError:  # no rights, or no more watches
            works = False
        if not works:
            self._end_observer()
            self.is_polling = True
            self._note(_POLLING)

    def _keep_watching(self) -> None:
        """Watch the folders that are there now, each by its inode: one that was moved away and put back is another."""
        site = self._folders.site
        for path, deep in ((site, False), (site / FOLDER, True), (site / TEMPLATES, True), (site / LOCALES, True)):
            try:
                found = path.stat()
                identity = (found.st_dev, found.st_ino)
            except OSError:
                identity = None
            known = self._watched.get(path)
            if known and known[0] != identity:
                del self._watched[path]
                self._unschedule(known[1])
            if self._observer and identity and path not in self._watched:
                with suppress(OSError):  # the next look finds what is not told of
                    watch = self._observer.schedule(self._hints, str(path.resolve()), recursive=deep)
                    self._watched[path] = (identity, watch)

    def _unschedule(self, watch: ObservedWatch) -> None:
        if self._observer:
            with suppress(KeyError, OSError):  # it may have ended by itself with its folder
                self._observer.unschedule(watch)

    def _probe(self) -> bool:
        """Whether a change in a private folder of the same disk is told within a moment."""
        folder = self._folders.cache / f"probe-{os.getpid()}"
        hints = Hints()
        assert self._observer is not None, "a probe is for an observer"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            watch = self._observer.schedule(hints, str(folder.resolve()))
            (folder / "touched").touch()
            is_told = bool(hints.take(PROBE))
            self._unschedule(watch)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                self._folders.cache.rmdir()
        return is_told

    def _end_observer(self) -> None:
        observer, self._observer = self._observer, None
        self._watched.clear()
        if observer and observer.is_alive():
            observer.stop()
            observer.join(2)
