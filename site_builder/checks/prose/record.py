"""What is known of one match, as far as prose can be held against it: one frozen value, taken from the site.

Absent facts are None or empty: nothing can be said against them. Players are
slugs; a name that could mean several of them is a mention of any of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from site_builder.checks.prose.running import RunningGoal, running_goals
from site_builder.content.model import TeamFile
from site_builder.football.model import Match, Score, Side, Status
from site_builder.football.rounds import meaning_of
from site_builder.football.timeline import Timeline
from site_builder.incremental.memo import Memo
from site_builder.site import model, questions, seasons
from site_builder.site.names import other_names
from site_builder.site.people import people_named


class Person(Struct, frozen=True):
    """Somebody of the match; ``side`` is None for referees, ``plays`` is False for managers and referees."""

    slug: str
    name: str
    side: Side | None
    plays: bool = True


class Record(Struct, frozen=True):
    """The facts of a match.

    ``goals`` is None where the scorers are unknown or not all of them are told;
    ``told`` holds those that are. ``aggregate`` is told as the home team of this
    match tells it; ``through`` is who went on from the tie, or won it.
    ``others`` are the scores of the two teams' other meetings, either way round.
    """

    id: str
    home: str
    away: str
    day: date | None
    names: tuple[tuple[str, Side], ...]
    people: tuple[Person, ...]
    score: Score | None
    half_time: Score | None
    full_time: Score | None
    shootout: Score | None
    kicks: tuple[Score, ...]
    told: tuple[RunningGoal, ...]
    goals: tuple[RunningGoal, ...] | None
    aggregate: Score | None
    through: Side | None
    leg: int | None
    venue: str | None
    venue_names: tuple[str, ...]
    competition: str
    competition_name: str
    round: str
    is_neutral: bool
    others: tuple[Score, ...]

    def team(self, side: Side) -> str:
        """The name of one side as it is shown."""
        return next(name for name, own in self.names if own is side)

    def person(self, slug: str) -> Person:
        """One of the people by slug."""
        return next(person for person in self.people if person.slug == slug)


def record_of(read: Memo, match: Match) -> Record:
    """The facts of a match and of its tie."""
    result = match.result if match.status is not Status.AWARDED else None
    told, goals = running_goals(match)
    tie = seasons.tie_of(read, match) if match.status is not Status.SCHEDULED else None
    decided = tie is not None and tie.winner and match == Timeline(tie.matches).matches[-1]
    venue = match.venue
    return Record(
        id=match.id,
        home=match.home,
        away=match.away,
        day=match.date,
        names=tuple(_team_names(read, match)),
        people=tuple(_people(read, match)),
        score=match.played or (result.score if result else None),
        half_time=result.half_time if result else None,
        full_time=result.full_time if result else None,
        shootout=result.shootout if result else None,
        kicks=tuple(kick.score for kick in match.happenings.shootout),
        told=told,
        goals=goals,
        aggregate=_aggregate(match, tie.aggregate, tie.home) if tie and len(tie.legs) > 1 else None,
        through=questions.side_of(match, tie.winner) if tie and decided and tie.winner else _winner(match, known=tie is not None),
        leg=meaning_of(match.stage).leg,
        venue=venue,
        venue_names=tuple(_venue_names(read, venue, match.date)) if venue else (),
        competition=match.competition,
        competition_name=questions.competition(read, match.competition).name,
        round=meaning_of(match.stage).name,
        is_neutral=match.neutral,
        others=tuple(_other_scores(read, match)),
    )


def _winner(match: Match, *, known: bool) -> Side | None:
    """Who went through by the match's own word, where the season knows of no tie that went on otherwise."""
    shootout = match.result.shootout if match.result else None
    if match.winner:
        return match.winner
    return shootout.leader if shootout and not known else None


def _aggregate(match: Match, aggregate: Score | None, home: str) -> Score | None:
    return aggregate if aggregate is None or home == match.home else aggregate.swapped()


def _team_names(read: Memo, match: Match) -> Iterator[tuple[str, Side]]:
    for side, team in ((Side.HOME, match.home), (Side.AWAY, match.away)):
        yield questions.team_name(read, team, match.date), side
        yield read.get(model.TEAMS, team).name, side
        file = read.find(model.TEAM_FILES, team)
        if file:
            yield from ((name, side) for name in _of_file(file))


def _of_file(file: TeamFile) -> Iterator[str]:
    yield from other_names(file)
    yield from (name for name in (file.short, file.nickname) if name)


def _people(read: Memo, match: Match) -> Iterator[Person]:
    sides = {match.home: Side.HOME, match.away: Side.AWAY}
    managers = {match.happenings.managers.home, match.happenings.managers.away}
    seen = set()
    for slug, team in people_named(match.happenings, match.home, match.away):
        side = sides.get(team)
        if slug not in seen:
            seen.add(slug)
            yield Person(slug, questions.person(read, slug).name, side, side is not None and slug not in managers)


def _venue_names(read: Memo, venue: str, day: date | None) -> Iterator[str]:
    yield questions.venue_name(read, venue, day)
    yield read.get(model.VENUES, venue).name
    file = read.find(model.VENUE_FILES, venue)
    if file:
        yield from other_names(file)
        yield from (name for name in (file.city,) if name)


def _other_scores(read: Memo, match: Match) -> Iterator[Score]:
    for other in questions.meetings_of(read, match.home, match.away):
        if other != match.id:
            result = questions.match_of(read, other).result
            for score in (result.score, result.half_time) if result else ():
                if score:
                    yield from (score, score.swapped())
