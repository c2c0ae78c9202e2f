"""Reading what was ruled in a season: points given and taken, orders decided outside the results.

    seasons:
      2022-23:
        adjustments: [{team: Juventus, points: -10, date: 2023-05-22, reason: capital gains case}]
        decisions: [{rank: [Verona, Spezia], why: play-off 3-1, by: playoff}]
        overrides: [{home: A, away: B, points: [0, 0], reason: both fielded ineligible players}]

Teams stay names as written. `by` may be left out where `why` says play-off,
lots or fair play.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from site_builder.football.model import Season
from site_builder.football.rule_books import Adjustment, Decision, PointsOverride, Rulings
from site_builder.football.rule_words import Word
from site_builder.football.rules import Criterion

T = TypeVar("T")

_WHY = (
    (re.compile(r"play-?\s?off|spareggio|test match|decider", re.IGNORECASE), Criterion.PLAYOFF),
    (re.compile(r"\blots?\b|\bdrawn?\b|drawing|coin|toss", re.IGNORECASE), Criterion.LOTS),
    (re.compile(r"fair[- ]play|disciplin|conduct|\bcards?\b", re.IGNORECASE), Criterion.DISCIPLINE),
    (re.compile(r"ranking|coefficient|qualif|seed", re.IGNORECASE), Criterion.RANKING),
)


def parse_rulings(word: Word) -> tuple[tuple[Season, Rulings], ...]:
    """The rulings by season, in the order of seasons."""
    found = []
    for name, entry in word.pairs():
        season = Word(name, entry.key, word.problems).season()
        if season:
            found.append((season, _rulings(entry)))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def _rulings(word: Word) -> Rulings:
    parts = word.parts(("adjustments", "decisions", "overrides"))
    return Rulings(
        _known(_adjustment(item) for item in _items(parts, "adjustments")),
        _known(_decision(item) for item in _items(parts, "decisions")),
        _known(_override(item) for item in _items(parts, "overrides")),
    )


def _known(found: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(one for one in found if one is not None)


def _items(parts: dict[str, Word], name: str) -> list[Word]:
    return parts[name].items() if name in parts else []


def _adjustment(word: Word) -> Adjustment | None:
    parts = word.parts(("team", "points", "date", "reason"))
    team = parts["team"].text() if "team" in parts else ""
    points = parts["points"].number() if "points" in parts else None
    if not team or points is None:
        word.fail("an adjustment needs `team` and `points`", "For example {team: Everton, points: -8}.")
        return None
    day = parts["date"].day() if "date" in parts else None
    return Adjustment(team, points, day, parts["reason"].text() if "reason" in parts else "")


_RULED = frozenset({Criterion.DISCIPLINE, Criterion.RANKING, Criterion.PLAYOFF, Criterion.LOTS})


def _decision(word: Word) -> Decision | None:
    parts = word.parts(("rank", "why", "by", "date"))
    rank = tuple(name for item in _items(parts, "rank") if (name := item.text()))
    if len(rank) < 2 or len(set(rank)) < len(rank):
        word.fail("a decision needs `rank`, two teams or more, each once, best first", "For example {rank: [Verona, Spezia]}.")
        return None
    why = parts["why"].text() if "why" in parts else ""
    by = parts["by"].choice(Criterion) if "by" in parts else _meant(why)
    if by is not None and by not in _RULED:
        parts["by"].fail("a decision stands for what results do not give", f"Write one of {', '.join(sorted(_RULED))}.")
        return None
    return Decision(rank, why, by, parts["date"].day() if "date" in parts else None)


def _meant(why: str) -> Criterion | None:
    """The criterion that the words speak of."""
    return next((criterion for pattern, criterion in _WHY if pattern.search(why)), None)


def _override(word: Word) -> PointsOverride | None:
    parts = word.parts(("home", "away", "points", "date", "reason"))
    points = [item.number() for item in _items(parts, "points")]
    home, away = (parts[name].text() if name in parts else "" for name in ("home", "away"))
    if not home or not away or len(points) != 2 or points[0] is None or points[1] is None:
        word.fail("an override needs `home`, `away` and `points` for both", "For example {home: A, away: B, points: [0, 0]}.")
        return None
    day = parts["date"].day() if "date" in parts else None
    return PointsOverride(home, away, (points[0], points[1]), parts["reason"].text() if "reason" in parts else "", day)
