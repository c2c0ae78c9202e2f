"""What happened in a match, in the order it happened, and who scored and was sent off."""

from __future__ import annotations

from site_builder.football.model import Card, CardColour, GoalEvent, GoalKind, LineUp, Match, Minute, Score, Side
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message
from site_builder.pages.links import person_link
from site_builder.pages.match_view import Moment, Scorer
from site_builder.pages.parts import Link
from site_builder.site import questions

_LATE = Minute(999)
_Told = tuple[Moment, Minute | None]
_MARKS = {GoalKind.PENALTY: message("pen"), GoalKind.OWN_GOAL: message("og")}
# Within one minute: what causes a change on the field is told before the change.
_TURN = {"yellow": 0, "second yellow": 1, "red": 1, "goal": 2, "penalty": 2, "own goal": 2, "substitution": 3}


def cards_of(match: Match) -> tuple[Card, ...]:
    """All cards of a match, those written in line-ups included, each once."""
    cards, line_ups = match.happenings.cards, match.happenings.line_ups
    within = (*(line_ups.home.cards if line_ups.home else ()), *(line_ups.away.cards if line_ups.away else ()))
    return tuple(dict.fromkeys((*cards, *within))) if cards or within else ()


def running_scores(goals: tuple[GoalEvent, ...]) -> dict[int, Score]:
    """The score after each goal, by its position; empty unless every goal's minute is known."""
    minutes = [goal.minute for goal in goals if goal.minute]
    if len(minutes) < len(goals):
        return {}
    found: dict[int, Score] = {}
    home = 0
    for scored, i in enumerate(sorted(range(len(goals)), key=minutes.__getitem__), 1):
        home += goals[i].side is Side.HOME
        found[i] = Score(home, scored - home)
    return found


def moments_of(read: Memo, match: Match) -> tuple[Moment, ...]:
    """Goals, cards and substitutions by minute; those without a minute come last."""
    happened = match.happenings
    told = _goals(read, happened.goals) if happened.goals else []
    told += [(_moment(read, str(card.colour), card.side, card.minute, card.player), card.minute) for card in cards_of(match)]
    told += _changes(read, Side.HOME, happened.line_ups.home)
    told += _changes(read, Side.AWAY, happened.line_ups.away)
    if len(told) < 2:
        return tuple([moment for moment, _ in told])
    found = [(minute or _LATE, _TURN[moment.kind], number, moment) for number, (moment, minute) in enumerate(told)]
    return tuple([moment for *_, moment in sorted(found)])


def _goals(read: Memo, goals: tuple[GoalEvent, ...]) -> list[_Told]:
    scores = running_scores(goals)
    # Two goals of one minute keep the order of their running scores.
    order = sorted(range(len(goals)), key=lambda i: scores[i].home + scores[i].away) if scores else range(len(goals))
    told: list[_Told] = []
    for i in order:
        goal = goals[i]
        assist = person_link(read, goal.assist) if goal.assist else None
        score = scores[i].text if scores else ""
        told.append((_moment(read, str(goal.kind), goal.side, goal.minute, goal.player, assist, score), goal.minute))
    return told


def _moment(
    read: Memo, kind: str, side: Side, minute: Minute | None, player: str, other: Link | None = None, score: str = ""
) -> Moment:
    at = minute.base if minute else None
    return Moment(kind, str(side), minute.text if minute else "", at, person_link(read, player), other, score)


def _changes(read: Memo, side: Side, line_up: LineUp | None) -> list[_Told]:
    changes = line_up.substitutions if line_up else ()
    return [(_moment(read, "substitution", side, c.minute, c.off, person_link(read, c.on)), c.minute) for c in changes]


def _mark(words: Words, minute: Minute | None, kind: GoalKind) -> str:
    told = (f"{minute.text}'" if minute else "", words(_MARKS[kind]) if kind in _MARKS else "")
    return " ".join(part for part in told if part)


def scorers_of_side(read: Memo, match: Match, side: str) -> tuple[Scorer, ...]:
    """Scorers of one side, own goals for it included, in the order of their first goals."""
    goals = [g for g in match.happenings.goals or () if g.side == side]
    if not goals:
        return ()
    words = questions.words_of(read)
    marks: dict[str, list[str]] = {}
    for goal in sorted(goals, key=lambda g: g.minute or _LATE):
        marks.setdefault(goal.player, []).append(_mark(words, goal.minute, goal.kind))
    return tuple([Scorer(person_link(read, player), tuple([m for m in given if m])) for player, given in marks.items()])


def red_cards(read: Memo, match: Match, side: str) -> tuple[Scorer, ...]:
    """Players of one side who were sent off, with the minute."""
    sent_off = (CardColour.RED, CardColour.SECOND_YELLOW)
    cards = [c for c in cards_of(match) if c.side == side and c.colour in sent_off]
    if not cards:
        return ()
    return tuple(
        Scorer(person_link(read, c.player), (f"{c.minute.text}'",) if c.minute else ())
        for c in sorted(cards, key=lambda c: c.minute or _LATE)
    )
