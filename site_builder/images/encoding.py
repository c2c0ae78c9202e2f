"""Photos become what pages show: turned upright, in sRGB, in their sizes and formats, without what cameras note.

The same picture and the same Pillow give the same bytes: one thread, no time,
no metadata at all, neither of the place where a photo was taken nor of who owns
the telephone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, features

from site_builder.images.decoders import opened, orientation
from site_builder.images.extra import PHOTOS, version_of
from site_builder.images.model import Format, Variant, unreadable
from site_builder.images.sizes import WIDTHS

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_OPTIONS: Mapping[Format, Mapping[str, int | bool | str]] = {
    Format.JPEG: {"quality": 80, "optimize": True, "progressive": True, "subsampling": "4:2:0"},
    Format.PNG: {"optimize": True},
    Format.WEBP: {"quality": 78, "method": 4},
    Format.AVIF: {"quality": 58, "speed": 6, "max_threads": 1, "subsampling": "4:2:0"},
}
_CODECS = ("jpg", "libjpeg_turbo", "webp", "avif", "zlib", "littlecms2")


@cache
def encoders() -> tuple[str, ...]:
    """The versions of all that has a part in the bytes."""
    return (f"pillow {version_of(PHOTOS)}", *(f"{name} {features.version(name)}" for name in _CODECS))


def encode(file: Path, variants: Iterable[Variant]) -> Iterator[tuple[Variant, bytes]]:
    """The bytes of each variant of a picture, which is decoded once. Raises `BadPicture`."""
    variants = sorted(variants, key=lambda variant: (-variant.width, variant.path))
    picture = decoded(file)
    sized: dict[tuple[int, int], Image.Image] = {}
    for variant in variants:
        size = variant.width, variant.height
        try:
            if size not in sized:
                sized[size] = picture.resize(size, Image.Resampling.LANCZOS) if size != picture.size else picture
            data = _encoded(sized[size], variant)
        except (OSError, ValueError, MemoryError) as error:
            raise unreadable() from error
        yield variant, data


def decoded(file: Path) -> Image.Image:
    """The pixels of a picture, upright, in sRGB. Raises `BadPicture`, whatever the file holds.

    A JPEG that is much larger than it is ever shown is decoded at a fraction of its
    size: always the same one, whichever variants are wanted.
    """
    with opened(file) as picture:
        turned = orientation(picture)
        try:
            picture.draft(None, _enough(*picture.size))
            picture.load()
            plain = _in_srgb(picture)
        except Exception as error:
            raise unreadable() from error
    plain.info.clear()
    return plain.transpose(_UPRIGHT[turned]) if turned in _UPRIGHT else plain


def _enough(width: int, height: int) -> tuple[int, int]:
    """Twice the size in which a picture is shown at most, whichever way it is turned."""
    return 2 * WIDTHS[-1] * max(1, width // height), 2 * WIDTHS[-1] * max(1, height // width)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Eight bits for red, green and blue, and for transparency where there is any."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bits(picture)
    is_clear = picture.has_transparency_data
    if profile and not is_clear and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            ours = ImageCms.createProfile("sRGB")
            theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
            managed = ImageCms.profileToProfile(picture, theirs, ours, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            managed = None  # a profile of no use, or of other colours than the picture's
        if managed is not None:
            return managed
    return picture.convert("RGBA" if is_clear else "RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """A grey picture of 16 bits with 8; Pillow's own conversion would cut off what is brighter than 255."""
    return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _encoded(picture: Image.Image, variant: Variant) -> bytes:
    options = dict(_OPTIONS[variant.format])
    if variant.lossless and variant.format is Format.WEBP:
        options = {"lossless": True, "quality": 100, "method": 6, "exact": False}
    target = BytesIO()
    picture.save(target, variant.format.name, **options)
    return target.getvalue()
