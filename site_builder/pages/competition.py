"""A competition with its latest season, and each season on a page of its own."""

from __future__ import annotations

from operator import attrgetter

from site_builder.football.model import Season
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.pages.counts import season_counts
from site_builder.pages.keys import InSeason, PageKey
from site_builder.pages.links import competition_link, edition_link, link, meta_of, team_link
from site_builder.pages.parts import Fact, Link
from site_builder.pages.records import season_records
from site_builder.pages.rounds import by_round
from site_builder.pages.rows import by_day, is_open, row_of
from site_builder.pages.rules_told import rules_told
from site_builder.pages.stages import stage_views
from site_builder.pages.teasers import pieces_about
from site_builder.pages.text import NO_TEXT, text_of
from site_builder.pages.views import CompetitionSeasonView, CompetitionView, SeasonBody, SeasonLink
from site_builder.pages.wording import goals_counted, matches_counted
from site_builder.site import model, questions, seasons
from site_builder.site.model import Edition

NO_SEASON = SeasonBody("", (), (), (), 0, 0)


def competition_view(read: Memo, key: PageKey) -> CompetitionView:
    """A competition; a season that is not the latest is only linked."""
    slug = key.about
    name = questions.competition(read, slug).name
    file = read.find(model.COMPETITION_FILES, slug)
    held = questions.seasons_of_competition(read, slug)
    said = (file.publication.description or file.prose.excerpt) if file else ""
    country = file.country if file else ""
    words = questions.words_of(read)
    return CompetitionView(
        meta=meta_of(read, key, name, said or words("{name}: results and reports by season.", name=name), _crumb(read)),
        name=name,
        facts=(Fact(words("Country"), country),) if country else (),
        text=text_of(read, key, file) if file else NO_TEXT,
        seasons=tuple(_season_link(read, slug, season) for season in held),
        body=body_of(read, Edition(slug, held[0])) if held else NO_SEASON,
        teasers=pieces_about(read, key.address),
    )


def _crumb(read: Memo) -> Link:
    return link(read, questions.say(read, "Competitions"), "competitions")


def _season_link(read: Memo, slug: str, season: Season) -> SeasonLink:
    matches = questions.matches_of_edition(read, Edition(slug, season))
    return SeasonLink(edition_link(read, slug, season), matches_counted(questions.words_of(read), len(matches)))


def body_of(read: Memo, edition: Edition) -> SeasonBody:
    """What there is to show of a season; the latest season stands on two pages."""
    return read.recently(_body, edition)


def _body(read: Memo, edition: Edition) -> SeasonBody:
    ids = questions.matches_of_edition(read, edition)
    matches = [questions.match_of(read, i) for i in ids]
    over: list[str] = []
    coming: list[str] = []
    for match in matches:
        (coming if is_open(read, match) else over).append(match.id)
    teams = sorted({team for m in matches for team in (m.home, m.away)})
    scores = [match.result.score for match in matches if match.result and counts(match)]
    parts = seasons.stages_of(read, edition)
    return SeasonBody(
        season=edition.season.shown,
        rounds=by_round(read, over[::-1]),
        fixtures=by_day(read, coming),
        teams=tuple(sorted([team_link(read, team) for team in teams], key=attrgetter("text", "href"))),
        matches=len(scores),
        goals=sum(score.home + score.away for score in scores),
        rules=rules_told(read, edition),
        stages=stage_views(read, edition),
        unplaced=tuple([row_of(read, match.id) for match in parts.unplaced]),
        counts=season_counts(read, matches),
        records=season_records(read, matches),
    )


def competition_season_view(read: Memo, key: PageKey) -> CompetitionSeasonView:
    """One season of a competition."""
    slug, text = InSeason.parse(key.about)
    season = Season.parse(text)
    held = questions.seasons_of_competition(read, slug)
    at = held.index(season)
    name = competition_link(read, slug)
    body = body_of(read, Edition(slug, season))
    title = f"{name.text} {season.shown}"
    return CompetitionSeasonView(
        meta=meta_of(read, key, title, _summary(read, title, body), _crumb(read), name),
        competition=name,
        body=body,
        earlier=edition_link(read, slug, held[at + 1]) if at + 1 < len(held) else None,
        later=edition_link(read, slug, held[at - 1]) if at else None,
    )


def _summary(read: Memo, title: str, body: SeasonBody) -> str:
    words = questions.words_of(read)
    results = words.plural("{count} result", "{count} results", body.matches)
    return words("{title}: {results}, {goals}.", title=title, results=results, goals=goals_counted(words, body.goals))
