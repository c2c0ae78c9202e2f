"""Rulings that name nobody: points, decisions and overrides for a team or a match that the season does not have.

Such a ruling would change no table without a word, for a misspelt name or for
one that the results spell otherwise (``Everton`` beside ``Everton FC``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from site_builder.content.model import CompetitionFile, Kind
from site_builder.content.slugs import slugify
from site_builder.football.model import Match, Season
from site_builder.football.rule_books import Rulings
from site_builder.incremental.memo import Memo
from site_builder.problems import Place, Problem, warning
from site_builder.site import model, questions, seasons
from site_builder.site.model import Edition, Site


def check_rulings(site: Site, read: Memo) -> tuple[Problem, ...]:
    """A warning for every team of a ruling that plays no match of its season; seasons without matches are left alone."""
    problems: list[Problem] = []
    for competition, file in site.of(model.COMPETITION_FILES).items():
        book = read.find(model.RULE_BOOKS, competition)
        for season, rulings in book.rulings if book else ():
            matches = seasons.matches_in(read, Edition(competition, season))
            playing = {team for match in matches for team in (match.home, match.away)}
            if playing:
                problems += _strangers(read, file, season, rulings, playing)
                problems += _without_match(read, file, season, rulings, matches)
    return tuple(problems)


def _strangers(read: Memo, file: CompetitionFile, season: Season, rulings: Rulings, playing: set[str]) -> Iterator[Problem]:
    for team in dict.fromkeys(_named(rulings)):
        if team not in playing:
            alike = sorted(other for other in playing if set(team.split("-")) <= set(other.split("-")))
            key, name = _written(file, season, team)
            yield warning(
                "ruling-for-nobody",
                Place(file.path, key=key),
                f"`{name}` plays no match of {season.shown} here",
                _fix(read, name, alike[0] if len(alike) == 1 else ""),
            )


def _without_match(
    read: Memo, file: CompetitionFile, season: Season, rulings: Rulings, matches: Iterable[Match]
) -> Iterator[Problem]:
    """A warning for points of a match on a day on which the two did not play it, or that they played at the other's ground.

    Of two that did not meet at all nothing is said: their match may not be held here.
    """
    days: dict[tuple[str, str], list[str]] = {}
    for match in matches:
        days.setdefault((match.home, match.away), []).append(match.date.isoformat() if match.date else "")
    for one in rulings.overrides:
        home, away = (questions.team_name(read, team, None) for team in (one.home, one.away))
        held = [day for day in days.get((one.home, one.away), ()) if day]
        said = fix = ""
        if one.date and held and one.date.isoformat() not in held:
            said = f"no `{home}` v `{away}` of {season.shown} is on {one.date.isoformat()}"
            fix = f"Write the day of the match that was ruled on: {', '.join(held)}."
        elif (one.home, one.away) not in days and (one.away, one.home) in days:
            said = f"no `{home}` v `{away}` of {season.shown} is held here, only `{away}` v `{home}`"
            fix = "Name as `home` who was at home, and give the points in that order."
        if said:
            key, _ = _written(file, season, one.home, ("overrides",))
            yield warning("ruling-for-nobody", Place(file.path, key=key), said, fix)


def _written(file: CompetitionFile, season: Season, team: str, within: tuple[str, ...] = ()) -> tuple[tuple[str | int, ...], str]:
    """Where a season's rulings, or those of one sort, name a team, and how; the whole of them where an alias hides it."""
    told = json.loads(file.seasons)
    for name, ruled in told.items():
        if _is_called(season, name):
            found = (
                hit for hit in _texts(ruled, ("seasons", name)) if slugify(hit[1]) == team and hit[0][2:][: len(within)] == within
            )
            return next(found, (("seasons", name), team))
    return ("seasons",), team


def _is_called(season: Season, name: str) -> bool:
    try:
        return Season.parse(name) == season
    except ValueError:
        return False


def _texts(value: object, key: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in nested values, with the way to it."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict | list):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*key, name))


def _named(rulings: Rulings) -> Iterator[str]:
    yield from (one.team for one in rulings.adjustments)
    yield from (team for one in rulings.decisions for team in one.rank)
    yield from (team for one in rulings.overrides for team in (one.home, one.away))


def _fix(read: Memo, name: str, other: str) -> str:
    if not other:
        return f"Correct the name, or make it an alias of the team's in content/{Kind.TEAM.value}/."
    usual = questions.team_name(read, other, None)
    return f"Did you mean `{usual}`? Write it so, or make `{name}` an alias of it in content/{Kind.TEAM.value}/."
