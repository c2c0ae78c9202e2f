"""Everything about a site's pictures that is known before the first page is made: their headers, and what is made of them.

Only pictures that some page shows are looked at; other static files are copied
as they are, with a warning for drawings in which something can run. Where the
extra `[images]` is not installed pictures are shown as they are, cards are not
drawn, and a note says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.links import published
from site_builder.config import Cards, Config
from site_builder.content.model import SourceFile
from site_builder.images.drawings import ACTIVE, why_active
from site_builder.images.extra import CARDS, PHOTOS, is_installed
from site_builder.images.headers import is_picture, read_pictures
from site_builder.images.model import PictureFile, Work
from site_builder.images.sizes import works_of
from site_builder.incremental.memo import Memo
from site_builder.pages.pictures import named_pictures
from site_builder.problems import Place, Problem, warning
from site_builder.site import model
from site_builder.site.model import Site

_INSTALL = 'Install it: pip install "site-builder[images]".'


PHOTOS_AS_THEY_ARE = f"Photos are shown as they are, in one size: the extra `images` is not installed. {_INSTALL}"
NO_CARDS = f"No social cards are drawn: the extra `images` is not installed. {_INSTALL}"


class Gallery(Struct, frozen=True):
    """The pictures of a site by output path, what is made of them, what is wrong with them, and what goes without."""

    pictures: Mapping[str, PictureFile]
    works: tuple[Work, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    def hung_in(self, site: Site) -> Site:
        """The site with its pictures."""
        return replace(site, inputs={**site.inputs, model.PICTURES: self.pictures})


def prepare_pictures(folder: Path, site: Site, statics: Iterable[SourceFile]) -> Gallery:
    """Look at all pictures that pages show."""
    files = {file.path.removeprefix("content/"): file for file in statics if is_picture(file.path)}
    if not files:
        return Gallery({}, (), ())
    photos, crests = named_pictures(Memo(site.inputs), site, published(site))
    shown = [(files[path].path, files[path].digest) for path in sorted((photos | crests) & files.keys())]
    pictures, problems = read_pictures(folder, shown)
    is_without = len(pictures) + len(problems) < len(shown) and not is_installed(PHOTOS)
    problems += tuple(
        _active_drawings(folder, (file.path for path, file in sorted(files.items()) if path not in photos | crests))
    )
    return Gallery(pictures, works_of(pictures, photos, crests), problems, (PHOTOS_AS_THEY_ARE,) if is_without else ())


def _active_drawings(folder: Path, paths: Iterable[str]) -> Iterator[Problem]:
    """A warning for each drawing beside the pages that runs something in the browser of whoever opens it."""
    for path in paths:
        if path.lower().endswith(".svg") and (why := why_active(folder / path)):
            yield warning(ACTIVE, Place(path), why, "Save it as a plain SVG, or as PNG, if it comes from somebody else.")


def drawable(config: Config) -> tuple[Config, tuple[str, ...]]:
    """The settings, without cards where nothing can draw them, and a note on that."""
    if config.cards is Cards.NONE or is_installed(CARDS):
        return config, ()
    return replace(config, cards=Cards.NONE), (NO_CARDS,)
