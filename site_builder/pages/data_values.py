"""What stands in open data: the documents beside match, team and competition-season pages, and their parts.

Declarations only, as `views` and `match_view` are for pages. The order of the
fields is that of the keys. A field that has its default is left out of the JSON:
what is not known is an absent key, never a null or an empty list.

The JSON Schemas in ``site_builder/schemas`` describe the same to others; a test
holds one against the other.

    {"side": "home", "minute": 45, "added": 2, "player": "Leroy Sané", "slug": "leroy-sane", "kind": "goal"}
"""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct, field

Pair = tuple[int, int]
"""A score, home goals first."""
Number = int | float | str
"""A measure: a number where it is one, else as written."""


class Value(Struct, frozen=True, omit_defaults=True):
    """A part of a document."""


class Named(Value, frozen=True):
    """A person or a ground."""

    name: str
    slug: str


class Side(Value, frozen=True):
    """A team of a match, under its name of the day."""

    team: str
    slug: str


class Goal(Value, frozen=True, kw_only=True):
    """``side`` is the side it counts for, also for an own goal; ``kind`` is ``goal``, ``penalty`` or ``own_goal``."""

    side: str
    minute: int | None = None
    added: int = 0
    player: str
    slug: str
    kind: str
    assist: Named | None = None


class Booking(Value, frozen=True, kw_only=True):
    """A card; ``colour`` is ``yellow``, ``second_yellow`` or ``red``."""

    side: str
    minute: int | None = None
    added: int = 0
    player: str
    slug: str
    colour: str


class Change(Value, frozen=True, kw_only=True):
    """A substitution."""

    minute: int | None = None
    added: int = 0
    off: Named
    on: Named


class Squad(Value, frozen=True):
    """Who a side had: ``lines`` are its starters from goalkeeper to attack, in one line where the lines are not known."""

    formation: str = ""
    manager: Named | None = None
    captain: Named | None = None
    lines: tuple[tuple[Named, ...], ...] = ()
    substitutions: tuple[Change, ...] = ()
    bench: tuple[Named, ...] = ()


class LineUps(Value, frozen=True):
    """Both sides as far as they are known."""

    home: Squad | None = None
    away: Squad | None = None


class PenaltyKick(Value, frozen=True):
    """A kick of the shoot-out; ``score`` is the running score after it, ``note`` says how a miss was one."""

    side: str
    player: str
    slug: str
    scored: bool
    score: Pair
    note: str = ""


class Measure(Value, frozen=True):
    """A statistic of both sides; one side's may be unknown."""

    name: str
    home: Number = ""
    away: Number = ""


class Rating(Value, frozen=True):
    """A mark for a player."""

    player: str
    slug: str
    rating: Number


class Citation(Value, frozen=True):
    """Where facts come from: a name, an address or both."""

    text: str = ""
    url: str = ""


class Corrected(Value, frozen=True):
    """What was put right after publication."""

    date: date
    text: str


class Written(Value, frozen=True, kw_only=True):
    """What a report says of itself; ``lang`` where it is not the site's, ``updated`` is the day of its last change."""

    title: str = ""
    authors: tuple[str, ...] = ()
    lang: str = ""
    updated: date | None = None
    tags: tuple[str, ...] = ()
    corrections: tuple[Corrected, ...] = ()


class MatchData(Value, frozen=True, kw_only=True):
    """A match: everything that the site knows of it but prose.

    ``id`` is the address of its page; ``stage`` the name of its stage in the
    competition-season document; ``date`` and ``time`` are local, ``kick_off`` is
    UTC. ``score`` includes extra time and never the shoot-out; ``aggregate`` is
    that of the tie after its last leg, this match's home side first.
    ``winner`` is the side that won this match, in the shoot-out if there was one;
    ``went_through`` the side that won the tie, on the tie's last match.
    ``report`` is there where somebody wrote about the match and says so.
    """

    id: str
    competition: str
    competition_slug: str
    season: str
    stage: str = ""
    round: str = ""
    group: str = ""
    matchday: int | None = None
    leg: int | None = None
    date: date
    time: str = ""
    kick_off: datetime | None = None
    home: Side
    away: Side
    status: str
    score: Pair | None = None
    half_time: Pair | None = None
    full_time: Pair | None = None
    extra_time: str = ""
    shootout: Pair | None = None
    aggregate: Pair | None = None
    played_score: Pair | None = None
    winner: str = ""
    went_through: str = ""
    goals: tuple[Goal, ...] = ()
    cards: tuple[Booking, ...] = ()
    kicks: tuple[PenaltyKick, ...] = ()
    line_ups: LineUps | None = None
    stats: tuple[Measure, ...] = ()
    venue: Named | None = None
    neutral: bool = False
    attendance: int | None = None
    closed_doors: bool = False
    weather: str = ""
    referee: Named | None = None
    assistants: tuple[Named, ...] = ()
    player_of_the_match: Named | None = None
    ratings: tuple[Rating, ...] = ()
    report: Written | None = None
    sources: tuple[Citation, ...] = ()


class FormerName(Value, frozen=True):
    """A name that a team bears from a day on."""

    name: str
    since: date | None = field(default=None, name="from")


class TeamSeason(Value, frozen=True):
    """A season of a team with the addresses of its competitions in it."""

    season: str
    competitions: tuple[str, ...]


class TeamData(Value, frozen=True, kw_only=True):
    """A team: what its file says, its seasons, newest first, and the addresses of its matches, oldest first."""

    name: str
    slug: str
    aliases: tuple[str, ...] = ()
    names: tuple[FormerName, ...] = ()
    short: str = ""
    code: str = ""
    nickname: str = ""
    founded: str = ""
    city: str = ""
    country: str = ""
    ground: str = ""
    colours: tuple[str, ...] = ()
    crest: str = ""
    seasons: tuple[TeamSeason, ...]
    matches: tuple[str, ...]


class Row(Value, frozen=True, kw_only=True):
    """A team's line in a table; ``points`` include the ``adjustment``."""

    position: int
    team: str
    slug: str
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    goal_difference: int
    points: int
    decided_by: str = ""
    adjustment: int = 0


class Tie(Value, frozen=True):
    """A knockout tie: ``home`` is the host of its first leg, ``legs`` are addresses of its matches, replays included.

    ``winner`` is told by the results and the rules, or by the author; ``went_on`` is
    who plays in a later round where neither says who won.
    """

    round: str
    home: str
    away: str
    legs: tuple[str, ...] = ()
    aggregate: Pair | None = None
    winner: str = ""
    won_on: str = ""
    went_on: str = ""


class Stage(Value, frozen=True):
    """A part of a season: ``type`` is ``league``, ``group``, ``ranking`` (each with a table) or ``knockout`` (with ties)."""

    name: str
    type: str
    table: tuple[Row, ...] | None = None
    ties: tuple[Tie, ...] | None = None


class Scorer(Value, frozen=True):
    """A player's goals for a team, with the penalties among them."""

    player: str
    team: str
    goals: int
    penalties: int


class SeasonData(Value, frozen=True, kw_only=True):
    """A competition's season; ``matches`` are addresses, oldest first."""

    competition: str
    season: str
    stages: tuple[Stage, ...]
    scorers: tuple[Scorer, ...] = ()
    matches: tuple[str, ...]


Document = MatchData | TeamData | SeasonData
