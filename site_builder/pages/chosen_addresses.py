"""Where authors have chosen addresses by themselves: problems with these stand at their `slug`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from msgspec.structs import replace

from site_builder.content.slugs import slugify
from site_builder.problems import Place, Problem

_DATED = re.compile(r"\d{4}-\d\d-\d\d-")


def at_slugs(problems: Iterable[Problem], addresses: Mapping[str, str]) -> Iterator[Problem]:
    """The same problems, those with a source as a whole at its `slug`, where it has one; ``addresses`` are those of sources."""
    for problem in problems:
        path = problem.place.path
        is_chosen = not problem.place.key and _says_slug(path, addresses.get(path, ""))
        yield replace(problem, place=Place(path, key=("slug",))) if is_chosen else problem


def _says_slug(path: str, address: str) -> bool:
    """Whether an address is not the one that a source has by itself: the site keeps one alone of two texts of one address."""
    name = address.rpartition("/")[2]
    if path.startswith("content/matches/"):
        return bool(name) and not _DATED.match(name)
    return path.startswith(("content/articles/", "content/pages/")) and name not in ("", slugify(PurePosixPath(path).stem))
