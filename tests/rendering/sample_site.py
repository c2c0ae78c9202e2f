"""The sample pages rendered with the default theme, and laid out as a site on disk."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from rendering.sample_parts import FILES, SITE
from rendering.sample_search import SHARDS
from rendering.samples import PAGES
from site_builder.folders import default_theme_folder
from site_builder.pages.parts import SiteMeta
from site_builder.rendering.templates import Theme, View, load_theme, render
from site_builder.rendering.theme_assets import assets

LISTS = {"articles": "teasers", "author": "teasers", "tag": "teasers"}


def template_of(view: View) -> str:
    return f"pages/{LISTS.get(view.meta.kind, view.meta.kind)}.html"


class Sample(Struct, frozen=True):
    """A rendered sample page."""

    path: str
    template: str
    html: str


def default_theme() -> Theme:
    return load_theme(None, default_theme_folder(), None)


def rendered(theme: Theme, site: SiteMeta = SITE) -> tuple[Sample, ...]:
    return tuple(Sample(v.meta.path, template_of(v), render(theme, template_of(v), site, v).decode()) for v in PAGES)


def write_site(folder: Path) -> None:
    """The samples as a site on disk, as a build would lay it out."""
    theme = default_theme()
    files = {sample.path: sample.html.encode() for sample in rendered(theme)} | FILES | SHARDS
    files |= {asset.path: asset.data for asset in assets(theme)}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
