"""What the extra `[images]` brings, where it is installed: Pillow for photos, resvg-py for social cards.

Nothing here imports them: a site without pictures does not wait for them.
"""

from __future__ import annotations

from importlib.util import find_spec

from site_builder import installed

PHOTOS = "PIL"
CARDS = "resvg_py"
_DISTRIBUTIONS = {PHOTOS: "pillow", CARDS: "resvg-py"}


def is_installed(package: str) -> bool:
    """Whether a package of the extra can be imported."""
    return find_spec(package) is not None


def versions() -> tuple[str, ...]:
    """The versions of all of it: another one may write other bytes."""
    return tuple(map(version_of, _DISTRIBUTIONS))


def version_of(package: str) -> str:
    """The version of a package of the extra, empty where it is not installed."""
    return installed.version_of(_DISTRIBUTIONS[package]) if is_installed(package) else ""
