"""A theme's files that are no templates: style sheets, and whatever else lies under ``assets/``.

The style sheets under ``assets/css/`` become one ``assets/site.css``, in the
order of the cascade layers: ``css/base.css`` and ``css/base/….css`` belong to
the layer ``base``. What not every page needs stands one folder deeper:
``css/components/lists/….css`` belongs to the same layer, but to a file of its
own, ``assets/lists.css``, which is linked after the first by the pages that
need it. A site's own file takes the place of the default one of its path; a
style sheet that is of no layer (``css/club.css``) comes last and outside of all
layers, so that it wins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from site_builder.rendering.template_faults import TemplateFault, unreadable
from site_builder.rendering.templates import Theme

LAYERS = ("reset", "tokens", "base", "components", "pages", "print")
STYLE_SHEET = "assets/site.css"
_ORDER = f"@layer {', '.join(LAYERS)};\n"

_IDLE = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|url\([^)]*\))"""
    r"|/\*.*?\*/|^[ \t]+|[ \t]+$|[ \t]+(?=\{)|(?<=[{};,:])\s+|;?\s*(?P<mark>\})",
    re.DOTALL | re.MULTILINE,
)
"""Comments, and spaces that mean nothing: never those around ``+``, ``-`` or before a colon."""


class Asset(Struct, frozen=True):
    """An output file: its path in the output, and its bytes."""

    path: str
    data: bytes


def assets(theme: Theme) -> tuple[Asset, ...]:
    """All assets of a theme, sorted by path, the style sheets as few.

    Raises TemplateFault where a style sheet is no text, OSError where a file cannot be read.
    """
    chosen = {**_files(theme.default), **(_files(theme.own) if theme.own else {})}
    sheets = {name: path for name, path in chosen.items() if name.startswith("assets/css/") and name.endswith(".css")}
    found = [Asset(name, path.read_bytes()) for name, path in chosen.items() if name not in sheets]
    for path in sorted({_file_of(name) for name in sheets}):
        bundle = _bundle({name: sheet for name, sheet in sheets.items() if _file_of(name) == path})
        found.append(Asset(path, (_ORDER + bundle if path == STYLE_SHEET else bundle).encode()))
    return tuple(sorted(found, key=lambda asset: asset.path))


def _files(folder: Path) -> dict[str, Path]:
    """Files under ``assets/`` by their path in the output, without editors' litter."""
    paths = sorted((folder / "assets").rglob("*"))
    kept = (path for path in paths if path.name[0] not in ".#" and path.name[-1] != "~" and path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in kept}


def _bundle(sheets: Mapping[str, Path]) -> str:
    """The sheets layer by layer, within one by path; what is of no layer last."""
    texts: dict[str, str] = {}
    for name, path in sorted(sheets.items()):
        layer = _layer_of(name)
        texts[layer] = texts.get(layer, "") + _squeezed(_text(name, path))
    parts = [f"@layer {layer} {{\n{texts.pop(layer)}}}\n" for layer in LAYERS if layer in texts]
    return "".join(parts + list(texts.values()))


def _file_of(name: str) -> str:
    """``assets/css/components/lists/heads.css`` goes into ``assets/lists.css``; less deep ones into that of all pages."""
    folders = name.split("/")[2:-1]
    return f"assets/{folders[1]}.css" if len(folders) > 1 and folders[0] in LAYERS else STYLE_SHEET


def _layer_of(name: str) -> str:
    """``assets/css/base.css`` and ``assets/css/base/type.css`` are both of ``base``."""
    return name.split("/")[2].removesuffix(".css")


def _text(name: str, path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateFault(unreadable(f"templates/{name}", error)) from error


def _squeezed(text: str) -> str:
    """A style sheet without comments, idle spaces and line ends; what is in quotes or in ``url()`` is left alone."""
    plain = _IDLE.sub(lambda found: found["kept"] or found["mark"] or "", text)
    return re.sub("\n\n+", "\n", plain).strip() + "\n"
