"""A team, and each of its seasons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from site_builder.content.model import NameFrom, TeamFile
from site_builder.football.model import Match, Season
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words
from site_builder.pages.counts import team_counts
from site_builder.pages.form_strips import form_now
from site_builder.pages.head_to_head import rivals_of
from site_builder.pages.json_ld import team_node
from site_builder.pages.keys import InSeason, PageKey
from site_builder.pages.links import link, meta_of, team_mark
from site_builder.pages.parts import Fact, Link
from site_builder.pages.pictures import shared_image
from site_builder.pages.records import team_records
from site_builder.pages.rows import by_competition, is_open, tally_of, team_row
from site_builder.pages.season_views import TableView
from site_builder.pages.tables import stage_name, table_around
from site_builder.pages.teasers import pieces_about
from site_builder.pages.text import NO_TEXT, text_of
from site_builder.pages.views import SeasonLink, TeamSeasonView, TeamView
from site_builder.pages.wording import matches_counted
from site_builder.site import model, questions
from site_builder.site.model import Squad
from site_builder.site.seasons import tables_of

FIXTURES = 5
RIVALS = 20


def team_view(read: Memo, key: PageKey) -> TeamView:
    """A team with its latest season; the older ones have pages of their own."""
    team = key.about
    file = read.find(model.TEAM_FILES, team)
    mark = team_mark(read, team)
    seasons = questions.seasons_of_team(read, team)
    season, played, coming = _latest(read, team, seasons)
    matches = _matches(read, questions.matches_of_squad(read, Squad(team, season)) if season else ())
    words = questions.words_of(read)
    every = _matches(read, questions.matches_of_team(read, team))
    held = matches_counted(words, len(every))
    said = _description(file) or words("{team}: results, fixtures and reports, {matches}.", team=mark.name, matches=held)
    nodes = [team_node(read, team)]
    return TeamView(
        meta=meta_of(read, key, mark.name, said, _crumb(read), image=shared_image(read, key, file), nodes=nodes),
        team=mark,
        facts=_facts(read, file),
        text=text_of(read, key, file) if file else NO_TEXT,
        seasons=tuple([_season_link(read, team, season) for season in seasons]),
        season=season.shown if season else "",
        tally=tally_of(matches, team),
        fixtures=tuple([team_row(read, match, team) for match in coming[:FIXTURES]]),
        results=by_competition([team_row(read, match, team) for match in reversed(played)]),
        counts=team_counts(read, matches, team),
        teasers=pieces_about(read, f"teams/{team}"),
        form=form_now(read, team),
        tables=_tables(read, Squad(team, season), matches) if season else (),
        records=team_records(read, team, every),
        rivals=rivals_of(read, team, every, RIVALS),
    )


def _latest(read: Memo, team: str, seasons: tuple[Season, ...]) -> tuple[Season | None, list[Match], list[Match]]:
    """The season shown, what is over of it, and all that is to come: in summer results are those of the season that ended."""
    ahead: list[Match] = []
    for season in seasons:
        played, coming = _split(read, _matches(read, questions.matches_of_squad(read, Squad(team, season))))
        ahead = [*coming, *ahead]
        if played:
            return season, played, ahead
    return (seasons[0] if seasons else None), [], ahead


def _split(read: Memo, matches: Iterable[Match]) -> tuple[list[Match], list[Match]]:
    """Matches that are over, and those still to come."""
    over: list[Match] = []
    coming: list[Match] = []
    for match in matches:
        (coming if is_open(read, match) else over).append(match)
    return over, coming


def _matches(read: Memo, ids: Iterable[str]) -> tuple[Match, ...]:
    return tuple([questions.match_of(read, match) for match in ids])


def _tables(read: Memo, squad: Squad, matches: Iterable[Match]) -> tuple[TableView, ...]:
    """The tables of a season that a team stands in, shortened around it, in the order of its matches."""
    competitions = dict.fromkeys([match.competition for match in matches])
    return tuple(
        [
            table_around(read, one.table, stage_name(read, one.competition, one.stage), (squad.team,))
            for one in tables_of(read, squad, competitions)
        ]
    )


def _description(file: TeamFile | None) -> str:
    return file.publication.description or file.prose.excerpt if file else ""


def _crumb(read: Memo) -> Link:
    return link(read, questions.say(read, "Teams"), "teams")


def _season_link(read: Memo, team: str, season: Season) -> SeasonLink:
    matches = questions.matches_of_squad(read, Squad(team, season))
    return SeasonLink(_season_way(read, team, season), matches_counted(questions.words_of(read), len(matches)))


def _season_way(read: Memo, team: str, season: Season) -> Link:
    return link(read, season.shown, f"teams/{team}/{season.text}")


def _facts(read: Memo, file: TeamFile | None) -> tuple[Fact, ...]:
    if file is None:
        return ()
    ground = read.find(model.BY_NAME, questions.name_key("venues", file.ground)) if file.ground else None
    words = questions.words_of(read)
    told = (
        Fact(words("Ground"), file.ground, link(read, "", ground).href if ground else ""),
        Fact(words("City"), ", ".join(part for part in (file.city, file.country) if part)),
        Fact(words("Founded"), file.founded),
        Fact(words("Nickname"), file.nickname),
        Fact(words("Names"), _names(file, words)),
    )
    return tuple(fact for fact in told if fact.value)


def _names(file: TeamFile, words: Words) -> str:
    """The names that a team has borne, oldest first, each until the next: ``Ambrosiana (until 1945), Inter (from 1945)``."""
    borne = sorted(file.names, key=lambda name: name.since or date.min)
    if {name.name for name in borne} <= {file.name}:
        return ""
    ends = (*(later.since for later in borne[1:]), None)
    return ", ".join(_borne(name, end, words) for name, end in zip(borne, ends, strict=True))


def _borne(name: NameFrom, end: date | None, words: Words) -> str:
    """A name with the years in which it was borne, as far as they are known."""
    first, last = (day and str(day.year) for day in (name.since, end))
    if first and last:
        return f"{name.name} ({first}–{last})"
    if first:
        return words("{name} (from {year})", name=name.name, year=first)
    return words("{name} (until {year})", name=name.name, year=last) if last else name.name


def team_season_view(read: Memo, key: PageKey) -> TeamSeasonView:
    """One season of a team: every match by competition, in order of time."""
    team, text = InSeason.parse(key.about)
    season = Season.parse(text)
    seasons = read.get(model.SEASONS_OF_TEAM, team)
    at = seasons.index(season)
    mark = team_mark(read, team)
    squad = Squad(team, season)
    matches = _matches(read, questions.matches_of_squad(read, squad))
    crumbs = (_crumb(read), Link(mark.name, mark.href))
    title = f"{mark.name} {season.shown}"
    return TeamSeasonView(
        meta=meta_of(read, key, title, f"{title}: {matches_counted(questions.words_of(read), len(matches))}.", *crumbs),
        team=mark,
        season=season.shown,
        tally=tally_of(matches, team),
        groups=by_competition([team_row(read, match, team) for match in matches]),
        counts=team_counts(read, matches, team),
        earlier=_season_way(read, team, seasons[at + 1]) if at + 1 < len(seasons) else None,
        later=_season_way(read, team, seasons[at - 1]) if at else None,
        tables=_tables(read, squad, matches),
    )
