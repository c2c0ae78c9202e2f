"""Picture files opened with Pillow: the header, and how a picture is turned. Whatever a file holds, it ends in a `BadPicture`."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import (
    AvifImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

from site_builder.images.model import MOST_PIXELS, Format, PictureFile, too_large, unreadable

_READ = {
    JpegImagePlugin.JpegImageFile.format: Format.JPEG,
    # A JPEG of a telephone with a second picture inside: the first one is meant.
    MpoImagePlugin.MpoImageFile.format: Format.JPEG,
    PngImagePlugin.PngImageFile.format: Format.PNG,
    WebPImagePlugin.WebPImageFile.format: Format.WEBP,
    AvifImagePlugin.AvifImageFile.format: Format.AVIF,
    GifImagePlugin.GifImageFile.format: Format.GIF,
}
"""What browsers show, and so all that Pillow may try: its other decoders never see a file."""
_ORIENTATION = 0x0112


def header(file: Path, path: str, digest: str) -> PictureFile:
    """What the header of a file says; ``path`` is the one in the output. Raises `BadPicture`."""
    with opened(file) as picture:
        width, height = picture.size
        if orientation(picture) > 4:
            width, height = height, width
        format_ = _READ[str(picture.format)]
        is_animated = bool(getattr(picture, "is_animated", False)) and format_ is not Format.JPEG
        return PictureFile(path, digest, width, height, format_, is_animated)


def opened(file: Path) -> Image.Image:
    """A picture of which only the header is read. Raises `BadPicture`."""
    try:
        with warnings.catch_warnings():
            # What Pillow takes for a bomb is above the limit here.
            warnings.simplefilter("ignore")
            picture = Image.open(file, formats=[name for name in _READ if name in Image.OPEN])
    except Image.DecompressionBombError:
        raise too_large() from None
    except Exception as error:
        raise unreadable() from error
    if picture.width * picture.height > MOST_PIXELS:
        picture.close()
        raise too_large(f" ({picture.width:,} × {picture.height:,})")
    return picture


def orientation(picture: Image.Image) -> int:
    """How a picture is turned, as EXIF counts it: 1 is upright. Only what stands before the pixels is looked at."""
    if "exif" not in picture.info:
        return 1
    try:
        turned = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - a broken note may raise whatever; the photo is still a photo
        return 1
    return turned if isinstance(turned, int) and 1 <= turned <= 8 else 1
