"""The match page: the header with score and scorers, what happened, the report, who played, what is around it."""

from __future__ import annotations

from site_builder.content.model import MatchReport
from site_builder.content.slugs import slugify
from site_builder.football.bracket import BracketTie
from site_builder.football.model import Match, Season
from site_builder.football.tallies import won_by
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words
from site_builder.pages.brackets import tie_notes
from site_builder.pages.course import moments_of, red_cards, scorers_of_side
from site_builder.pages.head_to_head import head_to_head_link
from site_builder.pages.json_ld import match_nodes
from site_builder.pages.keys import PageKey
from site_builder.pages.line_ups import kicks_of, line_up_of, stat_lines
from site_builder.pages.links import competition_link, edition_link, link, meta_of, person_link, team_mark
from site_builder.pages.match_view import MatchView, Neighbour, ScoreLine
from site_builder.pages.meetings import latest, met_before
from site_builder.pages.parts import Fact, Link, PageMeta, TeamMark
from site_builder.pages.pictures import shared_image
from site_builder.pages.round_names import stage_words
from site_builder.pages.rows import row_of
from site_builder.pages.standing import standing_of
from site_builder.pages.teasers import teaser_of
from site_builder.pages.text import NO_TEXT, text_of
from site_builder.pages.wording import clock, day_of, fixture_words, score_notes
from site_builder.site import model, questions, seasons

MEETINGS = 6
_Way = tuple[Link, Link, Link]


def match_view(read: Memo, key: PageKey) -> MatchView:
    """The page of one match."""
    match = questions.match_of(read, key.about)
    report = read.find(model.REPORTS, key.about)
    preview = read.find(model.PREVIEWS, key.about)
    place = seasons.place_of(read, match)
    entry = place.entry
    met = met_before(read, match)
    line = _score_line(read, match, entry)
    local = questions.people_of(match)
    words = questions.words_of(read)
    way = read(_way_to, match.competition, match.season)
    return MatchView(
        meta=_meta(read, key, match, (report, line, way)),
        headline=report.publication.title if report else "",
        kicker=_kicker(match, way, words),
        day=day_of(match.date, words) if match.date else None,
        time=clock(match.time),
        line=line,
        facts=_facts(read, match),
        moments=moments_of(read, match),
        report=text_of(read, key, report, local) if report else NO_TEXT,
        preview=text_of(read, key, preview, local) if preview else None,
        home_line_up=line_up_of(read, match, "home"),
        away_line_up=line_up_of(read, match, "away"),
        shootout=kicks_of(read, match),
        stats=stat_lines(match.happenings.stats, words),
        other_legs=tuple([row_of(read, one.id) for one in entry.tie.matches if one.id != match.id]) if entry else (),
        meetings=tuple([row_of(read, one) for one in latest(read, met, MEETINGS)]),
        next_matches=_next_matches(read, match),
        related=tuple([teaser_of(read, a) for a in read.find(model.PIECES_OF_MATCH, match.id) or ()]),
        standing=standing_of(read, match, place, (_named(line.home), _named(line.away)), met),
        head_to_head=_every_meeting(read, match, line),
    )


def _every_meeting(read: Memo, match: Match, line: ScoreLine) -> Link | None:
    found = head_to_head_link(read, match.home, match.away, "")
    if found is None:
        return None
    return Link(questions.say(read, "{home} v {away}: every meeting", home=line.home.name, away=line.away.name), found.href)


def _named(team: TeamMark) -> Link:
    return Link(team.name, team.href)


def _way_to(read: Memo, competition: str, season: Season) -> _Way:
    """What leads to the matches of a season: all competitions, the competition, and its season."""
    all_ = link(read, questions.say(read, "Competitions"), "competitions")
    return all_, competition_link(read, competition), edition_link(read, competition, season)


def _meta(read: Memo, key: PageKey, match: Match, shown: tuple[MatchReport | None, ScoreLine, _Way]) -> PageMeta:
    """What the page says of itself; ``shown`` are the report, the score line and the way to the season."""
    report, line, way = shown
    words = questions.words_of(read)
    home, away = line.home.name, line.away.name
    title, description, lang = "", "", ""
    if report:
        publication = report.publication
        title, description, lang = publication.title, publication.description or report.prose.excerpt, publication.lang
    day = day_of(match.date, words) if match.date else None
    if not title or not description:
        fixture = fixture_words(words, home, away, line.score)
        title = title or fixture
        description = description or f"{fixture}: {way[1].text} {way[2].text}{f', {day.long}' if day else ''}."
    if day and _is_score(title, line):
        # Two teams meet again and again: without the day, tabs and search engines would show one title for two pages.
        title = f"{title}, {day.short}"
    image = shared_image(read, key, report)
    nodes = match_nodes(read, match, report, (home, away, way[1].text), (description, image.href if image else ""))
    return meta_of(read, key, title, description, *way, lang=lang, image=image, nodes=nodes)


def _is_score(title: str, line: ScoreLine) -> bool:
    """Whether a title says no more than who met and how it ended: ``Atalanta 3-1 Napoli``, ``Atalanta v Napoli``."""
    home, away = line.home.name, line.away.name
    if not title.startswith(home):
        return False
    said = (f"{home} {line.score} {away}", f"{home} {away} {line.score}", f"{home} v {away}", f"{home} {away}")
    return title.endswith((away, line.score)) and slugify(title) in map(slugify, said)


def _kicker(match: Match, way: _Way, words: Words) -> tuple[Link, ...]:
    """Competition, season, round and leg; the words of the stage lead to the season's page."""
    _, competition, season = way
    return competition, season, *[Link(text, season.href) for text in stage_words(match.stage, words)]


def _score_line(read: Memo, match: Match, entry: BracketTie | None) -> ScoreLine:
    home, away = team_mark(read, match.home, match.date), team_mark(read, match.away, match.date)
    words = questions.words_of(read)
    result = match.result
    winner = match.winner or won_by(match)
    return ScoreLine(
        home=home,
        away=away,
        score=result.score.text if result else "",
        status=str(match.status),
        notes=(*score_notes(match, home.name, away.name, words), *tie_notes(read, match, entry)),
        home_scorers=scorers_of_side(read, match, "home"),
        away_scorers=scorers_of_side(read, match, "away"),
        home_reds=red_cards(read, match, "home"),
        away_reds=red_cards(read, match, "away"),
        winner=str(winner) if winner else "",
    )


def _facts(read: Memo, match: Match) -> tuple[Fact, ...]:
    happened = match.happenings
    words = questions.words_of(read)
    facts: list[Fact] = []
    if match.venue:
        where = questions.venue_name(read, match.venue, match.date)
        facts.append(Fact(words("Venue"), where, link(read, "", f"venues/{match.venue}").href))
    if match.neutral:
        facts.append(Fact(words("Ground"), words("neutral")))
    if happened.closed_doors:
        facts.append(Fact(words("Attendance"), words("behind closed doors")))
    elif happened.attendance is not None:
        facts.append(Fact(words("Attendance"), words.number(happened.attendance)))
    for label, slug in ((words("Referee"), happened.referee), (words("Player of the match"), happened.player_of_the_match)):
        if slug:
            person = person_link(read, slug)
            facts.append(Fact(label, person.text, person.href))
    if happened.assistants:
        facts.append(Fact(words("Assistant referees"), links=tuple(person_link(read, one) for one in happened.assistants)))
    if happened.weather:
        facts.append(Fact(words("Weather"), happened.weather))
    return tuple(facts)


def _next_matches(read: Memo, match: Match) -> tuple[Neighbour, ...]:
    """What each side played or plays next."""
    found = []
    for team in (match.home, match.away):
        if then := questions.next_of(read, team, match):
            row = row_of(read, then.id)
            found.append(Neighbour(row.home if then.home == team else row.away, row))
    return tuple(found)
