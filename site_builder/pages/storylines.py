"""What the record says about a match: football's storylines with names, and lines for the matches that prove them.

Only what was over when the match kicked off is handed to them, so that later
results change nothing.
"""

from __future__ import annotations

from site_builder.football.history import was_over
from site_builder.football.model import BySide, Match
from site_builder.football.storyline_values import Before, Story, is_league
from site_builder.football.storylines import may_have_stories, storylines
from site_builder.incremental.fingerprint import print_of
from site_builder.incremental.memo import Memo, Printed
from site_builder.pages.rows import row_of
from site_builder.pages.season_views import Storyline
from site_builder.pages.telling import Voice, told
from site_builder.site import histories, questions, seasons

_NOTHING: Printed[tuple[Story, ...]] = Printed((), "")
MOST_PROOFS = 6
"""Of a longer list of matches that prove a fact only the first and the last are shown."""


def storylines_of(read: Memo, match: Match) -> tuple[Storyline, ...]:
    """The most remarkable facts about a match, none where nothing is worth saying."""
    stories = read.part(_stories, match.id) if may_have_stories(match) else ()
    if not stories:
        return ()
    voice = Voice(
        questions.words_of(read),
        team=lambda team: questions.team_name(read, team, match.date),
        person=lambda slug: questions.person(read, slug).name,
        competition=questions.competition(read, match.competition).name,
        season=match.season,
    )
    return tuple(_storyline(read, story, match, voice) for story in stories)


def _stories(read: Memo, match: str) -> Printed[tuple[Story, ...]]:
    """The facts alone: of the many matches they are found among, most can change without changing them."""
    found = storylines(_before(read, questions.match_of(read, match)))
    return Printed(found, print_of(found)) if found else _NOTHING


def _before(read: Memo, match: Match) -> Before:
    ids = questions.meetings_of(read, match.home, match.away)
    met = questions.matches(read, ids) if len(ids) > 1 else []
    earlier = [one for one in met if was_over(one, match)]
    season = histories.OfSeason(read, match)
    if is_league(match):
        return Before(match, (), (), earlier, season)
    home, away = histories.of_team(read, match.home, match), histories.of_team(read, match.away, match)
    known = BySide(home.known, away.known)
    return Before(match, home.matches, away.matches, earlier, season, seasons.tie_of(read, match), known)


def _storyline(read: Memo, story: Story, match: Match, voice: Voice) -> Storyline:
    """A fact with its proofs; the match itself needs no line on its own page."""
    others = tuple(other for other in story.rests_on if other != match.id)
    shown = others if len(others) <= MOST_PROOFS else (others[0], others[-1])
    return Storyline(told(story, voice), tuple(row_of(read, other) for other in shown))
