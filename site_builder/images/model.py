"""What is known of a picture from its header, and what is made of it. Values only; how it is encoded is not known here."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

MOST_PIXELS = 50_000_000
"""As many as a press photographer's camera has; decoding takes four bytes each."""


class Format(StrEnum):
    """Formats of picture files, as media types name them."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    AVIF = "avif"
    GIF = "gif"
    SVG = "svg+xml"

    @property
    def media_type(self) -> str:
        """As it stands in HTML: ``image/jpeg``."""
        return f"image/{self.value}"

    @property
    def suffix(self) -> str:
        """What files that are made of this format are called: ``jpg``."""
        return "jpg" if self is Format.JPEG else self.value


class PictureFile(Struct, frozen=True):
    """A static file that pages show.

    ``path`` is its own in the output; ``width`` and ``height`` are in pixels, as
    it is shown (turned as its EXIF says), 0 where an SVG does not tell;
    ``is_animated`` tells that it moves.
    """

    path: str
    digest: str
    width: int
    height: int
    format: Format
    is_animated: bool = False

    @property
    def is_sized(self) -> bool:
        """Whether it is shown in sizes of its own making; drawings, GIFs and what moves are shown as they are."""
        return self.format not in {Format.SVG, Format.GIF} and not self.is_animated


class Variant(Struct, frozen=True):
    """A picture in a size and a format: a file of the output that is made, not written.

    ``path`` is its own; ``lossless`` is for drawings with few colours.
    """

    path: str
    width: int
    height: int
    format: Format
    lossless: bool = False


class Work(Struct, frozen=True):
    """A picture, and all that has to be made of it."""

    picture: PictureFile
    variants: tuple[Variant, ...]

    @property
    def source(self) -> str:
        """The path below the site's folder."""
        return f"content/{self.picture.path}"


class BadPicture(Exception):
    """A picture that cannot be shown: a sentence without its full stop, and the fix."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        self.code = code
        self.fix = fix
        super().__init__(message)


def too_large(sides: str = "") -> BadPicture:
    """What is said of a picture that would fill the memory of whoever opens it."""
    message = f"this picture has more than {MOST_PIXELS // 1_000_000} million pixels{sides}"
    return BadPicture("picture-too-large", message, "Save it smaller: no page shows more than 1,440 pixels across.")


def unreadable() -> BadPicture:
    """What is said of a file that is no picture, or a broken one."""
    fix = "Save it anew as JPEG, PNG, WebP or AVIF, or copy it once more."
    return BadPicture("bad-picture", "this is no picture that can be read", fix)
