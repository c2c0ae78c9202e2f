"""The headers of picture files: how large they are, in which format, and whether they can be shown at all.

Of photos the headers alone are read; what is wrong further on in a file shows when it is encoded.
Where Pillow is not installed only SVGs are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from posixpath import splitext

from site_builder.images.drawings import read_drawing
from site_builder.images.extra import PHOTOS, is_installed
from site_builder.images.model import BadPicture, Format, PictureFile
from site_builder.problems import Place, Problem, warning

_SUFFIXES = {
    ".jpg": Format.JPEG,
    ".jpeg": Format.JPEG,
    ".png": Format.PNG,
    ".webp": Format.WEBP,
    ".avif": Format.AVIF,
    ".gif": Format.GIF,
    ".svg": Format.SVG,
}
_SIDE = re.compile(r"\s*(\d{1,5}(?:\.\d+)?)(?:px)?\s*")


def is_picture(path: str) -> bool:
    """Whether a file is a picture by its name."""
    return splitext(path)[1].lower() in _SUFFIXES


def read_pictures(site: Path, files: Iterable[tuple[str, str]]) -> tuple[dict[str, PictureFile], tuple[Problem, ...]]:
    """Static files as pictures, by their paths in the output; ``files`` are paths below the site's folder, with digests.

    A file that is no picture is a problem and left out; so is, without a word, what cannot be told without Pillow.
    """
    found: dict[str, PictureFile] = {}
    problems: list[Problem] = []
    for path, digest in files:
        output = path.removeprefix("content/")
        try:
            picture = read_picture(site / path, output, digest)
        except BadPicture as bad:
            problems.append(Problem(bad.code, Place(path), str(bad), bad.fix))
            continue
        if picture:
            found[output] = picture
            problems += _misnamed(path, picture)
    return found, tuple(problems)


def read_picture(file: Path, path: str, digest: str) -> PictureFile | None:
    """What the header of a file says; None where that takes Pillow and there is none. Raises `BadPicture`."""
    if splitext(path)[1].lower() == ".svg":
        return _svg(file, path, digest)
    if not is_installed(PHOTOS):
        return None
    from site_builder.images.decoders import header  # noqa: PLC0415 - it imports what is part of an extra

    return header(file, path, digest)


def _svg(file: Path, path: str, digest: str) -> PictureFile:
    """A drawing, read as a whole: nothing in it may run."""
    root = read_drawing(file)
    return PictureFile(path, digest, *_sides(root.get("width", ""), root.get("height", ""), root.get("viewBox", "")), Format.SVG)


def _sides(width: str, height: str, view_box: str) -> tuple[int, int]:
    """Width and height in pixels where a drawing says them, else those of its view box, 0 where it has neither."""
    given = [_SIDE.fullmatch(side) for side in (width, height)]
    if not all(given):
        given = [_SIDE.fullmatch(side) for side in view_box.replace(",", " ").split()[2:4]]
    sides = [round(float(side[1])) for side in given if side]
    return (sides[0], sides[1]) if len(sides) == 2 and all(sides) else (0, 0)


def _misnamed(path: str, picture: PictureFile) -> Iterable[Problem]:
    suffix = splitext(path)[1]
    if _SUFFIXES.get(suffix.lower()) not in {None, picture.format}:
        name = picture.format.name
        message = f"this file is called `{suffix}`, but it is a {name}"
        yield warning("picture-suffix", Place(path), message, f"Rename it to end in `.{picture.format.suffix}`.")
