"""The course of a tie over two legs as a page shows it: after each goal the aggregate, and who was going through."""

from __future__ import annotations

from site_builder.football.model import Match, Side
from site_builder.football.tie_course import TieGoal, tie_course
from site_builder.football.ties import Tie, rules_for_round
from site_builder.incremental.memo import Memo
from site_builder.language.words import message
from site_builder.pages.links import person_link
from site_builder.pages.season_views import TieCourse, TieStep
from site_builder.site import questions, seasons

_REGULAR_TIME, _WITH_EXTRA_TIME = 90, 120
_AHEAD = message("{team} going through")
_ON_AWAY_GOALS = message("{team} going through on away goals")
_LEVEL = message("Level")


def tie_course_view(read: Memo, match: Match, tie: Tie) -> TieCourse | None:
    """The course of the tie of a match; None where it is not one of two legs, or a goal's minute is unknown."""
    stage = seasons.place_of(read, match).stage
    goals = tie_course(tie, rules_for_round(stage.rules, tie.round).away_goals) if stage else ()
    if not goals:
        return None
    last = max((leg.date for leg in tie.legs if leg.date), default=None)
    names = {Side.HOME: questions.team_name(read, tie.home, last), Side.AWAY: questions.team_name(read, tie.away, last)}
    result = tie.legs[1].result
    went_on = (result is not None and result.extra_time is not None) or goals[-1].minute.base > _REGULAR_TIME
    return TieCourse(
        home=names[Side.HOME],
        away=names[Side.AWAY],
        legs=(_REGULAR_TIME, _WITH_EXTRA_TIME if went_on else _REGULAR_TIME),
        steps=tuple(_step(read, goal, names) for goal in goals),
    )


def _step(read: Memo, goal: TieGoal, names: dict[Side, str]) -> TieStep:
    words = questions.words_of(read)
    sentence = _ON_AWAY_GOALS if goal.on_away_goals else _AHEAD
    return TieStep(
        leg=goal.leg,
        minute=goal.minute.text,
        at=goal.minute.base,
        player=person_link(read, goal.player),
        score=goal.aggregate.text,
        lead=goal.aggregate.home - goal.aggregate.away,
        ahead=goal.ahead.value if goal.ahead else "",
        told=words(sentence, team=names[goal.ahead]) if goal.ahead else words(_LEVEL),
    )
