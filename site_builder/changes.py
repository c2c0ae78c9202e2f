"""What differs from the last build: which program and settings made it, and which cells hold something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from site_builder.config import Config
from site_builder.content.gathered import Content
from site_builder.folders import Folders, default_theme_folder
from site_builder.images import extra
from site_builder.incremental.cells import Encoded, differing, encode_inputs
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


class Changes(Struct, frozen=True):
    """What is different from the last build.

    ``last`` is what was remembered, None where nothing of it holds; ``known``
    and ``cells`` are what is to be remembered of this build. Where the site was
    not linked anew, ``replaced`` are the cells that are new, by encoded key,
    and ``cells`` those of the last build.
    """

    last: LastBuild | None
    changed: frozenset[int]
    known: Known
    cells: Encoded
    replaced: Mapping[str, Mapping[bytes, bytes]] | None = None

    @property
    def is_resumed(self) -> bool:
        """Whether the site was not linked anew: then everything but pages stands as the last build left it."""
        return self.replaced is not None


def changes_since(last: LastBuild | None, known: Known, inputs: Inputs, content: Content) -> Changes:
    """What differs from the last build, if that was made by this very program with these settings."""
    cells = encode_inputs(inputs, codecs(content.digests, _never))
    if last is None or (last.known.version, last.known.tool) != (known.version, known.tool):
        return Changes(None, frozenset(), known, cells)
    return Changes(last, frozenset(differing(last.values, cells)), known, cells)


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
