"""What a file of bulk results says, typed: the common contract of the readers of Football.TXT, JSON and CSV.

A reader takes a path (relative to the site's folder, with slashes) and the
file's text, and gives a `ResultsFile` with the problems it found beside it; it
never raises for what stands in the file. Rows that cannot be read are left
out, and each is a problem.

Names are as written, with two exceptions that hold for all bulk data: a
country in brackets is dropped from a team's name (``Atalanta BC (ITA)``), and
surnames in capitals are set in title case. A venue is the ground alone; the
town after a comma is dropped.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from site_builder.content.model import MatchFacts
from site_builder.football.model import Season


class GroupTeams(Struct, frozen=True):
    """A group's definition: ``name`` as in a match's stage (``Group A``), the teams in the order given."""

    name: str
    teams: tuple[str, ...]


class RoundDates(Struct, frozen=True):
    """When a matchday or round is played, both days included; for one day they are equal."""

    name: str
    first: date
    last: date


class ResultRow(Struct, frozen=True):
    """A match and the line of the file it starts in (from 1; 0 where the file has no lines to speak of)."""

    facts: MatchFacts
    line: int


class ResultsFile(Struct, frozen=True):
    """A file in ``results/``.

    ``competition`` and ``season`` are those of the title, else of the path;
    None where the file holds several, or does not say. Each row's facts hold
    their own. ``title`` is empty where there is none. ``tells_towns`` says that
    what stands in the place of its venues are towns.
    """

    path: str
    title: str = ""
    competition: str | None = None
    season: Season | None = None
    groups: tuple[GroupTeams, ...] = ()
    matchdays: tuple[RoundDates, ...] = ()
    rows: tuple[ResultRow, ...] = ()
    tells_towns: bool = False
