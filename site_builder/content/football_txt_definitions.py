"""Definitions at the top of a Football.TXT file: who plays in a group, when a matchday is.

>>> definition_of("Group A |  Germany   Scotland").teams
('Germany', 'Scotland')
>>> definition_of("▪ Matchday 1 | Fri Jun 14 - Tue Jun 18").name
'Matchday 1'
"""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.content.results_dates import Day, read_date
from site_builder.content.results_stages import group_name
from site_builder.content.results_titles import team_name

HEADING = re.compile(r"([▪■»]{1,4}|:{2,5})\s*(.+)")
"""A heading by its mark: the number of squares is its level."""
_DEFINITION = re.compile(r"([^|]+?)\s*\|\s*(.+)")
_TWO_SPACES = re.compile(r"\s{2,}|\t")
_SHORT = re.compile(r"((?:[A-Za-z]+\s+)?[A-Za-z]+)\s+(\d{1,2})\s?[-–]\s?(\d{1,2})")
_DASH = re.compile(r"\s*[-–]\s*")


class Definition(Struct, frozen=True):
    """A matchday with its first and last day, or a group with its teams."""

    name: str
    days: tuple[Day, Day] | None = None
    teams: tuple[str, ...] = ()


def definition_of(text: str) -> Definition | None:
    """Read a line with a ``|``; None where it defines neither."""
    found = _DEFINITION.fullmatch(text)
    if not found:
        return None
    heading = HEADING.fullmatch(found[1])
    name = (heading[2] if heading else found[1]).strip()
    if days := _days(found[2]):
        return Definition(name, days)
    if not group_name(name).startswith("Group "):
        return None
    return Definition(group_name(name), teams=tuple(team_name(team) for team in _TWO_SPACES.split(found[2]) if team))


def _days(text: str) -> tuple[Day, Day] | None:
    """The first and the last day of ``Fri Jun 14 - Tue Jun 18``, ``Jun 11-17`` or ``Sun Nov 20``."""
    if short := _SHORT.fullmatch(text):
        both = read_date(f"{short[1]} {short[2]}"), read_date(f"{short[1].split()[-1]} {short[3]}")
    else:
        first = read_date(text)
        rest = text[first.end :] if first else ""
        dash = _DASH.match(rest)
        both = first, read_date(rest[dash.end() :]) if dash else first if not rest.strip() else None
    return (both[0].day, both[1].day) if both[0] and both[1] else None
