"""Where a site's parts lie on disk, and the reading of its `site.toml`.

A site is a folder; everything else follows from it or from an option.
"""

from __future__ import annotations

from os.path import normpath
from pathlib import Path

from msgspec import Struct

from site_builder.config import FILE, Config, parse_config
from site_builder.problems import Place, Problem


def default_theme_folder() -> Path:
    """The default theme: inside the package where it is installed, beside it in a checkout."""
    package = Path(__file__).parent
    packed = package / "templates"
    return packed if packed.is_dir() else package.parent / "templates"


NO_SITE = Problem(
    "no-site",
    Place("content"),
    "this folder holds no site: there is no folder `content` in it",
    "Go to the site's folder, or name it with --site. `site-builder new site FOLDER` starts one.",
)

_READABLE = "Put a file in its place that you may read."


class Folders(Struct, frozen=True):
    """Absolute paths; ``templates`` and ``cache`` need not exist."""

    site: Path
    output: Path
    cache: Path

    @property
    def content(self) -> Path:
        """What authors write."""
        return self.site / "content"

    @property
    def templates(self) -> Path:
        """The site's own templates, over those of the default theme."""
        return self.site / "templates"

    @property
    def locales(self) -> Path:
        """The site's own catalogues, over those of the package."""
        return self.site / "locales"


def folders_of(site: Path, output: Path | None = None, cache: Path | None = None) -> Folders:
    """The folders of a site; options are relative to where the command was called."""
    site = site.absolute()
    return Folders(
        site=site,
        output=output.absolute() if output else site / "output",
        cache=cache.absolute() if cache else site / ".site-builder-cache",
    )


def in_site(site: Path, path: Path) -> Path | None:
    """A path as the site's own files are named, whichever way it was reached; None where it leads to nothing in the site."""
    home = site.absolute()
    named = Path(normpath(path.absolute()))
    if named.is_relative_to(home):
        return named
    try:
        return home / path.resolve().relative_to(site.resolve())
    except (ValueError, OSError, RuntimeError):  # it lies elsewhere, or its links go round in a circle
        return None


def read_config(folders: Folders) -> tuple[Config, tuple[Problem, ...]]:
    """The settings of a site, the default ones where it has no `site.toml`; its folder has to hold content."""
    if not folders.content.is_dir():
        return Config(), (NO_SITE,)
    try:
        text = (folders.site / FILE).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except FileNotFoundError:
        return Config(), ()
    except UnicodeDecodeError:
        return Config(), (Problem("not-utf-8", Place(FILE), "this file is not UTF-8", "Save it as UTF-8."),)
    except OSError as error:
        return Config(), (Problem("unreadable", Place(FILE), f"this file cannot be read: {error.strerror}", _READABLE),)
    return parse_config(text)
