"""football.json: the results of one season as openfootball's JSON.

    {"name": "French Ligue 1 2023/24",
     "matches": [{"round": "Matchday 1", "date": "2023-08-11", "time": "21:00",
                  "team1": "OGC Nice", "team2": "Lille OSC", "score": {"ht": [1, 0], "ft": [1, 1]}}]}

In ``score``, ``ft`` is after ninety minutes, ``et`` after extra time, ``p`` the
shoot-out; empty or absent is a fixture. Older files hold ``score1`` and
``score2`` (with ``i`` half-time, ``et``, ``p``), matches inside ``rounds``, and
teams as objects with a ``name``. Keys not named here are passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct, field

from site_builder.content.decoding import said_of, unprintable_in, with_line_feeds
from site_builder.content.model import MatchFacts, When
from site_builder.content.results_checks import checked_row
from site_builder.content.results_dates import read_time
from site_builder.content.results_model import ResultRow, ResultsFile
from site_builder.content.results_stages import is_cup, stage_of
from site_builder.content.results_titles import Titled, names_a_cup, team_name, titled
from site_builder.content.shorthand import title_cased
from site_builder.football.model import ExtraTime, GoalEvent, GoalKind, Happenings, Minute, Result, Score, Side, Status
from site_builder.problems import Place, Problem, in_order

_TEAM = re.compile(r'"team1"\s*:')
_STATUSES = {
    "awarded": Status.AWARDED,
    "cancelled": Status.CANCELLED,
    "canceled": Status.CANCELLED,
    "postponed": Status.POSTPONED,
    "abandoned": Status.ABANDONED,
    "annulled": Status.VOID,
    "void": Status.VOID,
}
_LAST_MINUTE = 150
_HIGHEST = 999


class _MatchError(ValueError):
    """A match that cannot be read; ``fix`` says what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


class _Reading(Struct):
    path: str
    told: Titled
    lines: list[int]
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, line: int, message: str, fix: str, column: int = 0) -> None:
        self.problems.append(Problem("bad-json", Place(self.path, line, column), message, fix))


def read_json(path: str, text: str) -> tuple[ResultsFile, tuple[Problem, ...]]:
    """Read a football.json file; ``path`` is relative to the site's folder. Raises nothing for what the file holds."""
    reading = _Reading(path, titled("", path), [])
    text = with_line_feeds(text.removeprefix("\ufeff"))
    data = _parsed(reading, text)
    title = data.get("name") if isinstance(data, dict) else ""
    title = title if isinstance(title, str) and not unprintable_in(title) else ""
    reading.told = titled(title, path)
    matches = list(_matches(reading, data)) if data is not None else []
    reading.lines = _lines(text, len(matches))
    headings = [_headings(match, above) for match, above in matches]
    cup = is_cup((name for names in headings for name in names), titled_cup=names_a_cup(f"{title} {path}"))
    rows = [
        row
        for number, ((match, _), names) in enumerate(zip(matches, headings, strict=True))
        if (row := _row(reading, number, match, names, cup=cup))
    ]
    return ResultsFile(path, title, reading.told.competition, reading.told.season, rows=tuple(rows)), in_order(reading.problems)


def _parsed(reading: _Reading, text: str) -> object:
    try:
        data: object = json.loads(text)
    except json.JSONDecodeError as error:
        reading.wrong(
            error.lineno, f"the file is no JSON here ({error.msg})", "Mend it; an editor for JSON shows the place.", error.colno
        )
    except (ValueError, RecursionError):
        reading.wrong(0, "the file holds values too deep or too large to be results", "Write it as football.json does.")
    else:
        if isinstance(data, dict):
            return data
        reading.wrong(1, "the file is no object with a name and matches", "Write it as football.json does.")
    return None


def _lines(text: str, count: int) -> list[int]:
    """The line of each match's first team; zeros where they cannot be told."""
    lines: list[int] = []
    line, last = 1, 0
    for found in _TEAM.finditer(text):
        line += text.count("\n", last, found.start())
        last = found.start()
        lines.append(line)
    return lines if len(lines) == count else [0] * count


def _matches(reading: _Reading, data: object) -> Iterator[tuple[dict[str, object], str]]:
    """Each match, with the name of the round that it stands in where there is one."""
    assert isinstance(data, dict)
    held = [(data, "")]
    rounds = data.get("rounds", [])
    if isinstance(rounds, list):
        held += [(one, str(one.get("name", ""))) for one in rounds if isinstance(one, dict)]
    number = 0
    for holder, name in held:
        matches = holder.get("matches", [])
        for match in matches if isinstance(matches, list) else []:
            number += 1
            if isinstance(match, dict):
                yield match, name
            else:
                reading.wrong(0, f"match {number} of the file is no object", "Write it as football.json does.")
    if "matches" not in data and "rounds" not in data:
        reading.wrong(1, "the file has no `matches`", "Write it as football.json does.")


def _headings(match: dict[str, object], above: str) -> tuple[str, ...]:
    names = (match.get("stage"), above, match.get("group"), match.get("round"))
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str) and name.strip() and not unprintable_in(name)))


def _row(reading: _Reading, number: int, match: dict[str, object], headings: tuple[str, ...], *, cup: bool) -> ResultRow | None:
    line = reading.lines[number]
    try:
        result = _result(match)
        facts = MatchFacts(
            competition=reading.told.competition or "",
            home=_team(match, "team1"),
            away=_team(match, "team2"),
            when=_when(match),
            season=reading.told.season,
            stage=stage_of(headings, cup=cup),
            status=_status(match) or (Status.PLAYED if result else Status.SCHEDULED),
            result=result,
            venue=_text(match, "ground", "stadium"),
            happenings=Happenings(goals=_goals(match)),
        )
    except _MatchError as error:
        said = str(error) if line else f"match {number + 1} of the file: {error}"
        reading.wrong(line, said, error.fix)
        return None
    row, problems = checked_row(reading.path, ResultRow(facts, line))
    reading.problems.extend(problems)
    return row


def _text(match: dict[str, object], *keys: str) -> str | None:
    for key in keys:
        value = match.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return _legible(value).partition(",")[0].strip() or None
    return None


def _legible(name: str) -> str:
    """A name without space around it; JSON's escapes can bring in what no name may hold."""
    if char := unprintable_in(name):
        raise _MatchError(said_of(char), "Delete what stands for it.")
    return name.strip()


def _team(match: dict[str, object], key: str) -> str:
    value = match.get(key)
    value = value.get("name") if isinstance(value, dict) else value
    if not isinstance(value, str) or not value.strip():
        raise _MatchError(f"`{key}` names no team", "Write the team's name as a text.")
    return team_name(_legible(value))


def _when(match: dict[str, object]) -> When | None:
    day, clock = match.get("date"), match.get("time")
    if day is None or day == "":
        return None
    try:
        parsed = date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        parsed = None
    if parsed is None:
        raise _MatchError(f"`{str(day)[:40]}` is no date", "Write it as `2023-08-11`.")
    told = read_time(clock) if isinstance(clock, str) else None
    if clock and told is None:
        raise _MatchError(f"`{str(clock)[:40]}` is no time", "Write it as `21:00`.")
    return When(parsed, told.time if told else None, told.offset if told else None)


def _status(match: dict[str, object]) -> Status | None:
    written = match.get("status")
    if written is None or written == "":
        return None
    word = str(written).strip().lower()
    if word not in _STATUSES and word not in set(Status):
        raise _MatchError(f"`{str(written)[:40]}` is no status of a match", f"It is one of {', '.join(_STATUSES)}.")
    return _STATUSES.get(word) or Status(word)


def _pair(value: object) -> Score | None:
    if value is None or value in ([], [None, None]):
        return None
    if isinstance(value, list) and len(value) == 2 and all(type(one) is int and 0 <= one <= _HIGHEST for one in value):
        return Score(*value)
    raise _MatchError(f"`{str(value)[:40]}` is no score", "Write two numbers, as in `[2, 1]`.")


def _result(match: dict[str, object]) -> Result | None:
    score = match.get("score")
    if isinstance(score, list):
        score = {"ft": score}
    if score is None:
        ends = {"ht": "i", "ft": "", "et": "et", "p": "p"}
        score = {key: [match.get(f"score1{end}"), match.get(f"score2{end}")] for key, end in ends.items()}
    if not isinstance(score, dict):
        raise _MatchError(f"`{str(score)[:40]}` is no score", 'Write `"score": {"ft": [2, 1]}`.')
    half_time, full_time, extra, shootout = (_pair(score.get(key)) for key in ("ht", "ft", "et", "p"))
    final = extra or full_time
    if final is None:
        return None
    if shootout and shootout.is_level:
        raise _MatchError("the shoot-out has no winner", "Write how it ended.")
    return Result(final, half_time, full_time if extra else None, ExtraTime.FULL if extra else None, shootout)


def _goals(match: dict[str, object]) -> tuple[GoalEvent, ...] | None:
    """``goals1`` and ``goals2``, the goals that count for each side."""
    events: list[GoalEvent] = []
    told = False
    for side, key in ((Side.HOME, "goals1"), (Side.AWAY, "goals2")):
        goals = match.get(key)
        if isinstance(goals, list):
            told = told or bool(goals)
            events += [_goal(goal, side) for goal in goals]
    return tuple(events) if told else None


def _goal(goal: object, side: Side) -> GoalEvent:
    if not isinstance(goal, dict) or not isinstance(goal.get("name"), str) or not goal["name"].strip():
        raise _MatchError("a goal has no name", 'Write `{"name": "Kane", "minute": 18}`.')
    kind = GoalKind.OWN_GOAL if goal.get("owngoal") or goal.get("og") else GoalKind.GOAL
    kind = GoalKind.PENALTY if goal.get("penalty") or goal.get("p") else kind
    return GoalEvent(side, title_cased(_legible(goal["name"])), _minute(goal.get("minute"), goal.get("offset")), kind)


def _minute(base: object, added: object) -> Minute | None:
    if isinstance(base, str):
        first, _, rest = base.partition("+")
        base = int(first) if first.isascii() and first.isdecimal() and len(first) <= 3 else None
        added = int(rest) if rest.isascii() and rest.isdecimal() and len(rest) <= 2 else added
    if type(base) is not int or not 1 <= base <= _LAST_MINUTE:
        return None
    return Minute(base, added if type(added) is int and 0 < added < 100 else 0)
