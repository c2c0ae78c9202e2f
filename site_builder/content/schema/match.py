"""The front matter of a match report."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, JsonValue, Tag

from site_builder.content.model import MatchFacts
from site_builder.content.schema.base import Reads, ReadsWithOthers, tag
from site_builder.content.schema.by_side import (
    ENTRY,
    TEXT,
    GoalEntry,
    Kicks,
    SideBenches,
    SideCards,
    SideFormations,
    SideGoals,
    SideLineUps,
    SideManagers,
    StatPair,
    form_of_goal,
)
from site_builder.content.schema.common import PageModel
from site_builder.content.schema.faults import fault, of_shorthand, text_of
from site_builder.content.schema.shorthands import ReportType, read_plain_score, read_score, read_side, read_status, read_type
from site_builder.content.schema.value_types import (
    Attendance,
    CompetitionName,
    Flag,
    Line,
    Moment,
    Name,
    Names,
    Ordinal,
    RatingText,
    SeasonText,
    TeamName,
)
from site_builder.content.schema.words import as_list
from site_builder.content.shorthand import ScoreLine, ShorthandError, parse_goals_both
from site_builder.football.model import CLOSED_DOORS, BySide, GoalEvent, Happenings, Result, Score, Side, Stage, Stat, Status

_TEXT: Final = {"type": "string", "minLength": 1}
_BY_SIDE: Final = tag(SideGoals.called)
_LIST: Final = tag("list")


def _read_goals(value: object, others: dict[str, Any]) -> tuple[GoalEvent, ...]:
    """Goals of both sides; where no ``;`` parts them, the score tells whose they are."""
    line, played = others.get("score"), others.get("played_score")
    score = played or (line.score if isinstance(line, ScoreLine) else None)
    try:
        return parse_goals_both(text_of(value), score)
    except ShorthandError as error:
        raise of_shorthand("unreadable-goals", error) from None


def _sided(entry: GoalEntry) -> GoalEntry:
    if entry.side is None:
        raise fault("missing-key", "a goal in a list of both sides needs `side`", "Add `side: home` or `side: away`.")
    return entry


def _form_of_goals(value: object) -> str:
    return _BY_SIDE if isinstance(value, dict | SideGoals) else _LIST


def _without_absent(value: object) -> object:
    return {key: item for key, item in value.items() if item is not None} if isinstance(value, dict) else value


def _players_of_both(value: object) -> object:
    """Ratings by player; those under ``home:`` and ``away:`` too."""
    if not isinstance(value, dict) or not set(value) <= {"home", "away"}:
        return _without_absent(value)
    sides = [side for side in value.values() if isinstance(side, dict)]
    return _without_absent({player: rating for side in sides for player, rating in side.items()})


FullScore = Annotated[ScoreLine, Reads(read_score, _TEXT)]
PlainScore = Annotated[Score, Reads(read_plain_score, _TEXT)]
StatusWord = Annotated[Status, Reads(read_status, {"enum": list(Status)})]
SideWord = Annotated[Side, Reads(read_side, {"enum": list(Side)})]
TypeWord = Annotated[ReportType, Reads(read_type, {"enum": list(ReportType)})]
BothGoals = Annotated[tuple[GoalEvent, ...], ReadsWithOthers(_read_goals, _TEXT)]
_Sided = Annotated[GoalEntry, AfterValidator(_sided)]
GoalList = Annotated[
    tuple[Annotated[Annotated[BothGoals, Tag(TEXT)] | Annotated[_Sided, Tag(ENTRY)], Discriminator(form_of_goal)], ...],
    BeforeValidator(as_list, json_schema_input_type=str | list[str | GoalEntry]),
]
Goals = Annotated[
    Annotated[SideGoals, Tag(_BY_SIDE)] | Annotated[GoalList, Tag(_LIST)],
    Discriminator(_form_of_goals),
]
Stats = Annotated[dict[Line, StatPair], BeforeValidator(_without_absent)]
Ratings = Annotated[dict[Line, RatingText], BeforeValidator(_players_of_both)]


# An empty mapping as the default itself would be copied in depth for each report.
_NONE: Final[dict[str, JsonValue]] = {"default": {}}


class MatchModel(PageModel):
    """All keys of a match report."""

    called: ClassVar[str] = "a match report"
    due: ClassVar[tuple[str, ...]] = ("date",)

    title: Line = Field("", description="The headline; without it the result is the title.")
    type: TypeWord = Field(ReportType.REPORT, description="report, or preview where the match is still to come.")
    date: Moment | None = Field(None, description="The day, or the local kick-off time: 2021-02-10 20:45.")
    competition: CompetitionName = Field(description="The competition.")
    season: SeasonText | None = Field(None, description="2020-21, or 2026; optional where the date tells it.")
    round: Name | None = Field(None, description="The round: Semi-finals.")
    matchday: Ordinal | None = Field(None, description="The matchday of a league.")
    group: Name | None = Field(None, description="The group of a tournament.")
    leg: Ordinal | None = Field(None, description="1 or 2 in a tie over two matches.")
    home: TeamName = Field(description="The home team.")
    away: TeamName = Field(description="The away team.")
    score: FullScore | None = Field(None, description="3-1 · 3-2 aet · 1-1 aet, 4-2 pens; without it this is a fixture.")
    half_time: PlainScore | None = Field(None, description="The score at half-time.")
    full_time: PlainScore | None = Field(None, description="The score after 90 minutes, where extra time was played.")
    played_score: PlainScore | None = Field(None, description="What happened on the pitch, where the match was awarded.")
    status: StatusWord | None = Field(None, description="Where it does not follow from the score.")
    winner: SideWord | None = Field(None, description="Who went through, where the score does not say so.")
    neutral: Flag | None = Field(None, description="Whether the ground was neutral.")
    goals: Goals | None = Field(None, description="Scorers by side, as text or as a list.")
    cards: SideCards | None = Field(None, description="Cards by side: Toloi 31' (Y).")
    lineups: SideLineUps | None = Field(None, description="Line-ups by side, goalkeeper first.")
    bench: SideBenches | None = Field(None, description="Substitutes by side.")
    managers: SideManagers | None = Field(None, description="Managers by side.")
    formation: SideFormations | None = Field(None, description="Formations by side.")
    shootout: Kicks = Field((), description="Kicks in order: 1-0 Messi, 1-0 Coman (saved), …")
    stats: Stats = Field(
        default_factory=dict, json_schema_extra=_NONE, description="Measures of both sides, home first: shots: 19-9."
    )
    venue: Name | None = Field(None, description="The ground.")
    referee: Name | None = Field(None, description="The referee.")
    assistants: Names = Field((), description="The assistant referees.")
    attendance: Attendance | None = Field(None, description="A number, or the words closed doors.")
    weather: Name | None = Field(None, description="The weather.")
    player_of_the_match: Name | None = Field(None, description="The best player.")
    ratings: Ratings = Field(default_factory=dict, json_schema_extra=_NONE, description="Marks for players by name.")

    def facts(self, status: Status) -> MatchFacts:
        """What the report says about the match, as the rest of the program knows it."""
        return MatchFacts(
            competition=self.competition,
            home=self.home,
            away=self.away,
            when=self.date,
            season=self.season,
            stage=Stage(self.round, self.matchday, self.group, self.leg),
            type=str(self.type),
            status=status,
            result=self.result(),
            played_score=self.played_score,
            winner=self.winner,
            neutral=self.neutral,
            venue=self.venue,
            happenings=self._happenings(),
        )

    def result(self) -> Result | None:
        """How the match ended, None where there is no score."""
        if self.score is None:
            return None
        return Result(self.score.score, self.half_time, self.full_time, self.score.extra_time, self.score.shootout)

    def _goals(self) -> tuple[GoalEvent, ...] | None:
        if self.goals is None or isinstance(self.goals, SideGoals):
            return self.goals.value() if self.goals else None
        return tuple(goal for item in self.goals for goal in (item if isinstance(item, tuple) else item.values()))

    def _happenings(self) -> Happenings:
        return Happenings(
            goals=self._goals(),
            cards=self.cards.value() if self.cards else (),
            line_ups=self.lineups.value() if self.lineups else BySide(None, None),
            bench=BySide(self.bench.home, self.bench.away) if self.bench else BySide((), ()),
            managers=BySide(self.managers.home, self.managers.away) if self.managers else BySide(None, None),
            formations=BySide(self.formation.home, self.formation.away) if self.formation else BySide(None, None),
            shootout=self.shootout,
            stats=tuple(Stat(name, *pair) for name, pair in self.stats.items()),
            referee=self.referee,
            assistants=self.assistants,
            attendance=self.attendance if isinstance(self.attendance, int) else None,
            closed_doors=self.attendance == CLOSED_DOORS,
            weather=self.weather,
            player_of_the_match=self.player_of_the_match,
            ratings=tuple(self.ratings.items()),
        )
