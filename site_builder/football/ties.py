"""Knockout ties: which matches belong to one, and who went through on what.

Sources rarely mark legs, so matches of one round between the same two teams
are one tie: two legs where the teams changed ends, a match and its replay where
the rules or the round's name say so. What neither scores, nor rules, nor the
author's `winner` decide stays undecided.

    >>> tie = ties_of(matches, rules)[0]                        # doctest: +SKIP
    >>> tie.winner, tie.won_on                                  # doctest: +SKIP
    ('porto', <WonOn.AWAY_GOALS: 'away_goals'>)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from site_builder.football.model import Match, Score, Side, Status
from site_builder.football.rounds import Round, RoundKind, meaning_of, same_round
from site_builder.football.rules import AwayGoals, Decider, Rules, TieRules
from site_builder.football.tallies import counts
from site_builder.football.timeline import Timeline


class WonOn(StrEnum):
    """What a tie was won on, as open data names it."""

    SCORE = "score"
    AGGREGATE = "aggregate"
    AWAY_GOALS = "away_goals"
    EXTRA_TIME = "extra_time"
    PENALTIES = "penalties"
    REPLAY = "replay"
    WALKOVER = "walkover"
    LOTS = "lots"


class Tie(Struct, frozen=True):
    """Two teams in one round: ``home`` is the host of the first leg.

    ``aggregate`` is the sum of the legs that count, home team first; of a single
    match, its score, or that of its last replay. ``awaited`` tells that another
    leg is to come, by the rules or because it is scheduled.
    """

    round: Round
    home: str
    away: str
    legs: tuple[Match, ...]
    replays: tuple[Match, ...] = ()
    aggregate: Score | None = None
    winner: str | None = None
    won_on: WonOn | None = None
    awaited: bool = False

    @property
    def matches(self) -> tuple[Match, ...]:
        """All matches of the tie in the order they were played."""
        return (*self.legs, *self.replays)

    @property
    def loser(self) -> str | None:
        """Who went out."""
        return None if self.winner is None else self.away if self.winner == self.home else self.home

    def other(self, team: str) -> str:
        """The opponent of one of the two."""
        return self.away if team == self.home else self.home


def rules_for_round(rules: Rules, found: Round) -> TieRules:
    """The tie rules of a round: its own where the book names it, else the general ones."""
    for named in rules.round_ties:
        if any(_is_named(found, name) for name in named.rounds):
            return named.ties
    return rules.ties


def _is_named(found: Round, name: str) -> bool:
    if found.phase == "qualifying" or name.lower() == "qualifying":
        return found.phase == "qualifying" and name.lower() == "qualifying"
    return same_round(_plain(found), name)


def _plain(found: Round) -> str:
    return found.label if found.kind is RoundKind.OTHER else found.name


def ties_of(matches: Iterable[Match], rules: Rules) -> tuple[Tie, ...]:
    """The ties of all knockout rounds among ``matches``, by round, then by first leg and name."""
    held: dict[tuple[object, ...], list[Match]] = defaultdict(list)
    meanings: dict[tuple[object, ...], Round] = {}
    for match in Timeline(matches).matches:
        meaning = meaning_of(match.stage)
        key = (meaning.key, meaning.group, *sorted((match.home, match.away)))
        held[key].append(match)
        meanings.setdefault(key, meaning)
    ties = [tie_of(meanings[key], found, rules_for_round(rules, meanings[key])) for key, found in held.items()]
    return tuple(sorted(ties, key=lambda tie: (tie.round.key, _first_day(tie), tie.home, tie.away)))


def _first_day(tie: Tie) -> str:
    days = [match.date.isoformat() for match in tie.matches if match.date]
    return min(days, default="9999")


def tie_of(found: Round, matches: Sequence[Match], rules: TieRules) -> Tie:
    """One tie from all matches of two teams in a round, in order of play."""
    legs, replays = _legs_and_replays(_in_leg_order(matches), rules)
    home, away = legs[0].home, legs[0].away
    if meaning_of(legs[0].stage).leg == 2:  # only the second leg is held
        home, away = away, home
    counted = [match for match in legs if counts(match)]
    again = [match for match in replays if counts(match)]
    awaited = _is_awaited(legs, rules) and not again
    aggregate = _sum(again[-1:] if again and len(legs) == 1 else counted, home)
    winner, won_on = _decided(home, counted, again, rules, awaited=awaited or len(counted) < len(legs))
    told = _as_told(legs, replays, winner, won_on, rules)
    winner, won_on = told or (winner, won_on)
    return Tie(found, home, away, tuple(legs), tuple(replays), aggregate, winner, won_on, awaited)


def _in_leg_order(matches: Sequence[Match]) -> list[Match]:
    """By the leg that the source names, else as played; a postponed fixture that was played after all is dropped."""
    played = {(match.home, match.away) for match in matches if counts(match)}
    off = {Status.POSTPONED, Status.ABANDONED, Status.VOID, Status.CANCELLED}
    held = [match for match in matches if not (match.status in off and not counts(match) and (match.home, match.away) in played)]
    return sorted(held, key=lambda match: meaning_of(match.stage).leg or 0) if _legs_told(held) else held


def _legs_told(matches: Sequence[Match]) -> bool:
    return all(meaning_of(match.stage).leg or meaning_of(match.stage).replay for match in matches)


def _legs_and_replays(matches: list[Match], rules: TieRules) -> tuple[list[Match], list[Match]]:
    """Legs come first. A replay is named so, follows two legs, or follows a drawn match where ties are of one match."""
    replays = [match for match in matches if meaning_of(match.stage).replay]
    legs = [match for match in matches if match not in replays]
    if not legs:  # of a tie of which no more is held, the last replay decides as in any other
        return replays[:1], replays[1:]
    first = 2 if _are_two_legs(legs, rules) else 1
    return legs[:first], [*legs[first:], *replays]


def _are_two_legs(matches: Sequence[Match], rules: TieRules) -> bool:
    """Whether the first two matches are legs: said so, due by the rules, or the teams changed ends after ninety minutes.

    A first leg has no extra time; where ties are of one match and replays are known, a second match is a replay.
    """
    if len(matches) < 2 or any(meaning_of(match.stage).leg for match in matches) or rules.legs == 2:
        return len(matches) > 1
    first = matches[0].result
    went_on = first is not None and (first.extra_time is not None or first.shootout is not None)
    single = rules.legs == 1 and Decider.REPLAY in rules.then
    return matches[0].home != matches[1].home and not went_on and not single


def _is_awaited(legs: Sequence[Match], rules: TieRules) -> bool:
    """Whether a leg is missing: scheduled without a result, or due by the rules and not held."""
    open_legs = [match for match in legs if match.status in {Status.SCHEDULED, Status.POSTPONED}]
    if open_legs:
        return True
    told = {meaning_of(match.stage).leg for match in legs} - {None}
    return len(legs) == 1 and (rules.legs == 2 or bool(told))


def _sum(matches: Sequence[Match], home: str) -> Score | None:
    scores = [_seen_from(match, home) for match in matches]
    return Score(sum(score.home for score in scores), sum(score.away for score in scores)) if scores else None


def _seen_from(match: Match, home: str, *, ninety: bool = False) -> Score:
    """A match's score with the tie's home team first; after ninety minutes on request, where that is known."""
    result = match.result
    assert result is not None
    score = result.full_time if ninety and result.full_time else result.score
    return score if match.home == home else score.swapped()


Outcome = tuple[str | None, WonOn | None]
UNDECIDED: Outcome = (None, None)


def _decided(home: str, legs: Sequence[Match], replays: Sequence[Match], rules: TieRules, *, awaited: bool) -> Outcome:
    if replays:
        return _single(replays[-1], WonOn.REPLAY)
    if awaited and not (len(legs) == 1 and legs[0].result and legs[0].result.shootout):
        return UNDECIDED
    if not legs:
        return UNDECIDED
    if len(legs) == 1:
        return _single(legs[0], WonOn.SCORE)
    return _over_two_legs(home, legs, rules)


def _single(match: Match, plain: WonOn) -> Outcome:
    """A match that decides alone: by its score or its shoot-out."""
    result = match.result
    assert result is not None
    if result.shootout and not result.shootout.is_level:
        return _team(match, result.shootout.leader), WonOn.PENALTIES
    leader = result.score.leader
    if leader is None:
        return UNDECIDED
    if match.status is Status.AWARDED:
        return _team(match, leader), WonOn.WALKOVER
    if plain is WonOn.SCORE and result.extra_time:
        return _team(match, leader), WonOn.EXTRA_TIME
    return _team(match, leader), plain


def _over_two_legs(home: str, legs: Sequence[Match], rules: TieRules) -> Outcome:
    last = legs[-1].result
    assert last is not None
    total = _sum(legs, home)
    assert total is not None
    away = legs[0].away if legs[0].home == home else legs[0].home
    if total.leader:
        winner = home if total.leader is Side.HOME else away
        if all(match.status is Status.AWARDED for match in legs):
            return winner, WonOn.WALKOVER
        return winner, WonOn.EXTRA_TIME if _after_extra_time(legs, home) else WonOn.AGGREGATE
    if last.shootout and not last.shootout.is_level:
        return _team(legs[-1], last.shootout.leader), WonOn.PENALTIES
    goals = _away_goals(legs, home, rules.away_goals)
    if goals is None or goals.is_level:
        return UNDECIDED
    return (home if goals.leader is Side.HOME else away), WonOn.AWAY_GOALS


def _after_extra_time(legs: Sequence[Match], home: str) -> bool:
    """Whether extra time made the difference: it was played because the tie was level after ninety minutes."""
    last = legs[-1].result
    if last is None or last.extra_time is None:
        return False
    ninety = [_seen_from(match, home, ninety=True) for match in legs]
    level = sum(score.home for score in ninety) == sum(score.away for score in ninety)
    return level or last.full_time is None


def _away_goals(legs: Sequence[Match], home: str, rule: AwayGoals) -> Score | None:
    """Goals scored as the visiting side, the tie's home team first; None where they do not count.

    A leg moved to neutral ground keeps its host: so UEFA had it in 2021.
    """
    went_on = legs[-1].result is not None and legs[-1].result.extra_time is not None
    if rule is AwayGoals.OFF or (rule is AwayGoals.NINETY and went_on) or (rule is AwayGoals.AFTER_EXTRA_TIME and not went_on):
        return None
    scored = {home: 0}
    for match in legs:
        if match.result:
            scored[match.away] = scored.get(match.away, 0) + match.result.score.away
    return Score(scored.pop(home), sum(scored.values()))


def _team(match: Match, side: Side | None) -> str | None:
    return None if side is None else match.home if side is Side.HOME else match.away


def _as_told(
    legs: Sequence[Match], replays: Sequence[Match], winner: str | None, won_on: WonOn | None, rules: TieRules
) -> Outcome | None:
    """The author's word on who went through, with what the scores say of the way, else the most that the rules allow."""
    told = next((match for match in (*reversed(replays), *reversed(legs)) if match.winner), None)
    if told is None:
        return None
    team = _team(told, told.winner)
    if team == winner:
        return winner, won_on
    return team, _unseen_way(told, legs, rules)


def _unseen_way(told: Match, legs: Sequence[Match], rules: TieRules) -> WonOn:
    """How a tie was won when the scores held do not show it."""
    if told.result is None or told.status in {Status.AWARDED, Status.CANCELLED, Status.VOID, Status.ABANDONED}:
        return WonOn.WALKOVER
    if len(legs) == 1 and (rules.legs == 2 or meaning_of(told.stage).leg):
        return WonOn.AGGREGATE  # the other leg is not held
    if _ended_level(told, legs):
        return WonOn.PENALTIES if Decider.SHOOTOUT in rules.then else WonOn.LOTS
    return WonOn.WALKOVER


def _ended_level(told: Match, legs: Sequence[Match]) -> bool:
    """Whether a shoot-out or lots could follow: the match was level, or as a leg all of them together."""
    ended = legs if told in legs else (told,)
    total = _sum(ended, told.home) if all(map(counts, ended)) else None
    return total is not None and total.is_level
