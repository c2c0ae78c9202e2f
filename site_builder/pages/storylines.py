"""What the record says about a match: football's storylines with names, and lines for the matches that prove them.

Only what was over when the match kicked off is handed to them, so that later
results change nothing.
"""

from __future__ import annotations

from site_builder.football.history import History
from site_builder.football.model import Match
from site_builder.football.storyline_values import Before, Story, is_league
from site_builder.football.storylines import storylines
from site_builder.incremental.memo import Memo
from site_builder.pages.rows import row_of
from site_builder.pages.season_views import Storyline
from site_builder.site import questions, seasons
from site_builder.site.model import Edition

MOST_PROOFS = 6
"""Of a longer list of matches that prove a fact only the first and the last are shown."""


def storylines_of(read: Memo, match: Match) -> tuple[Storyline, ...]:
    """The most remarkable facts about a match, none where nothing is worth saying."""
    if match.result is None:
        return ()

    def name(team: str) -> str:
        return questions.team_name(read, team, match.date)

    def person(slug: str) -> str:
        return questions.person(read, slug).name

    return tuple(_storyline(read, story, match) for story in storylines(_before(read, match), name, person))


def _before(read: Memo, match: Match) -> Before:
    meetings = History(questions.match_of(read, i) for i in questions.meetings_of(read, match.home, match.away))
    return Before(
        match,
        home=read(_team_history, match.home).before(match),
        away=read(_team_history, match.away).before(match),
        meetings=meetings.before(match),
        season=read.recently(_season_history, seasons.edition_of(match)).before(match),
        competition=questions.competition(read, match.competition).name,
        tie=None if is_league(match) else seasons.tie_of(read, match),
    )


def _team_history(read: Memo, team: str) -> History:
    return History(questions.match_of(read, i) for i in questions.matches_of_team(read, team))


def _season_history(read: Memo, edition: Edition) -> History:
    return History(seasons.matches_in(read, edition))


def _storyline(read: Memo, story: Story, match: Match) -> Storyline:
    """A fact with its proofs; the match itself needs no line on its own page."""
    others = tuple(other for other in story.rests_on if other != match.id)
    shown = others if len(others) <= MOST_PROOFS else (others[0], others[-1])
    return Storyline(story.text, tuple(row_of(read, other) for other in shown))
