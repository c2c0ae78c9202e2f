"""League results as CSV, in the form of football-data.co.uk.

``Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,Referee,HS,AS,…``, dates
``dd/mm/yy`` or ``dd/mm/yyyy``; also its form for other leagues
(``Country,League,Season,Date,Time,Home,Away,HG,AG,Res``). A file holds one
season, told by its path or else by its first date. Columns not named here
(betting odds) are passed over. All its times are British ones, those of Athletic
v Getafe too: they are put on the clock of the league's country.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_csv_table import Record, Table, whole
from site_builder.content.results_dates import read_time
from site_builder.content.results_model import ResultRow
from site_builder.content.results_titles import Titled, official_name, team_name
from site_builder.football.model import Happenings, Result, Score, Season, Stat, Status

_DIVISIONS = {
    "E0": "Premier League",
    "E1": "Championship",
    "E2": "League One",
    "E3": "League Two",
    "EC": "National League",
    "SC0": "Scottish Premiership",
    "SC1": "Scottish Championship",
    "SC2": "Scottish League One",
    "SC3": "Scottish League Two",
    "D1": "Bundesliga",
    "D2": "2. Bundesliga",
    "I1": "Serie A",
    "I2": "Serie B",
    "SP1": "La Liga",
    "SP2": "Segunda División",
    "F1": "Ligue 1",
    "F2": "Ligue 2",
    "N1": "Eredivisie",
    "B1": "Belgian Pro League",
    "P1": "Primeira Liga",
    "T1": "Süper Lig",
    "G1": "Super League Greece",
}
_BRITISH = "Europe/London"
_ZONES = {
    "D": "Europe/Berlin",
    "I": "Europe/Rome",
    "SP": "Europe/Madrid",
    "F": "Europe/Paris",
    "N": "Europe/Amsterdam",
    "B": "Europe/Brussels",
    "P": "Europe/Lisbon",
    "T": "Europe/Istanbul",
    "G": "Europe/Athens",
    "Argentina": "America/Argentina/Buenos_Aires",
    "Austria": "Europe/Vienna",
    "Brazil": "America/Sao_Paulo",
    "China": "Asia/Shanghai",
    "Denmark": "Europe/Copenhagen",
    "Finland": "Europe/Helsinki",
    "Ireland": "Europe/Dublin",
    "Japan": "Asia/Tokyo",
    "Mexico": "America/Mexico_City",
    "Norway": "Europe/Oslo",
    "Poland": "Europe/Warsaw",
    "Romania": "Europe/Bucharest",
    "Russia": "Europe/Moscow",
    "Sweden": "Europe/Stockholm",
    "Switzerland": "Europe/Zurich",
    "USA": "America/New_York",
}
"""The clock of a league, by its division without the number or by its country; of several in a country that of most clubs."""
_STATS = (
    ("shots", "HS", "AS"),
    ("shots on target", "HST", "AST"),
    ("fouls", "HF", "AF"),
    ("corners", "HC", "AC"),
    ("yellow cards", "HY", "AY"),
    ("red cards", "HR", "AR"),
)
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_NEWEST_OLD = 60
_JULY = 7


def is_football_data(table: Table) -> bool:
    """Whether a table has this form."""
    return table.has("Date", "HomeTeam", "AwayTeam") or table.has("Date", "Home", "Away", "HG", "AG")


def football_data_rows(table: Table, told: Titled) -> list[ResultRow]:
    """The rows; problems go to the table's. ``told`` is what the path says."""
    season = told.season or _season_of_file(table)
    return [row for record in table.records if (row := _row(table, record, told, season))]


def _season_of_file(table: Table) -> Season | None:
    days = [day for record in table.records if (day := _day(table.cell(record, "Date")))]
    if not days or table.has("Season"):
        return None
    first = min(days)
    start = first.year if first.month >= _JULY else first.year - 1
    return Season(start, start + 1)


def _day(written: str) -> date | None:
    found = _DATE.fullmatch(written)
    if not found:
        return None
    year = int(found[3]) if len(found[3]) == 4 else int(found[3]) + (1900 if int(found[3]) >= _NEWEST_OLD else 2000)
    try:
        return date(year, int(found[2]), int(found[1]))
    except ValueError:
        return None


def _row(table: Table, record: Record, told: Titled, season: Season | None) -> ResultRow | None:
    home, away = team_name(table.cell(record, "HomeTeam", "Home")), team_name(table.cell(record, "AwayTeam", "Away"))
    day = _day(table.cell(record, "Date"))
    result, trouble = _result(table, record)
    if day is None:
        trouble = f"`{table.cell(record, 'Date')[:40]}` is no date", "Write it as `10/02/2021`."
    elif not home or not away:
        trouble = "a row needs two teams", "Name both."
    if trouble or day is None:
        table.wrong("bad-row", record.line, *trouble)
        return None
    facts = MatchFacts(
        competition=_competition(table, record, told),
        home=home,
        away=away,
        when=_when(table, record, day),
        season=_season(table, record) or season,
        status=Status.PLAYED if result else Status.SCHEDULED,
        result=result,
        happenings=_happenings(table, record),
    )
    return ResultRow(facts, record.line)


def _competition(table: Table, record: Record, told: Titled) -> str:
    division = table.cell(record, "Div")
    return _DIVISIONS.get(division) or told.competition or table.cell(record, "League") or division


def _season(table: Table, record: Record) -> Season | None:
    try:
        return Season.parse(table.cell(record, "Season"))
    except ValueError:
        return None


def _when(table: Table, record: Record, day: date) -> When:
    """The day and the kick-off on the league's own clock, with its offset where that is not the British one."""
    found = read_time(table.cell(record, "Time"))
    if found is None:
        return When(day)
    zone = _ZONES.get(table.cell(record, "Country") or table.cell(record, "Div").rstrip("0123456789"))
    if zone is None:
        return When(day, found.time)
    local = datetime.combine(day, found.time, _clock(_BRITISH)).astimezone(_clock(zone))
    return When(local.date(), local.time(), local.utcoffset())


@cache
def _clock(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def _score(table: Table, record: Record, home: tuple[str, ...], away: tuple[str, ...]) -> Score | str | None:
    """A score, None where both cells are empty, or what stands there instead."""
    written = table.cell(record, *home), table.cell(record, *away)
    if not any(written):
        return None
    goals = [whole(one) for one in written]
    return Score(goals[0], goals[1]) if goals[0] is not None and goals[1] is not None else "-".join(written)


def _result(table: Table, record: Record) -> tuple[Result | None, tuple[str, str] | tuple[()]]:
    """The result, and what is wrong with it as message and fix."""
    score = _score(table, record, ("FTHG", "HG"), ("FTAG", "AG"))
    half_time = _score(table, record, ("HTHG",), ("HTAG",))
    for written in (score, half_time):
        if isinstance(written, str):
            return None, (f"`{written[:40]}` is no score", "Write two numbers, or leave both cells empty.")
    if not isinstance(score, Score):
        return None, ()
    said = table.cell(record, "FTR", "Res")
    letter = {1: "H", 0: "D", -1: "A"}[(score.home > score.away) - (score.home < score.away)]
    if said and said != letter:
        return None, (f"the score is {score.text}, the result `{said[:10]}`", "Mend the one or the other.")
    return Result(score, half_time if isinstance(half_time, Score) else None), ()


def _happenings(table: Table, record: Record) -> Happenings:
    stats = tuple(
        Stat(name, home or None, away or None)
        for name, *columns in _STATS
        for home, away in [(table.cell(record, columns[0]), table.cell(record, columns[1]))]
        if home or away
    )
    referee = table.cell(record, "Referee")
    attendance = table.cell(record, "Attendance")
    crowd = int(attendance) if attendance.isascii() and attendance.isdecimal() and len(attendance) <= 7 else None
    return Happenings(stats=stats, referee=official_name(referee) if referee else None, attendance=crowd)
