"""Results as CSV in the plain form: the header holds the front matter's own key names.

    date,competition,season,round,home,away,score,half_time,venue
    2021-02-10 20:45,Coppa Italia,2020-21,Semi-finals,Atalanta,Napoli,3-1,2-0,Gewiss Stadium

Values are those of a match report's front matter, read by the same shorthands.
``competition`` and ``season`` may be left to the path. Keys that hold values
by side (line-ups, cards) do not fit a cell; goals do, with a ``;`` between the
sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TypeVar

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_csv_table import Record, Table
from site_builder.content.results_dates import read_time
from site_builder.content.results_model import ResultRow
from site_builder.content.results_titles import Titled, official_name, team_name
from site_builder.content.shorthand import ShorthandError, parse_goals_both, parse_kicks, parse_plain_score, parse_score
from site_builder.football.model import CLOSED_DOORS, GoalEvent, Happenings, Result, Score, Season, Side, Stage, Status

T = TypeVar("T")
KEYS = (
    "date",
    "time",
    "competition",
    "season",
    "round",
    "matchday",
    "group",
    "leg",
    "home",
    "away",
    "score",
    "half_time",
    "full_time",
    "played_score",
    "winner",
    "status",
    "neutral",
    "venue",
    "referee",
    "attendance",
    "goals",
    "shootout",
    "weather",
    "player_of_the_match",
)
_WHEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d{1,2}:\d\d)(?::\d\d)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0", "")


class _CellError(ValueError):
    """A cell that cannot be read; ``fix`` says what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


def is_plain(table: Table) -> bool:
    """Whether a table has this form, its columns in any case."""
    return {"home", "away"} <= {_key_of(name, table) for name in table.header}


def _key_of(name: str, table: Table) -> str:
    """The key that a column holds, as the header has it where it is none; a spreadsheet's `Date` is `date`."""
    key = name.lower()
    return key if key in KEYS and key not in table.positions else name


def plain_rows(table: Table, told: Titled) -> list[ResultRow]:
    """The rows; problems go to the table's. ``told`` is what the path says."""
    header = [_key_of(name, table) for name in table.header]
    for name in header:
        if name not in KEYS:
            near = get_close_matches(name, KEYS, n=1)
            fix = f"Did you mean `{near[0]}`?" if near else f"The columns are {', '.join(KEYS)}."
            table.wrong("unknown-key", 1, f"`{name[:40]}` is no column of results", fix)
    return [row for record in table.records if (row := _row(table, header, record, told))]


def _row(table: Table, header: list[str], record: Record, told: Titled) -> ResultRow | None:
    cells = dict(zip(header, record.cells, strict=True))
    try:
        return ResultRow(_facts(cells, told), record.line)
    except ShorthandError as error:
        table.wrong("bad-shorthand", record.line, error.message, error.fix)
    except _CellError as error:
        table.wrong("bad-row", record.line, str(error), error.fix)
    return None


def _facts(cells: dict[str, str], told: Titled) -> MatchFacts:
    home, away = team_name(cells.get("home", "")), team_name(cells.get("away", ""))
    if not home or not away:
        raise _CellError("a row needs two teams", "Name both under `home` and `away`.")
    competition = cells.get("competition") or told.competition
    if not competition:
        raise _CellError("the competition is missing", "Name it in a column `competition`.")
    result = _result(cells)
    return MatchFacts(
        competition=competition,
        home=home,
        away=away,
        when=_when(cells.get("date", ""), cells.get("time", "")),
        season=_read(cells, "season", Season.parse, "Write it as `2020-21` or `2026`.") or told.season,
        stage=Stage(cells.get("round") or None, _number(cells, "matchday"), cells.get("group") or None, _number(cells, "leg")),
        status=_read(cells, "status", Status, f"It is one of {', '.join(Status)}.")
        or (Status.PLAYED if result else Status.SCHEDULED),
        result=result,
        played_score=_score(cells, "played_score"),
        winner=_read(cells, "winner", Side, "It is `home` or `away`."),
        neutral=_flag(cells, "neutral"),
        venue=cells.get("venue") or None,
        happenings=_happenings(cells, result),
    )


def _read(cells: dict[str, str], key: str, parse: Callable[[str], T], fix: str) -> T | None:
    written = cells.get(key, "")
    if not written:
        return None
    try:
        return parse(written)
    except ValueError as error:
        raise _CellError(f"`{written[:40]}` is no {key.replace('_', ' ')}", fix) from error


def _when(day: str, clock: str) -> When | None:
    if not day:
        return None
    found = _WHEN.fullmatch(day)
    parsed = _date(found[1]) if found else None
    if not found or parsed is None:
        raise _CellError(f"`{day[:40]}` is no date", "Write it as `2021-02-10` or `2021-02-10 20:45`.")
    written = found[2] or clock
    told = read_time(written) if written else None
    if written and (told is None or told.end != len(written)):
        raise _CellError(f"`{written[:40]}` is no time", "Write it as `20:45`.")
    offset = _offset(found[3]) if found[3] else told.offset if told else None
    return When(parsed, told.time if told else None, offset)


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _offset(written: str) -> timedelta:
    if written == "Z":
        return timedelta(0)
    minutes = int(written[1:3]) * 60 + int(written[-2:])
    if minutes > 14 * 60:
        raise _CellError(f"`{written}` is no difference from UTC", "Write it as `+01:00`.")
    return timedelta(minutes=-minutes if written[0] == "-" else minutes)


def _number(cells: dict[str, str], key: str) -> int | None:
    written = cells.get(key, "")
    if not written:
        return None
    if not (written.isascii() and written.isdecimal() and len(written) <= 3 and int(written)):
        raise _CellError(f"`{written[:40]}` is no {key}", "Write a number from 1.")
    return int(written)


def _flag(cells: dict[str, str], key: str) -> bool | None:
    written = cells.get(key, "").lower()
    if written not in (*_YES, *_NO):
        raise _CellError(f"`{written[:40]}` is neither yes nor no", f"Write `true` or `false` under `{key}`.")
    return None if not written else written in _YES


def _score(cells: dict[str, str], key: str) -> Score | None:
    return parse_plain_score(cells[key]) if cells.get(key) else None


def _result(cells: dict[str, str]) -> Result | None:
    if not cells.get("score"):
        return None
    line = parse_score(cells["score"])
    return Result(line.score, _score(cells, "half_time"), _score(cells, "full_time"), line.extra_time, line.shootout)


def _happenings(cells: dict[str, str], result: Result | None) -> Happenings:
    crowd = cells.get("attendance", "")
    closed = crowd.lower() == CLOSED_DOORS
    plain = crowd.replace(",", "").replace(" ", "")
    if crowd and not closed and not (plain.isascii() and plain.isdecimal() and len(plain) <= 7):
        raise _CellError(f"`{crowd[:40]}` is no attendance", "Write a number, or `closed doors`.")
    return Happenings(
        goals=_goals(cells, result),
        shootout=parse_kicks(cells.get("shootout", "")),
        referee=official_name(cells["referee"]) if cells.get("referee") else None,
        attendance=int(plain) if plain and not closed else None,
        closed_doors=closed,
        weather=cells.get("weather") or None,
        player_of_the_match=cells.get("player_of_the_match") or None,
    )


def _goals(cells: dict[str, str], result: Result | None) -> tuple[GoalEvent, ...] | None:
    if not cells.get("goals"):
        return None
    return parse_goals_both(cells["goals"], _score(cells, "played_score") or (result.score if result else None))
