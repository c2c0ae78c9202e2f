"""Internationals as CSV, in the form of martj42/international_results.

``date,home_team,away_team,home_score,away_score,tournament,city,country,neutral``:
the tournament is the competition, the year the season, ``NA`` as score is a
match not played yet. Two files may lie beside it, ``goalscorers.csv`` and
``shootouts.csv``; they are joined by date and teams. An own goal stands under
the team that benefits; goals are left out where a scorer is ``NA``. Of a
shoot-out only the winner is known.

The form has no stoppage time. A goal in the minutes 91 to 105 was scored in
extra time if the match was level after ninety minutes, alone or together with
its first leg, or if a goal came after 105; else it is stoppage time (95 is 90+5),
and so is all after 120. A first leg was played at the other's in the two weeks before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_csv_table import Table, read_table, whole
from site_builder.content.results_model import ResultRow
from site_builder.content.results_titles import team_name
from site_builder.content.shorthand import title_cased
from site_builder.football.model import ExtraTime, GoalEvent, GoalKind, Happenings, Minute, Result, Score, Season, Side, Status
from site_builder.problems import Place, warning

_RESULTS = ("date", "home_team", "away_team", "home_score", "away_score")
_GOALS = ("date", "home_team", "away_team", "team", "scorer")
_SHOOTOUTS = ("date", "home_team", "away_team", "winner")
_UNKNOWN = ("", "NA")
_LATEST = 150
_BETWEEN_LEGS = timedelta(days=14)
_KEY = ("date", "home_team", "away_team")
_Key = tuple[str, ...]

_team = lru_cache(maxsize=4096)(team_name)
_player = lru_cache(maxsize=65536)(title_cased)
_season = lru_cache(maxsize=512)(lambda year: Season(year, year))
_NOTHING = Happenings()


class Companion(Struct, frozen=True):
    """A file that lies beside the results."""

    path: str
    text: str


class Companions(Struct, frozen=True):
    """The two files that may lie beside the results."""

    goalscorers: Companion | None = None
    shootouts: Companion | None = None


class _Cells(NamedTuple):
    """A row of results, each cell under its column's name."""

    date: str
    home_team: str
    away_team: str
    home_score: str
    away_score: str
    tournament: str
    city: str
    neutral: str


class _Goal(Struct, frozen=True):
    line: int
    side: Side
    player: str
    minute: int | None
    kind: GoalKind


class _Joined(Struct):
    """What the companions tell, by date and teams, with the lines for those that find no match.

    ``leads`` are the goals that the hosts of a match with late goals brought along from its first leg.
    """

    goals: dict[_Key, list[_Goal]]
    winners: dict[_Key, tuple[int, Side]]
    leads: dict[_Key, int]


def is_international(table: Table) -> bool:
    """Whether a table has this form."""
    return table.has(*_RESULTS)


def is_companion(table: Table) -> bool:
    """Whether a table is one of the two files beside the results, which hold no matches of their own."""
    return not is_international(table) and (table.has(*_GOALS) or table.has(*_SHOOTOUTS))


def international_rows(table: Table, companions: Companions) -> list[ResultRow]:
    """The rows with what the companions tell; problems go to the table's."""
    goals = _companion(table, companions.goalscorers, _GOALS)
    winners = _companion(table, companions.shootouts, _SHOOTOUTS)
    joined = _Joined(_goals(goals) if goals else {}, _winners(winners) if winners else {}, {})
    known = Counter(table.picked(*_KEY))
    for key, count in known.items():
        if count > 1 and key in joined.goals:
            del joined.goals[key]
            said = f"{key[1]} v {key[2]} was played {count} times on {key[0]}, so its scorers cannot be told apart"
            table.problems.append(warning("unclear-goals", Place(table.path), said, "Leave the scorers out."))
    _unmatched(goals, [found[0].line for key, found in joined.goals.items() if key not in known], "goal")
    _unmatched(winners, [line for key, (line, _) in joined.winners.items() if key not in known], "shoot-out")
    cells = [_Cells._make(picked) for picked in table.picked(*_Cells._fields)]
    joined.leads = _leads(cells, {key for key, found in joined.goals.items() if _latest(found) > 90})
    rows = [row for record, told in zip(table.records, cells, strict=True) if (row := _row(table, record.line, told, joined))]
    for companion in (goals, winners):
        table.problems.extend(companion.problems if companion else ())
    return rows


def _companion(table: Table, companion: Companion | None, columns: tuple[str, ...]) -> Table | None:
    if companion is None:
        return None
    read = read_table(companion.path, companion.text)
    if read.has(*columns):
        return read
    fix = f"Its header has to name {', '.join(columns)}."
    table.problems.extend(read.problems)
    table.wrong("bad-csv", 1, f"`{companion.path}` beside this file has not the columns expected", fix)
    return None


def _goals(table: Table) -> dict[_Key, list[_Goal]]:
    found: dict[_Key, list[_Goal]] = {}
    rows = zip(table.records, table.picked(*_KEY, "team", "scorer", "minute", "own_goal", "penalty"), strict=True)
    for record, (*key, team, player, minute, own_goal, penalty) in rows:
        number = whole(minute)
        if minute not in _UNKNOWN and (number is None or not 1 <= number <= _LATEST):
            table.wrong("bad-minute", record.line, f"`{minute[:40]}` is no minute of a match", "Write it as `78`, or `NA`.")
            number = None
        kind = GoalKind.PENALTY if _true(penalty) else GoalKind.OWN_GOAL if _true(own_goal) else GoalKind.GOAL
        if side := _side(table, record.line, team, key):
            found.setdefault(tuple(key), []).append(_Goal(record.line, side, player, number, kind))
    return found


def _winners(table: Table) -> dict[_Key, tuple[int, Side]]:
    found: dict[_Key, tuple[int, Side]] = {}
    rows = zip(table.records, table.picked(*_KEY, "winner"), strict=True)
    for record, (*key, winner) in rows:
        if side := _side(table, record.line, winner, key):
            found[tuple(key)] = record.line, side
    return found


def _leads(cells: Iterable[_Cells], late: set[_Key]) -> dict[_Key, int]:
    """The goals that the hosts of some matches brought along from a first leg; nothing of those that had none."""
    fixtures: dict[_Key, list[_Cells]] = {(away, home): [] for _, home, away in late}
    seconds = []
    for one in cells if late else ():
        if (one.home_team, one.away_team) in fixtures:
            fixtures[one.home_team, one.away_team].append(one)
        if one[:3] in late:
            seconds.append(one)
    leads: dict[_Key, int] = {}
    for second in seconds:
        for first in fixtures[second.away_team, second.home_team]:
            score = _score(first.home_score, first.away_score)
            if score and first.tournament == second.tournament and _are_soon_after(first.date, second.date):
                leads[second[:3]] = score.away - score.home
    return leads


def _are_soon_after(first: str, second: str) -> bool:
    """Whether the second day is so soon after the first one as a second leg."""
    earlier, later = _day(first), _day(second)
    return bool(earlier and later and timedelta(0) < later - earlier <= _BETWEEN_LEGS)


def _side(table: Table, line: int, team: str, key: list[str]) -> Side | None:
    """The side that a team named beside the results has in its match."""
    if team not in key[1:]:
        table.wrong("bad-row", line, f"`{team[:60]}` is neither `{key[1][:60]}` nor `{key[2][:60]}`", "Name one of the two.")
        return None
    return Side.HOME if team == key[1] else Side.AWAY


def _true(written: str) -> bool:
    return written.upper() in ("TRUE", "1", "YES")


def _unmatched(table: Table | None, lines: list[int], what: str) -> None:
    for line in lines:
        assert table
        said = f"this {what} belongs to no match of the results beside it"
        fix = "Add the match, or mend the date and the teams."
        table.problems.append(warning("no-match", Place(table.path, line), said, fix))


def _row(table: Table, line: int, cells: _Cells, joined: _Joined) -> ResultRow | None:
    home, away, day = _team(cells.home_team), _team(cells.away_team), _day(cells.date)
    score = _score(cells.home_score, cells.away_score)
    if trouble := _trouble(cells, day, score):
        table.wrong("bad-row", line, *trouble)
        return None
    assert day
    key = cells[:3]
    result, happenings = _told(score, joined.goals.get(key), joined.leads.get(key, 0))
    winner = joined.winners.get(key)
    facts = MatchFacts(
        competition=cells.tournament,
        home=home,
        away=away,
        when=When(day),
        season=_season(day.year),
        status=Status.PLAYED if result else Status.SCHEDULED,
        result=result,
        winner=winner[1] if winner else None,
        neutral=_true(cells.neutral) if cells.neutral else None,
        venue=cells.city or None,
        happenings=happenings,
    )
    return ResultRow(facts, line)


@lru_cache(maxsize=1024)
def _score(home: str, away: str) -> Score | None:
    numbers = whole(home), whole(away)
    return Score(numbers[0], numbers[1]) if numbers[0] is not None and numbers[1] is not None else None


def _trouble(cells: _Cells, day: date | None, score: Score | None) -> tuple[str, str] | None:
    """What forbids to read a row, as message and fix."""
    if day is None:
        return f"`{cells.date[:40]}` is no date", "Write it as `2021-02-10`."
    if not cells.home_team or not cells.away_team:
        return "a team's name is missing", "Name both teams."
    if score is None and not (cells.home_score in _UNKNOWN and cells.away_score in _UNKNOWN):
        said = f"`{cells.home_score[:40]}` and `{cells.away_score[:40]}` are no score"
        return said, "Write two numbers, or `NA` for both."
    if not cells.tournament:
        return "the tournament is missing", "Name it; `Friendly` is one."
    return None


@lru_cache(maxsize=32768)
def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _told(score: Score | None, goals: list[_Goal] | None, lead: int) -> tuple[Result | None, Happenings]:
    if score is None:
        return None, _NOTHING
    if not goals:
        return Result(score), _NOTHING
    extra_time = _had_extra_time(goals, lead)
    result = Result(score, extra_time=ExtraTime.FULL if extra_time else None)
    if any(goal.player in _UNKNOWN for goal in goals):
        return result, _NOTHING
    events = tuple(
        GoalEvent(goal.side, _player(goal.player), _minute(goal.minute, extra_time=extra_time), goal.kind) for goal in goals
    )
    return result, Happenings(goals=events)


def _latest(goals: Iterable[_Goal]) -> int:
    return max((goal.minute or 0 for goal in goals), default=0)


def _had_extra_time(goals: list[_Goal], lead: int) -> bool:
    latest = _latest(goals)
    if latest <= 90:
        return False
    early = [goal.side for goal in goals if (goal.minute or 0) <= 90]
    return latest > 105 or early.count(Side.AWAY) - early.count(Side.HOME) in {0, lead}


def _minute(number: int | None, *, extra_time: bool) -> Minute | None:
    if number is None or not 1 <= number <= _LATEST:
        return None
    last = 120 if extra_time else 90
    return Minute(number) if number <= last else Minute(last, number - last)
