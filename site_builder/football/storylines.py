"""Storylines: two to five facts about a match that the data proves and that are worth saying on its page.

    >>> [story.fact for story in storylines(before)]        # doctest: +SKIP
    [<Fact.HAT_TRICK_OF_SEASON: 'hat-trick of a season'>, …]

They rest on the match and on what was over at its kick-off (`Before`), never on
anything later. What is counted over several matches says so where others may be
missing, and is not told where a match at the same time may have come first. Stories
are told of matches played on the pitch only: not of awarded, abandoned or void ones.
How a fact is put into words is the pages' matter.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.football.model import Match
from site_builder.football.storyline_course import course_stories
from site_builder.football.storyline_grounds import ground_stories
from site_builder.football.storyline_meetings import meeting_stories
from site_builder.football.storyline_results import Finder, scene_of
from site_builder.football.storyline_runs import run_stories
from site_builder.football.storyline_scorers import scorer_stories
from site_builder.football.storyline_season import season_stories
from site_builder.football.storyline_tallies import tally_stories
from site_builder.football.storyline_ties import shootout_stories, tie_stories
from site_builder.football.storyline_values import Before, Story, was_football

_FINDERS: tuple[Finder, ...] = (
    course_stories,
    scorer_stories,
    tie_stories,
    shootout_stories,
    run_stories,
    ground_stories,
    meeting_stories,
    season_stories,
    tally_stories,
)


def may_have_stories(match: Match) -> bool:
    """Whether there may be anything to tell: a match without a date or a result of its own has no stories."""
    return match.date is not None and was_football(match)


def storylines(before: Before, most: int = 5) -> tuple[Story, ...]:
    """The most remarkable facts about a match, ``most`` at most, the weightiest first.

    No two are of one kind or say the same.
    """
    if not may_have_stories(before.match):
        return ()
    scene = scene_of(before)
    found: list[Story] = []
    for find in _FINDERS:
        found += find(scene)
    return _chosen(found, most) if len(found) > 1 else tuple(found[:most])


def _chosen(found: Sequence[Story], most: int) -> tuple[Story, ...]:
    chosen: list[Story] = []
    told: set[object] = set()
    for story in sorted(found, key=lambda story: (-story.weight, story.kind, story.fact, story.about, story.rests_on)):
        says = {story.kind, *story.about}
        if len(chosen) < most and not says & told:
            chosen.append(story)
            told |= says
    return tuple(chosen)
