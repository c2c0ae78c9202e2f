"""Whether a goal in prose is one of the match's goals.

A claim names some of: scorer, minute, side, manner, running score. The goal of
the match that contradicts it least is the one that is meant. Where it agrees in
something that tells goals apart (scorer, minute, running score) and contradicts
in exactly one thing, that is the conflict; with more contradictions the
sentence is about something else.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from site_builder.checks.names import edits
from site_builder.checks.prose.claims import GoalClaim
from site_builder.checks.prose.findings import Finding
from site_builder.checks.prose.record import Record
from site_builder.checks.prose.running import RunningGoal
from site_builder.content.slugs import slugify
from site_builder.football.model import GoalKind, Minute
from site_builder.phrases import Certainty, MinutePhrase


class Part(StrEnum):
    """What a claim tells of a goal."""

    SCORER = "scorer"
    MINUTE = "minute"
    RUNNING = "running"
    SIDE = "side"
    KIND = "kind"


_TELLING = {Part.SCORER: 3, Part.MINUTE: 2, Part.RUNNING: 2}
_STRICT = {(45, 45), (90, 90), (1, 45), (46, 90), (91, 120), (91, 105), (106, 120)}
"""Spans of words that leave no room: halves, and the stoppage time of each."""


class _Fit(Struct, frozen=True):
    """How a claim fits a goal: True agrees, False contradicts; parts that nobody can compare are left out."""

    goal: RunningGoal
    parts: dict[Part, bool]

    @property
    def wrong(self) -> list[Part]:
        return [part for part, agrees in self.parts.items() if not agrees]

    @property
    def weight(self) -> int:
        return sum(_TELLING.get(part, 1) for part, agrees in self.parts.items() if agrees)


def goal_finding(claim: GoalClaim, record: Record) -> Finding | None:
    """What is wrong with a goal in prose; None where it is right, or where the data cannot tell."""
    if not record.told or (record.goals is None and not claim.players):
        return None
    fits = [_fit(claim, goal, record) for goal in record.told]
    best = min(fits, key=lambda fit: (len(fit.wrong), -fit.weight))
    if not best.wrong:
        return None
    # Each contradiction by itself, and at least one thing that says which goal is meant.
    known = [fit for fit in fits if len(fit.wrong) == 1 and _identifies(fit)]
    if not known:
        return None
    fit = max(known, key=lambda fit: fit.weight)
    # Where goals are missing from the data one of them may be meant, but for how a known one was scored.
    if record.goals is None and fit.wrong != [Part.KIND]:
        return None
    return _told(claim, fit, record)


def _identifies(fit: _Fit) -> bool:
    return any(fit.parts.get(part) for part in _TELLING)


def _fit(claim: GoalClaim, goal: RunningGoal, record: Record) -> _Fit:
    parts: dict[Part, bool] = {}
    if claim.players:
        parts[Part.SCORER] = goal.player in claim.players
    elif claim.named:
        parts[Part.SCORER] = _is_alike(claim.named.text, goal.player, record)
    if claim.minute and claim.minute.minute:
        agrees = minute_fits(claim.minute.minute, goal.minute)
        if agrees is not None:
            parts[Part.MINUTE] = agrees
    if claim.running and claim.running.score and goal.after:
        score = claim.running.score.score
        parts[Part.RUNNING] = score in goal.after or score.swapped() in goal.after
    elif claim.is_first and goal.number:
        parts[Part.RUNNING] = any(score.home + score.away == 1 for score in goal.after)
    if claim.side and claim.side.side:
        parts[Part.SIDE] = _side_fits(claim, goal)
    if claim.kind:
        parts[Part.KIND] = claim.kind is goal.kind
    elif claim.is_open_play:
        parts[Part.KIND] = goal.kind is GoalKind.GOAL
    return _Fit(goal, parts)


def _side_fits(claim: GoalClaim, goal: RunningGoal) -> bool:
    """An own goal is one for the others by a player of these: both may be said of it."""
    assert claim.side is not None, "asked for where there is one"
    if goal.kind is GoalKind.OWN_GOAL and "gift" not in claim.side.text and not claim.kind:
        return True
    return claim.side.side is goal.side


def _is_alike(name: str, slug: str, record: Record) -> bool:
    """Whether a name that the match does not know may be another spelling of a scorer's."""
    known = slugify(record.person(slug).name).split("-")
    words = slugify(name).split("-")
    return any(_is_near(one, other) for one in words for other in known)


def _is_near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 4:
        return one == other
    return one in other or other in one or edits(one, other) <= (2 if len(other) > 6 else 1)


def minute_fits(said: MinutePhrase, fact: Minute | None) -> bool | None:
    """Whether a phrase may mean a minute; None where either is not known well enough."""
    if fact is None:
        return None
    if said.minute is not None:
        slack = 0 if said.certainty is Certainty.SAID else 1
        return any(abs(one - other) <= slack for one in _numbers(said.minute) for other in _numbers(fact)) or _loosely(said, fact)
    if said.added is not None:
        return (
            fact.added == said.added or (not fact.added and fact.base in (45, 90, 105, 120)) or fact.base - said.added in (45, 90)
        )
    if said.span and tuple(said.span) in _STRICT:
        return said.span.holds(fact) or (said.span.first == said.span.last == 90 and fact.base > 90)
    return None


def _numbers(minute: Minute) -> set[int]:
    """A minute of stoppage time is told as the last of its half or counted on: 90+2 is 92."""
    return {minute.base, minute.base + minute.added}


def _loosely(said: MinutePhrase, fact: Minute) -> bool:
    """Sources that know no stoppage time have all of it in the last minute."""
    assert said.minute is not None, "asked for where there is one"
    if said.minute.added and fact.added:
        return False
    return fact.base in (45, 90) and not fact.added and said.minute.base == fact.base


_FIX = "Correct the text, or `goals` in the front matter if the goal is wrong there."


def _told(claim: GoalClaim, fit: _Fit, record: Record) -> Finding | None:
    match fit.wrong[0]:
        case Part.SCORER:
            return _scorer(claim, fit.goal, record)
        case Part.MINUTE:
            return _minute(claim, fit.goal, record)
        case Part.RUNNING:
            return _running(claim, fit.goal, record)
        case Part.SIDE:
            return _side(claim, fit.goal, record)
        case Part.KIND:
            return _kind(claim, fit.goal, record)


def _name(goal: RunningGoal, record: Record) -> str:
    return record.person(goal.player).name


def _when(goal: RunningGoal) -> str:
    return f" in minute {goal.minute.text}" if goal.minute else ""


def _scorer(claim: GoalClaim, goal: RunningGoal, record: Record) -> Finding | None:
    if claim.named is None or goal.player in claim.beside:
        return None
    message = f"the report gives this goal to {claim.named.text}, the data to {_name(goal, record)}{_when(goal)}"
    return Finding("prose-scorer", claim.named, message, _FIX)


def _minute(claim: GoalClaim, goal: RunningGoal, record: Record) -> Finding | None:
    if claim.minute is None:
        return None
    own = [g for g in record.told if g.player == goal.player and (not claim.running or g is goal)]
    when = " and ".join(g.minute.text for g in own if g.minute)
    message = f'the report has {_name(goal, record)}\'s goal at "{claim.minute.text}", the data in minute {when}'
    return Finding("prose-minute", claim.minute, message, _FIX)


def _running(claim: GoalClaim, goal: RunningGoal, record: Record) -> Finding | None:
    name = _name(goal, record)
    if claim.running and claim.running.score:
        after = " or ".join(score.text for score in goal.after)
        message = f"the report has {claim.running.score.score.text} after {name}'s goal, it was {after}"
        return Finding("prose-score", claim.running, message, _FIX)
    mark = claim.named or claim.minute
    message = f"the report tells {name}'s goal as the first, in the data it is not"
    return Finding("prose-scorer", mark, message, _FIX) if mark else None


def _side(claim: GoalClaim, goal: RunningGoal, record: Record) -> Finding | None:
    if claim.side is None:
        return None
    sides = record.team(goal.side.other), record.team(goal.side)
    message = f"the report has this goal for {sides[0]}, {_name(goal, record)} scored it for {sides[1]}"
    if goal.kind is GoalKind.OWN_GOAL:
        message = f"the report has this own goal for {sides[0]}, it counted for {sides[1]}"
    return Finding("prose-side", claim.side, message, _FIX)


_TOLD_AS = {
    None: "a goal from open play",
    GoalKind.GOAL: "a goal",
    GoalKind.PENALTY: "a penalty",
    GoalKind.OWN_GOAL: "an own goal",
}
_IN_DATA = {GoalKind.GOAL: "neither a penalty nor an own goal", GoalKind.PENALTY: "a penalty", GoalKind.OWN_GOAL: "an own goal"}


def _kind(claim: GoalClaim, goal: RunningGoal, record: Record) -> Finding | None:
    mark = claim.named or claim.minute or claim.running
    told, fact = _TOLD_AS[claim.kind], _IN_DATA[goal.kind]
    message = f"the report tells {_name(goal, record)}'s goal{_when(goal)} as {told}, in the data it is {fact}"
    return Finding("prose-goal-kind", mark, message, _FIX) if mark else None
