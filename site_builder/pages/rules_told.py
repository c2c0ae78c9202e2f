"""Which rules a season's tables and ties were made by, in a few words; rules that were only assumed are said to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import AwayGoals, Criterion, Decider, ExtraTimeRule, Rules, TieRules
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message, messages
from site_builder.pages.verdicts import step_words
from site_builder.site import model, questions, seasons
from site_builder.site.model import Edition

_EXTRA_TIME = {
    ExtraTimeRule.FULL: message("extra time"),
    ExtraTimeRule.GOLDEN: message("a golden goal"),
    ExtraTimeRule.SILVER: message("a silver goal"),
}
_AWAY_GOALS = message("away goals")
_THEN = {Decider.SHOOTOUT: message("penalties"), Decider.REPLAY: message("a replay"), Decider.LOTS: message("lots")}
_POINTS = messages("{count:word} point for a win", "{count:word} points for a win")
_POINTS_PER_MATCH = messages(
    "{count:word} point for a win, ranked by points per match", "{count:word} points for a win, ranked by points per match"
)


def rules_told(read: Memo, edition: Edition) -> str:
    """``By the rule book of Serie A: three points for a win; …`` Empty for a season without a table and a tie.

    Where there is no table since one team's matches alone are known, that is said.
    """
    words = questions.words_of(read)
    parts = seasons.stages_of(read, edition)
    stages = parts.stages
    tables = [stage.rules for stage in stages if stage.table]
    ties = [stage.rules for stage in stages if stage.bracket]
    said = [*(_of_table(tables[0], words) if tables else []), *([_of_ties(ties[-1], words)] if ties else [])]
    ruled = _by(read, edition, "; ".join(said), words) if said else ""
    if not parts.alone:
        return ruled
    team = questions.team_name(read, parts.alone, None)
    lone = words("There is no table, since of this season only matches of {team} are told here.", team=team)
    return f"{lone} {ruled}".rstrip()


def _by(read: Memo, edition: Edition, rules: str, words: Words) -> str:
    book = read.find(model.RULE_BOOKS, edition.competition)
    if book is None or not book.says_rules:
        name = questions.competition(read, edition.competition).name
        return words("The rules of {competition} are not known here. Assumed: {rules}.", competition=name, rules=rules)
    if rule_book(book.name) is None:
        return words("By the rules that this site gives for {competition}: {rules}.", competition=book.name, rules=rules)
    if book.additions:
        return words(
            "By the rule book of {competition} and what this site adds to it: {rules}.", competition=book.name, rules=rules
        )
    return words("By the rule book of {competition}: {rules}.", competition=book.name, rules=rules)


def _of_table(rules: Rules, words: Words) -> list[str]:
    """How points are given, and what ranks teams level on them."""
    told = [words.plural(*(_POINTS_PER_MATCH if rules.points.per_match else _POINTS), rules.points.win)]
    ranking = ", ".join(step_words(step, words) for step in rules.rank if step not in {Criterion.POINTS, Criterion.SHARED})
    if ranking and Criterion.SHARED in rules.rank:
        told.append(words("teams level on points are ranked by {criteria}, then they share their place", criteria=ranking))
    elif ranking:
        told.append(words("teams level on points are ranked by {criteria}", criteria=ranking))
    return told


def _of_ties(rules: Rules, words: Words) -> str:
    """What decides ties that are level."""
    ways = _in_turn([words(way) for way in _deciders(rules.ties)], words)
    if rules.round_ties:
        return words("level ties are decided by {ways}, some rounds by rules of their own", ways=ways)
    return words("level ties are decided by {ways}", ways=ways)


def _in_turn(ways: Sequence[str], words: Words) -> str:
    if len(ways) < 2:
        return "".join(ways)
    return words("{ways}, then {last}", ways=_in_turn(ways[:-1], words), last=ways[-1])


def _deciders(ties: TieRules) -> Iterator[str]:
    if ties.away_goals in {AwayGoals.NINETY, AwayGoals.EXTRA_TIME}:
        yield _AWAY_GOALS
    if ties.extra_time in _EXTRA_TIME:
        yield _EXTRA_TIME[ties.extra_time]
    if ties.away_goals is AwayGoals.AFTER_EXTRA_TIME:
        yield _AWAY_GOALS
    yield from (_THEN[decider] for decider in ties.then)
