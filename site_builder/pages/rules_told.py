"""Which rules a season's tables and ties were made by, in a few words; rules that were only assumed are said to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from site_builder.football.rule_books import RuleBook
from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import AwayGoals, Criterion, Decider, ExtraTimeRule, Rules, TieRules
from site_builder.football.wording import points_in_words, rank_in_words
from site_builder.incremental.memo import Memo
from site_builder.site import model, questions, seasons
from site_builder.site.model import Edition

_EXTRA_TIME = {ExtraTimeRule.FULL: "extra time", ExtraTimeRule.GOLDEN: "a golden goal", ExtraTimeRule.SILVER: "a silver goal"}
_THEN = {Decider.SHOOTOUT: "penalties", Decider.REPLAY: "a replay", Decider.LOTS: "lots"}


def rules_told(read: Memo, edition: Edition) -> str:
    """``By the rule book of Serie A: three points for a win; …`` Empty for a season without a table and a tie."""
    stages = seasons.stages_of(read, edition).stages
    tables = [stage.rules for stage in stages if stage.table]
    ties = [stage.rules for stage in stages if stage.bracket]
    said = [*([_of_table(tables[0])] if tables else []), *([_of_ties(ties[-1])] if ties else [])]
    if not said:
        return ""
    told = "; ".join(said)
    return f"{_source(read, edition)}: {told}."


def _source(read: Memo, edition: Edition) -> str:
    book = read.find(model.RULE_BOOKS, edition.competition)
    if book is None:
        name = questions.competition(read, edition.competition).name
        return f"The rules of {name} are not known here. Assumed"
    return f"By {_named(book)}"


def _named(book: RuleBook) -> str:
    packaged = rule_book(book.name) is not None
    if not packaged:
        return f"the rules that this site gives for {book.name}"
    return f"the rule book of {book.name}" + (" and what this site adds to it" if book.additions else "")


def _of_table(rules: Rules) -> str:
    """How points are given, and what ranks teams level on them."""
    steps = tuple(step for step in rules.rank if step not in {Criterion.POINTS, Criterion.SHARED})
    shared = ", then they share their place" if Criterion.SHARED in rules.rank else ""
    ranked = f"; teams level on points are ranked by {rank_in_words(replace(rules, rank=steps))}{shared}" if steps else ""
    return points_in_words(rules) + ranked


def _of_ties(rules: Rules) -> str:
    """What decides ties that are level."""
    apart = ", some rounds by rules of their own" if rules.round_ties else ""
    return f"level ties are decided by {', then '.join(_deciders(rules.ties))}{apart}"


def _deciders(ties: TieRules) -> Iterator[str]:
    if ties.away_goals in {AwayGoals.NINETY, AwayGoals.EXTRA_TIME}:
        yield "away goals"
    if ties.extra_time in _EXTRA_TIME:
        yield _EXTRA_TIME[ties.extra_time]
    if ties.away_goals is AwayGoals.AFTER_EXTRA_TIME:
        yield "away goals"
    yield from (_THEN[decider] for decider in ties.then)
