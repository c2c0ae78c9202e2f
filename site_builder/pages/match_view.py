"""What a match page shows. Declarations only: `pages.match` fills them in."""

from __future__ import annotations

from msgspec import Struct

from site_builder.pages.parts import Day, Fact, Link, PageMeta, ResultRow, TeamMark, Teaser, Text
from site_builder.pages.season_views import Standing


class Moment(Struct, frozen=True):
    """Something that happened at a minute, for one side.

    ``kind`` is ``goal``, ``penalty``, ``own goal``, ``yellow``, ``second yellow``,
    ``red`` or ``substitution``; ``minute`` is ``45+2`` or empty where unknown;
    ``at`` is the minute as a number for drawings (base minute, None where
    unknown); ``score`` is the running score after a goal, empty where the
    minutes do not tell; ``other`` is the assistant, or the player who came on.
    """

    kind: str
    side: str
    minute: str
    at: int | None
    player: Link
    other: Link | None = None
    score: str = ""


class Scorer(Struct, frozen=True):
    """A scorer with all of his goals: ``Pessina 16', 78'``; ``marks`` are ``16'``, ``45+2' pen``, ``27' og``."""

    player: Link
    marks: tuple[str, ...]


class PlayerLine(Struct, frozen=True):
    """A player in a line-up with what happened to him, all in display order.

    ``surname`` is the short form for drawings; ``goals`` counts his own side's
    goals; ``cards`` are kinds of cards; ``off`` and ``on`` are minutes, empty
    where he stayed or the minute is unknown; ``replaced`` tells that he left;
    ``rating`` is as written, empty where nobody gave one.
    """

    player: Link
    surname: str
    captain: bool = False
    goals: int = 0
    own_goals: int = 0
    cards: tuple[str, ...] = ()
    on: str = ""
    off: str = ""
    replaced: bool = False
    rating: str = ""


class Change(Struct, frozen=True):
    """A substitution: ``off`` for ``on``, at ``minute`` (empty where unknown), and what ``on`` did then."""

    minute: str
    off: Link
    on: PlayerLine


class SideLineUp(Struct, frozen=True):
    """A team's eleven in lines from the goalkeeper on; ``formation`` is empty where the source has none.

    ``bench`` are those who did not come on as far as ``changes`` tell.
    """

    team: TeamMark
    formation: str
    lines: tuple[tuple[PlayerLine, ...], ...]
    changes: tuple[Change, ...]
    bench: tuple[Link, ...]
    manager: Link | None


class KickLine(Struct, frozen=True):
    """A kick of the shoot-out: ``outcome`` is ``scored``, ``missed``, ``saved`` …; ``score`` after it."""

    side: str
    player: Link
    scored: bool
    outcome: str
    score: str


class StatLine(Struct, frozen=True):
    """A measure of both sides; shares are percent of the sum, None where no bar can be drawn."""

    name: str
    home: str
    away: str
    home_share: float | None
    away_share: float | None


class Neighbour(Struct, frozen=True):
    """The next match of a side after this one, as far as the site knows."""

    team: Link
    row: ResultRow


class ScoreLine(Struct, frozen=True):
    """The header of a match.

    ``score`` is empty for a fixture; ``status`` is one of football's statuses;
    ``notes`` are sentences under the score, in order: half-time, after extra
    time, penalties, aggregate and who went through, awarded.
    """

    home: TeamMark
    away: TeamMark
    score: str
    status: str
    notes: tuple[str, ...]
    home_scorers: tuple[Scorer, ...]
    away_scorers: tuple[Scorer, ...]
    home_reds: tuple[Scorer, ...]
    away_reds: tuple[Scorer, ...]
    winner: str = ""


class MatchView(Struct, frozen=True):
    """A match page.

    ``kicker`` is competition, season, round, group and leg, linked; ``facts``
    hold venue, attendance, referee and assistants, weather, player of the match;
    ``preview`` is what was written before the match, beside a report;
    ``headline`` is empty where nobody wrote about the match; ``other_legs`` are
    the other matches of its tie; ``meetings`` the latest of those before it;
    ``head_to_head`` leads to every meeting, None where there is no such page.
    """

    meta: PageMeta
    headline: str
    kicker: tuple[Link, ...]
    day: Day | None
    time: str
    line: ScoreLine
    facts: tuple[Fact, ...]
    moments: tuple[Moment, ...]
    report: Text
    preview: Text | None
    home_line_up: SideLineUp | None
    away_line_up: SideLineUp | None
    shootout: tuple[KickLine, ...]
    stats: tuple[StatLine, ...]
    other_legs: tuple[ResultRow, ...]
    meetings: tuple[ResultRow, ...]
    next_matches: tuple[Neighbour, ...]
    related: tuple[Teaser, ...]
    standing: Standing = Standing()
    head_to_head: Link | None = None
