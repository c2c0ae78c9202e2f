"""One match, however often it is told: tellings of the same match are found and made one value.

A `Telling` is a match as one source tells it, identities already resolved.
Tellings of one competition, season, home and away team on one day are one match,
unless round, leg or kick-off tell them apart; a preview adds to the report. Where
both state a value and they differ, both places are named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from site_builder.content.model import MatchReport
from site_builder.football.model import BySide, Happenings, Match, Stage
from site_builder.problems import Place, Problem

PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Telling:
    """A match as one source tells it; ``report`` is the written page, if it is one."""

    match: Match
    path: str
    report: MatchReport

    @property
    def is_preview(self) -> bool:
        """Whether the page was written before the match."""
        return self.report.facts.type == PREVIEW


@dataclass(frozen=True, slots=True)
class Told:
    """A match with the report and the preview about it, the latter where there is one beside a report."""

    match: Match
    report: MatchReport
    preview: MatchReport | None


def unite(tellings: Iterable[Telling]) -> tuple[tuple[Told, ...], tuple[Problem, ...]]:
    """Matches from tellings, each once, and what contradicts itself."""
    days: dict[tuple[object, ...], list[list[Telling]]] = {}
    problems: list[Problem] = []
    for telling in sorted(tellings, key=lambda t: (t.is_preview, t.path)):
        match = telling.match
        same = days.setdefault((match.competition, match.season, match.home, match.away, match.date), [])
        fitting = [group for group in same if not _apart(group[0].match, telling)]
        if not fitting:
            same.append([telling])
        elif telling.is_preview and not any(t.is_preview for t in fitting[0][1:]):
            fitting[0].append(telling)
        else:
            problems.append(_told_twice(fitting[0][0], telling))
    told: list[Told] = []
    for groups in days.values():
        for group in groups:
            match, contradictions = _merged(group)
            problems += contradictions
            told.append(Told(match, group[0].report, group[1].report if len(group) > 1 else None))
    return tuple(told), tuple(problems)


def _apart(one: Match, telling: Telling) -> bool:
    """Whether round, leg or kick-off show that two tellings of one day are two matches.

    A preview may know less than the report; of two reports, one with a round and one without are two matches.
    """
    other = telling.match
    pairs = ((one.stage.round, other.stage.round), (one.stage.leg, other.stage.leg), (one.time, other.time))
    if telling.is_preview:
        return any(a is not None and b is not None and a != b for a, b in pairs)
    return any(a != b for a, b in pairs)


def _told_twice(first: Telling, second: Telling) -> Problem:
    return Problem(
        "same-match-twice",
        Place(second.path, key=("home",)),
        f"this match has a report already: {first.path}",
        "Keep one, mark the earlier as `type: preview`, or tell two matches of one day apart by `round`, `leg` or kick-off.",
    )


def _merged(group: list[Telling]) -> tuple[Match, tuple[Problem, ...]]:
    """The first telling with what later ones add."""
    match, problems = group[0].match, []
    for telling in group[1:]:
        match, differing = _with(match, telling.match)
        problems += [
            Problem(
                "contradiction",
                Place(telling.path, key=(key,)),
                f"`{key}` differs from what {group[0].path} says about the same match",
                "Correct one of the two.",
            )
            for key in differing
        ]
    return match, tuple(problems)


_PARTS = {"happenings": Happenings, "stage": Stage}
_UNSET: tuple[Any, ...] = (None, (), BySide(None, None), BySide((), ()), False)
_IDENTITY = frozenset({"id", "competition", "season", "home", "away", "date", "kick_off", "status"})


def _with(match: Match, more: Match) -> tuple[Match, tuple[str, ...]]:
    """A match with values added that it lacks, and the names of those that differ."""
    values: dict[str, Any] = {}
    differing: list[str] = []
    for name in (f.name for f in fields(Match) if f.name not in _IDENTITY):
        mine, theirs = getattr(match, name), getattr(more, name)
        if name in _PARTS:
            values[name], inner = _part_with(mine, theirs)
            differing += inner
        elif mine in _UNSET:
            values[name] = theirs
        elif theirs not in _UNSET and mine != theirs:
            differing.append(name)
    return replace(match, **values), tuple(differing)


def _part_with(mine: Any, theirs: Any) -> tuple[Any, list[str]]:  # noqa: ANN401 - two values of one of _PARTS
    values = {f.name: (getattr(mine, f.name), getattr(theirs, f.name)) for f in fields(mine)}
    added = {name: other for name, (own, other) in values.items() if own in _UNSET and other not in _UNSET}
    differing = [n for n, (own, other) in values.items() if own not in _UNSET and other not in _UNSET and own != other]
    return replace(mine, **added), differing
