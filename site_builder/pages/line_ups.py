"""Who played: line-ups with what happened to each player, the shoot-out kick by kick, the measures of both sides."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from site_builder.football.model import GoalKind, Kick, LineUp, Match, Side, Stat
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message
from site_builder.pages.course import cards_of
from site_builder.pages.links import person_link, team_mark
from site_builder.pages.match_view import Change, KickLine, PlayerLine, SideLineUp, StatLine
from site_builder.pages.measures import measure_words
from site_builder.site import questions


class _Course(Struct, frozen=True):
    """What happened to one side's players, by slug."""

    goals: Counter[str]
    own_goals: Counter[str]
    cards: dict[str, tuple[str, ...]]
    off: dict[str, str]
    on: dict[str, str]
    captain: str | None
    ratings: dict[str, str]


def line_up_of(read: Memo, match: Match, side: str) -> SideLineUp | None:
    """A side's line-up; None where the sources have neither line-up, bench nor manager."""
    which = Side.HOME if side == "home" else Side.AWAY
    happened = match.happenings
    line_up, bench, manager = happened.line_ups.of(which), happened.bench.of(which), happened.managers.of(which)
    if line_up is None and not bench and manager is None:
        return None
    course = _course(match, which, line_up)
    return SideLineUp(
        team=team_mark(read, match.home if which is Side.HOME else match.away, match.date),
        formation=happened.formations.of(which) or (line_up.formation if line_up else None) or "",
        lines=tuple(tuple(_player(read, p, course) for p in line) for line in line_up.lines) if line_up else (),
        changes=_changes(read, line_up, course),
        bench=tuple(person_link(read, player) for player in bench if player not in course.on),  # authors list who came on, too
        manager=person_link(read, manager) if manager else None,
    )


def _course(match: Match, side: Side, line_up: LineUp | None) -> _Course:
    goals: Counter[str] = Counter()
    own_goals: Counter[str] = Counter()
    for goal in match.happenings.goals or ():
        own = goal.kind is GoalKind.OWN_GOAL
        if (goal.side is side) is not own:
            (own_goals if own else goals)[goal.player] += 1
    cards: dict[str, tuple[str, ...]] = {}
    for card in cards_of(match):
        if card.side is side:
            cards[card.player] = (*cards.get(card.player, ()), card.colour.value)
    changes = line_up.substitutions if line_up else ()
    return _Course(
        goals,
        own_goals,
        cards,
        {c.off: c.minute.text if c.minute else "" for c in changes},
        {c.on: c.minute.text if c.minute else "" for c in changes},
        line_up.captain if line_up else None,
        dict(match.happenings.ratings),
    )


def _player(read: Memo, player: str, course: _Course) -> PlayerLine:
    linked = person_link(read, player)
    return PlayerLine(
        player=linked,
        surname=surname_of(linked.text),
        captain=player == course.captain,
        goals=course.goals[player],
        own_goals=course.own_goals[player],
        cards=course.cards.get(player, ()),
        on=course.on.get(player, ""),
        off=course.off.get(player, ""),
        replaced=player in course.off,
        rating=course.ratings.get(player, ""),
    )


_PARTICLES = frozenset("van de der den di da dos du el al la le von ter ten bin mac".split())


def surname_of(name: str) -> str:
    """The short form of a name for drawings: the last word, with the particles before it: ``De Bruyne`` of both his names."""
    words = name.split()
    start = len(words) - 1
    while start > 0 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])


def _changes(read: Memo, line_up: LineUp | None, course: _Course) -> tuple[Change, ...]:
    return tuple(
        Change(c.minute.text if c.minute else "", person_link(read, c.off), _player(read, c.on, course))
        for c in (line_up.substitutions if line_up else ())
    )


def kicks_of(read: Memo, match: Match) -> tuple[KickLine, ...]:
    """The shoot-out, kick by kick."""
    return tuple(
        KickLine(
            side=kick.side.value,
            player=person_link(read, kick.player),
            scored=kick.scored,
            outcome=_kick_words(questions.words_of(read), kick),
            score=kick.score.text,
        )
        for kick in match.happenings.shootout
    )


_MISSED = {
    "missed": message("missed"),
    "saved": message("saved"),
    "post": message("post"),
    "bar": message("bar"),
    "wide": message("wide"),
    "over": message("over"),
}


def _kick_words(words: Words, kick: Kick) -> str:
    """What became of a kick, in the site's language where it is one of the usual notes, else as written."""
    if kick.scored:
        return words("scored")
    note = kick.note or "missed"
    return words(_MISSED[note.lower()]) if note.lower() in _MISSED else note


def stat_lines(stats: tuple[Stat, ...], words: Words) -> tuple[StatLine, ...]:
    """Measures as written, with shares of the sum where both sides are plain numbers."""
    return tuple(_stat_line(stat, words) for stat in stats)


def _stat_line(stat: Stat, words: Words) -> StatLine:
    home, away = _number(stat.home), _number(stat.away)
    total = home + away if home is not None and away is not None else 0.0
    shares = (
        (round(100 * home / total, 1), round(100 * away / total, 1))
        if home is not None and away is not None and total
        else (None, None)
    )
    return StatLine(measure_words(stat.name, words), stat.home or "", stat.away or "", *shares)


def _number(text: str | None) -> float | None:
    try:
        return float(text.rstrip("%")) if text else None
    except ValueError:
        return None
