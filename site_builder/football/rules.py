"""What a competition's rules are, as values: points, ranking, ties, stages, zones.

Nothing is decided here and nothing is read: `tie_breaks` and `ties` decide by
these values, `rule_parsing` makes them from a rule book's or an author's words.

    >>> Rules().points.win, [str(step) for step in Rules().rank]
    (3, ['points', 'goal_difference', 'goals_for', 'shared'])
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Criterion(StrEnum):
    """What puts one team above another; the values are the names that rules and open data use.

    ``undecided`` is no rule: it stands where the rules or the data end.
    """

    POINTS = "points"
    H2H_POINTS = "h2h.points"
    H2H_GOAL_DIFFERENCE = "h2h.goal_difference"
    H2H_GOALS_FOR = "h2h.goals_for"
    H2H_AWAY_GOALS = "h2h.away_goals"
    GOAL_DIFFERENCE = "goal_difference"
    GOAL_AVERAGE = "goal_average"
    GOALS_FOR = "goals_for"
    AWAY_GOALS = "away_goals"
    WINS = "wins"
    AWAY_WINS = "away_wins"
    OPPONENTS_POINTS = "opponents.points"
    OPPONENTS_GOAL_DIFFERENCE = "opponents.goal_difference"
    OPPONENTS_GOALS_FOR = "opponents.goals_for"
    DISCIPLINE = "discipline"
    RANKING = "ranking"
    PLAYOFF = "playoff"
    LOTS = "lots"
    SHARED = "shared"
    UNDECIDED = "undecided"

    @property
    def is_head_to_head(self) -> bool:
        """Whether only the matches among the level teams are looked at."""
        return self.value.startswith("h2h.")


class Reapplied(StrEnum):
    """What becomes of teams that are still level when some of their group have been separated.

    ``remaining``: the whole list is gone through first, then once more among those still level (UEFA, FIFA).
    ``each``: every separation starts the list anew for the others, by their number (RFEF: "con carácter eliminatorio").
    """

    NO = "no"
    REMAINING = "remaining"
    EACH = "each"


class Pending(StrEnum):
    """What holds before all mutual matches are played: the criteria after head-to-head, or a shared rank."""

    SKIP = "skip"
    SHARED = "shared"


class HeadToHead(Struct, frozen=True):
    """Criteria over the matches among the level teams, once all of those are played.

    ``two`` holds for two level teams, ``several`` for more.
    """

    several: tuple[Criterion, ...] = (Criterion.H2H_POINTS, Criterion.H2H_GOAL_DIFFERENCE)
    two: tuple[Criterion, ...] = (Criterion.H2H_POINTS, Criterion.H2H_GOAL_DIFFERENCE)
    reapplied: Reapplied = Reapplied.NO
    pending: Pending = Pending.SKIP


RankStep = Criterion | HeadToHead


class Points(Struct, frozen=True):
    """Points for a win, a draw, a defeat; ``per_match`` ranks by points per match played.

    A day is that on which a season was cut short and ranked so; its tables until then go by points.
    """

    win: int = 3
    draw: int = 1
    loss: int = 0
    per_match: bool | date = False


class CardPoints(Struct, frozen=True):
    """Penalty points for cards, all positive; ``yellow_and_red`` is a caution followed by a direct sending-off."""

    yellow: int = 1
    second_yellow: int = 3
    red: int = 3
    yellow_and_red: int = 4


class AwayGoals(StrEnum):
    """When away goals decide a tie that is level on aggregate."""

    OFF = "off"
    NINETY = "90 minutes"
    EXTRA_TIME = "with extra time"
    AFTER_EXTRA_TIME = "after extra time"


class ExtraTimeRule(StrEnum):
    """Whether extra time is played, and what ends it early."""

    OFF = "off"
    FULL = "full"
    GOLDEN = "golden"
    SILVER = "silver"


class Decider(StrEnum):
    """What follows when a tie is level after all play."""

    SHOOTOUT = "shootout"
    REPLAY = "replay"
    LOTS = "lots"


class TieRules(Struct, frozen=True):
    """How a knockout tie is decided; ``legs`` None means as many as the matches show; ``then`` in order."""

    legs: int | None = None
    away_goals: AwayGoals = AwayGoals.OFF
    extra_time: ExtraTimeRule = ExtraTimeRule.FULL
    then: tuple[Decider, ...] = (Decider.SHOOTOUT,)


class RoundTies(Struct, frozen=True):
    """Tie rules for some rounds only, named in any way that `rounds` understands."""

    rounds: tuple[str, ...]
    ties: TieRules


class StageKind(StrEnum):
    """The parts that a season is made of."""

    LEAGUE = "league"
    LEAGUE_PHASE = "league phase"
    GROUP = "group"
    FINAL_POOL = "final pool"
    KNOCKOUT = "knockout"
    PLAYOFF = "play-off"
    QUALIFYING = "qualifying"
    RANKING = "ranking"


class Carried(StrEnum):
    """What of the points goes with the teams when a league splits; halves are rounded up."""

    FULL = "full"
    HALF = "half"
    NONE = "none"


class Split(Struct, frozen=True):
    """A league that splits after ``after`` matches of each team into parts of ``sizes``; no team leaves its part's places."""

    after: int
    sizes: tuple[int, ...]
    carried: Carried = Carried.FULL


class BestThirds(Struct, frozen=True):
    """A ranking of the groups' third-placed teams, of whom the first ``count`` go on."""

    count: int
    rank: tuple[RankStep, ...]


class Zone(Struct, frozen=True):
    """Places from ``first`` to ``last`` that lead somewhere, in words."""

    first: int
    last: int
    label: str

    def holds(self, position: int) -> bool:
        """Whether a place belongs to it."""
        return self.first <= position <= self.last


DEFAULT_RANK: tuple[RankStep, ...] = (Criterion.POINTS, Criterion.GOAL_DIFFERENCE, Criterion.GOALS_FOR, Criterion.SHARED)


class Rules(Struct, frozen=True):
    """The rules of one competition in one season, for one kind of stage.

    ``stages`` are the kinds a season consists of, empty where only the rounds
    can tell. ``meetings`` is how often two teams meet, None where nobody said.
    ``playoff_places`` are places (17 is the border between 17th and 18th) where
    teams level on points play off instead of being ranked by the rest.
    """

    points: Points = Points()
    rank: tuple[RankStep, ...] = DEFAULT_RANK
    stages: tuple[StageKind, ...] = ()
    meetings: int | None = None
    playoff_places: tuple[int, ...] = ()
    ties: TieRules = TieRules()
    round_ties: tuple[RoundTies, ...] = ()
    split: Split | None = None
    thirds: BestThirds | None = None
    zones: tuple[Zone, ...] = ()
    cards: CardPoints = CardPoints()

    def zone_of(self, position: int) -> Zone | None:
        """The zone that a place belongs to."""
        return next((zone for zone in self.zones if zone.holds(position)), None)
