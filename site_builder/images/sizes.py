"""In which sizes and formats a picture is shown, and how these files are called: known before anything is encoded.

A file's name ends in a digest of the picture's bytes and of how it is made, so
that an address never changes its content and may be kept by browsers for ever:

    matches/zapata.jpg 4000 × 3000  ▷  matches/zapata-960-1a2b3c4d.webp
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from posixpath import splitext

from site_builder.images.model import Format, PictureFile, Variant, Work
from site_builder.incremental.fingerprint import fingerprint

WIDTHS = (480, 960, 1440)
"""A phone's column, the desk's, and that of screens with double the dots."""
HIGHEST = 8192
"""Pixels of a picture's height: half of what WebP can hold."""
CREST = 128
"""The longer side of a crest: twice its largest place on a page."""
RECIPE = 1
"""To be raised with every change of how pictures are encoded: it is in the names of all that is made."""
_NEARLY = 0.85
_MODERN = (Format.AVIF, Format.WEBP)


def photo_variants(picture: PictureFile) -> tuple[tuple[Variant, ...], ...]:
    """All sizes of a photo, for each format, the smallest files first, the photo's own format last.

    Sizes go from the smallest up; a photo is never enlarged. Empty for what is shown as it is.
    """
    if not picture.is_sized:
        return ()
    formats = dict.fromkeys((*(f for f in _MODERN if f is not picture.format), picture.format))
    return tuple(tuple(_variant(picture, width, format_) for width in widths_of(picture)) for format_ in formats)


def widths_of(picture: PictureFile) -> tuple[int, ...]:
    """The widths of a photo, none wider than itself, and none that is hardly smaller than the largest."""
    largest = max(1, min(picture.width, WIDTHS[-1], HIGHEST * picture.width // picture.height))
    return (*(width for width in WIDTHS if width < _NEARLY * largest), largest)


def crest_variant(picture: PictureFile) -> Variant | None:
    """A crest as small as it is shown, None for one that is shown as it is."""
    if not picture.is_sized:
        return None
    width = min(CREST, picture.width, max(1, round(CREST * picture.width / picture.height)))
    return _variant(picture, width, Format.WEBP, lossless=picture.format is not Format.JPEG)


def _variant(picture: PictureFile, width: int, format_: Format, *, lossless: bool = False) -> Variant:
    height = min(HIGHEST, max(1, round(picture.height * width / picture.width)))
    key = fingerprint("variant", picture.digest, width, height, format_, lossless, RECIPE)
    stem = splitext(picture.path)[0]
    return Variant(f"{stem}-{width}-{key[:8]}.{format_.suffix}", width, height, format_, lossless)


def works_of(pictures: Mapping[str, PictureFile], photos: Collection[str], crests: Collection[str]) -> tuple[Work, ...]:
    """Everything that is made of a site's pictures, sorted by path; both are output paths of static files."""
    works: list[Work] = []
    for path, picture in sorted(pictures.items()):
        sizes = [variant for of_format in photo_variants(picture) for variant in of_format] if path in photos else []
        crest = crest_variant(picture) if path in crests else None
        variants = (*sizes, *((crest,) if crest else ()))
        if variants:
            works.append(Work(picture, variants))
    return tuple(works)
