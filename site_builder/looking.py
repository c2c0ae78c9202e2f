"""A first look at a site before anything of it is read: what is remembered of the last build, and which files differ since.

Every file is read and digested, none is understood, so that a build after which
nothing was edited need not even import what understands them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from site_builder.config import FILE
from site_builder.content.opening import read_chunks
from site_builder.content.source_walk import FOLDER, Walk
from site_builder.folders import Folders, default_theme_folder, folders_of
from site_builder.images import extra
from site_builder.incremental.fingerprint import digest_of
from site_builder.last_build import LastBuild, load_last
from site_builder.outcome import Options
from site_builder.program import folders_digest, program_version
from site_builder.workers import without_looking_for_cycles


@dataclass(frozen=True, slots=True)
class Sources:
    """The digests of all files below ``content/`` by path, and one of all else that a site is made of.

    ``files`` is None where one of them cannot be read; ``around`` is empty where
    that is so of the rest.
    """

    files: Mapping[str, str] | None
    around: str


class Look:
    """What stands on disk and what is remembered, each looked at when somebody asks, and once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.folders = folders_of(options.site, options.output, options.cache)

    @cached_property
    def last(self) -> LastBuild | None:
        """What is remembered of the last build."""
        with without_looking_for_cycles():
            return load_last(self.folders.cache)

    @cached_property
    def sources(self) -> Sources:
        """What stands on disk."""
        return Sources(_files(self.folders.site), _around(self.folders, self.options))

    @property
    def edited(self) -> tuple[str, ...] | None:
        """The files of the content that differ from the last build; None where some came or went, or anything else differs."""
        last, now = self.last, self.sources
        if last is None or now.files is None or not now.around or now.around != last.known.around:
            return None
        if last.known.files.keys() != now.files.keys():
            return None
        return tuple(sorted(path for path, digest in now.files.items() if last.known.files[path] != digest))


def _files(site: Path) -> dict[str, str] | None:
    walk = Walk(site)
    try:
        found = {file.path: digest_of(read_chunks(site / FOLDER, site / file.path)) for file in walk.files()}
    except OSError:
        return None
    return None if any(problem.is_error for problem in walk.problems) else found


def _around(folders: Folders, options: Options) -> str:
    """The digest of the program, the settings, the words, the theme, and of the options that pages rest on."""
    settings = folders.site / FILE
    try:
        written = settings.read_bytes() if settings.exists() else None
        about = repr((program_version(), extra.versions(), written, options.base_url, options.drafts))
        return folders_digest(about, [default_theme_folder(), folders.templates, folders.locales])
    except OSError:
        return ""
