"""What follows a match in Football.TXT: goals, line-ups, cards, shoot-outs, referees, attendance.

Each function takes the facts so far and a block, and gives the facts with what
the block tells. Problems go to the list in `Details`; what a broken block
holds is left out. Goals have to add up with the score (in open data they
always do); all other arithmetic is `consistency`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.content.football_txt_match import whole_number
from site_builder.content.football_txt_source import Block
from site_builder.content.model import MatchFacts
from site_builder.content.results_checks import Spots
from site_builder.content.results_titles import official_name, team_name
from site_builder.content.shorthand import (
    ShorthandError,
    parse_goals,
    parse_goals_both,
    parse_kicks,
    parse_line_up,
    title_cased,
)
from site_builder.football.model import (
    BySide,
    Card,
    CardColour,
    GoalEvent,
    Happenings,
    LineUp,
    Minute,
    Result,
    Side,
    Status,
)
from site_builder.problems import Problem, warning

_PROPERTY = re.compile(r"([^:()\[\]]{1,60}?)\s*:(?=\s|$)\s*")
_COACH = re.compile(r";\s*(?:coach|trainer|manager)\s*:\s*", re.IGNORECASE)
T = TypeVar("T")
_LAST_MINUTE = 120
_COLOURS = {
    "yellow cards": CardColour.YELLOW,
    "yellow card": CardColour.YELLOW,
    "red cards": CardColour.RED,
    "red card": CardColour.RED,
    "sent off": CardColour.RED,
    "yellow-red cards": CardColour.SECOND_YELLOW,
}
_SHOOTOUT = {"penalties", "penalty shootout", "penalty shoot-out", "shootout", "shoot-out"}
_REFEREES = {"refs", "ref", "referee", "referees"}
_ATTENDANCE = {"att", "attn", "attendance"}


class Named(Struct, frozen=True):
    """A line that starts with a name and a colon: ``key`` in lower case, the offset of what follows."""

    key: str
    start: int


class Details(Struct):
    """Reads what follows matches in one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    spots: Spots = field(default_factory=dict)
    """Where the match at hand is told of: a new one for each match."""

    def goals(self, facts: MatchFacts, block: Block, start: int = 0) -> MatchFacts:
        """The facts with the goals of ``(Wirtz 10' Havertz 45+1' (pen.); Rüdiger 87' (o.g.))``; they have to add up."""
        if facts.result is None:
            self._wrong(
                "goals-without-score", block, "goals are given for a match without a score", "Write the score on its line."
            )
            return facts
        if facts.happenings.goals is not None:
            self._wrong("goals-twice", block, f"goals of {_match(facts)} are given twice", "Keep one of the blocks.")
            return facts
        try:
            goals = parse_goals_both(block.text[start:], facts.result.score)
        except ShorthandError as error:
            self._shorthand(block, error, start)
            return facts
        known = tuple(_spelt_goal(goal, facts.result) for goal in goals)
        self.spots["goals",] = block.place(self.path)
        return self._added_up(replace(facts, happenings=replace(facts.happenings, goals=known)), block)

    def _added_up(self, facts: MatchFacts, block: Block) -> MatchFacts:
        assert facts.result
        goals = facts.happenings.goals or ()
        counted = tuple(sum(goal.side is side for goal in goals) for side in Side)
        score = facts.result.score
        if counted == (score.home, score.away):
            return facts
        if facts.status is Status.AWARDED:
            return replace(facts, played_score=type(score)(*counted))
        said = f"the goals of {_match(facts)} make {counted[0]}–{counted[1]}, its score is {score.text}"
        fix = "Mend the score or the goals; a `;` parts home from away, own goals stand under the side that benefits."
        self._wrong("goals-and-score", block, said, fix)
        return replace(facts, happenings=replace(facts.happenings, goals=None))

    def named(self, block_start: str, facts: MatchFacts | None) -> Named | None:
        """What a line is about if it starts with a known word or one of the match's teams, and a colon."""
        found = _PROPERTY.match(block_start)
        if not found:
            return None
        key = found[1].strip().lower()
        teams = {_plain(facts.home), _plain(facts.away)} if facts else set()
        known = key in _READERS or key in _COLOURS or _plain(team_name(found[1])) in teams
        return Named(key if key in _READERS or key in _COLOURS else team_name(found[1]), found.end()) if known else None

    def tell(self, facts: MatchFacts, named: Named, block: Block) -> MatchFacts:
        """The facts with what a named block says."""
        if named.key in _COLOURS:
            return self._cards(facts, named, block)
        if named.key in _READERS:
            return _READERS[named.key](self, facts, block, named.start)
        return self._line_up(facts, named, block)

    def _line_up(self, facts: MatchFacts, named: Named, block: Block) -> MatchFacts:
        side = Side.HOME if _plain(named.key) == _plain(facts.home) else Side.AWAY
        if facts.happenings.line_ups.of(side):
            self._wrong("line-up-twice", block, f"the line-up of {named.key} is given twice", "Keep one of them.")
            return facts
        text = block.text[named.start :]
        coach = _COACH.search(text)
        try:
            line_up = parse_line_up(text[: coach.start()] if coach else text, side)
        except ShorthandError as error:
            self._shorthand(block, error, named.start)
            return facts
        self.spots["lineups", str(side)] = block.place(self.path)
        happenings = facts.happenings
        happenings = replace(
            happenings,
            line_ups=_with(happenings.line_ups, side, _spelt(line_up, facts.result)),
            managers=_with(happenings.managers, side, official_name(text[coach.end() :]) if coach else None),
        )
        return replace(facts, happenings=happenings)

    def _cards(self, facts: MatchFacts, named: Named, block: Block) -> MatchFacts:
        """``Yellow cards: A 54', B 77'; C 65'``; without a ``;`` the line-ups tell the sides."""
        text = block.text[named.start :]
        try:
            events = parse_goals_both(text) if ";" in text else parse_goals(text, Side.HOME)
        except ShorthandError as error:
            self._shorthand(block, error, named.start)
            return facts
        cards = list(facts.happenings.cards)
        for event in events:
            player = title_cased(event.player)
            side = event.side if ";" in text else _side_of(player, facts.happenings)
            if side is None:
                said = f"the card of {player} does not say which side it belongs to"
                fix = "Put a `;` between the cards of the home side and those of the away side."
                self.problems.append(warning("card-without-side", block.place(self.path, named.start), said, fix))
            else:
                cards.append(Card(side, player, _COLOURS[named.key], _minute(event.minute, facts.result)))
        return replace(facts, happenings=replace(facts.happenings, cards=tuple(cards)))

    def kicks(self, facts: MatchFacts, block: Block, start: int) -> MatchFacts:
        """The facts with a shoot-out kick by kick."""
        try:
            kicks = parse_kicks(block.text[start:])
        except ShorthandError as error:
            self._shorthand(block, error, start)
            return facts
        self.spots["shootout",] = block.place(self.path)
        kicks = tuple(replace(kick, player=title_cased(kick.player)) for kick in kicks)
        return replace(facts, happenings=replace(facts.happenings, shootout=kicks))

    def referees(self, facts: MatchFacts, block: Block, start: int) -> MatchFacts:
        """The facts with the referee and the assistants after him."""
        names = [official_name(name) for name in block.text[start:].split(",") if name.strip()]
        if not names:
            self._wrong("bad-detail", block, "the referee's name is missing", "Write it, or remove the line.")
            return facts
        return replace(facts, happenings=replace(facts.happenings, referee=names[0], assistants=tuple(names[1:])))

    def attendance(self, facts: MatchFacts, block: Block, start: int) -> MatchFacts:
        """The facts with the number of people who watched."""
        attendance = whole_number(block.text[start:].strip())
        if attendance is None:
            self._wrong("bad-detail", block, "the attendance is not a number", "Write it as `Att: 67372`.")
            return facts
        return replace(facts, happenings=replace(facts.happenings, attendance=attendance))

    def _wrong(self, code: str, block: Block, message: str, fix: str) -> None:
        self.problems.append(Problem(code, block.place(self.path), message, fix))

    def _shorthand(self, block: Block, error: ShorthandError, start: int) -> None:
        self.problems.append(Problem("bad-shorthand", block.of(error, self.path, start), error.message, error.fix))


_Reader = Callable[[Details, MatchFacts, Block, int], MatchFacts]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(_SHOOTOUT, Details.kicks),
    **dict.fromkeys(_REFEREES, Details.referees),
    **dict.fromkeys(_ATTENDANCE, Details.attendance),
    "goals": Details.goals,
}


def _minute(minute: Minute | None, result: Result | None) -> Minute | None:
    """A minute as football counts it: in a match with extra time, 125' is 120+5'."""
    if minute is None or minute.base <= _LAST_MINUTE or not (result and result.extra_time):
        return minute
    return Minute(_LAST_MINUTE, minute.base - _LAST_MINUTE + minute.added)


def _spelt_goal(goal: GoalEvent, result: Result) -> GoalEvent:
    assist = title_cased(goal.assist) if goal.assist else None
    return replace(goal, player=title_cased(goal.player), assist=assist, minute=_minute(goal.minute, result))


def _spelt(line_up: LineUp, result: Result | None) -> LineUp:
    """The line-up with names and minutes as all readers give them."""
    changes = tuple(
        replace(one, off=title_cased(one.off), on=title_cased(one.on), minute=_minute(one.minute, result))
        for one in line_up.substitutions
    )
    cards = tuple(replace(one, player=title_cased(one.player), minute=_minute(one.minute, result)) for one in line_up.cards)
    lines = tuple(tuple(title_cased(name) for name in line) for line in line_up.lines)
    return LineUp(lines, changes, title_cased(line_up.captain) if line_up.captain else None, cards)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _match(facts: MatchFacts) -> str:
    return f"{facts.home} v {facts.away}"


def _with(both: BySide[T | None], side: Side, value: T | None) -> BySide[T | None]:
    return BySide(value, both.away) if side is Side.HOME else BySide(both.home, value)


def _side_of(player: str, happenings: Happenings) -> Side | None:
    """The side in whose line-up a player, or a player of that surname, stands."""
    sides = []
    for side in Side:
        line_up = happenings.line_ups.of(side)
        names = (*line_up.starters, *(change.on for change in line_up.substitutions)) if line_up else ()
        if any(name == player or name.endswith(f" {player}") or player.endswith(f" {name}") for name in names):
            sides.append(side)
    return sides[0] if len(sides) == 1 else None
