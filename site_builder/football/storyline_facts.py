"""What a storyline can say: every fact by name, and the terms that it is told in. The words are the pages' matter.

Story("tie turned", Fact.TIE_TURNED, Terms(team="psv", score=Score(1, 2)), …)
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import Minute, Score
from site_builder.football.storyline_streaks import Streak


class Fact(StrEnum):
    """What is said of a match; runs are told by their `Streak` besides."""

    CAME_FROM = "came from behind"
    BEHIND_UNTIL = "behind until a minute"
    TRAILED_AT_HALF_TIME = "trailed at half-time"
    LED_AT_HALF_TIME = "led at half-time"
    WINNER = "winner"
    WINNER_BY_SUBSTITUTE = "winner by a substitute"
    GOAL_WAS_WINNER = "a goal was the winner"
    FORCED_EXTRA_TIME = "a goal forced extra time"
    FORCED_SHOOTOUT = "a goal forced a shoot-out"
    LEVELLED = "a goal made it level"
    EARLY_GOAL = "early goal"
    EARLY_OWN_GOAL = "early own goal"
    BURST = "goals in a few minutes"
    BURST_IN_A_MINUTE = "goals in one minute"
    TEN_MEN = "ten men"
    NINE_MEN = "nine men"
    SCORER_SENT_OFF = "scorer sent off"
    HAT_TRICK = "hat-trick"
    HAT_TRICK_OF_SEASON = "hat-trick of a season"
    HAT_TRICKS = "hat-tricks"
    THREE_GOALS_EACH = "three goals or more each"
    MANY_GOALS_OF_ONE = "four goals or more"
    ONLY_GOAL_WAS_OWN = "the only goal was an own goal"
    OWN_GOALS = "own goals"
    PENALTIES = "penalties"
    SUBSTITUTE_TWICE = "a substitute scored twice"
    SUBSTITUTE_WON = "a substitute scored the winner"
    TIE_TURNED = "tie turned"
    TIE_KEPT = "tie kept"
    LEVEL_UNTIL_GOAL = "level on aggregate until a goal"
    LEVEL_UNTIL_OWN_GOAL = "level on aggregate until an own goal"
    NO_KICK_SCORED = "no kick of a shoot-out scored"
    LONG_SHOOTOUT = "long shoot-out"
    ANOTHER_SHOOTOUT = "another shoot-out won"
    RUN_GOES_ON = "run goes on"
    RUN_ENDED = "run ended"
    RUN_ENDED_BY_DEFEAT = "winning run ended by a defeat"
    FIRST_HOME_DEFEAT = "first home defeat"
    FIRST_HOME_POINTS_DROPPED = "first home match not won"
    FIRST_HOME_WIN = "first home win"
    FIRST_AWAY_DEFEAT = "first away defeat"
    FIRST_AWAY_WIN = "first away win"
    FIRST_WIN_OVER = "first win over an opponent"
    FIRST_WIN_AT_HOME_TO = "first win at home to an opponent"
    FIRST_WIN_AWAY_TO = "first win away to an opponent"
    WINS_OVER = "wins in a row over an opponent"
    UNBEATEN_AGAINST = "unbeaten against an opponent"
    DRAWS_BETWEEN = "draws in a row between two"
    BIGGEST_BETWEEN = "biggest win between two"
    BIGGEST_WIN_OF_SEASON = "biggest win of a season"
    BIGGEST_AWAY_WIN_OF_SEASON = "biggest away win of a season"
    MOST_GOALS_OF_SEASON = "most goals of a season"
    BIGGEST_WIN_OF_TEAM = "biggest win of a team"
    HEAVIEST_DEFEAT_OF_TEAM = "heaviest defeat of a team"
    LARGEST_CROWD = "largest crowd"
    FIRST_GOALLESS = "first match without a goal"
    SCORING_STREAK = "scored in match after match"
    TALLY = "reached a number of goals"


class Ending(StrEnum):
    """How a match ended for a side that did not lose it."""

    WIN = "win"
    WIN_AFTER_EXTRA_TIME = "win after extra time"
    WIN_ON_PENALTIES = "win on penalties"
    DRAW = "draw"
    DRAW_AFTER_EXTRA_TIME = "draw after extra time"
    SHOOTOUT = "taken to penalties"


class GoalTold(StrEnum):
    """How a goal is named where it is the subject of a sentence."""

    GOAL = "goal"
    SECOND_GOAL = "another goal of one player"
    PENALTY = "penalty"
    OWN_GOAL = "own goal"


class Coverage(StrEnum):
    """What has to be said about the matches that a fact was counted from."""

    WHOLE = ""
    MATCHES = "so many matches held"
    MATCHES_OF_TEAM = "so many matches of the team held"
    OF_THE_MATCHES = "of the matches held"
    IN_THE_MATCHES = "in the matches held"
    OF_THESE = "held"


class Terms(Struct, frozen=True):
    """What a fact is told in; what it does not need is left empty.

    ``team``, ``other`` (its opponent) and ``players`` are slugs; ``score`` and
    ``final`` have the goals of ``team`` first; ``minute`` and ``then`` are in the order
    of time; ``count`` and ``total`` are numbers, ``held`` is that of the matches
    which ``coverage`` speaks of. ``of_season`` says that a run was one from the
    season's start or on a ground where all matches are known, ``of_one`` that all
    its matches were of the match's competition.
    """

    team: str = ""
    other: str = ""
    players: tuple[str, ...] = ()
    score: Score | None = None
    final: Score | None = None
    minute: Minute | None = None
    then: Minute | None = None
    count: int = 0
    total: int = 0
    since: date | None = None
    ending: Ending | None = None
    goal: GoalTold | None = None
    substitute: bool = False
    streak: Streak | None = None
    of_season: bool = False
    of_one: bool = False
    coverage: Coverage = Coverage.WHOLE
    held: int = 0
