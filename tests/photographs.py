"""Picture files as bytes, drawn here: a test says how large they are, in which format, and what is odd about them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image


def drawing(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture that is red on the left, blue on the right, and darker towards its foot."""
    left = Image.new("RGB", (width, height), (200, 30, 30))
    left.paste((30, 30, 200), (width // 2, 0, width, height))
    left.paste((20, 20, 20), (0, height * 3 // 4, width, height))
    return left.convert(mode)


def photo(width: int = 40, height: int = 30, kind: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:  # noqa: ANN401 - Pillow's own
    """A picture in a format that Pillow knows by name."""
    target = BytesIO()
    drawing(width, height, mode).save(target, kind, **options)
    return target.getvalue()


def turned(width: int, height: int, orientation: int) -> bytes:
    """A JPEG that says it is turned, taken at a place and by a telephone that it names."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x0110] = "Telephone 7"
    exif.get_ifd(0x8825)[2] = (45.0, 42.0, 32.0)
    return photo(width, height, exif=exif.tobytes())


def moving(kind: str) -> bytes:
    """Two frames."""
    target = BytesIO()
    drawing(8, 6).save(target, kind, save_all=True, append_images=[drawing(8, 6).rotate(180)])
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    """A picture's pixels."""
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises so many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9))) + chunk(b"IEND", b"")
