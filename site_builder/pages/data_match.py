"""The open data of a match, made from everything that its sources say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from site_builder.content.model import Publication
from site_builder.football.bracket import BracketTie
from site_builder.football.model import Card, GoalEvent, Happenings, Kick, LineUp, Match, Minute, Score, Stat, Substitution
from site_builder.football.tallies import counts, won_by
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
from site_builder.pages.links import author_names
from site_builder.pages.wording import clock
from site_builder.site import model, questions
from site_builder.site.seasons import place_of

_LATE = Minute(999)
_WHOLE = re.compile(r"[0-9]{1,15}")
_SAYS_NOTHING = Written()
_E = TypeVar("_E", GoalEvent, Card, Substitution)
_V = TypeVar("_V")
_DECIMAL = re.compile(r"[0-9]{1,15}\.[0-9]{1,15}")


def match_data(read: Memo, key: PageKey) -> MatchData:
    """The document beside a match's page."""
    match = questions.match_of(read, key.about)
    assert match.date, "only dated matches have pages"
    happened, result, part = match.happenings, match.result, match.stage
    place = place_of(read, match)
    stage, entry = place.stage, place.entry
    report = read.find(model.REPORTS, match.id)
    return MatchData(
        id=match.id,
        competition=questions.competition(read, match.competition).name,
        competition_slug=match.competition,
        season=match.season.text,
        stage=stage.name if stage else "",
        round=part.round or "",
        group=part.group or "",
        matchday=part.matchday,
        leg=part.leg,
        date=match.date,
        time=clock(match.time) if match.time else "",
        kick_off=match.kick_off,
        home=Side(questions.team_name(read, match.home, match.date), match.home),
        away=Side(questions.team_name(read, match.away, match.date), match.away),
        status=str(match.status),
        score=_pair(result.score) if result else None,
        half_time=_pair(result.half_time) if result else None,
        full_time=_pair(result.full_time) if result else None,
        extra_time=_word(result.extra_time) if result else "",
        shootout=_pair(result.shootout) if result else None,
        aggregate=_aggregate(match, entry.tie) if entry else None,
        played_score=_pair(match.played),
        winner=_word(won_by(match)),
        went_through=_went_through(match, entry) if entry or match.winner else "",
        goals=_in_order(_goal, read, happened.goals),
        cards=_in_order(_booking, read, cards_of(match)),
        kicks=tuple([_kick(read, kick) for kick in happened.shootout]),
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
        ratings=tuple([Rating(_name(read, slug), slug, number_of(mark)) for slug, mark in happened.ratings]),
        report=_written(read, report.publication) if report and questions.is_reported(read, match.id) else None,
        sources=tuple([Citation(source.text, source.url) for source in report.publication.sources]) if report else (),
    )


def _in_order(told: Callable[[Memo, _E], _V], read: Memo, events: Sequence[_E] | None) -> tuple[_V, ...]:
    """What is told of events, in the order of their minutes."""
    return tuple([told(read, event) for event in sorted(events, key=_minute)]) if events else ()


def _aggregate(match: Match, tie: Tie) -> Pair | None:
    """The goals over two legs, told with the second one by its home side; None before both are over."""
    if tie.aggregate is None or len(tie.legs) < 2 or match.id != tie.legs[-1].id or not all(map(counts, tie.legs)):
        return None
    return _pair(tie.aggregate if match.home == tie.home else tie.aggregate.swapped())


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
    return value.replace(" ", "_") if value else ""  # a plain text: `value.value` would take longer


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
        side=str(goal.side),
        minute=goal.minute.base if goal.minute else None,
        added=goal.minute.added if goal.minute else 0,
        player=_name(read, goal.player),
        slug=goal.player,
        kind=_word(goal.kind),
        assist=_person(read, goal.assist),
    )


def _booking(read: Memo, card: Card) -> Booking:
    return Booking(
        side=str(card.side),
        minute=card.minute.base if card.minute else None,
        added=card.minute.added if card.minute else 0,
        player=_name(read, card.player),
        slug=card.player,
        colour=_word(card.colour),
    )


def _kick(read: Memo, kick: Kick) -> PenaltyKick:
    score = (kick.score.home, kick.score.away)
    return PenaltyKick(str(kick.side), _name(read, kick.player), kick.player, kick.scored, score, kick.note)


def _line_ups(read: Memo, happened: Happenings) -> LineUps | None:
    line_ups, bench, managers, formations = happened.line_ups, happened.bench, happened.managers, happened.formations
    home = _squad(read, line_ups.home, bench.home, managers.home, formations.home)
    away = _squad(read, line_ups.away, bench.away, managers.away, formations.away)
    return LineUps(home, away) if home or away else None


def _squad(read: Memo, line_up: LineUp | None, bench: tuple[str, ...], manager: str | None, told: str | None) -> Squad | None:
    """Who a side had; None where nothing is known of it."""
    if not (line_up or bench or manager or told):
        return None
    formation = told or (line_up.formation if line_up else None) or ""
    if line_up is None:
        return Squad(formation, _person(read, manager), bench=_people(read, bench))
    return Squad(
        formation,
        _person(read, manager),
        _person(read, line_up.captain),
        tuple([_people(read, line) for line in line_up.lines]),
        _in_order(_change, read, line_up.substitutions),
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
    """What a report says of itself, with the site's author where it names nobody; None where it says nothing."""
    told = Written(
        title=publication.title,
        authors=author_names(read, publication.author),
        lang=publication.lang,
        updated=publication.updated.date if publication.updated else None,
        tags=publication.tags,
        corrections=tuple([Corrected(correction.date, correction.text) for correction in publication.corrections]),
    )
    return None if told == _SAYS_NOTHING else told


def number_of(text: str) -> Number:
    """A plain number as a number, any other text as it is."""
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
