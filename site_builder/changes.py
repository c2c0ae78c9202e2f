"""What differs from the last build: which program and settings made it, and which cells hold something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from site_builder.config import Config
from site_builder.folders import Folders, default_theme_folder
from site_builder.images import extra
from site_builder.incremental.cells import Encoded, Unpacked, differing, encode_inputs
from site_builder.incremental.fingerprint import fingerprint
from site_builder.incremental.memo import Input, Memo
from site_builder.language.words import Words
from site_builder.last_build import Known, LastBuild
from site_builder.pages.links import site_meta
from site_builder.production import Material
from site_builder.program import folders_digest, program_version
from site_builder.rendering.code_cache import code_folder
from site_builder.site.keeping import codecs

Inputs = Mapping[Input[Any, Any], Mapping[Any, Any]]


class Remembered(Struct, frozen=True):
    """What is to be remembered of a build: what it was made from, and all that its inputs held."""

    known: Known
    cells: Unpacked


class Later:
    """What is to be remembered, found out when somebody asks, and once: a check never does."""

    def __init__(self, find_out: Callable[[], Remembered]) -> None:
        self._find_out: Callable[[], Remembered] | None = find_out
        self._found: Remembered | None = None

    @property
    def remembered(self) -> Remembered:
        """What it is."""
        if self._found is None:
            assert self._find_out is not None, "it is there until it is found out"
            self._found, self._find_out = self._find_out(), None
        return self._found


class Changes(Struct, frozen=True):
    """What is different from the last build.

    ``last`` is what was remembered, None where nothing of it holds; ``now``
    is what is to be remembered of this build. Where the site was
    not linked anew, ``replaced`` are the cells that are new, by encoded key,
    and ``cells`` those of the last build.
    """

    last: LastBuild | None
    changed: frozenset[bytes]
    now: Remembered | Later
    replaced: Encoded | None = None

    @property
    def known(self) -> Known:
        """What this build is made from."""
        return self._remembered.known

    @property
    def cells(self) -> Unpacked:
        """What the inputs hold."""
        return self._remembered.cells

    @property
    def _remembered(self) -> Remembered:
        return self.now.remembered if isinstance(self.now, Later) else self.now

    @property
    def is_resumed(self) -> bool:
        """Whether the site was not linked anew: then everything but pages stands as the last build left it."""
        return self.replaced is not None


def changes_since(last: LastBuild | None, known: Known, inputs: Inputs, finish: Callable[[Known], Known]) -> Changes:
    """What differs from the last build, if that was made by this very program with these settings.

    ``finish`` adds to what is known what only the rest of the build needs.
    """

    def found_out() -> Remembered:
        return Remembered(finish(known), Unpacked(encode_inputs(inputs, codecs(known.sources, _never))))

    if last is None or (last.known.version, last.known.tool) != (known.version, known.tool):
        return Changes(None, frozenset(), Later(found_out))
    now = found_out()
    return Changes(last, frozenset(differing(last.merged, now.cells)), now)


def _never(path: str, _key: bytes) -> Any:  # noqa: ANN401 - it does not come back
    raise KeyError(path)


def material_of(folders: Folders, version: str, inputs: Inputs) -> Material:
    """What pages are made of."""
    shared = site_meta(Memo(inputs))
    code = code_folder(version)
    return Material(inputs, shared, fingerprint(version, shared), folders.templates, default_theme_folder(), code, None)


def version_of(config: Config, words: Words) -> str:
    """The fingerprint of all that every page rests on: the program, the settings, the words."""
    return fingerprint(program_version(), extra.versions(), config, words.digest)


def theme_version(folders: Folders) -> str:
    """The digest of all files of the theme."""
    try:
        return folders_digest("", [default_theme_folder(), folders.templates])
    except OSError as error:  # said when the theme is loaded
        return str(error)
