"""Football's values: what one match is, and the words for its parts.

Pure and frozen: no file, clock or HTML is known here, and a value that exists
is valid (a `Minute` is never 0). Minutes count from 1 as football counts them;
``added`` is stoppage time. Names of teams and people are plain strings here:
the content room gives them as written, the site room gives slugs.

    >>> Season.parse("2020/21").text, Minute(45, 2).text, Score(3, 1).text
    ('2020-21', '45+2', '3–1')
"""

from site_builder.football.model.events import Card, CardColour, GoalEvent, GoalKind, Kick, LineUp, Substitution
from site_builder.football.model.match import CLOSED_DOORS, ExtraTime, Happenings, Match, Result, Stage, Stat, Status
from site_builder.football.model.values import BySide, Minute, Score, Season, Side

__all__ = [
    "CLOSED_DOORS",
    "BySide",
    "Card",
    "CardColour",
    "ExtraTime",
    "GoalEvent",
    "GoalKind",
    "Happenings",
    "Kick",
    "LineUp",
    "Match",
    "Minute",
    "Result",
    "Score",
    "Season",
    "Side",
    "Stage",
    "Stat",
    "Status",
    "Substitution",
]
