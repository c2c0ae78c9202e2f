"""A site as it stands, for those who write for it: whatever can be read of it, problems or not."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.config import Config
from site_builder.content.gathered import Content
from site_builder.content.reading import read_content
from site_builder.folders import Folders, folders_of, read_config
from site_builder.outcome import WrongSettings
from site_builder.problems import Problem
from site_builder.site.assemble import assemble
from site_builder.site.model import Site


class Loaded(Struct, frozen=True):
    """A site's folders, settings, sources and what they make; ``problems`` are those of the sources."""

    folders: Folders
    config: Config
    content: Content
    site: Site
    problems: tuple[Problem, ...]


def load_site(folder: Path) -> Loaded:
    """Read a site, drafts included; what has problems is left out.

    Raises `WrongSettings` where the folder holds no site or its settings are wrong.
    """
    folders = folders_of(folder)
    config, wrong = read_config(folders)
    if wrong:
        raise WrongSettings(wrong, "Nothing was written.")
    config = replace(config, drafts=True)
    cache = folders.cache if folders.cache.is_dir() else None
    content, problems = read_content(folders.site, 1, cache)
    site, linking = assemble(content, config)
    return Loaded(folders, config, content, site, (*problems, *linking))
