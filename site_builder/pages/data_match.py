"""The open data of a match, made from everything that its sources say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from site_builder.content.model import Publication
from site_builder.football.bracket import BracketTie
from site_builder.football.model import BySide, Card, GoalEvent, Happenings, Kick, Match, Minute, Score, Stat, Substitution
from site_builder.football.model import Side as Which
from site_builder.football.tallies import counts
from site_builder.football.ties import Tie
from site_builder.incremental.memo import Memo
from site_builder.pages.course import cards_of
from site_builder.pages.data_values import (
    Booking,
    Change,
    Citation,
    Corrected,
    Goal,
    LineUps,
    MatchData,
    Measure,
    Named,
    Number,
    Pair,
    PenaltyKick,
    Rating,
    Side,
    Squad,
    Written,
)
from site_builder.pages.keys import PageKey
from site_builder.pages.wording import clock
from site_builder.site import model, questions
from site_builder.site.seasons import entry_of, stage_of

_LATE = Minute(999)
_WHOLE = re.compile(r"[0-9]{1,15}")
_DECIMAL = re.compile(r"[0-9]{1,15}\.[0-9]{1,15}")


def match_data(read: Memo, key: PageKey) -> MatchData:
    """The document beside a match's page."""
    match = questions.match_of(read, key.about)
    assert match.date, "only dated matches have pages"
    happened = match.happenings
    stage, entry = stage_of(read, match), entry_of(read, match)
    report = read.find(model.REPORTS, match.id)
    return MatchData(
        id=match.id,
        competition=questions.competition(read, match.competition).name,
        competition_slug=match.competition,
        season=match.season.text,
        stage=stage.name if stage else "",
        round=match.stage.round or "",
        group=match.stage.group or "",
        matchday=match.stage.matchday,
        leg=match.stage.leg,
        date=match.date,
        time=clock(match.time),
        kick_off=match.kick_off,
        home=Side(questions.team_name(read, match.home, match.date), match.home),
        away=Side(questions.team_name(read, match.away, match.date), match.away),
        status=match.status.value,
        score=_pair(match.result.score if match.result else None),
        half_time=_pair(match.result.half_time if match.result else None),
        full_time=_pair(match.result.full_time if match.result else None),
        extra_time=_word(match.result.extra_time if match.result else None),
        shootout=_pair(match.result.shootout if match.result else None),
        aggregate=_aggregate(match, entry.tie if entry else None),
        played_score=_pair(match.played),
        winner=_winner(match),
        went_through=_went_through(match, entry),
        goals=tuple(_goal(read, goal) for goal in sorted(happened.goals or (), key=_minute)),
        cards=tuple(_booking(read, card) for card in sorted(cards_of(match), key=_minute)),
        kicks=tuple(_kick(read, kick) for kick in happened.shootout),
        line_ups=_line_ups(read, happened),
        stats=tuple(map(_measure, happened.stats)),
        venue=Named(questions.venue_name(read, match.venue, match.date), match.venue) if match.venue else None,
        neutral=match.neutral,
        attendance=happened.attendance,
        closed_doors=happened.closed_doors,
        weather=happened.weather or "",
        referee=_person(read, happened.referee),
        assistants=_people(read, happened.assistants),
        player_of_the_match=_person(read, happened.player_of_the_match),
        ratings=tuple(Rating(_name(read, slug), slug, number_of(mark)) for slug, mark in happened.ratings),
        report=_written(read, report.publication) if report and questions.is_reported(read, match.id) else None,
        sources=tuple(Citation(source.text, source.url) for source in report.publication.sources) if report else (),
    )


def _aggregate(match: Match, tie: Tie | None) -> Pair | None:
    """The goals over two legs, told with the second one by its home side; None before both are over."""
    if tie is None or tie.aggregate is None or len(tie.legs) < 2 or match.id != tie.legs[-1].id or not all(map(counts, tie.legs)):
        return None
    return _pair(tie.aggregate if match.home == tie.home else tie.aggregate.swapped())


def _winner(match: Match) -> str:
    """The side that won, in the shoot-out if there was one; empty after a draw and where nothing counts."""
    if match.result is None or not counts(match):
        return ""
    return _word((match.result.shootout and match.result.shootout.leader) or match.result.score.leader)


def _went_through(match: Match, entry: BracketTie | None) -> str:
    """The side that a source says went through, else the one that the tie's last match took into the next round."""
    if match.winner or entry is None or match.id != entry.tie.matches[-1].id:
        return _word(match.winner)
    winner = entry.tie.winner or entry.went_on
    return _word(questions.side_of(match, winner)) if winner else ""


def _pair(score: Score | None) -> Pair | None:
    return (score.home, score.away) if score else None


def _word(value: StrEnum | None) -> str:
    """A value as open data names it, in one word: ``own_goal``."""
    return value.value.replace(" ", "_") if value else ""


def _minute(event: GoalEvent | Card | Substitution) -> Minute:
    return event.minute or _LATE


def _name(read: Memo, person: str) -> str:
    return questions.person(read, person).name


def _person(read: Memo, person: str | None) -> Named | None:
    return Named(_name(read, person), person) if person else None


def _people(read: Memo, people: Iterable[str]) -> tuple[Named, ...]:
    return tuple([Named(_name(read, person), person) for person in people])


def _goal(read: Memo, goal: GoalEvent) -> Goal:
    return Goal(
        side=goal.side.value,
        minute=goal.minute.base if goal.minute else None,
        added=goal.minute.added if goal.minute else 0,
        player=_name(read, goal.player),
        slug=goal.player,
        kind=_word(goal.kind),
        assist=_person(read, goal.assist),
    )


def _booking(read: Memo, card: Card) -> Booking:
    return Booking(
        side=card.side.value,
        minute=card.minute.base if card.minute else None,
        added=card.minute.added if card.minute else 0,
        player=_name(read, card.player),
        slug=card.player,
        colour=_word(card.colour),
    )


def _kick(read: Memo, kick: Kick) -> PenaltyKick:
    score = (kick.score.home, kick.score.away)
    return PenaltyKick(kick.side.value, _name(read, kick.player), kick.player, kick.scored, score, kick.note)


def _line_ups(read: Memo, happened: Happenings) -> LineUps | None:
    sides = BySide(_squad(read, happened, Which.HOME), _squad(read, happened, Which.AWAY))
    return LineUps(sides.home, sides.away) if sides.home or sides.away else None


def _squad(read: Memo, happened: Happenings, side: Which) -> Squad | None:
    """Who a side had; None where nothing is known of it."""
    line_up, bench, manager = happened.line_ups.of(side), happened.bench.of(side), happened.managers.of(side)
    formation = happened.formations.of(side) or (line_up.formation if line_up else None) or ""
    if line_up is None:
        known = formation or manager or bench
        return Squad(formation, _person(read, manager), bench=_people(read, bench)) if known else None
    return Squad(
        formation,
        _person(read, manager),
        _person(read, line_up.captain),
        tuple([_people(read, line) for line in line_up.lines]),
        tuple([_change(read, change) for change in sorted(line_up.substitutions, key=_minute)]),
        _people(read, bench),
    )


def _change(read: Memo, change: Substitution) -> Change:
    return Change(
        minute=change.minute.base if change.minute else None,
        added=change.minute.added if change.minute else 0,
        off=Named(_name(read, change.off), change.off),
        on=Named(_name(read, change.on), change.on),
    )


def _measure(stat: Stat) -> Measure:
    return Measure(stat.name, number_of(stat.home or ""), number_of(stat.away or ""))


def _written(read: Memo, publication: Publication) -> Written | None:
    """What a report says of itself, with the site's author where it names none; None where it says nothing."""
    told = Written(
        title=publication.title,
        author=publication.author or questions.settings(read).author,
        lang=publication.lang,
        updated=publication.updated.date if publication.updated else None,
        tags=publication.tags,
        corrections=tuple(Corrected(correction.date, correction.text) for correction in publication.corrections),
    )
    return None if told == Written() else told


def number_of(text: str) -> Number:
    """A plain number as a number, any other text as it is."""
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
