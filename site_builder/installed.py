"""Versions of installed packages, read off the names of the folders in which installers record them.

`importlib.metadata` reads and parses a file for each, and what it takes to parse
them: a tenth of the time of a build after which nothing was edited. The folders'
names are settled by the packaging standard for recorded projects
(``NAME-VERSION.dist-info``), and the first of a name on the path counts.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache

_RECORDED = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)\.(?:dist|egg)-info")


def version_of(package: str) -> str:
    """The version of a package, empty where it is not recorded that it is installed."""
    return _versions(tuple(sys.path)).get(_normal(package), "")


@cache
def _versions(path: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - hundreds of names, none of which is wanted as a path
        except OSError:  # a zip file, or a folder that there is not
            continue
        for name in sorted(names):
            if recorded := _RECORDED.fullmatch(name):
                found.setdefault(_normal(recorded["name"]), recorded["version"])
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
