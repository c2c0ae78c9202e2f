"""The front matter of the plainest reports, read key by key.

Pydantic goes through all keys that there may be and collects what is wrong with
their values. Most reports have a dozen of sixty keys, and nothing is wrong: these
are read here by the same readers, those of the keys that there are. For any other
report `read_plainly` gives None. It also saves loading pydantic, which takes longer
than reading a thousand reports.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from site_builder.content.consistency import settled_status
from site_builder.content.model import MatchFacts, Publication
from site_builder.content.schema.addresses import read_file_address, read_slug
from site_builder.content.schema.dates import read_when
from site_builder.content.schema.faults import text_of
from site_builder.content.schema.shorthands import (
    ReportType,
    read_kicks,
    read_plain_score,
    read_score,
    read_side,
    read_status,
    read_type,
)
from site_builder.content.schema.words import (
    read_attendance,
    read_competition,
    read_flag,
    read_language,
    read_line,
    read_name,
    read_ordinal,
    read_season,
    read_team,
)
from site_builder.content.shorthand import parse_goals
from site_builder.football.model import CLOSED_DOORS, GoalEvent, Happenings, Result, Side, Stage

Reader = Callable[[object], object]

_SIDES: Final = {str(side): side for side in Side}
_NEEDED: Final = frozenset({"competition", "home", "away"})
_PARTS_OF_A_SCORE: Final = frozenset({"half_time", "full_time"})


def read_plainly(values: Mapping[str, object]) -> tuple[MatchFacts, Publication] | None:
    """What the model would say of these values; None where it has to look, also to tell what is wrong."""
    read: dict[str, Any] = {}
    try:
        for key, value in values.items():
            reader = READERS.get(key)
            if reader is None:
                return None
            if value is not None:
                read[key] = reader(value)
    except ValueError:
        return None
    keys = read.keys()
    if not keys >= _NEEDED or ("score" not in keys and keys & _PARTS_OF_A_SCORE):
        return None
    return _facts(read), Publication(**{key: read[key] for key in keys & _PUBLISHED})


def _facts(read: Mapping[str, Any]) -> MatchFacts:
    said = read.get
    score = said("score")
    result = Result(score.score, said("half_time"), said("full_time"), score.extra_time, score.shootout) if score else None
    return MatchFacts(
        competition=read["competition"],
        home=read["home"],
        away=read["away"],
        when=said("date"),
        season=said("season"),
        stage=Stage(said("round"), said("matchday"), said("group"), said("leg")),
        type=str(said("type", ReportType.REPORT)),
        status=settled_status(said("status"), result),
        result=result,
        played_score=said("played_score"),
        winner=said("winner"),
        neutral=said("neutral"),
        venue=said("venue"),
        happenings=_happenings(read),
    )


def _happenings(read: Mapping[str, Any]) -> Happenings:
    said = read.get
    attendance = said("attendance")
    return Happenings(
        goals=said("goals"),
        shootout=said("shootout", ()),
        referee=said("referee"),
        attendance=attendance if isinstance(attendance, int) else None,
        closed_doors=attendance == CLOSED_DOORS,
        weather=said("weather"),
        player_of_the_match=said("player_of_the_match"),
    )


def _read_goals(value: object) -> tuple[GoalEvent, ...]:
    """Goals as texts below their sides, home first."""
    if not isinstance(value, dict) or not value.keys() <= _SIDES.keys():
        raise ValueError
    told = ((side, value[name]) for name, side in _SIDES.items() if value.get(name) is not None)
    return tuple(goal for side, texts in told for text in _listed(texts) for goal in parse_goals(text_of(text), side))


def _read_author(value: object) -> tuple[str, ...]:
    """One author as a list of one."""
    return (read_name(value),)


def _listed(texts: object) -> list[object]:
    return texts if isinstance(texts, list) else [texts]


READERS: Final[Mapping[str, Reader]] = {
    "title": read_line,
    "type": read_type,
    "date": read_when,
    "competition": read_competition,
    "season": read_season,
    "round": read_name,
    "matchday": read_ordinal,
    "group": read_name,
    "leg": read_ordinal,
    "home": read_team,
    "away": read_team,
    "score": read_score,
    "half_time": read_plain_score,
    "full_time": read_plain_score,
    "played_score": read_plain_score,
    "status": read_status,
    "winner": read_side,
    "neutral": read_flag,
    "goals": _read_goals,
    "shootout": read_kicks,
    "venue": read_name,
    "referee": read_name,
    "attendance": read_attendance,
    "weather": read_name,
    "player_of_the_match": read_name,
    "description": read_line,
    "author": _read_author,
    "image": read_file_address,
    "lang": read_language,
    "slug": read_slug,
    "draft": read_flag,
    "updated": read_when,
    "autolink": read_flag,
}
"""The keys whose values are read in one way, whatever else a report says."""

_PUBLISHED: Final = READERS.keys() & set(Publication.__struct_fields__)
