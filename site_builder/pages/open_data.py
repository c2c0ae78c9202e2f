"""Open data: the same facts as on a page, for programs. One document beside each match, team and competition season.

`document_of` is what `kinds.view_of` is for pages; what it gives is written by
`rendering.open_data`. The match's document is made in `data_match`.

    document_of(read, PageKey("teams/atalanta", "team_data", "atalanta")).matches
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from urllib.parse import quote

from site_builder.content.model import TeamFile
from site_builder.football.model import Match, Season
from site_builder.football.scorers import ScorerLine, scorers
from site_builder.football.stages import SeasonStage
from site_builder.football.standings import TableRow
from site_builder.football.ties import Tie as FootballTie
from site_builder.incremental.memo import Memo
from site_builder.pages.data_match import match_data
from site_builder.pages.data_values import Document, FormerName, Row, Scorer, SeasonData, Stage, TeamData, TeamSeason, Tie
from site_builder.pages.keys import InSeason, PageKey
from site_builder.site import model, questions
from site_builder.site.model import Edition, Squad
from site_builder.site.references import static_of
from site_builder.site.seasons import matches_in, stages_of


def document_of(read: Memo, key: PageKey) -> Document:
    """What stands in a document."""
    return DOCUMENTS[key.kind](read, key)


def team_data(read: Memo, key: PageKey) -> TeamData:
    """The document beside a team's page."""
    team = key.about
    file = read.find(model.TEAM_FILES, team)
    facts = file or TeamFile("", "", _NOTHING.publication, _NOTHING.prose)
    matches = [questions.match_of(read, match) for match in questions.matches_of_team(read, team)]
    crest = static_of(read, facts.crest, facts.path) if facts.crest else None
    return TeamData(
        name=questions.team_name(read, team, None),
        slug=team,
        aliases=facts.aliases,
        names=tuple(FormerName(name.name, name.since) for name in facts.names),
        short=facts.short,
        code=facts.code,
        nickname=facts.nickname,
        founded=facts.founded,
        city=facts.city,
        country=facts.country,
        ground=facts.ground,
        colours=facts.colours,
        crest=quote(crest or ""),
        seasons=tuple(_team_season(read, team, season) for season in questions.seasons_of_team(read, team)),
        matches=_addresses(matches),
    )
