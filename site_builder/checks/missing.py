"""What the data of a season does not hold, and which statistics stay out of the pages or count only a part for it.

No problem: nobody has to know everything. A list for those who would like to
know what they could still add.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from site_builder.football.discipline import cards_known
from site_builder.football.model import Match
from site_builder.football.scorers import goals_of, scorers_known, was_played
from site_builder.incremental.memo import Memo
from site_builder.site import questions, seasons
from site_builder.site.model import Edition


class Missing(Struct, frozen=True):
    """A fact that ``known`` of the ``matches`` played in a season tell; ``shown`` is the statistic that rests on it.

    ``examples`` are ids of the first matches without it.
    """

    competition: str
    season: str
    fact: str
    shown: str
    known: int
    matches: int
    examples: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """``scorers are known in 377 of 380 matches: the list of scorers counts only these``."""
        if not self.known:
            return f"{self.fact} are not known, so that no {self.shown} is shown"
        return f"{self.fact} are known in {self.known:,} of {self.matches:,} matches: the {self.shown} counts only these"


EXAMPLES = 5


def _line_ups_known(match: Match) -> bool:
    line_ups = match.happenings.line_ups
    return line_ups.home is not None and line_ups.away is not None


def _crowd_known(match: Match) -> bool:
    return match.happenings.attendance is not None or match.happenings.closed_doors


def _assists_known(match: Match) -> bool:
    goals = tuple(goals_of(match))
    return any(goal.assist for _, goal in goals) if goals else scorers_known(match)  # nobody to be assisted: scorers tell


_FACTS: tuple[tuple[str, str, Callable[[Match], bool]], ...] = (
    ("scorers", "list of scorers", scorers_known),
    ("assists", "list of assists", _assists_known),
    ("line-ups", "list of appearances", _line_ups_known),
    ("cards", "list of cards", cards_known),
    ("crowds", "record of crowds", _crowd_known),
)


def missing_data(
    editions: Mapping[Edition, tuple[str, ...]], read: Memo, matches: Container[str] | None = None
) -> tuple[Missing, ...]:
    """What is missing, season by season.

    ``editions`` are all of the site with the ids of their matches; ``matches``
    are the ids of those whose seasons are asked for, None for all.
    """
    wanted = [edition for edition, ids in editions.items() if matches is None or any(id_ in matches for id_ in ids)]
    ordered = sorted(wanted, key=lambda edition: (edition.competition, edition.season))
    return tuple(missing for edition in ordered for missing in _of_season(read, edition))


def _of_season(read: Memo, edition: Edition) -> Iterator[Missing]:
    played = [match for match in seasons.matches_in(read, edition) if was_played(match)]
    name = questions.competition(read, edition.competition).name
    for fact, shown, is_known in _FACTS:
        without = [match.id for match in played if not is_known(match)]
        if without:
            known = len(played) - len(without)
            yield Missing(name, edition.season.shown, fact, shown, known, len(played), tuple(without[:EXAMPLES]))


def as_text(found: Iterable[Missing]) -> str:
    """A paragraph for each season, a line for each fact."""
    blocks = []
    for (competition, season), group in groupby(found, key=lambda one: (one.competition, one.season)):
        blocks.append("\n".join([f"{competition} {season}", *(f"  {one.sentence}." for one in group)]))
    return "\n\n".join(blocks)
