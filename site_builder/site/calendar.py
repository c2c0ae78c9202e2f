"""When a competition's matches take place: the zone their kick-offs are written in, the season a date falls in."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from site_builder.content.model import CompetitionFile, When
from site_builder.football.model import Match, Season
from site_builder.football.rule_books import RuleBook
from site_builder.football.rules import StageKind


class Calendar(Struct, frozen=True):
    """Answers for all competitions: from their files, their rule books, else from the site's settings."""

    files: Mapping[str, CompetitionFile]
    books: Mapping[str, RuleBook]
    timezone: str

    def zone_of(self, competition: str, *, is_bulk: bool) -> str:
        """The time zone in which a competition's kick-offs are written: the file's, else the site's.

        Open data gives local times, so bulk results take the rule book's zone before the site's.
        """
        file = self.files.get(competition)
        book = self.books.get(competition) if is_bulk else None
        return (file.timezone if file else "") or (book.timezone if book else "") or self.timezone

    def meets_once(self, match: Match) -> bool:
        """Whether a team receives another once at most in this competition's season: a league over two rounds."""
        book = self.books.get(match.competition)
        if book is None or match.stage.group or match.stage.round:
            return False
        rules = book.rules(match.season)
        return rules.meetings == 2 and rules.stages[:1] == (StageKind.LEAGUE,)

    def tells_seasons(self, competition: str) -> bool:
        """Whether there is a rule book that may tell the season of a date."""
        return competition in self.books

    def season_of(self, competition: str, when: When) -> Season | None:
        """The season that a date falls in, None where the competition's rules do not tell."""
        book = self.books.get(competition)
        return book.season_of(when.date) if book else None
