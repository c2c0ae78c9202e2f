"""A team's crest: the address of the file that is shown for it, and its size."""

from __future__ import annotations

from urllib.parse import quote

from site_builder.content.model import TeamFile
from site_builder.images.sizes import crest_variant
from site_builder.incremental.memo import Memo
from site_builder.site import model
from site_builder.site.references import static_of


def crest_of(read: Memo, file: TeamFile) -> tuple[str, int, int]:
    """Address, width and height of a team's crest; empty and zero where they are not known."""
    static = (static_of(read, file.crest, file.path) if file.crest else None) or ""
    picture = read.find(model.PICTURES, static)
    if picture is None:
        return quote(static), 0, 0
    variant = crest_variant(picture)
    return (quote(variant.path), variant.width, variant.height) if variant else (quote(static), picture.width, picture.height)
