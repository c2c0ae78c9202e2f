"""Open data: the same facts as on a page, for programs. One document beside each match, team and competition season.

What views are for pages, values of `data_values` are here; `rendering.open_data`
writes them as JSON. The match's document is made in `data_match`.

    team_data(read, PageKey("teams/atalanta", "team_data", "atalanta")).matches
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from msgspec.structs import replace

from site_builder.content.model import TeamFile
from site_builder.football.bracket import Bracket, BracketTie
from site_builder.football.model import Match, Season
from site_builder.football.scorers import ScorerLine, scorers
from site_builder.football.stages import SeasonStage
from site_builder.football.standings import TableRow
from site_builder.incremental.memo import Memo
from site_builder.pages.data_values import FormerName, Row, Scorer, SeasonData, Stage, TeamData, TeamSeason, Tie
from site_builder.pages.keys import InSeason, PageKey
from site_builder.site import model, questions
from site_builder.site.model import Edition, Squad
from site_builder.site.references import static_of
from site_builder.site.seasons import matches_in, stages_of


def team_data(read: Memo, key: PageKey) -> TeamData:
    """The document beside a team's page."""
    team = key.about
    seasons = tuple(_team_season(read, team, season) for season in questions.seasons_of_team(read, team))
    matches = (questions.match_of(read, match) for match in questions.matches_of_team(read, team))
    known = TeamData(name=questions.team_name(read, team, None), slug=team, seasons=seasons, matches=_with_pages(matches))
    file = read.find(model.TEAM_FILES, team)
    return _with_facts(read, known, file) if file else known


def _team_season(read: Memo, team: str, season: Season) -> TeamSeason:
    matches = questions.matches_of_squad(read, Squad(team, season))
    competitions = sorted({questions.match_of(read, match).competition for match in matches})
    return TeamSeason(season.text, tuple(f"competitions/{competition}/{season.text}" for competition in competitions))


def _with_facts(read: Memo, known: TeamData, file: TeamFile) -> TeamData:
    """The document with what a team's own file says."""
    crest = static_of(read, file.crest, file.path) if file.crest else None
    return replace(
        known,
        aliases=file.aliases,
        names=tuple(FormerName(name.name, name.since) for name in file.names),
        short=file.short,
        code=file.code,
        nickname=file.nickname,
        founded=file.founded,
        city=file.city,
        country=file.country,
        ground=file.ground,
        colours=file.colours,
        crest=quote(crest or ""),
    )


def _with_pages(matches: Iterable[Match]) -> tuple[str, ...]:
    """The addresses of matches; those without a date have no page."""
    return tuple(match.id for match in matches if match.date)


def season_data(read: Memo, key: PageKey) -> SeasonData:
    """The document beside the page of a competition's season. Teams bear the name of the season's last day."""
    slug, text = InSeason.parse(key.about)
    edition = Edition(slug, Season.parse(text))
    matches = matches_in(read, edition)
    names = _Names(read, max((match.date for match in matches if match.date), default=None))
    return SeasonData(
        competition=questions.competition(read, slug).name,
        season=text,
        stages=tuple(names.stage(stage) for stage in stages_of(read, edition).stages),
        scorers=tuple(names.scorer(line) for line in scorers(matches).lines),
        matches=_with_pages(matches),
    )


def _entries(bracket: Bracket) -> tuple[BracketTie, ...]:
    """All ties of a bracket by round, the one for third place before the final."""
    before, last = bracket.rounds[:-1], bracket.rounds[-1:]
    third = (BracketTie(bracket.third_place),) if bracket.third_place else ()
    return (*(e for found in before for e in found.ties), *third, *(e for found in last for e in found.ties))


class _Names:
    """Puts the names of a day into what football says of a season."""

    def __init__(self, read: Memo, day: date | None) -> None:
        self.read = read
        self.day = day

    def team(self, slug: str) -> str:
        return questions.team_name(self.read, slug, self.day)

    def stage(self, stage: SeasonStage) -> Stage:
        table = tuple(self.row(row) for row in stage.table.rows) if stage.table else None
        played = tuple(self.tie(entry) for entry in _entries(stage.bracket)) if stage.bracket else None
        return Stage(stage.name, stage.type, table, played)

    def row(self, row: TableRow) -> Row:
        return Row(
            position=row.position,
            team=self.team(row.team),
            slug=row.team,
            played=row.played,
            won=row.won,
            drawn=row.drawn,
            lost=row.lost,
            goals_for=row.goals_for,
            goals_against=row.goals_against,
            goal_difference=row.goal_difference,
            points=row.points,
            decided_by=row.decided_by or "",
            adjustment=row.adjustment,
        )

    def tie(self, entry: BracketTie) -> Tie:
        """A tie; of one that nothing decides no winner is told, but who plays in a later round."""
        tie = entry.tie
        return Tie(
            round=tie.round.name,
            home=self.team(tie.home),
            away=self.team(tie.away),
            legs=_with_pages(tie.matches),
            aggregate=(tie.aggregate.home, tie.aggregate.away) if tie.aggregate else None,
            winner=self.team(tie.winner) if tie.winner else "",
            won_on=tie.won_on.value if tie.won_on else "",
            went_on=self.team(entry.went_on) if entry.went_on and not tie.winner else "",
        )

    def scorer(self, line: ScorerLine) -> Scorer:
        return Scorer(questions.person(self.read, line.player).name, self.team(line.team), line.goals, line.penalties)
