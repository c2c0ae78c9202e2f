"""Competition, season and names in bulk results: from a title, from the path, and as written for teams and people.

>>> titled("Italian Serie A 2025/26", "")
Titled(competition='Italian Serie A', season=Season(start=2025, end=2026))
>>> titled("", "content/results/coppa-italia/2020-21.txt")
Titled(competition='Coppa Italia', season=Season(start=2020, end=2021))
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from msgspec import Struct

from site_builder.content.shorthand import title_cased
from site_builder.football.model import Season

_SEASON = re.compile(r"(?<!\d)((?:18|19|20)\d\d(?:\s?[-–/]\s?(?:(?:18|19|20)\d\d|\d\d))?)(?!\d)")
_FOLDER_SEASON = re.compile(r"((?:18|19|20)\d\d(?:[-_](?:(?:18|19|20)\d\d|\d\d))?)(?![0-9])")
_TEAM_COUNTRY = re.compile(r"\s*\([A-Za-z]{3}\)$")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_CUP = re.compile(r"cup|copa|coppa|coupe|pokal|taça|beker|trophy|shield|supercopa", re.IGNORECASE)


class Titled(Struct, frozen=True):
    """What a title or path says."""

    competition: str | None
    season: Season | None


def _season(text: str) -> Season | None:
    try:
        return Season.parse(text.replace("_", "-").replace(" ", ""))
    except ValueError:
        return None


def _from_title(title: str) -> Titled:
    for found in reversed(list(_SEASON.finditer(title))):
        if season := _season(found[1]):
            after = title[found.end() :].strip()
            rest = "" if after[:1] in ("", ",", "(", "-", "–", "|") else f" {after}"
            name = (title[: found.start()].strip(" ,-–|") + rest).strip()
            return Titled(name or None, season)
    return Titled(title.strip() or None, None)


def _spoken(folder: str) -> str | None:
    words = re.sub(r"^\d+-", "", folder).replace("-", " ").replace("_", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or None


def _from_path(path: str) -> Titled:
    """``results/<competition>/<season>.txt``, or a folder for the season and the competition as file."""
    pure = PurePosixPath(path)
    parts = [*pure.parts[:-1], pure.stem]
    if "results" in parts:
        parts = parts[parts.index("results") + 1 :]
    for index in range(len(parts) - 1, -1, -1):
        found = _FOLDER_SEASON.match(parts[index])
        if found and (season := _season(found[1])):
            is_file = index == len(parts) - 1
            name = (parts[index - 1] if index else "") if is_file else parts[-1]
            return Titled(_spoken(name), season)
    return Titled(_spoken(parts[-2] if len(parts) > 1 else parts[-1]) if parts else None, None)


def titled(title: str, path: str) -> Titled:
    """Competition and season as the title says, else as the path does."""
    told, located = _from_title(title), _from_path(path)
    return Titled(told.competition or located.competition, told.season or located.season)


def names_a_cup(text: str) -> bool:
    """Whether a title or path is that of a cup rather than a league."""
    return _CUP.search(text) is not None


def team_name(written: str) -> str:
    """A team's name without a country in brackets."""
    return _TEAM_COUNTRY.sub("", " ".join(written.split()))


def official_name(written: str) -> str:
    """A referee's or coach's name without a country in brackets, its surname in title case."""
    return title_cased(_BRACKET.sub("", " ".join(written.split())))
