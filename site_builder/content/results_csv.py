"""CSV results: which of the known forms a file has, and its matches.

The header decides: `results_csv_international` (``home_team``),
`results_csv_football_data` (``HomeTeam``), `results_csv_plain` (``home``).
"""

from __future__ import annotations

from site_builder.content.results_checks import checked_row
from site_builder.content.results_csv_football_data import football_data_rows, is_football_data
from site_builder.content.results_csv_international import (
    Companion,
    Companions,
    international_rows,
    is_companion,
    is_international,
)
from site_builder.content.results_csv_plain import is_plain, plain_rows
from site_builder.content.results_csv_table import read_table
from site_builder.content.results_model import ResultRow, ResultsFile
from site_builder.content.results_titles import titled
from site_builder.problems import Problem, in_order

__all__ = ["ALONE", "COMPANIONS", "Companion", "Companions", "read_csv"]

COMPANIONS = ("goalscorers.csv", "shootouts.csv")
"""Files that hold no matches: they are handed to the reader of the ``results.csv`` in the same folder."""

ALONE = Companions()
"""No files beside the results."""


def read_csv(path: str, text: str, companions: Companions = ALONE) -> tuple[ResultsFile, tuple[Problem, ...]]:
    """Read a CSV file of results; ``path`` is relative to the site's folder.

    ``companions`` are the files named in `COMPANIONS` that lie beside it; read
    by themselves they give no rows and no problem. The competition and season
    of the result are None where rows name their own. Raises nothing for what
    the files hold.
    """
    table = read_table(path, text)
    told = titled("", path)
    rows: list[ResultRow] = []
    tells_towns = is_international(table)
    if tells_towns:
        rows = international_rows(table, companions)
    elif is_football_data(table):
        rows = football_data_rows(table, told)
    elif is_plain(table):
        rows = plain_rows(table, told)
    elif table.header and not is_companion(table):
        fix = "Name the columns as the keys of a match report: `date`, `home`, `away`, `score`, …"
        table.wrong("bad-csv", 1, "the header is not that of results", fix)
    checked = [checked_row(path, row) for row in rows]
    problems = (problem for _, found in checked for problem in found)
    return _file(path, [row for row, _ in checked], tells_towns=tells_towns), in_order([*table.problems, *problems])


def _file(path: str, rows: list[ResultRow], *, tells_towns: bool) -> ResultsFile:
    """The file with the competition and season that all its rows share."""
    competitions = {row.facts.competition for row in rows}
    seasons = {row.facts.season for row in rows}
    return ResultsFile(
        path,
        competition=competitions.pop() if len(competitions) == 1 else None,
        season=seasons.pop() if len(seasons) == 1 else None,
        rows=tuple(rows),
        tells_towns=tells_towns,
    )
