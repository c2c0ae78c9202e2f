"""Does what one source says of one match fit together? Football's arithmetic, without any other match.

Pure: it takes `MatchFacts` and a way from keys to places, so that a report and
a row of bulk results are judged alike. What needs the other leg (a shoot-out
after a draw on aggregate) or other sources is judged where they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from site_builder.content.line_up_consistency import line_up_problems
from site_builder.content.model import MatchFacts
from site_builder.content.slugs import slugify
from site_builder.football.model import ExtraTime, GoalEvent, Happenings, Minute, Result, Score, Side, Status
from site_builder.problems import Place, Problem, warning

PlaceOf = Callable[[tuple[str | int, ...]], Place]

_LAST_MINUTE = 120
_YEARS_BEFORE, _YEARS_AFTER = 3, 1
_NEVER_PLAYED = frozenset({Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED})
_SIDES = tuple(Side)


def settled_status(given: Status | None, result: Result | None) -> Status:
    """The status as given, else the one that follows from the score."""
    return given or (Status.PLAYED if result else Status.SCHEDULED)


def check_match(facts: MatchFacts, place: PlaceOf) -> tuple[MatchFacts, tuple[Problem, ...]]:
    """The facts with what follows from them, and everything in them that cannot be true together.

    What follows: a goal at 91' or later proves extra time; the kicks of a
    shoot-out give its score; ``full_time`` goes where no extra time was played.
    """
    completed = _completed(facts)
    problems = [
        *_name_problems(facts, place),
        *_season_problems(facts, place),
        *_status_problems(facts, place),
        *_score_problems(completed, place),
        *_shootout_problems(completed, place),
        *_goal_problems(completed, place),
        *_minute_problems(facts, place),
        *line_up_problems(facts.happenings, place),
    ]
    if facts.result and facts.result.full_time and not (completed.result and completed.result.extra_time):
        problems += _needless_full_time(facts, facts.result, place)
        completed = replace(completed, result=replace(completed.result or facts.result, full_time=None))
    return completed, tuple(problems)


def _completed(facts: MatchFacts) -> MatchFacts:
    result, kicks = facts.result, facts.happenings.shootout
    if result is None:
        return facts
    late = any(goal.minute and goal.minute.base > 90 for goal in facts.happenings.goals or ())
    if late and result.extra_time is None and facts.status is not Status.AWARDED:
        result = replace(result, extra_time=ExtraTime.FULL)
    if kicks and result.shootout is None and not kicks[-1].score.is_level:
        result = replace(result, shootout=kicks[-1].score)
    return facts if result is facts.result else replace(facts, result=result)


def _name_problems(facts: MatchFacts, place: PlaceOf) -> Iterator[Problem]:
    named = (("home", facts.home), ("away", facts.away), ("competition", facts.competition), ("venue", facts.venue))
    for key, name in named:
        if name is not None and not slugify(name):
            fix = "Write it with letters or digits" + (", or leave the key out." if key == "venue" else ".")
            yield Problem("empty-slug", place((key,)), f"the name `{name}` leaves nothing for an address", fix)
    home, away = slugify(facts.home), slugify(facts.away)
    if facts.home == facts.away or (home and home == away):
        yield Problem("same-team", place(("away",)), f"{facts.home} cannot play against itself", "Correct `home` or `away`.")


def _season_problems(facts: MatchFacts, place: PlaceOf) -> Iterator[Problem]:
    """A date far from its season: qualifiers begin years before a tournament, which may be put off by a year."""
    season, when = facts.season, facts.when
    if season and when and not season.start - _YEARS_BEFORE <= when.date.year <= season.end + _YEARS_AFTER:
        message = f"{when.date} is no day of the season {season.text}"
        yield warning("date-and-season", place(("season",)), message, "Correct one of the two.")


def _status_problems(facts: MatchFacts, place: PlaceOf) -> Iterator[Problem]:
    status, scored = facts.status, facts.result is not None
    if scored and status in _NEVER_PLAYED:
        message = f"a match that is {status} has no score"
        yield Problem("status-and-score", place(("status",)), message, "Take the score out, or correct the status.")
    if not scored and status is Status.PLAYED:
        fix = "Add the score, or `status: scheduled` if the match is still to come."
        yield Problem("status-and-score", place(("status",)), "a match that was played has a score", fix)
    if not scored and status is Status.AWARDED and facts.winner is None:
        fix = "Add `score: 3-0`, or `winner: home`."
        yield Problem("status-and-score", place(("status",)), "an awarded match has a score or a winner", fix)
    if not scored and status is Status.SCHEDULED and facts.winner is not None:
        fix = "Add the score, or `status: awarded` for a walkover."
        yield Problem("winner-without-score", place(("winner",)), "a match without a score has no winner", fix)
    if facts.played_score and status is not Status.AWARDED:
        fix = "Add `status: awarded`, or leave `played_score` out."
        yield Problem("played-score", place(("played_score",)), "only an awarded match has a `played_score`", fix)


def _score_problems(facts: MatchFacts, place: PlaceOf) -> Iterator[Problem]:
    """No score before the end is above one after it."""
    result = facts.result
    if result is None:
        return
    end = facts.played_score or result.score
    awarded_only = facts.status is Status.AWARDED and facts.played_score is None
    full_time = result.full_time if result.extra_time else None
    if full_time and _above(full_time, end) and not awarded_only:
        message = f"the score after 90 minutes, {full_time.text}, is above the final score, {end.text}"
        yield Problem("full-time-above-score", place(("full_time",)), message, "Correct one of the two.")
    later, called = (full_time, "after 90 minutes") if full_time else (end, "at the end")
    if result.half_time and _above(result.half_time, later) and not awarded_only:
        message = f"the score at half-time, {result.half_time.text}, is above that {called}, {later.text}"
        yield Problem("half-time-above-score", place(("half_time",)), message, "Correct one of the two.")


def _above(earlier: Score, later: Score) -> bool:
    return earlier.home > later.home or earlier.away > later.away


def _needless_full_time(facts: MatchFacts, result: Result, place: PlaceOf) -> Iterator[Problem]:
    """``full_time`` without extra time: as good as absent where it repeats the score."""
    if result.full_time != result.score and facts.status is not Status.AWARDED:
        message = "`full_time` is the score before extra time, and the score says nothing of extra time"
        fix = f"Write `score: {result.score.home}-{result.score.away} aet`, or leave `full_time` out."
        yield Problem("full-time-without-extra-time", place(("full_time",)), message, fix)


def _shootout_problems(facts: MatchFacts, place: PlaceOf) -> Iterator[Problem]:
    kicks = facts.happenings.shootout
    shootout = facts.result.shootout if facts.result else None
    if kicks and facts.result is None:
        yield Problem(
            "shootout-without-score", place(("shootout",)), "a match without a score has no shoot-out", "Add the score."
        )
    if shootout and shootout.is_level:
        fix = "Write how it ended, as in `1-1 aet, 4-2 pens`."
        yield Problem("level-shootout", place(("score",)), f"the shoot-out, {shootout.text}, has no winner", fix)
    if kicks and shootout is None and facts.result:
        fix = "Write the score as `1-1 aet, 4-2 pens`, or correct the kicks."
        yield Problem("level-shootout", place(("shootout",)), f"the kicks end level at {kicks[-1].score.text}", fix)
    if kicks and shootout and kicks[-1].score != shootout:
        message = f"the kicks end at {kicks[-1].score.text}, but the score says {shootout.text} on penalties"
        yield Problem("shootout-and-score", place(("shootout",)), message, "Correct one of the two.")
    if facts.winner and shootout and shootout.leader is facts.winner.other:
        message = f"the shoot-out, {shootout.text}, was won by the other side"
        yield Problem("winner-and-shootout", place(("winner",)), message, "Correct `winner` or the score, or leave `winner` out.")


def _goal_problems(facts: MatchFacts, place: PlaceOf) -> Iterator[Problem]:
    goals, result = facts.happenings.goals, facts.result
    if goals and result is None:
        fix = "Add the score, or take the goals out."
        yield Problem("goals-without-score", place(("goals",)), "there are goals but no score", fix)
    if goals is None or result is None or (facts.status is Status.AWARDED and facts.played_score is None):
        return
    score = facts.played_score or result.score
    told = _tally(goals)
    if told != score:
        yield from _tally_problems(told, score, place)
    yield from _goals_by_half_time(goals, result, place)


def _tally_problems(told: Score, score: Score, place: PlaceOf) -> Iterator[Problem]:
    """More or fewer goals are told than the score has."""
    swapped = told == score.swapped()
    for side in _SIDES:
        if told.of(side) > score.of(side):
            message = f"{_goals(told.of(side), side)} told, but the score is {score.text}"
            fix = (
                "Are the sides the wrong way round?"
                if swapped
                else "Correct the score or the goals; own goals stand under the side that benefits."
            )
            yield Problem("more-goals-than-score", place(("goals", str(side))), message, fix)
        elif told.of(side) < score.of(side) and not swapped:
            message = f"{_goals(told.of(side), side)} told, the score is {score.text}"
            fix = "Add the missing goals; a name alone is a goal without a minute."
            yield warning("fewer-goals-than-score", place(("goals", str(side))), message, fix)


def _goals_by_half_time(goals: tuple[GoalEvent, ...], result: Result, place: PlaceOf) -> Iterator[Problem]:
    """More goals in the first half than the score at half-time are told by one who mistook a minute."""
    if result.half_time is None:
        return
    told = _tally(tuple(goal for goal in goals if goal.minute and goal.minute.base <= 45))
    if _above(told, result.half_time):
        message = f"the goals up to half-time make {told.text}, but `half_time` is {result.half_time.text}"
        yield warning("goals-and-half-time", place(("half_time",)), message, "Correct the score at half-time or a minute.")


def _tally(goals: tuple[GoalEvent, ...]) -> Score:
    home = [goal.side for goal in goals].count(Side.HOME)
    return Score(home, len(goals) - home)


def _goals(count: int, side: Side) -> str:
    return f"{count or 'no'} {side} {'goal is' if count == 1 else 'goals are'}"


def _minute_problems(facts: MatchFacts, place: PlaceOf) -> Iterator[Problem]:
    """Minutes after extra time: rare enough to be a slip, but friendly matches have known longer ones."""
    for key, player, minute in _told_minutes(facts.happenings):
        if minute and minute.base > _LAST_MINUTE:
            message = f"{minute.text}' ({player}) is after the end of extra time"
            fix = f"Correct the minute; stoppage time is written as `{_LAST_MINUTE}+2'`."
            yield warning("late-minute", place(key), message, fix)


def _told_minutes(happenings: Happenings) -> Iterator[tuple[tuple[str, str], str, Minute | None]]:
    """Every minute with its key and its player."""
    for goal in happenings.goals or ():
        yield ("goals", str(goal.side)), goal.player, goal.minute
    for card in happenings.cards:
        yield ("cards", str(card.side)), card.player, card.minute
    for side in _SIDES:
        line_up = happenings.line_ups.of(side)
        for change in line_up.substitutions if line_up else ():
            yield ("lineups", str(side)), change.on, change.minute
        for card in line_up.cards if line_up else ():
            yield ("lineups", str(side)), card.player, card.minute
