"""A site that is ready for its pages to be made; and where settings, warnings or errors end a build before that.

How it comes to be so is `preparation`'s business, or, after an edit, `resumption`'s.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from site_builder.changes import Changes
from site_builder.config import Config, parse_config
from site_builder.content.model import SourceFile
from site_builder.content.sources import locate
from site_builder.folders import Folders, read_config
from site_builder.images.model import Work
from site_builder.outcome import Options, ProblemsInContent, WrongSettings
from site_builder.pages.keys import PageKey
from site_builder.problems import Problem, in_order
from site_builder.production import Material
from site_builder.rendering.theme_assets import Asset
from site_builder.site import model


class Prepared(Struct, frozen=True):
    """A site that is linked and planned, with what its pages are made of.

    ``keys`` are all pages and documents in the order in which they are made,
    ``pictures`` what is made of pictures, ``statics`` and ``assets`` what is
    copied; ``notes`` are sentences on what the site goes without.
    """

    folders: Folders
    keys: tuple[PageKey, ...]
    statics: tuple[SourceFile, ...]
    assets: tuple[Asset, ...]
    material: Material
    warnings: tuple[Problem, ...]
    changes: Changes
    pictures: tuple[Work, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def config(self) -> Config:
        """The settings."""
        config: Config = self.material.inputs[model.SETTINGS][""]
        return config


def settings_of(folders: Folders, options: Options) -> Config:
    """The settings of the site and of the command line. Raises `WrongSettings`."""
    config, problems = read_config(folders)
    if options.base_url is not None:
        given, wrong = parse_config(f'base_url = "{options.base_url}"')
        config = replace(config, base_url=given.base_url)
        problems = (*problems, *(replace(p, place=replace(p.place, path="--base-url", line=0, column=0)) for p in wrong))
    if problems:
        raise WrongSettings(locate(folders.site, problems), state(folders))
    return replace(config, drafts=options.drafts)


def stop_at(problems: Iterable[Problem], folders: Folders, options: Options) -> tuple[Problem, ...]:
    """Warnings, with their places looked up; any error, or with ``strict`` any warning, ends the build here."""
    found = in_order(locate(folders.site, [p.strict() if options.strict else p for p in problems]))
    if any(p.is_error for p in found):
        raise ProblemsInContent(found, state(folders))
    return found


def state(folders: Folders) -> str:
    """The sentence on what became of the output."""
    if not folders.output.exists():
        return "Nothing was written."
    inside = folders.output.is_relative_to(folders.site)
    shown = folders.output.relative_to(folders.site) if inside else folders.output
    return f"Nothing was written; {shown}/ is as before."
